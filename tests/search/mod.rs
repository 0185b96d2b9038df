//! Searching, on both databases: what is found, by whom, in which order.

mod finding;
mod hostile;
mod relevance;
mod visibility;

use dateline::analysis::SearchQuery;
use dateline::app::App;
use dateline::app::search::{self, FoundSearch, Search};
use dateline::domain::{Article, AsOf, Shape};

use crate::support::database::noon;
use crate::support::desk::operator;

/// What a query finds among articles, first page.
pub(crate) async fn find(app: &App, as_of: AsOf, query: &str) -> FoundSearch<Article> {
    found(app, as_of, Search { size: 100, ..Search::new(parsed(query)) }).await
}

pub(crate) async fn found(app: &App, as_of: AsOf, search: Search) -> FoundSearch<Article> {
    search::page::<Article>(&operator(app), as_of, search, Shape::bare()).await.expect("it can be searched")
}

pub(crate) fn parsed(query: &str) -> SearchQuery {
    SearchQuery::parse("q", query).expect("a query")
}

/// The slugs of what a query finds now, the best first.
pub(crate) async fn slugs(app: &App, query: &str) -> Vec<String> {
    slugs_of(&find(app, AsOf::Now(noon()), query).await)
}

pub(crate) fn slugs_of(found: &FoundSearch<Article>) -> Vec<String> {
    found.listing.items.iter().map(|edition| edition.content.slug.to_string()).collect()
}
