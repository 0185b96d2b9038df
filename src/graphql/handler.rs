//! GraphQL over HTTP (the working draft of 2026): methods, negotiation, status codes, limits.
//!
//! Everything that can be refused is refused before execution. Clients that only accept `application/json` get
//! the statuses that the draft keeps for them.

use std::sync::Arc;

use actix_web::http::Method;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse};
use async_graphql::{Request, Response, Value};
use serde_json::json;

use super::refusal::Refusal;
use super::request::{self, GraphQlRequest};
use super::{Door, limits};
use crate::app::{Context, persisted};
use crate::domain::{Actor, Error, ErrorCode, Result};
use crate::http::{self, Answer, Client, Languages, Problem};

const GRAPHQL_JSON: &str = "application/graphql-response+json";
pub(super) const JSON: &str = "application/json";
/// What an operation could cost, and what it may.
const COST: HeaderName = HeaderName::from_static("graphql-cost");

pub(super) async fn handle(
    door: Data<Door>,
    client: Result<Client, Problem>,
    request: HttpRequest,
    payload: Payload,
) -> HttpResponse {
    let Some(media_type) = negotiate(&request) else {
        use actix_web::ResponseError as _;
        let detail = format!("Accept {GRAPHQL_JSON} or {JSON}.");
        return Problem(Error::new(ErrorCode::NotAcceptable, detail)).error_response();
    };
    let mut response = match client {
        Err(Problem(error)) => Refusal::Ours(error).response(media_type),
        Ok(Client(context)) => {
            let confidential = context.caller.actor != Actor::Anonymous;
            let languages = Arc::new(Languages::of(&request, Vec::new(), &context.app.site().locales));
            match answer(&door, context, &languages, &request, payload).await {
                Ok(executed) => executed.response(&request, media_type, &languages, confidential),
                Err(refusal) => refusal.response(media_type),
            }
        }
    };
    response.headers_mut().append(header::VARY, HeaderValue::from_static("Accept, Authorization"));
    response
}

/// What was executed, and what it could cost.
struct Executed {
    response: Response,
    cost: u64,
}

async fn answer(
    door: &Door,
    context: Context,
    languages: &Arc<Languages>,
    request: &HttpRequest,
    payload: Payload,
) -> Result<Executed, Refusal> {
    let is_get = *request.method() == Method::GET;
    let asked = match *request.method() {
        Method::GET => GraphQlRequest::from_get(request.query_string())?,
        Method::POST => {
            GraphQlRequest::from_post(request, &http::request::read(payload, limits::max_body()).await?)?
        }
        _ => return Err(Error::new(ErrorCode::MethodNotAllowed, "Use GET or POST.").into()),
    };
    let GraphQlRequest { source, operation_name, variables } = asked;
    let (document, to_keep) = door.documents.resolve(&context, source).await?;
    let operation = request::operation(&document.parsed, operation_name.as_deref())?;
    if is_get {
        request::check_get(operation)?;
    }
    request::check_variables(operation, &variables).map_err(Refusal::Variables)?;
    let cost = limits::cost(&document.parsed, operation, &variables)?;

    let app = context.app.clone();
    let mut execution = Request::new("").variables(variables).data(context).data(languages.clone());
    if let Some(name) = operation_name {
        execution = execution.operation_name(name);
    }
    execution.set_parsed_query(document.parsed.clone());
    let response = limits::in_time(door.schema.execute(execution)).await?;
    if is_request_error(&response) {
        return Err(Refusal::Invalid(response.errors));
    }
    if let Some(digest) = to_keep {
        persisted::keep(&app, digest, document.text.clone()).await;
    }
    Ok(Executed { response, cost })
}

/// Whether validation refused the operation: then nothing was executed, and there is no `data`.
fn is_request_error(response: &Response) -> bool {
    response.data == Value::Null
        && !response.errors.is_empty()
        && response.errors.iter().all(|error| error.path.is_empty())
}

impl Executed {
    fn response(
        self,
        request: &HttpRequest,
        media_type: &'static str,
        languages: &Languages,
        confidential: bool,
    ) -> HttpResponse {
        let Self { response: Response { data, errors, .. }, cost } = self;
        let mut body = serde_json::Map::new();
        if !errors.is_empty() {
            body.insert("errors".to_owned(), json!(errors));
        }
        body.insert("data".to_owned(), data.into_json().unwrap_or_default());
        let maximum = limits::COST.maximum;
        body.insert("extensions".to_owned(), json!({ "cost": { "requested": cost, "maximum": maximum } }));
        let bytes = serde_json::to_vec(&body).unwrap_or_default();
        // A dictionary of RFC 9651, so that a gateway can count without reading bodies.
        let cost = format!("requested={cost}, maximum={maximum}");
        if errors.is_empty() && *request.method() == Method::GET {
            let answer = Answer::new(media_type, bytes).confidential(confidential);
            let mut response = answer.with(COST, cost).to(request);
            languages.vary(&mut response);
            return response;
        }
        let mut response = HttpResponse::Ok();
        response.content_type(media_type).insert_header((header::CACHE_CONTROL, "no-store"));
        response.insert_header((COST, cost)).body(bytes)
    }
}

/// The media type that the client likes best (RFC 9110 §12.5.1). Without `Accept`, and for those who take
/// anything, it is the one that every client reads.
fn negotiate(request: &HttpRequest) -> Option<&'static str> {
    let mut accept =
        request.headers().get_all(header::ACCEPT).filter_map(|value| value.to_str().ok()).peekable();
    if accept.peek().is_none() {
        return Some(JSON);
    }
    let ranges: Vec<(String, f32)> = accept.flat_map(|value| value.split(',')).map(range).collect();
    let quality = |media_type: &str| {
        let specific = ranges.iter().find(|(range, _)| range == media_type);
        let any_application = ranges.iter().find(|(range, _)| range == "application/*");
        let anything = ranges.iter().find(|(range, _)| range == "*/*");
        specific.or(any_application).or(anything).map_or(0.0, |(_, quality)| *quality)
    };
    let (graphql, json) = (quality(GRAPHQL_JSON), quality(JSON));
    let named = ranges.iter().any(|(range, _)| range == GRAPHQL_JSON);
    match (graphql > 0.0, json > 0.0) {
        (true, true) if named && graphql >= json => Some(GRAPHQL_JSON),
        (_, true) => Some(JSON),
        (true, false) => Some(GRAPHQL_JSON),
        (false, false) => None,
    }
}

fn range(text: &str) -> (String, f32) {
    let mut parts = text.split(';').map(str::trim);
    let media_type = parts.next().unwrap_or_default().to_ascii_lowercase();
    let quality = parts.find_map(|part| part.strip_prefix("q=")).and_then(|quality| quality.parse().ok());
    (media_type, quality.unwrap_or(1.0))
}
