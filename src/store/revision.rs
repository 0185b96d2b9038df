//! Revisions: the content of entries, written once.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable};

use super::AnyConnection;
use super::entry::{number, unsigned};
use super::schema::revisions;
use super::statement::{self, Statement};
use super::types::{IdValue, JsonValue, TimeValue, sql};
use crate::document::{self, Documented as _};
use crate::domain::image::{Digest, Picture};
use crate::domain::{AnyContent, Id, Image, Kind, Result, Revision};

/// Adds revisions.
pub(crate) fn insert(connection: &mut AnyConnection, new: &[Revision<AnyContent>]) -> Result<()> {
    let rows = new.iter().map(|revision| {
        let Revision { id, number: count, saved_at, saved_by, note, content } = revision;
        let document::Document { content, body } = document::encode(content)?;
        Ok(vec![
            (*id).into(),
            number(*count)?.into(),
            (*saved_at).into(),
            saved_by.to_string().into(),
            note.clone().into(),
            JsonValue(content).into(),
            body.map(JsonValue).into(),
            file_of(&revision.content).into(),
        ])
    });
    let rows = rows.collect::<Result<_>>()?;
    let columns = "revisions (entry_id, number, saved_at, actor, note, content, body, file)";
    Ok(statement::insert(connection, columns, rows)?)
}

/// The digest of the file that an image has.
fn file_of(content: &AnyContent) -> Option<String> {
    match content {
        AnyContent::Image(Image { picture: Picture::Stored(file), .. }) => Some(file.digest.to_string()),
        _ => None,
    }
}

/// The newest revision of an image that has a file.
pub(crate) fn newest_with_file(
    connection: &mut AnyConnection,
    image: Id,
    digest: Digest,
) -> Result<Option<Image>> {
    let row: Option<JsonValue> = revisions::table
        .filter(revisions::entry_id.eq(IdValue(image)))
        .filter(revisions::file.eq(digest.to_string()))
        .select(revisions::content)
        .order(revisions::number.desc())
        .first(connection)
        .optional()?;
    row.map(|content| Image::decode(&content.0, None)).transpose()
}

/// Whether a file is one of an image that was taken down for legal reasons.
pub(crate) fn is_killed_file(connection: &mut AnyConnection, digest: Digest) -> Result<bool> {
    use super::schema::entries;
    let killed = revisions::table
        .inner_join(entries::table.on(entries::id.eq(revisions::entry_id)))
        .filter(revisions::file.eq(digest.to_string()))
        .filter(entries::killed_at.is_not_null())
        .select(revisions::number);
    Ok(killed.first::<i32>(connection).optional()?.is_some())
}

/// The whole content of one revision.
pub(crate) fn content(
    connection: &mut AnyConnection,
    id: Id,
    kind: Kind,
    revision: u32,
) -> Result<Option<AnyContent>> {
    // No entry has more than fit.
    let Ok(key) = number(revision) else { return Ok(None) };
    let row: Option<(JsonValue, Option<JsonValue>)> = revisions::table
        .find((IdValue(id), key))
        .select((revisions::content, revisions::body))
        .first(connection)
        .optional()?;
    row.map(|(content, body)| document::decode(kind, &content.0, body.as_ref().map(|body| body.0.as_str())))
        .transpose()
}

/// The whole contents of revisions, each of an entry of a kind.
pub(crate) fn contents(
    connection: &mut AnyConnection,
    wanted: &[(Id, u32, Kind)],
) -> Result<HashMap<Key, AnyContent>> {
    let kinds: HashMap<Id, Kind> = wanted.iter().map(|(id, _, kind)| (*id, *kind)).collect();
    let mut contents = HashMap::with_capacity(wanted.len());
    for wanted in wanted.chunks(500) {
        let keys = wanted.iter().map(|(id, revision, _)| Ok((*id, number(*revision)?)));
        let (keys, ids) =
            (keys.collect::<Result<Vec<_>>>()?, wanted.iter().map(|(id, ..)| *id).collect::<Vec<_>>());
        let mut statement = Statement::<(sql::Id, Integer, sql::Json, Nullable<sql::Json>)>::new(
            "SELECT entry_id, number, content, body FROM revisions WHERE ",
        );
        // By the pairs alone SQLite would read the whole table.
        statement.is_in("entry_id", &ids).sql(" AND ").is_in_pairs("(entry_id, number)", &keys);
        for (id, revision, content, body) in
            statement.load::<(IdValue, i32, JsonValue, Option<JsonValue>)>(connection)?
        {
            let Some(kind) = kinds.get(&id.0) else { continue };
            let content = document::decode(*kind, &content.0, body.as_ref().map(|body| body.0.as_str()))?;
            contents.insert((id.0, unsigned(revision)?), content);
        }
    }
    Ok(contents)
}

