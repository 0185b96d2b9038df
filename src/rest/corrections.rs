//! The corrections of the newsroom at the REST door: what a page called Corrections shows.

use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use utoipa::ToSchema;

use super::access::Operation;
use super::article::CorrectionBody;
use super::list;
use super::resource::{AS_OF, PERSPECTIVE, as_of};
use crate::app::{Site, read};
use crate::domain::{Article, Edition, Kind, Query, Shape, Sort};
use crate::http::filter;
use crate::http::route::Method;
use crate::http::{Client, Parameter, Parameters, Problem};

const FILTERS: &[Parameter] = &filter::parameters::<{ filter::CORRECTED.len() }>(filter::CORRECTED);

const VIEW: &[Parameter] = &[AS_OF, PERSPECTIVE];

const PARAMETERS: &[&[Parameter]] = &[FILTERS, list::PLACE, VIEW];

/// Reading them.
pub(super) const OPERATION: Operation = Operation {
    method: Method::Get,
    path: "/v1/corrections",
    name: "list_corrections",
    tag: "Articles",
    scope: None,
    summary: "List corrections",
    doc: "The public articles that were corrected, the latest correction first, each with its corrections, page by \
          page.",
    variables: &[],
    parameters: PARAMETERS,
    statuses: &[304, 400, 401, 403, 503],
};

/// An article that was corrected, with its corrections.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = CorrectedArticle)]
pub(super) struct CorrectedBody {
    /// The id of the article; the same through every door.
    #[schema(format = Uuid)]
    id: String,
    /// Always `article`.
    #[serde(rename = "type")]
    type_name: &'static str,
    /// The language it is written in.
    locale: String,
    /// Its name in the address.
    slug: String,
    /// Its page on the newsroom's own site.
    url: String,
    /// The headline, without markup.
    title: String,
    /// When it was last corrected.
    #[schema(format = DateTime)]
    corrected_at: String,
    /// What was corrected, newest first.
    corrections: Vec<CorrectionBody>,
}

pub(super) async fn list(Client(context): Client, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let parameters = Parameters::parse(request.query_string(), PARAMETERS)?;
    let as_of = as_of(&context, &parameters).await?;
    let query = Query { sort: Some(Sort::CorrectedDesc), ..list::query(&parameters, filter::CORRECTED)? };
    let found = read::page::<Article>(&context, as_of, query, Shape::bare()).await?;
    let site = context.app.site();
    let listing = found.listing.map(|edition| CorrectedBody::of(&edition, site));
    Ok(list::answer(listing, context.is_confidential(as_of), &request))
}

impl CorrectedBody {
    fn of(edition: &Edition<Article>, site: &Site) -> Self {
        let article = &edition.content;
        let corrections = article.newest_corrections();
        let corrected_at = corrections.first().map_or(edition.clocks.published_at, |latest| latest.at);
        Self {
            id: edition.id.to_string(),
            type_name: Kind::Article.as_str(),
            locale: article.locale.to_string(),
            slug: article.slug.to_string(),
            url: site.article_url(article),
            title: article.title.clone(),
            corrected_at: corrected_at.to_string(),
            corrections: corrections.into_iter().map(CorrectionBody::of).collect(),
        }
    }
}
