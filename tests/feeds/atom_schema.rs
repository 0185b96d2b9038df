//! Atom against the RELAX NG schema of RFC 4287, appendix B, by the program `xmllint`.
//!
//! When it fails: the messages of libxml2 mislead. "Expecting an element author" may mean that anything at all is
//! out of place: an element between or after the entries, such as a tombstone (RFC 6721), or a second `content`.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use dateline::render::atom;
use dateline::render::feed::{Entry, Feed};

use super::sample::{at, empty, feed, feed_of, full, plain};
use crate::support::shared;

#[test]
fn every_document_is_valid() {
    let Some(schema) = schema() else { return };
    let bare = Feed { about: None, language: None, next_url: None, hub_url: None, icon_url: None, ..empty() };
    let stub = full().withdraw(at("2026-11-25T00:00:00Z"), "Withdrawn".to_owned(), "Gone.".to_owned());
    let no_text = Entry { content_html: String::new(), ..plain() };
    let feeds = [feed(), empty(), bare, feed_of(plain()), feed_of(full()), feed_of(stub), feed_of(no_text)];
    for feed in feeds {
        let document = atom::render(&feed);
        if let Err(complaints) = validate(&schema, &document) {
            panic!("{complaints}\n{document}");
        }
    }
}

/// The schema is really read: what it forbids is refused.
#[test]
fn an_invalid_document_is_refused() {
    let Some(schema) = schema() else { return };
    let document = atom::render(&feed());
    let no_id = document.replacen("<id>", "<subtitle>", 1).replacen("</id>", "</subtitle>", 1);
    assert!(validate(&schema, &no_id).is_err());
    let late = document.replace("</feed>", "<rights>late</rights></feed>");
    assert!(validate(&schema, &late).is_err());
}

fn schema() -> Option<std::path::PathBuf> {
    shared::schema_for("xmllint", "libxml2-utils", "schemas/atom.rng")
}

fn validate(schema: &Path, document: &str) -> Result<(), String> {
    let mut xmllint = Command::new("xmllint")
        .args(["--noout", "--nonet", "--relaxng"])
        .arg(schema)
        .arg("-")
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("xmllint starts");
    xmllint.stdin.take().expect("a pipe").write_all(document.as_bytes()).expect("xmllint reads");
    let output = xmllint.wait_with_output().expect("xmllint ends");
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}
