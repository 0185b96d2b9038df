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

/// A resource that can only be read.
pub fn reads<F, Args>(path: &str, handler: F) -> Resource
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    Methods::new(path).get(handler)
}

/// A method of HTTP that is used here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads. HEAD goes with it.
    Get,
    /// Makes something, or does something.
    Post,
    /// Changes something in part.
    Patch,
}

impl Method {
    /// As HTTP writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Patch => "PATCH",
        }
    }
}

/// A resource and the methods that it has; every other is refused.
#[derive(Debug)]
pub struct Methods {
    path: String,
}

impl Methods {
    /// The resource at a path.
    #[must_use]
    pub fn new(path: &str) -> Self {
        Self { path: path.to_owned() }
    }

    /// It can be read.
    pub fn get<F, Args>(self, handler: F) -> Resource
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.start("GET, HEAD").route(read(handler))
    }

    /// It can be posted to.
    pub fn post<F, Args>(self, handler: F) -> Resource
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.start("POST").route(web::post().to(handler))
    }

    /// It can be read and posted to.
    pub fn get_and_post<F, A, G, B>(self, get: F, post: G) -> Resource
    where
        F: Handler<A>,
        A: FromRequest + 'static,
        F::Output: Responder + 'static,
        G: Handler<B>,
        B: FromRequest + 'static,
        G::Output: Responder + 'static,
    {
        self.start("GET, HEAD, POST").route(read(get)).route(web::post().to(post))
    }

    /// It can be read and changed in part.
    pub fn get_and_patch<F, A, G, B>(self, get: F, patch: G) -> Resource
    where
        F: Handler<A>,
        A: FromRequest + 'static,
        F::Output: Responder + 'static,
        G: Handler<B>,
        B: FromRequest + 'static,
        G::Output: Responder + 'static,
    {
        self.start("GET, HEAD, PATCH").route(read(get)).route(web::patch().to(patch))
    }

    fn start(self, allowed: &'static str) -> Resource {
        let refuse = move || async move { not_allowed(allowed) };
        let below_an_entry = self.path.contains("{id}/");
        let resource = web::resource(self.path).default_service(web::to(refuse));
        // No language and slug is taken for an id and what stands below it.
        if below_an_entry { resource.guard(guard::fn_guard(has_id)) } else { resource }
    }
}

/// Whether the third part of the path has the length of an id, which no language has.
fn has_id(context: &guard::GuardContext<'_>) -> bool {
    context.head().uri.path().split('/').nth(3).is_some_and(|part| part.len() == 36)
}

fn read<F, Args>(handler: F) -> actix_web::Route
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    web::route().guard(guard::Any(guard::Get()).or(guard::Head())).to(handler)
}

fn not_allowed(allowed: &'static str) -> HttpResponse {
    let error = Error::new(ErrorCode::MethodNotAllowed, format!("Only {allowed} is possible here."));
    let mut response = Problem(error).error_response();
    response.headers_mut().insert(ALLOW, HeaderValue::from_static(allowed));
    response
}
