//! Tokens of an issuer at the desk: what they may do, who they are, and the keys that they are signed with.

use std::time::Duration;

use actix_web::test::TestRequest;
use dateline::app::App;
use dateline::domain::access::Role;
use serde_json::{Value, json};

use super::{Client, article};
use crate::support::client::get;
use crate::support::database::noon;
use crate::support::issuer::{FakeIssuer, SigningKey, trusting};
use crate::support::on_both_databases;

async fn whoami(app: &App, token: String) -> (u16, Value) {
    let reply = Client { app, token }.get("/v1/whoami").await;
    (reply.status, reply.json())
}

async fn status(app: &App, token: &str) -> u16 {
    whoami(app, token.to_owned()).await.0
}

fn later(seconds: u64) -> dateline::domain::Timestamp {
    noon().plus(Duration::from_secs(seconds))
}

on_both_databases! { Nothing;
    async fn whoever_has_a_token_writes_at_every_door_and_the_audit_knows_them(app: &App) {
        let key = SigningKey::p256("p256");
        let issuer = FakeIssuer::with(&[&key]);
        let (app, _) = issuer.trusted_by(app);
        let ann = Client { app: &app, token: key.token(&issuer.claims("ann", "openid editor")) };
        let me = ann.get("/v1/whoami").await.json();
        let actor = format!("subject:{} ann", issuer.url);
        assert_eq!(me, json!({
            "actor": actor, "credential": "token", "subject": "ann", "scopes": ["read", "preview", "write", "publish"],
            "expiresAt": "2026-11-24T12:05:00.000Z", "key": null
        }));
        let viewer = ann.graphql("{ viewer { actor credential subject scopes expiresAt } }", json!({})).await["data"]["viewer"].clone();
        assert_eq!(viewer, json!({
            "actor": actor, "credential": "TOKEN", "subject": "ann", "scopes": ["READ", "PREVIEW", "WRITE", "PUBLISH"],
            "expiresAt": "2026-11-24T12:05:00.000Z"
        }));
        let path = ann.publish("by-token").await;
        let made = ann.mutate("articleCreate", "ArticleCreateInput", json!({ "content": article("by-graphql") })).await;
        assert_eq!((&made["entry"]["state"], &made["userErrors"]), (&json!("DRAFT"), &json!([])));
        let history = ann.get(&format!("{path}/revisions")).await;
        assert_eq!(history.json()["data"][0]["savedBy"], actor, "{}", history.text());

        let bob = Client { app: &app, token: key.token(&issuer.claims("bob", "write")) };
        assert_eq!(bob.post(&format!("{path}/publish"), 1, json!({})).await.status, 403);
        let boss = Client { app: &app, token: key.token(&issuer.claims("boss", "boss")) };
        for (actor, told) in [(actor, vec!["create done", "publish done", "create done"]), (format!("subject:{} bob", issuer.url), vec!["publish denied"])] {
            let name: String = url::form_urlencoded::byte_serialize(actor.as_bytes()).collect();
            let audit = boss.get(&format!("/v1/audit?actor={name}")).await.json();
            let found: Vec<String> = audit["data"].as_array().expect("records").iter().map(|record| format!("{} {}", record["action"].as_str().expect("what"), record["outcome"].as_str().expect("how"))).collect();
            assert_eq!(found, told, "{audit}");
        }
    }

    async fn idempotency_keys_of_two_subjects_are_apart(app: &App) {
        let key = SigningKey::ed25519("ed");
        let issuer = FakeIssuer::with(&[&key]);
        let (app, _) = issuer.trusted_by(app);
        let (ann, bob) = (key.token(&issuer.claims("ann", "editor")), key.token(&issuer.claims("bob", "editor")));
        // Another token of the same person is the same person.
        let mut again = issuer.claims("ann", "editor");
        again["jti"] = json!("another");
        let send = async |token: &str, slug: &str| {
            let request = TestRequest::post().uri("/v1/articles").insert_header(("idempotency-key", "4711"));
            Client { app: &app, token: token.to_owned() }.send(request.set_json(article(slug))).await
        };
        let first = send(&ann, "one").await;
        let same = send(&key.token(&again), "one").await;
        assert_eq!((first.status, same.status, same.text()), (201, 201, first.text()));
        assert_eq!(send(&ann, "two").await.status, 422);
        assert_eq!(send(&bob, "two").await.status, 201);
    }

    async fn claims_grant_what_the_mapping_says_and_nothing_else(app: &App) {
        let key = SigningKey::ed25519("ed");
        let issuer = FakeIssuer::with(&[&key]);
        let granted = async |claim: &str, name: &str, value: Value| {
            let mut trust = issuer.trust();
            claim.clone_into(&mut trust.scope_claim);
            let (app, _) = trusting(app, trust);
            let mut claims = issuer.claims("ann", "");
            claims[name] = value;
            whoami(&app, key.token(&claims)).await.1["scopes"].clone()
        };
        let looks = json!(["read", "preview"]);
        assert_eq!(granted("scope", "scope", json!("openid look profile")).await, looks);
        assert_eq!(granted("scope", "scope", json!(["look", 7, "x"])).await, looks);
        assert_eq!(granted("groups", "groups", json!(["look"])).await, looks);
        assert_eq!(granted("realm_access.roles", "realm_access", json!({ "roles": ["look"] })).await, looks);
        assert_eq!(granted("https://x.example/claims.roles", "https://x.example/claims", json!({ "roles": "look" })).await, looks);
        assert_eq!(granted("scope", "scope", json!("write look")).await, json!(["read", "preview", "write"]));
        for nothing in [json!("read kill admin EDITOR"), json!(""), json!(7), json!({ "look": true }), json!(null)] {
            assert_eq!(granted("scope", "scope", nothing.clone()).await, json!([]), "{nothing}");
        }
        assert_eq!(granted("realm_access.roles", "realm_access", json!("look")).await, json!([]));
        let (app, _) = issuer.trusted_by(app);
        let nobody = Client { app: &app, token: key.token(&issuer.claims("ann", "")) };
        assert_eq!(nobody.get("/v1/articles").await.status, 403);
    }

    async fn the_name_of_somebody_can_be_another_claim(app: &App) {
        let key = SigningKey::ed25519("ed");
        let issuer = FakeIssuer::with(&[&key]);
        let (app, _) = trusting(app, dateline::domain::Oidc { name_claim: "email".to_owned(), ..issuer.trust() });
        let mut claims = issuer.claims("7f3", "editor");
        assert_eq!(status(&app, &key.token(&claims)).await, 401, "nobody is known by what the issuer does not say");
        claims["email"] = json!("ann@press.example");
        assert_eq!(whoami(&app, key.token(&claims)).await.1["subject"], "ann@press.example");
    }

    async fn a_key_that_is_new_is_fetched_once_and_forged_ones_do_not_hammer_the_issuer(app: &App) {
        let (old, new) = (SigningKey::p256("old"), SigningKey::p256("new"));
        let issuer = FakeIssuer::with(&[&old]);
        let (app, clock) = issuer.trusted_by(app);
        let claims = issuer.claims("ann", "editor");
        for _ in 0..3 {
            assert_eq!(status(&app, &old.token(&claims)).await, 200);
        }
        assert_eq!(issuer.asked(), 1, "keys are kept");
        issuer.publish(&[&new]);
        assert_eq!(status(&app, &new.token(&claims)).await, 401, "it was asked just now");
        clock.set(later(30));
        assert_eq!((status(&app, &new.token(&claims)).await, issuer.asked()), (200, 2));
        assert_eq!((status(&app, &old.token(&claims)).await, issuer.asked()), (401, 2), "it was withdrawn");
        for _ in 0..20 {
            assert_eq!(status(&app, &SigningKey::p256("forged").token(&claims)).await, 401);
        }
        assert_eq!(issuer.asked(), 2);
        clock.set(later(60));
        for _ in 0..20 {
            assert_eq!(status(&app, &SigningKey::p256("forged").token(&claims)).await, 401);
        }
        assert_eq!(issuer.asked(), 3, "once in 30 seconds");
        assert_eq!(status(&app, &new.token(&claims)).await, 200);
    }

    async fn many_who_come_at_once_ask_the_issuer_once(app: &App) {
        let key = SigningKey::p384("p384");
        let issuer = FakeIssuer::with(&[&key]);
        let (app, _) = issuer.trusted_by(app);
        let token = key.token(&issuer.claims("ann", "editor"));
        let requests: Vec<_> = (0..20)
            .map(|_| {
                let (app, token) = (app.clone(), token.clone());
                actix_web::rt::spawn(async move { status(&app, &token).await })
            })
            .collect();
        for request in requests {
            assert_eq!(request.await.expect("it does not panic"), 200);
        }
        assert_eq!(issuer.asked(), 1);
    }

    async fn keys_are_kept_as_long_as_the_issuer_says_within_bounds(app: &App) {
        let key = SigningKey::p256("p256");
        for (cache, kept, asked_again) in [("", 599, 600), ("max-age=5", 59, 60), ("max-age=9999999", 86_399, 86_400), ("public, max-age=120", 119, 120)] {
            let issuer = FakeIssuer::with(&[&key]);
            issuer.keep_for(cache);
            let (app, clock) = issuer.trusted_by(app);
            let mut claims = issuer.claims("ann", "editor");
            claims["exp"] = json!(noon().micros() / 1_000_000 + 100_000);
            let token = key.token(&claims);
            for (moment, asked) in [(0, 1), (kept, 1), (asked_again, 2)] {
                clock.set(later(moment));
                assert_eq!((status(&app, &token).await, issuer.asked()), (200, asked), "{cache} {moment}");
            }
        }
    }

    async fn an_issuer_that_is_down_stops_nobody_who_does_not_need_it(app: &App) {
        let key = SigningKey::p256("p256");
        let issuer = FakeIssuer::with(&[]);
        issuer.tell(None);
        let (app, clock) = issuer.trusted_by(app);
        let mut claims = issuer.claims("ann", "editor");
        claims["exp"] = json!(noon().micros() / 1_000_000 + 1_000_000);
        let token = key.token(&claims);
        let refused = Client { app: &app, token: token.clone() }.get("/v1/articles").await;
        assert_eq!((refused.status, refused.json()["code"].clone(), refused.header("retry-after")), (503, json!("UNAVAILABLE"), Some("5")), "{}", refused.text());
        assert_eq!(get(&app, "/v1/articles").await.status, 200);
        assert_eq!(Client::of(&app, Role::Editor).await.get("/v1/articles").await.status, 200);
        assert_eq!(status(&app, "garbage").await, 401, "for this nobody needs keys");
        issuer.publish(&[&key]);
        assert_eq!((status(&app, &token).await, issuer.asked()), (503, 1), "not yet");
        clock.set(later(30));
        assert_eq!((status(&app, &token).await, issuer.asked()), (200, 2));
        issuer.tell(None);
        for (moment, expected) in [(631, 200), (86_400, 200), (30 + 600 + 86_399, 200), (30 + 600 + 86_400, 503)] {
            clock.set(later(moment));
            assert_eq!(status(&app, &token).await, expected, "{moment}");
        }
        issuer.publish(&[&key]);
        clock.set(later(30 + 600 + 86_400 + 30));
        assert_eq!(status(&app, &token).await, 200);
    }

    async fn an_answer_of_the_issuer_that_cannot_be_right_is_not_used(app: &App) {
        let key = SigningKey::p256("p256");
        let many: Vec<Value> = (0..101).map(|_| key.public()).collect();
        for wrong in [json!([]), json!({ "keys": [] }), json!({ "keys": many }), json!({ "keys": [key.public()], "more": "x".repeat(300_000) })] {
            let issuer = FakeIssuer::with(&[]);
            issuer.tell(Some(wrong));
            let (app, _) = issuer.trusted_by(app);
            assert_eq!(status(&app, &key.token(&issuer.claims("ann", "editor"))).await, 503);
        }
        let issuer = FakeIssuer::with(&[&key]);
        issuer.pretend("https://somebody.example");
        let token = key.token(&issuer.claims("ann", "editor"));
        let (strict, _) = issuer.trusted_by(app);
        assert_eq!((status(&strict, &token).await, issuer.asked()), (503, 0), "it is not who it should be");
        // Where the keys are can be said, so that nobody needs to be asked for it.
        let jwks_url = Some(format!("{}/keys", issuer.url));
        let (app, _) = trusting(app, dateline::domain::Oidc { jwks_url, ..issuer.trust() });
        assert_eq!(status(&app, &token).await, 200);
    }
}
