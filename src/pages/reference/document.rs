//! An `OpenAPI` document (version 3.1), as far as it is shown.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

/// The document.
#[derive(Debug, Deserialize)]
pub(super) struct Document {
    pub info: Info,
    pub tags: Vec<Tag>,
    pub paths: Map<String, Value>,
    pub components: Components,
}

#[derive(Debug, Deserialize)]
pub(super) struct Info {
    pub description: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Tag {
    pub name: String,
    #[serde(default)]
    pub description: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Components {
    pub schemas: Map<String, Value>,
    parameters: BTreeMap<String, Parameter>,
    responses: BTreeMap<String, Answer>,
}

/// An operation, with where it stands.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Operation {
    #[serde(skip)]
    pub path: String,
    #[serde(skip)]
    pub method: String,
    pub tags: Vec<String>,
    pub summary: String,
    #[serde(default)]
    pub description: String,
    #[serde(rename = "operationId")]
    pub name: String,
    #[serde(default)]
    parameters: Vec<Referred<Parameter>>,
    pub request_body: Option<Body>,
    responses: BTreeMap<String, Referred<Answer>>,
    /// Where it is there, a key is needed whatever the server's settings are.
    pub security: Option<Value>,
}

/// Something that is there, or the name of where it is.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Referred<T> {
    Elsewhere {
        #[serde(rename = "$ref")]
        place: String,
    },
    Here(T),
}

#[derive(Debug, Deserialize)]
pub(super) struct Parameter {
    pub name: String,
    #[serde(rename = "in")]
    pub place: String,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub required: bool,
    #[serde(default)]
    schema: Value,
    #[serde(default)]
    content: Map<String, Value>,
}

impl Parameter {
    /// What its values look like, or the JSON in it.
    pub(super) fn schema(&self) -> &Value {
        self.content.values().next().map_or(&self.schema, |content| &content["schema"])
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Body {
    pub content: Map<String, Value>,
    #[serde(default)]
    pub required: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct Answer {
    pub description: String,
    #[serde(default)]
    pub content: Map<String, Value>,
}

impl Document {
    /// The operations, in the document's order.
    pub(super) fn operations(&self) -> serde_json::Result<Vec<Operation>> {
        let items = self.paths.iter().filter_map(|(path, item)| Some((path, item.as_object()?)));
        let all =
            items.flat_map(|(path, item)| item.iter().map(move |(method, value)| (path, method, value)));
        all.map(|(path, method, value)| {
            let operation = Operation::deserialize(value)?;
            Ok(Operation { path: path.clone(), method: method.to_uppercase(), ..operation })
        })
        .collect()
    }
}

impl Components {
    /// The parameters of an operation.
    pub(super) fn parameters<'a>(&'a self, operation: &'a Operation) -> impl Iterator<Item = &'a Parameter> {
        operation.parameters.iter().filter_map(|parameter| match parameter {
            Referred::Here(parameter) => Some(parameter),
            Referred::Elsewhere { place } => self.parameters.get(last(place)),
        })
    }

    /// Its answers by status.
    pub(super) fn answers<'a>(
        &'a self,
        operation: &'a Operation,
    ) -> impl Iterator<Item = (&'a str, &'a Answer)> {
        operation.responses.iter().filter_map(|(status, answer)| {
            let answer = match answer {
                Referred::Here(answer) => answer,
                Referred::Elsewhere { place } => self.responses.get(last(place))?,
            };
            Some((status.as_str(), answer))
        })
    }
}

/// The name at the end of a reference.
pub(super) fn last(place: &str) -> &str {
    place.rsplit('/').next().unwrap_or_default()
}
