//! What each command does to its entry.

use std::collections::BTreeSet;

use super::check_file;
use super::command::{Action, Command, Release};
use super::names::Names;
use super::read::{existing, readable};
use crate::app::{Site, audit};
use crate::document::{self, Json};
use crate::domain::entry::Version;
use crate::domain::timeline::{self, Publication};
use crate::domain::{
    Actor, AnyContent, Article, Change, Entry, Error, ErrorCode, FieldError, Id, Kind, Locale, Result,
    Revision, State, Timestamp, Validator, Verb,
};
use crate::store::change::NewChange;
use crate::store::slug::{Address, Claim};
use crate::store::{self, AnyConnection};

/// The commands of one transaction: what they do to entries is written at once, what follows is gathered.
pub(super) struct Work<'a> {
    pub(super) connection: &'a mut AnyConnection,
    site: &'a Site,
    pub(super) now: Timestamp,
    actor: &'a Actor,
    pub(super) changes: Vec<NewChange>,
    pub(super) touched: BTreeSet<(Id, Kind)>,
    pub(super) audited: Vec<audit::Record>,
    pub(super) done: Vec<(Kind, Id)>,
}

pub(super) type Stored = store::entry::Entry;

impl<'a> Work<'a> {
    pub(super) fn new(
        connection: &'a mut AnyConnection,
        site: &'a Site,
        now: Timestamp,
        actor: &'a Actor,
    ) -> Self {
        let (changes, touched) = (Vec::new(), BTreeSet::new());
        Self { connection, site, now, actor, changes, touched, audited: Vec::new(), done: Vec::new() }
    }

    /// Does what a command says. `new_id` is called for an entry that is to be made without an id of its own.
    pub(super) fn carry_out(&mut self, command: Command, new_id: impl FnOnce() -> Id) -> Result<()> {
        let Command { kind, id, expected, note, action } = command;
        check_note(note.as_deref(), &action)?;
        let mut record = audit::Record::of(action.as_str(), note.clone());
        let action = self.speak_of_file(action)?;
        let id = if let Action::Create(document) = action {
            let id = id.unwrap_or_else(new_id);
            self.create(kind, id, document, note)?;
            record.after = Some(1);
            id
        } else {
            let id = id.ok_or_else(|| Error::not_found(kind.noun()))?;
            let entry = readable(self.connection, kind, id)?;
            self.check_expected(&entry, expected, &action)?;
            record.before = Some(entry.latest_revision);
            record.after = Some(self.change(entry, action, note)?);
            id
        };
        self.touched.insert((id, kind));
        self.audited.push(audit::Record { entry: Some((kind, id)), ..record });
        self.done.push((kind, id));
        Ok(())
    }

    /// What is done with a file that is kept: it is remembered, and from then on is said in documents.
    fn speak_of_file(&mut self, action: Action) -> Result<Action> {
        let (measured, action) = match action {
            Action::Upload { measured, document } => {
                (measured, Action::Create(document::with_file(document, &measured)?))
            }
            Action::ReplaceFile { measured, patch } => {
                (measured, Action::Save(document::replacing_file(patch, &measured)?))
            }
            action => return Ok(action),
        };
        store::media_file::insert(self.connection, &measured, self.now, self.actor)?;
        Ok(action)
    }

    fn create(&mut self, kind: Kind, id: Id, document: Json, note: Option<String>) -> Result<()> {
        if store::entry::by_ids(self.connection, &[id])?.contains_key(&id) {
            let detail = format!("There is an entry with the id {id} already.");
            return Err(Error::new(ErrorCode::Conflict, detail));
        }
        let locale = document.get("locale").and_then(Json::as_str).and_then(|locale| locale.parse().ok());
        let content = self.read(locale, None, |names| document::accept(kind, document, names))?;
        let entry = Stored::new(id, kind, self.now, 1);
        store::entry::insert(self.connection, &[entry])?;
        self.add_revision(id, 1, content, note)
    }

