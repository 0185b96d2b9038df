//! Related articles in a graph: found by what articles refer to, and loaded in the order of what they share.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::Graph;
use crate::analysis::similarity;
use crate::domain::related::{Anchor, Reasons, SAMPLE};
use crate::domain::shape::Related;
use crate::domain::{Article, AsOf, Content as _, Edition, Id, Kind, Result, Tag};
use crate::store::search::similar;
use crate::store::{self, AnyConnection};

impl Graph {
    /// The articles that are related to one, the most related first, each with the reasons. As many as the shape asked for.
    #[must_use]
    pub fn related(&self, article: Id) -> Vec<(&Arc<Edition<Article>>, &Reasons)> {
        let related = self.related.get(&article).map_or(&[][..], Vec::as_slice);
        related.iter().filter_map(|(id, reasons)| Some((self.get::<Article>(*id)?, reasons))).collect()
    }

    /// The tags that most often stand together with a tag, each with the number of articles, of the latest with it, that
    /// have both. As many as the shape asked for.
    #[must_use]
    pub fn related_tags(&self, tag: Id) -> Vec<(&Arc<Edition<Tag>>, u64)> {
        let related = self.related_tags.get(&tag).map_or(&[][..], Vec::as_slice);
        related.iter().filter_map(|(id, articles)| Some((self.get::<Tag>(*id)?, *articles))).collect()
    }

    /// Finds them for all `roots` in one statement, and what they are called in another.
    pub(super) fn fill_related_tags(
        &mut self,
        connection: &mut AnyConnection,
        roots: &[Id],
        size: u32,
    ) -> Result<()> {
        let found = store::related::tags(connection, self.as_of, roots)?;
        let ids: BTreeSet<Id> = found.values().flatten().map(|(id, _)| *id).collect();
        self.load(connection, Kind::Tag, &ids.into_iter().collect::<Vec<_>>(), false)?;
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        for (tag, together) in found {
            let there = together.into_iter().filter(|(id, _)| self.get::<Tag>(*id).is_some());
            let kept: Vec<(Id, u64)> = there.take(size).collect();
            self.related_tags.insert(tag, kept);
        }
        Ok(())
    }

    /// Finds them for all `roots`: one statement for what is visible of their references, one for the latest articles that
    /// share them, four for texts like theirs, and one for those that are looked at closely; for hundreds of roots a few
    /// more.
    pub(super) fn fill_related(
        &mut self,
        connection: &mut AnyConnection,
        roots: &[Id],
        related: &Related,
    ) -> Result<()> {
        self.look_at_references(connection, roots)?;
        let mut anchors: Vec<Anchor> = roots
            .iter()
            .filter_map(|root| self.get::<Article>(*root))
            .map(|article| Anchor::of(article, |id| self.is_visible(id)))
            .collect();
        let references: BTreeSet<_> = anchors.iter().flat_map(Anchor::references).copied().collect();
        let references: Vec<_> = references.into_iter().collect();
        let found = store::related::latest(connection, self.as_of, &references, SAMPLE)?;
        self.compare_texts(connection, &mut anchors)?;
        let shortlists: Vec<Vec<Id>> = anchors.iter().map(|anchor| anchor.shortlist(&found)).collect();
        let wanted: BTreeSet<Id> = shortlists.iter().flatten().copied().collect();
        let wanted: Vec<Id> = wanted.into_iter().collect();
        // What is only looked at does not come into the graph: nobody reads it.
        let articles = store::edition::by_ids::<Article>(connection, self.as_of, &wanted, false)?;
        let articles: HashMap<Id, Edition<Article>> =
            articles.into_iter().map(|article| (article.id, article)).collect();
        let mut all = Vec::new();
        for (anchor, shortlist) in anchors.iter().zip(shortlists) {
            let near = shortlist.iter().filter_map(|id| articles.get(id).cloned()).collect();
            let size = usize::try_from(related.first).unwrap_or(usize::MAX);
            let (ranked, reasons): (Vec<_>, Vec<_>) = anchor.rank(near, &found, size).into_iter().unzip();
            let ids: Vec<Id> = self.add(ranked).iter().map(|article| article.id).collect();
            all.extend(ids.iter().copied());
            self.related.insert(anchor.id(), ids.into_iter().zip(reasons).collect());
        }
        all.sort_unstable();
        all.dedup();
        self.load(connection, Kind::Article, &all, related.shape.body)?;
        self.fill(connection, &all, &related.shape)
    }

    /// Finds texts like those of the articles. What was is not searched, so then nothing is compared.
    fn compare_texts(&self, connection: &mut AnyConnection, anchors: &mut [Anchor]) -> Result<()> {
        if matches!(self.as_of, AsOf::Then(_)) {
            return Ok(());
        }
        let ids: Vec<Id> = anchors.iter().map(Anchor::id).collect();
        let articles = store::edition::by_ids::<Article>(connection, self.as_of, &ids, true)?;
        let stems = |article: Edition<Article>| (article.id, similarity::stems(&article.content.into_any()));
        let stems: HashMap<Id, Vec<(String, u8)>> = articles.into_iter().map(stems).collect();
        let all = stems.values().flatten().map(|(stem, _)| stem.as_str()).collect();
        let (counts, total) = similar::counts(connection, &all)?;
        let subjects = |(id, stems): (&Id, &Vec<_>)| (*id, similarity::subjects(stems, &counts, total));
        let subjects: HashMap<Id, Vec<(String, u64)>> = stems.iter().map(subjects).collect();
        let all = subjects.values().flatten().map(|(subject, _)| subject.as_str()).collect();
        let found = similar::latest(connection, self.as_of, &all, SAMPLE)?;
        for anchor in anchors {
            let subjects = subjects.get(&anchor.id()).map_or(&[][..], Vec::as_slice);
            anchor.compare_texts(subjects, &found);
        }
        Ok(())
    }
}
