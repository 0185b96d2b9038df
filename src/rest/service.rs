//! What stands beside the collections: the index, the health checks and the `OpenAPI` document.

use std::sync::OnceLock;

use actix_web::http::header::{CACHE_CONTROL, HeaderName, HeaderValue, VARY};
use actix_web::web::{Data, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;

use super::{Places, openapi};
use crate::app::App;
use crate::http::{Answer, Problem, Route};

const JSON: &[&str] = &["application/json"];

const INDEX: Route = Route {
    path: "/",
    name: "get_index",
    summary: "What stands where",
    doc: "The newsroom's name, the server's version and where to begin. Whoever names `text/html`, as browsers do, gets \
          a page for people, where the server has them.",
    variables: &[],
    parameters: &[],
    media_types: JSON,
    statuses: &[304],
};

const LIVE: Route = Route {
    path: "/health/live",
    name: "get_liveness",
    summary: "Whether the process runs",
    doc: "Always answers while the process runs, whatever the state of the database. Restart it when it does not.",
    variables: &[],
    parameters: &[],
    media_types: JSON,
    statuses: &[],
};

const READY: Route = Route {
    path: "/health/ready",
    name: "get_readiness",
    summary: "Whether requests can be answered",
    doc: "Asks the database. While it does not answer, send requests elsewhere.",
    variables: &[],
    parameters: &[],
    media_types: JSON,
    statuses: &[503],
};

const DOCUMENT: Route = Route {
    path: "/openapi.json",
    name: "get_openapi",
    summary: "This document",
    doc: "The description of the interface that you are reading, for programs.",
    variables: &[],
    parameters: &[],
    media_types: JSON,
    statuses: &[304],
};

/// The routes beside the collections.
pub(super) const ROUTES: &[Route] = &[INDEX, LIVE, READY, DOCUMENT];

/// What is known of other doors: the document, which describes them, and the places that the index leads to.
struct Around {
    others: openapi::Others,
    document: OnceLock<String>,
    places: Places,
}

/// Registers them.
pub(super) fn routes(config: &mut ServiceConfig, others: openapi::Others, places: Places) {
    config.app_data(Data::new(Around { others, document: OnceLock::new(), places }));
    INDEX.register(config, index);
    LIVE.register(config, live);
    READY.register(config, ready);
    DOCUMENT.register(config, document);
}

/// What stands where, for programs. Where there are pages for people, browsers get one of them instead.
async fn index(app: Data<App>, around: Data<Around>, request: HttpRequest) -> HttpResponse {
    let mut answer = json!({
        "name": app.site().name,
        "server": concat!("Dateline ", env!("CARGO_PKG_VERSION")),
        "articles": "/v1/articles",
        "openapi": "/openapi.json",
        "feeds": ["/feeds/all.rss", "/feeds/all.atom", "/feeds/all.json"],
        "health": ["/health/live", "/health/ready"],
    });
    for (name, path) in &around.places {
        answer[*name] = json!(path);
    }
    Answer::json(&answer).with(VARY, "Accept".to_owned()).to(&request)
}

/// The process runs.
async fn live() -> HttpResponse {
    HttpResponse::Ok().insert_header(no_store()).json(json!({ "status": "live" }))
}

/// It can answer: the database does.
async fn ready(app: Data<App>) -> Result<HttpResponse, Problem> {
    app.check().await?;
    Ok(HttpResponse::Ok().insert_header(no_store()).json(json!({ "status": "ready" })))
}

async fn document(around: Data<Around>, request: HttpRequest) -> HttpResponse {
    let text = around.document.get_or_init(|| openapi::document(around.others));
    Answer::new("application/json", text.clone().into_bytes()).to(&request)
}

const fn no_store() -> (HeaderName, HeaderValue) {
    (CACHE_CONTROL, HeaderValue::from_static("no-store"))
}
