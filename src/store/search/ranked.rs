//! The documents that match a query, the best first.
//!
//! Of the newest [`CANDIDATES`] that match, and of the newest [`OLDER`] that are mostly about the words, where hardly any of
//! these are, those come first whose words are on high levels and rare; of equally good ones the newest, then by id. What
//! is found is decided by the database and what is better by [`analysis::rank`](crate::analysis::rank), so it is the same
//! on both.

use std::collections::HashSet;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Integer};

use super::documents::{self, from_newest_matching};
use super::expression::{Database, Expression};
use super::marked::marks;
use super::months::{self, Reach};
use super::plan::{Plan, Purpose};
use super::plans::Plans;
use crate::analysis::document::of_kind;
use crate::analysis::{Language, Levels, SearchQuery, rank};
use crate::domain::filter::Search;
use crate::domain::page::{Count, Total};
use crate::domain::{AsOf, Condition, Id, Kind, Result, Timestamp, filter};
use crate::store::AnyConnection;
use crate::store::condition::{self, Asked, Check, EACH};
use crate::store::entry::unsigned;
use crate::store::statement::{EDITION, Statement, tables};
use crate::store::types::{IdValue, TimeValue, sql};

/// How many documents are put in order. Where more match, the newest are taken.
pub(crate) const CANDIDATES: usize = 250;

/// Where fewer of these are mostly about the words than a page holds, older ones that are come first.
const A_PAGE: usize = 20;

/// So many of them, the newest: what explains a matter is older than what mentions it.
const OLDER: usize = 50;

/// A document that matches, in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub id: Id,
    pub revision: u32,
    /// From 0 to [`rank::STEPS`].
    pub score: u32,
    pub published_at: Timestamp,
}

/// All that is found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ranked {
    /// In their order.
    pub hits: Vec<Hit>,
    /// Whether one of the words may be missing, because nothing has them all.
    pub relaxed: bool,
}

impl Ranked {
    /// How many there are; where there are more than are put in order, that there are at least so many.
    pub(crate) fn count(&self) -> Count {
        let exact = self.hits.len() < CANDIDATES;
        let count = i64::try_from(self.hits.len()).unwrap_or(Total::ESTIMATE_LIMIT);
        Count { count, exact }
    }
}

/// The columns of a candidate.
type Found = (sql::Id, Integer, sql::UtcTime, Binary);
type Row = (IdValue, i32, TimeValue, Vec<u8>);

/// The visible entries of a kind for which all conditions hold, in the order in which the first search query among them
/// is answered best. When nothing has all of its words, what lacks one of them is found.
pub(crate) fn ranked(
    connection: &mut AnyConnection,
    kind: Kind,
    as_of: AsOf,
    conditions: &[Condition<Id>],
) -> Result<Ranked> {
    let Some(search) = filter::searched(conditions) else { return Ok(Ranked::default()) };
    let query = SearchQuery::parse("q", &search.words)?;
    let language = filter::locale(conditions).map(Language::of);
    let Narrowed { marks, others } = Narrowed::by(kind, search, conditions, true);
    let plan = Plan::prepare(connection, &query, language, marks, Purpose::Rank)?;
    let plans = Plans::prepare(connection, kind, &others)?;
    let among = Among { kind, asked: Asked::new(as_of, &plans), others: &others };
    let strict = if plan.finds_nothing() { Vec::new() } else { in_order(connection, among, &plan)? };
    if !strict.is_empty() {
        return Ok(Ranked { hits: strict, relaxed: false });
    }
    let Some(relaxed) = plan.relaxed(connection, Purpose::Rank)? else { return Ok(Ranked::default()) };
    let hits = in_order(connection, among, &relaxed)?;
    Ok(Ranked { relaxed: !hits.is_empty(), hits })
}

/// Conditions, by how they are seen to.
pub(in crate::store) struct Narrowed {
    /// By what documents are marked with.
    pub marks: Vec<String>,
    /// By what the entries themselves say.
    pub others: Vec<Condition<Id>>,
}

