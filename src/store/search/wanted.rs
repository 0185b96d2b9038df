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
    /// The same of documents that are mostly about it, if it is a word.
    pub mostly: Expression,
    /// The share of documents that is expected to have it, in billionths: of what is rare, nothing.
    pub share: u64,
    /// Whether a document may have it, perhaps one that nobody sees.
    pub is_anywhere: bool,
    /// In which languages it is known, if it is a word.
    pub languages: Option<Vec<Language>>,
}

impl Wanted {
    /// What is expected of so large a share, whatever it is.
    pub(super) const fn other(expression: Expression, share: u64) -> Self {
        Self { mostly: Expression::All(Vec::new()), expression, share, is_anywhere: true, languages: None }
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

    pub(super) fn wanted(&self, term: &Term) -> Wanted {
        let (expression, documents) = (self.expression(term), self.documents(term));
        let (share, is_anywhere) = (self.share(documents), documents > 0 || !self.is_whole);
        if !matches!(term, Term::Word { .. }) {
            return Wanted { mostly: expression.clone(), expression, share, is_anywhere, languages: None };
        }
        let mostly = Expression::any_of(self.stems(term).iter().map(|stem| mostly_about(stem)));
        let is_known = |language: &Language| !self.is_whole || self.documents_in(*language, term) > 0;
        let languages = Some(self.languages.iter().copied().filter(is_known).collect());
        Wanted { expression, mostly, share, is_anywhere, languages }
    }

    /// What decides the order, if a term does: the stems of a word, and how rare it is.
    pub(super) fn word(&self, term: &Term) -> Option<(Vec<StemHash>, u64)> {
        let hashes = self.stems(term).iter().map(|stem| StemHash::of(stem)).collect();
        matches!(term, Term::Word { .. }).then(|| (hashes, rank::rarity(self.documents(term), self.total)))
    }

    /// The documents with a term.
    pub(super) fn expression(&self, term: &Term) -> Expression {
        match term {
            Term::Word { .. } => Expression::any_of(self.stems(term)),
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

    /// The stems of a term. Of languages in which no document has it nothing is asked.
    fn stems(&self, term: &Term) -> Vec<String> {
        let mut stems = term.stems(self.languages);
        if stems.iter().any(|stem| self.count(stem) > 0) {
            stems.retain(|stem| self.count(stem) > 0);
        }
        stems
    }

    /// How many documents are expected to have a term.
    fn documents(&self, term: &Term) -> u64 {
        match term {
            Term::Word { .. } => {
                self.languages.iter().map(|language| self.documents_in(*language, term)).sum()
            }
            Term::Phrase(phrase) => phrase.iter().map(|word| self.count(word)).min().unwrap_or_default(),
            Term::Prefix(start) => self.beginnings.get(start).map_or(0, Beginning::documents),
        }
    }

    /// The same of a word in a language. What has one stem of a word with accents has the other, mostly.
    fn documents_in(&self, language: Language, term: &Term) -> u64 {
        term.stems(&[language]).iter().map(|stem| self.count(stem)).max().unwrap_or_default()
    }
}
