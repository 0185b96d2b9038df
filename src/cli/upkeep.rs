//! `dateline migrate`, `verify` and `rebuild`.

use std::process::ExitCode;

use super::terminal::{explain, progress, say};
use super::{Common, open, open_as_it_is, open_to_read};
use crate::app::App;
use crate::app::upkeep::{self, Findings};

pub(super) fn migrate(common: &Common) -> Result<ExitCode, String> {
    let app = open(&common.config(None)?)?;
    say(format!("The tables of {} are up to date.", app.store().url()));
    Ok(ExitCode::SUCCESS)
}

pub(super) fn verify(common: &Common) -> Result<ExitCode, String> {
    let findings =
        walk(&open_to_read(&common.config(None)?)?, "verifying", |app, tick| upkeep::verify(app, tick))?;
    let Findings { entries, differing } = findings;
    if differing.is_empty() {
        say(format!("{entries} entries verified: every edition follows from what was decided."));
        return Ok(ExitCode::SUCCESS);
    }
    for (id, stale, missing) in &differing {
        say(format!("{id}: {stale} rows wrong, {missing} not there"));
    }
    say(format!("{} of {entries} entries differ. Run dateline rebuild to mend them.", differing.len()));
    Ok(ExitCode::FAILURE)
}

pub(super) fn rebuild(common: &Common) -> Result<ExitCode, String> {
    let Findings { entries, differing } =
        walk(&open_as_it_is(&common.config(None)?)?, "rebuilding", |app, tick| upkeep::rebuild(app, tick))?;
    say(format!("{entries} entries looked at, {} mended.", differing.len()));
    Ok(ExitCode::SUCCESS)
}

fn walk(
    app: &App,
    what: &str,
    job: impl FnOnce(&App, &mut dyn FnMut(usize)) -> crate::domain::Result<Findings>,
) -> Result<Findings, String> {
    let bar = progress(None, what);
    let findings = job(app, &mut |count| bar.set_position(count as u64)).map_err(|error| explain(&error));
    bar.finish_and_clear();
    findings
}
