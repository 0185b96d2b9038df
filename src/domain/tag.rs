//! Tags: what articles are about.

use super::author::{named_outline, validate_name};
use super::content::{Outline, impl_any, named};
use super::{AnyContent, Content, Kind, Link, Localized, Result, Slug, Validator};

/// The content of a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The name in addresses; unique among tags.
    pub slug: Slug,
    /// The name as printed, by language.
    pub name: Localized,
    /// What sort of thing it names.
    pub kind: TagKind,
    /// The same thing in public vocabularies: IPTC Media Topics, Wikidata; at most 20 URLs.
    pub same_as: Vec<String>,
}

named! {
    /// The sorts of tag.
    TagKind {
        /// A subject.
        Topic = "topic",
        /// A human being.
        Person = "person",
        /// Somewhere.
        Place = "place",
        /// A company, party, authority or other body.
        Organisation = "organisation",
    }
}

impl Content for Tag {
    const KIND: Kind = Kind::Tag;

    fn outline(&self) -> Outline {
        named_outline(&self.slug, &self.name, Some(self.kind.as_str()))
    }

    fn links(&self) -> Vec<Link> {
        Vec::new()
    }

    fn validate(&self) -> Result<()> {
        let mut v = Validator::new();
        validate_name(&mut v, &self.name);
        v.at_most("sameAs", &self.same_as, 20);
        v.within("sameAs", |v| {
            for (index, url) in self.same_as.iter().enumerate() {
                v.web_url(&index.to_string(), url);
            }
        });
        v.finish()
    }

    impl_any!(Tag);
}
