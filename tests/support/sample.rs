//! The sample newsroom.

use dateline::app::import::Mode;
use dateline::app::{App, Context};
use dateline::domain::Caller;
use dateline::import::{Intake, Options, Reader, Report, ndjson};

/// The lines of the sample newsroom.
pub(crate) const LINES: &str = include_str!("../../sample/newsroom.ndjson");

/// Loads it.
pub(crate) fn load(app: &App) {
    let report = import(app, LINES, Mode::Write);
    assert_eq!((report.read, report.failed), (LINES.lines().count(), 0), "{report:?}");
}

/// Brings in NDJSON.
pub(crate) fn import(app: &App, lines: &str, mode: Mode) -> Report {
    let context = Context { app: app.clone(), caller: Caller::operator() };
    let mut intake = Intake::new(context, mode);
    ndjson::read_into(&mut intake, app.site(), "test", || Ok(std::io::Cursor::new(lines.as_bytes())))
        .expect("it can be read");
    intake.finish().expect("it can be written")
}

/// The slug that the newest revision of an entry of the sample newsroom has.
pub(crate) fn slug_of(kind: &str, key: &str) -> String {
    let entries =
        LINES.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("an entry"));
    let entry = entries.into_iter().find(|entry| entry["kind"] == kind && entry["key"] == key);
    let revisions = entry.unwrap_or_else(|| panic!("there is a {kind} {key}"))["revisions"].clone();
    revisions
        .as_array()
        .and_then(|all| all.last())
        .and_then(|last| last["content"]["slug"].as_str())
        .expect("a slug")
        .to_owned()
}

/// Brings in a folder of files, keeping what has expired.
pub(crate) fn import_folder(app: &App, folder: &std::path::Path) -> Report {
    let context = Context { app: app.clone(), caller: Caller::operator() };
    let mut intake = Intake::new(context, Mode::Write);
    let media_base = Options::DEFAULT_MEDIA_BASE.parse().expect("a URL");
    let options = Options { keep_expired: true, ..Options::new("en".parse().expect("a locale"), media_base) };
    for file in Reader::new(&[folder.to_owned()], options) {
        intake.take(file).expect("it can be written");
    }
    intake.finish().expect("it can be written")
}
