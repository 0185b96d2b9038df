//! What an import did: the sums, and what there is to say about each file.

use std::collections::{BTreeMap, HashMap};

use super::Oddities;
use crate::app::import::Outcome;
use crate::domain::{Id, Kind};

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

/// What became of each entry so far. An entry may come several times, mentioned and then described, and is counted
/// once: by the strongest of what became of it.
#[derive(Debug, Default)]
pub(super) struct Tally(HashMap<(Kind, Id), Standing>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    /// Of a mention, which may still be mended by what comes later.
    Failed,
    Unchanged,
    Updated,
    Created,
}

impl Tally {
    /// Counts one more outcome of an entry. A description that fails is counted even when a mention of it went in:
    /// what it says is missing.
    pub(super) fn count(
        &mut self,
        report: &mut Report,
        kind: Kind,
        id: Id,
        derived: bool,
        outcome: &Outcome,
    ) {
        let counts = report.counts.entry(kind).or_default();
        let standing = match outcome {
            Outcome::Failed(_) if !derived => return counts.failed += 1,
            Outcome::Failed(_) => Standing::Failed,
            Outcome::Unchanged => Standing::Unchanged,
            Outcome::Updated(_) => Standing::Updated,
            Outcome::Created(_) => Standing::Created,
        };
        let known = self.0.get(&(kind, id)).copied();
        if known.is_some_and(|known| known >= standing) {
            return;
        }
        if let Some(known) = known {
            *counts.of(known) -= 1;
        }
        *counts.of(standing) += 1;
        self.0.insert((kind, id), standing);
    }
}

impl Counts {
    const fn of(&mut self, standing: Standing) -> &mut usize {
        match standing {
            Standing::Failed => &mut self.failed,
            Standing::Unchanged => &mut self.unchanged,
            Standing::Updated => &mut self.updated,
            Standing::Created => &mut self.created,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Error, ErrorCode};

    fn counted(outcomes: &[(bool, Outcome)]) -> (usize, usize, usize, usize) {
        let (mut tally, mut report) = (Tally::default(), Report::default());
        let id = Id::of_key(Kind::Author, "ada");
        for (derived, outcome) in outcomes {
            tally.count(&mut report, Kind::Author, id, *derived, outcome);
        }
        let counts = report.total();
        (counts.created, counts.updated, counts.unchanged, counts.failed)
    }

    #[test]
    fn an_entry_is_counted_once_by_the_strongest_of_what_became_of_it() {
        let failed = || Outcome::Failed(Error::new(ErrorCode::ValidationFailed, "No."));
        let (created, updated) = (Outcome::Created(Vec::new()), Outcome::Updated(Vec::new()));
        let unchanged = Outcome::Unchanged;
        assert_eq!(counted(&[(true, unchanged.clone()), (false, updated.clone())]), (0, 1, 0, 0));
        assert_eq!(counted(&[(true, created.clone()), (false, updated.clone())]), (1, 0, 0, 0));
        assert_eq!(counted(&[(false, updated), (true, unchanged)]), (0, 1, 0, 0));
        assert_eq!(counted(&[(true, failed()), (false, created.clone())]), (1, 0, 0, 0));
        assert_eq!(counted(&[(true, created), (false, failed())]), (1, 0, 0, 1));
    }
}
