//! Requests that come again.

use actix_web::test::TestRequest;
use dateline::app::App;
use dateline::domain::access::Role;
use serde_json::json;

use super::{Client, article, at};
use crate::support::on_both_databases;

on_both_databases! { Nothing;
    async fn a_request_that_comes_again_does_nothing_and_is_answered_as_before(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let create = |slug: &str| {
            let request = TestRequest::post().uri("/v1/articles").insert_header(("idempotency-key", "4711"));
            request.set_json(article(slug))
        };
        let first = editor.send(create("once")).await;
        assert_eq!(first.status, 201, "{}", first.text());
        let path = first.header("location").expect("its address").to_owned();
        editor.patch(&path, 1, json!({ "title": "Changed since" })).await;
        let again = editor.send(create("once")).await;
        assert_eq!((again.status, again.text(), again.header("etag")), (201, first.text(), first.header("etag")));
        let other = editor.send(create("other")).await;
        assert_eq!((other.status, other.json()["code"].as_str()), (422, Some("IDEMPOTENCY_KEY_REUSED")));
        let somebody = Client::of(app, Role::Editor).await;
        assert_eq!(somebody.send(create("somebody")).await.status, 201, "keys of others are others");
        let tomorrow = at(app, "2026-11-25T12:00:01Z");
        let later = Client { app: &tomorrow, token: editor.token.clone() };
        assert_eq!(later.send(create("tomorrow")).await.status, 201, "kept for 24 hours");
    }

    /// What was taken down does not come back by sending the request again that made it.
    async fn a_repeated_request_does_not_show_what_was_killed_since(app: &App) {
        let admin = Client::of(app, Role::Admin).await;
        let create = || TestRequest::post().uri("/v1/articles").insert_header(("idempotency-key", "k")).set_json(article("secret"));
        let made = admin.send(create()).await;
        let path = made.header("location").expect("its address").to_owned();
        let killed = admin.act(&format!("{path}/kill"), 1, json!({ "note": "Court." })).await;
        assert_eq!(killed["revision"].get("content"), None);
        let again = admin.send(create()).await;
        assert_eq!((again.status, again.text().contains("About secret")), (451, false), "{}", again.text());
    }

    /// A secret is shown once: who asks again learns what was made, and nothing is made anew.
    async fn a_secret_is_made_once(app: &App) {
        let admin = Client::of(app, Role::Admin).await;
        let path = admin.create("articles", article("shared")).await;
        for (path, body) in [("/v1/keys", json!({ "name": "Feed", "role": "reader" })), (&*format!("{path}/preview-links"), json!({}))] {
            let send = || TestRequest::post().uri(path).insert_header(("idempotency-key", path)).set_json(&body);
            let made = admin.send(send()).await.json();
            let again = admin.send(send()).await;
            assert_eq!((again.status, again.json()["code"].as_str()), (409, Some("CONFLICT")), "{}", again.text());
            assert!(again.text().contains(made["id"].as_str().expect("an id")), "{}", again.text());
        }
        let links = admin.get(&format!("{path}/preview-links")).await.json();
        assert_eq!(links["data"].as_array().map(Vec::len), Some(1));
    }

    /// A refusal is not remembered: what was mended may be sent again.
    async fn a_refused_request_can_be_mended(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let publish = |path: &str, revision: u64| {
            let request = TestRequest::post().uri(&format!("{path}/publish")).insert_header(("idempotency-key", "k"));
            request.insert_header(("if-match", format!("\"{revision}\""))).set_json(json!({}))
        };
        let path = editor.create("articles", article("mended")).await;
        assert_eq!(editor.send(publish(&path, 9)).await.status, 412);
        assert_eq!(editor.send(publish(&path, 1)).await.status, 200);
        assert_eq!(editor.send(publish(&path, 1)).await.status, 200);
        let log = dateline::app::change::after(app, 0, 100).await.expect("the log");
        assert_eq!(log.iter().filter(|change| change.verb == dateline::domain::Verb::Publish).count(), 1);
        for key in ["", " ", "ä", &"x".repeat(201)] {
            let request = TestRequest::post().uri("/v1/articles").insert_header(("idempotency-key", key.as_bytes()));
            assert_eq!(editor.send(request.set_json(article("bad-key"))).await.status, 400, "{key}");
        }
    }
}
