//! What an import noticed and did not fail over: kinds of oddity, counted.

use std::collections::BTreeMap;

/// How often each kind of oddity was met. A kind is a short phrase for people: `unknown shortcode button`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Oddities(BTreeMap<String, usize>);

impl Oddities {
    /// The longest kind, in characters: input can appear in it.
    const MAX_CHARS: usize = 100;

    /// Counts one more of the kind `what`.
    pub fn note(&mut self, what: impl Into<String>) {
        let mut what = what.into();
        if let Some((end, _)) = what.char_indices().nth(Self::MAX_CHARS) {
            what.truncate(end);
        }
        *self.0.entry(what).or_default() += 1;
    }

    /// Adds all that another file had: the report is the sum over all files.
    pub fn add(&mut self, other: &Self) {
        for (what, count) in &other.0 {
            *self.0.entry(what.clone()).or_default() += count;
        }
    }

    /// Every kind with its count, in alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, usize)> {
        self.0.iter().map(|(what, &count)| (what.as_str(), count))
    }

    /// How often `what` was met.
    #[must_use]
    pub fn count(&self, what: &str) -> usize {
        self.0.get(what).copied().unwrap_or_default()
    }

    /// Whether nothing was odd.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
