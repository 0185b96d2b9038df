//! Finds where a report comes from in its own words: "The Coast Courier writes about it", "according to …",
//! "за даними …". The sentence stays in the text; here only the name is read.
//!
//! A name in an oblique case is recorded as it stands: the case cannot be undone without a dictionary.

use crate::domain::article::{Source, SourceRole};

/// Words before a name.
const BEFORE: [&str; 27] = [
    "according to ",
    "reported by ",
    ", reports ",
    ", writes ",
    "with reference to ",
    "citing ",
    "за даними ",
    "за інформацією ",
    "за повідомленням ",
    "із посиланням на ",
    "з посиланням на ",
    "посилаючись на ",
    "про це пише ",
    "про це пишуть ",
    "про це повідомляє ",
    "про це повідомляють ",
    "про це повідомила ",
    "про це повідомив ",
    "про це йдеться в ",
    "про це розповідає ",
    "про це розповіли в ",
    "як пише ",
    "як повідомляє ",
    "як передає ",
    ", передає ",
    ", пише ",
    ", повідомляє ",
];

/// Words behind a name that begins the sentence, or follows its last comma or the word "as".
const BEHIND: [&str; 9] = [
    " writes about it",
    " writes about this",
    " reports about it",
    " reports on it",
    " reports",
    " reported",
    " writes",
    " пише про це",
    " повідомляє про це",
];

/// Words before the name proper: "the newspaper Aurora".
const NOUNS: [&str; 22] = [
    "the",
    "newspaper",
    "magazine",
    "daily",
    "weekly",
    "news",
    "agency",
    "broadcaster",
    "website",
    "видання",
    "газета",
    "газети",
    "газету",
    "агентство",
    "агентства",
    "телеканал",
    "телеканалу",
    "сайт",
    "портал",
    "порталу",
    "журнал",
    "журналу",
];

/// Small words inside a name: "Ministry of Ports and Canals".
const INSIDE: [&str; 8] = ["of", "and", "for", "the", "de", "&", "та", "і"];

/// The longest paragraph that is searched, in bytes; what is longer was not written by hand.
const MAX_PARAGRAPH: usize = 20_000;

/// The sources that `paragraphs` name, each once, at most 50.
pub(super) fn find<'a>(paragraphs: impl Iterator<Item = &'a str>) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    let short = paragraphs.filter(|paragraph| paragraph.len() <= MAX_PARAGRAPH);
    for name in short.flat_map(sentences).filter_map(named) {
        let known = sources.iter().any(|source| source.name == name);
        if !known && name.chars().count() <= 300 && sources.len() < 50 {
            sources.push(Source { name, url: None, role: SourceRole::Reported });
        }
    }
    sources
}

/// Cuts a paragraph after each full stop that a space and a capital letter or a quotation mark follow.
fn sentences(paragraph: &str) -> impl Iterator<Item = &str> {
    let mut rest = paragraph;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut end = rest.len();
        for (at, _) in rest.match_indices(['.', '!', '?', '…']) {
            let tail = rest[at..].trim_start_matches(['.', '!', '?', '…', '"', '”', '»', '’', ')']);
            let next = tail.strip_prefix([' ', '\u{A0}']).and_then(|tail| tail.chars().next());
            let begins =
                next.is_some_and(|c| c.is_uppercase() || matches!(c, '«' | '“' | '„' | '"' | '—' | '–'));
            if begins && !is_abbreviation(&rest[..at]) {
                end = rest.len() - tail.len();
                break;
            }
        }
        let (sentence, tail) = rest.split_at(end);
        rest = tail.trim_start();
        Some(sentence)
    })
}

/// Whether a full stop after `text` ends a single letter, as in "U.S." and "J. Doe".
fn is_abbreviation(text: &str) -> bool {
    let mut back = text.chars().rev();
    let letter = back.next().is_some_and(char::is_uppercase);
    letter && back.next().is_none_or(|c| !c.is_alphanumeric())
}

/// The name of the source in one sentence.
fn named(sentence: &str) -> Option<String> {
    BEFORE
        .iter()
        .find_map(|words| {
            let (start, end) = find_words(sentence, words)?;
            let inside = sentence[..start].chars().next_back().is_some_and(char::is_alphanumeric);
            let whole = !inside || words.starts_with(',');
            name_at(&sentence[end..], words.starts_with("про це")).filter(|_| whole)
        })
        .or_else(|| BEHIND.iter().find_map(|words| name_before(sentence, words)))
}

