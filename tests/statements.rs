//! How many statements an answer costs: a number that depends on what is asked for, never on how much there is.

use dateline::app::App;
use serde_json::json;

use crate::support::client::{get, graphql};
use crate::support::on_both_databases;

/// The statements that a request costs once the connections are warm.
async fn rest(app: &App, path: &str) -> u64 {
    get(app, path).await;
    let before = app.store().statements();
    assert_eq!(get(app, path).await.status, 200, "{path}");
    app.store().statements() - before
}

async fn query(app: &App, query: &str) -> u64 {
    let before = app.store().statements();
    let answer = graphql(app, query, json!({})).await.json();
    assert!(answer.get("errors").is_none(), "{answer}");
    app.store().statements() - before
}

on_both_databases! { SampleNewsroom;
    /// A statement is left out when a page has nothing to ask for; no page takes more than one for each relation.
    async fn a_page_of_articles_with_everything_costs_one_statement_for_each_relation(app: &App) {
        let path = "/v1/articles?include=authors,section,tags,leadImage,factBoxes,translations&body=html";
        for first in [1, 2, 5, 10, 20, 36, 100] {
            let statements = rest(app, &format!("{path}&first={first}")).await;
            assert!((8..=18).contains(&statements), "{statements} statements for {first} articles");
        }
    }

    async fn a_plain_page_costs_two_statements_and_its_transaction(app: &App) {
        assert_eq!(rest(app, "/v1/articles?first=100").await, 4);
    }

    async fn what_a_filter_names_is_looked_up_at_once(app: &App) {
        let one = rest(app, "/v1/articles?noTag=fisheries").await;
        let several = "/v1/articles?noTag=fisheries&noTag=budget&noTag=climate&noAuthor=olena-marsh";
        assert_eq!(rest(app, several).await, one);
    }

    async fn related_articles_cost_the_same_however_many_they_are(app: &App) {
        let related = |first: u32, below: u32| {
            format!("{{ articles(first: {first}) {{ nodes {{ related(first: {below}) {{ article {{ title }} }} }} }} }}")
        };
        let one = query(app, &related(1, 1)).await;
        assert!(one <= 10, "{one} statements");
        for (first, below) in [(1, 50), (20, 1), (20, 20)] {
            assert_eq!(query(app, &related(first, below)).await, one, "{first} articles, {below} each");
        }
    }

    async fn navigation_costs_a_few_statements(app: &App) {
        for (path, most) in [
            ("/v1/resolve?path=/en/harbour-tunnel-breaks-through", 4),
            ("/v1/resolve?path=/en/tunnel-is-through", 5),
            ("/v1/sections/tree", 5),
            ("/v1/tags/fisheries?include=articles,relatedTags", 9),
            ("/v1/sections/world?include=ancestors", 6),
        ] {
            let statements = rest(app, path).await;
            assert!(statements <= most, "{path}: {statements} statements");
        }
    }

    async fn lists_below_lists_cost_one_statement_for_all(app: &App) {
        let below = |first: u32| format!("{{ authors(first: {first}) {{ nodes {{ articles(first: 5) {{ totalCount nodes {{ title section {{ slug }} }} }} }} }} }}");
        query(app, &below(1)).await;
        assert_eq!(query(app, &below(1)).await, query(app, &below(8)).await);
    }

    async fn corrections_cost_one_statement_and_their_transaction(app: &App) {
        for first in [1, 3, 100] {
            assert_eq!(rest(app, &format!("/v1/corrections?first={first}")).await, 3);
        }
    }

    /// What is not there costs one statement more for each place in which it is looked for.
    async fn gaps_cost_one_statement_for_each_relation(app: &App) {
        let path = "/v1/articles?include=authors,section,tags,leadImage,factBoxes,translations,unavailable&body=html&links=stub";
        for first in [1, 2, 5, 10, 20, 36, 100] {
            let statements = rest(app, &format!("{path}&first={first}")).await;
            assert!((9..=26).contains(&statements), "{statements} statements for {first} articles");
        }
    }

    async fn facts_past_review_cost_the_same_however_many_they_are(app: &App) {
        let desk = dateline::app::Context { app: app.clone(), caller: dateline::domain::Caller::operator() };
        let by = "2029-01-01T00:00:00Z".parse().ok();
        let mut counts = Vec::new();
        for size in [1, 3, 10, 100] {
            let query = dateline::domain::Query { size, ..dateline::domain::Query::default() };
            let before = app.store().statements();
            let found = dateline::app::review::overdue(&desk, by, query).await.expect("a list");
            assert!(!found.items.is_empty());
            counts.push(app.store().statements() - before);
        }
        assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?}");
    }

    async fn feeds_cost_one_statement_for_each_relation(app: &App) {
        for first in [1, 5, 20, 100] {
            let statements = rest(app, &format!("/feeds/all.atom?first={first}")).await;
            assert!((8..=12).contains(&statements), "{statements} statements for {first} articles");
        }
    }
}