impl Narrowed {
    /// All conditions but a search. By marks, until `dateline rebuild` has run, what another version has made may not be
    /// found; totals go without them then.
    pub(in crate::store) fn by(
        kind: Kind,
        search: &Search,
        conditions: &[Condition<Id>],
        by_marks: bool,
    ) -> Self {
        let (mut marks, mut others) = (vec![of_kind(kind)], Vec::new());
        for condition in conditions {
            match (condition, mark(condition).filter(|_| by_marks)) {
                (Condition::Matches(other), _) if other == search => {}
                (_, Some(mark)) => marks.push(mark),
                (other, None) => others.push(other.clone()),
            }
        }
        Self { marks, others }
    }
}

/// What the documents of all entries are marked with for which a condition holds.
fn mark(condition: &Condition<Id>) -> Option<String> {
    marks(condition).filter(|marks| marks.len() == 1)?.pop()
}

/// Among which entries is looked.
#[derive(Clone, Copy)]
pub(super) struct Among<'a> {
    pub kind: Kind,
    pub asked: Asked<'a>,
    pub others: &'a [Condition<Id>],
}

impl Among<'_> {
    /// Whether documents say themselves that they are public, and only of those that do not the editions are asked.
    pub(super) fn is_told_by_documents(&self) -> bool {
        matches!(self.asked.as_of, AsOf::Now(_)) && self.others.is_empty()
    }

    /// What must be joined to see what holds: the entries, called `e`.
    pub(super) fn joined(&self, database: Database) -> Option<&'static str> {
        (!self.is_told_by_documents()).then(|| editions(database, self.asked.as_of))
    }

    /// Adds to `… WHERE …` that the entry whose document, called `d`, was found, is one of them.
    pub(super) fn holds<Row>(&self, statement: &mut Statement<Row>) {
        let Self { kind, asked, others: _ } = *self;
        statement.sql(" AND ");
        if !self.is_told_by_documents() {
            return self.others_hold(statement.visible_of_kind(kind, asked.as_of));
        }
        // What was published first while the read waited for its turn is not public as of its moment.
        statement.sql("(d.public_kind = ").bind(kind.as_str()).sql(" AND d.published_at <= ");
        statement.bind(asked.as_of.moment()).sql(" OR d.public_kind IS NULL AND EXISTS (SELECT 1");
        statement.sql(tables(asked.as_of).from);
        statement.sql(" WHERE e.entry_id = d.entry_id AND e.revision = d.revision AND ");
        statement.visible_of_kind(kind, asked.as_of).sql(EACH).sql(")");
    }

    pub(super) fn others_hold<Row>(&self, statement: &mut Statement<Row>) {
        let Self { kind: _, asked, others } = *self;
        if !others.is_empty() {
            // One of very many texts.
            statement.do_not_keep();
        }
        for condition in others {
            condition::holds(statement.sql(" AND "), asked, condition, Check::Met);
        }
    }
}

/// What whoever searches can read, for questions about one word after the other.
pub(crate) struct Visible {
    as_of: AsOf,
    marks: Vec<String>,
    looks: Vec<Reach>,
}

impl Visible {
    /// Entries of a kind that some conditions mark.
    pub(crate) fn prepare(
        connection: &mut AnyConnection,
        kind: Kind,
        as_of: AsOf,
        conditions: &[Condition<Id>],
    ) -> Result<Self> {
        let marks = std::iter::once(of_kind(kind)).chain(conditions.iter().filter_map(mark)).collect();
        Ok(Self { as_of, marks, looks: months::looks(connection)? })
    }

