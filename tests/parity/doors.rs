//! For every read at the REST door there is a query that gives the same data, over the whole sample newsroom.

use actix_web::test::TestRequest;
use dateline::app::App;
use dateline::domain::access::Role;
use serde_json::{Map, Value, json};

use crate::support::client::{get_json, send};
use crate::support::desk::key;
use crate::support::on_both_databases;

/// The same read at both doors. `<id>`, `<locale>` and `<slug>` are those of every entry of the collection, `@Name` the
/// members of [`MEMBERS`].
struct Read {
    /// The path in the OpenAPI document. `{collection}` stands for each.
    operation: &'static str,
    rest: &'static str,
    graphql: &'static str,
    /// Where the answer of GraphQL has what REST has at its root.
    at: &'static str,
}

const fn read(operation: &'static str, rest: &'static str, graphql: &'static str, at: &'static str) -> Read {
    Read { operation, rest, graphql, at }
}

const READS: &[Read] = &[
    read(
        "/v1/articles",
        "/v1/articles?first=40&total=exact&include=authors,section,tags,leadImage,factBoxes",
        "{ articles(first: 40) { data: nodes { @Article } @Page } }",
        "/articles",
    ),
    read(
        "/v1/articles",
        "/v1/articles?first=40&fields=body,translations,translationOf,unavailable&body=html,markdown,text,blocks\
         &include=translations,translationOf,unavailable",
        "{ articles(first: 40) { data: nodes { id body { html markdown text blocks: portableText } translations { @There url } \
           translationOf { @Original } unavailable { @Unavailable } } page: pageInfo { @Ends } } }",
        "/articles",
    ),
    read(
        "/v1/articles",
        "/v1/articles?first=40&sort=title&asOf=2026-03-18T00:00:00Z&include=authors,section,tags,leadImage,factBoxes",
        "{ articles(first: 40, sort: TITLE_ASC, asOf: \"2026-03-18T00:00:00Z\") { data: nodes { @Article } page: pageInfo { @Ends } } }",
        "/articles",
    ),
    read(
        "/v1/articles",
        "/v1/articles?first=40&q=harbour&highlights=true&total=estimate&fields=slug,title",
        "{ articles(first: 40, filter: { q: \"harbour\" }) { data: nodes { id slug title } @Page search { relaxed suggestion } \
           edges { node { id } highlights { title { @Passage } lead { @Passage } body { @Passage } } } } }",
        "/articles",
    ),
    read(
        "/v1/articles/{id}",
        "/v1/articles/<id>?body=text&fields=revision,updatedAt,body",
        "{ article(id: \"<id>\") { id revision updatedAt body { text } } }",
        "/article",
    ),
    read(
        "/v1/articles/{locale}/{slug}",
        "/v1/articles/<locale>/<slug>?fields=title,url",
        "{ article(locale: \"<locale>\", slug: \"<slug>\") { id title url } }",
        "/article",
    ),
    read(
        "/v1/articles/{id}/related",
        "/v1/articles/<id>/related?first=20&fields=slug,title",
        "{ article(id: \"<id>\") { data: related(first: 20) { article { id slug title } reasons { sameSection linksTo \
           linkedFrom textSimilarity sharedFactBoxes { id } sharedTags { id } } } } }",
        "/article",
    ),
    read(
        "/v1/articles/{id}/neighbours",
        "/v1/articles/<id>/neighbours?fields=slug,title",
        "{ neighbours(id: \"<id>\") { previous { id slug title } next { id slug title } } }",
        "/neighbours",
    ),
    read(
        "/v1/resolve",
        "/v1/resolve?path=/<locale>/<slug>",
        "{ resolve(path: \"/<locale>/<slug>\") { outcome type: kind path url since reason node { ... on Article { id revision } } } }",
        "/resolve",
    ),
    read(
        "/v1/fact-boxes",
        "/v1/fact-boxes?first=100&include=translations&total=exact",
        "{ factBoxes(first: 100) { data: nodes { @FactBox translations { @There } } @Page } }",
        "/factBoxes",
    ),
    read("/v1/fact-boxes/{id}", "/v1/fact-boxes/<id>", "{ factBox(id: \"<id>\") { @FactBox } }", "/factBox"),
    read(
        "/v1/fact-boxes/{locale}/{slug}",
        "/v1/fact-boxes/<locale>/<slug>",
        "{ factBox(locale: \"<locale>\", slug: \"<slug>\") { @FactBox } }",
        "/factBox",
    ),
    read(
        "/v1/fact-boxes/{id}/used-in",
        "/v1/fact-boxes/<id>/used-in",
        "{ entry(kind: FACT_BOX, id: \"<id>\") { usedIn { public { locale count } drafts { locale count } } } }",
        "/entry/usedIn",
    ),
    read(
        "/v1/fact-boxes/overdue",
        "/v1/fact-boxes/overdue?first=50&by=2027-10-01T00:00:00Z&total=exact",
        "{ overdueFactBoxes(first: 50, by: \"2027-10-01T00:00:00Z\") { data: nodes { id locale slug title revision reviewBy \
           usedIn facts { index text reviewBy } } @Page } }",
        "/overdueFactBoxes",
    ),
    read(
        "/v1/authors",
        "/v1/authors?first=100&include=image&total=exact",
        "{ authors(first: 100) { data: nodes { @Author image { @Image } } @Page } }",
        "/authors",
    ),
    read(
        "/v1/authors/{id}",
        "/v1/authors/<id>?include=articles",
        "{ author(id: \"<id>\") { @Author @Articles } }",
        "/author",
    ),
    read(
        "/v1/sections",
        "/v1/sections?first=100&include=parent,ancestors&total=exact",
        "{ sections(first: 100) { data: nodes { @Section parent { @Section ancestors { @Section } } ancestors { @Section } } @Page } }",
        "/sections",
    ),
    read(
        "/v1/sections/{id}",
        "/v1/sections/<slug>?include=articles",
        "{ section(slug: \"<slug>\") { @Section @Articles } }",
        "/section",
    ),
    read(
        "/v1/sections/tree",
        "/v1/sections/tree",
        "{ data: sectionTree { section { @Section } articles { own total } children { section { @Section } articles { own total } \
           children { section { @Section } articles { own total } } } } }",
        "",
    ),
    read(
        "/v1/tags",
        "/v1/tags?first=100&total=exact",
        "{ tags(first: 100) { data: nodes { @Tag } @Page } }",
        "/tags",
    ),
    read(
        "/v1/tags/{id}",
        "/v1/tags/<id>?include=articles,relatedTags",
        "{ tag(id: \"<id>\") { @Tag @Articles relatedTags(first: 10) { tag { @Tag } articles } } }",
        "/tag",
    ),
    read(
        "/v1/images",
        "/v1/images?first=100&total=exact",
        "{ images(first: 100) { data: nodes { @Image } @Page } }",
        "/images",
    ),
    read("/v1/images/{id}", "/v1/images/<id>", "{ image(id: \"<id>\") { @Image } }", "/image"),
    read(
        "/v1/corrections",
        "/v1/corrections?first=100&total=exact",
        "{ corrections(first: 100) { data: nodes { id locale slug url title correctedAt corrections { @Correction } } @Page } }",
        "/corrections",
    ),
    read(
        "/v1/{collection}/{id}/working-copy",
        "/v1/<collection>/<id>/working-copy",
        "{ entry(kind: <KIND>, id: \"<id>\") { id type: kind state version submitted timeline { revision from until material \
           embargo } revision { @Revision content } } }",
        "/entry",
    ),
    read(
        "/v1/{collection}/{id}/revisions",
        "/v1/<collection>/<id>/revisions?first=50",
        "{ entry(kind: <KIND>, id: \"<id>\") { data: revisions(first: 50) { @Revision } } }",
        "/entry",
    ),
    read(
        "/v1/{collection}/{id}/revisions/{number}",
        "/v1/<collection>/<id>/revisions/<revision>",
        "{ entry(kind: <KIND>, id: \"<id>\") { revision { @Revision content } } }",
        "/entry/revision",
    ),
    read(
        "/v1/{collection}/{id}/revisions/{number}/diff",
        "/v1/<collection>/<id>/revisions/<revision>/diff?from=1",
        "{ entry(kind: <KIND>, id: \"<id>\") { diff(from: 1, to: <revision>) { from to members { pointer before after segments { @Segment } } \
           blocks { key @Difference } items { @Difference } } } }",
        "/entry/diff",
    ),
    read("/v1/whoami", "/v1/whoami", "{ viewer { actor credential subject scopes expiresAt } }", "/viewer"),
];

