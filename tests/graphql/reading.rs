//! Reading: the graph from every side, forward and backward, now and then.

use dateline::app::App;
use serde_json::{Value, json};

use crate::support::client::{graphql, graphql_data};
use crate::support::{on_both_databases, sample};

on_both_databases! { SampleNewsroom;
    async fn an_article_comes_with_everything_around_it(app: &App) {
        let slug = sample::slug_of("article", "harbour-tunnel-en");
        let query = format!(
            r#"{{ article(locale: "en", slug: "{slug}") {{
                title kind publishedAt bylines {{ name role author {{ slug image {{ url }} }} }}
                section {{ slug parent {{ slug }} }} tags {{ slug kind }} leadImage {{ alt credit }}
                corrections {{ kind text at }} translations {{ locale title }}
                body {{ html text markdown portableText blocks {{ __typename ... on TextBlock {{ key style text }} }} }}
            }} }}"#
        );
        let article = graphql_data(app, &query).await["article"].clone();
        assert_eq!(article["kind"], "NEWS");
        assert!(article["bylines"][0]["author"]["slug"].is_string());
        assert_eq!(article["corrections"][0]["kind"], "CLARIFICATION");
        assert_eq!(article["translations"][0]["locale"], "uk");
        assert_eq!(article["body"]["blocks"][0]["__typename"], "TextBlock");
        let portable = article["body"]["portableText"].as_array().unwrap().len();
        assert_eq!(article["body"]["blocks"].as_array().unwrap().len(), portable);
    }

    async fn a_fact_box_knows_where_it_is_used(app: &App) {
        let slug = sample::slug_of("factBox", "coastal-court-en");
        let query = format!(
            r#"{{ factBox(locale: "en", slug: "{slug}") {{ title revision items {{ text html sources {{ name role }} asOf reviewBy }}
                articles(first: 100, sort: PUBLISHED_ASC) {{ totalCount nodes {{ slug factBoxes {{ pinned factBox {{ slug }} }} }} }} }} }}"#
        );
        let fact_box = graphql_data(app, &query).await["factBox"].clone();
        assert_eq!(fact_box["articles"]["totalCount"], 8);
        for article in fact_box["articles"]["nodes"].as_array().unwrap() {
            assert_eq!(article["factBoxes"][0]["factBox"]["slug"], slug.as_str());
        }
    }

    async fn connections_go_forward_and_backward(app: &App) {
        let page = |arguments: String| async move {
            let query = format!("{{ articles({arguments}) {{ edges {{ cursor node {{ slug }} }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}");
            graphql_data(app, &query).await["articles"].clone()
        };
        let slugs = |page: &Value| page["edges"].as_array().unwrap().iter().map(|e| e["node"]["slug"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
        let first = page("first: 4".to_owned()).await;
        let second = page(format!("first: 4, after: {}", first["pageInfo"]["endCursor"])).await;
        let back = page(format!("last: 4, before: {}", second["pageInfo"]["startCursor"])).await;
        assert_eq!(slugs(&back), slugs(&first));
        assert_eq!(first["pageInfo"]["hasNextPage"], true);
        assert_eq!(first["pageInfo"]["hasPreviousPage"], false);
        let end = page("last: 4".to_owned()).await;
        assert_eq!(end["pageInfo"]["hasNextPage"], false);
        assert_eq!(end["edges"].as_array().unwrap().len(), 4);
        assert_eq!(end["pageInfo"]["hasPreviousPage"], true);
    }

    async fn the_length_of_a_list_is_known_at_least_or_exactly(app: &App) {
        let data = graphql_data(app, "{ some: articles(first: 2) { total { count isExact } } all: articles(first: 2) { total { count isExact } totalCount } }").await;
        let total = json!({ "count": 36, "isExact": true });
        assert_eq!((&data["some"]["total"], &data["all"]["total"], &data["all"]["totalCount"]), (&total, &total, &json!(36)));
        let below = graphql_data(app, "{ tags(first: 50) { nodes { articles(first: 1) { total { count isExact } totalCount } } } }").await;
        for tag in below["tags"]["nodes"].as_array().unwrap() {
            assert_eq!(tag["articles"]["total"], json!({ "count": tag["articles"]["totalCount"], "isExact": true }));
        }
    }

    async fn lists_below_lists_are_each_their_own(app: &App) {
        let query = "{ authors(first: 10, sort: TITLE_ASC) { nodes { slug id
            newest: articles(first: 1) { nodes { slug bylines { author { id } } } }
            oldest: articles(first: 1, sort: PUBLISHED_ASC) { totalCount nodes { slug publishedAt } }
            all: articles(first: 100) { nodes { slug publishedAt } } } } }";
        let data = graphql_data(app, query).await;
        let authors = data["authors"]["nodes"].as_array().unwrap();
        assert_eq!(authors.len(), 8);
        for author in authors {
            let all = author["all"]["nodes"].as_array().unwrap();
            assert_eq!(author["oldest"]["totalCount"].as_u64(), Some(all.len() as u64));
            assert_eq!(author["newest"]["nodes"][0]["slug"], all[0]["slug"]);
            assert_eq!(author["oldest"]["nodes"][0]["publishedAt"], all[all.len() - 1]["publishedAt"]);
            let credited = author["newest"]["nodes"][0]["bylines"].as_array().unwrap();
            assert!(credited.iter().any(|byline| byline["author"]["id"] == author["id"]));
        }
    }

    async fn nodes_of_every_kind_are_found_by_id(app: &App) {
        let kinds = "{ articles(first:1){nodes{id}} authors(first:1){nodes{id}} factBoxes(first:1){nodes{id}} sections(first:1){nodes{id}} tags(first:1){nodes{id}} images(first:1){nodes{id}} }";
        let data = graphql_data(app, kinds).await;
        let ids: Vec<&str> = data.as_object().unwrap().values().map(|list| list["nodes"][0]["id"].as_str().unwrap()).collect();
        let unknown = "01930b6e-7c1a-7d3e-8f00-5b9c1e2d3a4b";
        let asked: Vec<&str> = ids.iter().copied().chain([unknown]).collect();
        let query = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Section { articles(first: 1) { nodes { slug } } } } }";
        let found = graphql(app, query, json!({ "ids": asked })).await.json()["data"]["nodes"].clone();
        let names: Vec<_> = found.as_array().unwrap().iter().map(|node| node["__typename"].as_str().unwrap_or("-").to_owned()).collect();
        assert_eq!(names, ["Article", "Author", "FactBox", "Section", "Tag", "Image", "-"]);
        for (node, id) in found.as_array().unwrap().iter().zip(&ids) {
            assert_eq!(node["id"], *id);
            let single = graphql(app, "query($id: ID!) { node(id: $id) { id } }", json!({ "id": id })).await.json();
            assert_eq!(single["data"]["node"]["id"], *id);
        }
    }

    async fn as_of_holds_for_everything_below(app: &App) {
        let slug = sample::slug_of("factBox", "coastal-court-en");
        let query = format!(
            r#"{{ factBox(locale: "en", slug: "{slug}", asOf: "2026-03-18T00:00:00Z") {{ revision
                articles(first: 100) {{ nodes {{ updatedAt publishedAt factBoxes {{ factBox {{ revision }} }} }} }} }} }}"#
        );
        let fact_box = graphql_data(app, &query).await["factBox"].clone();
        assert_eq!(fact_box["revision"], 2);
        for article in fact_box["articles"]["nodes"].as_array().unwrap() {
            assert!(article["updatedAt"].as_str().unwrap() < "2026-03-18");
            assert_eq!(article["factBoxes"][0]["factBox"]["revision"], 2);
        }
        let answer = graphql(app, "{ articles(first: 1, asOf: \"2031-01-01T00:00:00Z\") { nodes { id } } }", json!({})).await.json();
        assert_eq!(answer["errors"][0]["extensions"]["code"], "FUTURE_NOT_PUBLIC");
    }

    async fn drafts_and_the_scheduled_are_not_there(app: &App) {
        for key in ["harbour-dues-draft-en", "tunnel-toll-ends-en", "fish-auction-online-en"] {
            let slug = sample::slug_of("article", key);
            let query = format!("{{ article(locale: \"en\", slug: \"{slug}\") {{ title }} }}");
            assert_eq!(graphql_data(app, &query).await["article"], Value::Null, "{key}");
        }
    }

    async fn errors_carry_the_code_of_rest(app: &App) {
        for (query, code) in [
            ("{ articles { nodes { id } } }", "INVALID_PAGE"),
            ("{ articles(first: 101) { nodes { id } } }", "INVALID_PAGE"),
            ("{ articles(first: 1, last: 1) { nodes { id } } }", "INVALID_PAGE"),
            ("{ articles(first: 1, after: \"x\") { nodes { id } } }", "INVALID_CURSOR"),
            ("{ article(id: \"x\") { id } }", "INVALID_ID"),
            ("{ article { id } }", "INVALID_PARAMETER"),
            ("{ article(locale: \"en\", slug: \"A B\") { id } }", "INVALID_SLUG"),
            ("{ articles(first: 1, filter: { section: \"nowhere\" }) { nodes { id } } }", "INVALID_PARAMETER"),
        ] {
            let answer = graphql(app, query, json!({})).await.json();
            assert_eq!(answer["errors"][0]["extensions"]["code"], code, "{query}: {answer}");
        }
    }
}
