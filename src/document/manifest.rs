//! Manifests: documents of GraphQL as the tools of clients write them down when a client is built.
//!
//! * Apollo (`generate-persisted-query-manifest`): `{"format": "apollo-persisted-query-manifest", "version": 1,
//!   "operations": [{"id", "body", "name", "type"}]}`
//! * Relay (`persistConfig`) and GraphQL Code Generator (`persistedDocuments`): `{"id": "text"}`

use super::Json;
use crate::domain::persisted::{DocumentId, NewDocument};
use crate::domain::{Error, ErrorCode, FieldError, Result};

const APOLLO: &str = "apollo-persisted-query-manifest";

/// A manifest from its text.
///
/// # Errors
/// `MALFORMED_REQUEST` for what is no JSON.
pub fn parse(text: &str) -> Result<Json> {
    serde_json::from_str(text).map_err(|error| {
        Error::new(ErrorCode::MalformedRequest, format!("The manifest is not JSON: {error}."))
    })
}

/// The documents of a manifest, in its order.
///
/// # Errors
/// `VALIDATION_FAILED` with a pointer to each document that cannot be one.
pub fn read(manifest: Json) -> Result<Vec<NewDocument>> {
    let Json::Object(mut members) = manifest else {
        return Err(no_manifest("A manifest is a JSON object."));
    };
    let found: Vec<_> = match members.get("format").and_then(Json::as_str) {
        Some(APOLLO) => match members.remove("operations") {
            Some(Json::Array(operations)) => operations.into_iter().enumerate().map(of_apollo).collect(),
            _ => return Err(no_manifest("operations must be a list.").at("/operations")),
        },
        _ => members.into_iter().map(of_relay).collect(),
    };
    let (mut documents, mut wrong) = (Vec::new(), Vec::new());
    for document in found {
        match document {
            Ok(document) => documents.push(document),
            Err(field) => wrong.push(field),
        }
    }
    if wrong.is_empty() { Ok(documents) } else { Err(Error::validation(wrong)) }
}

fn of_apollo((index, operation): (usize, Json)) -> Result<NewDocument, FieldError> {
    let pointer = format!("/operations/{index}");
    let text = |name: &str| match operation.get(name) {
        Some(Json::String(text)) => Ok(text.clone()),
        _ => Err(FieldError { pointer: format!("{pointer}/{name}"), detail: "Must be a text.".to_owned() }),
    };
    new(format!("{pointer}/id"), &text("id")?, format!("{pointer}/body"), text("body")?)
}

fn of_relay((id, text): (String, Json)) -> Result<NewDocument, FieldError> {
    let pointer = format!("/{}", id.replace('~', "~0").replace('/', "~1"));
    match text {
        Json::String(text) => new(pointer.clone(), &id, pointer, text),
        _ => Err(FieldError { pointer, detail: "Must be the text of a document.".to_owned() }),
    }
}

fn new(id_at: String, id: &str, pointer: String, text: String) -> Result<NewDocument, FieldError> {
    let id: DocumentId =
        id.parse().map_err(|error: Error| FieldError { pointer: id_at.clone(), detail: error.detail })?;
    if id.is_digest() && id != DocumentId::of(&text) {
        let detail = "The id is not the SHA-256 digest of the text, which is sent byte for byte.".to_owned();
        return Err(FieldError { pointer: id_at, detail });
    }
    Ok(NewDocument { pointer, id, text })
}

fn no_manifest(detail: &str) -> Error {
    Error::new(ErrorCode::ValidationFailed, detail)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn both_shapes_of_manifests_are_read_in_their_order() {
        let text = "{ __typename }";
        let digest = DocumentId::of(text);
        let apollo = json!({ "format": APOLLO, "version": 1, "operations": [
            { "id": digest.as_str().trim_start_matches("sha256:"), "name": "A", "type": "query", "body": text },
            { "id": "mine", "body": text },
        ] });
        let relay = json!({ "b": text, "a": text });
        let read = |manifest| -> Vec<(String, String)> {
            let documents = read(manifest).expect("a manifest");
            documents.into_iter().map(|document| (document.pointer, document.id.to_string())).collect()
        };
        let pairs = |pairs: [(&str, &str); 2]| pairs.map(|(a, b)| (a.to_owned(), b.to_owned()));
        assert_eq!(
            read(apollo),
            pairs([("/operations/0/body", digest.as_str()), ("/operations/1/body", "mine")])
        );
        assert_eq!(read(relay), pairs([("/b", "b"), ("/a", "a")]));
    }

    #[test]
    fn every_document_that_is_none_is_pointed_at() {
        let wrong = "0".repeat(64);
        let manifest = json!({ "a/b": "{ a }", "ok": "{ a }", "number": 1, &wrong: "{ a }" });
        let error = read(manifest).expect_err("three are wrong");
        let pointers: Vec<_> = error.fields.iter().map(|field| field.pointer.as_str()).collect();
        assert_eq!(pointers, ["/a~1b", "/number", &format!("/{wrong}")]);
        let apollo = json!({ "format": APOLLO, "operations": [{ "id": "a" }, { "body": "{ a }" }] });
        let error = read(apollo).expect_err("both are wrong");
        let pointers: Vec<_> = error.fields.iter().map(|field| field.pointer.as_str()).collect();
        assert_eq!(pointers, ["/operations/0/body", "/operations/1/id"]);
        assert!(read(json!([])).is_err() && read(json!({ "format": APOLLO })).is_err());
    }
}
