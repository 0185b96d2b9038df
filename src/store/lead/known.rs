//! What is known of the conditions of a list, and one look at what they find.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};

use super::{Among, Lead, MOST, Merged, Walk, Way, is_by_title, is_language, is_part_of, is_walked};
use crate::domain::filter::Clock;
use crate::domain::{Condition, Id, Kind, PageRequest, Result};
use crate::store::AnyConnection;
use crate::store::condition::{Asked, candidates, column_of_links, is_gathered, tie};
use crate::store::connection::plan_for_values;
use crate::store::search::marked::{AllMarks, Marked};
use crate::store::statement::Statement;
use crate::store::types::{IdValue, sql};

/// So few are gathered sooner than it is looked whether another condition finds fewer.
const AT_ONCE: usize = 50;

/// A condition that more entries meet by the counts of the index is common, without a look at them.
const MANY: u64 = 4_000;

/// What is known of the conditions of a list before it is looked at what they find.
#[derive(Debug)]
pub(in crate::store) struct Known<'a> {
    kind: Kind,
    asked: Asked<'a>,
    conditions: &'a [Condition<Id>],
    request: &'a PageRequest,
    marked: Option<Marked>,
    /// Whether it was looked: statements are planned for values from then on.
    pub looked: bool,
}

impl<'a> Known<'a> {
    pub(super) fn read(
        connection: &mut AnyConnection,
        kind: Kind,
        asked: Asked<'a>,
        (conditions, request): (&'a [Condition<Id>], &'a PageRequest),
    ) -> Result<Self> {
        let marked = Marked::read(connection, kind, conditions)?;
        Ok(Self { kind, asked, conditions, request, marked, looked: false })
    }

    /// About how many entries meet the condition at a place.
    pub(super) fn count(&self, place: usize) -> Option<u64> {
        self.marked.as_ref()?.count_at(place)
    }

    /// How many entries there are, if they are counted.
    fn total(&self) -> Option<u64> {
        self.marked.as_ref().map(Marked::total)
    }

    /// How many entries are in the index that can be walked, if that is known: of a condition, or of all.
    pub(super) fn length(&self, way: &Way) -> Option<u64> {
        way.place().map_or_else(|| self.total(), |place| self.count(place))
    }

    /// What all conditions that documents are marked for are met by, where no more are expected.
    pub(super) fn all(&self, documents: u64) -> Option<AllMarks> {
        self.marked.as_ref()?.all(documents)
    }

    /// Whether a walk meets only what a condition holds for: it leads, or it is a part of the order.
    fn is_led(&self, place: usize, way: &Way) -> bool {
        way.place() == Some(place) || is_part_of(&self.conditions[place], self.request.sort)
    }

    /// Whether what is marked for all is worth being gathered to tell what is met: nothing else need be asked, and there are many
    /// to be looked up, yet not too many.
    pub(super) fn tells(&self, all: &AllMarks, way: &Way) -> bool {
        let many = many_to_look_up(self.total().unwrap_or_default())..=2 * MOST as u64;
        let is_alone = (0..self.conditions.len()).all(|place| all.meet(place) || self.is_led(place, way));
        is_alone && many.contains(&all.expected()) && many.contains(&all.at_most())
    }

    /// Whether nothing but moments is asked, and what is found by one of them is sorted on the index of that: it has the clocks
    /// which all entries have.
    pub(super) fn is_only_timed(&self) -> bool {
        let is_timed =
            |it: &Condition<Id>| matches!(it, Condition::Time(clock, _) if *clock != Clock::Review);
        self.request.sort.clock().and_then(column_of_links).is_some() && self.conditions.iter().all(is_timed)
    }

    fn is_link(&self, place: usize) -> bool {
        tie(&self.conditions[place]).is_some()
    }

    /// The condition that finds the fewest entries, or `all`, those that have all that documents are marked for, if these are
    /// fewer than `most`, or in a period fewer than `in_period`, and in any case fewer than have a reference.
    pub(super) fn fewest(
        &mut self,
        connection: &mut AnyConnection,
        (most, in_period): (usize, usize),
        all: Option<AllMarks>,
    ) -> Result<Option<Lead>> {
        let link = self.fewest_linked().filter(|(count, _)| *count < most);
        let most = link.map_or(most, |(count, _)| count);
        let in_period = link.map_or(in_period, |(count, _)| count);
        let linked = link.map(|(_, place)| Lead::Gathered(place));
        if linked.is_some() && most <= AT_ONCE {
            return Ok(linked);
        }
        let mut look = Look::default();
        for (place, condition) in self.conditions.iter().enumerate() {
            let is_common = self.count(place).is_some_and(|count| count > MANY);
            let is_known = self.is_link(place) && self.count(place).is_some();
            // A part of the order is walked from one end to the other at worst, and sorted already.
            if !is_common && !is_known && !is_part_of(condition, self.request.sort) {
                let wanted = if is_gathered(condition) { Wanted::Count } else { Wanted::Entries };
                let most = match condition {
                    Condition::Time(clock, _) if *clock != Clock::Review => in_period,
                    _ => most,
                };
                look.add((Some(place), wanted, most), |part, limit| {
                    candidates(part, self.kind, self.asked.plans, condition, limit)
                });
            }
        }
        if let Some(all) = &all {
            look.add((None, Wanted::Entries, most), |part, limit| {
                all.candidates(part, limit);
                true
            });
        }
        self.looked |= !look.found.is_empty();
        // An index leads to all columns at once. Where nothing is found, nothing need be asked again.
        let found = look.fewest(connection)?.map(|found| match (found.place, all) {
            (Some(place), _) if found.count > 0 && found.entries.is_empty() => Lead::Gathered(place),
            (None, Some(all)) if found.count > AT_ONCE => Lead::Marked(all),
            _ => Lead::Few(found.entries),
        });
        Ok(found.or(linked))
    }

