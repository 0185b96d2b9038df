//! A client of the whole server, in process: every route, no socket.

use actix_web::http::header::HeaderMap;
use actix_web::test::{self, TestRequest};
use dateline::app::App;
use dateline::server;
use serde_json::{Value, json};

/// An answer.
#[derive(Debug)]
pub(crate) struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Reply {
    /// The body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("not JSON: {error}: {}", self.text()))
    }

    /// The body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header field.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }
}

/// Sends one request to a server of its own around the application.
pub(crate) async fn send(app: &App, request: TestRequest) -> Reply {
    let service = test::init_service(actix_web::App::new().configure(server::routes(app.clone()))).await;
    let response = test::call_service(&service, request.to_request()).await;
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let body = test::read_body(response).await.to_vec();
    Reply { status, headers, body }
}

/// GET.
pub(crate) async fn get(app: &App, path: &str) -> Reply {
    send(app, TestRequest::get().uri(path)).await
}

/// GET of JSON that is there.
pub(crate) async fn get_json(app: &App, path: &str) -> Value {
    let reply = get(app, path).await;
    assert_eq!(reply.status, 200, "{path}: {}", reply.text());
    reply.json()
}

/// A GraphQL query by POST, as clients send it.
pub(crate) async fn graphql(app: &App, query: &str, variables: Value) -> Reply {
    let request = TestRequest::post()
        .uri("/graphql")
        .insert_header(("accept", "application/graphql-response+json"))
        .set_json(json!({ "query": query, "variables": variables }));
    send(app, request).await
}

/// The data of a GraphQL query that succeeds.
pub(crate) async fn graphql_data(app: &App, query: &str) -> Value {
    let answer = graphql(app, query, json!({})).await.json();
    assert!(answer.get("errors").is_none(), "{query}: {answer}");
    answer["data"].clone()
}
