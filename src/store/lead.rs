//! What leads a list: the index that is walked, or the few entries that are looked at.
//!
//! A list stands in an order, and each of its conditions may be rare or common. Walking the order is right while enough of
//! what is met belongs to the list; what is rare is better gathered and sorted. The databases guess which is which; this
//! looks, which costs one statement and is the same on both.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::AnyConnection;
use super::condition::{Asked, candidates, tie};
use super::search::find::Plans;
use super::statement::Statement;
use super::types::{IdValue, sql};
use crate::domain::filter::Clock;
use crate::domain::{AsOf, Condition, Id, Kind, Result, Sort};

/// How many entries are gathered and sorted; of more, so many are met while walking that a page is soon full.
const FEW: usize = 1_000;

/// What leads a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// Its order.
    Order,
    /// The condition with this index: a reference, in whose index the latest stand together.
    Link(usize),
    /// These entries: the list holds no others.
    Few(Vec<Id>),
}

/// Whether it must be looked at what leads.
pub(super) fn is_open(as_of: AsOf, conditions: &[Condition<Id>], sort: Sort) -> bool {
    let is_present = matches!(as_of, AsOf::Now(_) | AsOf::Embargoed(_) | AsOf::Preview { .. });
    is_present
        && match conditions {
            [condition] => !is_index(condition, sort),
            // The ends of one period of the order itself.
            conditions => !conditions.iter().all(|condition| is_part_of(condition, sort)),
        }
}

/// Chooses.
pub(super) fn choose(
    connection: &mut AnyConnection,
    kind: Kind,
    asked: Asked<'_>,
    conditions: &[Condition<Id>],
    sort: Sort,
) -> Result<Lead> {
    let is_open = is_open(asked.as_of, conditions, sort);
    if is_open && let Some(few) = fewest(connection, kind, asked.plans, conditions)? {
        return Ok(Lead::Few(few));
    }
    // Where it was not looked, what refers to one entry is taken to be rare.
    let by_publication = sort.clock() == Some(Clock::Published);
    let link = conditions.iter().position(|it| tie(it).is_some_and(|(_, to)| to.len() == 1));
    Ok(link.filter(|_| by_publication || !is_open).map_or(Lead::Order, Lead::Link))
}

/// Whether a condition cuts a part out of the order of the list.
pub(super) fn is_part_of(condition: &Condition<Id>, sort: Sort) -> bool {
    matches!(condition, Condition::Time(clock, _) if sort.clock() == Some(*clock))
}

/// Whether there is an index in which what a condition finds stands in the order of the list.
pub(super) fn is_index(condition: &Condition<Id>, sort: Sort) -> bool {
    let by_publication = sort.clock() == Some(Clock::Published);
    match condition {
        Condition::Refers(_, to) | Condition::Source(to) => by_publication && to.len() == 1,
        Condition::Variant(variants) => by_publication && variants.len() == 1,
        Condition::Locale(locales) => by_publication && locales.len() == 1,
        Condition::HasImage(_) => by_publication,
        Condition::Time(..) => is_part_of(condition, sort),
        Condition::TranslationGroup(_) => true,
        _ => false,
    }
}

/// The entries among which the rarest condition finds all that it finds, if these are few.
fn fewest(
    connection: &mut AnyConnection,
    kind: Kind,
    plans: &Plans,
    conditions: &[Condition<Id>],
) -> Result<Option<Vec<Id>>> {
    let mut union = Statement::<(BigInt, sql::Id)>::new("");
    let mut found: BTreeMap<i64, Vec<Id>> = BTreeMap::new();
    for (index, condition) in (0_i64..).zip(conditions) {
        let mut part = Statement::new(if found.is_empty() { "SELECT " } else { " UNION ALL SELECT " });
        part.bind(index).sql(", entry_id FROM (");
        if candidates(&mut part, kind, plans, condition, i64::try_from(FEW).unwrap_or(i64::MAX)) {
            part.sql(") AS found");
            union.append(part);
            found.insert(index, Vec::new());
        }
    }
    if found.is_empty() {
        return Ok(None);
    }
    let rows: Vec<(i64, IdValue)> = union.do_not_keep().clone().load(connection)?;
    for (index, id) in rows {
        found.entry(index).or_default().push(id.0);
    }
    let fewest = found.into_values().min_by_key(Vec::len).filter(|entries| entries.len() < FEW);
    Ok(fewest.map(|mut entries| {
        entries.sort_unstable();
        entries.dedup();
        entries
    }))
}
