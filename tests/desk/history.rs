//! Revisions: listed, read, and for the desk alone.

use dateline::app::App;
use dateline::domain::access::Role;
use serde_json::json;

use super::{Client, article};
use crate::openapi::answers::validator;
use crate::support::client::get;
use crate::support::on_both_databases;

on_both_databases! { SampleNewsroom;
    async fn the_history_is_listed_in_pages_and_read(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = editor.create("articles", article("history")).await;
        for number in 1..5 {
            let saved = editor.patch(&format!("{path}?note=save-{number}"), number, json!({ "title": format!("Title {number}") })).await;
            assert_eq!(saved.status, 200);
        }
        let numbers = async |query: &str| {
            let page = editor.get(&format!("{path}/revisions{query}")).await.json();
            let numbers: Vec<u64> = page["data"].as_array().expect("revisions").iter().map(|revision| revision["number"].as_u64().expect("a number")).collect();
            (numbers, page["hasMore"].as_bool().expect("whether"))
        };
        assert_eq!(numbers("").await, (vec![5, 4, 3, 2, 1], false));
        assert_eq!(numbers("?first=2").await, (vec![5, 4], true));
        assert_eq!(numbers("?first=2&before=3").await, (vec![2, 1], false));
        let third = editor.get(&format!("{path}/revisions/3")).await.json();
        assert_eq!((&third["content"]["title"], &third["note"]), (&json!("Title 2"), &json!("save-2")));
        assert!(third["savedBy"].as_str().expect("who").starts_with("key:"));
        for number in ["9", "0", "-1", "4294967295", "99999999999"] {
            assert_eq!(editor.get(&format!("{path}/revisions/{number}")).await.status, 404, "{number}");
        }
        assert_eq!(numbers("?before=4294967295").await.0.len(), 5);
        assert_eq!(editor.patch(&path, 4_294_967_295, json!({})).await.status, 412);
        assert_eq!(editor.post(&format!("{path}/publish"), 5, json!({ "revision": 4_294_967_295_u32 })).await.status, 404);
        for below in ["working-copy", "revisions", "revisions/1"] {
            assert_eq!(get(app, &format!("{path}/{below}")).await.status, 401, "{below}");
        }
    }

    async fn two_revisions_are_compared(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let block = |key: &str, text: &str| json!({ "_key": key, "_type": "block", "children": [{ "text": text }] });
        let path = editor.create("articles", article("compared")).await;
        let body = json!([block("a", "It is <shut>."), block("b", "Gone."), block("c", "Stays.")]);
        editor.saves(&path, 1, json!({ "body": body })).await;
        let body = json!([block("c", "Stays."), block("a", "It is <open>."), block("d", "New.")]);
        editor.saves(&path, 2, json!({ "title": "Not about compared", "body": body, "seo": { "noIndex": true } })).await;

        let reply = editor.get(&format!("{path}/revisions/3/diff")).await;
        assert_eq!((reply.status, reply.header("cache-control"), reply.header("etag")), (200, Some("private, no-store"), None));
        let diff = reply.json();
        assert!(validator(&json!({ "$ref": "#/components/schemas/Diff" })).is_valid(&diff), "{diff}");
        assert_eq!((&diff["from"], &diff["to"]), (&json!(2), &json!(3)));
        assert_eq!(diff["members"][0]["pointer"], "/title");
        assert_eq!((&diff["members"][0]["before"], &diff["members"][0]["after"]), (&json!("About compared"), &json!("Not about compared")));
        assert_eq!((&diff["members"][1]["pointer"], &diff["members"][1]["after"]["noIndex"]), (&json!("/seo"), &json!(true)));
        let told: Vec<String> = diff["blocks"].as_array().expect("blocks").iter().map(|block| format!("{} {} {} {} {}", block["key"], block["status"], block["moved"], block["beforeIndex"], block["afterIndex"])).collect();
        assert_eq!(told, [r#""c" "unchanged" true 2 0"#, r#""a" "changed" false 0 1"#, r#""b" "deleted" false 1 null"#, r#""d" "inserted" false null 2"#]);
        assert_eq!(diff["blocks"][1]["segments"][1], json!({ "edit": "deleted", "text": "shut" }));
        assert_eq!(diff["blocks"][1]["before"]["children"][0]["text"], "It is <shut>.");

        let text = editor.get(&format!("{path}/revisions/3/diff?format=text")).await;
        assert_eq!((text.header("content-type"), text.header("cache-control")), (Some("text/plain; charset=utf-8"), Some("private, no-store")));
        assert!(text.text().ends_with("(moved) Stays.\n\nIt is <[-shut-]{+open+}>.\n\n[-Gone.-]\n\n{+New.+}\n"), "{}", text.text());
        let html = editor.get(&format!("{path}/revisions/3/diff?format=html")).await;
        assert_eq!(html.header("content-type"), Some("text/html; charset=utf-8"));
        assert!(html.text().contains("It is &lt;<del>shut</del><ins>open</ins>&gt;."), "{}", html.text());
        let back = editor.get(&format!("{path}/revisions/2/diff?from=3")).await.json();
        assert_eq!(back["members"][0]["after"], "About compared");
        assert_eq!(editor.get(&format!("{path}/revisions/2/diff?from=2&format=text")).await.text(), "Nothing differs.\n");
    }

    async fn what_cannot_be_compared_is_refused(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = editor.create("tags", json!({ "slug": "compared", "name": { "en": "Compared" } })).await;
        editor.saves(&path, 1, json!({ "name": { "en": "Differs" } })).await;
        for (address, status) in [
            ("2/diff", 200), ("2/diff?from=1&format=html", 200), ("1/diff", 404), ("2/diff?from=3", 404), ("9/diff?from=1", 404), ("2/diff?from=4000000000", 404), ("x/diff", 404),
            ("0/diff", 404), ("2/diff?from=0", 400), ("2/diff?from=x", 400), ("2/diff?format=xml", 400), ("2/diff?form=text", 400),
        ] {
            let reply = editor.get(&format!("{path}/revisions/{address}")).await;
            assert_eq!(reply.status, status, "{address}: {}", reply.text());
        }
        let moved = path.replace("/tags/", "/authors/");
        assert_eq!(editor.get(&format!("{moved}/revisions/2/diff")).await.status, 404);
        assert_eq!(get(app, &format!("{path}/revisions/2/diff")).await.status, 401);
        assert_eq!(Client::of(app, Role::Reader).await.get(&format!("{path}/revisions/2/diff")).await.status, 403);
    }
}
