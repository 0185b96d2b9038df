//! Writing: saving revisions, publishing them now or at a time, withdrawing.
//!
//! The same steps serve every kind of entry. What depends on an entry is brought up to date in the same
//! transaction: its editions, and those of the articles that follow it when it is a fact box.

use super::Context;
use crate::domain::timeline::{self, Publication};
use crate::domain::{AnyContent, Error, Id, Kind, Result, Revision, Timestamp, Verb};
use crate::store::change::NewChange;
use crate::store::entry::Entry;
use crate::store::slug::{Address, Claim};
use crate::store::{self, AnyConnection};

/// A revision to be saved.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The entry; `None` makes a new one.
    pub id: Option<Id>,
    /// What it shall say.
    pub content: AnyContent,
    /// Why.
    pub note: Option<String>,
}

/// A revision was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The entry.
    pub id: Id,
    /// The number of the revision.
    pub revision: u32,
}

/// Saves a revision. Readers see nothing of it until it is published.
///
/// # Errors
/// `VALIDATION_FAILED` with every broken rule, `NOT_FOUND` for an entry that is not there, `CONFLICT` when the
/// slug belongs to another entry.
pub async fn save(context: &Context, draft: Draft) -> Result<Saved> {
    draft.content.validate()?;
    let (clock, actor) = (context.app.clock.clone(), context.actor);
    let id = draft.id.unwrap_or_else(|| context.app.ids.next());
    let is_new = draft.id.is_none();
    context
        .app
        .store
        .write(move |c| {
            let now = clock.now();
            let Draft { content, note, .. } = draft;
            let kind = content.kind();
            let claim = claim(c, id, &content)?;
            let number = if is_new {
                store::entry::insert(
                    c,
                    &[Entry { id, kind, created_at: now, latest_revision: 1, origin: None }],
                )?;
                1
            } else {
                let number = existing(c, kind, id)?.latest_revision + 1;
                store::entry::update(c, id, number, None)?;
                number
            };
            store::slug::insert(c, claim.as_slice())?;
            store::revision::insert(c, &[Revision { id, number, saved_at: now, note, content }], actor)?;
            let change = NewChange { entry: id, kind, verb: Verb::Save, revision: Some(number), cause: None };
            store::change::append(c, now, actor, &[change])?;
            Ok(Saved { id, revision: number })
        })
        .await
}

/// What is to be published, and when.
#[derive(Clone, Copy, Debug)]
pub struct Release {
    /// The entry and its kind.
    pub entry: (Kind, Id),
    /// The revision.
    pub revision: u32,
    /// The first public moment; `None` means now. Nothing can be published into the past.
    pub from: Option<Timestamp>,
    /// The first moment after, when the end is known.
    pub until: Option<Timestamp>,
    /// Whether readers should be told of the change.
    pub material: bool,
}

/// Makes a revision public, now or at a time. What was public ends there.
///
/// # Errors
/// `NOT_FOUND` for an entry or revision that is not there, `VALIDATION_FAILED` for a time in the past or an end
/// before the beginning.
pub async fn publish(context: &Context, release: Release) -> Result<()> {
    let (clock, actor) = (context.app.clock.clone(), context.actor);
    let Release { entry: (kind, id), revision, from, until, material } = release;
    context
        .app
        .store
        .write(move |c| {
            // The clock is read once it is this write's turn: the log's times are in the order of the log.
            let now = clock.now();
            let from = from.unwrap_or(now);
            if from < now {
                return Err(invalid("/from", "Must not lie in the past."));
            }
            if until.is_some_and(|until| until <= from) {
                return Err(invalid("/until", "Must lie after the beginning."));
            }
            existing(c, kind, id)?;
            if store::revision::content(c, id, kind, revision)?.is_none() {
                return Err(Error::not_found(format!("revision {revision} of this {}", kind.noun())));
            }
            let timeline = timeline_of(c, id)?;
            let new = Publication { revision, from, until, material };
            store::publication::replace(c, id, timeline::publish(&timeline, new))?;
            let change =
                NewChange { entry: id, kind, verb: Verb::Publish, revision: Some(revision), cause: None };
            spread(c, now, vec![change], actor)
        })
        .await
}

