//! The sample newsroom.

use dateline::app::App;
use dateline::app::import::Outcome;

/// The lines of the sample newsroom.
pub(crate) const LINES: &str = include_str!("../../sample/newsroom.ndjson");

/// Loads it.
pub(crate) fn load(app: &App) {
    for outcome in import(app, LINES) {
        assert!(matches!(outcome, Outcome::Created(_)), "the sample newsroom comes in: {outcome:?}");
    }
}

/// Brings in NDJSON.
pub(crate) fn import(app: &App, lines: &str) -> Vec<Outcome> {
    dateline::import::ndjson::load(app, || Ok(std::io::Cursor::new(lines.as_bytes().to_vec())))
        .expect("it can be read")
}
