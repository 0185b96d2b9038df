//! What docs/graphql.md says of limits is so.

use std::collections::BTreeSet;

use dateline::app::persisted::{Kept, MAX_MANIFEST, MAX_TRUSTED, REMEMBERED};
use dateline::graphql::LIMITS;

const PAGE: &str = include_str!("../../docs/graphql.md");

/// A number as the page writes it.
fn written(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).expect("digits")).collect();
    groups.join(",")
}

#[test]
fn the_page_lists_every_limit_with_its_number_and_no_other() {
    let (_, rest) = PAGE.split_once("| limit | at most |\n|---|---|\n").expect("the table");
    let (table, _) = rest.split_once("\n\n").expect("its end");
    let rows: BTreeSet<String> = table.lines().map(str::to_owned).collect();
    let limits = LIMITS.iter().map(|limit| format!("| {} | {} |", limit.what, written(limit.maximum)));
    assert_eq!(rows, limits.collect());
}

#[test]
fn the_page_says_how_much_is_kept() {
    let Kept { documents, bytes } = Kept::default();
    for sentence in [
        format!("{} documents and {} MB", written(documents.into()), bytes / 1_000_000),
        format!(
            "most {} documents come in one manifest, and {} are trusted",
            written(MAX_MANIFEST as u64),
            written(MAX_TRUSTED as u64)
        ),
    ] {
        assert!(PAGE.replace('\n', " ").contains(&sentence), "{sentence}");
    }
    assert_eq!(REMEMBERED.as_secs(), 10, "the page says: within ten seconds");
}
