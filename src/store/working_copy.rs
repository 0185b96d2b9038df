//! Working copies: of each entry what the desk has, its newest revision, found and sorted like editions.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable, Text};

use super::AnyConnection;
use super::entry::{kind_of, unsigned};
use super::rows::{self, Columns, Projected, WORKING_COPIES, each, once};
use super::statement::{MAX_IDS, Statement};
use super::types::{IdValue, JsonValue, TimeValue, sql};
use crate::document;
use crate::domain::edition::Clocks;
use crate::domain::timeline::Span;
use crate::domain::{AnyContent, Id, Kind, Result, Timestamp};

/// What a working copy follows from.
#[derive(Debug)]
pub(crate) struct WorkingCopy<'a> {
    pub id: Id,
    pub revision: u32,
    pub saved_at: Timestamp,
    /// The first public moment, planned or passed; of what has none, when it was made.
    pub published_at: Timestamp,
    pub archived_at: Option<Timestamp>,
    pub content: &'a AnyContent,
}

impl WorkingCopy<'_> {
    fn project(&self) -> Projected {
        let Self { id, revision, saved_at, published_at, archived_at, content } = *self;
        let clocks = Clocks { published_at, content_updated_at: saved_at, updated_at: saved_at };
        Projected {
            id,
            kind: content.kind(),
            span: Span { revision, until: None, embargo: false, clocks },
            archived_at,
            columns: Columns::of(content.outline()),
            links: once(content.links()),
            sources: each(content.sources()),
            intact: true,
        }
    }
}

/// Adds those of new entries.
pub(crate) fn add(connection: &mut AnyConnection, new: &[WorkingCopy<'_>]) -> Result<()> {
    let rows: Vec<Projected> = new.iter().map(WorkingCopy::project).collect();
    rows::insert(connection, &WORKING_COPIES, &rows)
}

/// Brings those of entries up to date.
pub(crate) fn update(connection: &mut AnyConnection, entries: &[(Id, Kind)]) -> Result<()> {
    let (stale, missing) = differences(connection, entries)?;
    rows::delete(connection, &WORKING_COPIES, &stale.iter().collect::<Vec<_>>())?;
    rows::insert(connection, &WORKING_COPIES, &missing)
}

/// The rows of entries that are there and should not be, and those that should be and are not.
pub(crate) fn differences(
    connection: &mut AnyConnection,
    entries: &[(Id, Kind)],
) -> Result<(Vec<Projected>, Vec<Projected>)> {
    let (mut stale, mut missing) = (Vec::new(), Vec::new());
    for entries in entries.chunks(MAX_IDS) {
        let mut following = following(connection, entries)?;
        let stored = rows::stored(connection, &WORKING_COPIES, entries)?;
        for row in stored.into_values().flatten() {
            match following.remove(&row.id) {
                Some(right) if right == row => {}
                Some(right) => {
                    stale.push(row);
                    missing.push(right);
                }
                None => stale.push(row),
            }
        }
        missing.extend(following.into_values());
    }
    missing.sort_by_key(|row| row.id);
    Ok((stale, missing))
}

/// An entry that was killed has none.
fn following(connection: &mut AnyConnection, entries: &[(Id, Kind)]) -> Result<HashMap<Id, Projected>> {
    type Row = (
        (sql::Id, Text, Integer, sql::UtcTime),
        (Nullable<sql::UtcTime>, sql::UtcTime, sql::Json, Nullable<sql::UtcTime>),
    );
    type Values =
        ((IdValue, String, i32, TimeValue), (Option<TimeValue>, TimeValue, JsonValue, Option<TimeValue>));
    let ids: Vec<Id> = entries.iter().map(|(id, _)| *id).collect();
    let mut statement = Statement::<Row>::new(
        "SELECT e.id, e.kind, e.latest_revision, e.created_at, e.archived_at, r.saved_at, r.content, \
         (SELECT MIN(p.visible_from) FROM publications p WHERE p.entry_id = e.id) \
         FROM entries e JOIN revisions r ON r.entry_id = e.id AND r.number = e.latest_revision \
         WHERE e.killed_at IS NULL AND ",
    );
    statement.is_in("e.id", &ids);
    let rows: Vec<Values> = statement.load(connection)?;
    rows.into_iter()
        .map(|((id, kind, revision, created_at), (archived_at, saved_at, content, first))| {
            let content = document::decode(kind_of(&kind)?, &content.0, None)?;
            let copy = WorkingCopy {
                id: id.0,
                revision: unsigned(revision)?,
                saved_at: saved_at.0,
                published_at: first.unwrap_or(created_at).0,
                archived_at: archived_at.map(|at| at.0),
                content: &content,
            };
            Ok((id.0, copy.project()))
        })
        .collect()
}
