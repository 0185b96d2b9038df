//! Methods: what is read is read by GET and HEAD.

use actix_web::guard::{self, Guard};
use actix_web::http::header::{ALLOW, HeaderValue};
use actix_web::{HttpResponse, ResponseError as _};

use super::Problem;
use crate::domain::{Error, ErrorCode};

/// Lets GET and HEAD through.
#[must_use]
pub fn is_get() -> impl Guard {
    guard::Any(guard::Get()).or(guard::Head())
}

/// Answers every other method.
pub async fn only_get() -> HttpResponse {
    let error = Error::new(ErrorCode::MethodNotAllowed, "Only GET and HEAD are possible here.");
    let mut response = Problem(error).error_response();
    response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    response
}
