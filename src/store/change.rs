//! The change log.

use diesel::dsl::max;
use diesel::prelude::*;

use super::AnyConnection;
use super::entry::{kind_of, number, unsigned};
use super::schema::changes;
use super::statement;
use super::types::{IdValue, TimeValue};
use crate::domain::{Actor, Change, Effect, Error, Id, Kind, Result, Timestamp, Verb};

/// A change before it has its place in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewChange {
    pub entry: Id,
    pub kind: Kind,
    pub verb: Verb,
    pub revision: Option<u32>,
    /// The change of the same batch that caused it, by index.
    pub cause: Option<usize>,
    /// Why, in the words of whoever did it.
    pub note: Option<String>,
    /// What readers see of it at its moment.
    pub effect: Option<Effect>,
}

/// Appends to the log, in order. Writers come one after the other, each from its beginning to its commit, so the
/// order of sequence numbers is the order of commits: a reader who has seen one never later finds a smaller one.
pub(crate) fn append(
    connection: &mut AnyConnection,
    at: Timestamp,
    actor: &Actor,
    new: &[NewChange],
) -> Result<()> {
    if new.is_empty() {
        return Ok(());
    }
    let first = latest(connection)? + 1;
    let sequence = |index: usize| i64::try_from(index).map(|index| first + index).map_err(Error::internal);
    let rows = new.iter().enumerate().map(|(index, change)| {
        let NewChange { entry, kind, verb, revision, cause, note, effect } = change;
        Ok(vec![
            sequence(index)?.into(),
            at.into(),
            (*entry).into(),
            kind.as_str().into(),
            verb.as_str().into(),
            revision.map(number).transpose()?.into(),
            cause.map(sequence).transpose()?.into(),
            actor.to_string().into(),
            note.clone().into(),
            effect.map(|effect| effect.as_str().to_owned()).into(),
        ])
    });
    let rows = rows.collect::<Result<_>>()?;
    let columns = "changes (sequence, at, entry_id, kind, verb, revision, cause, actor, note, effect)";
    statement::insert(connection, columns, rows)?;
    super::wake::announce(connection)
}

/// The changes behind a sequence number, in order.
pub(crate) fn after(connection: &mut AnyConnection, sequence: i64, limit: i64) -> Result<Vec<Change>> {
    let rows: Vec<Row> = changes::table
        .filter(changes::sequence.gt(sequence))
        .order(changes::sequence)
        .limit(limit)
        .load(connection)?;
    rows.into_iter().map(from_row).collect()
}

/// The same of which readers saw something.
pub(crate) fn told_after(connection: &mut AnyConnection, sequence: i64, limit: i64) -> Result<Vec<Change>> {
    let rows: Vec<Row> = changes::table
        .filter(changes::sequence.gt(sequence))
        .filter(changes::effect.is_not_null())
        .order(changes::sequence)
        .limit(limit)
        .load(connection)?;
    rows.into_iter().map(from_row).collect()
}

/// Whether there are more than `most` changes behind a sequence number of which readers saw something.
pub(crate) fn told_more_than(connection: &mut AnyConnection, sequence: i64, most: i64) -> Result<bool> {
    let next = changes::table
        .filter(changes::sequence.gt(sequence))
        .filter(changes::effect.is_not_null())
        .select(changes::sequence)
        .order(changes::sequence)
        .offset(most);
    Ok(next.first::<i64>(connection).optional()?.is_some())
}

/// The number of the latest change of which readers saw something; 0 while there is none.
pub(crate) fn latest_told(connection: &mut AnyConnection) -> Result<i64> {
    let told = changes::table.filter(changes::effect.is_not_null()).select(changes::sequence);
    Ok(told.order(changes::sequence.desc()).first(connection).optional()?.unwrap_or(0))
}

/// When the latest change was written.
pub(crate) fn latest_moment(connection: &mut AnyConnection) -> Result<Option<Timestamp>> {
    let times = changes::table.select(changes::at).order(changes::sequence.desc());
    Ok(times.first::<TimeValue>(connection).optional()?.map(|at| at.0))
}

/// The number of the latest change; 0 while there is none.
pub(crate) fn latest(connection: &mut AnyConnection) -> Result<i64> {
    let last: Option<i64> = changes::table.select(max(changes::sequence)).first(connection)?;
    Ok(last.unwrap_or(0))
}

/// The latest decision about an entry.
pub(crate) fn latest_decision(connection: &mut AnyConnection, entry: Id) -> Result<Option<Change>> {
    let decisions = Verb::ALL.iter().filter(|verb| verb.is_decision()).map(|verb| verb.as_str());
    let row: Option<Row> = changes::table
        .filter(changes::entry_id.eq(IdValue(entry)))
        .filter(changes::verb.eq_any(decisions.collect::<Vec<_>>()))
        .order(changes::sequence.desc())
        .first(connection)
        .optional()?;
    row.map(from_row).transpose()
}

type Row = (
    i64,
    TimeValue,
    IdValue,
    String,
    String,
    Option<i32>,
    Option<i64>,
    String,
    Option<String>,
    Option<String>,
);

fn from_row(row: Row) -> Result<Change> {
    let (sequence, at, entry, kind, verb, revision, cause, actor, note, effect) = row;
    Ok(Change {
        sequence,
        at: at.0,
        entry: entry.0,
        kind: kind_of(&kind)?,
        verb: Verb::parse(&verb).ok_or_else(|| Error::internal(format!("stored verb {verb}")))?,
        revision: revision.map(unsigned).transpose()?,
        cause,
        actor: actor.parse()?,
        note,
        effect: effect.map(|text| effect_of(&text)).transpose()?,
    })
}

fn effect_of(text: &str) -> Result<Effect> {
    Effect::parse(text).ok_or_else(|| Error::internal(format!("stored effect {text}")))
}