/// What queries select, by name. Names stand before the ones that they are part of.
const MEMBERS: &[(&str, &str)] = &[
    ("@Articles", "articles(first: 20) { count: totalCount latest: nodes { @Linked } }"),
    (
        "@Article",
        "@Linked bylines { author { @Author } } section { @Section } tags { @Tag } leadImage { @Image } \
         factBoxes { factBox { @FactBox } }",
    ),
    (
        "@Linked",
        "id revision publishedAt embargoedUntil contentUpdatedAt updatedAt locale slug url kind title shortTitle lead \
         bylines { role credit author { id } } sources { name url role } section { id } tags { id } leadImage { id } \
         factBoxes { pinned factBox { id } } corrections { @Correction } canonicalUrl seo { title description noIndex } \
         rights { holder licence usageTerms territories aiUse } translationOf { revision article { id } }",
    ),
    ("@Original", "revision isStale article { @There url }"),
    ("@There", "id locale slug title"),
    ("@Unavailable", "role kind position blockKey state"),
    ("@Correction", "kind text at blockKey"),
    (
        "@FactBox",
        "id revision publishedAt embargoedUntil contentUpdatedAt updatedAt locale slug title \
         items { html text sources { name url role } asOf reviewBy }",
    ),
    (
        "@Author",
        "id revision publishedAt embargoedUntil updatedAt slug name { @Localized } names { @Localized } \
         bio { @Localized } bios { @Localized } image { id } links",
    ),
    (
        "@Section",
        "id revision publishedAt embargoedUntil updatedAt slug name { @Localized } names { @Localized } parent { id }",
    ),
    (
        "@Tag",
        "id revision publishedAt embargoedUntil updatedAt slug name { @Localized } names { @Localized } kind sameAs",
    ),
    (
        "@Image",
        "id revision publishedAt embargoedUntil updatedAt url width height alt caption credit licence focalPoint { x y }",
    ),
    ("@Localized", "text locale"),
    ("@Passage", "html segments { text isHit }"),
    ("@Revision", "number savedAt savedBy note"),
    ("@Difference", "status moved beforeIndex afterIndex before after segments { @Segment }"),
    ("@Segment", "edit text"),
    ("@Page", "page: pageInfo { @Ends } total { count isExact }"),
    ("@Ends", "hasNext: hasNextPage hasPrevious: hasPreviousPage"),
];

