//! What makes one document better than another: how much it is about the words of the query, and how rare these are.
//!
//! The first is decided when a document is indexed, from the document alone, and kept as one of few levels; the second
//! when a query is asked. All is done in integers from there on, so both databases give the same order.
//!
//! The formula is BM25F (Robertson, Zaragoza, Taylor: Simple BM25 Extension to Multiple Weighted Fields, 2004): what
//! stands in the title counts more than in the lead and in the body, the second mention less than the first, and a
//! mention in a long text less than in a short one. The usual lengths of texts are constants here, not averages of the
//! newsroom: a document then has the same levels wherever it is.

use super::text::Field;

/// How often a word stands in each field of a document.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Mentions {
    pub title: u32,
    pub lead: u32,
    pub body: u32,
}

impl Mentions {
    pub(super) const fn of(&mut self, field: Field) -> &mut u32 {
        match field {
            Field::Title => &mut self.title,
            Field::Lead => &mut self.lead,
            Field::Body => &mut self.body,
        }
    }
}

/// The number of the highest level. Words on level 1 are not told apart, and cost a query nothing.
pub const LEVELS: u8 = 6;

/// From how many weighted mentions on a word is on each of the levels above the first.
const BOUNDS: [f64; LEVELS as usize - 1] = [1.6, 2.8, 4.5, 6.5, 9.0];

/// From this level on a word is what its document is mostly about: a title of usual length lifts it so high.
const HIGH: u8 = 4;

/// What a word on a level adds to the score of its document, in hundredths of the most there can be.
const GAINS: [u32; LEVELS as usize] = [0, 25, 45, 65, 85, 100];

/// The level of a word that is mentioned so often in a document with fields of these lengths, in words.
pub(super) fn level(mentions: Mentions, lengths: Mentions) -> u8 {
    let Mentions { title, lead, body } = mentions;
    let weighted = 6.0 * f64::from(title) / longer(lengths.title, 9.0)
        + 2.5 * f64::from(lead) / longer(lengths.lead, 30.0)
        + f64::from(body) / longer(lengths.body, 500.0);
    let above = BOUNDS.iter().filter(|bound| weighted >= **bound).count();
    1 + u8::try_from(above).unwrap_or_default()
}

/// Whether a document is mostly about a word on a level.
#[must_use]
pub const fn is_high(level: u8) -> bool {
    level >= HIGH
}

/// By how much a field of a length makes a mention count less. Half of it is length.
fn longer(length: u32, usual: f64) -> f64 {
    0.5 + 0.5 * (f64::from(length) / usual).min(6.0)
}

/// What a word on a level gains, in hundredths of the most.
pub(super) fn gain(level: u8) -> u64 {
    u64::from(GAINS[usize::from(level.clamp(1, LEVELS)) - 1])
}

/// A word that this many documents have, or fewer, is as rare as any.
const RARE: u64 = 16;

/// How much a word tells, which so many documents of all have: the logarithm of BM25, in hundredths.
///
/// Only the magnitude of the numbers counts, by powers of two. Drafts are counted too, and so one of them shows neither in
/// the order that readers see nor in the cursors of its pages; and the order stays while a newsroom writes.
#[must_use]
pub fn rarity(documents: u64, total: u64) -> u64 {
    let magnitude = |count: u64| count.clamp(RARE, 1 << 50).next_power_of_two();
    let total = magnitude(total);
    let documents = magnitude(documents).min(total);
    #[expect(clippy::cast_precision_loss, reason = "powers of two are exact")]
    let (documents, rest) = (documents as f64 + 0.5, (total - documents) as f64 + 0.5);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 5,000")]
    let rarity = ((1.0 + rest / documents).ln() * 100.0).round() as u64;
    rarity.max(1)
}

/// The steps of a score. Of documents on the same step the newest comes first: so much does news search prefer what is
/// new, and no more.
pub const STEPS: u64 = 40;

/// The score of a document, from 0 to [`STEPS`]: the level of each word, weighed by the rarity of the word.
#[must_use]
pub fn score(levels: &[u8], rarities: &[u64]) -> u32 {
    let gained: u64 = levels.iter().zip(rarities).map(|(level, rarity)| gain(*level) * rarity).sum();
    let most: u64 = rarities.iter().map(|rarity| 100 * rarity).sum::<u64>().max(1);
    u32::try_from((gained * STEPS + most / 2) / most).unwrap_or_default()
}
