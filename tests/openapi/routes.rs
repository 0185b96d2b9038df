//! What is documented is routed, and what is routed is documented.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::test::{self, TestRequest};
use dateline::app::App;
use dateline::server::{self, Doors};

use super::Operation;
use crate::support::client::{get, send};
use crate::support::database::{Backend, Contents};
use crate::support::run_on;

/// The patterns that the server has registered, which it tells only those who debug it.
async fn registered(app: &App) -> BTreeSet<String> {
    let doors = Doors { pages: false, ..Doors::default() };
    let routes = server::routes_of(app.clone(), doors);
    let service = test::init_service(actix_web::App::new().configure(routes)).await;
    let response = test::call_service(&service, TestRequest::get().uri("/").to_request()).await;
    let map = format!("{:?}", response.request().resource_map());
    let patterns = map.split("patterns: Single(\"").skip(1).filter_map(|rest| rest.split('"').next());
    patterns.filter(|pattern| !pattern.is_empty()).map(str::to_owned).collect()
}

#[test]
fn the_routes_are_those_of_the_document() {
    run_on(Backend::Sqlite, Contents::Nothing, async |app| {
        let documented: BTreeSet<String> =
            Operation::all().into_iter().map(|operation| operation.path).collect();
        assert_eq!(registered(&app).await, documented);
    });
}

#[test]
fn something_stands_at_every_documented_address() {
    run_on(Backend::Sqlite, Contents::SampleNewsroom, async |app| {
        for operation in Operation::all().iter().filter(|operation| operation.method == "get") {
            let address = format!("{}?{}", operation.address(|_| None), operation.required());
            let reply = get(&app, &address).await;
            assert!(!reply.text().contains("There is nothing at"), "{address}: {}", reply.text());
            let status = reply.status.to_string();
            assert!(operation.value["responses"].get(&status).is_some(), "{address} answers {status}");
            // Ids have no example that is somewhere; all other examples are those of the sample newsroom.
            let by_id = operation.parameters("path").any(|parameter| parameter["schema"]["format"] == "uuid");
            let closed = operation.value.get("security").is_some();
            assert!(
                by_id || closed || reply.status == 200 || operation.path == "/graphql",
                "{address}: {}",
                reply.text()
            );
        }
    });
}

#[test]
fn every_address_has_the_methods_of_the_document_and_no_others() {
    run_on(Backend::Sqlite, Contents::Nothing, async |app| {
        let mut methods: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
        for operation in Operation::all()
            .iter()
            .filter(|operation| !["/graphql", "/mcp"].contains(&operation.path.as_str()))
        {
            let new = || (operation.address(|_| None), Vec::new());
            let (_, allowed) = methods.entry(operation.path.clone()).or_insert_with(new);
            allowed.push(operation.method.to_uppercase());
            allowed.extend((operation.method == "get").then(|| "HEAD".to_owned()));
        }
        for (address, allowed) in methods.into_values() {
            let reply = send(&app, TestRequest::delete().uri(&address)).await;
            let told: BTreeSet<&str> = reply.header("allow").expect("it says which").split(", ").collect();
            assert_eq!(
                (reply.status, told),
                (405, allowed.iter().map(String::as_str).collect()),
                "{address}"
            );
            assert_eq!(reply.json()["code"], "METHOD_NOT_ALLOWED", "{address}");
            if allowed.iter().any(|method| method == "HEAD") {
                let head = TestRequest::default().method(actix_web::http::Method::HEAD).uri(&address);
                assert_ne!(send(&app, head).await.status, 405, "{address}");
            }
        }
    });
}
