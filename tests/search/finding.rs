//! What a query finds.

use dateline::app::App;
use dateline::domain::filter::Search;
use dateline::domain::page::{Direction, Total};
use dateline::domain::{AsOf, Condition, Query, Sort};

use super::{find, found, said, searching, slugs, slugs_of};
use crate::support::database::noon;
use crate::support::on_both_databases;

on_both_databases! { SampleNewsroom;
    async fn a_word_is_found_in_any_of_its_forms(app: &App) {
        let plural = slugs(app, "tunnels").await;
        assert!(plural[0].contains("tunnel"), "{plural:?}");
        let search = searching("tunnel").narrowed(Condition::Locale(vec!["en".parse().expect("a locale")]));
        assert_eq!(plural, slugs_of(&found(app, AsOf::Now(noon()), search).await));
        let genitive = slugs(app, "тунелю").await;
        assert!(!genitive.is_empty());
        assert_eq!(genitive, slugs(app, "тунель").await);
    }

    async fn all_words_must_be_there(app: &App) {
        let both = slugs(app, "herring quota").await;
        let herring = slugs(app, "herring").await;
        assert!(!both.is_empty() && both.len() < herring.len(), "{both:?} {herring:?}");
        assert!(both.iter().all(|slug| herring.contains(slug)));
    }

    /// In whatever order: whoever turns from the best to the newest finds the same.
    async fn where_nothing_has_all_words_one_may_be_missing(app: &App) {
        let best = find(app, AsOf::Now(noon()), "zzzzz herring").await;
        let mut all = slugs_of(&best);
        assert!(said(&best).relaxed && all.len() > 2, "{all:?}");
        all.sort_unstable();
        for sort in [Sort::PublishedDesc, Sort::PublishedAsc, Sort::TitleAsc, Sort::UpdatedDesc] {
            let search = || Query { sort: Some(sort), size: 3, total: Total::Exact, ..searching("zzzzz herring") };
            let (mut cursor, mut joined) = (None, Vec::new());
            loop {
                let page = found(app, AsOf::Now(noon()), Query { cursor, ..search() }).await;
                assert!(said(&page).relaxed, "{sort}");
                assert_eq!(page.listing.total.map(|total| total.count), i64::try_from(all.len()).ok(), "{sort}");
                joined.extend(slugs_of(&page));
                cursor = page.listing.cursors.last().cloned().filter(|_| page.listing.has_next);
                if cursor.is_none() {
                    break;
                }
            }
            joined.sort_unstable();
            assert_eq!(joined, all, "{sort}");
        }
        let strict = Query { sort: Some(Sort::PublishedDesc), ..searching("herring quota") };
        assert!(!said(&found(app, AsOf::Now(noon()), strict).await).relaxed);
    }

    async fn a_suggestion_finds_something_where_it_is_made(app: &App) {
        let also = |words: &str| searching("harbuor").narrowed(Condition::Matches(Search::all_of(words.to_owned())));
        assert_eq!(said(&found(app, AsOf::Now(noon()), also("tunnel")).await).suggestion.as_deref(), Some("harbour"));
        assert_eq!(said(&found(app, AsOf::Now(noon()), also("whalebone")).await).suggestion, None);
    }

    async fn a_phrase_stands_as_it_is_written(app: &App) {
        let phrase = slugs(app, "\"eleven weeks early\"").await;
        assert_eq!(phrase.len(), 1, "{phrase:?}");
        assert!(slugs(app, "\"early weeks eleven\"").await.is_empty());
        assert_eq!(slugs(app, "“eleven weeks early").await, phrase);
    }

    async fn what_is_excluded_is_not_found(app: &App) {
        let herring = slugs(app, "herring").await;
        let without = slugs(app, "herring -quota").await;
        let with = slugs(app, "herring quota").await;
        assert_eq!(with.len() + without.len(), herring.len());
        assert!(!without.is_empty() && without.iter().all(|slug| !with.contains(slug)));
    }

    async fn the_beginning_of_a_word_is_enough(app: &App) {
        let begun = slugs(app, "seagr*").await;
        assert!(!begun.is_empty());
        assert!(slugs(app, "seagrass").await.iter().all(|slug| begun.contains(slug)));
        assert!(slugs(app, "seagr").await.is_empty());
    }

    /// Pages are parts of one list, whichever way one goes.
    async fn pages_join(app: &App) {
        let whole = find(app, AsOf::Now(noon()), "court").await;
        assert!(whole.listing.items.len() >= 7);
        let (mut cursor, mut joined) = (None, Vec::new());
        loop {
            let search = Query { size: 3, cursor, ..searching("court") };
            let page = found(app, AsOf::Now(noon()), search).await;
            assert_eq!(page.listing.has_previous, !joined.is_empty());
            joined.extend(slugs_of(&page));
            cursor = page.listing.cursors.last().cloned();
            if !page.listing.has_next {
                break;
            }
        }
        assert_eq!(joined, slugs_of(&whole));
        let back = Query { size: 2, cursor, direction: Direction::Backward, ..searching("court") };
        let back = found(app, AsOf::Now(noon()), back).await;
        assert_eq!(slugs_of(&back), joined[joined.len() - 3..joined.len() - 1]);
    }

    async fn filters_combine(app: &App) {
        let locale = "uk".parse().expect("a locale");
        let search = searching("Ostrel -Рейланд*").narrowed(Condition::Locale(vec![locale]));
        assert!(found(app, AsOf::Now(noon()), search).await.listing.items.is_empty());
        let all = find(app, AsOf::Now(noon()), "суд").await;
        let opinions = searching("суд").narrowed(Condition::Variant(vec!["opinion"]));
        let opinions = found(app, AsOf::Now(noon()), opinions).await;
        let expected = all.listing.items.iter().filter(|item| item.content.kind.as_str() == "opinion");
        assert_eq!(opinions.listing.items.len(), expected.count());
        assert!(!opinions.listing.items.is_empty());
    }

    async fn what_is_found_is_counted(app: &App) {
        let search = Query { size: 1, total: Total::Exact, ..searching("harbour") };
        let counted = found(app, AsOf::Now(noon()), search).await.listing.total.expect("it was asked for");
        let whole = find(app, AsOf::Now(noon()), "harbour").await.listing.items.len();
        assert_eq!((usize::try_from(counted.count), counted.exact), (Ok(whole), true));
    }

    async fn a_misspelt_query_is_respelt(app: &App) {
        let found = find(app, AsOf::Now(noon()), "harbuor tunel").await;
        assert_eq!(said(&found).suggestion.as_deref(), Some("harbour tunnel"));
        let found = find(app, AsOf::Now(noon()), "оселедецт").await;
        assert_eq!(said(&found).suggestion.as_deref(), Some("оселедець"));
        let found = find(app, AsOf::Now(noon()), "\"harbuor tunnel\"").await;
        assert_eq!(said(&found).suggestion.as_deref(), Some("\"harbour tunnel\""));
    }

    async fn a_word_that_nothing_has_does_not_spoil_a_long_query(app: &App) {
        let found = find(app, AsOf::Now(noon()), "herring quota third zebra").await;
        assert!(said(&found).relaxed && slugs_of(&found)[0].contains("quota"), "{:?}", slugs_of(&found));
    }

    async fn highlights_are_safe_and_say_where(app: &App) {
        let found = find(app, AsOf::Now(noon()), "tunnel").await;
        let best = &said(&found).highlights[0];
        assert!(best.title.html().contains("<mark>tunnel</mark>"), "{}", best.title.html());
        assert!(best.body.as_ref().is_some_and(dateline::analysis::Passage::has_hits));
    }
}
