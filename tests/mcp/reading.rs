//! What agents read.

use dateline::app::App;
use dateline::domain::access::Role;
use serde_json::json;

use super::Agent;
use crate::support::client::{get, get_json};
use crate::support::on_both_databases;

on_both_databases! { SampleNewsroom;
    async fn whoever_comes_is_told_what_there_is(app: &App) {
        let agent = Agent::anonymous(app);
        let hello = json!({ "protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": { "name": "test", "version": "1" } });
        let answer = agent.ask("initialize", hello).await;
        assert_eq!(answer["result"]["serverInfo"]["name"], "dateline", "{answer}");
        assert_eq!(answer["result"]["protocolVersion"], "2025-06-18");
        assert_eq!(agent.post(r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#).await.status, 202);
        assert_eq!(agent.tools().await, ["search", "read_article", "read_fact_box", "list_changes"]);
        let listed = agent.ask("tools/list", json!({})).await;
        for tool in listed["result"]["tools"].as_array().unwrap() {
            assert_eq!(tool["inputSchema"]["additionalProperties"], false);
            assert_eq!(tool["annotations"]["readOnlyHint"], true);
        }
        assert_eq!(get(app, "/mcp").await.status, 405);
    }

    async fn a_search_finds_what_the_list_finds_and_cites_it(app: &App) {
        let (found, text) = Agent::anonymous(app).call("search", json!({ "query": "harbour tunnel", "locale": "en" })).await;
        let list = get_json(app, "/v1/articles?q=harbour+tunnel&locale=en&first=10").await["data"].clone();
        let results = found["results"].as_array().unwrap();
        assert_eq!(results.len(), list.as_array().unwrap().len());
        for (result, article) in results.iter().zip(list.as_array().unwrap()) {
            for member in ["id", "revision", "url", "title", "publishedAt"] {
                assert_eq!(result[member], article[member]);
            }
            assert!(text.contains(article["url"].as_str().unwrap()), "{text}");
        }
        let (boxes, _) = Agent::anonymous(app).call("search", json!({ "query": "court", "kind": "factBox" })).await;
        assert_eq!(boxes["results"][0]["type"], "factBox");
        let (none, _) = Agent::anonymous(app).call("search", json!({ "query": "harbuor" })).await;
        assert_eq!(none["suggestion"], "harbour");
    }

    async fn an_article_is_read_whole_however_it_is_named(app: &App) {
        let agent = Agent::anonymous(app);
        let article = get_json(app, "/v1/articles/en/harbour-tunnel-breaks-through?body=markdown").await;
        let (by_slug, text) = agent.call("read_article", json!({ "locale": "en", "slug": "harbour-tunnel-breaks-through" })).await;
        for member in ["id", "revision", "url", "title", "publishedAt", "contentUpdatedAt", "updatedAt"] {
            assert_eq!(by_slug[member], article[member], "{member}");
        }
        assert!(text.contains(article["body"]["markdown"].as_str().unwrap()), "{text}");
        assert!(text.contains("Cite as: ") && text.contains("Rights: "), "{text}");
        for name in [json!({ "id": article["id"] }), json!({ "url": article["url"] })] {
            assert_eq!(agent.call("read_article", name).await, (by_slug.clone(), text.clone()));
        }
    }

    async fn what_was_is_read_as_it_was(app: &App) {
        let agent = Agent::anonymous(app);
        let name = json!({ "locale": "en", "slug": "herring-quota-cut-by-a-third" });
        let (now, _) = agent.call("read_article", name).await;
        let (then, text) = agent.call("read_article", json!({ "id": now["id"], "asOf": now["publishedAt"] })).await;
        assert_eq!(then["asOf"], now["publishedAt"]);
        assert!(then["revision"].as_u64() <= now["revision"].as_u64() && text.contains("as of"), "{text}");
    }

    async fn a_fact_box_is_read_fact_by_fact(app: &App) {
        let (told, text) = Agent::anonymous(app).call("read_fact_box", json!({ "locale": "en", "slug": "coastal-court" })).await;
        let fact_box = get_json(app, "/v1/fact-boxes/en/coastal-court").await;
        assert_eq!((&told["id"], &told["revision"]), (&fact_box["id"], &fact_box["revision"]));
        assert!(text.matches("\n- ").count() >= fact_box["items"].as_array().unwrap().len(), "{text}");
    }

    async fn a_search_goes_on_where_it_ended(app: &App) {
        let agent = Agent::anonymous(app);
        let (all, _) = agent.call("search", json!({ "query": "harbour", "first": 20 })).await;
        let mut found = Vec::new();
        let mut after = json!(null);
        loop {
            let (part, text) = agent.call("search", json!({ "query": "harbour", "first": 3, "after": after })).await;
            found.extend(part["results"].as_array().unwrap().iter().take(20).cloned());
            after = part["next"].clone();
            assert_eq!(text.contains("There is more"), after.is_string(), "{text}");
            if after.is_null() || found.len() > 20 {
                break;
            }
        }
        let all = all["results"].as_array().unwrap();
        assert!(all.len() > 6, "{all:?}");
        assert_eq!(found[..all.len()], all[..]);
    }

    async fn a_fact_box_is_never_named_by_a_page(app: &App) {
        let agent = Agent::anonymous(app);
        let listed = agent.ask("tools/list", json!({})).await;
        let properties = |name: &str| {
            let tools = listed["result"]["tools"].as_array().unwrap();
            tools.iter().find(|tool| tool["name"] == name).unwrap()["inputSchema"]["properties"].clone()
        };
        assert!(properties("read_article").get("url").is_some());
        assert!(properties("read_fact_box").get("url").is_none());
        let problem = agent.refused("read_fact_box", json!({ "url": "https://news.example.org/en/coastal-court" })).await;
        assert_eq!(problem["code"], "INVALID_PARAMETER");
    }

    async fn errors_point_at_the_arguments(app: &App) {
        let agent = Agent::anonymous(app);
        for (tool, arguments, pointer) in [
            ("search", json!({ "query": "-court" }), "/query"),
            ("search", json!({ "query": "court", "first": 21 }), "/first"),
            ("search", json!({ "query": "court", "tag": "no-such-tag" }), "/tag"),
            ("search", json!({ "query": "court", "publishedAfter": "soon" }), "/publishedAfter"),
            ("search", json!({ "query": "court", "after": "x" }), "/after"),
            ("read_article", json!({ "id": "x" }), "/id"),
            ("read_article", json!({ "locale": "en", "slug": "No Slug" }), "/slug"),
            ("list_changes", json!({ "first": 0 }), "/first"),
        ] {
            let problem = agent.refused(tool, arguments.clone()).await;
            assert_eq!(problem["errors"][0]["pointer"], pointer, "{tool} {arguments}: {problem}");
        }
    }

    async fn another_revision_of_the_protocol_is_refused(app: &App) {
        let agent = Agent::anonymous(app);
        let ping = r#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#;
        for (version, status) in [("2025-03-26", 200), ("2025-06-18", 200), ("2025-11-25", 200), ("2024-11-05", 400), ("x", 400)] {
            let reply = agent.post_with(ping, &[("mcp-protocol-version", version)]).await;
            assert_eq!(reply.status, status, "{version}: {}", reply.text());
        }
        for asked in ["2024-11-05", "2026-07-28", "x"] {
            let hello = json!({ "protocolVersion": asked, "capabilities": {}, "clientInfo": { "name": "test", "version": "1" } });
            let agreed = agent.ask("initialize", hello).await["result"]["protocolVersion"].as_str().unwrap().to_owned();
            let reply = agent.post_with(ping, &[("mcp-protocol-version", "2025-11-25")]).await;
            assert_eq!((agreed.as_str(), reply.status), ("2025-11-25", 200), "{asked}");
        }
    }

    async fn what_cannot_be_read_says_why(app: &App) {
        let agent = Agent::anonymous(app);
        for (tool, arguments, code) in [
            ("read_article", json!({ "locale": "en", "slug": "nothing-here" }), "NOT_FOUND"),
            ("read_article", json!({}), "INVALID_PARAMETER"),
            ("read_article", json!({ "id": "x", "perspective": "draft" }), "UNAUTHENTICATED"),
            ("read_article", json!({ "headline": "x" }), "INVALID_PARAMETER"),
            ("read_article", json!({ "locale": "en", "slug": "harbour-tunnel-breaks-through", "asOf": "soon" }), "INVALID_TIME"),
            ("search", json!({ "query": "-court" }), "INVALID_PARAMETER"),
            ("search", json!({ "query": "court", "first": 21 }), "INVALID_PARAMETER"),
            ("search", json!({ "query": "court", "kind": "factBox", "section": "world" }), "UNKNOWN_PARAMETER"),
            ("list_changes", json!({ "since": 1_000_000 }), "INVALID_PARAMETER"),
        ] {
            let problem = agent.refused(tool, arguments.clone()).await;
            assert_eq!(problem["code"], code, "{tool} {arguments}: {problem}");
        }
        let unknown = agent.ask("tools/call", json!({ "name": "publish", "arguments": {} })).await;
        assert_eq!(unknown["error"]["code"], -32602, "{unknown}");
        assert_eq!(agent.ask("resources/shred", json!({})).await["error"]["code"], -32601);
        for unreadable in ["{", r#"{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}"#] {
            assert_eq!(agent.post(unreadable).await.json()["error"]["code"], -32700, "{unreadable}");
        }
        assert_eq!(agent.post(r#"{"jsonrpc":"2.0"}"#).await.json()["error"]["code"], -32600);
        assert_eq!(agent.post(&" ".repeat(5_000_000)).await.status, 413);
    }

    async fn what_was_taken_down_is_told_as_that_however_it_is_named(app: &App) {
        let desk = crate::desk::Client::of(app, Role::Legal).await;
        let article = get_json(app, "/v1/articles/en/harbour-tunnel-breaks-through").await;
        let path = format!("/v1/articles/{}", article["id"].as_str().unwrap());
        desk.act(&format!("{path}/kill"), article["revision"].as_u64().unwrap(), json!({ "note": "A court ordered it" })).await;
        let agent = Agent::anonymous(app);
        for name in [
            json!({ "id": article["id"] }), json!({ "url": article["url"] }),
            json!({ "locale": "en", "slug": "harbour-tunnel-breaks-through" }),
        ] {
            let problem = agent.refused("read_article", name.clone()).await;
            assert_eq!(problem["code"], "KILLED", "{name}: {problem}");
            assert!(problem["detail"].as_str().unwrap().contains("Remove every copy"), "{problem}");
        }
    }

    async fn the_log_is_read_from_any_place_on(app: &App) {
        let agent = Agent::anonymous(app);
        let (end, _) = agent.call("list_changes", json!({})).await;
        assert_eq!(end["changes"], json!([]));
        let desk = crate::desk::Client::of(app, Role::Editor).await;
        let path = desk.create("articles", crate::desk::article("news")).await;
        let (draft, _) = agent.call("list_changes", json!({ "since": end["next"] })).await;
        assert_eq!(draft["changes"], json!([]), "nobody hears of drafts");
        desk.act(&format!("{path}/publish"), 1, json!({})).await;
        let (news, text) = agent.call("list_changes", json!({ "since": end["next"] })).await;
        assert_eq!(news["changes"][0]["effect"], "published", "{news}");
        assert_eq!(news["changes"][0]["revision"], 1);
        let (id, url) = (news["changes"][0]["id"].as_str().unwrap(), news["changes"][0]["url"].as_str().unwrap());
        assert!(path.ends_with(id) && url.ends_with("/en/news"), "{news}");
        assert!(text.contains(&format!("{url}, article {id}, revision 1\n")), "{text}");
        assert_eq!(agent.call("list_changes", json!({ "since": news["next"] })).await.0["changes"], json!([]));
        let as_graphql_gives_it = json!({ "since": end["next"].to_string() });
        assert_eq!(agent.call("list_changes", as_graphql_gives_it).await.0, news);
        assert_eq!(agent.refused("list_changes", json!({ "since": "soon" })).await["errors"][0]["pointer"], "/since");
    }
}
