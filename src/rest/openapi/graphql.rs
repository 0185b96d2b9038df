//! The GraphQL door, as far as this document speaks of it: `schema.graphql` describes what can be asked.

use serde_json::json;
use utoipa::openapi::path::{HttpMethod, OperationBuilder, PathItem, PathItemBuilder};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaType, Type};
use utoipa::openapi::{ContentBuilder, RefOr, Required};

use super::operation::{self, Sketch};
use super::response;
use crate::http::{Form, Parameter, problem};

const DOC: &str = "One operation on the schema in `schema.graphql`, over HTTP as the GraphQL-over-HTTP draft has it. Subscriptions come as \
     `text/event-stream` to whoever accepts that (graphql-sse, `EventSource`), or over a WebSocket at the same address \
     (graphql-transport-ws).";
const EXAMPLE: &str = "query Front { articles(first: 3) { nodes { title } } }";
const MEDIA_TYPES: &[&str] = &["application/json", "application/graphql-response+json"];

const OPTIONAL: &[&[Parameter]] = &[&[
    Parameter { name: "query", form: Form::Text(EXAMPLE), doc: "The document." },
    Parameter {
        name: "documentId",
        form: Form::Text("5d41402abc4b2a76b9719d911017c592"),
        doc: "Instead of the document, the id of one that is trusted, or its digest: `sha256:` and 64 digits.",
    },
    Parameter { name: "variables", form: Form::Text("{}"), doc: "The variables, as a JSON object." },
    Parameter { name: "operationName", form: Form::Text("Front"), doc: "Which operation of the document." },
    Parameter {
        name: "extensions",
        form: Form::Text("{}"),
        doc: "A JSON object; `persistedQuery` is known, as clients of Apollo send it: `{\"version\": 1, \"sha256Hash\": \"…\"}`.",
    },
]];

/// What is refused before it is executed. The rest is in `errors` of an answer with status 200.
const REFUSALS: &[(&str, &str)] = &[
    ("400", "The request or the document is not valid."),
    ("401", "The credentials are not accepted."),
    ("403", "Only trusted documents run here, and this is none."),
    ("404", "There is no document with this id."),
    ("406", "A subscription needs `text/event-stream`, or a WebSocket."),
    ("413", "The body is too large."),
    ("415", "The body is not JSON."),
    ("429", "Too many requests in a minute."),
    ("503", "The database cannot be reached, or the query took too long."),
];

/// The path with its two operations.
pub(super) fn path(tag: &str) -> PathItem {
    let get = sketch(tag, "get_graphql", "A GraphQL query by GET", OPTIONAL, &[304]).start();
    let post = sketch(tag, "post_graphql", "A GraphQL query by POST", &[], &[]).start();
    PathItemBuilder::new()
        .operation(HttpMethod::Get, answers(get))
        .operation(HttpMethod::Post, answers(post.request_body(Some(body()))))
        .build()
}

const fn sketch<'a>(
    tag: &'a str,
    name: &'a str,
    summary: &'a str,
    parameters: &'a [&'a [Parameter]],
    statuses: &'a [u16],
) -> Sketch<'a> {
    Sketch { tag, name, summary, doc: DOC, variables: &[], parameters, statuses }
}

fn body() -> RequestBody {
    let typed =
        |types: &[Type]| ObjectBuilder::new().schema_type(types.iter().cloned().collect::<SchemaType>());
    let schema = ObjectBuilder::new()
        .property("query", typed(&[Type::String]))
        .property("documentId", typed(&[Type::String]))
        .property("variables", typed(&[Type::Object, Type::Null]))
        .property("operationName", typed(&[Type::String, Type::Null]))
        .property("extensions", typed(&[Type::Object, Type::Null]));
    let content =
        ContentBuilder::new().schema(Some(schema)).example(Some(json!({ "query": EXAMPLE }))).build();
    RequestBodyBuilder::new().content("application/json", content).required(Some(Required::True)).build()
}

fn answers(operation: OperationBuilder) -> OperationBuilder {
    let bodies = |media_types: &[&str]| -> Vec<(String, RefOr<Schema>)> {
        media_types.iter().map(|media_type| ((*media_type).to_owned(), operation::object())).collect()
    };
    let ok = response::answer(
        "`data`, `errors` and `extensions`.",
        &["Cache-Control", "GraphQL-Cost"],
        bodies(MEDIA_TYPES),
    );
    let neither = response::answer("Neither media type is accepted.", &[], bodies(&[problem::MEDIA_TYPE]));
    let operation = operation.response("200", ok).response("406", neither);
    REFUSALS.iter().fold(operation, |operation, (status, doc)| {
        operation.response(*status, response::answer(doc, &[], bodies(MEDIA_TYPES)))
    })
}
