//! Routes as data: a door registers them from its table, and the `OpenAPI` document describes the same table.

use actix_web::http::header::{ALLOW, HeaderValue};
use actix_web::web::{self, ServiceConfig};
use actix_web::{FromRequest, Handler, HttpResponse, Resource, Responder, ResponseError as _, guard};

use super::{Parameter, Problem};
use crate::domain::{Error, ErrorCode};

/// A route that is read with GET.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// The path, with its variables in braces.
    pub path: &'static str,
    /// What it is called in generated clients.
    pub name: &'static str,
    /// What it answers, in a line.
    pub summary: &'static str,
    /// What it answers, in full.
    pub doc: &'static str,
    /// The variables of the path.
    pub variables: &'static [Parameter],
    /// The query parameters.
    pub parameters: &'static [&'static [Parameter]],
    /// What it can answer with.
    pub media_types: &'static [&'static str],
    /// The statuses beside 200.
    pub statuses: &'static [u16],
}

impl Route {
    /// Registers it.
    pub fn register<F, Args>(&self, config: &mut ServiceConfig, handler: F)
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        config.service(reads(self.path, handler));
    }
}

/// A resource that can only be read: GET and HEAD are for `handler`, every other method is refused.
pub fn reads<F, Args>(path: &str, handler: F) -> Resource
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    let get = guard::Any(guard::Get()).or(guard::Head());
    web::resource(path).route(web::route().guard(get).to(handler)).default_service(web::to(only_get))
}

async fn only_get() -> HttpResponse {
    let error = Error::new(ErrorCode::MethodNotAllowed, "Only GET and HEAD are possible here.");
    let mut response = Problem(error).error_response();
    response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    response
}
