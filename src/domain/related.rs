//! Related articles: what two articles share, and how much that weighs.
//!
//! Everything is whole numbers, so that the order is the same on every machine and database.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Article, Content, Edition, Id, Link, Locale, Role, Timestamp};

/// How many of the latest articles are looked at for each thing that an article refers to. What has fewer is rare.
pub const SAMPLE: u32 = 128;

/// How many articles are looked at closely for each article.
pub const SHORTLIST: usize = 150;

/// The most fact boxes, tags and links of one article that are followed; the first ones count.
const MAX_FOLLOWED: usize = 20;

/// A shared fact box: both tell of the very same thing.
const FACT_BOX: u32 = 100;
/// One of the two links to the other.
const LINK: u32 = 60;
/// A shared tag that hardly anything else has, in eight parts: each doubling of what has it takes one away.
const TAG: u32 = 4;
/// The same section.
const SECTION: u32 = 3;
/// Texts about the very same words; less in proportion.
const TEXT: u32 = 60;

/// From how many hundredths on two texts are alike: by less, one word that both are about is mostly chance.
const ALIKE: u64 = 30;

/// What two articles share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons {
    /// The fact boxes that both show, in the order of the article that is asked about.
    pub fact_boxes: Vec<Id>,
    /// The tags that both have, in the order of the article that is asked about.
    pub tags: Vec<Id>,
    /// Whether both are in the same section.
    pub section: bool,
    /// Whether the article that is asked about links to the other.
    pub links_to: bool,
    /// Whether the other links to it.
    pub linked_from: bool,
    /// How much of what the text is about the other's is about as well, in hundredths: 0 or at least 30. `None` when texts
    /// were not compared.
    pub text_similarity: Option<u32>,
}

/// An article that has something in common with another, before it has been looked at closely.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// The article.
    pub id: Id,
    /// The language it is written in.
    pub locale: Locale,
    /// The same piece in its languages.
    pub translation_group: Option<Id>,
    /// Its first public moment.
    pub published_at: Timestamp,
}

/// An article for which related ones are wanted.
#[derive(Clone, Debug)]
pub struct Anchor {
    id: Id,
    locale: Locale,
    translation_group: Option<Id>,
    /// What it refers to in public and others may refer to as well, in its order; to itself, others may link.
    shared: Vec<(Role, Id)>,
    /// The articles to which it links.
    links_to: Vec<Id>,
    /// Those with a text like its own, with how much they are alike, in hundredths. `None` until texts are compared.
    alike: Option<BTreeMap<Id, (u32, Near)>>,
}

impl Anchor {
    /// What matters of an article. Of what it refers to, only what is visible counts.
    #[must_use]
    pub fn of(article: &Edition<Article>, is_visible: impl Fn(Id) -> bool) -> Self {
        let Article { locale, translation_group, .. } = &article.content;
        let links = article.content.links();
        let targets = |role: Role| {
            let mut seen = HashSet::new();
            let of_role = links.iter().filter(move |link| link.role == role).map(|link| link.target);
            of_role.filter(|id| is_visible(*id) && seen.insert(*id)).take(MAX_FOLLOWED).collect::<Vec<_>>()
        };
        let shared = [Role::FactBox, Role::Tag, Role::Section];
        let shared = shared.into_iter().flat_map(|role| targets(role).into_iter().map(move |id| (role, id)));
        Self {
            id: article.id,
            locale: locale.clone(),
            translation_group: *translation_group,
            shared: shared.chain([(Role::Related, article.id)]).collect(),
            links_to: targets(Role::Related),
            alike: None,
        }
    }

    /// Compares its text with those that were `found` for its `subjects`: the words that it is about, each with a weight.
    pub fn compare_texts(&mut self, subjects: &[(String, u64)], found: &HashMap<&str, Vec<Near>>) {
        let whole = subjects.iter().map(|(_, weight)| weight).sum::<u64>().max(1);
        let mut shared: BTreeMap<Id, (u64, usize, &Near)> = BTreeMap::new();
        for (subject, weight) in subjects {
            for near in found.get(subject.as_str()).into_iter().flatten() {
                let (sum, subjects, _) = shared.entry(near.id).or_insert((0, 0, near));
                *sum += weight;
                *subjects += 1;
            }
        }
        let alike = shared.into_values().filter_map(|(sum, subjects, near)| {
            let percent = sum * 100 / whole;
            let alike = percent >= ALIKE && subjects > 1;
            alike.then(|| (near.id, (u32::try_from(percent).unwrap_or(100), near.clone())))
        });
        self.alike = Some(alike.collect());
    }

    /// The article.
    #[must_use]
    pub const fn id(&self) -> Id {
        self.id
    }

    /// The references by which other articles are found.
    #[must_use]
    pub fn references(&self) -> &[(Role, Id)] {
        &self.shared
    }

