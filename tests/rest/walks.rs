//! Lists of a newsroom that is large enough to be walked: what has to do with what, and with the order, changes no answer.

use std::cmp::Ordering;

use dateline::app::App;
use dateline::app::import::Mode;
use dateline::domain::Sort;
use dateline::domain::access::Role;
use serde_json::{Value, json};

use super::plans::plan;
use crate::desk::Client;
use crate::support::client::get_json;
use crate::support::{on_both_databases, sample};

/// Half in each of two languages, whose titles stand apart but for some; two share each moment. Half of them are translated.
const ARTICLES: usize = 600;

/// Under embargo for the future, where one is.
const EARLY: usize = 602;

/// A list as it is asked for, and which articles are in it, by their numbers.
type Asked = (&'static str, fn(usize) -> bool);

const LISTS: [Asked; 36] = [
    ("", |_| true),
    ("&noTag=t0", |n| !n.is_multiple_of(3)),
    ("&noTag=t0&noAuthor=a3", |n| !n.is_multiple_of(3) && n % 8 != 3),
    ("&locale=uk", is_ukrainian),
    ("&hasImage=false", |n| n.is_multiple_of(10)),
    ("&kind=opinion", |n| n.is_multiple_of(6)),
    ("&author=a3", |n| n % 8 == 3),
    ("&section=culture", |n| n % 4 == 1),
    ("&corrected=true", |n| n.is_multiple_of(6)),
    (r#"&filter={"locale":["uk","en"]}"#, |_| true),
    (r#"&filter={"locale":["de","uk"]}"#, is_ukrainian),
    (r#"&filter={"locale":["en","uk","en"]}"#, |_| true),
    (r#"&filter={"locale":["uk","de","uk","fr"],"not":{"anyTag":["t0"]}}"#, |n| {
        is_ukrainian(n) && !n.is_multiple_of(3)
    }),
    // Translations, which are all in the other language.
    ("&translatedInto=en", |n| n % 4 == 3),
    ("&translatedInto=uk", |n| n % 4 == 2),
    ("&notTranslatedInto=en", |n| n % 4 != 3),
    ("&translatedInto=en&section=world&hasImage=true", |n| n % 4 == 3 && !n.is_multiple_of(10)),
    ("&translatedInto=uk&tag=t0", |n| n % 4 == 2 && n.is_multiple_of(3)),
    // Met together by chance.
    (r#"&filter={"locale":["uk","en"],"tags":["t0"]}"#, |n| n.is_multiple_of(3)),
    ("&tag=t0&tag=u1", |n| n.is_multiple_of(3) && n % 5 == 1),
    ("&tag=t0&locale=uk", |n| n.is_multiple_of(3) && is_ukrainian(n)),
    ("&locale=uk&noTag=t0", |n| is_ukrainian(n) && !n.is_multiple_of(3)),
    ("&tag=t1&kind=news&hasImage=true", |n| n % 3 == 1 && !n.is_multiple_of(6) && !n.is_multiple_of(10)),
    // Always together.
    ("&section=culture&locale=uk", |n| n % 4 == 1),
    ("&corrected=true&locale=en", |n| n.is_multiple_of(6)),
    // Never.
    ("&corrected=true&locale=uk", |_| false),
    ("&hasImage=false&locale=uk", |_| false),
    ("&kind=opinion&locale=uk", |_| false),
    ("&author=a3&locale=en", |_| false),
    // In a part of the order.
    ("&tag=t0&publishedBefore=2026-02-05T00:00:00Z", |n| n.is_multiple_of(3) && n < 192),
    ("&locale=uk&publishedAfter=2026-02-01T10:00:00Z&publishedBefore=2026-02-03T00:00:00Z", |n| {
        is_ukrainian(n) && (20..96).contains(&n)
    }),
    // In a period of another clock than that of most orders.
    ("&updatedAfter=2026-02-05T00:00:00Z&updatedBefore=2026-02-09T00:00:00Z", |n| {
        (96..192).contains(&hour_of_update(n))
    }),
    ("&contentUpdatedAfter=2026-02-05T00:00:00Z&contentUpdatedBefore=2026-02-09T00:00:00Z", |n| {
        (96..192).contains(&if n.is_multiple_of(2) { hour_of_update(n) } else { n / 2 })
    }),
    ("&tag=t0&updatedAfter=2026-02-05T00:00:00Z", |n| n.is_multiple_of(3) && hour_of_update(n) >= 96),
    ("&locale=uk&tag=t0&updatedBefore=2026-02-05T00:00:00Z", |n| {
        is_ukrainian(n) && n.is_multiple_of(3) && hour_of_update(n) < 96
    }),
    (r#"&filter={"or":[{"authors":["a3"]},{"tags":["u1"]}],"not":{"section":"culture"}}"#, |n| {
        (n % 8 == 3 || n % 5 == 1) && n % 4 != 1
    }),
];

const SORTS: [&str; 6] =
    ["-publishedAt", "publishedAt", "-updatedAt", "-contentUpdatedAt", "title", "-title"];

const fn is_ukrainian(number: usize) -> bool {
    number % 2 == 1
}

/// Two share each hour; one in seven is updated days later.
const fn hour_of_update(number: usize) -> usize {
    number / 2 + if number % 7 == 3 { 100 } else { 0 }
}

fn at(hour: usize) -> String {
    format!("2026-02-{:02}T{:02}:00:00Z", 1 + hour / 24, hour % 24)
}

/// When a revision became public, whether readers should be told of it, and what is in it.
type Revision<'a> = (&'a str, bool, &'a Value);

fn line(kind: &str, key: &str, revisions: &[Revision<'_>]) -> String {
    let revision = |(from, is_material, content): &Revision<'_>| json!({ "public": { "from": from, "material": is_material }, "content": content });
    let revisions: Vec<Value> = revisions.iter().map(revision).collect();
    json!({ "kind": kind, "key": key, "revisions": revisions }).to_string()
}

fn content(number: usize) -> Value {
    let (locale, word) = if is_ukrainian(number) { ("uk", "Звіт") } else { ("en", "Report") };
    let word = if number.is_multiple_of(5) { "2026" } else { word };
    let mut content = json!({
        "locale": locale,
        "slug": format!("article-{number}"),
        "title": format!("{word} {:03}", number * 7 % ARTICLES),
        "kind": if number.is_multiple_of(6) { "opinion" } else { "news" },
        "tags": [format!("t{}", number % 3), format!("u{}", number % 5)],
        "bylines": [{ "author": format!("a{}", number % 8) }],
        "section": if number % 4 == 1 { "culture" } else { "world" },
        "body": { "markdown": "Text." },
    });
    // Half are translations of each other. The others are in pairs of one language, which are none.
    content["translationGroup"] = json!(match number % 4 {
        2 | 3 => format!("translated-{}", number % ARTICLES / 4),
        language => format!("pair-{}-{language}", number / 8),
    });
    if !number.is_multiple_of(10) {
        content["leadImage"] = json!("image");
    }
    content
}

fn article(number: usize) -> String {
    let (published, updated) = (at(number / 2), at(hour_of_update(number)));
    let mut content = content(number);
    if number.is_multiple_of(6) {
        content["corrections"] =
            json!([{ "kind": "correction", "text": "A name was wrong.", "at": published }]);
    }
    let key = format!("article-{number}");
    if published == updated {
        return line("article", &key, &[(&published, true, &content)]);
    }
    let mut corrected = content.clone();
    corrected["lead"] = json!("Another lead.");
    // Every other one changes nothing of which readers should be told.
    let is_material = number.is_multiple_of(2);
    line("article", &key, &[(&published, true, &content), (&updated, is_material, &corrected)])
}

fn newsroom() -> String {
    let of = |kind: &str, slug: String| {
        line(kind, &slug, &[("2026-01-01T00:00:00Z", true, &json!({ "slug": slug, "name": { "en": slug } }))])
    };
    let sections = ["culture", "world"].map(|slug| of("section", slug.to_owned()));
    let tags = (0..3).map(|tag| format!("t{tag}")).chain((0..5).map(|tag| format!("u{tag}")));
    let authors = (0..8).map(|author| of("author", format!("a{author}")));
    let picture = json!({ "url": "https://example.org/1.jpg", "width": 12, "height": 8, "alt": "A picture" });
    let image = line("image", "image", &[("2026-01-01T00:00:00Z", true, &picture)]);
    let surroundings = sections.into_iter().chain(tags.map(|tag| of("tag", tag))).chain(authors);
    let lines: Vec<String> = surroundings.chain([image]).chain((0..ARTICLES).map(article)).collect();
    lines.join("\n")
}

fn text<'a>(article: &'a Value, member: &str) -> &'a str {
    article[member].as_str().expect("a text")
}

fn number(article: &Value) -> usize {
    text(article, "slug").trim_start_matches("article-").parse().expect("a number")
}

fn in_order(sort: &str, one: &Value, other: &Value) -> Ordering {
    let key = |it: &Value| (text(it, sort.trim_start_matches('-')).to_owned(), text(it, "id").to_owned());
    let order = key(one).cmp(&key(other));
    if sort.starts_with('-') { order.reverse() } else { order }
}

fn articles(page: &Value) -> &[Value] {
    page["data"].as_array().expect("a list")
}

fn numbers(articles: &[Value]) -> Vec<usize> {
    articles.iter().map(number).collect()
}

fn escaped(asked: &str) -> String {
    asked.replace('{', "%7B").replace('}', "%7D").replace('"', "%22")
}

fn count(page: &Value) -> u64 {
    page["page"]["total"]["count"].as_u64().expect("a count")
}

/// Page after page, up to some: what is in them, and the last one.
async fn pages(app: &App, list: &str, size: usize, most: usize) -> (Vec<Value>, Value) {
    let (mut seen, mut after) = (Vec::new(), String::new());
    for page in 1.. {
        let answer = get_json(app, &format!("/v1/articles?first={size}{list}{after}")).await;
        seen.extend_from_slice(articles(&answer));
        match answer["page"]["next"].as_str() {
            Some(next) if page < most => after = format!("&after={next}"),
            _ => return (seen, answer),
        }
    }
    unreachable!("pages end")
}

/// Fifty pieces, each in twelve languages. The last languages have the first titles.
const LANGUAGES: [&str; 12] = ["bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ro", "uk"];

fn in_many_languages() -> String {
    let of = |(rank, locale): (usize, &str), piece: usize| {
        let content = json!({ "locale": locale, "slug": format!("{locale}-{piece}"), "kind": "news", "translationGroup": format!("piece-{piece}"),
            "title": format!("{:02} {piece:02}", LANGUAGES.len() - rank), "body": { "markdown": format!("Text {locale}.") } });
        line("article", &format!("{locale}-{piece}"), &[(&at(piece), true, &content)])
    };
    let lines =
        (0..50).flat_map(|piece| LANGUAGES.into_iter().enumerate().map(move |language| of(language, piece)));
    lines.collect::<Vec<_>>().join("\n")
}

on_both_databases! { Nothing;
    /// Of many languages, of which not all are walked at once, none is lost.
    async fn titles_in_many_languages_are_all_there(app: &App) {
        assert_eq!(sample::import(app, &in_many_languages(), Mode::Write).failed, 0);
        for (asked, first, count) in [
            ("&translatedInto=bg", "uk-0", 550),
            (r#"&translatedInto=bg&filter={"translatedInto":"cs"}"#, "uk-0", 500),
            (r#"&translatedInto=bg&filter={"and":[{"translatedInto":"cs"},{"translatedInto":"uk"},{"translatedInto":"en"}]}"#, "ro-0", 400),
            (r#"&translatedInto=uk&filter={"locale":["bg","uk","ro"]}"#, "ro-0", 100),
        ] {
            let list = format!("&sort=title&total=exact{}", escaped(asked));
            for size in [1, 20, 100] {
                let page = get_json(app, &format!("/v1/articles?first={size}{list}")).await;
                assert_eq!((text(&articles(&page)[0], "slug"), self::count(&page)), (first, count), "{size} {asked}");
            }
            let (all, _) = pages(app, &list, 3, ARTICLES).await;
            assert_eq!(all.len() as u64, count, "{asked}");
        }
    }

    /// No language is sorted as a whole: of each a part of an index is walked, all side by side.
    async fn the_titles_of_several_languages_are_merged(app: &App) {
        assert_eq!(sample::import(app, &newsroom(), Mode::Write).failed, 0);
        for filter in [json!({ "locale": ["en", "uk"] }), json!({ "locale": ["en", "uk"], "kind": ["news"] })] {
            let plan = plan(app, &filter, Some(Sort::TitleAsc)).await;
            let walked = plan.iter().filter(|line| line.contains("editions_now_locale_title"));
            assert_eq!(walked.count(), 2, "{plan:#?}");
            let merged = |line: &String| line.contains("MERGE (UNION ALL)") || line.contains("Merge Append");
            assert!(plan.iter().any(merged), "{plan:#?}");
            let sorted = |line: &String| line.contains("TEMP B-TREE") || line.contains("Sort  (cost");
            assert!(!plan.iter().any(sorted), "{plan:#?}");
        }
    }

    async fn a_list_is_what_it_is_however_it_is_come_by(app: &App) {
        assert_eq!(sample::import(app, &newsroom(), Mode::Write).failed, 0);
        let (mut all, _) = pages(app, "", 100, ARTICLES).await;
        assert_eq!(all.len(), ARTICLES);
        for sort in SORTS {
            all.sort_by(|one, other| in_order(sort, one, other));
            for (asked, holds) in LISTS {
                let expected: Vec<usize> = all.iter().map(number).filter(|n| holds(*n)).collect();
                let list = format!("&sort={sort}{}", escaped(asked));
                let (beginning, _) = pages(app, &list, 4, 3).await;
                assert_eq!(numbers(&beginning), expected[..expected.len().min(12)], "{list}");
                let (whole, end) = pages(app, &format!("{list}&total=exact"), 90, ARTICLES).await;
                assert_eq!(numbers(&whole), expected, "{list}");
                assert_eq!(end["page"]["total"]["count"], expected.len(), "{list}");
                let Some(before) = end["page"]["previous"].as_str() else { continue };
                let behind = get_json(app, &format!("/v1/articles?first=4{list}&before={before}")).await;
                let from = expected.len() - articles(&end).len();
                assert_eq!(numbers(articles(&behind)), expected[from - 4..from], "{list}");
            }
        }
    }

    /// Whoever may read early walks the same indexes, in which what is under embargo stands as well.
    async fn partners_get_every_list_with_what_is_under_embargo(app: &App) {
        assert_eq!(sample::import(app, &newsroom(), Mode::Write).failed, 0);
        let (editor, partner) = (Client::of(app, Role::Editor).await, Client::of(app, Role::Partner).await);
        let mut early = content(EARLY);
        early["leadImage"] = get_json(app, "/v1/images").await["data"][0]["id"].clone();
        let path = editor.create("articles", early).await;
        editor.act(&format!("{path}/publish"), 1, json!({ "at": "2026-12-24T06:00:00Z", "embargo": true })).await;
        for (sort, (asked, holds)) in SORTS.iter().flat_map(|sort| LISTS.map(|list| (sort, list))) {
            let list = format!("first=100&total=exact&fields=slug&sort={sort}{}", escaped(asked));
            let public = get_json(app, &format!("/v1/articles?{list}")).await;
            let seen = partner.get(&format!("/v1/articles?perspective=embargoed&{list}")).await.json();
            assert_eq!(count(&seen), count(&public) + u64::from(holds(EARLY)), "{list}");
            let (mut seen, public) = (numbers(articles(&seen)), numbers(articles(&public)));
            let is_first = seen.first() == Some(&EARLY);
            assert_eq!(is_first, holds(EARLY) && sort.starts_with('-') && *sort != "-title", "{list}");
            seen.retain(|number| *number != EARLY);
            assert_eq!(seen, public[..seen.len()], "{list}");
        }
    }
}
