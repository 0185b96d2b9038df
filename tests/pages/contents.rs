//! What the pages say is true of this server.

use actix_web::test::TestRequest;
use dateline::app::desk::{Action, Release};
use dateline::app::{Access, App, Clock, Ids};
use dateline::domain::access::Role;
use dateline::domain::{Kind, Timestamp};
use dateline::server::{self, Doors};
use serde_json::{Value, json};

use super::{BROWSER, attribute, visit};
use crate::support::client::{get, get_json, graphql, send};
use crate::support::database::{Backend, Contents, noon};
use crate::support::desk::{self, key};
use crate::support::{on_both_databases, run_on};

/// What the front page tells of each kind, in its words.
fn figures(html: &str) -> Vec<(String, u64)> {
    let parts = html.split("<dt>").skip(1).map(|part| part.split("</dd>").next().expect("its end"));
    parts
        .map(|part| {
            let (name, count) = part.split_once("</dt><dd>").expect("a name and a count");
            (name.to_owned(), count.replace(',', "").parse().expect("a number"))
        })
        .collect()
}

async fn total(app: &App, list: &str) -> u64 {
    get_json(app, &format!("{list}total=exact&first=1")).await["page"]["total"]["count"]
        .as_u64()
        .expect("a count")
}

on_both_databases! { SampleNewsroom;
    async fn the_front_page_counts_what_is_public(app: &App) {
        let html = visit(app, "/").await.text();
        let names = ["articles", "authors", "fact boxes", "sections", "tags", "images"];
        let mut expected = Vec::new();
        for name in names {
            expected.push((name.to_owned(), total(app, &format!("/v1/{}?", name.replace(' ', "-"))).await));
        }
        let mut told = figures(&html);
        told.sort();
        expected.sort();
        assert_eq!(told, expected);
        for locale in ["en", "uk"] {
            let count = total(app, &format!("/v1/articles?locale={locale}&")).await;
            assert!(html.contains(&format!("<span data-language=\"{locale}\">{locale}</span> ({count})")), "{html}");
        }
    }

    async fn the_front_page_names_the_newest_articles_and_the_latest_change(app: &App) {
        let html = visit(app, "/").await.text();
        let list = get_json(app, "/v1/articles?first=6").await;
        let mut rest = html.as_str();
        for article in list["data"].as_array().expect("articles") {
            let (locale, slug) = (article["locale"].as_str().expect("one"), article["slug"].as_str().expect("one"));
            let title = article["title"].as_str().expect("one").replace('"', "&quot;");
            let link = format!("<a href=\"/v1/articles/{locale}/{slug}\" lang=\"{locale}\">{title}</a>");
            let (_, after) = rest.split_once(&link).unwrap_or_else(|| panic!("{link} in {html}"));
            rest = after;
        }
        let mut latest = String::new();
        for kind in ["articles", "fact-boxes", "authors", "sections", "tags", "images"] {
            let first = get_json(app, &format!("/v1/{kind}?first=1&sort=-updatedAt")).await;
            latest = latest.max(first["data"][0]["updatedAt"].as_str().expect("a moment").to_owned());
        }
        assert!(html.contains(&format!("Last changed <time datetime=\"{latest}\">")), "{latest}");
    }

    async fn every_link_of_the_front_page_leads_somewhere(app: &App) {
        let html = visit(app, "/").await.text();
        let links: Vec<String> = attribute(&html, "href").into_iter().filter(|link| link.starts_with('/')).collect();
        assert!(links.len() > 15, "{links:?}");
        for link in links {
            assert_eq!(visit(app, &link).await.status, 200, "{link}");
        }
    }

    async fn the_first_requests_are_answered(app: &App) {
        let html = visit(app, "/").await.text();
        let commands: Vec<String> = html.split("<pre tabindex=\"0\"><code>").skip(1)
            .map(|part| part.split("</code>").next().expect("its end").replace("&amp;", "&")).collect();
        assert_eq!(commands.len(), 3, "{commands:?}");
        for command in commands {
            let quoted: Vec<&str> = command.split('\'').skip(1).step_by(2).collect();
            let path = quoted[0].strip_prefix("http://api.example.org").expect("the public address");
            let query = quoted.get(1).map(|text| {
                let (name, value) = text.split_once('=').expect("a parameter");
                format!("?{}", url::form_urlencoded::Serializer::new(String::new()).append_pair(name, value).finish())
            });
            let answer = get_json(app, &format!("{path}{}", query.unwrap_or_default())).await;
            assert!(answer.get("errors").is_none() && !answer.to_string().contains("null,null"), "{command}: {answer}");
        }
    }

    async fn a_server_without_public_reading_says_nothing_of_what_is_in_it(app: &App) {
        let closed = app.clone().with_access(Access { public_reading: false });
        let before = app.store().statements();
        let page = visit(&closed, "/").await;
        let html = page.text();
        assert_eq!((page.status, app.store().statements()), (200, before), "it asks nothing of the database");
        assert!(html.contains("Reading needs a key") && figures(&html).is_empty());
        assert!(!html.contains("/v1/articles/") && !html.contains("tunnel") && !html.contains("Last changed"));
        let bearer = format!("Bearer {}", key(app, Role::Reader).await);
        let request = TestRequest::get().uri("/").insert_header(("accept", BROWSER)).insert_header(("authorization", bearer));
        let known = send(&closed, request).await;
        assert_eq!(known.header("cache-control"), Some("private, no-store"));
        assert_eq!(figures(&known.text()).len(), 6);
    }

    async fn the_examples_of_the_explorer_are_answered(app: &App) {
        let html = visit(app, "/graphiql").await.text();
        let clear = |text: &String| text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">");
        let documents: Vec<String> = attribute(&html, "data-document").iter().map(clear).collect();
        let variables: Vec<String> = attribute(&html, "data-variables").iter().map(clear).collect();
        assert_eq!((documents.len(), variables.len()), (9, 9));
        for (document, variables) in documents.iter().zip(variables) {
            // The browser's test follows it.
            if document.contains("subscription") {
                continue;
            }
            let variables: Value = serde_json::from_str(&variables).expect("JSON");
            let answer = graphql(app, document, variables.clone()).await.json();
            if document.contains("DRAFT") {
                assert_eq!(answer["errors"][0]["extensions"]["code"], "UNAUTHENTICATED", "{answer}");
                let bearer = format!("Bearer {}", key(app, Role::Previewer).await);
                let request = TestRequest::post().uri("/graphql").insert_header(("authorization", bearer));
                let answer = send(app, request.set_json(json!({ "query": document, "variables": variables }))).await.json();
                assert!(answer["data"]["articles"]["nodes"][0]["title"].is_string(), "{answer}");
            } else {
                assert!(answer.get("errors").is_none(), "{document}: {answer}");
                assert!(answer["data"].as_object().expect("data").values().all(|value| !value.is_null()), "{document}: {answer}");
            }
        }
    }
}

