//! What leads a list: the index that is walked, or the few entries that are looked at.
//!
//! A list stands in an order, and each of its conditions may be rare or common. Walking the order is right while enough of
//! what is met belongs to the list; what is rare is better gathered and sorted. The databases guess which is which; this
//! looks, which costs one statement and is the same on both.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::AnyConnection;
use super::condition::{Asked, candidates, tie};
use super::search::find::Plans;
use super::search::marked::{AllMarks, Marked};
use super::statement::Statement;
use super::types::{IdValue, sql};
use crate::domain::filter::Clock;
use crate::domain::{AsOf, Condition, Id, Kind, Result, Sort};

/// How many entries are gathered and sorted; of more, so many are met while walking that a page is soon full.
const FEW: usize = 1_000;

/// So few are gathered sooner than it is looked whether another condition finds fewer.
const AT_ONCE: usize = 50;

/// A condition that more entries meet by the counts of the index is common, without a look at them.
const MANY: u64 = 4_000;

/// What leads a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// Its order.
    Order,
    /// The condition at this place: a column, in whose index what it finds stands in the order of the list.
    Index(usize),
    /// The condition at this place: a reference, in whose index the latest stand together.
    Link(usize),
    /// The condition at this place: a reference that few entries have. They are gathered by its index, and sorted.
    Linked(usize),
    /// Documents that are marked for several conditions, which are few. They are gathered by the index of words, and sorted.
    Marked(AllMarks),
    /// These entries: the list holds no others. They are gathered, and sorted.
    Few(Vec<Id>),
}

