//! The change log: one row for every committed write, in commit order.

use super::content::named;
use super::{Id, Kind, Timestamp};

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
}

named! {
    /// What can happen to an entry.
    Verb {
        /// A revision was saved.
        Save = "save",
        /// A revision became public, or was planned to.
        Publish = "publish",
        /// The entry stopped being public, or was planned to.
        Withdraw = "withdraw",
        /// Something that the entry follows changed.
        Touch = "touch",
    }
}

named! {
    /// Who acts.
    Actor {
        /// A reader without credentials.
        Anonymous = "anonymous",
        /// Whoever may run the program on the server's machine.
        Operator = "operator",
    }
}
