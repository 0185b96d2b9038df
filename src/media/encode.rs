//! Pixels to files.

use std::borrow::Cow;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{DynamicImage, GrayImage, ImageEncoder, Rgb, RgbImage, Rgba};
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageICC as _};

use crate::domain::image::Format;
use crate::domain::{Error, Result};

/// The file of a picture, with its colour profile where the two fit. JPEG knows no transparency: behind it is white.
pub(super) fn encode(
    picture: &DynamicImage,
    format: Format,
    quality: u8,
    profile: Option<Vec<u8>>,
) -> Result<Vec<u8>> {
    let picture = match format {
        Format::Jpeg => flat(picture),
        Format::Png => Cow::Borrowed(picture),
        Format::Webp => in_8_bits(picture),
    };
    let profile = profile.filter(|profile| fits(profile, &picture));
    match format {
        Format::Jpeg => {
            let mut bytes = Vec::new();
            write(JpegEncoder::new_with_quality(&mut bytes, quality), &picture, profile)?;
            Ok(bytes)
        }
        Format::Png => {
            let mut bytes = Vec::new();
            write(PngEncoder::new(&mut bytes), &picture, profile)?;
            Ok(bytes)
        }
        Format::Webp => webp(&picture, quality, profile),
    }
}

fn write(mut encoder: impl ImageEncoder, picture: &DynamicImage, profile: Option<Vec<u8>>) -> Result<()> {
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile).map_err(Error::internal)?;
    }
    picture.write_with_encoder(encoder).map_err(Error::internal)
}

fn webp(picture: &DynamicImage, quality: u8, profile: Option<Vec<u8>>) -> Result<Vec<u8>> {
    let (bytes, width, height) = (picture.as_bytes(), picture.width(), picture.height());
    let layout = if picture.color().has_alpha() { webp::PixelLayout::Rgba } else { webp::PixelLayout::Rgb };
    let encoder = webp::Encoder::new(bytes, layout, width, height);
    let written = encoder.encode_simple(false, f32::from(quality));
    let written = written.map_err(|error| Error::internal(format!("WebP: {error:?}")))?;
    let Some(profile) = profile else { return Ok(written.to_vec()) };
    let mut webp = WebP::from_bytes(Bytes::copy_from_slice(&written)).map_err(Error::internal)?;
    webp.set_icc_profile(Some(profile.into()));
    Ok(webp.encoder().bytes().to_vec())
}

/// A profile says in its header for which sort of colours it is. That of inks fits no pixels that are decoded to light.
fn fits(profile: &[u8], picture: &DynamicImage) -> bool {
    let space: &[u8] = if picture.color().has_color() { b"RGB " } else { b"GRAY" };
    profile.get(16..20) == Some(space)
}

/// In the two forms that the encoder of WebP takes.
fn in_8_bits(picture: &DynamicImage) -> Cow<'_, DynamicImage> {
    match picture {
        DynamicImage::ImageRgb8(_) | DynamicImage::ImageRgba8(_) => Cow::Borrowed(picture),
        _ if picture.color().has_alpha() => Cow::Owned(DynamicImage::ImageRgba8(picture.to_rgba8())),
        _ => Cow::Owned(DynamicImage::ImageRgb8(picture.to_rgb8())),
    }
}

/// Without transparency, in 8 bits.
fn flat(picture: &DynamicImage) -> Cow<'_, DynamicImage> {
    let color = picture.color();
    Cow::Owned(match (color.has_alpha(), color.has_color()) {
        _ if matches!(picture, DynamicImage::ImageLuma8(_) | DynamicImage::ImageRgb8(_)) => {
            return Cow::Borrowed(picture);
        }
        (false, false) => DynamicImage::ImageLuma8(picture.to_luma8()),
        (false, true) => DynamicImage::ImageRgb8(picture.to_rgb8()),
        (true, false) => DynamicImage::ImageLuma8(grey_on_white(picture)),
        (true, true) => DynamicImage::ImageRgb8(on_white(picture)),
    })
}

fn on_white(picture: &DynamicImage) -> RgbImage {
    let mut flat = RgbImage::new(picture.width(), picture.height());
    for (to, Rgba([red, green, blue, alpha])) in flat.pixels_mut().zip(picture.to_rgba8().pixels()) {
        *to = Rgb([*red, *green, *blue].map(|value| over_white(value, *alpha)));
    }
    flat
}

fn grey_on_white(picture: &DynamicImage) -> GrayImage {
    let mut flat = GrayImage::new(picture.width(), picture.height());
    for (to, from) in flat.pixels_mut().zip(picture.to_luma_alpha8().pixels()) {
        to.0 = [over_white(from.0[0], from.0[1])];
    }
    flat
}

fn over_white(value: u8, alpha: u8) -> u8 {
    let (value, alpha) = (u16::from(value), u16::from(alpha));
    u8::try_from((value * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
}
