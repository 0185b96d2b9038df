//! A document of the index: what is known of one revision of an entry when it is searched for.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::Datelike as _;
use sha2::{Digest as _, Sha256};

use super::rank::{self, Mentions};
use super::text::{Text, Texts as _};
use super::words::{Word, words};
use super::{Language, Levels};
use crate::domain::{AnyContent, Id, Kind, Locale, Role, Timestamp};

/// Counts the ways in which documents have been made. It goes up with every change of analysis, so that what was
/// indexed before is known to be old.
pub const VERSION: i32 = 5;

/// The most words of a document that are indexed. `tsvector` has no places beyond 16,383.
const MAX_WORDS: u16 = 16_000;

/// The most places of one word. `tsvector` keeps 255.
const MAX_PLACES: usize = 255;

/// The most bytes of different words. A `tsvector` has less than 1 MB, with the stems, places and pairs.
const MAX_BYTES: usize = 250_000;

/// What is indexed of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Folded words, each with its places, from 1 on. Between two texts one place is empty.
    pub words: BTreeMap<String, Vec<u16>>,
    /// Stems, what it is about, and marks: see [`about`] and its neighbours. They have no place.
    pub marks: BTreeSet<String>,
    /// How much it is about its stems.
    pub levels: Levels,
    /// The kind of what it was made of.
    kind: Kind,
}

impl Document {
    /// The document of a revision.
    #[must_use]
    pub fn of(content: &AnyContent, published: Timestamp) -> Self {
        let texts = content.texts();
        let gathering = Gathering::of(&texts);
        let stems: Vec<_> = gathering.levels().collect();
        let levels = Levels::of(stems.iter().map(|(stem, _, level)| (*stem, *level)));
        let mut marks = marks(content, &texts, published);
        for (stem, _, level) in stems {
            marks.extend((level > 1).then(|| about(stem)));
            marks.extend(rank::is_high(level).then(|| mostly_about(stem)));
            marks.insert(stem.to_owned());
        }
        Self { words: gathering.into_words(), marks, levels, kind: content.kind() }
    }

    /// What is counted over all documents: words, stems, and marks of what lists are narrowed by.
    pub fn counted(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let marks = self.marks.iter().filter(|mark| is_counted(mark));
        let terms = self.words.keys().chain(marks).map(|term| Cow::Borrowed(term.as_str()));
        terms.chain([Cow::Owned(made(self.kind))])
    }

    /// The words at their places. Nothing stands at the places between texts.
    #[must_use]
    pub fn places(&self) -> Vec<&str> {
        let last = self.words.values().flatten().max().copied().unwrap_or_default();
        let mut places = vec![""; usize::from(last) + 1];
        for (word, at) in &self.words {
            for place in at {
                places[usize::from(*place)] = word;
            }
        }
        places
    }

    /// A digest of all that is indexed.
    #[must_use]
    pub fn digest(&self) -> String {
        let mut digest = Sha256::new();
        digest.update(VERSION.to_be_bytes());
        for (word, places) in &self.words {
            digest.update(word.as_bytes());
            for place in places {
                digest.update(place.to_be_bytes());
            }
            digest.update([0]);
        }
        for mark in &self.marks {
            digest.update(mark.as_bytes());
            digest.update([0]);
        }
        digest.update(self.levels.to_bytes());
        let mut short = [0; 8];
        short.copy_from_slice(&digest.finalize()[..8]);
        format!("{:016x}", u64::from_be_bytes(short))
    }
}

/// What is known of the words of a document while it is read.
#[derive(Default)]
struct Gathering<'t> {
    /// The places of each word, and where these stand.
    places: Vec<Vec<u16>>,
    word_at: HashMap<Cow<'t, str>, usize>,
    /// How often each stem is mentioned, and where that stands.
    mentions: Vec<Mentions>,
    stem_at: HashMap<String, usize>,
    /// The stems of words as they are written; all others are of words without their accents.
    written: HashSet<usize>,
    lengths: Mentions,
    /// The same words come again and again.
    known: HashMap<(Language, Cow<'t, str>), Known>,
    place: u16,
    bytes: usize,
}

/// Where a word stands as it is folded, and where its stems do: none, one, or two.
type Known = (usize, [Option<usize>; 2]);

/// The stems of a text that are above the first level, each with its level: what the text is about. Of a word with accents it
/// is the one as it is written.
pub(super) fn stems_above_the_first_level(content: &AnyContent) -> Vec<(String, u8)> {
    let texts = content.texts();
    let gathering = Gathering::of(&texts);
    let above = gathering.levels().filter(|(_, is_written, level)| *is_written && *level > 1);
    above.map(|(stem, _, level)| (stem.to_owned(), level)).collect()
}

