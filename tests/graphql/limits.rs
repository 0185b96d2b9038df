//! Documents that would cost too much are refused before anything is read, and at once.

use std::fmt::Write as _;

use dateline::app::App;
use serde_json::json;

use crate::support::client::graphql;
use crate::support::on_both_databases;

/// Refused, without a single statement.
async fn refused(app: &App, query: &str, says: &str) {
    let before = app.store().statements();
    let reply = graphql(app, query, json!({})).await;
    let answer = reply.json();
    assert!(reply.status == 400 || reply.status == 413, "{}", reply.status);
    assert!(answer["errors"][0]["message"].as_str().unwrap().contains(says), "{answer}");
    assert_eq!(app.store().statements(), before, "nothing was read");
}

on_both_databases! { SampleNewsroom;
    async fn a_page_of_pages_of_pages_costs_too_much(app: &App) {
        let query = "{ authors(first: 100) { nodes { articles(first: 100) { nodes { bylines { author { articles(first: 10) { nodes { id } } } } } } } } }";
        refused(app, query, "objects in the answer").await;
    }

    async fn variables_count_as_what_they_are(app: &App) {
        let query = "query($n: Int = 100) { authors(first: $n) { nodes { articles(first: $n) { nodes { section { slug } } } } } }";
        refused(app, query, "objects in the answer").await;
        let small = graphql(app, query, json!({ "n": 2 })).await.json();
        assert!(small.get("errors").is_none(), "{small}");
    }

    /// 25 fragments, each of which spreads the next twice: a hundred million fields in two kilobytes.
    async fn fragments_that_unfold_without_end_are_refused(app: &App) {
        let mut query = "{ sections(first: 1) { nodes { ...f0 } } }".to_owned();
        for index in 0..25 {
            write!(query, " fragment f{index} on Section {{ a{index}: slug ...f{} ...f{} }}", index + 1, index + 1).unwrap();
        }
        query.push_str(" fragment f25 on Section { id }");
        refused(app, &query, "fields; at most").await;
    }

    /// Each spreads the next once: shallow in fields, and deeper than any stack.
    async fn a_long_chain_of_fragments_is_refused(app: &App) {
        let mut query = "{ sections(first: 1) { nodes { ...f0 } } }".to_owned();
        for index in 0..600 {
            write!(query, " fragment f{index} on Section{{...f{}}}", index + 1).unwrap();
        }
        query.push_str(" fragment f600 on Section{id}");
        refused(app, &query, "fragments inside fragments").await;
    }

    /// Lists that are not paged multiply as well.
    async fn tags_of_articles_of_tags_cost_too_much(app: &App) {
        let mut query = "id".to_owned();
        for _ in 0..5 {
            query = format!("tags {{ articles(first: 1) {{ nodes {{ {query} }} }} }}");
        }
        refused(app, &format!("{{ articles(first: 1) {{ nodes {{ {query} }} }} }}"), "objects in the answer").await;
        let bodies = (0..25).map(|index| format!("b{index}: body {{ html }} ")).collect::<Vec<_>>().concat();
        refused(app, &format!("{{ articles(first: 100) {{ nodes {{ {bodies} }} }} }}"), "objects in the answer").await;
    }

    async fn a_fragment_inside_itself_is_refused(app: &App) {
        let query = "{ sections(first: 1) { nodes { ...a } } } fragment a on Section { parent { ...b } } fragment b on Section { parent { ...a } }";
        refused(app, query, "contains itself").await;
    }

    async fn depth_aliases_and_root_fields_are_bounded(app: &App) {
        let deep = format!("{{ sections(first: 1) {{ nodes {{ {} slug {} }} }} }}", "parent {".repeat(30), "}".repeat(30));
        refused(app, &deep, "levels; at most").await;
        let wide = format!("{{ sections(first: 1) {{ nodes {{ {} }} }} }}", "id ".repeat(2_500));
        refused(app, &wide, "fields; at most").await;
        let many = (0..40).map(|index| format!("a{index}: sections(first: 1) {{ nodes {{ id }} }} ")).collect::<Vec<_>>().concat();
        refused(app, &format!("{{ {many} }}"), "root fields; at most").await;
        let aliases = (0..1_500).map(|index| format!("a{index}: id ")).collect::<Vec<_>>().concat();
        refused(app, &format!("{{ sections(first: 1) {{ nodes {{ {aliases} }} }} }}"), "aliases; at most").await;
    }

    async fn brackets_without_end_never_reach_the_parser(app: &App) {
        refused(app, &"{a".repeat(2_000), "brackets").await;
        refused(app, &format!("{{ sections(first: {}", "[".repeat(4_000)), "brackets").await;
        refused(app, &format!("{{ {} }}", "a ".repeat(60_000)), "bytes; at most").await;
    }

    async fn the_cost_is_told_in_the_body_and_in_the_header(app: &App) {
        let reply = graphql(app, "{ articles(first: 10) { nodes { id section { slug } } } }", json!({})).await;
        assert_eq!(reply.json()["extensions"]["cost"], json!({ "requested": 30, "maximum": 10_000 }));
        assert_eq!(reply.header("graphql-cost"), Some("requested=30, maximum=10000"));
        let get = crate::support::client::get(app, "/graphql?query=%7Barticles(first:3)%7Bnodes%7Bid%7D%7D%7D").await;
        assert_eq!(get.header("graphql-cost"), Some("requested=6, maximum=10000"));
    }

    async fn tokens_and_characters_that_no_database_keeps_are_refused(app: &App) {
        refused(app, &format!("{{ {} }}", "a ".repeat(5_000)), "5002 tokens; at most 5000").await;
        refused(app, "{ sections(first: 1) { nodes { id } } } # \u{0}", "U+0000").await;
    }

    async fn directives_at_one_place_are_bounded(app: &App) {
        refused(app, &format!("{{ __typename {} }}", "@include(if: true) ".repeat(11)), "directives").await;
    }

    /// These are errors of their fields, with the codes that REST has.
    async fn items_of_one_list_are_bounded(app: &App) {
        let ids = vec!["019ab000-0000-7000-8000-000000000000"; 101];
        let (ids, before) = (format!("{{ nodes(ids: {ids:?}) {{ id }} }}"), app.store().statements());
        for query in ["{ articles(first: 101) { nodes { id } } }", &ids] {
            let answer = graphql(app, query, json!({})).await.json();
            assert_eq!(answer["errors"][0]["extensions"]["code"], "INVALID_PAGE", "{answer}");
        }
        assert_eq!(app.store().statements(), before, "nothing was read");
    }
}
