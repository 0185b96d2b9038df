//! Articles as JSON.

use serde::{Deserialize, Serialize};

use super::body::{self, BodyInput, EmbedDocument};
use super::reading::{Reading, named_member, outside, stored};
use super::{Document, Documented, from_text, to_text};
use crate::domain::article::{
    AiUse, ArticleKind, Byline, BylineRole, Correction, CorrectionKind, Original, Rights, Seo, Source,
    SourceRole,
};
use crate::domain::{Article, Body, Id, Kind, Result};
use crate::parse::Recognize;

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ArticleDocument {
    locale: String,
    slug: String,
    #[serde(default = "news")]
    kind: String,
    title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    short_title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lead: Option<String>,
    /// Only on the way in; stored apart.
    #[serde(default, skip_serializing)]
    body: Option<BodyInput>,
    /// Only stored: what the body embeds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    embeds: Vec<EmbedDocument>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    bylines: Vec<BylineDocument>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sources: Vec<SourceDocument>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    section: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tags: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lead_image: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    corrections: Vec<CorrectionDocument>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    canonical_url: Option<String>,
    #[serde(default)]
    seo: SeoDocument,
    #[serde(default)]
    rights: RightsDocument,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    translation_group: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    translation_of: Option<OriginalDocument>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct OriginalDocument {
    article: String,
    revision: u32,
}

fn news() -> String {
    "news".to_owned()
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct BylineDocument {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    author: Option<String>,
    #[serde(default = "author")]
    role: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    credit: Option<String>,
}

fn author() -> String {
    "author".to_owned()
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct SourceDocument {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(default = "reported")]
    role: String,
}

fn reported() -> String {
    "reported".to_owned()
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct CorrectionDocument {
    kind: String,
    text: String,
    at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    block_key: Option<String>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct SeoDocument {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(default)]
    no_index: bool,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct RightsDocument {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    holder: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    licence: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    usage_terms: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    territories: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ai_use: Option<String>,
}

impl Documented for Article {
    fn encode(&self) -> Result<Document> {
        let content = to_text(&ArticleDocument::of(self))?;
        Ok(Document { content, body: Some(to_text(&body::documents(self.body.blocks()))?) })
    }

    fn decode(content: &str, body: Option<&str>) -> Result<Self> {
        let mut document: ArticleDocument = from_text(content)?;
        let embeds = std::mem::take(&mut document.embeds);
        let body = match body {
            Some(text) => body::decode(text)?,
            None => Body::outline(embeds.into_iter().map(EmbedDocument::into_link).collect::<Result<_>>()?),
        };
        stored(|reading| document.into_article(reading, Some(body)))
    }

    fn accept(json: serde_json::Value, recognize: &mut dyn Recognize) -> Result<Self> {
        outside(json, recognize, |mut document: ArticleDocument, reading| {
            if !document.embeds.is_empty() {
                reading.wrong::<()>("/embeds", "There is no such member: what a body embeds is in the body.");
            }
            let body = match document.body.take() {
                Some(body) => body.into_body(reading),
                None => Some(Body::new(Vec::new())),
            };
            document.into_article(reading, body)
        })
    }
}

impl ArticleDocument {
    fn of(article: &Article) -> Self {
        let Article {
            locale,
            slug,
            kind,
            title,
            short_title,
            lead,
            body,
            bylines,
            sources,
            section,
            tags,
            lead_image,
            corrections,
            canonical_url,
            seo,
            rights,
            translation_group,
            translation_of,
        } = article;
        Self {
            locale: locale.to_string(),
            slug: slug.to_string(),
            kind: kind.as_str().to_owned(),
            title: title.clone(),
            short_title: short_title.clone(),
            lead: lead.clone(),
            body: None,
            embeds: body.embeds().iter().map(EmbedDocument::of).collect(),
            bylines: bylines.iter().map(BylineDocument::of).collect(),
            sources: sources.iter().map(SourceDocument::of).collect(),
            section: section.map(|id| id.to_string()),
            tags: tags.iter().map(Id::to_string).collect(),
            lead_image: lead_image.map(|id| id.to_string()),
            corrections: corrections.iter().map(CorrectionDocument::of).collect(),
            canonical_url: canonical_url.clone(),
            seo: SeoDocument::of(seo),
            rights: RightsDocument::of(rights),
            translation_group: translation_group.map(|id| id.to_string()),
            translation_of: translation_of.as_ref().map(OriginalDocument::of),
        }
    }

    /// `body` is `None` when it could not be read.
    fn into_article(self, reading: &mut Reading<'_>, body: Option<Body>) -> Option<Article> {
        let locale = reading.parse("/locale", &self.locale);
        let slug = reading.parse("/slug", &self.slug);
        let kind = named_member!(reading, "/kind", &self.kind, ArticleKind);
        let bylines = reading.each("/bylines", self.bylines, |reading, byline, at| byline.read(reading, at));
        let sources = reading.each("/sources", self.sources, |reading, it, at| it.into_source(reading, at));
        let section = reading.optional_reference("/section", Kind::Section, self.section);
        let tags =
            reading.each("/tags", self.tags, |reading, tag, at| reading.reference(at, Kind::Tag, &tag));
        let lead_image = reading.optional_reference("/leadImage", Kind::Image, self.lead_image);
        let corrections =
            reading.each("/corrections", self.corrections, |reading, it, at| it.read(reading, at));
        let rights = self.rights.into_rights(reading);
        let translation_of = match self.translation_of {
            None => Some(None),
            Some(original) => original.into_original(reading).map(Some),
        };
        Some(Article {
            locale: locale?,
            slug: slug?,
            kind: kind?,
            title: self.title,
            short_title: self.short_title,
            lead: self.lead,
            body: body?,
            bylines: bylines?,
            sources: sources?,
            section: section?,
            tags: tags?,
            lead_image: lead_image?,
            corrections: corrections?,
            canonical_url: self.canonical_url,
            seo: self.seo.into_seo(),
            rights: rights?,
            translation_group: self.translation_group.as_deref().map(Id::of_translation_group),
            translation_of: translation_of?,
        })
    }
}

impl OriginalDocument {
    fn of(original: &Original) -> Self {
        let Original { article, revision } = original;
        Self { article: article.to_string(), revision: *revision }
    }

    fn into_original(self, reading: &mut Reading<'_>) -> Option<Original> {
        let Self { article, revision } = self;
        let article = reading.reference("/translationOf/article", Kind::Article, &article)?;
        Some(Original { article, revision })
    }
}

impl BylineDocument {
    fn of(byline: &Byline) -> Self {
        let Byline { author, role, credit } = byline;
        Self { author: author.map(|id| id.to_string()), role: role.to_string(), credit: credit.clone() }
    }

    fn read(self, reading: &mut Reading<'_>, pointer: &str) -> Option<Byline> {
        let Self { author, role, credit } = self;
        let author = reading.optional_reference(format_args!("{pointer}/author"), Kind::Author, author);
        let role = named_member!(reading, format_args!("{pointer}/role"), &role, BylineRole);
        Some(Byline { author: author?, role: role?, credit })
    }
}

impl SourceDocument {
    pub(super) fn of(source: &Source) -> Self {
        let Source { name, url, role } = source;
        Self { name: name.clone(), url: url.clone(), role: role.to_string() }
    }

    pub(super) fn into_source(self, reading: &mut Reading<'_>, pointer: &str) -> Option<Source> {
        let Self { name, url, role } = self;
        Some(Source {
            name,
            url,
            role: named_member!(reading, format_args!("{pointer}/role"), &role, SourceRole)?,
        })
    }
}

impl CorrectionDocument {
    fn of(correction: &Correction) -> Self {
        let Correction { kind, text, at, block_key } = correction;
        Self { kind: kind.to_string(), text: text.clone(), at: at.to_string(), block_key: block_key.clone() }
    }

    fn read(self, reading: &mut Reading<'_>, pointer: &str) -> Option<Correction> {
        let Self { kind, text, at, block_key } = self;
        let kind = named_member!(reading, format_args!("{pointer}/kind"), &kind, CorrectionKind);
        let at = reading.parse(format_args!("{pointer}/at"), &at);
        Some(Correction { kind: kind?, text, at: at?, block_key })
    }
}

impl SeoDocument {
    fn of(seo: &Seo) -> Self {
        let Seo { title, description, no_index } = seo;
        Self { title: title.clone(), description: description.clone(), no_index: *no_index }
    }

    fn into_seo(self) -> Seo {
        let Self { title, description, no_index } = self;
        Seo { title, description, no_index }
    }
}

impl RightsDocument {
    fn of(rights: &Rights) -> Self {
        let Rights { holder, licence, usage_terms, territories, ai_use } = rights;
        Self {
            holder: holder.clone(),
            licence: licence.clone(),
            usage_terms: usage_terms.clone(),
            territories: territories.clone(),
            ai_use: ai_use.map(|value| value.to_string()),
        }
    }

    fn into_rights(self, reading: &mut Reading<'_>) -> Option<Rights> {
        let Self { holder, licence, usage_terms, territories, ai_use } = self;
        let ai_use = match ai_use {
            None => None,
            Some(text) => Some(named_member!(reading, "/rights/aiUse", &text, AiUse)?),
        };
        Some(Rights { holder, licence, usage_terms, territories, ai_use })
    }
}
