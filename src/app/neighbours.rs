//! Neighbours: the articles right before and right behind one in a list. The article is the place, not a cursor, so that a
//! page needs nothing but its own address.

use std::sync::Arc;

use super::Context;
use super::graph::Graph;
use super::read::{self, Prepared, Read, prepare, remember_early};
use crate::domain::page::{Direction, SortKey};
use crate::domain::{
    Article, AsOf, Content as _, Cursor, Edition, Error, Id, Kind, PageRequest, Query, Reference, Result,
    Role, Shape, Sort,
};
use crate::store::slug::Address;
use crate::store::{self, AnyConnection};

/// The neighbours of an article in a list.
#[derive(Debug)]
pub struct Neighbours {
    /// The one right before it, in the order of the list.
    pub previous: Option<Arc<Edition<Article>>>,
    /// The one right behind it.
    pub next: Option<Arc<Edition<Article>>>,
    /// What was loaded along.
    pub graph: Arc<Graph>,
}

/// The neighbours of an article in the list that `query` asks for, of which the page does not matter. A query without any
/// condition asks for the articles of its section in its language. An article that is not in the list has neighbours all
/// the same: those between which it would stand.
///
/// # Errors
/// As [`read::by_id`] when the article is not there; `INVALID_PARAMETER` for a reference to nothing, and for an order in
/// which the article has no place.
pub async fn neighbours(
    context: &Context,
    as_of: AsOf,
    of: Reference,
    query: Query,
    shape: Shape,
) -> Result<Neighbours> {
    let read = Read::of(context, as_of);
    let found = context.app.store.read(move |c| around(c, &read, &of, query, &shape)).await?;
    remember_early(context, &found.graph).await?;
    Ok(found)
}

fn around(
    connection: &mut AnyConnection,
    read: &Read,
    of: &Reference,
    query: Query,
    shape: &Shape,
) -> Result<Neighbours> {
    let what = || format!("{} {of}", Kind::Article.noun());
    let id = match of {
        Reference::Id(id) => *id,
        Reference::Address(locale, slug) => {
            let address = Address { kind: Kind::Article, locale: locale.clone(), slug: slug.clone() };
            read.owner(connection, &address)?.ok_or_else(|| Error::not_found(what()))?
        }
    };
    let article = read::one::<Article>(connection, read, id, &Shape::bare(), what)?.edition;
    let query = if has_conditions(&query) { query } else { beside(&article, query) };
    let cursor = place(&article, query.sort)?;
    let Prepared { filter, page, .. } = prepare(connection, read.as_of, Kind::Article, &query, None)?;
    let mut graph = Graph::new(read.as_of, read.now);
    let mut neighbour =
        |connection: &mut AnyConnection, direction| -> Result<Option<Arc<Edition<Article>>>> {
            let page = PageRequest { size: 1, direction, cursor: Some(cursor.clone()), ..page.clone() };
            let page = store::list::page(connection, read.as_of, &filter, &page, shape.body)?;
            Ok(graph.add(page.items).pop())
        };
    let previous = neighbour(connection, Direction::Backward)?;
    let next = neighbour(connection, Direction::Forward)?;
    let ids: Vec<Id> = previous.iter().chain(&next).map(|article| article.id).collect();
    graph.fill(connection, &ids, shape)?;
    Ok(Neighbours { previous, next, graph: Arc::new(graph) })
}

fn has_conditions(query: &Query) -> bool {
    let Query { sort, size, direction, cursor, total, .. } = query.clone();
    Query { sort, size, direction, cursor, total, ..Query::default() } != *query
}

/// Those of its section, or of no section in particular, in its language.
fn beside(article: &Edition<Article>, query: Query) -> Query {
    let section = article.content.section.map(|id| (Role::Section, Reference::Id(id)));
    let locale = Some(article.content.locale.clone());
    Query { links: section.into_iter().collect(), locale, ..query }
}

/// The place of an article in lists of an order.
fn place(article: &Edition<Article>, sort: Sort) -> Result<Cursor> {
    let outline = article.content.outline();
    let key = match sort {
        Sort::PublishedDesc | Sort::PublishedAsc => Some(SortKey::Time(article.clocks.published_at)),
        Sort::UpdatedDesc | Sort::UpdatedAsc => Some(SortKey::Time(article.clocks.updated_at)),
        Sort::TitleAsc | Sort::TitleDesc => Some(SortKey::Text(outline.title)),
        Sort::CorrectedDesc | Sort::CorrectedAsc => outline.corrected_at.map(SortKey::Time),
        Sort::ReviewAsc | Sort::ReviewDesc => outline.review_by.map(SortKey::Time),
    };
    let key = key
        .ok_or_else(|| Error::parameter("sort", format!("The article has no place in the order {sort}.")))?;
    Ok(Cursor { key, id: article.id })
}
