//! Who may do what: every operation tried by everybody, and compared with one written table.

use std::collections::BTreeSet;

use actix_web::test::TestRequest;
use dateline::domain::access::Role;
use serde_json::Value;

use super::Client;
use crate::support::client::send;
use crate::support::database::{Backend, Contents};
use crate::support::run_on;

/// The table in docs/access.md: method and address, and who may.
fn written() -> BTreeSet<(String, String, Vec<bool>)> {
    let text = include_str!("../../docs/access.md");
    let rows = text.lines().filter(|line| {
        line.starts_with("| `GET ") || line.starts_with("| `POST ") || line.starts_with("| `PATCH ")
    });
    rows.map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let (method, path) = cells[0].trim_matches('`').split_once(' ').expect("method and address");
        (method.to_owned(), path.to_owned(), cells[1..].iter().map(|cell| *cell == "yes").collect())
    })
    .collect()
}

/// Every operation of the OpenAPI document, with the kinds of entry as one.
fn operations() -> BTreeSet<(String, String)> {
    let document: Value = serde_json::from_str(&dateline::server::openapi()).expect("JSON");
    let paths = document["paths"].as_object().expect("paths");
    let all = paths.iter().flat_map(|(path, item)| {
        item.as_object().expect("operations").keys().map(|method| (method.to_uppercase(), path.clone()))
    });
    all.collect()
}

/// Addresses in the table stand for those of every kind.
fn generic(path: &str) -> String {
    const KINDS: [&str; 6] = ["articles", "fact-boxes", "authors", "sections", "tags", "images"];
    let mut parts: Vec<&str> = path.split('/').collect();
    if parts.get(1) == Some(&"v1") && parts.get(2).is_some_and(|kind| KINDS.contains(kind)) {
        parts[2] = "{kind}";
    }
    parts.join("/")
}

/// Whether somebody is let: any refusal but for want of a right counts as being let.
fn may(status: u16) -> bool {
    !matches!(status, 401 | 403)
}

#[test]
fn everybody_may_do_what_the_table_says_and_nothing_else() {
    run_on(Backend::Sqlite, Contents::SampleNewsroom, async |app| {
        let written = written();
        let documented: BTreeSet<(String, String)> =
            operations().into_iter().map(|(method, path)| (method, generic(&path))).collect();
        let named: BTreeSet<(String, String)> =
            written.iter().map(|(method, path, _)| (method.clone(), path.clone())).collect();
        assert_eq!(named, documented, "the table names every operation");
        let mut clients = Vec::new();
        for role in Role::ALL {
            clients.push(Client::of(&app, *role).await);
        }
        for (method, path) in operations() {
            let (_, _, expected) =
                written.iter().find(|row| row.0 == method && row.1 == generic(&path)).expect("a row");
            let address = path
                .replace("{id}", "019ab000-0000-7000-8000-000000000000")
                .replace("{locale}", "en")
                .replace("{slug}", "nothing")
                .replace("{number}", "1")
                .replace("{document}", "nothing")
                .replace("/feeds/{file}", "/feeds/all.atom")
                .replace("/feeds/{part}/{file}", "/feeds/tags/nothing.atom")
                .replace("{file}", "nothing.jpg");
            let request = || {
                let request = TestRequest::default().method(method.parse().expect("a method")).uri(&address);
                let request = request
                    .insert_header(("if-match", "\"1\""))
                    .insert_header(("content-type", "application/json"));
                if method == "GET" { request } else { request.set_payload(body(&path)) }
            };
            let mut told = vec![may(send(&app, request()).await.status)];
            for client in &clients {
                told.push(may(client.send(request()).await.status));
            }
            assert_eq!(&told, expected, "{method} {path}: nobody, then {:?}", Role::ALL);
        }
    });
}

/// The root fields of a type of the schema, with their words "Needs the scope".
fn root_fields(root: &str) -> Vec<String> {
    let schema = include_str!("../../schema.graphql");
    let (_, rest) = schema.split_once(&format!("\ntype {root} {{\n")).expect("the type");
    let (body, _) = rest.split_once("\n}").expect("its end");
    let fields = body
        .lines()
        .filter(|line| line.starts_with('\t') && line[1..].starts_with(|c: char| c.is_ascii_lowercase()));
    fields
        .filter_map(|line| line.trim().split_once(['(', ':']))
        .map(|(name, _)| name.to_owned())
        .filter(|name| !name.contains(' '))
        .collect()
}

