//! Related articles, and why they are.

use std::collections::BTreeSet;

use dateline::app::App;
use dateline::domain::body::{Block, BlockContent, Span, Style, TextBlock};
use dateline::domain::{Article, Body, Kind};
use serde_json::{Value, json};

use crate::store::publishing;
use crate::support::client::{get, get_json, graphql_data};
use crate::support::desk::{publish, save};
use crate::support::on_both_databases;

async fn id_of(app: &App, address: &str) -> String {
    get_json(app, &format!("/v1/articles/{address}?fields=id")).await["id"].as_str().unwrap().to_owned()
}

async fn related(app: &App, id: &str, first: u32) -> Vec<Value> {
    let list =
        get_json(app, &format!("/v1/articles/{id}/related?first={first}&include=tags,factBoxes")).await;
    list["data"].as_array().unwrap().clone()
}

/// An article in no section, with no tags.
async fn published(app: &App, title: &str, sentence: &str) -> String {
    let text = TextBlock { style: Style::Normal, list: None, spans: vec![Span::plain(sentence)] };
    let block = Block { key: "a".to_owned(), content: BlockContent::Text(text) };
    let slug = title.to_lowercase().replace(' ', "-");
    let bare = publishing::article(&slug, Body::new(vec![block]));
    let article = Article { title: title.to_owned(), section: None, tags: Vec::new(), ..bare };
    let id = save(app, None, article).await;
    publish(app, Kind::Article, id, 1, None).await;
    id.to_string()
}

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|entry| entry["id"].as_str().unwrap()).collect()
}

