//! Images: pictures with what must be said about them.

use super::content::{Outline, impl_any};
use super::{AnyContent, Content, Kind, Link, Result, Validator};

/// The content of an image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Where the picture is.
    pub url: String,
    /// Width in pixels, when known; 1 to 100,000.
    pub width: Option<u32>,
    /// Height in pixels, when known; 1 to 100,000.
    pub height: Option<u32>,
    /// What can be seen, for readers who cannot see it. Empty for a picture that only decorates.
    pub alt: String,
    /// What readers should know about it.
    pub caption: Option<String>,
    /// Whose it is, as printed.
    pub credit: Option<String>,
    /// The licence: an SPDX id or a URL.
    pub licence: Option<String>,
    /// The point that every crop keeps.
    pub focal_point: Option<FocalPoint>,
}

/// A point of a picture, in thousandths of its width from the left and of its height from the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FocalPoint {
    /// 0 is the left edge, 1000 the right.
    pub x: u16,
    /// 0 is the upper edge, 1000 the lower.
    pub y: u16,
}

impl Content for Image {
    const KIND: Kind = Kind::Image;

    fn outline(&self) -> Outline {
        let title = if self.alt.is_empty() { &self.url } else { &self.alt };
        Outline {
            locale: None,
            slug: None,
            title: title.clone(),
            variant: None,
            translation_group: None,
            corrected_at: None,
            review_by: None,
        }
    }

    fn links(&self) -> Vec<Link> {
        Vec::new()
    }

    fn validate(&self) -> Result<()> {
        let mut v = Validator::new();
        v.web_url("url", &self.url);
        for (segment, size) in [("width", self.width), ("height", self.height)] {
            if size.is_some_and(|size| !(1..=100_000).contains(&size)) {
                v.within(segment, |v| v.fail("Must be 1 to 100000 pixels."));
            }
        }
        v.within("alt", |v| v.characters(&self.alt, 5_000));
        v.optional_text("caption", self.caption.as_deref(), 5_000);
        v.optional_text("credit", self.credit.as_deref(), 500);
        v.optional_text("licence", self.licence.as_deref(), 500);
        if self.focal_point.is_some_and(|point| point.x > 1000 || point.y > 1000) {
            v.within("focalPoint", |v| v.fail("Both coordinates are 0 to 1000 thousandths."));
        }
        v.finish()
    }

    impl_any!(Image);
}
