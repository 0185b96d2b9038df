//! Neighbouring words as one mark, by which a phrase is found without a look at the places of its words.
//!
//! In most texts function words are half of the words, and their neighbours tell little, so pairs with one of them are left
//! out: of all languages, for whoever looks for a phrase does not say in which. What is left says for certain whether two
//! words stand together, wherever both are no function words.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::function_words;

/// The digits of the hash.
const DIGITS: &[u8; 64] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ._";

static FUNCTION_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| function_words::of_any().collect());

/// The mark of two folded words one after the other, if they have one: 60 bits of the FNV-1a hash (Fowler, Noll, Vo), so
/// that the marks of a long text have room in its document. That two pairs have the same is not to be expected in any
/// archive.
#[must_use]
pub fn pair(first: &str, second: &str) -> Option<String> {
    if FUNCTION_WORDS.contains(first) || FUNCTION_WORDS.contains(second) {
        return None;
    }
    // No word holds a space.
    let bytes = first.bytes().chain([b' ']).chain(second.bytes());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let digit = |place: u32| usize::try_from((hash >> (4 + 6 * place)) & 63).unwrap_or_default();
    let digits = (0..10).map(|place| char::from(DIGITS[digit(place)]));
    Some("_p_".chars().chain(digits).collect())
}

/// The marks of all neighbours among words that stand at places; nothing stands at one that is empty.
pub fn pairs(places: &[&str]) -> impl Iterator<Item = String> {
    let neighbours = places.windows(2).filter(|pair| pair.iter().all(|word| !word.is_empty()));
    neighbours.filter_map(|neighbours| pair(neighbours[0], neighbours[1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_have_a_mark_and_function_words_have_none() {
        let places = ["", "harbour", "tunnel", "of", "the", "harbour", "tunnel", "", "opens"];
        let found: Vec<String> = pairs(&places).collect();
        let mark = pair("harbour", "tunnel").expect("a mark");
        assert_eq!(found, [mark.clone(), mark.clone()]);
        assert_ne!(Some(mark), pair("tunnel", "harbour"));
        assert_eq!((pair("of", "tunnel"), pair("tunnel", "fur")), (None, None));
        assert_ne!(pair("xy", "z"), pair("x", "yz"));
    }
}
