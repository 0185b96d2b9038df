//! Languages: how each reduces a word to its stem.

use std::borrow::Cow;

use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::fold::fold;
use super::{function_words, ukrainian};
use crate::domain::Locale;

/// A language in which texts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(&'static str);

impl Language {
    /// One that is not known here: its words are found as they are written.
    pub const OTHER: Self = Self("x");

    /// The language of a locale.
    #[must_use]
    pub fn of(locale: &Locale) -> Self {
        Self::known(locale.language()).unwrap_or(Self::OTHER)
    }

    /// The language with a code of ISO 639, as [`Language::code`] gives it.
    #[must_use]
    pub fn known(code: &str) -> Option<Self> {
        let code = if matches!(code, "nb" | "nn") { "no" } else { code };
        let known = LANGUAGES.iter().map(|(known, ..)| *known).chain(["uk", Self::OTHER.0]);
        known.into_iter().find(|known| *known == code).map(Self)
    }

    /// Its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0
    }

    /// The stems by which a word in lower case is found: as it is written, and as whoever leaves out its accents writes it, where
    /// that makes another. Stemmers take *sécurité* and *securite* for words with different endings.
    pub(super) fn stems(self, lower: &str) -> [Option<String>; 2] {
        let stem = self.stem(lower);
        if lower.is_ascii() {
            return [Some(stem), None];
        }
        let plain = fold(lower, self.letters());
        let other = Some(self.stem(&plain)).filter(|other| *other != stem);
        [Some(stem), other]
    }

    /// The stem of a word in lower case, folded where the language allows it.
    pub(super) fn stem(self, lower: &str) -> String {
        let stem: Cow<'_, str> = match self.algorithm() {
            _ if lower.starts_with(|c: char| c.is_ascii_digit()) => lower.into(),
            _ if self.0 == "uk" => ukrainian::stem(lower).into(),
            Some(algorithm) => Stemmer::create(algorithm).stem(lower),
            None => lower.into(),
        };
        let stem = if stem.is_empty() { lower } else { &stem };
        let folded = fold(stem, self.letters());
        folded.chars().filter(|c| !c.is_ascii() || c.is_ascii_alphanumeric() || *c == '.').collect()
    }

    /// Whether a folded word only holds sentences together.
    pub(super) fn is_function_word(self, folded: &str) -> bool {
        function_words::of(self.0).any(|word| word == folded)
    }

    fn algorithm(self) -> Option<Algorithm> {
        LANGUAGES.iter().find(|(code, ..)| *code == self.0).map(|(_, algorithm, _)| *algorithm)
    }

    /// The letters that are no variants of others, whatever they look like.
    fn letters(self) -> &'static str {
        LANGUAGES.iter().find(|(code, ..)| *code == self.0).map_or("", |(_, _, letters)| letters)
    }
}

/// The languages that Snowball has, and the letters that each holds apart.
const LANGUAGES: [(&str, Algorithm, &str); 33] = [
    ("ar", Algorithm::Arabic, ""),
    ("ca", Algorithm::Catalan, ""),
    ("cs", Algorithm::Czech, ""),
    ("da", Algorithm::Danish, "æøå"),
    ("de", Algorithm::German, ""),
    ("el", Algorithm::Greek, ""),
    ("en", Algorithm::English, ""),
    ("eo", Algorithm::Esperanto, "ĉĝĥĵŝŭ"),
    ("es", Algorithm::Spanish, "ñ"),
    ("et", Algorithm::Estonian, "äöüõ"),
    ("eu", Algorithm::Basque, ""),
    ("fa", Algorithm::Persian, ""),
    ("fi", Algorithm::Finnish, "åäö"),
    ("fr", Algorithm::French, ""),
    ("ga", Algorithm::Irish, ""),
    ("hi", Algorithm::Hindi, ""),
    ("hu", Algorithm::Hungarian, ""),
    ("hy", Algorithm::Armenian, ""),
    ("id", Algorithm::Indonesian, ""),
    ("it", Algorithm::Italian, ""),
    ("lt", Algorithm::Lithuanian, ""),
    ("ne", Algorithm::Nepali, ""),
    ("nl", Algorithm::Dutch, ""),
    ("no", Algorithm::Norwegian, "æøå"),
    ("pl", Algorithm::Polish, ""),
    ("pt", Algorithm::Portuguese, ""),
    ("ro", Algorithm::Romanian, ""),
    ("ru", Algorithm::Russian, ""),
    ("sr", Algorithm::Serbian, ""),
    ("sv", Algorithm::Swedish, "åäö"),
    ("ta", Algorithm::Tamil, ""),
    ("tr", Algorithm::Turkish, "çğöşü"),
    ("yi", Algorithm::Yiddish, ""),
];
