//! Neighbours: the articles right before and right behind one in a list. The article is the place, not a cursor, so that a
//! page needs nothing but its own address.

use std::sync::Arc;

use super::Context;
use super::graph::Graph;
use super::read::{self, Prepared, Read, prepare, remember_early};
use crate::domain::page::{Direction, SortKey};
use crate::domain::{
    Article, AsOf, Condition, Cursor, Edition, Error, Id, Kind, PageRequest, Query, Reference, Result, Role,
    Shape, Sort,
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
    let query = if query.conditions.is_empty() { beside(&article, query) } else { query };
    let sort = query.sort.unwrap_or(Sort::PublishedDesc);
    let query = Query { sort: Some(sort), ..query };
    let cursor = place(&article, sort)?;
    let moment = read::Moment { as_of: read.as_of, now: read.now };
    let Prepared { conditions, page, list: _ } = prepare(connection, moment, Kind::Article, &query, None)?;
    let mut graph = Graph::new(read.as_of, read.now);
    let mut neighbour =
        |connection: &mut AnyConnection, direction| -> Result<Option<Arc<Edition<Article>>>> {
            let page = PageRequest { size: 1, direction, cursor: Some(cursor.clone()), ..page.clone() };
            let page = store::list::page(connection, read.as_of, &conditions, &page, shape.body)?;
            Ok(graph.add(page.items).pop())
        };
    let previous = neighbour(connection, Direction::Backward)?;
    let next = neighbour(connection, Direction::Forward)?;
    let ids: Vec<Id> = previous.iter().chain(&next).map(|article| article.id).collect();
    graph.fill(connection, &ids, shape)?;
    Ok(Neighbours { previous, next, graph: Arc::new(graph) })
}

/// Those of its section, or of no section in particular, in its language.
fn beside(article: &Edition<Article>, query: Query) -> Query {
    let section = article.content.section.map(|id| Condition::Refers(Role::Section, vec![Reference::Id(id)]));
    let locale = Condition::Locale(vec![article.content.locale.clone()]);
    section.into_iter().fold(query.narrowed(locale), Query::narrowed)
}

/// The place of an article in lists of an order.
fn place(article: &Edition<Article>, sort: Sort) -> Result<Cursor> {
    let key = SortKey::of(article, sort)
        .ok_or_else(|| Error::parameter("sort", format!("The article has no place in the order {sort}.")))?;
    Ok(Cursor { key, id: article.id })
}
