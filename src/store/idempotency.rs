//! Answers to writes that may come again.

use diesel::prelude::*;

use super::AnyConnection;
use super::schema::idempotency;
use super::types::{JsonValue, TimeValue};
use crate::domain::{Actor, Result, Timestamp};

/// The digest and the answer of a request that was remembered since a moment.
pub(crate) fn find(
    connection: &mut AnyConnection,
    actor: &Actor,
    key: &str,
    since: Timestamp,
) -> Result<Option<(String, String)>> {
    let row: Option<(String, JsonValue)> = idempotency::table
        .find((actor.to_string(), key))
        .filter(idempotency::at.gt(TimeValue(since)))
        .select((idempotency::digest, idempotency::answer))
        .first(connection)
        .optional()?;
    Ok(row.map(|(digest, answer)| (digest, answer.0)))
}

/// Remembers an answer.
pub(crate) fn remember(
    connection: &mut AnyConnection,
    actor: &Actor,
    key: &str,
    digest: &str,
    at: Timestamp,
    answer: String,
) -> Result<()> {
    let row = vec![actor.to_string().into(), key.into(), digest.into(), at.into(), JsonValue(answer).into()];
    Ok(super::statement::insert(connection, "idempotency (actor, key, digest, at, answer)", vec![row])?)
}

/// Forgets what was remembered up to a moment.
pub(crate) fn forget(connection: &mut AnyConnection, until: Timestamp) -> Result<()> {
    diesel::delete(idempotency::table.filter(idempotency::at.le(TimeValue(until)))).execute(connection)?;
    Ok(())
}
