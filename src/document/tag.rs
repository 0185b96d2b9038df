//! Tags as JSON.

use serde::{Deserialize, Serialize};

use super::{Document, Documented, LocalizedDocument, from_outside, from_text, named_member};
use super::{localized_from_json, localized_to_json, parse, to_text};
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
        from_text::<TagDocument>(content)?.into_tag()
    }

    fn accept(json: serde_json::Value, _recognize: &mut dyn Recognize) -> Result<Self> {
        from_outside::<TagDocument>(json)?.into_tag()
    }
}

impl TagDocument {
    fn into_tag(self) -> Result<Tag> {
        let Self { slug, name, kind, same_as } = self;
        Ok(Tag {
            slug: parse("/slug", &slug)?,
            name: localized_from_json("/name", name)?,
            kind: named_member!("/kind", &kind, TagKind)?,
            same_as,
        })
    }
}
