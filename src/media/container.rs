//! The files around pictures: everything is left out but pixels, the colour profile and what the format needs.
//!
//! Lists say what stays, not what goes: a place for metadata that nobody here has heard of is left out too.

use img_parts::Bytes;
use img_parts::png::Png;
use img_parts::riff::{RiffChunk, RiffContent};
use img_parts::webp::WebP;

use crate::domain::image::Format;

/// Which format a file has, by how it begins.
pub(super) fn format_of(bytes: &[u8]) -> Option<Format> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some(Format::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Format::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Format::Webp),
        _ => None,
    }
}

/// The same picture and nothing else; `None` when the file is cut off, or is not one still picture.
pub(super) fn strip(format: Format, bytes: &[u8]) -> Option<Vec<u8>> {
    match format {
        Format::Jpeg => jpeg(bytes),
        Format::Png => png(bytes),
        Format::Webp => webp(bytes),
    }
}

const SOI: u8 = 0xd8;
const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;

/// Walks from marker to marker (ITU-T T.81 annex B), through all scans, up to the end of the picture. Whatever follows
/// is not looked at.
fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut kept = vec![0xff, SOI];
    let mut rest = bytes.strip_prefix(&[0xff, SOI])?;
    loop {
        let (marker, after) = next_marker(rest)?;
        if marker == EOI {
            kept.extend([0xff, EOI]);
            return Some(kept);
        }
        let length = usize::from(u16::from_be_bytes([*after.first()?, *after.get(1)?]));
        let content = after.get(2..length)?;
        if let Some(content) = segment(marker, content) {
            let length = u16::try_from(content.len() + 2).ok()?;
            kept.extend([0xff, marker]);
            kept.extend(length.to_be_bytes());
            kept.extend(content);
        }
        rest = after.get(length..)?;
        if marker == SOS {
            let end = scan_length(rest)?;
            kept.extend(rest.get(..end)?);
            rest = rest.get(end..)?;
        }
    }
}

/// The marker that comes next, and what follows it. Any number of FF may stand before it.
fn next_marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let at = bytes.iter().position(|byte| *byte != 0xff).filter(|at| *at > 0)?;
    Some((*bytes.get(at)?, bytes.get(at + 1..)?))
}

/// What stays of a segment.
fn segment(marker: u8, content: &[u8]) -> Option<&[u8]> {
    match marker {
        // Frames, tables, restarts, the number of lines, scans.
        0xc0..=0xcf | SOS | 0xdb..=0xdd => Some(content),
        // JFIF says how colours are meant. One that holds a small picture, perhaps of what was cropped, goes.
        0xe0 if content.starts_with(b"JFIF\0") && content.get(12..14) == Some(&[0, 0]) => content.get(..14),
        0xe2 if content.starts_with(b"ICC_PROFILE\0") => Some(content),
        // Adobe: how colours are meant, too.
        0xee if content.starts_with(b"Adobe") => content.get(..12),
        _ => None,
    }
}

/// How long the coded data of a scan is: up to the next marker but restarts.
fn scan_length(bytes: &[u8]) -> Option<usize> {
    let ends = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7 | 0xff);
    bytes.windows(2).position(ends)
}

/// The chunks that stay: header, palette, pixels, transparency and colour.
const OF_PNG: [&[u8; 4]; 10] =
    [b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP"];

fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut png = Png::from_bytes(Bytes::copy_from_slice(bytes)).ok()?;
    png.chunks_mut().retain(|chunk| OF_PNG.contains(&&chunk.kind()));
    let whole = png.chunks().last().is_some_and(|chunk| chunk.kind() == *b"IEND");
    whole.then(|| png.encoder().bytes().to_vec())
}

/// The chunks that stay: header, pixels, transparency and colour. Without those of animations there is no animation.
const OF_WEBP: [&[u8; 4]; 5] = [b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ICCP"];

/// In the header of the extended format: there are EXIF, XMP or an animation.
const DROPPED_FLAGS: u8 = 0b0000_1110;

fn webp(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut webp = WebP::from_bytes(Bytes::copy_from_slice(bytes)).ok()?;
    if webp.has_chunk(*b"ANIM") || webp.has_chunk(*b"ANMF") {
        return None;
    }
    webp.chunks_mut().retain(|chunk| OF_WEBP.contains(&&chunk.id()));
    let header =
        webp.chunks_mut().iter_mut().find(|chunk| chunk.id() == *b"VP8X").map(RiffChunk::content_mut);
    if let Some(RiffContent::Data(data)) = header {
        let mut flags = data.to_vec();
        *flags.first_mut()? &= !DROPPED_FLAGS;
        *data = flags.into();
    }
    Some(webp.encoder().bytes().to_vec())
}
