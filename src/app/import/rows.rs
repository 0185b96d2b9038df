//! Rows to be written, gathered over a batch so that each table takes one statement.

use crate::app::entry::touch_followers;
use crate::domain::timeline::Publication;
use crate::domain::{Actor, AnyContent, Id, Kind, Result, Revision, Timestamp, Verb};
use crate::store::change::NewChange;
use crate::store::entry::Entry;
use crate::store::slug::Claim;
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
    changed: Vec<(Id, Kind)>,
    changes: Vec<NewChange>,
}

impl Rows {
    /// Replaces the timeline of an entry that was there.
    pub(super) fn replace_timeline(&mut self, entry: &Entry, timeline: Vec<Publication>) {
        self.timelines.push((entry.id, timeline));
        self.changed.push((entry.id, entry.kind));
    }

    pub(super) fn log(&mut self, entry: Id, kind: Kind, verb: Verb, revision: u32) {
        self.changes.push(NewChange { entry, kind, verb, revision: Some(revision), cause: None });
    }

    pub(super) fn write(self, connection: &mut AnyConnection, now: Timestamp, actor: Actor) -> Result<()> {
        let Self { entries, revisions, slugs, new_timelines, timelines, changed, changes } = self;
        store::entry::insert(connection, &entries)?;
        store::revision::insert(connection, &revisions, actor)?;
        store::slug::insert(connection, &slugs)?;
        store::publication::insert(connection, &new_timelines)?;
        for (id, timeline) in timelines {
            store::publication::replace(connection, id, timeline)?;
        }
        store::projection::add(connection, now, &new_timelines, &revisions)?;
        store::projection::update(connection, now, &changed)?;
        touch_followers(connection, now, changes, actor)
    }
}
