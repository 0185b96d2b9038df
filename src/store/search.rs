//! The index of words: what stands in it, and how it is kept up to date.
//!
//! A document is a revision that is public now or will be, or the newest of its entry. Which revision an edition or a
//! working copy shows is known beside it, so one document serves both, and whether it may be seen is decided where
//! everything is: by the predicate of the edition. What is public until somebody writes says so itself ([`Due`]), so that
//! its editions need not be asked. How documents are found is in [`plan`], in which order in [`ranked`].

mod beginning;
mod counts;
mod documents;
mod expression;
mod holds;
pub(super) mod languages;
pub(super) mod marked;
pub(super) mod merge;
mod months;
pub(crate) mod newest;
mod number;
pub(crate) mod plan;
pub(crate) mod plans;
pub(crate) mod ranked;
mod rows;
pub(crate) mod similar;
pub(crate) mod suggest;
pub(super) mod total;
mod wanted;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::AnyConnection;
use super::entry::{self, Entry};
use super::{publication, revision};
use crate::analysis::Document;
use crate::domain::timeline::Publication;
use crate::domain::{AnyContent, Id, Kind, Result, Timestamp};
use rows::Stored;

/// A document that should be in the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub id: Id,
    pub revision: u32,
    /// The first public moment, planned or passed; of what has none, when it was made.
    pub published_at: Timestamp,
}

/// The same with what is known of it at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Due {
    pub key: Key,
    /// The kind of the entry, where readers see this revision until somebody writes: it is public, and no end of that and no
    /// other revision is planned. `None` where only its editions tell.
    pub public_kind: Option<Kind>,
}

/// The documents of an entry: those of what is public or will be, and that of its newest revision.
pub(crate) fn due(entry: &Entry, timeline: &[Publication], now: Timestamp) -> Vec<Due> {
    let published_at = timeline.first().map_or(entry.created_at, |first| first.from);
    let ahead = timeline.iter().filter(|publication| publication.until.is_none_or(|until| until > now));
    let revisions = ahead.map(|publication| publication.revision).chain([entry.latest_revision]);
    let revisions: BTreeSet<u32> = revisions.collect();
    let settled = timeline.last().filter(|last| last.from <= now && last.until.is_none());
    let due = |revision| {
        let is_public = settled.is_some_and(|settled| settled.revision == revision);
        let key = Key { id: entry.id, revision, published_at };
        Due { key, public_kind: is_public.then_some(entry.kind) }
    };
    revisions.into_iter().map(due).collect()
}

/// Adds the documents of new entries, whose contents are at hand.
pub(crate) fn add(connection: &mut AnyConnection, new: &[(Due, &AnyContent)]) -> Result<()> {
    rows::write(connection, &[], &analysed(new))
}

/// From how many documents on a thread more pays.
const MANY: usize = 32;

