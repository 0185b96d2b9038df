//! GraphQL over HTTP (the working draft of 2026): methods, negotiation, status codes, limits.
//!
//! Everything that can be refused is refused before execution. Clients that only accept `application/json` get
//! the statuses that the draft keeps for them.

use std::sync::Arc;

use actix_web::http::Method;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse, ResponseError as _};
use async_graphql::parser::types::OperationType;

use super::live::{events, socket};
use super::operation::{Executed, Operation};
use super::refusal::Refusal;
use super::request::{GraphQlRequest, Way};
use super::{Door, limits};
use crate::app::Context;
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
    let mut response = if asks_for_socket(&request) {
        match client {
            Ok(Client(context)) => socket::open(&door, context, &request, payload),
            Err(problem) => problem.error_response(),
        }
    } else {
        match negotiate(&request) {
            Accepts { json: None, stream: false } => {
                let detail = format!("Accept {GRAPHQL_JSON}, {JSON} or {}.", events::MEDIA_TYPE);
                return Problem(Error::new(ErrorCode::NotAcceptable, detail)).error_response();
            }
            accepts => match client {
                Err(Problem(error)) => Refusal::Ours(error).response(accepts.json.unwrap_or(JSON)),
                Ok(Client(context)) => respond(&door, context, &request, payload, accepts).await,
            },
        }
    };
    response.headers_mut().append(header::VARY, HeaderValue::from_static("Accept, Authorization"));
    response
}

async fn respond(
    door: &Door,
    context: Context,
    request: &HttpRequest,
    payload: Payload,
    accepts: Accepts,
) -> HttpResponse {
    let confidential = context.caller.actor != Actor::Anonymous;
    let languages = Arc::new(Languages::of(request, Vec::new(), &context.app.site().locales));
    let operation = read(door, context.clone(), &languages, (request, payload), accepts).await;
    let has_many = operation.as_ref().is_ok_and(|operation| operation.ty == OperationType::Subscription);
    let Some(media_type) = accepts.json.filter(|_| !has_many) else {
        let answer = events::answer(door, context, request, operation);
        return answer.unwrap_or_else(|error| Refusal::Ours(error).response(JSON));
    };
    let executed = match operation {
        Ok(operation) => operation.execute(door).await,
        Err(refusal) => Err(refusal),
    };
    match executed {
        Ok(executed) => executed.response(request, media_type, &languages, confidential),
        Err(refusal) => refusal.response(media_type),
    }
}

/// What a request asks to be executed.
async fn read(
    door: &Door,
    context: Context,
    languages: &Arc<Languages>,
    (request, payload): (&HttpRequest, Payload),
    accepts: Accepts,
) -> Result<Operation, Refusal> {
    let asked = match *request.method() {
        Method::GET => GraphQlRequest::from_get(request.query_string())?,
        Method::POST => {
            GraphQlRequest::from_post(request, &http::request::read(payload, limits::max_body()).await?)?
        }
        _ => return Err(Error::new(ErrorCode::MethodNotAllowed, "Use GET or POST.").into()),
    };
    let way = Way { is_get: *request.method() == Method::GET, is_stream: accepts.stream };
    Operation::of(door, context, languages, asked, way).await
}

impl Executed {
    fn response(
        self,
        request: &HttpRequest,
        media_type: &'static str,
        languages: &Languages,
        confidential: bool,
    ) -> HttpResponse {
        let (cost, maximum) = (self.cost, limits::COST.maximum);
        let is_whole = self.response.errors.is_empty();
        let bytes = serde_json::to_vec(&self.body()).unwrap_or_default();
        // A dictionary of RFC 9651, so that a gateway can count without reading bodies.
        let cost = format!("requested={cost}, maximum={maximum}");
        if is_whole && *request.method() == Method::GET {
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

/// Whether a request wants to become a WebSocket.
fn asks_for_socket(request: &HttpRequest) -> bool {
    let upgrade = request.headers().get(header::UPGRADE).and_then(|value| value.to_str().ok());
    *request.method() == Method::GET && upgrade.is_some_and(|to| to.eq_ignore_ascii_case("websocket"))
}

/// What a client takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Accepts {
    /// The media type of one answer.
    json: Option<&'static str>,
    /// Whether it takes events. Only who names them does: a browser that takes anything wants one answer.
    stream: bool,
}

/// What the client likes best (RFC 9110 §12.5.1). Without `Accept`, and for those who take anything, it is the media type
/// that every client reads. Some clients always name events too: they get them where there is more than one answer.
fn negotiate(request: &HttpRequest) -> Accepts {
    let mut accept =
        request.headers().get_all(header::ACCEPT).filter_map(|value| value.to_str().ok()).peekable();
    if accept.peek().is_none() {
        return Accepts { json: Some(JSON), stream: false };
    }
    let ranges: Vec<(String, f32)> = accept.flat_map(|value| value.split(',')).map(range).collect();
    let quality = |media_type: &str| {
        let specific = ranges.iter().find(|(range, _)| range == media_type);
        let any_application = ranges.iter().find(|(range, _)| range == "application/*");
        let anything = ranges.iter().find(|(range, _)| range == "*/*");
        specific.or(any_application).or(anything).map_or(0.0, |(_, quality)| *quality)
    };
    let (graphql, json) = (quality(GRAPHQL_JSON), quality(JSON));
    let names = |name: &str| ranges.iter().any(|(range, quality)| range == name && *quality > 0.0);
    let json = match (graphql > 0.0, json > 0.0) {
        (true, true) if names(GRAPHQL_JSON) && graphql >= json => Some(GRAPHQL_JSON),
        (_, true) => Some(JSON),
        (true, false) => Some(GRAPHQL_JSON),
        (false, false) => None,
    };
    Accepts { json, stream: names(events::MEDIA_TYPE) }
}

fn range(text: &str) -> (String, f32) {
    let mut parts = text.split(';').map(str::trim);
    let media_type = parts.next().unwrap_or_default().to_ascii_lowercase();
    let quality = parts.find_map(|part| part.strip_prefix("q=")).and_then(|quality| quality.parse().ok());
    (media_type, quality.unwrap_or(1.0))
}
