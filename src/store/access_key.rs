//! Access keys. Of a secret only the digest is kept.

use diesel::prelude::*;

use super::AnyConnection;
use super::schema::access_keys;
use super::types::{IdValue, TimeValue};
use crate::domain::access::AccessKey;
use crate::domain::{Id, Result, Timestamp};

type Row = (
    IdValue,
    String,
    String,
    String,
    TimeValue,
    String,
    Option<TimeValue>,
    Option<TimeValue>,
    Option<TimeValue>,
);

/// Adds a key.
pub(crate) fn insert(connection: &mut AnyConnection, key: &AccessKey, digest: &str) -> Result<()> {
    let AccessKey { id, name, scopes, created_at, created_by, expires_at, revoked_at, last_used_at } = key;
    let row = vec![
        (*id).into(),
        name.as_str().into(),
        scopes.to_string().into(),
        digest.into(),
        (*created_at).into(),
        created_by.to_string().into(),
        (*expires_at).into(),
        (*revoked_at).into(),
        (*last_used_at).into(),
    ];
    let columns = "access_keys (id, name, scopes, digest, created_at, created_by, expires_at, revoked_at, \
                   last_used_at)";
    Ok(super::statement::insert(connection, columns, vec![row])?)
}

/// A key and the digest of its secret.
pub(crate) fn by_id(connection: &mut AnyConnection, id: Id) -> Result<Option<(AccessKey, String)>> {
    let row: Option<Row> = access_keys::table.find(IdValue(id)).first(connection).optional()?;
    row.map(from_row).transpose()
}

/// All keys, the oldest first.
pub(crate) fn all(connection: &mut AnyConnection) -> Result<Vec<AccessKey>> {
    let rows: Vec<Row> =
        access_keys::table.order((access_keys::created_at, access_keys::id)).load(connection)?;
    rows.into_iter().map(|row| from_row(row).map(|(key, _)| key)).collect()
}

/// Ends a key.
pub(crate) fn revoke(connection: &mut AnyConnection, id: Id, at: Timestamp) -> Result<()> {
    let key = access_keys::table.find(IdValue(id)).filter(access_keys::revoked_at.is_null());
    diesel::update(key).set(access_keys::revoked_at.eq(TimeValue(at))).execute(connection)?;
    Ok(())
}

/// Lets a key end at a moment, if it does not end before.
pub(crate) fn expire(connection: &mut AnyConnection, id: Id, at: Timestamp) -> Result<()> {
    let key = access_keys::table.find(IdValue(id)).filter(
        access_keys::expires_at
            .is_null()
            .or(access_keys::expires_at.gt(Some(TimeValue(at))).assume_not_null()),
    );
    diesel::update(key).set(access_keys::expires_at.eq(TimeValue(at))).execute(connection)?;
    Ok(())
}

/// Remembers that a key was used.
pub(crate) fn used(connection: &mut AnyConnection, id: Id, at: Timestamp) -> Result<()> {
    let key = access_keys::table.find(IdValue(id));
    diesel::update(key).set(access_keys::last_used_at.eq(TimeValue(at))).execute(connection)?;
    Ok(())
}

fn from_row(row: Row) -> Result<(AccessKey, String)> {
    let (id, name, scopes, digest, created_at, created_by, expires_at, revoked_at, last_used_at) = row;
    let moment = |at: Option<TimeValue>| at.map(|at| at.0);
    let key = AccessKey {
        id: id.0,
        name,
        scopes: scopes.parse()?,
        created_at: created_at.0,
        created_by: created_by.parse()?,
        expires_at: moment(expires_at),
        revoked_at: moment(revoked_at),
        last_used_at: moment(last_used_at),
    };
    Ok((key, digest))
}
