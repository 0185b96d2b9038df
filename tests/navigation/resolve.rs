//! What an address of the newsroom's site leads to.

use dateline::app::App;
use serde_json::{Value, json};

use crate::support::client::{get, get_json, graphql_data};
use crate::support::on_both_databases;

/// The answer to a path, which is the same through both doors.
async fn resolve(app: &App, path: &str) -> Value {
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("path", path).finish();
    let reply = get(app, &format!("/v1/resolve?{query}")).await;
    let text = serde_json::to_string(path).unwrap();
    let data = graphql_data(
        app,
        &format!("{{ resolve(path: {text}) {{ outcome kind path url since reason node {{ id }} }} }}"),
    )
    .await;
    let graphql = &data["resolve"];
    if reply.status == 404 {
        assert!(graphql.is_null(), "{path}: {graphql}");
        return Value::Null;
    }
    assert_eq!(reply.status, 200, "{path}: {}", reply.text());
    let rest = reply.json();
    for name in ["path", "url", "since"] {
        assert_eq!(rest[name], graphql[name], "{path}: {name}");
    }
    for (name, other) in [("outcome", "outcome"), ("type", "kind"), ("reason", "reason")] {
        let word = |value: &Value| value.as_str().map(|word| word.to_lowercase().replace('_', ""));
        assert_eq!(word(&rest[name]), word(&graphql[other]), "{path}: {name}");
    }
    assert_eq!(rest["id"], graphql["node"]["id"], "{path}");
    rest
}

on_both_databases! { SampleNewsroom;
    async fn the_page_of_every_article_leads_to_it(app: &App) {
        for article in get_json(app, "/v1/articles?first=100").await["data"].as_array().unwrap() {
            let url = article["url"].as_str().unwrap();
            let path = url.strip_prefix("https://meridian.example.org").unwrap();
            for address in [url, path] {
                let found = resolve(app, address).await;
                assert_eq!(found["outcome"], "found", "{address}");
                assert_eq!((&found["id"], &found["revision"]), (&article["id"], &article["revision"]));
                assert_eq!((found["url"].as_str(), found["path"].as_str()), (Some(url), Some(path)));
            }
        }
    }

    async fn sections_tags_and_authors_have_pages_too(app: &App) {
        for (path, kind, collection, slug) in [
            ("/en/sections/world", "section", "sections", "world"),
            ("/uk/topics/fisheries/", "tag", "tags", "fisheries"),
            ("/en/people/olena-marsh?page=2", "author", "authors", "olena-marsh"),
        ] {
            let found = resolve(app, path).await;
            let entry = get_json(app, &format!("/v1/{collection}/{slug}")).await;
            assert_eq!((&found["type"], &found["id"]), (&json!(kind), &entry["id"]), "{path}");
            assert_eq!(found["path"], path.trim_end_matches('/').split('?').next().unwrap(), "{path}");
        }
    }

    async fn a_former_address_leads_to_the_present_one(app: &App) {
        let moved = resolve(app, "/en/tunnel-is-through").await;
        assert_eq!(moved["outcome"], "moved");
        assert_eq!(moved["path"], "/en/harbour-tunnel-breaks-through");
        assert_eq!(moved["since"], "2026-03-01T06:00:00.000Z");
    }

    async fn what_was_withdrawn_is_gone_since_then_and_a_draft_was_never_there(app: &App) {
        let gone = resolve(app, "/en/fish-auction-to-move-online").await;
        let since = "2026-04-22T07:30:00.000Z";
        let expected = json!({
            "outcome": "gone", "type": "article", "id": null, "revision": null, "path": null, "url": null,
            "since": since, "reason": "withdrawn",
        });
        assert_eq!(gone, expected);
        let then = get_json(app, "/v1/resolve?path=/en/fish-auction-to-move-online&asOf=2026-04-21T12:00:00Z").await;
        assert_eq!(then["outcome"], "found");
        for key in ["harbour-dues-draft-en", "tunnel-toll-ends-en"] {
            let slug = crate::support::sample::slug_of("article", key);
            assert_eq!(resolve(app, &format!("/en/{slug}")).await, Value::Null, "{key}");
        }
    }

    async fn an_address_of_elsewhere_leads_nowhere_and_what_is_none_is_refused(app: &App) {
        for path in ["/", "/en", "/en/nothing", "/fr/world", "https://elsewhere.example/en/harbour-tunnel-breaks-through"] {
            assert_eq!(resolve(app, path).await, Value::Null, "{path}");
        }
        for query in ["", "?path=", "?path=harbour", "?path=ftp://meridian.example.org/en/x"] {
            let reply = get(app, &format!("/v1/resolve{query}")).await;
            assert_eq!((reply.status, &reply.json()["code"]), (400, &json!("INVALID_PARAMETER")), "{query}");
            assert_eq!(reply.json()["errors"][0]["pointer"], "?path", "{query}");
        }
    }

    /// A router needs one request: the entry comes along with what the page shows.
    async fn one_request_brings_the_entry_with_what_its_page_shows(app: &App) {
        let data = graphql_data(app, r#"{ resolve(path: "/en/harbour-tunnel-breaks-through") { node {
            ... on Article { title body { html } bylines { author { slug } } }
            ... on Tag { articles(first: 5) { nodes { title } } } } } }"#).await;
        let article = &data["resolve"]["node"];
        assert!(article["body"]["html"].as_str().unwrap().starts_with("<p>"));
        assert!(article["bylines"][0]["author"]["slug"].is_string());
    }
}
