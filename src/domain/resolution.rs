//! What an address of the newsroom's site leads to.

use super::content::named;

named! {
    /// What stands at an address.
    Outcome {
        /// An entry, whose address it is.
        Found = "found",
        /// A former address of an entry that is elsewhere now.
        Moved = "moved",
        /// An entry stood there that was taken back.
        Gone = "gone",
    }
}

named! {
    /// How an entry left the public. Why it was decided is for the desk alone.
    Departure {
        /// It was withdrawn, and may come back.
        Withdrawn = "withdrawn",
        /// It was taken down for legal reasons, for ever: every copy must be removed.
        Killed = "killed",
    }
}
