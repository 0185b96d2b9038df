//! Queries that nobody means well with.

use dateline::analysis::SearchQuery;
use dateline::app::App;
use dateline::domain::{AsOf, ErrorCode};

use super::{find, slugs};
use crate::support::database::noon;
use crate::support::on_both_databases;

/// Operators of both databases, quotation marks of all, and what is no text.
const HOSTILE: [&str; 24] = [
    "' OR 1=1 --",
    "'; DROP TABLE entries; --",
    "a\0b",
    "NEAR(court ruling, 5)",
    "terms : court",
    "{terms} : court",
    "court AND",
    "AND OR NOT court",
    "court & ! | ( )",
    "court <-> ruling",
    "court:*",
    "court:A",
    "court* *",
    "\"\"\" court",
    "\"court",
    "^court",
    "court + ruling",
    "((((((((((court",
    "\\court\\ \\' \\\"",
    "_k_article court",
    "_1_en_court court",
    "co\u{202e}urt court",
    "\u{301}\u{301}\u{301} court",
    "-\"ruling\" court -- -",
];

on_both_databases! { SampleNewsroom;
    async fn operators_of_databases_are_text(app: &App) {
        for query in HOSTILE {
            find(app, AsOf::Now(noon()), query).await;
        }
        assert!(!find(app, AsOf::Now(noon()), "court").await.listing.items.is_empty());
    }

    async fn marks_of_the_index_cannot_be_asked_for(app: &App) {
        for (query, words) in [
            ("_k_article", "k article"),
            ("\"_k_article\"", "\"k article\""),
            ("_s_en_court", "s en court"),
            ("\"_o_pt_br\"", "\"o pt br\""),
            ("_p_court*", "p court*"),
        ] {
            assert_eq!(slugs(app, query).await, slugs(app, words).await, "{query}");
        }
        assert!(SearchQuery::parse("q", "_*").is_err());
    }

    async fn as_much_as_may_be_asked_is_answered(app: &App) {
        let most = (0..20).map(|number| format!("w{number}*")).collect::<Vec<_>>().join(" ");
        find(app, AsOf::Now(noon()), &most).await;
        find(app, AsOf::Now(noon()), &"court ".repeat(80)).await;
        find(app, AsOf::Now(noon()), &"п".repeat(500)).await;
        find(app, AsOf::Now(noon()), &"水".repeat(500)).await;
    }
}

#[test]
fn what_is_too_long_is_refused_and_says_so() {
    let words = (0..5_000).map(|number| format!("w{number}")).collect::<Vec<_>>().join(" ");
    for query in ["x".repeat(10_000), words, "a b c d e f g h i j k l m n o p q r s t u".to_owned()] {
        let error = SearchQuery::parse("q", &query).expect_err("it is refused");
        assert_eq!((error.code, error.fields[0].pointer.as_str()), (ErrorCode::InvalidParameter, "?q"));
    }
}

#[test]
fn a_query_without_a_word_to_look_for_says_so() {
    for (query, says) in [("", "no word"), ("!?", "no word"), ("\"\"", "no word"), ("-tunnel", "Add a word")]
    {
        let error = SearchQuery::parse("q", query).expect_err("it is refused");
        assert!(error.detail.contains(says), "{query}: {}", error.detail);
    }
}
