//! The tree of sections at the GraphQL door.

use std::sync::Arc;

use async_graphql::{Context, Object, Result, SimpleObject};

use super::Section;
use crate::app::{self, Graph, section};
use crate::domain::section::Branch;
use crate::domain::{self, Kind};
use crate::graphql::query::moment;
use crate::graphql::scalar::{DateTime, LocaleTag, PerspectiveName};
use crate::graphql::{error, shape};

/// A section in the tree.
#[derive(Clone, Debug, SimpleObject)]
struct SectionBranch {
    /// The section.
    section: Section,
    /// The numbers of its articles.
    articles: SectionCounts,
    /// The sections below.
    children: Vec<SectionBranch>,
}

/// The numbers of a section's articles.
#[derive(Clone, Debug, SimpleObject)]
struct SectionCounts {
    /// In the section itself.
    own: u64,
    /// With those of all sections below.
    total: u64,
}

/// The tree of sections.
#[derive(Debug, Default)]
pub(in crate::graphql) struct Sections;

#[Object]
impl Sections {
    /// All sections, each below its parent, siblings in the order of their names, with the numbers of their articles. The
    /// tree has at most 10 levels: what lies deeper stands on the tenth.
    async fn section_tree(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Counts only articles in this language; without it, every translation counts.")]
        article_locale: Option<LocaleTag>,
        #[graphql(desc = "The moment of the read; now, unless given.")] as_of: Option<DateTime>,
        #[graphql(desc = "Whose eyes see it: readers', unless given.")] perspective: Option<PerspectiveName>,
    ) -> Result<Vec<SectionBranch>> {
        let client = context.data::<app::Context>()?;
        let as_of = moment(client, (as_of, perspective)).await?;
        let shape = shape::in_tree(context.field(), "children", "section", Kind::Section)?;
        let locale = article_locale.map(|locale| locale.0);
        let tree = section::tree(client, as_of, locale, shape).await.map_err(error::of)?;
        Ok(SectionBranch::all(&tree.branches, &tree.graph))
    }
}

impl SectionBranch {
    fn all(branches: &[Branch], graph: &Arc<Graph>) -> Vec<Self> {
        let one = |branch: &Branch| {
            let Branch { id, own, total, children } = branch;
            Some(Self {
                section: Section::new(graph.get::<domain::Section>(*id)?.clone(), graph.clone()),
                articles: SectionCounts { own: *own, total: *total },
                children: Self::all(children, graph),
            })
        };
        branches.iter().filter_map(one).collect()
    }
}
