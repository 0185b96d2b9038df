//! Fact boxes as JSON.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::article::{SourceDocument, each};
use super::rich_text::RichText;
use super::{Document, Documented, field, from_outside, from_text, parse, to_text};
use crate::domain::fact_box::Fact;
use crate::domain::{Error, ErrorCode, FactBox, Id, Result};
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

impl Documented for FactBox {
    fn encode(&self) -> Result<Document> {
        Ok(Document { content: to_text(&FactBoxDocument::of(self))?, body: None })
    }

    fn decode(content: &str, _body: Option<&str>) -> Result<Self> {
        from_text::<FactBoxDocument>(content)?.into_fact_box(&mut NothingKnown)
    }

    fn accept(json: serde_json::Value, recognize: &mut dyn Recognize) -> Result<Self> {
        from_outside::<FactBoxDocument>(json)?.into_fact_box(recognize)
    }
}

/// Stored text is rich text, in which nothing is left to recognise.
struct NothingKnown;

impl Recognize for NothingKnown {
    fn image(&mut self, _src: &str, _alt: &str, _title: Option<&str>) -> Option<Id> {
        None
    }

    fn article(&mut self, _href: &str) -> Option<Id> {
        None
    }

    fn fact_box(&mut self, _reference: &str) -> Option<Id> {
        None
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

    fn into_fact_box(self, recognize: &mut dyn Recognize) -> Result<FactBox> {
        let Self { locale, slug, title, items, translation_group } = self;
        let mut facts = Vec::with_capacity(items.len());
        for (index, item) in items.into_iter().enumerate() {
            facts.push(item.into_fact(&format!("/items/{index}"), recognize)?);
        }
        Ok(FactBox {
            locale: parse("/locale", &locale)?,
            slug: parse("/slug", &slug)?,
            title,
            items: facts,
            translation_group: translation_group.as_deref().map(Id::of_translation_group),
        })
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

    fn into_fact(self, pointer: &str, recognize: &mut dyn Recognize) -> Result<Fact> {
        let Self { text, sources, as_of, review_by } = self;
        Ok(Fact {
            text: match text {
                FactText::Markdown(text) => markdown::inline(&text, recognize),
                FactText::Rich(text) => text.into_spans(&format!("{pointer}/text"))?,
            },
            sources: each(&format!("{pointer}/sources"), sources, SourceDocument::into_source)?,
            as_of: day(&format!("{pointer}/asOf"), as_of)?,
            review_by: day(&format!("{pointer}/reviewBy"), review_by)?,
        })
    }
}

fn day(pointer: &str, text: Option<String>) -> Result<Option<NaiveDate>> {
    text.map(|text| {
        NaiveDate::parse_from_str(&text, "%Y-%m-%d").map_err(|_| {
            field(pointer, &Error::new(ErrorCode::InvalidTime, "A day is YYYY-MM-DD, such as 2026-11-24."))
        })
    })
    .transpose()
}
