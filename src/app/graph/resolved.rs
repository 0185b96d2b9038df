//! A graph as the renderers of bodies ask it.

use super::Graph;
use crate::app::Site;
use crate::document::{self, Json};
use crate::domain::body::{Mode, Span, shown};
use crate::domain::{Article, Body, FactBox, Gap, Id, Image, Link, Links, Role, Unavailable};

/// Lends a graph to the renderers of bodies.
#[derive(Debug, Clone, Copy)]
pub struct Resolved<'a> {
    graph: &'a Graph,
    site: &'a Site,
    links: Links,
}

impl<'a> Resolved<'a> {
    /// What was loaded along, and where links lead. What is not there is left out.
    #[must_use]
    pub const fn new(graph: &'a Graph, site: &'a Site) -> Self {
        Self { graph, site, links: Links::Omit }
    }

    /// The same, with something else in the place of what is not there.
    #[must_use]
    pub const fn with_links(self, links: Links) -> Self {
        Self { links, ..self }
    }

    /// A body as Portable Text, as readers may have it: what is not public is not even named.
    #[must_use]
    pub fn portable_text(&self, body: &Body) -> Json {
        match self.links {
            Links::Omit => document::blocks_to_json(&shown::blocks(body.blocks(), self)),
            Links::Null | Links::Stub => document::blocks_with_gaps(body.blocks(), &|link| self.gap(link)),
        }
    }

    /// Text as Portable Text, of which the same holds.
    #[must_use]
    pub fn rich_text(&self, spans: &[Span]) -> Json {
        match self.links {
            Links::Omit => document::spans_to_json(&shown::spans(spans, self)),
            Links::Null | Links::Stub => document::spans_with_gaps(spans, &|link| self.gap(link)),
        }
    }

    /// What stands where a reference of a text leads nowhere.
    fn gap(&self, link: &Link) -> Option<Gap> {
        use shown::Shows as _;
        let shown = match link.role {
            Role::Image => self.image(link.target),
            Role::FactBox => self.fact_box(link.target, link.pin.map_or(Mode::Follow, Mode::Pin)),
            _ => self.article(link.target),
        };
        let state = || (self.links == Links::Stub).then(|| self.graph.unavailable(link.target));
        (!shown).then(|| Gap { kind: link.role.target(), state: state() })
    }
}

impl shown::Shows for Resolved<'_> {
    fn image(&self, id: Id) -> bool {
        self.graph.get::<Image>(id).is_some()
    }

    fn fact_box(&self, id: Id, mode: Mode) -> bool {
        self.graph.fact_box(id, mode).is_some()
    }

    fn article(&self, id: Id) -> bool {
        self.graph.get::<Article>(id).is_some()
    }
}

impl crate::render::Resolve for Resolved<'_> {
    fn image(&self, id: Id) -> Option<&Image> {
        self.graph.get::<Image>(id).map(|edition| &edition.content)
    }

    fn image_url(&self, id: Id) -> Option<String> {
        self.graph.get::<Image>(id).map(|edition| self.site.image_url(id, &edition.content))
    }

    fn fact_box(&self, id: Id, mode: Mode) -> Option<&FactBox> {
        self.graph.fact_box(id, mode).map(|edition| &edition.content)
    }

    fn article_url(&self, id: Id) -> Option<String> {
        self.graph.get::<Article>(id).map(|edition| self.site.article_url(&edition.content))
    }

    fn unavailable(&self, link: &Link) -> Option<Unavailable> {
        (self.links == Links::Stub).then(|| self.graph.unavailable(link.target))
    }
}
