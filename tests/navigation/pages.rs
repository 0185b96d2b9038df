//! Pages of sections, tags and authors: each takes one request.

use dateline::app::App;
use serde_json::Value;

use crate::support::client::{get_json, graphql_data};
use crate::support::on_both_databases;

fn slugs(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|entry| entry["slug"].as_str().unwrap()).collect()
}

on_both_databases! { SampleNewsroom;
    async fn an_entry_brings_its_latest_articles_and_their_number(app: &App) {
        for (collection, filter) in [("tags", "tag"), ("authors", "author"), ("sections", "section")] {
            let all = get_json(app, &format!("/v1/{collection}?first=100&include=articles")).await;
            for entry in all["data"].as_array().unwrap() {
                let slug = entry["slug"].as_str().unwrap();
                let list = get_json(app, &format!("/v1/articles?{filter}={slug}&total=exact")).await;
                let below = &entry["articles"];
                assert_eq!(below["latest"], list["data"], "{slug}");
                assert_eq!((&below["count"], &below["exact"]), (&list["page"]["total"]["count"], &Value::Bool(true)), "{slug}");
                let alone = get_json(app, &format!("/v1/{collection}/{slug}?include=articles")).await;
                assert_eq!(&alone["articles"], below, "{slug}");
            }
        }
        assert!(get_json(app, "/v1/tags/fisheries").await.get("articles").is_none());
    }

    async fn a_tag_knows_the_tags_that_stand_beside_it(app: &App) {
        let tags = get_json(app, "/v1/tags?first=100&include=relatedTags").await;
        let mut seen = 0;
        for tag in tags["data"].as_array().unwrap() {
            let slug = tag["slug"].as_str().unwrap();
            let related = tag["relatedTags"].as_array().unwrap();
            let numbers: Vec<u64> = related.iter().map(|other| other["articles"].as_u64().unwrap()).collect();
            assert!(numbers.is_sorted_by(|one, other| one >= other), "{slug}: {numbers:?}");
            for other in related.iter().take(3) {
                let other_slug = other["tag"]["slug"].as_str().unwrap();
                let both = get_json(app, &format!("/v1/articles?tag={slug}&tag={other_slug}&total=exact&first=1")).await;
                assert_eq!(other["articles"], both["page"]["total"]["count"], "{slug} and {other_slug}");
                seen += 1;
            }
        }
        assert!(seen > 20, "{seen}");
    }

    async fn both_doors_show_the_same_page_of_a_topic(app: &App) {
        let rest = get_json(app, "/v1/tags/fisheries?include=articles,relatedTags").await;
        let data = graphql_data(app, "{ tag(slug: \"fisheries\") { articles(first: 20) { totalCount nodes { slug } }
            relatedTags(first: 20) { tag { slug } articles } } }").await;
        let graphql = &data["tag"];
        assert_eq!(rest["articles"]["count"], graphql["articles"]["totalCount"]);
        assert_eq!(slugs(&rest["articles"]["latest"]), slugs(&graphql["articles"]["nodes"]));
        for (rest, graphql) in rest["relatedTags"].as_array().unwrap().iter().zip(graphql["relatedTags"].as_array().unwrap()) {
            assert_eq!((&rest["tag"]["slug"], &rest["articles"]), (&graphql["tag"]["slug"], &graphql["articles"]));
        }
    }
}
