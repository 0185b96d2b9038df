//! Atom 1.0, read by feed-rs, and by element where feed-rs does not look.

use dateline::render::atom;
use feed_rs::model;

use super::sample::{empty, feed, feed_of, full, plain};
use crate::support::xml;

fn read() -> model::Feed {
    feed_rs::parser::parse(atom::render(&feed()).as_bytes()).expect("an Atom feed")
}

fn people(people: &[model::Person]) -> Vec<(Option<&str>, Option<&str>)> {
    people.iter().map(|person| (person.name.as_deref(), person.uri.as_deref())).collect()
}

fn links<'a>(links: &'a [model::Link], rel: &str) -> Vec<(&'a str, Option<&'a str>)> {
    let links = links.iter().filter(|link| link.rel.as_deref() == Some(rel));
    links.map(|link| (link.href.as_str(), link.href_lang.as_deref())).collect()
}

#[test]
fn a_reader_finds_the_feed() {
    let (expected, read) = (feed(), read());
    assert_eq!(read.feed_type, model::FeedType::Atom);
    assert_eq!(read.id, expected.id);
    assert_eq!(read.title.map(|text| text.content), Some(expected.title));
    assert_eq!(read.description.map(|text| text.content), expected.about);
    assert_eq!(read.updated, Some(full().updated.utc()));
    assert_eq!(read.language.as_deref(), Some("en-GB"));
    assert_eq!(read.rights.map(|text| text.content), expected.rights);
    assert_eq!(read.icon.map(|icon| icon.uri), expected.icon_url);
    assert_eq!(read.generator.expect("a generator").content, "Dateline");
    assert_eq!(people(&read.authors), [(Some("Example News"), Some("https://news.example.org/about"))]);
    let found: Vec<_> = read.links.iter().map(|link| (link.rel.as_deref(), link.href.as_str())).collect();
    assert_eq!(
        found,
        [
            (Some("self"), "https://news.example.org/feeds/en?format=x&page=1"),
            (Some("alternate"), "https://news.example.org/"),
            (Some("next"), "https://news.example.org/feeds/en?format=x&page=2"),
            (Some("hub"), "https://hub.example.org/"),
        ]
    );
}

#[test]
fn a_reader_finds_the_entry() {
    let (expected, read) = (full(), read().entries.remove(1));
    assert_eq!(read.id, expected.id);
    assert_eq!(read.title.map(|text| text.content), Some(expected.title.clone()));
    assert_eq!(read.summary.map(|text| text.content), expected.summary);
    assert_eq!(read.published, Some(expected.published.utc()));
    assert_eq!(read.updated, Some(expected.updated.utc()));
    assert_eq!(read.rights.map(|text| text.content), expected.rights);
    let content = read.content.expect("content");
    assert_eq!(content.content_type.to_string(), "text/html");
    assert_eq!(content.body, Some(expected.html()));
    let zoe = (Some("Zoë Zeta"), Some("https://news.example.org/people/zoe"));
    assert_eq!(people(&read.authors), [zoe, (Some("Adam Alpha"), None)]);
    let pia = (Some("Pia Photo"), Some("https://news.example.org/people/pia"));
    assert_eq!(people(&read.contributors), [pia]);
    let found = read.categories.into_iter().map(|c| (c.term, c.label, c.scheme));
    let wanted = expected.categories.into_iter().map(|c| (c.term, Some(c.label), c.scheme));
    assert!(found.eq(wanted));
}

#[test]
fn an_entry_has_one_alternate_and_its_translations_are_related() {
    let (expected, read) = (full(), read().entries.remove(1));
    assert_eq!(links(&read.links, "alternate"), [(expected.url.as_str(), Some("uk"))]);
    assert_eq!(
        links(&read.links, "related"),
        [
            ("https://news.example.org/fr/port", Some("fr")),
            ("https://news.example.org/pt-BR/porto", Some("pt-BR")),
        ]
    );
    assert_eq!(links(&read.links, "via"), [("https://agency.example.com/report?x=1&y=2", None)]);
    assert_eq!(links(&read.links, "license"), [("https://creativecommons.org/licenses/by/4.0/", None)]);
}

#[test]
fn a_reader_finds_the_picture() {
    let (expected, read) = (full().image.expect("an image"), read().entries.remove(1));
    let enclosure = read.links.iter().find(|link| link.rel.as_deref() == Some("enclosure")).expect("a link");
    assert_eq!(enclosure.href, expected.url);
    assert_eq!(enclosure.media_type, expected.mime_type);
    assert_eq!(enclosure.title, expected.caption);
    let media = &read.media[0];
    assert_eq!(media.content[0].url.as_ref().map(url::Url::as_str), Some(expected.url.as_str()));
    assert_eq!(media.credits[0].entity, "Pia Photo / Example");
}

#[test]
fn languages_stand_on_the_feed_and_on_every_entry() {
    let root = xml::parse(&atom::render(&feed()));
    assert_eq!(root.attribute("xml:lang"), Some("en-GB"));
    let languages: Vec<_> = root.all("entry").map(|entry| entry.attribute("xml:lang")).collect();
    assert_eq!(languages, [Some("en-GB"), Some("uk")]);
}

#[test]
fn everything_about_the_feed_stands_before_the_first_entry() {
    let root = xml::parse(&atom::render(&feed()));
    let first = root.position("entry").expect("an entry");
    assert!(root.children[first..].iter().all(|child| child.name == "entry"));
}

/// The rules that stand in RFC 4287's schema as Schematron, which RELAX NG validators do not check.
#[test]
fn the_schematron_rules_hold() {
    let no_text = dateline::render::feed::Entry { content_html: String::new(), ..plain() };
    for feed in [feed(), empty(), feed_of(plain()), feed_of(full()), feed_of(no_text)] {
        let root = xml::parse(&atom::render(&feed));
        let author = |node: &xml::Node| node.all("author").any(|author| !author.one("name").text.is_empty());
        assert!(author(&root) || (root.all("entry").count() > 0 && root.all("entry").all(author)));
        for entry in root.all("entry") {
            let alternates = entry.all("link").filter(|link| link.attribute("rel") == Some("alternate"));
            assert_eq!(alternates.count(), 1);
            assert!(entry.all("link").all(|link| link.attribute("rel").is_some()));
            assert!(entry.all("content").all(|content| !content.text.is_empty()));
        }
    }
}
