//! Who finds what, and when. The clock alone decides: no job runs in between.

use dateline::app::desk::{Action, Release};
use dateline::app::import::Mode;
use dateline::app::{App, upkeep};
use dateline::domain::body::{Block, BlockContent, Span, Style, TextBlock};
use dateline::domain::page::Total;
use dateline::domain::{Article, AsOf, Body, Id, Kind, Query, Timestamp};
use dateline::store::DatabaseUrl;
use serde_json::json;

use super::paging::{archive, pages};
use super::{find, found, said, searching, slugs, slugs_of};
use crate::live::{at as later, pass};
use crate::store::publishing;
use crate::support::client::get_json;
use crate::support::database::{execute, noon, number};
use crate::support::desk::{change, publish, save};
use crate::support::on_both_databases;
use crate::support::sample::import;

fn at(time: &str) -> Timestamp {
    time.parse().expect("a moment")
}

/// An article that says one sentence.
fn saying(slug: &str, sentence: &str) -> Article {
    let text = TextBlock { style: Style::Normal, list: None, spans: vec![Span::plain(sentence)] };
    let block = Block { key: "a".to_owned(), content: BlockContent::Text(text) };
    publishing::article(slug, Body::new(vec![block]))
}

async fn published(app: &App, slug: &str, sentence: &str) -> Id {
    let id = save(app, None, saying(slug, sentence)).await;
    publish(app, Kind::Article, id, 1, None).await;
    id
}

/// How many have the word that very many have: these are counted by the index of words.
async fn total(app: &App, as_of: Timestamp) -> i64 {
    let search = Query { size: 1, total: Total::Exact, ..searching("harbour") };
    let page = found(app, AsOf::Now(as_of), search).await;
    page.listing.total.expect("it was asked for").count
}

/// What readers find now, and what the desk finds.
async fn both(app: &App, query: &str) -> (Vec<String>, Vec<String>) {
    (slugs(app, query).await, slugs_of(&find(app, AsOf::Drafts, query).await))
}

