//! Letter case and diacritics.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick, is_nfkc_quick};

/// The word in lower case and in one of its several Unicode forms, with one kind of apostrophe. Nothing that tells
/// letters apart is lost.
pub(super) fn lower(word: &str) -> Cow<'_, str> {
    if word.chars().all(is_plain_small) {
        return Cow::Borrowed(word);
    }
    let small = |c: char| plain_small(c).map(|c| if is_apostrophe(c) { '\'' } else { c });
    // Nearly every word is in that form, and to look is far cheaper than to bring it there.
    let lower: String = if word.is_ascii() {
        return word.chars().map(|c| if is_apostrophe(c) { '\'' } else { c.to_ascii_lowercase() }).collect();
    } else if is_nfkc_quick(word.chars()) == IsNormalized::Yes {
        word.chars().flat_map(small).collect()
    } else {
        word.nfkc().flat_map(small).collect()
    };
    Cow::Owned(if is_nfc_quick(lower.chars()) == IsNormalized::Yes { lower } else { lower.nfc().collect() })
}

/// The letters of which most words of our first languages consist, and that are what they should be: small, and without
/// anything to fold.
pub(super) const fn is_plain_small(c: char) -> bool {
    matches!(c, 'a'..='z' | 'а'..='я' | 'є' | 'і' | 'ї' | 'ґ')
}

/// A letter in lower case. The Turkish capital with a point becomes a letter with that point, not with two; what only says
/// where a line may break, or which way it runs, is no letter.
fn plain_small(c: char) -> impl Iterator<Item = char> {
    let c = if c == 'İ' { 'i' } else { c };
    (!is_invisible(c)).then_some(c).into_iter().flat_map(char::to_lowercase)
}

/// Soft hyphens, joiners and marks of direction: format characters that stand within words.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The three signs that are written for an apostrophe, and two more that stand for it where fonts lack them.
pub(super) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '`' | '＇')
}

/// The word without diacritics, but for the letters `kept`, and without apostrophes. Only Latin and Greek letters,
/// the stress marks of Cyrillic ones and the vowel signs of Semitic scripts are folded: й is no и with a mark, and
/// the vowels of Indian scripts are letters.
pub(super) fn fold(word: &str, kept: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars() {
        if kept.contains(c) {
            folded.push(c);
        } else if let Some(plain) = plain(c) {
            folded.push_str(plain);
        } else {
            push_folded(&mut folded, c);
        }
    }
    folded
}

fn push_folded(folded: &mut String, c: char) {
    if is_apostrophe(c) || is_sign(c) {
        return;
    }
    if is_folding_script(c) {
        for part in std::iter::once(c).nfkd().filter(|part| !is_combining_mark(*part)) {
            match plain(part) {
                Some(plain) => folded.push_str(plain),
                None => folded.push(part),
            }
        }
    } else {
        folded.push(c);
    }
}

/// Letters with a diacritic that is no mark of its own, and signs that are written for letters.
const fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ς' => "σ",
        'ё' => "е",
        _ => return None,
    })
}

/// Marks that stand beside letters and are left out by many writers: stress, Hebrew points, Arabic vowels and the
/// stroke that lengthens Arabic words.
const fn is_sign(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{304}' | '\u{5b0}'..='\u{5c7}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

const fn is_folding_script(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{3ff}' | '\u{1e00}'..='\u{1fff}')
}
