//! Images as JSON.

use serde::{Deserialize, Serialize};

use super::reading::outside;
use super::{Document, Documented, from_text, to_text};
use crate::domain::image::FocalPoint;
use crate::domain::{Image, Result};
use crate::parse::Recognize;

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ImageDocument {
    url: String,
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

impl Documented for Image {
    fn encode(&self) -> Result<Document> {
        let Self { url, width, height, alt, caption, credit, licence, focal_point } = self.clone();
        let focal_point = focal_point.map(|FocalPoint { x, y }| PointDocument { x, y });
        let document = ImageDocument { url, width, height, alt, caption, credit, licence, focal_point };
        Ok(Document { content: to_text(&document)?, body: None })
    }

    fn decode(content: &str, _body: Option<&str>) -> Result<Self> {
        from_text::<ImageDocument>(content).map(ImageDocument::into_image)
    }

    fn accept(json: serde_json::Value, recognize: &mut dyn Recognize) -> Result<Self> {
        outside(json, recognize, |document: ImageDocument, _| Some(document.into_image()))
    }
}

impl ImageDocument {
    fn into_image(self) -> Image {
        let Self { url, width, height, alt, caption, credit, licence, focal_point } = self;
        let focal_point = focal_point.map(|PointDocument { x, y }| FocalPoint { x, y });
        Image { url, width, height, alt, caption, credit, licence, focal_point }
    }
}
