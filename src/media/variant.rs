//! Variants: smaller pictures, cut around a point, in another format.

use image::DynamicImage;
use image::imageops::FilterType;

use super::{Limits, encode, picture};
use crate::domain::Result;
use crate::domain::image::{FocalPoint, Format, Measured};

/// The longest side of what is made, in pixels.
pub const MAX_SIDE: u32 = 4_096;

/// The quality of variants, unless another is asked for.
const QUALITY: u8 = 80;

/// What is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Width at most, in pixels.
    pub width: Option<u32>,
    /// Height at most, in pixels.
    pub height: Option<u32>,
    /// What happens to what does not fit.
    pub fit: Fit,
    /// The format; that of the original, unless it is said.
    pub format: Option<Format>,
    /// The quality, 1 to 100. PNG has no such thing.
    pub quality: Option<u8>,
    /// The point to cut around.
    pub focus: Option<FocalPoint>,
}

/// How a picture is brought into a frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fit {
    /// The whole picture, inside the frame.
    #[default]
    Contain,
    /// As much of the picture as fills the frame.
    Cover,
}

/// What is to be made of a file. The same plan for the same file gives the same bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The part of the original: left, upper, width, height.
    crop: (u32, u32, u32, u32),
    width: u32,
    height: u32,
    /// What it is made into.
    pub format: Format,
    quality: u8,
}

impl Wanted {
    /// Whether it depends on where the picture is cut, and that is not said.
    #[must_use]
    pub fn needs_focus(&self) -> bool {
        self.fit == Fit::Cover && self.width.is_some() && self.height.is_some() && self.focus.is_none()
    }

    /// What is to be made; `None` when the file itself is that. `focal` is the point when none was asked for.
    #[must_use]
    pub fn plan(&self, original: &Measured, focal: Option<FocalPoint>) -> Option<Plan> {
        let Self { width, height, fit, format, quality, focus } = *self;
        let Measured { file, width: full_width, height: full_height } = *original;
        let format = format.unwrap_or(file.format);
        let asked = width.is_some() || height.is_some() || quality.is_some() || format != file.format;
        if !asked {
            return None;
        }
        let crop = match (fit, width, height) {
            (Fit::Cover, Some(width), Some(height)) => {
                crop((full_width, full_height), (width, height), focus.or(focal))
            }
            _ => (0, 0, full_width, full_height),
        };
        let (_, _, crop_width, crop_height) = crop;
        let most = |side: Option<u32>| side.unwrap_or(MAX_SIDE).min(MAX_SIDE);
        let (width, height) = inside((crop_width, crop_height), (most(width), most(height)));
        let whole = (crop_width, crop_height) == (full_width, full_height);
        let same = whole && (width, height) == (full_width, full_height);
        if same && format == file.format && quality.is_none() {
            return None;
        }
        Some(Plan { crop, width, height, format, quality: quality.unwrap_or(QUALITY) })
    }
}

/// The largest part with the proportions of the frame, around a point as far as the edges allow.
fn crop(
    (width, height): (u32, u32),
    (frame_width, frame_height): (u32, u32),
    focal: Option<FocalPoint>,
) -> (u32, u32, u32, u32) {
    let part_width = scaled(height, frame_width, frame_height).clamp(1, width);
    let part_height = scaled(width, frame_height, frame_width).clamp(1, height);
    let FocalPoint { x, y } = focal.unwrap_or(FocalPoint { x: 500, y: 500 });
    let begin = |side: u32, part: u32, point: u16| {
        scaled(side, u32::from(point), 1000).saturating_sub(part / 2).min(side - part)
    };
    (begin(width, part_width, x), begin(height, part_height, y), part_width, part_height)
}

/// The size of a picture inside a frame, with the same proportions and never larger than it is.
fn inside((width, height): (u32, u32), (frame_width, frame_height): (u32, u32)) -> (u32, u32) {
    if width <= frame_width && height <= frame_height {
        return (width, height);
    }
    let by_width = (frame_width, scaled(height, frame_width, width).max(1));
    let by_height = (scaled(width, frame_height, height).max(1), frame_height);
    if by_width.1 <= frame_height { by_width } else { by_height }
}

/// `value * numerator / denominator`, rounded.
fn scaled(value: u32, numerator: u32, denominator: u32) -> u32 {
    let denominator = u64::from(denominator.max(1));
    let scaled = (u64::from(value) * u64::from(numerator) + denominator / 2) / denominator;
    u32::try_from(scaled).unwrap_or(u32::MAX)
}

