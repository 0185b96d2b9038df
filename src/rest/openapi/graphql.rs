//! The GraphQL door, as far as this document speaks of it: `schema.graphql` describes what can be asked.

use serde_json::json;
use utoipa::openapi::path::{HttpMethod, OperationBuilder, PathItem, PathItemBuilder};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaType, Type};
use utoipa::openapi::{ContentBuilder, RefOr, Required};

use super::operation::{self, Sketch};
use super::{parameter, response};
use crate::http::{Form, Parameter, problem};

const DOC: &str =
    "One operation on the schema in `schema.graphql`, over HTTP as the GraphQL-over-HTTP draft has it.";
const EXAMPLE: &str = "query Front { articles(first: 3) { nodes { title } } }";
const MEDIA_TYPES: &[&str] = &["application/json", "application/graphql-response+json"];

const QUERY: Parameter = Parameter { name: "query", form: Form::Text(EXAMPLE), doc: "The document." };
const OPTIONAL: &[&[Parameter]] = &[&[
    Parameter { name: "variables", form: Form::Text("{}"), doc: "The variables, as a JSON object." },
    Parameter { name: "operationName", form: Form::Text("Front"), doc: "Which operation of the document." },
]];

/// What is refused before it is executed. The rest is in `errors` of an answer with status 200.
const REFUSALS: &[(&str, &str)] = &[
    ("400", "The request or the document is not valid."),
    ("401", "The credentials are not accepted."),
    ("413", "The body is too large."),
    ("415", "The body is not JSON."),
    ("503", "The database cannot be reached, or the query took too long."),
];

/// The path with its two operations.
pub(super) fn path(tag: &str) -> PathItem {
    let mut query = parameter::query(&QUERY);
    query.required = Required::True;
    let get = sketch(tag, "get_graphql", "A GraphQL query by GET", OPTIONAL, &[304]).start();
    let post = sketch(tag, "post_graphql", "A GraphQL query by POST", &[], &[]).start();
    PathItemBuilder::new()
        .operation(HttpMethod::Get, answers(get.parameter(query)))
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
        .required("query")
        .property("variables", typed(&[Type::Object, Type::Null]))
        .property("operationName", typed(&[Type::String, Type::Null]));
    let content =
        ContentBuilder::new().schema(Some(schema)).example(Some(json!({ "query": EXAMPLE }))).build();
    RequestBodyBuilder::new().content("application/json", content).required(Some(Required::True)).build()
}

fn answers(operation: OperationBuilder) -> OperationBuilder {
    let bodies = |media_types: &[&str]| -> Vec<(String, RefOr<Schema>)> {
        media_types.iter().map(|media_type| ((*media_type).to_owned(), operation::object())).collect()
    };
    let ok = response::answer("`data`, `errors` and `extensions`.", &["Cache-Control"], bodies(MEDIA_TYPES));
    let neither = response::answer("Neither media type is accepted.", &[], bodies(&[problem::MEDIA_TYPE]));
    let operation = operation.response("200", ok).response("406", neither);
    REFUSALS.iter().fold(operation, |operation, (status, doc)| {
        operation.response(*status, response::answer(doc, &[], bodies(MEDIA_TYPES)))
    })
}
