//! Bringing in records from elsewhere, as often as one likes: what did not change is left alone.

use std::collections::{HashMap, HashSet};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use super::entry::{address, touch_followers};
use super::{App, Context};
use crate::domain::record::{Interval, RecordRevision};
use crate::domain::timeline::{self, Publication};
use crate::domain::{
    AnyContent, Error, ErrorCode, Id, Kind, Record, Result, Revision, Slug, Timestamp, Validator, Verb,
};
use crate::store::change::NewChange;
use crate::store::entry::{Entry, Origin};
use crate::store::slug::{Address, Claim};
use crate::store::{self, AnyConnection};

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

/// Brings in some records, each wholly or not at all. One outcome for each, in order.
///
/// # Errors
/// Only when the database fails; what is wrong with a record is its outcome.
pub fn bring_in(context: &Context, records: Vec<Record>, mode: Mode) -> Result<Vec<Outcome>> {
    let mut batch = Batch::new(context, records);
    let written = context.app.store.write_blocking(|c| {
        batch.now = context.app.now();
        batch.run(c)?;
        if mode == Mode::DryRun { Err(undo()) } else { Ok(()) }
    });
    match written {
        Ok(()) => Ok(batch.outcomes()),
        Err(error) if error == undo() => Ok(batch.outcomes()),
        // Somebody else wrote at the same time, or the database refused a row: find out which record it is.
        Err(error) if error.code == ErrorCode::Conflict || error.code == ErrorCode::Internal => {
            let Batch { mut records, .. } = batch;
            if let [_] = records.as_slice() {
                return Ok(vec![Outcome::Failed(error)]);
            }
            let rest = records.split_off(records.len() / 2);
            let mut outcomes = bring_in(context, records, mode)?;
            outcomes.extend(bring_in(context, rest, mode)?);
            Ok(outcomes)
        }
        Err(error) => Err(error),
    }
}

/// The error by which a dry run undoes its transaction.
fn undo() -> Error {
    Error::new(ErrorCode::Conflict, "dry run")
}

struct Batch {
    actor: crate::domain::Actor,
    now: Timestamp,
    records: Vec<Record>,
    outcomes: Vec<Option<Outcome>>,
}

/// Rows to be written, gathered over the batch so that each table takes one statement.
#[derive(Default)]
struct Rows {
    entries: Vec<Entry>,
    revisions: Vec<Revision<AnyContent>>,
    /// Of new entries, of which every revision is among `revisions`.
    new_timelines: Vec<(Id, Vec<Publication>)>,
    /// Of entries that were there.
    timelines: Vec<(Id, Vec<Publication>)>,
    changed: Vec<(Id, Kind)>,
    slugs: Vec<Claim>,
    changes: Vec<NewChange>,
}

impl Batch {
    fn new(context: &Context, records: Vec<Record>) -> Self {
        let outcomes = vec![None; records.len()];
        Self { actor: context.actor, now: context.app.now(), records, outcomes }
    }

    fn outcomes(self) -> Vec<Outcome> {
        let lost = || Outcome::Failed(Error::internal("a record without an outcome"));
        self.outcomes.into_iter().map(|outcome| outcome.unwrap_or_else(lost)).collect()
    }

    fn run(&mut self, connection: &mut AnyConnection) -> Result<()> {
        let ids: Vec<Id> = self.records.iter().map(|record| record.id).collect();
        let known = store::entry::by_ids(connection, &ids)?;
        let mut taken = self.taken_slugs(connection)?;
        let mut rows = Rows::default();
        let mut seen = HashSet::new();
        for index in 0..self.records.len() {
            let record = &self.records[index];
            let outcome = if seen.insert(record.id) {
                self.one(connection, record, known.get(&record.id), &mut taken, &mut rows)?
            } else {
                Outcome::Failed(Error::new(ErrorCode::Conflict, "The same entry comes twice in this import."))
            };
            self.outcomes[index] = Some(outcome);
        }
        rows.write(connection, self.now, self.actor)
    }

    /// The owners of all slugs that the records want, as far as they have one.
    fn taken_slugs(&self, connection: &mut AnyConnection) -> Result<HashMap<Address, Id>> {
        let mut wanted: Vec<Address> = Vec::new();
        for record in &self.records {
            let own = record.revisions.iter().filter_map(|revision| address(&revision.content));
            wanted.extend(own);
            wanted.extend(aliases(record));
        }
        let owners = store::slug::owners(connection, &wanted)?;
        Ok(wanted.into_iter().zip(owners).filter_map(|(address, owner)| Some((address, owner?))).collect())
    }

