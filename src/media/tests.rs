//! What is taken in and what is not: whole pictures without what is private in them, and hostile files.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder as _, ImageEncoder as _, ImageFormat, Rgb, RgbImage};
use img_parts::jpeg::{Jpeg, JpegSegment};
use img_parts::png::{Png, PngChunk};
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageEXIF as _, ImageICC as _};

use super::variant::{Fit, Wanted, make};
use super::{Limits, Taken, take};
use crate::domain::ErrorCode;
use crate::domain::image::{FocalPoint, Format};

/// What must not come through.
const SECRET: &str = "50.4501N 30.5234E";

const LIMITS: Limits = Limits { bytes: 1_000_000, pixels: 1_000_000 };

/// A picture whose left half is red and whose right half is blue.
fn halves(width: u32, height: u32) -> DynamicImage {
    let colour = |x| if x < width / 2 { Rgb([255, 0, 0]) } else { Rgb([0, 0, 255]) };
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, _| colour(x)))
}

fn file(picture: &DynamicImage, format: Format) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let kind = match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
        Format::Webp => ImageFormat::WebP,
    };
    picture.write_to(&mut bytes, kind).unwrap();
    bytes.into_inner()
}

/// EXIF data with an orientation and something private.
fn exif(orientation: u8) -> Bytes {
    let mut bytes = b"MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    bytes.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    bytes.extend([0x01, 0x0e, 0, 2, 0, 0, 0]);
    bytes.push(u8::try_from(SECRET.len() + 1).unwrap());
    bytes.extend([0, 0, 0, 38, 0, 0, 0, 0]);
    bytes.extend(SECRET.as_bytes());
    bytes.push(0);
    bytes.into()
}

/// A colour profile, as far as anybody here looks into it.
fn profile(space: [u8; 4]) -> Bytes {
    let mut bytes = vec![0; 128];
    bytes[16..20].copy_from_slice(&space);
    bytes.into()
}

