//! The server: puts the doors together. The only place that knows them all.

use std::net::TcpListener;
use std::time::Duration;

use actix_web::http::header::{HeaderValue, X_CONTENT_TYPE_OPTIONS};
use actix_web::middleware::DefaultHeaders;
use actix_web::web::{self, Data, ServiceConfig};
use actix_web::{App as Actix, HttpRequest, HttpResponse, HttpServer, ResponseError as _};

use crate::app::App;
use crate::domain::{Error, ErrorCode};
use crate::http::{Problem, log};
use crate::{feeds, graphql, rest};

/// How the server listens and stops.
#[derive(Debug)]
pub struct Listening {
    /// Where connections come in.
    pub listener: TcpListener,
    /// Threads that answer; each runs many requests at once.
    pub workers: usize,
    /// How long requests in flight may take to finish once the server is told to stop.
    pub shutdown: Duration,
}

/// Adds every route.
pub fn routes(app: App) -> impl FnOnce(&mut ServiceConfig) {
    move |config| {
        config
            .app_data(Data::new(app.clone()))
            .app_data(
                web::PathConfig::default().error_handler(|error, _| {
                    Problem(Error::not_found(format!("such path: {error}"))).into()
                }),
            )
            .configure(graphql::routes(app))
            .configure(rest::routes(feeds::ROUTES))
            .configure(feeds::routes)
            .default_service(web::to(nothing_here));
    }
}

/// The `OpenAPI` document of all doors.
#[must_use]
pub fn openapi() -> String {
    rest::openapi::document(feeds::ROUTES)
}

/// Serves until the process is told to stop (SIGINT, SIGTERM). Requests in flight are finished.
///
/// # Errors
/// `UNAVAILABLE` when connections can no longer be taken.
pub async fn run(app: App, listening: Listening) -> Result<(), Error> {
    let Listening { listener, workers, shutdown } = listening;
    let server = HttpServer::new(move || {
        Actix::new()
            .wrap(DefaultHeaders::new().add((X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"))))
            .wrap(actix_web::middleware::from_fn(log::requests))
            .configure(routes(app.clone()))
    });
    let server = server.workers(workers).shutdown_timeout(shutdown.as_secs()).listen(listener);
    server.map_err(Error::unavailable)?.run().await.map_err(Error::unavailable)
}

async fn nothing_here(request: HttpRequest) -> HttpResponse {
    let detail = format!("There is nothing at {}. Begin at / or read /openapi.json.", request.path());
    Problem(Error::new(ErrorCode::NotFound, detail)).error_response()
}
