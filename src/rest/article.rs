//! Articles at the REST door.

mod table;

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::author::AuthorBody;
use super::fact_box::{FactBoxBody, SourceBody};
use super::image::ImageBody;
use super::openapi::shapes;
use super::relation::{
    self, RelatedAuthor, RelatedFactBox, RelatedImage, RelatedOriginal, RelatedSection, RelatedTag, Relation,
};
use super::resource::{LOCALE, Naming, Resource, Seen, View};
use super::section::SectionBody;
use super::tag::TagBody;
use super::unavailable::{self, MissingBody, RelatedTranslation, Stub};
use super::{list, search};
use crate::app::graph::Resolved;
use crate::domain::article::{AiUse, Byline, Correction, Original, Rights, Seo};
use crate::domain::body::Mode;
use crate::domain::{
    Article, Author, Edition, Image, Kind, Link, Links, Role, Section, Shape, Tag, Unavailable,
};
use crate::http::Parameter;
use crate::http::filter::{self, Field};
use crate::render;
pub(super) use table::{FILTERS, JOINED, SORT, VIEW};

/// An article as it is public.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Article)]
pub(super) struct ArticleBody {
    /// The id; the same through every door.
    #[schema(format = Uuid)]
    id: String,
    /// Always `article`.
    #[serde(rename = "type")]
    type_name: &'static str,
    /// The number of the revision shown.
    revision: u32,
    /// The first public moment; never changes. Of what never was public: the planned one, or when it was made.
    #[schema(format = DateTime)]
    published_at: String,
    /// Until when it is under embargo, for partners who read it before; null for all else.
    #[schema(format = DateTime)]
    embargoed_until: Option<String>,
    /// When something changed of which readers should be told.
    #[schema(format = DateTime)]
    content_updated_at: String,
    /// When anything changed, a followed fact box included.
    #[schema(format = DateTime)]
    updated_at: String,
    /// The language it is written in.
    locale: String,
    /// Its name in the address.
    slug: String,
    /// Its page on the newsroom's own site.
    url: String,
    /// The genre.
    #[schema(value_type = shapes::ArticleKind)]
    kind: &'static str,
    /// The headline, without markup.
    title: String,
    /// A headline for narrow places.
    short_title: Option<String>,
    /// The paragraph that says it all, without markup.
    lead: Option<String>,
    /// The text in the formats asked for; absent when none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    body: Option<BodyBody>,
    /// Who is credited, in the order printed.
    bylines: Vec<BylineBody>,
    /// Where the report comes from.
    sources: Vec<SourceBody>,
    /// The department.
    #[schema(value_type = Option<RelatedSection>)]
    section: Option<Relation<SectionBody>>,
    /// Topics, most important first.
    #[schema(value_type = Vec<Option<RelatedTag>>)]
    tags: Vec<Relation<TagBody>>,
    /// The picture shown with the headline.
    #[schema(value_type = Option<RelatedImage>)]
    lead_image: Option<Relation<ImageBody>>,
    /// The fact boxes in the body, in reading order.
    fact_boxes: Vec<ShownFactBox>,
    /// What was corrected, newest last.
    corrections: Vec<CorrectionBody>,
    /// The address of the original, when this is a copy.
    canonical_url: Option<String>,
    /// What search engines and link previews show instead.
    seo: SeoBody,
    /// What others may do with it.
    rights: RightsBody,
    /// What it was translated from; null when it is no translation, or that is not public.
    translation_of: Option<OriginalBody>,
    /// The same piece in other languages; only when included. Where one was withdrawn stands what `links` says.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Vec<Option<RelatedTranslation>>>, nullable = false)]
    translations: Option<Vec<Relation<TranslationBody>>>,
    /// What it refers to and is not there, or to the desk, what was withdrawn; only when included.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    unavailable: Option<Vec<MissingBody>>,
}

/// What an article was translated from.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Original)]
pub(super) struct OriginalBody {
    /// The article in the other language.
    #[schema(value_type = RelatedOriginal)]
    article: Relation<TranslationBody>,
    /// The revision of it that was translated.
    revision: u32,
    /// Whether a newer revision of it is public: the translation may say what is not so any more. Only with
    /// `include=translationOf`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    is_stale: Option<bool>,
}

/// The text of an article in the formats asked for.
#[derive(Debug, Default, Serialize, ToSchema)]
#[schema(as = Body)]
pub(super) struct BodyBody {
    /// Portable Text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Vec<shapes::Block>>, nullable = false)]
    blocks: Option<Value>,
    /// HTML, safe to put into a page.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    html: Option<String>,
    /// CommonMark with tables and strike-through.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    markdown: Option<String>,
    /// Plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    text: Option<String>,
}

/// A credit.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Byline)]
struct BylineBody {
    /// What they did.
    #[schema(value_type = shapes::BylineRole)]
    role: &'static str,
    /// The credit as printed, where it differs from the name.
    credit: Option<String>,
    /// Who; null when only the credit is known.
    #[schema(value_type = Option<RelatedAuthor>)]
    author: Option<Relation<AuthorBody>>,
}

