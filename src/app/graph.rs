//! What was loaded along with the entries of an answer: every entry once, found by id.
//!
//! At one moment an entry is the same wherever it appears, so the graph holds it once, and doors walk from entry
//! to entry without asking the database again. How many statements it takes to load depends on the shape alone.

mod ancestors;
mod gaps;
mod related;
mod resolved;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

pub use gaps::Missing;
pub use resolved::Resolved;

use super::read::{Listing, prepare};
use crate::analysis::text::Texts;
use crate::document::Documented;
use crate::domain::body::Mode;
use crate::domain::content::Outline;
use crate::domain::related::Reasons;
use crate::domain::shape::{List, ListOf};
use crate::domain::{
    Article, AsOf, Author, Content, Edition, FactBox, Id, Image, Kind, Link, Locale, Result, Role, Section,
    Shape, Tag, Timestamp,
};
use crate::store::{self, AnyConnection};

/// Entries by id, as of one moment.
#[derive(Debug)]
pub struct Graph {
    as_of: AsOf,
    /// The present: the desk is told what readers are shown at present.
    now: Timestamp,
    entries: HashMap<Id, AnyEdition>,
    /// Entries that are visible and were not loaded.
    visible: HashSet<Id>,
    /// Entries that were public and are not any more, as far as that was asked. The desk sees them all the same.
    withdrawn: HashSet<Id>,
    pinned: HashMap<(Id, u32), Arc<Edition<FactBox>>>,
    translations: HashMap<Id, Vec<Id>>,
    /// The members of translation groups that were withdrawn, as far as that was asked.
    lost: HashMap<Id, Vec<(Locale, Id)>>,
    lists: HashMap<(Id, ListOf), Listing<Arc<Edition<Article>>>>,
    /// The articles that are related to an article, in their order.
    related: HashMap<Id, Vec<(Id, Reasons)>>,
    /// The tags that stand together with a tag, and how many articles have both.
    related_tags: HashMap<Id, Vec<(Id, u64)>>,
}

/// An edition of any kind, shared.
#[derive(Clone, Debug)]
pub enum AnyEdition {
    /// Of an article.
    Article(Arc<Edition<Article>>),
    /// Of an author.
    Author(Arc<Edition<Author>>),
    /// Of a fact box.
    FactBox(Arc<Edition<FactBox>>),
    /// Of a section.
    Section(Arc<Edition<Section>>),
    /// Of a tag.
    Tag(Arc<Edition<Tag>>),
    /// Of an image.
    Image(Arc<Edition<Image>>),
}

impl AnyEdition {
    fn links(&self) -> Vec<Link> {
        match self {
            Self::Article(edition) => edition.content.links(),
            Self::Author(edition) => edition.content.links(),
            Self::FactBox(edition) => edition.content.links(),
            Self::Section(edition) => edition.content.links(),
            Self::Tag(edition) => edition.content.links(),
            Self::Image(edition) => edition.content.links(),
        }
    }

    /// The number of the revision, and how the entry is found.
    #[must_use]
    pub fn outline(&self) -> (u32, Outline) {
        fn of<C: Content>(edition: &Edition<C>) -> (u32, Outline) {
            (edition.revision, edition.content.outline())
        }
        match self {
            Self::Article(edition) => of(edition),
            Self::Author(edition) => of(edition),
            Self::FactBox(edition) => of(edition),
            Self::Section(edition) => of(edition),
            Self::Tag(edition) => of(edition),
            Self::Image(edition) => of(edition),
        }
    }

    /// The entry and its revision, when it is read under embargo.
    fn embargoed(&self) -> Option<(Kind, Id, u32)> {
        fn of<C: Content>(edition: &Edition<C>) -> Option<(Kind, Id, u32)> {
            edition.embargoed_until.map(|_| (C::KIND, edition.id, edition.revision))
        }
        match self {
            Self::Article(edition) => of(edition),
            Self::Author(edition) => of(edition),
            Self::FactBox(edition) => of(edition),
            Self::Section(edition) => of(edition),
            Self::Tag(edition) => of(edition),
            Self::Image(edition) => of(edition),
        }
    }

