//! Requests as GraphQL over HTTP sends them, read strictly.

use actix_web::HttpRequest;
use actix_web::http::header;
use actix_web::web::Bytes;
use async_graphql::Variables;
use async_graphql::parser::types::{
    DocumentOperations, ExecutableDocument, OperationDefinition, OperationType,
};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::domain::{Error, ErrorCode, Result};

/// A request that is not yet parsed as GraphQL.
#[derive(Debug)]
pub(super) struct GraphQlRequest {
    pub query: String,
    pub operation_name: Option<String>,
    pub variables: Variables,
}

/// The members of a request (GraphQL over HTTP §5.1). Others are reserved, and ignored.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Members {
    #[serde(default)]
    query: Option<Value>,
    #[serde(default)]
    operation_name: Option<Value>,
    #[serde(default)]
    variables: Option<Value>,
    #[serde(default)]
    extensions: Option<Value>,
}

impl GraphQlRequest {
    /// Reads the query string of a GET. An empty parameter counts as not given.
    pub(super) fn from_get(query: &str) -> Result<Self> {
        let mut members = Members { query: None, operation_name: None, variables: None, extensions: None };
        for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
            if value.is_empty() {
                continue;
            }
            match &*name {
                "query" => members.query = Some(value.into()),
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
        let members: Members =
            serde_json::from_value(value).map_err(|error| malformed(format!("{error}.")))?;
        members.into_request()
    }

    /// The operation that is meant, with the document's own words for what is wrong.
    pub(super) fn operation<'d>(&self, document: &'d ExecutableDocument) -> Result<&'d OperationDefinition> {
        match (&document.operations, &self.operation_name) {
            (DocumentOperations::Single(operation), None) => Ok(&operation.node),
            (DocumentOperations::Single(_), Some(name)) => {
                Err(malformed(format!("There is no operation {name}.")))
            }
            (DocumentOperations::Multiple(operations), Some(name)) => operations
                .get(name.as_str())
                .map(|operation| &operation.node)
                .ok_or_else(|| malformed(format!("There is no operation {name}."))),
            (DocumentOperations::Multiple(operations), None) => match operations.values().next() {
                Some(operation) if operations.len() == 1 => Ok(&operation.node),
                _ => Err(malformed("The document has several operations; say which with operationName.")),
            },
        }
    }

    /// Checks that every required variable is given: not every use of one would notice.
    pub(super) fn check_variables(&self, operation: &OperationDefinition) -> Result<()> {
        for definition in &operation.variable_definitions {
            let definition = &definition.node;
            let required = !definition.var_type.node.nullable && definition.default_value.is_none();
            let given = self.variables.get(&definition.name.node);
            if required && given.is_none_or(|value| *value == async_graphql::Value::Null) {
                let name = &definition.name.node;
                return Err(malformed(format!(
                    "The variable ${name} of type {} is required.",
                    definition.var_type.node
                )));
            }
        }
        Ok(())
    }

    /// Only queries may be sent by GET: following a link must not change anything.
    pub(super) fn check_get(operation: &OperationDefinition) -> Result<()> {
        if operation.ty == OperationType::Query {
            return Ok(());
        }
        Err(Error::new(ErrorCode::MethodNotAllowed, "Only queries can be sent by GET. Use POST."))
    }
}

impl Members {
    fn into_request(self) -> Result<GraphQlRequest> {
        let Self { query, operation_name, variables, extensions } = self;
        let query = match query {
            Some(Value::String(query)) => query,
            Some(_) => return Err(malformed("query must be a text.")),
            None => return Err(malformed("query is missing.")),
        };
        let operation_name = match operation_name {
            None | Some(Value::Null) => None,
            Some(Value::String(name)) => Some(name).filter(|name| !name.is_empty()),
            Some(_) => return Err(malformed("operationName must be a text.")),
        };
        object("extensions", extensions)?;
        let variables = Variables::from_json(Value::Object(object("variables", variables)?));
        Ok(GraphQlRequest { query, operation_name, variables })
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
    serde_json::from_slice(bytes).map_err(|error| malformed(format!("The {what} is not JSON: {error}.")))
}

pub(super) fn malformed(detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::MalformedRequest, detail)
}
