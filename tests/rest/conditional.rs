//! Conditional requests: an answer that the client has is not sent again.

use actix_web::test::TestRequest;
use dateline::app::App;

use crate::support::client::{get, send};
use crate::support::on_both_databases;

on_both_databases! { SampleNewsroom;
    async fn the_same_answer_is_not_sent_again(app: &App) {
        for path in ["/v1/articles", "/v1/articles/en/harbour-tunnel-breaks-through", "/feeds/all.atom", "/openapi.json"] {
            let first = get(app, path).await;
            let etag = first.header("etag").unwrap().to_owned();
            assert!(etag.starts_with('"'), "strong: {etag}");
            let again = send(app, TestRequest::get().uri(path).insert_header(("if-none-match", etag.as_str()))).await;
            assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
            assert_eq!(again.header("etag"), Some(etag.as_str()), "{path}");
            assert_eq!(again.header("cache-control"), first.header("cache-control"), "{path}");
            let other = send(app, TestRequest::get().uri(path).insert_header(("if-none-match", "\"other\""))).await;
            assert_eq!((other.status, other.body == first.body), (200, true), "{path}");
        }
    }

    async fn weak_lists_and_stars_match_too(app: &App) {
        let etag = get(app, "/v1/tags").await.header("etag").unwrap().to_owned();
        for value in [format!("W/{etag}"), format!("\"x\", {etag}"), "*".to_owned()] {
            let reply = send(app, TestRequest::get().uri("/v1/tags").insert_header(("if-none-match", value.as_str()))).await;
            assert_eq!(reply.status, 304, "{value}");
        }
    }

    async fn head_has_the_head_of_get(app: &App) {
        let get = get(app, "/v1/articles").await;
        let head = send(app, TestRequest::default().method(actix_web::http::Method::HEAD).uri("/v1/articles")).await;
        assert_eq!((head.status, head.header("etag")), (200, get.header("etag")));
    }

    /// A withdrawal makes a feed shorter, not newer: whoever asks by time would keep what was taken back.
    async fn nothing_can_be_asked_for_by_time(app: &App) {
        assert_eq!(get(app, "/feeds/all.rss").await.header("last-modified"), None);
        let later = ("if-modified-since", "Thu, 31 Dec 2026 00:00:00 GMT");
        let reply = send(app, TestRequest::get().uri("/feeds/all.rss").insert_header(later)).await;
        assert_eq!(reply.status, 200);
    }
}
