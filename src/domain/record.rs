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

    /// Takes in another record of the same entry. A description takes the place of a mention. Of two mentions the text
    /// of the first stays, and is public as early as either is.
    pub fn merge(&mut self, other: Self) {
        if other.telling() <= self.telling() {
            return;
        }
        if !other.derived {
            *self = other;
        } else if let ([known], [new]) = (self.revisions.as_mut_slice(), other.revisions.as_slice()) {
            known.public = new.public;
        }
    }
}

/// Adds a record to those of one file, which may mention an entry many times.
pub fn add(records: &mut Vec<Record>, new: Record) {
    match records.iter_mut().find(|record| record.id == new.id) {
        Some(known) => known.merge(new),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::tag::TagKind;
    use crate::domain::{Content as _, Kind, Localized, Tag};

    fn tag(name: &str, derived: bool, second: Option<i64>) -> Record {
        let locale = "en".parse().expect("a locale");
        let tag = Tag {
            slug: "harbour".parse().expect("a slug"),
            name: Localized::new(vec![(locale, name.to_owned())]),
            kind: TagKind::Topic,
            same_as: Vec::new(),
        };
        let from = second.and_then(|second| Timestamp::from_micros(second * 1_000_000));
        let public = from.map(|from| Interval { from, until: None, material: true });
        let revisions = vec![RecordRevision { content: tag.into_any(), note: None, public }];
        let id = Id::of_key(Kind::Tag, "harbour");
        Record { key: "harbour".to_owned(), id, revisions, aliases: Vec::new(), derived }
    }

    #[test]
    fn of_two_mentions_the_first_text_and_the_first_day_stay() {
        let mut records = Vec::new();
        for record in [tag("First", true, None), tag("Second", true, Some(20)), tag("Third", true, Some(30))]
        {
            add(&mut records, record);
        }
        assert_eq!(records, [tag("First", true, Some(20))]);
        add(&mut records, tag("Fourth", true, Some(10)));
        assert_eq!(records, [tag("First", true, Some(10))]);
    }

    #[test]
    fn a_description_takes_the_place_of_a_mention_and_no_mention_that_of_a_description() {
        let mut records = vec![tag("Mentioned", true, Some(10))];
        add(&mut records, tag("Described", false, Some(20)));
        add(&mut records, tag("Mentioned", true, Some(5)));
        assert_eq!(records, [tag("Described", false, Some(20))]);
    }
}
