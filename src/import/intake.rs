//! Takes what readers read, writes it in batches, and keeps the report.

use std::collections::HashMap;

use super::report::Tally;
use super::{Counts, FileReport, ReadFile, Report};
use crate::app::Context;
use crate::app::import::{Importer, Mode, Outcome, settle};
use crate::domain::record::Telling;
use crate::domain::{Id, Kind, Record, Result};

/// Records to a transaction. Large enough that the commit costs little, small enough to be quick to repeat.
pub(super) const BATCH: usize = 500;

/// Writes records as they come.
#[derive(Debug)]
pub struct Intake {
    context: Context,
    mode: Mode,
    importer: Importer,
    pending: Vec<Pending>,
    /// How much has come of each entry.
    seen: HashMap<Id, Telling>,
    tally: Tally,
    report: Report,
}

/// A record that is to be written.
#[derive(Debug)]
struct Pending {
    /// The number of the file that it is from.
    file: usize,
    record: Record,
}

/// What the report needs to know of a record that was written.
struct Label {
    file: usize,
    kind: Kind,
    key: String,
    id: Id,
    derived: bool,
}

impl Intake {
    /// An intake that acts for `context`.
    #[must_use]
    pub fn new(context: Context, mode: Mode) -> Self {
        let importer = Importer::new(context.clone(), mode);
        let (pending, seen) = (Vec::new(), HashMap::new());
        Self { context, mode, importer, pending, seen, tally: Tally::default(), report: Report::default() }
    }

    /// Takes what one file, or one line, gave.
    ///
    /// # Errors
    /// Only when the database fails.
    pub fn take(&mut self, file: ReadFile) -> Result<()> {
        let ReadFile { path, outcome, oddities } = file;
        self.report.read += 1;
        self.report.oddities.add(&oddities);
        let notes = oddities
            .iter()
            .map(|(what, count)| if count == 1 { what.to_owned() } else { format!("{count} × {what}") });
        let mut about = FileReport { path, errors: Vec::new(), notes: notes.collect() };
        let number = self.report.files.len();
        match outcome {
            Err(reason) => {
                self.report.failed += 1;
                about.errors.push(reason);
            }
            Ok(records) => {
                let refused = records.into_iter().filter_map(|record| self.queue(number, record));
                about.errors.extend(refused);
                self.report.failed += usize::from(!about.errors.is_empty());
            }
        }
        self.report.files.push(about);
        if self.pending.len() >= BATCH { self.write() } else { Ok(()) }
    }

    /// Puts a record in line, unless what came of its entry before tells as much. Two that describe it are an error.
    fn queue(&mut self, file: usize, record: Record) -> Option<String> {
        let new = record.telling();
        let known = self.seen.get(&record.id).copied();
        if known == Some(Telling::Description) && new == Telling::Description {
            self.report.counts.entry(kind_of(&record)).or_default().failed += 1;
            return Some(format!("{}: another file or line of this import has this key.", record.key));
        }
        if known.is_some_and(|known| known >= new) {
            return None;
        }
        self.seen.insert(record.id, new);
        let waiting =
            self.pending.iter_mut().find(|pending| known.is_some() && pending.record.id == record.id);
        match waiting {
            Some(pending) => {
                // Whoever says what the entry is answers for it in the report.
                pending.file = if record.derived { pending.file } else { file };
                pending.record.merge(record);
            }
            None => self.pending.push(Pending { file, record }),
        }
        None
    }

    /// Writes what is left, and gives the report.
    ///
    /// # Errors
    /// Only when the database fails.
    pub fn finish(mut self) -> Result<Report> {
        self.write()?;
        let Counts { created, updated, .. } = self.report.total();
        if self.mode == Mode::Write && created + updated > 0 {
            settle(&self.context.app, created + updated);
        }
        Ok(self.report)
    }

    fn write(&mut self) -> Result<()> {
        let mut records = Vec::with_capacity(self.pending.len());
        let mut labels = Vec::with_capacity(self.pending.len());
        for Pending { file, record } in self.pending.drain(..) {
            let (kind, key, id, derived) = (kind_of(&record), record.key.clone(), record.id, record.derived);
            labels.push(Label { file, kind, key, id, derived });
            records.push(record);
        }
        let outcomes = self.importer.bring_in(records)?;
        for (Label { file, kind, key, id, derived }, outcome) in labels.into_iter().zip(outcomes) {
            self.tally.count(&mut self.report, kind, id, derived, &outcome);
            let about = &mut self.report.files[file];
            match outcome {
                Outcome::Created(notes) | Outcome::Updated(notes) => about.notes.extend(notes),
                Outcome::Unchanged => {}
                Outcome::Failed(error) => {
                    if about.errors.is_empty() {
                        self.report.failed += 1;
                    }
                    let cause = error.cause().map(|cause| format!(" ({cause})")).unwrap_or_default();
                    about.errors.push(format!("{key}: {}{cause}", super::ndjson::explain(&error)));
                }
            }
        }
        self.forget_the_plain();
        Ok(())
    }

    /// Of files that went in as they are, nothing is kept: a report must not grow with a million lines. No record that
    /// waits names one of them by its number then.
    fn forget_the_plain(&mut self) {
        self.report.files.retain(|about| !about.errors.is_empty() || !about.notes.is_empty());
    }
}

fn kind_of(record: &Record) -> Kind {
    record.revisions.first().map_or(Kind::Article, |revision| revision.content.kind())
}