fn moment(text: &str) -> Timestamp {
    text.parse().expect("a moment")
}

/// The figure of articles.
async fn articles(app: &App) -> u64 {
    let html = visit(app, "/").await.text();
    figures(&html).into_iter().find(|(name, _)| name.starts_with("article")).expect("a figure").1
}

on_both_databases! { SampleNewsroom;
    async fn what_was_counted_is_remembered_while_it_is_true(app: &App) {
        let clock = Clock::standing_at(noon());
        let app = &App::new(app.store().clone(), clock.clone(), Ids::Random, app.site().clone());
        let before = articles(app).await;
        let statements = app.store().statements();
        assert_eq!(articles(app).await, before);
        assert_eq!(app.store().statements() - statements, 4, "the latest change, the newest articles, the transaction");
        // What was planned goes into force without any further change.
        let newest = get_json(app, "/v1/articles?first=1").await["data"][0]["id"].clone();
        let newest = newest.as_str().expect("an id").parse().expect("an id");
        let until = moment("2026-11-24T12:30:00Z");
        desk::change(app, Kind::Article, newest, Action::Withdraw(Some(until))).await.expect("it is planned");
        for (now, gone) in [("12:29:59", 0), ("12:30:00", 1), ("12:31:00", 1), ("12:29:59", 0)] {
            clock.set(moment(&format!("2026-11-24T{now}Z")));
            assert_eq!(articles(app).await, before - gone, "{now}");
        }
    }

    async fn what_is_published_is_counted_at_once(app: &App) {
        let before = articles(app).await;
        let newest = get_json(app, "/v1/articles?first=1").await["data"][0]["id"].clone();
        let newest = newest.as_str().expect("an id").parse().expect("an id");
        desk::change(app, Kind::Article, newest, Action::Withdraw(None)).await.expect("it is withdrawn");
        assert_eq!(articles(app).await, before - 1);
        desk::change(app, Kind::Article, newest, Action::Publish(Release::default())).await.expect("it is public");
        assert_eq!(articles(app).await, before);
    }
}

