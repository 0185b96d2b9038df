//! Bad requests: every one is refused in the right form, with the place and the fix.

use actix_web::test::TestRequest;
use dateline::app::App;

use crate::support::client::{get, send};
use crate::support::on_both_databases;

/// A path, the status, the code, and what the detail must say.
const REFUSED: &[(&str, u16, &str, &str)] = &[
    ("/v1/articles?lokale=en", 400, "UNKNOWN_PARAMETER", "Did you mean locale?"),
    ("/v1/articles?xyzzy=1", 400, "UNKNOWN_PARAMETER", "Possible are: "),
    ("/v1/articles?page=2", 400, "UNKNOWN_PARAMETER", "pass its page.next as after"),
    ("/v1/articles?limit=10", 400, "UNKNOWN_PARAMETER", "The size of a page is first"),
    ("/v1/articles?locale=en,uk", 400, "INVALID_LOCALE", "filter={\"locale\":[\"…\",\"…\"]}"),
    ("/v1/articles?tag=fisheries,court", 400, "INVALID_PARAMETER", "tag=…&tag=…"),
    ("/v1/articles?kind=news,", 400, "INVALID_PARAMETER", "One of its values is empty. Possible are news, "),
    ("/v1/articles?first=0", 400, "INVALID_PAGE", "it must be 1 to 100"),
    ("/v1/articles?first=101", 400, "INVALID_PAGE", "it must be 1 to 100"),
    ("/v1/articles?first=-1", 400, "INVALID_PAGE", "it must be 1 to 100"),
    ("/v1/articles?first=many", 400, "INVALID_PAGE", "must be a number"),
    ("/v1/articles?first=99999999999999999999", 400, "INVALID_PAGE", "must be a number"),
    ("/v1/articles?sort=titel", 400, "INVALID_PARAMETER", "Did you mean title?"),
    ("/v1/articles?kind=news&kind=opinion", 400, "INVALID_PARAMETER", "more than once"),
    ("/v1/articles?kind=gossip", 400, "INVALID_PARAMETER", "Possible are: news"),
    ("/v1/articles?include=autors", 400, "INVALID_PARAMETER", "Did you mean authors?"),
    ("/v1/articles?fields=headline", 400, "INVALID_PARAMETER", "Possible are: "),
    ("/v1/articles?body=pdf", 400, "INVALID_PARAMETER", "Possible are: none"),
    ("/v1/articles?locale=english!", 400, "INVALID_LOCALE", "BCP 47"),
    ("/v1/articles?asOf=yesterday", 400, "INVALID_TIME", "RFC 3339"),
    ("/v1/articles?asOf=2026-03-01", 400, "INVALID_TIME", "with an offset"),
    ("/v1/articles?asOf=2030-01-16T00:00:00Z", 400, "FUTURE_NOT_PUBLIC", "has not come yet"),
    ("/v1/articles?publishedAfter=2026-13-01T00:00:00Z", 400, "INVALID_TIME", "RFC 3339"),
    ("/v1/articles?publishedAfter=yesterday", 400, "INVALID_TIME", "now-12h or today-7d"),
    ("/v1/articles?after=nonsense", 400, "INVALID_CURSOR", "damaged"),
    ("/v1/articles?after=AAAA", 400, "INVALID_CURSOR", "damaged"),
    ("/v1/articles?after=a&before=b", 400, "INVALID_PAGE", "cannot be given together"),
    ("/v1/articles?section=nowhere", 400, "INVALID_PARAMETER", "There is no section called nowhere"),
    ("/v1/articles?tag=Not%20A%20Slug", 400, "INVALID_PARAMETER", "Must be an id, a slug"),
    ("/v1/articles?anyTag=Not%20A%20Slug", 400, "INVALID_PARAMETER", "Must be an id, a slug"),
    ("/v1/articles?hasImage=yes", 400, "INVALID_PARAMETER", "neither true nor false"),
    ("/v1/articles?kind=news,gossip", 400, "INVALID_PARAMETER", "Possible are: news"),
    ("/v1/articles?updatedAfter=now-7", 400, "INVALID_TIME", "now-12h"),
    ("/v1/articles?filter=news", 400, "INVALID_PARAMETER", "not JSON"),
    ("/v1/articles?filter=[]", 400, "INVALID_PARAMETER", "object of conditions"),
    ("/v1/articles?filter={%22kin%22:%22news%22}", 400, "UNKNOWN_PARAMETER", "Did you mean kind?"),
    ("/v1/articles?filter={%22or%22:1}", 400, "INVALID_PARAMETER", "array of filters"),
    ("/v1/articles?filter={%22kind%22:1}", 400, "INVALID_PARAMETER", "Must be a text"),
    ("/v1/articles?filter={%22hasImage%22:%22true%22}", 400, "INVALID_PARAMETER", "without quotation marks"),
    ("/v1/articles?filter={%22q%22:true}", 400, "INVALID_PARAMETER", "Must be a text"),
    ("/v1/articles?filter={%22kind%22:[]}", 400, "INVALID_PARAMETER", "has no values"),
    ("/v1/articles?filter={%22or%22:[]}", 400, "INVALID_PARAMETER", "Of no filters none can hold"),
    ("/v1/articles?tag=fisheries&noTag=fisheries", 400, "INVALID_PARAMETER", "says the opposite"),
    ("/v1/articles?author=olena-marsh&noAuthor=olena-marsh", 400, "INVALID_PARAMETER", "says the opposite"),
    ("/v1/articles?corrected=false&correctedAfter=now-7d", 400, "INVALID_PARAMETER", "says the opposite"),
    (
        "/v1/articles?corrected=false&sort=-correctedAt",
        400,
        "INVALID_PARAMETER",
        "The order correctedAt, too, has only",
    ),
    (
        "/v1/articles?filter={%22anyTag%22:[],%22anyTag%22:[]}",
        400,
        "INVALID_PARAMETER",
        "anyTag stands twice",
    ),
    (
        "/v1/articles?filter={%22not%22:{%22q%22:%22a%22,%22q%22:%22b%22}}",
        400,
        "INVALID_PARAMETER",
        "q stands twice",
    ),
    ("/v1/articles?publishedAfter=2026-01-01T00:00:00+02:00", 400, "INVALID_TIME", "written %2B"),
    ("/v1/articles?translatedInto=uk&notTranslatedInto=uk", 400, "INVALID_PARAMETER", "says the opposite"),
    ("/v1/articles?locale=uk&translatedInto=uk", 400, "INVALID_PARAMETER", "into its own language"),
    (
        "/v1/articles?hasImage=false&image=01930b6e-7c1a-7d3e-8f00-5b9c1e2d3a4b",
        400,
        "INVALID_PARAMETER",
        "says the opposite",
    ),
    ("/v1/articles?highlights=true", 400, "INVALID_PARAMETER", "Give q, or leave highlights out"),
    ("/v1/articles?filter={%22translatedInto%22:[%22en%22,%22uk%22]}", 400, "INVALID_PARAMETER", "one value"),
    ("/v1/fact-boxes?filter={%22tags%22:[]}", 400, "UNKNOWN_PARAMETER", "Possible are: "),
    ("/v1/corrections?filter={}", 400, "UNKNOWN_PARAMETER", "Possible are: "),
    ("/v1/articles?factBox=coastal-court", 400, "INVALID_PARAMETER", "in no language"),
    ("/v1/articles/not-an-id", 400, "INVALID_ID", "UUID"),
    ("/v1/articles/01930b6e-7c1a-7d3e-8f00-5b9c1e2d3a4b", 404, "NOT_FOUND", "There is no article"),
    ("/v1/articles/en/nothing-of-the-kind", 404, "NOT_FOUND", "There is no article"),
    ("/v1/articles/en/Not_A_Slug", 400, "INVALID_SLUG", "lower-case"),
    ("/v1/articles/@@/x", 400, "INVALID_LOCALE", "BCP 47"),
    ("/v1/authors/nobody", 404, "NOT_FOUND", "There is no author"),
    ("/v1/images/not-an-id", 400, "INVALID_ID", "UUID"),
    ("/v1/nothing", 404, "NOT_FOUND", "There is nothing at /v1/nothing"),
    ("/feeds/all.xml", 404, "NOT_FOUND", "There is no feed"),
    ("/feeds/sections/nowhere.rss", 404, "NOT_FOUND", "There is no section"),
    ("/feeds/all.rss?last=3", 400, "UNKNOWN_PARAMETER", "Possible are: "),
];

