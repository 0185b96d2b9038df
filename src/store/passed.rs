//! What was planned and has come: up to which moment the log knows of it, and what has come since.

use std::collections::BTreeMap;
use std::time::Duration;

use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable, Text};

use super::entry::kind_of;
use super::schema::passed;
use super::statement::{self, EDITION, MAX_IDS, Statement, tables};
use super::types::{IdValue, TimeValue, sql};
use super::{AnyConnection, change};
use crate::domain::edition::Clocks;
use crate::domain::{AsOf, Id, Kind, Result, Timestamp};

/// The moment up to which the log knows what came. Before anybody has looked, it is that of the latest change:
/// whoever wrote it knew what was public.
pub(crate) fn until(connection: &mut AnyConnection) -> Result<Option<Timestamp>> {
    let known: Option<TimeValue> = passed::table.select(passed::until).first(connection).optional()?;
    match known {
        Some(known) => Ok(Some(known.0)),
        None => change::latest_moment(connection),
    }
}

/// Sets it.
pub(crate) fn set(connection: &mut AnyConnection, until: Timestamp) -> Result<()> {
    let updated =
        diesel::update(passed::table).set(passed::until.eq(TimeValue(until))).execute(connection)?;
    if updated == 0 {
        statement::insert(connection, "passed (id, until)", vec![vec![1_i32.into(), until.into()]])?;
    }
    Ok(())
}

/// A moment at which an edition begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Transition {
    pub at: Timestamp,
    pub kind: Kind,
    pub entry: Id,
}

/// What begins or ends behind one moment and up to another, the earliest first, each once. Looks at `limit` of each kind
/// at most, and says up to which moment nothing is missing.
pub(crate) fn transitions(
    connection: &mut AnyConnection,
    after: Timestamp,
    now: Timestamp,
    limit: i64,
) -> Result<(Vec<Transition>, Timestamp)> {
    let mut union = Statement::<(Integer, sql::UtcTime, Text, sql::Id)>::new(
        "SELECT * FROM (SELECT -1, visible_until, kind, entry_id FROM editions WHERE archived_at IS NULL",
    );
    union.sql(" AND visible_until > ").bind(after).sql(" AND visible_until <= ").bind(now);
    union.sql(" ORDER BY visible_until LIMIT ").bind(limit).sql(") AS ends");
    for (index, kind) in (0_i32..).zip(Kind::ALL) {
        union.sql(" UNION ALL SELECT * FROM (SELECT ").bind(index);
        union.sql(", visible_from, kind, entry_id FROM editions");
        union.sql(" WHERE archived_at IS NULL AND kind = ").bind(kind.as_str());
        union.sql(" AND visible_from > ").bind(after).sql(" AND visible_from <= ").bind(now);
        union.sql(" ORDER BY visible_from LIMIT ").bind(limit).sql(") AS begins");
    }
    let rows: Vec<(i32, TimeValue, String, IdValue)> = union.load(connection)?;
    let mut parts: BTreeMap<i32, (i64, Timestamp)> = BTreeMap::new();
    let mut found = Vec::with_capacity(rows.len());
    for (part, at, kind, entry) in rows {
        let (count, last) = parts.entry(part).or_insert((0, at.0));
        (*count, *last) = (*count + 1, at.0.max(*last));
        found.push(Transition { at: at.0, kind: kind_of(&kind)?, entry: entry.0 });
    }
    // Of a part that was cut off there may be more at its last moment.
    let cut = parts.into_values().filter(|(count, _)| *count >= limit).map(|(_, last)| last).min();
    let complete = cut.map_or(now, |cut| cut.minus(Duration::from_millis(1)));
    found.retain(|transition| transition.at <= complete);
    found.sort_unstable();
    found.dedup();
    Ok((found, complete))
}

/// An edition without its content: enough to tell it from every other of its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    pub entry: Id,
    pub revision: i32,
    pub clocks: Clocks,
    pub until: Option<Timestamp>,
}

impl Standing {
    /// What readers see of it. When it is going to end, nobody is told.
    pub(crate) const fn seen(&self) -> (i32, Clocks) {
        (self.revision, self.clocks)
    }

    /// Whether it is visible at a moment.
    pub(crate) fn covers(&self, at: Timestamp) -> bool {
        self.clocks.updated_at <= at && self.until.is_none_or(|until| at < until)
    }

    /// Whether it is visible right before a moment.
    pub(crate) fn precedes(&self, at: Timestamp) -> bool {
        self.clocks.updated_at < at && self.until.is_none_or(|until| at <= until)
    }
}

/// The editions of entries that are visible at some time from one moment to another.
pub(crate) fn standing(
    connection: &mut AnyConnection,
    ids: &[Id],
    (from, to): (Timestamp, Timestamp),
) -> Result<Vec<Standing>> {
    let mut found = Vec::with_capacity(ids.len());
    for ids in ids.chunks(MAX_IDS) {
        let mut statement = Statement::<Columns>::new(COLUMNS);
        statement.sql(" FROM editions e WHERE ").is_in("e.entry_id", ids);
        statement.sql(" AND e.visible_from <= ").bind(to);
        statement.sql(" AND (e.visible_until IS NULL OR e.visible_until >= ").bind(from).sql(")");
        found.extend(statement.load::<Row>(connection)?.into_iter().map(of_row));
    }
    Ok(found)
}

/// The editions of entries that are visible at a moment.
pub(crate) fn visible(connection: &mut AnyConnection, ids: &[Id], at: Timestamp) -> Result<Vec<Standing>> {
    let as_of = AsOf::Then(at);
    let mut found = Vec::with_capacity(ids.len());
    for ids in ids.chunks(MAX_IDS) {
        let mut statement = Statement::<Columns>::new(COLUMNS);
        statement.sql(tables(as_of).from).sql(" WHERE ").is_in("e.entry_id", ids);
        statement.sql(" AND ").visible(&EDITION, as_of);
        found.extend(statement.load::<Row>(connection)?.into_iter().map(of_row));
    }
    Ok(found)
}

const COLUMNS: &str =
    "SELECT e.entry_id, e.revision, e.published_at, e.content_updated_at, e.visible_from, e.visible_until";

type Columns = (sql::Id, Integer, sql::UtcTime, sql::UtcTime, sql::UtcTime, Nullable<sql::UtcTime>);

type Row = (IdValue, i32, TimeValue, TimeValue, TimeValue, Option<TimeValue>);

fn of_row((entry, revision, published, content_updated, from, until): Row) -> Standing {
    let clocks =
        Clocks { published_at: published.0, content_updated_at: content_updated.0, updated_at: from.0 };
    Standing { entry: entry.0, revision, clocks, until: until.map(|until| until.0) }
}
