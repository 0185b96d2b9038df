//! The same answer through every door and from both databases.

mod doors;

use dateline::app::App;
use serde_json::json;

use crate::support::client::{Reply, get, get_json, graphql};
use crate::support::database::{self, Backend, Contents};
use crate::support::{corpus, on_both_databases};

/// What a client of the sample newsroom, or of any other, may ask. Slugs and ids are filled in from the lists.
const REST: &[&str] = &[
    "/v1/articles?first=100&total=exact",
    "/v1/articles?first=100&sort=publishedAt",
    "/v1/articles?first=100&sort=-updatedAt&include=authors,section,tags,leadImage,factBoxes,translations",
    "/v1/articles?first=100&sort=updatedAt&fields=title,slug",
    "/v1/articles?first=100&sort=title",
    "/v1/articles?first=100&sort=-title&total=estimate",
    "/v1/articles?first=20&body=blocks",
    "/v1/articles?first=20&body=html&include=authors,factBoxes",
    "/v1/articles?first=20&body=markdown,text",
    "/v1/articles?first=50&locale=en",
    "/v1/articles?first=50&kind=news",
    "/v1/articles?first=50&publishedAfter=2015-03-01T00:00:00Z&publishedBefore=2026-06-01T00:00:00Z",
    "/v1/articles?first=50&updatedAfter=2016-03-01T00:00:00Z",
    "/v1/articles?first=50&asOf=2024-06-01T00:00:00Z&total=exact",
    "/v1/articles?first=50&asOf=2026-03-18T00:00:00Z&include=factBoxes,authors&body=html",
    "/v1/authors?first=100&sort=title&include=image&total=exact",
    "/v1/authors?first=100&locale=uk",
    "/v1/fact-boxes?first=100&sort=title&total=exact&include=translations",
    "/v1/fact-boxes?first=50&asOf=2026-02-20T00:00:00Z",
    "/v1/sections?first=100&sort=title&include=parent",
    "/v1/tags?first=100&sort=title&total=exact",
    "/v1/tags?first=100&kind=person",
    "/v1/images?first=100&sort=title",
    "/v1/corrections?first=100&total=exact",
    "/v1/corrections?first=3&locale=en&correctedAfter=2026-03-01T00:00:00Z",
    "/v1/corrections?first=50&asOf=2026-04-01T00:00:00Z",
    "/v1/corrections?first=50&section=world",
    "/v1/articles?first=50&sort=-correctedAt&total=estimate",
    "/v1/articles?first=50&sort=correctedAt&correctedBefore=2026-06-01T00:00:00Z",
    "/v1/articles?first=100&links=stub&include=authors,section,tags,leadImage,factBoxes,translations,unavailable&body=blocks,html,markdown",
    "/v1/articles?first=100&links=null&include=authors,translations&body=blocks&asOf=2026-07-01T00:00:00Z",
    "/v1/fact-boxes?first=50&sort=reviewBy&reviewBefore=2027-06-30&total=exact",
    "/v1/fact-boxes?first=50&sort=-reviewBy&asOf=2026-06-01T00:00:00Z",
    "/v1/sections/tree",
    "/v1/sections/tree?articleLocale=uk&locale=uk,en&asOf=2026-04-01T00:00:00Z",
    "/v1/sections?first=100&include=ancestors,articles,parent",
    "/v1/tags?first=50&include=articles,relatedTags&locale=uk",
    "/v1/authors?first=50&include=articles",
    "/v1/resolve?path=/en/tunnel-is-through",
    "/v1/resolve?path=/en/fish-auction-to-move-online/",
    "/v1/resolve?path=https://meridian.example.org/uk/topics/fisheries",
    "/feeds/all.rss",
    "/feeds/all.atom?first=50",
    "/feeds/all.json?locale=en",
    "/v1/articles?first=7&section=nowhere",
    "/v1/articles?lokale=en",
    "/v1/articles?first=100&q=tunnel&highlights=true&total=exact&fields=slug,title",
    "/v1/articles?first=20&q=the+harbour&total=estimate&include=translations,translationOf",
    "/v1/articles?first=20&q=%22the+court%22+-harbour&sort=-publishedAt",
    "/v1/articles?first=20&q=cour*&sort=title&highlights=true",
    "/v1/articles?first=20&q=%D0%BF%D0%BE%D1%80%D1%82&locale=uk&highlights=true",
    "/v1/articles?first=20&q=harbuor+tunel",
    "/v1/fact-boxes?first=20&q=court&highlights=true",
    "/v1/tags?first=20&q=fish*",
    "/v1/articles?first=50&translatedInto=uk&stale=false&include=translationOf",
    "/v1/articles?first=50&stale=true&include=translationOf",
];

