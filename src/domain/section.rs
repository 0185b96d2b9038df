//! Sections: the departments of the newsroom, in a hierarchy.

use super::author::{named_outline, validate_name};
use super::content::{Outline, impl_any};
use super::{AnyContent, Content, Id, Kind, Link, Localized, Result, Role, Slug, Validator};

/// The content of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The name in addresses; unique among sections.
    pub slug: Slug,
    /// The name as printed, by language.
    pub name: Localized,
    /// The section that it belongs to.
    pub parent: Option<Id>,
}

impl Content for Section {
    const KIND: Kind = Kind::Section;

    fn outline(&self) -> Outline {
        named_outline(&self.slug, &self.name, None)
    }

    fn links(&self) -> Vec<Link> {
        self.parent.map(|id| Link::to(Role::Section, id)).into_iter().collect()
    }

    fn validate(&self) -> Result<()> {
        let mut v = Validator::new();
        validate_name(&mut v, &self.name);
        v.finish()
    }

    impl_any!(Section);
}