    fn one(
        &self,
        connection: &mut AnyConnection,
        record: &Record,
        known: Option<&Entry>,
        taken: &mut HashMap<Address, Id>,
        rows: &mut Rows,
    ) -> Result<Outcome> {
        let digest = digest(record)?;
        let Some(first) = record.revisions.first() else {
            return Ok(Outcome::Failed(Error::new(
                ErrorCode::ValidationFailed,
                "The entry has no revision.",
            )));
        };
        let kind = first.content.kind();
        if let Some(entry) = known {
            if entry.kind != kind {
                let detail = format!("The id {} belongs to a {} already.", record.id, entry.kind.noun());
                return Ok(Outcome::Failed(Error::new(ErrorCode::Conflict, detail)));
            }
            if record.derived || entry.origin.as_ref().is_some_and(|origin| origin.digest == digest) {
                return Ok(Outcome::Unchanged);
            }
        }
        if let Err(error) = check_labels(record) {
            return Ok(Outcome::Failed(error));
        }
        let mut record = record.clone();
        let mut notes = Vec::new();
        for revision in &mut record.revisions {
            settle_slug(connection, record.id, &mut revision.content, taken, &mut notes)?;
            if let Err(error) = revision.content.validate() {
                return Ok(Outcome::Failed(error));
            }
        }
        for address in record.revisions.iter().filter_map(|revision| address(&revision.content)) {
            if taken.insert(address.clone(), record.id).is_none() {
                rows.slugs.push(Claim { address, entry: record.id, alias: false });
            }
        }
        for alias in aliases(&record) {
            match taken.get(&alias) {
                None => {
                    taken.insert(alias.clone(), record.id);
                    rows.slugs.push(Claim { address: alias, entry: record.id, alias: true });
                }
                Some(owner) if *owner != record.id => {
                    notes.push(format!("the former address {} belongs to another entry", alias.slug));
                }
                Some(_) => {}
            }
        }
        match known {
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

    fn create(&self, record: Record, kind: Kind, digest: String, rows: &mut Rows) {
        let Record { key, id, revisions, aliases: _, derived: _ } = record;
        let latest_revision = u32::try_from(revisions.len()).unwrap_or(u32::MAX);
        let origin = Some(Origin { key, digest });
        rows.entries.push(Entry { id, kind, created_at: self.now, latest_revision, origin });
        let mut timeline = Vec::new();
        for (number, revision) in (1..).zip(revisions) {
            let RecordRevision { content, note, public } = revision;
            if let Some(interval) = public {
                timeline = timeline::publish(&timeline, publication(number, interval));
            }
            rows.revisions.push(Revision { id, number, saved_at: self.now, note, content });
        }
        rows.log(id, kind, latest_revision, !timeline.is_empty());
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
        let Record { id, revisions, .. } = record;
        let kind = entry.kind;
        let mut known: Vec<AnyContent> = Vec::new();
        for number in 1..=entry.latest_revision {
            known.extend(store::revision::content(connection, id, kind, number)?);
        }
        let mut told = Vec::new();
        for revision in revisions {
            let RecordRevision { content, note, public } = revision;
            let index = known.iter().rposition(|known| *known == content);
            let number = u32::try_from(index.unwrap_or(known.len()) + 1).map_err(Error::internal)?;
            if index.is_none() {
                known.push(content.clone());
                rows.revisions.push(Revision { id, number, saved_at: self.now, note, content });
            }
            told.extend(public.map(|interval| publication(number, interval)));
        }
        let latest = u32::try_from(known.len()).map_err(Error::internal)?;
        let timeline = store::publication::of_entries(connection, &[id])?.remove(&id).unwrap_or_default();
        let new_timeline = timeline::take_over(&timeline, &told, self.now);
        store::entry::update(connection, id, latest, Some(digest))?;
        rows.log(id, kind, latest, new_timeline != timeline);
        if new_timeline != timeline {
            store::publication::replace(connection, id, Vec::new())?;
            rows.timelines.push((id, new_timeline));
            rows.changed.push((id, kind));
        }
        Ok(())
    }
}

impl Rows {
    fn log(&mut self, entry: Id, kind: Kind, revision: u32, published: bool) {
        let change = |verb| NewChange { entry, kind, verb, revision: Some(revision), cause: None };
        self.changes.push(change(Verb::Save));
        if published {
            self.changes.push(change(Verb::Publish));
        }
    }

    fn write(
        self,
        connection: &mut AnyConnection,
        now: Timestamp,
        actor: crate::domain::Actor,
    ) -> Result<()> {
        let Self { entries, revisions, new_timelines, timelines, changed, slugs, changes } = self;
        store::entry::insert(connection, &entries)?;
        store::revision::insert(connection, &revisions, actor)?;
        store::slug::insert(connection, &slugs)?;
        store::publication::insert(connection, &new_timelines)?;
        store::publication::insert(connection, &timelines)?;
        store::projection::add(connection, now, &new_timelines, &revisions)?;
        store::projection::update(connection, now, &changed)?;
        touch_followers(connection, now, changes, actor)
    }
}

fn publication(revision: u32, interval: Interval) -> Publication {
    let Interval { from, until, material } = interval;
    Publication { revision, from, until, material }
}

/// The former addresses of a record, in the locale of its newest revision.
fn aliases(record: &Record) -> Vec<Address> {
    let Some(newest) = record.revisions.last() else { return Vec::new() };
    let (kind, locale) = (newest.content.kind(), newest.content.outline().locale);
    let address = |slug: &Slug| Address { kind, locale: locale.clone(), slug: slug.clone() };
    record.aliases.iter().map(address).collect()
}

/// Gives content another slug when its own belongs to another entry: `name-2`, `name-3`, …
fn settle_slug(
    connection: &mut AnyConnection,
    id: Id,
    content: &mut AnyContent,
    taken: &mut HashMap<Address, Id>,
    notes: &mut Notes,
) -> Result<()> {
    let Some(wanted) = address(content) else { return Ok(()) };
    let is_others = |owner: Option<Id>| owner.is_some_and(|owner| owner != id);
    if !is_others(taken.get(&wanted).copied()) {
        return Ok(());
    }
    for suffix in 2.. {
        let Ok(slug) = format!("{}-{suffix}", wanted.slug).parse::<Slug>() else { break };
        let address = Address { slug: slug.clone(), ..wanted.clone() };
        let owner = match taken.get(&address) {
            Some(owner) => Some(*owner),
            None => store::slug::owner(connection, &address)?,
        };
        if !is_others(owner) {
            // Its own from an earlier import: known from here on, so that it is not given twice.
            taken.extend(owner.map(|owner| (address, owner)));
            notes.push(format!("the slug {} was taken; it became {slug}", wanted.slug));
            set_slug(content, slug);
            break;
        }
    }
    Ok(())
}

fn set_slug(content: &mut AnyContent, new: Slug) {
    match content {
        AnyContent::Article(article) => article.slug = new,
        AnyContent::Author(author) => author.slug = new,
        AnyContent::FactBox(fact_box) => fact_box.slug = new,
        AnyContent::Section(section) => section.slug = new,
        AnyContent::Tag(tag) => tag.slug = new,
        AnyContent::Image(_) => {}
    }
}

/// The key and the notes are texts too.
fn check_labels(record: &Record) -> Result<()> {
    let mut v = Validator::new();
    v.text("key", &record.key, 2_000);
    v.each("revisions", &record.revisions, |v, revision| {
        v.optional_text("note", revision.note.as_deref(), 5_000);
    });
    v.finish()
}

/// Equal for records that say the same.
fn digest(record: &Record) -> Result<String> {
    let mut hasher = Sha256::new();
    let Record { key, id, revisions, aliases, derived: _ } = record;
    hasher.update(format!("{key}\n{id}\n{aliases:?}\n"));
    for RecordRevision { content, note, public } in revisions {
        let document = crate::document::encode(content)?;
        hasher.update(format!("{public:?}\n{note:?}\n{}\n", document.content));
        hasher.update(document.body.unwrap_or_default());
    }
    Ok(URL_SAFE_NO_PAD.encode(hasher.finalize()))
}

/// Says that an import has ended, so that the database can prepare for reading what came in.
///
/// # Errors
/// Only failures of the database.
pub fn settle(app: &App) -> Result<()> {
    app.store().analyze()
}

/// Whether there is no entry yet.
///
/// # Errors
/// Only failures of the database.
pub fn is_empty(app: &App) -> Result<bool> {
    app.store().read_blocking(store::entry::is_empty)
}
