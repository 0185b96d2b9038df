//! What leads a list: the index that is walked, or the few entries that are looked at.
//!
//! A list stands in an order, and each of its conditions may be rare or common. Walking the order is right while enough of
//! what is met belongs to the list; what is rare is better gathered and sorted. The databases guess which is which; this
//! looks, which costs one statement and is the same on both.

mod known;
mod merged;

use super::AnyConnection;
use super::condition::{Asked, column_of_links, tie};
use super::search::marked::AllMarks;
use crate::domain::filter::Clock;
use crate::domain::{AsOf, Condition, Id, Kind, PageRequest, Result, Sort};
pub(super) use known::Known;
pub(super) use merged::Merged;

/// How many entries are gathered and sorted; of more, so many are met while walking that a page is soon full.
const FEW: usize = 1_000;

/// How many are gathered and sorted, or met while walking, where a page was not soon full.
const MOST: usize = 5_000;

/// How many are gathered then where nothing but moments is asked: by one index, in which what lies in a period stands together.
const IN_PERIOD: usize = 20_000;

/// As many are gathered to be told from others if one index alone has them: for more it costs less to ask each that is met.
const TOLD: usize = 3_000;

/// What leads a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// Its order.
    Order,
    /// The condition at this place: a column, in whose index what it finds stands in the order of the list.
    Index(usize),
    /// The condition at this place: a reference, in whose index what has it stands in the order of the list.
    Link(usize),
    /// The condition at this place, which few entries meet. They are gathered by its index, and sorted.
    Gathered(usize),
    /// Documents that are marked for several conditions, which are few. They are gathered by the index of words, and sorted.
    Marked(AllMarks),
    /// These entries: the list holds no others. They are gathered, and sorted.
    Few(Vec<Id>),
}

/// How far an index is walked before it is looked closer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Walk {
    /// How many entries are met at most.
    pub within: i64,
    /// Where the list lies in some languages: the parts of the index are walked at once, and merged.
    pub merged: Option<Merged>,
    /// What is gathered before, by an index alone, to tell which of these belong to the list. Otherwise each is asked.
    pub among: Option<Among>,
}

/// What some conditions are met by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Among {
    /// That at this place: a reference.
    Linked(usize),
    /// Those that documents are marked for.
    Marked(AllMarks),
}

/// The places of conditions that all that is met on a walk meet.
#[derive(Clone, Debug)]
struct Way {
    /// In its index the list is walked.
    led: Option<usize>,
    /// See [`Walk::merged`].
    merged: Option<Merged>,
}

impl Way {
    /// The place of the condition in whose index, or in parts of it, is walked.
    fn place(&self) -> Option<usize> {
        self.led.or_else(|| self.merged.as_ref().and_then(|merged| merged.named))
    }
}

impl Walk {
    /// One along languages, to the end of each.
    pub(super) const fn to_end(merged: Merged) -> Self {
        Self { within: i64::MAX, merged: Some(merged), among: None }
    }

    /// Whether nothing is left behind it.
    pub(super) const fn is_to_end(&self) -> bool {
        self.within == i64::MAX
    }
}

impl Among {
    /// Whether the condition at a place holds for all of these.
    pub(super) fn meets(&self, place: usize) -> bool {
        match self {
            Self::Linked(met) => *met == place,
            Self::Marked(marks) => marks.meet(place),
        }
    }
}

impl Lead {
    /// The place of the condition in whose index the list is walked.
    pub(super) const fn place(&self) -> Option<usize> {
        match self {
            Self::Index(place) | Self::Link(place) => Some(*place),
            _ => None,
        }
    }

    /// The same, if it is a reference.
    pub(super) const fn link(&self) -> Option<usize> {
        match self {
            Self::Link(place) => Some(*place),
            _ => None,
        }
    }

