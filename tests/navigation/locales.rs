//! In which language names come, and what caches are told of it.

use actix_web::test::TestRequest;
use dateline::app::App;
use serde_json::json;

use crate::support::client::{Reply, get, send};
use crate::support::on_both_databases;

async fn accepting(app: &App, path: &str, languages: &str) -> Reply {
    send(app, TestRequest::get().uri(path).insert_header(("accept-language", languages))).await
}

fn varies(reply: &Reply) -> bool {
    reply
        .headers
        .get_all("vary")
        .any(|value| value.to_str().is_ok_and(|value| value.contains("Accept-Language")))
}

on_both_databases! { SampleNewsroom;
    async fn a_name_comes_in_the_language_that_the_reader_prefers(app: &App) {
        for (header, locale) in [("uk", "uk"), ("uk-UA, en;q=0.5", "uk"), ("de, en;q=0.3, uk;q=0.7", "uk"), ("de", "en"), ("nonsense;;", "en")] {
            for path in ["/v1/tags/fisheries", "/v1/authors/olena-marsh", "/v1/sections/world"] {
                let reply = accepting(app, path, header).await;
                assert_eq!(reply.json()["name"]["locale"], locale, "{path} {header}");
                assert_eq!(reply.header("content-language"), Some(locale), "{path} {header}");
                assert!(varies(&reply), "{path} {header}");
            }
        }
    }

    async fn the_address_names_languages_in_their_order_and_then_no_header_counts(app: &App) {
        for (asked, locale) in [("uk,en", "uk"), ("fr,uk-UA,en", "uk"), ("en", "en"), ("fr", "en")] {
            let reply = accepting(app, &format!("/v1/tags/fisheries?locale={asked}"), "uk").await;
            assert_eq!(reply.json()["name"]["locale"], locale, "{asked}");
            assert!(!varies(&reply), "{asked}");
        }
        for wrong in ["x%20y", "en,,uk", "a,b,c,d,e,f,g,h,i,j,k"] {
            let reply = get(app, &format!("/v1/tags/fisheries?locale={wrong}")).await;
            assert_eq!((reply.status, reply.json()["errors"][0]["pointer"].as_str()), (400, Some("?locale")), "{wrong}");
        }
    }

    /// Every name of an answer follows the same rule, however deep it stands.
    async fn included_names_follow_too(app: &App) {
        let tree = accepting(app, "/v1/sections/tree", "uk").await;
        assert_eq!(tree.json()["data"][0]["section"]["name"]["locale"], "uk");
        let author = accepting(app, "/v1/authors/olena-marsh?include=articles", "uk").await;
        assert_eq!(author.json()["bio"]["locale"], "uk");
        let tag = accepting(app, "/v1/tags/fisheries?include=relatedTags&locale=uk", "en").await;
        assert_eq!(tag.json()["relatedTags"][0]["tag"]["name"]["locale"], "uk");
    }

    async fn beside_an_article_names_are_in_its_language_and_caches_keep_one_copy(app: &App) {
        let path = "/v1/articles/en/harbour-tunnel-breaks-through?include=authors,tags,section";
        let (one, other) = (accepting(app, path, "uk").await, accepting(app, path, "en").await);
        assert_eq!(one.header("etag"), other.header("etag"));
        assert!(!varies(&one));
        assert_eq!(one.header("content-language"), Some("en"));
        assert_eq!(one.json()["tags"][0]["name"]["locale"], "en");
        let asked = get(app, &format!("{path}&locale=uk")).await;
        assert_eq!(asked.json()["tags"][0]["name"]["locale"], "uk");
        assert!(!varies(&get(app, "/v1/articles?first=100&include=tags,authors,section").await));
    }

    async fn another_language_is_another_representation(app: &App) {
        let (uk, en) = (accepting(app, "/v1/tags/fisheries", "uk").await, accepting(app, "/v1/tags/fisheries", "en").await);
        assert_ne!(uk.header("etag"), en.header("etag"));
        let request = TestRequest::get().uri("/v1/tags/fisheries").insert_header(("accept-language", "uk"));
        let again = send(app, request.insert_header(("if-none-match", uk.header("etag").unwrap()))).await;
        assert_eq!((again.status, varies(&again)), (304, true));
        let none = accepting(app, "/v1/articles?first=1", "uk").await;
        assert!(!varies(&none), "without names there is nothing to vary");
    }

    async fn graphql_prefers_the_same_languages(app: &App) {
        let query = |text: &str| format!("/graphql?{}", url::form_urlencoded::Serializer::new(String::new()).append_pair("query", text).finish());
        let plain = query("{ tag(slug: \"fisheries\") { name { locale } } }");
        for (header, locale) in [("uk-UA", "uk"), ("de", "en")] {
            let reply = accepting(app, &plain, header).await;
            assert_eq!(reply.json()["data"]["tag"]["name"]["locale"], locale);
            assert!(varies(&reply));
        }
        let named = query("{ tag(slug: \"fisheries\") { a: name(locale: \"uk\") { locale } b: name(locale: [\"fr\", \"en\"]) { locale } } }");
        let reply = accepting(app, &named, "uk").await;
        assert_eq!(reply.json()["data"]["tag"], json!({ "a": { "locale": "uk" }, "b": { "locale": "en" } }));
        assert!(!varies(&reply));
        let beside = query("{ articles(first: 20, filter: { locale: \"uk\" }) { nodes { tags { name { locale } } section { name { locale } } bylines { author { name { locale } } } } } }");
        let reply = accepting(app, &beside, "en").await;
        assert!(!reply.text().contains("\"locale\":\"en\"") && reply.text().contains("\"locale\":\"uk\""));
        assert!(!varies(&reply));
    }
}
