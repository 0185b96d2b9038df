//! What readers are told, and what they never are.

use dateline::app::live::{self, Follower};
use dateline::app::{Access, App};
use dateline::domain::access::Role;
use dateline::domain::{Effect, ErrorCode, Perspective, Verb};
use serde_json::json;

use super::{Desk, article, at, end, id, operator, pass, reader, seen, told};
use crate::support::client::graphql_data;
use crate::support::on_both_databases;

on_both_databases! { Nothing;
    async fn drafts_plans_and_what_is_under_embargo_are_not_told(app: &App) {
        let desk = Desk::of(app, Role::Admin).await;
        let draft = desk.create("articles", article("draft")).await;
        desk.save(&draft, 1, json!({ "title": "Still a draft" })).await;
        desk.act(&draft, "submit", 2, json!({})).await;
        let planned = desk.create("articles", article("planned")).await;
        desk.act(&planned, "publish", 1, json!({ "at": "2026-11-25T06:00:00Z" })).await;
        desk.act(&planned, "withdraw", 1, json!({ "note": "Never mind." })).await;
        let embargoed = desk.create("articles", article("embargoed")).await;
        desk.act(&embargoed, "publish", 1, json!({ "at": "2026-11-25T06:00:00Z", "embargo": true })).await;
        let killed = desk.create("articles", article("killed")).await;
        desk.act(&killed, "kill", 1, json!({ "note": "Libel." })).await;
        assert_eq!(seen(app, 0).await, []);
        assert_eq!(graphql_data(app, "{ latestChange }").await["latestChange"], "0");

        let verbs: Vec<Verb> = told(&operator(app), 0, Perspective::Draft).await.iter().map(|it| it.verb).collect();
        let (save, publish) = (Verb::Save, Verb::Publish);
        assert_eq!(verbs, [save, save, Verb::Submit, save, publish, Verb::Withdraw, save, publish, save, Verb::Kill]);
    }

    async fn readers_are_told_what_they_see(app: &App) {
        let desk = Desk::of(app, Role::Admin).await;
        let path = desk.publish("story").await;
        let one = desk.at("2026-11-24T13:00:00Z");
        one.save(&path, 1, json!({ "title": "Another" })).await;
        one.act(&path, "publish", 2, json!({})).await;
        one.act(&path, "publish", 2, json!({ "at": "2026-11-24T18:00:00Z" })).await;
        let two = desk.at("2026-11-24T14:00:00Z");
        two.act(&path, "withdraw", 2, json!({ "note": "A doubt." })).await;
        let three = desk.at("2026-11-24T15:00:00Z");
        three.act(&path, "publish", 2, json!({})).await;
        let four = desk.at("2026-11-24T16:00:00Z");
        four.act(&path, "withdraw", 2, json!({ "note": "A doubt." })).await;
        four.act(&path, "kill", 2, json!({ "note": "Court order." })).await;
        let effects: Vec<Effect> = seen(&four.app, 0).await.into_iter().map(|(entry, effect)| {
            assert_eq!(entry, id(&path));
            effect
        }).collect();
        let (published, withdrawn) = (Effect::Published, Effect::Withdrawn);
        assert_eq!(effects, [published, Effect::Updated, withdrawn, published, withdrawn, Effect::Killed]);
    }

    async fn a_fact_box_that_changes_is_told_with_the_articles_that_follow_it(app: &App) {
        let desk = Desk::of(app, Role::Editor).await;
        let (facts, path) = desk.followed("story").await;
        let before = end(app).await;
        let later = desk.at("2026-11-24T13:00:00Z");
        later.save(&facts, 1, json!({ "items": [{ "text": "New." }] })).await;
        later.act(&facts, "publish", 2, json!({})).await;
        let expected = [(id(&facts).to_owned(), Effect::Updated), (id(&path).to_owned(), Effect::Updated)];
        assert_eq!(seen(&later.app, before).await, expected);
    }

    async fn the_place_to_begin_at_moves_with_what_readers_see_alone(app: &App) {
        let desk = Desk::of(app, Role::Editor).await;
        desk.publish("story").await;
        let place = live::latest(&reader(app).await).await.expect("a place");
        assert_eq!(place, end(app).await);
        desk.create("articles", article("draft")).await;
        assert_eq!(live::latest(&reader(app).await).await, Ok(place));
        assert!(end(app).await > place);
    }

    async fn who_may_not_read_follows_nothing(app: &App) {
        let closed = app.clone().with_access(Access { public_reading: false });
        let nobody = Follower::begin(&reader(&closed).await, None, Perspective::Published).await;
        assert_eq!(nobody.err().map(|error| error.code), Some(ErrorCode::Unauthenticated));
        for (perspective, code) in [(Perspective::Draft, ErrorCode::Unauthenticated), (Perspective::Embargoed, ErrorCode::Unauthenticated)] {
            let refused = Follower::begin(&reader(app).await, None, perspective).await;
            assert_eq!(refused.err().map(|error| error.code), Some(code));
        }
        let embargoed = Follower::begin(&operator(app), None, Perspective::Embargoed).await;
        assert_eq!(embargoed.err().map(|error| error.code), Some(ErrorCode::InvalidParameter));
    }

    async fn a_place_that_is_not_yet_is_refused(app: &App) {
        let later = at(app, "2026-11-24T13:00:00Z");
        for since in [-1, 1, i64::MAX] {
            let refused = Follower::begin(&reader(&later).await, Some(since), Perspective::Published).await;
            assert_eq!(refused.err().map(|error| error.code), Some(ErrorCode::InvalidParameter), "{since}");
        }
    }
}

on_both_databases! { SampleNewsroom;
    /// What comes in was public elsewhere before: it is told when it comes, and not again.
    async fn what_is_imported_is_told_once(app: &App) {
        let changes = told(&reader(app).await, 0, Perspective::Published).await;
        assert!(changes.iter().all(|change| change.effect == Some(Effect::Published)));
        let mut entries: Vec<_> = changes.iter().map(|change| change.entry).collect();
        entries.sort_unstable();
        entries.dedup();
        assert_eq!(entries.len(), changes.len());
        let visible = graphql_data(app, "{ articles(first: 1) { totalCount } sections(first: 1) { totalCount } tags(first: 1) { totalCount } authors(first: 1) { totalCount } images(first: 1) { totalCount } factBoxes(first: 1) { totalCount } }").await;
        let counted: u64 = visible.as_object().expect("lists").values().map(|list| list["totalCount"].as_u64().expect("a count")).sum();
        assert_eq!(counted, changes.len() as u64);
        pass(app).await;
        assert_eq!(told(&reader(app).await, 0, Perspective::Published).await.len(), changes.len());
    }
}
