//! Tags as JSON.

use serde::{Deserialize, Serialize};

use super::reading::{Reading, named_member, outside, stored};
use super::{Document, Documented, LocalizedDocument, from_text, localized_to_json, to_text};
use crate::domain::tag::TagKind;
use crate::domain::{Result, Tag};
use crate::parse::Recognize;

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct TagDocument {
    slug: String,
    name: LocalizedDocument,
    #[serde(default = "topic")]
    kind: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    same_as: Vec<String>,
}

fn topic() -> String {
    "topic".to_owned()
}

impl Documented for Tag {
    fn encode(&self) -> Result<Document> {
        let Self { slug, name, kind, same_as } = self;
        let document = TagDocument {
            slug: slug.to_string(),
            name: localized_to_json(name),
            kind: kind.to_string(),
            same_as: same_as.clone(),
        };
        Ok(Document { content: to_text(&document)?, body: None })
    }

    fn decode(content: &str, _body: Option<&str>) -> Result<Self> {
        let document: TagDocument = from_text(content)?;
        stored(|reading| document.into_tag(reading))
    }

    fn accept(json: serde_json::Value, recognize: &mut dyn Recognize) -> Result<Self> {
        outside(json, recognize, TagDocument::into_tag)
    }
}

impl TagDocument {
    fn into_tag(self, reading: &mut Reading<'_>) -> Option<Tag> {
        let Self { slug, name, kind, same_as } = self;
        let slug = reading.parse("/slug", &slug);
        let name = reading.localized("/name", name);
        let kind = named_member!(reading, "/kind", &kind, TagKind);
        Some(Tag { slug: slug?, name: name?, kind: kind?, same_as })
    }
}
