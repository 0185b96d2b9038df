//! The levels of the stems of a document, as they are kept beside it: four bytes for each stem above the first level.
//!
//! A stem is known by its hash alone. Two stems of one document that have the same would be taken for one another, at
//! odds of one to some hundred million for each word of a query, and then one document stands a few places off.

/// How many bits of a number say the level.
const LEVEL_BITS: u32 = 3;

/// The most stems that are kept of one document, so that its row stays short.
const MOST: usize = 1_000;

/// The stems of a document that are above the first level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels(Vec<u32>);

/// By what a stem is found among levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StemHash(u32);

impl StemHash {
    /// Of a stem as it is counted: 29 bits of the FNV-1a hash (Fowler, Noll, Vo), which is the same on every machine.
    #[must_use]
    pub fn of(stem: &str) -> Self {
        let hash = stem
            .bytes()
            .fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        Self(hash >> LEVEL_BITS)
    }
}

impl Levels {
    /// Of stems with their levels. Those on the first are left out; of too many those on the highest are kept.
    #[must_use]
    pub(super) fn of<'s>(stems: impl Iterator<Item = (&'s str, u8)>) -> Self {
        let above = stems.filter(|(_, level)| *level > 1);
        let mut numbers: Vec<u32> =
            above.map(|(stem, level)| StemHash::of(stem).0 << LEVEL_BITS | u32::from(level)).collect();
        if numbers.len() > MOST {
            numbers.sort_unstable_by_key(|number| (std::cmp::Reverse(level_of(*number)), *number));
            numbers.truncate(MOST);
        }
        numbers.sort_unstable();
        Self(numbers)
    }

    /// As they are stored.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|number| number.to_be_bytes()).collect()
    }

    /// From what is stored.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self(bytes.as_chunks().0.iter().map(|four| u32::from_be_bytes(*four)).collect())
    }

    /// The highest level that any of some stems has here: the first, unless it is higher.
    #[must_use]
    pub fn highest(&self, stems: &[StemHash]) -> u8 {
        let level = |StemHash(hash): &StemHash| {
            let from = self.0.partition_point(|number| number >> LEVEL_BITS < *hash);
            let found = self.0.get(from).filter(|number| *number >> LEVEL_BITS == *hash);
            found.map_or(1, |number| level_of(*number))
        };
        stems.iter().map(level).max().unwrap_or(1)
    }
}

fn level_of(number: u32) -> u8 {
    u8::try_from(number & ((1 << LEVEL_BITS) - 1)).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(stems: &[(&str, u8)]) -> Levels {
        Levels::from_bytes(&Levels::of(stems.iter().copied()).to_bytes())
    }

    #[test]
    fn a_stem_has_its_level_and_what_is_not_kept_the_first() {
        let levels = stored(&[("_s_en_harbour", 6), ("_s_en_tunnel", 2), ("_s_en_ship", 1)]);
        let highest =
            |stems: &[&str]| levels.highest(&stems.iter().map(|stem| StemHash::of(stem)).collect::<Vec<_>>());
        assert_eq!(levels.to_bytes().len(), 8);
        assert_eq!((highest(&["_s_en_harbour"]), highest(&["_s_en_tunnel"])), (6, 2));
        assert_eq!((highest(&["_s_en_ship"]), highest(&["_s_en_nothing"]), highest(&[])), (1, 1, 1));
        assert_eq!(highest(&["_s_en_tunnel", "_s_en_harbour"]), 6);
    }

    #[test]
    fn of_too_many_the_highest_are_kept() {
        let stems: Vec<(String, u8)> =
            (0..3_000_u32).map(|number| (format!("_s_en_{number}"), 2 + u8::from(number % 3 == 0))).collect();
        let levels = Levels::of(stems.iter().map(|(stem, level)| (stem.as_str(), *level)));
        assert_eq!(levels.to_bytes().len(), 4 * MOST);
        assert!(stems.iter().step_by(3).all(|(stem, _)| levels.highest(&[StemHash::of(stem)]) == 3));
    }
}
