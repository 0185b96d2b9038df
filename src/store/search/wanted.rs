//! What a query insists on, term by term, as the index knows it.

use std::collections::HashMap;

use super::beginning::Beginning;
use super::expression::Expression;
use crate::analysis::document::mostly_about;
use crate::analysis::levels::StemHash;
use crate::analysis::query::Term;
use crate::analysis::{Language, rank};

/// Billionths.
pub(super) const WHOLE: u64 = 1_000_000_000;

/// The share of documents that is expected to have both, were these found by chance.
pub(super) const fn together(one: u64, other: u64) -> u64 {
    one * other / WHOLE
}

/// A term that must be there.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub expression: Expression,
    /// The same of documents that are mostly about it, where that can be told.
    pub mostly: Expression,
    /// The share of documents that is expected to have it, in billionths: of what is rare, nothing.
    pub share: u64,
    /// Whether a document may have it, perhaps one that nobody sees.
    pub is_anywhere: bool,
    pub word: Option<Word>,
}

/// What is known of a term that is a word.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// In which languages it is known.
    pub languages: Vec<Language>,
    pub stems: Vec<StemHash>,
    /// How rare it is, which decides the order.
    pub rarity: u64,
}

impl Wanted {
    /// What is expected of so large a share, whatever it is.
    pub(super) const fn other(expression: Expression, share: u64) -> Self {
        Self { mostly: Expression::All(Vec::new()), expression, share, is_anywhere: true, word: None }
    }
}

/// What is known of the terms of a query.
pub(super) struct Vocabulary<'a> {
    /// Those in which they are looked for.
    pub languages: &'a [Language],
    /// How many documents have each word, stem and mark.
    pub counts: &'a HashMap<String, u64>,
    pub beginnings: &'a HashMap<String, Beginning>,
    /// How many documents there are.
    pub total: u64,
    /// Whether what is not counted is nowhere.
    pub is_whole: bool,
}

impl Vocabulary<'_> {
    /// How many documents have a word, stem or mark.
    pub(super) fn count(&self, term: &str) -> u64 {
        self.counts.get(term).copied().unwrap_or_default()
    }

    /// Which share of all that is, in billionths.
    pub(super) fn share(&self, documents: u64) -> u64 {
        documents.min(self.total) * WHOLE / self.total
    }

    /// Whether most documents have a mark.
    pub(super) fn is_common(&self, mark: &str) -> bool {
        self.count(mark) * 2 > self.total
    }

    /// A term that must be there. A word is stemmed in each language, once for all that is asked of it.
    pub(super) fn wanted(&self, term: &Term) -> Wanted {
        match term {
            Term::Word { .. } => self.word(term),
            Term::Phrase(words) => {
                let documents = words.iter().map(|word| self.count(word)).min().unwrap_or_default();
                self.other(term, documents)
            }
            Term::Prefix(start) => {
                self.other(term, self.beginnings.get(start).map_or(0, Beginning::documents))
            }
        }
    }

    fn other(&self, term: &Term, documents: u64) -> Wanted {
        let expression = self.expression(term);
        let (share, is_anywhere) = (self.share(documents), self.may_be_anywhere(documents));
        Wanted { mostly: expression.clone(), expression, share, is_anywhere, word: None }
    }

    fn word(&self, term: &Term) -> Wanted {
        let stems_in = self.languages.iter().map(|language| term.stems(&[*language]));
        let stems_in: Vec<Vec<String>> = stems_in.collect();
        // What has one stem of a word with accents has the other, mostly.
        let documents_in = |stems: &Vec<String>| stems.iter().map(|stem| self.count(stem)).max();
        let documents_in: Vec<u64> =
            stems_in.iter().map(|stems| documents_in(stems).unwrap_or_default()).collect();
        let documents = documents_in.iter().sum();
        let of_languages = self.languages.iter().zip(&documents_in);
        let known = of_languages.filter(|(_, documents)| !self.is_whole || **documents > 0);
        let languages = known.map(|(language, _)| *language).collect();
        let stems = self.known_stems(stems_in.concat());
        let word = Word {
            languages,
            stems: stems.iter().map(|stem| StemHash::of(stem)).collect(),
            rarity: rank::rarity(documents, self.total),
        };
        Wanted {
            mostly: Expression::any_of(stems.iter().map(|stem| mostly_about(stem))),
            expression: Expression::any_of(stems),
            share: self.share(documents),
            is_anywhere: self.may_be_anywhere(documents),
            word: Some(word),
        }
    }

    const fn may_be_anywhere(&self, documents: u64) -> bool {
        documents > 0 || !self.is_whole
    }

    /// The documents with a term.
    pub(super) fn expression(&self, term: &Term) -> Expression {
        match term {
            Term::Word { .. } => Expression::any_of(self.known_stems(term.stems(self.languages))),
            Term::Phrase(words) => Expression::Phrase(words.clone()),
            Term::Prefix(start) => {
                let words = self.beginnings.get(start).and_then(Beginning::words);
                words.map_or_else(
                    || Expression::Prefix(start.clone()),
                    |words| Expression::any_of(words.iter().cloned()),
                )
            }
        }
    }

    /// Of languages in which no document has a word nothing is asked.
    fn known_stems(&self, mut stems: Vec<String>) -> Vec<String> {
        if stems.iter().any(|stem| self.count(stem) > 0) {
            stems.retain(|stem| self.count(stem) > 0);
        }
        stems
    }
}
