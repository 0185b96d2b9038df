//! GraphQL over HTTP: methods, media types, statuses, and the regressions that a GraphQL library must not have.

use actix_web::test::TestRequest;
use dateline::app::App;
use serde_json::{Value, json};

use crate::support::client::{Reply, graphql, send};
use crate::support::on_both_databases;

const GRAPHQL: &str = "application/graphql-response+json";

async fn post(app: &App, content_type: &str, accept: &str, body: &str) -> Reply {
    let request = TestRequest::post().uri("/graphql").insert_header(("accept", accept));
    send(app, request.insert_header(("content-type", content_type)).set_payload(body.to_owned())).await
}

async fn ask(app: &App, body: &str) -> Reply {
    post(app, "application/json", GRAPHQL, body).await
}

on_both_databases! { SampleNewsroom;
    async fn the_media_type_is_the_one_that_is_accepted(app: &App) {
        for (accept, served) in [
            (GRAPHQL, GRAPHQL),
            ("application/json", "application/json"),
            ("*/*", "application/json"),
            ("application/json;q=0.5, application/graphql-response+json", GRAPHQL),
            ("application/graphql-response+json;q=0.1, application/json", "application/json"),
        ] {
            let reply = post(app, "application/json", accept, r#"{"query":"{__typename}"}"#).await;
            assert_eq!((reply.status, reply.header("content-type")), (200, Some(served)), "{accept}");
            assert_eq!(reply.header("vary"), Some("Accept, Authorization"));
        }
        assert_eq!(post(app, "application/json", "text/html", r#"{"query":"{__typename}"}"#).await.status, 406);
    }

    async fn what_cannot_be_executed_is_refused_before_it_is(app: &App) {
        for (body, status) in [
            ("{", 400),
            ("[]", 400),
            ("[{\"query\":\"{__typename}\"}]", 400),
            ("{}", 400),
            ("{\"query\":1}", 400),
            ("{\"query\":\"{__typename}\",\"variables\":[]}", 400),
            ("{\"query\":\"{__typename}\",\"operationName\":1}", 400),
            ("{\"query\":\"{__typename}\",\"extensions\":\"x\"}", 400),
            ("{\"query\":\"{\"}", 400),
            ("{\"query\":\"{nothing}\"}", 400),
            ("{\"query\":\"query A{__typename} query B{__typename}\"}", 400),
            ("{\"query\":\"query A{__typename}\",\"operationName\":\"B\"}", 400),
            ("{\"query\":\"mutation{x}\"}", 400),
        ] {
            let reply = ask(app, body).await;
            let answer = reply.json();
            assert_eq!(reply.status, status, "{body}: {answer}");
            assert!(answer["errors"][0]["message"].is_string() && answer.get("data").is_none(), "{body}: {answer}");
        }
    }

    async fn only_json_is_read_and_only_get_and_post(app: &App) {
        for content_type in ["text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"] {
            let reply = post(app, content_type, GRAPHQL, r#"{"query":"{__typename}"}"#).await;
            assert_eq!((reply.status, reply.json()["errors"][0]["extensions"]["code"].as_str()), (415, Some("UNSUPPORTED_MEDIA_TYPE")));
        }
        let put = send(app, TestRequest::put().uri("/graphql")).await;
        assert_eq!((put.status, put.header("allow")), (405, Some("GET, POST")));
        let mutation = send(app, TestRequest::get().uri("/graphql?query=mutation%7B__typename%7D")).await;
        assert_eq!((mutation.status, mutation.header("allow")), (405, Some("GET, POST")));
    }

    async fn get_can_be_cached_and_empty_parameters_count_as_absent(app: &App) {
        let path = "/graphql?query=%7Bsections(first:1)%7Bnodes%7Bslug%7D%7D%7D&variables=&operationName=&extensions=";
        let reply = send(app, TestRequest::get().uri(path)).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
        let etag = reply.header("etag").unwrap().to_owned();
        let again = send(app, TestRequest::get().uri(path).insert_header(("if-none-match", etag))).await;
        assert_eq!((again.status, again.header("vary"), again.header("cache-control")), (304, Some("Accept, Authorization"), Some("public, no-cache")));
        let broken = send(app, TestRequest::get().uri("/graphql?query=%7B__typename%7D&variables=%7B")).await;
        assert_eq!(broken.status, 400);
    }

    async fn keys_come_in_the_order_of_the_query(app: &App) {
        let reply = graphql(app, "{ articles(first: 1) { nodes { title id slug locale } } }", json!({})).await.text();
        let at = |key: &str| reply.find(&format!("\"{key}\":")).unwrap();
        assert!(at("title") < at("id") && at("id") < at("slug") && at("slug") < at("locale"), "{reply}");
    }

    async fn a_required_variable_is_required_wherever_it_is_used(app: &App) {
        let query = "query($yes: Boolean!) { sections(first: 1) @skip(if: $yes) { nodes { id } } }";
        let reply = graphql(app, query, json!({})).await;
        assert_eq!(reply.status, 400, "{}", reply.text());
        assert!(reply.text().contains("$yes"));
        let skipped = graphql(app, query, json!({ "yes": true })).await.json();
        assert_eq!(skipped["data"], json!({}));
    }

    /// Those of the library too, which has no codes.
    async fn every_error_has_a_code(app: &App) {
        for (query, variables) in [
            ("query($of: [_Any!]!) { _entities(representations: $of) { __typename } }", json!({ "of": [{ "__typename": "Ship", "id": "x" }] })),
            ("query($of: [_Any!]!) { _entities(representations: $of) { __typename } }", json!({ "of": ["x"] })),
            ("query($of: ArticleFilter) { articles(first: 1, filter: $of) { nodes { id } } }", json!({ "of": [{}] })),
            ("{ articles(first: 1, sort: NEWEST) { nodes { id } } }", json!({})),
            ("{ article(id: \"x\") { title } }", json!({})),
            ("{ articles(first: 1) { nodes { headline } } }", json!({})),
        ] {
            let answer = graphql(app, query, variables).await.json();
            let errors = answer["errors"].as_array().unwrap();
            assert!(!errors.is_empty() && errors.iter().all(|error| error["extensions"]["code"].is_string()), "{query}: {answer}");
        }
    }

    async fn what_is_no_graphql_is_told_in_one_line_with_its_place(app: &App) {
        let answer = graphql(app, "{ articles(first: 1) { nodes { id }", json!({})).await.json();
        let error = &answer["errors"][0];
        let message = error["message"].as_str().unwrap();
        assert!(message.starts_with("This is not GraphQL: expected ") && !message.contains('\n'), "{message}");
        assert_eq!(error["locations"], json!([{ "line": 1, "column": 36 }]), "{answer}");
    }

    async fn a_name_that_the_schema_does_not_have_is_told_with_what_may_have_been_meant(app: &App) {
        let list = "query($of: ArticleFilter) { articles(first: 1, filter: $of) { nodes { id } } }";
        for (query, variables, says) in [
            ("{ articles(first: 1) { nodes { tittle } } }", json!({}), "Unknown field \"tittle\" on type \"Article\". Did you mean title?"),
            ("{ articles(frist: 1) { nodes { id } } }", json!({}), "of type \"Query\". Did you mean first?"),
            ("{ articles(limit: 1) { nodes { id } } }", json!({}), "Possible are: after, "),
            ("{ articles(first: 1, sort: TITLE) { nodes { id } } }", json!({}), "Possible are: "),
            ("{ articles(first: 1, filter: { kind: NEWZ }) { nodes { id } } }", json!({}), "Did you mean NEWS?"),
            ("{ articles(first: 1, filter: { anytag: \"x\" }) { nodes { id } } }", json!({}), "Did you mean anyTag?"),
            (list, json!({ "of": { "lokale": "en" } }), "Did you mean locale?"),
            ("{ articles(first: 1) { nodes { id(x: 1) } } }", json!({}), "It takes no arguments."),
        ] {
            let answer = graphql(app, query, variables).await.json();
            let message = answer["errors"][0]["message"].as_str().unwrap();
            assert!(message.contains(says), "{query}: {message}");
        }
    }

    async fn of_very_many_wrong_names_the_first_are_helped_with(app: &App) {
        let fields = (0..900).map(|number| format!("titel{number}")).collect::<Vec<_>>().join(" ");
        let query = format!("{{ articles(first: 1) {{ nodes {{ tittle {fields} }} }} }}");
        let answer = graphql(app, &query, json!({})).await.json();
        let helped = |error: &&Value| error["message"].as_str().unwrap().contains("Did you mean");
        let errors = answer["errors"].as_array().unwrap();
        assert!(errors.len() > 900 && (1..=10).contains(&errors.iter().filter(helped).count()), "{}", errors.len());
    }

    async fn a_value_that_is_none_of_its_type_is_refused_before_anything_is_read(app: &App) {
        let given = "query($at: Moment) { articles(first: 1, filter: { updatedAfter: $at }) { nodes { id } } }";
        for (query, variables, says) in [
            (given, json!({ "at": "yesterday" }), "\"filter.updatedAfter\", expected type \"Moment\", such as 2026-11-24T07:00:00Z, now-12h or today-7d."),
            (given, json!({ "at": 7 }), "expected type \"Moment\""),
            ("{ articles(first: 1, asOf: \"24.11.2026\") { nodes { id } } }", json!({}), "\"asOf\", expected type \"DateTime\", such as 2026-11-24T07:00:00Z."),
            ("{ articles(first: 1, filter: { locale: \"e n\" }) { nodes { id } } }", json!({}), "expected type \"Locale\", such as en, uk or pt-BR."),
            ("query($day: Date) { factBoxes(first: 1, filter: { reviewBefore: $day }) { nodes { id } } }", json!({ "day": "2026-02-30" }), "expected type \"Date\", such as 2026-11-24."),
        ] {
            let reply = ask(app, &json!({ "query": query, "variables": variables }).to_string()).await;
            let answer = reply.json();
            let error = &answer["errors"][0];
            assert_eq!((reply.status, error["extensions"]["code"].as_str()), (400, Some("VALIDATION_FAILED")), "{answer}");
            assert!(answer.get("data").is_none() && error["message"].as_str().unwrap().contains(says), "{answer}");
        }
    }

    async fn a_body_that_is_too_large_is_refused(app: &App) {
        let body = format!("{{\"query\":\"{{__typename}}\",\"variables\":{{\"x\":\"{}\"}}}}", "a".repeat(600_000));
        let reply = ask(app, &body).await;
        assert_eq!((reply.status, reply.json()["errors"][0]["extensions"]["code"].as_str()), (413, Some("TOO_LARGE")));
    }

    async fn introspection_works_for_the_tools_that_need_it(app: &App) {
        let query = include_str!("introspection.graphql");
        let answer = graphql(app, query, json!({})).await.json();
        assert!(answer.get("errors").is_none(), "{}", answer["errors"]);
        let types = answer["data"]["__schema"]["types"].as_array().unwrap();
        let undocumented: Vec<&Value> = types
            .iter()
            .filter(|t| !t["name"].as_str().unwrap().starts_with("__") && t["name"] != "ID" && t["description"].as_str().is_none_or(str::is_empty))
            .map(|t| &t["name"])
            .collect();
        assert!(undocumented.is_empty(), "types without a description: {undocumented:?}");
    }
}
