//! Verifying and rebuilding what is derived.

use std::path::Path;

use dateline::app::{App, Clock, Ids, upkeep};
use dateline::store::DatabaseUrl;

use crate::house::migrations;
use crate::support::client::get_json;
use crate::support::database::{execute, number};
use crate::support::on_both_databases;

on_both_databases! { SampleNewsroom;
    /// The end of an edition comes by the clock; that nobody has filed it away yet is no damage.
    async fn an_edition_that_has_ended_since_is_no_difference(app: &App) {
        let new_year = Clock::standing_at("2031-01-01T00:00:00Z".parse().expect("a moment"));
        let later = App::new(app.store().clone(), new_year, Ids::Random, app.site().clone());
        let list = get_json(&later, "/v1/articles?total=exact").await;
        assert_eq!(upkeep::verify(&later, |_| {}).expect("it can be verified").differing, []);
        assert_eq!(upkeep::rebuild(&later, |_| {}).expect("it can be rebuilt").differing, []);
        assert_eq!(get_json(&later, "/v1/articles?total=exact").await, list);
    }

    /// What a migration derives from the rows that are there is what is derived when they are written.
    async fn what_a_migration_derives_is_as_it_would_have_been_written(app: &App) {
        let query = "/v1/articles?stale=true&total=exact";
        let stale = get_json(app, query).await;
        assert_eq!(stale["page"]["total"]["count"], 1, "the sample has a stale translation");
        let mut migrations = migrations::folders("sqlite");
        migrations.drain(..migrations.binary_search(&"2026-11-24-000013_candidates".to_owned()).expect("it is there"));
        let down = migrations.iter().rev().map(|migration| (migration, "down"));
        for (migration, direction) in down.chain(migrations.iter().map(|migration| (migration, "up"))) {
            execute(app, &migration_of(app, migration, direction));
        }
        // Migrations go by the clock of the machine.
        let present = App::new(app.store().clone(), Clock::System, Ids::Random, app.site().clone());
        assert_eq!(upkeep::verify(&present, |_| {}).expect("it can be verified").differing, []);
        let public = number(app, "SELECT COUNT(*) FROM search_documents WHERE public_kind IS NOT NULL");
        assert!(public > 50, "{public}");
        assert_eq!(get_json(app, query).await, stale);
    }

    async fn the_sample_newsroom_verifies(app: &App) {
        let findings = upkeep::verify(app, |_| {}).expect("it can be verified");
        assert!(findings.entries >= 90, "{findings:?}");
        assert_eq!(findings.differing, []);
    }
}

/// One of the two scripts of a migration for the database of an application.
fn migration_of(app: &App, name: &str, direction: &str) -> String {
    let database = match app.store().url() {
        DatabaseUrl::Sqlite(_) => "sqlite",
        DatabaseUrl::Postgres(_) => "postgres",
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(database);
    let script = folder.join(name).join(format!("{direction}.sql"));
    std::fs::read_to_string(script).expect("a migration")
}