    /// The articles that are worth a closer look, of those `found` by each reference: those to which it links, and those
    /// that share most as far as is known yet.
    #[must_use]
    pub fn shortlist(&self, found: &HashMap<(Role, Id), Vec<Near>>) -> Vec<Id> {
        let mut near: BTreeMap<Id, (u32, &Near)> = BTreeMap::new();
        for reference in &self.shared {
            let articles = found.get(reference).map_or(&[][..], Vec::as_slice);
            for article in
                articles.iter().filter(|article| !self.is_same(article.id, article.translation_group))
            {
                near.entry(article.id).or_insert((0, article)).0 += weight(reference.0, articles.len());
            }
        }
        for (percent, article) in self.alike.iter().flat_map(BTreeMap::values) {
            if !self.is_same(article.id, article.translation_group) {
                near.entry(article.id).or_insert((0, article)).0 += weight_of_text(*percent);
            }
        }
        let mut near: Vec<(u32, &Near)> = near.into_values().collect();
        near.sort_by_key(|(weight, article)| {
            (article.locale != self.locale, Reverse((*weight, article.published_at, article.id)))
        });
        let near = near.into_iter().map(|(_, article)| article.id);
        let mut ids: Vec<Id> = self.links_to.iter().copied().filter(|id| *id != self.id).collect();
        ids.extend(near.filter(|id| !self.links_to.contains(id)).take(SHORTLIST));
        ids
    }

    /// The articles that are most related, of those that have been looked at closely: in its own language first, then by
    /// what they share, then the latest. Each piece once, and never a translation of the article itself.
    #[must_use]
    pub fn rank(
        &self,
        articles: Vec<Edition<Article>>,
        found: &HashMap<(Role, Id), Vec<Near>>,
        first: usize,
    ) -> Vec<(Edition<Article>, Reasons)> {
        let mut ranked: Vec<_> = articles
            .into_iter()
            .filter(|article| !self.is_same(article.id, article.content.translation_group))
            .map(|article| {
                let (weight, reasons) = self.compare(&article, found);
                let order = (weight, article.clocks.published_at, article.id);
                ((article.content.locale != self.locale, Reverse(order)), article, reasons)
            })
            .collect();
        ranked.sort_by_key(|(order, ..)| *order);
        let mut pieces = HashSet::new();
        ranked
            .retain(|(_, article, _)| pieces.insert(article.content.translation_group.unwrap_or(article.id)));
        ranked.truncate(first);
        ranked.into_iter().map(|(_, article, reasons)| (article, reasons)).collect()
    }

    fn compare(&self, article: &Edition<Article>, found: &HashMap<(Role, Id), Vec<Near>>) -> (u32, Reasons) {
        let links = article.content.links();
        let links: HashSet<(Role, Id)> =
            links.iter().map(|Link { role, target, .. }| (*role, *target)).collect();
        let mut reasons = Reasons { links_to: self.links_to.contains(&article.id), ..Reasons::default() };
        let mut sum = if reasons.links_to { LINK } else { 0 };
        for reference @ (role, target) in self.shared.iter().filter(|reference| links.contains(reference)) {
            sum += weight(*role, found.get(reference).map_or(1, Vec::len));
            match role {
                Role::FactBox => reasons.fact_boxes.push(*target),
                Role::Tag => reasons.tags.push(*target),
                Role::Section => reasons.section = true,
                _ => reasons.linked_from = true,
            }
        }
        let percent =
            |alike: &BTreeMap<Id, (u32, Near)>| alike.get(&article.id).map_or(0, |(percent, _)| *percent);
        reasons.text_similarity = self.alike.as_ref().map(percent);
        sum += weight_of_text(reasons.text_similarity.unwrap_or_default());
        (sum, reasons)
    }

    fn is_same(&self, id: Id, translation_group: Option<Id>) -> bool {
        id == self.id || (translation_group.is_some() && translation_group == self.translation_group)
    }
}

/// What a shared reference weighs, when so many of the latest articles have it.
fn weight(role: Role, articles: usize) -> u32 {
    match role {
        Role::FactBox => FACT_BOX,
        Role::Tag => TAG * (8 - articles.max(1).ilog2().min(SAMPLE.ilog2())),
        Role::Section => SECTION,
        _ => LINK,
    }
}

/// What texts weigh that are alike by so many hundredths.
const fn weight_of_text(percent: u32) -> u32 {
    TEXT * percent / 100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rare_tag_weighs_more_than_a_frequent_one_and_less_than_a_fact_box() {
        let weights: Vec<u32> = [1, 2, 3, 4, 64, 128, 5_000].map(|count| weight(Role::Tag, count)).to_vec();
        assert_eq!(weights, [32, 28, 28, 24, 8, 4, 4]);
        assert!(weights.iter().all(|tag| *tag < FACT_BOX && *tag > SECTION));
    }
}
