//! What every kind of entry has in common at this door.

use std::sync::Arc;

use async_graphql::{Context, ID, Interface, Result};

use super::article::{Article, ArticleConnection};
use super::author::Author;
use super::fact_box::FactBox;
use super::image::Image;
use super::input::{ArticleFilter, Paging};
use super::section::Section;
use super::tag::Tag;
use super::{error, shape};
use crate::app::Graph;
use crate::app::graph::{AnyEdition, InGraph};
use crate::app::read::FoundPage;
use crate::domain::shape::ListOf;
use crate::domain::{Edition, Id};

/// Anything with an id (Relay Global Object Identification).
#[derive(Clone, Debug, Interface)]
#[graphql(field(name = "id", ty = "ID", desc = "The id; the same through every door."))]
pub(super) enum Node {
    Article(Article),
    Author(Author),
    FactBox(FactBox),
    Section(Section),
    Tag(Tag),
    Image(Image),
}

impl Node {
    /// The entry, when it is visible.
    pub(super) fn find(graph: &Arc<Graph>, id: Id) -> Option<Self> {
        let graph = graph.clone();
        Some(match graph.any(id)?.clone() {
            AnyEdition::Article(edition) => Self::Article(Article::new(edition, graph)),
            AnyEdition::Author(edition) => Self::Author(Author::new(edition, graph)),
            AnyEdition::FactBox(edition) => Self::FactBox(FactBox::new(edition, graph)),
            AnyEdition::Section(edition) => Self::Section(Section::new(edition, graph)),
            AnyEdition::Tag(edition) => Self::Tag(Tag::new(edition, graph)),
            AnyEdition::Image(edition) => Self::Image(Image::new(edition, graph)),
        })
    }
}

/// The list of articles below an entry, which was loaded with it.
pub(super) fn articles_below<C: InGraph>(
    context: &Context<'_>,
    parent: &Edition<C>,
    graph: &Arc<Graph>,
    filter: Option<ArticleFilter>,
    paging: Paging,
) -> Result<ArticleConnection> {
    let query = paging.query(filter, shape::total(&context.field())).map_err(error::of)?;
    let list = ListOf { role: shape::role_towards(C::KIND), query };
    let listing = graph.list(parent.id, &list).cloned();
    let listing =
        listing.ok_or_else(|| error::of(crate::domain::Error::internal("a list was not loaded")))?;
    Ok(ArticleConnection::of(FoundPage { listing, searched: None, graph: graph.clone() }))
}
