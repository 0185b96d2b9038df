//! Arrows go down only: what each layer may use.

use super::rust_files;

/// Each layer and the layers that it may use, besides itself.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("parse", &["domain"]),
    ("render", &["domain"]),
    ("document", &["domain", "parse"]),
    ("analysis", &["domain"]),
    ("store", &["domain", "document", "analysis"]),
    ("outgoing", &[]),
    ("media", &["domain", "outgoing"]),
    ("app", &["domain", "parse", "render", "document", "analysis", "store", "outgoing", "media"]),
    ("import", &["domain", "parse", "document", "app"]),
    ("http", &["domain", "app"]),
    ("rest", &["domain", "render", "document", "media", "app", "http"]),
    ("graphql", &["domain", "render", "document", "app", "http"]),
    ("feeds", &["domain", "render", "app", "http"]),
    ("mcp", &["domain", "render", "app", "http"]),
    ("pages", &["domain", "app", "http"]),
    ("server", &["domain", "app", "http", "rest", "graphql", "feeds", "mcp", "pages"]),
    ("telemetry", &[]),
    ("config", &["domain", "store", "media", "telemetry"]),
    (
        "cli",
        &[
            "domain",
            "store",
            "outgoing",
            "media",
            "app",
            "import",
            "rest",
            "graphql",
            "server",
            "config",
            "telemetry",
        ],
    ),
    ("lib", &[]),
    ("main", &["cli"]),
];

/// Packages that only one layer may name.
const OWNERS: &[(&str, &[&str])] = &[
    ("diesel", &["store"]),
    ("actix_web", &["http", "rest", "graphql", "feeds", "mcp", "pages", "server", "cli"]),
    ("async_graphql", &["graphql"]),
    ("actix_ws", &["graphql"]),
    ("utoipa", &["rest", "http"]),
    ("comrak", &["parse", "render", "pages"]),
    ("maud", &["pages"]),
    ("rmcp", &["mcp"]),
    ("flate2", &["pages"]),
    ("clap", &["cli", "main"]),
    ("ureq", &["outgoing"]),
    ("jsonwebtoken", &["app"]),
    ("img_parts", &["media"]),
    ("webp", &["media"]),
    ("rusty_s3", &["media"]),
    ("snowball_stemmers_rs", &["analysis"]),
    ("actix_multipart", &["http"]),
    (
        "serde",
        &["document", "import", "http", "rest", "graphql", "mcp", "pages", "config", "telemetry", "server"],
    ),
    ("serde_json", &["document", "import", "http", "rest", "graphql", "mcp", "pages", "server", "render"]),
];

fn layer(path: &std::path::Path) -> String {
    let part = path.components().nth(1).expect("a file below src");
    part.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// The files of the program. Unit tests may look up: they check that layers fit together.
fn code() -> impl Iterator<Item = (std::path::PathBuf, String)> {
    rust_files("src").into_iter().filter(|(path, _)| !path.ends_with("tests.rs")).map(|(path, text)| {
        let program = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
        (path, program)
    })
}

/// The words that follow `prefix` in code: comments do not count.
fn names_after<'a>(text: &'a str, prefix: &'a str) -> impl Iterator<Item = &'a str> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(move |line| line.split(prefix).skip(1))
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default())
}

#[test]
fn arrows_between_layers_go_down_only() {
    let mut wrong = Vec::new();
    for (path, text) in code() {
        let from = layer(&path);
        let allowed = ARROWS.iter().find(|(name, _)| *name == from);
        let (_, allowed) = allowed.unwrap_or_else(|| panic!("{} belongs to no layer", path.display()));
        for to in names_after(&text, "crate::").filter(|to| ARROWS.iter().any(|(name, _)| name == to)) {
            if to != from && !allowed.contains(&to) {
                wrong.push(format!("{}: {from} -> {to}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "these arrows go up or sideways:\n{}", wrong.join("\n"));
}

#[test]
fn each_package_stays_in_its_layers() {
    let mut wrong = Vec::new();
    for (path, text) in code() {
        let from = layer(&path);
        for (package, owners) in OWNERS {
            let named = text.lines().any(|line| {
                let line = line.trim_start();
                let word = format!("{package}::");
                let at = line.find(&word);
                let whole = at.is_some_and(|at| {
                    !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
                });
                !line.starts_with("//") && whole
            });
            if named && !owners.contains(&from.as_str()) {
                wrong.push(format!("{} names {package}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "packages outside their layers:\n{}", wrong.join("\n"));
}

#[test]
fn the_test_of_arrows_sees_an_arrow() {
    let text =
        "use crate::store::Store; // crate::app\n// use crate::graphql;\nfn f(x: crate::domain::Id) {}";
    let seen: Vec<_> = names_after(text, "crate::").collect();
    assert_eq!(seen, ["store", "app", "domain"]);
}
