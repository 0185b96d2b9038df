//! The door for agents, as far as this document speaks of it: the tools describe themselves there.

use serde_json::json;
use utoipa::openapi::path::{HttpMethod, PathItem, PathItemBuilder};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{ObjectBuilder, SchemaType, Type};
use utoipa::openapi::{ContentBuilder, Required, ResponseBuilder};

use super::operation::{self, Sketch};
use super::response;

const DOC: &str = "One message of the Model Context Protocol (JSON-RPC 2.0), without a session. Errors of tools and of the \
     protocol are in answers with status 200; notifications are answered with 202.";

/// The path with its operation.
pub(super) fn path(tag: &str) -> PathItem {
    let sketch = Sketch {
        tag,
        name: "post_mcp",
        summary: "A message of an agent",
        doc: DOC,
        variables: &[],
        parameters: &[],
        statuses: &[400, 401, 403, 413, 503],
    };
    let id: SchemaType = [Type::String, Type::Integer].into_iter().collect();
    let schema = ObjectBuilder::new()
        .property("jsonrpc", ObjectBuilder::new().schema_type(Type::String))
        .property("id", ObjectBuilder::new().schema_type(id))
        .property("method", ObjectBuilder::new().schema_type(Type::String))
        .property("params", ObjectBuilder::new().schema_type(Type::Object));
    let example = json!({ "jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {} });
    let content = ContentBuilder::new().schema(Some(schema)).example(Some(example)).build();
    let body = RequestBodyBuilder::new().content("application/json", content).required(Some(Required::True));
    let answered = [("application/json".to_owned(), operation::object())];
    let operation = sketch
        .start()
        .request_body(Some(body.build()))
        .response("200", response::answer("What the message is answered.", &["Cache-Control"], answered))
        .response("202", ResponseBuilder::new().description("The message asks for nothing."));
    PathItemBuilder::new().operation(HttpMethod::Post, operation).build()
}
