//! Preview links: one revision of one entry, for whoever holds them.

use actix_web::http::Method;
use dateline::app::App;
use dateline::domain::access::Role;
use serde_json::json;

use super::{Client, article, at, pointers};
use crate::support::client::get;
use crate::support::on_both_databases;

async fn link<'a>(
    app: &'a App,
    by: &Client<'_>,
    path: &str,
    body: serde_json::Value,
) -> (Client<'a>, String) {
    let made = by.write(Method::POST, &format!("{path}/preview-links"), None, &body).await;
    assert_eq!(made.status, 200, "{}", made.text());
    let (token, id) = (
        made.json()["token"].as_str().expect("a token").to_owned(),
        made.json()["id"].as_str().expect("an id").to_owned(),
    );
    (Client { app, token }, id)
}

on_both_databases! { SampleNewsroom;
    async fn a_link_shows_that_revision_and_nothing_else(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = editor.create("articles", article("shared")).await;
        editor.patch(&path, 1, json!({ "title": "For the lawyer" })).await;
        editor.patch(&path, 2, json!({ "title": "Not yet" })).await;
        let (holder, _) = link(app, &editor, &path, json!({ "revision": 2, "note": "Lawyer" })).await;
        for address in [path.clone(), "/v1/articles/en/shared".to_owned()] {
            let seen = holder.get(&address).await;
            assert_eq!((seen.status, seen.json()["title"].as_str()), (200, Some("For the lawyer")), "{address}");
            assert_eq!(seen.header("cache-control"), Some("private, no-store"));
            assert_eq!(get(app, &address).await.status, 404);
        }
        let id = path.rsplit('/').next().expect("an id");
        let asked = holder.graphql(&format!("{{ article(id: \"{id}\") {{ title revision body {{ text }} }} }}"), json!({})).await;
        assert_eq!(asked["data"]["article"]["title"], "For the lawyer", "{asked}");
        let other = editor.create("articles", article("other-draft")).await;
        assert_eq!(holder.get(&other).await.status, 404);
        assert_eq!(holder.get(&format!("{path}?perspective=draft")).await.status, 403);
        assert_eq!(holder.get(&format!("{path}/revisions")).await.status, 403);
        assert_eq!(holder.patch(&path, 3, json!({})).await.status, 403);
        assert!(!holder.get("/v1/articles?first=100").await.text().contains("For the lawyer"), "lists are those of the public");
        editor.act(&format!("{path}/publish"), 3, json!({ "revision": 1 })).await;
        editor.patch(&path, 3, json!({ "slug": "shared-later" })).await;
        let (later, _) = link(app, &editor, &path, json!({})).await;
        let moved = later.get("/v1/articles/en/shared").await;
        assert_eq!((moved.status, moved.header("cache-control")), (301, Some("private, no-store")), "a draft's slug is kept by nobody");
        let me = holder.get("/v1/whoami").await.json();
        assert!(me["actor"].as_str().expect("who").starts_with("preview:"));
    }

    async fn a_public_article_is_seen_in_the_revision_of_the_link(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = editor.publish("next").await;
        editor.patch(&path, 1, json!({ "title": "Next version" })).await;
        let (holder, _) = link(app, &editor, &path, json!({})).await;
        assert_eq!(holder.get(&path).await.json()["title"], "Next version");
        assert_eq!(get(app, &path).await.json()["title"], "About next");
    }

    async fn a_link_ends(app: &App) {
        let (editor, admin) = (Client::of(app, Role::Editor).await, Client::of(app, Role::Admin).await);
        let path = editor.create("articles", article("ends")).await;
        let (holder, id) = link(app, &editor, &path, json!({ "expiresAt": "2026-11-24T13:00:00Z" })).await;
        assert_eq!(holder.get(&path).await.status, 200);
        let later = at(app, "2026-11-24T13:00:00Z");
        assert_eq!((Client { app: &later, token: holder.token.clone() }).get(&path).await.status, 401);
        assert_eq!(editor.write(Method::POST, &format!("/v1/preview-links/{id}/revoke"), None, &json!({})).await.status, 200);
        assert_eq!(holder.get(&path).await.status, 401);
        let list = editor.get(&format!("{path}/preview-links")).await;
        assert!(!list.text().contains("token") && list.json()["data"][0]["revokedAt"].is_string(), "{}", list.text());
        let told = admin.get(&format!("/v1/audit?entry={}", path.rsplit('/').next().expect("an id"))).await.json();
        let actions: Vec<_> = told["data"].as_array().expect("records").iter().map(|record| record["action"].as_str().expect("what").to_owned()).collect();
        assert_eq!(actions, ["revoke preview link", "preview", "create preview link", "create"]);
        let (killed, _) = link(app, &editor, &path, json!({})).await;
        admin.act(&format!("{path}/kill"), 1, json!({ "note": "Court." })).await;
        assert!(matches!(killed.get(&path).await.status, 404 | 451));
        let path = editor.create("articles", article("badly")).await;
        for (body, pointer) in [(json!({ "expiresAt": "2026-11-24T11:00:00Z" }), "/expiresAt"), (json!({ "expiresAt": "2027-11-24T11:00:00Z" }), "/expiresAt"), (json!({ "note": "" }), "/note")] {
let reply = editor.write(Method::POST, &format!("{path}/preview-links"), None, &body).await;
            assert_eq!((reply.status, pointers(&reply)), (422, vec![pointer.to_owned()]), "{}", reply.text());
        }
    }
}