    /// Does what changes an entry that is there; gives its newest revision.
    fn change(&mut self, mut entry: Stored, action: Action, note: Option<String>) -> Result<u32> {
        match action {
            Action::Create(_) | Action::Upload { .. } | Action::ReplaceFile { .. } => {
                return Err(Error::internal("create is no change"));
            }
            Action::Save(patch) => {
                let newest = self.content(&entry, entry.latest_revision)?;
                let content = self.patched(&newest, patch)?;
                self.check_corrections(&entry, &content)?;
                self.save(&mut entry, content, note)?;
            }
            Action::Submit => {
                entry.submitted = Some(entry.latest_revision);
                self.log(&entry, Verb::Submit, Some(entry.latest_revision), note);
            }
            Action::Publish(release) => self.publish(&mut entry, release, note)?,
            Action::Correct { patch, correction } => self.correct(&mut entry, patch, correction, note)?,
            Action::Withdraw(at) => self.withdraw(&entry, at, note)?,
            Action::Kill => self.kill(&mut entry, note)?,
            Action::Restore(revision) => {
                let newest = self.content(&entry, entry.latest_revision)?;
                let content = with_corrections_of(self.content(&entry, revision)?, newest);
                let note = note.or_else(|| Some(format!("Restored revision {revision}.")));
                self.save(&mut entry, content, note)?;
            }
            Action::Archive(away) => self.archive(&mut entry, away, note)?,
        }
        store::entry::update(self.connection, &entry)?;
        Ok(entry.latest_revision)
    }

    pub(super) fn save(
        &mut self,
        entry: &mut Stored,
        content: AnyContent,
        note: Option<String>,
    ) -> Result<()> {
        entry.latest_revision += 1;
        entry.submitted = None;
        entry.archived_at = None;
        self.add_revision(entry.id, entry.latest_revision, content, note)
    }

    fn add_revision(&mut self, id: Id, number: u32, content: AnyContent, note: Option<String>) -> Result<()> {
        content.validate()?;
        check_file(self.connection, &content)?;
        let kind = content.kind();
        let claim = claim(self.connection, id, &content)?;
        store::slug::insert(self.connection, claim.as_slice())?;
        let (saved_at, saved_by) = (self.now, self.actor.clone());
        let revision = Revision { id, number, saved_at, saved_by, note: note.clone(), content };
        store::revision::insert(self.connection, &[revision])?;
        self.changes.push(NewChange {
            entry: id,
            kind,
            verb: Verb::Save,
            revision: Some(number),
            cause: None,
            note,
            effect: None,
        });
        Ok(())
    }

    pub(super) fn publish(
        &mut self,
        entry: &mut Stored,
        release: Release,
        note: Option<String>,
    ) -> Result<()> {
        let Release { revision, from, until, material, embargo } = release;
        let (revision, from) = (revision.unwrap_or(entry.latest_revision), from.unwrap_or(self.now));
        if from < self.now {
            return Err(invalid("/at", "Must not lie in the past."));
        }
        if until.is_some_and(|until| until <= from) {
            return Err(invalid("/until", "Must lie after the beginning."));
        }
        if embargo && from == self.now {
            return Err(invalid(
                "/embargo",
                "Say in `at` until when. What is public at once is under no embargo.",
            ));
        }
        if revision != entry.latest_revision {
            self.content(entry, revision)?;
        }
        let timeline = timeline_of(self.connection, entry.id)?;
        let new = Publication { revision, from, until, material, embargo };
        store::publication::replace(self.connection, entry.id, timeline::publish(&timeline, new))?;
        entry.submitted = entry.submitted.filter(|submitted| *submitted > revision);
        entry.archived_at = None;
        self.log(entry, Verb::Publish, Some(revision), note);
        Ok(())
    }

    fn withdraw(&mut self, entry: &Stored, at: Option<Timestamp>, note: Option<String>) -> Result<()> {
        let at = at.unwrap_or(self.now);
        if at < self.now {
            return Err(invalid("/at", "Must not lie in the past."));
        }
        let timeline = timeline_of(self.connection, entry.id)?;
        let withdrawn = timeline::withdraw(&timeline, at);
        if withdrawn == timeline {
            let detail =
                format!("Nothing of this {} is public at {at} or planned for later.", entry.kind.noun());
            return Err(Error::new(ErrorCode::Conflict, detail));
        }
        store::publication::replace(self.connection, entry.id, withdrawn)?;
        self.log(entry, Verb::Withdraw, None, note);
        Ok(())
    }

    fn kill(&mut self, entry: &mut Stored, note: Option<String>) -> Result<()> {
        let timeline = timeline_of(self.connection, entry.id)?;
        let ended = timeline::withdraw(&timeline, self.now);
        store::publication::replace(self.connection, entry.id, ended)?;
        // What it was going to be called is not told by telling that it is gone.
        store::slug::give_up_reserved(self.connection, entry.id, self.now)?;
        entry.killed_at = Some(self.now);
        entry.submitted = None;
        self.log(entry, Verb::Kill, None, note);
        Ok(())
    }