impl Lead {
    /// Whether what leads is gathered first, and then sorted.
    pub(super) const fn is_gathered(&self) -> bool {
        matches!(self, Self::Linked(_) | Self::Marked(_) | Self::Few(_))
    }
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

/// Chooses what leads a list: where it is open, by what its conditions find.
pub(super) fn choose(
    connection: &mut AnyConnection,
    kind: Kind,
    asked: Asked<'_>,
    conditions: &[Condition<Id>],
    sort: Sort,
) -> Result<Lead> {
    if !is_open(asked.as_of, conditions, sort) {
        return Ok(unlooked(conditions, sort));
    }
    let marked = Marked::read(connection, kind, conditions)?;
    let count = |place: usize| marked.as_ref().and_then(|marked| marked.count_at(place));
    let led = (0..conditions.len()).filter(|place| leads(&conditions[*place], sort));
    let led = led.min_by_key(|place| count(*place).unwrap_or(u64::MAX));
    // To walk an index costs less than to gather what it finds, and the less the shorter it is.
    let most = led.and_then(count).map_or(FEW, few_beside);
    let few = fewest(connection, (kind, asked.plans), conditions, marked.as_ref(), most)?;
    Ok(match (few, led) {
        (Some(few), _) => few,
        (None, Some(place)) => by(conditions, place),
        (None, None) => Lead::Order,
    })
}

/// Up to how many entries are gathered where an index of `count` entries can be walked instead. Of `few` among them one is met
/// after `count / few`, and what is gathered costs two or three times what is walked by: for a page of 20 it comes to this.
fn few_beside(count: u64) -> usize {
    usize::try_from((8 * count).isqrt()).unwrap_or(FEW).min(FEW)
}

/// Where it is not looked, what refers to one entry is taken to be rare.
fn unlooked(conditions: &[Condition<Id>], sort: Sort) -> Lead {
    let link = conditions.iter().position(|it| tie(it).is_some_and(|(_, to)| to.len() == 1));
    let led = link.or_else(|| conditions.iter().position(|it| leads(it, sort)));
    led.map_or(Lead::Order, |place| by(conditions, place))
}

fn by(conditions: &[Condition<Id>], place: usize) -> Lead {
    let is_link = conditions.get(place).is_some_and(|condition| tie(condition).is_some());
    if is_link { Lead::Link(place) } else { Lead::Index(place) }
}

/// Whether the index of a condition can lead a list in its order.
fn leads(condition: &Condition<Id>, sort: Sort) -> bool {
    is_index(condition, sort) && !is_part_of(condition, sort)
}

/// Whether a condition cuts a part out of the order of the list.
pub(super) fn is_part_of(condition: &Condition<Id>, sort: Sort) -> bool {
    matches!(condition, Condition::Time(clock, _) if sort.clock() == Some(*clock))
}

/// Whether there is an index in which what a condition finds stands in the order of the list.
fn is_index(condition: &Condition<Id>, sort: Sort) -> bool {
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

/// The condition that finds the fewest entries, or those that have all that documents are marked for, if these are few.
fn fewest(
    connection: &mut AnyConnection,
    (kind, plans): (Kind, &Plans),
    conditions: &[Condition<Id>],
    marked: Option<&Marked>,
    most: usize,
) -> Result<Option<Lead>> {
    let link = fewest_linked(conditions, marked).filter(|(count, _)| *count < most);
    let most = link.map_or(most, |(count, _)| count);
    let linked = link.map(|(_, place)| Lead::Linked(place));
    if linked.is_some() && most <= AT_ONCE {
        return Ok(linked);
    }
    let count = |place: usize| marked.and_then(|marked| marked.count_at(place));
    let is_link = |place: usize| tie(&conditions[place]).is_some();
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    let mut look = Look::default();
    for (place, condition) in conditions.iter().enumerate() {
        let is_common = count(place).is_some_and(|count| count > MANY);
        let is_known = is_link(place) && count(place).is_some();
        if !is_common && !is_known {
            look.add(Some(place), |part| candidates(part, kind, plans, condition, limit));
        }
    }
    let all = marked.and_then(|marked| marked.all(2 * most as u64));
    if let Some(all) = &all {
        look.add(None, |part| {
            all.candidates(part, limit);
            true
        });
    }
    // An index leads to all columns at once. Where nothing is found, nothing need be asked again.
    let found = look.fewest(connection, most)?.map(|(place, entries)| match (place, all) {
        (Some(place), _) if !entries.is_empty() && is_link(place) => Lead::Linked(place),
        (None, Some(all)) if entries.len() > AT_ONCE => Lead::Marked(all),
        _ => Lead::Few(entries),
    });
    Ok(found.or(linked))
}

/// The reference that the fewest entries have, by the counts of the index of words, and how many: by its own index they are
/// gathered without their ids.
fn fewest_linked(conditions: &[Condition<Id>], marked: Option<&Marked>) -> Option<(usize, usize)> {
    let links = (0..conditions.len()).filter(|place| tie(&conditions[*place]).is_some());
    let counted = links.filter_map(|place| Some((usize::try_from(marked?.count_at(place)?).ok()?, place)));
    counted.min()
}

/// One look at what several ways find: in one statement, each numbered.
struct Look {
    union: Part,
    found: Vec<Found>,
}

type Part = Statement<(BigInt, sql::Id)>;

/// What a way found, with the place of the condition that it goes by, if it is one.
type Found = (Option<usize>, Vec<Id>);

impl Default for Look {
    fn default() -> Self {
        Self { union: Part::new(""), found: Vec::new() }
    }
}

impl Look {
    /// Adds a way, if it can be gone.
    fn add(&mut self, place: Option<usize>, way: impl FnOnce(&mut Part) -> bool) {
        let mut part = Part::new(if self.found.is_empty() { "SELECT " } else { " UNION ALL SELECT " });
        part.bind(i64::try_from(self.found.len()).unwrap_or(i64::MAX)).sql(", entry_id FROM (");
        if way(&mut part) {
            part.sql(") AS found");
            self.union.append(part);
            self.found.push((place, Vec::new()));
        }
    }

    /// What the way found that found the fewest, if these are few.
    fn fewest(self, connection: &mut AnyConnection, most: usize) -> Result<Option<Found>> {
        let Self { mut union, mut found } = self;
        if found.is_empty() {
            return Ok(None);
        }
        union.do_not_keep();
        let rows: Vec<(i64, IdValue)> = union.load(connection)?;
        for (way, id) in rows {
            if let Some((_, entries)) = usize::try_from(way).ok().and_then(|way| found.get_mut(way)) {
                entries.push(id.0);
            }
        }
        let fewest = found.into_iter().min_by_key(|(_, entries)| entries.len());
        let fewest = fewest.filter(|(_, entries)| entries.len() < most);
        Ok(fewest.map(|(place, mut entries)| {
            entries.sort_unstable();
            entries.dedup();
            (place, entries)
        }))
    }
}
