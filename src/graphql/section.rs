//! Sections at the GraphQL door.

pub(super) mod tree;

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};

use super::article::ArticleConnection;
use super::author::LocalizedText;
use super::connection::connection;
use super::input::{ArticleFilter, Paging};
use super::node;
use super::scalar::{DateTime, LocaleTag, SortName};
use crate::app::Graph;
use crate::domain::{self, Edition, Locale};

/// A department of the newsroom, as it is public.
#[derive(Clone, Debug)]
pub(super) struct Section {
    edition: Arc<Edition<domain::Section>>,
    graph: Arc<Graph>,
    /// The language of the article beside which it stands.
    beside: Option<Locale>,
}

impl Section {
    pub(super) const fn new(edition: Arc<Edition<domain::Section>>, graph: Arc<Graph>) -> Self {
        Self { edition, graph, beside: None }
    }

    /// The same beside an article in a language.
    pub(super) fn beside(self, locale: &Locale) -> Self {
        Self { beside: Some(locale.clone()), ..self }
    }
}

connection!(SectionConnection, SectionEdge, Section, domain::Section, "sections");

/// A department of the newsroom.
#[Object]
impl Section {
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

    /// The section that it belongs to.
    async fn parent(&self) -> Option<Section> {
        let edition = self.graph.get::<domain::Section>(self.edition.content.parent?)?;
        Some(Self { edition: edition.clone(), ..self.clone() })
    }

    /// The sections above it, the top first: breadcrumbs.
    async fn ancestors(&self) -> Vec<Section> {
        let above = self.graph.ancestors(&self.edition).into_iter();
        above.map(|edition| Self { edition: edition.clone(), ..self.clone() }).collect()
    }

    /// The articles of the section itself. Needs `first` or `last`, 1 to 100.
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
