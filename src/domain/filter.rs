//! What a list holds and in which order.

use super::content::named;
use super::time::Moment;
use super::{Error, ErrorCode, Id, Kind, Locale, Result, Role, Timestamp};

/// A condition on an entry. Other entries are named by `E`: a `Reference` where a client asks, an `Id` in the store.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Condition<E> {
    /// All of these hold. Of none, that is always so.
    All(Vec<Self>),
    /// At least one of these holds. Of none, that is never so.
    Any(Vec<Self>),
    /// This does not hold.
    Not(Box<Self>),
    /// Refers to one of these entries in a capacity.
    Refers(Role, Vec<E>),
    /// Names one of these as its source, by [`Id::of_source`].
    Source(Vec<Id>),
    /// Is in this section, or in one below it.
    Below(E),
    /// Is of one of these kinds within the kind: an article's genre, a tag's sort.
    Variant(Vec<&'static str>),
    /// Is written in one of these languages.
    Locale(Vec<Locale>),
    /// Is written in another language, and public in this one, too.
    Translated(Locale),
    /// Was translated from a revision than which a newer one is public.
    Stale,
    /// Belongs to this translation group.
    TranslationGroup(Id),
    /// Is found by this search.
    Matches(Search),
    /// Has a lead image, or has none.
    HasImage(bool),
    /// Has such a moment, and it lies in this period.
    Time(Clock, Period),
}

/// A search query.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Search {
    /// In the words of whoever asks.
    pub words: String,
    /// Whether one of the words may be missing, whichever it is.
    pub is_relaxed: bool,
}

impl Search {
    /// For all of some words.
    #[must_use]
    pub const fn all_of(words: String) -> Self {
        Self { words, is_relaxed: false }
    }

    /// The same, of which one word may be missing.
    #[must_use]
    pub fn relaxed(&self) -> Self {
        Self { words: self.words.clone(), is_relaxed: true }
    }
}

named! {
    /// The moments by which entries are found.
    Clock {
        /// When it was public first.
        Published = "publishedAt",
        /// When something changed of which readers should be told.
        ContentUpdated = "contentUpdatedAt",
        /// When anything changed.
        Updated = "updatedAt",
        /// When it was corrected last. What never was has none.
        Corrected = "correctedAt",
        /// When the first of its facts is due for review. What needs none has none.
        Review = "reviewBy",
    }
}

/// From `after` on, up to but not including `before`; either end may be open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Period {
    /// The first moment inside.
    pub after: Option<Moment>,
    /// The first moment beyond.
    pub before: Option<Moment>,
}

impl Period {
    /// All time.
    pub const ALL: Self = Self { after: None, before: None };

    /// From a moment on.
    #[must_use]
    pub const fn from(moment: Moment) -> Self {
        Self { after: Some(moment), before: None }
    }

    /// Up to a moment.
    #[must_use]
    pub const fn until(moment: Moment) -> Self {
        Self { after: None, before: Some(moment) }
    }

    /// The period inside both, where one says what the other leaves open.
    fn joined(self, other: Self) -> Option<Self> {
        let is_said_twice = |a: Option<Moment>, b: Option<Moment>| a.is_some() && b.is_some();
        let both = is_said_twice(self.after, other.after) || is_said_twice(self.before, other.before);
        (!both).then_some(Self { after: self.after.or(other.after), before: self.before.or(other.before) })
    }
}

/// The same conditions, in which the beginning and the end of a period are one: between both may lie little, where behind the
/// one and before the other lies much.
pub(crate) fn with_whole_periods<E>(conditions: Vec<Condition<E>>) -> Vec<Condition<E>> {
    let mut whole: Vec<Condition<E>> = Vec::with_capacity(conditions.len());
    for condition in conditions {
        let Condition::Time(clock, period) = condition else {
            whole.push(condition);
            continue;
        };
        let joined = whole.iter_mut().find_map(|other| match other {
            Condition::Time(of, there) if *of == clock => there.joined(period).map(|joined| (there, joined)),
            _ => None,
        });
        match joined {
            Some((there, joined)) => *there = joined,
            None => whole.push(Condition::Time(clock, period)),
        }
    }
    whole
}

