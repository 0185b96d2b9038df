//! Pure functions from text to content: HTML and Markdown to bodies.
//!
//! Whatever comes in is taken as hostile: only what the body can say gets through. Both formats are read as
//! a stream of events (a tag, some characters, an end tag) into one `draft`, which knows how blocks, lists,
//! tables and figures follow from them. No tree of the source is walked, so that neither its depth nor its
//! disorder costs stack or time, and nothing of its markup can survive: a body has no place to put it.

pub mod html;
pub mod markdown;

mod draft;
pub(crate) mod keys;

use crate::domain::{Id, Kind};

/// Turns addresses found in a text into entries.
pub trait Recognize {
    /// The image entry for a picture at `src`; `None` drops the picture. May make a new entry.
    fn image(&mut self, src: &str, alt: &str, title: Option<&str>) -> Option<Id>;
    /// The article that `href` points to, when it is one of this newsroom.
    fn article(&mut self, href: &str) -> Option<Id>;
    /// The entry of a kind that is called `reference`: by its id, or by what it is called where the text comes from.
    fn entry(&mut self, kind: Kind, reference: &str) -> Option<Id>;
}

#[cfg(test)]
mod tests;
