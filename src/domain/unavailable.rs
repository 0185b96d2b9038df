//! References that lead nowhere for a reader: what is told of them, and where they stand.

use super::content::named;
use super::{Article, Kind, Link, Role};

named! {
    /// Why a reference leads nowhere. Readers may know that something is gone; nobody may learn that something is planned.
    Unavailable {
        /// It was public, and is not any more.
        Withdrawn = "withdrawn",
        /// Nothing is there, or nothing of which more may be said: a draft, or what was taken down for legal reasons.
        Absent = "absent",
    }
}

named! {
    /// What stands where a reference leads nowhere: the choice of whoever reads.
    Links {
        /// Nothing: it is left out.
        Omit = "omit",
        /// Null.
        Null = "null",
        /// A word on why, and of which kind it was.
        Stub = "stub",
    }
}

/// What stands where a reference leads nowhere and is not left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The kind of entry that is referred to.
    pub kind: Kind,
    /// Why it is not there; `None` says nothing.
    pub state: Option<Unavailable>,
}

/// A reference and its place in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<'a> {
    /// The reference.
    pub link: Link,
    /// Its place from 0 on: among the bylines, the tags, or the blocks of the body.
    pub position: usize,
    /// The key of its block, when it stands in the body.
    pub block: Option<&'a str>,
}

impl Article {
    /// Everything that it refers to, with the place. What a body embeds is told only where the body is loaded.
    #[must_use]
    pub fn placed(&self) -> Vec<Placed<'_>> {
        let outside = |role, position, target| Placed { link: Link::to(role, target), position, block: None };
        let bylines = self.bylines.iter().enumerate();
        let bylines = bylines.filter_map(|(at, byline)| Some(outside(Role::Byline, at, byline.author?)));
        let section = self.section.map(|id| outside(Role::Section, 0, id));
        let tags = self.tags.iter().enumerate().map(|(at, id)| outside(Role::Tag, at, *id));
        let lead_image = self.lead_image.map(|id| outside(Role::LeadImage, 0, id));
        let blocks = self.body.blocks().iter().enumerate().flat_map(|(position, block)| {
            let links = block.links().into_iter();
            links.map(move |link| Placed { link, position, block: Some(block.key.as_str()) })
        });
        bylines.chain(section).chain(tags).chain(lead_image).chain(blocks).collect()
    }
}
