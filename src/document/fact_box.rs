//! Fact boxes as JSON.

use std::fmt::Display;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::article::SourceDocument;
use super::reading::{Reading, outside, stored};
use super::rich_text::RichText;
use super::{Document, Documented, from_text, to_text};
use crate::domain::fact_box::Fact;
use crate::domain::{FactBox, Id, Result};
use crate::parse::{Recognize, markdown};

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct FactBoxDocument {
    locale: String,
    slug: String,
    title: String,
    items: Vec<FactDocument>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    translation_group: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct FactDocument {
    text: FactText,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sources: Vec<SourceDocument>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    as_of: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    review_by: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged, expecting = "a fact must be inline Markdown or {\"markDefs\": …, \"children\": …}")]
enum FactText {
    Markdown(String),
    Rich(RichText),
}

/// A fact as it stands in the document of its box.
#[must_use]
pub fn fact_to_json(fact: &Fact) -> serde_json::Value {
    serde_json::to_value(FactDocument::of(fact)).unwrap_or_default()
}

impl Documented for FactBox {
    fn encode(&self) -> Result<Document> {
        Ok(Document { content: to_text(&FactBoxDocument::of(self))?, body: None })
    }

    fn decode(content: &str, _body: Option<&str>) -> Result<Self> {
        let document: FactBoxDocument = from_text(content)?;
        stored(|reading| document.into_fact_box(reading))
    }

    fn accept(json: serde_json::Value, recognize: &mut dyn Recognize) -> Result<Self> {
        outside(json, recognize, FactBoxDocument::into_fact_box)
    }
}

impl FactBoxDocument {
    fn of(fact_box: &FactBox) -> Self {
        let FactBox { locale, slug, title, items, translation_group } = fact_box;
        Self {
            locale: locale.to_string(),
            slug: slug.to_string(),
            title: title.clone(),
            items: items.iter().map(FactDocument::of).collect(),
            translation_group: translation_group.map(|id| id.to_string()),
        }
    }

    fn into_fact_box(self, reading: &mut Reading<'_>) -> Option<FactBox> {
        let Self { locale, slug, title, items, translation_group } = self;
        let locale = reading.parse("/locale", &locale);
        let slug = reading.parse("/slug", &slug);
        let items = reading.each("/items", items, |reading, item, at| item.into_fact(reading, at));
        let translation_group = translation_group.as_deref().map(Id::of_translation_group);
        Some(FactBox { locale: locale?, slug: slug?, title, items: items?, translation_group })
    }
}

impl FactDocument {
    fn of(fact: &Fact) -> Self {
        let Fact { text, sources, as_of, review_by } = fact;
        Self {
            text: FactText::Rich(RichText::of(text)),
            sources: sources.iter().map(SourceDocument::of).collect(),
            as_of: as_of.map(|day| day.to_string()),
            review_by: review_by.map(|day| day.to_string()),
        }
    }

    fn into_fact(self, reading: &mut Reading<'_>, pointer: &str) -> Option<Fact> {
        let Self { text, sources, as_of, review_by } = self;
        let text = match text {
            FactText::Markdown(text) => Some(markdown::inline(&text, reading.names)),
            FactText::Rich(text) => text.into_spans(reading, format_args!("{pointer}/text")),
        };
        let sources = reading.each(format_args!("{pointer}/sources"), sources, |reading, source, at| {
            source.into_source(reading, at)
        });
        let as_of = day(reading, format_args!("{pointer}/asOf"), as_of);
        let review_by = day(reading, format_args!("{pointer}/reviewBy"), review_by);
        Some(Fact { text: text?, sources: sources?, as_of: as_of?, review_by: review_by? })
    }
}

#[expect(clippy::option_option, reason = "as Reading::optional_reference")]
fn day(reading: &mut Reading<'_>, pointer: impl Display, text: Option<String>) -> Option<Option<NaiveDate>> {
    let Some(text) = text else { return Some(None) };
    match NaiveDate::parse_from_str(&text, "%Y-%m-%d") {
        Ok(day) => Some(Some(day)),
        Err(_) => reading.wrong(pointer, "A day is YYYY-MM-DD, such as 2026-11-24."),
    }
}
