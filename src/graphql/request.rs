//! Requests as GraphQL over HTTP sends them, read strictly.

use actix_web::HttpRequest;
use actix_web::http::header;
use actix_web::web::Bytes;
use async_graphql::Variables;
use async_graphql::parser::types::{
    DocumentOperations, ExecutableDocument, OperationDefinition, OperationType, Selection, SelectionSet,
};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::domain::{DocumentId, Error, ErrorCode, Result};
use crate::http::json;

/// A request that is not yet parsed as GraphQL.
#[derive(Debug)]
pub(super) struct GraphQlRequest {
    pub source: Source,
    pub operation_name: Option<String>,
    pub variables: Variables,
}

/// By what a request says which document it means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// By its text.
    Text(String),
    /// By the id of a persisted document (GraphQL over HTTP, appendix A).
    Id(DocumentId),
    /// By its digest, and by its text when the server does not know that: automatic persisted queries, as Apollo has
    /// them.
    Automatic { hash: DocumentId, text: Option<String> },
}

/// The members of a request (GraphQL over HTTP §5.1). Others are reserved, and ignored.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Members {
    query: Option<Value>,
    document_id: Option<Value>,
    operation_name: Option<Value>,
    variables: Option<Value>,
    extensions: Option<Value>,
}

impl GraphQlRequest {
    /// Reads the query string of a GET. An empty parameter counts as not given.
    pub(super) fn from_get(query: &str) -> Result<Self> {
        let mut members = Members::default();
        for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
            if value.is_empty() {
                continue;
            }
            match &*name {
                "query" => members.query = Some(value.into()),
                "documentId" => members.document_id = Some(value.into()),
                "operationName" => members.operation_name = Some(value.into()),
                "variables" => members.variables = Some(json("variables", value.as_bytes())?),
                "extensions" => members.extensions = Some(json("extensions", value.as_bytes())?),
                _ => {}
            }
        }
        members.into_request()
    }

    /// Reads the body of a POST.
    pub(super) fn from_post(request: &HttpRequest, body: &Bytes) -> Result<Self> {
        let content_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let essence =
            content_type.map(|text| text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase());
        if essence.as_deref() != Some("application/json") {
            let detail = "Send application/json: {\"query\": \"…\", \"variables\": {…}}.";
            return Err(Error::new(ErrorCode::UnsupportedMediaType, detail));
        }
        let value: Value = json("body", body)?;
        if !value.is_object() {
            return Err(malformed("The body must be one JSON object. Batches are not supported."));
        }
        Self::from_json(value)
    }

    /// Reads an object.
    pub(super) fn from_json(value: Value) -> Result<Self> {
        let members: Members =
            serde_json::from_value(value).map_err(|error| malformed(format!("{error}.")))?;
        members.into_request()
    }
}

/// The operation that is meant.
pub(super) fn operation<'d>(
    document: &'d ExecutableDocument,
    name: Option<&str>,
) -> Result<&'d OperationDefinition> {
    let unknown = |name: &str| malformed(format!("There is no operation {name}."));
    match (&document.operations, name) {
        (DocumentOperations::Single(operation), None) => Ok(&operation.node),
        (DocumentOperations::Single(_), Some(name)) => Err(unknown(name)),
        (DocumentOperations::Multiple(operations), Some(name)) => {
            operations.get(name).map(|operation| &operation.node).ok_or_else(|| unknown(name))
        }
        (DocumentOperations::Multiple(operations), None) => match operations.values().next() {
            Some(operation) if operations.len() == 1 => Ok(&operation.node),
            _ => Err(malformed("The document has several operations; say which with operationName.")),
        },
    }
}

/// Checks that every required variable is given: not every use of one would notice.
pub(super) fn check_variables(operation: &OperationDefinition, variables: &Variables) -> Result<()> {
    for definition in &operation.variable_definitions {
        let definition = &definition.node;
        let required = !definition.var_type.node.nullable && definition.default_value.is_none();
        let given = variables.get(&definition.name.node);
        if required && given.is_none_or(|value| *value == async_graphql::Value::Null) {
            let (name, expected) = (&definition.name.node, &definition.var_type.node);
            return Err(malformed(format!("The variable ${name} of type {expected} is required.")));
        }
    }
    Ok(())
}

/// How a request came, and how it can be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Way {
    /// By GET: following a link must not change anything.
    pub is_get: bool,
    /// Whether there can be more than one answer.
    pub is_stream: bool,
}

