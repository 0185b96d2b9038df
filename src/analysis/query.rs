//! What somebody looks for, read once.
//!
//! Words must all be there, in any of their forms; `"several words"` stand together, exactly so; `-word` and
//! `-"several words"` must not be there; `word*` is the beginning of a word. Everything else is taken as it is
//! written: there is no word and no sign that a reader could type by mistake and be refused for.

use std::collections::BTreeSet;

use super::Language;
use super::document::stem_term;
use super::words::{Word, words};
use crate::domain::{Error, Result};

/// The most characters of a query.
pub const MAX_CHARS: usize = 500;

/// The most words, phrases and beginnings of words of a query.
pub const MAX_TERMS: usize = 20;

/// A query, with at least one thing that must be there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SearchQuery {
    /// What must be there.
    pub wanted: Vec<Term>,
    /// What must not be there.
    pub unwanted: Vec<Term>,
}

/// One thing that is looked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Term {
    /// A word in any of its forms.
    Word {
        /// In lower case, for stemmers.
        lower: String,
        /// Folded.
        folded: String,
    },
    /// Words one after the other, folded. One word is found exactly as it is.
    Phrase(Vec<String>),
    /// The beginning of a word, folded.
    Prefix(String),
}

impl SearchQuery {
    /// Reads a query. `parameter` is what the door calls it.
    ///
    /// # Errors
    /// `INVALID_PARAMETER` when it is longer than [`MAX_CHARS`] or has more than [`MAX_TERMS`], when there is no word in
    /// it, and when there are only words to leave out.
    pub fn parse(parameter: &str, text: &str) -> Result<Self> {
        if text.chars().nth(MAX_CHARS).is_some() {
            let detail = format!("A query has at most {MAX_CHARS} characters.");
            return Err(Error::parameter(parameter, detail));
        }
        let (mut wanted, mut unwanted) = (Vec::new(), Vec::new());
        for Piece { text, quoted, excluded } in pieces(text) {
            let terms = if quoted { phrase(text).into_iter().collect() } else { plain(text) };
            if excluded { &mut unwanted } else { &mut wanted }.extend(terms);
        }
        let mut seen = BTreeSet::new();
        wanted.retain(|term| seen.insert(format!("{term:?}")));
        if wanted.len() + unwanted.len() > MAX_TERMS {
            let detail = format!("A query has at most {MAX_TERMS} words. Leave out what matters least.");
            return Err(Error::parameter(parameter, detail));
        }
        match (wanted.is_empty(), unwanted.is_empty()) {
            (false, _) => Ok(Self { wanted, unwanted }),
            (true, false) => {
                let detail = "The query only says what to leave out. Add a word to look for.";
                Err(Error::parameter(parameter, detail))
            }
            (true, true) => Err(Error::parameter(parameter, "There is no word in the query.")),
        }
    }

    /// The same query with other words in place of some, by their folded form.
    #[must_use]
    pub fn respelt(&self, replace: impl Fn(&str) -> Option<String>) -> Self {
        let respelt = |term: &Term| match term {
            Term::Word { folded, .. } => match replace(folded) {
                Some(word) => Term::Word { lower: word.clone(), folded: word },
                None => term.clone(),
            },
            Term::Phrase(words) => {
                let respelt = |word: &String| replace(word).unwrap_or_else(|| word.clone());
                Term::Phrase(words.iter().map(respelt).collect())
            }
            Term::Prefix(_) => term.clone(),
        };
        Self { wanted: self.wanted.iter().map(respelt).collect(), unwanted: self.unwanted.clone() }
    }
}

impl std::fmt::Display for SearchQuery {
    /// A query that is read as this one.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let wanted = self.wanted.iter().map(ToString::to_string);
        let unwanted = self.unwanted.iter().map(|term| format!("-{term}"));
        f.write_str(&wanted.chain(unwanted).collect::<Vec<_>>().join(" "))
    }
}

impl std::fmt::Display for Term {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Word { lower, .. } => f.write_str(lower),
            Self::Phrase(words) => write!(f, "\"{}\"", words.join(" ")),
            Self::Prefix(start) => write!(f, "{start}*"),
        }
    }
}

impl Term {
    fn word(word: Word<'_>) -> Self {
        let Word { range: _, lower, folded, is_gram: _ } = word;
        Self::Word { lower: lower.into_owned(), folded: folded.into_owned() }
    }

