//! The timeline of an entry: which revision is public when.
//!
//! Two kinds of fact lie on it. *Publications* are what editors decided: this revision, from then on. *Touches*
//! are changes to the fact boxes that the entry follows. The *spans* that readers see follow from both, by pure
//! functions, so that they can be rebuilt and verified at any time.

use super::Timestamp;
use super::edition::Clocks;

/// The decision that a revision is public from a moment on, and perhaps until another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Publication {
    /// The revision.
    pub revision: u32,
    /// The first moment.
    pub from: Timestamp,
    /// The first moment after; `None` while open.
    pub until: Option<Timestamp>,
    /// Whether readers should be told of the change.
    pub material: bool,
    /// Whether partners may read it before it begins.
    pub embargo: bool,
}

impl Publication {
    /// Whether it is public at a moment.
    #[must_use]
    pub fn covers(&self, at: Timestamp) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }
}

/// A change to something that a revision follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Touch {
    /// When.
    pub at: Timestamp,
    /// Whether readers should be told.
    pub material: bool,
}

/// An interval during which readers see the same revision in the same state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The revision.
    pub revision: u32,
    /// The first moment after; `None` while open. The first moment is `clocks.updated_at`.
    pub until: Option<Timestamp>,
    /// Whether partners may read it before it begins.
    pub embargo: bool,
    /// What the clocks show.
    pub clocks: Clocks,
}

/// Adds a publication. What was public at its beginning ends there; a withdrawal or a later publication that
/// is already planned stays planned. One planned for the same moment is replaced.
#[must_use]
pub fn publish(timeline: &[Publication], new: Publication) -> Vec<Publication> {
    let mut until = new.until;
    let mut result = Vec::with_capacity(timeline.len() + 1);
    for &old in timeline {
        if old.from == new.from {
            until = until.or(old.until);
        } else if old.from > new.from {
            until = Some(until.map_or(old.from, |until| until.min(old.from)));
            result.push(old);
        } else if old.covers(new.from) {
            until = until.or(old.until);
            result.push(Publication { until: Some(new.from), ..old });
        } else {
            result.push(old);
        }
    }
    result.push(Publication { until, ..new });
    result.sort_by_key(|publication| publication.from);
    result
}

/// Lets a timeline begin no later than `new` does: what comes first comes earlier, and an empty one takes `new`. What was
/// public before, and what ended, stays.
#[must_use]
pub fn begin_by(timeline: &[Publication], new: Publication) -> Vec<Publication> {
    let mut result = timeline.to_vec();
    match result.first_mut() {
        Some(first) => first.from = first.from.min(new.from),
        None => result.push(new),
    }
    result
}

/// Ends what is public at `at` and cancels what was planned for later.
#[must_use]
pub fn withdraw(timeline: &[Publication], at: Timestamp) -> Vec<Publication> {
    timeline
        .iter()
        .filter(|publication| publication.from < at)
        .map(|&publication| {
            let until = if publication.covers(at) { Some(at) } else { publication.until };
            Publication { until, ..publication }
        })
        .collect()
}

/// Takes over what another system says of a timeline. What was public here stays on record: a state that was edited
/// there becomes public now, not in the place of what readers saw.
#[must_use]
pub fn take_over(timeline: &[Publication], told: &[Publication], now: Timestamp) -> Vec<Publication> {
    if told.is_empty() {
        return withdraw(timeline, now);
    }
    // Plans are the other system's to change: only what has begun is on record.
    let begun: Vec<Publication> = timeline.iter().filter(|known| known.from <= now).copied().collect();
    let (past, plans): (Vec<Publication>, Vec<Publication>) = told.iter().partition(|told| told.from <= now);
    let mut result = open_planned_end(&begun, timeline, now);
    result = match past.iter().max_by_key(|told| told.from) {
        Some(&present) => {
            for &earlier in past.iter().filter(|told| told.from < present.from) {
                if begun.iter().all(|known| known.from != earlier.from) {
                    result = publish(&result, earlier);
                }
            }
            take_over_present(&result, present, now)
        }
        None => end(&result, now, None),
    };
    plans.into_iter().fold(result, |result, plan| publish(&result, plan))
}

/// Takes over the state that another system says began last. The same as what is public here ends when it is told to.
fn take_over_present(timeline: &[Publication], told: Publication, now: Timestamp) -> Vec<Publication> {
    let current = timeline.iter().find(|publication| publication.covers(now));
    if current.is_some_and(|current| current.revision == told.revision) {
        return end(timeline, now, told.until);
    }
    let newest = timeline.iter().map(|publication| publication.from).max();
    let from = if newest.is_none_or(|newest| told.from > newest) { told.from } else { now };
    if told.until.is_some_and(|until| until <= from) {
        return withdraw(timeline, now);
    }
    publish(&end(timeline, now, None), Publication { from, ..told })
}

