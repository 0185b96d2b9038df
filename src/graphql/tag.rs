//! Tags at the GraphQL door.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::article::ArticleConnection;
use super::author::LocalizedText;
use super::connection::connection;
use super::input::{ArticleFilter, Paging};
use super::node;
use super::related::size;
use super::scalar::{DateTime, LocaleTag, SortName, TagKindName};
use crate::app::Graph;
use crate::domain::{self, Edition, Locale};

/// What articles are about, as it is public.
#[derive(Clone, Debug)]
pub(super) struct Tag {
    edition: Arc<Edition<domain::Tag>>,
    graph: Arc<Graph>,
    /// The language of the article beside which it stands.
    beside: Option<Locale>,
}

impl Tag {
    pub(super) const fn new(edition: Arc<Edition<domain::Tag>>, graph: Arc<Graph>) -> Self {
        Self { edition, graph, beside: None }
    }

    /// The same beside an article in a language.
    pub(super) fn beside(self, locale: &Locale) -> Self {
        Self { beside: Some(locale.clone()), ..self }
    }
}

connection!(TagConnection, TagEdge, Tag, domain::Tag, "tags");

/// What articles are about: a topic, person, place or organisation.
#[Object]
impl Tag {
    /// The id; the same through every door.
    pub(super) async fn id(&self) -> ID {
        self.edition.id.to_string().into()
    }

    /// The number of the revision shown.
    async fn revision(&self) -> u32 {
        self.edition.revision
    }

    /// The first public moment; never changes. Of what never was public: the planned one, or when it was made.
    async fn published_at(&self) -> DateTime {
        DateTime(self.edition.clocks.published_at)
    }

    /// Until when it is under embargo; only for partners who read it before.
    async fn embargoed_until(&self) -> Option<DateTime> {
        self.edition.embargoed_until.map(DateTime)
    }

    /// When anything changed.
    async fn updated_at(&self) -> DateTime {
        DateTime(self.edition.clocks.updated_at)
    }

    /// The name in addresses.
    async fn slug(&self) -> &str {
        self.edition.content.slug.as_str()
    }

    /// The name in the first of some languages in which there is one; each goes before its wider parents. Where none is
    /// named, in the language of the article beside which it stands, then as `Accept-Language` prefers; then in the
    /// languages of the site, and then in the first there is.
    async fn name(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The languages that are wanted, the best first.")] locale: Option<Vec<LocaleTag>>,
    ) -> Result<LocalizedText> {
        LocalizedText::name(context, &self.edition.content.name, locale, self.beside.as_ref())
    }

    /// The name in all languages.
    async fn names(&self) -> Vec<LocalizedText> {
        LocalizedText::all(&self.edition.content.name)
    }

    /// The sort of thing it names.
    async fn kind(&self) -> TagKindName {
        self.edition.content.kind.into()
    }

    /// The same thing in public vocabularies.
    async fn same_as(&self) -> &[String] {
        &self.edition.content.same_as
    }

    /// The tags that most often stand together with it, `first` of them at most: 1 to 100.
    async fn related_tags(
        &self,
        #[graphql(desc = "How many at most: 1 to 100.")] first: i32,
    ) -> Result<Vec<RelatedTag>> {
        let first = size(first)?;
        let related = self.graph.related_tags(self.edition.id).into_iter().take(first);
        let tag = |tag: &Arc<Edition<domain::Tag>>| Self { edition: tag.clone(), ..self.clone() };
        Ok(related.map(|(found, articles)| RelatedTag { tag: tag(found), articles }).collect())
    }

    /// The articles with this tag. Needs `first` or `last`, 1 to 100.
    #[expect(clippy::too_many_arguments, reason = "they are the arguments of the field")]
    async fn articles(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which of them; all conditions must hold.")] filter: Option<ArticleFilter>,
        #[graphql(desc = "The order.")] sort: Option<SortName>,
        #[graphql(desc = "How many from the beginning or `after`: 1 to 100.")] first: Option<i32>,
        #[graphql(desc = "The cursor behind which the page begins.")] after: Option<String>,
        #[graphql(desc = "How many from the end or `before`: 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "The cursor before which the page ends.")] before: Option<String>,
    ) -> Result<ArticleConnection> {
        let paging = Paging { sort, first, after, last, before };
        node::articles_below(context, &self.edition, &self.graph, filter, paging)
    }
}

/// A tag that stands together with another.
#[derive(Clone, Debug, SimpleObject)]
struct RelatedTag {
    /// The tag.
    tag: Tag,
    /// How many articles have both, out of the latest 200 with the other.
    articles: u64,
}
