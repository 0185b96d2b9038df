//! Languages: which one a text is in, and which one a reader gets when theirs is missing.

use std::fmt;
use std::str::FromStr;

use super::{Error, ErrorCode};

/// A language tag (BCP 47) in its usual letter case: `en`, `uk`, `pt-BR`, `sr-Latn-RS`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locale(String);

impl Locale {
    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language alone: `sr` of `sr-Latn-RS`.
    #[must_use]
    pub fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// This tag and its ever wider parents: `sr-Latn-RS`, `sr-Latn`, `sr` (RFC 4647 lookup).
    pub fn widening(&self) -> impl Iterator<Item = &str> {
        std::iter::successors(Some(self.0.as_str()), |tag| tag.rsplit_once('-').map(|(wider, _)| wider))
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Locale {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        oxilangtag::LanguageTag::parse_and_normalize(text)
            .ok()
            .filter(|tag| tag.as_str().len() <= 35)
            .map(|tag| Self(tag.as_str().to_owned()))
            .ok_or_else(|| {
                Error::new(ErrorCode::InvalidLocale, "A locale is a BCP 47 tag such as en, uk or pt-BR.")
            })
    }
}

/// The same text in several languages, in the order in which they were given. Never empty in a valid entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Localized(Vec<(Locale, String)>);

impl Localized {
    /// Keeps the first text of each language.
    #[must_use]
    pub fn new(texts: Vec<(Locale, String)>) -> Self {
        let mut unique: Vec<(Locale, String)> = Vec::with_capacity(texts.len());
        for (locale, text) in texts {
            if !unique.iter().any(|(seen, _)| *seen == locale) {
                unique.push((locale, text));
            }
        }
        Self(unique)
    }

    /// All languages and texts.
    pub fn iter(&self) -> impl Iterator<Item = (&Locale, &str)> {
        self.0.iter().map(|(locale, text)| (locale, text.as_str()))
    }

    /// Whether there is no text at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text in the first of some languages in which it is there, each going before its wider parents.
    pub fn find<'w>(&self, wanted: impl IntoIterator<Item = &'w Locale>) -> Option<(&Locale, &str)> {
        let mut tags = wanted.into_iter().flat_map(Locale::widening);
        tags.find_map(|tag| self.iter().find(|(locale, _)| locale.as_str() == tag))
    }

    /// The text for a reader of `wanted`: that language, then its wider parents, then the first language given.
    /// Says which language it chose.
    #[must_use]
    pub fn pick(&self, wanted: Option<&Locale>) -> Option<(&Locale, &str)> {
        self.find(wanted).or_else(|| self.iter().next())
    }
}
