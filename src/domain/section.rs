//! Sections: the departments of the newsroom, in a hierarchy.

use std::collections::{HashMap, HashSet};

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

/// The deepest level of the tree of sections, from 1 on. What lies deeper stands on it.
pub const MAX_DEPTH: usize = 10;

/// A section in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The section.
    pub id: Id,
    /// How many articles it has itself.
    pub own: u64,
    /// How many it has with everything below.
    pub total: u64,
    /// The sections below, in the order in which they were given.
    pub children: Vec<Branch>,
}

/// The tree of sections, each given with its parent, in the order that siblings have. A parent that is not among them is
/// none; `own` says how many articles a section has itself. Where sections stand below each other in a circle, the first of them stands at the top.
#[must_use]
pub fn tree(sections: &[(Id, Option<Id>)], own: impl Fn(Id) -> u64) -> Vec<Branch> {
    let known: HashSet<Id> = sections.iter().map(|(id, _)| *id).collect();
    let mut below: HashMap<Id, Vec<Id>> = HashMap::new();
    let mut tops = Vec::new();
    for (id, parent) in sections {
        match parent.filter(|parent| known.contains(parent)) {
            Some(parent) => below.entry(parent).or_default().push(*id),
            None => tops.push(*id),
        }
    }
    let mut tree = Tree { below, own, placed: HashSet::with_capacity(sections.len()) };
    let mut branches: Vec<Branch> = tops.into_iter().map(|id| tree.branch(id, 1)).collect();
    for (id, _) in sections {
        if !tree.placed.contains(id) {
            branches.push(tree.branch(*id, 1));
        }
    }
    branches
}

struct Tree<F> {
    below: HashMap<Id, Vec<Id>>,
    own: F,
    placed: HashSet<Id>,
}

impl<F: Fn(Id) -> u64> Tree<F> {
    fn branch(&mut self, id: Id, level: usize) -> Branch {
        self.placed.insert(id);
        let children: Vec<Branch> = if level + 1 < MAX_DEPTH {
            let children = self.children(id);
            children.into_iter().map(|child| self.branch(child, level + 1)).collect()
        } else if level < MAX_DEPTH {
            self.all_below(id).into_iter().map(|id| self.leaf(id)).collect()
        } else {
            Vec::new()
        };
        let own = (self.own)(id);
        let total = own + children.iter().map(|child| child.total).sum::<u64>();
        Branch { id, own, total, children }
    }

    fn leaf(&self, id: Id) -> Branch {
        let own = (self.own)(id);
        Branch { id, own, total: own, children: Vec::new() }
    }

    /// The children that stand nowhere yet. They do now.
    fn children(&mut self, id: Id) -> Vec<Id> {
        let children = self.below.remove(&id).unwrap_or_default();
        children.into_iter().filter(|child| self.placed.insert(*child)).collect()
    }

    fn all_below(&mut self, id: Id) -> Vec<Id> {
        let mut all = self.children(id);
        let mut next = 0;
        while let Some(id) = all.get(next).copied() {
            all.extend(self.children(id));
            next += 1;
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: usize) -> Id {
        Id::of_key(Kind::Section, &number.to_string())
    }

    fn written(branches: &[Branch]) -> String {
        let one = |branch: &Branch| {
            let name = (0..100).find(|number| id(*number) == branch.id).expect("it is known");
            format!("{name}:{}/{}({})", branch.own, branch.total, written(&branch.children))
        };
        branches.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_section_counts_its_own_articles_and_those_of_all_below() {
        let sections = [(id(1), None), (id(2), Some(id(1))), (id(3), Some(id(2))), (id(4), Some(id(77)))];
        let own = HashMap::from([(id(1), 1), (id(2), 10), (id(3), 100)]);
        assert_eq!(
            written(&tree(&sections, |id| own.get(&id).copied().unwrap_or_default())),
            "1:1/111(2:10/110(3:100/100())) 4:0/0()"
        );
    }

    #[test]
    fn sections_in_a_circle_are_all_there_once() {
        let sections =
            [(id(1), Some(id(3))), (id(2), Some(id(1))), (id(3), Some(id(2))), (id(4), Some(id(4)))];
        assert_eq!(written(&tree(&sections, |_| 0)), "1:0/0(2:0/0(3:0/0())) 4:0/0()");
    }

    #[test]
    fn what_is_too_deep_stands_on_the_deepest_level() {
        let sections: Vec<_> = (0..40).map(|number| (id(number), number.checked_sub(1).map(id))).collect();
        let tree = tree(&sections, |_| 1);
        assert_eq!(tree[0].total, 40);
        let (mut level, mut branches) = (0, tree.as_slice());
        while let Some(first) = branches.first() {
            level += 1;
            branches = &first.children;
        }
        assert_eq!(level, MAX_DEPTH);
    }
}
