//! This server as a part of a larger graph: what a router of Apollo Federation asks.

use dateline::app::App;
use dateline::domain::{Id, Kind};
use serde_json::{Value, json};

use crate::support::client::{graphql, graphql_data};
use crate::support::on_both_databases;

const ENTITIES: &str = "query($of: [_Any!]!) { _entities(representations: $of) {
    __typename
    ... on Article { id title bylines { author { slug } } }
    ... on Author { id slug }
    ... on FactBox { id title }
    ... on Section { id slug }
    ... on Tag { id slug }
    ... on Image { id url }
} }";

async fn entities(app: &App, representations: &Value) -> Value {
    graphql(app, ENTITIES, json!({ "of": representations })).await.json()
}

fn of(kind: &str, id: &Value) -> Value {
    json!({ "__typename": kind, "id": id })
}

/// The id of the first entry that a root field lists.
async fn first(app: &App, list: &str) -> Value {
    graphql_data(app, &format!("{{ {list}(first: 1) {{ nodes {{ id }} }} }}")).await[list]["nodes"][0]["id"]
        .clone()
}

on_both_databases! { SampleNewsroom;
    async fn entities_of_every_kind_come_in_the_order_asked_for(app: &App) {
        let kinds = [("Tag", "tags"), ("Article", "articles"), ("FactBox", "factBoxes"), ("Image", "images"), ("Author", "authors"), ("Section", "sections")];
        let mut asked = Vec::new();
        for (kind, list) in kinds {
            asked.push(of(kind, &first(app, list).await));
        }
        asked.push(asked[0].clone());
        let answer = entities(app, &json!(asked)).await;
        let found = answer["data"]["_entities"].as_array().unwrap_or_else(|| panic!("{answer}"));
        let names: Vec<_> = found.iter().map(|entity| of(entity["__typename"].as_str().expect("a type"), &entity["id"])).collect();
        assert_eq!(names, asked);
        assert!(found[1]["bylines"][0]["author"]["slug"].is_string(), "{}", found[1]);
    }

    async fn what_readers_do_not_see_is_null_for_a_router(app: &App) {
        let article = first(app, "articles").await;
        let id = |key: &str| json!(Id::of_key(Kind::Article, key).to_string());
        let (draft, scheduled) = (id("harbour-dues-draft-en"), id("tunnel-toll-ends-en"));
        let answer = entities(app, &json!([of("Article", &draft), of("Article", &scheduled), of("Author", &article), of("Article", &article)])).await;
        let found = &answer["data"]["_entities"];
        assert_eq!((&found[0], &found[1], &found[2], &found[3]["id"]), (&json!(null), &json!(null), &json!(null), &article), "{answer}");
    }

    async fn what_is_no_entity_is_refused(app: &App) {
        let id = first(app, "articles").await;
        for wrong in [of("Correction", &id), json!({ "id": id }), json!({ "__typename": "Article" }), json!("Article"), of("Article", &json!("x"))] {
            let answer = entities(app, &json!([wrong])).await;
            assert!(answer["errors"][0]["message"].is_string(), "{wrong}: {answer}");
        }
        let many = vec![of("Article", &id); 101];
        assert_eq!(entities(app, &json!(many)).await["errors"][0]["extensions"]["code"], "INVALID_PAGE");
    }

    async fn many_entities_are_read_with_the_statements_of_one(app: &App) {
        let all = graphql_data(app, "{ articles(first: 5) { nodes { id } } authors(first: 3) { nodes { id } } }").await;
        let representations = |articles: usize, authors: usize| {
            let some = |list: &str, kind: &str, count: usize| -> Vec<Value> {
                all[list]["nodes"].as_array().expect("a list").iter().take(count).map(|node| of(kind, &node["id"])).collect()
            };
            json!([some("articles", "Article", articles), some("authors", "Author", authors)].concat())
        };
        let mut counts = Vec::new();
        for (articles, authors) in [(1, 1), (5, 3)] {
            let before = app.store().statements();
            let answer = entities(app, &representations(articles, authors)).await;
            assert!(answer.get("errors").is_none(), "{answer}");
            counts.push(app.store().statements() - before);
        }
        assert_eq!(counts[0], counts[1]);
        let cost = entities(app, &representations(5, 3)).await["extensions"]["cost"]["requested"].as_u64().expect("a cost");
        assert!(cost > entities(app, &representations(1, 1)).await["extensions"]["cost"]["requested"].as_u64().expect("a cost"));
    }

    async fn the_service_tells_its_schema_and_introspection_does_not_tell_of_it(app: &App) {
        let data = graphql_data(app, "{ _service { sdl } __schema { types { name } queryType { description fields { name } } } }").await;
        let sdl = data["_service"]["sdl"].as_str().expect("a schema");
        assert_eq!(sdl, dateline::graphql::subgraph_sdl());
        for part in ["https://specs.apollo.dev/federation/v2", "extend type Article @key(fields: \"id\")", "type PageInfo @shareable"] {
            assert!(sdl.contains(part), "{part}");
        }
        let shown = data["__schema"].to_string();
        assert!(!["_Any", "_Entity", "_Service", "_entities", "_service"].iter().any(|hidden| shown.contains(&format!("\"{hidden}\""))), "{shown}");
        assert!(!dateline::graphql::sdl().contains("_entities") && !dateline::graphql::sdl().contains("shareable"));
    }
}
