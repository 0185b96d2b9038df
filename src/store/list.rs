//! Lists of editions: filtered, sorted, and cut into pages by keyset.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable, Text};

use super::AnyConnection;
use super::edition::{Columns, JOIN_CONTENT, Row, columns, from_row};
use super::statement::{EDITION, LINK, Statement, tables};
use super::types::{IdValue, JsonValue, TimeValue, sql};
use crate::document::Documented;
use crate::domain::edition::Clocks;
use crate::domain::filter::Range;
use crate::domain::page::{Count, Direction, SortKey, Total};
use crate::domain::{
    AsOf, Content, Cursor, Edition, Error, Filter, Id, Kind, Locale, Page, PageRequest, Result, Role, Sort,
    Timestamp,
};

/// One page of the visible editions of a kind that match.
pub(crate) fn page<C: Documented>(
    connection: &mut AnyConnection,
    as_of: AsOf,
    filter: &Filter,
    request: &PageRequest,
    body: bool,
) -> Result<Page<Edition<C>>> {
    let list = List { kind: C::KIND, as_of, filter };
    let mut statement = Statement::<Columns>::new(columns(body));
    list.page_clauses(&mut statement, request);
    if list.is_rare() {
        statement.do_not_keep();
    }
    let rows: Vec<Row> = statement.load(connection)?;
    let editions = rows.into_iter().map(|row| from_row(as_of, row)).collect::<Result<Vec<_>>>()?;
    let total = totals(connection, &[list], request.total)?.pop().flatten();
    Ok(Page { total, ..into_page(editions, request) })
}

/// For each of many entries one page of the editions that refer to it in one capacity: one statement for all, and
/// one more when the lists are to be counted.
pub(crate) fn pages_below<C: Documented>(
    connection: &mut AnyConnection,
    as_of: AsOf,
    parents: &[Id],
    role: Role,
    filter: &Filter,
    request: &PageRequest,
    body: bool,
) -> Result<Vec<(Id, Page<Edition<C>>)>> {
    let filters: Vec<Filter> = parents.iter().map(|parent| below(filter, role, *parent)).collect();
    let mut by_parent: HashMap<Id, Vec<Edition<C>>> = HashMap::with_capacity(parents.len());
    for filters in parents.iter().zip(&filters).collect::<Vec<_>>().chunks(MAX_UNION) {
        let mut union = Statement::<ColumnsBelow>::new("");
        for (index, (parent, filter)) in filters.iter().enumerate() {
            union.sql(if index == 0 { "SELECT * FROM (" } else { " UNION ALL SELECT * FROM (" });
            union.sql(columns(body)).sql(", ").bind(**parent);
            List { kind: C::KIND, as_of, filter }.page_clauses(&mut union, request);
            union.sql(") AS below");
        }
        let rows: Vec<RowBelow> = union.do_not_keep().clone().load(connection)?;
        for (id, revision, published, content_updated, updated, content, body, parent) in rows {
            let edition =
                from_row(as_of, (id, revision, published, content_updated, updated, content, body))?;
            by_parent.entry(parent.0).or_default().push(edition);
        }
    }
    let lists: Vec<List<'_>> = filters.iter().map(|filter| List { kind: C::KIND, as_of, filter }).collect();
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
    let filter = Filter { links: vec![(Role::FactBox, fact_box)], ..Filter::default() };
    let list = List { kind: Kind::Article, as_of, filter: &filter };
    let mut statement = Statement::<(Text, BigInt)>::new("SELECT e.locale, COUNT(*)");
    list.matching(&mut statement, "", as_of.moment());
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

/// SQLite joins at most 500 selects into one.
const MAX_UNION: usize = 200;

/// The filter with the reference to the parent, which comes first: it leads the index walk.
pub(crate) fn below(filter: &Filter, role: Role, parent: Id) -> Filter {
    let mut filter = filter.clone();
    filter.links.insert(0, (role, parent));
    filter
}

struct List<'a> {
    kind: Kind,
    as_of: AsOf,
    filter: &'a Filter,
}

