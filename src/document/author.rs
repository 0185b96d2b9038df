//! Authors as JSON.

use serde::{Deserialize, Serialize};

use super::rich_text::reference;
use super::{Document, Documented, LocalizedDocument, from_outside, from_text};
use super::{localized_from_json, localized_to_json, parse, to_text};
use crate::domain::{Author, Kind, Result};
use crate::parse::Recognize;

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct AuthorDocument {
    slug: String,
    name: LocalizedDocument,
    #[serde(default, skip_serializing_if = "serde_json::Map::is_empty")]
    bio: LocalizedDocument,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    links: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    email: Option<String>,
}

impl Documented for Author {
    fn encode(&self) -> Result<Document> {
        let Self { slug, name, bio, image, links, email } = self;
        let document = AuthorDocument {
            slug: slug.to_string(),
            name: localized_to_json(name),
            bio: localized_to_json(bio),
            image: image.map(|id| id.to_string()),
            links: links.clone(),
            email: email.clone(),
        };
        Ok(Document { content: to_text(&document)?, body: None })
    }

    fn decode(content: &str, _body: Option<&str>) -> Result<Self> {
        from_text::<AuthorDocument>(content)?.into_author()
    }

    fn accept(json: serde_json::Value, _recognize: &mut dyn Recognize) -> Result<Self> {
        from_outside::<AuthorDocument>(json)?.into_author()
    }
}

impl AuthorDocument {
    fn into_author(self) -> Result<Author> {
        let Self { slug, name, bio, image, links, email } = self;
        Ok(Author {
            slug: parse("/slug", &slug)?,
            name: localized_from_json("/name", name)?,
            bio: localized_from_json("/bio", bio)?,
            image: image.map(|text| reference("/image", Kind::Image, &text)).transpose()?,
            links,
            email,
        })
    }
}
