//! Shapes: what is to be loaded along with the entries of a page.
//!
//! A door fills a shape from what its client asked for; `app` then loads everything in a fixed number of
//! statements, however long the page is.

use super::{Query, Role};

/// What to load with each entry. Empty means the entry alone, without its body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "each asks for one thing, and any of them may go together")]
pub struct Shape {
    /// The text of articles, with everything that is needed to render it.
    pub body: bool,
    /// Which of the entries that it refers to are visible, without loading them: for answers that name them by id.
    pub references: bool,
    /// Also why the others are not, and which translations were withdrawn: for answers that tell of them.
    pub unavailable: bool,
    /// What the entry refers to, and in which shape.
    pub roles: Vec<(Role, Shape)>,
    /// The same piece in other languages.
    pub translations: Option<Box<Shape>>,
    /// The sections above a section, up to the top.
    pub ancestors: Option<Box<Shape>>,
    /// Lists below the entry: the articles that refer to it.
    pub lists: Vec<List>,
    /// Articles that have much in common with the article.
    pub related: Option<Box<Related>>,
    /// The tags that often stand together with a tag, so many at most.
    pub related_tags: Option<u32>,
    /// Of what a list was searched for, where it stands in each entry.
    pub highlights: bool,
}

/// Related articles below an article.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Related {
    /// How many at most; 1 to [`PageRequest::MAX_SIZE`](super::PageRequest::MAX_SIZE).
    pub first: u32,
    /// What to load with each.
    pub shape: Shape,
}

/// A list below an entry: the articles that refer to it in one capacity.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct List {
    /// Which list; it finds the answer again.
    pub key: ListOf,
    /// What to load with each article.
    pub shape: Shape,
}

/// Identifies a list below an entry.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ListOf {
    /// The capacity in which the articles refer to the entry.
    pub role: Role,
    /// Which articles, and which part of the list.
    pub query: Query,
}

impl Shape {
    /// The entry alone.
    #[must_use]
    pub fn bare() -> Self {
        Self::default()
    }

    /// The entry, and which of its references lead somewhere.
    #[must_use]
    pub fn with_references() -> Self {
        Self { references: true, ..Self::default() }
    }

    /// The entry, which of its references lead somewhere, and perhaps why the others do not.
    #[must_use]
    pub fn telling(unavailable: bool) -> Self {
        Self { unavailable, ..Self::with_references() }
    }

    /// Also follows `role`, with `shape` at the far end. Asking twice asks for both.
    #[must_use]
    pub fn with(mut self, role: Role, shape: Self) -> Self {
        self.follow(role, shape);
        self
    }

    /// Also loads bodies.
    #[must_use]
    pub fn with_body(mut self) -> Self {
        self.body = true;
        self
    }

    /// Also follows `role`, with `shape` at the far end. Asking twice asks for both.
    pub fn follow(&mut self, role: Role, shape: Self) {
        match self.roles.iter_mut().find(|(known, _)| *known == role) {
            Some((_, known)) => known.merge(shape),
            None => self.roles.push((role, shape)),
        }
    }

    /// Also loads related articles. Asking twice asks for the larger number.
    pub fn relate(&mut self, related: Related) {
        match &mut self.related {
            Some(known) => {
                known.first = known.first.max(related.first);
                known.shape.merge(related.shape);
            }
            None => self.related = Some(Box::new(related)),
        }
    }

    /// Adds everything that `other` asks for.
    pub fn merge(&mut self, other: Self) {
        let Self {
            body,
            references,
            unavailable,
            roles,
            translations,
            ancestors,
            lists,
            related,
            related_tags,
            highlights,
        } = other;
        self.body |= body;
        self.highlights |= highlights;
        self.references |= references;
        self.unavailable |= unavailable;
        for (role, shape) in roles {
            self.follow(role, shape);
        }
        for (known, new) in [(&mut self.translations, translations), (&mut self.ancestors, ancestors)] {
            match (known, new) {
                (Some(known), Some(new)) => known.merge(*new),
                (known, new) => *known = known.take().or(new),
            }
        }
        self.related_tags = self.related_tags.max(related_tags);
        if let Some(related) = related {
            self.relate(*related);
        }
        for list in lists {
            match self.lists.iter_mut().find(|known| known.key == list.key) {
                Some(known) => known.shape.merge(list.shape),
                None => self.lists.push(list),
            }
        }
    }
}
