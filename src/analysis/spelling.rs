//! Words that look like another: what somebody may have meant.

/// The fewest characters of a word that is respelt. Shorter ones look like too many others.
const MIN_CHARS: usize = 4;

/// From how many characters on two letters may be wrong.
const LONG: usize = 7;

/// How the words that one could have meant begin, and how they end. With one slip of the hand half of the word is
/// right, and with two a third.
#[must_use]
pub fn ends(word: &str) -> Option<(String, String)> {
    let chars: Vec<char> = word.chars().collect();
    if chars.len() < MIN_CHARS || chars.iter().any(char::is_ascii_digit) {
        return None;
    }
    let kept = (chars.len() / 2).max(2);
    let end: String = chars.iter().rev().take(kept).collect();
    Some((chars.iter().take(kept).collect(), end))
}

/// The word backwards, by which it is found by its end.
#[must_use]
pub fn reversed(word: &str) -> String {
    word.chars().rev().collect()
}

/// How many slips of the hand lie between two words: a letter too much, missing, wrong, or in its neighbour's place.
/// `None` when they are too many for the one to be meant by the other.
#[must_use]
pub fn slips(written: &str, meant: &str) -> Option<usize> {
    let (length, other) = (written.chars().count(), meant.chars().count());
    let most = if length >= LONG { 2 } else { 1 };
    if length.abs_diff(other) > most {
        return None;
    }
    Some(strsim::osa_distance(written, meant)).filter(|slips| (1..=most).contains(slips))
}
