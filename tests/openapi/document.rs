//! The document by itself.

use std::collections::BTreeSet;

use dateline::domain::ErrorCode;
use dateline::server;
use serde_json::Value;

use super::{Operation, document, text};

#[test]
fn it_is_the_same_every_time() {
    let text = server::openapi();
    assert_eq!(text, server::openapi());
    assert!(text.ends_with("}\n"));
}

#[test]
fn every_operation_has_its_own_name_and_says_what_it_does() {
    let document = document();
    let tags: BTreeSet<String> =
        document["tags"].as_array().unwrap().iter().map(|tag| text(&tag["name"])).collect();
    let mut seen = BTreeSet::new();
    for operation in Operation::all() {
        let id = operation.id();
        assert!(seen.insert(id.to_owned()), "{id} is there twice");
        assert!(id.chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{id} is a name in snake case");
        for said in ["summary", "description"] {
            assert!(!text(&operation.value[said]).is_empty(), "{id} has a {said}");
        }
        assert!(tags.contains(&text(&operation.value["tags"][0])), "the tag of {id} is described");
        for parameter in operation.parameters("query").chain(operation.parameters("path")) {
            assert!(!text(&parameter["description"]).is_empty(), "{id}: {} is described", parameter["name"]);
        }
    }
}

#[test]
fn every_reference_leads_somewhere_and_every_component_is_used() {
    let document = document();
    let mut references = BTreeSet::new();
    collect(&document, &mut references);
    for reference in &references {
        let pointer = reference.trim_start_matches('#');
        assert!(document.pointer(pointer).is_some(), "{reference} is not in the document");
    }
    for (sort, components) in document["components"].as_object().unwrap() {
        // Security schemes are named, not referred to.
        if sort == "securitySchemes" {
            continue;
        }
        for name in components.as_object().unwrap().keys() {
            assert!(references.contains(&format!("#/components/{sort}/{name}")), "{name} is not used");
        }
    }
}

fn collect(value: &Value, references: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            references.extend(members.get("$ref").map(text));
            members.values().for_each(|value| collect(value, references));
        }
        Value::Array(items) => items.iter().for_each(|value| collect(value, references)),
        _ => {}
    }
}

#[test]
fn every_member_of_every_schema_is_described() {
    let document = document();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        assert!(schema["description"].is_string(), "{name} is described");
        for (member, schema) in schema["properties"].as_object().into_iter().flatten() {
            let nullable = schema["oneOf"][0]["description"].is_string();
            let described = schema["description"].is_string() || nullable || member.starts_with('_');
            assert!(described, "{name}.{member} is described");
        }
    }
}

#[test]
fn every_error_code_is_explained() {
    let document = document();
    let guide = text(&document["info"]["description"]);
    let codes = document.pointer("/components/schemas/Problem/properties/code/enum").unwrap();
    let codes: Vec<String> = codes.as_array().unwrap().iter().map(text).collect();
    assert_eq!(codes, ErrorCode::ALL.iter().map(|code| code.as_str()).collect::<Vec<_>>());
    for code in ErrorCode::ALL {
        assert!(guide.contains(&format!("| `{code}` |")), "{code} is in the guide");
    }
}
