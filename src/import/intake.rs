//! Takes what readers read, writes it in batches, and keeps the report.

use std::collections::{BTreeMap, HashSet};

use super::{Oddities, ReadFile};
use crate::app::Context;
use crate::app::import::{Mode, Outcome, bring_in, settle};
use crate::domain::{Id, Kind, Record, Result};

/// Records to a transaction. Large enough that the commit costs little, small enough to be quick to repeat.
const BATCH: usize = 500;

/// Writes records as they come.
#[derive(Debug)]
pub struct Intake {
    context: Context,
    mode: Mode,
    pending: Vec<(usize, Record)>,
    seen: HashSet<Id>,
    report: Report,
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
        Self { context, mode, pending: Vec::new(), seen: HashSet::new(), report: Report::default() }
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
                for record in records {
                    if self.seen.insert(record.id) {
                        self.pending.push((number, record));
                    } else if !record.derived {
                        about.errors.push(format!(
                            "{}: another file or line of this import has this key.",
                            record.key
                        ));
                    }
                }
                self.report.failed += usize::from(!about.errors.is_empty());
            }
        }
        self.report.files.push(about);
        if self.pending.len() >= BATCH { self.write() } else { Ok(()) }
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
        let (numbers, records): (Vec<usize>, Vec<Record>) =
            std::mem::take(&mut self.pending).into_iter().unzip();
        let kinds: Vec<_> =
            records.iter().map(|record| record.revisions.first().map(|r| r.content.kind())).collect();
        let keys: Vec<_> = records.iter().map(|record| record.key.clone()).collect();
        let outcomes = bring_in(&self.context, records, self.mode)?;
        for (((number, kind), key), outcome) in numbers.into_iter().zip(kinds).zip(keys).zip(outcomes) {
            let counts = self.report.counts.entry(kind.unwrap_or(Kind::Article)).or_default();
            let about = &mut self.report.files[number];
            match outcome {
                Outcome::Created(notes) => {
                    counts.created += 1;
                    about.notes.extend(notes);
                }
                Outcome::Updated(notes) => {
                    counts.updated += 1;
                    about.notes.extend(notes);
                }
                Outcome::Unchanged => counts.unchanged += 1,
                Outcome::Failed(error) => {
                    counts.failed += 1;
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
