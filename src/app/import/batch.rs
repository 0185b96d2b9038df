//! The records of one transaction.

use std::collections::{HashMap, HashSet};

use super::record::{MENTION, check_labels, digest};
use super::rows::Rows;
use super::slugs::Slugs;
use super::{Notes, Outcome};
use crate::app::desk::check_file;
use crate::domain::record::{Interval, RecordRevision};
use crate::domain::timeline::{self, Publication};
use crate::domain::{
    Actor, AnyContent, Error, ErrorCode, Id, Kind, Record, Result, Revision, Timestamp, Verb,
};
use crate::store::entry::{Entry, Origin};
use crate::store::{self, AnyConnection};

pub(super) struct Batch {
    pub(super) records: Vec<Record>,
    actor: Actor,
    outcomes: Vec<Outcome>,
}

/// What the database knows of the entries of a batch.
struct Known {
    now: Timestamp,
    actor: Actor,
    entries: HashMap<Id, Entry>,
    /// Of those that are there already.
    timelines: HashMap<Id, Vec<Publication>>,
}

impl Batch {
    pub(super) fn new(actor: Actor, records: Vec<Record>) -> Self {
        Self { records, actor, outcomes: Vec::new() }
    }

    pub(super) fn outcomes(self) -> Vec<Outcome> {
        self.outcomes
    }

    pub(super) fn run(
        &mut self,
        connection: &mut AnyConnection,
        now: Timestamp,
        slugs: &mut Slugs,
    ) -> Result<()> {
        let ids: Vec<Id> = self.records.iter().map(|record| record.id).collect();
        let entries = store::entry::by_ids(connection, &ids)?;
        let there: Vec<Id> = entries.keys().copied().collect();
        let timelines = store::publication::of_entries(connection, &there)?;
        let known = Known { now, actor: self.actor.clone(), entries, timelines };
        slugs.look_up(connection, &self.records)?;
        let mut rows = Rows::default();
        let mut seen = HashSet::new();
        self.outcomes.clear();
        for record in &self.records {
            self.outcomes.push(if seen.insert(record.id) {
                known.take(connection, record, slugs, &mut rows)?
            } else {
                Outcome::Failed(Error::new(ErrorCode::Conflict, "The same entry comes twice in this import."))
            });
        }
        rows.write(connection, now, &self.actor)
    }
}

impl Known {
    fn take(
        &self,
        connection: &mut AnyConnection,
        record: &Record,
        slugs: &mut Slugs,
        rows: &mut Rows,
    ) -> Result<Outcome> {
        let Some(first) = record.revisions.first() else {
            let detail = "The entry has no revision.";
            return Ok(Outcome::Failed(Error::new(ErrorCode::ValidationFailed, detail)));
        };
        let kind = first.content.kind();
        let digest = digest(record)?;
        let entry = self.entries.get(&record.id);
        if let Some(entry) = entry {
            if entry.kind != kind {
                let detail = format!("The id {} belongs to a {} already.", record.id, entry.kind.noun());
                return Ok(Outcome::Failed(Error::new(ErrorCode::Conflict, detail)));
            }
            if entry.killed_at.is_some() {
                let detail = "It was taken down for legal reasons and does not come in again.";
                return Ok(Outcome::Failed(Error::new(ErrorCode::Killed, detail)));
            }
            if record.derived {
                return Ok(self.mention(entry, first.public, rows));
            }
            if entry.origin.as_ref().is_some_and(|origin| origin.digest == digest) {
                return Ok(Outcome::Unchanged);
            }
        }
        if let Err(error) = check_labels(record) {
            return Ok(Outcome::Failed(error));
        }
        let mut record = record.clone();
        let mut notes = Notes::new();
        for revision in &mut record.revisions {
            slugs.settle(connection, record.id, &mut revision.content, &mut notes)?;
            if let Err(error) = revision.content.validate() {
                return Ok(Outcome::Failed(error));
            }
            match check_file(connection, &revision.content) {
                Err(error) if error.code == ErrorCode::ValidationFailed => return Ok(Outcome::Failed(error)),
                checked => checked?,
            }
        }
        rows.slugs.extend(slugs.claim(&record, &mut notes));
        match entry {
            None => {
                self.create(record, kind, digest, rows);
                Ok(Outcome::Created(notes))
            }
            Some(entry) => {
                self.update(connection, record, entry, &digest, rows)?;
                Ok(Outcome::Updated(notes))
            }
        }
    }