/// A fact box as an article shows it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct ShownFactBox {
    /// The revision it is held at; null when the article follows the box.
    pinned: Option<u32>,
    /// The fact box.
    #[schema(value_type = Option<RelatedFactBox>)]
    fact_box: Relation<FactBoxBody>,
}

/// A correction.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Correction)]
pub(super) struct CorrectionBody {
    /// How grave it is.
    #[schema(value_type = shapes::CorrectionKind)]
    kind: &'static str,
    /// What was wrong and what is right.
    text: String,
    /// When it was made.
    #[schema(format = DateTime)]
    at: String,
    /// The block that was corrected.
    block_key: Option<String>,
}

/// Texts for search engines and link previews.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Seo)]
struct SeoBody {
    /// Replaces the headline.
    title: Option<String>,
    /// Replaces the lead.
    description: Option<String>,
    /// Asks search engines not to list the piece.
    no_index: bool,
}

/// What others may do with a piece.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Rights)]
struct RightsBody {
    /// Who holds the copyright.
    holder: Option<String>,
    /// An SPDX id or a URL.
    licence: Option<String>,
    /// Conditions in words.
    usage_terms: Option<String>,
    /// ISO 3166-1 codes; empty means everywhere.
    territories: Vec<String>,
    /// Whether machines may learn from it; null says nothing.
    #[schema(value_type = Option<shapes::AiUse>)]
    ai_use: Option<&'static str>,
}

/// The same piece in another language.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Translation)]
pub(super) struct TranslationBody {
    /// The id.
    #[schema(format = Uuid)]
    pub id: String,
    /// The language.
    pub locale: String,
    /// Its name in the address.
    pub slug: String,
    /// The headline.
    pub title: String,
    /// Its page on the newsroom's own site; of articles.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub url: Option<String>,
}

impl Resource for Article {
    const PATH: &'static str = "articles";
    const NAMING: Naming = Naming::PerLanguage;
    const EXAMPLE: &'static str = "harbour-tunnel-opens";
    const FIELDS: &'static [Field] = filter::ARTICLE;
    const OF_LIST: &'static [&'static [Parameter]] =
        &[FILTERS, JOINED, list::PLACE, SORT, search::PARAMETERS, VIEW];
    const OF_ITEM: &'static [&'static [Parameter]] = &[VIEW, &[LOCALE]];
    type Body = ArticleBody;

    fn shape(view: &View) -> Shape {
        const RELATIONS: [(&str, Role); 5] = [
            ("authors", Role::Byline),
            ("section", Role::Section),
            ("tags", Role::Tag),
            ("leadImage", Role::LeadImage),
            ("factBoxes", Role::FactBox),
        ];
        let missing = view.includes("unavailable");
        let tells = view.links != Links::Omit;
        let mut shape =
            Shape { body: !view.formats.is_empty() || missing, ..Shape::telling(tells || missing) };
        for (name, role) in RELATIONS {
            if view.includes(name) {
                let ancestors = (role == Role::Section && view.includes("ancestors"))
                    .then(|| Box::new(Shape::with_references()));
                shape.follow(role, Shape { ancestors, ..Shape::telling(tells) });
            }
        }
        if view.includes("translationOf") {
            shape.follow(Role::Translation, Shape::bare());
        }
        shape.translations = view.includes("translations").then(|| Box::new(Shape::bare()));
        shape
    }

    #[expect(clippy::too_many_lines, reason = "a line for each member")]
    fn body(edition: &Edition<Self>, view: &View, seen: &Seen<'_>) -> ArticleBody {
        let Edition { id, revision, clocks, embargoed_until, content } = edition;
        let Article {
            locale,
            slug,
            kind,
            title,
            short_title,
            lead,
            body: _,
            bylines,
            sources,
            section,
            tags,
            lead_image,
            corrections,
            canonical_url,
            seo,
            rights,
            translation_group: _,
            translation_of,
        } = content;
        let names = view.below(Some(locale.clone()), view.include.clone());
        view.languages.serve(locale);
        ArticleBody {
            id: id.to_string(),
            type_name: Kind::Article.as_str(),
            revision: *revision,
            published_at: clocks.published_at.to_string(),
            embargoed_until: embargoed_until.map(|until| until.to_string()),
            content_updated_at: clocks.content_updated_at.to_string(),
            updated_at: clocks.updated_at.to_string(),
            locale: locale.to_string(),
            slug: slug.to_string(),
            url: seen.site.article_url(content),
            kind: kind.as_str(),
            title: title.clone(),
            short_title: short_title.clone(),
            lead: lead.clone(),
            body: text(content, view, seen),
            bylines: bylines.iter().filter_map(|byline| BylineBody::of(byline, &names, seen)).collect(),
            sources: sources.iter().map(SourceBody::of).collect(),
            section: section.and_then(|id| relation::one::<Section>(id, "section", &names, seen)),
            tags: tags.iter().filter_map(|id| relation::one::<Tag>(*id, "tags", &names, seen)).collect(),
            lead_image: lead_image.and_then(|id| relation::one::<Image>(id, "leadImage", &names, seen)),
            fact_boxes: content
                .body
                .embeds()
                .iter()
                .filter_map(|link| ShownFactBox::of(link, &names, seen))
                .collect(),
            corrections: corrections.iter().map(CorrectionBody::of).collect(),
            canonical_url: canonical_url.clone(),
            seo: SeoBody::of(seo),
            rights: RightsBody::of(rights),
            translation_of: translation_of
                .as_ref()
                .and_then(|original| OriginalBody::of(original, view, seen)),
            translations: view.includes("translations").then(|| translations(edition, view, seen)),
            unavailable: view
                .includes("unavailable")
                .then(|| seen.graph.missing(edition).iter().map(MissingBody::of).collect()),
        }
    }
}