/// The most conditions in one filter, those inside others included.
const MAX_CONDITIONS: usize = 50;

/// The most entries that are named in one filter.
const MAX_REFERENCES: usize = 20;

/// The most search queries in one filter.
const MAX_QUERIES: usize = 3;

/// How deep conditions stand inside one another.
const MAX_DEPTH: usize = 8;

impl<E> Condition<E> {
    /// The same condition on entries that are named otherwise.
    ///
    /// # Errors
    /// The first of `name`.
    pub fn try_map<F>(self, name: &mut impl FnMut(Role, E) -> Result<F>) -> Result<Condition<F>> {
        let mut each = |conditions: Vec<Self>| -> Result<Vec<Condition<F>>> {
            conditions.into_iter().map(|condition| condition.try_map(name)).collect()
        };
        Ok(match self {
            Self::All(conditions) => Condition::All(each(conditions)?),
            Self::Any(conditions) => Condition::Any(each(conditions)?),
            Self::Not(condition) => Condition::Not(Box::new(condition.try_map(name)?)),
            Self::Refers(role, entries) => {
                let entries = entries.into_iter().map(|entry| name(role, entry)).collect::<Result<_>>()?;
                Condition::Refers(role, entries)
            }
            Self::Source(names) => Condition::Source(names),
            Self::Below(section) => Condition::Below(name(Role::Section, section)?),
            Self::Variant(variants) => Condition::Variant(variants),
            Self::Locale(locales) => Condition::Locale(locales),
            Self::Translated(locale) => Condition::Translated(locale),
            Self::Stale => Condition::Stale,
            Self::TranslationGroup(group) => Condition::TranslationGroup(group),
            Self::Matches(search) => Condition::Matches(search),
            Self::HasImage(has) => Condition::HasImage(has),
            Self::Time(clock, period) => Condition::Time(clock, period),
        })
    }

    /// The same conditions without brackets that say nothing.
    #[must_use]
    pub fn flat(conditions: Vec<Self>) -> Vec<Self> {
        let flat = |condition: Self| match condition.bare() {
            Self::All(conditions) => conditions,
            other => vec![other],
        };
        conditions.into_iter().flat_map(flat).collect()
    }

    /// The same without brackets of one, and with conditions that say of themselves what they are not.
    fn bare(self) -> Self {
        let one = |mut conditions: Vec<Self>, several: fn(Vec<Self>) -> Self| {
            if conditions.len() == 1 { conditions.remove(0) } else { several(conditions) }
        };
        match self {
            Self::All(conditions) => one(Self::flat(conditions), Self::All),
            Self::Any(conditions) => one(conditions.into_iter().map(Self::bare).collect(), Self::Any),
            Self::Not(condition) => match condition.bare() {
                Self::HasImage(has) => Self::HasImage(!has),
                other => Self::Not(Box::new(other)),
            },
            other => other,
        }
    }

    /// Some conditions and those inside them.
    fn all_of(conditions: &[Self]) -> Vec<&Self> {
        conditions.iter().flat_map(|it| std::iter::once(it).chain(it.inside())).collect()
    }

    fn inside(&self) -> Vec<&Self> {
        match self {
            Self::All(conditions) | Self::Any(conditions) => Self::all_of(conditions),
            Self::Not(condition) => Self::all_of(std::slice::from_ref(condition)),
            _ => Vec::new(),
        }
    }

    /// The search that it is.
    const fn search(&self) -> Option<&Search> {
        match self {
            Self::Matches(search) => Some(search),
            _ => None,
        }
    }

    /// The searches in some conditions.
    #[must_use]
    pub fn searches(conditions: &[Self]) -> Vec<&Search> {
        let all = Self::all_of(conditions);
        all.into_iter().filter_map(Self::search).collect()
    }

    /// How many entries it names itself.
    const fn references(&self) -> usize {
        match self {
            Self::Refers(_, entries) => entries.len(),
            Self::Source(names) => names.len(),
            Self::Below(_) => 1,
            _ => 0,
        }
    }