const GRAPHQL: &[&str] = &[
    "{ articles(first: 100) { totalCount nodes { id slug title updatedAt contentUpdatedAt publishedAt revision } } }",
    "{ articles(last: 30) { edges { cursor node { slug } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }",
    "{ articles(first: 30, sort: TITLE_ASC) { nodes { title bylines { name role credit author { slug } } section { slug parent { slug } } tags { slug } } } }",
    "{ articles(first: 20) { nodes { body { html markdown text portableText } } } }",
    "{ articles(first: 20) { nodes { body { blocks { __typename ... on TextBlock { key text spans { text marks { kind href article { slug } } } } ... on FactBoxBlock { pinned factBox { title } } ... on ImageBlock { caption image { url } } } } } } }",
    "{ articles(first: 30, filter: { kind: NEWS }) { nodes { slug kind translations { locale slug } } } }",
    "{ articles(first: 30, asOf: \"2026-03-18T00:00:00Z\") { nodes { slug factBoxes { pinned factBox { revision items { text } } } } } }",
    "{ articles(first: 30, filter: { publishedAfter: \"2020-01-01T00:00:00Z\" }, sort: PUBLISHED_ASC) { nodes { slug } } }",
    "{ authors(first: 50, sort: TITLE_ASC) { nodes { slug name(locale: \"uk\") { text locale } names { text locale } articles(first: 3) { totalCount nodes { slug } } } } }",
    "{ factBoxes(first: 50, sort: TITLE_ASC) { totalCount nodes { title items { html sources { name url role } asOf reviewBy } articles(first: 5) { nodes { slug } } } } }",
    "{ sections(first: 20, sort: TITLE_DESC) { nodes { slug parent { slug } articles(first: 5, sort: TITLE_ASC) { nodes { title } } } } }",
    "{ tags(first: 50, sort: TITLE_ASC) { nodes { slug kind sameAs articles(last: 2) { edges { cursor node { slug } } } } } }",
    "{ images(first: 100, sort: TITLE_ASC) { nodes { url alt caption credit width height focalPoint { x y } } } }",
    "{ corrections(first: 50) { totalCount nodes { slug correctedAt corrections { kind text at blockKey } article { bylines { name } } } } }",
    "{ corrections(last: 3, locale: \"uk\", section: \"world\") { edges { cursor node { slug url } } pageInfo { hasPreviousPage } } }",
    "{ factBoxes(first: 50, sort: REVIEW_ASC, filter: { reviewBefore: \"2027-06-30\" }) { totalCount edges { cursor node { slug } } } }",
    "{ sections(first: 20) { nodes { slug articles(first: 5, sort: CORRECTED_DESC) { totalCount nodes { slug } } } } }",
    "{ articles(first: 100) { nodes { slug unavailable { role kind position blockKey state } body { blocks { ... on FactBoxBlock { unavailable } } } } } }",
    "{ article(locale: \"en\", slug: \"nothing-of-the-kind\") { id } }",
    "{ articles(first: 0) { nodes { id } } }",
    "{ articles(first: 2, after: \"damaged\") { nodes { id } } }",
    "{ articles(first: 20) { nodes { slug related(first: 9) { article { slug } reasons { sharedTags { slug } sharedFactBoxes { slug } sameSection linksTo linkedFrom textSimilarity } } } } }",
    "{ sectionTree { section { slug ancestors { slug } } articles { own total } children { section { slug } articles { own total } } } }",
    "{ tags(first: 20, sort: TITLE_ASC) { nodes { slug relatedTags(first: 5) { tag { slug } articles } } } }",
    "{ articles(first: 50, filter: { q: \"tunnel\" }) { total { count isExact } search { relaxed suggestion } edges { cursor highlights { title { html } lead { html } body { segments { text isHit } } } node { slug } } } }",
    "{ articles(first: 50, filter: { q: \"cour* -harbour\" }, sort: TITLE_ASC) { totalCount nodes { slug } } }",
    "{ articles(first: 50) { total { count isExact } nodes { slug translationOf { isStale article { slug locale } } } } }",
    "{ nothing }",
];

