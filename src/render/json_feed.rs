//! JSON Feed 1.1 (2020-08-07), with the extension `_dateline`.
//!
//! Owns the spelling of a [`Feed`] in JSON Feed and nothing else. What the format has no member for stands in
//! `_dateline`: corrections, fact boxes, sources, translations, rights, contributors and what is said of the image.

use serde_json::{Value, json};

use crate::domain::Locale;
use crate::domain::article::{Correction, Source};

use super::feed::{Category, Entry, FactBoxRef, Feed, Person, Translation};
use super::xml::strip;

/// Registered with the format; JSON is UTF-8 without saying so (RFC 8259).
pub const MEDIA_TYPE: &str = "application/feed+json";

const VERSION: &str = "https://jsonfeed.org/version/1.1";

/// The feed as a JSON Feed document.
#[must_use]
pub fn render(feed: &Feed) -> String {
    let mut document = tidy(json!({
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.site_url,
        "feed_url": feed.self_url,
        "description": feed.about,
        "next_url": feed.next_url,
        "icon": feed.icon_url,
        "authors": [person(&feed.publisher)],
        "language": feed.language.as_ref().map(Locale::as_str),
        "hubs": feed.hub_url.iter().map(|url| json!({ "type": "WebSub", "url": url })).collect::<Vec<_>>(),
        "_dateline": {
            "about": feed.extension_docs_url,
            "id": feed.id,
            "updated": feed.updated().to_string(),
            "rights": feed.rights,
        },
    }));
    // Apart, because a feed without entries still has its `items`.
    document["items"] = feed.entries.iter().map(item).map(tidy).collect();
    // Both separators are legal in JSON, but end a line in JavaScript of before 2019.
    document.to_string().replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

fn item(entry: &Entry) -> Value {
    let html = Some(entry.html()).filter(|html| !html.is_empty());
    // One of the two contents is required: an article without text has its lead, or else its headline.
    let text = match html {
        Some(_) => entry.text(),
        None => entry.summary.as_ref().unwrap_or(&entry.title).clone(),
    };
    json!({
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": html,
        "content_text": text,
        "image": entry.image.as_ref().map(|image| &image.url),
        "date_published": entry.published.to_string(),
        "date_modified": entry.updated.to_string(),
        "authors": people(&entry.authors),
        "tags": entry.labels(),
        "language": entry.language.as_str(),
        "_dateline": extension(entry),
    })
}

fn extension(entry: &Entry) -> Value {
    let image = entry.image.as_ref();
    json!({
        "status": entry.status.as_str(),
        "contributors": people(&entry.contributors),
        "categories": list(&entry.categories, |Category { term, label, scheme }| {
            json!({ "term": term, "label": label, "scheme": scheme })
        }),
        "corrections": list(&entry.corrections, |Correction { kind, text, at, block_key: _ }| {
            json!({ "kind": kind.as_str(), "text": text, "at": at.to_string() })
        }),
        "fact_boxes": list(&entry.fact_boxes, |FactBoxRef { id, title }| json!({ "id": id, "title": title })),
        "sources": list(&entry.sources, |Source { name, url, role }| {
            json!({ "name": name, "url": url, "role": role.as_str() })
        }),
        "translations": list(&entry.translations, |Translation { locale, url }| {
            json!({ "language": locale.as_str(), "url": url })
        }),
        "rights": { "notice": entry.rights, "licence_url": entry.licence_url },
        "image_alt": image.map(|image| &image.alt),
        "image_caption": image.map(|image| &image.caption),
        "image_credit": image.map(|image| &image.credit),
        "image_licence_url": image.map(|image| &image.licence_url),
    })
}

fn people(people: &[Person]) -> Value {
    list(people, person)
}

fn person(Person { name, url }: &Person) -> Value {
    json!({ "name": name, "url": url })
}

fn list<T>(items: &[T], convert: impl Fn(&T) -> Value) -> Value {
    items.iter().map(convert).collect()
}

/// Leaves out members that say nothing (null, and empty lists and objects), and drops from every text the
/// characters that no feed format carries.
fn tidy(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(strip(&text)),
        Value::Array(items) => items.into_iter().map(tidy).collect(),
        Value::Object(members) => {
            let members = members.into_iter().map(|(key, value)| (key, tidy(value)));
            Value::Object(members.filter(|(_, value)| !says_nothing(value)).collect())
        }
        other => other,
    }
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}
