//! In which order a list stands in SQL, and where a page of it begins and ends.

use std::collections::BTreeSet;

use super::clauses::List;
use crate::domain::filter::{Clock, Period};
use crate::domain::page::SortKey;
use crate::domain::time::Moment;
use crate::domain::{Condition, Cursor, PageRequest, Sort, Timestamp};
use crate::store::condition;
use crate::store::lead::Lead;
use crate::store::statement::Statement;

impl List<'_> {
    /// The columns that a list is sorted by: of the link where it leads, so that its index gives the order.
    pub(super) fn keys(&self, sort: Sort) -> Keys {
        let of_links = match sort.clock() {
            Some(clock) => condition::column_of_links(clock),
            None => Some("l.title"),
        };
        match of_links.filter(|_| matches!(self.lead, Lead::Link(_))) {
            Some(key) => Keys { key, id: "l.entry_id" },
            None => Keys { key: sort.clock().map_or("e.title", condition::column), id: "e.entry_id" },
        }
    }

    /// Up to when the editions of a page began.
    pub(super) fn begun_by(&self, request: &PageRequest) -> Timestamp {
        let is_key = request.sort.clock() == Some(Clock::Updated);
        if is_key { self.latest(request) } else { self.asked.as_of.moment() }
    }

    /// The latest key that a page can hold, of those that are moments: of two bounds `SQLite` takes either.
    fn latest(&self, request: &PageRequest) -> Timestamp {
        let ends = self.periods(request.sort).filter_map(|period| at(period.before));
        ends.chain(cursor(request, true)).fold(self.asked.as_of.horizon(), Timestamp::min)
    }

    /// The earliest.
    fn earliest(&self, request: &PageRequest) -> Timestamp {
        let beginnings = self.periods(request.sort).filter_map(|period| at(period.after));
        beginnings.chain(cursor(request, false)).fold(Timestamp::BEGINNING, Timestamp::max)
    }

    /// The parts of an order that the list lies in.
    fn periods(&self, sort: Sort) -> impl Iterator<Item = Period> {
        self.conditions.iter().filter_map(move |condition| match condition {
            Condition::Time(clock, period) if sort.clock() == Some(*clock) => Some(*period),
            _ => None,
        })
    }

    /// Where a period is gathered: its own order, in the direction of the list. No index has the order of both clocks, so the
    /// databases put what they meet in its place among the best so far. Clocks mostly agree: those of the page come first, and
    /// what comes behind them is only looked at.
    pub(super) fn order_of_period<R>(&self, statement: &mut Statement<R>, request: &PageRequest) {
        let Lead::Gathered(place) = self.lead else { return };
        if let Some(Condition::Time(clock, _)) = self.conditions.get(place) {
            statement.sql(" ORDER BY ").sql(condition::column(*clock)).sql(way(request));
        }
    }

    /// Where the walk of an order begins.
    pub(super) fn bound<R>(&self, statement: &mut Statement<R>, request: &PageRequest) {
        let keys = self.keys(request.sort);
        let is_index = matches!(&self.lead, Lead::Index(place) if !self.is_group(*place));
        match request.sort.clock() {
            // Both ends at once, and nothing else that an index fits: of an order that is bounded in more ways SQLite takes the
            // index of the whole, not that of the condition.
            Some(_) if is_index => {
                statement.sql(" AND ").sql(keys.key).sql(" BETWEEN ").bind(self.earliest(request));
                statement.sql(" AND ").bind(self.latest(request)).sql(" AND CASE WHEN TRUE");
                keys.behind_cursor(statement, request);
                statement.sql(" THEN TRUE END");
                return;
            }
            // Nothing is visible before it is published. Saying so lets the index walk begin at the moment.
            Some(Clock::Published | Clock::ContentUpdated) => {
                statement.sql(" AND ").sql(keys.key).sql(" <= ").bind(self.latest(request));
            }
            // Every title is. Without a bound SQLite prefers the index of times, which has one, and sorts all.
            None if request.cursor.is_none() => {
                statement.sql(" AND ").sql(keys.key).sql(" >= ''");
            }
            _ => {}
        }
        keys.behind_cursor(statement, request);
    }

    /// Whether the condition at a place is met by a few translations, which are sorted.
    fn is_group(&self, place: usize) -> bool {
        matches!(self.conditions.get(place), Some(Condition::TranslationGroup(_)))
    }
}

/// The columns that a list is sorted by.
pub(super) struct Keys {
    pub key: &'static str,
    pub id: &'static str,
}

impl Keys {
    /// All that a list is sorted by.
    pub(super) fn columns(&self) -> BTreeSet<&'static str> {
        BTreeSet::from([self.key, self.id])
    }

    /// Leaves out what stands before the page.
    pub(super) fn behind_cursor<R>(&self, statement: &mut Statement<R>, request: &PageRequest) {
        let Some(Cursor { key, id }) = &request.cursor else { return };
        statement.sql(" AND (").sql(self.key).sql(", ").sql(self.id);
        statement.sql(if request.is_descending() { ") < (" } else { ") > (" });
        match key {
            // Scores are no order of the database: what is ranked comes from elsewhere.
            SortKey::Time(time) | SortKey::Score(_, time) => statement.bind(*time),
            SortKey::Text(text) => statement.bind(text.as_str()),
        };
        statement.sql(", ").bind(*id).sql(")");
    }

    pub(super) fn order<R>(&self, statement: &mut Statement<R>, request: &PageRequest) {
        let way = way(request);
        statement.sql(" ORDER BY ").sql(self.key).sql(way).sql(", ").sql(self.id).sql(way);
    }
}

fn way(request: &PageRequest) -> &'static str {
    if request.is_descending() { " DESC" } else { "" }
}

/// One row more than a page, or some more: a number that is part of the text, so that Postgres plans for a page and not
/// for a tenth of all, and one of few, so that there are few texts.
pub(super) fn page_limit<R>(statement: &mut Statement<R>, request: &PageRequest) {
    match request.size {
        0..=1 => statement.sql(" LIMIT 2"),
        2..=5 => statement.sql(" LIMIT 6"),
        6..=10 => statement.sql(" LIMIT 11"),
        11..=20 => statement.sql(" LIMIT 21"),
        21..=50 => statement.sql(" LIMIT 51"),
        51..=PageRequest::MAX_SIZE => statement.sql(" LIMIT 101"),
        // More than clients may ask for.
        size => statement.sql(" LIMIT ").bind(i64::from(size) + 1),
    };
}

/// The key of the cursor, where it is a moment and bounds the page from above, or from below: said once more as a plain bound,
/// whichever of the two bounds a planner takes for the index, the walk begins there.
fn cursor(request: &PageRequest, above: bool) -> Option<Timestamp> {
    match &request.cursor {
        Some(Cursor { key: SortKey::Time(time), .. }) if request.is_descending() == above => Some(*time),
        _ => None,
    }
}

/// A moment, which is settled.
fn at(moment: Option<Moment>) -> Option<Timestamp> {
    match moment {
        Some(Moment::At(moment)) => Some(moment),
        _ => None,
    }
}
