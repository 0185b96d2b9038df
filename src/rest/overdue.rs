//! Facts that are past review, at the REST door.

use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use utoipa::ToSchema;

use super::access::Operation;
use super::list;
use crate::app::review::{self, Overdue};
use crate::domain::body::plain_text;
use crate::domain::fact_box::Fact;
use crate::domain::{Edition, FactBox, Kind, Scope};
use crate::http::filter;
use crate::http::route::Method;
use crate::http::{Client, Form, Parameter, Parameters, Problem};

const FILTERS: &[Parameter] = &[
    filter::OVERDUE[0].parameter,
    Parameter {
        name: "by",
        form: Form::Time,
        doc: "The moment that is asked about, now unless it is given: facts whose day of review is over then, in UTC.",
    },
];

const PARAMETERS: &[&[Parameter]] = &[FILTERS, list::PLACE];

/// Reading them.
pub(super) const OPERATION: Operation = Operation {
    method: Method::Get,
    path: "/v1/fact-boxes/overdue",
    name: "list_overdue_facts",
    tag: "Fact boxes",
    scope: Some(Scope::Preview),
    summary: "List facts that are past review",
    doc: "The fact boxes of the desk with facts that somebody should have looked at by now, the earliest day first, \
          each with these facts, page by page. A cursor is good for the day it was made for.",
    variables: &[],
    parameters: PARAMETERS,
    statuses: &[304, 400, 401, 403, 503],
};

/// A fact box with facts that are past review, as the desk has it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = OverdueFactBox)]
pub(super) struct OverdueBody {
    /// The id of the fact box; the same through every door.
    #[schema(format = Uuid)]
    id: String,
    /// Always `factBox`.
    #[serde(rename = "type")]
    type_name: &'static str,
    /// The language it is written in.
    locale: String,
    /// Its name in addresses.
    slug: String,
    /// What it is about.
    title: String,
    /// The number of the newest revision.
    revision: u32,
    /// The earliest of the days of review that are over.
    #[schema(format = Date)]
    review_by: Option<String>,
    /// How many public articles show it.
    used_in: u64,
    /// The facts, the earliest first.
    facts: Vec<OverdueFactBody>,
}

/// A fact that is past review.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = OverdueFact)]
struct OverdueFactBody {
    /// Its place among the `items` of the box, from 0 on.
    index: usize,
    /// The fact as plain text.
    text: String,
    /// The day by which somebody should have looked at it again.
    #[schema(format = Date)]
    review_by: Option<String>,
}

pub(super) async fn list(Client(context): Client, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let parameters = Parameters::parse(request.query_string(), PARAMETERS)?;
    let query = list::query(&parameters, filter::OVERDUE)?;
    let found = review::overdue(&context, parameters.time("by")?, query).await?;
    Ok(list::answer(found.map(|overdue| OverdueBody::of(&overdue)), true, &request))
}

impl OverdueBody {
    fn of(overdue: &Overdue) -> Self {
        let Edition { id, revision, clocks: _, embargoed_until: _, content } = &*overdue.edition;
        let FactBox { locale, slug, title, items: _, translation_group: _ } = content;
        let facts: Vec<_> = overdue.facts().into_iter().map(OverdueFactBody::of).collect();
        Self {
            id: id.to_string(),
            type_name: Kind::FactBox.as_str(),
            locale: locale.to_string(),
            slug: slug.to_string(),
            title: title.clone(),
            revision: *revision,
            review_by: facts.first().and_then(|fact| fact.review_by.clone()),
            used_in: overdue.used_in,
            facts,
        }
    }
}

impl OverdueFactBody {
    fn of((index, fact): (usize, &Fact)) -> Self {
        let Fact { text, sources: _, as_of: _, review_by } = fact;
        Self { index, text: plain_text(text), review_by: review_by.map(|day| day.to_string()) }
    }
}
