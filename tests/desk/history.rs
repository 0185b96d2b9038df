//! Revisions: listed, read, and for the desk alone.

use dateline::app::App;
use dateline::domain::access::Role;
use serde_json::json;

use super::{Client, article};
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
}
