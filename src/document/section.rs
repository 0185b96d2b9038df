//! Sections as JSON.

use serde::{Deserialize, Serialize};

use super::reading::{Reading, outside, stored};
use super::{Document, Documented, LocalizedDocument, from_text, localized_to_json, to_text};
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
        let document: SectionDocument = from_text(content)?;
        stored(|reading| document.into_section(reading))
    }

    fn accept(json: serde_json::Value, recognize: &mut dyn Recognize) -> Result<Self> {
        outside(json, recognize, SectionDocument::into_section)
    }
}

impl SectionDocument {
    fn into_section(self, reading: &mut Reading<'_>) -> Option<Section> {
        let Self { slug, name, parent } = self;
        let slug = reading.parse("/slug", &slug);
        let name = reading.localized("/name", name);
        let parent = reading.optional_reference("/parent", Kind::Section, parent);
        Some(Section { slug: slug?, name: name?, parent: parent? })
    }
}