    fn depth(&self) -> usize {
        let deepest = |conditions: &[Self]| 1 + conditions.iter().map(Self::depth).max().unwrap_or(0);
        match self {
            Self::All(conditions) | Self::Any(conditions) => deepest(conditions),
            Self::Not(condition) => 1 + condition.depth(),
            _ => 1,
        }
    }

    /// Refuses what would be too much for one list.
    ///
    /// # Errors
    /// `INVALID_PARAMETER`, naming the limit.
    pub fn check(conditions: &[Self]) -> Result<()> {
        let all = Self::all_of(conditions);
        let references = all.iter().map(|condition| condition.references()).sum();
        let depth = conditions.iter().map(Self::depth).max().unwrap_or(0);
        for (what, number, limit) in [
            ("conditions", all.len(), MAX_CONDITIONS),
            ("entries", references, MAX_REFERENCES),
            ("search queries", Self::searches(conditions).len(), MAX_QUERIES),
            ("conditions inside one another", depth, MAX_DEPTH),
        ] {
            if number > limit {
                let detail = format!("The filter names {number} {what}; at most {limit} are allowed.");
                return Err(Error::new(ErrorCode::InvalidParameter, detail));
            }
        }
        Ok(())
    }
}

impl Condition<Id> {
    /// The same condition with moments in place of those that are relative to `now`.
    #[must_use]
    pub fn settled(self, now: Timestamp) -> Self {
        let all = |conditions: Vec<Self>| conditions.into_iter().map(|it| it.settled(now)).collect();
        match self {
            Self::All(conditions) => Self::All(all(conditions)),
            Self::Any(conditions) => Self::Any(all(conditions)),
            Self::Not(condition) => Self::Not(Box::new(condition.settled(now))),
            Self::Time(clock, Period { after, before }) => {
                let at = |moment: Moment| Moment::At(moment.at(now));
                Self::Time(clock, Period { after: after.map(at), before: before.map(at) })
            }
            other => other,
        }
    }
}

/// What conditions say of a clock that none of them names: nothing is updated before it is published, and each clock from
/// publication to content to anything is as late as the one before it, or later.
#[must_use]
pub fn follows(conditions: &[Condition<Id>], clock: Clock) -> Option<Condition<Id>> {
    const IN_ORDER: [Clock; 3] = [Clock::Published, Clock::ContentUpdated, Clock::Updated];
    let place = |clock: Clock| IN_ORDER.iter().position(|it| *it == clock);
    let own = place(clock)?;
    let mut period = Period::ALL;
    for condition in conditions {
        let Condition::Time(other, Period { after, before }) = condition else { continue };
        match place(*other) {
            Some(other) if other > own => period.before = period.before.or(*before),
            Some(other) if other < own => period.after = period.after.or(*after),
            _ => {}
        }
    }
    (period != Period::ALL).then_some(Condition::Time(clock, period))
}

/// The language that everything is in for which all of the conditions hold, if they say one.
#[must_use]
pub fn locale<E>(conditions: &[Condition<E>]) -> Option<&Locale> {
    conditions.iter().find_map(|condition| match condition {
        Condition::Locale(locales) if locales.len() == 1 => locales.first(),
        _ => None,
    })
}

/// What is searched for in all of a list: the one search that everything in it is found by.
#[must_use]
pub fn searched<E>(conditions: &[Condition<E>]) -> Option<&Search> {
    conditions.iter().find_map(Condition::search)
}

/// The same conditions with another search in place of one.
#[must_use]
pub fn searched_by<E: Clone>(
    conditions: &[Condition<E>],
    instead_of: &Search,
    search: &Search,
) -> Vec<Condition<E>> {
    let replaced = |condition: &Condition<E>| match condition {
        Condition::Matches(there) if there == instead_of => Condition::Matches(search.clone()),
        other => other.clone(),
    };
    conditions.iter().map(replaced).collect()
}

