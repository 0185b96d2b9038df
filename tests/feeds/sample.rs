//! The feed that the tests render: one entry with everything, one with next to nothing.

use dateline::domain::article::{Correction, CorrectionKind, Source, SourceRole};
use dateline::domain::{Id, Locale, Timestamp};
use dateline::render::feed::{
    Category, Entry, FactBoxRef, Feed, Media, Person, Status, Translation, tag_uri,
};

/// The authority of every id.
pub(super) const AUTHORITY: &str = "news.example.org,2026";

pub(super) fn at(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

pub(super) fn locale(tag: &str) -> Locale {
    tag.parse().expect("a language tag")
}

pub(super) fn person(name: &str, url: Option<&str>) -> Person {
    Person { name: name.to_owned(), url: url.map(str::to_owned) }
}

/// The id of the entry with the number `n`.
pub(super) fn id(kind: &str, n: u32) -> String {
    let id: Id = format!("01930b6e-7c1a-7d3e-8f00-{n:012}").parse().expect("an id");
    tag_uri(AUTHORITY, kind, id)
}

/// A feed of both entries.
pub(super) fn feed() -> Feed {
    Feed {
        id: "tag:news.example.org,2026:feed/en".to_owned(),
        title: "Sea & Land News".to_owned(),
        about: Some("Reports from R&D <daily>".to_owned()),
        language: Some(locale("en-GB")),
        site_url: "https://news.example.org/".to_owned(),
        self_url: "https://news.example.org/feeds/en?format=x&page=1".to_owned(),
        next_url: Some("https://news.example.org/feeds/en?format=x&page=2".to_owned()),
        hub_url: Some("https://hub.example.org/".to_owned()),
        icon_url: Some("https://news.example.org/icon.png".to_owned()),
        publisher: person("Example News", Some("https://news.example.org/about")),
        rights: Some("© Example News".to_owned()),
        extension_docs_url: Some("https://news.example.org/docs/feeds".to_owned()),
        created: at("2020-01-01T00:00:00Z"),
        entries: vec![plain(), full()],
    }
}

/// A feed of no entries.
pub(super) fn empty() -> Feed {
    Feed { entries: Vec::new(), ..feed() }
}

/// A feed of one entry.
pub(super) fn feed_of(entry: Entry) -> Feed {
    Feed { entries: vec![entry], ..feed() }
}

/// An entry with only what every entry has.
pub(super) fn plain() -> Entry {
    Entry {
        id: id("article", 2),
        status: Status::Public,
        url: "https://news.example.org/en/short".to_owned(),
        title: "In short".to_owned(),
        summary: None,
        content_html: "<p>Nothing more is known.</p>".to_owned(),
        content_text: "Nothing more is known.".to_owned(),
        authors: Vec::new(),
        contributors: Vec::new(),
        published: at("2026-11-24T08:00:00Z"),
        updated: at("2026-11-24T08:00:00Z"),
        language: locale("en-GB"),
        categories: Vec::new(),
        image: None,
        sources: Vec::new(),
        translations: Vec::new(),
        rights: None,
        licence_url: None,
        corrections: Vec::new(),
        fact_boxes: Vec::new(),
    }
}

/// An entry with everything an entry can have.
pub(super) fn full() -> Entry {
    Entry {
        id: id("article", 1),
        status: Status::Public,
        url: "https://news.example.org/en/port-reopens?a=1&b=2".to_owned(),
        title: "Port reopens: AT&T's <line> restored".to_owned(),
        summary: Some("AT&T says 1 < 2.".to_owned()),
        content_html:
            "<p>Ships &amp; <em>trains</em> run.</p><aside class=\"factbox\" id=\"factbox-1\"></aside>"
                .to_owned(),
        content_text: "Ships & trains run.".to_owned(),
        authors: vec![
            person("Zoë Zeta", Some("https://news.example.org/people/zoe")),
            person("Adam Alpha", None),
        ],
        contributors: vec![person("Pia Photo", Some("https://news.example.org/people/pia"))],
        published: at("2026-11-24T07:00:00.000Z"),
        updated: at("2026-11-24T09:30:15.250Z"),
        language: locale("uk"),
        categories: vec![
            category("world", "World", "https://news.example.org/sections"),
            category("ports", "Ports & harbours", "https://news.example.org/tags"),
            category("world-topic", "World", "https://news.example.org/tags"),
        ],
        image: Some(image()),
        sources: vec![
            source("Agency", Some("https://agency.example.com/report?x=1&y=2"), SourceRole::Reported),
            source("A port worker", None, SourceRole::Quoted),
        ],
        translations: vec![
            Translation { locale: locale("fr"), url: "https://news.example.org/fr/port".to_owned() },
            Translation { locale: locale("pt-BR"), url: "https://news.example.org/pt-BR/porto".to_owned() },
        ],
        rights: Some("© 2026 Example News".to_owned()),
        licence_url: Some("https://creativecommons.org/licenses/by/4.0/".to_owned()),
        corrections: vec![correction(CorrectionKind::Correction, "It is 2 quays & not 3.")],
        fact_boxes: vec![FactBoxRef { id: id("fact-box", 9), title: "The port".to_owned() }],
    }
}

pub(super) fn correction(kind: CorrectionKind, text: &str) -> Correction {
    Correction { kind, text: text.to_owned(), at: at("2026-11-24T09:30:15.250Z"), block_key: None }
}

fn category(term: &str, label: &str, scheme: &str) -> Category {
    Category { term: term.to_owned(), label: label.to_owned(), scheme: Some(scheme.to_owned()) }
}

fn source(name: &str, url: Option<&str>, role: SourceRole) -> Source {
    Source { name: name.to_owned(), url: url.map(str::to_owned), role }
}

fn image() -> Media {
    Media {
        url: "https://img.example.org/port.jpg?w=1600&q=80".to_owned(),
        width: Some(1600),
        height: Some(900),
        mime_type: Some("image/jpeg".to_owned()),
        alt: "A crane".to_owned(),
        caption: Some("The \"old\" crane & the new one".to_owned()),
        credit: Some("Pia Photo / Example".to_owned()),
        licence_url: Some("https://spdx.org/licenses/CC-BY-4.0.html".to_owned()),
    }
}
