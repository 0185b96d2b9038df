//! Rows to be written, gathered over a batch so that each table takes one statement.

use std::collections::HashMap;

use crate::app::live::pass::Before;
use crate::app::spread::touch_followers;
use crate::domain::timeline::Publication;
use crate::domain::{Actor, AnyContent, Id, Kind, Result, Revision, Timestamp, Verb};
use crate::store::change::NewChange;
use crate::store::entry::Entry;
use crate::store::search::Due;
use crate::store::slug::Claim;
use crate::store::working_copy::WorkingCopy;
use crate::store::{self, AnyConnection};

#[derive(Default)]
pub(super) struct Rows {
    pub(super) entries: Vec<Entry>,
    pub(super) revisions: Vec<Revision<AnyContent>>,
    pub(super) slugs: Vec<Claim>,
    /// Of new entries, of which every revision is among `revisions`.
    pub(super) new_timelines: Vec<(Id, Vec<Publication>)>,
    /// Of entries that were there.
    timelines: Vec<(Id, Vec<Publication>)>,
    /// Entries that were there and have a new timeline or revision.
    pub(super) changed: Vec<(Id, Kind)>,
    changes: Vec<NewChange>,
}

impl Rows {
    /// Replaces the timeline of an entry that was there.
    pub(super) fn replace_timeline(&mut self, entry: &Entry, timeline: Vec<Publication>) {
        self.timelines.push((entry.id, timeline));
        self.changed.push((entry.id, entry.kind));
    }

    pub(super) fn log(&mut self, entry: Id, kind: Kind, verb: Verb, revision: u32) {
        self.changes.push(NewChange {
            entry,
            kind,
            verb,
            revision: Some(revision),
            cause: None,
            note: None,
            effect: None,
        });
    }

    pub(super) fn write(self, connection: &mut AnyConnection, now: Timestamp, actor: &Actor) -> Result<()> {
        let Self { entries, revisions, slugs, new_timelines, timelines, mut changed, changes } = self;
        changed.sort_unstable();
        changed.dedup();
        store::entry::insert(connection, &entries)?;
        store::revision::insert(connection, &revisions)?;
        store::slug::insert(connection, &slugs)?;
        store::publication::insert(connection, &new_timelines)?;
        for (id, timeline) in timelines {
            store::publication::replace(connection, id, timeline)?;
        }
        let shown = new_timelines.iter().map(|(id, _)| *id).chain(changed.iter().map(|(id, _)| *id));
        let before = Before::of(connection, now, shown, &changes)?;
        store::projection::add(connection, now, &new_timelines, &revisions)?;
        store::projection::update(connection, now, &changed)?;
        store::working_copy::add(connection, &working_copies(&entries, &revisions, &new_timelines))?;
        store::working_copy::update(connection, &changed)?;
        store::search::add(connection, &documents(&entries, &revisions, &new_timelines, now))?;
        store::search::update(connection, now, &changed)?;
        touch_followers(connection, now, before, changes, actor)
    }
}

/// Those of new entries, from what is at hand.
fn working_copies<'a>(
    entries: &[Entry],
    revisions: &'a [Revision<AnyContent>],
    timelines: &[(Id, Vec<Publication>)],
) -> Vec<WorkingCopy<'a>> {
    let newest: HashMap<Id, &Revision<AnyContent>> =
        revisions.iter().map(|revision| (revision.id, revision)).collect();
    let first: HashMap<Id, Timestamp> =
        timelines.iter().filter_map(|(id, timeline)| Some((*id, timeline.first()?.from))).collect();
    let copy = |entry: &Entry| {
        let Revision { id, number, saved_at, content, .. } = newest.get(&entry.id)?;
        Some(WorkingCopy {
            id: *id,
            revision: *number,
            saved_at: *saved_at,
            published_at: first.get(id).copied().unwrap_or(entry.created_at),
            archived_at: None,
            content,
        })
    };
    entries.iter().filter_map(copy).collect()
}

/// What is searched of new entries, from what is at hand.
fn documents<'a>(
    entries: &[Entry],
    revisions: &'a [Revision<AnyContent>],
    timelines: &[(Id, Vec<Publication>)],
    now: Timestamp,
) -> Vec<(Due, &'a AnyContent)> {
    let timelines: HashMap<Id, &[Publication]> =
        timelines.iter().map(|(id, timeline)| (*id, timeline.as_slice())).collect();
    let contents: HashMap<(Id, u32), &AnyContent> =
        revisions.iter().map(|revision| ((revision.id, revision.number), &revision.content)).collect();
    let due = entries.iter().flat_map(|entry| {
        let timeline = timelines.get(&entry.id).copied().unwrap_or_default();
        store::search::due(entry, timeline, now)
    });
    due.filter_map(|due| Some((due, *contents.get(&(due.key.id, due.key.revision))?))).collect()
}