    fn translation_group(&self) -> Option<Id> {
        match self {
            Self::Article(edition) => edition.content.translation_group,
            Self::FactBox(edition) => edition.content.translation_group,
            Self::Author(_) | Self::Section(_) | Self::Tag(_) | Self::Image(_) => None,
        }
    }

    fn has_body(&self) -> bool {
        match self {
            Self::Article(edition) => edition.content.body.is_loaded(),
            _ => true,
        }
    }
}

/// A kind of content whose editions can be put into a graph and found again.
pub trait InGraph: Documented + Texts {
    /// Wraps an edition.
    fn wrap(edition: Arc<Edition<Self>>) -> AnyEdition;
    /// Unwraps it, when it is of this kind.
    fn unwrap(edition: &AnyEdition) -> Option<&Arc<Edition<Self>>>;
}

macro_rules! in_graph {
    ($($kind:ident),*) => {$(
        impl InGraph for $kind {
            fn wrap(edition: Arc<Edition<Self>>) -> AnyEdition {
                AnyEdition::$kind(edition)
            }

            fn unwrap(edition: &AnyEdition) -> Option<&Arc<Edition<Self>>> {
                match edition {
                    AnyEdition::$kind(edition) => Some(edition),
                    _ => None,
                }
            }
        }
    )*};
}
in_graph!(Article, Author, FactBox, Section, Tag, Image);

impl Graph {
    /// An empty graph.
    #[must_use]
    pub fn new(as_of: AsOf, now: Timestamp) -> Self {
        Self {
            as_of,
            now,
            entries: HashMap::new(),
            visible: HashSet::new(),
            withdrawn: HashSet::new(),
            pinned: HashMap::new(),
            translations: HashMap::new(),
            lost: HashMap::new(),
            lists: HashMap::new(),
            related: HashMap::new(),
            related_tags: HashMap::new(),
        }
    }

    /// Entries of several kinds, each in its shape. What is not visible is not in it.
    pub(super) fn of(
        connection: &mut AnyConnection,
        as_of: AsOf,
        now: Timestamp,
        wanted: Vec<(Kind, Vec<Id>, Shape)>,
    ) -> Result<Arc<Self>> {
        let mut graph = Self::new(as_of, now);
        for (kind, ids, shape) in wanted {
            graph.load(connection, kind, &ids, shape.body)?;
            graph.fill(connection, &ids, &shape)?;
        }
        Ok(Arc::new(graph))
    }

    /// The moment.
    #[must_use]
    pub const fn as_of(&self) -> AsOf {
        self.as_of
    }

    /// An entry of a kind; `None` when it is not visible, or was not asked for.
    #[must_use]
    pub fn get<C: InGraph>(&self, id: Id) -> Option<&Arc<Edition<C>>> {
        self.entries.get(&id).and_then(C::unwrap)
    }

    /// What was read under embargo: kinds, ids and revisions, in the order of the ids.
    #[must_use]
    pub fn embargoed(&self) -> Vec<(Kind, Id, u32)> {
        let mut embargoed: Vec<_> = self.entries.values().filter_map(AnyEdition::embargoed).collect();
        embargoed.sort_unstable_by_key(|(_, id, _)| *id);
        embargoed
    }

    /// Whether an entry that another refers to is visible.
    #[must_use]
    pub fn is_visible(&self, id: Id) -> bool {
        self.entries.contains_key(&id) || self.visible.contains(&id)
    }

    /// An entry of whatever kind.
    #[must_use]
    pub fn any(&self, id: Id) -> Option<&AnyEdition> {
        self.entries.get(&id)
    }

    /// A fact box, as an article shows it. A pinned revision disappears with its box.
    #[must_use]
    pub fn fact_box(&self, id: Id, mode: Mode) -> Option<&Arc<Edition<FactBox>>> {
        let followed = self.get::<FactBox>(id)?;
        match mode {
            Mode::Pin(revision) if revision != followed.revision => self.pinned.get(&(id, revision)),
            Mode::Pin(_) | Mode::Follow => Some(followed),
        }
    }

