//! How many entries there are in lists.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::below;
use super::clauses::List;
use crate::domain::filter;
use crate::domain::page::{Count, Total};
use crate::domain::{AsOf, Condition, Error, Id, Kind, Locale, PageRequest, Result, Role};
use crate::store::AnyConnection;
use crate::store::condition::{Asked, tie};
use crate::store::connection::plan_for_values;
use crate::store::lead::Lead;
use crate::store::search::{self, plans::Plans};
use crate::store::statement::{LINK, MAX_UNION, Statement, tables};
use crate::store::types::{IdValue, sql};

/// How many visible editions of a kind there are for which all conditions hold.
pub(crate) fn count(
    connection: &mut AnyConnection,
    kind: Kind,
    as_of: AsOf,
    conditions: &[Condition<Id>],
) -> Result<i64> {
    let plans = Plans::prepare(connection, kind, conditions)?;
    let asked = Asked::new(as_of, &plans);
    let request = PageRequest::first(1);
    let (list, known) = super::list(connection, kind, asked, conditions, &request)?;
    let total = total_of(connection, list, Total::Exact)?;
    if known.is_some_and(|known| known.looked) {
        plan_for_values(connection, false)?;
    }
    Ok(total.map_or(0, |total| total.count))
}

/// How many articles in each language show a fact box, in the order of the languages.
pub(crate) fn count_by_locale(
    connection: &mut AnyConnection,
    as_of: AsOf,
    fact_box: Id,
) -> Result<Vec<(Locale, u64)>> {
    let shows = below(&[], Role::FactBox, fact_box);
    let plans = Plans::default();
    let asked = Asked::new(as_of, &plans);
    let list = List::new(Kind::Article, asked, &shows, Lead::Link(0));
    let mut statement = Statement::<(Text, BigInt)>::new("SELECT e.locale, COUNT(*)");
    list.matching(&mut statement, "", &PageRequest::first(1), as_of.moment());
    statement.sql(" GROUP BY e.locale ORDER BY e.locale");
    let rows: Vec<(String, i64)> = statement.load(connection)?;
    rows.into_iter()
        .map(|(locale, count)| Ok((locale.parse()?, u64::try_from(count).map_err(Error::internal)?)))
        .collect()
}

/// How many articles show each of some fact boxes. None shows those that are not there.
pub(crate) fn count_followers(
    connection: &mut AnyConnection,
    as_of: AsOf,
    fact_boxes: &[Id],
) -> Result<HashMap<Id, u64>> {
    let mut statement = Statement::<(sql::Id, BigInt)>::new("SELECT l.target_id, COUNT(*)");
    statement.sql(tables(as_of).from_links).sql(" WHERE ").is_in("l.target_id", fact_boxes);
    statement.sql(" AND l.role = ").bind(Role::FactBox.as_str());
    statement.sql(" AND l.kind = ").bind(Kind::Article.as_str()).sql(" AND ").visible(&LINK, as_of);
    statement.sql(" GROUP BY l.target_id");
    let rows: Vec<(IdValue, i64)> = statement.load(connection)?;
    rows.into_iter().map(|(id, count)| Ok((id.0, u64::try_from(count).map_err(Error::internal)?))).collect()
}

/// The length of a whole list. To count to the end, what matches a search is gathered: no order is walked that could end.
pub(super) fn total_of(
    connection: &mut AnyConnection,
    list: List<'_>,
    total: Total,
) -> Result<Option<Count>> {
    let list = list.into_counted();
    if total != Total::Exact {
        return Ok(totals(connection, &[list], total)?.pop().flatten());
    }
    // Where another condition finds few, these are looked at.
    if !list.lead.is_gathered() {
        let counted = match search::total::exact(connection, list.kind, list.asked, list.conditions)? {
            None => less(connection, &list)?,
            counted => counted,
        };
        if let Some(count) = counted {
            return Ok(Some(Count { count, exact: true }));
        }
    }
    if filter::searched(list.conditions).is_some() {
        // Planned for the very words, Postgres may rather look into each document.
        plan_for_values(connection, false)?;
    }
    let plans = list.asked.plans.gathered();
    let list = List { asked: Asked::new(list.asked.as_of, &plans), ..list };
    Ok(totals(connection, &[list], total)?.pop().flatten())
}

/// How many there are where one condition leaves out what refers to something: all, less those that do. Each is counted by an
/// index; to find that something is not there, each entry would have to be asked.
fn less<'c>(connection: &mut AnyConnection, list: &List<'c>) -> Result<Option<i64>> {
    let List { kind, asked, conditions, lead: _, walk: _ } = list;
    let left_out = |(place, condition): (usize, &'c Condition<Id>)| match condition {
        Condition::Not(inner) if tie(inner).is_some() => Some((place, &**inner)),
        _ => None,
    };
    let mut all_left_out = conditions.iter().enumerate().filter_map(left_out);
    let (Some((place, left_out)), None) = (all_left_out.next(), all_left_out.next()) else { return Ok(None) };
    if !Condition::searches(conditions).is_empty() {
        return Ok(None);
    }
    let mut others = conditions.to_vec();
    others.remove(place);
    let all = count(connection, *kind, asked.as_of, &others)?;
    others.push(left_out.clone());
    Ok(Some(all - count(connection, *kind, asked.as_of, &others)?))
}

/// The lengths of whole lists, in their order; one statement for all.
pub(super) fn totals(
    connection: &mut AnyConnection,
    lists: &[List<'_>],
    total: Total,
) -> Result<Vec<Option<Count>>> {
    let limit = match total {
        Total::None => return Ok(vec![None; lists.len()]),
        Total::Estimate => Some(Total::ESTIMATE_LIMIT + 1),
        Total::Exact => None,
    };
    let mut counts = vec![None; lists.len()];
    for (chunk, lists) in lists.chunks(MAX_UNION).enumerate() {
        let mut union = Statement::<(BigInt, BigInt)>::new("");
        for (index, list) in (chunk * MAX_UNION..).zip(lists) {
            union.sql(if index % MAX_UNION == 0 { "SELECT " } else { " UNION ALL SELECT " });
            union.bind(i64::try_from(index).map_err(Error::internal)?).sql(", COUNT(*) FROM (SELECT 1");
            list.matching(&mut union, "", &PageRequest::first(1), list.asked.as_of.moment());
            if let Some(limit) = limit {
                union.sql(" LIMIT ").bind(limit);
            }
            union.sql(") AS matching");
        }
        let rows: Vec<(i64, i64)> = union.do_not_keep().clone().load(connection)?;
        for (index, count) in rows {
            let exact = limit.is_none_or(|limit| count < limit);
            let count = Count { count: if exact { count } else { Total::ESTIMATE_LIMIT }, exact };
            counts[usize::try_from(index).map_err(Error::internal)?] = Some(count);
        }
    }
    Ok(counts)
}