    /// Whether what leads is gathered first, and then sorted.
    pub(super) const fn is_gathered(&self) -> bool {
        matches!(self, Self::Gathered(_) | Self::Marked(_) | Self::Few(_))
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

/// What leads a list, and what is known of the way.
#[derive(Debug)]
pub(super) struct Choice<'a> {
    pub lead: Lead,
    /// How far an index is walked, if that is not to its end.
    pub walk: Option<Walk>,
    /// What is known of the conditions, if it was asked.
    pub known: Option<Known<'a>>,
}

/// Chooses what leads a list: where it is open, by what its conditions find.
pub(super) fn choose<'a>(
    connection: &mut AnyConnection,
    kind: Kind,
    asked: Asked<'a>,
    conditions: &'a [Condition<Id>],
    request: &'a PageRequest,
) -> Result<Choice<'a>> {
    if asked.plans.searched(conditions).is_some_and(|(_, plan)| plan.finds_nothing()) {
        return Ok(Choice { lead: Lead::Few(Vec::new()), walk: None, known: None });
    }
    if !is_open(asked.as_of, conditions, request.sort) {
        return Ok(Choice { lead: unlooked(conditions, request.sort), walk: None, known: None });
    }
    let mut known = Known::read(connection, kind, asked, (conditions, request))?;
    let led = (0..conditions.len()).filter(|place| leads(&conditions[*place], request.sort));
    let count = |place: &usize| known.count(*place).unwrap_or(u64::MAX);
    // Titles have to do with languages: among those of all, those of one may all stand at the end, unless that is near.
    let is_behind = |place: &usize| {
        is_by_title(request.sort) && !is_language(&conditions[*place]) && count(place) > FEW as u64
    };
    let led = led.min_by_key(|place| (is_behind(place), count(place)));
    let is_merged = is_walked(asked.as_of) && is_by_title(request.sort) && led.as_ref().is_none_or(is_behind);
    let merged = if is_merged { Merged::of(connection, kind, asked, conditions)? } else { None };
    if merged.as_ref().is_some_and(|merged| merged.locales.is_empty()) {
        return Ok(Choice { lead: Lead::Few(Vec::new()), walk: None, known: Some(known) });
    }
    let led = led.filter(|_| merged.is_none());
    let order = led.map_or(Lead::Order, |place| by(conditions, place));
    let way = Way { led, merged };
    // To walk an index costs less than to gather what it finds, and the less the shorter it is.
    let most = known.length(&way).map_or(FEW, few_beside);
    let all = known.all(2 * most as u64);
    // What an index of links leads to is asked without more ado.
    let is_linked = order.link().is_some();
    let told = all.as_ref().filter(|all| !is_linked && known.tells(all, &way));
    let told = told.map(|all| Among::Marked(all.clone()));
    let walk = told.and_then(|among| known.walk(&way, Some(among)));
    if walk.is_some() {
        return Ok(Choice { lead: order, walk, known: Some(known) });
    }
    // Of what lies in a period twice as many: it stands together in one index, and that costs half (but by title, which it lacks).
    if let Some(lead) = known.fewest(connection, (most, 2 * most), all)? {
        return Ok(Choice { lead, walk: None, known: Some(known) });
    }
    let told = known.fewest_linked().filter(|(count, _)| *count <= TOLD && !is_linked);
    let among = told.map(|(_, place)| Among::Linked(place));
    let walk = known.walk(&way, among);
    Ok(Choice { lead: order, walk, known: Some(known) })
}

/// Looks closer at a list whose page was not full within what was met: its conditions have to do with each other, or with
/// the order. What finds fewer than [`MOST`] is gathered, or than [`IN_PERIOD`].
pub(super) fn closer(connection: &mut AnyConnection, known: &mut Known<'_>) -> Result<Option<Lead>> {
    let all = known.all(4 * MOST as u64);
    let in_period = if known.is_only_timed() { IN_PERIOD } else { MOST };
    known.fewest(connection, (MOST, in_period), all)
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

/// Whether parts of indexes are walked: of what partners see their columns do not tell.
const fn is_walked(as_of: AsOf) -> bool {
    matches!(as_of, AsOf::Now(_) | AsOf::Preview { .. })
}

/// Whether it is the order of titles, in which each language stands by itself.
pub(super) const fn is_by_title(sort: Sort) -> bool {
    matches!(sort, Sort::TitleAsc | Sort::TitleDesc)
}

const fn is_language(condition: &Condition<Id>) -> bool {
    matches!(condition, Condition::Locale(_))
}

/// Whether there is an index in which what a condition finds stands in the order of the list.
fn is_index(condition: &Condition<Id>, sort: Sort) -> bool {
    let by_publication = sort.clock() == Some(Clock::Published);
    let by_title = is_by_title(sort);
    match condition {
        Condition::Refers(_, to) | Condition::Source(to) => {
            (by_title || sort.clock().and_then(column_of_links).is_some()) && to.len() == 1
        }
        Condition::Variant(variants) => by_publication && variants.len() == 1,
        Condition::Locale(locales) => (by_publication || by_title) && locales.len() == 1,
        Condition::HasImage(_) => by_publication,
        Condition::Time(..) => is_part_of(condition, sort),
        Condition::TranslationGroup(_) => true,
        _ => false,
    }
}
