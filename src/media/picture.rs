//! Taking a picture in: what it is, whether it is whole and not too large, and what is kept of it.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader};
use sha2::{Digest as _, Sha256};

use super::{container, encode};
use crate::domain::image::{Digest, Format, Measured, StoredFile};
use crate::domain::{Error, ErrorCode, Result};

/// The longest side, in pixels.
pub const MAX_SIDE: u32 = 16_384;

/// The quality of what has to be encoded anew, 1 to 100.
const QUALITY: u8 = 90;

/// How large a picture may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The bytes of the file.
    pub bytes: u32,
    /// Width times height.
    pub pixels: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 20_000_000, pixels: 50_000_000 }
    }
}

/// A picture as it is to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// What it is.
    pub measured: Measured,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Looks at what came from outside. A picture that lies on its side is turned; otherwise its pixels stay the bytes that
/// they are.
///
/// # Errors
/// `UNSUPPORTED_MEDIA_TYPE` for what is no picture of a known format; `TOO_LARGE`; `VALIDATION_FAILED` for too many
/// pixels, and for a file that is broken, cut off or animated.
pub fn take(bytes: &[u8], limits: Limits) -> Result<Taken> {
    let format = container::format_of(bytes).ok_or_else(|| {
        let detail = "This is no picture of a format that is taken: send a JPEG, a PNG or a WebP.";
        Error::new(ErrorCode::UnsupportedMediaType, detail)
    })?;
    check_length(bytes.len(), limits)?;
    let mut header = decoder(format, bytes, limits)?;
    check_size(header.dimensions(), limits)?;
    let orientation = header.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = header.icc_profile().ok().flatten();
    drop(header);
    let stripped = container::strip(format, bytes).ok_or_else(|| broken(format))?;
    // What is going to be kept is what is read, whole.
    let mut picture = decode(format, &stripped, limits)?;
    let bytes = if orientation == Orientation::NoTransforms {
        stripped
    } else {
        picture.apply_orientation(orientation);
        encode::encode(&picture, format, QUALITY, profile)?
    };
    let file = StoredFile {
        digest: Digest(Sha256::digest(&bytes).into()),
        format,
        bytes: u32::try_from(bytes.len()).map_err(Error::internal)?,
    };
    Ok(Taken { measured: Measured { file, width: picture.width(), height: picture.height() }, bytes })
}

/// The pixels of a file that was taken in.
pub(super) fn decode(format: Format, bytes: &[u8], limits: Limits) -> Result<DynamicImage> {
    let decoder = decoder(format, bytes, limits)?;
    check_size(decoder.dimensions(), limits)?;
    DynamicImage::from_decoder(decoder).map_err(|_| broken(format))
}

/// Reads the header alone.
pub(super) fn decoder(format: Format, bytes: &[u8], limits: Limits) -> Result<impl ImageDecoder + '_> {
    let kind = match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
        Format::Webp => ImageFormat::WebP,
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), kind);
    reader.limits(allocations(limits));
    reader.into_decoder().map_err(|_| broken(format))
}

/// Four channels of 16 bits for every pixel, and something for the decoder.
fn allocations(limits: Limits) -> image::Limits {
    let mut allocations = image::Limits::no_limits();
    allocations.max_alloc = Some(u64::from(limits.pixels) * 8 + (16 << 20));
    allocations
}

fn check_length(length: usize, limits: Limits) -> Result<()> {
    let most = limits.bytes;
    if u32::try_from(length).is_ok_and(|length| length <= most) {
        return Ok(());
    }
    Err(Error::new(ErrorCode::TooLarge, format!("The picture has {length} bytes; it may have {most}.")))
}

fn check_size((width, height): (u32, u32), limits: Limits) -> Result<()> {
    let most = limits.pixels;
    if width <= MAX_SIDE && height <= MAX_SIDE && u64::from(width) * u64::from(height) <= u64::from(most) {
        return Ok(());
    }
    let detail = format!(
        "The picture has {width} × {height} pixels. It may have {most} in all, and {MAX_SIDE} on a side."
    );
    Err(Error::new(ErrorCode::ValidationFailed, detail))
}

fn broken(format: Format) -> Error {
    let detail =
        format!("The file begins as a {format}, but it is not one whole still picture of that format.");
    Error::new(ErrorCode::ValidationFailed, detail)
}
