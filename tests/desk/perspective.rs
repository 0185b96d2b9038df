//! Drafts and the future, for those who may see them.

use dateline::app::App;
use dateline::domain::access::Role;
use serde_json::{Value, json};

use super::{Client, article};
use crate::support::client::{get, get_json, graphql};
use crate::support::on_both_databases;

on_both_databases! { SampleNewsroom;
    /// The whole graph: a draft shows the drafts of what it refers to.
    async fn a_draft_is_seen_with_the_drafts_it_refers_to(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let tag = editor.create("tags", json!({ "slug": "secret", "name": { "en": "Secret" } })).await;
        let facts = editor.create("fact-boxes", json!({ "locale": "en", "slug": "facts", "title": "Facts", "items": [{ "text": "First." }] })).await;
        let mut document = article("plans");
        document["tags"] = json!(["secret"]);
        document["body"] = json!([{ "_type": "factBox", "_key": "f", "ref": "facts" }]);
        let path = editor.create("articles", document).await;
        editor.patch(&facts, 1, json!({ "items": [{ "text": "Second." }] })).await;
        let seen = editor.get(&format!("{path}?perspective=draft&include=tags,factBoxes&body=html")).await;
        assert_eq!(seen.header("cache-control"), Some("private, no-store"));
        let seen = seen.json();
        assert_eq!(seen["tags"][0]["name"]["text"], "Secret");
        assert!(seen["body"]["html"].as_str().expect("HTML").contains("Second."));
        let listed = editor.get("/v1/articles?perspective=draft&tag=secret&total=exact").await.json();
        assert_eq!((listed["data"][0]["slug"].as_str(), listed["page"]["total"]["count"].as_u64()), (Some("plans"), Some(1)));
        editor.act(&format!("{path}/publish"), 1, json!({})).await;
        let public = get_json(app, &format!("{path}?include=tags,factBoxes&body=html")).await;
        assert_eq!((&public["tags"], &public["factBoxes"]), (&json!([]), &json!([])), "what is a draft is not shown");
        assert!(!public["body"]["html"].as_str().expect("HTML").contains("Second."));
        editor.act(&format!("{tag}/publish"), 1, json!({})).await;
        assert_eq!(get_json(app, &path).await["tags"].as_array().map(Vec::len), Some(1));
    }

    async fn pages_of_drafts_repeat_nothing_and_skip_nothing(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        editor.create("articles", article("page-draft")).await;
        for sort in ["-publishedAt", "publishedAt", "-updatedAt", "title"] {
            let whole = editor.get(&format!("/v1/articles?perspective=draft&first=100&sort={sort}&fields=id")).await.json();
            let (mut paged, mut after) = (Vec::new(), String::new());
            loop {
                let page = editor.get(&format!("/v1/articles?perspective=draft&first=7&sort={sort}&fields=id{after}")).await.json();
                paged.extend(page["data"].as_array().expect("data").clone());
                let Value::String(next) = &page["page"]["next"] else { break };
                after = format!("&after={next}");
            }
            assert_eq!(whole["data"].as_array(), Some(&paged), "{sort}");
        }
    }

    async fn the_future_is_seen_with_the_scope_preview_only(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = editor.create("articles", article("tomorrow")).await;
        editor.act(&format!("{path}/publish"), 1, json!({ "at": "2026-11-25T07:00:00Z" })).await;
        let then = format!("{path}?asOf=2026-11-25T08:00:00Z");
        assert_eq!(get(app, &then).await.json()["code"], "FUTURE_NOT_PUBLIC");
        let reader = Client::of(app, Role::Reader).await;
        assert_eq!(reader.get(&then).await.json()["code"], "FUTURE_NOT_PUBLIC");
        let previewer = Client::of(app, Role::Previewer).await;
        let seen = previewer.get(&then).await;
        assert_eq!((seen.status, seen.header("cache-control")), (200, Some("private, no-store")));
        assert_eq!(previewer.get(&path).await.status, 404, "now it is not public yet");
        assert_eq!(previewer.get(&format!("{then}&perspective=draft")).await.status, 400);
    }

    async fn nobody_else_sees_drafts_at_any_door(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = editor.create("articles", article("hidden")).await;
        let id = path.rsplit('/').next().expect("an id");
        let reader = Client::of(app, Role::Reader).await;
        assert_eq!(get(app, &format!("{path}?perspective=draft")).await.status, 401);
        assert_eq!(reader.get(&format!("{path}?perspective=draft")).await.status, 403);
        assert_eq!(get(app, "/v1/articles?perspective=draft").await.status, 401);
        let query = format!("{{ article(id: \"{id}\", perspective: DRAFT) {{ title }} }}");
        let answer = graphql(app, &query, json!({})).await.json();
        assert_eq!(answer["errors"][0]["extensions"]["code"], "UNAUTHENTICATED", "{answer}");
        let public = graphql(app, &format!("{{ node(id: \"{id}\") {{ id }} }}"), json!({})).await.json();
        assert_eq!(public["data"]["node"], json!(null));
    }
}