impl<'t> Gathering<'t> {
    fn of(texts: &'t [Text<'_>]) -> Self {
        let mut gathering = Self::default();
        for text in texts {
            gathering.add(text);
        }
        gathering
    }

    /// The stems, each with whether it is of a word as it is written, and with how much the document is about it.
    fn levels(&self) -> impl Iterator<Item = (&str, bool, u8)> {
        let level = |at: usize| rank::level(self.mentions[at], self.lengths);
        self.stem_at.iter().map(move |(stem, at)| (stem.as_str(), self.written.contains(at), level(*at)))
    }

    fn into_words(self) -> BTreeMap<String, Vec<u16>> {
        let Self { mut places, word_at, .. } = self;
        word_at.into_iter().map(|(word, at)| (word.into_owned(), std::mem::take(&mut places[at]))).collect()
    }

    fn add(&mut self, text: &'t Text<'_>) {
        self.place = self.place.saturating_add(1);
        for word in words(&text.text) {
            self.place = self.place.saturating_add(1);
            if self.place > MAX_WORDS {
                return;
            }
            let Some((word, stems)) = self.look_up(text.language, word) else { return };
            for stem in stems.into_iter().flatten() {
                *self.mentions[stem].of(text.field) += 1;
            }
            *self.lengths.of(text.field) += 1;
            let places = &mut self.places[word];
            if places.len() < MAX_PLACES {
                places.push(self.place);
            }
        }
    }

    /// Where a word and its stems stand. `None` when it is new and there is no room for more.
    fn look_up(&mut self, language: Language, word: Word<'t>) -> Option<Known> {
        let Word { range: _, lower, folded, is_gram } = word;
        let key = (language, lower);
        if let Some(known) = self.known.get(&key) {
            return Some(*known);
        }
        let at = match self.word_at.get(&folded) {
            Some(at) => *at,
            None if self.bytes > MAX_BYTES => return None,
            None => {
                self.bytes += folded.len() + 8;
                self.word_at.insert(folded, self.places.len());
                self.places.push(Vec::new());
                self.places.len() - 1
            }
        };
        let stems = if is_gram { [None, None] } else { language.stems(&key.1) };
        let stems = stems.map(|stem| stem.map(|stem| self.stem(stem_term(language, &stem))));
        self.written.extend(stems[0]);
        self.known.insert(key, (at, stems));
        Some((at, stems))
    }

    fn stem(&mut self, stem: String) -> usize {
        *self.stem_at.entry(stem).or_insert_with(|| {
            self.mentions.push(Mentions::default());
            self.mentions.len() - 1
        })
    }
}

/// A stem as it is indexed and counted: `_s_en_harbour`. No word begins with `_`, so marks are never taken for words.
pub(super) fn stem_term(language: Language, stem: &str) -> String {
    format!("_s_{}_{stem}", language.code())
}

/// What a document is about is marked so besides: `_a_en_harbour`, where the stem is above the first level.
#[must_use]
pub fn about(stem: &str) -> String {
    format!("_a{}", &stem[2..])
}

/// And what it is mostly about so: `_h_en_harbour`, where the level of the stem is high.
#[must_use]
pub fn mostly_about(stem: &str) -> String {
    format!("_h{}", &stem[2..])
}

/// What lists are narrowed by, and when it was published.
fn marks(content: &AnyContent, texts: &[Text<'_>], published: Timestamp) -> BTreeSet<String> {
    let outline = content.outline();
    let mut marks = BTreeSet::from([of_kind(content.kind())]);
    marks.extend(outline.variant.map(of_variant));
    marks.extend(outline.locale.as_ref().map(of_locale));
    marks.insert(of_image(outline.has_image));
    marks.extend(content.links().iter().map(|link| of_link(link.role, link.target)));
    marks.extend(content.sources().into_iter().map(of_source));
    marks.extend(texts.iter().map(|text| of_language(text.language)));
    let day = published.day();
    marks.extend([of_day(day.num_days_from_ce()), of_month(day.year(), day.month()), of_year(day.year())]);
    marks
}

/// Documents of a kind.
#[must_use]
pub fn of_kind(kind: Kind) -> String {
    format!("_k_{}", kind.as_str().to_ascii_lowercase())
}

/// Whether a mark says of which kind documents are.
#[must_use]
pub fn is_kind(mark: &str) -> bool {
    mark.starts_with("_k_")
}

/// Documents of a kind within the kind.
#[must_use]
pub fn of_variant(variant: &str) -> String {
    format!("_v_{}", variant.to_ascii_lowercase())
}

/// Documents with a lead image, or without.
#[must_use]
pub fn of_image(has: bool) -> String {
    format!("_i_{has}")
}

/// By what the documents of a kind that this version has made are counted. It stands in none of them.
#[must_use]
pub fn made(kind: Kind) -> String {
    format!("{}{}", made_by_this_version(), kind.as_str().to_ascii_lowercase())
}

/// How such counts begin.
#[must_use]
pub fn made_by_this_version() -> String {
    format!("_x_{VERSION}_")
}

/// Documents that name a source.
#[must_use]
pub fn of_source(source: Id) -> String {
    format!("_r_source_{}", source.uuid().simple())
}

/// Documents in the language of exactly this locale.
#[must_use]
pub fn of_locale(locale: &Locale) -> String {
    // The index of SQLite takes a hyphen for a space.
    format!("_o_{}", locale.as_str().to_ascii_lowercase().replace('-', "_"))
}

/// Documents that refer to an entry in a role.
#[must_use]
pub fn of_link(role: Role, target: Id) -> String {
    format!("_r_{}_{}", role.as_str().to_ascii_lowercase(), target.uuid().simple())
}

/// Documents with a text in a language.
#[must_use]
pub fn of_language(language: Language) -> String {
    format!("_l_{}", language.code())
}

/// Whether a mark is counted over all documents: days and years never are, for months say enough, and what a document is about
/// stands among its stems.
fn is_counted(mark: &str) -> bool {
    !["_a_", "_d_", "_h_", "_y_"].iter().any(|start| mark.starts_with(start))
}

/// Whether a mark says when documents were first published.
#[must_use]
pub fn is_period(mark: &str) -> bool {
    ["_d_", "_m_", "_y_"].iter().any(|start| mark.starts_with(start))
}

/// Documents first published on a day, counted from the first of the common era.
#[must_use]
pub fn of_day(day: i32) -> String {
    format!("_d_{day}")
}

/// Documents first published in a month.
#[must_use]
pub fn of_month(year: i32, month: u32) -> String {
    format!("_m_{year:04}{month:02}")
}

/// Documents first published in a year.
#[must_use]
pub fn of_year(year: i32) -> String {
    format!("_y_{year:04}")
}
