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
    /// The latest decision about it, by its place in the log; 0 while there is none.
    pub decision: i64,
    /// The revision that waits for whoever publishes.
    pub submitted: Option<u32>,
    /// Which revision is public when, oldest first.
    pub timeline: Vec<Publication>,
    /// The newest revision.
    pub revision: Revision<AnyContent>,
}

impl Entry {
    /// What there is to see of it.
    #[must_use]
    pub const fn version(&self) -> Version {
        Version { revision: self.revision.number, decision: Some(self.decision) }
    }
}

/// What somebody has seen of an entry: its newest revision, and the latest decision about it. Whoever decides needs
/// both. Somebody may have withdrawn what they are about to publish again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    /// The number of the revision.
    pub revision: u32,
    /// See [`Entry::decision`]; `None` for whoever does not mind.
    pub decision: Option<i64>,
}

/// A text that is no version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoVersion;

impl From<u32> for Version {
    fn from(revision: u32) -> Self {
        Self { revision, decision: None }
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.decision {
            Some(decision) => write!(f, "{}.{decision}", self.revision),
            None => write!(f, "{}", self.revision),
        }
    }
}

impl std::str::FromStr for Version {
    type Err = NoVersion;

    /// Reads `3.57`, and `3` alone, as they are written.
    fn from_str(text: &str) -> std::result::Result<Self, Self::Err> {
        let (revision, decision) = match text.split_once('.') {
            Some((revision, decision)) => (revision, Some(decision.parse().map_err(|_| NoVersion)?)),
            None => (text, None),
        };
        let version = Self { revision: revision.parse().map_err(|_| NoVersion)?, decision };
        if version.to_string() == text { Ok(version) } else { Err(NoVersion) }
    }
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
        if timeline.iter().any(|it| it.covers(now)) {
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
