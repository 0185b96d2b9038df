//! Images as JSON.

use serde::{Deserialize, Serialize};

use super::reading::{Reading, named_member, outside, stored};
use super::{Document, Documented, Json, from_text, to_text};
use crate::domain::image::{Digest, FocalPoint, Format, Measured, Picture, StoredFile};
use crate::domain::{Error, ErrorCode, FieldError, Image, Result};
use crate::parse::Recognize;

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ImageDocument {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    file: Option<FileDocument>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    width: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    height: Option<u32>,
    alt: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    caption: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    credit: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    licence: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    focal_point: Option<PointDocument>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PointDocument {
    x: u16,
    y: u16,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileDocument {
    digest: String,
    format: String,
    bytes: u32,
}

impl Documented for Image {
    fn encode(&self) -> Result<Document> {
        let Self { picture, width, height, alt, caption, credit, licence, focal_point } = self.clone();
        let (url, file) = match picture {
            Picture::Elsewhere(url) => (Some(url), None),
            Picture::Stored(file) => (None, Some(FileDocument::of(&file))),
        };
        let focal_point = focal_point.map(|FocalPoint { x, y }| PointDocument { x, y });
        let document = ImageDocument { url, file, width, height, alt, caption, credit, licence, focal_point };
        Ok(Document { content: to_text(&document)?, body: None })
    }

    fn decode(content: &str, _body: Option<&str>) -> Result<Self> {
        let document: ImageDocument = from_text(content)?;
        stored(|reading| document.into_image(reading))
    }

    fn accept(json: serde_json::Value, recognize: &mut dyn Recognize) -> Result<Self> {
        outside(json, recognize, ImageDocument::into_image)
    }
}

impl ImageDocument {
    fn into_image(self, reading: &mut Reading<'_>) -> Option<Image> {
        let Self { url, file, width, height, alt, caption, credit, licence, focal_point } = self;
        let picture = match (url, file) {
            (Some(url), None) => Picture::Elsewhere(url),
            (None, Some(file)) => Picture::Stored(file.into_file(reading)?),
            (Some(_), Some(_)) => {
                return reading
                    .wrong("/url", "A picture that is stored here has no url of its own. Name one of both.");
            }
            (None, None) => return reading.wrong("/url", "Say where the picture is, or upload one."),
        };
        let focal_point = focal_point.map(|PointDocument { x, y }| FocalPoint { x, y });
        Some(Image { picture, width, height, alt, caption, credit, licence, focal_point })
    }
}

impl FileDocument {
    fn of(file: &StoredFile) -> Self {
        let StoredFile { digest, format, bytes } = *file;
        Self { digest: digest.to_string(), format: format.as_str().to_owned(), bytes }
    }

    fn into_file(self, reading: &mut Reading<'_>) -> Option<StoredFile> {
        let Self { digest, format, bytes } = self;
        let digest = reading.parse::<Digest>("/file/digest", &digest);
        let format = named_member!(reading, "/file/format", &format, Format);
        Some(StoredFile { digest: digest?, format: format?, bytes })
    }
}

/// What a file says of itself, which nobody else may say.
const OF_THE_FILE: [&str; 4] = ["url", "file", "width", "height"];

/// The document of an image, with a file that was stored for it. What is not said of what can be seen is nothing.
pub fn with_file(document: Json, measured: &Measured) -> Result<Json> {
    let mut members = said(document)?;
    members.entry("alt").or_insert_with(|| "".into());
    insert(&mut members, measured)?;
    Ok(Json::Object(members))
}

/// The merge patch by which an image gets another file. The focal point is one of the old picture, and goes with it
/// unless there is a new one.
pub fn replacing_file(patch: Json, measured: &Measured) -> Result<Json> {
    let mut members = said(patch)?;
    members.entry("focalPoint").or_insert(Json::Null);
    insert(&mut members, measured)?;
    members.insert("url".to_owned(), Json::Null);
    Ok(Json::Object(members))
}

fn said(document: Json) -> Result<serde_json::Map<String, Json>> {
    let Json::Object(members) = document else {
        return Err(Error::new(ErrorCode::MalformedRequest, "What is said of the picture is a JSON object."));
    };
    let wrong = OF_THE_FILE.iter().filter(|name| members.contains_key(**name));
    let wrong = wrong.map(|name| FieldError {
        pointer: format!("/{name}"),
        detail: "The file says so. Leave it out.".to_owned(),
    });
    let wrong: Vec<FieldError> = wrong.collect();
    if wrong.is_empty() { Ok(members) } else { Err(Error::validation(wrong)) }
}

fn insert(members: &mut serde_json::Map<String, Json>, measured: &Measured) -> Result<()> {
    let Measured { file, width, height } = measured;
    members.insert("file".to_owned(), serde_json::to_value(FileDocument::of(file)).map_err(Error::internal)?);
    members.insert("width".to_owned(), (*width).into());
    members.insert("height".to_owned(), (*height).into());
    Ok(())
}