    /// The stems of a word in a language.
    pub(super) fn stems_in(&self, language: Language) -> [Option<String>; 2] {
        match self {
            Self::Word { lower, .. } => language.stems(lower),
            Self::Phrase(_) | Self::Prefix(_) => [None, None],
        }
    }

    /// The stems under which documents in these languages have a word; of other terms none.
    #[must_use]
    pub fn stems(&self, languages: &[Language]) -> Vec<String> {
        let stems = |language: &Language| {
            let language = *language;
            self.stems_in(language).into_iter().flatten().map(move |stem| stem_term(language, &stem))
        };
        languages.iter().flat_map(stems).collect()
    }

    /// The words that are written out whole.
    #[must_use]
    pub fn words(&self) -> &[String] {
        match self {
            Self::Word { folded, .. } => std::slice::from_ref(folded),
            Self::Phrase(words) => words,
            Self::Prefix(_) => &[],
        }
    }

    /// Whether it is a word that holds sentences together in one of these languages.
    #[must_use]
    pub fn is_function_word(&self, languages: &[Language]) -> bool {
        let Self::Word { folded, .. } = self else { return false };
        languages.iter().any(|language| language.is_function_word(folded))
    }
}

struct Piece<'a> {
    text: &'a str,
    quoted: bool,
    excluded: bool,
}

/// Cuts a query at spaces, and at quotation marks. A quotation that does not end goes on to the end.
fn pieces(query: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = query.trim_start();
    while !rest.is_empty() {
        let bare = rest.strip_prefix(['-', '−']).filter(|bare| !bare.starts_with(char::is_whitespace));
        let (excluded, from) = bare.map_or((false, rest), |bare| (true, bare));
        let (text, behind, quoted) = match from.strip_prefix(is_quote) {
            Some(inside) => {
                let (text, behind) = inside.split_once(is_quote).unwrap_or((inside, ""));
                (text, behind, true)
            }
            None => {
                let end = from.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(from.len());
                (&from[..end], &from[end..], false)
            }
        };
        pieces.push(Piece { text, quoted, excluded });
        rest = behind.trim_start();
    }
    pieces
}

/// The quotation marks of the world's keyboards, all of which telephones put in of themselves.
const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂' | '「' | '」')
}

/// What stands between quotation marks.
fn phrase(text: &str) -> Option<Term> {
    let words = in_phrase(words(text));
    (!words.is_empty()).then_some(Term::Phrase(words))
}

/// What stands between spaces. That can be several words: `winter-ferry`.
fn plain(text: &str) -> Vec<Term> {
    let (text, open) = text.strip_suffix('*').map_or((text, false), |text| (text, true));
    let mut found = words(text);
    let last = if open { found.pop_if(|last| !last.is_gram && last.range.end == text.len()) } else { None };
    let mut terms = Vec::new();
    let mut run = Vec::new();
    for word in found {
        // Neighbours in a script without spaces: the whole run, as it is written.
        if word.is_gram {
            run.push(word);
        } else {
            push_run(&mut terms, &mut run);
            terms.push(Term::word(word));
        }
    }
    push_run(&mut terms, &mut run);
    terms.extend(last.map(prefix_or_word));
    terms
}

/// The beginning of one letter is that of everything, so it is taken for a word.
fn prefix_or_word(word: Word<'_>) -> Term {
    if word.folded.chars().nth(1).is_some() {
        Term::Prefix(word.folded.into_owned())
    } else {
        Term::word(word)
    }
}

fn push_run(terms: &mut Vec<Term>, run: &mut Vec<Word<'_>>) {
    let words = std::mem::take(run);
    match words.as_slice() {
        [] => {}
        // One letter alone is the beginning of the pairs in which it stands, or itself the end of a run.
        [single] => terms.push(Term::Prefix(single.folded.to_string())),
        _ => terms.push(Term::Phrase(in_phrase(words))),
    }
}

/// Folded words. Of a run in a script without spaces the last letter stands in the last pair already.
fn in_phrase(words: Vec<Word<'_>>) -> Vec<String> {
    let ends_in_pair = |index: usize| {
        let (word, before) = (&words[index], index.checked_sub(1).map(|before| &words[before]));
        word.is_gram && before.is_some_and(|before| before.is_gram && before.range.end == word.range.end)
    };
    let kept: Vec<bool> = (0..words.len()).map(|index| !ends_in_pair(index)).collect();
    words.into_iter().zip(kept).filter_map(|(word, kept)| kept.then(|| word.folded.into_owned())).collect()
}
