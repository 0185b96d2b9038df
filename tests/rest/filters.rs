//! The filter language: each condition means what a reader of the whole list would say it means, at both doors.

use dateline::app::App;
use serde_json::{Value, json};

use crate::support::client::{get, get_json, graphql};
use crate::support::on_both_databases;

/// Everything that is public, whole.
async fn everything(app: &App) -> Vec<Value> {
    let include = "tags,authors,section,factBoxes,translations,translationOf";
    let list = get_json(app, &format!("/v1/articles?first=100&include={include}")).await;
    list["data"].as_array().expect("a list").clone()
}

fn ids(list: &Value) -> Vec<String> {
    let items = list.as_array().expect("a list");
    items.iter().map(|item| item["id"].as_str().expect("an id").to_owned()).collect()
}

/// The slugs of what an article refers to in an array.
fn has(article: &Value, array: &str, of: Option<&str>, slug: &str) -> bool {
    let items = article[array].as_array().expect("an array").iter();
    items.map(|item| of.map_or(item, |of| &item[of])).any(|item| item["slug"] == slug)
}

fn tag(article: &Value, slug: &str) -> bool {
    has(article, "tags", None, slug)
}

fn author(article: &Value, slug: &str) -> bool {
    has(article, "bylines", Some("author"), slug)
}

fn fact_box(article: &Value, slug: &str) -> bool {
    has(article, "factBoxes", Some("factBox"), slug)
}

fn source(article: &Value, name: &str) -> bool {
    article["sources"].as_array().expect("sources").iter().any(|source| source["name"] == name)
}

fn into(article: &Value, locale: &str) -> bool {
    article["translations"].as_array().expect("translations").iter().any(|other| other["locale"] == locale)
}

fn is_stale(article: &Value) -> bool {
    article["translationOf"]["isStale"] == true
}

fn before(article: &Value, clock: &str, moment: &str) -> bool {
    article[clock].as_str().expect("a moment") < moment
}

fn last_corrected(article: &Value) -> Option<&str> {
    article["corrections"].as_array().expect("corrections").iter().filter_map(|it| it["at"].as_str()).max()
}

type Holds = fn(&Value) -> bool;