/// Asks everything, and more about what the lists name.
async fn ask_everything(app: &App) -> Vec<(String, Reply)> {
    let mut asked: Vec<String> = REST.iter().map(|path| (*path).to_owned()).collect();
    let articles = get_json(app, "/v1/articles?first=3").await;
    for article in articles["data"].as_array().expect("articles") {
        let (id, locale, slug) = (&article["id"], &article["locale"], &article["slug"]);
        asked.push(format!("/v1/articles/{}?body=blocks,html,markdown,text", id.as_str().expect("an id")));
        asked.push(format!("/v1/articles/{}/related?first=100&fields=slug", id.as_str().expect("an id")));
        asked.push(format!("/v1/articles/{}/neighbours?sort=title", id.as_str().expect("an id")));
        asked.push(format!(
            "/v1/articles/{}/{}?include=authors,tags,factBoxes",
            locale.as_str().expect("a locale"),
            slug.as_str().expect("a slug")
        ));
    }
    let next = articles["page"]["next"].as_str().expect("more articles");
    asked.push(format!("/v1/articles?first=3&after={next}"));
    let tags = get_json(app, "/v1/tags?first=2").await;
    for tag in tags["data"].as_array().expect("tags") {
        let slug = tag["slug"].as_str().expect("a slug");
        asked.push(format!("/v1/articles?tag={slug}&first=50&total=exact"));
        asked.push(format!("/feeds/tags/{slug}.atom"));
    }
    let mut answers = Vec::new();
    for path in asked {
        let reply = get(app, &path).await;
        answers.push((path, reply));
    }
    for query in GRAPHQL {
        let reply = graphql(app, query, json!({})).await;
        answers.push(((*query).to_owned(), reply));
    }
    answers
}

fn compare(sqlite: &App, postgres: &App) {
    let (sqlite, postgres) = actix_web::rt::System::new()
        .block_on(async { (ask_everything(sqlite).await, ask_everything(postgres).await) });
    assert!(sqlite.len() >= 50, "{} questions", sqlite.len());
    assert_eq!(sqlite.len(), postgres.len());
    for ((question, one), (_, other)) in sqlite.iter().zip(&postgres) {
        assert_eq!(one.status, other.status, "{question}");
        assert_eq!(one.header("etag"), other.header("etag"), "{question}");
        assert!(one.body == other.body, "{question}:\n{}\n{}", one.text(), other.text());
    }
}

#[test]
fn both_databases_give_the_same_bytes_for_the_sample_newsroom() {
    let sqlite = database::app(Backend::Sqlite, Contents::SampleNewsroom).expect("SQLite is built in");
    let Some(postgres) = database::app(Backend::Postgres, Contents::SampleNewsroom) else { return };
    compare(&sqlite, &postgres);
}

/// The archive is a public newsroom of 2,083 posts; most were due to expire by now, and are kept here.
#[test]
fn both_databases_give_the_same_bytes_for_a_public_newsroom() {
    let Some(folder) = corpus::unpacked("digitalgov") else { return };
    let sqlite = database::app(Backend::Sqlite, Contents::Nothing).expect("SQLite is built in");
    let Some(postgres) = database::app(Backend::Postgres, Contents::Nothing) else { return };
    for app in [&sqlite, &postgres] {
        let report = crate::support::sample::import_folder(app, &folder);
        assert_eq!((report.failed, report.total().created), (0, 6_671), "{:?}", report.files.first());
    }
    compare(&sqlite, &postgres);
}

on_both_databases! { SampleNewsroom;
    async fn rest_and_graphql_refuse_for_the_same_reason(app: &App) {
        for (path, query) in [
            ("/v1/articles?first=101", "{ articles(first: 101) { nodes { id } } }"),
            ("/v1/articles?first=1&after=x", "{ articles(first: 1, after: \"x\") { nodes { id } } }"),
            ("/v1/articles?first=1&section=nowhere", "{ articles(first: 1, filter: { section: \"nowhere\" }) { nodes { id } } }"),
            ("/v1/articles?first=1&asOf=2031-01-01T00:00:00Z", "{ articles(first: 1, asOf: \"2031-01-01T00:00:00Z\") { nodes { id } } }"),
            ("/v1/articles/x", "{ article(id: \"x\") { id } }"),
        ] {
            let rest = get(app, path).await.json();
            let graphql = graphql(app, query, json!({})).await.json();
            let error = &graphql["errors"][0];
            assert_eq!(rest["code"], error["extensions"]["code"], "{path}: {graphql}");
            assert_eq!(rest["detail"], error["message"], "{path}");
        }
    }
}
