//! Embargo: partners read before the public, and it is on record.

use std::collections::BTreeSet;

use dateline::app::App;
use dateline::app::import::Mode;
use dateline::domain::access::Role;
use serde_json::{Value, json};

use super::{Client, article, at};
use crate::support::client::get;
use crate::support::{on_both_databases, sample};

const PARTNER: &str = "perspective=embargoed";

async fn embargoed(editor: &Client<'_>, slug: &str) -> String {
    let path = editor.create("articles", article(slug)).await;
    editor.act(&format!("{path}/publish"), 1, json!({ "at": "2026-11-25T06:00:00Z", "embargo": true })).await;
    path
}

fn slugs(list: &Value) -> Vec<&str> {
    list["data"].as_array().expect("a list").iter().filter_map(|item| item["slug"].as_str()).collect()
}

on_both_databases! { SampleNewsroom;
    async fn partners_read_what_the_public_does_not_yet(app: &App) {
        let (editor, partner) = (Client::of(app, Role::Editor).await, Client::of(app, Role::Partner).await);
        let path = embargoed(&editor, "early").await;
        let early = partner.get(&format!("{path}?{PARTNER}")).await;
        assert_eq!((early.status, &early.json()["embargoedUntil"]), (200, &json!("2026-11-25T06:00:00.000Z")));
        assert_eq!(early.header("cache-control"), Some("private, no-store"));
        assert_eq!(partner.get(&format!("/v1/articles/en/early?{PARTNER}")).await.status, 200);
        let list = partner.get(&format!("/v1/articles?{PARTNER}&first=2")).await.json();
        assert_eq!(slugs(&list)[0], "early", "{list}");
        assert_eq!(slugs(&list).len(), 2);
        let query = "query ($id: ID!) { article(id: $id, perspective: EMBARGOED) { slug embargoedUntil } }";
        let id = path.rsplit('/').next().expect("an id");
        let told = partner.graphql(query, json!({ "id": id })).await;
        assert_eq!(told["data"]["article"], json!({ "slug": "early", "embargoedUntil": "2026-11-25T06:00:00.000Z" }));

        assert_eq!(get(app, &path).await.status, 404);
        assert_eq!(get(app, "/v1/articles/en/early").await.status, 404);
        assert_eq!(partner.get(&path).await.status, 404);
        assert_eq!(editor.get(&format!("{path}?{PARTNER}")).await.status, 403);
        assert_eq!(get(app, &format!("{path}?{PARTNER}")).await.status, 401);
    }

    async fn a_plan_without_embargo_is_for_nobody(app: &App) {
        let (editor, partner) = (Client::of(app, Role::Editor).await, Client::of(app, Role::Partner).await);
        let path = editor.create("articles", article("planned")).await;
        editor.act(&format!("{path}/publish"), 1, json!({ "at": "2026-11-25T06:00:00Z" })).await;
        assert_eq!(partner.get(&format!("{path}?{PARTNER}")).await.status, 404);
        assert_eq!(partner.get(&format!("/v1/articles/en/planned?{PARTNER}")).await.status, 404);
        let public = editor.publish("revised").await;
        editor.patch(&public, 1, json!({ "title": "Planned" })).await;
        editor.act(&format!("{public}/publish"), 2, json!({ "at": "2026-11-25T06:00:00Z" })).await;
        let seen = partner.get(&format!("{public}?{PARTNER}")).await.json();
        assert_eq!((&seen["revision"], &seen["embargoedUntil"]), (&json!(1), &Value::Null));
    }

    /// Tags that are common each and rarely met together, as lists go by the marks of the index for them.
    async fn partners_find_what_has_two_common_tags(app: &App) {
        let tag = |slug: &str| json!({ "kind": "tag", "key": slug, "revisions": [{ "public": { "from": "2026-01-01T00:00:00Z" }, "content": { "slug": slug, "name": { "en": slug } } }] });
        let article_of = |n: usize| {
            let tags: &[&str] = [&["north", "south"][..], &["north"], &["south"]][n % 3];
            json!({ "kind": "article", "key": format!("a{n}"), "revisions": [{
                "public": { "from": "2026-05-01T08:00:00Z" },
                "content": { "locale": "en", "slug": format!("a{n}"), "title": format!("A {n:03}"), "tags": tags, "body": { "markdown": "One." } }
            }] })
        };
        let lines = ["north", "south"].map(tag).into_iter().chain((0..300).map(article_of));
        let lines: Vec<String> = lines.map(|line| format!("{line}\n")).collect();
        assert_eq!(sample::import(app, &lines.concat(), Mode::Write).failed, 0);
        let (editor, partner) = (Client::of(app, Role::Editor).await, Client::of(app, Role::Partner).await);
        for (slug, tags) in [("early", json!(["north", "south"])), ("other", json!(["north"]))] {
            let mut document = article(slug);
            document["tags"] = tags;
            let path = editor.create("articles", document).await;
            editor.act(&format!("{path}/publish"), 1, json!({ "at": "2026-11-25T06:00:00Z", "embargo": true })).await;
        }
        for sort in ["-publishedAt", "-updatedAt", "-contentUpdatedAt", "title"] {
            let query = format!("/v1/articles?tag=north&tag=south&first=100&total=exact&sort={sort}");
            let public = get(app, &query).await.json();
            assert_eq!((slugs(&public).len(), &public["page"]["total"]["count"]), (100, &json!(100)), "{sort}");
            let seen = partner.get(&format!("{query}&{PARTNER}")).await.json();
            assert_eq!(seen["page"]["total"]["count"], 101, "{sort}");
            let last = partner.get(&format!("{query}&{PARTNER}&after={}", seen["page"]["next"].as_str().unwrap())).await.json();
            let all: BTreeSet<&str> = slugs(&seen).into_iter().chain(slugs(&last)).collect();
            assert_eq!((all.len(), all.contains("early"), all.contains("other")), (101, true, false), "{sort}");
        }
    }

    /// The public edition and the one under embargo are one entry, and partners see one of them.
    async fn a_revision_under_embargo_takes_the_place_of_the_public_one(app: &App) {
        let (editor, partner) = (Client::of(app, Role::Editor).await, Client::of(app, Role::Partner).await);
        let path = editor.publish("twice").await;
        editor.patch(&path, 1, json!({ "title": "Soon", "slug": "twice-soon" })).await;
        editor.act(&format!("{path}/publish"), 2, json!({ "at": "2026-11-25T06:00:00Z", "embargo": true })).await;
        editor.patch(&path, 2, json!({ "title": "Later" })).await;
        editor.act(&format!("{path}/publish"), 3, json!({ "at": "2026-11-26T06:00:00Z", "embargo": true })).await;
        let list = partner.get(&format!("/v1/articles?{PARTNER}&sort=title&first=100&fields=title,slug")).await.json();
        let mine: Vec<_> = slugs(&list).into_iter().filter(|slug| slug.starts_with("twice")).collect();
        assert_eq!(mine, ["twice-soon"]);
        assert_eq!(get(app, "/v1/articles/en/twice-soon").await.status, 404);
        let lifted = at(app, "2026-11-25T06:00:00Z");
        let seen = get(&lifted, &path).await.json();
        assert_eq!((&seen["title"], &seen["embargoedUntil"]), (&json!("Soon"), &Value::Null));
        let partner = Client { app: &lifted, token: partner.token };
        assert_eq!(partner.get(&format!("{path}?{PARTNER}")).await.json()["title"], "Later");
    }

    /// A change to a box that is planned for later cuts the article's edition, and is no embargo.
    async fn a_plan_of_a_box_does_not_put_its_articles_under_embargo(app: &App) {
        let (editor, partner) = (Client::of(app, Role::Editor).await, Client::of(app, Role::Partner).await);
        let fact_box = editor.create("fact-boxes", json!({ "locale": "en", "slug": "tides", "title": "Tides", "items": [{ "text": "High." }] })).await;
        editor.act(&format!("{fact_box}/publish"), 1, json!({})).await;
        let mut document = article("followed");
        document["body"] = json!([{ "_type": "factBox", "_key": "b", "ref": fact_box.rsplit('/').next(), "mode": "follow" }]);
        let path = editor.create("articles", document).await;
        editor.act(&format!("{path}/publish"), 1, json!({ "at": "2026-11-25T06:00:00Z", "embargo": true })).await;
        let lifted = at(app, "2026-11-25T07:00:00Z");
        let (editor, partner) = (Client { app: &lifted, token: editor.token }, Client { app: &lifted, token: partner.token });
        editor.patch(&fact_box, 1, json!({ "title": "Tides again" })).await;
        editor.act(&format!("{fact_box}/publish"), 2, json!({ "at": "2026-11-25T09:00:00Z" })).await;
        let seen = partner.get(&format!("{path}?{PARTNER}")).await.json();
        assert_eq!((&seen["embargoedUntil"], &seen["updatedAt"]), (&Value::Null, &json!("2026-11-25T06:00:00.000Z")), "{seen}");
    }

    async fn every_early_read_is_on_record(app: &App) {
        let (editor, partner) = (Client::of(app, Role::Editor).await, Client::of(app, Role::Partner).await);
        let admin = Client::of(app, Role::Admin).await;
        let path = embargoed(&editor, "recorded").await;
        let records = async |action: &str| {
            let audit = admin.get(&format!("/v1/audit?action={action}&first=100")).await.json();
            audit["data"].as_array().expect("records").len()
        };
        partner.get(&path).await;
        assert_eq!(records("read%20under%20embargo").await, 0);
        partner.get(&format!("{path}?{PARTNER}")).await;
        editor.get(&format!("{path}?{PARTNER}")).await;
        assert_eq!(records("read%20under%20embargo").await, 2);
        partner.get(&format!("/v1/articles?{PARTNER}")).await;
        assert_eq!(records("read%20under%20embargo").await, 2, "once a minute");
        let later = at(app, "2026-11-24T12:01:00Z");
        Client { app: &later, token: partner.token.clone() }.get(&format!("/v1/articles?{PARTNER}")).await;
        assert_eq!(records("read%20under%20embargo").await, 3);
        let audit = admin.get("/v1/audit?action=read%20under%20embargo&outcome=done").await.json();
        let first = &audit["data"][1];
        assert_eq!((first["entry"].as_str(), &first["revisionAfter"]), (path.rsplit('/').next(), &json!(1)), "{audit}");
    }

    /// They have it, and must not print it: they are told, and nobody else learns that there was something.
    async fn partners_hear_that_what_they_read_was_taken_back(app: &App) {
        let (admin, partner) = (Client::of(app, Role::Admin).await, Client::of(app, Role::Partner).await);
        let other = Client::of(app, Role::Partner).await;
        for (slug, action, told) in [("taken-back", "withdraw", (410, "GONE")), ("taken-down", "kill", (451, "KILLED"))] {
            let path = embargoed(&admin, slug).await;
            let places = [format!("{path}?{PARTNER}"), format!("/v1/articles/en/{slug}?{PARTNER}")];
            assert_eq!(partner.get(&places[0]).await.status, 200);
            admin.act(&format!("{path}/{action}"), 1, json!({ "note": "Wrong." })).await;
            for place in places {
                let reply = partner.get(&place).await;
                assert_eq!((reply.status, reply.json()["code"].as_str()), (told.0, Some(told.1)), "{place}");
                assert_eq!(other.get(&place).await.status, 404, "{place}");
                assert_eq!(get(app, place.split('?').next().expect("a path")).await.status, 404, "{place}");
            }
        }
    }

    async fn an_embargo_ends_at_a_moment_that_has_not_come(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = editor.create("articles", article("endless")).await;
        let reply = editor.post(&format!("{path}/publish"), 1, json!({ "embargo": true })).await;
        assert_eq!((reply.status, &reply.json()["errors"][0]["pointer"]), (422, &json!("/embargo")), "{}", reply.text());
        let partner = Client::of(app, Role::Partner).await;
        assert_eq!(partner.get(&format!("/v1/articles?{PARTNER}&asOf=2026-11-24T10:00:00Z")).await.status, 400);
    }
}
