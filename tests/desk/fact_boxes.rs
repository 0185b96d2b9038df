//! Fact boxes: where they are used, and what a change of one does to the articles that show it.

use dateline::app::{App, change, upkeep};
use dateline::domain::Verb;
use dateline::domain::access::Role;
use serde_json::{Value, json};

use super::{Client, article, at};
use crate::support::client::{get, get_json};
use crate::support::on_both_databases;

fn showing(slug: &str, mode: &Value) -> Value {
    let mut document = article(slug);
    document["body"] = json!([{ "_type": "factBox", "_key": "f", "ref": "rules", "mode": mode }]);
    document
}

on_both_databases! { Nothing;
    async fn a_change_moves_all_that_follow_in_one_step_and_none_that_pin(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let facts = editor.create("fact-boxes", json!({ "locale": "en", "slug": "rules", "title": "Rules", "items": [{ "text": "Old." }] })).await;
        editor.act(&format!("{facts}/publish"), 1, json!({})).await;
        let mut paths = Vec::new();
        for (slug, mode) in [("follows", json!("follow")), ("follows-too", json!("follow")), ("pins", json!({ "pin": 1 }))] {
            let path = editor.create("articles", showing(slug, &mode)).await;
            editor.act(&format!("{path}/publish"), 1, json!({})).await;
            paths.push(path);
        }
        let used = editor.get(&format!("{facts}/used-in")).await.json();
        assert_eq!(used["public"], json!([{ "locale": "en", "count": 3 }]));
        editor.patch(&facts, 1, json!({ "items": [{ "text": "New." }] })).await;
        let later = at(app, "2026-11-24T13:00:00Z");
        let desk = Client { app: &later, token: editor.token.clone() };
        let before = change::after(app, 0, 1000).await.expect("the log").len();
        desk.act(&format!("{facts}/publish"), 2, json!({})).await;
        for (path, text, moved) in [(&paths[0], "New.", true), (&paths[1], "New.", true), (&paths[2], "Old.", false)] {
            let seen = get_json(&later, &format!("{path}?body=html")).await;
            assert!(seen["body"]["html"].as_str().expect("HTML").contains(text), "{path}");
            assert_eq!(seen["updatedAt"] == "2026-11-24T13:00:00.000Z", moved, "{path}");
            assert_eq!(seen["contentUpdatedAt"], seen["updatedAt"], "{path}");
        }
        let log = change::after(&later, i64::try_from(before).expect("a number"), 100).await.expect("the log");
        assert_eq!(log.iter().map(|change| change.verb).collect::<Vec<_>>(), [Verb::Publish, Verb::Touch, Verb::Touch]);
        desk.act(&format!("{facts}/withdraw"), 2, json!({ "note": "A doubt." })).await;
        for path in &paths {
            assert!(!get(&later, &format!("{path}?body=html&include=factBoxes")).await.text().contains("factbox"), "{path}");
        }
        assert_eq!(upkeep::verify(&later, |_| {}).expect("it can be verified").differing, []);
    }

    async fn a_killed_box_is_in_no_article_now_or_then(app: &App) {
        let admin = Client::of(app, Role::Admin).await;
        let facts = admin.create("fact-boxes", json!({ "locale": "en", "slug": "rules", "title": "Rules", "items": [{ "text": "Libel." }] })).await;
        admin.act(&format!("{facts}/publish"), 1, json!({})).await;
        let path = admin.create("articles", showing("follows", &json!({ "pin": 1 }))).await;
        admin.act(&format!("{path}/publish"), 1, json!({})).await;
        let other = admin.create("articles", showing("follows-too", &json!("follow"))).await;
        admin.act(&format!("{other}/publish"), 1, json!({})).await;
        let later = at(app, "2026-11-24T13:00:00Z");
        let desk = Client { app: &later, token: admin.token.clone() };
        desk.act(&format!("{facts}/kill"), 1, json!({ "note": "Court order." })).await;
        for path in [&path, &other] {
            for query in ["", "&asOf=2026-11-24T12:30:00Z"] {
                let seen = get(&later, &format!("{path}?body=html&include=factBoxes{query}")).await;
                assert_eq!((seen.status, seen.text().contains("Libel")), (200, false), "{path} {query}");
            }
        }
        assert_eq!(get_json(&later, &other).await["updatedAt"], "2026-11-24T13:00:00.000Z");
        assert_eq!(upkeep::verify(&later, |_| {}).expect("it can be verified").differing, []);
    }
}
