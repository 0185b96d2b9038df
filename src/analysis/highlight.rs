//! Where a query stands in a text: a short passage, cut into what was looked for and what was not.

use std::collections::HashMap;
use std::ops::Range;

use super::Language;
use super::query::{MAX_TERMS, SearchQuery, Term};
use super::words::{Word, words};

/// A part of a text, in pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The pieces, which make up the passage when they are joined.
    pub segments: Vec<Segment>,
}

/// A piece of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The characters, without markup.
    pub text: String,
    /// Whether it was looked for.
    pub is_hit: bool,
}

impl Passage {
    /// Whether anything in it was looked for.
    #[must_use]
    pub fn has_hits(&self) -> bool {
        self.segments.iter().any(|segment| segment.is_hit)
    }

    /// As HTML: what was looked for in `<mark>`, everything else escaped. Safe wherever text may stand, and within
    /// quotation marks.
    #[must_use]
    pub fn html(&self) -> String {
        let mut html = String::new();
        for Segment { text, is_hit } in &self.segments {
            html.push_str(if *is_hit { "<mark>" } else { "" });
            for c in text.chars() {
                match c {
                    '<' => html.push_str("&lt;"),
                    '>' => html.push_str("&gt;"),
                    '&' => html.push_str("&amp;"),
                    '"' => html.push_str("&quot;"),
                    '\'' => html.push_str("&#39;"),
                    _ => html.push(c),
                }
            }
            html.push_str(if *is_hit { "</mark>" } else { "" });
        }
        html
    }
}

/// Looks for the terms of a query in texts, one after the other.
#[derive(Debug)]
pub struct Highlighter<'a> {
    query: &'a SearchQuery,
    languages: HashMap<Language, Forms>,
}

/// The words of a query in one language.
#[derive(Debug)]
struct Forms {
    /// The terms that are words, by their places, each with its stems.
    wanted: Vec<(usize, [Option<String>; 2])>,
    /// Of which terms the words are forms that were met, one bit for each term: they come again and again.
    met: HashMap<String, u32>,
}

const _: () = assert!(MAX_TERMS <= 32, "a bit for each term");

impl Forms {
    fn new(query: &SearchQuery, language: Language) -> Self {
        let words = query.wanted.iter().enumerate().filter(|(_, term)| matches!(term, Term::Word { .. }));
        let wanted = words.map(|(place, term)| (place, term.stems_in(language))).collect();
        Self { wanted, met: HashMap::new() }
    }

    /// Of which terms a word is a form.
    fn of(&mut self, language: Language, word: &Word<'_>) -> u32 {
        if word.is_gram || self.wanted.is_empty() {
            return 0;
        }
        if let Some(terms) = self.met.get(&*word.lower) {
            return *terms;
        }
        let stems = language.stems(&word.lower);
        let is_form = |wanted: &[Option<String>; 2]| {
            wanted.iter().flatten().any(|wanted| stems.iter().flatten().any(|stem| stem == wanted))
        };
        let places = self.wanted.iter().filter(|(_, wanted)| is_form(wanted)).map(|(place, _)| place);
        let terms = places.fold(0, |terms, place| terms | 1 << place);
        self.met.insert(word.lower.to_string(), terms);
        terms
    }
}

impl<'a> Highlighter<'a> {
    /// For a query.
    #[must_use]
    pub fn new(query: &'a SearchQuery) -> Self {
        Self { query, languages: HashMap::new() }
    }

    /// The whole text, with what was looked for.
    pub fn whole(&mut self, language: Language, text: &str) -> Passage {
        cut(text, 0..text.len(), &self.hits(language, text, &words(text)))
    }

    /// Of several texts the passage of about `length` characters in which the most of the query stands, the first of
    /// these; `None` when nothing of it does.
    pub fn best<'b>(
        &mut self,
        texts: impl IntoIterator<Item = (Language, &'b str)>,
        length: usize,
    ) -> Option<Passage> {
        let mut best: Option<(usize, Passage)> = None;
        for (language, text) in texts {
            let words = words(text);
            let hits = self.hits(language, text, &words);
            let Some((count, around)) = densest(&hits, length) else { continue };
            if best.as_ref().is_none_or(|(most, _)| count > *most) {
                best = Some((count, cut(text, widened(text, &words, around, length), &hits)));
            }
            // No text has more than all of it.
            if count == self.query.wanted.len() {
                break;
            }
        }
        best.map(|(_, passage)| passage)
    }

