//! The parameters of the document are those that the parser knows, and so are their words.
//!
//! Asked for something far from all that it knows, the parser lists what it knows.

use std::collections::BTreeSet;

use dateline::app::App;

use super::{Operation, text};
use crate::support::client::{get, send};
use crate::support::database::{Backend, Contents};
use crate::support::run_on;

/// A name that is not near any other.
const FAR: &str = "qqqqqqqqqqqqqqqqqqqqqqqq";

/// What the parser says is possible in a query.
async fn possible(app: &App, operation: &Operation, query: &str) -> BTreeSet<String> {
    let address = format!("{}?{query}", operation.address(|_| None));
    let reply = send(app, operation.request(&address)).await;
    assert_eq!(reply.status, 400, "{address}: {}", reply.text());
    let detail = text(&reply.json()["detail"]);
    let (_, list) = detail.split_once("Possible are: ").unwrap_or_else(|| panic!("{address}: {detail}"));
    list.trim_end_matches('.').split(", ").filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// The operations that take parameters out of tables.
fn operations() -> Vec<Operation> {
    let mut operations = Operation::all();
    operations
        .retain(|operation| operation.path.starts_with("/v1/") || operation.path.starts_with("/feeds/"));
    operations
}

#[test]
fn the_document_and_the_parser_know_the_same_parameters() {
    run_on(Backend::Sqlite, Contents::SampleNewsroom, async |app| {
        for operation in operations() {
            let documented: BTreeSet<String> =
                operation.parameters("query").map(|parameter| text(&parameter["name"])).collect();
            assert_eq!(possible(&app, &operation, FAR).await, documented, "{}", operation.id());
        }
    });
}

#[test]
fn the_document_and_the_parser_know_the_same_words() {
    run_on(Backend::Sqlite, Contents::SampleNewsroom, async |app| {
        for operation in operations() {
            for parameter in operation.parameters("query") {
                let name = text(&parameter["name"]);
                let words: BTreeSet<String> = operation.words(&name).into_iter().collect();
                if !words.is_empty() {
                    let known = possible(&app, &operation, &format!("{name}={FAR}")).await;
                    assert_eq!(known, words, "{} {name}", operation.id());
                }
                for word in words {
                    let required = operation.required();
                    // What is not searched has no best.
                    let search = if word == "relevance" { "q=harbour&" } else { "" };
                    let address = format!("{}?{required}{search}{name}={word}", operation.address(|_| None));
                    let reply = send(&app, operation.request(&address)).await;
                    assert_ne!(reply.status, 400, "{address}: {}", reply.text());
                }
            }
        }
    });
}

#[test]
fn a_word_of_another_kind_is_refused() {
    run_on(Backend::Sqlite, Contents::SampleNewsroom, async |app| {
        for address in ["/v1/tags?kind=news", "/v1/articles?kind=person"] {
            let reply = get(&app, address).await;
            assert_eq!(
                (reply.status, &reply.json()["code"]),
                (400, &"INVALID_PARAMETER".into()),
                "{address}"
            );
        }
    });
}