/// Refuses an operation that cannot come this way.
pub(super) fn check_way(operation: &OperationDefinition, way: Way) -> Result<()> {
    match operation.ty {
        OperationType::Mutation if way.is_get => Err(Error::new(
            ErrorCode::MethodNotAllowed,
            "Only what changes nothing can be sent by GET. Use POST.",
        )),
        OperationType::Subscription if !way.is_stream => {
            let detail = "A subscription has many answers: accept text/event-stream, or use a WebSocket.";
            Err(Error::new(ErrorCode::NotAcceptable, detail))
        }
        OperationType::Subscription => check_subscription(operation),
        OperationType::Query | OperationType::Mutation => Ok(()),
    }
}

/// A subscription follows one thing (GraphQL §5.2.4.1). The library knows no fragments there.
fn check_subscription(operation: &OperationDefinition) -> Result<()> {
    match operation.selection_set.node.items.as_slice() {
        [one] if matches!(one.node, Selection::Field(_)) => Ok(()),
        _ => Err(malformed("A subscription has one root field, and no fragment around it.")),
    }
}

/// Whether an operation asks for a root field of this name. Documents are checked: their fragments end.
pub(super) fn asks_for(document: &ExecutableDocument, selections: &SelectionSet, name: &str) -> bool {
    selections.items.iter().any(|selection| match &selection.node {
        Selection::Field(field) => field.node.name.node == name,
        Selection::InlineFragment(fragment) => asks_for(document, &fragment.node.selection_set.node, name),
        Selection::FragmentSpread(spread) => {
            let fragment = document.fragments.get(&spread.node.fragment_name.node);
            fragment.is_some_and(|fragment| asks_for(document, &fragment.node.selection_set.node, name))
        }
    })
}

impl Members {
    fn into_request(self) -> Result<GraphQlRequest> {
        let Self { query, document_id, operation_name, variables, extensions } = self;
        let operation_name = text("operationName", operation_name)?.filter(|name| !name.is_empty());
        let hash = persisted_query(&object("extensions", extensions)?)?;
        let source = source(text("query", query)?, text("documentId", document_id)?, hash)?;
        let variables = Variables::from_json(Value::Object(object("variables", variables)?));
        Ok(GraphQlRequest { source, operation_name, variables })
    }
}

fn source(query: Option<String>, id: Option<String>, hash: Option<DocumentId>) -> Result<Source> {
    match (query, id, hash) {
        (text, None, Some(hash)) => Ok(Source::Automatic { hash, text }),
        (Some(text), None, None) => Ok(Source::Text(text)),
        (None, Some(id), None) => Ok(Source::Id(id.parse().map_err(|error: Error| malformed(error.detail))?)),
        (None, None, None) => {
            Err(malformed("query is missing, and so are documentId and extensions.persistedQuery."))
        }
        (_, Some(_), _) => Err(malformed(
            "documentId stands for the document; leave query and extensions.persistedQuery out.",
        )),
    }
}

/// The digest that a client of Apollo sends, `{"version": 1, "sha256Hash": "…"}`. A client that trusts its documents
/// beforehand may call them as it likes.
fn persisted_query(extensions: &Map<String, Value>) -> Result<Option<DocumentId>> {
    let said = match extensions.get("persistedQuery") {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::Object(said)) => said,
        Some(_) => return Err(malformed("extensions.persistedQuery must be an object.")),
    };
    if said.get("version").and_then(Value::as_u64) != Some(1) {
        return Err(malformed("extensions.persistedQuery.version must be 1."));
    }
    match said.get("sha256Hash") {
        Some(Value::String(hash)) => {
            hash.parse().map(Some).map_err(|error: Error| malformed(format!("sha256Hash: {}", error.detail)))
        }
        _ => Err(malformed("extensions.persistedQuery.sha256Hash must be a text.")),
    }
}

fn text(name: &str, value: Option<Value>) -> Result<Option<String>> {
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(malformed(format!("{name} must be a text."))),
    }
}

fn object(name: &str, value: Option<Value>) -> Result<Map<String, Value>> {
    match value {
        None | Some(Value::Null) => Ok(Map::new()),
        Some(Value::Object(members)) => Ok(members),
        Some(_) => Err(malformed(format!("{name} must be an object."))),
    }
}

fn json(what: &str, bytes: &[u8]) -> Result<Value> {
    json::read(what, bytes).map_err(malformed)
}

pub(super) fn malformed(detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::MalformedRequest, detail)
}