/// Ends what is public, now or at a time, and cancels what was planned for later.
///
/// # Errors
/// `NOT_FOUND` for an entry that is not there, `VALIDATION_FAILED` for a time in the past.
pub async fn withdraw(context: &Context, entry: (Kind, Id), at: Option<Timestamp>) -> Result<()> {
    let (clock, actor) = (context.app.clock.clone(), context.actor);
    let (kind, id) = entry;
    context
        .app
        .store
        .write(move |c| {
            let now = clock.now();
            let at = at.unwrap_or(now);
            if at < now {
                return Err(invalid("/at", "Must not lie in the past."));
            }
            existing(c, kind, id)?;
            let timeline = timeline_of(c, id)?;
            let withdrawn = timeline::withdraw(&timeline, at);
            if withdrawn == timeline {
                return Ok(());
            }
            store::publication::replace(c, id, withdrawn)?;
            let change = NewChange { entry: id, kind, verb: Verb::Withdraw, revision: None, cause: None };
            spread(c, now, vec![change], actor)
        })
        .await
}

/// Brings the editions of changed entries up to date, then those of the articles that follow changed fact
/// boxes, and logs both.
fn spread(
    connection: &mut AnyConnection,
    now: Timestamp,
    changes: Vec<NewChange>,
    actor: crate::domain::Actor,
) -> Result<()> {
    let entries: Vec<(Id, Kind)> = changes.iter().map(|change| (change.entry, change.kind)).collect();
    store::projection::update(connection, now, &entries)?;
    touch_followers(connection, now, changes, actor)
}

/// Brings the editions of the articles that follow changed fact boxes up to date, and logs all changes.
pub(super) fn touch_followers(
    connection: &mut AnyConnection,
    now: Timestamp,
    mut changes: Vec<NewChange>,
    actor: crate::domain::Actor,
) -> Result<()> {
    store::edition::archive(connection, now)?;
    let causes: Vec<(usize, Id)> = changes
        .iter()
        .enumerate()
        .filter(|(_, change)| change.kind == Kind::FactBox && change.verb != Verb::Save)
        .map(|(index, change)| (index, change.entry))
        .collect();
    let fact_boxes: Vec<Id> = causes.iter().map(|(_, fact_box)| *fact_box).collect();
    let followers = store::projection::followers(connection, &fact_boxes)?;
    let mut articles: Vec<(Id, Kind)> =
        followers.values().flatten().map(|article| (*article, Kind::Article)).collect();
    articles.sort_unstable();
    articles.dedup();
    store::projection::update(connection, now, &articles)?;
    for (index, fact_box) in causes {
        changes.extend(followers.get(&fact_box).into_iter().flatten().map(|article| NewChange {
            entry: *article,
            kind: Kind::Article,
            verb: Verb::Touch,
            revision: None,
            cause: Some(index),
        }));
    }
    store::change::append(connection, now, actor, &changes)
}

fn existing(connection: &mut AnyConnection, kind: Kind, id: Id) -> Result<Entry> {
    let entry = store::entry::by_ids(connection, &[id])?.remove(&id).filter(|entry| entry.kind == kind);
    entry.ok_or_else(|| Error::not_found(format!("{} with the id {id}", kind.noun())))
}

fn timeline_of(connection: &mut AnyConnection, id: Id) -> Result<Vec<Publication>> {
    Ok(store::publication::of_entries(connection, &[id])?.remove(&id).unwrap_or_default())
}

/// The address that content wants.
pub(super) fn address(content: &AnyContent) -> Option<Address> {
    let outline = content.outline();
    outline.slug.map(|slug| Address { kind: content.kind(), locale: outline.locale, slug })
}

/// Checks that the slug is free, or the entry's own, and returns the address when it is still to be given.
fn claim(connection: &mut AnyConnection, id: Id, content: &AnyContent) -> Result<Option<Claim>> {
    let Some(address) = address(content) else { return Ok(None) };
    match store::slug::owner(connection, &address)? {
        Some(owner) if owner != id => Err(taken(&address, owner)),
        Some(_) => Ok(None),
        None => Ok(Some(Claim { address, entry: id, alias: false })),
    }
}

fn taken(address: &Address, owner: Id) -> Error {
    let detail =
        format!("The slug {} belongs to the {} {owner}. Choose another.", address.slug, address.kind.noun());
    Error::new(crate::domain::ErrorCode::Conflict, detail).at("/slug")
}

fn invalid(pointer: &str, detail: &str) -> Error {
    let field = crate::domain::FieldError { pointer: pointer.to_owned(), detail: detail.to_owned() };
    Error::validation(vec![field])
}
