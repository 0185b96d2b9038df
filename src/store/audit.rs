//! The audit: who did what, or was not let.

use std::collections::HashSet;

use diesel::dsl::max;
use diesel::prelude::*;

use super::AnyConnection;
use super::entry::{kind_of, number, unsigned};
use super::schema::audit;
use super::statement;
use super::types::{IdValue, TimeValue};
use crate::domain::audit::{Happening, Record};
use crate::domain::{Caller, Error, Id, Result, Timestamp};

/// Appends records, in order.
pub(crate) fn append(
    connection: &mut AnyConnection,
    at: Timestamp,
    caller: &Caller,
    records: &[Record],
) -> Result<()> {
    let last: Option<i64> = audit::table.select(max(audit::sequence)).first(connection)?;
    let rows = (last.unwrap_or(0) + 1..).zip(records).map(|(sequence, record)| {
        let Record { action, done, entry, before, after, note } = record;
        let (kind, id) = entry.map(|(kind, id)| (kind.to_string(), id)).unzip();
        Ok(vec![
            sequence.into(),
            at.into(),
            caller.actor.to_string().into(),
            caller.address.map(|address| address.to_string()).into(),
            action.as_str().into(),
            (*done).into(),
            id.into(),
            kind.into(),
            before.map(number).transpose()?.into(),
            after.map(number).transpose()?.into(),
            note.clone().into(),
        ])
    });
    let rows = rows.collect::<Result<_>>()?;
    let columns = "audit (sequence, at, actor, address, action, done, entry_id, kind, before_revision, \
                   after_revision, note)";
    Ok(statement::insert(connection, columns, rows)?)
}

/// What is asked of the audit.
#[derive(Clone, Debug, Default)]
pub(crate) struct Question {
    pub actor: Option<String>,
    pub entry: Option<Id>,
    pub action: Option<String>,
    pub done: Option<bool>,
    pub since: Option<Timestamp>,
    pub until: Option<Timestamp>,
    pub before: Option<i64>,
}

/// What somebody did, or was not let do, after a moment, as far as their latest thousand records go back.
pub(crate) fn lately(
    connection: &mut AnyConnection,
    actor: &str,
    after: Timestamp,
) -> Result<HashSet<Lately>> {
    type Row = (TimeValue, Option<String>, String, bool, Option<IdValue>, Option<i32>);
    let rows: Vec<Row> = audit::table
        .filter(audit::actor.eq(actor))
        .order(audit::sequence.desc())
        .limit(1_000)
        .select((
            audit::at,
            audit::address,
            audit::action,
            audit::done,
            audit::entry_id,
            audit::after_revision,
        ))
        .load(connection)?;
    let recent = rows.into_iter().take_while(|(at, ..)| at.0 > after);
    let lately = recent.map(|(_, address, action, done, entry, after)| {
        let (entry, after) = (entry.map(|id| id.0), after.map(unsigned).transpose()?);
        Ok(Lately { address, action, done, entry, after })
    });
    lately.collect()
}

/// What tells one record of somebody from another, besides its time.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Lately {
    address: Option<String>,
    action: String,
    done: bool,
    entry: Option<Id>,
    after: Option<u32>,
}

impl Lately {
    /// Of a record that is about to be made.
    pub(crate) fn of(record: &Record, caller: &Caller) -> Self {
        let Record { action, done, entry, before: _, after, note: _ } = record;
        let address = caller.address.map(|address| address.to_string());
        Self { address, action: action.clone(), done: *done, entry: entry.map(|(_, id)| id), after: *after }
    }
}

/// Whether somebody ever did something to an entry.
pub(crate) fn has_done(connection: &mut AnyConnection, actor: &str, action: &str, entry: Id) -> Result<bool> {
    let done = audit::table
        .filter(audit::entry_id.eq(IdValue(entry)))
        .filter(audit::actor.eq(actor))
        .filter(audit::action.eq(action))
        .filter(audit::done.eq(true))
        .select(audit::sequence);
    Ok(done.first::<i64>(connection).optional()?.is_some())
}

/// The newest records first, at most so many.
pub(crate) fn find(
    connection: &mut AnyConnection,
    question: &Question,
    limit: i64,
) -> Result<Vec<Happening>> {
    type Row = (
        (i64, TimeValue, String, Option<String>, String, bool),
        (Option<IdValue>, Option<String>, Option<i32>, Option<i32>, Option<String>),
    );
    let Question { actor, entry, action, done, since, until, before } = question;
    let mut query = audit::table
        .select((
            (audit::sequence, audit::at, audit::actor, audit::address, audit::action, audit::done),
            (audit::entry_id, audit::kind, audit::before_revision, audit::after_revision, audit::note),
        ))
        .order(audit::sequence.desc())
        .limit(limit)
        .into_boxed();
    if let Some(actor) = actor {
        query = query.filter(audit::actor.eq(actor));
    }
    if let Some(entry) = entry {
        query = query.filter(audit::entry_id.eq(IdValue(*entry)));
    }
    if let Some(action) = action {
        query = query.filter(audit::action.eq(action));
    }
    if let Some(done) = done {
        query = query.filter(audit::done.eq(*done));
    }
    if let Some(since) = since {
        query = query.filter(audit::at.ge(TimeValue(*since)));
    }
    if let Some(until) = until {
        query = query.filter(audit::at.lt(TimeValue(*until)));
    }
    if let Some(before) = before {
        query = query.filter(audit::sequence.lt(*before));
    }
    let rows: Vec<Row> = query.load(connection)?;
    rows.into_iter()
        .map(|((sequence, at, actor, address, action, done), (id, kind, before, after, note))| {
            let kind = kind.as_deref().map(kind_of).transpose()?;
            let record = Record {
                action,
                done,
                entry: kind.zip(id.map(|id| id.0)),
                before: before.map(unsigned).transpose()?,
                after: after.map(unsigned).transpose()?,
                note,
            };
            let address = address.map(|address| address.parse()).transpose().map_err(Error::internal)?;
            Ok(Happening { sequence, at: at.0, actor: actor.parse()?, address, record })
        })
        .collect()
}
