//! The articles below an entry, for pages of sections, tags and authors that take one request.

use serde::Serialize;
use utoipa::ToSchema;

use super::article::ArticleBody;
use super::resource::{Resource as _, Seen, View};
use crate::domain::page::{Count, Total};
use crate::domain::shape::{List, ListOf};
use crate::domain::{Article, Id, Query, Role, Shape};

/// The articles that refer to an entry.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticlesBelow)]
pub(super) struct ArticlesBody {
    /// How many there are.
    count: i64,
    /// Whether that is exact; otherwise there are at least so many.
    exact: bool,
    /// The latest 20, without their bodies.
    latest: Vec<ArticleBody>,
}

/// Also loads the latest articles, when they are included.
pub(super) fn with_articles(shape: Shape, role: Role, view: &View) -> Shape {
    if !view.includes("articles") {
        return shape;
    }
    let list = List { key: key(role), shape: Article::shape(&of_articles(view)) };
    Shape { lists: vec![list], ..shape }
}

/// The latest articles, when they are included.
pub(super) fn articles(id: Id, role: Role, view: &View, seen: &Seen<'_>) -> Option<ArticlesBody> {
    let listing = seen.graph.list(id, &key(role)).filter(|_| view.includes("articles"))?;
    let Count { count, exact } = listing.total.unwrap_or(Count { count: 0, exact: true });
    let view = of_articles(view);
    let latest = listing.items.iter().map(|article| Article::body(article, &view, seen)).collect();
    Some(ArticlesBody { count, exact, latest })
}

fn key(role: Role) -> ListOf {
    ListOf { role, query: Query { total: Total::Estimate, ..Query::default() } }
}

fn of_articles(view: &View) -> View {
    view.below(None, Vec::new())
}