/// Filters, the same as parameters where they have that form, and what they mean.
pub(super) const FILTERS: &[(&str, &str, Holds)] = &[
    ("{}", "", |_| true),
    (r#"{"locale": ["uk"]}"#, "locale=uk", |it| it["locale"] == "uk"),
    (r#"{"locale": ["uk", "en"]}"#, "", |_| true),
    (r#"{"kind": ["feature"]}"#, "kind=feature", |it| it["kind"] == "feature"),
    (r#"{"kind": ["live", "opinion"]}"#, "kind=live,opinion", |it| {
        it["kind"] == "live" || it["kind"] == "opinion"
    }),
    (r#"{"section": "world"}"#, "section=world", |it| it["section"]["slug"] == "world"),
    (r#"{"sectionTree": "world"}"#, "sectionTree=world", |it| {
        it["section"]["slug"] == "world" || it["section"]["slug"] == "region"
    }),
    (r#"{"sectionTree": "region"}"#, "sectionTree=region", |it| it["section"]["slug"] == "region"),
    (r#"{"tags": ["budget"]}"#, "tag=budget", |it| tag(it, "budget")),
    (r#"{"tags": ["budget", "climate"]}"#, "tag=budget&tag=climate", |it| {
        tag(it, "budget") && tag(it, "climate")
    }),
    (r#"{"anyTag": ["budget", "climate"]}"#, "anyTag=budget&anyTag=climate", |it| {
        tag(it, "budget") || tag(it, "climate")
    }),
    (r#"{"noTag": ["budget", "climate"]}"#, "noTag=budget&noTag=climate", |it| {
        !tag(it, "budget") && !tag(it, "climate")
    }),
    (r#"{"authors": ["olena-marsh", "karel-osmund"]}"#, "author=olena-marsh&author=karel-osmund", |it| {
        author(it, "olena-marsh") && author(it, "karel-osmund")
    }),
    (
        r#"{"anyAuthor": ["tobias-renn", "jonas-ekker"]}"#,
        "anyAuthor=tobias-renn&anyAuthor=jonas-ekker",
        |it| author(it, "tobias-renn") || author(it, "jonas-ekker"),
    ),
    (r#"{"noAuthor": ["pia-sollander"]}"#, "noAuthor=pia-sollander", |it| !author(it, "pia-sollander")),
    (r#"{"factBox": "en/coastal-court"}"#, "factBox=en/coastal-court", |it| fact_box(it, "coastal-court")),
    (
        r#"{"anyFactBox": ["en/coastal-court", "uk/tunel-pid-havanniu"]}"#,
        "anyFactBox=en/coastal-court&anyFactBox=uk/tunel-pid-havanniu",
        |it| fact_box(it, "coastal-court") || fact_box(it, "tunel-pid-havanniu"),
    ),
    (r#"{"noFactBox": ["en/coastal-court"]}"#, "noFactBox=en/coastal-court", |it| {
        !fact_box(it, "coastal-court")
    }),
    (r#"{"source": ["Strait Wire"]}"#, "source=strait%20%20WIRE", |it| source(it, "Strait Wire")),
    (r#"{"source": ["Strait Wire", "Halina Dorn, Dorn & Aske"]}"#, "", |it| {
        source(it, "Strait Wire") || source(it, "Halina Dorn, Dorn & Aske")
    }),
    (r#"{"not": {"source": ["Томас Арден, Портове управління"]}}"#, "", |it| {
        !source(it, "Томас Арден, Портове управління")
    }),
    (r#"{"source": ["Nobody"]}"#, "source=Nobody", |_| false),
    (r#"{"hasImage": true}"#, "hasImage=true", |it| !it["leadImage"].is_null()),
    (r#"{"hasImage": false}"#, "hasImage=false", |it| it["leadImage"].is_null()),
    (r#"{"corrected": true}"#, "corrected=true", |it| last_corrected(it).is_some()),
    (r#"{"corrected": false}"#, "corrected=false", |it| last_corrected(it).is_none()),
    (r#"{"translatedInto": "uk"}"#, "translatedInto=uk", |it| into(it, "uk")),
    (r#"{"notTranslatedInto": "uk"}"#, "notTranslatedInto=uk", |it| !into(it, "uk")),
    (r#"{"locale": ["en"], "notTranslatedInto": "uk"}"#, "locale=en&notTranslatedInto=uk", |it| {
        it["locale"] == "en" && !into(it, "uk")
    }),
    (r#"{"translatedInto": "fr"}"#, "translatedInto=fr", |_| false),
    (r#"{"stale": true}"#, "stale=true", is_stale),
    (r#"{"stale": false}"#, "stale=false", |it| !is_stale(it)),
    (r#"{"publishedBefore": "2026-03-01T00:00:00Z"}"#, "publishedBefore=2026-03-01T00:00:00Z", |it| {
        before(it, "publishedAt", "2026-03-01")
    }),
    (r#"{"publishedAfter": "now-60d"}"#, "publishedAfter=now-60d", |it| {
        !before(it, "publishedAt", "2026-09-25T12:00:00.000Z")
    }),
    (
        r#"{"publishedAfter": "today-60d", "publishedBefore": "now-1w"}"#,
        "publishedAfter=today-60d&publishedBefore=now-1w",
        |it| {
            !before(it, "publishedAt", "2026-09-25T00:00:00.000Z")
                && before(it, "publishedAt", "2026-11-17T12:00:00.000Z")
        },
    ),
    (r#"{"updatedAfter": "2026-10-01T00:00:00Z"}"#, "updatedAfter=2026-10-01T00:00:00Z", |it| {
        !before(it, "updatedAt", "2026-10-01")
    }),
    (
        r#"{"contentUpdatedBefore": "2026-06-01T00:00:00Z"}"#,
        "contentUpdatedBefore=2026-06-01T00:00:00Z",
        |it| before(it, "contentUpdatedAt", "2026-06-01"),
    ),
    (r#"{"updatedBefore": "2026-06-01T00:00:00Z"}"#, "updatedBefore=2026-06-01T00:00:00Z", |it| {
        before(it, "updatedAt", "2026-06-01")
    }),
    (r#"{"contentUpdatedAfter": "now-90d"}"#, "contentUpdatedAfter=now-90d", |it| {
        !before(it, "contentUpdatedAt", "2026-08-26T12:00:00.000Z")
    }),
    (r#"{"correctedBefore": "2026-05-01T00:00:00Z"}"#, "correctedBefore=2026-05-01T00:00:00Z", |it| {
        last_corrected(it).is_some_and(|at| at < "2026-05-01")
    }),
    (r#"{"correctedAfter": "2026-05-01T00:00:00Z"}"#, "correctedAfter=2026-05-01T00:00:00Z", |it| {
        last_corrected(it).is_some_and(|at| at >= "2026-05-01")
    }),
    (r#"{"not": {"correctedAfter": "2026-05-01T00:00:00Z"}}"#, "", |it| {
        last_corrected(it).is_none_or(|at| at < "2026-05-01")
    }),
    (
        r#"{"or": [{"kind": ["live"]}, {"tags": ["elections"]}, {"locale": ["en"], "section": "science"}]}"#,
        "",
        |it| {
            it["kind"] == "live"
                || tag(it, "elections")
                || (it["locale"] == "en" && it["section"]["slug"] == "science")
        },
    ),
    (
        r#"{"and": [{"anyTag": ["budget", "energy"]}, {"not": {"or": [{"locale": ["uk"]}, {"hasImage": false}]}}]}"#,
        "",
        |it| (tag(it, "budget") || tag(it, "energy")) && it["locale"] != "uk" && !it["leadImage"].is_null(),
    ),
    (r#"{"and": [], "kind": null}"#, "", |_| true),
    // What is common in different parts of the whole, or never comes together.
    (r#"{"locale": ["uk"], "hasImage": false}"#, "locale=uk&hasImage=false", |it| {
        it["locale"] == "uk" && it["leadImage"].is_null()
    }),
    (r#"{"locale": ["uk"], "kind": ["news"]}"#, "locale=uk&kind=news", |it| {
        it["locale"] == "uk" && it["kind"] == "news"
    }),
    (
        r#"{"locale": ["uk"], "anyTag": ["elections", "budget"]}"#,
        "locale=uk&anyTag=elections&anyTag=budget",
        |it| it["locale"] == "uk" && (tag(it, "elections") || tag(it, "budget")),
    ),
    (
        r#"{"hasImage": true, "anyTag": ["elections", "budget"], "publishedBefore": "2026-06-01T00:00:00Z"}"#,
        "",
        |it| {
            !it["leadImage"].is_null()
                && (tag(it, "elections") || tag(it, "budget"))
                && before(it, "publishedAt", "2026-06-01")
        },
    ),
    (r#"{"tags": ["elections"], "publishedBefore": "2026-06-01T00:00:00Z"}"#, "", |it| {
        tag(it, "elections") && before(it, "publishedAt", "2026-06-01")
    }),
    (
        r#"{"or": [{"section": "science"}, {"tags": ["elections"]}, {"hasImage": false}], "locale": ["en"]}"#,
        "",
        |it| {
            it["locale"] == "en"
                && (it["section"]["slug"] == "science" || tag(it, "elections") || it["leadImage"].is_null())
        },
    ),
];