    /// Whether any of these has a word exactly so.
    pub(crate) fn have(&self, connection: &mut AnyConnection, word: &str) -> Result<bool> {
        let terms = std::iter::once(word).chain(self.marks.iter().map(String::as_str));
        let condition = Expression::All(terms.map(|term| Expression::Term(term.to_owned())).collect());
        let database = Database::of(connection);
        for reach in &self.looks {
            let mut statement = Statement::<BigInt>::new("SELECT d.doc");
            let editions = editions(database, self.as_of);
            documents::from(database, &mut statement, Some(editions), (&condition, reach, ""));
            statement.sql(" AND ").visible(&EDITION, self.as_of).sql(" LIMIT 1");
            if statement.get_result::<i64>(connection).optional()?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Joins the entries, called `e`. On `SQLite` the index of words leads; on Postgres a cross join has no condition, and
/// the order of joins is the planner's.
pub(super) const fn editions(database: Database, as_of: AsOf) -> &'static str {
    match (database, as_of) {
        (Database::Postgres, AsOf::Drafts) => {
            " JOIN working_copies e ON e.entry_id = d.entry_id AND e.revision = d.revision"
        }
        (Database::Sqlite, AsOf::Drafts) => {
            " CROSS JOIN working_copies e ON e.entry_id = d.entry_id AND e.revision = d.revision"
        }
        (Database::Postgres, _) => " JOIN editions e ON e.entry_id = d.entry_id AND e.revision = d.revision",
        (Database::Sqlite, _) => {
            " CROSS JOIN editions e ON e.entry_id = d.entry_id AND e.revision = d.revision"
        }
    }
}

fn in_order(connection: &mut AnyConnection, among: Among<'_>, plan: &Plan) -> Result<Vec<Hit>> {
    let rarities: Vec<u64> = plan.words.iter().map(|word| word.rarity).collect();
    let candidate = |(id, revision, published_at, levels): Row| {
        let levels = Levels::from_bytes(&levels);
        let levels: Vec<u8> = plan.words.iter().map(|word| levels.highest(&word.stems)).collect();
        let score = rank::score(&levels, &rarities);
        let hit = Hit { id: id.0, revision: unsigned(revision)?, score, published_at: published_at.0 };
        Ok((hit, levels.into_iter().all(rank::is_high)))
    };
    let read = |rows: Vec<Row>| rows.into_iter().map(candidate).collect::<Result<Vec<_>>>();
    let newest = read(candidates(connection, among, plan, CANDIDATES)?)?;
    let high = newest.iter().filter(|(_, is_high)| *is_high).count();
    let lacks_older = newest.len() == CANDIDATES && high < A_PAGE;
    let mut hits: Vec<Hit> = newest.into_iter().map(|(hit, _)| hit).collect();
    if lacks_older && let Some(mostly) = plan.mostly(connection, (high as u64, CANDIDATES as u64))? {
        let known: HashSet<Id> = hits.iter().map(|hit| hit.id).collect();
        let older = read(candidates(connection, among, &mostly, OLDER)?)?;
        hits.extend(older.into_iter().map(|(hit, _)| hit).filter(|hit| !known.contains(&hit.id)));
    }
    hits.sort_by_key(|hit| std::cmp::Reverse((hit.score, hit.published_at, hit.id)));
    Ok(hits)
}

/// The newest that match, so many at most.
fn candidates(
    connection: &mut AnyConnection,
    among: Among<'_>,
    plan: &Plan,
    most: usize,
) -> Result<Vec<Row>> {
    // A half more than are needed, for the expectation is not always met.
    let wanted = most as u64 * 3 / 2;
    let mut reach = plan.reach(wanted);
    loop {
        let mut statement =
            Statement::<Found>::new("SELECT d.entry_id, d.revision, d.published_at, d.levels");
        let database = plan.database;
        from_newest_matching(database, &mut statement, among.joined(database), (&plan.condition(), &reach));
        among.holds(&mut statement);
        statement.sql(newest_first(plan)).sql(" LIMIT ");
        statement.bind(i64::try_from(most).unwrap_or(i64::MAX));
        let rows: Vec<Row> = statement.load(connection)?;
        if rows.len() == most || reach == Reach::Everything {
            return Ok(rows);
        }
        reach = Plan::further(connection, &reach, rows.len() as u64, wanted)?;
    }
}

/// The numbers of documents rise with time. `SQLite` reads the index of words from its end and stops when there are enough;
/// but forwards it can leap, so what is rare is read forwards and sorted.
fn newest_first(plan: &Plan) -> &'static str {
    match plan.database {
        Database::Postgres => " ORDER BY d.doc DESC",
        Database::Sqlite if plan.is_rare() => " ORDER BY +d.doc DESC",
        Database::Sqlite => " ORDER BY search_index.rowid DESC",
    }
}
