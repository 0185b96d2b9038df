//! What answers and bodies look like: JSON Schema in words.

use maud::{Markup, html};
use serde_json::{Map, Value};

use super::document::last;
use super::text;

/// All schemas that have a name.
pub(super) fn all(schemas: &Map<String, Value>) -> Markup {
    html! {
        section aria-labelledby="schemas" {
            h2 #schemas { "Schemas" }
            @for (name, schema) in schemas {
                details.operation id=(anchor(name)) {
                    summary { h3 { code { (name) } } }
                    (text::paragraphs(words(schema, "description")))
                    (members(schema))
                }
            }
        }
    }
}

/// Where a schema stands in the page.
fn anchor(name: &str) -> String {
    format!("schema-{name}")
}

/// What can be said of a schema besides its description: its members, or what it can be.
pub(super) fn members(schema: &Value) -> Markup {
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    html! {
        @match schema["properties"].as_object() {
            Some(properties) => {
                dl.members {
                    @for (name, member) in properties {
                        dt {
                            code { (name) } " " span.type { (kind(member)) }
                            @if !required.contains(&name.as_str()) { " " span.told { "can be absent" } }
                        }
                        dd { (text::line(words(member, "description"))) }
                    }
                }
            }
            None => p.type { (kind(schema)) },
        }
    }
}

/// What a value can be, within a line.
pub(super) fn kind(schema: &Value) -> Markup {
    if let Some(place) = schema["$ref"].as_str() {
        return html! { a href={ "#" (anchor(last(place))) } { (last(place)) } };
    }
    if let Some(choices) = ["oneOf", "anyOf", "allOf"].iter().find_map(|word| schema[*word].as_array()) {
        return joined(choices, kind);
    }
    if let Some(values) = schema["enum"].as_array() {
        return joined(values, |value| html! { code { (literal(value)) } });
    }
    match &schema["type"] {
        Value::Array(types) => joined(types, |one| of_type(one.as_str().unwrap_or_default(), schema)),
        Value::String(one) => of_type(one, schema),
        _ => html! { "anything" },
    }
}

fn of_type(name: &str, schema: &Value) -> Markup {
    html! {
        @match (name, schema["format"].as_str()) {
            ("array", _) if schema["items"]["enum"].is_array() => { "some of " (kind(&schema["items"])) },
            ("array", _) => { "list of " (kind(&schema["items"])) },
            ("string", Some("date-time")) => "time",
            ("string", Some("date")) => "day",
            ("string", Some("uuid")) => "UUID",
            ("string", Some("uri")) => "URL",
            ("string", _) => "text",
            ("integer", _) => { "whole number" (range(schema)) },
            ("boolean", _) => "true or false",
            (other, _) => (other),
        }
    }
}

fn range(schema: &Value) -> Markup {
    html! {
        @match (schema["minimum"].as_i64(), schema["maximum"].as_i64()) {
            (Some(least), Some(most)) => { ", " (least) " to " (most) },
            _ => {},
        }
    }
}

fn joined(choices: &[Value], show: impl Fn(&Value) -> Markup) -> Markup {
    html! {
        @for (index, choice) in choices.iter().enumerate() {
            @if index > 0 { " or " }
            (show(choice))
        }
    }
}

/// A value as a person writes it.
pub(super) fn literal(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A member that is a text, or nothing.
pub(super) fn words<'a>(value: &'a Value, member: &str) -> &'a str {
    value[member].as_str().unwrap_or_default()
}
