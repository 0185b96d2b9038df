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
use crate::domain::{self, Edition, Locale, Localized};
use crate::http::Languages;

/// Somebody who is credited, as they are public.
#[derive(Clone, Debug)]
pub(super) struct Author {
    edition: Arc<Edition<domain::Author>>,
    graph: Arc<Graph>,
    /// The language of the article beside which it stands.
    beside: Option<Locale>,
}

impl Author {
    pub(super) const fn new(edition: Arc<Edition<domain::Author>>, graph: Arc<Graph>) -> Self {
        Self { edition, graph, beside: None }
    }

    /// The same beside an article in a language.
    pub(super) fn beside(self, locale: &Locale) -> Self {
        Self { beside: Some(locale.clone()), ..self }
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

    /// A short biography, in a language like the name.
    async fn bio(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The languages that are wanted, the best first.")] locale: Option<Vec<LocaleTag>>,
    ) -> Result<Option<LocalizedText>> {
        LocalizedText::pick(context, &self.edition.content.bio, locale, self.beside.as_ref())
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
    pub(super) fn name(
        context: &Context<'_>,
        texts: &Localized,
        named: Option<Vec<LocaleTag>>,
        beside: Option<&Locale>,
    ) -> Result<Self> {
        let name = Self::pick(context, texts, named, beside)?;
        name.ok_or_else(|| error::of(domain::Error::internal("an entry without a name")))
    }

    /// The text in the first of the languages `named`, or else as the request prefers.
    fn pick(
        context: &Context<'_>,
        texts: &Localized,
        named: Option<Vec<LocaleTag>>,
        beside: Option<&Locale>,
    ) -> Result<Option<Self>> {
        let named: Vec<Locale> = named.into_iter().flatten().map(|locale| locale.0).collect();
        let picked = context.data::<Arc<Languages>>()?.pick(texts, &named, beside);
        Ok(picked.map(|(locale, text)| Self { text: text.to_owned(), locale: LocaleTag(locale.clone()) }))
    }

    pub(super) fn all(texts: &Localized) -> Vec<Self> {
        let one = |(locale, text): (&domain::Locale, &str)| Self {
            text: text.to_owned(),
            locale: LocaleTag(locale.clone()),
        };
        texts.iter().map(one).collect()
    }
}
