//! Articles at the GraphQL door.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::author::Author;
use super::body::Body;
use super::connection::connection;
use super::fact_box::{FactBox, Source};
use super::image::Image;
use super::related::{RelatedArticle, size};
use super::scalar::{
    AiUseName, ArticleKindName, BylineRoleName, CorrectionKindName, DateTime, KindName, LocaleTag, RoleName,
    UnavailableName,
};
use super::section::Section;
use super::tag::Tag;
use crate::app::graph::Missing;
use crate::app::{App, Graph};
use crate::domain;
use crate::domain::body::Mode;
use crate::domain::unavailable::Placed;
use crate::domain::{Edition, Role};

/// A story in one language, as it is public.
#[derive(Clone, Debug)]
pub(super) struct Article {
    edition: Arc<Edition<domain::Article>>,
    graph: Arc<Graph>,
}

impl Article {
    pub(super) const fn new(edition: Arc<Edition<domain::Article>>, graph: Arc<Graph>) -> Self {
        Self { edition, graph }
    }

    fn content(&self) -> &domain::Article {
        &self.edition.content
    }
}

connection!(ArticleConnection, ArticleEdge, Article, domain::Article, "articles");

/// A story in one language, as it is public.
#[Object]
impl Article {
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

    /// When something changed of which readers should be told.
    async fn content_updated_at(&self) -> DateTime {
        DateTime(self.edition.clocks.content_updated_at)
    }

    /// When anything changed, a followed fact box included.
    async fn updated_at(&self) -> DateTime {
        DateTime(self.edition.clocks.updated_at)
    }

    /// The language it is written in.
    async fn locale(&self) -> LocaleTag {
        LocaleTag(self.content().locale.clone())
    }

    /// Its name in the address.
    async fn slug(&self) -> &str {
        self.content().slug.as_str()
    }

    /// Its page on the newsroom's own site.
    async fn url(&self, context: &Context<'_>) -> Result<String> {
        Ok(context.data::<App>()?.site().article_url(self.content()))
    }

    /// The genre.
    async fn kind(&self) -> ArticleKindName {
        self.content().kind.into()
    }

    /// The headline, without markup.
    async fn title(&self) -> &str {
        &self.content().title
    }

    /// A headline for narrow places.
    async fn short_title(&self) -> Option<&str> {
        self.content().short_title.as_deref()
    }

    /// The paragraph that says it all, without markup.
    async fn lead(&self) -> Option<&str> {
        self.content().lead.as_deref()
    }

    /// The text.
    async fn body(&self) -> Body {
        Body::new(self.edition.clone(), self.graph.clone())
    }

    /// Who is credited, in the order printed.
    async fn bylines(&self) -> Vec<Byline> {
        self.content().bylines.iter().filter_map(|byline| Byline::of(byline, self)).collect()
    }

    /// Where the report comes from.
    async fn sources(&self) -> Vec<Source> {
        self.content().sources.iter().map(Source::of).collect()
    }

    /// The department.
    async fn section(&self) -> Option<Section> {
        let edition = self.graph.get::<domain::Section>(self.content().section?)?;
        Some(Section::new(edition.clone(), self.graph.clone()).beside(&self.content().locale))
    }

    /// Topics, most important first.
    async fn tags(&self) -> Vec<Tag> {
        let editions = self.content().tags.iter().filter_map(|id| self.graph.get::<domain::Tag>(*id));
        let tag = |edition: &Arc<Edition<domain::Tag>>| Tag::new(edition.clone(), self.graph.clone());
        editions.map(|edition| tag(edition).beside(&self.content().locale)).collect()
    }

    /// The picture shown with the headline.
    async fn lead_image(&self) -> Option<Image> {
        let edition = self.graph.get::<domain::Image>(self.content().lead_image?)?;
        Some(Image::new(edition.clone(), self.graph.clone()))
    }

    /// The fact boxes in the body, in reading order.
    async fn fact_boxes(&self) -> Vec<ShownFactBox> {
        let boxes = self.content().body.embeds().iter().filter(|link| link.role == Role::FactBox);
        boxes.filter_map(|link| ShownFactBox::of(link, &self.graph)).collect()
    }

    /// What was corrected, newest last.
    async fn corrections(&self) -> Vec<Correction> {
        self.content().corrections.iter().map(Correction::of).collect()
    }

    /// The address of the original, when this is a copy.
    async fn canonical_url(&self) -> Option<&str> {
        self.content().canonical_url.as_deref()
    }

    /// What search engines and link previews show instead.
    async fn seo(&self) -> Seo {
        Seo::of(&self.content().seo)
    }

    /// What others may do with it.
    async fn rights(&self) -> Rights {
        Rights::of(&self.content().rights)
    }

    /// What it refers to and is not there: left out of the lists above, and null in the blocks of the body. To the desk,
    /// which sees it, also what was withdrawn: readers do not.
    async fn unavailable(&self) -> Vec<UnavailableReference> {
        self.graph.missing(&self.edition).iter().map(UnavailableReference::of).collect()
    }

    /// What it was translated from; null when it is no translation, or that is not public.
    async fn translation_of(&self) -> Option<TranslationOriginal> {
        let original = self.content().translation_of?;
        let edition = self.graph.get::<domain::Article>(original.article)?;
        Some(TranslationOriginal {
            article: Self::new(edition.clone(), self.graph.clone()),
            revision: original.revision,
            is_stale: original.is_stale(edition.revision),
        })
    }

