//! Entries as they come in from elsewhere: an import reads its format into records, `app` writes them.

use std::cmp::Reverse;

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
    /// Whether it only follows from another entry that mentions it: then it never changes what one that is there says,
    /// only lets it be public as early as the mention is.
    pub derived: bool,
}

/// How much a record tells of its entry: a description more than any mention, and of two mentions the one that is
/// public first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Telling {
    /// A mention, and when it is public first; `None` while it is a draft.
    Mention(Option<Reverse<Timestamp>>),
    /// What describes the entry.
    Description,
}

impl Record {
    /// How much it tells.
    #[must_use]
    pub fn telling(&self) -> Telling {
        if !self.derived {
            return Telling::Description;
        }
        let public = self.revisions.iter().filter_map(|revision| revision.public);
        Telling::Mention(public.map(|public| public.from).min().map(Reverse))
    }
}

/// Adds a record to those of one file, which may mention an entry many times: the one that tells most stays.
pub fn add(records: &mut Vec<Record>, new: Record) {
    match records.iter_mut().find(|record| record.id == new.id) {
        Some(known) if new.telling() > known.telling() => *known = new,
        Some(_) => {}
        None => records.push(new),
    }
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
