//! Which of some entries a list would hold, now and right before moments that were.

use std::collections::HashSet;
use std::time::Duration;

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::AnyConnection;
use super::condition::{self, Asked, Check};
use super::search::plans::Plans;
use super::statement::{EDITION, MAX_UNION, Statement, tables};
use super::types::{IdValue, sql};
use crate::domain::{AsOf, Condition, Error, Id, Kind, Result, Timestamp};

/// The entries that were found.
#[derive(Debug, Default)]
pub(crate) struct Matching {
    /// Those that a list would hold now.
    pub now: HashSet<Id>,
    /// Those that it would have held right before a moment.
    pub before: HashSet<(Timestamp, Id)>,
}

/// Those of the changed entries that are visible and for which all conditions hold: now, and right before the moment that
/// each is named with. One statement for all.
pub(crate) fn of_changed(
    connection: &mut AnyConnection,
    kind: Kind,
    as_of: AsOf,
    conditions: &[Condition<Id>],
    changed: &[(Timestamp, Vec<Id>)],
) -> Result<Matching> {
    let Matching { mut now, mut before } = Matching::default();
    for changed in changed.chunks(MAX_UNION - 1) {
        let all: Vec<Id> = changed.iter().flat_map(|(_, ids)| ids).copied().collect();
        let mut union = Statement::<(BigInt, sql::Id)>::new("SELECT ");
        part(&mut union, (-1, &all), (kind, as_of), conditions);
        for (index, (at, ids)) in (0_i64..).zip(changed) {
            union.sql(" UNION ALL SELECT ");
            let then = AsOf::Then(at.minus(Duration::from_millis(1)));
            part(&mut union, (index, ids), (kind, then), conditions);
        }
        for (index, id) in union.do_not_keep().clone().load::<(i64, IdValue)>(connection)? {
            match usize::try_from(index) {
                Err(_) => {
                    now.insert(id.0);
                }
                Ok(index) => {
                    let (at, _) = changed.get(index).ok_or_else(|| Error::internal("an unknown moment"))?;
                    before.insert((*at, id.0));
                }
            }
        }
    }
    Ok(Matching { now, before })
}

fn part<R>(
    statement: &mut Statement<R>,
    (index, ids): (i64, &[Id]),
    (kind, as_of): (Kind, AsOf),
    conditions: &[Condition<Id>],
) {
    statement.bind(index).sql(", e.entry_id").sql(tables(as_of).from).sql(" WHERE ");
    statement.is_in("e.entry_id", ids).sql(" AND e.kind = ").bind(kind.as_str());
    statement.sql(" AND ").visible(&EDITION, as_of);
    // What was is not searched.
    let plans = Plans::default();
    let asked = Asked::new(as_of, &plans);
    for condition in conditions {
        statement.sql(" AND ");
        condition::holds(statement, asked, condition, Check::Met);
    }
}
