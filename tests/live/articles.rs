//! Following the articles of a filter: they change, come into its list and leave it.

use std::time::Duration;

use dateline::app::live::article::{ArticleFollower, Happened};
use dateline::app::{App, live};
use dateline::domain::access::Role;
use dateline::domain::{Condition, Effect, ErrorCode, Reference, Role as Link, Shape};
use serde_json::json;

use super::{Desk, article, at, end, id, pass, reader, soon};
use crate::support::on_both_databases;

fn in_section(slug: &str) -> Vec<Condition<Reference>> {
    vec![Condition::Refers(Link::Section, vec![slug.parse().expect("a reference")])]
}

async fn happened(app: &App, filter: Vec<Condition<Reference>>, since: i64) -> Vec<Happened> {
    let begun = ArticleFollower::begin(&reader(app).await, filter, Some(since), Shape::bare()).await;
    let mut follower = begun.expect("it begins");
    let mut all = Vec::new();
    while let Ok(next) = tokio::time::timeout(Duration::from_millis(150), follower.next(4)).await {
        all.extend(next.expect("news"));
    }
    all
}

/// Entries, effects, and whether the article is in the list now.
async fn told(app: &App, filter: Vec<Condition<Reference>>, since: i64) -> Vec<(String, Effect, bool)> {
    let all = happened(app, filter, since).await;
    all.into_iter().map(|it| (it.id.to_string(), it.effect, it.article.is_some())).collect()
}

on_both_databases! { SampleNewsroom;
    async fn an_article_comes_into_a_list_and_leaves_it(app: &App) {
        let desk = Desk::of(app, Role::Admin).await;
        let since = end(app).await;
        let mut document = article("moves");
        document["section"] = json!("world");
        let path = desk.create("articles", document).await;
        desk.act(&path, "publish", 1, json!({})).await;
        let entry = id(&path).to_owned();
        assert_eq!(told(app, in_section("world"), since).await, [(entry.clone(), Effect::Published, true)]);
        assert_eq!(told(app, in_section("region"), since).await, []);

        let later = desk.at("2026-11-24T13:00:00Z");
        let moved = end(app).await;
        later.save(&path, 1, json!({ "section": "region" })).await;
        later.act(&path, "publish", 2, json!({})).await;
        assert_eq!(told(&later.app, in_section("world"), moved).await, [(entry.clone(), Effect::Updated, false)]);
        assert_eq!(told(&later.app, in_section("region"), moved).await, [(entry.clone(), Effect::Updated, true)]);

        let last = desk.at("2026-11-24T14:00:00Z");
        let withdrawn = end(app).await;
        last.act(&path, "withdraw", 2, json!({ "note": "A doubt." })).await;
        assert_eq!(told(&last.app, in_section("world"), withdrawn).await, []);
        assert_eq!(told(&last.app, in_section("region"), withdrawn).await, [(entry.clone(), Effect::Withdrawn, false)]);
        assert_eq!(told(&last.app, Vec::new(), withdrawn).await, [(entry.clone(), Effect::Withdrawn, false)]);

        let killed = end(app).await;
        last.act(&path, "kill", 2, json!({ "note": "Court order." })).await;
        assert_eq!(told(&last.app, in_section("world"), killed).await, [(entry, Effect::Killed, false)]);
    }

    /// Seen once by whoever comes back after everything has happened.
    async fn what_happened_meanwhile_is_told_as_it_is_now(app: &App) {
        let desk = Desk::of(app, Role::Editor).await;
        let since = end(app).await;
        let path = desk.publish("short-lived").await;
        let later = desk.at("2026-11-24T13:00:00Z");
        later.act(&path, "withdraw", 1, json!({ "note": "A doubt." })).await;
        assert_eq!(told(&later.app, Vec::new(), since).await, [(id(&path).to_owned(), Effect::Withdrawn, false)]);
    }

    async fn what_a_plan_does_to_a_list_is_told_at_its_moment(app: &App) {
        let desk = Desk::of(app, Role::Editor).await;
        let (facts, path) = desk.followed("follows").await;
        let filter = || vec![Condition::Refers(Link::FactBox, vec![Reference::Id(id(&facts).parse().expect("an id"))])];
        let since = end(app).await;
        desk.act(&path, "withdraw", 1, json!({ "at": "2026-11-24T14:00:00Z", "note": "It expires." })).await;
        desk.save(&facts, 1, json!({ "title": "New facts" })).await;
        desk.act(&facts, "publish", 2, json!({ "at": "2026-11-24T13:00:00Z" })).await;
        assert_eq!(told(app, filter(), since).await, []);
        let one = at(app, "2026-11-24T13:00:00Z");
        pass(&one).await;
        assert_eq!(told(&one, filter(), since).await, [(id(&path).to_owned(), Effect::Updated, true)]);
        let place = end(app).await;
        let two = at(app, "2026-11-24T14:00:00Z");
        pass(&two).await;
        assert_eq!(told(&two, filter(), place).await, [(id(&path).to_owned(), Effect::Withdrawn, false)]);
    }

    async fn a_filter_that_names_nothing_is_refused(app: &App) {
        let begun = ArticleFollower::begin(&reader(app).await, in_section("nowhere"), None, Shape::bare()).await;
        assert_eq!(begun.err().map(|error| error.code), Some(ErrorCode::InvalidParameter));
    }

    /// However many articles of however many moments come at once, they are looked up together.
    async fn a_batch_costs_the_same_however_many_articles_are_in_it(app: &App) {
        let desk = Desk::of(app, Role::Editor).await;
        let since = end(app).await;
        let mut ends = vec![since];
        for number in 0..12 {
            let now = desk.at(&format!("2026-11-24T13:{number:02}:00Z"));
            now.publish(&format!("many-{number}")).await;
            ends.push(end(app).await);
        }
        let later = at(app, "2026-11-24T15:00:00Z");
        let mut costs = Vec::new();
        for first in [11, 6, 0] {
            let context = reader(&later).await;
            let mut follower = ArticleFollower::begin(&context, in_section("world"), Some(ends[first]), Shape::bare()).await.expect("it begins");
            let before = later.store().statements();
            let _ = tokio::time::timeout(Duration::from_millis(300), follower.next(100)).await;
            costs.push(later.store().statements() - before);
        }
        assert!(costs.iter().all(|cost| *cost == costs[0] && *cost <= 9), "{costs:?}");
    }

    /// A page that many have open: what they are told is looked up once.
    async fn many_who_ask_the_same_cost_what_one_does(app: &App) {
        let desk = Desk::of(app, Role::Editor).await;
        let follows = actix_web::rt::spawn(live::run(app.clone()));
        tokio::time::sleep(Duration::from_millis(100)).await;
        let mut costs = Vec::new();
        for count in [1_u64, 60] {
            let context = reader(app).await;
            let mut tasks = Vec::new();
            for _ in 0..count {
                let begun = ArticleFollower::begin(&context, Vec::new(), None, Shape::bare()).await;
                let mut follower = begun.expect("it begins");
                tasks.push(actix_web::rt::spawn(async move { follower.next(10).await.expect("news").len() }));
            }
            let before = app.store().statements();
            desk.publish(&format!("for-{count}")).await;
            for task in tasks {
                assert_eq!(soon("the news", task).await.expect("it ends"), 1);
            }
            costs.push(app.store().statements() - before);
        }
        follows.abort();
        // Four statements each would be 240; what the node does besides is not the same each time.
        assert!(costs[1] < costs[0] + 60, "{costs:?}");
    }
}
