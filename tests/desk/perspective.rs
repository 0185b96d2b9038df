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

    /// Not even the id of a draft gets out, in any format, whatever refers to it.
    async fn what_refers_to_a_draft_does_not_name_it(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let id_of = |path: &str| path.rsplit('/').next().expect("an id").to_owned();
        let secret = editor.create("articles", article("secret")).await;
        let picture = editor.create("images", json!({ "url": "https://images.example.org/s.jpg", "alt": "S" })).await;
        let author = editor.create("authors", json!({ "slug": "mole", "name": { "en": "Mole" } })).await;
        let facts = editor.create("fact-boxes", json!({ "locale": "en", "slug": "links", "title": "Links", "items": [{
            "text": { "markDefs": [{ "_key": "l", "_type": "internalLink", "ref": id_of(&secret) }], "children": [{ "text": "there", "marks": ["l"] }] }
        }] })).await;
        editor.act(&format!("{facts}/publish"), 1, json!({})).await;
        let mut document = article("names");
        document["leadImage"] = json!(id_of(&picture));
        document["bylines"] = json!([{ "author": "mole" }, { "author": "mole", "role": "editor", "credit": "A desk" }]);
        document["body"] = json!([
            { "_type": "block", "_key": "a", "markDefs": [{ "_key": "l", "_type": "internalLink", "ref": id_of(&secret) }], "children": [{ "text": "there", "marks": ["l", "em"] }] },
            { "_type": "image", "_key": "b", "ref": id_of(&picture) },
            { "_type": "factBox", "_key": "c", "ref": id_of(&facts) },
        ]);
        let path = editor.create("articles", document).await;
        editor.act(&format!("{path}/publish"), 1, json!({})).await;
        let rest = get(app, &format!("{path}?body=blocks,html,markdown,text&include=authors,leadImage,factBoxes")).await.text();
        let query = format!("{{ article(id: \"{}\") {{ leadImage {{ id }} bylines {{ credit author {{ id }} }} factBoxes {{ factBox {{ items {{ html spans {{ marks {{ kind article {{ id }} }} }} }} }} }} body {{ html portableText blocks {{ ... on TextBlock {{ spans {{ marks {{ kind article {{ id }} }} }} }} ... on ImageBlock {{ image {{ id }} }} }} }} }} }}", id_of(&path));
        let asked = graphql(app, &query, json!({})).await.text();
        let fed = get(app, "/feeds/all.json").await.text();
        for answer in [&rest, &asked, &fed] {
            for hidden in [&secret, &picture, &author] {
                assert!(!answer.contains(&id_of(hidden)), "{answer}");
            }
        }
        assert!(rest.contains("A desk") && rest.contains("\"marks\":[\"em\"]"), "{rest}");
        editor.act(&format!("{secret}/publish"), 1, json!({})).await;
        assert!(get(app, &format!("{path}?body=blocks")).await.text().contains(&id_of(&secret)));
    }

    async fn pages_of_drafts_repeat_nothing_and_skip_nothing(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        editor.create("articles", article("page-draft")).await;
        let sorts = ["-publishedAt", "publishedAt", "-updatedAt", "-contentUpdatedAt", "title"];
        for (sort, filter) in sorts.iter().flat_map(|sort| [(sort, ""), (sort, "&tag=fisheries")]) {
            let list = format!("/v1/articles?perspective=draft&sort={sort}&fields=id{filter}");
            let whole = editor.get(&format!("{list}&first=100")).await.json();
            let (mut paged, mut after) = (Vec::new(), String::new());
            loop {
                let page = editor.get(&format!("{list}&first=3{after}")).await.json();
                paged.extend(page["data"].as_array().expect("data").clone());
                let Value::String(next) = &page["page"]["next"] else { break };
                after = format!("&after={next}");
            }
            assert!(paged.len() > 3, "{list}");
            assert_eq!(whole["data"].as_array(), Some(&paged), "{list}");
        }
    }

    /// Nobody learns what a draft is going to be called, not from a filter either.
    async fn the_address_of_a_draft_names_nothing_in_a_filter(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = editor.create("tags", json!({ "slug": "secret-talks", "name": { "en": "Secret talks" } })).await;
        for filter in ["tag=secret-talks", "noTag=fisheries&noTag=secret-talks"] {
            let unknown = get(app, &format!("/v1/articles?{filter}")).await;
            assert_eq!((unknown.status, &unknown.json()["code"]), (400, &json!("INVALID_PARAMETER")), "{filter}");
            assert!(unknown.text().contains("There is no tag called secret-talks."), "{}", unknown.text());
            let known = editor.get(&format!("/v1/articles?perspective=draft&{filter}")).await;
            assert_eq!(known.status, 200, "{}", known.text());
        }
        editor.act(&format!("{path}/publish"), 1, json!({})).await;
        assert_eq!(get(app, "/v1/articles?noTag=fisheries&noTag=secret-talks").await.status, 200);
        // A section of that name is another address.
        assert_eq!(get(app, "/v1/articles?section=secret-talks").await.status, 400);
    }

    /// What is planned is published after it was updated, which is never so for readers.
    async fn a_filter_of_time_finds_the_same_drafts_in_every_order(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = editor.create("articles", article("next-year")).await;
        editor.act(&format!("{path}/publish"), 1, json!({ "at": "2027-03-01T07:00:00Z" })).await;
        for (narrowed, has_it) in [
            ("publishedAfter=2027-01-01T00:00:00Z", true), ("updatedBefore=2026-12-30T00:00:00Z", true),
            ("contentUpdatedBefore=2026-12-30T00:00:00Z", true), ("publishedBefore=2026-12-30T00:00:00Z", false),
        ] {
            let mut sets = Vec::new();
            for sort in ["-publishedAt", "publishedAt", "-contentUpdatedAt", "-updatedAt", "title"] {
                let list = editor.get(&format!("/v1/articles?perspective=draft&first=100&fields=slug&sort={sort}&{narrowed}")).await.json();
                let mut slugs: Vec<String> = list["data"].as_array().expect("data").iter().map(|it| it["slug"].to_string()).collect();
                slugs.sort_unstable();
                sets.push(slugs);
            }
            assert!(sets.windows(2).all(|pair| pair[0] == pair[1]), "{narrowed}: {sets:?}");
            assert_eq!(sets[0].contains(&"\"next-year\"".to_owned()), has_it, "{narrowed}");
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
