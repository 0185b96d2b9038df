//! Entries as the desk sees them: the newest revision, what is decided about it, and what can be done.

use super::content::named;
use super::timeline::Publication;
use super::{AnyContent, Kind, Revision, Timestamp};

/// An entry with its newest revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its kind.
    pub kind: Kind,
    /// Where it stands in its life.
    pub state: State,
    /// The revision that waits for whoever publishes.
    pub submitted: Option<u32>,
    /// Which revision is public when, oldest first.
    pub timeline: Vec<Publication>,
    /// The newest revision.
    pub revision: Revision<AnyContent>,
}

named! {
    /// Where an entry stands in its life.
    State {
        /// Never public, and not planned to be.
        Draft = "draft",
        /// Not public yet, but planned to be.
        Scheduled = "scheduled",
        /// Public.
        Public = "public",
        /// Was public, and is not any more.
        Withdrawn = "withdrawn",
        /// Put away.
        Archived = "archived",
        /// Taken down for legal reasons.
        Killed = "killed",
    }
}

impl State {
    /// The state that follows from a timeline.
    #[must_use]
    pub fn of(timeline: &[Publication], now: Timestamp) -> Self {
        let covers = |it: &&Publication| it.from <= now && it.until.is_none_or(|until| now < until);
        if timeline.iter().any(|it| covers(&it)) {
            Self::Public
        } else if timeline.iter().any(|it| it.from > now) {
            Self::Scheduled
        } else if timeline.is_empty() {
            Self::Draft
        } else {
            Self::Withdrawn
        }
    }
}