/// The file with everything that is private: EXIF, XMP, comments, text, and data behind its end.
fn talkative(format: Format, orientation: u8) -> Vec<u8> {
    let bytes = Bytes::from(file(&halves(40, 20), format));
    let mut whole = match format {
        Format::Jpeg => {
            let mut jpeg = Jpeg::from_bytes(bytes).unwrap();
            jpeg.set_icc_profile(Some(profile(*b"RGB ")));
            jpeg.set_exif(Some(exif(orientation)));
            for (marker, prefix) in [
                (0xe1, "http://ns.adobe.com/xap/1.0/\0"),
                (0xed, "Photoshop 3.0\0"),
                (0xfe, ""),
                (0xe2, "MPF\0"),
                (0xe5, ""),
            ] {
                let content = Bytes::from(format!("{prefix}{SECRET}"));
                jpeg.segments_mut().insert(1, JpegSegment::new_with_contents(marker, content));
            }
            jpeg.encoder().bytes().to_vec()
        }
        Format::Png => {
            let mut png = Png::from_bytes(bytes).unwrap();
            png.set_icc_profile(Some(profile(*b"RGB ")));
            png.set_exif(Some(exif(orientation)));
            for kind in [*b"tEXt", *b"iTXt", *b"tIME", *b"prIv"] {
                png.chunks_mut().insert(1, PngChunk::new(kind, Bytes::from(format!("Place\0{SECRET}"))));
            }
            png.encoder().bytes().to_vec()
        }
        Format::Webp => {
            let mut webp = WebP::from_bytes(bytes).unwrap();
            webp.set_icc_profile(Some(profile(*b"RGB ")));
            webp.set_exif(Some(exif(orientation)));
            webp.encoder().bytes().to_vec()
        }
    };
    whole.extend(format!("PK\x03\x04 <script>{SECRET}</script>").bytes());
    whole
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

fn decoded(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory(bytes).unwrap()
}

fn icc(format: Format, bytes: &[u8]) -> Option<Vec<u8>> {
    super::picture::decoder(format, bytes, LIMITS).unwrap().icc_profile().unwrap()
}

fn refusal(bytes: &[u8]) -> ErrorCode {
    take(bytes, LIMITS).expect_err("it is refused").code
}

#[test]
fn what_is_private_is_left_out_and_pixels_and_colours_stay() {
    for format in Format::ALL.iter().copied() {
        let sent = talkative(format, 1);
        assert!(holds(&sent, SECRET));
        let Taken { measured, bytes } = take(&sent, LIMITS).unwrap();
        assert!(!holds(&bytes, SECRET) && !holds(&bytes, "script"), "{format}");
        assert_eq!((measured.file.format, measured.width, measured.height), (format, 40, 20));
        assert_eq!(decoded(&bytes), decoded(&file(&halves(40, 20), format)), "{format}");
        assert_eq!(icc(format, &bytes).as_deref(), Some(&profile(*b"RGB ")[..]), "{format}");
        assert_eq!(usize::try_from(measured.file.bytes), Ok(bytes.len()));
        let again = take(&bytes, LIMITS).unwrap();
        assert_eq!(
            (again.measured, again.bytes),
            (measured, bytes),
            "{format}: nothing is left to leave out"
        );
    }
}

#[test]
fn what_lies_on_its_side_is_turned_and_says_nothing_of_it() {
    for format in Format::ALL.iter().copied() {
        let Taken { measured, bytes } = take(&talkative(format, 6), LIMITS).unwrap();
        assert_eq!((measured.width, measured.height), (20, 40), "{format}");
        assert!(!holds(&bytes, SECRET) && !holds(&bytes, "Exif"), "{format}");
        let picture = decoded(&bytes).into_rgb8();
        let (top, bottom) = (picture.get_pixel(10, 5).0, picture.get_pixel(10, 35).0);
        assert!(top[0] > 200 && top[2] < 60, "{format}: what was left is above: {top:?}");
        assert!(bottom[2] > 200 && bottom[0] < 60, "{format}: {bottom:?}");
        assert_eq!(icc(format, &bytes).as_deref(), Some(&profile(*b"RGB ")[..]), "{format}");
    }
}

/// Between the scans of a progressive picture there can be more than tables, and behind its end a second picture.
#[test]
fn nothing_hides_between_scans_or_behind_the_end() {
    let scan = [&b"\xff\xda\0\x08\x01\x01\0\0\x3f\0"[..], b"\x12\xff\0\x34\xff\xd0\x56"].concat();
    let table = b"\xff\xc4\0\x04\x01\x02".to_vec();
    let comment = b"\xff\xfe\0\x08secret".to_vec();
    let (begin, end) = (b"\xff\xd8".to_vec(), b"\xff\xd9".to_vec());
    let sent = [&begin, &comment, &scan, &comment, &table, &scan, &comment, &end, &begin, &scan, &end];
    let kept = [&begin, &scan, &table, &scan, &end];
    let join = |parts: &[&Vec<u8>]| parts.iter().flat_map(|part| part.iter().copied()).collect::<Vec<u8>>();
    assert_eq!(super::container::strip(Format::Jpeg, &join(&sent)), Some(join(&kept)));
    assert_eq!(super::container::strip(Format::Jpeg, &join(&sent[..7])), None, "it has no end");
}

#[test]
fn a_profile_for_inks_does_not_stay_with_light() {
    let mut jpeg = Jpeg::from_bytes(talkative(Format::Jpeg, 6).into()).unwrap();
    jpeg.set_icc_profile(Some(profile(*b"CMYK")));
    let taken = take(&jpeg.encoder().bytes(), LIMITS).unwrap();
    assert_eq!(icc(Format::Jpeg, &taken.bytes), None);
}

#[test]
fn a_file_that_is_cut_off_is_refused_wherever_it_is_cut() {
    for format in Format::ALL.iter().copied() {
        let whole = file(&halves(40, 20), format);
        assert!(take(&whole, LIMITS).is_ok());
        for length in 0..whole.len() {
            assert!(take(&whole[..length], LIMITS).is_err(), "{format} of {length} bytes");
        }
    }
}

#[test]
fn what_is_no_picture_is_refused_whatever_it_is_called() {
    for text in [
        &b""[..],
        b"\xff\xd8",
        b"GIF89a\x01\0\x01\0",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7",
        b"<html><script>alert(1)</script>",
        b"MZ\x90\0",
        b"RIFF\x10\0\0\0WAVEfmt ",
    ] {
        assert_eq!(refusal(text), ErrorCode::UnsupportedMediaType, "{}", String::from_utf8_lossy(text));
    }
    for text in [&b"\xff\xd8\xff\xe0<?php"[..], b"\x89PNG\r\n\x1a\n<html>", b"RIFF\x10\0\0\0WEBPVP8 <html>"] {
        assert_eq!(refusal(text), ErrorCode::ValidationFailed, "{}", String::from_utf8_lossy(text));
    }
}

/// A PNG with this header and these compressed pixels.
fn png(width: u32, height: u32, pixels: &[u8]) -> Vec<u8> {
    let mut png = Png::from_bytes(file(&halves(2, 2), Format::Png).into()).unwrap();
    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    header.extend([8, 2, 0, 0, 0]);
    for chunk in png.chunks_mut() {
        match chunk.kind() {
            [b'I', b'H', b'D', b'R'] => *chunk = PngChunk::new(*b"IHDR", header.clone().into()),
            [b'I', b'D', b'A', b'T'] => *chunk = PngChunk::new(*b"IDAT", Bytes::copy_from_slice(pixels)),
            _ => {}
        }
    }
    png.encoder().bytes().to_vec()
}

/// A stream of zeros that is a thousandth as long: what a PNG encoder makes of a black picture.
fn zeros(length: u32) -> Vec<u8> {
    let black = DynamicImage::ImageLuma8(image::GrayImage::new(1000, length / 1000));
    let png = Png::from_bytes(file(&black, Format::Png).into()).unwrap();
    png.chunks_by_type(*b"IDAT").flat_map(|chunk| chunk.contents().to_vec()).collect()
}

#[test]
fn a_bomb_does_not_go_off() {
    let claims = png(50_000, 50_000, &zeros(1000));
    assert!(claims.len() < 2_000);
    assert_eq!(refusal(&claims), ErrorCode::ValidationFailed);
    assert_eq!(refusal(&png(20_000, 1, &zeros(1000))), ErrorCode::ValidationFailed, "a long side");
    assert_eq!(refusal(&png(0, 10, &zeros(1000))), ErrorCode::ValidationFailed);
    // More pixels than the header says are not unpacked.
    let more = png(10, 10, &zeros(100_000_000));
    assert!(more.len() < 1_000_000);
    let began = std::time::Instant::now();
    let _ = take(&more, LIMITS);
    assert!(began.elapsed().as_secs() < 5);
    // A profile that unpacks to a hundred megabytes is not unpacked.
    let mut bomb = Png::from_bytes(file(&halves(2, 2), Format::Png).into()).unwrap();
    let packed = [&b"icc\0\0"[..], &zeros(100_000_000)].concat();
    bomb.chunks_mut().insert(1, PngChunk::new(*b"iCCP", packed.into()));
    let _ = take(&bomb.encoder().bytes(), LIMITS);
    assert!(began.elapsed().as_secs() < 10);
    let mut large = file(&halves(40, 20), Format::Png);
    large.resize(1_000_001, 0);
    assert_eq!(refusal(&large), ErrorCode::TooLarge);
}

#[test]
fn animations_are_refused_or_lose_all_but_their_first_picture() {
    let mut webp = WebP::from_bytes(file(&halves(4, 4), Format::Webp).into()).unwrap();
    let content = img_parts::riff::RiffContent::Data(Bytes::from_static(&[0; 6]));
    webp.chunks_mut().push(img_parts::riff::RiffChunk::new(*b"ANIM", content));
    assert_eq!(refusal(&webp.encoder().bytes()), ErrorCode::ValidationFailed);
    let mut png = Png::from_bytes(file(&halves(4, 4), Format::Png).into()).unwrap();
    let control = [0, 0, 0, 1, 0, 0, 0, 0];
    png.chunks_mut().insert(1, PngChunk::new(*b"acTL", Bytes::copy_from_slice(&control)));
    let taken = take(&png.encoder().bytes(), LIMITS).unwrap();
    assert!(!holds(&taken.bytes, "acTL"));
}

#[test]
fn bytes_that_were_changed_anywhere_never_do_harm() {
    for format in Format::ALL.iter().copied() {
        let whole = talkative(format, 6);
        for index in 0..whole.len() {
            for bit in [0x01, 0x80] {
                let mut changed = whole.clone();
                changed[index] ^= bit;
                if let Ok(taken) = take(&changed, LIMITS) {
                    assert!(taken.measured.width <= 1_000_000);
                }
            }
        }
    }
}

fn variant(taken: &Taken, wanted: Wanted) -> Vec<u8> {
    let plan = wanted.plan(&taken.measured, None).expect("something is to be made");
    make(&taken.bytes, &taken.measured, &plan, LIMITS).unwrap()
}

#[test]
fn variants_have_the_size_the_format_and_the_colours_that_were_asked_for() {
    for format in Format::ALL.iter().copied() {
        let taken = take(&talkative(format, 1), LIMITS).unwrap();
        for into in Format::ALL.iter().copied() {
            let bytes = variant(&taken, Wanted { width: Some(10), format: Some(into), ..Wanted::default() });
            assert_eq!(super::container::format_of(&bytes), Some(into));
            let picture = decoded(&bytes);
            assert_eq!((picture.width(), picture.height()), (10, 5), "{format} to {into}");
            assert_eq!(icc(into, &bytes).as_deref(), Some(&profile(*b"RGB ")[..]), "{format} to {into}");
        }
        assert_eq!(Wanted::default().plan(&taken.measured, None), None);
        assert_eq!(Wanted { width: Some(4000), ..Wanted::default() }.plan(&taken.measured, None), None);
    }
}

#[test]
fn a_cut_is_made_around_the_point() {
    let taken = take(&talkative(Format::Png, 1), LIMITS).unwrap();
    for (x, colour) in [(0, [255, 0, 0]), (1000, [0, 0, 255])] {
        let focus = Some(FocalPoint { x, y: 500 });
        let wanted =
            Wanted { width: Some(10), height: Some(10), fit: Fit::Cover, focus, ..Wanted::default() };
        assert!(!wanted.needs_focus());
        let picture = decoded(&variant(&taken, wanted)).into_rgb8();
        assert_eq!(picture.dimensions(), (10, 10));
        assert_eq!(picture.get_pixel(5, 5).0, colour);
    }
    let bare = Wanted { width: Some(10), height: Some(10), fit: Fit::Cover, ..Wanted::default() };
    assert!(bare.needs_focus());
    assert_eq!(bare.plan(&taken.measured, Some(FocalPoint { x: 0, y: 500 })), {
        Wanted { focus: Some(FocalPoint { x: 0, y: 500 }), ..bare }.plan(&taken.measured, None)
    });
}

#[test]
fn what_is_behind_transparency_does_not_bleed_and_is_white_in_a_jpeg() {
    let clear = |x, _| if x < 20 { image::Rgba([0, 255, 0, 0]) } else { image::Rgba([255, 0, 0, 255]) };
    let picture = DynamicImage::ImageRgba8(image::RgbaImage::from_fn(40, 20, clear));
    let taken = take(&file(&picture, Format::Png), LIMITS).unwrap();
    let small = decoded(&variant(&taken, Wanted { width: Some(9), ..Wanted::default() })).into_rgba8();
    assert!(small.pixels().all(|pixel| pixel.0[3] < 8 || pixel.0[1] < 8), "no green edge");
    let jpeg = Wanted { format: Some(Format::Jpeg), ..Wanted::default() };
    let flat = decoded(&variant(&taken, jpeg)).into_rgb8();
    assert!(flat.get_pixel(2, 2).0.iter().all(|value| *value > 245));
}

/// Sixteen bits and grey come in and stay; a variant of them has eight.
#[test]
fn unusual_pixels_are_taken() {
    let deep = DynamicImage::ImageLuma16(image::ImageBuffer::from_fn(8, 8, |x, _| {
        image::Luma([u16::try_from(x * 8000).unwrap()])
    }));
    let taken = take(&file(&deep, Format::Png), LIMITS).unwrap();
    assert_eq!(decoded(&taken.bytes), deep);
    let small = decoded(&variant(&taken, Wanted { width: Some(4), ..Wanted::default() }));
    assert_eq!(small.color(), image::ColorType::L8);
    let mut bytes = Vec::new();
    let grey = image::GrayImage::from_pixel(8, 8, image::Luma([90]));
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder.write_image(&grey, 8, 8, image::ExtendedColorType::L8).unwrap();
    let taken = take(&bytes, LIMITS).unwrap();
    assert_eq!(decoded(&taken.bytes).color(), image::ColorType::L8);
}
