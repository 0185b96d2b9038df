//! Documents of GraphQL that are kept: those that are trusted, and those that clients sent.

use std::collections::HashMap;

use diesel::dsl::{count_star, sum};
use diesel::prelude::*;

use super::AnyConnection;
use super::entry::number;
use super::schema::{persisted_queries, trusted_documents};
use super::types::TimeValue;
use crate::domain::persisted::TrustedDocument;
use crate::domain::{DocumentId, Result, Timestamp};

/// A document as it is found by an id.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub text: String,
    pub trusted: bool,
    pub last_used_at: Option<Timestamp>,
}

type Row = (String, String, String, String, TimeValue, String, Option<TimeValue>);

/// A document by its id or its digest; one that is trusted first.
pub(crate) fn find(connection: &mut AnyConnection, id: &DocumentId) -> Result<Option<Kept>> {
    type Found = (String, Option<TimeValue>);
    let trusted = trusted_documents::table.select((trusted_documents::text, trusted_documents::last_used_at));
    let named: Option<Found> =
        trusted.filter(trusted_documents::id.eq(id.as_str())).first(connection).optional()?;
    let trusted = match named {
        None if id.is_digest() => {
            trusted.filter(trusted_documents::digest.eq(id.as_str())).first(connection).optional()?
        }
        named => named,
    };
    if let Some((text, used)) = trusted {
        return Ok(Some(Kept { text, trusted: true, last_used_at: used.map(|used| used.0) }));
    }
    let sent: Option<(String, TimeValue)> = persisted_queries::table
        .find(id.as_str())
        .select((persisted_queries::text, persisted_queries::last_used_at))
        .first(connection)
        .optional()?;
    Ok(sent.map(|(text, used)| Kept { text, trusted: false, last_used_at: Some(used.0) }))
}

/// Remembers that a document was used.
pub(crate) fn used(
    connection: &mut AnyConnection,
    id: &DocumentId,
    trusted: bool,
    at: Timestamp,
) -> Result<()> {
    let at = TimeValue(at);
    if trusted {
        let named = trusted_documents::id.eq(id.as_str()).or(trusted_documents::digest.eq(id.as_str()));
        diesel::update(trusted_documents::table.filter(named))
            .set(trusted_documents::last_used_at.eq(at))
            .execute(connection)?;
    } else {
        diesel::update(persisted_queries::table.find(id.as_str()))
            .set(persisted_queries::last_used_at.eq(at))
            .execute(connection)?;
    }
    Ok(())
}

/// Adds trusted documents.
pub(crate) fn trust(connection: &mut AnyConnection, documents: &[TrustedDocument]) -> Result<()> {
    let rows = documents.iter().map(|document| {
        let TrustedDocument { id, digest, text, operations, added_at, added_by, last_used_at } = document;
        vec![
            id.as_str().into(),
            digest.as_str().into(),
            text.as_str().into(),
            operations.as_str().into(),
            (*added_at).into(),
            added_by.to_string().into(),
            (*last_used_at).into(),
        ]
    });
    let columns = "trusted_documents (id, digest, text, operations, added_at, added_by, last_used_at)";
    Ok(super::statement::insert(connection, columns, rows.collect())?)
}

/// A trusted document by its id.
pub(crate) fn trusted(connection: &mut AnyConnection, id: &DocumentId) -> Result<Option<TrustedDocument>> {
    let row: Option<Row> = trusted_documents::table.find(id.as_str()).first(connection).optional()?;
    row.map(from_row).transpose()
}

/// The texts of those documents among `ids` that are trusted.
pub(crate) fn trusted_texts(
    connection: &mut AnyConnection,
    ids: &[DocumentId],
) -> Result<HashMap<DocumentId, String>> {
    let mut texts = HashMap::new();
    for chunk in ids.chunks(500) {
        let chunk: Vec<&str> = chunk.iter().map(DocumentId::as_str).collect();
        let rows: Vec<(String, String)> = trusted_documents::table
            .filter(trusted_documents::id.eq_any(chunk))
            .select((trusted_documents::id, trusted_documents::text))
            .load(connection)?;
        for (id, text) in rows {
            texts.insert(id.parse()?, text);
        }
    }
    Ok(texts)
}

