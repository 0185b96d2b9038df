//! Lists: filters, orders, pages in both directions, totals.

use dateline::app::App;
use serde_json::Value;

use crate::support::client::{get, get_json};
use crate::support::on_both_databases;

fn slugs(list: &Value) -> Vec<String> {
    list["data"].as_array().unwrap().iter().map(|item| item["slug"].as_str().unwrap().to_owned()).collect()
}

/// Follows a list from page to page.
async fn walk(app: &App, path: &str, cursor: &str, parameter: &str) -> Vec<Vec<String>> {
    let mut pages = Vec::new();
    let mut next = None::<String>;
    loop {
        let at = next.map(|cursor| format!("&{parameter}={cursor}")).unwrap_or_default();
        let list = get_json(app, &format!("{path}{at}")).await;
        pages.push(slugs(&list));
        next = list["page"][cursor].as_str().map(str::to_owned);
        if next.is_none() {
            return pages;
        }
    }
}

on_both_databases! { SampleNewsroom;
    async fn the_newest_come_first_and_only_what_is_public(app: &App) {
        let list = get_json(app, "/v1/articles?first=100&total=exact").await;
        let times: Vec<_> = list["data"].as_array().unwrap().iter().map(|a| a["publishedAt"].as_str().unwrap().to_owned()).collect();
        assert_eq!(times.len(), 36);
        assert_eq!(list["page"]["total"], serde_json::json!({"count": 36, "exact": true}));
        assert!(times.is_sorted_by(|a, b| a >= b));
        assert!(times.iter().all(|time| time.as_str() <= "2026-11-24T12:00:00.000Z"));
    }

    async fn pages_cover_the_list_once_in_every_order(app: &App) {
        for sort in ["-publishedAt", "publishedAt", "-updatedAt", "updatedAt", "title", "-title"] {
            let whole = slugs(&get_json(app, &format!("/v1/articles?first=100&sort={sort}")).await);
            let path = format!("/v1/articles?first=5&sort={sort}");
            let forward: Vec<_> = walk(app, &path, "next", "after").await.concat();
            assert_eq!(forward, whole, "{sort}");
        }
    }

    async fn going_back_from_a_page_gives_the_page_before(app: &App) {
        let first = get_json(app, "/v1/articles?first=7").await;
        let second = get_json(app, &format!("/v1/articles?first=7&after={}", first["page"]["next"].as_str().unwrap())).await;
        let back = get_json(app, &format!("/v1/articles?first=7&before={}", second["page"]["previous"].as_str().unwrap())).await;
        assert_eq!(slugs(&back), slugs(&first));
        assert_eq!((back["page"]["hasNext"].as_bool(), back["page"]["hasPrevious"].as_bool()), (Some(true), Some(false)));
    }

    async fn articles_of_the_same_moment_are_neither_skipped_nor_repeated(app: &App) {
        let pages = walk(app, "/v1/articles?first=1&locale=en", "next", "after").await;
        let mut all = pages.concat();
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!((all.len(), count), (20, 20));
    }

    async fn links_lead_to_the_neighbouring_pages(app: &App) {
        let reply = get(app, "/v1/articles?first=3&locale=en").await;
        let link = reply.header("link").unwrap().to_owned();
        let next = link.trim_start_matches('<').split('>').next().unwrap().to_owned();
        assert!(link.ends_with("rel=\"next\""), "{link}");
        let second = get_json(app, &next).await;
        assert_eq!(second["page"]["hasPrevious"], true);
        assert_eq!(second["data"].as_array().unwrap().len(), 3);
    }

    async fn every_filter_keeps_only_what_it_says(app: &App) {
        let all = |path: &'static str| async move { get_json(app, path).await["data"].as_array().unwrap().clone() };
        let region = get_json(app, "/v1/sections/region").await["id"].clone();
        let by_section = all("/v1/articles?section=region&first=100").await;
        assert!(!by_section.is_empty() && by_section.iter().all(|article| article["section"]["id"] == region));
        let by_kind = all("/v1/articles?kind=opinion&first=100").await;
        assert!(!by_kind.is_empty() && by_kind.iter().all(|article| article["kind"] == "opinion"));
        let by_locale = all("/v1/articles?locale=uk&first=100").await;
        assert!(by_locale.len() == 16 && by_locale.iter().all(|article| article["locale"] == "uk"));
        let author = get_json(app, "/v1/authors/olena-marsh").await["id"].clone();
        let by_author = all("/v1/articles?author=olena-marsh&first=100").await;
        let credits = |article: &Value| article["bylines"].as_array().unwrap().iter().any(|b| b["author"]["id"] == author);
        assert!(!by_author.is_empty() && by_author.iter().all(credits));
        let spring = all("/v1/articles?publishedAfter=2026-03-01T00:00:00Z&publishedBefore=2026-06-01T00:00:00Z&first=100").await;
        let in_spring = |article: &Value| ("2026-03".."2026-06").contains(&article["publishedAt"].as_str().unwrap());
        assert!(!spring.is_empty() && spring.iter().all(in_spring));
        let below = all("/v1/sections?parent=world").await;
        assert_eq!(below.iter().map(|section| section["slug"].as_str().unwrap()).collect::<Vec<_>>(), ["region"]);
        let people = all("/v1/tags?kind=person&first=100").await;
        assert!(!people.is_empty() && people.iter().all(|tag| tag["kind"] == "person"));
    }

    async fn two_tags_mean_both(app: &App) {
        let list = get_json(app, "/v1/articles?first=100").await;
        let with_two = list["data"].as_array().unwrap().iter().find(|a| a["tags"].as_array().unwrap().len() > 1).unwrap().clone();
        let (one, two) = (with_two["tags"][0]["id"].as_str().unwrap(), with_two["tags"][1]["id"].as_str().unwrap());
        let both = get_json(app, &format!("/v1/articles?tag={one}&tag={two}&first=100")).await;
        let tags = |article: &Value| article["tags"].as_array().unwrap().iter().map(|t| t["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
        assert!(slugs(&both).contains(&with_two["slug"].as_str().unwrap().to_owned()));
        assert!(both["data"].as_array().unwrap().iter().all(|a| tags(a).contains(&one.to_owned()) && tags(a).contains(&two.to_owned())));
    }

    async fn an_estimate_is_exact_while_the_list_is_short(app: &App) {
        let list = get_json(app, "/v1/articles?first=1&total=estimate&tag=strait-of-tarn").await;
        assert_eq!(list["page"]["total"]["exact"], true);
        assert!(get_json(app, "/v1/articles?first=1").await["page"].get("total").is_none());
    }

    async fn nothing_is_listed_that_is_not_public_at_the_moment(app: &App) {
        let january = get_json(app, "/v1/articles?first=100&asOf=2026-01-20T00:00:00Z").await;
        let times = january["data"].as_array().unwrap().iter().map(|a| a["publishedAt"].as_str().unwrap().to_owned());
        assert!(times.clone().count() > 0 && times.into_iter().all(|time| time.as_str() <= "2026-01-20"));
        let auction = get_json(app, "/v1/articles?first=100&asOf=2026-04-21T12:00:00Z").await;
        let withdrawn = crate::support::sample::slug_of("article", "fish-auction-online-en");
        assert!(slugs(&auction).contains(&withdrawn));
    }
}
