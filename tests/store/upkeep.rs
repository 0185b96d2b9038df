//! Verifying and rebuilding what is derived.

use dateline::app::App;
use dateline::app::upkeep;

use crate::support::on_both_databases;

on_both_databases! { SampleNewsroom;
    async fn the_sample_newsroom_verifies(app: &App) {
        let findings = upkeep::verify(app, |_| {}).expect("it can be verified");
        assert!(findings.entries >= 90, "{findings:?}");
        assert_eq!(findings.differing, []);
    }
}
