//! What a list holds and in which order.

use super::content::named;
use super::{Id, Locale, Role, Timestamp};

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
}

/// From `after` on, up to but not including `before`; either end may be open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Range {
    /// The first moment inside.
    pub after: Option<Timestamp>,
    /// The first moment beyond.
    pub before: Option<Timestamp>,
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
    }
}

impl Sort {
    /// Whether greater keys come first.
    #[must_use]
    pub const fn is_descending(self) -> bool {
        matches!(self, Self::PublishedDesc | Self::UpdatedDesc | Self::TitleDesc)
    }
}
