//! How pages are sent: to whom, in which form, and with what browsers may do with them.

use std::io::Read as _;

use actix_web::test::TestRequest;
use dateline::app::App;

use super::{BROWSER, PAGES, attribute, visit};
use crate::support::client::{get, send};
use crate::support::database::{Backend, Contents};
use crate::support::{on_both_databases, run_on};

/// The files that the pages name.
async fn files(app: &App) -> Vec<String> {
    let mut files = Vec::new();
    for page in PAGES {
        let html = visit(app, page).await.text();
        let named = attribute(&html, "href").into_iter().chain(attribute(&html, "src"));
        files.extend(named.filter(|address| address.starts_with("/assets/")));
    }
    files.sort();
    files.dedup();
    assert!(files.len() >= 6, "{files:?}");
    files
}

#[test]
fn whoever_names_html_gets_a_page_and_programs_get_json() {
    run_on(Backend::Sqlite, Contents::Nothing, async |app| {
        for (accept, page) in [
            (BROWSER, true),
            ("text/html", true),
            ("text/html, application/json;q=0.9", true),
            ("application/json", false),
            ("application/json, text/html;q=0.9", false),
            ("*/*", false),
            ("text/html;q=0", false),
            ("application/xml", false),
        ] {
            let reply = send(&app, TestRequest::get().uri("/").insert_header(("accept", accept))).await;
            let wanted = if page { "text/html; charset=utf-8" } else { "application/json" };
            assert_eq!((reply.status, reply.header("content-type")), (200, Some(wanted)), "{accept}");
            assert!(reply.header("vary").expect("it varies").contains("Accept"), "{accept}");
        }
        let index = get(&app, "/").await.json();
        for place in ["docs", "graphiql", "schema", "openapi"] {
            assert_eq!(get(&app, index[place].as_str().expect("a place")).await.status, 200, "{place}");
        }
    });
}

#[test]
fn browsers_may_do_nothing_but_what_the_pages_need() {
    run_on(Backend::Sqlite, Contents::SampleNewsroom, async |app| {
        let mut places: Vec<String> = PAGES.map(str::to_owned).to_vec();
        places.push("/schema.graphql".to_owned());
        places.extend(files(&app).await);
        for place in places {
            let reply = visit(&app, &place).await;
            let policy = reply.header("content-security-policy").expect("a policy");
            for part in
                ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]
            {
                assert!(policy.split("; ").any(|directive| directive == part), "{place}: {part}");
            }
            assert!(!policy.contains("unsafe") && !policy.contains("http"), "{place}: {policy}");
            assert_eq!(reply.header("x-content-type-options"), Some("nosniff"), "{place}");
            assert_eq!(reply.header("referrer-policy"), Some("no-referrer"), "{place}");
        }
    });
}

#[test]
fn nothing_in_a_page_is_code_or_comes_from_elsewhere() {
    run_on(Backend::Sqlite, Contents::SampleNewsroom, async |app| {
        for page in PAGES {
            let html = visit(&app, page).await.text();
            assert!(html.contains("<script") && !html.contains("<style"), "{page}");
            assert!(
                html.split("<script").skip(1).all(|script| script.starts_with(" src=\"/assets/")),
                "{page}"
            );
            assert!(attribute(&html, "style").is_empty(), "{page}");
            assert!(!html.contains(" onclick=") && !html.contains("javascript:"), "{page}");
            let loaded = attribute(&html, "src").into_iter().chain(
                html.split("<link ")
                    .skip(1)
                    .flat_map(|link| attribute(&format!(" {}", link.split('>').next().unwrap()), "href")),
            );
            for address in loaded {
                assert!(address.starts_with('/') && !address.starts_with("//"), "{page} loads {address}");
            }
        }
        for file in files(&app).await {
            let text = visit(&app, &file).await.text().replace("http://www.w3.org/2000/svg", "");
            assert!(!text.contains("http:") && !text.contains("https:") && !text.contains("//cdn"), "{file}");
            let unsafe_sinks =
                ["innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "localStorage", "document.cookie"];
            assert!(unsafe_sinks.iter().all(|sink| !text.contains(sink)), "{file}");
        }
    });
}

#[test]
fn files_are_named_by_their_bytes_and_kept_for_ever() {
    run_on(Backend::Sqlite, Contents::Nothing, async |app| {
        for file in files(&app).await {
            let reply = visit(&app, &file).await;
            assert_eq!(reply.header("cache-control"), Some("public, max-age=31536000, immutable"), "{file}");
            let digest = file.split('.').nth(1).expect("a digest");
            assert_eq!(reply.header("etag"), Some(format!("\"{digest}\"").as_str()), "{file}");
        }
        let other = visit(&app, "/assets/style.AAAAAAAAAAAAAAAAAAAAAA.css").await;
        assert_eq!((other.status, other.json()["code"].as_str()), (404, Some("NOT_FOUND")));
        assert_eq!(visit(&app, "/assets/..%2FCargo.toml").await.status, 404);
    });
}

#[test]
fn a_page_is_sent_compressed_to_whoever_takes_that_and_not_again_to_whoever_has_it() {
    run_on(Backend::Sqlite, Contents::SampleNewsroom, async |app| {
        let mut places: Vec<String> = PAGES.map(str::to_owned).to_vec();
        places.extend(files(&app).await);
        for place in places {
            let ask = async |encoding: &'static str, known: &str| {
                let request = TestRequest::get().uri(&place).insert_header(("accept", BROWSER));
                let request = request.insert_header(("accept-encoding", encoding));
                send(&app, request.insert_header(("if-none-match", known))).await
            };
            let whole = ask("identity", "").await;
            let small = ask("gzip, br", "").await;
            assert_eq!(
                (whole.header("content-encoding"), small.header("content-encoding")),
                (None, Some("gzip")),
                "{place}"
            );
            let mut opened = Vec::new();
            flate2::read::GzDecoder::new(small.body.as_slice()).read_to_end(&mut opened).expect("it is gzip");
            assert!(opened == whole.body, "{place} is the same in both forms");
            assert!(small.body.len() < whole.body.len(), "{place}");
            let (first, second) = (whole.header("etag").expect("some"), small.header("etag").expect("some"));
            assert_ne!(first, second, "{place}: other bytes have another validator");
            assert!(small.header("vary").expect("some").contains("Accept-Encoding"), "{place}");
            for (encoding, known) in [("identity", first), ("gzip", second)] {
                let again = ask(encoding, known).await;
                assert_eq!(
                    (again.status, again.body.len(), again.header("etag")),
                    (304, 0, Some(known)),
                    "{place}"
                );
            }
            assert_eq!(ask("gzip", first).await.status, 200, "{place}");
        }
    });
}

on_both_databases! { SampleNewsroom;
    async fn the_front_page_is_the_same_bytes_until_something_changes(app: &App) {
        let (first, second) = (visit(app, "/").await, visit(app, "/").await);
        assert_eq!(first.header("etag"), second.header("etag"));
        assert_eq!(first.header("cache-control"), Some("public, no-cache"));
        let head = TestRequest::default().method(actix_web::http::Method::HEAD).uri("/").insert_header(("accept", BROWSER));
        assert_eq!(send(app, head).await.header("etag"), first.header("etag"));
        let post = TestRequest::post().uri("/").insert_header(("accept", BROWSER));
        assert_eq!(send(app, post).await.status, 405);
    }
}
