//! Fact boxes at the GraphQL door.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::article::ArticleConnection;
use super::body::{Span, spans};
use super::connection::connection;
use super::input::{ArticleFilter, Paging};
use super::node;
use super::scalar::{Date, DateTime, Day, LocaleTag, SortName, SourceRoleName};
use crate::app::graph::Resolved;
use crate::app::{App, Graph};
use crate::domain::{self, Edition};
use crate::render;

/// Background that stands under stories, as it is public.
#[derive(Clone, Debug)]
pub(super) struct FactBox {
    edition: Arc<Edition<domain::FactBox>>,
    graph: Arc<Graph>,
}

impl FactBox {
    pub(super) const fn new(edition: Arc<Edition<domain::FactBox>>, graph: Arc<Graph>) -> Self {
        Self { edition, graph }
    }
}

connection!(FactBoxConnection, FactBoxEdge, FactBox, domain::FactBox, "fact boxes");

/// Background that is written once, stands under many stories and changes as facts change.
#[Object]
impl FactBox {
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

    /// When a fact changed of which readers should be told.
    async fn content_updated_at(&self) -> DateTime {
        DateTime(self.edition.clocks.content_updated_at)
    }

    /// When anything changed.
    async fn updated_at(&self) -> DateTime {
        DateTime(self.edition.clocks.updated_at)
    }

    /// The language it is written in.
    async fn locale(&self) -> LocaleTag {
        LocaleTag(self.edition.content.locale.clone())
    }

    /// Its name in addresses.
    async fn slug(&self) -> &str {
        self.edition.content.slug.as_str()
    }

    /// What it is about.
    async fn title(&self) -> &str {
        &self.edition.content.title
    }

    /// The facts, in reading order.
    async fn items(&self, context: &Context<'_>) -> Result<Vec<Fact>> {
        let resolved = Resolved::new(&self.graph, context.data::<App>()?.site());
        let fact = |fact: &domain::fact_box::Fact| {
            let domain::fact_box::Fact { text, sources, as_of, review_by } = fact;
            Fact {
                html: render::html::inline(text, &resolved),
                text: domain::body::plain_text(text),
                spans: spans(text, &self.graph),
                sources: sources.iter().map(Source::of).collect(),
                as_of: as_of.map(|day| Date(Day(day))),
                review_by: review_by.map(|day| Date(Day(day))),
            }
        };
        Ok(self.edition.content.items.iter().map(fact).collect())
    }

    /// The same box in other languages.
    async fn translations(&self) -> Vec<Self> {
        let others = self.graph.translations(&self.edition);
        others.map(|edition| Self::new(edition.clone(), self.graph.clone())).collect()
    }

    /// The articles that show it, following or pinned. Needs `first` or `last`, 1 to 100.
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

/// One fact, which can be checked and dated by itself.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct Fact {
    /// The text, cut where the marks change.
    spans: Vec<Span>,
    /// The text as HTML, safe to put into a page.
    html: String,
    /// The text without marks.
    text: String,
    /// What it rests on.
    sources: Vec<Source>,
    /// The day on which it was known to be true.
    as_of: Option<Date>,
    /// The day by which somebody must look at it again.
    review_by: Option<Date>,
}

/// Where a report or a fact comes from.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct Source {
    /// The outlet, agency, document or person.
    name: String,
    /// Where it can be read.
    url: Option<String>,
    /// What it contributed.
    role: SourceRoleName,
}

impl Source {
    pub(super) fn of(source: &domain::article::Source) -> Self {
        let domain::article::Source { name, url, role } = source;
        Self { name: name.clone(), url: url.clone(), role: (*role).into() }
    }
}
