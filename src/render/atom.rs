//! Atom 1.0 (RFC 4287), with Media RSS for pictures.
//!
//! Owns the spelling of a [`Feed`] in Atom and nothing else. Two rules matter most: everything about the feed comes
//! before its first entry, and an entry has exactly one `alternate` link, its canonical page. Readers disagree on
//! which of several alternates they open, so translations are `related`.

use crate::domain::Locale;
use crate::domain::article::Source;

use super::feed::{Category, Entry, Feed, GENERATOR, Person, Translation};
use super::media_rss;
use super::xml::{Tag, Xml};

/// Registered by RFC 4287.
pub const MEDIA_TYPE: &str = "application/atom+xml; charset=utf-8";

/// The namespaces that a document uses.
const NAMESPACES: [(&str, &str); 2] = [("xmlns", "http://www.w3.org/2005/Atom"), media_rss::NAMESPACE];

/// The feed as an Atom document.
#[must_use]
pub fn render(feed: &Feed) -> String {
    let root = Tag::new("feed").with_namespaces(&NAMESPACES);
    Xml::document(root.maybe("xml:lang", feed.language.as_ref().map(Locale::as_str)), |xml| {
        metadata(xml, feed);
        for entry in &feed.entries {
            // Also where it is the feed's: an entry that is copied elsewhere keeps its language.
            let tag = Tag::new("entry").with("xml:lang", entry.language.as_str());
            xml.element(tag, |xml| self::entry(xml, entry));
        }
    })
}

fn metadata(xml: &mut Xml, feed: &Feed) {
    xml.text("id", &feed.id);
    xml.text(plain("title"), &feed.title);
    xml.optional(plain("subtitle"), feed.about.as_deref());
    xml.text("updated", &feed.updated().to_string());
    xml.empty(link("self", &feed.self_url).with("type", "application/atom+xml"));
    xml.empty(link("alternate", &feed.site_url).with("type", "text/html"));
    for (rel, url) in [("next", &feed.next_url), ("hub", &feed.hub_url)] {
        if let Some(url) = url {
            xml.empty(link(rel, url));
        }
    }
    // The author of the feed is the author of every entry without one, so that none is ever missing.
    person(xml, "author", &feed.publisher);
    xml.optional("icon", feed.icon_url.as_deref());
    xml.optional(plain("rights"), feed.rights.as_deref());
    xml.text("generator", GENERATOR);
}

fn entry(xml: &mut Xml, entry: &Entry) {
    xml.text("id", &entry.id);
    xml.text(plain("title"), &entry.title);
    for author in &entry.authors {
        person(xml, "author", author);
    }
    for contributor in &entry.contributors {
        person(xml, "contributor", contributor);
    }
    xml.text("published", &entry.published.to_string());
    xml.text("updated", &entry.updated.to_string());
    for Category { term, label, scheme } in &entry.categories {
        let category = Tag::new("category").with("term", term).maybe("scheme", scheme.as_deref());
        xml.empty(category.with("label", label));
    }
    links(xml, entry);
    xml.optional(plain("rights"), entry.rights.as_deref());
    xml.optional(plain("summary"), entry.summary.as_deref());
    let content = Some(entry.html()).filter(|html| !html.is_empty());
    xml.optional(Tag::new("content").with("type", "html"), content.as_deref());
    if let Some(image) = &entry.image {
        media_rss::write(xml, image);
    }
}

fn links(xml: &mut Xml, entry: &Entry) {
    let page = |rel, url, language: &Locale| {
        link(rel, url).with("type", "text/html").with("hreflang", language.as_str())
    };
    xml.empty(page("alternate", &entry.url, &entry.language));
    for Translation { locale, url } in &entry.translations {
        xml.empty(page("related", url, locale));
    }
    for Source { name, url, role: _ } in &entry.sources {
        if let Some(url) = url {
            xml.empty(link("via", url).with("title", name));
        }
    }
    if let Some(image) = &entry.image {
        let enclosure = link("enclosure", &image.url).maybe("type", image.mime_type.as_deref());
        xml.empty(enclosure.maybe("title", image.description()));
    }
    // RFC 4946.
    if let Some(licence) = &entry.licence_url {
        xml.empty(link("license", licence));
    }
}

fn person(xml: &mut Xml, role: &'static str, person: &Person) {
    xml.element(role, |xml| {
        xml.text("name", &person.name);
        xml.optional("uri", person.url.as_deref());
    });
}

fn link(rel: &str, href: &str) -> Tag {
    Tag::new("link").with("rel", rel).with("href", href)
}

/// A text construct without markup.
fn plain(name: &'static str) -> Tag {
    Tag::new(name).with("type", "text")
}