/// The same filter for GraphQL, where genres are written in capitals.
fn in_graphql(filter: Value) -> Value {
    match filter {
        Value::Object(members) => members
            .into_iter()
            .map(|(name, value)| match (name.as_str(), value) {
                ("kind", Value::Array(kinds)) => {
                    let upper = kinds.iter().filter_map(Value::as_str).map(str::to_uppercase);
                    (name, upper.collect::<Vec<_>>().into())
                }
                (_, value) => (name, in_graphql(value)),
            })
            .collect(),
        Value::Array(items) => items.into_iter().map(in_graphql).collect(),
        other => other,
    }
}

fn escaped(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

on_both_databases! { SampleNewsroom;
    async fn every_condition_keeps_what_it_says_and_all_of_it(app: &App) {
        let all = everything(app).await;
        let query = "query ($filter: ArticleFilter) { articles(filter: $filter, first: 100) { totalCount nodes { id } } }";
        for (filter, parameters, holds) in FILTERS {
            let expected: Vec<_> = all.iter().filter(|it| holds(it)).map(|it| it["id"].as_str().expect("an id").to_owned()).collect();
            let json: Value = serde_json::from_str(filter).expect("a filter");
            let list = get_json(app, &format!("/v1/articles?first=100&total=exact&filter={}", escaped(filter))).await;
            assert_eq!(ids(&list["data"]), expected, "{filter}");
            assert_eq!(list["page"]["total"]["count"], expected.len(), "{filter}");
            let answer = graphql(app, query, json!({ "filter": in_graphql(json) })).await.json();
            assert_eq!(ids(&answer["data"]["articles"]["nodes"]), expected, "{filter}: {answer}");
            assert_eq!(answer["data"]["articles"]["totalCount"], expected.len(), "{filter}");
            if !parameters.is_empty() {
                assert_eq!(ids(&get_json(app, &format!("/v1/articles?first=100&{parameters}")).await["data"]), expected, "{parameters}");
            }
        }
    }

    async fn whatever_is_left_out_is_in_the_list_of_what_is_not(app: &App) {
        let all = everything(app).await.len();
        for (filter, ..) in FILTERS {
            let not = escaped(&format!(r#"{{"not": {filter}}}"#));
            let (with, without) = (escaped(filter), not);
            let count = async |filter: &str| get_json(app, &format!("/v1/articles?first=1&total=exact&filter={filter}")).await["page"]["total"]["count"].as_u64();
            assert_eq!(count(&with).await.zip(count(&without).await).map(|(a, b)| a + b), Some(all as u64), "{filter}");
        }
    }

    async fn a_filtered_list_is_the_same_in_every_order_and_on_every_page(app: &App) {
        for (filter, ..) in FILTERS {
            let filter = escaped(filter);
            let mut whole = ids(&get_json(app, &format!("/v1/articles?first=100&filter={filter}")).await["data"]);
            whole.sort();
            for sort in ["-publishedAt", "-updatedAt", "contentUpdatedAt", "title"] {
                let path = format!("/v1/articles?first=4&sort={sort}&filter={filter}");
                let (mut seen, mut after) = (Vec::new(), String::new());
                loop {
                    let page = get_json(app, &format!("{path}{after}")).await;
                    seen.extend(ids(&page["data"]));
                    let Some(next) = page["page"]["next"].as_str() else { break };
                    after = format!("&after={next}");
                }
                seen.sort();
                assert_eq!(seen, whole, "{sort} {filter}");
            }
        }
    }

    /// How a filter is written makes no other list of it; what it says does.
    async fn a_cursor_is_good_for_the_same_filter_however_it_is_written(app: &App) {
        let first = get_json(app, "/v1/articles?first=2&section=region&locale=en&publishedAfter=now-300d").await;
        let after = first["page"]["next"].as_str().expect("a cursor");
        let next = get_json(app, &format!("/v1/articles?first=2&section=region&locale=en&publishedAfter=now-300d&after={after}")).await;
        let json = escaped(r#"{"publishedAfter": "now-300d", "and": [{"locale": ["en"]}, {"section": "region"}]}"#);
        let same = get_json(app, &format!("/v1/articles?first=2&filter={json}&after={after}")).await;
        assert_eq!(ids(&next["data"]), ids(&same["data"]));
        let other = get(app, &format!("/v1/articles?first=2&section=region&locale=en&after={after}")).await;
        assert_eq!(other.json()["code"], "INVALID_CURSOR");
    }

    async fn what_nothing_can_meet_is_told_with_the_way_out(app: &App) {
        for (asked, pointer, part) in [
            ("section=science&section=world", "?section", "\"or\""),
            ("locale=en&filter=%7B%22locale%22%3A%5B%22uk%22%5D%7D", "?locale", "one condition"),
            ("publishedAfter=2026-12-01T00:00:00Z&publishedBefore=2026-01-01T00:00:00Z", "?publishedBefore", "after its beginning"),
        ] {
            let refused = get(app, &format!("/v1/articles?{asked}")).await;
            let told = refused.json();
            assert_eq!((refused.status, &told["code"]), (400, &"INVALID_PARAMETER".into()), "{asked}: {told}");
            let text = told.to_string();
            assert!(text.contains(pointer) && text.replace('\\', "").contains(part), "{asked}: {text}");
        }
        // The same twice is no contradiction, and neither is a period of another clock.
        for asked in ["section=science&section=science", "publishedAfter=2026-04-01T00:00:00Z&updatedBefore=2026-03-01T00:00:00Z"] {
            assert_eq!(get(app, &format!("/v1/articles?{asked}")).await.status, 200, "{asked}");
        }
    }

    async fn lists_below_entries_are_filtered_too(app: &App) {
        let query = "{ section(slug: \"region\") { articles(first: 100, filter: { or: [{ kind: LIVE }, { hasImage: false }, { anyTag: [\"elections\"] }] }) { nodes { id } } } }";
        let answer = graphql(app, query, json!({})).await.json();
        let below = ids(&answer["data"]["section"]["articles"]["nodes"]);
        let same = escaped(r#"{"section": "region", "or": [{"kind": ["live"]}, {"hasImage": false}, {"anyTag": ["elections"]}]}"#);
        let list = get_json(app, &format!("/v1/articles?first=100&filter={same}")).await;
        assert_eq!(below, ids(&list["data"]));
        assert!(!below.is_empty());
    }

    /// A list that is come by along the links of a section, and is narrowed by what else its entries refer to: now, when few are
    /// gathered, and in the past.
    async fn what_has_a_tag_and_what_has_not_are_the_whole_section(app: &App) {
        for moment in ["first=100", "first=100&sort=title", "first=100&asOf=2026-11-23T00:00:00Z", "first=100&asOf=2026-11-23T00:00:00Z&sort=title"] {
            let list = async |filter: Value| {
                let list = get_json(app, &format!("/v1/articles?{moment}&filter={}", escaped(&filter.to_string()))).await;
                ids(&list["data"])
            };
            let tag = json!({ "tags": ["elections"] });
            let whole = list(json!({ "section": "region" })).await;
            let with = list(json!({ "section": "region", "tags": ["elections"] })).await;
            let without = list(json!({ "section": "region", "not": tag })).await;
            assert!(!with.is_empty() && !without.is_empty(), "{moment}: {with:?} {without:?}");
            let mut both: Vec<_> = with.iter().chain(&without).collect();
            both.sort();
            let mut sorted: Vec<_> = whole.iter().collect();
            sorted.sort();
            assert_eq!(both, sorted, "{moment}");
            let either = list(json!({ "section": "region", "or": [tag, { "not": tag }] })).await;
            assert_eq!(either, whole, "{moment}");
        }
    }

    /// What was filtered at a moment is what was public then, and time in filters is counted from there.
    async fn the_past_is_filtered_as_it_was(app: &App) {
        let past = "asOf=2026-04-01T00:00:00Z&first=100";
        let all = get_json(app, &format!("/v1/articles?{past}")).await;
        let recent: Vec<_> = all["data"].as_array().expect("a list").iter().filter(|it| !before(it, "publishedAt", "2026-03-02")).cloned().collect();
        assert!(!recent.is_empty() && recent.len() < all["data"].as_array().map_or(0, Vec::len));
        let list = get_json(app, &format!("/v1/articles?{past}&publishedAfter=now-30d")).await;
        assert_eq!(ids(&list["data"]), ids(&recent.into()));
    }

    async fn fact_boxes_are_found_by_what_they_lack(app: &App) {
        let boxes = get_json(app, "/v1/fact-boxes?first=100&include=translations").await["data"].clone();
        let lacking: Vec<_> = boxes.as_array().expect("a list").iter().filter(|it| it["locale"] == "en" && !into(it, "uk")).cloned().collect();
        let list = get_json(app, "/v1/fact-boxes?first=100&locale=en&notTranslatedInto=uk").await;
        assert_eq!(ids(&list["data"]), ids(&lacking.into()));
    }
}

/// Both doors know the same conditions and say the same of them.
#[test]
fn the_schemas_of_both_doors_have_the_same_conditions() {
    let openapi: Value = serde_json::from_str(include_str!("../../openapi/openapi.json")).expect("JSON");
    let graphql = include_str!("../../schema.graphql");
    for filter in ["ArticleFilter", "FactBoxFilter"] {
        let members = openapi["components"]["schemas"][filter]["properties"].as_object().expect("members");
        let mut members: Vec<&str> = members.keys().map(String::as_str).collect();
        let (_, rest) = graphql.split_once(&format!("input {filter} {{")).expect("an input");
        let (body, _) = rest.split_once("\n}").expect("its end");
        let lines = body.lines().map(str::trim).filter(|line| !line.starts_with('"'));
        let mut fields: Vec<&str> =
            lines.filter_map(|line| line.split_once(": ").map(|(name, _)| name)).collect();
        fields.retain(|name| !name.contains(' '));
        members.sort_unstable();
        fields.sort_unstable();
        assert_eq!(members, fields, "{filter}");
    }
}
