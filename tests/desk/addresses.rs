//! Addresses through the life of an article: it moves, is withdrawn, comes back, is taken down, or was only planned.

use dateline::app::App;
use dateline::domain::access::Role;
use serde_json::{Value, json};

use super::{Client, article, at};
use crate::support::client::get;
use crate::support::on_both_databases;

async fn resolve(app: &App, slug: &str) -> Value {
    let reply = get(app, &format!("/v1/resolve?path=/en/{slug}")).await;
    if reply.status == 404 { Value::Null } else { reply.json() }
}

on_both_databases! { Nothing;
    async fn an_address_tells_where_its_article_moved_and_when(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = editor.publish("levy").await;
        let later = at(app, "2026-11-25T09:00:00Z");
        let editor = Client { app: &later, token: editor.token };
        editor.saves(&path, 1, json!({ "slug": "levy-passed" })).await;
        assert_eq!(resolve(&later, "levy").await["outcome"], "found");
        assert_eq!(resolve(&later, "levy-passed").await, Value::Null, "it is only reserved");
        editor.act(&format!("{path}/publish"), 2, json!({})).await;
        // Another revision at the same address does not move it again.
        let last = at(app, "2026-11-26T09:00:00Z");
        let editor = Client { app: &last, token: editor.token };
        editor.saves(&path, 2, json!({ "title": "Levy passed" })).await;
        editor.act(&format!("{path}/publish"), 3, json!({})).await;
        let moved = resolve(&last, "levy").await;
        assert_eq!((&moved["outcome"], &moved["path"]), (&json!("moved"), &json!("/en/levy-passed")));
        assert_eq!(moved["since"], "2026-11-25T09:00:00.000Z");
        assert_eq!(moved["revision"], 3);
        let found = resolve(&last, "levy-passed").await;
        assert_eq!((&found["outcome"], &found["since"]), (&json!("found"), &Value::Null));
    }

    async fn what_is_withdrawn_or_taken_down_is_gone_and_no_note_is_told(app: &App) {
        let all = Client::of(app, Role::Admin).await;
        for (slug, verb, reason) in [("one", "withdraw", "withdrawn"), ("two", "kill", "killed")] {
            let path = all.publish(slug).await;
            let later = at(app, "2026-11-25T09:00:00Z");
            let all = Client { app: &later, token: all.token.clone() };
            all.act(&format!("{path}/{verb}"), 1, json!({ "note": "The lawyers of N. N. called." })).await;
            let reply = get(&later, &format!("/v1/resolve?path=/en/{slug}")).await;
            assert!(!reply.text().contains("lawyers"));
            let gone = reply.json();
            assert_eq!((&gone["outcome"], &gone["reason"]), (&json!("gone"), &json!(reason)));
            assert_eq!((&gone["since"], &gone["id"]), (&json!("2026-11-25T09:00:00.000Z"), &Value::Null));
        }
    }

    async fn what_was_never_public_leads_nowhere_and_the_desk_sees_it(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        editor.create("articles", article("draft")).await;
        let planned = editor.create("articles", article("planned")).await;
        editor.act(&format!("{planned}/publish"), 1, json!({ "at": "2026-11-30T09:00:00Z", "embargo": true })).await;
        let killed = editor.create("articles", article("killed-draft")).await;
        let admin = Client::of(app, Role::Admin).await;
        admin.act(&format!("{killed}/kill"), 1, json!({ "note": "x" })).await;
        for slug in ["draft", "planned", "killed-draft"] {
            assert_eq!(resolve(app, slug).await, Value::Null, "{slug}");
        }
        let seen = editor.get("/v1/resolve?path=/en/draft&perspective=draft").await;
        assert_eq!((seen.status, &seen.json()["outcome"]), (200, &json!("found")));
        assert_eq!(seen.header("cache-control"), Some("private, no-store"));
    }

    /// Whoever asks early is on record, and hears when it is taken back.
    async fn a_partner_finds_what_is_under_embargo_and_is_on_record(app: &App) {
        let admin = Client::of(app, Role::Admin).await;
        let path = admin.create("articles", article("levy")).await;
        admin.act(&format!("{path}/publish"), 1, json!({ "at": "2026-11-30T09:00:00Z", "embargo": true })).await;
        let partner = Client::of(app, Role::Partner).await;
        let address = "/v1/resolve?path=/en/levy&perspective=embargoed";
        assert_eq!(partner.get(address).await.json()["outcome"], "found");
        let audit = admin.get("/v1/audit?action=read%20under%20embargo").await.json();
        assert_eq!(audit["data"].as_array().unwrap().len(), 1);
        admin.act(&format!("{path}/withdraw"), 1, json!({ "note": "x" })).await;
        let gone = partner.get(address).await.json();
        assert_eq!((&gone["outcome"], &gone["reason"]), (&json!("gone"), &json!("withdrawn")));
        assert_eq!(gone["since"], "2026-11-24T12:00:00.000Z");
        assert_eq!(Client::of(app, Role::Partner).await.get(address).await.status, 404);
    }
}