    /// Another entry mentions one that is there. Only if nothing but mentions has told of it yet, and nobody here has
    /// edited it, does it become visible as early as this one needs it.
    fn mention(&self, entry: &Entry, public: Option<Interval>, rows: &mut Rows) -> Outcome {
        let Some(interval) = public.filter(|_| is_only_mentioned(entry)) else { return Outcome::Unchanged };
        let timeline = self.timeline(entry.id);
        let earlier = timeline::begin_by(timeline, publication(1, interval));
        if earlier == timeline {
            return Outcome::Unchanged;
        }
        rows.log(entry.id, entry.kind, Verb::Publish, 1);
        rows.replace_timeline(entry, earlier);
        Outcome::Updated(Notes::new())
    }

    fn create(&self, record: Record, kind: Kind, digest: String, rows: &mut Rows) {
        let Record { key, id, revisions, aliases: _, derived: _ } = record;
        let latest_revision = u32::try_from(revisions.len()).unwrap_or(u32::MAX);
        let origin = Some(Origin { key, digest });
        rows.entries.push(Entry { origin, ..Entry::new(id, kind, self.now, latest_revision) });
        let mut timeline = Vec::new();
        for (number, revision) in (1..).zip(revisions) {
            let RecordRevision { content, note, public } = revision;
            if let Some(interval) = public {
                timeline = timeline::publish(&timeline, publication(number, interval));
            }
            rows.revisions.push(self.revision(id, number, note, content));
        }
        rows.log(id, kind, Verb::Save, latest_revision);
        if !timeline.is_empty() {
            rows.log(id, kind, Verb::Publish, latest_revision);
        }
        rows.new_timelines.push((id, timeline));
    }

    /// Takes over the states that are new. Revisions that are there, and what readers saw, stay what they are.
    fn update(
        &self,
        connection: &mut AnyConnection,
        record: Record,
        entry: &Entry,
        digest: &str,
        rows: &mut Rows,
    ) -> Result<()> {
        let Record { key, id, revisions, aliases: _, derived: _ } = record;
        let kind = entry.kind;
        let mut contents: Vec<AnyContent> = Vec::new();
        for number in 1..=entry.latest_revision {
            contents.extend(store::revision::content(connection, id, kind, number)?);
        }
        let mut told = Vec::new();
        for revision in revisions {
            let RecordRevision { content, note, public } = revision;
            let index = contents.iter().rposition(|known| *known == content);
            let number = u32::try_from(index.unwrap_or(contents.len()) + 1).map_err(Error::internal)?;
            if index.is_none() {
                contents.push(content.clone());
                rows.revisions.push(self.revision(id, number, note, content));
            }
            told.extend(public.map(|interval| publication(number, interval)));
        }
        let latest = u32::try_from(contents.len()).map_err(Error::internal)?;
        let origin = Some(Origin { key, digest: digest.to_owned() });
        store::entry::update(connection, &Entry { latest_revision: latest, origin, ..entry.clone() })?;
        rows.log(id, kind, Verb::Save, latest);
        let timeline = self.timeline(id);
        // What a mention guessed is no decision of anybody: the description is public when it says, as if it had come
        // first. A withdrawal is a decision.
        let guessed = is_only_mentioned(entry) && timeline.iter().all(|known| known.until.is_none());
        let on_record = if guessed { &[] } else { timeline };
        let new_timeline = timeline::take_over(on_record, &told, self.now);
        if new_timeline != timeline {
            rows.log(id, kind, Verb::Publish, latest);
            rows.replace_timeline(entry, new_timeline);
        }
        rows.changed.push((id, kind));
        Ok(())
    }

    fn revision(
        &self,
        id: Id,
        number: u32,
        note: Option<String>,
        content: AnyContent,
    ) -> Revision<AnyContent> {
        Revision { id, number, saved_at: self.now, saved_by: self.actor.clone(), note, content }
    }

    fn timeline(&self, id: Id) -> &[Publication] {
        self.timelines.get(&id).map_or(&[], Vec::as_slice)
    }
}

/// Whether nothing but mentions has told of an entry yet, and nobody here has edited it.
fn is_only_mentioned(entry: &Entry) -> bool {
    entry.latest_revision == 1 && entry.origin.as_ref().is_some_and(|origin| origin.digest == MENTION)
}

fn publication(revision: u32, interval: Interval) -> Publication {
    let Interval { from, until, material } = interval;
    Publication { revision, from, until, material, embargo: false }
}
