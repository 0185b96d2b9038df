//! Upkeep: checking that what is derived follows from what was decided, and mending it.

use std::collections::BTreeMap;

use super::App;
use crate::domain::{Id, Kind, Result, Timestamp};
use crate::store::{self, AnyConnection};

/// What a walk over all entries found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// How many entries were looked at.
    pub entries: usize,
    /// The entries whose stored editions do not follow from their publications, with the numbers of rows that
    /// are wrong and that are not there.
    pub differing: Vec<(Id, usize, usize)>,
}

/// Compares every edition with what follows from publications and revisions. Changes nothing.
///
/// # Errors
/// Failures of the database, and stored content that cannot be read.
pub fn verify(app: &App, progress: impl FnMut(usize)) -> Result<Findings> {
    walk(app, progress, |app, now, entries| app.store().read_blocking(|c| differences(c, now, entries)))
}

/// Does the same and mends what differs, some hundred entries to a transaction.
///
/// # Errors
/// As [`verify`].
pub fn rebuild(app: &App, progress: impl FnMut(usize)) -> Result<Findings> {
    app.store().write_blocking(store::search::forget_other_versions)?;
    let findings = walk(app, progress, |app, now, entries| {
        app.store().write_blocking(|c| {
            store::edition::archive(c, now)?;
            let differences = differences(c, now, entries)?;
            store::projection::update(c, now, entries)?;
            store::stale::update(c, entries)?;
            store::working_copy::update(c, entries)?;
            store::search::update(c, now, entries)?;
            Ok(differences)
        })
    })?;
    app.store().write_blocking(store::search::finish)?;
    // Whatever was mended: who asks for a rebuild wants all in order.
    app.store().settle(usize::MAX);
    Ok(findings)
}

/// Whether searches find less than there is until [`rebuild`] has run to its end: another version made the index of words,
/// or none, or it was not made to the end.
///
/// # Errors
/// Failures of the database.
pub fn is_search_outdated(app: &App) -> Result<bool> {
    app.store().read_blocking(store::search::is_outdated)
}

type Differing = (Id, usize, usize);

/// How many rows of each entry are wrong, and how many are not there: of what readers see, of what the desk sees and of
/// what is searched.
fn differences(
    connection: &mut AnyConnection,
    now: Timestamp,
    entries: &[(Id, Kind)],
) -> Result<Vec<Differing>> {
    let mut counts: BTreeMap<Id, (usize, usize)> = BTreeMap::new();
    for difference in store::projection::differences(connection, now, entries)? {
        counts.insert(difference.id, difference.counts());
    }
    let (stale, missing) = store::working_copy::differences(connection, entries)?;
    for row in &stale {
        counts.entry(row.id).or_default().0 += 1;
    }
    for row in &missing {
        counts.entry(row.id).or_default().1 += 1;
    }
    for (id, stale, missing) in store::search::differences(connection, now, entries)? {
        let (all_stale, all_missing) = counts.entry(id).or_default();
        *all_stale += stale;
        *all_missing += missing;
    }
    for id in store::stale::missing(connection, entries)? {
        counts.entry(id).or_default().1 += 1;
    }
    Ok(counts.into_iter().map(|(id, (stale, missing))| (id, stale, missing)).collect())
}

fn walk(
    app: &App,
    mut progress: impl FnMut(usize),
    mut step: impl FnMut(&App, Timestamp, &[(Id, Kind)]) -> Result<Vec<Differing>>,
) -> Result<Findings> {
    let now = app.now();
    let mut findings = Findings::default();
    let mut last = None;
    loop {
        let entries = app.store().read_blocking(|c| store::entry::after(c, last, 500))?;
        let Some((place, _)) = entries.last() else { return Ok(findings) };
        last = Some(*place);
        let entries: Vec<(Id, Kind)> = entries.into_iter().map(|((_, id), kind)| (id, kind)).collect();
        findings.differing.extend(step(app, now, &entries)?);
        findings.entries += entries.len();
        progress(findings.entries);
    }
}