/// One revision.
pub(crate) fn by_number(
    connection: &mut AnyConnection,
    id: Id,
    kind: Kind,
    revision: u32,
) -> Result<Option<Revision<AnyContent>>> {
    type Row = (TimeValue, String, Option<String>, JsonValue, Option<JsonValue>);
    let Ok(key) = number(revision) else { return Ok(None) };
    let row: Option<Row> = revisions::table
        .find((IdValue(id), key))
        .select((revisions::saved_at, revisions::actor, revisions::note, revisions::content, revisions::body))
        .first(connection)
        .optional()?;
    row.map(|(saved_at, saved_by, note, content, body)| {
        let content = document::decode(kind, &content.0, body.as_ref().map(|body| body.0.as_str()))?;
        Ok(Revision {
            id,
            number: revision,
            saved_at: saved_at.0,
            saved_by: saved_by.parse()?,
            note,
            content,
        })
    })
    .transpose()
}

/// The revisions of an entry, newest first, without their content: those before a number, at most so many.
pub(crate) fn before(
    connection: &mut AnyConnection,
    id: Id,
    before: Option<u32>,
    limit: i64,
) -> Result<Vec<Revision<()>>> {
    let mut query = revisions::table
        .filter(revisions::entry_id.eq(IdValue(id)))
        .select((revisions::number, revisions::saved_at, revisions::actor, revisions::note))
        .order(revisions::number.desc())
        .limit(limit)
        .into_boxed();
    if let Some(before) = before.and_then(|before| number(before).ok()) {
        query = query.filter(revisions::number.lt(before));
    }
    let rows: Vec<(i32, TimeValue, String, Option<String>)> = query.load(connection)?;
    rows.into_iter()
        .map(|(number, saved_at, saved_by, note)| {
            let (number, saved_by) = (unsigned(number)?, saved_by.parse()?);
            Ok(Revision { id, number, saved_at: saved_at.0, saved_by, note, content: () })
        })
        .collect()
}

/// A revision of an entry, by number.
pub(crate) type Key = (Id, u32);

/// The contents, without bodies, of all revisions of the entries that were ever made public. Nothing follows from those
/// of an entry that was killed.
pub(crate) fn published_contents(
    connection: &mut AnyConnection,
    entries: &[(Id, Kind)],
) -> Result<Vec<(Key, AnyContent)>> {
    let ids: Vec<Id> = entries.iter().map(|(id, _)| *id).collect();
    let mut statement = Statement::<(sql::Id, Integer, sql::Json)>::new(
        "SELECT r.entry_id, r.number, r.content FROM revisions r WHERE ",
    );
    statement.is_in("r.entry_id", &ids).sql(
        " AND EXISTS (SELECT 1 FROM publications p WHERE p.entry_id = r.entry_id AND p.revision = r.number) \
         AND NOT EXISTS (SELECT 1 FROM entries k WHERE k.id = r.entry_id AND k.killed_at IS NOT NULL)",
    );
    let kinds: HashMap<Id, Kind> = entries.iter().copied().collect();
    let rows: Vec<(IdValue, i32, JsonValue)> = statement.load(connection)?;
    rows.into_iter()
        .filter_map(|(id, number, content)| kinds.get(&id.0).map(|kind| (id.0, number, *kind, content)))
        .map(|(id, number, kind, content)| {
            Ok(((id, unsigned(number)?), document::decode(kind, &content.0, None)?))
        })
        .collect()
}
