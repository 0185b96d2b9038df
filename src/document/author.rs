//! Authors as JSON.

use serde::{Deserialize, Serialize};

use super::reading::{Reading, outside, stored};
use super::{Document, Documented, LocalizedDocument, from_text, localized_to_json, to_text};
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
        let document: AuthorDocument = from_text(content)?;
        stored(|reading| document.into_author(reading))
    }

    fn accept(json: serde_json::Value, recognize: &mut dyn Recognize) -> Result<Self> {
        outside(json, recognize, AuthorDocument::into_author)
    }
}

impl AuthorDocument {
    fn into_author(self, reading: &mut Reading<'_>) -> Option<Author> {
        let Self { slug, name, bio, image, links, email } = self;
        let slug = reading.parse("/slug", &slug);
        let name = reading.localized("/name", name);
        let bio = reading.localized("/bio", bio);
        let image = reading.optional_reference("/image", Kind::Image, image);
        Some(Author { slug: slug?, name: name?, bio: bio?, image: image?, links, email })
    }
}
