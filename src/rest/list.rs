//! Lists: the parameters that all have, and the envelope of their answers.

use actix_web::http::header::LINK;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use utoipa::ToSchema;

use super::search::SearchBody;
use crate::app::Listing;
use crate::domain::page::{Count, Direction, Total};
use crate::domain::{Error, ErrorCode, Query, Result, Sort};
use crate::http::filter::{self, Field};
use crate::http::{Answer, Form, Parameter, Parameters, json};

/// The parameters of every list.
pub(super) const PLACE: &[Parameter] = &[
    Parameter { name: "first", form: Form::Size, doc: "How many entries at most: 1 to 100, usually 20." },
    Parameter {
        name: "after",
        form: Form::Cursor,
        doc: "Begins behind this cursor: `page.next` of the page before.",
    },
    Parameter {
        name: "before",
        form: Form::Cursor,
        doc: "Ends ahead of this cursor: `page.previous` of the page behind. Not together with `after`.",
    },
    Parameter {
        name: "total",
        form: Form::OneOf(&["none", "estimate", "exact"]),
        doc: "Whether to count the whole list. An estimate is exact up to 1000 and a lower bound beyond.",
    },
];

/// The orders that every list of entries has, and some that it may have besides.
macro_rules! orders {
    ($($more:literal),*) => {
        &[$crate::rest::list::sort(&[
            "-publishedAt",
            "publishedAt",
            "-contentUpdatedAt",
            "contentUpdatedAt",
            "-updatedAt",
            "updatedAt",
            "title",
            "-title",
            $($more),*
        ])]
    };
}
pub(super) use orders;

/// The orders of lists of entries.
pub(super) const SORT: &[Parameter] = orders!("relevance");

/// The parameter that chooses one of these orders.
pub(super) const fn sort(orders: &'static [&'static str]) -> Parameter {
    Parameter {
        name: "sort",
        form: Form::OneOf(orders),
        doc: "The order; `-` puts the greatest first. Usually `-publishedAt`, and `relevance` where `q` is searched for.",
    }
}

/// Conditions that are joined: the same as the parameters, as JSON.
pub(super) const fn filter(schema: &'static str) -> Parameter {
    Parameter {
        name: "filter",
        form: Form::Filter(schema),
        doc: "More conditions, as the JSON of an object, which may also join filters with `and`, `or` and `not`. They \
              hold together with those of the other parameters.",
    }
}

/// Reads the parameters of a list that is filtered by some fields.
pub(super) fn query(parameters: &Parameters, fields: &'static [Field]) -> Result<Query> {
    let mut conditions = filter::of_parameters(fields, parameters)?;
    if let Some(text) = parameters.get("filter") {
        let json =
            json::read("filter", text.as_bytes()).map_err(|detail| Error::parameter("filter", detail))?;
        conditions.extend(filter::of_json(fields, &json, "?filter")?);
    }
    let (direction, cursor) = match (parameters.get("after"), parameters.get("before")) {
        (Some(_), Some(_)) => {
            let detail = "after and before cannot be given together.";
            return Err(Error::new(ErrorCode::InvalidPage, detail).at("?before"));
        }
        (_, Some(before)) => (Direction::Backward, Some(before.to_owned())),
        (after, None) => (Direction::Forward, after.map(str::to_owned)),
    };
    Ok(Query {
        conditions,
        sort: parameters.one_of("sort", Sort::parse)?,
        size: parameters.size("first")?,
        direction,
        cursor,
        total: parameters.one_of("total", total)?.unwrap_or(Total::None),
    })
}

fn total(text: &str) -> Option<Total> {
    match text {
        "none" => Some(Total::None),
        "estimate" => Some(Total::Estimate),
        "exact" => Some(Total::Exact),
        _ => None,
    }
}

/// A page of a list.
#[derive(Debug, Serialize)]
struct Envelope<T> {
    /// The entries, in the order of the list.
    data: Vec<T>,
    /// Where the page stands.
    page: PageBody,
    /// What there is to say of the search, when the list is searched.
    #[serde(skip_serializing_if = "Option::is_none")]
    search: Option<SearchBody>,
}

/// Where a page stands in its list.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Page)]
pub(super) struct PageBody {
    /// The cursor to pass as `after` for the next page; null on the last.
    next: Option<String>,
    /// The cursor to pass as `before` for the previous page; null on the first.
    previous: Option<String>,
    /// Whether entries follow.
    has_next: bool,
    /// Whether entries precede.
    has_previous: bool,
    /// The length of the whole list, when it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    total: Option<TotalBody>,
}

/// How many entries a whole list has.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Total)]
struct TotalBody {
    /// The number.
    count: i64,
    /// Whether it is exact; otherwise there are at least so many.
    exact: bool,
}

/// The answer, with links to the neighbouring pages (RFC 8288).
pub(super) fn answer<T: Serialize>(
    listing: Listing<T>,
    confidential: bool,
    request: &HttpRequest,
) -> HttpResponse {
    searched(listing, None, confidential, request)
}

/// The same of a list that is searched.
pub(super) fn searched<T: Serialize>(
    listing: Listing<T>,
    search: Option<SearchBody>,
    confidential: bool,
    request: &HttpRequest,
) -> HttpResponse {
    let Listing { items, cursors, has_next, has_previous, total } = listing;
    let next = cursors.last().filter(|_| has_next).cloned();
    let previous = cursors.first().filter(|_| has_previous).cloned();
    let links = [
        link(request, "after", next.as_deref(), "next"),
        link(request, "before", previous.as_deref(), "prev"),
    ];
    let total = total.map(|Count { count, exact }| TotalBody { count, exact });
    let page = PageBody { next, previous, has_next, has_previous, total };
    let answer = Answer::json(&Envelope { data: items, page, search }).confidential(confidential);
    links.into_iter().flatten().fold(answer, |answer, link| answer.with(LINK, link)).to(request)
}

/// The present address with another cursor.
fn link(request: &HttpRequest, name: &str, cursor: Option<&str>, relation: &str) -> Option<String> {
    let cursor = cursor?;
    let others = url::form_urlencoded::parse(request.query_string().as_bytes())
        .filter(|(name, _)| name != "after" && name != "before");
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(others)
        .append_pair(name, cursor)
        .finish();
    Some(format!("<{}?{query}>; rel=\"{relation}\"", request.path()))
}
