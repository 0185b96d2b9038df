//! The documents that match a query, the best first.
//!
//! Of the newest [`CANDIDATES`] that match, those come first whose words are on high levels and rare; of equally good
//! ones the newest, then by id. What is found is decided by the database and what is better by
//! [`analysis::rank`](crate::analysis::rank), so it is the same on both.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer};

use super::expression::{Database, Expression};
use super::find::{Plan, Reach, from_matching, levels_that_count};
use crate::analysis::rank;
use crate::domain::page::{Count, Total};
use crate::domain::{AsOf, Id, Result, Timestamp};
use crate::store::AnyConnection;
use crate::store::entry::unsigned;
use crate::store::statement::{EDITION, Statement};
use crate::store::types::{IdValue, TimeValue, sql};

/// How many documents are put in order. Of what more match, the newest are taken.
pub(crate) const CANDIDATES: usize = 1_000;

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

/// Further conditions on the entry called `e`, each with its ` AND `.
pub(crate) type Narrow<'a> = &'a dyn Fn(&mut Statement<Found>);

/// The columns of a candidate.
pub(crate) type Found = (BigInt, sql::Id, Integer, sql::UtcTime);

/// Finds what matches and is visible, and puts it in order. When nothing has all of several words, what lacks one of
/// them is found.
pub(crate) fn ranked(
    connection: &mut AnyConnection,
    as_of: AsOf,
    plan: &Plan,
    narrow: Narrow<'_>,
) -> Result<Ranked> {
    let strict = in_order(connection, as_of, plan, narrow)?;
    if let (true, Some(relaxed)) = (strict.is_empty(), plan.relaxed()) {
        let hits = in_order(connection, as_of, &relaxed, narrow)?;
        return Ok(Ranked { relaxed: !hits.is_empty(), hits });
    }
    Ok(Ranked { hits: strict, relaxed: false })
}

/// Whether anything visible has a word exactly so, among the documents with some marks.
pub(crate) fn any_visible(
    connection: &mut AnyConnection,
    as_of: AsOf,
    word: &str,
    marks: &[String],
) -> Result<bool> {
    let terms = std::iter::once(word).chain(marks.iter().map(String::as_str));
    let condition = Expression::All(terms.map(|term| Expression::Term(term.to_owned())).collect());
    let mut statement = Statement::<BigInt>::new("SELECT d.doc");
    let database = Database::of(connection);
    let editions = editions(database, as_of);
    from_matching(database, &mut statement, Some(editions), &condition);
    statement.sql(" AND ").visible(&EDITION, as_of).sql(" LIMIT 1");
    Ok(statement.get_result::<i64>(connection).optional()?.is_some())
}

/// Joins the entries, called `e`. On `SQLite` the index of words leads; on Postgres a cross join has no condition, and
/// the order of joins is the planner's.
const fn editions(database: Database, as_of: AsOf) -> &'static str {
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

fn in_order(
    connection: &mut AnyConnection,
    as_of: AsOf,
    plan: &Plan,
    narrow: Narrow<'_>,
) -> Result<Vec<Hit>> {
    let (reach, candidates) = candidates(connection, as_of, plan, narrow)?;
    if candidates.is_empty() {
        return Ok(Vec::new());
    }
    let levels = levels(connection, plan, &reach)?;
    let rarities: Vec<u64> = plan.words.iter().map(|(_, rarity)| *rarity).collect();
    let lowest = vec![1; rarities.len()];
    let mut hits: Vec<Hit> = candidates
        .into_iter()
        .map(|(doc, hit)| Hit { score: rank::score(levels.get(&doc).unwrap_or(&lowest), &rarities), ..hit })
        .collect();
    hits.sort_by_key(|hit| std::cmp::Reverse((hit.score, hit.published_at, hit.id)));
    Ok(hits)
}

/// The newest that match, and how far back one had to go for them.
fn candidates(
    connection: &mut AnyConnection,
    as_of: AsOf,
    plan: &Plan,
    narrow: Narrow<'_>,
) -> Result<(Reach, Vec<(i64, Hit)>)> {
    // A half more than are needed, for the expectation is not always met.
    let mut reach = plan.reach(CANDIDATES as u64 * 3 / 2);
    loop {
        let mut statement = Statement::<Found>::new("SELECT d.doc, d.entry_id, d.revision, d.published_at");
        let database = plan.database;
        let (editions, condition) = (editions(database, as_of), plan.condition(&reach, None));
        from_matching(database, &mut statement, Some(editions), &condition);
        statement.sql(" AND ").visible(&EDITION, as_of);
        narrow(&mut statement);
        statement.sql(" ORDER BY d.published_at DESC, d.entry_id DESC LIMIT ");
        statement.bind(i64::try_from(CANDIDATES).unwrap_or(i64::MAX));
        let rows: Vec<(i64, IdValue, i32, TimeValue)> = statement.load(connection)?;
        if rows.len() < CANDIDATES && reach != Reach::Everything {
            reach = plan.further(&reach);
            continue;
        }
        let hit = |(doc, id, revision, published_at): (i64, IdValue, i32, TimeValue)| {
            let revision = unsigned(revision)?;
            Ok((doc, Hit { id: id.0, revision, score: 0, published_at: published_at.0 }))
        };
        return Ok((reach, rows.into_iter().map(hit).collect::<Result<_>>()?));
    }
}

/// The level of each word in the documents that match, where it is above the first.
fn levels(connection: &mut AnyConnection, plan: &Plan, reach: &Reach) -> Result<HashMap<i64, Vec<u8>>> {
    let mut union = Statement::<(BigInt, Integer, Integer)>::new("");
    let mut begun = false;
    for (index, (stems, _)) in (0_i32..).zip(&plan.words) {
        for level in levels_that_count() {
            union.sql(if begun { " UNION ALL SELECT d.doc, " } else { "SELECT d.doc, " });
            begun = true;
            union.bind(index).sql(", ").bind(i32::from(level));
            let condition = plan.condition(reach, Some(Plan::on_level(stems, level)));
            from_matching(plan.database, &mut union, None, &condition);
        }
    }
    let mut levels: HashMap<i64, Vec<u8>> = HashMap::new();
    if !begun {
        return Ok(levels);
    }
    for (doc, index, level) in union.load::<(i64, i32, i32)>(connection)? {
        let levels = levels.entry(doc).or_insert_with(|| vec![1; plan.words.len()]);
        if let Some(place) = usize::try_from(index).ok().and_then(|index| levels.get_mut(index)) {
            *place = (*place).max(u8::try_from(level).unwrap_or(1));
        }
    }
    Ok(levels)
}