/// The documents of contents, in their order. Analysis is most of the work of a large import, and each document is its own.
fn analysed(contents: &[(Due, &AnyContent)]) -> Vec<(Due, Document)> {
    let analyse = |contents: &[(Due, &AnyContent)]| -> Vec<_> {
        contents.iter().map(|(due, content)| (*due, Document::of(content, due.key.published_at))).collect()
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = contents.len().div_ceil(threads).max(MANY);
    if contents.len() <= share {
        return analyse(contents);
    }
    std::thread::scope(|scope| {
        let parts: Vec<_> = contents.chunks(share).map(|part| scope.spawn(move || analyse(part))).collect();
        let join = |part: std::thread::ScopedJoinHandle<'_, Vec<_>>| {
            part.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        parts.into_iter().flat_map(join).collect()
    })
}

/// Brings the documents of entries up to date.
pub(crate) fn update(connection: &mut AnyConnection, now: Timestamp, entries: &[(Id, Kind)]) -> Result<()> {
    for entries in entries.chunks(500) {
        let Difference { stale, over, missing, changed, again: _ } = difference(connection, now, entries)?;
        rows::make_public(connection, &changed)?;
        let stale: Vec<Stored> = stale.into_iter().chain(over).collect();
        if stale.is_empty() && missing.is_empty() {
            continue;
        }
        let wanted = stale.iter().map(|stored| stored.key).chain(missing.iter().map(|due| due.key));
        let contents = contents(connection, entries, wanted)?;
        let content = |key: &Key| contents.get(&(key.id, key.revision));
        let document = |key: &Key| content(key).map(|content| Document::of(content, key.published_at));
        let stale: Vec<_> = stale.iter().map(|stored| (stored.doc, document(&stored.key))).collect();
        let missing: Vec<_> = missing.iter().filter_map(|due| Some((*due, content(&due.key)?))).collect();
        rows::write(connection, &stale, &analysed(&missing))?;
    }
    Ok(())
}

/// Says of documents what they should of the moment, where planned moments of their entries have come. Nobody has written, so
/// whoever still reads as of the moment before must find what was public then, once: of what had been public already, in another
/// revision or until it was withdrawn, the editions are asked on.
pub(crate) fn pass(connection: &mut AnyConnection, now: Timestamp, entries: &[(Id, Kind)]) -> Result<()> {
    for entries in entries.chunks(500) {
        let Difference { mut changed, again, stale: _, over: _, missing: _ } =
            difference(connection, now, entries)?;
        changed.retain(|(stored, public_kind)| public_kind.is_none() || !again.contains(&stored.key.id));
        rows::make_public(connection, &changed)?;
    }
    Ok(())
}

/// How many documents of each entry are wrong, and how many are not there. All are made anew, and compared.
pub(crate) fn differences(
    connection: &mut AnyConnection,
    now: Timestamp,
    entries: &[(Id, Kind)],
) -> Result<Vec<(Id, usize, usize)>> {
    let Difference { stale, missing, changed, over: _, again: _ } = difference(connection, now, entries)?;
    let mut counts: HashMap<Id, (usize, usize)> = HashMap::new();
    // What is not known yet to be public is asked, and makes no difference to any reader.
    let wrong = changed.iter().map(|(stored, _)| stored).filter(|stored| stored.public_kind.is_some());
    for stored in stale.iter().chain(wrong) {
        counts.entry(stored.key.id).or_default().0 += 1;
    }
    for due in &missing {
        counts.entry(due.key.id).or_default().1 += 1;
    }
    let ids: Vec<Id> = entries.iter().map(|(id, _)| *id).collect();
    let kept: Vec<Stored> =
        rows::stored(connection, &ids)?.into_iter().filter(|stored| !stale.contains(stored)).collect();
    let contents = contents(connection, entries, kept.iter().map(|stored| stored.key))?;
    for Stored { key, digest, .. } in &kept {
        let content = contents.get(&(key.id, key.revision));
        let right = content.map(|content| Document::of(content, key.published_at).digest());
        if right.as_ref() != Some(digest) {
            counts.entry(key.id).or_default().0 += 1;
        }
    }
    let mut counts: Vec<_> = counts.into_iter().map(|(id, (stale, missing))| (id, stale, missing)).collect();
    counts.sort_unstable();
    Ok(counts)
}

/// Whether something is not in the index as this version makes it: all of it, after a migration, or what was not reached
/// when it was made anew.
pub(crate) fn is_outdated(connection: &mut AnyConnection) -> Result<bool> {
    Ok(rows::has_other_versions(connection)?
        || rows::is_unfinished(connection)?
        || (rows::is_empty(connection)? && !entry::is_empty(connection)?))
}

/// Empties the index when something in it was made by another version of the analysis: all must be made anew, for
/// words are counted over all documents.
pub(crate) fn forget_other_versions(connection: &mut AnyConnection) -> Result<()> {
    if rows::has_other_versions(connection)? { rows::clear(connection) } else { Ok(()) }
}

/// Says that all is in the index that was emptied before.
pub(crate) fn finish(connection: &mut AnyConnection) -> Result<()> {
    rows::finish(connection)
}

/// Where the index is not what it should be.
struct Difference {
    stale: Vec<Stored>,
    /// Documents of what has ended since. They are found by nobody, and make no difference to any reader.
    over: Vec<Stored>,
    missing: Vec<Due>,
    /// Documents that are right, with what they should say of the moment.
    changed: Vec<(Stored, Option<Kind>)>,
    /// Entries that have been public more than once: in several revisions, or again after they were withdrawn.
    again: HashSet<Id>,
}

fn difference(connection: &mut AnyConnection, now: Timestamp, entries: &[(Id, Kind)]) -> Result<Difference> {
    let ids: Vec<Id> = entries.iter().map(|(id, _)| *id).collect();
    let known = entry::by_ids(connection, &ids)?;
    let timelines = publication::of_entries(connection, &ids)?;
    let timeline = |id: &Id| timelines.get(id).map_or(&[][..], Vec::as_slice);
    // Nothing is found of what was taken down for legal reasons.
    let open = known.values().filter(|entry| entry.killed_at.is_none());
    let due = open.flat_map(|entry| due(entry, timeline(&entry.id), now));
    let mut missing: BTreeMap<Key, Option<Kind>> = due.map(|due| (due.key, due.public_kind)).collect();
    let (mut stale, mut over, mut changed) = (Vec::new(), Vec::new(), Vec::new());
    for stored in rows::stored(connection, &ids)? {
        if stored.is_of_this_version()
            && let Some(public_kind) = missing.remove(&stored.key)
        {
            if stored.public_kind != public_kind.map(|kind| kind.to_string()) {
                changed.push((stored, public_kind));
            }
            continue;
        }
        let killed = known.get(&stored.key.id).is_none_or(|entry| entry.killed_at.is_some());
        let timeline = timeline(&stored.key.id);
        let ended = timeline.iter().any(|publication| publication.revision == stored.key.revision);
        let same_moment = timeline.first().is_some_and(|first| first.from == stored.key.published_at);
        if !killed && ended && same_moment && stored.is_of_this_version() { &mut over } else { &mut stale }
            .push(stored);
    }
    let missing = missing.into_iter().map(|(key, public_kind)| Due { key, public_kind }).collect();
    let again = timelines.iter().filter(|(_, timeline)| timeline.len() > 1).map(|(id, _)| *id).collect();
    Ok(Difference { stale, over, missing, changed, again })
}

fn contents(
    connection: &mut AnyConnection,
    entries: &[(Id, Kind)],
    keys: impl Iterator<Item = Key>,
) -> Result<HashMap<(Id, u32), AnyContent>> {
    let kinds: HashMap<Id, Kind> = entries.iter().copied().collect();
    let keys: BTreeSet<(Id, u32)> = keys.map(|key| (key.id, key.revision)).collect();
    let keys: Vec<_> =
        keys.into_iter().filter_map(|(id, revision)| Some((id, revision, *kinds.get(&id)?))).collect();
    revision::contents(connection, &keys)
}