on_both_databases! { SampleNewsroom;
    async fn what_is_wrong_is_refused_with_its_place_and_its_fix(app: &App) {
        for (path, status, code, says) in REFUSED {
            let reply = get(app, path).await;
            let problem = reply.json();
            assert_eq!((reply.status, problem["code"].as_str()), (*status, Some(*code)), "{path}: {problem}");
            assert_eq!(reply.header("content-type"), Some("application/problem+json"), "{path}");
            assert_eq!(problem["status"], *status, "{path}");
            assert!(problem["detail"].as_str().unwrap().contains(says), "{path}: {problem}");
            if path.contains('?') {
                let pointer = problem["errors"][0]["pointer"].as_str().unwrap_or_default();
                let parameter = pointer.split('/').next().unwrap_or_default();
                assert!(parameter.starts_with('?') && path.contains(&parameter[1..]), "{path}: {problem}");
            }
        }
    }

    /// However it is written, a filter is small enough to be answered.
    async fn a_filter_that_is_too_large_is_refused(app: &App) {
        let tags = |count: usize| (0..count).map(|index| format!("tag=t{index}")).collect::<Vec<_>>().join("&");
        let deep = |depth: usize| format!("filter={}{{}}{}", "{%22not%22:".repeat(depth), "}".repeat(depth));
        let wide = |count: usize| format!("filter={{%22or%22:[{}]}}", vec!["{%22hasImage%22:true}"; count].join(","));
        for (query, says) in [(tags(21), "21 entries"), (deep(9), "inside one another"), (wide(60), "conditions")] {
            let reply = get(app, &format!("/v1/articles?{query}")).await;
            assert_eq!((reply.status, &reply.json()["code"]), (400, &"INVALID_PARAMETER".into()), "{query}");
            assert!(reply.text().contains(says) && reply.text().contains("at most"), "{}", reply.text());
        }
        let reply = get(app, &format!("/v1/articles?{}", deep(1_000))).await;
        assert_eq!(reply.status, 400, "not even what no stack could hold");
    }

    async fn a_cursor_of_another_list_is_refused(app: &App) {
        let list = get(app, "/v1/articles?first=2").await.json();
        let cursor = list["page"]["next"].as_str().unwrap();
        for other in ["/v1/articles?first=2&locale=en", "/v1/articles?first=2&sort=title", "/v1/tags?first=2"] {
            let problem = get(app, &format!("{other}&after={cursor}")).await.json();
            assert_eq!(problem["code"], "INVALID_CURSOR", "{other}");
            assert!(problem["detail"].as_str().unwrap().contains("another filter or sort order"));
        }
        assert_eq!(get(app, &format!("/v1/articles?first=50&after={cursor}")).await.status, 200);
    }

    async fn every_damaged_cursor_is_refused(app: &App) {
        let list = get(app, "/v1/articles?first=2").await.json();
        let cursor = list["page"]["next"].as_str().unwrap().to_owned();
        for cut in 1..cursor.len() {
            let status = get(app, &format!("/v1/articles?after={}", &cursor[..cut])).await.status;
            assert_eq!(status, 400, "cut at {cut}");
        }
    }

    async fn other_methods_are_refused(app: &App) {
        for request in [TestRequest::put(), TestRequest::delete(), TestRequest::patch()] {
            let reply = send(app, request.uri("/v1/articles")).await;
            assert_eq!((reply.status, reply.header("allow")), (405, Some("GET, HEAD, POST")));
            assert_eq!(reply.json()["code"], "METHOD_NOT_ALLOWED");
        }
    }

    async fn paths_that_are_not_text_are_refused(app: &App) {
        for path in ["/v1/articles/en/%FF%FE", "/v1/articles/%00", "/v1/articles?tag=%FF", "/v1/articles?tag=%00"] {
            let reply = get(app, path).await;
            assert!((400..500).contains(&reply.status), "{path}: {}", reply.status);
            assert!(reply.json()["code"].is_string(), "{path}");
        }
    }
}
