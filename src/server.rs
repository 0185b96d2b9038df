//! The server: puts the doors together. The only place that knows them all.

use std::net::{IpAddr, TcpListener};
use std::time::Duration;

use actix_cors::Cors;
use actix_web::http::header::{HeaderValue, X_CONTENT_TYPE_OPTIONS};
use actix_web::middleware::DefaultHeaders;
use actix_web::web::{self, Data, ServiceConfig};
use actix_web::{App as Actix, HttpRequest, HttpResponse, HttpServer, ResponseError as _};

use crate::app::{App, live};
use crate::domain::{Error, ErrorCode};
use crate::graphql::LiveLimits;
use crate::http::client::Proxies;
use crate::http::limit::{self, Limits};
use crate::http::{Problem, log};
use crate::{feeds, graphql, mcp, pages, rest};

/// How the server listens and stops.
#[derive(Debug)]
pub struct Listening {
    /// Where connections come in.
    pub listener: TcpListener,
    /// Threads that answer; each runs many requests at once.
    pub workers: usize,
    /// How long requests in flight may take to finish once the server is told to stop.
    pub shutdown: Duration,
    /// Who may ask, and how often.
    pub guard: Guard,
    /// Which doors are open.
    pub doors: Doors,
}

/// Which doors are open besides REST, GraphQL and feeds.
#[derive(Clone, Debug)]
pub struct Doors {
    /// Whether there are pages for people.
    pub pages: bool,
    /// Whether agents are answered.
    pub agents: bool,
    /// What open connections may be.
    pub live: LiveLimits,
}

impl Default for Doors {
    fn default() -> Self {
        Self { pages: true, agents: true, live: LiveLimits::default() }
    }
}

/// Who may ask from where, and how often.
#[derive(Clone, Debug, Default)]
pub struct Guard {
    /// The origins whose pages may use this server (CORS); `*` is any.
    pub cors_origins: Vec<String>,
    /// The proxies that say from where a request really came.
    pub trusted_proxies: Vec<IpAddr>,
    /// Requests in a minute for each address without a key; 0 is no limit.
    pub per_address: u32,
    /// Requests in a minute for each key; 0 is no limit.
    pub per_key: u32,
    /// Credentials in a minute for each address that were not accepted just before; 0 is no limit.
    pub guesses: u32,
}

/// Adds every route: the pages for people, and the doors for programs.
pub fn routes(app: App) -> impl FnOnce(&mut ServiceConfig) + Clone {
    routes_of(app, Doors::default())
}

/// Adds the routes of open doors. What threads share is made here, once for all of them.
pub fn routes_of(app: App, doors: Doors) -> impl FnOnce(&mut ServiceConfig) + Clone {
    let Doors { pages: with_pages, agents: with_agents, live } = doors;
    let agents = mcp::routes(live.origins.clone());
    let graphql = graphql::Door::new(app.clone()).with_limits(live);
    let mut places = vec![("graphql", "/graphql")];
    if with_agents {
        places.push(("mcp", mcp::PATH));
    }
    if with_pages {
        places.extend(pages::PLACES);
    }
    move |config| {
        if with_pages {
            let agents = with_agents.then_some(mcp::PATH);
            let openapi = if with_agents { openapi } else { openapi_without_agents };
            config.configure(pages::routes(pages::Described { openapi, schema: graphql::sdl, agents }));
        }
        if with_agents {
            config.configure(agents);
        }
        config
            .app_data(Data::new(app))
            .app_data(
                web::PathConfig::default().error_handler(|error, _| {
                    Problem(Error::not_found(format!("such path: {error}"))).into()
                }),
            )
            .configure(rest::routes(others(with_agents), places, graphql.check()))
            .configure(graphql.routes())
            .configure(feeds::routes)
            .default_service(web::to(nothing_here));
    }
}

/// The `OpenAPI` document of all doors.
#[must_use]
pub fn openapi() -> String {
    rest::openapi::document(others(true))
}

fn openapi_without_agents() -> String {
    rest::openapi::document(others(false))
}

const fn others(agents: bool) -> rest::openapi::Others {
    rest::openapi::Others { feeds: feeds::ROUTES, agents }
}

/// Serves until the process is told to stop (SIGINT, SIGTERM). Requests in flight are finished.
///
/// # Errors
/// `UNAVAILABLE` when connections can no longer be taken.
pub async fn run(app: App, listening: Listening) -> Result<(), Error> {
    let Listening { listener, workers, shutdown, guard, doors } = listening;
    let Guard { cors_origins, trusted_proxies, per_address, per_key, guesses } = guard;
    let (limits, proxies) =
        (Data::new(Limits::new(per_address, per_key, guesses)), Data::new(Proxies(trusted_proxies)));
    let quiet = limits.clone();
    actix_web::rt::spawn(async move {
        loop {
            tokio::time::sleep(Duration::from_mins(1)).await;
            quiet.forget_the_quiet();
        }
    });
    let follows = actix_web::rt::spawn(live::run(app.clone()));
    actix_web::rt::spawn(end_connections(app.clone()));
    let routes = routes_of(app, doors);
    let server = HttpServer::new(move || {
        Actix::new()
            .app_data(limits.clone())
            .app_data(proxies.clone())
            .wrap(actix_web::middleware::from_fn(limit::tell))
            .wrap(cors(&cors_origins))
            .wrap(DefaultHeaders::new().add((X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"))))
            .wrap(actix_web::middleware::from_fn(log::requests))
            .configure(routes.clone())
    });
    let server = server.workers(workers).shutdown_timeout(shutdown.as_secs()).listen(listener);
    let done = server.map_err(Error::unavailable)?.run().await.map_err(Error::unavailable);
    follows.abort();
    done
}

/// Open connections would last until their time is up: they end when the process is told to stop.
async fn end_connections(app: App) {
    use tokio::signal::unix::{SignalKind, signal};
    let told = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()));
    let (Ok(mut terminate), Ok(mut interrupt)) = told else { return };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    app.live().end();
}

/// Pages of these origins may read, and write with a key. There are no cookies, so nothing is done in the name of whoever
/// looks at a page.
fn cors(origins: &[String]) -> Cors {
    let cors = Cors::default()
        .allowed_methods(["GET", "HEAD", "POST", "PATCH"])
        .allowed_headers([
            "accept",
            // What clients of Apollo and of agents send of themselves.
            "apollographql-client-name",
            "apollographql-client-version",
            "authorization",
            "content-type",
            "idempotency-key",
            "if-match",
            "if-none-match",
            "last-event-id",
            "mcp-protocol-version",
        ])
        .expose_headers([
            "etag",
            "graphql-cost",
            "link",
            "location",
            "ratelimit",
            "ratelimit-policy",
            "retry-after",
            "x-request-id",
        ])
        .max_age(3600);
    match origins {
        [any] if any == "*" => cors.allow_any_origin().send_wildcard(),
        origins => origins.iter().fold(cors, |cors, origin| cors.allowed_origin(origin)),
    }
}

async fn nothing_here(request: HttpRequest) -> HttpResponse {
    let detail = format!("There is nothing at {}. Begin at / or read /openapi.json.", request.path());
    Problem(Error::new(ErrorCode::NotFound, detail)).error_response()
}
