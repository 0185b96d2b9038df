//! Bringing in records from elsewhere, as often as one likes: what did not change is left alone.

mod batch;
mod record;
mod rows;
mod slugs;

use batch::Batch;
use slugs::Slugs;

use super::{App, Context};
use crate::domain::{Error, ErrorCode, Record, Result};
use crate::store;

/// What became of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is new.
    Created(Notes),
    /// It was there and has changed.
    Updated(Notes),
    /// It was there and is the same.
    Unchanged,
    /// It is not in, for this reason. Nothing of it was written.
    Failed(Error),
}

/// What had to be done differently from what a record said.
pub type Notes = Vec<String>;

/// Whether to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Write.
    Write,
    /// Do everything, then undo it.
    DryRun,
}

/// Writes the records of one import, batch by batch.
#[derive(Debug)]
pub struct Importer {
    context: Context,
    mode: Mode,
    /// Kept over the batches of a dry run, which finds nothing of what it did in the database.
    slugs: Slugs,
}

impl Importer {
    /// An importer that acts for `context`.
    #[must_use]
    pub fn new(context: Context, mode: Mode) -> Self {
        Self { context, mode, slugs: Slugs::default() }
    }

    /// Brings in some records in one transaction, each wholly or not at all. One outcome for each, in order.
    ///
    /// # Errors
    /// Only when the database fails; what is wrong with a record is its outcome.
    pub fn bring_in(&mut self, records: Vec<Record>) -> Result<Vec<Outcome>> {
        let mode = self.mode;
        if mode == Mode::Write {
            self.slugs = Slugs::default();
        }
        let app = &self.context.app;
        let mut batch = Batch::new(self.context.caller.actor.clone(), records);
        let slugs = &mut self.slugs;
        let written = app.store.write_blocking(|c| {
            slugs.begin();
            batch.run(c, app.now(), slugs)?;
            if mode == Mode::DryRun { Err(undo()) } else { Ok(()) }
        });
        match written {
            Ok(()) => Ok(batch.outcomes()),
            Err(error) if error == undo() => Ok(batch.outcomes()),
            // Somebody else wrote at the same time, or the database refused a row: find out which record it is.
            Err(error) if matches!(error.code, ErrorCode::Conflict | ErrorCode::Internal) => {
                self.slugs.undo();
                self.in_halves(batch.records, error)
            }
            Err(error) => Err(error),
        }
    }

    fn in_halves(&mut self, mut records: Vec<Record>, error: Error) -> Result<Vec<Outcome>> {
        if let [_] = records.as_slice() {
            return Ok(vec![Outcome::Failed(error)]);
        }
        let rest = records.split_off(records.len() / 2);
        let mut outcomes = self.bring_in(records)?;
        outcomes.extend(self.bring_in(rest)?);
        Ok(outcomes)
    }
}

/// The error by which a dry run undoes its transaction.
fn undo() -> Error {
    Error::new(ErrorCode::Conflict, "dry run")
}

/// Says that an import of so many entries has ended, so that the database can prepare for reading what came in.
pub fn settle(app: &App, entries: usize) {
    app.store().settle(entries);
}

/// Whether there is no entry yet.
///
/// # Errors
/// Only failures of the database.
pub fn is_empty(app: &App) -> Result<bool> {
    app.store().read_blocking(store::entry::is_empty)
}