    fn archive(&mut self, entry: &mut Stored, away: bool, note: Option<String>) -> Result<()> {
        let timeline = timeline_of(self.connection, entry.id)?;
        let state = State::of(&timeline, self.now);
        if away && matches!(state, State::Public | State::Scheduled) {
            let detail = format!("It is {state}. Withdraw it before you archive it.");
            return Err(Error::new(ErrorCode::Conflict, detail));
        }
        if away == entry.archived_at.is_some() {
            let detail = if away { "It is archived already." } else { "It is not archived." };
            return Err(Error::new(ErrorCode::Conflict, detail));
        }
        entry.archived_at = away.then_some(self.now);
        entry.submitted = None;
        self.log(entry, if away { Verb::Archive } else { Verb::Unarchive }, None, note);
        Ok(())
    }

    /// Every change names what whoever asks has seen: nobody overwrites what they have not read.
    fn check_expected(&mut self, entry: &Stored, expected: Option<Version>, action: &Action) -> Result<()> {
        let newest = entry.latest_revision;
        let Some(Version { revision, decision }) = expected else {
            let detail = format!(
                "Name the version that you have seen, in If-Match or as expectedRevision. The newest revision is {newest}."
            );
            return Err(Error::new(ErrorCode::PreconditionRequired, detail));
        };
        if revision != newest {
            return Err(self.overtaken(entry, revision)?);
        }
        let latest = store::change::latest_decision(self.connection, entry.id)?;
        match (decision, latest) {
            (Some(seen), Some(latest)) if action.minds_decisions() && seen != latest.sequence => {
                Err(decided(&latest))
            }
            _ => Ok(()),
        }
    }

    /// Tells whoever has seen an old revision what has changed since.
    fn overtaken(&mut self, entry: &Stored, seen: u32) -> Result<Error> {
        let (kind, newest) = (entry.kind, entry.latest_revision);
        let detail =
            format!("You have seen revision {seen}; the newest is {newest}. Read it, and try again.");
        let mut error = Error::new(ErrorCode::PreconditionFailed, detail);
        if let (Some(seen), Some(newest)) = (
            store::revision::content(self.connection, entry.id, kind, seen)?,
            store::revision::by_number(self.connection, entry.id, kind, newest)?,
        ) {
            let Revision { number, saved_at, saved_by, content, .. } = newest;
            let told = format!("Changed by {saved_by} at {saved_at}, in revision {number} or before.");
            error.fields = changed_members(&document::whole(&seen)?, &document::whole(&content)?, &told);
        }
        Ok(error)
    }

    pub(super) fn content(&mut self, entry: &Stored, revision: u32) -> Result<AnyContent> {
        let content = store::revision::content(self.connection, entry.id, entry.kind, revision)?;
        content.ok_or_else(|| Error::not_found(format!("revision {revision} of this {}", entry.kind.noun())))
    }

    pub(super) fn patched(&mut self, content: &AnyContent, patch: Json) -> Result<AnyContent> {
        let locale = content.outline().locale;
        self.read(locale, Some(content), |names| document::patched(content, patch, names))
    }

