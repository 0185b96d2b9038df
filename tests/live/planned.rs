//! Moments that were planned and come: the log is told, once, by whoever notices.

use dateline::app::live::pass;
use dateline::app::{App, change};
use dateline::domain::access::Role;
use dateline::domain::{Change, Effect, Verb};
use serde_json::json;

use super::{Desk, article, at, end, id, pass as pass_all, seen};
use crate::support::on_both_databases;

const PLAN: &str = "2026-11-24T13:00:00Z";

async fn log(app: &App, since: i64) -> Vec<Change> {
    change::after(app, since, 1_000).await.expect("the log")
}

on_both_databases! { Nothing;
    async fn the_log_is_told_when_something_planned_comes_and_when_it_ends(app: &App) {
        let desk = Desk::of(app, Role::Editor).await;
        let path = desk.create("articles", article("planned")).await;
        desk.act(&path, "publish", 1, json!({ "at": PLAN, "until": "2026-11-24T14:00:00Z" })).await;
        let since = end(app).await;
        pass_all(&at(app, "2026-11-24T12:59:59Z")).await;
        assert_eq!(log(app, since).await, []);
        // Nobody was there when either moment passed.
        let later = at(app, "2026-11-24T20:00:00Z");
        pass_all(&later).await;
        let passed = log(&later, since).await;
        let told: Vec<_> = passed.iter().map(|it| (it.verb, it.at.to_string(), it.effect)).collect();
        assert_eq!(told, [
            (Verb::Pass, "2026-11-24T13:00:00.000Z".to_owned(), Some(Effect::Published)),
            (Verb::Pass, "2026-11-24T14:00:00.000Z".to_owned(), Some(Effect::Withdrawn)),
        ]);
        pass_all(&later).await;
        pass_all(&at(app, "2026-11-24T21:00:00Z")).await;
        assert_eq!(log(app, since).await.len(), 2);
    }

    async fn many_nodes_that_notice_at_once_tell_once(app: &App) {
        let desk = Desk::of(app, Role::Editor).await;
        for number in 0..5 {
            let path = desk.create("articles", article(&format!("planned-{number}"))).await;
            desk.act(&path, "publish", 1, json!({ "at": PLAN })).await;
        }
        let since = end(app).await;
        let later = at(app, PLAN);
        let passes = (0..8).map(|_| {
            let node = later.clone();
            actix_web::rt::spawn(async move { pass::pass(&node).await })
        });
        for done in passes.collect::<Vec<_>>() {
            done.await.expect("it runs").expect("it passes");
        }
        assert_eq!(log(app, since).await.len(), 5);
    }

    /// Whoever writes tells what came before them first, so the log is in the order of time.
    async fn a_write_tells_first_what_has_come(app: &App) {
        let desk = Desk::of(app, Role::Editor).await;
        let path = desk.create("articles", article("planned")).await;
        desk.act(&path, "publish", 1, json!({ "at": PLAN })).await;
        let since = end(app).await;
        let later = desk.at("2026-11-24T15:00:00Z");
        later.act(&path, "withdraw", 1, json!({ "note": "A doubt." })).await;
        let told: Vec<_> = log(&later.app, since).await.into_iter().map(|it| (it.verb, it.effect)).collect();
        assert_eq!(told, [(Verb::Pass, Some(Effect::Published)), (Verb::Withdraw, Some(Effect::Withdrawn))]);
        pass_all(&later.app).await;
        assert_eq!(log(&later.app, since).await.len(), 2);
        // A decision that was seen is not overtaken by a moment.
        later.act(&path, "publish", 1, json!({})).await;
    }

    async fn a_plan_that_ends_what_is_public_is_told_at_its_moment(app: &App) {
        let desk = Desk::of(app, Role::Editor).await;
        let path = desk.publish("story").await;
        let since = end(app).await;
        desk.act(&path, "withdraw", 1, json!({ "at": PLAN, "note": "It expires." })).await;
        assert_eq!(seen(app, since).await, []);
        let later = at(app, PLAN);
        pass_all(&later).await;
        assert_eq!(seen(&later, since).await, [(id(&path).to_owned(), Effect::Withdrawn)]);
    }

    async fn a_box_that_changes_as_planned_is_the_cause_of_what_its_articles_do(app: &App) {
        let desk = Desk::of(app, Role::Editor).await;
        let (facts, path) = desk.followed("story").await;
        desk.save(&facts, 1, json!({ "items": [{ "text": "New." }] })).await;
        desk.act(&facts, "publish", 2, json!({ "at": PLAN })).await;
        let since = end(app).await;
        assert_eq!(seen(app, since - 2).await, []);
        let later = at(app, PLAN);
        pass_all(&later).await;
        let passed = log(&later, since).await;
        let told: Vec<_> = passed.iter().map(|it| (it.entry.to_string(), it.effect, it.cause)).collect();
        let updated = Some(Effect::Updated);
        assert_eq!(told, [(id(&facts).to_owned(), updated, None), (id(&path).to_owned(), updated, Some(since + 1))]);
    }

    /// A node whose clock is slow writes behind what another has told already.
    async fn clocks_that_differ_lose_nothing_and_tell_nothing_twice(app: &App) {
        let desk = Desk::of(app, Role::Editor).await;
        let path = desk.create("articles", article("planned")).await;
        desk.act(&path, "publish", 1, json!({ "at": PLAN })).await;
        let since = end(app).await;
        pass_all(&at(app, "2026-11-24T13:00:05Z")).await;
        let slow = desk.at("2026-11-24T12:59:59Z");
        let other = slow.publish("other").await;
        pass_all(&at(app, "2026-11-24T13:01:00Z")).await;
        let expected = [(id(&path).to_owned(), Effect::Published), (id(&other).to_owned(), Effect::Published)];
        assert_eq!(seen(&slow.app, since).await, expected);
    }

    async fn many_moments_are_told_in_the_order_of_time(app: &App) {
        let desk = Desk::of(app, Role::Editor).await;
        for number in 0..12 {
            let path = desk.create("articles", article(&format!("planned-{number}"))).await;
            desk.act(&path, "publish", 1, json!({ "at": format!("2026-11-24T13:{number:02}:00Z") })).await;
        }
        let since = end(app).await;
        let later = at(app, "2026-11-24T14:00:00Z");
        pass_all(&later).await;
        let told = log(&later, since).await;
        assert_eq!(told.len(), 12);
        assert!(told.windows(2).all(|two| two[0].at < two[1].at));
    }
}
