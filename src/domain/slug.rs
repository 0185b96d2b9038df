//! The part of an address that names an entry for people.

use std::fmt;
use std::str::FromStr;

use super::{Error, ErrorCode, Locale, romanise};

/// Lower-case letters and digits of any script, joined by single hyphens; 1 to 200 characters.
///
/// Unique among the public entries of one kind and locale. An entry keeps its old slugs: they redirect.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

impl Slug {
    /// The longest slug, in characters.
    pub const MAX_CHARS: usize = 200;

    /// The slug.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A slug made of a title in a language: romanised and cut at a word's end. None when nothing is left, as of a title
    /// of punctuation.
    #[must_use]
    pub fn of_title(title: &str, locale: &Locale) -> Option<Self> {
        match locale.language() {
            "uk" => Self::from_title(&romanise::ukrainian(title)),
            _ => Self::from_title(title),
        }
    }

    /// A slug made of a title in any language: transliterated to ASCII letter by letter, and cut at a word's end.
    #[must_use]
    pub fn from_title(title: &str) -> Option<Self> {
        let full = slug::slugify(title);
        let cut = match full.char_indices().nth(80) {
            Some((at, _)) => full[..at].rsplit_once('-').map_or(&full[..at], |(head, _)| head),
            None => &full,
        };
        cut.parse().ok()
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Slug {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let word =
            |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() && !c.is_uppercase());
        if text.chars().count() <= Self::MAX_CHARS && text.split('-').all(word) {
            return Ok(Self(text.to_owned()));
        }
        Err(Error::new(
            ErrorCode::InvalidSlug,
            "A slug has 1 to 200 lower-case letters and digits, joined by single hyphens.",
        ))
    }
}
