//! Lists of an archive in which what matches is too much to be gathered, and stands behind another language by title.

use std::fmt::Write as _;

use dateline::app::App;
use dateline::app::import::Mode;
use serde_json::{Value, json};

use crate::support::client::get_json;
use crate::support::on_both_databases;
use crate::support::sample::import;

const ARTICLES: u32 = 8_000;

/// One in four is in French, and has a picture. Three in twenty are about the market, all of them English.
fn archive() -> String {
    let always =
        |content: &Value| json!([{ "public": { "from": "2026-01-01T00:00:00Z" }, "content": content }]);
    let image =
        json!({ "url": "https://example.org/image.jpg", "width": 4, "height": 3, "alt": "A harbour" });
    let mut lines = json!({ "kind": "image", "key": "image", "revisions": always(&image) }).to_string();
    for number in 0..ARTICLES {
        let word = if is_market(number) { "market" } else { "harbour" };
        let mut content = json!({ "locale": "en", "slug": format!("a{number}"), "title": format!("Report {number:04}"),
            "body": { "markdown": format!("The {word} was quiet.") } });
        if is_french(number) {
            content["locale"] = json!("fr");
            content["title"] = json!(format!("Rapport {number:04}"));
            content["leadImage"] = json!("image");
        }
        let public =
            format!("2026-03-{:02}T{:02}:{:02}:00Z", 1 + number / 1440, number / 60 % 24, number % 60);
        let revisions = json!([{ "public": { "from": public }, "content": content }]);
        write!(
            lines,
            "\n{}",
            json!({ "kind": "article", "key": number.to_string(), "revisions": revisions })
        )
        .expect("text has room");
    }
    lines
}

const fn is_french(number: u32) -> bool {
    number.is_multiple_of(4)
}

const fn is_market(number: u32) -> bool {
    matches!(number % 20, 1..=3)
}

/// One article has three words that no other has, and another has a fourth.
fn rare() -> String {
    let words = ["xalpo xbrimo xcundo", "xdorvo"];
    let line = |(number, words): (usize, &str)| {
        let content = json!({ "locale": "en", "slug": format!("b{number}"), "title": "Rare", "body": { "markdown": words } });
        let revisions = json!([{ "public": { "from": "2026-03-02T00:00:00Z" }, "content": content }]);
        json!({ "kind": "article", "key": format!("rare-{number}"), "revisions": revisions }).to_string()
    };
    words.into_iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
}

/// The numbers of the first three pages of a list.
async fn first_pages(app: &App, list: &str) -> Vec<u32> {
    let (mut numbers, mut after) = (Vec::new(), String::new());
    for _ in 0..3 {
        let page = get_json(app, &format!("/v1/articles?fields=slug&first=20&{list}{after}")).await;
        let slugs = page["data"].as_array().expect("articles").iter().map(|article| &article["slug"]);
        numbers
            .extend(slugs.map(|slug| slug.as_str().expect("a slug")[1..].parse::<u32>().expect("a number")));
        after = format!("&after={}", page["page"]["next"].as_str().expect("another page"));
    }
    numbers
}

/// A list as it is asked for, and which articles are in it.
type Asked = (&'static str, fn(u32) -> bool);

const LISTS: [Asked; 9] = [
    ("hasImage=false", |n| !is_french(n)),
    ("hasImage=false&kind=news", |n| !is_french(n)),
    ("q=harbour&hasImage=false", |n| !is_french(n) && !is_market(n)),
    ("q=market", is_market),
    ("q=%22market+was%22", is_market),
    ("q=mark*", is_market),
    ("q=quiet+-harbour", is_market),
    // What nothing has is left out.
    ("q=market+zzzzz", is_market),
    ("q=market+zzzzz+was+quiet", is_market),
];

on_both_databases! { Nothing;
    async fn what_is_common_is_found_behind_another_language_and_in_every_order(app: &App) {
        assert_eq!(import(app, &archive(), Mode::Write).failed, 0);
        for (narrowed, meets) in LISTS {
            let mut expected: Vec<u32> = (0..ARTICLES).filter(|number| meets(*number)).collect();
            for sort in ["title", "publishedAt", "updatedAt"] {
                assert_eq!(first_pages(app, &format!("sort={sort}&{narrowed}")).await, expected[..60], "{sort} {narrowed}");
            }
            expected.reverse();
            for sort in ["-title", "-publishedAt", "-updatedAt"] {
                assert_eq!(first_pages(app, &format!("sort={sort}&{narrowed}")).await, expected[..60], "{sort} {narrowed}");
            }
        }
    }

    /// So few are expected to have three rare words that by the numbers there is none.
    async fn what_is_very_rare_is_somewhere_all_the_same(app: &App) {
        assert_eq!(import(app, &archive(), Mode::Write).failed, 0);
        assert_eq!(import(app, &rare(), Mode::Write).failed, 0);
        for sort in ["relevance", "title", "-title", "publishedAt", "-publishedAt", "-updatedAt"] {
            let list = format!("/v1/articles?fields=slug&q=xalpo+xbrimo+xcundo+xdorvo&total=exact&sort={sort}");
            let found = get_json(app, &list).await;
            assert_eq!(found["data"].as_array().expect("articles").len(), 1, "{sort}: {found}");
            assert_eq!(found["data"][0]["slug"], "b0");
            assert_eq!((&found["search"]["relaxed"], &found["page"]["total"]["count"]), (&json!(true), &json!(1)));
        }
    }
}
