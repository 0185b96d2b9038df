//! References to what is not there: what is told of them is the reader's choice, and names nothing.

use dateline::app::App;
use dateline::domain::access::Role;
use serde_json::{Value, json};

use super::{Client, article, at};
use crate::openapi::answers::validator;
use crate::support::client::{get, get_json, graphql};
use crate::support::on_both_databases;

/// What an article refers to: of each kind something that was withdrawn or never there.
struct Newsroom {
    /// The address of the article.
    path: String,
    /// Ids, slugs and titles that nobody may read.
    hidden: Vec<String>,
}

fn id_of(path: &str) -> String {
    path.rsplit('/').next().expect("an id").to_owned()
}

/// The article: what it refers to by the name of each, and one tag that is there.
fn document(id: impl Fn(&str) -> String, open: &str) -> Value {
    let mut document = article("holes");
    document["bylines"] =
        json!([{ "author": id("author"), "credit": "By a friend" }, { "author": id("ghost") }]);
    document["tags"] = json!([id("tag"), open]);
    document["section"] = json!(id("section"));
    document["leadImage"] = json!(id("image"));
    document["translationGroup"] = json!("holes");
    document["body"] = json!([
        { "_type": "block", "_key": "a", "markDefs": [{ "_key": "l", "_type": "internalLink", "ref": id("article") }], "children": [{ "text": "there", "marks": ["l"] }] },
        { "_type": "factBox", "_key": "b", "ref": id("gone") },
        { "_type": "factBox", "_key": "c", "ref": id("libel") },
        { "_type": "image", "_key": "d", "ref": id("image"), "caption": "Seen" },
        { "_type": "factBox", "_key": "e", "ref": id("plan"), "mode": { "pin": 1 } },
        { "_type": "table", "_key": "f", "header": false, "rows": [{ "cells": [{ "markDefs": [{ "_key": "l", "_type": "internalLink", "ref": id("article") }], "children": [{ "text": "cell", "marks": ["l"] }] }] }] },
    ]);
    document
}

/// An article of noon that refers to a withdrawn box and author, a killed box, and drafts of everything.
async fn newsroom(app: &App) -> Newsroom {
    let admin = Client::of(app, Role::Admin).await;
    let fact_box = |slug: &str| json!({ "locale": "en", "slug": slug, "title": format!("title-{slug}"), "items": [{ "text": "Said once." }] });
    let mut hidden = Vec::new();
    let mut paths = std::collections::HashMap::new();
    for (name, collection, document) in [
        ("gone", "fact-boxes", fact_box("gone-box")),
        ("libel", "fact-boxes", fact_box("libel-box")),
        ("plan", "fact-boxes", fact_box("plan-box")),
        ("author", "authors", json!({ "slug": "former-author", "name": { "en": "title-author" } })),
        ("ghost", "authors", json!({ "slug": "ghost-author", "name": { "en": "title-ghost" } })),
        ("tag", "tags", json!({ "slug": "secret-tag", "name": { "en": "title-tag" } })),
        ("section", "sections", json!({ "slug": "secret-section", "name": { "en": "title-section" } })),
        (
            "image",
            "images",
            json!({ "url": "https://images.example.org/title-image.jpg", "alt": "title-alt" }),
        ),
        ("article", "articles", article("secret-article")),
    ] {
        let path = admin.create(collection, document).await;
        hidden.push(id_of(&path));
        if ["gone", "libel", "author"].contains(&name) {
            admin.act(&format!("{path}/publish"), 1, json!({})).await;
        }
        paths.insert(name, path);
    }
    hidden.extend(
        ["gone-box", "libel-box", "plan-box", "former-", "ghost-", "secret-", "title-"].map(str::to_owned),
    );
    let open = admin.create("tags", json!({ "slug": "open", "name": { "en": "Open" } })).await;
    admin.act(&format!("{open}/publish"), 1, json!({})).await;
    let path = admin.create("articles", document(|name| id_of(&paths[name]), &id_of(&open))).await;
    admin.act(&format!("{path}/publish"), 1, json!({})).await;
    let mut other = article("other-language");
    other["locale"] = json!("uk");
    other["translationGroup"] = json!("holes");
    let other = admin.create("articles", other).await;
    admin.act(&format!("{other}/publish"), 1, json!({})).await;
    hidden.push(id_of(&other));
    let later = at(app, "2026-11-24T13:00:00Z");
    let desk = Client { app: &later, token: admin.token.clone() };
    for gone in [&paths["gone"], &paths["author"], &other] {
        desk.act(&format!("{gone}/withdraw"), 1, json!({ "note": "x" })).await;
    }
    desk.act(&format!("{}/kill", paths["libel"]), 1, json!({ "note": "x" })).await;
    Newsroom { path, hidden }
}

