//! Keys: made, shown once, expired, revoked, rotated, forged; and the audit.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use dateline::app::{Access, App};
use dateline::domain::access::Role;
use serde_json::json;

use super::{Client, article, at, pointers};
use crate::support::client::{get, get_json, graphql, send};
use crate::support::on_both_databases;

async fn status_with(app: &App, field: &str) -> (u16, String) {
    let request = TestRequest::get().uri("/v1/whoami").insert_header(("authorization", field.as_bytes()));
    let reply = send(app, request).await;
    (reply.status, reply.text())
}

on_both_databases! { SampleNewsroom;
    async fn whoever_calls_is_told_who_they_are(app: &App) {
        let nobody = get_json(app, "/v1/whoami").await;
        assert_eq!(nobody, json!({ "actor": "anonymous", "credential": "none", "subject": null, "scopes": ["read"], "expiresAt": null, "key": null }));
        let me = Client::of(app, Role::Writer).await.get("/v1/whoami").await.json();
        assert_eq!((&me["scopes"], &me["key"]["name"]), (&json!(["read", "preview", "write"]), &json!("writer")));
        assert_eq!((&me["actor"], &me["credential"]), (&json!(format!("key:{}", me["key"]["id"].as_str().expect("an id"))), &json!("key")));
    }

    async fn an_admin_makes_revokes_and_rotates_keys(app: &App) {
        let admin = Client::of(app, Role::Admin).await;
        let made = admin.write(Method::POST, "/v1/keys", None, &json!({ "name": "App", "role": "reader", "expiresAt": "2026-12-01T00:00:00Z" })).await;
        assert_eq!((made.status, made.header("cache-control")), (201, Some("private, no-store")), "{}", made.text());
        let (id, token) = (made.json()["id"].as_str().expect("an id").to_owned(), made.json()["token"].as_str().expect("a key").to_owned());
        let app_client = Client { app, token: token.clone() };
        assert_eq!(app_client.get("/v1/articles").await.status, 200);
        let expired = at(app, "2026-12-01T00:00:00Z");
        assert_eq!((Client { app: &expired, token: token.clone() }).get("/v1/articles").await.status, 401);
        let list = admin.get("/v1/keys").await;
        assert!(!list.text().contains("token") && !list.text().contains(&token[40..]), "a secret is shown once");
        let rotated = admin.write(Method::POST, &format!("/v1/keys/{id}/rotate"), None, &json!({})).await;
        let new = Client { app, token: rotated.json()["token"].as_str().expect("a key").to_owned() };
        assert_eq!((new.get("/v1/whoami").await.status, app_client.get("/v1/whoami").await.status), (200, 200));
        let tomorrow = at(app, "2026-11-25T12:00:00Z");
        assert_eq!((Client { app: &tomorrow, token }).get("/v1/whoami").await.status, 401);
        assert_eq!(admin.write(Method::POST, &format!("/v1/keys/{id}/rotate"), None, &json!({})).await.status, 409, "it ends already");
        assert_eq!(admin.write(Method::POST, &format!("/v1/keys/{id}/revoke"), None, &json!({})).await.status, 200);
        assert_eq!(app_client.get("/v1/whoami").await.status, 401);
        assert_eq!(admin.write(Method::POST, &format!("/v1/keys/{id}/rotate"), None, &json!({})).await.status, 409);
        let unknown = "019ab000-0000-7000-8000-000000000000";
        assert_eq!(admin.write(Method::POST, &format!("/v1/keys/{unknown}/revoke"), None, &json!({})).await.status, 404);
        for (body, pointer) in [
            (json!({ "name": "x" }), "/role"),
            (json!({ "name": "x", "role": "king" }), "/role"),
            (json!({ "name": "x", "scopes": ["fly"] }), "/scopes"),
            (json!({ "name": "", "scopes": ["read"] }), "/name"),
            (json!({ "name": "x", "role": "reader", "expiresAt": "2020-01-01T00:00:00Z" }), "/expiresAt"),
        ] {
            let reply = admin.write(Method::POST, "/v1/keys", None, &body).await;
            assert_eq!((reply.status, pointers(&reply)), (422, vec![pointer.to_owned()]), "{}", reply.text());
        }
    }

    /// A key that is damaged in any way is refused, and no answer repeats it.
    async fn forged_and_damaged_keys_are_refused(app: &App) {
        let token = Client::of(app, Role::Admin).await.token;
        assert_eq!(status_with(app, &format!("bearer {token}")).await.0, 200, "the scheme has no case");
        let other_id = token.replacen(&token[3..5], "ff", 1);
        for field in [
            String::new(),
            "Bearer".to_owned(),
            "Bearer ".to_owned(),
            token.clone(),
            format!("Basic {token}"),
            format!("Bearer {}", &token[..token.len() - 1]),
            format!("Bearer {token}0"),
            format!("Bearer {other_id}"),
            format!("Bearer {}", token.to_uppercase()),
            "Bearer dl_ä".to_owned(),
            format!("Bearer {}", "x".repeat(7000)),
            "Bearer ' OR 1=1 --".to_owned(),
        ] {
            let (status, text) = status_with(app, &field).await;
            assert_eq!(status, 401, "{field}: {text}");
            assert!(!text.contains(&token[40..]), "{text}");
        }
        let reply = send(app, TestRequest::get().uri("/v1/articles").insert_header(("authorization", "Bearer x"))).await;
        assert_eq!((reply.status, reply.header("www-authenticate")), (401, Some("Bearer realm=\"dateline\", error=\"invalid_token\"")));
        assert_eq!(get(app, "/v1/keys").await.header("www-authenticate"), Some("Bearer realm=\"dateline\""), "there were none to be wrong");
        let query = TestRequest::post().uri("/graphql").insert_header(("authorization", "Bearer x")).set_json(json!({ "query": "{ __typename }" }));
        assert_eq!(send(app, query).await.status, 401);
        // Credentials are accepted in the header alone: addresses end up in logs.
        assert_eq!(get(app, &format!("/v1/articles?access_token={token}")).await.status, 400);
    }

    async fn public_reading_can_be_switched_off(app: &App) {
        let closed = app.clone().with_access(Access { public_reading: false });
        for path in ["/v1/articles", "/feeds/all.atom", "/v1/articles/en/harbour-tunnel-opens"] {
            assert_eq!(get(&closed, path).await.status, 401, "{path}");
        }
        let answer = graphql(&closed, "{ articles(first: 1) { nodes { title } } }", json!({})).await.json();
        assert_eq!(answer["errors"][0]["extensions"]["code"], "UNAUTHENTICATED", "{answer}");
        let reader = Client::of(&closed, Role::Reader).await;
        let list = reader.get("/v1/articles").await;
        assert_eq!((list.status, list.header("cache-control")), (200, Some("private, no-store")));
        assert_eq!(get(&closed, "/health/ready").await.status, 200);
    }

    async fn the_audit_tells_of_writes_and_of_denials(app: &App) {
        let (admin, writer) = (Client::of(app, Role::Admin).await, Client::of(app, Role::Writer).await);
        let path = writer.create("articles", article("audited")).await;
        writer.patch(&format!("{path}?note=better"), 1, json!({ "title": "Audited" })).await;
        assert_eq!(writer.post(&format!("{path}/publish"), 2, json!({})).await.status, 403);
        let me = writer.get("/v1/whoami").await.json()["actor"].as_str().expect("who").to_owned();
        let audit = admin.get(&format!("/v1/audit?actor={me}")).await.json();
        let told: Vec<_> = audit["data"].as_array().expect("records").iter().map(|record| (record["action"].clone(), record["outcome"].clone(), record["revisionBefore"].clone(), record["revisionAfter"].clone())).collect();
        assert_eq!(told, [
            (json!("publish"), json!("denied"), json!(null), json!(null)),
            (json!("save"), json!("done"), json!(1), json!(2)),
            (json!("create"), json!("done"), json!(null), json!(1)),
        ]);
        let id = path.rsplit('/').next().expect("an id");
        let count = async |query: &str| admin.get(&format!("/v1/audit?entry={id}{query}")).await.json()["data"].as_array().map(Vec::len);
        assert_eq!((count("").await, count("&outcome=denied").await, count("&action=save").await, count("&until=2026-11-24T11:00:00Z").await), (Some(3), Some(1), Some(1), Some(0)));
        let first = admin.get(&format!("/v1/audit?entry={id}&first=1")).await.json();
        assert_eq!(first["hasMore"], true);
        let next = format!("&before={}", first["data"][0]["number"]);
        assert_eq!(count(&next).await, Some(2));
        let reader = Client::of(app, Role::Reader).await;
        for path in [format!("{path}?perspective=draft"), format!("{path}/preview-links"), "/v1/keys".to_owned()] {
            for _ in 0..3 {
                assert_eq!(reader.get(&path).await.status, 403, "{path}");
            }
        }
        let me = reader.get("/v1/whoami").await.json()["actor"].as_str().expect("who").to_owned();
        let denied = admin.get(&format!("/v1/audit?actor={me}&outcome=denied")).await.json();
        let actions: Vec<_> = denied["data"].as_array().expect("records").iter().map(|record| record["action"].as_str().expect("what").to_owned()).collect();
        assert_eq!(actions, ["list keys", "list preview links", "read drafts"], "once in a minute");
        let later = at(app, "2026-11-24T12:01:00Z");
        assert_eq!(Client { app: &later, token: reader.token.clone() }.get("/v1/keys").await.status, 403);
        let denied = admin.get(&format!("/v1/audit?actor={me}&outcome=denied")).await.json();
        assert_eq!(denied["data"].as_array().map(Vec::len), Some(4));
        assert_eq!((writer.get("/v1/audit").await.status, get(app, "/v1/audit").await.status), (403, 401));
    }
}
