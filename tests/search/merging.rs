//! The index of words of `SQLite` is written in parts, each of which is asked for each word.

use dateline::app::import::Mode;
use dateline::app::{App, upkeep};
use dateline::domain::AsOf;

use super::find;
use crate::support::database::{Backend, Contents, number};
use crate::support::{run_on, sample};

fn tags(numbers: std::ops::Range<usize>) -> String {
    let tag = |number: usize| {
        format!(
            r#"{{"kind":"tag","key":"t{number}","revisions":[{{"public":{{"from":"2026-01-01T00:00:00Z"}},"content":{{"slug":"t{number}","name":{{"en":"Tag {number}"}}}}}}]}}"#
        )
    };
    numbers.map(tag).collect::<Vec<_>>().join("\n")
}

/// In how many parts the index is.
fn parts(app: &App) -> i64 {
    number(app, "SELECT COUNT(DISTINCT segid) FROM search_index_idx")
}

#[test]
fn after_a_bulk_of_documents_its_parts_are_one() {
    run_on(Backend::Sqlite, Contents::SampleNewsroom, async |app| {
        assert_eq!(parts(&app), 1);
        let found = async || find(&app, AsOf::Now(app.now()), "elections").await.listing.items.len();
        let before = found().await;
        // More than one transaction, and far more than there were.
        assert_eq!(sample::import(&app, &tags(0..2_500), Mode::Write).failed, 0);
        assert_eq!(parts(&app), 1);
        // What is little beside all stays by itself, until somebody asks for all to be put in order.
        assert_eq!(sample::import(&app, &tags(2_500..2_510), Mode::Write).failed, 0);
        assert_eq!(parts(&app), 2);
        upkeep::rebuild(&app, |_| ()).expect("it is rebuilt");
        assert_eq!((parts(&app), found().await), (1, before));
        assert!(before > 0);
    });
}
