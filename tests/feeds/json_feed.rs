//! JSON Feed 1.1, read by feed-rs, and by member where feed-rs does not look.

use dateline::render::json_feed;
use feed_rs::model;
use serde_json::{Value, json};

use super::sample::{empty, feed, feed_of, full, id, plain};

fn document() -> Value {
    serde_json::from_str(&json_feed::render(&feed())).expect("JSON")
}

#[test]
fn a_reader_finds_the_feed() {
    let (expected, read) = (feed(), read());
    assert_eq!(read.feed_type, model::FeedType::JSON);
    assert_eq!(read.title.map(|text| text.content), Some(expected.title));
    assert_eq!(read.description.map(|text| text.content), expected.about);
    assert_eq!(read.language.as_deref(), Some("en-GB"));
    assert_eq!(read.logo.map(|icon| icon.uri), expected.icon_url);
    let links: Vec<_> = read.links.into_iter().map(|link| link.href).collect();
    assert_eq!(links, [expected.site_url, expected.self_url]);
}

#[test]
fn a_reader_finds_the_item() {
    let (expected, read) = (full(), read().entries.remove(1));
    assert_eq!(read.id, expected.id);
    assert_eq!(read.links.len(), 1);
    assert_eq!(read.links[0].href, expected.url);
    assert_eq!(read.title.map(|text| text.content), Some(expected.title.clone()));
    assert_eq!(read.summary.map(|text| text.content), expected.summary);
    assert_eq!(read.content.and_then(|content| content.body), Some(expected.html()));
    assert_eq!(read.published, Some(expected.published.utc()));
    assert_eq!(read.updated, Some(expected.updated.utc()));
    let authors: Vec<_> = read.authors.iter().map(|a| (a.name.as_deref(), a.uri.as_deref())).collect();
    let zoe = (Some("Zoë Zeta"), Some("https://news.example.org/people/zoe"));
    assert_eq!(authors, [zoe, (Some("Adam Alpha"), None)]);
    let tags: Vec<_> = read.categories.iter().map(|category| category.term.as_str()).collect();
    assert_eq!(tags, ["World", "Ports & harbours"], "the section first, each label once");
}

fn read() -> model::Feed {
    feed_rs::parser::parse(json_feed::render(&feed()).as_bytes()).expect("a JSON feed")
}

#[test]
fn the_feed_says_what_readers_do_not_show() {
    let document = document();
    assert_eq!(document["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(document["next_url"], "https://news.example.org/feeds/en?format=x&page=2");
    assert_eq!(document["hubs"], json!([{ "type": "WebSub", "url": "https://hub.example.org/" }]));
    assert_eq!(document["authors"][0]["url"], "https://news.example.org/about");
    let extension = json!({
        "about": "https://news.example.org/docs/feeds",
        "id": "tag:news.example.org,2026:feed/en",
        "updated": "2026-11-24T09:30:15.250Z",
        "rights": "© Example News",
    });
    assert_eq!(document["_dateline"], extension);
}

#[test]
fn the_item_says_what_readers_do_not_show() {
    let item = &document()["items"][1];
    assert_eq!(item["image"], "https://img.example.org/port.jpg?w=1600&q=80");
    assert_eq!(item["language"], "uk");
    assert_eq!(item["content_text"], "Ships & trains run.\n\n2026-11-24: It is 2 quays & not 3.");
    let sections = "https://news.example.org/sections";
    let tags = "https://news.example.org/tags";
    let extension = json!({
        "status": "public",
        "contributors": [{ "name": "Pia Photo", "url": "https://news.example.org/people/pia" }],
        "categories": [
            { "term": "world", "label": "World", "scheme": sections },
            { "term": "ports", "label": "Ports & harbours", "scheme": tags },
            { "term": "world-topic", "label": "World", "scheme": tags },
        ],
        "corrections": [
            { "kind": "correction", "text": "It is 2 quays & not 3.", "at": "2026-11-24T09:30:15.250Z" },
        ],
        "fact_boxes": [{ "id": id("fact-box", 9), "title": "The port" }],
        "sources": [
            { "name": "Agency", "url": "https://agency.example.com/report?x=1&y=2", "role": "reported" },
            { "name": "A port worker", "role": "quoted" },
        ],
        "translations": [
            { "language": "fr", "url": "https://news.example.org/fr/port" },
            { "language": "pt-BR", "url": "https://news.example.org/pt-BR/porto" },
        ],
        "rights": {
            "notice": "© 2026 Example News",
            "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        },
        "image_alt": "A crane",
        "image_caption": "The \"old\" crane & the new one",
        "image_credit": "Pia Photo / Example",
        "image_licence_url": "https://spdx.org/licenses/CC-BY-4.0.html",
    });
    assert_eq!(item["_dateline"], extension);
}

#[test]
fn what_is_not_known_is_left_out() {
    let item = &document()["items"][0];
    let members: Vec<_> = item.as_object().expect("an object").keys().map(String::as_str).collect();
    let expected = "id url title content_html content_text date_published date_modified language _dateline";
    assert_eq!(members.join(" "), expected);
    assert_eq!(item["_dateline"], json!({ "status": "public" }));
}

#[test]
fn an_article_without_text_still_has_content() {
    let no_text = dateline::render::feed::Entry { content_html: String::new(), ..plain() };
    let document: Value = serde_json::from_str(&json_feed::render(&feed_of(no_text))).expect("JSON");
    assert_eq!(document["items"][0]["content_html"], Value::Null);
    assert_eq!(document["items"][0]["content_text"], "In short");
}

#[test]
fn every_key_keeps_the_rules_for_extensions() {
    fn check(value: &Value) {
        match value {
            Value::Object(members) => members.iter().for_each(|(key, value)| {
                assert!(!key.contains('.'), "{key}");
                check(value);
            }),
            Value::Array(items) => items.iter().for_each(check),
            _ => {}
        }
    }
    check(&document());
    assert_eq!(
        serde_json::from_str::<Value>(&json_feed::render(&empty())).expect("JSON")["items"],
        json!([])
    );
}
