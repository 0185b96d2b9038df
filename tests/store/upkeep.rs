//! Verifying and rebuilding what is derived.

use dateline::app::App;
use dateline::app::upkeep;

use crate::support::on_both_databases;

on_both_databases! { SampleNewsroom;
    /// The end of an edition comes by the clock; that nobody has filed it away yet is no damage.
    async fn an_edition_that_has_ended_since_is_no_difference(app: &App) {
        let later = dateline::app::App::new(
            app.store().clone(),
            dateline::app::Clock::standing_at("2031-01-01T00:00:00Z".parse().expect("a moment")),
            dateline::app::Ids::Random,
            app.site().clone(),
        );
        let list = crate::support::client::get_json(&later, "/v1/articles?total=exact").await;
        assert_eq!(upkeep::verify(&later, |_| {}).expect("it can be verified").differing, []);
        assert_eq!(upkeep::rebuild(&later, |_| {}).expect("it can be rebuilt").differing, []);
        assert_eq!(crate::support::client::get_json(&later, "/v1/articles?total=exact").await, list);
    }

    async fn the_sample_newsroom_verifies(app: &App) {
        let findings = upkeep::verify(app, |_| {}).expect("it can be verified");
        assert!(findings.entries >= 90, "{findings:?}");
        assert_eq!(findings.differing, []);
    }
}