/// A request of a root field that is refused for want of a right or for something else.
fn query(root: &str, field: &str) -> String {
    const ID: &str = "id: \"019ab000-0000-7000-8000-000000000000\"";
    let kinds = ["article", "factBox", "author", "section", "tag", "image"];
    if root == "Query" {
        let (arguments, selection) = match field {
            "viewer" => (String::new(), "{ actor }"),
            "entry" => (format!("(kind: TAG, {ID})"), "{ id }"),
            "resolve" => ("(path: \"/en/nothing\")".to_owned(), "{ outcome }"),
            "neighbours" => (format!("({ID})"), "{ next { id } }"),
            "latestChange" => (String::new(), ""),
            "sectionTree" => (String::new(), "{ articles { own } }"),
            "nodes" => ("(ids: [])".to_owned(), "{ id }"),
            "node" => (format!("({ID})"), "{ id }"),
            single if kinds.contains(&single) => (format!("({ID})"), "{ id }"),
            _ => ("(first: 1)".to_owned(), "{ nodes { id } }"),
        };
        return format!("{{ {field}{arguments} {selection} }}");
    }
    let kind = kinds.into_iter().find(|kind| field.starts_with(kind)).expect("a kind");
    let seen = format!("{ID}, expectedRevision: 1");
    let input = match &field[kind.len()..] {
        "Create" => "content: {}".to_owned(),
        "Save" => format!("{seen}, content: {{}}"),
        "Fetch" => "url: \"http://127.0.0.1/\"".to_owned(),
        "Withdraw" | "Kill" => format!("{seen}, note: \"x\""),
        "Restore" => format!("{seen}, revision: 1"),
        "Correct" => format!("{seen}, correction: {{ kind: CORRECTION, text: \"x\" }}"),
        _ => seen,
    };
    format!("mutation {{ {field}(input: {{ {input} }}) {{ userErrors {{ code }} }} }}")
}

/// The name of a field in the table: mutations are the same for every kind.
fn generic_field(root: &str, field: &str) -> String {
    let kind = ["article", "factBox", "author", "section", "tag", "image"]
        .into_iter()
        .find(|kind| field.starts_with(kind));
    match kind.filter(|_| root == "Mutation") {
        Some(kind) => format!("{{kind}}{}", &field[kind.len()..]),
        None => field.to_owned(),
    }
}

#[test]
fn everybody_may_ask_the_root_fields_that_the_table_says() {
    run_on(Backend::Sqlite, Contents::Nothing, async |app| {
        let text = include_str!("../../docs/access.md");
        let row = |name: &str| -> Option<Vec<bool>> {
            let line = text.lines().find(|line| line.starts_with(&format!("| `{name}` |")))?;
            Some(line.trim_matches('|').split('|').skip(1).map(|cell| cell.trim() == "yes").collect())
        };
        let mut clients = Vec::new();
        for role in Role::ALL {
            clients.push(Client::of(&app, *role).await);
        }
        for root in ["Query", "Mutation"] {
            for field in root_fields(root) {
                let name = format!("{} {}", root.to_lowercase(), generic_field(root, &field));
                let expected = row(&name).unwrap_or_else(|| panic!("the table has {name}"));
                let query = query(root, &field);
                let allowed = |answer: Value| {
                    let code = answer["errors"][0]["extensions"]["code"].clone();
                    assert!(
                        code.is_null() || code == "UNAUTHENTICATED" || code == "FORBIDDEN",
                        "{query}: {answer}"
                    );
                    code.is_null()
                };
                let nobody =
                    crate::support::client::graphql(&app, &query, serde_json::json!({})).await.json();
                let mut told = vec![allowed(nobody)];
                for client in &clients {
                    told.push(allowed(client.graphql(&query, serde_json::json!({})).await));
                }
                assert_eq!(told, expected, "{name}: nobody, then {:?}", Role::ALL);
            }
        }
    });
}

/// What is far enough from wrong to be asked whether it is allowed.
fn body(path: &str) -> String {
    let last = path.rsplit('/').next().unwrap_or_default();
    let body = match last {
        "batch" => {
            r#"{"writes":[{"action":"kill","type":"article","id":"019ab000-0000-7000-8000-000000000000","note":"x"}]}"#
        }
        "restore" => r#"{"revision":1}"#,
        "correct" => r#"{"correction":{"kind":"correction","text":"x"}}"#,
        "withdraw" | "kill" => r#"{"note":"x"}"#,
        "keys" => r#"{"name":"x","role":"reader"}"#,
        "graphql" => r#"{"query":"{ __typename }"}"#,
        _ => "{}",
    };
    body.to_owned()
}
