//! The desk: writing, lifecycle, history and access, as its clients meet them.

mod access;
mod addresses;
mod claims;
mod embargo;
mod fact_boxes;
mod graphql;
mod guesses;
mod history;
mod lifecycle;
mod links;
mod matrix;
mod once;
mod perspective;
mod preview;
mod review;
mod storm;
mod tokens;
mod translations;
mod writing;

use actix_web::http::Method;
use actix_web::test::TestRequest;
use dateline::app::{App, Clock, Ids};
use dateline::domain::Timestamp;
use dateline::domain::access::Role;
use serde_json::{Value, json};

use crate::support::client::{Reply, send};
use crate::support::desk::key;

/// Somebody with a key.
pub(crate) struct Client<'a> {
    app: &'a App,
    token: String,
}

impl<'a> Client<'a> {
    /// Somebody whose key has the scopes of a role.
    pub(crate) async fn of(app: &'a App, role: Role) -> Self {
        Self { app, token: key(app, role).await }
    }

    async fn send(&self, request: TestRequest) -> Reply {
        let bearer = format!("Bearer {}", self.token);
        send(self.app, request.insert_header(("authorization", bearer))).await
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.send(TestRequest::get().uri(path)).await
    }

    /// A write; `revision` is what `If-Match` names.
    async fn write(&self, method: Method, path: &str, revision: Option<u64>, body: &Value) -> Reply {
        let mut request = TestRequest::default().method(method).uri(path).set_json(body);
        if let Some(revision) = revision {
            request = request.insert_header(("if-match", format!("\"{revision}\"")));
        }
        self.send(request).await
    }

    async fn post(&self, path: &str, revision: u64, body: Value) -> Reply {
        self.write(Method::POST, path, Some(revision), &body).await
    }

    async fn patch(&self, path: &str, revision: u64, body: Value) -> Reply {
        self.write(Method::PATCH, path, Some(revision), &body).await
    }

    /// Makes an entry; its address.
    pub(crate) async fn create(&self, collection: &str, document: Value) -> String {
        let reply = self.write(Method::POST, &format!("/v1/{collection}"), None, &document).await;
        assert_eq!(reply.status, 201, "{}", reply.text());
        reply.header("location").expect("its address").to_owned()
    }

    /// Does something that succeeds.
    pub(crate) async fn act(&self, path: &str, revision: u64, body: Value) -> Value {
        let reply = self.post(path, revision, body).await;
        assert_eq!(reply.status, 200, "{path}: {}", reply.text());
        reply.json()
    }

    /// Saves a revision.
    async fn saves(&self, path: &str, revision: u64, body: Value) {
        let reply = self.patch(path, revision, body).await;
        assert_eq!(reply.status, 200, "{path}: {}", reply.text());
    }

    /// Makes an article that is public at once; its address.
    async fn publish(&self, slug: &str) -> String {
        let path = self.create("articles", article(slug)).await;
        self.act(&format!("{path}/publish"), 1, json!({})).await;
        path
    }
}

pub(crate) fn article(slug: &str) -> Value {
    json!({ "locale": "en", "slug": slug, "title": format!("About {slug}"), "body": { "markdown": "One.\n\nTwo." } })
}

/// The same newsroom at another time.
fn at(app: &App, time: &str) -> App {
    let moment: Timestamp = time.parse().expect("a moment");
    App::new(app.store().clone(), Clock::standing_at(moment), Ids::Random, app.site().clone())
}

/// The pointers of a problem.
fn pointers(reply: &Reply) -> Vec<String> {
    let problem = reply.json();
    let errors = problem["errors"].as_array().cloned().unwrap_or_default();
    errors.iter().map(|error| error["pointer"].as_str().expect("a pointer").to_owned()).collect()
}
