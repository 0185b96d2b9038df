//! Lists of editions: filtered, sorted, and cut into pages by keyset.

use std::collections::HashMap;

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable, Text};

use super::condition::{Asked, Check};
use super::connection::plan_for_values;
use super::edition::{Columns, JOIN_CONTENT, Row, columns, from_row};
use super::lead::{self, Lead};
use super::search::find::Plans;
use super::search::{newest, ranked};
use super::statement::{EDITION, LINK, MAX_UNION, Statement, tables};
use super::types::{IdValue, JsonValue, TimeValue, sql};
use super::{AnyConnection, condition};
use crate::document::Documented;
use crate::domain::filter::{self, Clock, Period};
use crate::domain::page::{Count, Direction, SortKey, Total};
use crate::domain::{
    AsOf, Condition, Content, Cursor, Edition, Error, Id, Kind, Locale, Page, PageRequest, Result, Role,
    Sort, Timestamp,
};

/// One page of the visible editions of a kind for which all conditions hold. Moments in them are settled.
pub(crate) fn page<C: Documented>(
    connection: &mut AnyConnection,
    as_of: AsOf,
    conditions: &[Condition<Id>],
    request: &PageRequest,
    body: bool,
) -> Result<Page<Edition<C>>> {
    let is_open = lead::is_open(as_of, conditions, request.sort);
    if is_open {
        plan_for_values(connection, true)?;
    }
    let plans = Plans::prepare(connection, C::KIND, conditions)?;
    let asked = Asked::new(as_of, &plans);
    let lead = lead::choose(connection, C::KIND, asked, conditions, request.sort)?;
    let list = List { kind: C::KIND, asked, conditions, lead };
    let part = part(connection, &list, request)?;
    let mut statement = Statement::<Columns>::new(columns(body));
    part.page_clauses(&mut statement, request);
    if part.is_rare() {
        statement.do_not_keep();
    }
    let rows: Vec<Row> = if part.is_empty() { Vec::new() } else { statement.load(connection)? };
    let editions = rows.into_iter().map(|row| from_row(as_of, row)).collect::<Result<Vec<_>>>()?;
    let total = total_of(connection, list, request.total)?;
    if is_open {
        plan_for_values(connection, false)?;
    }
    Ok(Page { total, ..into_page(editions, request) })
}

/// The list, or a part of it in which the page is, where its search leads there. All conditions hold for that already.
fn part<'a>(connection: &mut AnyConnection, list: &List<'a>, request: &PageRequest) -> Result<List<'a>> {
    let List { kind, asked, conditions, ref lead } = *list;
    let found = if lead.is_gathered() {
        None
    } else if let Some(newest) = newest::of_page(connection, kind, asked, conditions, request)? {
        Some(newest)
    } else {
        walked(connection, list, request)?
    };
    Ok(match found {
        Some(entries) => List { kind, asked, conditions: &[], lead: Lead::Few(entries) },
        None => List { kind, asked, conditions, lead: lead.clone() },
    })
}

/// The entries of a page of which most that are met in its order match its search, if that is so. The words may all stand
/// at the other end of the order, so no more are met than is likely to do.
fn walked(connection: &mut AnyConnection, list: &List<'_>, request: &PageRequest) -> Result<Option<Vec<Id>>> {
    let List { kind, asked, conditions, ref lead } = *list;
    let by_order = *lead == Lead::Order && matches!(asked.as_of, AsOf::Now(_));
    let Some(search) = filter::searched(conditions).filter(|_| by_order) else { return Ok(None) };
    let page = usize::try_from(request.size).unwrap_or(usize::MAX).saturating_add(1);
    let plan = asked.plans.of(search);
    let Some((plan, met)) = plan.and_then(|plan| Some((plan, plan.met_for(page as u64)?))) else {
        return Ok(None);
    };
    let others = ranked::Narrowed::by(kind, search, conditions, false).others;
    let list = List { kind, asked, conditions: &others, lead: Lead::Order };
    let mut statement = Statement::<sql::Id>::new("SELECT w.entry_id FROM (SELECT e.entry_id, e.revision");
    let met = u32::try_from(met).unwrap_or(u32::MAX);
    list.page_clauses(&mut statement, &PageRequest { size: met, ..request.clone() });
    plan.holds_for_each(statement.sql(") w WHERE "));
    let found: Vec<IdValue> = statement.do_not_keep().clone().load(connection)?;
    Ok((found.len() >= page).then(|| found.into_iter().map(|id| id.0).collect()))
}