/// Where `words`, in lower case, stand in `text`, whatever the case there.
fn find_words(text: &str, words: &str) -> Option<(usize, usize)> {
    text.char_indices().find_map(|(start, _)| {
        let mut tail = text[start..].char_indices();
        let same = words.chars().all(|wanted| {
            tail.next().is_some_and(|(_, c)| c == wanted || c.to_lowercase().eq(std::iter::once(wanted)))
        });
        same.then(|| (start, tail.next().map_or(text.len(), |(length, _)| start + length)))
    })
}

/// The name at the beginning of `text`. A sentence that is about nothing but its source ends with the name,
/// which may then hold small letters: "Про це пише Українська правда."
fn name_at(text: &str, to_the_end: bool) -> Option<String> {
    let mut text = text.trim_start();
    while let Some((_, rest)) = text.split_once(' ').filter(|(word, _)| NOUNS.contains(word)) {
        text = rest.trim_start();
    }
    if let Some(quoted) = text.strip_prefix(['«', '“', '„', '"']) {
        let (name, _) = quoted.split_once(['»', '”', '“', '"'])?;
        return cleaned(name);
    }
    if !text.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) {
        return None;
    }
    let clause = &text[..clause_end(text)];
    let closed_by_comma = text[clause.len()..].starts_with(',');
    if clause.split_whitespace().count() <= 5 && (closed_by_comma || to_the_end) {
        return cleaned(clause);
    }
    let words: Vec<&str> = clause.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let mut length = 0;
    for (index, word) in words.iter().enumerate() {
        let joins = INSIDE.contains(word) && words.get(index + 1).is_some_and(capital);
        if capital(word) {
            length = index + 1;
        } else if !joins && !INSIDE.contains(word) {
            break;
        }
    }
    cleaned(&words[..length].join(" "))
}

/// Where the clause at the beginning of `text` ends. A dot inside a word, as in an address, ends nothing.
fn clause_end(text: &str) -> usize {
    let ends = |&(at, c): &(usize, char)| match c {
        ',' | ';' | ':' | '!' | '?' | '(' | '…' | '—' | '–' => true,
        '.' => {
            let next = text[at + 1..].chars().next();
            next.is_none_or(|next| !next.is_alphanumeric()) && !is_abbreviation(&text[..at])
        }
        _ => false,
    };
    text.char_indices().find(ends).map_or(text.len(), |(at, _)| at)
}

/// The name before `words`, which end the sentence.
fn name_before(sentence: &str, words: &str) -> Option<String> {
    let sentence = sentence.trim_end_matches(['.', '!', '…']);
    let (start, end) = find_words(sentence, words)?;
    // "As the Courier reports, …" may go on, "The Courier reports losses" is about something else.
    let goes_on = &sentence[end..];
    let head = &sentence[..start];
    let head = match (find_words(head, "as "), head.rsplit_once(',')) {
        (Some((0, end)), _) => &head[end..],
        _ if !goes_on.is_empty() => return None,
        (_, Some((_, tail))) => tail,
        _ => head,
    };
    let head = head.trim();
    let head = head.strip_prefix("as ").unwrap_or(head);
    let head = head.strip_prefix("the ").unwrap_or(head);
    let about_it = words.ends_with("it") || words.ends_with("this") || words.ends_with("це");
    let few = head.split_whitespace().count() <= if about_it { 8 } else { 5 };
    cleaned(head).filter(|name| few && name.starts_with(|c: char| c.is_uppercase() || c.is_numeric()))
}

/// The name without what stands around it. Nothing without a capital letter is one, and no possessive: "12 analysts",
/// "Monday's plan".
fn cleaned(name: &str) -> Option<String> {
    const OF_PEOPLE: [&str; 8] = ["President ", "Minister ", "Mr ", "Mr. ", "Mrs ", "Ms ", "Dr ", "Dr. "];
    let name = name.trim_matches([' ', '\u{A0}', ',', '.', '"', '«', '»', '“', '”', '„']);
    let name =
        ["And ", "But ", "Але ", "Та "].iter().find_map(|word| name.strip_prefix(word)).unwrap_or(name);
    let possessive =
        name.split_whitespace().next().is_some_and(|word| word.ends_with("'s") || word.ends_with("’s"));
    let is_name = name.chars().any(char::is_uppercase) && !possessive;
    (is_name && !OF_PEOPLE.iter().any(|title| name.starts_with(title))).then(|| name.to_owned())
}