on_both_databases! { Nothing;
    async fn an_empty_server_says_so(app: &App) {
        let html = visit(app, "/").await.text();
        assert!(html.contains("Nothing is public yet") && !html.contains("Newest articles"));
        assert!(figures(&html).iter().all(|(_, count)| *count == 0), "{html}");
    }

}

#[test]
fn the_reference_has_every_operation_and_every_schema() {
    run_on(Backend::Sqlite, Contents::Nothing, async |app| {
        let html = visit(&app, "/docs").await.text();
        let document = get_json(&app, "/openapi.json").await;
        let ids = attribute(&html, "id");
        let paths = document["paths"].as_object().expect("paths");
        let operations = paths.values().flat_map(|item| item.as_object().expect("a path").values());
        let mut wanted: Vec<String> = operations
            .map(|operation| operation["operationId"].as_str().expect("an id").to_owned())
            .collect();
        wanted.extend(
            document["components"]["schemas"]
                .as_object()
                .expect("some")
                .keys()
                .map(|name| format!("schema-{name}")),
        );
        assert!(wanted.len() > 150, "{wanted:?}");
        for id in &wanted {
            assert!(ids.contains(id), "{id}");
        }
        for link in attribute(&html, "href").iter().filter_map(|link| link.strip_prefix('#')) {
            assert!(ids.iter().any(|id| id == link), "#{link} leads nowhere");
        }
        for code in ["PRECONDITION_FAILED", "GONE", "RATE_LIMITED"] {
            assert!(html.contains(code), "{code}");
        }
    });
}

#[test]
fn the_schema_is_there_as_text() {
    run_on(Backend::Sqlite, Contents::Nothing, async |app| {
        let reply = get(&app, "/schema.graphql").await;
        assert_eq!(reply.header("content-type"), Some("text/plain; charset=utf-8"));
        assert_eq!(reply.text(), dateline::graphql::sdl());
    });
}

/// Names come from people: none of them becomes markup.
#[test]
fn a_newsroom_with_a_wild_name_is_shown_as_it_is_called() {
    run_on(Backend::Sqlite, Contents::Nothing, async |app| {
        let site = dateline::app::Site { name: "<b>Wild & \"free\"</b>".to_owned(), ..app.site().clone() };
        let wild = App::new(app.store().clone(), Clock::System, Ids::Random, site);
        for page in super::PAGES {
            let html = visit(&wild, page).await.text();
            assert!(
                !html.contains("<b>") && html.contains("&lt;b&gt;Wild &amp; &quot;free&quot;&lt;/b&gt;"),
                "{page}"
            );
        }
    });
}

#[test]
fn without_pages_everything_else_is_as_it_was() {
    run_on(Backend::Sqlite, Contents::Nothing, async |app| {
        let doors = Doors { pages: false, ..Doors::default() };
        let routes = server::routes_of(app.clone(), doors);
        let service = actix_web::test::init_service(actix_web::App::new().configure(routes)).await;
        for (path, status) in
            [("/", 200), ("/docs", 404), ("/graphiql", 404), ("/schema.graphql", 404), ("/openapi.json", 200)]
        {
            let request = TestRequest::get().uri(path).insert_header(("accept", BROWSER)).to_request();
            let response = actix_web::test::call_service(&service, request).await;
            assert_eq!(response.status().as_u16(), status, "{path}");
            let body = actix_web::test::read_body(response).await;
            let body: Value = serde_json::from_slice(&body).expect("JSON");
            assert!(body.get("docs").is_none() && body.get("graphiql").is_none(), "{path}");
        }
    });
}
