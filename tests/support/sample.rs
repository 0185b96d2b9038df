//! The sample newsroom.

use dateline::app::import::Mode;
use dateline::app::{App, Context};
use dateline::domain::Actor;
use dateline::import::{Intake, Report, ndjson};

/// The lines of the sample newsroom.
pub(crate) const LINES: &str = include_str!("../../sample/newsroom.ndjson");

/// Loads it.
pub(crate) fn load(app: &App) {
    let report = import(app, LINES, Mode::Write);
    assert_eq!((report.read, report.failed), (LINES.lines().count(), 0), "{report:?}");
}

/// Brings in NDJSON.
pub(crate) fn import(app: &App, lines: &str, mode: Mode) -> Report {
    let context = Context { app: app.clone(), actor: Actor::Operator };
    let mut intake = Intake::new(context, mode);
    ndjson::read_into(&mut intake, app.site(), "test", || Ok(std::io::Cursor::new(lines.as_bytes())))
        .expect("it can be read");
    intake.finish().expect("it can be written")
}