/// What has no place in an order is not in a list of that order.
#[must_use]
pub fn implied<E>(sort: Sort) -> Option<Condition<E>> {
    match sort.clock() {
        Some(clock @ (Clock::Corrected | Clock::Review)) => Some(Condition::Time(clock, Period::ALL)),
        _ => None,
    }
}

named! {
    /// The orders a list can have. Ties are broken by id, so every order is total.
    Sort {
        /// Latest first publication first.
        PublishedDesc = "-publishedAt",
        /// Earliest first publication first.
        PublishedAsc = "publishedAt",
        /// Latest update first.
        UpdatedDesc = "-updatedAt",
        /// Earliest update first.
        UpdatedAsc = "updatedAt",
        /// Latest change of which readers should be told first.
        ContentUpdatedDesc = "-contentUpdatedAt",
        /// Earliest change of which readers should be told first.
        ContentUpdatedAsc = "contentUpdatedAt",
        /// By title or name, by code point, A first.
        TitleAsc = "title",
        /// By title or name, by code point, Z first.
        TitleDesc = "-title",
        /// Latest correction first; only what was corrected.
        CorrectedDesc = "-correctedAt",
        /// Earliest last correction first; only what was corrected.
        CorrectedAsc = "correctedAt",
        /// Earliest day of review first; only what has one.
        ReviewAsc = "reviewBy",
        /// Latest day of review first; only what has one.
        ReviewDesc = "-reviewBy",
        /// What fits the search query best first; of equally good ones the latest first publication.
        Relevance = "relevance",
    }
}

impl Sort {
    /// Whether greater keys come first.
    #[must_use]
    pub const fn is_descending(self) -> bool {
        matches!(
            self,
            Self::PublishedDesc
                | Self::UpdatedDesc
                | Self::ContentUpdatedDesc
                | Self::TitleDesc
                | Self::CorrectedDesc
                | Self::ReviewDesc
                | Self::Relevance
        )
    }

    /// The order of a list that is asked for without one: the best first where it is searched, else the newest.
    #[must_use]
    pub fn usual<E>(conditions: &[Condition<E>]) -> Self {
        if searched(conditions).is_some() { Self::Relevance } else { Self::PublishedDesc }
    }

    /// The clock that it goes by; `None` for titles and for relevance.
    #[must_use]
    pub const fn clock(self) -> Option<Clock> {
        Some(match self {
            Self::PublishedDesc | Self::PublishedAsc => Clock::Published,
            Self::ContentUpdatedDesc | Self::ContentUpdatedAsc => Clock::ContentUpdated,
            Self::UpdatedDesc | Self::UpdatedAsc => Clock::Updated,
            Self::CorrectedDesc | Self::CorrectedAsc => Clock::Corrected,
            Self::ReviewAsc | Self::ReviewDesc => Clock::Review,
            Self::TitleAsc | Self::TitleDesc | Self::Relevance => return None,
        })
    }

    /// Whether entries of a kind can stand in this order.
    #[must_use]
    pub const fn is_for(self, kind: Kind) -> bool {
        match self {
            Self::CorrectedDesc | Self::CorrectedAsc => matches!(kind, Kind::Article),
            Self::ReviewAsc | Self::ReviewDesc => matches!(kind, Kind::FactBox),
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(clock: Clock, after: Option<&str>, before: Option<&str>) -> Condition<Id> {
        let moment = |text: &str| text.parse().expect("a moment");
        Condition::Time(clock, Period { after: after.map(moment), before: before.map(moment) })
    }

    #[test]
    fn both_ends_of_a_period_become_one_condition() {
        let (from, until) = (Some("2026-11-01T00:00:00Z"), Some("2026-12-01T00:00:00Z"));
        let conditions = vec![
            time(Clock::Published, from, None),
            Condition::HasImage(true),
            time(Clock::Updated, None, until),
            time(Clock::Published, None, until),
            time(Clock::Published, from, None),
        ];
        let whole = vec![
            time(Clock::Published, from, until),
            Condition::HasImage(true),
            time(Clock::Updated, None, until),
            time(Clock::Published, from, None),
        ];
        assert_eq!(with_whole_periods(conditions), whole);
    }
}
