//! The corrections of the newsroom at the GraphQL door.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};

use super::article::{Article, Correction};
use super::connection::connection;
use super::input::{CorrectionFilter, Paging};
use super::query::page_of;
use super::scalar::{DateTime, LocaleTag, MomentText, PerspectiveName};
use super::shape;
use crate::app::{App, Graph};
use crate::domain::{self, Edition, Kind};

/// An article that was corrected, with its corrections.
#[derive(Clone, Debug)]
pub(super) struct CorrectedArticle {
    edition: Arc<Edition<domain::Article>>,
    graph: Arc<Graph>,
}

impl CorrectedArticle {
    const fn new(edition: Arc<Edition<domain::Article>>, graph: Arc<Graph>) -> Self {
        Self { edition, graph }
    }
}

connection!(CorrectionConnection, CorrectionEdge, CorrectedArticle, domain::Article, "corrected articles");

/// An article that was corrected, with its corrections.
#[Object]
impl CorrectedArticle {
    /// The id of the article; the same through every door.
    async fn id(&self) -> ID {
        self.edition.id.to_string().into()
    }

    /// The language it is written in.
    async fn locale(&self) -> LocaleTag {
        LocaleTag(self.edition.content.locale.clone())
    }

    /// Its name in the address.
    async fn slug(&self) -> &str {
        self.edition.content.slug.as_str()
    }

    /// Its page on the newsroom's own site.
    async fn url(&self, context: &Context<'_>) -> Result<String> {
        Ok(context.data::<App>()?.site().article_url(&self.edition.content))
    }

    /// The headline, without markup.
    async fn title(&self) -> &str {
        &self.edition.content.title
    }

    /// When it was last corrected.
    async fn corrected_at(&self) -> DateTime {
        let latest = self.edition.content.newest_corrections();
        DateTime(latest.first().map_or(self.edition.clocks.published_at, |latest| latest.at))
    }

    /// What was corrected, newest first.
    async fn corrections(&self) -> Vec<Correction> {
        self.edition.content.newest_corrections().into_iter().map(Correction::of).collect()
    }

    /// The article.
    async fn article(&self) -> Article {
        Article::new(self.edition.clone(), self.graph.clone())
    }
}

/// What the newsroom corrected.
#[derive(Debug, Default)]
pub(super) struct Corrections;

#[Object]
impl Corrections {
    /// The articles that were corrected, the latest correction first. Needs `first`, perhaps with `after`, or `last`,
    /// perhaps with `before`: 1 to 100.
    #[expect(clippy::too_many_arguments, reason = "they are the arguments of the field")]
    async fn corrections(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "In this language.")] locale: Option<LocaleTag>,
        #[graphql(desc = "In this section: id or slug.")] section: Option<String>,
        #[graphql(desc = "By this author: id or slug.")] author: Option<String>,
        #[graphql(desc = "Last corrected at this moment or later.")] corrected_after: Option<MomentText>,
        #[graphql(desc = "Last corrected before this moment.")] corrected_before: Option<MomentText>,
        #[graphql(desc = "How many from the beginning or `after`: 1 to 100.")] first: Option<i32>,
        #[graphql(desc = "The cursor behind which the page begins.")] after: Option<String>,
        #[graphql(desc = "How many from the end or `before`: 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "The cursor before which the page ends.")] before: Option<String>,
        #[graphql(desc = "The moment of the read; now, unless given.")] as_of: Option<DateTime>,
        #[graphql(desc = "Whose eyes see it: readers', unless given.")] perspective: Option<PerspectiveName>,
    ) -> Result<CorrectionConnection> {
        let filter = CorrectionFilter { locale, section, author, corrected_after, corrected_before };
        let paging = Paging { sort: None, first, after, last, before };
        let shape = shape::behind(context.field(), "article", Kind::Article)?;
        let found = page_of(context, Some(filter), paging, (as_of, perspective), shape).await?;
        Ok(CorrectionConnection::of(found))
    }
}
