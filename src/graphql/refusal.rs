//! What was refused before execution, and how clients are told.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header;
use async_graphql::ServerError;
use serde_json::{Value, json};

use super::handler::JSON;
use super::{hint, scalar};
use crate::domain::{Error, ErrorCode};
use crate::http::problem;

/// Something that was refused before execution.
#[derive(Debug)]
pub(super) enum Refusal {
    /// By us.
    Ours(Error),
    /// Because a variable is missing.
    Variables(Error),
    /// By the parser or by validation.
    Invalid(Vec<ServerError>),
    /// By the field of a subscription, which could not begin.
    Unbegun(Vec<ServerError>),
    /// Because the document is not kept here. The client sends it then: a step of automatic persisted queries.
    Persisted(Error),
}

/// What is wrong, in one line. The parser draws a picture of the place, which is told as `locations`.
fn message(error: &ServerError) -> String {
    let picture = error.message.trim_start().starts_with("-->").then_some(&error.message);
    match picture.and_then(|picture| picture.rsplit_once("= ")) {
        Some((_, expected)) => format!("This is not GraphQL: {}.", expected.trim_end()),
        None => scalar::with_example(&error.message),
    }
}

/// Up to how many errors of a document are helped with: it can have thousands.
const HELPED: usize = 10;

/// What is wrong with a document, and what may have been meant.
fn helped((index, error): (usize, &ServerError)) -> String {
    let message = message(error);
    let hint = (index < HELPED).then(|| hint::of(&message)).flatten();
    match hint {
        Some(hint) => format!("{}. {hint}", message.trim_end_matches('.')),
        None => message,
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Ours(error)
    }
}

impl Refusal {
    /// As one error: the first, where the document is not valid.
    pub(super) fn into_error(self) -> Error {
        match self {
            Self::Ours(error) | Self::Variables(error) | Self::Persisted(error) => error,
            Self::Invalid(errors) | Self::Unbegun(errors) => {
                let detail = errors.first().map(|error| {
                    let message = helped((0, error));
                    match error.locations.first() {
                        Some(place) => format!("Line {}, column {}: {message}", place.line, place.column),
                        None => message,
                    }
                });
                Error::new(ErrorCode::ValidationFailed, detail.unwrap_or_default())
            }
        }
    }

    /// The errors, as clients read them.
    pub(super) fn errors(&self) -> Value {
        match self {
            Self::Ours(error) | Self::Variables(error) | Self::Persisted(error) => {
                problem::log_failure(error);
                let error = problem::public(error.clone());
                json!([{ "message": error.detail, "extensions": { "code": error.code.as_str() } }])
            }
            Self::Invalid(errors) => {
                let coded = errors.iter().enumerate().map(|(index, error)| {
                    let locations = &error.locations;
                    let message = helped((index, error));
                    json!({ "message": message, "locations": locations, "extensions": { "code": "VALIDATION_FAILED" } })
                });
                coded.collect()
            }
            Self::Unbegun(errors) => json!(errors),
        }
    }

    /// The answer.
    pub(super) fn response(&self, media_type: &'static str) -> HttpResponse {
        let errors = self.errors();
        let status = match self {
            Self::Ours(error) | Self::Variables(error) | Self::Persisted(error) => {
                problem::status(error.code)
            }
            Self::Invalid(_) | Self::Unbegun(_) => StatusCode::BAD_REQUEST,
        };
        let status = if self.is_told_by_its_body(media_type) { StatusCode::OK } else { status };
        let mut response = HttpResponse::build(status);
        response.content_type(media_type).insert_header((header::CACHE_CONTROL, "no-store"));
        if status == StatusCode::METHOD_NOT_ALLOWED {
            response.insert_header((header::ALLOW, "GET, POST"));
        }
        if let (StatusCode::UNAUTHORIZED, Self::Ours(error)) = (status, self) {
            response.insert_header((header::WWW_AUTHENTICATE, problem::challenge(error)));
        }
        response.body(serde_json::to_vec(&json!({ "errors": errors })).unwrap_or_default())
    }

    /// Whether the status is 200 all the same. To a client that only knows application/json, any other could come from
    /// a proxy on the way. And clients for phones look for the code of a document that is not kept in no other answer.
    fn is_told_by_its_body(&self, media_type: &'static str) -> bool {
        match self {
            Self::Ours(_) => false,
            Self::Variables(_) | Self::Invalid(_) | Self::Unbegun(_) => media_type == JSON,
            Self::Persisted(_) => true,
        }
    }
}
