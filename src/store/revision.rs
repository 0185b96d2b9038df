//! Revisions: the content of entries, written once.

use diesel::prelude::*;
use diesel::sql_types::Integer;

use super::AnyConnection;
use super::entry::{number, unsigned};
use super::schema::revisions;
use super::statement::{self, Statement};
use super::types::{IdValue, JsonValue, sql};
use crate::document;
use crate::domain::{Actor, AnyContent, Id, Kind, Result, Revision};

/// Adds revisions.
pub(crate) fn insert(
    connection: &mut AnyConnection,
    new: &[Revision<AnyContent>],
    actor: Actor,
) -> Result<()> {
    let rows = new.iter().map(|revision| {
        let Revision { id, number: count, saved_at, note, content } = revision;
        let document::Document { content, body } = document::encode(content)?;
        Ok(vec![
            (*id).into(),
            number(*count)?.into(),
            (*saved_at).into(),
            actor.as_str().into(),
            note.clone().into(),
            JsonValue(content).into(),
            body.map(JsonValue).into(),
        ])
    });
    let rows = rows.collect::<Result<_>>()?;
    let columns = "revisions (entry_id, number, saved_at, actor, note, content, body)";
    Ok(statement::insert(connection, columns, rows)?)
}

/// The whole content of one revision.
pub(crate) fn content(
    connection: &mut AnyConnection,
    id: Id,
    kind: Kind,
    revision: u32,
) -> Result<Option<AnyContent>> {
    let row: Option<(JsonValue, Option<JsonValue>)> = revisions::table
        .find((IdValue(id), number(revision)?))
        .select((revisions::content, revisions::body))
        .first(connection)
        .optional()?;
    row.map(|(content, body)| document::decode(kind, &content.0, body.as_ref().map(|body| body.0.as_str())))
        .transpose()
}

/// A revision of an entry, by number.
pub(crate) type Key = (Id, u32);

/// The contents, without bodies, of all revisions of the entries that were ever made public.
pub(crate) fn published_contents(
    connection: &mut AnyConnection,
    entries: &[(Id, Kind)],
) -> Result<Vec<(Key, AnyContent)>> {
    let ids: Vec<Id> = entries.iter().map(|(id, _)| *id).collect();
    let mut statement = Statement::<(sql::Id, Integer, sql::Json)>::new(
        "SELECT r.entry_id, r.number, r.content FROM revisions r WHERE ",
    );
    statement.is_in("r.entry_id", &ids).sql(
        " AND EXISTS (SELECT 1 FROM publications p WHERE p.entry_id = r.entry_id AND p.revision = r.number)",
    );
    let kinds: std::collections::HashMap<Id, Kind> = entries.iter().copied().collect();
    let rows: Vec<(IdValue, i32, JsonValue)> = statement.load(connection)?;
    rows.into_iter()
        .filter_map(|(id, number, content)| kinds.get(&id.0).map(|kind| (id.0, number, *kind, content)))
        .map(|(id, number, kind, content)| {
            Ok(((id, unsigned(number)?), document::decode(kind, &content.0, None)?))
        })
        .collect()
}
