//! The `OpenAPI` document says of the server what the server does.

pub(crate) mod answers;
mod document;
mod parameters;
mod routes;

use actix_web::test::TestRequest;
use serde_json::Value;

/// The document.
fn document() -> Value {
    serde_json::from_str(&dateline::server::openapi()).expect("the document is JSON")
}

/// An operation of the document.
struct Operation {
    path: String,
    method: String,
    /// The operation object.
    value: Value,
}

impl Operation {
    /// Every operation, in the order of the document.
    fn all() -> Vec<Self> {
        let document = document();
        let paths = document["paths"].as_object().expect("paths");
        let operations = paths.iter().flat_map(|(path, item)| {
            item.as_object().expect("a path item").iter().map(|(method, value)| Self {
                path: path.clone(),
                method: method.clone(),
                value: value.clone(),
            })
        });
        operations.collect()
    }

    fn id(&self) -> &str {
        self.value["operationId"].as_str().expect("an operationId")
    }

    /// The parameters of a place: `query` or `path`.
    fn parameters<'a>(&'a self, place: &'a str) -> impl Iterator<Item = &'a Value> {
        self.value["parameters"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(move |parameter| parameter["in"] == place)
    }

    /// A request of this operation, without a body.
    fn request(&self, address: &str) -> TestRequest {
        let method = self.method.to_uppercase().parse().expect("a method");
        TestRequest::default().method(method).uri(address)
    }

    /// The words that a query parameter may have.
    fn words(&self, name: &str) -> Vec<String> {
        let mut query = self.parameters("query");
        query.find(|parameter| parameter["name"] == name).map_or_else(Vec::new, |parameter| {
            let schema = &parameter["schema"];
            let words = schema["enum"].as_array().or_else(|| schema["items"]["enum"].as_array());
            words.into_iter().flatten().map(text).collect()
        })
    }

    /// The query parameters that must be there, each with the document's own example; for use behind `?`.
    fn required(&self) -> String {
        let required = self.parameters("query").filter(|parameter| parameter["required"] == true);
        let pair = |parameter: &Value| {
            let example = text(&parameter["schema"]["examples"][0]);
            let example: String = url::form_urlencoded::byte_serialize(example.as_bytes()).collect();
            format!("{}={example}&", text(&parameter["name"]))
        };
        required.map(pair).collect()
    }

    /// The path with each variable replaced: by what `value` says, or else by the document's own example.
    fn address(&self, value: impl Fn(&str) -> Option<String>) -> String {
        self.parameters("path").fold(self.path.clone(), |path, parameter| {
            let name = text(&parameter["name"]);
            let schema = &parameter["schema"];
            let example = || match (&schema["enum"][0], &schema["examples"][0], &schema["format"]) {
                (Value::String(word), ..) | (_, Value::String(word), _) => word.clone(),
                (_, _, _) if schema["type"] == "integer" => "1".to_owned(),
                (_, _, format) if format == "uuid" => "019ab000-0000-7000-8000-000000000000".to_owned(),
                _ => panic!("{} says nothing of {name}", self.id()),
            };
            path.replace(&format!("{{{name}}}"), &value(&name).unwrap_or_else(example))
        })
    }
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}
