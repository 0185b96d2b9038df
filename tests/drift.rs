//! The committed descriptions of the doors are those of the program.

use std::path::Path;

/// Compares a generated file with the committed one.
fn compare(path: &str, which: &str, generated: &str) {
    let committed = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path));
    let same = committed.is_ok_and(|committed| committed.trim_end() == generated.trim_end());
    assert!(same, "{path} is out of date. Refresh it: cargo run -- schema {which} > {path}");
}

#[test]
fn the_openapi_document_is_committed() {
    compare("openapi/openapi.json", "openapi", &dateline::server::openapi());
}

#[test]
fn the_graphql_schema_is_committed() {
    compare("schema.graphql", "graphql", &dateline::graphql::sdl());
}