/// What ended only because a plan would have followed does not end without the plan.
fn open_planned_end(begun: &[Publication], timeline: &[Publication], now: Timestamp) -> Vec<Publication> {
    let planned = |at: Timestamp| timeline.iter().any(|publication| publication.from == at && at > now);
    let opened = begun.iter().map(|publication| {
        let until = publication.until.filter(|until| !planned(*until));
        Publication { until, ..*publication }
    });
    opened.collect()
}

/// Lets what is public at `now` end at `until`, though not before `now`; `None` takes a planned end back.
fn end(timeline: &[Publication], now: Timestamp, until: Option<Timestamp>) -> Vec<Publication> {
    let next = timeline.iter().map(|publication| publication.from).filter(|from| *from > now).min();
    let until = until.map(|until| until.max(now)).into_iter().chain(next).min();
    let ended = timeline.iter().map(|publication| {
        if publication.covers(now) { Publication { until, ..*publication } } else { *publication }
    });
    ended.collect()
}

/// The spans that follow from the publications and from what touches each revision, oldest first.
#[must_use]
pub fn spans(timeline: &[Publication], touches: impl Fn(u32) -> Vec<Touch>) -> Vec<Span> {
    let Some(published_at) = timeline.iter().map(|publication| publication.from).min() else {
        return Vec::new();
    };
    let mut content_updated_at = published_at;
    let mut spans = Vec::with_capacity(timeline.len());
    for publication in timeline {
        let opening = Touch { at: publication.from, material: publication.material };
        for (touch, until) in cuts(publication, opening, touches(publication.revision)) {
            if touch.material {
                content_updated_at = touch.at;
            }
            let clocks = Clocks { published_at, content_updated_at, updated_at: touch.at };
            let Publication { revision, from, .. } = *publication;
            // What changes later, once it is public, is under no embargo.
            let embargo = publication.embargo && touch.at == from;
            spans.push(Span { revision, until, embargo, clocks });
        }
    }
    spans
}

/// How a timeline touches whoever follows its entry: at every beginning, and at every end after which nothing
/// is public.
#[must_use]
pub fn touches(timeline: &[Publication]) -> Vec<Touch> {
    let beginnings =
        timeline.iter().map(|publication| Touch { at: publication.from, material: publication.material });
    let ends =
        timeline.iter().filter_map(|publication| publication.until).map(|at| Touch { at, material: false });
    beginnings.chain(ends).collect()
}