impl List<'_> {
    /// Whether its statement is one of very many: plans that are hardly used again must not fill the memory.
    fn is_rare(&self) -> bool {
        let Filter { links, published, updated, corrected, review, .. } = self.filter;
        let open = [Some(*published), Some(*updated), *corrected, *review]
            .into_iter()
            .all(|range| range.unwrap_or_default() == Range::default());
        links.len() > 1 || !open
    }

    /// Whether it holds only what was corrected, or must be reviewed. That is rarer than what refers to any entry and
    /// than what is published in any time, so the index of these leads.
    fn is_of_few(&self) -> bool {
        let Filter { corrected, review, .. } = self.filter;
        corrected.is_some() || review.is_some()
    }

    /// The link that leads, when one does.
    fn leading_link(&self) -> Option<&(Role, Id)> {
        self.filter.links.first().filter(|_| !self.is_of_few())
    }

    /// `FROM … WHERE … ORDER BY … LIMIT …`, one row more than the page to see whether another follows.
    fn page_clauses<R>(&self, statement: &mut Statement<R>, request: &PageRequest) {
        let keys = self.keys(request.sort);
        let latest = latest(request).unwrap_or(self.as_of.horizon());
        self.matching(
            statement,
            JOIN_CONTENT,
            if keys.key == "e.visible_from" { latest } else { self.as_of.moment() },
        );
        match request.sort {
            _ if self.is_of_few() => {}
            // Nothing is visible before it is published. Saying so lets the index walk begin at the moment.
            Sort::PublishedDesc | Sort::PublishedAsc => {
                statement.sql(" AND ").sql(keys.key).sql(" <= ").bind(latest);
            }
            // Every title is. Without a bound SQLite prefers the index of times, which has one, and sorts all.
            Sort::TitleAsc | Sort::TitleDesc if request.cursor.is_none() => {
                statement.sql(" AND e.title >= ''");
            }
            _ => {}
        }
        let descending = request.sort.is_descending() == (request.direction == Direction::Forward);
        if let Some(Cursor { key, id }) = &request.cursor {
            statement.sql(" AND (").sql(keys.key).sql(", ").sql(keys.id);
            statement.sql(if descending { ") < (" } else { ") > (" });
            match key {
                SortKey::Time(time) => statement.bind(*time),
                SortKey::Text(text) => statement.bind(text.as_str()),
            };
            statement.sql(", ").bind(*id).sql(")");
        }
        let way = if descending { " DESC" } else { "" };
        statement.sql(" ORDER BY ").sql(keys.key).sql(way).sql(", ").sql(keys.id).sql(way);
        statement.sql(" LIMIT ").bind(i64::from(request.size) + 1);
    }

    /// `FROM … WHERE …`. Where the first link of the filter leads, its index is walked in the list's order.
    fn matching<R>(&self, statement: &mut Statement<R>, join: &'static str, latest: Timestamp) {
        let Filter { links, variant, locale, translation_group, published, updated, corrected, review } =
            self.filter;
        let mut links = links.iter();
        match self.leading_link() {
            Some((role, target)) => {
                links.next();
                statement.sql(tables(self.as_of).from_links);
                statement.sql(join).sql(" WHERE l.target_id = ").bind(*target);
                statement
                    .sql(" AND l.role = ")
                    .bind(role.as_str())
                    .sql(" AND l.kind = ")
                    .bind(self.kind.as_str());
                statement.sql(" AND ").visible_since(&LINK, self.as_of, latest);
            }
            None => {
                statement.sql(tables(self.as_of).from).sql(join);
                statement.sql(" WHERE e.kind = ").bind(self.kind.as_str());
                statement.sql(" AND ").visible_since(&EDITION, self.as_of, latest);
            }
        }
        for (role, target) in links {
            statement.sql(tables(self.as_of).exists_link).sql(" AND o.role = ").bind(role.as_str());
            statement.sql(" AND o.target_id = ").bind(*target).sql(")");
        }
        if let Some(variant) = variant {
            statement.sql(" AND e.variant = ").bind(*variant);
        }
        if let Some(locale) = locale {
            statement.sql(" AND e.locale = ").bind(locale.as_str());
        }
        if let Some(group) = translation_group {
            statement.sql(" AND e.translation_group = ").bind(*group);
        }
        within(statement, self.keys(Sort::PublishedDesc).key, *published);
        within(statement, "e.visible_from", *updated);
        if let Some(range) = corrected {
            statement.sql(" AND e.corrected_at IS NOT NULL");
            within(statement, "e.corrected_at", bounded(*range));
        }
        if let Some(range) = review {
            statement.sql(" AND e.review_by IS NOT NULL");
            within(statement, "e.review_by", bounded(*range));
        }
    }

    /// The columns that a list is sorted by: of the link where it leads, so that its index gives the order.
    fn keys(&self, sort: Sort) -> Keys {
        let linked = self.leading_link().is_some();
        match sort {
            Sort::PublishedDesc | Sort::PublishedAsc if linked => {
                Keys { key: "l.published_at", id: "l.entry_id" }
            }
            Sort::PublishedDesc | Sort::PublishedAsc => Keys { key: "e.published_at", id: "e.entry_id" },
            Sort::UpdatedDesc | Sort::UpdatedAsc => Keys { key: "e.visible_from", id: "e.entry_id" },
            Sort::TitleAsc | Sort::TitleDesc => Keys { key: "e.title", id: "e.entry_id" },
            Sort::CorrectedDesc | Sort::CorrectedAsc => Keys { key: "e.corrected_at", id: "e.entry_id" },
            Sort::ReviewAsc | Sort::ReviewDesc => Keys { key: "e.review_by", id: "e.entry_id" },
        }
    }
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
            list.matching(&mut union, "", list.as_of.moment());
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

struct Keys {
    key: &'static str,
    id: &'static str,
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

/// The range with a beginning, which all moments lie behind. Without one SQLite prefers the index of times, which has
/// one, to that of what is rare, and sorts all.
fn bounded(range: Range) -> Range {
    Range { after: range.after.or(Some(Timestamp::BEGINNING)), before: range.before }
}

fn within<R>(statement: &mut Statement<R>, column: &'static str, range: Range) {
    let Range { after, before } = range;
    if let Some(after) = after {
        statement.sql(" AND ").sql(column).sql(" >= ").bind(after);
    }
    if let Some(before) = before {
        statement.sql(" AND ").sql(column).sql(" < ").bind(before);
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
    let Clocks { published_at, content_updated_at: _, updated_at } = edition.clocks;
    let outline = || edition.content.outline();
    let key = match sort {
        Sort::PublishedDesc | Sort::PublishedAsc => SortKey::Time(published_at),
        Sort::UpdatedDesc | Sort::UpdatedAsc => SortKey::Time(updated_at),
        Sort::TitleAsc | Sort::TitleDesc => SortKey::Text(outline().title),
        // The list holds only what has one.
        Sort::CorrectedDesc | Sort::CorrectedAsc => {
            SortKey::Time(outline().corrected_at.unwrap_or(published_at))
        }
        Sort::ReviewAsc | Sort::ReviewDesc => SortKey::Time(outline().review_by.unwrap_or(published_at)),
    };
    Cursor { key, id: edition.id }
}
