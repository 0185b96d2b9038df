//! Pure functions from text to content: HTML and Markdown to bodies.
//!
//! Whatever comes in is taken as hostile: only what the body can say gets through.

pub mod html;
pub mod markdown;

use crate::domain::Id;

/// Turns addresses found in a text into entries.
pub trait Recognize {
    /// The image entry for a picture at `src`; `None` drops the picture. May make a new entry.
    fn image(&mut self, src: &str, alt: &str, title: Option<&str>) -> Option<Id>;
    /// The article that `href` points to, when it is one of this newsroom.
    fn article(&mut self, href: &str) -> Option<Id>;
    /// The fact box that is called `reference` in the text: an id, or the key under which it comes in.
    fn fact_box(&mut self, reference: &str) -> Option<Id>;
}