/// Cuts a publication at the touches that fall inside it. Several at one moment count as one.
fn cuts(publication: &Publication, opening: Touch, touches: Vec<Touch>) -> Vec<(Touch, Option<Timestamp>)> {
    let mut inside: Vec<Touch> = touches
        .into_iter()
        .filter(|touch| touch.at > publication.from && publication.covers(touch.at))
        .collect();
    inside.push(opening);
    inside.sort_by_key(|touch| touch.at);
    inside.dedup_by(|later, earlier| {
        let same = later.at == earlier.at;
        earlier.material |= same && later.material;
        same
    });
    let ends = inside.iter().skip(1).map(|touch| Some(touch.at)).chain([publication.until]);
    inside.iter().copied().zip(ends.collect::<Vec<_>>()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn t(second: i64) -> Timestamp {
        Timestamp::from_micros(second * 1_000_000).expect("a moment")
    }

    fn publication(revision: u32, from: i64, until: Option<i64>) -> Publication {
        Publication { revision, from: t(from), until: until.map(t), material: true, embargo: false }
    }

    #[test]
    fn a_new_publication_ends_the_one_before() {
        let timeline = publish(&[publication(1, 10, None)], publication(2, 20, None));
        assert_eq!(timeline, [publication(1, 10, Some(20)), publication(2, 20, None)]);
    }

    #[test]
    fn a_planned_withdrawal_survives_a_new_publication() {
        let timeline = publish(&[publication(1, 10, Some(50))], publication(2, 20, None));
        assert_eq!(timeline, [publication(1, 10, Some(20)), publication(2, 20, Some(50))]);
    }

    #[test]
    fn a_planned_publication_survives_one_made_before_it() {
        let planned = publish(&[publication(1, 10, None)], publication(2, 40, None));
        let timeline = publish(&planned, publication(3, 20, None));
        assert_eq!(
            timeline,
            [publication(1, 10, Some(20)), publication(3, 20, Some(40)), publication(2, 40, None)]
        );
    }

    #[test]
    fn publishing_for_the_same_moment_replaces() {
        let timeline = publish(&[publication(1, 10, None)], publication(2, 10, None));
        assert_eq!(timeline, [publication(2, 10, None)]);
    }

    #[test]
    fn a_withdrawal_ends_the_present_and_cancels_the_future() {
        let timeline = [publication(1, 10, Some(20)), publication(2, 20, None), publication(3, 40, None)];
        assert_eq!(withdraw(&timeline, t(30)), [publication(1, 10, Some(20)), publication(2, 20, Some(30))]);
    }

    #[test]
    fn what_is_withdrawn_can_be_published_again_and_keeps_its_first_moment() {
        let timeline = publish(&withdraw(&[publication(1, 10, None)], t(20)), publication(2, 30, None));
        let spans = spans(&timeline, |_| Vec::new());
        assert_eq!(spans.len(), 2);
        assert_eq!(spans[1].clocks.published_at, t(10));
        assert_eq!(spans[1].clocks.updated_at, t(30));
    }

    #[test]
    fn what_was_edited_elsewhere_becomes_public_now_and_the_past_stays() {
        let timeline = take_over(&[publication(1, 10, None)], &[publication(2, 10, None)], t(100));
        assert_eq!(timeline, [publication(1, 10, Some(100)), publication(2, 100, None)]);
        let reverted = take_over(&timeline, &[publication(1, 10, None)], t(200));
        assert_eq!(reverted.last(), Some(&publication(1, 200, None)));
        assert_eq!(take_over(&timeline, &[publication(2, 10, None)], t(300)), timeline);
    }

    #[test]
    fn what_is_told_for_the_first_time_is_taken_as_it_is_told() {
        let told = [publication(1, 10, Some(20)), publication(2, 20, None)];
        assert_eq!(take_over(&[], &told, t(100)), told);
        assert_eq!(take_over(&told[..1], &told, t(100)), told);
        assert_eq!(take_over(&[], &[publication(1, 10, Some(50))], t(100)), [publication(1, 10, Some(50))]);
    }

    #[test]
    fn a_plan_that_changes_elsewhere_stays_a_plan() {
        let planned = [publication(1, 200, None)];
        assert_eq!(take_over(&planned, &[publication(2, 200, None)], t(100)), [publication(2, 200, None)]);
        assert_eq!(take_over(&planned, &[publication(1, 150, None)], t(100)), [publication(1, 150, None)]);
        assert_eq!(take_over(&planned, &[publication(1, 300, None)], t(100)), [publication(1, 300, None)]);
        assert_eq!(take_over(&planned, &[], t(100)), []);
        let followed = [publication(1, 10, Some(200)), publication(2, 200, None)];
        let told = [publication(1, 10, None)];
        assert_eq!(take_over(&followed, &told, t(100)), told);
        let changed = [publication(1, 10, None), publication(3, 200, None)];
        assert_eq!(
            take_over(&followed, &changed, t(100)),
            [publication(1, 10, Some(200)), publication(3, 200, None)]
        );
    }

    #[test]
    fn an_end_that_is_taken_back_with_an_edit_is_taken_back() {
        let timeline = take_over(&[publication(1, 10, Some(500))], &[publication(2, 10, None)], t(100));
        assert_eq!(timeline, [publication(1, 10, Some(100)), publication(2, 100, None)]);
    }

    #[test]
    fn an_end_that_is_told_later_ends_what_is_public_but_not_its_past() {
        let open = [publication(1, 10, None)];
        assert_eq!(
            take_over(&open, &[publication(1, 10, Some(50))], t(100)),
            [publication(1, 10, Some(100))]
        );
        assert_eq!(
            take_over(&open, &[publication(1, 10, Some(150))], t(100)),
            [publication(1, 10, Some(150))]
        );
        assert_eq!(take_over(&[publication(1, 10, Some(150))], &open, t(100)), open);
        assert_eq!(take_over(&open, &[], t(100)), [publication(1, 10, Some(100))]);
    }

    #[test]
    fn an_end_before_a_gap_stays_when_the_same_is_told_again() {
        let told = [publication(1, 10, Some(200)), publication(2, 300, None)];
        assert_eq!(take_over(&told, &told, t(100)), told);
        let sooner = [publication(1, 10, Some(150)), publication(2, 300, None)];
        assert_eq!(take_over(&told, &sooner, t(100)), sooner);
        let edited = [publication(3, 10, Some(200)), publication(2, 300, None)];
        assert_eq!(
            take_over(&told, &edited, t(100)),
            [publication(1, 10, Some(100)), publication(3, 100, Some(200)), publication(2, 300, None)]
        );
        assert_eq!(take_over(&told, &told, t(250)), told);
    }

    #[test]
    fn a_timeline_that_must_begin_earlier_keeps_its_end() {
        assert_eq!(begin_by(&[], publication(1, 20, None)), [publication(1, 20, None)]);
        let ended = [publication(1, 20, Some(30)), publication(2, 40, None)];
        let earlier = [publication(1, 10, Some(30)), publication(2, 40, None)];
        assert_eq!(begin_by(&ended, publication(1, 10, None)), earlier);
        assert_eq!(begin_by(&ended, publication(1, 50, None)), ended);
    }

    #[test]
    fn a_touch_cuts_the_span_and_moves_the_clocks() {
        let touch = |at, material| Touch { at: t(at), material };
        let spans = spans(&[publication(1, 10, Some(50))], |_| {
            vec![touch(30, true), touch(20, false), touch(60, true), touch(5, true)]
        });
        let seen: Vec<_> =
            spans.iter().map(|s| (s.clocks.updated_at, s.clocks.content_updated_at, s.until)).collect();
        assert_eq!(
            seen,
            [(t(10), t(10), Some(t(20))), (t(20), t(10), Some(t(30))), (t(30), t(30), Some(t(50)))]
        );
    }
}
