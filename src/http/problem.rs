//! Errors as problem documents (RFC 9457). The only place where a code becomes an HTTP status.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, RETRY_AFTER, WWW_AUTHENTICATE};
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::{Error, ErrorCode, FieldError};

/// An error on its way to a client.
#[derive(Debug)]
pub struct Problem(pub Error);

/// What went wrong, as a problem document of RFC 9457.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemBody {
    /// Identifies the sort of problem; never changes.
    #[serde(rename = "type")]
    #[schema(example = "tag:dateline,2026:problem/not-found")]
    type_uri: String,
    /// The sort of problem, for people.
    title: &'static str,
    /// The HTTP status.
    status: u16,
    /// The sort of problem, for programs; the same in GraphQL.
    #[schema(example = "NOT_FOUND")]
    code: &'static str,
    /// What happened here, and what to do about it.
    detail: String,
    /// The fields or parameters at fault.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldBody>,
}

/// One field or parameter at fault.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProblemField)]
pub struct FieldBody {
    /// A JSON Pointer into the body (RFC 6901), or `?name` for a parameter.
    pointer: String,
    /// What is wrong with it.
    detail: String,
}

/// The media type of problem documents.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// The field in which clients send credentials: what refused ones are an error at.
pub(super) const CREDENTIALS: &str = "Authorization";

/// How to authenticate (RFC 6750 §3): it tells credentials that were refused from none.
#[must_use]
pub fn challenge(error: &Error) -> &'static str {
    if error.fields.iter().any(|field| field.pointer == CREDENTIALS) {
        "Bearer realm=\"dateline\", error=\"invalid_token\""
    } else {
        "Bearer realm=\"dateline\""
    }
}

/// The status of a code.
#[must_use]
pub const fn status(code: ErrorCode) -> StatusCode {
    match code {
        ErrorCode::NotFound | ErrorCode::PersistedQueryNotFound => StatusCode::NOT_FOUND,
        ErrorCode::Gone => StatusCode::GONE,
        ErrorCode::Killed => StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS,
        ErrorCode::Unauthenticated => StatusCode::UNAUTHORIZED,
        ErrorCode::Forbidden | ErrorCode::DocumentNotTrusted => StatusCode::FORBIDDEN,
        ErrorCode::ValidationFailed | ErrorCode::KeyReused => StatusCode::UNPROCESSABLE_ENTITY,
        ErrorCode::PreconditionRequired => StatusCode::PRECONDITION_REQUIRED,
        ErrorCode::PreconditionFailed => StatusCode::PRECONDITION_FAILED,
        ErrorCode::MalformedRequest
        | ErrorCode::InvalidId
        | ErrorCode::InvalidTime
        | ErrorCode::InvalidLocale
        | ErrorCode::InvalidSlug
        | ErrorCode::InvalidCursor
        | ErrorCode::InvalidPage
        | ErrorCode::UnknownParameter
        | ErrorCode::InvalidParameter
        | ErrorCode::FutureNotPublic
        | ErrorCode::TooComplex
        | ErrorCode::PersistedQueryNotSupported => StatusCode::BAD_REQUEST,
        ErrorCode::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        ErrorCode::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        ErrorCode::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
        ErrorCode::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ErrorCode::Conflict => StatusCode::CONFLICT,
        ErrorCode::RateLimited => StatusCode::TOO_MANY_REQUESTS,
        ErrorCode::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        ErrorCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl ProblemBody {
    fn of(error: &Error) -> Self {
        let code = error.code.as_str();
        Self {
            type_uri: format!("tag:dateline,2026:problem/{}", code.to_ascii_lowercase().replace('_', "-")),
            title: error.code.title(),
            status: status(error.code).as_u16(),
            code,
            detail: error.detail.clone(),
            errors: error.fields.iter().map(FieldBody::of).collect(),
        }
    }
}

/// What a client may know of an error. What a failing database said is for the log; a reader is told only that it
/// failed.
#[must_use]
pub fn public(error: Error) -> Error {
    if error.code == ErrorCode::Unavailable && error.cause().is_some() {
        Error::unavailable("")
    } else {
        error
    }
}

impl FieldBody {
    fn of(field: &FieldError) -> Self {
        let FieldError { pointer, detail } = field;
        Self { pointer: pointer.clone(), detail: detail.clone() }
    }
}

/// Writes a failure of the server into the log, once, with its cause. Without one it had only too much to do.
pub fn log_failure(error: &Error) {
    match error.cause() {
        None if error.code == ErrorCode::Unavailable => {
            tracing::warn!(detail = error.detail, "a request was put off");
        }
        cause if status(error.code).is_server_error() => {
            tracing::error!(code = %error.code, cause, "a request failed");
        }
        _ => {}
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        status(self.0.code)
    }

    fn error_response(&self) -> HttpResponse {
        log_failure(&self.0);
        let mut response = HttpResponse::build(self.status_code());
        response.content_type(MEDIA_TYPE).insert_header((CACHE_CONTROL, "no-store"));
        if self.0.code == ErrorCode::Unauthenticated {
            response.insert_header((WWW_AUTHENTICATE, challenge(&self.0)));
        }
        if self.0.code == ErrorCode::Unavailable {
            response.insert_header((RETRY_AFTER, "5"));
        }
        let body = ProblemBody::of(&public(self.0.clone()));
        response.body(serde_json::to_vec(&body).unwrap_or_default())
    }
}
