//! What agents propose, and that they never publish.

use dateline::app::App;
use dateline::domain::access::Role;
use serde_json::json;

use super::Agent;
use crate::desk::Client;
use crate::support::client::get;
use crate::support::on_both_databases;

on_both_databases! { SampleNewsroom;
    async fn a_draft_is_proposed_and_waits_for_people(app: &App) {
        let agent = Agent::of(app, Role::Editor).await;
        assert!(agent.tools().await.contains(&"propose_draft".to_owned()));
        let draft = json!({
            "note": "A summary of the week", "locale": "en", "slug": "the-week", "title": "The week",
            "body": "It *rained*.", "section": "world", "tags": ["climate"],
        });
        let (saved, _) = agent.call("propose_draft", draft).await;
        assert_eq!(saved["revision"], 1);
        assert_eq!(get(app, "/v1/articles/en/the-week").await.status, 404, "nothing is public");
        let desk = Client::of(app, Role::Editor).await;
        let copy = desk.get(saved["workingCopy"].as_str().unwrap()).await.json();
        assert_eq!(copy["revision"]["note"], "A summary of the week", "{copy}");
        assert_eq!(copy["submitted"], 1, "{copy}");
        let id = &saved["id"];
        let (read, text) = agent.call("read_article", json!({ "id": id, "perspective": "draft" })).await;
        assert!(text.contains("A draft, not to be cited: article") && text.contains("The newest draft, saved 20"), "{text}");
        assert_eq!((&read["publishedAt"], &read["url"]), (&json!(null), &json!(null)), "nobody else can read it");
        assert!(read["revision"] == 1 && text.contains("It *rained*."), "{text}");

        let better = json!({ "note": "It was sunny", "id": id, "revision": 1, "body": "The sun shone." });
        assert_eq!(agent.call("propose_draft", better.clone()).await.0["revision"], 2);
        assert_eq!(agent.refused("propose_draft", better).await["code"], "PRECONDITION_FAILED");
        let refused = json!({ "note": "x", "id": id, "revision": 2, "slug": "No Slug" });
        assert_eq!(agent.refused("propose_draft", refused).await["code"], "VALIDATION_FAILED");
        let copy = desk.get(saved["workingCopy"].as_str().unwrap()).await.json();
        assert_eq!((&copy["revision"]["number"], &copy["submitted"]), (&json!(2), &json!(2)), "what is refused is neither saved nor handed on: {copy}");
        let blind = json!({ "note": "x", "id": id, "title": "Blind" });
        assert_eq!(agent.refused("propose_draft", blind).await["code"], "PRECONDITION_REQUIRED");
    }

    async fn what_breaks_rules_is_told_with_its_places(app: &App) {
        let agent = Agent::of(app, Role::Editor).await;
        let wrong = json!({ "note": "x", "locale": "en", "slug": "No Slug", "title": "", "tags": ["nothing"] });
        let problem = agent.refused("propose_draft", wrong).await;
        let places: Vec<&str> = problem["errors"].as_array().unwrap().iter().map(|it| it["pointer"].as_str().unwrap()).collect();
        assert_eq!(problem["code"], "VALIDATION_FAILED");
        assert!(places.contains(&"/slug") && places.contains(&"/tags/0"), "{places:?}");
        assert_eq!(agent.refused("propose_draft", json!({ "note": " " })).await["code"], "INVALID_PARAMETER");
    }

    async fn whoever_may_not_write_is_not_told_of_it(app: &App) {
        for agent in [Agent::anonymous(app), Agent::of(app, Role::Reader).await] {
            assert!(!agent.tools().await.contains(&"propose_draft".to_owned()));
            let answer = agent.ask("tools/call", json!({ "name": "propose_draft", "arguments": { "note": "x" } })).await;
            assert_eq!(answer["error"]["code"], -32602, "{answer}");
        }
    }

    /// Whatever a key allows elsewhere: a change to what is public stays a draft.
    async fn nothing_becomes_public_even_with_every_scope(app: &App) {
        let agent = Agent::of(app, Role::Admin).await;
        let before = get(app, "/v1/articles/en/harbour-tunnel-breaks-through").await.text();
        let (article, _) = agent.call("read_article", json!({ "locale": "en", "slug": "harbour-tunnel-breaks-through" })).await;
        let change = json!({ "note": "x", "id": article["id"], "revision": article["revision"], "title": "Changed" });
        agent.call("propose_draft", change).await;
        assert_eq!(get(app, "/v1/articles/en/harbour-tunnel-breaks-through").await.text(), before);
        for tool in agent.tools().await {
            assert!(["search", "read_article", "read_fact_box", "list_changes", "propose_draft"].contains(&tool.as_str()));
        }
    }
}
