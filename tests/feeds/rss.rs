//! RSS 2.0, read by feed-rs, and by element where feed-rs does not look.

use dateline::render::rss;
use feed_rs::model;

use super::sample::{at, feed, full};
use crate::support::xml;

fn read() -> model::Feed {
    feed_rs::parser::parse(rss::render(&feed()).as_bytes()).expect("an RSS feed")
}

/// The channel, and the item with everything.
fn elements() -> (xml::Node, xml::Node) {
    let mut channel = xml::parse(&rss::render(&feed())).children.remove(0);
    let item = channel.children.pop().expect("an item");
    (channel, item)
}

#[test]
fn a_reader_finds_the_channel() {
    let read = read();
    assert_eq!(read.feed_type, model::FeedType::RSS2);
    assert_eq!(read.title.expect("a title").content, "Sea & Land News");
    assert_eq!(read.description.expect("a description").content, "Reports from R&D <daily>");
    assert_eq!(read.language.as_deref(), Some("en-gb"));
    assert_eq!(read.rights.expect("a copyright").content, "© Example News");
    assert_eq!(read.updated, Some(at("2026-11-24T09:30:15Z").utc()));
    assert_eq!(read.generator.expect("a generator").content, "Dateline");
    assert_eq!(read.logo.expect("an image").uri, "https://news.example.org/icon.png");
    let links: Vec<_> = read.links.iter().map(|link| (link.rel.as_deref(), link.href.as_str())).collect();
    assert_eq!(
        links,
        [
            (None, "https://news.example.org/"),
            (Some("self"), "https://news.example.org/feeds/en?format=x&page=1"),
            (Some("next"), "https://news.example.org/feeds/en?format=x&page=2"),
            (Some("hub"), "https://hub.example.org/"),
        ]
    );
}

#[test]
fn a_reader_finds_the_item() {
    let (expected, read) = (full(), read().entries.remove(1));
    assert_eq!(read.id, expected.id);
    assert_eq!(read.title.expect("a title").content, expected.title);
    assert_eq!(read.links.len(), 1);
    assert_eq!(read.links[0].href, expected.url);
    assert_eq!(read.published, Some(expected.published.utc()));
    assert_eq!(read.content.and_then(|content| content.body), Some(expected.html()));
    let authors: Vec<_> = read.authors.iter().filter_map(|author| author.name.as_deref()).collect();
    assert_eq!(authors, ["Zoë Zeta", "Adam Alpha"], "in the order of the byline");
    let categories: Vec<_> = read.categories.iter().map(|category| category.term.as_str()).collect();
    assert_eq!(categories, ["World", "Ports & harbours"], "each label once");
    assert!(read.categories.iter().all(|category| category.scheme.is_none()));
}

#[test]
fn a_description_is_html_and_a_title_is_not() {
    let summary = read().entries.remove(1).summary.expect("a description");
    assert_eq!(summary.content_type.to_string(), "text/html");
    assert_eq!(summary.content, "AT&amp;T says 1 &lt; 2.");
    let document = rss::render(&feed());
    assert!(document.contains("<title>Port reopens: AT&amp;T&#39;s &lt;line&gt; restored</title>"));
    assert!(document.contains("<description>AT&amp;amp;T says 1 &amp;lt; 2.</description>"));
}

#[test]
fn a_reader_finds_the_picture() {
    let (expected, read) = (full().image.expect("an image"), read().entries.remove(1));
    assert_eq!(read.media.len(), 1);
    let media = &read.media[0];
    assert_eq!(media.content[0].url.as_ref().map(url::Url::as_str), Some(expected.url.as_str()));
    assert_eq!((media.content[0].width, media.content[0].height), (expected.width, expected.height));
    assert_eq!(media.content[0].content_type.as_ref().map(ToString::to_string), expected.mime_type);
    assert_eq!(media.description.as_ref().map(|text| text.content.clone()), expected.caption);
    assert_eq!(media.credits.iter().map(|credit| Some(credit.entity.clone())).next(), Some(expected.credit));
    assert_eq!(media.thumbnails[0].image.uri, expected.url);
}

#[test]
fn what_readers_do_not_show_is_there() {
    let (channel, item) = elements();
    assert_eq!(channel.one("dc:publisher").text, "Example News");
    assert_eq!(item.one("guid").attribute("isPermaLink"), Some("false"));
    assert_eq!(item.one("dcterms:modified").text, "2026-11-24T09:30:15.250Z");
    assert_eq!(item.texts("dc:contributor"), ["Pia Photo"]);
    assert_eq!(item.texts("dc:source"), ["https://agency.example.com/report?x=1&y=2", "A port worker"]);
    assert_eq!(item.one("dc:rights").text, "© 2026 Example News");
    assert_eq!(item.one("dc:language").text, "uk");
    assert_eq!(item.one("dcterms:license").text, "https://creativecommons.org/licenses/by/4.0/");
    let picture = item.one("media:content");
    assert_eq!(picture.attribute("medium"), Some("image"));
    assert_eq!(picture.one("media:copyright").attribute("url"), full().image.unwrap().licence_url.as_deref());
    assert_eq!(picture.one("media:credit").attribute("scheme"), Some("urn:ebu"));
}

#[test]
fn elements_whose_rules_cannot_be_met_are_absent() {
    let (_, item) = elements();
    for name in ["source", "author", "enclosure", "atom:link"] {
        assert_eq!(item.all(name).count(), 0, "{name}");
    }
}

#[test]
fn the_description_stands_before_the_content_and_the_picture_after() {
    let (_, item) = elements();
    let order = ["description", "content:encoded", "media:content"].map(|name| item.position(name));
    assert!(order.is_sorted() && order.iter().all(Option::is_some), "{order:?}");
}

#[test]
fn dates_are_rfc_822_in_gmt() {
    let (channel, item) = elements();
    assert_eq!(channel.one("lastBuildDate").text, "Tue, 24 Nov 2026 09:30:15 GMT");
    assert_eq!(item.one("pubDate").text, "Tue, 24 Nov 2026 07:00:00 GMT");
}

#[test]
fn a_feed_that_is_about_nothing_is_described_by_its_title() {
    let document = rss::render(&dateline::render::feed::Feed { about: None, ..feed() });
    assert_eq!(xml::parse(&document).one("channel").one("description").text, "Sea & Land News");
}
