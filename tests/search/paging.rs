//! A common word in lists by publication, page by page: what is found is what a list without a search has of it.

use std::fmt::Write as _;

use dateline::app::App;
use dateline::app::import::Mode;
use dateline::domain::Sort;
use serde_json::{Value, json};

use crate::rest::plans::plan;
use crate::support::client::get_json;
use crate::support::on_both_databases;
use crate::support::sample::import;

/// More than are gathered because they are few, several in each minute, and many in some.
const ARTICLES: u32 = 1_800;

/// Two in three are about the harbour, their slugs say so; each is in one of two languages, of which one knows no *quiet*, and
/// whose titles stand apart.
pub(super) fn archive() -> String {
    let mut lines = String::new();
    for number in 0..ARTICLES {
        let minute = if (500..900).contains(&number) { 100 } else { number / 7 };
        let seconds = number * 37 % 60;
        let word = if number % 3 == 0 { "market" } else { "harbour" };
        let public = format!(
            "2026-03-{:02}T{:02}:{:02}:{seconds:02}Z",
            1 + minute / 1440,
            minute / 60 % 24,
            minute % 60
        );
        let (locale, title, text) = if is_french(number) {
            ("fr", "Rapport", format!("Le {word} dormait."))
        } else {
            ("en", "Report", format!("The {word} was quiet."))
        };
        let kind = if number % 3 == 1 { "feature" } else { "news" };
        let content = json!({ "locale": locale, "slug": format!("{word}-{number}"), "kind": kind,
            "title": format!("{title} {number}"), "body": { "markdown": text } });
        let revision = json!({ "public": { "from": public }, "content": content });
        let line = json!({ "kind": "article", "key": number.to_string(), "revisions": [revision] });
        writeln!(lines, "{line}").expect("text has room");
    }
    lines
}

const fn is_french(number: u32) -> bool {
    number.is_multiple_of(4)
}

fn number(slug: &str) -> u32 {
    slug.rsplit('-').next().and_then(|number| number.parse().ok()).expect("a number")
}

/// The slugs of a list, page by page to its end; every page is left backwards and reached again.
pub(super) async fn pages(app: &App, list: &str) -> Vec<String> {
    pages_of(app, list, 100, usize::MAX).await
}

/// The same with pages of some size, until so many pages have been read.
async fn pages_of(app: &App, list: &str, size: usize, most: usize) -> Vec<String> {
    let mut slugs: Vec<String> = Vec::new();
    let mut next: Option<String> = None;
    loop {
        let after = next.as_ref().map_or_else(String::new, |cursor| format!("&after={cursor}"));
        let page = get_json(app, &format!("/v1/articles?fields=slug&{list}&first={size}{after}")).await;
        if let Some(cursor) = page["page"]["previous"].as_str().filter(|_| next.is_some()) {
            let back =
                get_json(app, &format!("/v1/articles?fields=slug&{list}&first={size}&before={cursor}")).await;
            assert_eq!(slugs_of(&back), slugs[slugs.len() - size..], "{list}");
        }
        slugs.extend(slugs_of(&page));
        match page["page"]["next"].as_str() {
            Some(cursor) if slugs.len() < size.saturating_mul(most) => next = Some(cursor.to_owned()),
            _ => return slugs,
        }
    }
}

