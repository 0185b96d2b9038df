//! Articles as JSON.

use serde::{Deserialize, Serialize};

use super::body::{self, BodyInput, EmbedDocument};
use super::rich_text::reference;
use super::{Document, Documented, field, from_outside, from_text, named_member, parse, to_text};
use crate::domain::article::{
    AiUse, ArticleKind, Byline, BylineRole, Correction, CorrectionKind, Rights, Seo, Source, SourceRole,
};
use crate::domain::{Article, Body, Error, ErrorCode, Id, Kind, Result};
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
        document.into_article(body)
    }

    fn accept(json: serde_json::Value, recognize: &mut dyn Recognize) -> Result<Self> {
        let mut document: ArticleDocument = from_outside(json)?;
        if !document.embeds.is_empty() {
            let detail = "There is no such member: what a body embeds is in the body.";
            return Err(field("/embeds", &Error::new(ErrorCode::ValidationFailed, detail)));
        }
        let body = match document.body.take() {
            Some(body) => body.into_body(recognize)?,
            None => Body::new(Vec::new()),
        };
        document.into_article(body)
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
        }
    }

    fn into_article(self, body: Body) -> Result<Article> {
        let id = |pointer: &str, kind, text: Option<String>| {
            text.map(|text| reference(pointer, kind, &text)).transpose()
        };
        Ok(Article {
            locale: parse("/locale", &self.locale)?,
            slug: parse("/slug", &self.slug)?,
            kind: named_member!("/kind", &self.kind, ArticleKind)?,
            title: self.title,
            short_title: self.short_title,
            lead: self.lead,
            body,
            bylines: each("/bylines", self.bylines, BylineDocument::into_byline)?,
            sources: each("/sources", self.sources, SourceDocument::into_source)?,
            section: id("/section", Kind::Section, self.section)?,
            tags: each("/tags", self.tags, |tag, pointer| reference(pointer, Kind::Tag, &tag))?,
            lead_image: id("/leadImage", Kind::Image, self.lead_image)?,
            corrections: each("/corrections", self.corrections, CorrectionDocument::into_correction)?,
            canonical_url: self.canonical_url,
            seo: self.seo.into_seo(),
            rights: self.rights.into_rights()?,
            translation_group: self.translation_group.as_deref().map(Id::of_translation_group),
        })
    }
}

/// Converts the members of an array, each with its pointer.
pub(super) fn each<T, U>(
    pointer: &str,
    items: Vec<T>,
    convert: impl Fn(T, &str) -> Result<U>,
) -> Result<Vec<U>> {
    items.into_iter().enumerate().map(|(index, item)| convert(item, &format!("{pointer}/{index}"))).collect()
}

impl BylineDocument {
    fn of(byline: &Byline) -> Self {
        let Byline { author, role, credit } = byline;
        Self { author: author.map(|id| id.to_string()), role: role.to_string(), credit: credit.clone() }
    }

    fn into_byline(self, pointer: &str) -> Result<Byline> {
        let Self { author, role, credit } = self;
        let author =
            author.map(|text| reference(&format!("{pointer}/author"), Kind::Author, &text)).transpose()?;
        Ok(Byline { author, role: named_member!(&format!("{pointer}/role"), &role, BylineRole)?, credit })
    }
}

impl SourceDocument {
    pub(super) fn of(source: &Source) -> Self {
        let Source { name, url, role } = source;
        Self { name: name.clone(), url: url.clone(), role: role.to_string() }
    }

    pub(super) fn into_source(self, pointer: &str) -> Result<Source> {
        let Self { name, url, role } = self;
        Ok(Source { name, url, role: named_member!(&format!("{pointer}/role"), &role, SourceRole)? })
    }
}

impl CorrectionDocument {
    fn of(correction: &Correction) -> Self {
        let Correction { kind, text, at, block_key } = correction;
        Self { kind: kind.to_string(), text: text.clone(), at: at.to_string(), block_key: block_key.clone() }
    }

    fn into_correction(self, pointer: &str) -> Result<Correction> {
        let Self { kind, text, at, block_key } = self;
        let kind = named_member!(&format!("{pointer}/kind"), &kind, CorrectionKind)?;
        Ok(Correction { kind, text, at: parse(&format!("{pointer}/at"), &at)?, block_key })
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

    fn into_rights(self) -> Result<Rights> {
        let Self { holder, licence, usage_terms, territories, ai_use } = self;
        let ai_use = ai_use.map(|text| named_member!("/rights/aiUse", &text, AiUse)).transpose()?;
        Ok(Rights { holder, licence, usage_terms, territories, ai_use })
    }
}
