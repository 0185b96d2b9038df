//! Pure functions from content to text: bodies to HTML, Markdown and plain text, documents to feeds.
//!
//! Nothing here reads a database or a clock. What a body refers to is looked up through [`Resolve`].

pub mod atom;
pub mod diff;
pub mod feed;
pub mod html;
pub mod json_feed;
pub mod markdown;
pub mod rss;
pub mod text;

mod marks;
mod media_rss;
mod parts;
mod xml;

use crate::domain::body::Mode;
use crate::domain::{FactBox, Id, Image, Link, Unavailable};

/// Looks up what a body refers to, as of the moment of the read.
///
/// What is not public then is `None`: the block is left out, and a link keeps only its text, unless readers are to be
/// told of it.
pub trait Resolve {
    /// An image of the library.
    fn image(&self, id: Id) -> Option<&Image>;
    /// The address of an image's picture.
    fn image_url(&self, id: Id) -> Option<String>;
    /// A fact box, followed or pinned.
    fn fact_box(&self, id: Id, mode: Mode) -> Option<&FactBox>;
    /// The address of an article on the newsroom's own site.
    fn article_url(&self, id: Id) -> Option<String>;
    /// Why a reference leads nowhere, where readers are to be told of it. It is asked for what is `None` above.
    fn unavailable(&self, link: &Link) -> Option<Unavailable> {
        let _ = link;
        None
    }
}

#[cfg(test)]
pub(crate) mod tests;
