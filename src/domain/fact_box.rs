//! Fact boxes: background that is written once, stands under many stories and changes as facts change.

use chrono::NaiveDate;

use super::article::Source;
use super::body::{Span, internal_links, validate_spans};
use super::content::{Outline, impl_any};
use super::{AnyContent, Content, Id, Kind, Link, Locale, Result, Slug, Timestamp, Validator};

/// The content of a fact box in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactBox {
    /// The language it is written in.
    pub locale: Locale,
    /// Its name in addresses; unique among the fact boxes of its locale.
    pub slug: Slug,
    /// What it is about; 1 to 500 characters.
    pub title: String,
    /// The facts in reading order; 1 to 100.
    pub items: Vec<Fact>,
    /// Shared by the same box in all its languages.
    pub translation_group: Option<Id>,
}

/// One fact, which can be checked and dated by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The sentence or sentences.
    pub text: Vec<Span>,
    /// What it rests on; at most 20.
    pub sources: Vec<Source>,
    /// The day on which it was known to be true.
    pub as_of: Option<NaiveDate>,
    /// The day by which somebody must look at it again: once it is over, in UTC, the fact is past review.
    pub review_by: Option<NaiveDate>,
}

impl FactBox {
    /// The facts whose day of review lies before a day, the earliest first, each with its place in the box from 0 on.
    #[must_use]
    pub fn to_review_before(&self, day: NaiveDate) -> Vec<(usize, &Fact)> {
        let facts = self.items.iter().enumerate();
        let mut due: Vec<_> = facts.filter(|(_, fact)| fact.review_by.is_some_and(|by| by < day)).collect();
        due.sort_by_key(|(_, fact)| fact.review_by);
        due
    }
}

impl Content for FactBox {
    const KIND: Kind = Kind::FactBox;

    fn outline(&self) -> Outline {
        Outline {
            locale: Some(self.locale.clone()),
            slug: Some(self.slug.clone()),
            title: self.title.clone(),
            variant: None,
            translation_group: self.translation_group,
            corrected_at: None,
            review_by: self.items.iter().filter_map(|fact| fact.review_by).min().map(Timestamp::of_day),
            has_image: false,
        }
    }

    fn links(&self) -> Vec<Link> {
        self.items.iter().flat_map(|fact| internal_links(&fact.text)).collect()
    }

    fn validate(&self) -> Result<()> {
        let mut v = Validator::new();
        v.text("title", &self.title, 500);
        if self.items.is_empty() {
            v.within("items", |v| v.fail("A fact box has at least one fact."));
        }
        v.at_most("items", &self.items, 100);
        v.each("items", &self.items, |v, fact| {
            if fact.text.iter().all(|span| span.text.trim().is_empty()) {
                v.within("text", |v| v.fail("Must not be empty."));
            }
            validate_spans(v, "text", &fact.text);
            v.at_most("sources", &fact.sources, 20);
            v.each("sources", &fact.sources, |v, source| source.validate(v));
        });
        v.finish()
    }

    impl_any!(FactBox);
}
