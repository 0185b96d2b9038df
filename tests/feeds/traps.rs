//! What broke feeds elsewhere, tried on all three formats.

use dateline::domain::Id;
use dateline::render::feed::{Entry, Feed, Media, image_type, licence_url, tag_uri};
use dateline::render::{atom, json_feed, rss};
use feed_rs::model;
use serde_json::Value;

use super::sample::{AUTHORITY, at, empty, feed, feed_of, full, plain};
use crate::support::xml;

/// The same feed as its three documents.
fn documents(feed: &Feed) -> [String; 3] {
    [rss::render(feed), atom::render(feed), json_feed::render(feed)]
}

fn read(feed: &Feed) -> [model::Feed; 3] {
    documents(feed).map(|document| feed_rs::parser::parse(document.as_bytes()).expect(&document))
}

fn title(entry: &model::Entry) -> &str {
    entry.title.as_ref().map_or("", |title| &title.content)
}

#[test]
fn control_characters_and_non_characters_are_dropped() {
    let forbidden: String =
        (0u32..0x20).chain([0x7F, 0x80, 0x9F, 0xFFFE, 0xFFFF]).filter_map(char::from_u32).collect();
    let dirty = |text: &str| format!("{text}{}", forbidden.replace(['\t', '\n'], ""));
    let mut entry = full();
    entry.title = dirty("Title");
    entry.summary = Some(dirty("Summary"));
    entry.content_html = dirty("<p>Body</p>");
    entry.content_text = dirty("Body");
    entry.corrections[0].text = dirty("Correction");
    entry.categories[0].label = dirty("World");
    entry.authors[0].name = dirty("Zoë");
    entry.image = entry.image.map(|image| Media { caption: Some(dirty("Caption")), ..image });
    let feed = Feed { title: dirty("Feed"), ..feed_of(entry) };
    for document in documents(&feed) {
        assert!(!document.contains(|c: char| c != '\n' && forbidden.contains(c)));
        for escape in ["\\u00", "\\b", "\\f", "\\r", "&#0", "&#x"] {
            assert!(!document.contains(escape), "{escape}");
        }
    }
    for feed in read(&feed) {
        assert_eq!(title(&feed.entries[0]), "Title");
        assert_eq!(feed.entries[0].authors[0].name.as_deref(), Some("Zoë"));
    }
}

#[test]
fn the_end_of_a_cdata_section_is_only_text() {
    let body = "<p>a[b[0]]>c ]]> <![CDATA[ d</p>";
    let feed = feed_of(Entry { title: "]]>".to_owned(), content_html: body.to_owned(), ..plain() });
    for read in read(&feed) {
        assert_eq!(title(&read.entries[0]), "]]>");
        assert_eq!(read.entries[0].content.as_ref().and_then(|content| content.body.as_deref()), Some(body));
    }
}

#[test]
fn titles_come_back_as_they_were_written() {
    let titles = [
        "<script>alert('1')</script>",
        "&amp; &lt; &#60; is not &",
        "1 < 2 > 0 && \"quoted\" 'twice'",
        "</title></item></channel></rss>",
        "שלום: \u{2067}עולם\u{2069} (2026)",
        "مرحبا بالعالم",
        "東京で地震、津波の心配なし",
        "Зеленський: «Переговори тривають»",
        "👩‍👩‍👧‍👦 and 🇺🇦, beyond the first plane: 𝔘",
        "a\u{2028}b\u{2029}c",
        "100% {{mustache}} ${dollar} %s",
    ];
    for expected in titles {
        for read in read(&feed_of(Entry { title: expected.to_owned(), ..plain() })) {
            assert_eq!(title(&read.entries[0]), expected);
        }
    }
}

#[test]
fn addresses_come_back_as_they_were_written() {
    let url = "https://news.example.org/uk/порт?a=1&b=\"2\"&c='3'";
    for document in documents(&feed_of(Entry { url: url.to_owned(), ..plain() })) {
        let found = if document.starts_with('{') {
            let json: Value = serde_json::from_str(&document).expect("JSON");
            json["items"][0]["url"].as_str().map(str::to_owned)
        } else if let Some(channel) = xml::parse(&document).all("channel").next() {
            Some(channel.one("item").one("link").text.clone())
        } else {
            xml::parse(&document).one("entry").one("link").attribute("href").map(str::to_owned)
        };
        assert_eq!(found.as_deref(), Some(url));
    }
}

#[test]
fn separators_of_lines_are_escaped_in_json() {
    let entry = Entry { title: "a\u{2028}b\u{2029}c".to_owned(), ..plain() };
    let document = json_feed::render(&feed_of(entry));
    assert!(document.contains("a\\u2028b\\u2029c"));
}

#[test]
fn a_feed_is_as_old_as_its_newest_entry() {
    let older = Entry { updated: at("2026-11-24T10:00:00Z"), ..plain() };
    let newest = Entry { updated: at("2026-11-24T11:00:00Z"), ..plain() };
    let feed = Feed { entries: vec![older.clone(), newest, older], ..feed() };
    assert_eq!(feed.updated(), at("2026-11-24T11:00:00Z"));
    let [rss, atom, _] = read(&feed);
    assert_eq!(rss.updated, atom.updated);
    assert_eq!(rss.updated, Some(at("2026-11-24T11:00:00Z").utc()));
}

#[test]
fn a_feed_without_entries_is_a_feed() {
    assert_eq!(empty().updated(), empty().created, "a fixed time, never now");
    for read in read(&empty()) {
        assert!(read.entries.is_empty());
        assert_eq!(read.title.map(|title| title.content), Some("Sea & Land News".to_owned()));
    }
}

#[test]
fn the_same_feed_is_the_same_bytes() {
    assert_eq!(documents(&feed()), documents(&feed()));
}

#[test]
fn an_entry_without_text_does_not_spoil_the_feed() {
    for read in read(&feed_of(Entry { content_html: String::new(), ..plain() })) {
        assert_eq!(title(&read.entries[0]), "In short");
    }
}

#[test]
fn ids_are_tag_uris_that_need_no_normalising() {
    let id: Id = "01930b6e-7c1a-7d3e-8f00-000000000001".parse().expect("an id");
    let uri = tag_uri(AUTHORITY, "article", id);
    assert_eq!(uri, "tag:news.example.org,2026:article/01930b6e-7c1a-7d3e-8f00-000000000001");
    assert_eq!(url::Url::parse(&uri).expect("a URI").as_str(), uri);
}

#[test]
fn media_types_and_licences_are_recognised() {
    assert_eq!(image_type("https://img.example.org/a.b/c.JPEG?x=.png"), Some("image/jpeg"));
    assert_eq!(image_type("https://img.example.org/a.b/c"), None);
    assert_eq!(licence_url("CC-BY-4.0").as_deref(), Some("https://spdx.org/licenses/CC-BY-4.0.html"));
    assert_eq!(licence_url("https://example.org/terms").as_deref(), Some("https://example.org/terms"));
    assert_eq!(licence_url("ask the desk"), None);
    assert_eq!(licence_url(""), None);
}
