//! Takes what readers read, writes it in batches, and keeps the report.

use std::collections::{BTreeMap, HashMap};

use super::{Oddities, ReadFile};
use crate::app::Context;
use crate::app::import::{Importer, Mode, Outcome, settle};
use crate::domain::record::Telling;
use crate::domain::{Id, Kind, Record, Result};

/// Records to a transaction. Large enough that the commit costs little, small enough to be quick to repeat.
const BATCH: usize = 500;

/// Writes records as they come.
#[derive(Debug)]
pub struct Intake {
    context: Context,
    mode: Mode,
    importer: Importer,
    pending: Vec<Pending>,
    /// How much has come of each entry.
    seen: HashMap<Id, Telling>,
    report: Report,
}

/// A record that is to be written.
#[derive(Debug)]
struct Pending {
    /// The number of the file that it is from.
    file: usize,
    record: Record,
    /// Whether it was written before and counted then.
    again: bool,
}

/// What an import did.
#[derive(Debug, Default)]
pub struct Report {
    /// How many entries of each kind are new, changed, unchanged and failed.
    pub counts: BTreeMap<Kind, Counts>,
    /// How many files or lines were read.
    pub read: usize,
    /// How many of them failed, wholly or in part.
    pub failed: usize,
    /// Every file or line about which there is something to say, in the order they were read.
    pub files: Vec<FileReport>,
    /// All oddities of all files.
    pub oddities: Oddities,
}

/// What became of the entries of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New.
    pub created: usize,
    /// There already, and changed.
    pub updated: usize,
    /// There already, and the same.
    pub unchanged: usize,
    /// Not in.
    pub failed: usize,
}

/// What there is to say about a file, or a line of NDJSON.
#[derive(Debug, Default)]
pub struct FileReport {
    /// The file, and the line of an NDJSON file.
    pub path: String,
    /// Why it, or an entry of it, is not in.
    pub errors: Vec<String>,
    /// What was done differently from what it said, and what was odd.
    pub notes: Vec<String>,
}

impl Report {
    /// The sum over all kinds.
    #[must_use]
    pub fn total(&self) -> Counts {
        self.counts.values().fold(Counts::default(), |sum, counts| Counts {
            created: sum.created + counts.created,
            updated: sum.updated + counts.updated,
            unchanged: sum.unchanged + counts.unchanged,
            failed: sum.failed + counts.failed,
        })
    }
}

impl Intake {
    /// An intake that acts for `context`.
    #[must_use]
    pub fn new(context: Context, mode: Mode) -> Self {
        let importer = Importer::new(context.clone(), mode);
        let (pending, seen, report) = (Vec::new(), HashMap::new(), Report::default());
        Self { context, mode, importer, pending, seen, report }
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
            return Some(format!("{}: another file or line of this import has this key.", record.key));
        }
        if known.is_some_and(|known| known >= new) {
            return None;
        }
        self.seen.insert(record.id, new);
        let waiting =
            self.pending.iter_mut().find(|pending| known.is_some() && pending.record.id == record.id);
        match waiting {
            Some(pending) => (pending.file, pending.record) = (file, record),
            None => self.pending.push(Pending { file, record, again: known.is_some() }),
        }
        None
    }

    /// Writes what is left, and gives the report.
    ///
    /// # Errors
    /// Only when the database fails.
    pub fn finish(mut self) -> Result<Report> {
        self.write()?;
        if self.mode == Mode::Write {
            settle(&self.context.app)?;
        }
        Ok(self.report)
    }

    fn write(&mut self) -> Result<()> {
        let mut records = Vec::with_capacity(self.pending.len());
        let mut labels = Vec::with_capacity(self.pending.len());
        for Pending { file, record, again } in self.pending.drain(..) {
            let kind = record.revisions.first().map_or(Kind::Article, |revision| revision.content.kind());
            labels.push((file, kind, record.key.clone(), again));
            records.push(record);
        }
        let outcomes = self.importer.bring_in(records)?;
        for ((file, kind, key, again), outcome) in labels.into_iter().zip(outcomes) {
            let about = &mut self.report.files[file];
            let counts = self.report.counts.entry(kind).or_default();
            match &outcome {
                Outcome::Failed(_) => counts.failed += 1,
                // A mention is counted once.
                _ if again => {}
                Outcome::Created(_) => counts.created += 1,
                Outcome::Updated(_) => counts.updated += 1,
                Outcome::Unchanged => counts.unchanged += 1,
            }
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

    /// Of files that went in as they are, nothing is kept: a report must not grow with a million lines.
    fn forget_the_plain(&mut self) {
        if self.pending.is_empty() {
            self.report.files.retain(|about| !about.errors.is_empty() || !about.notes.is_empty());
        }
    }
}
