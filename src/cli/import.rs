//! `dateline import`.

use std::io::BufRead;
use std::process::ExitCode;

use clap::Args;

use super::Common;
use crate::app::import::{self, Mode, Outcome};
use crate::app::{App, Context};
use crate::domain::Actor;
use crate::import::ndjson::Index;

#[derive(Debug, Args)]
pub(super) struct Import {
    #[command(flatten)]
    common: Common,
}

impl Import {
    pub(super) fn run(&self) -> Result<ExitCode, String> {
        let _ = self.common.config(None)?;
        Err("not yet".to_owned())
    }
}

/// Records to a transaction.
const BATCH: usize = 200;

/// Brings in NDJSON.
pub(super) fn ndjson<R: BufRead>(
    app: &App,
    open: impl Fn() -> std::io::Result<R>,
) -> Result<Vec<Outcome>, String> {
    let context = Context { app: app.clone(), actor: Actor::Operator };
    let mut index = Index::default();
    index.scan(open().map_err(|error| error.to_string())?, |locale, slug| app.site().url_of(locale, slug));
    let mut records = Vec::new();
    let mut outcomes = Vec::new();
    for line in open().map_err(|error| error.to_string())?.lines() {
        let line = line.map_err(|error| error.to_string())?;
        if line.trim().is_empty() {
            continue;
        }
        records.extend(index.record(&line)?);
        if records.len() >= BATCH {
            outcomes.extend(
                import::bring_in(&context, std::mem::take(&mut records), Mode::Write)
                    .map_err(|e| e.to_string())?,
            );
        }
    }
    outcomes.extend(import::bring_in(&context, records, Mode::Write).map_err(|e| e.to_string())?);
    Ok(outcomes)
}