fn text(article: &Article, view: &View, seen: &Seen<'_>) -> Option<BodyBody> {
    if view.formats.is_empty() {
        return None;
    }
    let resolved = Resolved::new(seen.graph, seen.site).with_links(view.links);
    let mut body = BodyBody::default();
    for format in &view.formats {
        match *format {
            "html" => body.html = Some(render::html::body(&article.body, &resolved)),
            "markdown" => body.markdown = Some(render::markdown::body(&article.body, &resolved)),
            "text" => body.text = Some(render::text::body(&article.body, &resolved)),
            _ => body.blocks = Some(resolved.portable_text(&article.body)),
        }
    }
    Some(body)
}

fn translations(edition: &Edition<Article>, view: &View, seen: &Seen<'_>) -> Vec<Relation<TranslationBody>> {
    let there_or_gap = |other: Option<&std::sync::Arc<Edition<Article>>>| match (other, view.links) {
        (Some(other), _) => Some(Relation::Whole(Box::new(TranslationBody::of(other, seen)))),
        (None, Links::Omit) => None,
        (None, Links::Null) => Some(Relation::Gap(None)),
        (None, Links::Stub) => Some(Relation::Gap(Some(Stub::new(Unavailable::Withdrawn, Kind::Article)))),
    };
    seen.graph.translations_and_gaps(edition).into_iter().filter_map(there_or_gap).collect()
}

impl TranslationBody {
    fn of(edition: &Edition<Article>, seen: &Seen<'_>) -> Self {
        let Article { locale, slug, title, .. } = &edition.content;
        Self {
            id: edition.id.to_string(),
            locale: locale.to_string(),
            slug: slug.to_string(),
            title: title.clone(),
            url: Some(seen.site.article_url(&edition.content)),
        }
    }
}

impl OriginalBody {
    fn of(original: &Original, view: &View, seen: &Seen<'_>) -> Option<Self> {
        let Original { article, revision } = *original;
        if !view.includes("translationOf") {
            let there = seen.graph.is_visible(article);
            return there.then(|| Self { article: Relation::id(article), revision, is_stale: None });
        }
        let edition = seen.graph.get::<Article>(article)?;
        Some(Self {
            article: Relation::Whole(Box::new(TranslationBody::of(edition, seen))),
            revision,
            is_stale: Some(original.is_stale(edition.revision)),
        })
    }
}

impl BylineBody {
    /// None when nothing of the credit can be shown: its author is not public and no words were printed.
    fn of(byline: &Byline, view: &View, seen: &Seen<'_>) -> Option<Self> {
        let Byline { author, role, credit } = byline;
        let author = author.and_then(|id| relation::one::<Author>(id, "authors", view, seen));
        if author.is_none() && credit.is_none() {
            return None;
        }
        Some(Self { role: role.as_str(), credit: credit.clone(), author })
    }
}

impl ShownFactBox {
    fn of(link: &Link, view: &View, seen: &Seen<'_>) -> Option<Self> {
        let Link { role, target, pin } = link;
        if *role != Role::FactBox {
            return None;
        }
        let there = if view.includes("factBoxes") {
            let edition = seen.graph.fact_box(*target, pin.map_or(Mode::Follow, Mode::Pin));
            edition.map(|edition| Relation::Whole(Box::new(FactBoxBody::of(edition, view, seen))))
        } else {
            seen.graph.is_visible(*target).then(|| Relation::id(*target))
        };
        let fact_box = there.or_else(|| unavailable::gap(*target, Kind::FactBox, view, seen))?;
        Some(Self { pinned: *pin, fact_box })
    }
}

impl CorrectionBody {
    pub(super) fn of(correction: &Correction) -> Self {
        let Correction { kind, text, at, block_key } = correction;
        Self { kind: kind.as_str(), text: text.clone(), at: at.to_string(), block_key: block_key.clone() }
    }
}

impl SeoBody {
    fn of(seo: &Seo) -> Self {
        let Seo { title, description, no_index } = seo;
        Self { title: title.clone(), description: description.clone(), no_index: *no_index }
    }
}

impl RightsBody {
    fn of(rights: &Rights) -> Self {
        let Rights { holder, licence, usage_terms, territories, ai_use } = rights;
        Self {
            holder: holder.clone(),
            licence: licence.clone(),
            usage_terms: usage_terms.clone(),
            territories: territories.clone(),
            ai_use: ai_use.map(AiUse::as_str),
        }
    }
}
