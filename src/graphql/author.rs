//! Authors at the GraphQL door.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::article::ArticleConnection;
use super::connection::connection;
use super::image::Image;
use super::input::{ArticleFilter, Paging};
use super::scalar::{DateTime, LocaleTag, SortName};
use super::{error, node};
use crate::app::Graph;
use crate::domain::{self, Edition, Localized};

/// Somebody who is credited, as they are public.
#[derive(Clone, Debug)]
pub(super) struct Author {
    edition: Arc<Edition<domain::Author>>,
    graph: Arc<Graph>,
}

impl Author {
    pub(super) const fn new(edition: Arc<Edition<domain::Author>>, graph: Arc<Graph>) -> Self {
        Self { edition, graph }
    }
}

connection!(AuthorConnection, AuthorEdge, Author, domain::Author, "authors");

/// Somebody who is credited.
#[Object]
impl Author {
    /// The id; the same through every door.
    pub(super) async fn id(&self) -> ID {
        self.edition.id.to_string().into()
    }

    /// The number of the revision shown.
    async fn revision(&self) -> u32 {
        self.edition.revision
    }

    /// The first public moment; never changes.
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

    /// The name in a language, or the nearest there is.
    async fn name(
        &self,
        #[graphql(desc = "The language that is wanted.")] locale: Option<LocaleTag>,
    ) -> Result<LocalizedText> {
        LocalizedText::name(&self.edition.content.name, locale)
    }

    /// The name in all languages.
    async fn names(&self) -> Vec<LocalizedText> {
        LocalizedText::all(&self.edition.content.name)
    }

    /// A short biography in a language, or the nearest there is.
    async fn bio(
        &self,
        #[graphql(desc = "The language that is wanted.")] locale: Option<LocaleTag>,
    ) -> Option<LocalizedText> {
        LocalizedText::pick(&self.edition.content.bio, locale)
    }

    /// The biography in all languages.
    async fn bios(&self) -> Vec<LocalizedText> {
        LocalizedText::all(&self.edition.content.bio)
    }

    /// The portrait.
    async fn image(&self) -> Option<Image> {
        let edition = self.graph.get::<domain::Image>(self.edition.content.image?)?;
        Some(Image::new(edition.clone(), self.graph.clone()))
    }

    /// Pages about the author elsewhere.
    async fn links(&self) -> &[String] {
        &self.edition.content.links
    }

    /// The articles credited to the author, in any role. Needs `first` or `last`, 1 to 100.
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

/// A text, and the language that it is in.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct LocalizedText {
    /// The text.
    text: String,
    /// The language served.
    locale: LocaleTag,
}

impl LocalizedText {
    /// A name, which every valid entry has.
    pub(super) fn name(texts: &Localized, locale: Option<LocaleTag>) -> Result<Self> {
        Self::pick(texts, locale).ok_or_else(|| error::of(domain::Error::internal("an entry without a name")))
    }

    pub(super) fn pick(texts: &Localized, locale: Option<LocaleTag>) -> Option<Self> {
        let (locale, text) = texts.pick(locale.map(|locale| locale.0).as_ref())?;
        Some(Self { text: text.to_owned(), locale: LocaleTag(locale.clone()) })
    }

    pub(super) fn all(texts: &Localized) -> Vec<Self> {
        let one = |(locale, text): (&domain::Locale, &str)| Self {
            text: text.to_owned(),
            locale: LocaleTag(locale.clone()),
        };
        texts.iter().map(one).collect()
    }
}