/// What REST alone has, and why nobody misses it at the other door.
const ONLY_REST: &[(&str, &str)] = &[
    ("type", "GraphQL has __typename"),
    ("richText", "GraphQL has spans"),
    ("exact", "a totalCount always is"),
    ("page.next", "cursors are of their door, and tried by walking"),
    ("page.previous", "as above"),
    ("hasMore", "who asks for one more knows"),
    ("key", "keys are looked after at one door"),
];

/// Reads that have no query, and why.
const NO_QUERY: &[(&str, &str)] = &[
    ("/preview-links", "secrets are looked after at one door"),
    ("/v1/keys", "as above"),
    ("/v1/audit", "for operators, who use curl"),
    ("/v1/persisted-documents", "for tools that build clients"),
    ("/v1/media", "bytes of pictures"),
    ("/feeds", "documents of their own"),
    ("/graphql", "the other door"),
    ("/health", "for whoever watches the process"),
    ("/openapi.json", "about this door"),
];

const COLLECTIONS: &[(&str, &str)] = &[
    ("articles", "ARTICLE"),
    ("fact-boxes", "FACT_BOX"),
    ("authors", "AUTHOR"),
    ("sections", "SECTION"),
    ("tags", "TAG"),
    ("images", "IMAGE"),
];

#[test]
fn every_read_of_rest_is_tried_or_says_why_not() {
    let document: Value = serde_json::from_str(include_str!("../../openapi/openapi.json")).expect("JSON");
    let tried: Vec<String> = READS
        .iter()
        .flat_map(|read| COLLECTIONS.iter().map(|(name, _)| read.operation.replace("{collection}", name)))
        .collect();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        let argued =
            path == "/" || NO_QUERY.iter().any(|(part, _)| path.starts_with(part) || path.ends_with(part));
        let is_tried = tried.contains(path);
        assert!(
            methods.get("get").is_none() || argued || is_tried,
            "{path} is read at one door only, as far as is known"
        );
    }
}

on_both_databases! { SampleNewsroom;
    async fn every_read_of_rest_has_a_query_that_gives_the_same(app: &App) {
        let token = key(app, Role::Admin).await;
        let (mut compared, mut found) = (0, Vec::new());
        for read in READS {
            for (rest, query) in asked(app, read).await {
                let request = TestRequest::get().uri(&rest).insert_header(("authorization", format!("Bearer {token}")));
                let reply = send(app, request).await;
                assert!((200..300).contains(&reply.status), "{rest}: {}", reply.text());
                let request = TestRequest::post().uri("/graphql").insert_header(("authorization", format!("Bearer {token}")));
                let answer = send(app, request.set_json(json!({ "query": query }))).await.json();
                assert!(answer.get("errors").is_none(), "{query}: {answer}");
                let data = answer["data"].pointer(read.at).expect("an answer").clone();
                differences(&reply.json(), &in_rest(data), &rest, &mut found);
                compared += 1;
            }
        }
        assert!(found.is_empty(), "{} differences: {:#?}", found.len(), found);
        assert!(compared > 500, "{compared} reads");
    }
}

