//! The canonical JSON of content: what a revision stores, what NDJSON carries and what a write sends.
//!
//! One form serves all three, so that a field is named once. References are ids; on the way in they may also be what
//! [`Recognize::entry`] knows: keys of the origin of an import, slugs in a write. Unknown members are errors.

mod answered;
mod article;
mod author;
mod body;
mod diff;
mod fact_box;
mod gaps;
mod image;
pub mod manifest;
mod patch;
mod reading;
mod rich_text;
mod section;
mod shape;
mod tag;
mod tagged;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::{
    AnyContent, Article, Author, Content, Error, FactBox, Image, Kind, Result, Section, Tag,
};
use crate::parse::Recognize;

pub use answered::{Answered, recall, remember};
pub use body::{block_to_json, blocks_to_json};
pub use diff::diff;
pub use fact_box::fact_to_json;
pub use gaps::{blocks_with_gaps, spans_with_gaps};
pub use image::{replacing_file, with_file};
pub use patch::{patched, whole};
pub use rich_text::spans_to_json;
/// A document, or a part of one, before it is read.
pub use serde_json::Value as Json;

/// Content as text of JSON, the body of an article apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// All but the body. Of an article it also lists what the body embeds.
    pub content: String,
    /// The blocks.
    pub body: Option<String>,
}

/// Content of one kind that has a canonical JSON form.
pub trait Documented: Content {
    /// Writes it.
    fn encode(&self) -> Result<Document>;

    /// Reads what [`Documented::encode`] wrote. Without `body` an article has only the outline of one.
    fn decode(content: &str, body: Option<&str>) -> Result<Self>;

    /// Reads what came from outside; a body may then also be Markdown or HTML.
    fn accept(json: serde_json::Value, recognize: &mut dyn Recognize) -> Result<Self>;
}

/// Writes content of any kind.
pub fn encode(content: &AnyContent) -> Result<Document> {
    match content {
        AnyContent::Article(content) => content.encode(),
        AnyContent::Author(content) => content.encode(),
        AnyContent::FactBox(content) => content.encode(),
        AnyContent::Section(content) => content.encode(),
        AnyContent::Tag(content) => content.encode(),
        AnyContent::Image(content) => content.encode(),
    }
}

/// Reads stored content of any kind.
pub fn decode(kind: Kind, content: &str, body: Option<&str>) -> Result<AnyContent> {
    Ok(match kind {
        Kind::Article => Article::decode(content, body)?.into_any(),
        Kind::Author => Author::decode(content, body)?.into_any(),
        Kind::FactBox => FactBox::decode(content, body)?.into_any(),
        Kind::Section => Section::decode(content, body)?.into_any(),
        Kind::Tag => Tag::decode(content, body)?.into_any(),
        Kind::Image => Image::decode(content, body)?.into_any(),
    })
}

/// Reads content of any kind that came from outside.
pub fn accept(kind: Kind, json: serde_json::Value, recognize: &mut dyn Recognize) -> Result<AnyContent> {
    Ok(match kind {
        Kind::Article => Article::accept(json, recognize)?.into_any(),
        Kind::Author => Author::accept(json, recognize)?.into_any(),
        Kind::FactBox => FactBox::accept(json, recognize)?.into_any(),
        Kind::Section => Section::accept(json, recognize)?.into_any(),
        Kind::Tag => Tag::accept(json, recognize)?.into_any(),
        Kind::Image => Image::accept(json, recognize)?.into_any(),
    })
}

fn to_text(document: &impl Serialize) -> Result<String> {
    serde_json::to_string(document).map_err(|error| Error::internal(format!("content to JSON: {error}")))
}

fn from_text<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| Error::internal(format!("stored content: {error}")))
}

/// Text by language, as a JSON object in the order given.
type LocalizedDocument = serde_json::Map<String, serde_json::Value>;

fn localized_to_json(texts: &crate::domain::Localized) -> LocalizedDocument {
    texts.iter().map(|(locale, text)| (locale.to_string(), text.into())).collect()
}
