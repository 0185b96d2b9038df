//! Searching, on both databases: what is found, by whom, in which order.

mod doors;
mod finding;
mod hostile;
mod languages;
mod large;
mod merging;
mod paging;
mod relevance;
mod visibility;

use dateline::app::App;
use dateline::app::read::{self, FoundPage};
use dateline::app::search::Searched;
use dateline::domain::filter::Search;
use dateline::domain::{Article, AsOf, Condition, Query, Shape};

use crate::support::database::noon;
use crate::support::desk::operator;

/// What a query finds among articles, first page.
pub(crate) async fn find(app: &App, as_of: AsOf, query: &str) -> FoundPage<Article> {
    found(app, as_of, Query { size: 100, ..searching(query) }).await
}

pub(crate) async fn found(app: &App, as_of: AsOf, query: Query) -> FoundPage<Article> {
    let shape = Shape { highlights: true, ..Shape::bare() };
    read::page::<Article>(&operator(app), as_of, query, shape).await.expect("it can be searched")
}

pub(crate) fn searching(query: &str) -> Query {
    Query::default().narrowed(Condition::Matches(Search::all_of(query.to_owned())))
}

/// What is said of the search.
pub(crate) fn said(found: &FoundPage<Article>) -> &Searched {
    found.searched.as_ref().expect("the list is searched")
}

/// The slugs of what a query finds now, the best first.
pub(crate) async fn slugs(app: &App, query: &str) -> Vec<String> {
    slugs_of(&find(app, AsOf::Now(noon()), query).await)
}

pub(crate) fn slugs_of(found: &FoundPage<Article>) -> Vec<String> {
    found.listing.items.iter().map(|edition| edition.content.slug.to_string()).collect()
}
