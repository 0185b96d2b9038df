//! Single entries: by id, by address, by a former address, with relations, bodies and at moments.

use dateline::app::App;

use crate::support::client::{get, get_json};
use crate::support::on_both_databases;

on_both_databases! { SampleNewsroom;
    async fn an_article_is_the_same_by_id_and_by_address(app: &App) {
        let by_address = get_json(app, "/v1/articles/en/harbour-tunnel-breaks-through").await;
        let id = by_address["id"].as_str().unwrap();
        assert_eq!(get_json(app, &format!("/v1/articles/{id}")).await, by_address);
        assert_eq!(by_address["url"], "https://meridian.example.org/en/harbour-tunnel-breaks-through");
    }

    async fn a_former_slug_redirects_and_keeps_the_parameters(app: &App) {
        let reply = get(app, "/v1/articles/en/tunnel-is-through?body=html").await;
        assert_eq!(reply.status, 301);
        assert_eq!(reply.header("location"), Some("/v1/articles/en/harbour-tunnel-breaks-through?body=html"));
    }

    async fn a_single_article_has_blocks_and_every_format_that_is_asked_for(app: &App) {
        let usual = get_json(app, "/v1/articles/en/harbour-tunnel-breaks-through").await;
        assert!(usual["body"]["blocks"].as_array().unwrap().len() > 3);
        assert!(usual["body"].get("html").is_none());
        let all = get_json(app, "/v1/articles/en/harbour-tunnel-breaks-through?body=html,markdown,text").await;
        assert!(all["body"]["html"].as_str().unwrap().starts_with("<p>"));
        assert!(!all["body"]["markdown"].as_str().unwrap().contains("<p>"));
        assert!(!all["body"]["text"].as_str().unwrap().is_empty());
        assert!(all["body"].get("blocks").is_none());
        let none = get_json(app, "/v1/articles/en/harbour-tunnel-breaks-through?body=none").await;
        assert!(none.get("body").is_none());
    }

    async fn a_relation_is_an_id_until_it_is_included(app: &App) {
        let path = first_with_fact_box(app).await;
        let plain = get_json(app, &path).await;
        assert_eq!(plain["bylines"][0]["author"].as_object().unwrap().len(), 1);
        assert_eq!(plain["factBoxes"][0]["factBox"].as_object().unwrap().len(), 1);
        let whole = get_json(app, &format!("{path}?include=authors,section,tags,leadImage,factBoxes,translations")).await;
        assert!(whole["bylines"][0]["author"]["name"]["text"].is_string());
        assert!(whole["factBoxes"][0]["factBox"]["items"][0]["text"].is_string());
        assert_eq!(whole["tags"][0]["type"], "tag");
        assert!(whole["translations"].is_array());
    }

    async fn names_come_in_the_language_of_the_article(app: &App) {
        let list = get_json(app, "/v1/articles?locale=uk&include=authors&first=1").await;
        assert_eq!(list["data"][0]["bylines"][0]["author"]["name"]["locale"], "uk");
    }

    async fn fields_leave_only_what_is_named_and_the_id(app: &App) {
        let article = get_json(app, "/v1/articles/en/harbour-tunnel-breaks-through?fields=title,slug").await;
        let names: Vec<_> = article.as_object().unwrap().keys().cloned().collect();
        assert_eq!(names, ["id", "slug", "title"]);
    }

    async fn what_is_asked_for_is_there_whatever_fields_names(app: &App) {
        let path = "/v1/articles/en/harbour-tunnel-breaks-through?fields=title&include=authors,section,translations&body=html";
        let article = get_json(app, path).await;
        let names: Vec<_> = article.as_object().unwrap().keys().cloned().collect();
        assert_eq!(names, ["id", "title", "body", "bylines", "section", "translations"]);
        assert!(article["body"]["html"].is_string() && article["section"]["name"].is_object(), "{article}");
        let other = &article["translations"][0];
        let there = get_json(app, &format!("/v1/articles/{}", other["id"].as_str().unwrap())).await;
        assert_eq!(other["url"], there["url"]);
    }

    async fn an_email_address_never_leaves(app: &App) {
        for path in ["/v1/authors/olena-marsh", "/v1/authors?first=100", "/v1/articles?include=authors&first=100"] {
            assert!(!get(app, path).await.text().contains("@meridian"), "{path}");
        }
        assert_eq!(get_json(app, "/v1/authors/olena-marsh").await["slug"], "olena-marsh");
    }

    async fn a_withdrawn_article_is_gone_and_a_draft_was_never_there(app: &App) {
        let draft = crate::support::sample::slug_of("article", "harbour-dues-draft-en");
        let withdrawn = crate::support::sample::slug_of("article", "fish-auction-online-en");
        let scheduled = crate::support::sample::slug_of("article", "tunnel-toll-ends-en");
        let gone = get(app, &format!("/v1/articles/en/{withdrawn}")).await;
        assert_eq!((gone.status, gone.json()["code"].as_str()), (410, Some("GONE")));
        for slug in [draft, scheduled] {
            let reply = get(app, &format!("/v1/articles/en/{slug}")).await;
            assert_eq!((reply.status, reply.json()["code"].as_str()), (404, Some("NOT_FOUND")), "{slug}");
        }
        let then = get(app, &format!("/v1/articles/en/{withdrawn}?asOf=2026-04-21T12:00:00Z")).await;
        assert_eq!(then.status, 200);
    }

    /// The whole graph is as of the moment: the article's fact box is the one of that day.
    async fn as_of_shows_the_fact_box_of_that_day(app: &App) {
        let slug = crate::support::sample::slug_of("factBox", "coastal-court-en");
        let then = get_json(app, &format!("/v1/fact-boxes/en/{slug}?asOf=2026-02-01T00:00:00Z")).await;
        let now = get_json(app, &format!("/v1/fact-boxes/en/{slug}")).await;
        assert_eq!((then["revision"].as_i64(), now["revision"].as_i64()), (Some(1), Some(3)));
        let id = now["id"].as_str().unwrap();
        let query = format!("/v1/articles?factBox={id}&include=factBoxes&first=100&asOf=2026-03-18T00:00:00Z");
        let articles = get_json(app, &query).await;
        let shown = articles["data"].as_array().unwrap();
        assert!(!shown.is_empty());
        for article in shown {
            assert_eq!(article["factBoxes"][0]["factBox"]["revision"], 2, "{}", article["slug"]);
        }
    }

    async fn a_pinned_fact_box_stays_at_its_revision(app: &App) {
        let slug = crate::support::sample::slug_of("article", "tunnel-contract-en");
        let article = get_json(app, &format!("/v1/articles/en/{slug}?include=factBoxes&body=html")).await;
        assert_eq!(article["factBoxes"][0]["pinned"], 1);
        assert_eq!(article["factBoxes"][0]["factBox"]["revision"], 1);
        assert!(article["body"]["html"].as_str().unwrap().contains("data-pin=\"1\""));
    }
}

async fn first_with_fact_box(app: &App) -> String {
    let slug = crate::support::sample::slug_of("factBox", "coastal-court-en");
    let list = get_json(app, &format!("/v1/articles?factBox=en/{slug}&first=1")).await;
    format!("/v1/articles/en/{}", list["data"][0]["slug"].as_str().unwrap())
}
