//! What the marks of documents tell of conditions: how many entries each is met by, and which meet several.
//!
//! Two conditions that are both common may rarely be met together, which no index of one of them tells. The index of words has
//! marks of both and leaps from one to the other. Only an index that this version has made, as is counted with each
//! document, and in which all is, is asked: while it is made anew, lists do without.

use std::collections::HashMap;

use super::counts::counts_of;
use super::documents::from_matching;
use super::expression::{Database, Expression};
use super::ranked::editions;
use super::rows::UNFINISHED;
use crate::analysis::document::{made, of_image, of_kind, of_link, of_locale, of_source, of_variant};
use crate::domain::{AsOf, Condition, Id, Kind, Locale, Result};
use crate::store::AnyConnection;
use crate::store::statement::Statement;

/// The marks of conditions that documents are marked for, and how common they are.
#[derive(Debug)]
pub(in crate::store) struct Marked {
    database: Database,
    kind: Kind,
    /// Of each such condition, in the order of the conditions: any of these marks meets it.
    marks: Vec<Option<Vec<String>>>,
    counts: HashMap<String, u64>,
}

impl Marked {
    /// Looks up the marks of conditions on entries of a kind. `None` where some documents were made by another version, or where
    /// not all have been made.
    pub(in crate::store) fn read(
        connection: &mut AnyConnection,
        kind: Kind,
        conditions: &[Condition<Id>],
    ) -> Result<Option<Self>> {
        let marks: Vec<Option<Vec<String>>> = conditions.iter().map(marks).collect();
        let mut wanted: Vec<String> = marks.iter().flatten().flatten().cloned().collect();
        wanted.extend([of_kind(kind), made(kind), UNFINISHED.to_owned()]);
        let counts = counts_of(connection, &wanted)?;
        let marked = Self { database: Database::of(connection), kind, marks, counts };
        let is_whole = marked.count(UNFINISHED) == 0;
        let is_known = is_whole && marked.total() > 0 && marked.total() == marked.count(&made(kind));
        Ok(is_known.then_some(marked))
    }

    fn count(&self, mark: &str) -> u64 {
        self.counts.get(mark).copied().unwrap_or_default()
    }

    /// How many documents of the kind there are.
    pub(in crate::store) fn total(&self) -> u64 {
        self.count(&of_kind(self.kind))
    }

    fn count_of_any(&self, marks: &[String]) -> u64 {
        marks.iter().map(|mark| self.count(mark)).sum()
    }

    /// How many documents have the marks of the condition at a place, if it has marks: about so many entries meet it.
    pub(in crate::store) fn count_at(&self, place: usize) -> Option<u64> {
        self.marks.get(place)?.as_ref().map(|marks| self.count_of_any(marks))
    }

    /// Whether any condition has marks.
    pub(in crate::store) fn is_any(&self) -> bool {
        self.marks.iter().any(Option::is_some)
    }

    /// What of the kind has the marks of all conditions that have any, in a language.
    pub(super) fn all_in(&self, locale: &Locale) -> Expression {
        let all = self.marks.iter().flatten().map(|marks| Expression::any_of(marks.iter().cloned()));
        let of = [of_locale(locale), of_kind(self.kind)].map(Expression::Term);
        Expression::All(all.chain(of).collect())
    }

    /// What has the marks of all conditions that have any, where these are several and no more than so many documents are
    /// expected to have them all.
    pub(in crate::store) fn all(&self, documents: u64) -> Option<AllMarks> {
        let several: Vec<&Vec<String>> = self.marks.iter().flatten().collect();
        let total = self.total().max(1);
        let both =
            |expected: u64, marks: &&Vec<String>| expected * self.count_of_any(marks).min(total) / total;
        let expected = several.iter().fold(total, both);
        if several.len() < 2 || expected > documents {
            return None;
        }
        let at_most = several.iter().map(|marks| self.count_of_any(marks)).min().unwrap_or_default();
        let all = several.into_iter().map(|marks| Expression::any_of(marks.iter().cloned()));
        let condition = Expression::All(all.collect());
        let met = (0..self.marks.len()).filter(|place| self.marks[*place].is_some()).collect();
        Some(AllMarks { database: self.database, kind: self.kind, condition, met, expected, at_most })
    }
}

/// The documents that have the marks of several conditions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::store) struct AllMarks {
    database: Database,
    kind: Kind,
    condition: Expression,
    /// The places of these conditions.
    met: Vec<usize>,
    /// How many there are, if the conditions have nothing to do with each other.
    expected: u64,
    /// How many there are if each that meets one meets all.
    at_most: u64,
}

impl AllMarks {
    /// Whether the condition at a place holds for all of these.
    pub(in crate::store) fn meet(&self, place: usize) -> bool {
        self.met.contains(&place)
    }

    /// About how many there are.
    pub(in crate::store) const fn expected(&self) -> u64 {
        self.expected
    }

    /// How many there are at most.
    pub(in crate::store) const fn at_most(&self) -> u64 {
        self.at_most
    }

    /// Chooses the revisions that they are made of: their entries, and their numbers.
    pub(in crate::store) fn revisions<Row>(&self, statement: &mut Statement<Row>) {
        statement.sql("SELECT d.entry_id, d.revision");
        from_matching(self.database, statement, None, &self.condition);
    }

    /// Chooses their entries. Some may be of another kind, where their documents do not tell.
    pub(in crate::store) fn candidates<Row>(&self, statement: &mut Statement<Row>, limit: i64) {
        statement.sql("SELECT d.entry_id");
        from_matching(self.database, statement, None, &self.condition);
        statement.sql(" AND (d.public_kind IS NULL OR d.public_kind = ").bind(self.kind.as_str()).sql(")");
        statement.sql(" LIMIT ").bind(limit);
    }

    /// `FROM … WHERE …` of their editions, called `e`.
    pub(in crate::store) fn join_editions<Row>(&self, statement: &mut Statement<Row>, as_of: AsOf) {
        let editions = editions(self.database, as_of);
        from_matching(self.database, statement, Some(editions), &self.condition);
    }
}

/// What the documents of entries are marked with for which a condition holds: one of these.
pub(super) fn marks(condition: &Condition<Id>) -> Option<Vec<String>> {
    Some(match condition {
        Condition::Variant(variants) => variants.iter().map(|variant| of_variant(variant)).collect(),
        Condition::Locale(locales) => locales.iter().map(of_locale).collect(),
        Condition::Refers(role, targets) => targets.iter().map(|target| of_link(*role, *target)).collect(),
        Condition::Source(names) => names.iter().map(|name| of_source(*name)).collect(),
        Condition::HasImage(has) => vec![of_image(*has)],
        Condition::Any(parts) if !parts.is_empty() => {
            parts.iter().map(marks).collect::<Option<Vec<_>>>()?.concat()
        }
        _ => return None,
    })
}
