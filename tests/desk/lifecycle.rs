//! Submitting, publishing at a time, correcting, withdrawing, killing, restoring, archiving.

use dateline::app::{App, upkeep};
use dateline::domain::access::Role;
use serde_json::json;

use super::{Client, article, at, pointers};
use crate::support::client::{get, get_json, graphql_data};
use crate::support::on_both_databases;

on_both_databases! { SampleNewsroom;
    /// No job runs: the clock alone decides, at every door.
    async fn what_is_scheduled_appears_at_its_millisecond(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = editor.create("articles", article("dawn")).await;
        let planned = editor.act(&format!("{path}/publish"), 1, json!({ "at": "2026-11-24T15:00:00Z", "until": "2026-11-24T16:00:00Z" })).await;
        assert_eq!(planned["state"], "scheduled");
        let seen = async |time: &str| {
            let app = at(app, time);
            let query = "{ article(locale: \"en\", slug: \"dawn\") { title } articles(first: 1) { nodes { slug } } }";
            let graphql = graphql_data(&app, query).await;
            let rest = get(&app, "/v1/articles/en/dawn").await.status;
            let listed = get_json(&app, "/v1/articles?first=1").await["data"][0]["slug"] == "dawn";
            let fed = get(&app, "/feeds/all.atom").await.text().contains("About dawn");
            assert_eq!(!graphql["article"].is_null(), rest == 200, "{time}");
            assert_eq!((listed, fed, graphql["articles"]["nodes"][0]["slug"] == "dawn"), (rest == 200, rest == 200, rest == 200), "{time}");
            rest
        };
        assert_eq!(seen("2026-11-24T14:59:59.999Z").await, 404);
        assert_eq!(seen("2026-11-24T15:00:00Z").await, 200);
        assert_eq!(seen("2026-11-24T15:59:59.999Z").await, 200);
        assert_eq!(seen("2026-11-24T16:00:00Z").await, 410);
    }

    async fn times_that_have_passed_or_are_the_wrong_way_round_are_refused(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = editor.create("articles", article("times")).await;
        for (body, pointer) in [
            (json!({ "at": "2026-11-24T11:59:59Z" }), "/at"),
            (json!({ "at": "2026-11-24T15:00:00Z", "until": "2026-11-24T15:00:00Z" }), "/until"),
            (json!({ "at": "tomorrow" }), "/at"),
        ] {
            let reply = editor.post(&format!("{path}/publish"), 1, body).await;
            assert!((400..=422).contains(&reply.status) && pointers(&reply) == [pointer], "{}", reply.text());
        }
        assert_eq!(editor.post(&format!("{path}/publish"), 1, json!({ "revision": 7 })).await.status, 404);
        assert_eq!(editor.post(&format!("{path}/publish"), 1, json!({ "when": "now" })).await.status, 400);
        assert_eq!(editor.post(&format!("{path}/withdraw"), 1, json!({ "note": "x" })).await.status, 409);
    }

    async fn a_submitted_revision_waits_until_it_is_published_or_changed(app: &App) {
        let writer = Client::of(app, Role::Writer).await;
        let path = writer.create("articles", article("waits")).await;
        assert_eq!(writer.act(&format!("{path}/submit"), 1, json!({ "note": "ready" })).await["submitted"], 1);
        assert_eq!(writer.post(&format!("{path}/publish"), 1, json!({})).await.status, 403);
        assert_eq!(writer.patch(&path, 1, json!({ "title": "Again" })).await.json()["submitted"], json!(null));
        writer.act(&format!("{path}/submit"), 2, json!({})).await;
        let editor = Client::of(app, Role::Editor).await;
        assert_eq!(editor.act(&format!("{path}/publish"), 2, json!({})).await["submitted"], json!(null));
    }

    /// Readers are told what was wrong.
    async fn a_correction_is_told_and_published_in_one_step(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = editor.publish("lanes").await;
        let body = json!({ "correction": { "kind": "correction", "text": "Two lanes, not four." }, "patch": { "lead": "Two lanes." } });
        let later = at(app, "2026-11-24T13:00:00Z");
        let corrector = Client::of(&later, Role::Editor).await;
        corrector.act(&format!("{path}/correct"), 1, body).await;
        let public = get_json(&later, &path).await;
        assert_eq!((&public["lead"], &public["corrections"][0]["text"], &public["corrections"][0]["at"]), (&json!("Two lanes."), &json!("Two lanes, not four."), &json!("2026-11-24T13:00:00.000Z")));
        assert_eq!((&public["publishedAt"], &public["contentUpdatedAt"]), (&json!("2026-11-24T12:00:00.000Z"), &json!("2026-11-24T13:00:00.000Z")));
        let erased = corrector.patch(&path, 2, json!({ "corrections": [] })).await;
        assert_eq!((erased.status, pointers(&erased)), (422, vec!["/corrections".to_owned()]), "what readers were told stays");
        let restored = corrector.act(&format!("{path}/restore"), 2, json!({ "revision": 1 })).await;
        assert_eq!(restored["revision"]["content"]["corrections"][0]["text"], "Two lanes, not four.");
        let draft = editor.create("articles", article("no-public")).await;
        assert_eq!(editor.post(&format!("{draft}/correct"), 1, json!({ "correction": { "kind": "correction", "text": "x" } })).await.status, 409);
        let other = editor.publish("other-lanes").await;
        let wrong = editor.post(&format!("{other}/correct"), 1, json!({ "correction": { "kind": "lie", "text": "x" } })).await;
        assert_eq!((wrong.status, pointers(&wrong)), (422, vec!["/corrections/0/kind".to_owned()]), "{}", wrong.text());
    }

    /// What nobody has published does not come out with a correction, and is corrected where it stands.
    async fn a_correction_reaches_the_draft_and_the_plan(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = editor.publish("bridges").await;
        editor.saves(&path, 1, json!({ "title": "Planned", "lead": "Four lanes." })).await;
        editor.act(&format!("{path}/publish"), 2, json!({ "at": "2026-11-25T00:00:00Z" })).await;
        editor.saves(&path, 2, json!({ "title": "In the works", "lead": "Lanes." })).await;
        editor.act(&format!("{path}/submit"), 3, json!({})).await;
        let later = at(app, "2026-11-24T13:00:00Z");
        let corrector = Client { app: &later, token: editor.token.clone() };
        let key = editor.get(&format!("{path}/working-copy")).await.json()["revision"]["content"]["body"][0]["_key"].clone();
        let correction = json!({ "kind": "correction", "text": "Two lanes.", "blockKey": key });
        let changes = json!({ "lead": "Two lanes.", "body": { "markdown": "One lane.\n\nTwo." } });
        let corrected = corrector.act(&format!("{path}/correct"), 3, json!({ "correction": correction, "patch": changes })).await;

        let public = get_json(&later, &path).await;
        assert_eq!((&public["title"], &public["lead"]), (&json!("About bridges"), &json!("Two lanes.")));
        let planned = get_json(&at(app, "2026-11-25T00:00:00Z"), &path).await;
        assert_eq!((&planned["title"], &planned["lead"]), (&json!("Planned"), &json!("Four lanes.")));
        assert_eq!(planned["corrections"][0]["text"], "Two lanes.");
        assert_eq!(planned["body"]["blocks"], public["body"]["blocks"], "what was not written anew is corrected");
        let draft = &corrected["revision"];
        assert_eq!((&draft["number"], &draft["content"]["title"]), (&json!(6), &json!("In the works")));
        assert_eq!((&draft["content"]["lead"], &draft["content"]["corrections"][0]["text"]), (&json!("Lanes."), &json!("Two lanes.")));
        assert!(draft["note"].as_str().expect("a note").ends_with("Not carried, because it was written anew: lead."));
        assert_eq!(corrected["submitted"], 6);
        let timeline: Vec<_> = corrected["timeline"].as_array().expect("a timeline").iter().map(|it| it["revision"].clone()).collect();
        assert_eq!(timeline, [json!(1), json!(5), json!(4)]);
    }

    async fn a_withdrawal_says_why_and_can_be_undone(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = editor.publish("back").await;
        let silent = editor.post(&format!("{path}/withdraw"), 1, json!({})).await;
        assert_eq!((silent.status, pointers(&silent)), (422, vec!["/note".to_owned()]));
        let later = at(app, "2026-11-24T12:30:00Z");
        let gone = Client::of(&later, Role::Editor).await.act(&format!("{path}/withdraw"), 1, json!({ "note": "A doubt." })).await;
        assert_eq!(gone["state"], "withdrawn");
        assert_eq!(get(&later, &path).await.status, 410);
        let later = at(app, "2026-11-24T13:00:00Z");
        Client::of(&later, Role::Editor).await.act(&format!("{path}/publish"), 1, json!({})).await;
        assert_eq!(get_json(&later, &path).await["publishedAt"], "2026-11-24T12:00:00.000Z");
    }

    /// Nothing of it is shown to anybody any more, nor of its past.
    async fn what_is_killed_is_gone_from_every_door_and_from_the_past(app: &App) {
        let (editor, legal) = (Client::of(app, Role::Editor).await, Client::of(app, Role::Legal).await);
        let path = editor.publish("sued").await;
        let draft = editor.create("articles", article("sued-draft")).await;
        assert_eq!(editor.post(&format!("{path}/kill"), 1, json!({ "note": "x" })).await.status, 403);
        editor.patch(&path, 1, json!({ "slug": "never-shown" })).await;
        let later = at(app, "2026-11-24T13:00:00Z");
        let killer = Client::of(&later, Role::Legal).await;
        assert_eq!(killer.act(&format!("{path}/kill"), 2, json!({ "note": "Court order." })).await["state"], "killed");
        for address in [path.clone(), "/v1/articles/en/sued".to_owned(), format!("{path}?asOf=2026-11-24T12:30:00Z")] {
            let reply = get(&later, &address).await;
            assert_eq!((reply.status, reply.json()["code"].as_str()), (451, Some("KILLED")), "{address}");
        }
        assert_eq!(get(&later, "/v1/articles/en/never-shown").await.status, 404, "what it was going to be called is not told");
        for address in ["working-copy", "revisions", "revisions/1"] {
            assert_eq!(killer.get(&format!("{path}/{address}")).await.status, 451, "{address}");
        }
        assert!(killer.get(&format!("{path}?perspective=draft")).await.status >= 404);
        assert!(!get(&later, "/v1/articles?asOf=2026-11-24T12:30:00Z&first=100").await.text().contains("About sued"));
        assert_eq!(killer.patch(&path, 1, json!({})).await.status, 403);
        let editor = Client::of(&later, Role::Editor).await;
        assert_eq!(editor.patch(&path, 2, json!({ "title": "x" })).await.status, 451);
        assert_eq!(editor.post(&format!("{path}/publish"), 2, json!({})).await.status, 451);
        assert_eq!(legal.act(&format!("{draft}/kill"), 1, json!({ "note": "x" })).await["state"], "killed");
        assert_eq!(get(&later, &draft).await.status, 404, "what never was public is not mentioned");
        assert_eq!(upkeep::verify(&later, |_| {}).expect("it can be verified").differing, []);
    }

    async fn an_old_revision_comes_back_as_a_new_one(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = editor.create("articles", article("old")).await;
        editor.patch(&path, 1, json!({ "title": "Worse" })).await;
        let restored = editor.act(&format!("{path}/restore"), 2, json!({ "revision": 1 })).await;
        assert_eq!((&restored["revision"]["number"], &restored["revision"]["content"]["title"]), (&json!(3), &json!("About old")));
        assert_eq!(editor.post(&format!("{path}/restore"), 3, json!({ "revision": 9 })).await.status, 404);
    }

    async fn what_is_archived_is_in_no_list_of_drafts(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = editor.create("articles", article("away")).await;
        let listed = async || editor.get("/v1/articles?perspective=draft&first=100").await.text().contains("About away");
        assert!(listed().await);
        assert_eq!(editor.act(&format!("{path}/archive"), 1, json!({})).await["state"], "archived");
        assert!(!listed().await);
        assert_eq!(editor.post(&format!("{path}/archive"), 1, json!({})).await.status, 409);
        editor.act(&format!("{path}/unarchive"), 1, json!({})).await;
        assert_eq!(editor.post(&format!("{path}/unarchive"), 1, json!({})).await.status, 409);
        assert!(listed().await);
        editor.act(&format!("{path}/publish"), 1, json!({})).await;
        assert_eq!(editor.post(&format!("{path}/archive"), 1, json!({})).await.status, 409);
    }

    /// Every kind of entry has the same life.
    async fn all_kinds_live_alike(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        for (collection, document) in [
            ("authors", json!({ "slug": "new-one", "name": { "en": "New One" } })),
            ("sections", json!({ "slug": "new-section", "name": { "en": "New" } })),
            ("tags", json!({ "slug": "new-tag", "name": { "en": "New" } })),
            ("images", json!({ "url": "https://images.example.org/new.jpg", "alt": "New" })),
            ("fact-boxes", json!({ "locale": "en", "slug": "new-box", "title": "New", "items": [{ "text": "One." }] })),
        ] {
            let path = editor.create(collection, document).await;
            assert_eq!(get(app, &path).await.status, 404, "{collection}");
            editor.act(&format!("{path}/publish"), 1, json!({})).await;
            assert_eq!(get(app, &path).await.status, 200, "{collection}");
            let later = at(app, "2026-11-24T13:00:00Z");
            (Client { app: &later, token: editor.token.clone() }).act(&format!("{path}/withdraw"), 1, json!({ "note": "x" })).await;
            assert_eq!(get(&later, &path).await.status, 410, "{collection}");
        }
        assert_eq!(upkeep::verify(app, |_| {}).expect("it can be verified").differing, []);
    }
}
