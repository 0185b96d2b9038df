//! What a text is about, by which others like it are found: the words that it says most about and that few others do.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::document::stems_above_the_first_level;
use super::rank::{gain, rarity};
use crate::domain::AnyContent;

/// The most stems of a text that are looked up.
const MAX_STEMS: usize = 16;

/// The most subjects of a text.
const MAX_SUBJECTS: usize = 8;

/// A word that more documents have than this is no subject: a whole archive is about it.
const COMMON: u64 = 2_000;

/// The stems that a text says most about, each with its level: those on the highest levels first.
#[must_use]
pub(crate) fn stems(content: &AnyContent) -> Vec<(String, u8)> {
    let mut stems = stems_above_the_first_level(content);
    stems.sort_by(|(a, a_level), (b, b_level)| (Reverse(a_level), a).cmp(&(Reverse(b_level), b)));
    stems.truncate(MAX_STEMS);
    stems
}

/// The stems that tell a text from others, each with its weight, the heaviest first. `counts` says how many of `total`
/// documents have each. What a single document has, or a quarter of all, tells nothing.
#[must_use]
pub(crate) fn subjects(
    stems: &[(String, u8)],
    counts: &HashMap<String, u64>,
    total: u64,
) -> Vec<(String, u64)> {
    let weigh = |(stem, level): &(String, u8)| {
        let documents = counts.get(stem).copied().unwrap_or_default();
        let tells = (2..=COMMON.min(total / 4)).contains(&documents);
        tells.then(|| (stem.clone(), gain(*level) * rarity(documents, total)))
    };
    let mut subjects: Vec<_> = stems.iter().filter_map(weigh).collect();
    subjects.sort_by(|(a, a_weight), (b, b_weight)| (Reverse(a_weight), a).cmp(&(Reverse(b_weight), b)));
    subjects.truncate(MAX_SUBJECTS);
    subjects
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everybody_or_nobody_else_writes_about_is_no_subject() {
        let counts = HashMap::from([("all", 60), ("some", 9), ("few", 3), ("once", 1)]);
        let counts = counts.into_iter().map(|(stem, count)| (stem.to_owned(), count)).collect();
        let stems: Vec<_> = ["all", "few", "once", "some"].map(|stem| (stem.to_owned(), 3)).to_vec();
        let subjects = subjects(&stems, &counts, 100);
        let subjects: Vec<&str> = subjects.iter().map(|(stem, _)| stem.as_str()).collect();
        assert_eq!(subjects, ["few", "some"]);
    }
}
