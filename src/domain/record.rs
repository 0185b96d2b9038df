//! Entries as they come in from elsewhere: an import reads its format into records, `app` writes them.

use super::{AnyContent, Id, Slug, Timestamp};

/// One entry of another system, or of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What the entry is called at its origin. Remembered, so that importing again finds it.
    pub key: String,
    /// The id it gets, or has: [`Id::of_key`] unless the origin states one.
    pub id: Id,
    /// Its states, oldest first; at least one.
    pub revisions: Vec<RecordRevision>,
    /// Addresses it had before.
    pub aliases: Vec<Slug>,
    /// Whether it only follows from another entry that mentions it: then it never changes one that is there.
    pub derived: bool,
}

/// One state of an entry that comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordRevision {
    /// What it says.
    pub content: AnyContent,
    /// Why it was made.
    pub note: Option<String>,
    /// When it is public; `None` leaves it a draft.
    pub public: Option<Interval>,
}

/// When a state is public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The first moment.
    pub from: Timestamp,
    /// The first moment after, if the end is known.
    pub until: Option<Timestamp>,
    /// Whether readers should be told of the change.
    pub material: bool,
}
