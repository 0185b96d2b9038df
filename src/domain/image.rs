//! Images: pictures with what must be said about them.

use std::fmt;
use std::str::FromStr;

use super::content::{Outline, impl_any, named};
use super::{AnyContent, Content, Error, ErrorCode, Kind, Link, Result, Validator};

/// The content of an image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Where the picture is.
    pub picture: Picture,
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

/// Where a picture is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picture {
    /// On the web, at this address.
    Elsewhere(String),
    /// Here: a file that was uploaded or fetched.
    Stored(StoredFile),
}

/// A file that is kept here. Its address follows from it, so content never holds one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredFile {
    /// Of its bytes. It is also its name.
    pub digest: Digest,
    /// What it is.
    pub format: Format,
    /// How long it is.
    pub bytes: u32,
}

/// A stored file with what was measured of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// The file.
    pub file: StoredFile,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// A SHA-256 digest.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digest(pub [u8; 32]);

named! {
    /// The formats of stored pictures.
    Format {
        /// JPEG.
        Jpeg = "jpeg",
        /// PNG.
        Png = "png",
        /// WebP.
        Webp = "webp",
    }
}

impl Format {
    /// The ending of file names.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
        }
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
        }
    }
}

impl StoredFile {
    /// Its name in addresses, which is also what it is called where it is kept.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}.{}", self.digest, self.format.ending())
    }
}

/// As 64 hexadecimal digits in lower case, and in no other way.
impl FromStr for Digest {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let refused =
            || Error::new(ErrorCode::ValidationFailed, "A digest has 64 hexadecimal digits, in lower case.");
        let is_digit = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
        if text.len() != 64 || !text.bytes().all(is_digit) {
            return Err(refused());
        }
        let mut digest = [0; 32];
        for (index, byte) in digest.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * index..2 * index + 2], 16).map_err(|_| refused())?;
        }
        Ok(Self(digest))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A point of a picture, in thousandths of its width from the left and of its height from the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FocalPoint {
    /// 0 is the left edge, 1000 the right.
    pub x: u16,
    /// 0 is the upper edge, 1000 the lower.
    pub y: u16,
}

/// The most characters by which an image is listed, as many as a title has: Postgres has no index of much longer texts.
const MAX_TITLE: usize = 500;

impl Content for Image {
    const KIND: Kind = Kind::Image;

    fn outline(&self) -> Outline {
        let title = match (&self.picture, self.alt.as_str()) {
            (Picture::Elsewhere(url), "") => url.clone(),
            (Picture::Stored(file), "") => file.name(),
            (_, alt) => alt.to_owned(),
        };
        Outline {
            locale: None,
            slug: None,
            title: title.chars().take(MAX_TITLE).collect(),
            variant: None,
            translation_group: None,
            corrected_at: None,
            review_by: None,
            has_image: false,
        }
    }

    fn links(&self) -> Vec<Link> {
        Vec::new()
    }

    fn validate(&self) -> Result<()> {
        let mut v = Validator::new();
        if let Picture::Elsewhere(url) = &self.picture {
            v.web_url("url", url);
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_read_as_it_is_written_and_in_no_other_way() {
        let digest = Digest([0xab; 32]);
        assert_eq!(digest.to_string().parse(), Ok(digest));
        for wrong in ["", "ab", &"AB".repeat(32), &"../".repeat(22)[..64], &"é".repeat(32), &"+1".repeat(32)]
        {
            assert!(wrong.parse::<Digest>().is_err(), "{wrong}");
        }
    }
}
