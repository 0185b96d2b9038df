//! Following the log: what is told and what never is, planned moments, places to go on from, and both transports.

mod articles;
mod events;
mod limits;
mod model;
mod nodes;
mod planned;
mod readers;
mod resume;
mod socket;
mod stopping;

use std::net::TcpListener;
use std::time::Duration;

use actix_web::http::Method;
use actix_web::test::TestRequest;
use actix_web::{App as Actix, HttpServer};
use dateline::app::live::{self, Follower};
use dateline::app::{App, Clock, Context, Ids};
use dateline::domain::access::Role;
use dateline::domain::{Caller, Change, Effect, Perspective, Timestamp};
use dateline::graphql::LiveLimits;
use dateline::server::{self, Doors};
use serde_json::{Value, json};

use crate::support::client::{Reply, send};
use crate::support::desk::key;

/// Whoever edits here.
struct Desk {
    app: App,
    token: String,
}

impl Desk {
    async fn of(app: &App, role: Role) -> Self {
        Self { app: app.clone(), token: key(app, role).await }
    }

    /// The same at another time.
    fn at(&self, time: &str) -> Self {
        Self { app: at(&self.app, time), token: self.token.clone() }
    }

    async fn send(&self, method: Method, path: &str, revision: Option<u64>, body: &Value) -> Reply {
        let mut request = TestRequest::default().method(method).uri(path).set_json(body);
        request = request.insert_header(("authorization", format!("Bearer {}", self.token)));
        if let Some(revision) = revision {
            request = request.insert_header(("if-match", format!("\"{revision}\"")));
        }
        let reply = send(&self.app, request).await;
        assert!((200..300).contains(&reply.status), "{path}: {}", reply.text());
        reply
    }

    /// Makes an entry; its address.
    async fn create(&self, collection: &str, document: Value) -> String {
        let reply = self.send(Method::POST, &format!("/v1/{collection}"), None, &document).await;
        reply.header("location").expect("its address").to_owned()
    }

    async fn act(&self, path: &str, action: &str, revision: u64, body: Value) {
        self.send(Method::POST, &format!("{path}/{action}"), Some(revision), &body).await;
    }

    async fn save(&self, path: &str, revision: u64, body: Value) {
        self.send(Method::PATCH, path, Some(revision), &body).await;
    }

    /// An article that is public at once; its address.
    async fn publish(&self, slug: &str) -> String {
        let path = self.create("articles", article(slug)).await;
        self.act(&path, "publish", 1, json!({})).await;
        path
    }

    /// A fact box that is public at once, and an article that follows it; their addresses.
    async fn followed(&self, slug: &str) -> (String, String) {
        let facts = json!({ "locale": "en", "slug": format!("{slug}-box"), "title": "Facts", "items": [{ "text": "Old." }] });
        let facts = self.create("fact-boxes", facts).await;
        self.act(&facts, "publish", 1, json!({})).await;
        let mut document = article(slug);
        document["body"] = json!([{ "_type": "factBox", "_key": "f", "ref": id(&facts), "mode": "follow" }]);
        let path = self.create("articles", document).await;
        self.act(&path, "publish", 1, json!({})).await;
        (facts, path)
    }
}

fn article(slug: &str) -> Value {
    json!({ "locale": "en", "slug": slug, "title": format!("About {slug}"), "lead": "For readers.", "body": { "markdown": "One." } })
}

fn id(path: &str) -> &str {
    path.rsplit('/').next().expect("an id")
}

/// The same newsroom at another time.
pub(crate) fn at(app: &App, time: &str) -> App {
    let moment: Timestamp = time.parse().expect("a moment");
    App::new(app.store().clone(), Clock::standing_at(moment), Ids::Random, app.site().clone())
        .with_access(app.access())
}

/// A reader without a key.
async fn reader(app: &App) -> Context {
    let caller = dateline::app::access::authenticate(app, None, None).await.expect("a reader");
    Context { app: app.clone(), caller }
}

fn operator(app: &App) -> Context {
    Context { app: app.clone(), caller: Caller::operator() }
}

/// What is told behind a place, up to now.
async fn told(context: &Context, since: i64, perspective: Perspective) -> Vec<Change> {
    let mut follower = Follower::begin(context, Some(since), perspective).await.expect("it begins");
    let mut changes = Vec::new();
    while let Ok(next) = tokio::time::timeout(Duration::from_millis(150), follower.next(3)).await {
        changes.extend(next.expect("changes"));
    }
    changes
}

/// The same for readers: entries and effects.
async fn seen(app: &App, since: i64) -> Vec<(String, Effect)> {
    let changes = told(&reader(app).await, since, Perspective::Published).await;
    changes.into_iter().map(|change| (change.entry.to_string(), change.effect.expect("an effect"))).collect()
}

/// The number of the latest change, whoever may know of it.
async fn end(app: &App) -> i64 {
    let log = dateline::app::change::after(app, 0, 10_000).await.expect("the log");
    log.last().map_or(0, |change| change.sequence)
}

/// Tells the log of all that has come.
pub(crate) async fn pass(app: &App) {
    while live::pass::pass(app).await.expect("it passes") {}
}

/// A server with a socket, and what follows the log for it. Both end with it.
struct Served {
    address: String,
    handle: actix_web::dev::ServerHandle,
    follows: actix_web::rt::task::JoinHandle<()>,
}

impl Served {
    fn start(app: &App, limits: LiveLimits) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address").to_string();
        let routes = server::routes_of(app.clone(), Doors { live: limits, ..Doors::default() });
        let server = HttpServer::new(move || Actix::new().configure(routes.clone()))
            .workers(1)
            .disable_signals()
            .listen(listener)
            .expect("it listens")
            .run();
        let handle = server.handle();
        actix_web::rt::spawn(server);
        let follows = actix_web::rt::spawn(live::run(app.clone()));
        Self { address, handle, follows }
    }

    fn url(&self) -> String {
        format!("http://{}/graphql", self.address)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.follows.abort();
        std::mem::drop(self.handle.stop(false));
    }
}

/// Waits for something that must come soon.
async fn soon<T>(what: &str, coming: impl Future<Output = T>) -> T {
    let coming = tokio::time::timeout(Duration::from_secs(10), coming).await;
    coming.unwrap_or_else(|_| panic!("{what} did not come"))
}

/// Limits with short times.
fn quick() -> LiveLimits {
    let millis = Duration::from_millis;
    LiveLimits {
        patience: millis(300),
        heartbeat: millis(200),
        recheck: millis(100),
        ..LiveLimits::default()
    }
}
