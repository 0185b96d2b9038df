//! The corrections of the newsroom: what a page called Corrections shows.

use dateline::app::App;
use serde_json::{Value, json};

use crate::support::client::{get, get_json, graphql, graphql_data};
use crate::support::on_both_databases;

/// The moment and the language of each item.
fn told(list: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let items = list["data"].as_array().expect("data").iter();
    items.map(|item| (text(&item["correctedAt"]), text(&item["locale"]))).collect()
}

on_both_databases! { SampleNewsroom;
    async fn the_latest_correction_comes_first_with_its_words(app: &App) {
        let list = get_json(app, "/v1/corrections?total=exact").await;
        let times: Vec<_> = told(&list).into_iter().map(|(time, _)| time).collect();
        assert_eq!(list["page"]["total"], json!({ "count": 7, "exact": true }));
        assert_eq!((times.len(), times[0].as_str()), (7, "2026-06-11T14:40:00.000Z"));
        assert!(times.is_sorted_by(|a, b| a >= b), "{times:?}");
        let ruling = list["data"].as_array().unwrap().iter().find(|item| item["correctedAt"] == "2026-03-17T13:05:00.000Z").unwrap();
        let members: Vec<&str> = ruling.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(members, ["id", "type", "locale", "slug", "url", "title", "correctedAt", "corrections"]);
        let article = get_json(app, &format!("/v1/articles/{}", ruling["id"].as_str().unwrap())).await;
        assert_eq!((&ruling["title"], &ruling["url"], &ruling["corrections"]), (&article["title"], &article["url"], &article["corrections"]));
        assert_eq!(ruling["corrections"][0]["kind"], "correction");
    }

    async fn pages_lead_to_one_another(app: &App) {
        let whole = told(&get_json(app, "/v1/corrections").await);
        let first = get(app, "/v1/corrections?first=3").await;
        let link = first.header("link").expect("a link").to_owned();
        let second = get_json(app, link.trim_start_matches('<').split('>').next().unwrap()).await;
        let third = get_json(app, &format!("/v1/corrections?first=3&after={}", second["page"]["next"].as_str().unwrap())).await;
        assert_eq!([told(&first.json()), told(&second), told(&third)].concat(), whole);
        assert_eq!(third["page"]["next"], json!(null));
        let back = get_json(app, &format!("/v1/corrections?first=3&before={}", second["page"]["previous"].as_str().unwrap())).await;
        assert_eq!(told(&back), told(&first.json()));
        let elsewhere = get(app, &format!("/v1/articles?after={}", second["page"]["next"].as_str().unwrap())).await;
        assert_eq!(elsewhere.json()["code"], "INVALID_CURSOR");
    }

    async fn every_filter_of_corrections_keeps_only_what_it_says(app: &App) {
        let uk = told(&get_json(app, "/v1/corrections?locale=uk").await);
        assert!(uk.len() == 3 && uk.iter().all(|(_, locale)| locale == "uk"), "{uk:?}");
        let march = told(&get_json(app, "/v1/corrections?correctedAfter=2026-03-02T09:10:00Z&correctedBefore=2026-03-17T13:15:00Z").await);
        assert_eq!(march.iter().map(|(time, _)| &time[..16]).collect::<Vec<_>>(), ["2026-03-17T13:05", "2026-03-02T09:10"]);
        let all = get_json(app, "/v1/corrections").await;
        for (filter, relation) in [("section", "section"), ("author", "bylines")] {
            let mut kept = 0;
            let found = get_json(app, "/v1/articles?first=100&include=authors,section").await;
            let slugs: std::collections::BTreeSet<String> = found["data"].as_array().unwrap().iter().flat_map(|article| match relation {
                "section" => vec![article["section"]["slug"].clone()],
                _ => article["bylines"].as_array().unwrap().iter().map(|byline| byline["author"]["slug"].clone()).collect(),
            }).filter_map(|slug| slug.as_str().map(str::to_owned)).collect();
            for slug in slugs {
                let list = get_json(app, &format!("/v1/corrections?{filter}={slug}&total=exact")).await;
                let ids: Vec<_> = get_json(app, &format!("/v1/articles?{filter}={slug}&first=100")).await["data"].as_array().unwrap().iter().map(|article| article["id"].clone()).collect();
                let expected: Vec<_> = all["data"].as_array().unwrap().iter().filter(|item| ids.contains(&item["id"])).cloned().collect();
                assert_eq!(list["data"].as_array().unwrap(), &expected, "{filter}={slug}");
                assert_eq!(list["page"]["total"]["count"], expected.len());
                kept += expected.len();
            }
            assert!(kept > 0, "{filter}");
        }
    }

    async fn as_of_a_moment_it_is_the_page_of_that_day(app: &App) {
        let then = get_json(app, "/v1/corrections?asOf=2026-03-17T13:10:00Z&total=exact").await;
        let times: Vec<_> = told(&then).into_iter().map(|(time, _)| time).collect();
        assert_eq!(times, ["2026-03-17T13:05:00.000Z", "2026-03-02T09:10:00.000Z", "2026-03-02T08:30:00.000Z"]);
        assert_eq!(get(app, "/v1/corrections?asOf=2031-01-01T00:00:00Z").await.json()["code"], "FUTURE_NOT_PUBLIC");
        assert_eq!(get(app, "/v1/corrections?perspective=draft").await.status, 401);
    }

    async fn both_doors_give_the_same_corrections(app: &App) {
        let rest = get_json(app, "/v1/corrections?locale=en&first=2&total=exact").await;
        let query = "{ corrections(locale: \"en\", first: 2) { totalCount pageInfo { endCursor hasNextPage } nodes { id locale slug url title correctedAt corrections { text at blockKey } article { section { slug } } } edges { cursor node { article { bylines { name } } } } } }";
        let asked = graphql_data(app, query).await["corrections"].clone();
        assert_eq!((&asked["totalCount"], &asked["pageInfo"]["endCursor"]), (&rest["page"]["total"]["count"], &rest["page"]["next"]));
        for (one, other) in rest["data"].as_array().unwrap().iter().zip(asked["nodes"].as_array().unwrap()) {
            for name in ["id", "locale", "slug", "url", "title", "correctedAt"] {
                assert_eq!(one[name], other[name], "{name}");
            }
            assert_eq!(one["corrections"][0]["text"], other["corrections"][0]["text"]);
            assert!(other["article"]["section"]["slug"].is_string());
        }
        assert!(asked["edges"][0]["node"]["article"]["bylines"][0]["name"].is_string(), "{asked}");
        let last = graphql_data(app, "{ corrections(last: 1, section: \"world\", correctedAfter: \"2026-01-01T00:00:00Z\") { nodes { correctedAt } } }").await;
        assert!(last["corrections"]["nodes"].as_array().unwrap().len() <= 1);
        let wrong = graphql(app, "{ corrections(first: 1, section: \"no section\") { nodes { id } } }", json!({})).await.json();
        assert_eq!(wrong["errors"][0]["extensions"]["code"], "INVALID_PARAMETER", "{wrong}");
    }

    /// The list of articles has the order too, of those that were corrected.
    async fn articles_are_sorted_by_their_correction(app: &App) {
        let ids = |list: &Value| list["data"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect::<Vec<_>>();
        let corrections = ids(&get_json(app, "/v1/corrections").await);
        let mut articles = ids(&get_json(app, "/v1/articles?sort=-correctedAt").await);
        assert_eq!(articles, corrections);
        articles.reverse();
        assert_eq!(ids(&get_json(app, "/v1/articles?sort=correctedAt").await), articles);
        let spring = get_json(app, "/v1/articles?correctedBefore=2026-04-01T00:00:00Z&total=exact").await;
        assert_eq!(spring["page"]["total"]["count"], 4);
        let below = graphql_data(app, "{ sections(first: 20) { nodes { slug articles(first: 50, sort: CORRECTED_DESC) { totalCount nodes { id corrections { at } } } } } }").await;
        let sections = below["sections"]["nodes"].as_array().unwrap();
        let counts: u64 = sections.iter().map(|section| section["articles"]["totalCount"].as_u64().unwrap()).sum();
        assert_eq!(counts, 7, "{below}");
        assert_eq!(get(app, "/v1/authors?sort=-correctedAt").await.status, 400);
        let authors = graphql(app, "{ authors(first: 1, sort: CORRECTED_DESC) { nodes { id } } }", json!({})).await.json();
        assert_eq!(authors["errors"][0]["extensions"]["code"], "INVALID_PARAMETER", "{authors}");
    }
}