const EVERYTHING: &str = "include=authors,section,tags,leadImage,factBoxes,translations,unavailable&body=blocks,html,markdown,text";

fn stub(unavailable: &str, kind: &str) -> Value {
    json!({ "unavailable": unavailable, "kind": kind })
}

on_both_databases! { Nothing;
    async fn nothing_that_is_not_there_is_named_at_any_door(app: &App) {
        let Newsroom { path, hidden } = newsroom(app).await;
        let app = &at(app, "2026-11-24T14:00:00Z");
        let mut answers = Vec::new();
        for links in ["omit", "null", "stub"] {
            for view in ["", EVERYTHING] {
                answers.push(get(app, &format!("{path}?links={links}&{view}")).await.text());
                answers.push(get(app, &format!("/v1/articles?links={links}&{view}")).await.text());
            }
        }
        let query = format!("{{ article(id: \"{}\") {{ slug unavailable {{ role kind position blockKey state }} section {{ id }} tags {{ id }} bylines {{ name author {{ id }} }} factBoxes {{ factBox {{ id }} }} translations {{ id }} leadImage {{ id }} body {{ html markdown text portableText blocks {{ __typename ... on FactBoxBlock {{ key factBox {{ id }} unavailable }} ... on ImageBlock {{ image {{ id }} unavailable caption }} ... on TextBlock {{ spans {{ text marks {{ kind unavailable article {{ id }} }} }} }} }} }} }} }}", id_of(&path));
        answers.push(graphql(app, &query, json!({})).await.text());
        answers.push(get(app, "/feeds/all.atom").await.text() + &get(app, "/feeds/all.json").await.text());
        for answer in answers {
            assert!(answer.contains("holes"), "{answer}");
            for name in &hidden {
                // The article has the word in none of its own members.
                assert!(!answer.contains(name), "{name} in {answer}");
            }
        }
    }

    async fn usually_it_is_left_out(app: &App) {
        let Newsroom { path, .. } = newsroom(app).await;
        let app = &at(app, "2026-11-24T14:00:00Z");
        let seen = get_json(app, &format!("{path}?include=authors,tags,factBoxes,translations&body=blocks,html")).await;
        assert_eq!(seen, get_json(app, &format!("{path}?include=authors,tags,factBoxes,translations&body=blocks,html&links=omit")).await);
        assert_eq!((&seen["section"], &seen["leadImage"], &seen["factBoxes"], &seen["translations"]), (&json!(null), &json!(null), &json!([]), &json!([])));
        assert_eq!((seen["tags"].as_array().map(Vec::len), seen["bylines"].as_array().map(Vec::len)), (Some(1), Some(1)));
        let keys: Vec<_> = seen["body"]["blocks"].as_array().unwrap().iter().map(|block| block["_key"].clone()).collect();
        assert_eq!(keys, ["a", "f"]);
        assert_eq!(seen["body"]["blocks"][0]["markDefs"], json!([]));
    }

    async fn null_stands_in_its_place(app: &App) {
        let Newsroom { path, .. } = newsroom(app).await;
        let app = &at(app, "2026-11-24T14:00:00Z");
        for include in ["", "&include=authors,section,tags,leadImage,factBoxes,translations"] {
            let seen = get_json(app, &format!("{path}?body=blocks,html&links=null{include}")).await;
            assert_eq!((&seen["section"], &seen["leadImage"], &seen["tags"][0]), (&json!(null), &json!(null), &json!(null)));
            assert!(seen["tags"][1].is_object());
            assert_eq!(seen["bylines"], json!([{ "role": "author", "credit": "By a friend", "author": null }, { "role": "author", "credit": null, "author": null }]));
            assert_eq!(seen["factBoxes"], json!([{ "pinned": null, "factBox": null }, { "pinned": null, "factBox": null }, { "pinned": 1, "factBox": null }]));
            if !include.is_empty() {
                assert_eq!(seen["translations"], json!([null]), "what was withdrawn; a draft would not be told of");
            }
            let blocks = seen["body"]["blocks"].as_array().unwrap();
            assert_eq!(blocks.len(), 6);
            assert_eq!(blocks[0]["markDefs"], json!([{ "_type": "internalLink", "_key": "m0", "ref": null }]));
            assert_eq!(blocks[1], json!({ "_key": "b", "_type": "factBox", "ref": null, "mode": "follow" }));
            assert_eq!(blocks[3], json!({ "_key": "d", "_type": "image", "ref": null }), "what is said of it is not said");
            assert_eq!(blocks[5]["rows"][0]["cells"][0]["markDefs"][0]["ref"], json!(null));
            assert!(!seen["body"]["html"].as_str().unwrap().contains("unavailable"), "HTML has no null");
        }
    }

    async fn a_stub_says_why_and_no_more(app: &App) {
        let Newsroom { path, .. } = newsroom(app).await;
        let app = &at(app, "2026-11-24T14:00:00Z");
        for include in ["", "&include=authors,section,tags,leadImage,factBoxes,translations"] {
            let seen = get_json(app, &format!("{path}?body=blocks,html,markdown,text&links=stub{include}")).await;
            assert_eq!((&seen["section"], &seen["leadImage"], &seen["tags"][0]), (&stub("absent", "section"), &stub("absent", "image"), &stub("absent", "tag")));
            assert_eq!((&seen["bylines"][0]["author"], &seen["bylines"][1]["author"]), (&stub("withdrawn", "author"), &stub("absent", "author")));
            let boxes: Vec<_> = seen["factBoxes"].as_array().unwrap().iter().map(|shown| shown["factBox"].clone()).collect();
            assert_eq!(boxes, [stub("withdrawn", "factBox"), stub("absent", "factBox"), stub("absent", "factBox")], "what was killed is absent");
            if !include.is_empty() {
                assert_eq!(seen["translations"], json!([stub("withdrawn", "article")]));
            }
            let blocks = seen["body"]["blocks"].as_array().unwrap();
            assert_eq!((&blocks[0]["markDefs"][0]["ref"], &blocks[1]["ref"], &blocks[3]["ref"]), (&stub("absent", "article"), &stub("withdrawn", "factBox"), &stub("absent", "image")));
            let html = seen["body"]["html"].as_str().unwrap();
            for part in ["<a data-unavailable=\"absent\">there</a>", "<aside class=\"factbox\" data-unavailable=\"withdrawn\"></aside>", "<figure data-unavailable=\"absent\"></figure>"] {
                assert!(html.contains(part), "{part} in {html}");
                assert!(seen["body"]["markdown"].as_str().unwrap().contains(part), "{part} in Markdown");
            }
            assert_eq!(seen["body"]["text"], "there\n\ncell");
            let listed = get_json(app, &format!("/v1/articles?body=blocks,html,markdown,text&links=stub{include}")).await;
            assert_eq!(listed["data"][0], seen, "lists say the same");
            assert!(validator(&json!({ "$ref": "#/components/schemas/Article" })).is_valid(&seen), "it is as documented");
        }
        let before = get_json(app, &format!("{path}?links=stub&asOf=2026-11-24T12:30:00Z")).await;
        assert!(before["factBoxes"][0]["factBox"]["id"].is_string(), "then it was there");
        assert_eq!(before["factBoxes"][1]["factBox"], stub("absent", "factBox"), "what was killed never was");
    }

    async fn whoever_asks_is_told_what_is_missing_and_where(app: &App) {
        let Newsroom { path, .. } = newsroom(app).await;
        let app = &at(app, "2026-11-24T14:00:00Z");
        let seen = get_json(app, &format!("{path}?include=unavailable&body=none")).await;
        let told = |value: &Value| (value["role"].clone(), value["position"].clone(), value["blockKey"].clone(), value["state"].clone());
        let missing: Vec<_> = seen["unavailable"].as_array().unwrap().iter().map(told).collect();
        let row = |role: &str, position: u32, key: Option<&str>, state: &str| (json!(role), json!(position), json!(key), json!(state));
        assert_eq!(missing, [
            row("byline", 0, None, "withdrawn"), row("byline", 1, None, "absent"), row("section", 0, None, "absent"),
            row("tag", 0, None, "absent"), row("leadImage", 0, None, "absent"), row("related", 0, Some("a"), "absent"),
            row("factBox", 1, Some("b"), "withdrawn"), row("factBox", 2, Some("c"), "absent"), row("image", 3, Some("d"), "absent"),
            row("factBox", 4, Some("e"), "absent"), row("related", 5, Some("f"), "absent"),
        ]);
        assert!(seen.get("body").is_none());
        let query = format!("{{ article(id: \"{}\") {{ unavailable {{ role kind position blockKey state }} factBoxes {{ pinned }} body {{ blocks {{ ... on FactBoxBlock {{ key factBox {{ id }} unavailable }} ... on ImageBlock {{ image {{ id }} unavailable }} ... on TextBlock {{ spans {{ marks {{ unavailable article {{ id }} }} }} }} }} }} }} }}", id_of(&path));
        let asked = graphql(app, &query, json!({})).await.json()["data"]["article"].clone();
        assert_eq!(asked["unavailable"].as_array().unwrap().len(), 11, "{asked}");
        assert_eq!(asked["unavailable"][6], json!({ "role": "FACT_BOX", "kind": "FACT_BOX", "position": 1, "blockKey": "b", "state": "WITHDRAWN" }));
        assert_eq!((&asked["factBoxes"], &asked["body"]["blocks"][1]), (&json!([]), &json!({ "key": "b", "factBox": null, "unavailable": "WITHDRAWN" })));
        assert_eq!(asked["body"]["blocks"][0]["spans"][0]["marks"][0], json!({ "unavailable": "ABSENT", "article": null }));
        // Blocks alone are enough to be told why.
        let blocks = format!("{{ article(id: \"{}\") {{ body {{ blocks {{ ... on FactBoxBlock {{ unavailable }} }} }} }} }}", id_of(&path));
        let asked = graphql(app, &blocks, json!({})).await.json();
        assert_eq!(asked["data"]["article"]["body"]["blocks"][1]["unavailable"], "WITHDRAWN", "{asked}");
        let admin = Client::of(app, Role::Admin).await;
        let desk = admin.get(&format!("{path}?perspective=draft&include=unavailable&links=stub")).await.json();
        let missing: Vec<_> = desk["unavailable"].as_array().unwrap().iter().map(|one| one["blockKey"].clone()).collect();
        assert_eq!(missing, [json!(null), json!("b"), json!("c")], "the desk is told what was withdrawn or killed: {desk}");
        assert!(desk["factBoxes"][0]["factBox"]["id"].is_string(), "and sees what was only withdrawn");
        assert_eq!(desk["factBoxes"][1]["factBox"], stub("absent", "factBox"));
        assert_eq!(get(app, "/v1/articles?links=hide").await.json()["code"], "INVALID_PARAMETER");
    }
}
