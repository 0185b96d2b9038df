//! A document of the index: what is known of one revision of an entry when it is searched for.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::Datelike as _;
use sha2::{Digest as _, Sha256};

use super::rank::{self, Mentions};
use super::text::{Text, texts};
use super::words::words;
use super::{Language, rank::LEVELS};
use crate::domain::{AnyContent, Id, Kind, Locale, Role, Timestamp};

/// Counts the ways in which documents have been made. It goes up with every change of analysis, so that what was
/// indexed before is known to be old.
pub const VERSION: i32 = 1;

/// The most words of a document that are indexed. `tsvector` has no places beyond 16,383.
const MAX_WORDS: u16 = 16_000;

/// The most places of one word. `tsvector` keeps 255.
const MAX_PLACES: usize = 255;

/// The most bytes of different words. A `tsvector` has less than 1 MB, with the stems and places.
const MAX_BYTES: usize = 300_000;

/// What is indexed of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Folded words, each with its places, from 1 on. Between two texts one place is empty.
    pub words: BTreeMap<String, Vec<u16>>,
    /// Stems on their levels, and marks: see [`stem_on_level`] and its neighbours. They have no place.
    pub marks: BTreeSet<String>,
    /// What is counted over all documents: words, stems, and marks of what lists are narrowed by.
    pub counted: BTreeSet<String>,
}

impl Document {
    /// The document of a revision.
    #[must_use]
    pub fn of(content: &AnyContent, published: Timestamp) -> Self {
        let texts = texts(content);
        let mut gathering = Gathering::default();
        for text in &texts {
            gathering.add(text);
        }
        let Gathering { words, stems, lengths, known: _, place: _, bytes: _ } = gathering;
        let marks = marks(content, &texts, published);
        let mut counted: BTreeSet<String> = words.keys().cloned().chain(marks.iter().cloned()).collect();
        let mut all = marks;
        for (stem, mentions) in stems {
            all.insert(stem_on_level(rank::level(mentions, lengths), &stem));
            counted.insert(stem);
        }
        // Days are never counted: months say enough.
        counted.retain(|term| !term.starts_with("_d_") && !term.starts_with("_y_"));
        Self { words, marks: all, counted }
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
        let mut short = [0; 8];
        short.copy_from_slice(&digest.finalize()[..8]);
        format!("{:016x}", u64::from_be_bytes(short))
    }
}

#[derive(Default)]
struct Gathering {
    words: BTreeMap<String, Vec<u16>>,
    stems: BTreeMap<String, Mentions>,
    lengths: Mentions,
    /// Stems that were asked for before: the same words come again and again.
    known: HashMap<(Language, String), String>,
    place: u16,
    bytes: usize,
}

impl Gathering {
    fn add(&mut self, text: &Text) {
        self.place = self.place.saturating_add(1);
        for word in words(&text.text) {
            self.place = self.place.saturating_add(1);
            let grows = !self.words.contains_key(&word.folded);
            if self.place > MAX_WORDS || (grows && self.bytes > MAX_BYTES) {
                return;
            }
            if grows {
                self.bytes += word.folded.len() + 8;
            }
            let key = (text.language, word.lower);
            let stem = match self.known.get(&key) {
                Some(stem) => stem.clone(),
                None => {
                    let new = if word.is_gram { key.1.clone() } else { text.language.stem(&key.1) };
                    let new = stem_term(text.language, &new);
                    self.known.insert(key, new.clone());
                    new
                }
            };
            if !word.is_gram {
                *self.stems.entry(stem).or_default().of(text.field) += 1;
            }
            *self.lengths.of(text.field) += 1;
            let places = self.words.entry(word.folded).or_default();
            if places.len() < MAX_PLACES {
                places.push(self.place);
            }
        }
    }
}

/// A stem as it is counted: `_s_en_harbour`. No word begins with `_`, so marks are never taken for words.
pub(super) fn stem_term(language: Language, stem: &str) -> String {
    format!("_s_{}_{stem}", language.code())
}

/// A stem as it is indexed: `_3_en_harbour` stands for it on level 3.
#[must_use]
pub fn stem_on_level(level: u8, stem: &str) -> String {
    format!("_{level}{}", &stem[2..])
}

/// A stem on each of its levels.
#[must_use]
pub fn stem_on_all_levels(stem: &str) -> Vec<String> {
    (1..=LEVELS).map(|level| stem_on_level(level, stem)).collect()
}

/// What lists are narrowed by, and when it was published.
fn marks(content: &AnyContent, texts: &[Text], published: Timestamp) -> BTreeSet<String> {
    let outline = content.outline();
    let mut marks = BTreeSet::from([of_kind(content.kind())]);
    marks.extend(outline.variant.map(of_variant));
    marks.extend(outline.locale.as_ref().map(of_locale));
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

/// Documents of a kind within the kind.
#[must_use]
pub fn of_variant(variant: &str) -> String {
    format!("_v_{}", variant.to_ascii_lowercase())
}

/// Documents that name a source.
#[must_use]
pub fn of_source(source: Id) -> String {
    format!("_r_source_{}", source.uuid().simple())
}

/// Documents in the language of exactly this locale.
#[must_use]
pub fn of_locale(locale: &Locale) -> String {
    format!("_o_{}", locale.as_str().to_ascii_lowercase())
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