/// The requests of a read: one, or one for each entry of its collection.
async fn asked(app: &App, read: &Read) -> Vec<(String, String)> {
    let mut asked = Vec::new();
    for (collection, kind) in COLLECTIONS {
        let whole = |text: &str| text.replace("<collection>", collection).replace("<KIND>", kind);
        let is_of_each = read.rest.contains("<id>") || read.rest.contains("<slug>");
        let of_this =
            read.operation.contains("{collection}") || read.operation.contains(&format!("/{collection}"));
        match (is_of_each, of_this || read.operation == "/v1/resolve" && *collection == "articles") {
            (false, _) => return vec![(read.rest.to_owned(), selected(read.graphql))],
            (true, false) => continue,
            (true, true) => {}
        }
        let entries = get_json(app, &format!("/v1/{collection}?first=100")).await;
        for entry in entries["data"].as_array().expect("a list") {
            let filled = |text: &str| {
                let text = whole(text).replace("<revision>", &entry["revision"].to_string());
                ["id", "locale", "slug"].iter().fold(text, |text, name| {
                    text.replace(&format!("<{name}>"), entry[*name].as_str().unwrap_or_default())
                })
            };
            asked.push((filled(read.rest), filled(&selected(read.graphql))));
        }
    }
    asked
}

fn selected(query: &str) -> String {
    MEMBERS.iter().fold(query.to_owned(), |query, (name, members)| query.replace(name, members))
}

/// An answer of GraphQL with the names and the shapes of REST.
fn in_rest(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let mut members: Map<_, _> =
                members.into_iter().map(|(name, value)| renamed(&name, value)).collect();
            // What stands at an address is an entry.
            if let Some(Value::Object(node)) = members.remove("node") {
                members.extend(node);
            }
            if members.get("total").is_some_and(Value::is_object) {
                members["page"]["total"] = members.remove("total").unwrap_or_default();
            }
            if let Some(Value::Array(edges)) = members.remove("edges") {
                let highlights = edges
                    .into_iter()
                    .map(|edge| (edge["id"].as_str().expect("an id").to_owned(), edge["highlights"].clone()));
                members["search"]["highlights"] = highlights.collect();
            }
            Value::Object(members)
        }
        Value::Array(items) => items.into_iter().map(in_rest).collect(),
        other => other,
    }
}

fn renamed(name: &str, value: Value) -> (String, Value) {
    const ENUMERATIONS: [&str; 11] = [
        "kind",
        "role",
        "state",
        "status",
        "edit",
        "outcome",
        "reason",
        "type",
        "aiUse",
        "credential",
        "scopes",
    ];
    match (name, value) {
        ("names" | "bios", Value::Array(texts)) => {
            let texts = texts
                .iter()
                .map(|text| (text["locale"].as_str().expect("a locale").to_owned(), text["text"].clone()));
            (name.to_owned(), texts.collect())
        }
        ("isExact", value) => ("exact".to_owned(), value),
        (name, value) if ENUMERATIONS.contains(&name) => (name.to_owned(), in_camel_case(value)),
        (name, value @ (Value::Object(_) | Value::Array(_))) if !is_json(name) => {
            (name.to_owned(), in_rest(value))
        }
        (name, value) => (name.to_owned(), value),
    }
}

/// Members that are the same JSON at both doors.
fn is_json(name: &str) -> bool {
    matches!(name, "content" | "before" | "after")
}

fn in_camel_case(value: Value) -> Value {
    match value {
        Value::String(name) if name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_') => {
            let mut words = name.split('_').map(str::to_lowercase);
            let first = words.next().unwrap_or_default();
            Value::String(words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..]))
        }
        Value::Array(names) => names.into_iter().map(in_camel_case).collect(),
        other => other,
    }
}

/// Where what GraphQL was asked for is not what REST says, or REST says something that it was not asked for.
fn differences(rest: &Value, graphql: &Value, at: &str, found: &mut Vec<String>) {
    match (rest, graphql) {
        (Value::Object(rest), Value::Object(graphql)) => {
            for (name, value) in graphql {
                differences(rest.get(name).unwrap_or(&Value::Null), value, &format!("{at}.{name}"), found);
            }
            let alone =
                rest.keys().filter(|name| !graphql.contains_key(*name)).map(|name| format!("{at}.{name}"));
            let is_argued = |at: &String| ONLY_REST.iter().any(|(name, _)| at.ends_with(&format!(".{name}")));
            found.extend(alone.filter(|at| !is_argued(at)).map(|at| format!("{at} is at one door only")));
        }
        (Value::Array(rest), Value::Array(graphql)) if rest.len() == graphql.len() => {
            for (index, (rest, graphql)) in rest.iter().zip(graphql).enumerate() {
                differences(rest, graphql, &format!("{at}[{index}]"), found);
            }
        }
        _ if rest == graphql => {}
        _ => found.push(format!("{at} is {rest} and {graphql}")),
    }
}
