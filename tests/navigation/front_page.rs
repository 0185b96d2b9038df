//! A front page takes one request, and a number of statements that depends on its layout alone.

use dateline::app::App;
use serde_json::json;

use crate::support::client::{graphql, graphql_data};
use crate::support::on_both_databases;

/// What docs/navigation.md shows.
fn front_page() -> String {
    let docs = include_str!("../../docs/navigation.md");
    let (_, rest) = docs.split_once("```graphql\nquery FrontPage").expect("the example");
    let (query, _) = rest.split_once("```").expect("its end");
    format!("query FrontPage{query}")
}

on_both_databases! { SampleNewsroom;
    async fn the_front_page_of_the_documentation_is_one_request(app: &App) {
        let data = graphql_data(app, &front_page()).await;
        assert_eq!(data["top"]["nodes"].as_array().unwrap().len(), 5);
        assert!(!data["world"]["articles"]["nodes"].as_array().unwrap().is_empty());
        assert!(data["opinion"]["nodes"].as_array().unwrap().iter().all(|piece| piece["bylines"][0]["name"].is_string()));
        assert!(data["sectionTree"][0]["articles"]["total"].is_number());
    }

    /// Each root field reads for itself, and whatever stands below it comes along.
    async fn it_costs_the_same_however_much_there_is(app: &App) {
        let cost = async |query: &str| {
            graphql(app, query, json!({})).await;
            let before = app.store().statements();
            graphql_data(app, query).await;
            app.store().statements() - before
        };
        let short = cost(&front_page().replace("first: 5", "first: 1")).await;
        let long = cost(&front_page()).await;
        assert!(long <= 50 && long.abs_diff(short) <= 4, "{short} and {long} statements");
    }
}