on_both_databases! { Nothing;
    async fn a_draft_is_found_by_the_desk_alone(app: &App) {
        save(app, None, saying("draft", "The ministry hides a zeppelin.")).await;
        assert_eq!(both(app, "zeppelins").await, (vec![], vec!["draft".to_owned()]));
        assert_eq!(upkeep::verify(app, |_| {}).expect("it can be verified").differing, []);
    }

    /// What is public until somebody writes is known beside its document. What is not known is asked, and is not wrong.
    async fn what_a_document_says_of_its_entry_is_verified(app: &App) {
        published(app, "public", "A zeppelin landed.").await;
        save(app, None, saying("draft", "A zeppelin hides.")).await;
        assert_eq!(number(app, "SELECT COUNT(*) FROM search_documents WHERE public_kind = 'article'"), 1);
        execute(app, "UPDATE search_documents SET public_kind = NULL");
        assert_eq!(slugs(app, "zeppelin").await, ["public"]);
        assert_eq!(upkeep::verify(app, |_| {}).expect("it can be verified").differing, []);
        execute(app, "UPDATE search_documents SET public_kind = 'article'");
        assert_eq!(upkeep::verify(app, |_| {}).expect("it can be verified").differing.len(), 1);
        upkeep::rebuild(app, |_| {}).expect("it can be rebuilt");
        assert_eq!(slugs(app, "zeppelin").await, ["public"]);
        assert_eq!(number(app, "SELECT COUNT(*) FROM search_documents WHERE public_kind = 'article'"), 1);
    }

    /// A read that waited for its turn sees what was written meanwhile, and shows what was public at its moment.
    async fn what_was_published_since_a_moment_is_not_found_as_of_it(app: &App) {
        published(app, "public", "A zeppelin landed.").await;
        let before = find(app, AsOf::Now(at("2026-11-24T11:59:59Z")), "zeppelin").await;
        assert_eq!((slugs_of(&before), before.listing.cursors.len()), (vec![], 0));
        assert_eq!(slugs(app, "zeppelin").await, ["public"]);
    }

    async fn an_article_is_found_from_its_moment_on(app: &App) {
        let id = save(app, None, saying("planned", "A zeppelin will land.")).await;
        publish(app, Kind::Article, id, 1, Some(at("2026-11-24T15:00:00Z"))).await;
        let before = find(app, AsOf::Now(at("2026-11-24T14:59:59.999Z")), "zeppelin").await;
        let then = find(app, AsOf::Now(at("2026-11-24T15:00:00Z")), "zeppelin").await;
        assert_eq!((slugs_of(&before), slugs_of(&then)), (vec![], vec!["planned".to_owned()]));
    }

    async fn a_total_of_very_many_has_what_is_public_alone(app: &App) {
        assert_eq!(import(app, &archive(), Mode::Write).failed, 0);
        let tag = r#"{"kind":"tag","key":"t","revisions":[{"public":{"from":"2026-11-01T00:00:00Z"},"content":{"slug":"harbour","name":{"en":"Harbour"}}}]}"#;
        assert_eq!(import(app, tag, Mode::Write).failed, 0);
        save(app, None, saying("draft", "The harbour may close.")).await;
        let planned = save(app, None, saying("planned", "The harbour will close.")).await;
        publish(app, Kind::Article, planned, 1, Some(at("2026-11-24T15:00:30Z"))).await;
        let withdrawn = published(app, "withdrawn", "The harbour is open.").await;
        let end = Action::Withdraw(Some(at("2026-11-24T13:00:00Z")));
        change(app, Kind::Article, withdrawn, end).await.expect("it is withdrawn");
        let revised = published(app, "revised", "The harbour was open.").await;
        save(app, Some(revised), saying("revised", "The market was open.")).await;
        let totals = [("11:59:59", 1_200), ("12:00:00", 1_202), ("13:00:00", 1_201), ("15:00:10", 1_201), ("15:00:30", 1_202)];
        for (moment, count) in totals {
            assert_eq!(total(app, at(&format!("2026-11-24T{moment}Z"))).await, count, "{moment}");
        }
        pass(&later(app, "2026-11-24T15:00:40Z")).await;
        for (moment, count) in &totals[3..] {
            assert_eq!(total(app, at(&format!("2026-11-24T{moment}Z"))).await, *count, "{moment}");
        }
        let best = find(app, AsOf::Now(noon()), "harbour").await.listing;
        assert_eq!((best.items.len(), best.cursors.len()), (100, 100), "articles alone are ranked");
    }

    /// One node tells what has come while another still reads as of the moment before.
    async fn what_has_come_is_found_once_as_of_the_moment_before(app: &App) {
        let planned = save(app, None, saying("planned", "A zeppelin landed.")).await;
        let revised = published(app, "revised", "A zeppelin landed.").await;
        save(app, Some(revised), saying("revised", "The zeppelin landed.")).await;
        let back = published(app, "back", "A zeppelin landed.").await;
        change(app, Kind::Article, back, Action::Withdraw(None)).await.expect("it is withdrawn");
        for (id, revision) in [(planned, 1), (revised, 2), (back, 1)] {
            publish(app, Kind::Article, id, revision, Some(at("2026-11-24T15:00:30Z"))).await;
        }
        pass(&later(app, "2026-11-24T15:00:40Z")).await;
        for (moment, there) in [("15:00:10", &["revised"][..]), ("15:00:30", &["back", "planned", "revised"])] {
            let found = find(app, AsOf::Now(at(&format!("2026-11-24T{moment}Z"))), "zeppelin").await;
            let mut slugs = slugs_of(&found);
            slugs.sort_unstable();
            assert_eq!(slugs, there, "{moment}");
            assert_eq!(found.listing.cursors.len(), there.len(), "{moment}");
        }
    }

    async fn readers_find_the_words_that_they_see(app: &App) {
        let id = published(app, "revised", "A zeppelin landed.").await;
        save(app, Some(id), saying("revised", "A balloon landed.")).await;
        assert_eq!(both(app, "zeppelin").await, (vec!["revised".to_owned()], vec![]));
        assert_eq!(both(app, "balloon").await, (vec![], vec!["revised".to_owned()]));
        publish(app, Kind::Article, id, 2, None).await;
        assert_eq!(both(app, "zeppelin").await, (vec![], vec![]));
        assert_eq!(both(app, "balloon").await, (vec!["revised".to_owned()], vec!["revised".to_owned()]));
        assert_eq!(upkeep::verify(app, |_| {}).expect("it can be verified").differing, []);
    }

    async fn what_was_withdrawn_is_not_found(app: &App) {
        let id = published(app, "withdrawn", "A zeppelin landed.").await;
        change(app, Kind::Article, id, Action::Withdraw(Some(at("2026-11-24T13:00:00Z")))).await.expect("it is withdrawn");
        let before = find(app, AsOf::Now(at("2026-11-24T12:59:59.999Z")), "zeppelin").await;
        let then = find(app, AsOf::Now(at("2026-11-24T13:00:00Z")), "zeppelin").await;
        assert_eq!((slugs_of(&before), slugs_of(&then)), (vec!["withdrawn".to_owned()], vec![]));
    }

    async fn what_was_killed_is_found_by_nobody(app: &App) {
        let id = published(app, "killed", "A zeppelin landed.").await;
        change(app, Kind::Article, id, Action::Kill).await.expect("it is killed");
        assert_eq!(both(app, "zeppelin").await, (vec![], vec![]));
        assert_eq!(said(&find(app, AsOf::Drafts, "zepelin").await).suggestion, None);
        assert_eq!(upkeep::verify(app, |_| {}).expect("it can be verified").differing, []);
    }

    async fn what_was_put_away_is_not_found(app: &App) {
        let id = save(app, None, saying("away", "A zeppelin landed.")).await;
        change(app, Kind::Article, id, Action::Archive(true)).await.expect("it is put away");
        assert_eq!(both(app, "zeppelin").await, (vec![], vec![]));
    }

    async fn what_is_under_embargo_is_found_by_partners_alone(app: &App) {
        let id = save(app, None, saying("embargoed", "A zeppelin landed.")).await;
        let release = Release { from: Some(at("2026-11-24T15:00:00Z")), embargo: true, ..Release::default() };
        change(app, Kind::Article, id, Action::Publish(release)).await.expect("it is published");
        assert!(slugs(app, "zeppelin").await.is_empty());
        let early = find(app, AsOf::Embargoed(noon()), "zeppelin").await;
        assert_eq!(slugs_of(&early), ["embargoed"]);
        assert_eq!(early.listing.items[0].embargoed_until, Some(at("2026-11-24T15:00:00Z")));
    }

    /// Not in what is meant, nor in how much there is.
    async fn drafts_leave_no_trace(app: &App) {
        save(app, None, saying("draft", "The ministry hides a zeppelin.")).await;
        published(app, "public", "The ministry shows a balloon.").await;
        assert_eq!(said(&find(app, AsOf::Now(noon()), "zepelin").await).suggestion, None);
        assert_eq!(said(&find(app, AsOf::Now(noon()), "zeppelin ministry").await).suggestion, None);
        assert_eq!(said(&find(app, AsOf::Now(noon()), "ballon").await).suggestion.as_deref(), Some("balloon"));
        assert_eq!(said(&find(app, AsOf::Drafts, "zepelin").await).suggestion.as_deref(), Some("zeppelin"));
        assert_eq!(slugs(app, "ministry").await, ["public"]);
    }

    /// Neither the order nor the cursors, in which the scores are, tell whether a word stands in a draft.
    async fn drafts_do_not_show_in_scores(app: &App) {
        for (slug, text) in [("one", "The ministry shows a balloon."), ("two", "Ministry, ministry. Balloon!"), ("three", "A balloon of the ministry.")] {
            published(app, slug, text).await;
        }
        let places = async || find(app, AsOf::Now(noon()), "ministry balloon zeppelin").await.listing.cursors;
        let before = places().await;
        assert_eq!(before.len(), 3);
        for slug in ["draft", "second-draft", "third-draft"] {
            save(app, None, saying(slug, "The ministry hides a zeppelin.")).await;
        }
        assert_eq!(places().await, before);
    }

    /// Where one word may be missing, it makes no difference whether it is nowhere or where nobody may read it.
    async fn drafts_do_not_show_in_what_lacks_their_words(app: &App) {
        let explained = json!({ "kind": "article", "key": "e", "revisions": [{ "public": { "from": "2011-01-01T00:00:00Z" },
            "content": { "locale": "en", "slug": "explained", "title": "The harbour, explained", "body": { "markdown": "It is old." } } }] });
        for lines in [archive(), explained.to_string()] {
            assert_eq!(import(app, &lines, Mode::Write).failed, 0);
        }
        let lists = ["q=harbour+zeppelin", "q=harbour+quiet+zeppelin", "q=harbour+zeppelin&sort=title", "q=harbour+zeppelin+xyzzy"];
        let first = async |list| get_json(app, &format!("/v1/articles?fields=slug&total=exact&{list}")).await;
        let mut before = Vec::new();
        for list in lists {
            before.push((pages(app, list).await, first(list).await));
        }
        assert_eq!((before[0].0.len(), before[3].0.len()), (250, 0));
        save(app, None, saying("draft", "The ministry hides a zeppelin.")).await;
        for (list, before) in lists.into_iter().zip(before) {
            assert_eq!((pages(app, list).await, first(list).await), before, "{list}");
        }
    }

    async fn an_index_that_was_lost_is_made_anew(app: &App) {
        published(app, "public", "A zeppelin landed.").await;
        empty_index(app);
        assert!(upkeep::is_search_outdated(app).expect("it can be told"));
        assert!(slugs(app, "zeppelin").await.is_empty());
        assert_eq!(upkeep::verify(app, |_| {}).expect("it can be verified").differing.len(), 1);
        upkeep::rebuild(app, |_| {}).expect("it can be rebuilt");
        assert_eq!(slugs(app, "zeppelin").await, ["public"]);
        assert_eq!(upkeep::verify(app, |_| {}).expect("it can be verified").differing, []);
    }

    /// While documents of another version are there, that a word is not counted is no sign that it is nowhere.
    async fn what_another_version_did_not_count_is_found(app: &App) {
        published(app, "public", "A zeppelin landed.").await;
        execute(app, "DELETE FROM search_terms WHERE term LIKE '%zeppelin' OR term LIKE '~_x~_%' ESCAPE '~'");
        for sort in ["relevance", "title", "-publishedAt"] {
            assert_eq!(pages(app, &format!("q=zeppelin+landed&sort={sort}")).await, ["public"], "{sort}");
        }
    }

    /// Words are counted over all documents, so none of an older analysis may stay.
    async fn an_index_of_another_version_is_made_anew(app: &App) {
        published(app, "public", "A zeppelin landed.").await;
        assert!(!upkeep::is_search_outdated(app).expect("it can be told"));
        execute(app, "UPDATE search_documents SET analysis = 0");
        assert!(upkeep::is_search_outdated(app).expect("it can be told"));
        assert_eq!(upkeep::verify(app, |_| {}).expect("it can be verified").differing.len(), 1);
        upkeep::rebuild(app, |_| {}).expect("it can be rebuilt");
        assert_eq!(upkeep::verify(app, |_| {}).expect("it can be verified").differing, []);
        assert_eq!(slugs(app, "zeppelin").await, ["public"]);
        assert!(!upkeep::is_search_outdated(app).expect("it can be told"));
    }

    /// Lists ask it for what rarely comes together. Where it does not know all, they do without.
    async fn an_index_of_another_version_narrows_no_list(app: &App) {
        published(app, "public", "A zeppelin landed.").await;
        let list = async || {
            let found = get_json(app, "/v1/articles?locale=en&kind=news&hasImage=false&sort=title").await;
            found["data"].as_array().expect("a list").len()
        };
        assert_eq!(list().await, 1);
        empty_documents(app);
        execute(app, "UPDATE search_terms SET term = '_x_0_article' WHERE term LIKE '!_x!_%!_article' ESCAPE '!'");
        assert_eq!(list().await, 1, "made by another version");
        upkeep::rebuild(app, |_| {}).expect("it can be rebuilt");
        published(app, "second", "Another landed.").await;
        remove_newest_document(app);
        assert!(!upkeep::is_search_outdated(app).expect("it can be told"));
        execute(app, "INSERT INTO search_terms (term, docs) VALUES ('_z_unfinished', 1)");
        assert_eq!(list().await, 2, "not made to the end");
        assert!(upkeep::is_search_outdated(app).expect("it can be told"));
        upkeep::rebuild(app, |_| {}).expect("it can be rebuilt");
        assert!(!upkeep::is_search_outdated(app).expect("it can be told"));
        empty_index(app);
        assert_eq!(list().await, 2, "not made at all");
    }
}

fn empty_index(app: &App) {
    empty_documents(app);
    execute(app, "DELETE FROM search_terms");
}

/// As if it had not been made yet.
fn remove_newest_document(app: &App) {
    let newest = "(SELECT MAX(doc) FROM search_documents)";
    if let DatabaseUrl::Sqlite(_) = app.store().url() {
        execute(app, &format!("DELETE FROM search_index WHERE rowid = {newest}"));
    }
    execute(app, &format!("DELETE FROM search_documents WHERE doc = {newest}"));
    execute(
        app,
        "UPDATE search_terms SET docs = docs - 1 WHERE term LIKE '!_x!_%' ESCAPE '!' OR term LIKE '!_k!_%' ESCAPE '!'",
    );
}

fn empty_documents(app: &App) {
    if let DatabaseUrl::Sqlite(_) = app.store().url() {
        execute(app, "INSERT INTO search_index (search_index) VALUES ('delete-all')");
    }
    execute(app, "DELETE FROM search_documents");
}
