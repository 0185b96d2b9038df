//! Dates as they are written, each through a whole file.

use super::page;

#[track_caller]
fn assert_date(name: &str, written: &str, moment: Option<&str>) {
    let import = page(name, &format!("A headline\n\nDate: {written}\n\nThe lead of this page."));
    assert_eq!(import.public().map(|(from, _)| from).as_deref(), moment, "{written}");
}

#[test]
fn many_notations_mean_the_same_moment() {
    for written in [
        "2026-11-24",
        "24 November 2026",
        "24 Nov 2026",
        "November 24, 2026",
        "Nov. 24th, 2026",
        "Tuesday, 24 November 2026",
        "24.11.2026",
        "24.11.2026.",
        "24/11/2026",
        "11/24/2026",
        "24 листопада 2026",
        "24 листопада 2026 року",
        "вівторок, 24 листопада 2026 р.",
        "2026-11-24T00:00:00Z",
        "2026-11-24 00:00 +0000",
        "24 November 2026, 00:00 UTC",
    ] {
        assert_date("date-same", written, Some("2026-11-24T00:00:00.000Z"));
    }
}

#[test]
fn times_and_offsets_count() {
    assert_date("date-offset", "2015-07-20 1:46:00 -0400", Some("2015-07-20T05:46:00.000Z"));
    assert_date("date-offset", "2015-07-20T01:46:00+03:00", Some("2015-07-19T22:46:00.000Z"));
    assert_date("date-offset", "24 November 2026, 2:30 pm", Some("2026-11-24T14:30:00.000Z"));
    assert_date("date-offset", "24 November 2026 at 12:05am", Some("2026-11-24T00:05:00.000Z"));
    assert_date("date-offset", "24 листопада 2026 о 14:30", Some("2026-11-24T14:30:00.000Z"));
}

#[test]
fn what_is_no_date_leaves_a_draft_that_is_noted() {
    for written in [
        "03/04/2026",
        "soon",
        "31 February 2026",
        "2026-02-30",
        "24 November",
        "November 2026",
        "99:99",
        "0",
        "24 24 November 2026",
        "-",
        "2026-11-24 25:00",
        "20261124",
    ] {
        assert_date("date-none", written, None);
    }
    let import = page("date-none-note", "A headline\n\nDate: soon\n\nThe lead.");
    assert_eq!(import.odd("date not understood, left a draft"), 1);
    let import = page("date-missing-note", "A headline\n\nThe lead.");
    assert_eq!(import.odd("page without a date, left a draft"), 1);
}
