//! The neighbours of an article in a list, at the REST door.

use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::access::Operation;
use super::article::{FILTERS, JOINED, VIEW};
use super::list;
use super::openapi::shapes;
use super::resource::{Resource as _, Seen, View, as_of};
use crate::app::neighbours::{self, Neighbours};
use crate::domain::{Article, Edition, Reference};
use crate::http::filter;
use crate::http::route::Method;
use crate::http::{Answer, Client, Form, Parameter, Parameters, Problem};

/// Reading them.
pub(super) const OPERATION: Operation = Operation {
    method: Method::Get,
    path: "/v1/articles/{id}/neighbours",
    name: "get_neighbours_of_article",
    tag: "Articles",
    scope: None,
    summary: "The previous and the next article",
    doc: "The articles right before and right behind one in a list, in the order of the list: with `-publishedAt`, which is \
          usual, `next` is the older one. The parameters are those of the list of articles. Without any condition it is \
          the list of its section in its language. An article that is not in the list has the neighbours between which it \
          would stand.",
    variables: &[Parameter { name: "id", form: Form::Id, doc: "The id." }],
    parameters: &[FILTERS, JOINED, SORT, VIEW],
    statuses: &[304, 400, 401, 403, 404, 410, 451, 503],
};

/// Those in which every article has a place.
const SORT: &[Parameter] = list::orders!("-correctedAt", "correctedAt");

/// The neighbours of an article in a list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Neighbours)]
pub(super) struct NeighboursBody {
    /// The one right before it; null when it is the first.
    #[schema(value_type = Option<shapes::ArticleInView>)]
    previous: Option<Value>,
    /// The one right behind it; null when it is the last.
    #[schema(value_type = Option<shapes::ArticleInView>)]
    next: Option<Value>,
}

pub(super) async fn read(
    Client(context): Client,
    id: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let parameters = Parameters::parse(request.query_string(), OPERATION.parameters)?;
    let as_of = as_of(&context, &parameters).await?;
    let view = View::of(&context, &request, &parameters, &[])?;
    let (of, query) = (Reference::Id(id.parse()?), list::query(&parameters, filter::ARTICLE)?);
    let found = neighbours::neighbours(&context, as_of, of, query, Article::shape(&view)).await?;
    let Neighbours { previous, next, graph } = found;
    let seen = Seen { graph: &graph, site: context.app.site() };
    let body = |article: &Edition<Article>| view.render::<Article>(article, &seen);
    let body = NeighboursBody { previous: previous.as_deref().map(body), next: next.as_deref().map(body) };
    let answer = Answer::json(&body).confidential(context.is_confidential(as_of));
    Ok(view.languages.label(answer.to(&request)))
}