    /// The same piece in other languages.
    async fn translations(&self) -> Vec<Self> {
        let others = self.graph.translations(&self.edition);
        others.map(|edition| Self::new(edition.clone(), self.graph.clone())).collect()
    }

    /// The articles that have most in common with it, `first` of them at most: 1 to 100. In its language first, then by
    /// what they share, then the latest; never its own translations.
    async fn related(
        &self,
        #[graphql(desc = "How many at most: 1 to 100.")] first: i32,
    ) -> Result<Vec<RelatedArticle>> {
        let first = size(first)?;
        let related = self.graph.related(self.edition.id);
        Ok(related.into_iter().take(first).map(|found| RelatedArticle::of(found, &self.graph)).collect())
    }
}

/// What an article was translated from.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct TranslationOriginal {
    /// The article in the other language.
    article: Article,
    /// The revision of it that was translated.
    revision: u32,
    /// Whether a newer revision of it is public: the translation may say what is not so any more.
    is_stale: bool,
}

/// A reference that leads nowhere, and where it stands.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct UnavailableReference {
    /// In which capacity it is referred to.
    role: RoleName,
    /// The kind of entry.
    kind: KindName,
    /// Its place from 0 on: among the bylines, the tags, or the blocks of the body.
    position: usize,
    /// The key of its block, when it stands in the body.
    block_key: Option<String>,
    /// Why it is not there.
    state: UnavailableName,
}

impl UnavailableReference {
    fn of(missing: &Missing<'_>) -> Self {
        let Missing { placed: Placed { link, position, block }, state } = missing;
        Self {
            role: link.role.into(),
            kind: link.role.target().into(),
            position: *position,
            block_key: block.map(str::to_owned),
            state: (*state).into(),
        }
    }
}

/// A credit.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct Byline {
    /// What they did.
    role: BylineRoleName,
    /// The name to print: the credit of this piece, or else the author's name in its language.
    name: String,
    /// The credit as printed on this piece, where it differs from the name.
    credit: Option<String>,
    /// Who; null when only the credit is known.
    author: Option<Author>,
}

impl Byline {
    /// None when nothing of the credit can be shown.
    fn of(byline: &domain::article::Byline, article: &Article) -> Option<Self> {
        let domain::article::Byline { author, role, credit } = byline;
        let author = author.and_then(|id| article.graph.get::<domain::Author>(id));
        let name = byline.name(author.map(|author| &author.content), &article.content().locale)?.to_owned();
        let author = author.map(|edition| {
            Author::new(edition.clone(), article.graph.clone()).beside(&article.content().locale)
        });
        Some(Self { role: (*role).into(), name, credit: credit.clone(), author })
    }
}

/// A fact box as an article shows it.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct ShownFactBox {
    /// The revision it is held at; null when the article follows the box.
    pinned: Option<u32>,
    /// The fact box.
    fact_box: FactBox,
}

impl ShownFactBox {
    fn of(link: &domain::Link, graph: &Arc<Graph>) -> Option<Self> {
        let domain::Link { role: _, target, pin } = link;
        let edition = graph.fact_box(*target, pin.map_or(Mode::Follow, Mode::Pin))?;
        Some(Self { pinned: *pin, fact_box: FactBox::new(edition.clone(), graph.clone()) })
    }
}

/// A correction that readers are shown.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct Correction {
    /// How grave it is.
    kind: CorrectionKindName,
    /// What was wrong and what is right.
    text: String,
    /// When it was made.
    at: DateTime,
    /// The block that was corrected; null when it concerns the whole piece.
    block_key: Option<String>,
}

impl Correction {
    pub(super) fn of(correction: &domain::article::Correction) -> Self {
        let domain::article::Correction { kind, text, at, block_key } = correction;
        Self { kind: (*kind).into(), text: text.clone(), at: DateTime(*at), block_key: block_key.clone() }
    }
}

/// Texts for search engines and link previews.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct Seo {
    /// Replaces the headline.
    title: Option<String>,
    /// Replaces the lead.
    description: Option<String>,
    /// Asks search engines not to list the piece.
    no_index: bool,
}

impl Seo {
    fn of(seo: &domain::article::Seo) -> Self {
        let domain::article::Seo { title, description, no_index } = seo;
        Self { title: title.clone(), description: description.clone(), no_index: *no_index }
    }
}

/// What others may do with a piece.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct Rights {
    /// Who holds the copyright.
    holder: Option<String>,
    /// An SPDX id or a URL.
    licence: Option<String>,
    /// Conditions in words.
    usage_terms: Option<String>,
    /// ISO 3166-1 codes; empty means everywhere.
    territories: Vec<String>,
    /// Whether machines may learn from it; null says nothing.
    ai_use: Option<AiUseName>,
}

impl Rights {
    fn of(rights: &domain::article::Rights) -> Self {
        let domain::article::Rights { holder, licence, usage_terms, territories, ai_use } = rights;
        Self {
            holder: holder.clone(),
            licence: licence.clone(),
            usage_terms: usage_terms.clone(),
            territories: territories.clone(),
            ai_use: ai_use.map(Into::into),
        }
    }
}
