//! How the databases find lists: by which index, and in which order.

use dateline::app::{App, Context, read};
use dateline::domain::{AsOf, Caller, Kind, Query, Sort};
use dateline::http::filter;
use serde_json::{Value, json};

use super::filters::FILTERS;
use crate::support::on_both_databases;

const SORTS: [Sort; 8] = [
    Sort::PublishedDesc,
    Sort::PublishedAsc,
    Sort::UpdatedDesc,
    Sort::UpdatedAsc,
    Sort::ContentUpdatedDesc,
    Sort::ContentUpdatedAsc,
    Sort::TitleAsc,
    Sort::TitleDesc,
];

/// How the database finds the first page of a list.
pub(crate) async fn plan(app: &App, json: &Value, sort: Option<Sort>) -> Vec<String> {
    plan_as_of(app, AsOf::Now(app.now()), json, sort).await
}

async fn plan_as_of(app: &App, as_of: AsOf, json: &Value, sort: Option<Sort>) -> Vec<String> {
    let context = Context { app: app.clone(), caller: Caller::operator() };
    let conditions = filter::of_json(filter::ARTICLE, json, "filter").expect("conditions");
    let query = Query { conditions, sort, ..Query::default() };
    read::explain(&context, as_of, Kind::Article, query).await.expect("a plan")
}

