//! Lists of editions: filtered, sorted, and cut into pages by keyset.

mod clauses;
mod order;
mod part;
mod total;

use std::collections::HashMap;

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable, Text};

pub(crate) use total::{count, count_by_locale, count_followers};

use super::AnyConnection;
use super::condition::Asked;
use super::connection::{look_up_each, plan_for_values};
use super::edition::{Columns, JOIN_CONTENT, Row, columns, from_row};
use super::lead::{self, Known, Lead};
use super::search::plans::Plans;
use super::statement::{MAX_UNION, Statement};
use super::types::{IdValue, JsonValue, TimeValue, sql};
use crate::document::Documented;
use crate::domain::page::{Count, Direction, SortKey, Total};
use crate::domain::{
    AsOf, Condition, Content, Cursor, Edition, Id, Kind, Page, PageRequest, Result, Role, Sort,
};
use clauses::List;

/// One page of the visible editions of a kind for which all conditions hold. Moments in them are settled.
pub(crate) fn page<C: Documented>(
    connection: &mut AnyConnection,
    as_of: AsOf,
    conditions: &[Condition<Id>],
    request: &PageRequest,
    body: bool,
) -> Result<Page<Edition<C>>> {
    let plans = Plans::prepare(connection, C::KIND, conditions)?;
    let asked = Asked::new(as_of, &plans);
    let (mut list, known) = list(connection, C::KIND, asked, conditions, request)?;
    let looked = known.as_ref().is_some_and(|known| known.looked);
    let is_open = lead::is_open(as_of, conditions, request.sort);
    // Where links are walked and nothing is counted, there is one way only.
    let mut by_values = is_open && !(list.walks_links() && request.total == Total::None);
    if by_values && !looked {
        plan_for_values(connection, true)?;
    }
    let part = part::of_page(connection, &list, request)?;
    let mut editions = editions(connection, &part, request, body)?;
    if editions.len() <= request.size as usize && goes_on(connection, &list, request)? {
        if !by_values {
            plan_for_values(connection, true)?;
            by_values = true;
        }
        look_up_each(connection, true)?;
        list = closer(connection, list, known)?;
        editions = self::editions(connection, &list, request, body)?;
        look_up_each(connection, false)?;
    }
    let total = total::total_of(connection, list, request.total)?;
    if by_values || looked {
        plan_for_values(connection, false)?;
    }
    Ok(Page { total, ..into_page(editions, request) })
}

/// A list with what leads it, and what is known of its conditions, if that was asked.
fn list<'a>(
    connection: &mut AnyConnection,
    kind: Kind,
    asked: Asked<'a>,
    conditions: &'a [Condition<Id>],
    request: &'a PageRequest,
) -> Result<(List<'a>, Option<Known<'a>>)> {
    let lead::Choice { lead, walk, known } = lead::choose(connection, kind, asked, conditions, request)?;
    Ok((List { kind, asked, conditions, lead, walk }, known))
}

/// The same list where a page was not full with what was met: its conditions have to do with each other, or with the order.
fn closer<'a>(connection: &mut AnyConnection, list: List<'a>, known: Option<Known<'a>>) -> Result<List<'a>> {
    let Some(mut known) = known else { return Ok(list.walked_on()) };
    if let Some(few) = lead::closer(connection, &mut known)? {
        return Ok(List { lead: few, walk: None, ..list });
    }
    let merged = if list.is_of_all_languages() { known.languages(connection)? } else { None };
    Ok(match merged {
        Some(merged) => list.along(merged),
        None => list.walked_on(),
    })
}

/// Whether a walk ended before its index did. If it began where that does, it did: no further is walked than documents are
/// counted.
fn goes_on(connection: &mut AnyConnection, list: &List<'_>, request: &PageRequest) -> Result<bool> {
    let Some(walk) = list.walk.as_ref().filter(|walk| !walk.is_to_end()) else { return Ok(false) };
    if request.cursor.is_none() && list.is_whole(request.sort) {
        return Ok(true);
    }
    let mut statement = Statement::<Integer>::new("SELECT 1 FROM (");
    list.met_clauses(&mut statement, &list.keys(request.sort).columns(), request);
    statement.sql(" LIMIT 1 OFFSET ").number(walk.within - 1).sql(") AS met");
    Ok(statement.get_result::<i32>(connection).optional()?.is_some())
}

/// Those of a page, and one more if another follows.
fn editions<C: Documented>(
    connection: &mut AnyConnection,
    list: &List<'_>,
    request: &PageRequest,
    body: bool,
) -> Result<Vec<Edition<C>>> {
    if list.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = Statement::<Columns>::new(columns(body));
    list.page_clauses(&mut statement, JOIN_CONTENT, request);
    if list.is_rare() {
        statement.do_not_keep();
    }
    let rows: Vec<Row> = statement.load(connection)?;
    rows.into_iter().map(|row| from_row(list.asked.as_of, row)).collect()
}

