//! Revisions and editions: what was saved, and what of it readers see when.

use super::{Actor, Content, Id, Timestamp};

/// A saved state of an entry. Numbered from 1 without gaps, never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision<C> {
    /// The entry.
    pub id: Id,
    /// The number within the entry.
    pub number: u32,
    /// When it was saved.
    pub saved_at: Timestamp,
    /// By whom.
    pub saved_by: Actor,
    /// Why, in the words of whoever saved it.
    pub note: Option<String>,
    /// What was saved.
    pub content: C,
}

/// A revision as readers see it during an interval.
///
/// Every read is a read as of a moment; it finds at most one edition of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition<C> {
    /// The entry.
    pub id: Id,
    /// Which revision it shows.
    pub revision: u32,
    /// The three clocks.
    pub clocks: Clocks,
    /// When the embargo ends under which it is read.
    pub embargoed_until: Option<Timestamp>,
    /// What it shows.
    pub content: C,
}

impl<C: Content> Edition<C> {
    /// The same edition with other content.
    pub fn map<D>(self, convert: impl FnOnce(C) -> D) -> Edition<D> {
        let Self { id, revision, clocks, embargoed_until, content } = self;
        Edition { id, revision, clocks, embargoed_until, content: convert(content) }
    }
}

/// The three clocks of an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clocks {
    /// The first public moment of the entry; never changes once it has passed.
    pub published_at: Timestamp,
    /// When something changed of which the reader should be told.
    pub content_updated_at: Timestamp,
    /// When anything changed, a followed fact box included. Also the start of the edition's interval.
    pub updated_at: Timestamp,
}
