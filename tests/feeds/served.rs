//! Feeds as the server serves them, of the newsroom and of each of its parts.

use actix_web::test::TestRequest;
use dateline::app::App;

use crate::support::client::{get, get_json, send};
use crate::support::{folder, on_both_databases, shared};

fn titles(bytes: &[u8]) -> Vec<String> {
    let feed = feed_rs::parser::parse(bytes).expect("a feed");
    feed.entries.into_iter().map(|entry| entry.title.expect("a title").content).collect()
}

on_both_databases! { SampleNewsroom;
    async fn every_part_has_its_feed_in_every_format(app: &App) {
        for (part, query) in [
            ("all", ""),
            ("sections/region", "section=region&"),
            ("tags/strait-of-tarn", "tag=strait-of-tarn&"),
            ("authors/olena-marsh", "author=olena-marsh&"),
            ("locales/uk", "locale=uk&"),
        ] {
            let list = get_json(app, &format!("/v1/articles?{query}first=20")).await;
            let listed: Vec<_> = list["data"].as_array().unwrap().iter().map(|a| a["title"].as_str().unwrap().to_owned()).collect();
            assert!(!listed.is_empty(), "{part}");
            for (ending, media_type) in [("rss", "application/rss+xml"), ("atom", "application/atom+xml"), ("json", "application/feed+json")] {
                let reply = get(app, &format!("/feeds/{part}.{ending}")).await;
                assert!(reply.header("content-type").unwrap().starts_with(media_type), "{part}.{ending}: {:?}", reply.header("content-type"));
                assert_eq!(titles(&reply.body), listed, "{part}.{ending}");
            }
        }
    }

    async fn served_atom_is_valid(app: &App) {
        let Some(schema) = shared::schema_for("xmllint", "libxml2-utils", "schemas/atom.rng") else { return };
        let feed = folder::of_this_run().join(format!("{:?}.atom", std::thread::current().id()));
        std::fs::write(&feed, get(app, "/feeds/all.atom?first=100").await.body).unwrap();
        let output = std::process::Command::new("xmllint").args(["--noout", "--nonet", "--relaxng"]).arg(schema).arg(&feed).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    async fn a_feed_names_the_address_it_is_asked_for_by(app: &App) {
        let feed = get(app, "/feeds/all.json?locale=en&first=5").await.json();
        assert_eq!(feed["feed_url"], "http://api.example.org/feeds/all.json?locale=en&first=5");
        assert_eq!(feed["items"].as_array().unwrap().len(), 5);
        assert_eq!(feed["language"], "en");
    }

    async fn a_feed_in_a_language_is_called_in_it(app: &App) {
        let title = async |query: &str| get(app, &format!("/feeds/sections/world.json{query}")).await.json()["title"].as_str().unwrap().to_owned();
        let names = get_json(app, "/v1/sections/world?locale=uk").await["name"].clone();
        assert_eq!(names["locale"], "uk");
        assert!(title("?locale=uk").await.ends_with(names["text"].as_str().unwrap()), "{names}");
        assert!(title("").await.ends_with("World"));
    }

    async fn a_feed_of_a_language_is_not_asked_for_in_another(app: &App) {
        let reply = get(app, "/feeds/locales/en.json?locale=uk").await;
        assert_eq!((reply.status, reply.json()["code"].as_str()), (400, Some("INVALID_PARAMETER")));
        assert_eq!(get(app, "/feeds/locales/en.json?locale=en").await.status, 200);
    }

    async fn every_address_in_a_feed_is_absolute(app: &App) {
        let feed = get(app, "/feeds/all.json?first=100").await.json();
        for item in feed["items"].as_array().unwrap() {
            let html = item["content_html"].as_str().unwrap();
            for link in html.split("href=\"").skip(1).chain(html.split("src=\"").skip(1)) {
                assert!(link.starts_with("https://") || link.starts_with("http://") || link.starts_with("mailto:"), "{link}");
            }
        }
    }

    async fn only_get_and_head_are_possible(app: &App) {
        let reply = send(app, TestRequest::post().uri("/feeds/all.rss")).await;
        assert_eq!((reply.status, reply.header("allow")), (405, Some("GET, HEAD")));
    }
}