on_both_databases! { SampleNewsroom;
    /// Whatever is asked, entries are found by an index: of the order of the list, of a reference, or by their ids.
    async fn no_filter_reads_a_whole_table(app: &App) {
        for (filter, ..) in FILTERS {
            let json: Value = serde_json::from_str(filter).expect("a filter");
            for sort in SORTS {
                let plan = plan(app, &json, Some(sort)).await;
                let whole = |line: &&String| line.contains("Seq Scan on") || line.starts_with("SCAN") && !line.contains("INDEX");
                // What was gathered before is called as the table is.
                let gathered = |line: &&String| ["CO-ROUTINE", "MATERIALIZE"].iter().any(|way| line.starts_with(way));
                let (read, of_ours) = (plan.iter().filter(whole).count(), plan.iter().filter(gathered).count());
                assert!(read <= of_ours && !plan.is_empty(), "{filter} {sort}: {plan:#?}");
            }
        }
    }

    /// What refers to one of several is gathered, and no row of an edition or a link is read to sort it.
    async fn what_is_gathered_is_sorted_on_indexes_alone(app: &App) {
        // With so little in it Postgres may take any way.
        if !matches!(app.store().url(), dateline::store::DatabaseUrl::Sqlite(_)) {
            return;
        }
        let plan = plan(app, &json!({ "anyTag": ["elections", "budget"] }), Some(Sort::UpdatedDesc)).await;
        for index in ["COVERING INDEX edition_links_now", "COVERING INDEX editions_now"] {
            assert!(plan.iter().any(|line| line.contains(index)), "{index}: {plan:#?}");
        }
    }

    /// What has a tag stands in each of these orders.
    async fn what_refers_to_something_is_walked_in_its_order(app: &App) {
        for (sort, index) in [
            (Sort::PublishedDesc, "edition_links_now"),
            (Sort::UpdatedDesc, "edition_links_now_updated"),
            (Sort::ContentUpdatedDesc, "edition_links_now_content_updated"),
            (Sort::TitleAsc, "edition_links_now_title"),
        ] {
            for as_of in [AsOf::Now(app.now()), AsOf::Embargoed(app.now())] {
                let plan = plan_as_of(app, as_of, &json!({ "tags": ["elections"] }), Some(sort)).await;
                let walks = |line: &String| line.split([' ', '(']).any(|word| word == index);
                assert!(plan.iter().any(walks), "{sort}: {plan:#?}");
                let sorts = |line: &&String| line.contains("TEMP B-TREE") || line.contains("Sort Key");
                assert_eq!(plan.iter().find(sorts), None, "{sort}: {plan:#?}");
            }
        }
    }

    /// What was corrected is gathered by the index of that, whatever the order: the whole index of titles has it, too.
    async fn what_few_columns_have_is_gathered_by_their_index(app: &App) {
        // With so little in it Postgres may take any way.
        if !matches!(app.store().url(), dateline::store::DatabaseUrl::Sqlite(_)) {
            return;
        }
        for sort in [Sort::PublishedDesc, Sort::UpdatedDesc, Sort::TitleAsc] {
            let plan = plan(app, &json!({ "corrected": true }), Some(sort)).await;
            assert!(plan.iter().any(|line| line.contains("editions_now_corrected")), "{sort}: {plan:#?}");
        }
    }

    /// What lies in a period of one clock is sorted by another without a row, so twice as many are gathered as of others.
    async fn a_period_of_another_clock_is_gathered_on_one_index_alone(app: &App) {
        // With so little in it Postgres may take any way.
        if !matches!(app.store().url(), dateline::store::DatabaseUrl::Sqlite(_)) {
            return;
        }
        for (clock, sort, index) in [
            ("updated", Sort::PublishedAsc, "COVERING INDEX editions_now_updated"),
            ("contentUpdated", Sort::UpdatedDesc, "COVERING INDEX editions_now_content_updated"),
            ("corrected", Sort::ContentUpdatedDesc, "COVERING INDEX editions_now_corrected"),
        ] {
            let period = json!({ format!("{clock}After"): "2026-02-01T00:00:00Z", format!("{clock}Before"): "2026-10-01T00:00:00Z" });
            let plan = plan(app, &period, Some(sort)).await;
            assert!(plan.iter().any(|line| line.contains(index)), "{index}: {plan:#?}");
        }
    }

    /// Clocks mostly agree, so what stands first in the list is met first, and hardly anything is put in its place twice.
    async fn a_period_is_gathered_from_the_end_where_the_list_begins(app: &App) {
        // SQLite does not say which way it goes.
        if matches!(app.store().url(), dateline::store::DatabaseUrl::Sqlite(_)) {
            return;
        }
        let period = json!({ "contentUpdatedAfter": "2026-02-01T00:00:00Z", "contentUpdatedBefore": "2026-10-01T00:00:00Z" });
        // With so little in it Postgres may sort what it could have walked.
        for (sort, walk, way) in [(Sort::UpdatedDesc, "Scan Backward", " DESC"), (Sort::PublishedAsc, "Scan", "")] {
            let plan = plan(app, &period, Some(sort)).await;
            let goes = |line: &String| {
                line.contains(&format!("{walk} using editions_now_content_updated"))
                    || line.ends_with(&format!("Sort Key: e.content_updated_at{way}"))
            };
            assert!(plan.iter().any(goes), "{sort}: {plan:#?}");
        }
    }

    /// Of two alphabets one stands behind the other, so a list in one of them is not looked for in the whole.
    async fn titles_of_one_language_stand_together(app: &App) {
        if !matches!(app.store().url(), dateline::store::DatabaseUrl::Sqlite(_)) {
            return;
        }
        let plan = plan(app, &json!({ "locale": ["uk"] }), Some(Sort::TitleAsc)).await;
        let walk = "COVERING INDEX editions_now_locale_title (kind=? AND locale=? AND title>?)";
        assert!(plan.iter().any(|line| line.contains(walk)), "{plan:#?}");
    }

    /// Both ends of a period are bounds of the walk: else all that is newer would be met and passed over.
    async fn a_period_is_cut_out_of_the_order_of_the_list(app: &App) {
        let period = json!({ "publishedAfter": "2026-02-01T00:00:00Z", "publishedBefore": "2026-03-01T00:00:00Z" });
        let plan = plan(app, &period, None).await;
        let bounded = |line: &&String| {
            let (_, bounds) = line.split_once("kind").unwrap_or_default();
            let is_index = line.contains(" INDEX editions") || line.contains("Index Cond");
            is_index && bounds.contains("published_at") && bounds.contains('>') && bounds.contains('<')
        };
        assert_eq!(plan.iter().filter(bounded).count(), 1, "{plan:#?}");
    }

    /// The index of a language is walked for a part of the order too, not that of the whole: there all others would be met.
    async fn a_part_of_the_order_is_walked_by_the_index_of_a_condition(app: &App) {
        if !matches!(app.store().url(), dateline::store::DatabaseUrl::Sqlite(_)) {
            return;
        }
        let part = json!({ "locale": ["uk"], "publishedAfter": "2026-02-01T00:00:00Z", "publishedBefore": "2026-09-01T00:00:00Z" });
        let plan = plan(app, &part, None).await;
        let walk = "editions_now_locale (kind=? AND locale=? AND published_at>? AND published_at<?)";
        assert!(plan.iter().any(|line| line.contains(walk)), "{plan:#?}");
    }
}