    fn hits(&mut self, language: Language, text: &str, words: &[Word<'_>]) -> Vec<Hit> {
        let query = self.query;
        let forms = self.languages.entry(language).or_insert_with(|| Forms::new(query, language));
        let mut hits = Vec::new();
        for (index, word) in words.iter().enumerate() {
            let terms = forms.of(language, word);
            for (term, wanted) in query.wanted.iter().enumerate() {
                let range = match wanted {
                    Term::Word { .. } => (terms & 1 << term != 0).then(|| word.range.clone()),
                    Term::Prefix(start) => word.folded.starts_with(start).then(|| {
                        // Of a pair of letters only the first was looked for.
                        if word.is_gram { first_letter(text, word) } else { word.range.clone() }
                    }),
                    Term::Phrase(phrase) => phrase_at(phrase, &words[index..]),
                };
                hits.extend(range.map(|range| Hit { range, term }));
            }
        }
        hits.sort_by_key(|hit| (hit.range.start, hit.range.end));
        hits
    }
}

/// A place in a text where a term of the query stands.
struct Hit {
    range: Range<usize>,
    term: usize,
}

fn first_letter(text: &str, word: &Word<'_>) -> Range<usize> {
    let length = text[word.range.clone()].chars().next().map_or(0, char::len_utf8);
    word.range.start..word.range.start + length
}

fn phrase_at(phrase: &[String], words: &[Word<'_>]) -> Option<Range<usize>> {
    let there = words.get(..phrase.len())?;
    let same = there.iter().zip(phrase).all(|(word, wanted)| word.folded == *wanted);
    same.then(|| there[0].range.start..there[there.len() - 1].range.end)
}

/// How many different terms stand within a length, and where the first stretch with the most of them is.
fn densest(hits: &[Hit], length: usize) -> Option<(usize, Range<usize>)> {
    let mut best: Option<(usize, Range<usize>)> = None;
    for (index, first) in hits.iter().enumerate() {
        let within = hits[index..].iter().take_while(|hit| hit.range.end <= first.range.start + length);
        let (mut terms, mut end) = (Vec::new(), first.range.end);
        for hit in within.take(200) {
            if !terms.contains(&hit.term) {
                terms.push(hit.term);
                end = end.max(hit.range.end);
            }
        }
        let count = terms.len().max(1);
        if best.as_ref().is_none_or(|(most, _)| count > *most) {
            best = Some((count, first.range.start..end));
        }
    }
    best
}

/// Makes room around a stretch of a text, and begins and ends at words.
fn widened(text: &str, words: &[Word<'_>], around: Range<usize>, length: usize) -> Range<usize> {
    let room = length.saturating_sub(around.len());
    let from = around.start.saturating_sub(room / 3);
    let to = (from + length).max(around.end);
    let start = if from == 0 {
        0
    } else {
        words.iter().map(|word| word.range.start).find(|start| *start >= from).unwrap_or(around.start)
    };
    let last = words.iter().map(|word| word.range.end).take_while(|end| *end <= to).last();
    let end = if to >= text.len() { text.len() } else { last.unwrap_or(around.end) };
    start.min(around.start)..end.max(around.end)
}

/// The pieces of a part of a text. An ellipsis tells where more stands.
fn cut(text: &str, part: Range<usize>, hits: &[Hit]) -> Passage {
    let mut segments = Vec::new();
    let mut push = |text: &str, is_hit| {
        if !text.is_empty() {
            segments.push(Segment { text: text.to_owned(), is_hit });
        }
    };
    push(if part.start > 0 { "… " } else { "" }, false);
    let mut from = part.start;
    for hit in hits.iter().filter(|hit| hit.range.start >= part.start && hit.range.end <= part.end) {
        if hit.range.end <= from {
            continue;
        }
        push(&text[from..hit.range.start.max(from)], false);
        push(&text[hit.range.start.max(from)..hit.range.end], true);
        from = hit.range.end;
    }
    push(&text[from..part.end], false);
    push(if part.end < text.len() { " …" } else { "" }, false);
    joined(Passage { segments })
}

/// Neighbours of the same sort in one piece.
fn joined(passage: Passage) -> Passage {
    let mut segments: Vec<Segment> = Vec::with_capacity(passage.segments.len());
    for segment in passage.segments {
        match segments.last_mut() {
            Some(last) if last.is_hit == segment.is_hit => last.text.push_str(&segment.text),
            _ => segments.push(segment),
        }
    }
    Passage { segments }
}
