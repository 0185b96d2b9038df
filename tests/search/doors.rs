//! Searching through the doors: both give the same, and what is wrong is said.

use dateline::app::App;
use serde_json::{Value, json};

use crate::support::client::{get, get_json, graphql, graphql_data};
use crate::support::on_both_databases;

fn slugs(list: &Value) -> Vec<String> {
    let entries = list.as_array().expect("a list").iter();
    entries.map(|entry| entry["slug"].as_str().expect("a slug").to_owned()).collect()
}

/// An address with parameters as somebody would type them.
fn address(collection: &str, parameters: &str) -> String {
    let pairs = parameters.split('&').filter_map(|pair| pair.split_once('='));
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    format!("/v1/{collection}?{query}")
}

/// What REST finds with some parameters.
async fn rest(app: &App, collection: &str, parameters: &str) -> Vec<String> {
    slugs(&get_json(app, &address(collection, &format!("first=100&{parameters}"))).await["data"])
}

/// What GraphQL finds.
async fn found(app: &App, arguments: &str) -> Vec<String> {
    slugs(
        &graphql_data(app, &format!("{{ articles(first: 100, {arguments}) {{ nodes {{ slug }} }} }}")).await
            ["articles"]["nodes"],
    )
}

on_both_databases! { SampleNewsroom;
    async fn both_doors_find_the_same_in_the_same_order(app: &App) {
        for query in ["harbour", "herring quota", "суд", "court -ruling", "seagr*", "nothing has this"] {
            let best = rest(app, "articles", &format!("q={query}")).await;
            assert_eq!(best, found(app, &format!("filter: {{ q: \"{query}\" }}")).await, "{query}");
            assert_eq!(best, found(app, &format!("filter: {{ q: \"{query}\" }}, sort: RELEVANCE")).await, "{query}");
            assert_eq!(best, rest(app, "articles", &format!("sort=relevance&filter={{\"q\":\"{query}\"}}")).await, "{query}");
        }
    }

    /// A search may stand in any order, and holds the same then.
    async fn a_search_combines_with_orders(app: &App) {
        let mut best = rest(app, "articles", "q=harbour").await;
        let mut newest = rest(app, "articles", "q=harbour&sort=-publishedAt").await;
        let all = rest(app, "articles", "sort=-publishedAt").await;
        assert!(best.len() > 5 && best != newest);
        assert_eq!(newest, all.into_iter().filter(|slug| newest.contains(slug)).collect::<Vec<_>>());
        best.sort();
        newest.sort();
        assert_eq!(best, newest);
    }

    async fn a_search_combines_with_filters(app: &App) {
        let harbour = rest(app, "articles", "q=harbour").await;
        let section = rest(app, "articles", "section=region").await;
        let both = rest(app, "articles", "q=harbour&section=region").await;
        assert!(!both.is_empty() && both.len() < harbour.len());
        assert_eq!(both, harbour.iter().filter(|slug| section.contains(slug)).cloned().collect::<Vec<_>>());
        let not = r#"filter={"not":{"section":"region"}}&q=harbour"#;
        let without = rest(app, "articles", not).await;
        assert_eq!(without, harbour.iter().filter(|slug| !section.contains(slug)).cloned().collect::<Vec<_>>());
    }

    async fn searches_are_joined_like_other_conditions(app: &App) {
        let (mut herring, mut tunnel) = (rest(app, "articles", "q=herring").await, rest(app, "articles", "q=tunnel").await);
        let mut either = rest(app, "articles", r#"filter={"or":[{"q":"herring"},{"q":"tunnel"}]}"#).await;
        let mut neither = rest(app, "articles", r#"filter={"not":{"or":[{"q":"herring"},{"q":"tunnel"}]}}"#).await;
        let mut all = rest(app, "articles", "").await;
        assert_eq!(found(app, r#"filter: { or: [{ q: "herring" }, { q: "tunnel" }] }"#).await, either);
        herring.append(&mut tunnel);
        herring.sort();
        either.sort();
        all.sort();
        herring.dedup();
        assert_eq!(herring, either);
        either.append(&mut neither);
        either.sort();
        assert_eq!(either, all);
    }

    async fn every_kind_is_searched(app: &App) {
        for (collection, query) in [("fact-boxes", "court"), ("authors", "mar*"), ("sections", "culture"), ("tags", "fish*")] {
            let one = rest(app, collection, &format!("q={query}")).await;
            let all = rest(app, collection, "").await;
            assert!(!one.is_empty() && one.len() < all.len(), "{collection}: {one:?} of {all:?}");
        }
        let images = get_json(app, "/v1/images?first=100&q=harbour").await;
        assert!(!images["data"].as_array().unwrap().is_empty());
    }

    async fn highlights_are_the_same_through_both_doors(app: &App) {
        let list = get_json(app, "/v1/articles?first=5&q=tunnel&highlights=true").await;
        let query = "{ articles(first: 5, filter: { q: \"tunnel\" }) { search { relaxed suggestion } edges { node { id } \
                     highlights { title { html segments { text isHit } } lead { html segments { text isHit } } \
                     body { html segments { text isHit } } } } } }";
        let connection = graphql_data(app, query).await["articles"].clone();
        let edges = connection["edges"].as_array().unwrap();
        assert_eq!(edges.len(), 5);
        for (edge, entry) in edges.iter().zip(list["data"].as_array().unwrap()) {
            assert_eq!(edge["node"]["id"], entry["id"]);
            assert_eq!(edge["highlights"], list["search"]["highlights"][entry["id"].as_str().unwrap()]);
        }
        let first = &edges[0]["highlights"]["title"]["html"];
        assert!(first.as_str().unwrap().contains("<mark>"), "{first}");
        assert_eq!(connection["search"], json!({ "relaxed": false, "suggestion": null }));
        let without = get_json(app, "/v1/articles?first=5&q=tunnel").await;
        assert_eq!(without["search"], connection["search"]);
        assert_eq!(get_json(app, "/v1/articles?first=5").await.get("search"), None);
    }

    async fn pages_of_a_search_join(app: &App) {
        let whole = rest(app, "articles", "q=court").await;
        let (mut joined, mut path) = (Vec::new(), "/v1/articles?q=court&first=3&total=exact".to_owned());
        loop {
            let page = get_json(app, &path).await;
            joined.extend(slugs(&page["data"]));
            assert_eq!(page["page"]["total"], json!({ "count": whole.len(), "exact": true }));
            let Some(next) = page["page"]["next"].as_str() else { break };
            path = format!("/v1/articles?q=court&first=3&total=exact&after={next}");
        }
        assert_eq!(joined, whole);
        let other = get_json(app, "/v1/articles?q=court&first=3").await["page"]["next"].clone();
        let refused = get(app, &format!("/v1/articles?q=tunnel&first=3&after={}", other.as_str().unwrap())).await;
        assert_eq!((refused.status, refused.json()["code"].as_str().unwrap()), (400, "INVALID_CURSOR"));
    }

    async fn a_misspelt_query_says_what_was_meant(app: &App) {
        for sort in ["relevance", "-publishedAt"] {
            let list = get_json(app, &format!("/v1/articles?q=harbuor&sort={sort}")).await;
            assert_eq!(list["data"], json!([]));
            assert_eq!(list["search"], json!({ "relaxed": false, "suggestion": "harbour" }));
        }
    }

    async fn what_cannot_be_searched_says_why(app: &App) {
        for (parameters, pointer, word) in [
            ("sort=relevance", "?sort", "Give q"),
            ("q=harbour&asOf=2026-11-01T00:00:00Z", "?asOf", "present"),
            ("q= ", "?q", "no word"),
            (r#"filter={"or":[{"q":"a"},{"q":"b"},{"q":"c"},{"q":"d"}]}"#, "", "3"),
            ("q=harbour&highlights=maybe", "?highlights", "true"),
        ] {
            let refused = get(app, &address("articles", parameters)).await;
            let problem = refused.json();
            assert_eq!(refused.status, 400, "{parameters}: {problem}");
            assert!(problem["detail"].as_str().unwrap().contains(word), "{problem}");
            if !pointer.is_empty() {
                assert_eq!(problem["errors"][0]["pointer"], pointer, "{problem}");
            }
        }
        let below = "{ authors(first: 1) { nodes { articles(first: 1, filter: { q: \"harbour\" }, sort: RELEVANCE) { nodes { id } } } } }";
        let refused = graphql(app, below, json!({})).await.json();
        assert_eq!(refused["errors"][0]["extensions"]["code"], "INVALID_PARAMETER", "{refused}");
    }

    async fn lists_below_an_entry_are_searched_too(app: &App) {
        let query = "{ sections(first: 20) { nodes { slug articles(first: 50, filter: { q: \"harbour\" }) { nodes { slug } } } } }";
        let sections = graphql_data(app, query).await["sections"]["nodes"].clone();
        let mut seen = 0;
        for section in sections.as_array().unwrap() {
            let list = format!("q=harbour&sort=-publishedAt&section={}", section["slug"].as_str().unwrap());
            let articles = slugs(&section["articles"]["nodes"]);
            assert_eq!(articles, rest(app, "articles", &list).await);
            seen += articles.len();
        }
        assert!(seen > 5, "{seen}");
    }
}
