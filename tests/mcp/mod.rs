//! The door for agents: what they are told of, what they get, and what they can never do.

mod reading;
mod writing;

use actix_web::test::TestRequest;
use dateline::app::App;
use serde_json::{Value, json};

use crate::support::client::{Reply, send};

/// Somebody's agent, with a key or without.
pub(crate) struct Agent<'a> {
    app: &'a App,
    key: Option<String>,
}

impl<'a> Agent<'a> {
    pub(crate) const fn anonymous(app: &'a App) -> Self {
        Self { app, key: None }
    }

    pub(crate) async fn of(app: &'a App, role: dateline::domain::access::Role) -> Self {
        Self { app, key: Some(crate::support::desk::key(app, role).await) }
    }

    pub(crate) async fn post(&self, body: &str) -> Reply {
        self.post_with(body, &[]).await
    }

    /// With more header fields.
    pub(crate) async fn post_with(&self, body: &str, fields: &[(&'static str, &'static str)]) -> Reply {
        let mut request = TestRequest::post()
            .uri("/mcp")
            .insert_header(("content-type", "application/json"))
            .insert_header(("accept", "application/json, text/event-stream"))
            .set_payload(body.to_owned());
        for field in fields {
            request = request.insert_header(*field);
        }
        if let Some(key) = &self.key {
            request = request.insert_header(("authorization", format!("Bearer {key}")));
        }
        send(self.app, request).await
    }

    /// What a request of the protocol is answered.
    pub(crate) async fn ask(&self, method: &str, parameters: Value) -> Value {
        let body = json!({ "jsonrpc": "2.0", "id": 7, "method": method, "params": parameters });
        let reply = self.post(&body.to_string()).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
        let answer = reply.json();
        assert_eq!((&answer["jsonrpc"], &answer["id"]), (&json!("2.0"), &json!(7)), "{answer}");
        answer
    }

    /// The names of the tools that it is told of.
    pub(crate) async fn tools(&self) -> Vec<String> {
        let answer = self.ask("tools/list", json!({})).await;
        let tools = answer["result"]["tools"].as_array().expect("tools").iter();
        tools.map(|tool| tool["name"].as_str().expect("a name").to_owned()).collect()
    }

    /// What a tool gives: for programs, and for the model.
    pub(crate) async fn call(&self, tool: &str, arguments: Value) -> (Value, String) {
        let answer = self.ask("tools/call", json!({ "name": tool, "arguments": arguments })).await;
        let result = &answer["result"];
        assert_ne!(result["isError"], true, "{answer}");
        let text = result["content"][0]["text"].as_str().expect("a text").to_owned();
        (result["structuredContent"].clone(), text)
    }

    /// Why a tool refuses.
    pub(crate) async fn refused(&self, tool: &str, arguments: Value) -> Value {
        let answer = self.ask("tools/call", json!({ "name": tool, "arguments": arguments })).await;
        assert_eq!(answer["result"]["isError"], true, "{answer}");
        answer["result"]["structuredContent"].clone()
    }
}
