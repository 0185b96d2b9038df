//! Media RSS 1.5.1: the picture of an entry, the same in RSS and in Atom. Knows no other element of either.

use super::feed::Media;
use super::xml::{Tag, Xml};

/// The namespace declaration. The slash at the end is part of the name.
pub(super) const NAMESPACE: (&str, &str) = ("xmlns:media", "http://search.yahoo.com/mrss/");

/// Writes the picture with its caption, credit and licence.
pub(super) fn write(xml: &mut Xml, media: &Media) {
    let Media { url, width, height, mime_type, alt: _, caption: _, credit, licence_url } = media;
    let (width, height) = (width.map(|n| n.to_string()), height.map(|n| n.to_string()));
    let sized =
        |tag: Tag| tag.with("url", url).maybe("width", width.as_deref()).maybe("height", height.as_deref());
    let content =
        sized(Tag::new("media:content")).with("medium", "image").maybe("type", mime_type.as_deref());
    xml.element(content, |xml| {
        xml.optional(Tag::new("media:description").with("type", "plain"), media.description());
        let role = Tag::new("media:credit").with("role", "photographer").with("scheme", "urn:ebu");
        xml.optional(role, credit.as_deref());
        if let Some(licence) = licence_url {
            let holder = credit.as_deref().unwrap_or(licence);
            xml.text(Tag::new("media:copyright").with("url", licence), holder);
        }
        xml.empty(sized(Tag::new("media:thumbnail")));
    });
}
