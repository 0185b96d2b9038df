//! Two revisions compared: which members differ, and what became of each block or fact.
//!
//! Members are compared where their JSON is, in `document`; a [`Diff`] holds them whatever form they have.

mod align;
mod budget;
mod parts;
mod words;

#[cfg(test)]
mod tests;

use super::body::Block;
use super::content::named;
use super::fact_box::Fact;

pub use budget::Budget;
pub use parts::{blocks, facts};
pub use words::compare as words;

/// What distinguishes one revision from another. `V` is what the value of a member is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diff<V> {
    /// The members that differ, but for the body of an article and the facts of a fact box.
    pub members: Vec<MemberDiff<V>>,
    /// The blocks of an article, all of them, in the order of the newer revision.
    pub blocks: Vec<PartDiff<Block>>,
    /// The facts of a fact box, likewise.
    pub items: Vec<PartDiff<Fact>>,
}

impl<V> Diff<V> {
    /// Whether both revisions say the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
            && self.blocks.iter().all(PartDiff::is_as_before)
            && self.items.iter().all(PartDiff::is_as_before)
    }
}

/// A member of the document that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberDiff<V> {
    /// Its name.
    pub name: String,
    /// What it was; none where it was absent.
    pub before: Option<V>,
    /// What it is; none where it is absent.
    pub after: Option<V>,
    /// Its words, when it is prose; otherwise none.
    pub segments: Vec<Segment>,
}

/// What became of a block or a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartDiff<T> {
    /// Whether it is new, gone or different.
    pub status: Status,
    /// Whether it stands elsewhere among the others.
    pub moved: bool,
    /// What it was, and where; none when it is new.
    pub before: Option<Place<T>>,
    /// What it is, and where; none when it is gone.
    pub after: Option<Place<T>>,
    /// Its words. What it refers to counts as words, in square brackets.
    pub segments: Vec<Segment>,
}

impl<T> PartDiff<T> {
    /// What it was, unless it still is that: it would stand there twice.
    #[must_use]
    pub fn was(&self) -> Option<&T> {
        let before = self.before.as_ref().filter(|_| self.status != Status::Unchanged);
        before.map(|place| &place.content)
    }

    /// Whether it says the same in the same place.
    #[must_use]
    pub fn is_as_before(&self) -> bool {
        self.status == Status::Unchanged && !self.moved
    }

    /// Whether it differs, but in none of its words: in marks, links, style or sources.
    #[must_use]
    pub fn differs_without_words(&self) -> bool {
        self.status == Status::Changed && self.segments.iter().all(|segment| segment.edit == Edit::Equal)
    }
}

/// A part of a revision, and how many come before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place<T> {
    /// Counted from 0.
    pub index: usize,
    /// What stands there.
    pub content: T,
}

/// Some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// What became of them.
    pub edit: Edit,
    /// The characters, white space with them. Never none.
    pub text: String,
}

named! {
    /// What became of a part.
    Status {
        /// It is as it was.
        Unchanged = "unchanged",
        /// It differs.
        Changed = "changed",
        /// It is new.
        Inserted = "inserted",
        /// It is gone.
        Deleted = "deleted",
    }
}

named! {
    /// What became of words.
    Edit {
        /// They are in both.
        Equal = "equal",
        /// They are gone.
        Deleted = "deleted",
        /// They are new.
        Inserted = "inserted",
    }
}
