//! Words in a text, by the boundaries of Unicode (UAX 29). Scripts that are written without spaces have no such
//! boundaries: of them every two neighbouring letters are a word.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::fold::{fold, is_apostrophe, is_invisible, is_plain_small, lower};

/// A word of a text. Most are written as they are looked for, and not copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word<'t> {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// In lower case, with its diacritics: what stemmers take.
    pub lower: Cow<'t, str>,
    /// Folded: what phrases, prefixes and suggestions are made of.
    pub folded: Cow<'t, str>,
    /// Whether it is a pair of letters out of a run without spaces, or the last of such a run.
    pub is_gram: bool,
}

/// The most characters of a word. What is longer is no word of any language, and is cut.
const MAX_CHARS: usize = 40;

/// The words of a text, in order.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut run: Vec<(usize, &str)> = Vec::new();
    for (start, piece) in text.unicode_word_indices() {
        if piece.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            push_run(&mut words, &mut run);
            push_part(&mut words, start, piece);
            continue;
        }
        for (start, part, spaced) in parts(start, piece) {
            let follows = run.last().is_some_and(|(last, letter)| last + letter.len() == start);
            if spaced || !follows {
                push_run(&mut words, &mut run);
            }
            if spaced {
                push_word(&mut words, start, part);
            } else {
                for (at, letter) in part.grapheme_indices(true) {
                    let end = start + at + letter.len();
                    match run.last_mut() {
                        Some((from, last)) if letter.chars().all(is_invisible) => *last = &text[*from..end],
                        _ => run.push((start + at, letter)),
                    }
                }
            }
        }
    }
    push_run(&mut words, &mut run);
    words
}

/// A word cut where its script changes between those with spaces and those without.
fn parts(start: usize, piece: &str) -> Vec<(usize, &str, bool)> {
    let mut parts: Vec<(usize, usize, bool)> = Vec::new();
    for (at, c) in piece.char_indices() {
        let end = at + c.len_utf8();
        let spaced = !is_unspaced(c);
        match parts.last_mut() {
            Some((_, last, before))
                if *before == spaced
                    || is_invisible(c)
                    || unicode_normalization::char::is_combining_mark(c) =>
            {
                *last = end;
            }
            _ => parts.push((at, end, spaced)),
        }
    }
    parts.into_iter().map(|(from, to, spaced)| (start + from, &piece[from..to], spaced)).collect()
}

/// Of scripts without spaces between words. Korean has spaces, but writes particles without.
const fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0eff}'        // Thai, Lao
        | '\u{1000}'..='\u{109f}'      // Burmese
        | '\u{1100}'..='\u{11ff}'      // Hangul letters
        | '\u{1780}'..='\u{17ff}'      // Khmer
        | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' // Kana
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' // Han
        | '\u{ac00}'..='\u{d7af}'      // Hangul syllables
        | '\u{ff66}'..='\u{ff9f}'      // Kana of half width
        | '\u{20000}'..='\u{3ffff}')
}

/// Every pair of neighbours, and the last letter by itself: a query of one letter is the prefix of a pair.
fn push_run(words: &mut Vec<Word<'_>>, run: &mut Vec<(usize, &str)>) {
    for index in 0..run.len() {
        let letters = &run[index..(index + 2).min(run.len())];
        let Some((last, letter)) = letters.last() else { continue };
        let range = letters[0].0..last + letter.len();
        let pair: String = letters.iter().map(|(_, letter)| *letter).collect();
        let lower = Cow::Owned(lower(&pair).into_owned());
        words.push(Word { range, folded: folded(&lower), lower, is_gram: true });
    }
    run.clear();
}

fn push_word<'t>(words: &mut Vec<Word<'t>>, start: usize, word: &'t str) {
    let mut from = 0;
    for (at, sign) in word.char_indices() {
        let behind = at + sign.len_utf8();
        // l'eau and dell'arte are two words; п'ять, can't and Ilvaria's are one.
        let parts = is_divider(sign) || (is_apostrophe(sign) && is_elision(&word[from..at], &word[behind..]));
        if parts {
            push_part(words, start + from, &word[from..at]);
            from = behind;
        }
    }
    push_part(words, start + from, &word[from..]);
}

/// Signs that Unicode lets stand within words, for the sake of Swedish and of programs: `title:herring`, `climate_change`.
const fn is_divider(c: char) -> bool {
    matches!(c, ':' | '：' | '﹕' | '_' | '＿')
}

/// Whether an apostrophe stands between two words.
fn is_elision(before: &str, after: &str) -> bool {
    const ENDINGS: [&str; 7] = ["s", "t", "d", "m", "ll", "re", "ve"];
    let latin = before.chars().chain(after.chars()).all(|c| c < '\u{250}' || is_apostrophe(c));
    let ends = ENDINGS.iter().any(|ending| after.eq_ignore_ascii_case(ending));
    latin && !before.is_empty() && !after.is_empty() && !ends
}

fn push_part<'t>(words: &mut Vec<Word<'t>>, start: usize, part: &'t str) {
    let lower = match lower(part) {
        Cow::Borrowed(lower) => Cow::Borrowed(cut(lower)),
        Cow::Owned(lower) => Cow::Owned(cut(&lower).to_owned()),
    };
    let folded = folded(&lower);
    if !folded.is_empty() {
        words.push(Word { range: start..start + part.len(), folded, lower, is_gram: false });
    }
}

fn cut(word: &str) -> &str {
    word.char_indices().nth(MAX_CHARS).map_or(word, |(end, _)| &word[..end])
}

/// Folded, with nothing in it but letters, digits and points within numbers.
fn folded<'t>(lower: &Cow<'t, str>) -> Cow<'t, str> {
    let word = lower.strip_suffix("'s").unwrap_or(lower);
    if word.chars().all(|c| is_plain_small(c) || c.is_ascii_digit()) {
        return match lower {
            Cow::Borrowed(lower) => Cow::Borrowed(&lower[..word.len()]),
            Cow::Owned(_) => Cow::Owned(word.to_owned()),
        };
    }
    let mut folded = fold(word, "");
    let numeric = folded.starts_with(|c: char| c.is_ascii_digit());
    folded.retain(|c| !c.is_ascii() || c.is_ascii_alphanumeric() || (numeric && c == '.'));
    Cow::Owned(folded)
}