fn slugs_of(page: &Value) -> Vec<String> {
    page["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|article| article["slug"].as_str().unwrap().to_owned())
        .collect()
}

on_both_databases! { Nothing;
    async fn pages_of_a_searched_list_have_everything_once_and_in_its_order(app: &App) {
        let report = import(app, &archive(), Mode::Write);
        assert_eq!(report.failed, 0, "{report:?}");
        for sort in ["-publishedAt", "publishedAt"] {
            for narrowed in ["", "&locale=en&hasImage=false", "&publishedAfter=2026-03-01T01:00:00Z&publishedBefore=2026-03-01T03:00:00Z"] {
                let mut all = pages(app, &format!("sort={sort}{narrowed}")).await;
                all.retain(|slug| slug.starts_with("harbour"));
                assert!(all.len() > 100);
                let list = format!("sort={sort}{narrowed}&q=harbour");
                assert_eq!(pages(app, &list).await, all, "{list}");
            }
        }
    }

    /// Of a word that most entries have, SQLite asks those that it meets in the order of a list for small pages.
    async fn small_pages_in_another_order_have_everything_once_too(app: &App) {
        assert_eq!(import(app, &archive(), Mode::Write).failed, 0);
        for sort in ["title", "-updatedAt", "contentUpdatedAt"] {
            let mut all = pages(app, &format!("sort={sort}")).await;
            all.retain(|slug| slug.starts_with("harbour"));
            let found = pages_of(app, &format!("sort={sort}&q=harbour"), 1, 60).await;
            assert_eq!(found, all[..60], "{sort}");
        }
    }

    /// In the order of titles each language stands by itself: only those are walked in which there is anything.
    async fn what_is_in_one_language_is_found_in_the_order_of_titles(app: &App) {
        assert_eq!(import(app, &archive(), Mode::Write).failed, 0);
        for sort in ["title", "-title"] {
            let all = pages(app, &format!("sort={sort}")).await;
            for query in ["q=quiet", "q=%22was+quiet%22", "q=quie*", "q=quiet&locale=en", "q=quiet&kind=feature", "q=quiet+was&hasImage=false"] {
                let is_meant = |slug: &&String| {
                    let number = number(slug);
                    !is_french(number) && (!query.contains("feature") || number % 3 == 1)
                };
                let expected: Vec<String> = all.iter().filter(is_meant).cloned().collect();
                let list = format!("sort={sort}&{query}");
                assert_eq!(pages(app, &list).await, expected, "{list}");
                assert_eq!(pages_of(app, &list, 1, 5).await, expected[..5], "{list}");
            }
            // No language knows both words, so one of them may be missing.
            assert_eq!(pages(app, &format!("sort={sort}&q=quiet+dormait")).await, all, "{sort}");
            assert_eq!(pages_of(app, &format!("sort={sort}&q=quiet+dormait"), 1, 5).await, all[..5], "{sort}");
        }
    }

    /// All of the archive is of the first day of a month. In the rest of it there is nothing, which is no sign that a word is rare.
    async fn what_is_common_is_not_gathered_where_a_month_has_just_begun(app: &App) {
        assert_eq!(import(app, &archive(), Mode::Write).failed, 0);
        for (query, is_gathered) in [("quiet", false), ("the quiet", false), ("\"was quiet\"", false), ("market quiet", true)] {
            let plan = plan(app, &json!({ "q": query }), Some(Sort::TitleAsc)).await;
            // On SQLite all numbers are gathered anyway, by the index of words alone.
            let is_sqlite = plan.iter().any(|line| line.contains("VIRTUAL TABLE"));
            let gathers = plan.iter().any(|line| line.contains("matching") || line.contains("Append  (cost"));
            assert!(is_sqlite || gathers == is_gathered, "{query}: {plan:#?}");
        }
    }

    /// Two conditions that many entries meet, and some meet both: these are gathered by their marks.
    async fn what_meets_two_common_conditions_is_found_in_every_order(app: &App) {
        assert_eq!(import(app, &archive(), Mode::Write).failed, 0);
        for sort in ["title", "-publishedAt", "updatedAt"] {
            for (narrowed, meets) in [
                ("locale=fr&kind=feature", (|n| n % 4 == 0 && n % 3 == 1) as fn(u32) -> bool),
                ("locale=fr&kind=feature&hasImage=false", |n| n % 4 == 0 && n % 3 == 1),
            ] {
                let mut all = pages(app, &format!("sort={sort}")).await;
                all.retain(|slug| meets(number(slug)));
                let list = format!("sort={sort}&{narrowed}");
                assert_eq!(pages(app, &list).await, all, "{list}");
            }
        }
    }

    /// By relevance a list ends, but not before what is mostly about the word.
    async fn what_explains_a_matter_is_found_behind_all_that_mention_it(app: &App) {
        assert_eq!(import(app, &archive(), Mode::Write).failed, 0);
        let explained = json!({ "kind": "article", "key": "e", "revisions": [{ "public": { "from": "2011-01-01T00:00:00Z" },
            "content": { "locale": "en", "slug": "explained", "title": "The harbour, explained", "body": { "markdown": "It is old." } } }] });
        assert_eq!(import(app, &explained.to_string(), Mode::Write).failed, 0);
        for (query, is_found) in [("harbour", true), ("harbour+-old", false), ("%22the+harbour%22", false), ("harbour&locale=fr", false)] {
            let found = pages(app, &format!("q={query}")).await;
            let newest = found.iter().filter(|slug| slug.starts_with("harbour-")).count();
            assert_eq!((newest, found.len(), found[0] == "explained"), (250, 250 + usize::from(is_found), is_found), "{query}");
        }
        // A page of what is new and explains it too is enough.
        let recent = |number: usize| json!({ "kind": "article", "key": format!("r{number}"), "revisions": [{ "public": { "from": "2026-11-01T00:00:00Z" },
            "content": { "locale": "en", "slug": format!("harbour-today-{number}"), "title": "Harbour today", "body": { "markdown": "It is new." } } }] }).to_string();
        for (numbers, is_found) in [(0..19, true), (19..20, false)] {
            assert_eq!(import(app, &numbers.map(recent).collect::<Vec<_>>().join("\n"), Mode::Write).failed, 0);
            let found = pages(app, "q=harbour").await;
            assert_eq!(found.iter().any(|slug| slug == "explained"), is_found);
            assert!(found[..19].iter().filter(|slug| slug.starts_with("harbour-today")).count() >= 18, "{:?}", &found[..20]);
        }
    }

    async fn an_exact_total_is_as_many_as_the_pages_have(app: &App) {
        assert_eq!(import(app, &archive(), Mode::Write).failed, 0);
        for list in ["q=harbour", "q=harbour&sort=title", "q=harbour&locale=fr", "q=quiet+-market&sort=-updatedAt", "q=harbour&kind=feature&sort=-publishedAt", "locale=fr&kind=feature&sort=title"] {
            let total = get_json(app, &format!("/v1/articles?{list}&first=1&fields=slug&total=exact")).await;
            let sorted = if list.contains("sort=") { list.to_owned() } else { format!("{list}&sort=title") };
            assert_eq!(total["page"]["total"], json!({ "count": pages(app, &sorted).await.len(), "exact": true }), "{list}");
        }
    }
}
