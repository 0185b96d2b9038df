//! Which part of one revision is which part of the other.

use std::collections::{HashMap, VecDeque};

use super::Budget;
use super::words::tokens;

/// The most pairs of parts whose words are compared to find those that resemble one another.
const MAX_CANDIDATES: usize = 250_000;

/// What is known of a part when its counterpart is looked for.
pub(super) struct Sketch<'a> {
    /// Stays with it through edits; facts have none.
    pub key: Option<&'a str>,
    /// Only parts of the same kind are taken for one another when keys do not say so.
    pub kind: u8,
    /// What it says.
    pub words: &'a str,
}

/// For each part of `after` its counterpart in `before`: that with the same key, or else with the same words, or else
/// the one whose words are most like its own.
pub(super) fn partners(
    before: &[Sketch<'_>],
    after: &[Sketch<'_>],
    budget: &mut Budget,
) -> Vec<Option<usize>> {
    let mut pairs = Pairs { partners: vec![None; after.len()], taken: vec![false; before.len()] };
    pairs.by(before, after, |part| part.key.map(|key| (0, key)));
    pairs.by(before, after, |part| Some((part.kind, part.words)));
    pairs.by_likeness(before, after, budget);
    pairs.partners
}

/// Which parts stand elsewhere: all that have a counterpart, but for the longest sequence that kept its order.
pub(super) fn moved(partners: &[Option<usize>]) -> Vec<bool> {
    // The longest increasing subsequence, by patience sorting: a comparison of sequences would find it as well, but
    // takes quadratic time when everything was turned around.
    let mut piles: Vec<(usize, usize)> = Vec::new();
    let mut below = vec![None; partners.len()];
    for (index, partner) in partners.iter().enumerate() {
        let Some(partner) = *partner else { continue };
        let pile = piles.partition_point(|(top, _)| *top < partner);
        below[index] = pile.checked_sub(1).map(|left| piles[left].1);
        match piles.get_mut(pile) {
            Some(top) => *top = (partner, index),
            None => piles.push((partner, index)),
        }
    }
    let mut moved: Vec<bool> = partners.iter().map(Option::is_some).collect();
    let mut next = piles.last().map(|(_, index)| *index);
    while let Some(index) = next {
        moved[index] = false;
        next = below[index];
    }
    moved
}

struct Pairs {
    partners: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl Pairs {
    fn free_before(&self) -> Vec<usize> {
        (0..self.taken.len()).filter(|index| !self.taken[*index]).collect()
    }

    fn free_after(&self) -> Vec<usize> {
        (0..self.partners.len()).filter(|index| self.partners[*index].is_none()).collect()
    }

    fn join(&mut self, before: usize, after: usize) {
        self.taken[before] = true;
        self.partners[after] = Some(before);
    }

    /// Joins those that have the same name, in their order.
    fn by<'a>(
        &mut self,
        before: &'a [Sketch<'_>],
        after: &'a [Sketch<'_>],
        name: impl Fn(&'a Sketch<'a>) -> Option<(u8, &'a str)>,
    ) {
        let mut named: HashMap<(u8, &str), VecDeque<usize>> = HashMap::new();
        for index in self.free_before() {
            if let Some(name) = name(&before[index]) {
                named.entry(name).or_default().push_back(index);
            }
        }
        for index in self.free_after() {
            let found = name(&after[index]).and_then(|name| named.get_mut(&name)?.pop_front());
            if let Some(found) = found {
                self.join(found, index);
            }
        }
    }

    /// Joins those of which at least half of the words are the same, the most alike first.
    fn by_likeness(&mut self, before: &[Sketch<'_>], after: &[Sketch<'_>], budget: &mut Budget) {
        let (free_before, free_after) = (self.free_before(), self.free_after());
        if free_before.len().saturating_mul(free_after.len()) > MAX_CANDIDATES {
            return;
        }
        let mut numbers = HashMap::new();
        let old = bags(before, free_before, &mut numbers);
        let new = bags(after, free_after, &mut numbers);
        let size = |bags: &[Bag]| bags.iter().map(|bag| bag.words.len()).sum::<usize>();
        let steps = size(&old).saturating_mul(new.len()) + size(&new).saturating_mul(old.len());
        if !budget.spend(steps) {
            return;
        }
        let mut candidates: Vec<(u32, usize, usize, usize)> = Vec::new();
        for (one, other) in old.iter().flat_map(|one| new.iter().map(move |other| (one, other))) {
            let likeness = one.likeness(other);
            if likeness >= 500 {
                let distance = one.index.abs_diff(other.index);
                candidates.push((1_000 - likeness, distance, other.index, one.index));
            }
        }
        candidates.sort_unstable();
        for (_, _, after, before) in candidates {
            if !self.taken[before] && self.partners[after].is_none() {
                self.join(before, after);
            }
        }
    }
}

/// The words of a part as sorted numbers.
struct Bag {
    index: usize,
    kind: u8,
    words: Vec<u32>,
}

fn bags<'a>(parts: &'a [Sketch<'_>], free: Vec<usize>, numbers: &mut HashMap<&'a str, u32>) -> Vec<Bag> {
    let mut bag = |index: usize| {
        let Sketch { key: _, kind, words } = parts[index];
        let words = tokens(words).filter(|word| word.contains(char::is_alphanumeric));
        let mut words: Vec<u32> = words
            .map(|word| {
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                *numbers.entry(word).or_insert(next)
            })
            .collect();
        words.sort_unstable();
        Bag { index, kind, words }
    };
    free.into_iter().map(&mut bag).collect()
}

impl Bag {
    /// How many of a thousand words are shared.
    fn likeness(&self, other: &Self) -> u32 {
        let (mut left, mut right) = (self.words.as_slice(), other.words.as_slice());
        let all = left.len() + right.len();
        if self.kind != other.kind || all == 0 {
            return 0;
        }
        let mut shared = 0;
        while let ([one, left_rest @ ..], [two, right_rest @ ..]) = (left, right) {
            shared += usize::from(one == two);
            left = if one <= two { left_rest } else { left };
            right = if two <= one { right_rest } else { right };
        }
        u32::try_from(2_000 * shared / all).unwrap_or(0)
    }
}