    /// Reads a document whose references are looked up in the database.
    fn read(
        &mut self,
        locale: Option<Locale>,
        earlier: Option<&AnyContent>,
        read: impl FnOnce(&mut Names<'_>) -> Result<AnyContent>,
    ) -> Result<AnyContent> {
        let mut names = Names::new(self.connection, self.site, locale);
        if let Some(earlier) = earlier {
            names = names.knowing(earlier);
        }
        let content = read(&mut names);
        let Names { failure, strange, .. } = names;
        if let Some(failure) = failure {
            return Err(failure);
        }
        match content {
            Ok(content) if strange.is_empty() => Ok(content),
            Ok(content) => Err(Error::validation(with_rules(strange, &content))),
            Err(error) if strange.is_empty() => Err(error),
            Err(error) => Err(Error::validation(error.fields.into_iter().chain(strange).collect())),
        }
    }

    /// What readers of a published article were told was wrong stays, and is added to by correcting alone.
    fn check_corrections(&mut self, entry: &Stored, content: &AnyContent) -> Result<()> {
        let AnyContent::Article(changed) = content else { return Ok(()) };
        if timeline_of(self.connection, entry.id)?.is_empty() {
            return Ok(());
        }
        match self.content(entry, entry.latest_revision)? {
            AnyContent::Article(newest) if newest.corrections != changed.corrections => {
                Err(invalid("/corrections", "Corrections of what was published stay. Add one by correcting."))
            }
            _ => Ok(()),
        }
    }

    pub(super) fn log(&mut self, entry: &Stored, verb: Verb, revision: Option<u32>, note: Option<String>) {
        let (entry, kind) = (entry.id, entry.kind);
        self.changes.push(NewChange { entry, kind, verb, revision, cause: None, note, effect: None });
    }
}

/// Tells whoever has not seen the latest decision what it was.
fn decided(latest: &Change) -> Error {
    let Change { verb, actor, at, note, .. } = latest;
    let why = note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
    let detail =
        format!("Since you looked, {actor} decided {verb} at {at}{why}. Read the entry, and try again.");
    Error::new(ErrorCode::PreconditionFailed, detail)
}

/// All that is wrong at once: strange pictures, and the rules that are broken.
fn with_rules(strange: Vec<FieldError>, content: &AnyContent) -> Vec<FieldError> {
    let broken = content.validate().err().map(|error| error.fields).unwrap_or_default();
    strange.into_iter().chain(broken).collect()
}

/// An old state, with all that was corrected since.
fn with_corrections_of(content: AnyContent, newest: AnyContent) -> AnyContent {
    match (content, newest) {
        (AnyContent::Article(content), AnyContent::Article(newest)) => {
            AnyContent::Article(Article { corrections: newest.corrections, ..content })
        }
        (content, _) => content,
    }
}

/// What others did in the meantime: each member that differs.
fn changed_members(seen: &Json, newest: &Json, told: &str) -> Vec<FieldError> {
    let field = |name| FieldError { pointer: format!("/{name}"), detail: told.to_owned() };
    differing(seen, newest).map(field).collect()
}

/// The names of the members in which two documents differ, in their order.
pub(super) fn differing<'a>(one: &'a Json, other: &'a Json) -> impl Iterator<Item = &'a str> {
    let members = [one, other].into_iter().filter_map(Json::as_object).flat_map(|members| members.keys());
    let names: BTreeSet<&str> = members.map(String::as_str).collect();
    names.into_iter().filter(|name| one.get(*name) != other.get(*name))
}

/// Whoever takes something from readers says why.
fn check_note(note: Option<&str>, action: &Action) -> Result<()> {
    let mut v = Validator::new();
    match note {
        None if matches!(action, Action::Withdraw(_) | Action::Kill) => {
            v.within("note", |v| v.fail("Say why."));
        }
        note => v.optional_text("note", note, 5_000),
    }
    v.finish()
}

/// An entry as it is now.
pub(super) fn load(connection: &mut AnyConnection, now: Timestamp, (kind, id): (Kind, Id)) -> Result<Entry> {
    let stored = existing(connection, kind, id)?;
    assemble(connection, now, &stored)
}

/// The same, of one that has been looked up.
pub(super) fn assemble(connection: &mut AnyConnection, now: Timestamp, stored: &Stored) -> Result<Entry> {
    let (id, kind) = (stored.id, stored.kind);
    let timeline = timeline_of(connection, id)?;
    let revision = store::revision::by_number(connection, id, kind, stored.latest_revision)?;
    let revision = revision.ok_or_else(|| Error::internal("an entry without its newest revision"))?;
    let state = match (stored.killed_at, stored.archived_at) {
        (Some(_), _) => State::Killed,
        (None, Some(_)) => State::Archived,
        (None, None) => State::of(&timeline, now),
    };
    let decision = store::change::latest_decision(connection, id)?.map_or(0, |change| change.sequence);
    Ok(Entry { kind, state, decision, submitted: stored.submitted, timeline, revision })
}

pub(super) fn timeline_of(connection: &mut AnyConnection, id: Id) -> Result<Vec<Publication>> {
    Ok(store::publication::of_entries(connection, &[id])?.remove(&id).unwrap_or_default())
}

/// Checks that the slug is free, or the entry's own, and returns the address when it is still to be given.
fn claim(connection: &mut AnyConnection, id: Id, content: &AnyContent) -> Result<Option<Claim>> {
    let Some(address) = Address::of(content) else { return Ok(None) };
    match store::slug::owner(connection, &address)? {
        Some(owner) if owner != id => {
            let Address { kind, slug, .. } = address;
            let detail = format!("The slug {slug} belongs to the {} {owner}. Choose another.", kind.noun());
            Err(Error::new(ErrorCode::Conflict, detail).at("/slug"))
        }
        Some(_) => Ok(None),
        None => Ok(Some(Claim { address, entry: id, alias: false })),
    }
}

fn invalid(pointer: &str, detail: &str) -> Error {
    Error::validation(vec![FieldError { pointer: pointer.to_owned(), detail: detail.to_owned() }])
}
