//! One operation: what it does, what it takes and answers, and a form that sends it.

use maud::{Markup, html};
use serde_json::Value;

use super::super::layout::{quoted, snippet};
use super::document::{Answer, Body, Components, Operation, Parameter};
use super::schema::{self, kind, literal};
use super::text;
use crate::app::Site;

/// The operation, folded up.
pub(super) fn of(site: &Site, components: &Components, operation: &Operation) -> Markup {
    let Operation { path, method, summary, description, name, request_body, security, .. } = operation;
    let parameters: Vec<&Parameter> = components.parameters(operation).collect();
    html! {
        details.operation id=(name) {
            summary {
                h3 { span.method { (method) } " " code { (path) } " " span.summary { (summary) } }
            }
            (text::paragraphs(description))
            @if security.is_some() { p.told { "Needs a key or a token." } }
            form.try data-method=(method) data-path=(path)
                data-base=(site.public_url) {
                @if !parameters.is_empty() {
                    h4 { "Parameters" }
                    div.parameters {
                        @for parameter in &parameters { (field(name, parameter)) }
                    }
                }
                @if let Some(body) = request_body { (sent(name, body)) }
                h4 { "Request" }
                (snippet(&curl(site, operation, &parameters)))
                @if can_be_sent(operation) {
                    div.row.send hidden { button type="submit" { "Send" } p.told role="status" {} }
                    pre.answer tabindex="0" role="region" aria-label={ "Answer to " (summary) } hidden {}
                }
            }
            h4 { "Answers" }
            dl.answers { @for (status, answer) in components.answers(operation) { (answered(status, answer)) } }
        }
    }
}

/// Forms send text. A picture is sent by another program.
fn can_be_sent(operation: &Operation) -> bool {
    operation.request_body.as_ref().is_none_or(|body| body.content.contains_key("application/json"))
}

fn field(operation: &str, parameter: &Parameter) -> Markup {
    let Parameter { name, place, description, required, .. } = parameter;
    let schema = parameter.schema();
    // A variable of the path and a parameter may have one name.
    let id = format!("{operation}-{place}-{name}");
    let help = format!("{id}-help");
    html! {
        div.parameter {
            label for=(id) {
                code { (name) } " " span.type { @if place == "header" { "header, " } (kind(schema)) }
                @if *required { " " strong { "required" } }
            }
            @match choices(schema) {
                Some(values) => select id=(id) name=(name) data-in=(place) aria-describedby=(help) {
                    @if !required { option value="" { "–" } }
                    @for value in values { option { (literal(value)) } }
                },
                None => input id=(id) name=(name) data-in=(place) aria-describedby=(help) autocomplete="off"
                    spellcheck="false" required[*required && place == "path"] placeholder=(example(schema).unwrap_or_default());,
            }
            p.help id=(help) { (text::line(description)) }
        }
    }
}

/// The only values that there are, where one of them is given.
fn choices(schema: &Value) -> Option<&Vec<Value>> {
    schema["enum"].as_array()
}

fn example(schema: &Value) -> Option<String> {
    let example = [&schema["examples"][0], &schema["default"]].into_iter().find(|value| !value.is_null());
    example.map(literal)
}

fn sent(operation: &str, body: &Body) -> Markup {
    let id = format!("{operation}-body");
    let json = body.content.get("application/json");
    html! {
        h4 { "Body" @if !body.required { " " span.told { "can be left out" } } }
        p.type { @for (index, (name, _)) in body.content.iter().enumerate() { @if index > 0 { " or " } code { (name) } } }
        @if let Some((_, content)) = body.content.iter().next() { (schema::members(&content["schema"])) }
        @if let Some(content) = json {
            label for=(id) { "Body, as JSON" }
            textarea id=(id) data-in="body" rows="6" spellcheck="false" autocomplete="off" {
                "\n" (pretty(&content["example"]))
            }
        }
    }
}

fn pretty(value: &Value) -> String {
    if value.is_null() { String::new() } else { serde_json::to_string_pretty(value).unwrap_or_default() }
}

/// The request as a command, with the document's own examples.
fn curl(site: &Site, operation: &Operation, parameters: &[&Parameter]) -> String {
    let Operation { method, request_body, security, .. } = operation;
    let body = request_body.as_ref().and_then(|body| body.content.iter().next());
    // A body makes it a POST by itself.
    let way =
        if method == "GET" || (method == "POST" && body.is_some()) { "" } else { &format!("-X {method} ") };
    let url = format!("{}{}", site.public_url, address(&operation.path, parameters));
    let mut parts = vec![format!("curl {way}{}", quoted(&url))];
    if security.is_some() {
        parts.push("-H \"Authorization: Bearer $KEY\"".to_owned());
    }
    if parameters.iter().any(|parameter| parameter.name == "If-Match") {
        parts.push("-H 'If-Match: \"1.0\"'".to_owned());
    }
    match body {
        Some((name, _)) if name == "multipart/form-data" => parts.push("-F file=@picture.jpg".to_owned()),
        Some((name, content)) => {
            parts.push(format!("-H 'Content-Type: {name}'"));
            parts.push(format!("-d {}", quoted(&content["example"].to_string())));
        }
        None => {}
    }
    parts.join(" \\\n  ")
}

/// The path with an example for each of its variables that has one.
fn address(path: &str, parameters: &[&Parameter]) -> String {
    let variables = parameters.iter().filter(|parameter| parameter.place == "path");
    variables.fold(path.to_owned(), |path, variable| {
        let (name, schema) = (&variable.name, variable.schema());
        let first = choices(schema).and_then(|values| values.first()).map(literal);
        match first.or_else(|| example(schema)) {
            Some(value) => path.replace(&format!("{{{name}}}"), &value),
            None => path,
        }
    })
}

fn answered(status: &str, answer: &Answer) -> Markup {
    let Answer { description, content } = answer;
    html! {
        dt { code { (status) } }
        dd {
            (text::line(description))
            @for (name, media) in content {
                @if name != "application/problem+json" {
                    " " span.type { code { (name) } @if !media["schema"].is_null() { ": " (kind(&media["schema"])) } }
                }
            }
        }
    }
}
