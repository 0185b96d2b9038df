//! The canonical JSON of content: what a revision stores, what NDJSON carries and what a write sends.
//!
//! One form serves all three, so that a field is named once. References are ids; on the way in they may also
//! be keys of the origin ([`Id::of_reference`](crate::domain::Id::of_reference)). Unknown members are errors.

mod article;
mod author;
mod body;
mod fact_box;
mod image;
mod rich_text;
mod section;
mod tag;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::{
    AnyContent, Article, Author, Content, Error, ErrorCode, FactBox, FieldError, Image, Kind,
};
use crate::domain::{Result, Section, Tag};
use crate::parse::Recognize;

pub use body::blocks_to_json;
pub use rich_text::spans_to_json;

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

fn from_outside<T: DeserializeOwned>(json: serde_json::Value) -> Result<T> {
    serde_json::from_value(json).map_err(|error| {
        Error::new(ErrorCode::ValidationFailed, format!("The content is not valid: {error}."))
    })
}

/// One field of a document that is not what it must be.
fn field(pointer: impl Into<String>, error: &Error) -> Error {
    Error::validation(vec![FieldError { pointer: pointer.into(), detail: error.detail.clone() }])
}

/// Reads a member whose type parses from text.
fn parse<T: std::str::FromStr<Err = Error>>(pointer: &str, text: &str) -> Result<T> {
    text.parse().map_err(|error: Error| field(pointer, &error))
}

/// Reads a member that is one of a closed set.
fn one_of<T>(pointer: &str, text: &str, parse: impl Fn(&str) -> Option<T>, all: &[&str]) -> Result<T> {
    parse(text).ok_or_else(|| {
        let detail = format!("{text} is not one of {}.", all.join(", "));
        Error::validation(vec![FieldError { pointer: pointer.to_owned(), detail }])
    })
}

/// Reads a member of one of the enumerations of `domain`.
macro_rules! named_member {
    ($pointer:expr, $text:expr, $type:ty) => {{
        let all: Vec<&str> = <$type>::ALL.iter().map(|value| value.as_str()).collect();
        $crate::document::one_of($pointer, $text, <$type>::parse, &all)
    }};
}
use named_member;

/// Text by language, as a JSON object in the order given.
type LocalizedDocument = serde_json::Map<String, serde_json::Value>;

fn localized_to_json(texts: &crate::domain::Localized) -> LocalizedDocument {
    texts.iter().map(|(locale, text)| (locale.to_string(), text.into())).collect()
}

fn localized_from_json(pointer: &str, texts: LocalizedDocument) -> Result<crate::domain::Localized> {
    let mut localized = Vec::with_capacity(texts.len());
    for (locale, text) in texts {
        let pointer = format!("{pointer}/{locale}");
        let serde_json::Value::String(text) = text else {
            let detail = "Must be a text.".to_owned();
            return Err(Error::validation(vec![FieldError { pointer, detail }]));
        };
        localized.push((parse(&pointer, &locale)?, text));
    }
    Ok(crate::domain::Localized::new(localized))
}
