//! What the desk reads: entries with their state, their history, and where a fact box is used.

use super::entry::assemble;
use crate::app::{Context, audit};
use crate::document::{self, Json};
use crate::domain::diff::Diff;
use crate::domain::{AnyContent, AsOf, Entry, Error, ErrorCode, Id, Kind, Locale, Result, Revision, Scope};
use crate::store::{self, AnyConnection};

/// An entry with its newest revision.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN` without the scope `preview`; `NOT_FOUND`; `KILLED`.
pub async fn entry(context: &Context, kind: Kind, id: Id) -> Result<Entry> {
    audit::require(context, Scope::Preview, "read drafts", Some((kind, id))).await?;
    let app = context.app.clone();
    let clock = app.clock.clone();
    app.store()
        .read(move |c| {
            let stored = readable(c, kind, id)?;
            assemble(c, clock.now(), &stored)
        })
        .await
}

/// One revision.
///
/// # Errors
/// As [`entry`].
pub async fn revision(context: &Context, kind: Kind, id: Id, number: u32) -> Result<Revision<AnyContent>> {
    audit::require(context, Scope::Preview, "read drafts", Some((kind, id))).await?;
    context
        .app
        .store()
        .read(move |c| {
            readable(c, kind, id)?;
            numbered(c, kind, id, number)
        })
        .await
}

/// What distinguishes one revision of an entry from another.
///
/// # Errors
/// As [`entry`]; `NOT_FOUND` for a revision that is not there.
pub async fn diff(context: &Context, kind: Kind, id: Id, from: u32, to: u32) -> Result<Diff<Json>> {
    audit::require(context, Scope::Preview, "read drafts", Some((kind, id))).await?;
    context
        .app
        .store()
        .read(move |c| {
            readable(c, kind, id)?;
            let (before, after) = (numbered(c, kind, id, from)?, numbered(c, kind, id, to)?);
            // Here, because it takes a while for long texts and this thread may block.
            document::diff(&before.content, &after.content)
        })
        .await
}

fn numbered(c: &mut AnyConnection, kind: Kind, id: Id, number: u32) -> Result<Revision<AnyContent>> {
    let found = store::revision::by_number(c, id, kind, number)?;
    found.ok_or_else(|| Error::not_found(format!("revision {number} of this {}", kind.noun())))
}

/// A part of the history of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// Revisions, newest first, without their content.
    pub revisions: Vec<Revision<()>>,
    /// Whether there are older ones.
    pub has_more: bool,
}

/// The revisions of an entry, newest first: those before a number, at most `size`.
///
/// # Errors
/// As [`entry`].
pub async fn revisions(
    context: &Context,
    kind: Kind,
    id: Id,
    before: Option<u32>,
    size: u32,
) -> Result<History> {
    audit::require(context, Scope::Preview, "read drafts", Some((kind, id))).await?;
    context
        .app
        .store()
        .read(move |c| {
            readable(c, kind, id)?;
            let mut revisions = store::revision::before(c, id, before, i64::from(size) + 1)?;
            let size = usize::try_from(size).unwrap_or(usize::MAX);
            let has_more = revisions.len() > size;
            revisions.truncate(size);
            Ok(History { revisions, has_more })
        })
        .await
}

/// Where a fact box is used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// How many public articles in each language follow it or hold it at a revision.
    pub public: Vec<(Locale, u64)>,
    /// How many working copies do.
    pub drafts: Vec<(Locale, u64)>,
}

/// Counts the articles that show a fact box, so that an editor knows what a change will change.
///
/// # Errors
/// As [`entry`].
pub async fn used_in(context: &Context, id: Id) -> Result<Usage> {
    audit::require(context, Scope::Preview, "read drafts", Some((Kind::FactBox, id))).await?;
    let app = context.app.clone();
    let as_of = AsOf::Now(app.now());
    app.store()
        .read(move |c| {
            readable(c, Kind::FactBox, id)?;
            let public = store::list::count_by_locale(c, as_of, id)?;
            let drafts = store::list::count_by_locale(c, AsOf::Drafts, id)?;
            Ok(Usage { public, drafts })
        })
        .await
}

/// What was taken down for legal reasons is shown to nobody, the desk included, and nothing more can be done to it.
pub(in crate::app) fn readable(
    connection: &mut AnyConnection,
    kind: Kind,
    id: Id,
) -> Result<store::entry::Entry> {
    let entry = existing(connection, kind, id)?;
    if entry.killed_at.is_some() {
        let detail = format!("The {} was taken down for legal reasons.", kind.noun());
        return Err(Error::new(ErrorCode::Killed, detail));
    }
    Ok(entry)
}

/// An entry of a kind, whatever became of it.
pub(super) fn existing(connection: &mut AnyConnection, kind: Kind, id: Id) -> Result<store::entry::Entry> {
    let entry = store::entry::by_ids(connection, &[id])?.remove(&id).filter(|entry| entry.kind == kind);
    entry.ok_or_else(|| Error::not_found(format!("{} with the id {id}", kind.noun())))
}