/// How the database finds such a page, line by line, were its tables as large as can be.
pub(crate) fn explain(
    connection: &mut AnyConnection,
    kind: Kind,
    as_of: AsOf,
    conditions: &[Condition<Id>],
    request: &PageRequest,
) -> Result<Vec<String>> {
    let plans = Plans::prepare(connection, kind, conditions)?;
    let asked = Asked::new(as_of, &plans);
    let (list, _) = list(connection, kind, asked, conditions, request)?;
    if let AnyConnection::Postgres(postgres) = connection {
        postgres.batch_execute("SET LOCAL enable_seqscan = off")?;
        let mut statement = Statement::<Text>::new("EXPLAIN ");
        list.page_clauses(statement.sql(columns(false)), JOIN_CONTENT, request);
        return Ok(statement.load(connection)?);
    }
    let mut statement = Statement::<(Integer, Integer, Integer, Text)>::new("EXPLAIN QUERY PLAN ");
    list.page_clauses(statement.sql(columns(false)), JOIN_CONTENT, request);
    let lines: Vec<(i32, i32, i32, String)> = statement.load(connection)?;
    Ok(lines.into_iter().map(|(_, _, _, line)| line).collect())
}

/// For each of many entries one page of the editions that refer to it in one capacity: one statement for all, and
/// one more when the lists are to be counted.
pub(crate) fn pages_below<C: Documented>(
    connection: &mut AnyConnection,
    as_of: AsOf,
    parents: &[Id],
    role: Role,
    conditions: &[Condition<Id>],
    request: &PageRequest,
    body: bool,
) -> Result<Vec<(Id, Page<Edition<C>>)>> {
    let narrowed: Vec<_> = parents.iter().map(|parent| below(conditions, role, *parent)).collect();
    let plans = Plans::prepare(connection, C::KIND, conditions)?;
    let asked = Asked::new(as_of, &plans);
    let list = |conditions| List::new(C::KIND, asked, conditions, Lead::Link(0));
    let mut by_parent: HashMap<Id, Vec<Edition<C>>> = HashMap::with_capacity(parents.len());
    for lists in parents.iter().zip(&narrowed).collect::<Vec<_>>().chunks(MAX_UNION) {
        let mut union = Statement::<ColumnsBelow>::new("");
        for (index, (parent, conditions)) in lists.iter().enumerate() {
            union.sql(if index == 0 { "SELECT * FROM (" } else { " UNION ALL SELECT * FROM (" });
            union.sql(columns(body)).sql(", ").bind(**parent);
            list(conditions).page_clauses(&mut union, JOIN_CONTENT, request);
            union.sql(") AS below");
        }
        let rows: Vec<RowBelow> = union.do_not_keep().clone().load(connection)?;
        for (id, revision, published, content_updated, updated, content, body, parent) in rows {
            let edition =
                from_row(as_of, (id, revision, published, content_updated, updated, content, body))?;
            by_parent.entry(parent.0).or_default().push(edition);
        }
    }
    let lists: Vec<List<'_>> = narrowed.iter().map(|conditions| list(conditions)).collect();
    let totals = total::totals(connection, &lists, request.total)?;
    let page = |(parent, total): (&Id, Option<Count>)| {
        let editions = by_parent.remove(parent).unwrap_or_default();
        (*parent, Page { total, ..into_page(editions, request) })
    };
    Ok(parents.iter().zip(totals).map(page).collect())
}

/// [`Columns`] and the entry that the list stands below.
type ColumnsBelow =
    (sql::Id, Integer, sql::UtcTime, sql::UtcTime, sql::UtcTime, sql::Json, Nullable<sql::Json>, sql::Id);

type RowBelow = (IdValue, i32, TimeValue, TimeValue, TimeValue, JsonValue, Option<JsonValue>, IdValue);

/// The conditions with the reference to the parent, which comes first: it leads the index walk.
pub(crate) fn below(conditions: &[Condition<Id>], role: Role, parent: Id) -> Vec<Condition<Id>> {
    let parent = Condition::Refers(role, vec![parent]);
    std::iter::once(parent).chain(conditions.iter().cloned()).collect()
}

/// Cuts off the row that only told whether another follows, and restores the order of the list.
fn into_page<C: Content>(mut items: Vec<Edition<C>>, request: &PageRequest) -> Page<Edition<C>> {
    let size = usize::try_from(request.size).unwrap_or(usize::MAX);
    let more = items.len() > size;
    items.truncate(size);
    let (has_next, has_previous) = match request.direction {
        Direction::Forward => (more, request.cursor.is_some()),
        Direction::Backward => {
            items.reverse();
            (request.cursor.is_some(), more)
        }
    };
    let cursors = items.iter().map(|edition| cursor(edition, request.sort)).collect();
    Page { items, cursors, has_next, has_previous, total: None }
}

fn cursor<C: Content>(edition: &Edition<C>, sort: Sort) -> Cursor {
    // The list holds only what has a place in it.
    let key = SortKey::of(edition, sort).unwrap_or(SortKey::Time(edition.clocks.published_at));
    Cursor { key, id: edition.id }
}