    /// The other members of an article's or fact box's translation group.
    pub fn translations<C: InGraph>(&self, of: &Edition<C>) -> impl Iterator<Item = &Arc<Edition<C>>> {
        let group = of.content.outline().translation_group;
        let members = group.and_then(|group| self.translations.get(&group)).map_or(&[][..], Vec::as_slice);
        members.iter().filter(move |id| **id != of.id).filter_map(|id| self.get::<C>(*id))
    }

    /// A list below an entry.
    #[must_use]
    pub fn list(&self, parent: Id, list: &ListOf) -> Option<&Listing<Arc<Edition<Article>>>> {
        self.lists.get(&(parent, list.clone()))
    }

    /// Puts editions in, and returns them shared. One that is there with its body is not replaced by one without.
    pub(super) fn add<C: InGraph>(&mut self, editions: Vec<Edition<C>>) -> Vec<Arc<Edition<C>>> {
        let mut shared = Vec::with_capacity(editions.len());
        for edition in editions {
            let id = edition.id;
            let new = C::wrap(Arc::new(edition));
            let known = self.entries.get(&id).filter(|known| known.has_body() || !new.has_body()).cloned();
            let kept = known.unwrap_or(new);
            shared.extend(C::unwrap(&kept).cloned());
            self.entries.insert(id, kept);
        }
        shared
    }

    /// Loads what `shape` asks for with the entries `roots`, which are in the graph.
    pub(super) fn fill(&mut self, connection: &mut AnyConnection, roots: &[Id], shape: &Shape) -> Result<()> {
        if roots.is_empty() {
            return Ok(());
        }
        let shape = with_embedded(shape);
        if shape.references {
            self.look_at_references(connection, roots)?;
        }
        for (role, below) in &shape.roles {
            self.follow(connection, roots, *role, below)?;
        }
        if let Some(below) = &shape.translations {
            self.fill_translations(connection, roots, below)?;
        }
        if let Some(below) = &shape.ancestors {
            self.fill_ancestors(connection, roots, below)?;
        }
        if shape.unavailable {
            self.look_at_gaps(connection, roots, shape.translations.is_some())?;
        }
        for List { key, shape: below } in &shape.lists {
            self.fill_list(connection, roots, key, below)?;
        }
        if let Some(related) = &shape.related {
            self.fill_related(connection, roots, related)?;
        }
        if let Some(size) = shape.related_tags {
            self.fill_related_tags(connection, roots, size)?;
        }
        Ok(())
    }

    fn look_at_references(&mut self, connection: &mut AnyConnection, roots: &[Id]) -> Result<()> {
        let links = roots.iter().filter_map(|root| self.entries.get(root)).flat_map(AnyEdition::links);
        let ids: BTreeSet<Id> = links.map(|link| link.target).collect();
        let ids: Vec<Id> = ids.into_iter().filter(|id| !self.is_visible(*id)).collect();
        self.visible.extend(store::edition::visible_ids(connection, self.as_of, &ids)?);
        Ok(())
    }

    fn follow(
        &mut self,
        connection: &mut AnyConnection,
        roots: &[Id],
        role: Role,
        shape: &Shape,
    ) -> Result<()> {
        let of_roots = roots.iter().filter_map(|root| self.entries.get(root)).flat_map(AnyEdition::links);
        let links: BTreeSet<Link> = of_roots.filter(|link| link.role == role).collect();
        let mut targets: Vec<Id> = links.iter().map(|link| link.target).collect();
        targets.dedup();
        self.load(connection, role.target(), &targets, shape.body)?;
        self.load_pinned(connection, &links)?;
        self.fill(connection, &targets, shape)
    }