/// How many visible editions of a kind there are for which all conditions hold.
pub(crate) fn count(
    connection: &mut AnyConnection,
    kind: Kind,
    as_of: AsOf,
    conditions: &[Condition<Id>],
) -> Result<i64> {
    let plans = Plans::prepare(connection, kind, conditions)?;
    let asked = Asked::new(as_of, &plans);
    let lead = lead::choose(connection, kind, asked, conditions, Sort::PublishedDesc)?;
    let total = total_of(connection, List { kind, asked, conditions, lead }, Total::Exact)?;
    Ok(total.map_or(0, |total| total.count))
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
    let lead = lead::choose(connection, kind, asked, conditions, request.sort)?;
    let list = List { kind, asked, conditions, lead };
    if let AnyConnection::Postgres(postgres) = connection {
        postgres.batch_execute("SET LOCAL enable_seqscan = off")?;
        let mut statement = Statement::<Text>::new("EXPLAIN ");
        list.page_clauses(statement.sql(columns(false)), request);
        return Ok(statement.load(connection)?);
    }
    let mut statement = Statement::<(Integer, Integer, Integer, Text)>::new("EXPLAIN QUERY PLAN ");
    list.page_clauses(statement.sql(columns(false)), request);
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
    let list = |conditions| List { kind: C::KIND, asked, conditions, lead: Lead::Link(0) };
    let mut by_parent: HashMap<Id, Vec<Edition<C>>> = HashMap::with_capacity(parents.len());
    for lists in parents.iter().zip(&narrowed).collect::<Vec<_>>().chunks(MAX_UNION) {
        let mut union = Statement::<ColumnsBelow>::new("");
        for (index, (parent, conditions)) in lists.iter().enumerate() {
            union.sql(if index == 0 { "SELECT * FROM (" } else { " UNION ALL SELECT * FROM (" });
            union.sql(columns(body)).sql(", ").bind(**parent);
            list(conditions).page_clauses(&mut union, request);
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
    let totals = totals(connection, &lists, request.total)?;
    let page = |(parent, total): (&Id, Option<Count>)| {
        let editions = by_parent.remove(parent).unwrap_or_default();
        (*parent, Page { total, ..into_page(editions, request) })
    };
    Ok(parents.iter().zip(totals).map(page).collect())
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
    let list = List { kind: Kind::Article, asked, conditions: &shows, lead: Lead::Link(0) };
    let mut statement = Statement::<(Text, BigInt)>::new("SELECT e.locale, COUNT(*)");
    list.matching(&mut statement, "", Sort::PublishedDesc, as_of.moment());
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

/// [`Columns`] and the entry that the list stands below.
type ColumnsBelow =
    (sql::Id, Integer, sql::UtcTime, sql::UtcTime, sql::UtcTime, sql::Json, Nullable<sql::Json>, sql::Id);

type RowBelow = (IdValue, i32, TimeValue, TimeValue, TimeValue, JsonValue, Option<JsonValue>, IdValue);

/// The conditions with the reference to the parent, which comes first: it leads the index walk.
pub(crate) fn below(conditions: &[Condition<Id>], role: Role, parent: Id) -> Vec<Condition<Id>> {
    let parent = Condition::Refers(role, vec![parent]);
    std::iter::once(parent).chain(conditions.iter().cloned()).collect()
}

struct List<'a> {
    kind: Kind,
    asked: Asked<'a>,
    conditions: &'a [Condition<Id>],
    lead: Lead,
}

impl List<'_> {
    /// Whether its statement is one of very many: plans that are hardly used again must not fill the memory.
    fn is_rare(&self) -> bool {
        match self.conditions {
            [] | [Condition::Time(_, Period::ALL)] => false,
            [Condition::Refers(_, targets)] => targets.len() > 1,
            [Condition::Locale(locales)] => locales.len() > 1,
            _ => true,
        }
    }

    fn is_empty(&self) -> bool {
        matches!(&self.lead, Lead::Few(entries) if entries.is_empty())
    }

    /// `FROM … WHERE … ORDER BY … LIMIT …`, one row more than the page to see whether another follows.
    fn page_clauses<R>(&self, statement: &mut Statement<R>, request: &PageRequest) {
        let keys = self.keys(request.sort);
        let latest = latest(request).unwrap_or(self.asked.as_of.horizon());
        // Of the few that are gathered only those of the page are joined with their contents.
        let is_few = self.lead.is_gathered();
        statement.sql(if is_few { " FROM (SELECT *" } else { "" });
        self.matching(
            statement,
            if is_few { "" } else { JOIN_CONTENT },
            request.sort,
            if keys.key == "e.visible_from" { latest } else { self.asked.as_of.moment() },
        );
        statement.sql(if is_few { " WHERE TRUE" } else { "" });
        match request.sort.clock() {
            _ if is_few => {}
            // Nothing is visible before it is published. Saying so lets the index walk begin at the moment.
            Some(Clock::Published | Clock::ContentUpdated) => {
                statement.sql(" AND ").sql(keys.key).sql(" <= ").bind(latest);
            }
            // Every title is. Without a bound SQLite prefers the index of times, which has one, and sorts all.
            None if request.cursor.is_none() => {
                statement.sql(" AND e.title >= ''");
            }
            _ => {}
        }
        let descending = request.sort.is_descending() == (request.direction == Direction::Forward);
        if let Some(Cursor { key, id }) = &request.cursor {
            statement.sql(" AND (").sql(keys.key).sql(", ").sql(keys.id);
            statement.sql(if descending { ") < (" } else { ") > (" });
            match key {
                // Scores are no order of the database: what is ranked comes from elsewhere.
                SortKey::Time(time) | SortKey::Score(_, time) => statement.bind(*time),
                SortKey::Text(text) => statement.bind(text.as_str()),
            };
            statement.sql(", ").bind(*id).sql(")");
        }
        keys.order(statement, descending);
        match limit(request.size) {
            Some(limit) => statement.sql(limit),
            None => statement.sql(" LIMIT ").bind(i64::from(request.size) + 1),
        };
        if is_few {
            keys.order(statement.sql(") e").sql(JOIN_CONTENT), descending);
        }
    }

    /// `FROM … WHERE …`, or when few entries are gathered, all of that inside a `FROM`. Where a link leads, its index is walked
    /// in the list's order.
    fn matching<R>(&self, statement: &mut Statement<R>, join: &'static str, sort: Sort, latest: Timestamp) {
        let as_of = self.asked.as_of;
        let mut others: Vec<_> = self.conditions.iter().collect();
        statement.sql(if self.lead.is_gathered() { " FROM (SELECT " } else { "" });
        match &self.lead {
            Lead::Link(place) => self.by_link(statement, others.remove(*place), join, latest),
            Lead::Linked(place) => {
                let condition = others.remove(*place);
                // Who refers to several of them is found several times.
                let is_one = condition::tie(condition).is_some_and(|(_, targets)| targets.len() == 1);
                statement.sql(if is_one { "" } else { "DISTINCT " }).sql(gathered(sort));
                self.by_link(statement, condition, "", as_of.moment());
            }
            Lead::Order | Lead::Index(_) => {
                statement.sql(tables(as_of).from).sql(join);
                statement.sql(" WHERE e.kind = ").bind(self.kind.as_str());
                statement.sql(" AND ").visible_since(&EDITION, as_of, latest);
            }
            Lead::Marked(marks) => {
                let places = self.conditions.iter().enumerate();
                others = places.filter(|(place, _)| !marks.meet(*place)).map(|(_, other)| other).collect();
                marks.join_editions(statement.sql(gathered(sort)), as_of);
                statement.sql(" AND ").visible_of_kind(self.kind, as_of);
            }
            Lead::Few(entries) => {
                statement.sql(gathered(sort)).sql(tables(as_of).from).sql(" WHERE ");
                statement.is_in("e.entry_id", entries).sql(" AND ").visible_of_kind(self.kind, as_of);
            }
        }
        let is_by_link = matches!(self.lead, Lead::Link(_) | Lead::Linked(_));
        let asked = if is_by_link { self.asked.along_links() } else { self.asked };
        for (index, condition) in others.into_iter().enumerate() {
            // Found by the index that leads, within a part of the order; all else is checked on what is found.
            let check = match self.lead {
                Lead::Linked(_) | Lead::Marked(_) | Lead::Few(_) => Check::Gathered,
                Lead::Index(place) if place == index => Check::Found,
                Lead::Order | Lead::Index(_) if lead::is_part_of(condition, sort) => Check::Found,
                _ => Check::Met,
            };
            statement.sql(" AND ");
            condition::holds(statement, asked, condition, check);
        }
        if self.lead.is_gathered() {
            // A fence: otherwise both databases may walk the order of the list to find the few in it.
            statement.sql(" LIMIT 1000000 OFFSET 0) e").sql(join);
        }
    }

    /// `FROM … WHERE …` of what refers to something, by the index of links.
    fn by_link<R>(
        &self,
        statement: &mut Statement<R>,
        condition: &Condition<Id>,
        join: &'static str,
        latest: Timestamp,
    ) {
        let Some((role, targets)) = condition::tie(condition) else { return };
        let tables = tables(self.asked.as_of);
        let is_gathered = self.lead.is_gathered();
        statement.sql(if is_gathered { tables.from_links_gathered } else { tables.from_links });
        statement.sql(join).sql(" WHERE ").is_in("l.target_id", targets);
        statement.sql(" AND l.role = ").bind(role);
        statement.sql(" AND l.kind = ").bind(self.kind.as_str());
        statement.sql(" AND ").visible_since(&LINK, self.asked.as_of, latest);
        if let AsOf::Now(_) | AsOf::Preview { .. } = self.asked.as_of {
            // As its link says: said once more, so that the index of present editions answers, without their rows.
            statement.sql(" AND e.archived_at IS NULL");
        }
    }

    /// The columns that a list is sorted by: of the link where it leads, so that its index gives the order.
    fn keys(&self, sort: Sort) -> Keys {
        let linked = matches!(self.lead, Lead::Link(_));
        match sort.clock() {
            Some(Clock::Published) if linked => Keys { key: "l.published_at", id: "l.entry_id" },
            Some(clock) => Keys { key: condition::column(clock, Check::Found), id: "e.entry_id" },
            None => Keys { key: "e.title", id: "e.entry_id" },
        }
    }
}

/// The length of a whole list. To count to the end, what matches a search is gathered: no order is walked that could end.
fn total_of(connection: &mut AnyConnection, list: List<'_>, total: Total) -> Result<Option<Count>> {
    if total != Total::Exact {
        return Ok(totals(connection, &[list], total)?.pop().flatten());
    }
    // Where another condition finds few, these are looked at.
    if !list.lead.is_gathered()
        && let Some(count) = ranked::count(connection, list.kind, list.asked, list.conditions)?
    {
        return Ok(Some(Count { count, exact: true }));
    }
    if filter::searched(list.conditions).is_some() {
        // Planned for the very words, Postgres may rather look into each document.
        plan_for_values(connection, false)?;
    }
    let plans = list.asked.plans.gathered();
    let list = List { asked: Asked::new(list.asked.as_of, &plans), ..list };
    Ok(totals(connection, &[list], total)?.pop().flatten())
}

/// The lengths of whole lists, in their order; one statement for all.
fn totals(connection: &mut AnyConnection, lists: &[List<'_>], total: Total) -> Result<Vec<Option<Count>>> {
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
            list.matching(&mut union, "", Sort::PublishedDesc, list.asked.as_of.moment());
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

/// What is wanted of entries that are gathered: what a list is sorted by, and what it shows. Most of it is in the index of
/// present editions.
const fn gathered(sort: Sort) -> &'static str {
    match sort.clock() {
        Some(Clock::Corrected | Clock::Review) => {
            "e.entry_id, e.revision, e.published_at, e.content_updated_at, e.visible_from, e.corrected_at, e.review_by"
        }
        _ => "e.entry_id, e.revision, e.published_at, e.content_updated_at, e.visible_from, e.title",
    }
}

struct Keys {
    key: &'static str,
    id: &'static str,
}

impl Keys {
    fn order<R>(&self, statement: &mut Statement<R>, descending: bool) {
        let way = if descending { " DESC" } else { "" };
        statement.sql(" ORDER BY ").sql(self.key).sql(way).sql(", ").sql(self.id).sql(way);
    }
}

/// One row more than a page, or some more: a number that is part of the text, so that Postgres plans for a page and not
/// for a tenth of all, and one of few, so that there are few texts. `None` beyond the pages that clients ask for.
const fn limit(size: u32) -> Option<&'static str> {
    Some(match size {
        0..=1 => " LIMIT 2",
        2..=5 => " LIMIT 6",
        6..=10 => " LIMIT 11",
        11..=20 => " LIMIT 21",
        21..=50 => " LIMIT 51",
        51..=PageRequest::MAX_SIZE => " LIMIT 101",
        _ => return None,
    })
}

/// The latest key that a page towards the past can hold. It is the cursor's: said once more as a plain bound,
/// whichever of the two bounds a planner takes for the index, the walk begins there.
fn latest(request: &PageRequest) -> Option<Timestamp> {
    let descending = request.sort.is_descending() == (request.direction == Direction::Forward);
    match &request.cursor {
        Some(Cursor { key: SortKey::Time(time), .. }) if descending => Some(*time),
        _ => None,
    }
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
