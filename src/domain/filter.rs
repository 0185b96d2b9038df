//! What a list holds and in which order.

use super::content::named;
use super::{Id, Kind, Locale, Role, Timestamp};

/// Conditions that all must hold. Empty means everything of the kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// Refers to these entries in these capacities.
    pub links: Vec<(Role, Id)>,
    /// Is of this kind within the kind: an article's genre, a tag's sort.
    pub variant: Option<&'static str>,
    /// Is written in this language.
    pub locale: Option<Locale>,
    /// Belongs to this translation group.
    pub translation_group: Option<Id>,
    /// Was first published in this range.
    pub published: Range,
    /// Was last updated in this range.
    pub updated: Range,
    /// Was last corrected in this range; `None` also finds what never was.
    pub corrected: Option<Range>,
    /// Has a fact that is the first due for review, on a day that begins in this range; `None` also finds what has no
    /// such day.
    pub review: Option<Range>,
}

/// From `after` on, up to but not including `before`; either end may be open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Range {
    /// The first moment inside.
    pub after: Option<Timestamp>,
    /// The first moment beyond.
    pub before: Option<Timestamp>,
}

impl Filter {
    /// Leaves out what has no place in an order.
    pub fn only_sortable(&mut self, sort: Sort) {
        match sort {
            Sort::CorrectedDesc | Sort::CorrectedAsc => {
                self.corrected.get_or_insert_default();
            }
            Sort::ReviewAsc | Sort::ReviewDesc => {
                self.review.get_or_insert_default();
            }
            _ => {}
        }
    }
}

impl Range {
    /// The range between two ends; `None` when both are open.
    #[must_use]
    pub fn between(after: Option<Timestamp>, before: Option<Timestamp>) -> Option<Self> {
        (after.is_some() || before.is_some()).then_some(Self { after, before })
    }
}

named! {
    /// The orders a list can have. Ties are broken by id, so every order is total.
    Sort {
        /// Latest first publication first.
        PublishedDesc = "-publishedAt",
        /// Earliest first publication first.
        PublishedAsc = "publishedAt",
        /// Latest update first.
        UpdatedDesc = "-updatedAt",
        /// Earliest update first.
        UpdatedAsc = "updatedAt",
        /// By title or name, by code point, A first.
        TitleAsc = "title",
        /// By title or name, by code point, Z first.
        TitleDesc = "-title",
        /// Latest correction first; only what was corrected.
        CorrectedDesc = "-correctedAt",
        /// Earliest last correction first; only what was corrected.
        CorrectedAsc = "correctedAt",
        /// Earliest day of review first; only what has one.
        ReviewAsc = "reviewBy",
        /// Latest day of review first; only what has one.
        ReviewDesc = "-reviewBy",
    }
}

impl Sort {
    /// Whether greater keys come first.
    #[must_use]
    pub const fn is_descending(self) -> bool {
        matches!(
            self,
            Self::PublishedDesc
                | Self::UpdatedDesc
                | Self::TitleDesc
                | Self::CorrectedDesc
                | Self::ReviewDesc
        )
    }

    /// Whether entries of a kind can stand in this order.
    #[must_use]
    pub const fn is_for(self, kind: Kind) -> bool {
        match self {
            Self::CorrectedDesc | Self::CorrectedAsc => matches!(kind, Kind::Article),
            Self::ReviewAsc | Self::ReviewDesc => matches!(kind, Kind::FactBox),
            _ => true,
        }
    }
}