/// How many documents are trusted.
pub(crate) fn count_trusted(connection: &mut AnyConnection) -> Result<i64> {
    Ok(trusted_documents::table.select(count_star()).first(connection)?)
}

/// Trusted documents by id, at most so many, from behind one on.
pub(crate) fn list_trusted(
    connection: &mut AnyConnection,
    after: Option<&DocumentId>,
    limit: i64,
) -> Result<Vec<TrustedDocument>> {
    let after = after.map_or("", DocumentId::as_str);
    let rows: Vec<Row> = trusted_documents::table
        .filter(trusted_documents::id.gt(after))
        .order(trusted_documents::id)
        .limit(limit)
        .load(connection)?;
    rows.into_iter().map(from_row).collect()
}

/// Trusts a document no longer.
pub(crate) fn distrust(connection: &mut AnyConnection, id: &DocumentId) -> Result<()> {
    diesel::delete(trusted_documents::table.find(id.as_str())).execute(connection)?;
    Ok(())
}

/// How much may be kept of what clients sent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    pub documents: i64,
    pub bytes: i64,
    /// What was used last before this moment is dropped.
    pub since: Timestamp,
}

/// Keeps a document that a client sent, unless it is kept already.
pub(crate) fn keep(
    connection: &mut AnyConnection,
    digest: &DocumentId,
    text: &str,
    at: Timestamp,
    room: Room,
) -> Result<()> {
    let kept: i64 = persisted_queries::table
        .filter(persisted_queries::digest.eq(digest.as_str()))
        .select(count_star())
        .first(connection)?;
    if kept > 0 {
        return used(connection, digest, false, at);
    }
    make_room(connection, room)?;
    let bytes = number(u32::try_from(text.len()).unwrap_or(u32::MAX))?;
    let row = vec![digest.as_str().into(), text.into(), bytes.into(), at.into()];
    Ok(super::statement::insert(
        connection,
        "persisted_queries (digest, text, bytes, last_used_at)",
        vec![row],
    )?)
}

/// Drops what was not used for long, and when there is no room still, a tenth of it more than must be: the next to come
/// find room then.
fn make_room(connection: &mut AnyConnection, room: Room) -> Result<()> {
    let old = persisted_queries::table.filter(persisted_queries::last_used_at.lt(TimeValue(room.since)));
    diesel::delete(old).execute(connection)?;
    let (documents, bytes): (i64, Option<i64>) =
        persisted_queries::table.select((count_star(), sum(persisted_queries::bytes))).first(connection)?;
    let (mut documents, mut bytes) = (documents, bytes.unwrap_or(0));
    if documents < room.documents && bytes < room.bytes {
        return Ok(());
    }
    let oldest: Vec<(String, i32)> = persisted_queries::table
        .select((persisted_queries::digest, persisted_queries::bytes))
        .order((persisted_queries::last_used_at, persisted_queries::digest))
        .load(connection)?;
    let mut dropped = Vec::new();
    for (digest, size) in oldest {
        if documents <= room.documents / 10 * 9 && bytes <= room.bytes / 10 * 9 {
            break;
        }
        (documents, bytes) = (documents - 1, bytes - i64::from(size));
        dropped.push(digest);
    }
    for chunk in dropped.chunks(500) {
        diesel::delete(persisted_queries::table.filter(persisted_queries::digest.eq_any(chunk)))
            .execute(connection)?;
    }
    Ok(())
}

fn from_row(row: Row) -> Result<TrustedDocument> {
    let (id, digest, text, operations, added_at, added_by, last_used_at) = row;
    Ok(TrustedDocument {
        id: id.parse()?,
        digest: digest.parse()?,
        text,
        operations,
        added_at: added_at.0,
        added_by: added_by.parse()?,
        last_used_at: last_used_at.map(|at| at.0),
    })
}
