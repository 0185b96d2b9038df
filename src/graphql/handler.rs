//! GraphQL over HTTP (the working draft of 2026): methods, negotiation, status codes, limits.
//!
//! Everything that can be refused is refused before execution. Clients that only accept `application/json` get
//! the statuses that the draft keeps for them.

use std::sync::Arc;
use std::time::Duration;

use actix_web::http::header::{self, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse};
use async_graphql::{Request, Response, ServerError, Value};
use serde_json::json;

use super::request::GraphQlRequest;
use super::{Schema, limits};
use crate::app::Context;
use crate::domain::{Actor, Error, ErrorCode, Result};
use crate::http::{self, Answer, Client, Languages, Problem, problem};

const GRAPHQL_JSON: &str = "application/graphql-response+json";
const JSON: &str = "application/json";
/// The largest body of a POST: the longest document, and room for variables.
const MAX_BODY: usize = 4 * limits::MAX_BYTES;
/// How long an operation may take.
const DEADLINE: Duration = Duration::from_secs(20);

pub(super) async fn handle(
    schema: Data<Schema>,
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
        Err(Problem(error)) => refused(media_type, &Refusal::Ours(error)),
        Ok(Client(context)) => {
            let confidential = context.caller.actor != Actor::Anonymous;
            let languages = Arc::new(Languages::of(&request, Vec::new(), &context.app.site().locales));
            match answer(&schema, context, &languages, &request, payload).await {
                Ok(response) => executed(&request, media_type, &languages, response, confidential),
                Err(refusal) => refused(media_type, &refusal),
            }
        }
    };
    response.headers_mut().append(header::VARY, HeaderValue::from_static("Accept"));
    response
}

/// Something that was refused before execution.
#[derive(Debug)]
enum Refusal {
    /// By us.
    Ours(Error),
    /// Because a variable is missing.
    Variables(Error),
    /// By the parser or by validation.
    Invalid(Vec<ServerError>),
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Ours(error)
    }
}

async fn answer(
    schema: &Schema,
    context: Context,
    languages: &Arc<Languages>,
    request: &HttpRequest,
    payload: Payload,
) -> Result<Response, Refusal> {
    let is_get = *request.method() == Method::GET;
    let asked = match *request.method() {
        Method::GET => GraphQlRequest::from_get(request.query_string())?,
        Method::POST => GraphQlRequest::from_post(request, &http::request::read(payload, MAX_BODY).await?)?,
        _ => return Err(Error::new(ErrorCode::MethodNotAllowed, "Use GET or POST.").into()),
    };
    limits::check_text(&asked.query)?;
    let document = async_graphql::parser::parse_query(&asked.query)
        .map_err(|error| Refusal::Invalid(vec![ServerError::from(error)]))?;
    let operation = asked.operation(&document)?;
    if is_get {
        GraphQlRequest::check_get(operation)?;
    }
    asked.check_variables(operation).map_err(Refusal::Variables)?;
    let cost = limits::cost(&document, operation, &asked.variables)?;

    let GraphQlRequest { query, operation_name, variables } = asked;
    let mut execution = Request::new(query).variables(variables).data(context).data(languages.clone());
    if let Some(name) = operation_name {
        execution = execution.operation_name(name);
    }
    execution.set_parsed_query(document);
    let response = tokio::time::timeout(DEADLINE, schema.execute(execution)).await.map_err(|_| {
        Error::new(ErrorCode::Unavailable, "The query took too long. Ask for less, or try again later.")
    })?;
    if is_request_error(&response) {
        return Err(Refusal::Invalid(response.errors));
    }
    let cost = json!({ "requested": cost, "maximum": limits::MAX_COST });
    Ok(response.extension("cost", Value::from_json(cost).unwrap_or_default()))
}

/// Whether validation refused the operation: then nothing was executed, and there is no `data`.
fn is_request_error(response: &Response) -> bool {
    response.data == Value::Null
        && !response.errors.is_empty()
        && response.errors.iter().all(|error| error.path.is_empty())
}

fn executed(
    request: &HttpRequest,
    media_type: &'static str,
    languages: &Languages,
    response: Response,
    confidential: bool,
) -> HttpResponse {
    let Response { data, extensions, errors, .. } = response;
    let mut body = serde_json::Map::new();
    if !errors.is_empty() {
        body.insert("errors".to_owned(), json!(errors));
    }
    body.insert("data".to_owned(), data.into_json().unwrap_or_default());
    body.insert("extensions".to_owned(), json!(extensions));
    let bytes = serde_json::to_vec(&body).unwrap_or_default();
    if errors.is_empty() && *request.method() == Method::GET {
        let mut response = Answer::new(media_type, bytes).confidential(confidential).to(request);
        languages.vary(&mut response);
        return response;
    }
    HttpResponse::Ok().content_type(media_type).insert_header((header::CACHE_CONTROL, "no-store")).body(bytes)
}

fn refused(media_type: &'static str, refusal: &Refusal) -> HttpResponse {
    let (status, errors) = match refusal {
        Refusal::Ours(error) | Refusal::Variables(error) => {
            problem::log_failure(error);
            let error = problem::public(error.clone());
            let errors = json!([{ "message": error.detail, "extensions": { "code": error.code.as_str() } }]);
            (problem::status(error.code), errors)
        }
        Refusal::Invalid(errors) => {
            let coded = errors.iter().map(|error| {
                let locations = &error.locations;
                json!({ "message": error.message, "locations": locations, "extensions": { "code": "VALIDATION_FAILED" } })
            });
            (StatusCode::BAD_REQUEST, coded.collect())
        }
    };
    // To a client that only knows application/json, any other status could come from a proxy on the way. What
    // GraphQL itself refuses is 200 for it.
    let is_graphql = matches!(refusal, Refusal::Invalid(_) | Refusal::Variables(_));
    let status = if media_type == JSON && is_graphql { StatusCode::OK } else { status };
    let mut response = HttpResponse::build(status);
    response.content_type(media_type).insert_header((header::CACHE_CONTROL, "no-store"));
    if status == StatusCode::METHOD_NOT_ALLOWED {
        response.insert_header((header::ALLOW, "GET, POST"));
    }
    if let (StatusCode::UNAUTHORIZED, Refusal::Ours(error)) = (status, refusal) {
        response.insert_header((header::WWW_AUTHENTICATE, problem::challenge(error)));
    }
    response.body(serde_json::to_vec(&json!({ "errors": errors })).unwrap_or_default())
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
