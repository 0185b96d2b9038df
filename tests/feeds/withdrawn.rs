//! The stub of a withdrawn entry: same id, and nothing left of what it said.

use dateline::render::feed::Entry;
use dateline::render::{atom, json_feed, rss};

use super::sample::{at, feed_of, full};

fn stub() -> Entry {
    full().withdraw(
        at("2026-11-25T12:00:00Z"),
        "Withdrawn".to_owned(),
        "This report was withdrawn: R&D <error>.".to_owned(),
    )
}

#[test]
fn a_stub_keeps_its_identity_and_moves_its_date() {
    for document in [rss::render, atom::render, json_feed::render].map(|render| render(&feed_of(stub()))) {
        let read = feed_rs::parser::parse(document.as_bytes()).expect("a feed").entries.remove(0);
        assert_eq!(read.id, full().id);
        assert_eq!(read.published, Some(full().published.utc()), "readers are not to sort it anew");
        assert_eq!(read.title.map(|title| title.content).as_deref(), Some("Withdrawn"));
        let body = read.content.and_then(|content| content.body);
        assert_eq!(body.as_deref(), Some("<p>This report was withdrawn: R&amp;D &lt;error&gt;.</p>"));
    }
    assert_eq!(feed_of(stub()).updated(), at("2026-11-25T12:00:00Z"));
}

#[test]
fn a_stub_says_nothing_of_what_it_said() {
    for document in [rss::render, atom::render, json_feed::render].map(|render| render(&feed_of(stub()))) {
        let gone = [
            "Port", "port.jpg", "AT&amp;T", "AT&T", "trains", "Zoë", "Pia", "crane", "Agency", "quays",
            "World",
        ];
        for word in gone {
            assert!(!document.contains(word), "{word} in {document}");
        }
    }
}

#[test]
fn json_feed_says_that_it_was_withdrawn() {
    let document: serde_json::Value =
        serde_json::from_str(&json_feed::render(&feed_of(stub()))).expect("JSON");
    assert_eq!(document["items"][0]["_dateline"], serde_json::json!({ "status": "withdrawn" }));
}