on_both_databases! { SampleNewsroom;
    /// Every reason is one that anybody can check, and none is kept back.
    async fn the_reasons_of_every_article_are_what_the_two_share(app: &App) {
        let all = get_json(app, "/v1/articles?first=100").await["data"].clone();
        let by_id = |id: &Value| all.as_array().unwrap().iter().find(|article| article["id"] == *id).unwrap();
        let boxes = |article: &Value| -> BTreeSet<String> {
            let shown = article["factBoxes"].as_array().unwrap().iter();
            shown.map(|shown| shown["factBox"]["id"].as_str().unwrap().to_owned()).collect()
        };
        let tags = |article: &Value| -> BTreeSet<String> {
            ids(&article["tags"]).into_iter().map(str::to_owned).collect()
        };
        let mut seen = 0;
        for article in all.as_array().unwrap() {
            for found in related(app, article["id"].as_str().unwrap(), 100).await {
                let (other, reasons) = (by_id(&found["article"]["id"]), &found["reasons"]);
                let told = |name: &str| ids(&reasons[name]).into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
                assert_eq!(told("sharedFactBoxes"), &boxes(article) & &boxes(other));
                assert_eq!(told("sharedTags"), &tags(article) & &tags(other));
                assert_eq!(reasons["sameSection"], article["section"]["id"] == other["section"]["id"]);
                seen += 1;
            }
        }
        assert!(seen > 200, "{seen} related articles");
    }

    async fn its_language_comes_first_and_its_own_translations_never(app: &App) {
        for article in get_json(app, "/v1/articles?first=100&include=translations").await["data"].as_array().unwrap() {
            let found = related(app, article["id"].as_str().unwrap(), 100).await;
            let foreign: Vec<bool> =
                found.iter().map(|found| found["article"]["locale"] != article["locale"]).collect();
            assert!(foreign.is_sorted(), "{}", article["slug"]);
            let mut never = ids(&article["translations"]);
            never.push(article["id"].as_str().unwrap());
            assert!(found.iter().all(|found| !never.contains(&found["article"]["id"].as_str().unwrap())));
        }
    }

    async fn each_other_piece_comes_once_whatever_its_languages(app: &App) {
        let id = id_of(app, "en/harbour-tunnel-breaks-through").await;
        let list = get_json(app, &format!("/v1/articles/{id}/related?first=100&include=translations")).await;
        let found = list["data"].as_array().unwrap();
        let shown: BTreeSet<&str> = found.iter().map(|found| found["article"]["id"].as_str().unwrap()).collect();
        for found in found {
            assert!(ids(&found["article"]["translations"]).iter().all(|id| !shown.contains(id)));
        }
    }

    async fn a_shared_fact_box_goes_before_shared_tags_and_a_link_counts(app: &App) {
        let id = id_of(app, "en/harbour-tunnel-breaks-through").await;
        let found = related(app, &id, 100).await;
        let own: Vec<_> = found.iter().filter(|found| found["article"]["locale"] == "en").collect();
        let without_box: Vec<bool> = own.iter().map(|found| found["reasons"]["sharedFactBoxes"] == Value::Array(Vec::new())).collect();
        assert!(without_box.is_sorted() && without_box.contains(&true) && without_box.contains(&false));
        assert_eq!(own[0]["article"]["slug"], "tunnel-contract-who-pays-for-the-clay");
        assert_eq!(own[0]["reasons"]["linksTo"], true);
        let other = own[0]["article"]["id"].as_str().unwrap();
        let back = related(app, other, 100).await;
        let back = back.iter().find(|found| found["article"]["id"] == id).unwrap();
        assert_eq!(back["reasons"]["linkedFrom"], true);
    }

    /// Two reports on one storm, filed on two desks that know nothing of each other, and one on something else.
    async fn texts_about_the_same_are_related_though_they_share_nothing_else(app: &App) {
        let first = published(app, "Cyclone Brunhild floods the orchards of Quillmere",
            "Cyclone Brunhild came over Quillmere at night. The orchards stand under water.").await;
        let second = published(app, "Quillmere counts its orchards after cyclone Brunhild",
            "Of the orchards of Quillmere half are lost, growers say. Brunhild was the worst cyclone in decades.").await;
        let other = published(app, "A quiet evening at the chess club", "Nobody won, and nobody minded.").await;
        let found = related(app, &first, 100).await;
        let alike = found.iter().find(|found| found["article"]["id"] == *second).expect("the other report");
        assert!(alike["reasons"]["textSimilarity"].as_u64().unwrap() >= 50, "{alike}");
        assert_eq!(alike["reasons"]["sharedTags"], json!([]));
        assert!(found.iter().all(|found| found["article"]["id"] != *other));
        // What was is not searched, and says so.
        let then = get_json(app, "/v1/articles?first=1&fields=id&asOf=2026-04-22T12:00:00Z").await;
        let id = then["data"][0]["id"].as_str().unwrap();
        let then = get_json(app, &format!("/v1/articles/{id}/related?asOf=2026-04-22T12:00:00Z")).await;
        for found in then["data"].as_array().unwrap() {
            assert_eq!(found["reasons"]["textSimilarity"], Value::Null);
        }
    }

    async fn what_is_not_public_is_never_related(app: &App) {
        for article in get_json(app, "/v1/articles?first=100&asOf=2026-04-21T12:00:00Z").await["data"].as_array().unwrap() {
            let id = article["id"].as_str().unwrap();
            if article["slug"] == "fish-auction-to-move-online" {
                continue;
            }
            for moment in ["2026-04-21T12:00:00Z", "2026-04-23T12:00:00Z"] {
                let list = get_json(app, &format!("/v1/articles/{id}/related?first=100&asOf={moment}")).await;
                for found in list["data"].as_array().unwrap() {
                    assert!(found["article"]["publishedAt"].as_str().unwrap() <= moment);
                    let withdrawn = found["article"]["slug"] == "fish-auction-to-move-online";
                    assert!(!withdrawn || moment.starts_with("2026-04-21"));
                }
            }
        }
    }

    async fn both_doors_give_the_same(app: &App) {
        let query = "{ articles(first: 20) { nodes { id related(first: 7) { article { id slug } reasons {
            sharedFactBoxes { id title } sharedTags { id slug } sameSection linksTo linkedFrom textSimilarity } } } } }";
        let data = graphql_data(app, query).await;
        for article in data["articles"]["nodes"].as_array().unwrap() {
            let rest = related(app, article["id"].as_str().unwrap(), 7).await;
            let graphql = article["related"].as_array().unwrap();
            assert_eq!(rest.len(), graphql.len());
            for (rest, graphql) in rest.iter().zip(graphql) {
                assert_eq!(rest["article"]["id"], graphql["article"]["id"]);
                for name in ["sameSection", "linksTo", "linkedFrom", "textSimilarity"] {
                    assert_eq!(rest["reasons"][name], graphql["reasons"][name]);
                }
                for name in ["sharedFactBoxes", "sharedTags"] {
                    assert_eq!(ids(&rest["reasons"][name]), ids(&graphql["reasons"][name]));
                }
            }
        }
    }

    async fn an_article_that_is_not_there_has_no_related_ones(app: &App) {
        let gone = get_json(app, "/v1/articles/en/fish-auction-to-move-online?asOf=2026-04-21T12:00:00Z").await;
        let id = gone["id"].as_str().unwrap();
        assert_eq!(get(app, &format!("/v1/articles/{id}/related")).await.status, 410);
        assert_eq!(get(app, "/v1/articles/019ab000-0000-7000-8000-000000000000/related").await.status, 404);
        assert_eq!(get(app, &format!("/v1/articles/{id}/related?first=101")).await.status, 400);
    }
}
