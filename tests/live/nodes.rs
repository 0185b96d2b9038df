//! Several nodes on one database: what one writes, those who follow another are told.

use std::time::{Duration, Instant};

use dateline::app::live::{self, Follower};
use dateline::domain::Perspective;
use dateline::domain::access::Role;

use super::{Desk, reader, soon};
use crate::support::database::{self, Backend, Contents};

/// How long the other node takes to tell, at best of some tries: other tests run beside this one.
async fn delay(url: &str) -> Duration {
    let (one, other) = (database::open(url), database::open(url));
    let desk = Desk::of(&one, Role::Editor).await;
    let follows = actix_web::rt::spawn(live::run(other.clone()));
    let mut follower =
        Follower::begin(&reader(&other).await, None, Perspective::Published).await.expect("it begins");
    // It has begun to listen.
    tokio::time::sleep(Duration::from_millis(300)).await;
    let mut best = Duration::MAX;
    for number in 0..4 {
        desk.publish(&format!("story-{number}")).await;
        let began = Instant::now();
        soon("the change", follower.next(10)).await.expect("changes");
        best = best.min(began.elapsed());
    }
    follows.abort();
    best
}

#[test]
fn on_postgres_the_word_of_one_node_wakes_the_others() {
    let Some(url) = database::copy(Backend::Postgres, Contents::Nothing) else { return };
    let delay = actix_web::rt::System::new().block_on(delay(&url));
    assert!(delay < Duration::from_millis(400), "{delay:?}: that was polled");
}

#[test]
fn on_sqlite_other_processes_are_polled() {
    let url = database::copy(Backend::Sqlite, Contents::Nothing).expect("a database");
    let delay = actix_web::rt::System::new().block_on(delay(&url));
    assert!(delay < Duration::from_secs(3), "{delay:?}");
}

/// All connections are lost at once, that which listens among them: who follows is told all the same.
#[test]
fn a_database_that_was_restarted_is_followed_again() {
    let Some(url) = database::copy(Backend::Postgres, Contents::Nothing) else { return };
    actix_web::rt::System::new().block_on(async {
        let (one, other) = (database::open(&url), database::open(&url));
        let desk = Desk::of(&one, Role::Editor).await;
        let follows = actix_web::rt::spawn(live::run(other.clone()));
        let mut follower =
            Follower::begin(&reader(&other).await, None, Perspective::Published).await.expect("it begins");
        tokio::time::sleep(Duration::from_millis(300)).await;
        let name = url.split('/').nth(3).and_then(|rest| rest.split('?').next()).expect("a database");
        let cluster = crate::support::postgres::Cluster::shared().expect("a cluster");
        cluster
            .run(&format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"));
        desk.publish("story").await;
        soon("the change", follower.next(10)).await.expect("changes");
        follows.abort();
    });
}
