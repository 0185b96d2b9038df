//! What the desk must look at again: facts past their day of review, and corrections of drafts.

use dateline::app::{App, upkeep};
use dateline::domain::access::Role;
use serde_json::{Value, json};

use super::{Client, article, at};
use crate::openapi::answers::validator;
use crate::support::client::{get, get_json};
use crate::support::on_both_databases;

fn titles(list: &Value) -> Vec<&str> {
    list["data"]
        .as_array()
        .expect("data")
        .iter()
        .map(|item| item["title"].as_str().expect("a title"))
        .collect()
}

fn facts(slug: &str, days: &[Option<&str>]) -> Value {
    let items: Vec<_> = days
        .iter()
        .enumerate()
        .map(|(n, day)| json!({ "text": format!("Fact *{n}*."), "reviewBy": day }))
        .collect();
    json!({ "locale": "en", "slug": slug, "title": slug, "items": items })
}

on_both_databases! { Nothing;
    async fn facts_past_review_are_listed_the_earliest_first(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let late = editor.create("fact-boxes", facts("late", &[None, Some("2026-11-23"), Some("2026-10-01"), Some("2027-01-01")])).await;
        editor.create("fact-boxes", facts("later", &[Some("2026-11-01")])).await;
        editor.create("fact-boxes", facts("today", &[Some("2026-11-24")])).await;
        editor.create("fact-boxes", facts("never", &[None])).await;
        editor.act(&format!("{late}/publish"), 1, json!({})).await;
        for (slug, public) in [("shows", true), ("will-show", false)] {
            let mut document = article(slug);
            document["body"] = json!([{ "_type": "factBox", "_key": "f", "ref": "late" }]);
            let path = editor.create("articles", document).await;
            if public {
                editor.act(&format!("{path}/publish"), 1, json!({})).await;
            }
        }
        let reply = editor.get("/v1/fact-boxes/overdue?total=exact").await;
        assert_eq!((reply.status, reply.header("cache-control")), (200, Some("private, no-store")), "{}", reply.text());
        let list = reply.json();
        assert_eq!((titles(&list), &list["page"]["total"]["count"]), (vec!["late", "later"], &json!(2)), "the day itself is not past");
        let document: Value = serde_json::from_str(&dateline::server::openapi()).expect("JSON");
        let answer = &document["paths"]["/v1/fact-boxes/overdue"]["get"]["responses"]["200"]["content"]["application/json"]["schema"];
        assert!(validator(answer).is_valid(&list), "it is as documented");
        let first = &list["data"][0];
        assert_eq!((&first["revision"], &first["usedIn"], &first["reviewBy"]), (&json!(1), &json!(1), &json!("2026-10-01")));
        assert_eq!(first["facts"], json!([
            { "index": 2, "text": "Fact 2.", "reviewBy": "2026-10-01" },
            { "index": 1, "text": "Fact 1.", "reviewBy": "2026-11-23" },
        ]));
        assert_eq!(titles(&editor.get("/v1/fact-boxes/overdue?by=2026-11-25T00:00:00Z").await.json()), ["late", "later", "today"]);
        assert_eq!(titles(&editor.get("/v1/fact-boxes/overdue?by=2026-10-15T12:00:00%2B02:00").await.json()), ["late"]);
        let one = editor.get("/v1/fact-boxes/overdue?first=1").await.json();
        let next = one["page"]["next"].as_str().expect("more");
        assert_eq!(titles(&editor.get(&format!("/v1/fact-boxes/overdue?first=1&after={next}")).await.json()), ["later"]);
        assert_eq!(titles(&editor.get("/v1/fact-boxes/overdue?locale=uk").await.json()), Vec::<&str>::new());
        assert_eq!((get(app, "/v1/fact-boxes/overdue").await.status, Client::of(app, Role::Reader).await.get("/v1/fact-boxes/overdue").await.status), (401, 403));
        // What is mended is off the list at once, archived as well.
        editor.saves(&late, 1, json!({ "items": [{ "text": "Looked at.", "reviewBy": "2027-06-01" }] })).await;
        let asked = editor.graphql("{ overdueFactBoxes(first: 5) { totalCount pageInfo { hasNextPage } edges { cursor } nodes { id slug title locale revision usedIn reviewBy facts { index text reviewBy } } } }", json!({})).await;
        assert_eq!(asked["data"]["overdueFactBoxes"]["nodes"][0]["facts"], json!([{ "index": 0, "text": "Fact 0.", "reviewBy": "2026-11-01" }]), "{asked}");
        assert_eq!(asked["data"]["overdueFactBoxes"]["totalCount"], 1);
        assert_eq!(upkeep::verify(app, |_| {}).expect("it can be verified").differing, []);
    }

    async fn fact_boxes_are_found_and_sorted_by_their_day_of_review(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        for (slug, day) in [("spring", Some("2027-03-01")), ("winter", Some("2026-12-01")), ("none", None), ("far", Some("+20000-01-01"))] {
            let path = editor.create("fact-boxes", facts(slug, &[day, None])).await;
            editor.act(&format!("{path}/publish"), 1, json!({})).await;
        }
        assert_eq!(titles(&get_json(app, "/v1/fact-boxes?sort=reviewBy").await), ["winter", "spring", "far"]);
        assert_eq!(titles(&get_json(app, "/v1/fact-boxes?sort=-reviewBy&first=1").await), ["far"]);
        assert_eq!(titles(&get_json(app, "/v1/fact-boxes?sort=reviewBy&reviewBefore=2027-03-01").await), ["winter"]);
        assert_eq!(titles(&get_json(app, "/v1/fact-boxes?reviewBefore=2027-03-02&sort=title").await), ["spring", "winter"]);
        assert_eq!(get(app, "/v1/fact-boxes?reviewBefore=soon").await.json()["code"], "INVALID_TIME");
        let query = "{ factBoxes(first: 5, sort: REVIEW_ASC, filter: { reviewBefore: \"2027-03-02\" }) { totalCount nodes { title } } }";
        let asked = editor.graphql(query, json!({})).await;
        assert_eq!(asked["data"]["factBoxes"], json!({ "totalCount": 2, "nodes": [{ "title": "winter" }, { "title": "spring" }] }), "{asked}");
        assert_eq!(get(app, "/v1/articles?sort=reviewBy").await.status, 400);
        assert_eq!(upkeep::verify(app, |_| {}).expect("it can be verified").differing, []);
    }

    /// Readers see a correction when it is published, the desk when it is saved.
    async fn corrections_of_drafts_are_those_of_the_desk(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let correction = |text: &str, at: &str| json!({ "kind": "correction", "text": text, "at": at });
        let mut document = article("mended");
        document["corrections"] = json!([correction("One.", "2026-11-20T08:00:00Z"), correction("Two.", "2026-11-22T08:00:00Z"), correction("Three.", "2026-11-21T08:00:00Z")]);
        let path = editor.create("articles", document).await;
        assert_eq!(get_json(app, "/v1/corrections").await["data"], json!([]));
        let desk = editor.get("/v1/corrections?perspective=draft").await;
        assert_eq!(desk.header("cache-control"), Some("private, no-store"));
        let item = desk.json()["data"][0].clone();
        let texts: Vec<_> = item["corrections"].as_array().expect("corrections").iter().map(|correction| correction["text"].clone()).collect();
        assert_eq!((&item["correctedAt"], texts), (&json!("2026-11-22T08:00:00.000Z"), vec![json!("Two."), json!("Three."), json!("One.")]));
        editor.act(&format!("{path}/publish"), 1, json!({})).await;
        let later = at(app, "2026-11-24T13:00:00Z");
        let desk = Client { app: &later, token: editor.token.clone() };
        desk.act(&format!("{path}/correct"), 1, json!({ "correction": { "kind": "clarification", "text": "Four." } })).await;
        let public = get_json(&later, "/v1/corrections").await;
        assert_eq!((&public["data"][0]["correctedAt"], &public["data"][0]["corrections"][0]["text"]), (&json!("2026-11-24T13:00:00.000Z"), &json!("Four.")));
        assert_eq!(get_json(&later, "/v1/corrections?asOf=2026-11-24T12:30:00Z").await["data"][0], item);
        assert_eq!(get_json(&later, "/v1/corrections?asOf=2026-11-24T11:30:00Z").await["data"], json!([]));
        desk.act(&format!("{path}/withdraw"), 2, json!({ "note": "x" })).await;
        let after = at(app, "2026-11-24T14:00:00Z");
        assert_eq!(get_json(&after, "/v1/corrections").await["data"], json!([]));
        assert_eq!(upkeep::verify(&after, |_| {}).expect("it can be verified").differing, []);
    }
}
