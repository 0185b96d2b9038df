//! Going on from a place: nothing is missed, and nothing comes twice.

use std::time::Duration;

use dateline::app::App;
use dateline::app::live::{self, Follower};
use dateline::domain::access::Role;
use dateline::domain::{Effect, Perspective};
use serde_json::json;

use super::{Desk, article, end, reader, seen, soon, told};
use crate::support::on_both_databases;

on_both_databases! { Nothing;
    /// Followers that come and go while the desk works, each from where it was.
    async fn followers_that_come_and_go_see_everything_once(app: &App) {
        let desk = Desk::of(app, Role::Editor).await;
        let follows = actix_web::rt::spawn(live::run(app.clone()));
        let writing = actix_web::rt::spawn(async move {
            for number in 0..20 {
                desk.publish(&format!("story-{number}")).await;
                desk.create("articles", article(&format!("draft-{number}"))).await;
            }
        });
        let (mut place, mut events, mut connections) = (0, Vec::new(), 0);
        while events.len() < 20 {
            connections += 1;
            let mut follower = Follower::begin(&reader(app).await, Some(place), Perspective::Published).await.expect("it begins");
            // Each stays for a few events, the longest for so many that it certainly hears some live.
            for _ in 0..=connections % 4 {
                if events.len() == 20 {
                    break;
                }
                for change in soon("a change", follower.next(2)).await.expect("changes") {
                    place = change.sequence;
                    events.push(change.sequence);
                }
            }
        }
        soon("the end of the writing", writing).await.expect("it wrote");
        let all: Vec<i64> = told(&reader(app).await, 0, Perspective::Published).await.iter().map(|change| change.sequence).collect();
        assert_eq!((events, all.len()), (all.clone(), 20));
        follows.abort();
    }

    async fn who_begins_now_is_told_what_comes(app: &App) {
        let desk = Desk::of(app, Role::Editor).await;
        desk.publish("before").await;
        let follows = actix_web::rt::spawn(live::run(app.clone()));
        let mut follower = Follower::begin(&reader(app).await, None, Perspective::Published).await.expect("it begins");
        desk.publish("after").await;
        let changes = soon("a change", follower.next(10)).await.expect("changes");
        assert_eq!(changes.iter().map(|change| change.sequence).collect::<Vec<_>>(), [end(app).await]);
        follows.abort();
    }

    /// Who is so slow that their part of the memory is given to others reads the log.
    async fn who_is_slow_reads_at_a_pace_of_their_own(app: &App) {
        let desk = Desk::of(app, Role::Editor).await;
        let follows = actix_web::rt::spawn(live::run(app.clone()));
        let mut slow = Follower::begin(&reader(app).await, None, Perspective::Published).await.expect("it begins");
        for number in 0..90 {
            desk.publish(&format!("story-{number}")).await;
            // One batch each, more of them than are kept.
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        let mut count = 0;
        while count < 90 {
            count += soon("a change", slow.next(7)).await.expect("changes").len();
        }
        assert_eq!((count, seen(app, 0).await.len()), (90, 90));
        follows.abort();
    }

    async fn changes_of_one_moment_are_all_told(app: &App) {
        let desk = Desk::of(app, Role::Admin).await;
        let path = desk.publish("story").await;
        desk.save(&path, 1, json!({ "title": "Another" })).await;
        desk.act(&path, "publish", 2, json!({})).await;
        desk.act(&path, "withdraw", 2, json!({ "note": "A doubt." })).await;
        let effects: Vec<Effect> = seen(app, 0).await.into_iter().map(|(_, effect)| effect).collect();
        assert_eq!(effects, [Effect::Published, Effect::Updated, Effect::Withdrawn]);
    }
}
