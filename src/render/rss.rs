//! RSS 2.0 (RSS Advisory Board 2.0.11), with the modules content 1.0, Dublin Core, Media RSS 1.5.1 and Atom links.
//!
//! Owns the spelling of a [`Feed`] in RSS and nothing else. Three rules explain most of it: a title is plain text
//! and escaped once, while a description *is* HTML, so a plain lead is escaped for HTML and then for XML; what RSS
//! has no element for is said with the Dublin Core element that validators know; and an element whose rule cannot
//! be met stays out. The latter concerns `source`, which must name another *feed* (a source here is a page: it
//! becomes `dc:source`), `author`, which must be an e-mail address, and `enclosure`, which needs a length in bytes.

use crate::domain::article::Source;
use crate::domain::{Locale, Timestamp};

use super::feed::{Entry, Feed, GENERATOR};
use super::media_rss;
use super::xml::{Tag, Xml, escape};

/// Not registered, but what every reader expects.
pub const MEDIA_TYPE: &str = "application/rss+xml; charset=utf-8";

/// The namespaces that a document uses.
const NAMESPACES: [(&str, &str); 5] = [
    ("xmlns:atom", "http://www.w3.org/2005/Atom"),
    ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:dcterms", "http://purl.org/dc/terms/"),
    media_rss::NAMESPACE,
];

/// The feed as an RSS document.
#[must_use]
pub fn render(feed: &Feed) -> String {
    let root = Tag::new("rss").with("version", "2.0").with_namespaces(&NAMESPACES);
    Xml::document(root, |xml| {
        xml.element("channel", |xml| {
            channel(xml, feed);
            for entry in &feed.entries {
                xml.element("item", |xml| item(xml, entry));
            }
        });
    })
}

fn channel(xml: &mut Xml, feed: &Feed) {
    xml.text("title", &feed.title);
    xml.text("link", &feed.site_url);
    // The description is required: a feed that has none is described by its title.
    xml.text("description", feed.about.as_deref().unwrap_or(&feed.title));
    xml.optional("language", feed.language.as_ref().map(Locale::as_str));
    xml.optional("copyright", feed.rights.as_deref());
    xml.text("lastBuildDate", &rfc_822(feed.updated()));
    xml.text("generator", GENERATOR);
    if let Some(icon) = &feed.icon_url {
        xml.element("image", |xml| {
            xml.text("url", icon);
            xml.text("title", &feed.title);
            xml.text("link", &feed.site_url);
        });
    }
    xml.text("dc:publisher", &feed.publisher.name);
    let own = Tag::new("atom:link").with("rel", "self").with("href", &feed.self_url);
    xml.empty(own.with("type", "application/rss+xml"));
    for (rel, url) in [("next", &feed.next_url), ("hub", &feed.hub_url)] {
        if let Some(url) = url {
            xml.empty(Tag::new("atom:link").with("rel", rel).with("href", url));
        }
    }
}

fn item(xml: &mut Xml, entry: &Entry) {
    xml.text("title", &entry.title);
    xml.text("link", &entry.url);
    // Without the attribute a guid is taken for an address.
    xml.text(Tag::new("guid").with("isPermaLink", "false"), &entry.id);
    xml.text("pubDate", &rfc_822(entry.published));
    xml.text("dcterms:modified", &entry.updated.to_string());
    for author in &entry.authors {
        xml.text("dc:creator", &author.name);
    }
    for contributor in &entry.contributors {
        xml.text("dc:contributor", &contributor.name);
    }
    // Without `domain`, which makes some readers return an object where others return a string.
    for label in entry.labels() {
        xml.text("category", label);
    }
    // Before the content, as validators ask: readers that know one text take the first.
    xml.optional("description", entry.summary.as_deref().map(escape).as_deref());
    xml.optional("content:encoded", Some(entry.html()).filter(|html| !html.is_empty()).as_deref());
    // After both texts, because its description otherwise becomes the summary of the item in some readers.
    if let Some(image) = &entry.image {
        media_rss::write(xml, image);
    }
    for Source { name, url, role: _ } in &entry.sources {
        xml.text("dc:source", url.as_deref().unwrap_or(name));
    }
    xml.optional("dc:rights", entry.rights.as_deref());
    xml.optional("dcterms:license", entry.licence_url.as_deref());
    xml.text("dc:language", entry.language.as_str());
}

/// A date as RFC 822 writes it, with the year in four digits. `UTC` is not one of its zones; `GMT` is.
fn rfc_822(at: Timestamp) -> String {
    at.utc().format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}
