//! Whose page sends a request, as browsers say (RFC 6454 §7).

use actix_web::HttpRequest;
use actix_web::http::header::ORIGIN;

/// The origin of a page that is not among those that are allowed; `*` allows any. Programs that are no browsers name none.
#[must_use]
pub fn foreign<'r>(request: &'r HttpRequest, allowed: &[String]) -> Option<&'r str> {
    let origin = request.headers().get(ORIGIN)?.to_str().unwrap_or_default();
    let is_allowed = allowed.iter().any(|allowed| allowed == "*" || allowed == origin);
    (!is_allowed).then_some(origin)
}
