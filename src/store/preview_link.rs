//! Preview links. Of a secret only the digest is kept.

use diesel::prelude::*;

use super::AnyConnection;
use super::entry::{kind_of, number, unsigned};
use super::schema::preview_links;
use super::types::{IdValue, TimeValue};
use crate::domain::access::PreviewLink;
use crate::domain::{Id, Kind, Result, Timestamp};

type Row = (
    IdValue,
    IdValue,
    i32,
    String,
    String,
    Option<String>,
    TimeValue,
    String,
    TimeValue,
    Option<TimeValue>,
    Option<TimeValue>,
);

/// Adds a link.
pub(crate) fn insert(connection: &mut AnyConnection, link: &PreviewLink, digest: &str) -> Result<()> {
    let PreviewLink {
        id,
        entry: (kind, entry),
        revision,
        note,
        created_at,
        created_by,
        expires_at,
        revoked_at,
        last_used_at,
    } = link;
    let row = vec![
        (*id).into(),
        (*entry).into(),
        number(*revision)?.into(),
        kind.as_str().into(),
        digest.into(),
        note.clone().into(),
        (*created_at).into(),
        created_by.to_string().into(),
        (*expires_at).into(),
        (*revoked_at).into(),
        (*last_used_at).into(),
    ];
    let columns = "preview_links (id, entry_id, revision, kind, digest, note, created_at, created_by, \
                   expires_at, revoked_at, last_used_at)";
    Ok(super::statement::insert(connection, columns, vec![row])?)
}

/// A link and the digest of its secret.
pub(crate) fn by_id(connection: &mut AnyConnection, id: Id) -> Result<Option<(PreviewLink, String)>> {
    preview_links::table.find(IdValue(id)).first::<Row>(connection).optional()?.map(from_row).transpose()
}

/// The links to an entry, the oldest first.
pub(crate) fn of_entry(connection: &mut AnyConnection, kind: Kind, id: Id) -> Result<Vec<PreviewLink>> {
    let rows: Vec<Row> = preview_links::table
        .filter(preview_links::entry_id.eq(IdValue(id)))
        .filter(preview_links::kind.eq(kind.as_str()))
        .order((preview_links::created_at, preview_links::id))
        .load(connection)?;
    rows.into_iter().map(|row| from_row(row).map(|(link, _)| link)).collect()
}

/// Ends a link.
pub(crate) fn revoke(connection: &mut AnyConnection, id: Id, at: Timestamp) -> Result<()> {
    let link = preview_links::table.find(IdValue(id)).filter(preview_links::revoked_at.is_null());
    diesel::update(link).set(preview_links::revoked_at.eq(TimeValue(at))).execute(connection)?;
    Ok(())
}

/// Remembers that a link was used, unless it was used after `since`; says whether it has.
pub(crate) fn used(connection: &mut AnyConnection, id: Id, at: Timestamp, since: Timestamp) -> Result<bool> {
    let link = preview_links::table.find(IdValue(id)).filter(
        preview_links::last_used_at
            .is_null()
            .or(preview_links::last_used_at.le(Some(TimeValue(since))).assume_not_null()),
    );
    let changed =
        diesel::update(link).set(preview_links::last_used_at.eq(TimeValue(at))).execute(connection)?;
    Ok(changed > 0)
}

fn from_row(row: Row) -> Result<(PreviewLink, String)> {
    let (
        id,
        entry,
        revision,
        kind,
        digest,
        note,
        created_at,
        created_by,
        expires_at,
        revoked_at,
        last_used_at,
    ) = row;
    let link = PreviewLink {
        id: id.0,
        entry: (kind_of(&kind)?, entry.0),
        revision: unsigned(revision)?,
        note,
        created_at: created_at.0,
        created_by: created_by.parse()?,
        expires_at: expires_at.0,
        revoked_at: revoked_at.map(|at| at.0),
        last_used_at: last_used_at.map(|at| at.0),
    };
    Ok((link, digest))
}
