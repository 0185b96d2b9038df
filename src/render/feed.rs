//! The neutral document: what a feed says, before it is said in RSS, Atom or JSON Feed.
//!
//! Owns the model that every syndication format is rendered from, and the rules that hold in all of them: ids that
//! never change, a feed that is as old as its newest entry, corrections that readers see. A door fills the model
//! from editions; a format only spells it. It must not know formats, storage, HTTP or the clock.
//!
//! Two promises are the assembler's, because only it can keep them: every URL is absolute, and every plain text is
//! free of markup.

mod entry;
mod identity;
mod media;

pub use entry::{Category, Entry, FactBoxRef, Person, Status, Translation};
pub use identity::{licence_url, tag_uri};
pub use media::{Media, image_type};

use crate::domain::{Locale, Timestamp};

/// What made the document, for `generator` elements. Without a version, so that an upgrade of the server alone
/// does not make every reader fetch every feed again.
pub(super) const GENERATOR: &str = "Dateline";

/// A list of entries, newest first, with what introduces it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// A `tag:` URI (RFC 4151) that never changes, even when the address does.
    pub id: String,
    /// The name; plain text.
    pub title: String,
    /// What the feed is about, in a sentence; plain text.
    pub about: Option<String>,
    /// The language of its entries; `None` in a feed of several languages.
    pub language: Option<Locale>,
    /// The page of the site that shows the same list.
    pub site_url: String,
    /// The canonical public address of this document, as readers ask for it: the topic of `WebSub`.
    pub self_url: String,
    /// The next page of entries, older than these (RFC 5005, section 3); differs from every earlier address.
    pub next_url: Option<String>,
    /// The `WebSub` hub that announces changes.
    pub hub_url: Option<String>,
    /// A square picture of at least 512 pixels.
    pub icon_url: Option<String>,
    /// Who answers for the feed, and the author of entries that name none.
    pub publisher: Person,
    /// The copyright notice; plain text.
    pub rights: Option<String>,
    /// Where the `_dateline` members of JSON Feed are documented.
    pub extension_docs_url: Option<String>,
    /// When the feed came to be: its date for as long as it has no entries.
    pub created: Timestamp,
    /// The entries; public ones, and stubs of withdrawn ones. Never one under embargo.
    pub entries: Vec<Entry>,
}

impl Feed {
    /// When the newest change to an entry was made. Never "now": a document that says so on every reading cannot
    /// be answered with 304.
    #[must_use]
    pub fn updated(&self) -> Timestamp {
        self.entries.iter().map(|entry| entry.updated).max().unwrap_or(self.created)
    }
}