    /// The reference that the fewest entries have, by the counts of the index of words, and how many: by its own index they
    /// are gathered without their ids.
    pub(super) fn fewest_linked(&self) -> Option<(usize, usize)> {
        let links = (0..self.conditions.len()).filter(|place| self.is_link(*place));
        let counted = links.filter_map(|place| Some((usize::try_from(self.count(place)?).ok()?, place)));
        counted.min()
    }

    /// The languages in which anything is marked for the conditions, for an order of titles that is walked to its end.
    pub(in crate::store) fn languages(&self, connection: &mut AnyConnection) -> Result<Option<Merged>> {
        let is_along = is_walked(self.asked.as_of) && is_by_title(self.request.sort);
        let marked = self.marked.as_ref().filter(|marked| is_along && marked.is_any());
        let Some(marked) = marked else { return Ok(None) };
        Merged::marked(connection, self.kind, marked, self.conditions)
    }

    /// How far an index is walked: four times as far as it takes where conditions have nothing to do with each other. What is not
    /// counted is taken to be met by one entry in eight, and titles in a language to be the last. `None` where nothing is
    /// counted, and where there are no more entries. Searches, which know more, are walked to the end of the languages
    /// that they lie in.
    pub(super) fn walk(&self, way: &Way, among: Option<Among>) -> Option<Walk> {
        if !is_walked(self.asked.as_of) {
            return None;
        }
        let is_searched = !Condition::searches(self.conditions).is_empty();
        if is_searched {
            return way.merged.clone().map(Walk::to_end);
        }
        let others = (0..self.conditions.len()).filter(|place| !self.is_led(*place, way));
        let others: Vec<usize> = others.collect();
        if others.is_empty() && way.merged.is_none() {
            return None;
        }
        let total = self.total()?;
        let longer = |met: u64, place: &usize| match self.count(*place) {
            _ if is_by_title(self.request.sort) && is_language(&self.conditions[*place]) => u64::MAX,
            Some(count) => met.saturating_mul(total) / count.max(1),
            None => met.saturating_mul(8),
        };
        // To tell one from others takes a tenth of what it takes to ask it.
        let most = if among.is_some() { 4 * MOST } else { MOST };
        let met = others.iter().fold(4 * (u64::from(self.request.size) + 1), longer).min(most as u64);
        let within = i64::try_from(met).ok()?;
        let merged = way.merged.clone();
        (met < self.length(way).unwrap_or(u64::MAX)).then_some(Walk { within, merged, among })
    }
}

/// From how many on entries are rather told from others that are met in the order of a list of `total` than looked up and sorted:
/// to meet one costs a twentieth of that.
const fn many_to_look_up(total: u64) -> u64 {
    (2 * total).isqrt()
}

/// One look at what several ways find: in one statement, each numbered.
struct Look {
    union: Part,
    found: Vec<Found>,
}

/// The number of a way, an entry that it found, and how many there are.
type Part = Statement<(BigInt, Nullable<sql::Id>, BigInt)>;

/// What is wanted of a way: what can be gathered by an index is only counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    Count,
    Entries,
}

/// What a way found.
struct Found {
    /// That of the condition that it goes by, if it is one.
    place: Option<usize>,
    count: usize,
    /// From how many on these are too many.
    most: usize,
    /// These, if they were wanted.
    entries: Vec<Id>,
}

impl Default for Look {
    fn default() -> Self {
        Self { union: Part::new(""), found: Vec::new() }
    }
}

impl Look {
    /// Adds a way, if it can be gone, with from how many on what it finds is too many.
    fn add(
        &mut self,
        (place, wanted, most): (Option<usize>, Wanted, usize),
        way: impl FnOnce(&mut Part, i64) -> bool,
    ) {
        let mut part = Part::new(if self.found.is_empty() { "SELECT " } else { " UNION ALL SELECT " });
        part.bind(i64::try_from(self.found.len()).unwrap_or(i64::MAX));
        part.sql(match wanted {
            Wanted::Count => ", CAST(NULL AS UUID), COUNT(*) FROM (",
            Wanted::Entries => ", entry_id, CAST(1 AS BIGINT) FROM (",
        });
        if way(&mut part, i64::try_from(most).unwrap_or(i64::MAX)) {
            part.sql(") AS found");
            self.union.append(part);
            self.found.push(Found { place, count: 0, most, entries: Vec::new() });
        }
    }

    /// What the way found that found the fewest of those that found few.
    fn fewest(self, connection: &mut AnyConnection) -> Result<Option<Found>> {
        let Self { mut union, mut found } = self;
        if found.is_empty() {
            return Ok(None);
        }
        // How many rows there are depends on the very values.
        plan_for_values(connection, true)?;
        union.do_not_keep();
        let rows: Vec<(i64, Option<IdValue>, i64)> = union.load(connection)?;
        for (way, id, count) in rows {
            if let Some(found) = usize::try_from(way).ok().and_then(|way| found.get_mut(way)) {
                found.count += usize::try_from(count).unwrap_or_default();
                found.entries.extend(id.map(|id| id.0));
            }
        }
        let few = found.into_iter().filter(|found| found.count < found.most);
        let fewest = few.min_by_key(|found| found.count);
        Ok(fewest.map(|mut found| {
            found.entries.sort_unstable();
            found.entries.dedup();
            found
        }))
    }
}
