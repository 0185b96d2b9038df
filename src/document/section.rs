//! Sections as JSON.

use serde::{Deserialize, Serialize};

use super::rich_text::reference;
use super::{Document, Documented, LocalizedDocument, from_outside, from_text};
use super::{localized_from_json, localized_to_json, parse, to_text};
use crate::domain::{Kind, Result, Section};
use crate::parse::Recognize;

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct SectionDocument {
    slug: String,
    name: LocalizedDocument,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parent: Option<String>,
}

impl Documented for Section {
    fn encode(&self) -> Result<Document> {
        let Self { slug, name, parent } = self;
        let document = SectionDocument {
            slug: slug.to_string(),
            name: localized_to_json(name),
            parent: parent.map(|id| id.to_string()),
        };
        Ok(Document { content: to_text(&document)?, body: None })
    }

    fn decode(content: &str, _body: Option<&str>) -> Result<Self> {
        from_text::<SectionDocument>(content)?.into_section()
    }

    fn accept(json: serde_json::Value, _recognize: &mut dyn Recognize) -> Result<Self> {
        from_outside::<SectionDocument>(json)?.into_section()
    }
}

impl SectionDocument {
    fn into_section(self) -> Result<Section> {
        let Self { slug, name, parent } = self;
        Ok(Section {
            slug: parse("/slug", &slug)?,
            name: localized_from_json("/name", name)?,
            parent: parent.map(|text| reference("/parent", Kind::Section, &text)).transpose()?,
        })
    }
}
