//! The change log: one row for every committed write, in commit order.

use super::content::named;
use super::{Actor, Id, Kind, Timestamp};

/// One row of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Position in the log. Whoever has seen n never later finds a smaller one.
    pub sequence: i64,
    /// When it was written.
    pub at: Timestamp,
    /// The entry.
    pub entry: Id,
    /// Its kind.
    pub kind: Kind,
    /// What happened to it.
    pub verb: Verb,
    /// The revision concerned, if one is.
    pub revision: Option<u32>,
    /// The change that made this one necessary, such as a fact box's that an article follows.
    pub cause: Option<i64>,
    /// Who did it.
    pub actor: Actor,
    /// Why, in the words of whoever did it.
    pub note: Option<String>,
    /// What readers saw of it at its moment; `None` when it was nothing.
    pub effect: Option<Effect>,
}

impl Effect {
    /// What becomes of an entry that was visible before, or was not, and is afterwards, or is not. `None` for what is
    /// the same: two states are given, so that what differs in either is a change.
    #[must_use]
    pub fn between<S: PartialEq>(before: Option<&S>, after: Option<&S>) -> Option<Self> {
        match (before, after) {
            (None, Some(_)) => Some(Self::Published),
            (Some(_), None) => Some(Self::Withdrawn),
            (Some(before), Some(after)) if before != after => Some(Self::Updated),
            _ => None,
        }
    }
}

impl Verb {
    /// Whether somebody decided something about the entry, rather than wrote it or something that it follows.
    #[must_use]
    pub const fn is_decision(self) -> bool {
        !matches!(self, Self::Save | Self::Touch | Self::Pass)
    }

    /// Whether it can change what readers see.
    #[must_use]
    pub const fn is_seen_by_readers(self) -> bool {
        match self {
            Self::Publish | Self::Withdraw | Self::Kill | Self::Touch | Self::Pass => true,
            Self::Save | Self::Submit | Self::Archive | Self::Unarchive => false,
        }
    }
}

named! {
    /// What can happen to an entry.
    Verb {
        /// A revision was saved.
        Save = "save",
        /// A revision was handed to whoever publishes.
        Submit = "submit",
        /// A revision became public, or was planned to.
        Publish = "publish",
        /// The entry stopped being public, or was planned to.
        Withdraw = "withdraw",
        /// The entry was taken down for legal reasons, with its whole history.
        Kill = "kill",
        /// The entry was put away: it is in no list of drafts any more.
        Archive = "archive",
        /// The entry was fetched back.
        Unarchive = "unarchive",
        /// Something that the entry follows changed.
        Touch = "touch",
        /// A moment came for which something was planned, and readers see the entry otherwise since.
        Pass = "pass",
    }
}

named! {
    /// What readers saw of a change.
    Effect {
        /// The entry became public.
        Published = "published",
        /// It was public before and is now, and something of it is different.
        Updated = "updated",
        /// It is not public any more, and may come back.
        Withdrawn = "withdrawn",
        /// It was taken down for legal reasons, for ever. It had been public, at some time.
        Killed = "killed",
    }
}