    /// Loads entries that are not here, or here without the body that is wanted.
    pub(super) fn load(
        &mut self,
        connection: &mut AnyConnection,
        kind: Kind,
        ids: &[Id],
        body: bool,
    ) -> Result<()> {
        let is_here = |id: &Id| self.entries.get(id).is_some_and(|known| known.has_body() || !body);
        let missing: Vec<Id> = ids.iter().filter(|id| !is_here(id)).copied().collect();
        match kind {
            Kind::Article => self.load_of::<Article>(connection, &missing, body),
            Kind::Author => self.load_of::<Author>(connection, &missing, body),
            Kind::FactBox => self.load_of::<FactBox>(connection, &missing, body),
            Kind::Section => self.load_of::<Section>(connection, &missing, body),
            Kind::Tag => self.load_of::<Tag>(connection, &missing, body),
            Kind::Image => self.load_of::<Image>(connection, &missing, body),
        }
    }

    fn load_of<C: InGraph>(&mut self, connection: &mut AnyConnection, ids: &[Id], body: bool) -> Result<()> {
        let editions = store::edition::by_ids::<C>(connection, self.as_of, ids, body)?;
        self.add(editions);
        Ok(())
    }

    fn load_pinned(&mut self, connection: &mut AnyConnection, links: &BTreeSet<Link>) -> Result<()> {
        let keys = links.iter().filter_map(|link| link.pin.map(|pin| (link.target, pin)));
        let keys: Vec<_> = keys.filter(|key| !self.pinned.contains_key(key)).collect();
        for edition in store::edition::pinned::<FactBox>(connection, self.as_of, &keys)? {
            self.pinned.insert((edition.id, edition.revision), Arc::new(edition));
        }
        Ok(())
    }

    fn fill_translations(
        &mut self,
        connection: &mut AnyConnection,
        roots: &[Id],
        shape: &Shape,
    ) -> Result<()> {
        let editions = roots.iter().filter_map(|root| self.entries.get(root));
        let (mut groups, mut kind) = (Vec::new(), Kind::Article);
        for edition in editions {
            if let AnyEdition::FactBox(_) = edition {
                kind = Kind::FactBox;
            }
            groups.extend(edition.translation_group());
        }
        groups.sort_unstable();
        groups.dedup();
        let members = store::edition::translations(connection, self.as_of, &groups)?;
        let mut ids: Vec<Id> = members.values().flatten().copied().collect();
        ids.sort_unstable();
        self.translations.extend(members);
        self.load(connection, kind, &ids, shape.body)?;
        self.fill(connection, &ids, shape)
    }

    fn fill_list(
        &mut self,
        connection: &mut AnyConnection,
        roots: &[Id],
        key: &ListOf,
        shape: &Shape,
    ) -> Result<()> {
        let moment = super::read::Moment { as_of: self.as_of, now: self.now };
        let prepared = prepare(connection, moment, Kind::Article, &key.query, Some(key.role))?;
        let pages = store::list::pages_below::<Article>(
            connection,
            self.as_of,
            roots,
            key.role,
            &prepared.conditions,
            &prepared.page,
            shape.body,
        )?;
        let mut children = Vec::new();
        for (parent, page) in pages {
            let Listing { items, cursors, has_next, has_previous, total } = Listing::new(page, prepared.list);
            let items = self.add(items);
            children.extend(items.iter().map(|edition| edition.id));
            let listing = Listing { items, cursors, has_next, has_previous, total };
            self.lists.insert((parent, key.clone()), listing);
        }
        children.sort_unstable();
        children.dedup();
        self.fill(connection, &children, shape)
    }
}

/// A body cannot be rendered without what it embeds and links to.
fn with_embedded(shape: &Shape) -> Shape {
    let unavailable = shape.unavailable;
    let shape = Shape { references: shape.references || unavailable, ..shape.clone() };
    if !shape.body {
        return shape;
    }
    let facts = Shape { unavailable, ..Shape::bare() };
    shape
        .with(Role::Image, Shape::bare())
        .with(Role::FactBox, facts.with(Role::Related, Shape::bare()))
        .with(Role::Related, Shape::bare())
}