/// Makes a variant of a file.
///
/// # Errors
/// Only failures of the server: the file was looked at when it was taken in.
pub fn make(bytes: &[u8], original: &Measured, plan: &Plan, limits: Limits) -> Result<Vec<u8>> {
    use image::ImageDecoder as _;
    let Plan { crop: (left, upper, crop_width, crop_height), width, height, format, quality } = *plan;
    let profile = picture::decoder(original.file.format, bytes, limits)?.icc_profile().ok().flatten();
    let mut picture = in_8_bits(picture::decode(original.file.format, bytes, limits)?);
    if (crop_width, crop_height) != (picture.width(), picture.height()) {
        picture = picture.crop_imm(left, upper, crop_width, crop_height);
    }
    if (width, height) != (crop_width, crop_height) {
        picture = resized(picture, width, height);
    }
    encode::encode(&picture, format, quality, profile)
}

fn in_8_bits(picture: DynamicImage) -> DynamicImage {
    let color = picture.color();
    match (color.has_color(), color.has_alpha()) {
        (false, false) => DynamicImage::ImageLuma8(picture.into_luma8()),
        (false, true) => DynamicImage::ImageLumaA8(picture.into_luma_alpha8()),
        (true, false) => DynamicImage::ImageRgb8(picture.into_rgb8()),
        (true, true) => DynamicImage::ImageRgba8(picture.into_rgba8()),
    }
}

/// The colour behind full transparency is anything, and must not bleed into what can be seen: colours are weighed by
/// their opacity meanwhile.
fn resized(picture: DynamicImage, width: u32, height: u32) -> DynamicImage {
    const FILTER: FilterType = FilterType::Lanczos3;
    if !picture.color().has_alpha() {
        return picture.resize_exact(width, height, FILTER);
    }
    let mut weighed = picture.into_rgba16();
    for pixel in weighed.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        let [red, green, blue] = [red, green, blue].map(|value| ratio(value, alpha, u16::MAX));
        pixel.0 = [red, green, blue, alpha];
    }
    let mut small = image::imageops::resize(&weighed, width, height, FILTER);
    drop(weighed);
    for pixel in small.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        let [red, green, blue] = [red, green, blue].map(|value| ratio(value, u16::MAX, alpha.max(1)));
        pixel.0 = [red, green, blue, alpha];
    }
    DynamicImage::ImageRgba8(DynamicImage::ImageRgba16(small).into_rgba8())
}

/// `value * numerator / denominator`, rounded, as far as there is room.
fn ratio(value: u16, numerator: u16, denominator: u16) -> u16 {
    let denominator = u32::from(denominator);
    let ratio = (u32::from(value) * u32::from(numerator) + denominator / 2) / denominator;
    u16::try_from(ratio).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_inside_a_frame_keeps_its_proportions_and_never_grows() {
        assert_eq!(inside((4000, 3000), (800, 800)), (800, 600));
        assert_eq!(inside((3000, 4000), (800, 800)), (600, 800));
        assert_eq!(inside((400, 300), (800, 800)), (400, 300));
        assert_eq!(inside((16_384, 1), (4096, 4096)), (4096, 1));
        assert_eq!(inside((10, 10_000), (1, 4096)), (1, 1000));
    }

    #[test]
    fn a_part_has_the_proportions_of_the_frame_and_stays_inside_the_picture() {
        let at = |x, y| Some(FocalPoint { x, y });
        assert_eq!(crop((4000, 3000), (300, 300), None), (500, 0, 3000, 3000));
        assert_eq!(crop((4000, 3000), (300, 300), at(0, 0)), (0, 0, 3000, 3000));
        assert_eq!(crop((4000, 3000), (300, 300), at(1000, 1000)), (1000, 0, 3000, 3000));
        assert_eq!(crop((4000, 3000), (800, 200), at(500, 900)), (0, 2000, 4000, 1000));
        assert_eq!(crop((4000, 3000), (800, 200), at(500, 500)), (0, 1000, 4000, 1000));
        for frame in [(1, 4096), (4096, 1), (3, 2)] {
            for size in [(1, 1), (1, 16_384), (16_384, 1), (7, 5)] {
                for focal in [at(0, 0), at(333, 777), at(1000, 1000)] {
                    let (left, upper, width, height) = crop(size, frame, focal);
                    assert!(width >= 1 && height >= 1, "{size:?} in {frame:?}");
                    assert!(left + width <= size.0 && upper + height <= size.1, "{size:?} in {frame:?}");
                }
            }
        }
    }
}
