//! Documents of GraphQL that are kept: which may run, which are trusted, and what clients sent before.
//!
//! It knows texts and ids. Whether a text fits the schema and the limits is known to the GraphQL door, which hands in a
//! [`Check`].

use std::sync::Arc;
use std::time::Duration;

use quick_cache::Weighter;
use quick_cache::sync::Cache;
use tokio::sync::Semaphore;

use super::access::beside;
use super::{App, Context, audit};
pub use crate::document::manifest::parse as parse_manifest;
use crate::document::{Json, manifest};
use crate::domain::persisted::{NewDocument, TrustedDocument};
use crate::domain::{
    Caller, DocumentId, DocumentMode, Error, ErrorCode, FieldError, Result, Scope, Timestamp,
};
use crate::store;
use crate::store::persisted::Room;

/// The names of the operations of a document, joined by commas, if it may run.
pub type Check = Arc<dyn Fn(&str) -> Result<String> + Send + Sync>;

/// The most documents that are trusted.
pub const MAX_TRUSTED: usize = 10_000;
/// The most documents of one manifest.
pub const MAX_MANIFEST: usize = 2_000;
/// How long what clients sent is kept when nobody uses it.
const UNUSED: Duration = Duration::from_hours(30 * 24);
/// Uses are remembered to the day, so that reading does not become writing.
const USE_PRECISION: Duration = Duration::from_hours(24);
/// How long a node remembers what it found: until then it runs what another node trusts no longer.
pub const REMEMBERED: Duration = Duration::from_secs(10);
/// The most bytes that a node remembers.
const MEMORY: u64 = 16_000_000;

/// A document that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The digest of its text.
    pub digest: DocumentId,
    /// Its text.
    pub text: Arc<str>,
    /// Whether it is trusted.
    pub trusted: bool,
}

/// How much is kept of what clients sent. When there is no room, what was not used for longest goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Documents at most.
    pub documents: u32,
    /// Bytes of their texts at most.
    pub bytes: u32,
}

impl Default for Kept {
    fn default() -> Self {
        Self { documents: 5_000, bytes: 20_000_000 }
    }
}

/// Which documents run, and what was found lately.
#[derive(Clone, Debug)]
pub struct Persisted {
    mode: DocumentMode,
    kept: Kept,
    /// Whoever keeps a document takes it: strangers cannot queue up before those who write articles.
    turn: Arc<Semaphore>,
    recent: Arc<Cache<DocumentId, Remembered, Bytes>>,
}

#[derive(Clone, Debug)]
struct Remembered {
    found: Found,
    until: Timestamp,
}

/// How much a document takes up.
#[derive(Clone, Debug)]
struct Bytes;

impl Weighter<DocumentId, Remembered> for Bytes {
    fn weight(&self, _: &DocumentId, remembered: &Remembered) -> u64 {
        remembered.found.text.len() as u64 + 500
    }
}

impl Persisted {
    /// Documents of a mode.
    #[must_use]
    pub fn new(mode: DocumentMode) -> Self {
        let recent = Arc::new(Cache::with_weighter(1_000, MEMORY, Bytes));
        Self { mode, kept: Kept::default(), turn: Arc::new(Semaphore::new(1)), recent }
    }

    /// The same, with other room for what clients send.
    #[must_use]
    pub fn keeping(self, kept: Kept) -> Self {
        Self { kept, ..self }
    }

    /// Which documents run.
    #[must_use]
    pub const fn mode(&self) -> DocumentMode {
        self.mode
    }

    /// Whether somebody may run documents that are not trusted. Whoever may trust them may also try them before.
    fn lets(&self, caller: &Caller) -> bool {
        self.mode != DocumentMode::Trusted || caller.scopes.contains(Scope::Trust)
    }
}

/// The document of an id that may run for the caller.
///
/// # Errors
/// `DOCUMENT_NOT_TRUSTED` where only trusted documents run, and this is none.
pub async fn find(context: &Context, id: &DocumentId) -> Result<Option<Found>> {
    let persisted = &context.app.persisted;
    let found = look_up(&context.app, id).await?;
    match found {
        Some(found) if found.trusted || persisted.lets(&context.caller) => Ok(Some(found)),
        None if persisted.lets(&context.caller) => Ok(None),
        _ => Err(not_trusted()),
    }
}

/// Checks that a text may run for the caller.
///
/// # Errors
/// As [`find`].
pub async fn permit(context: &Context, digest: &DocumentId) -> Result<()> {
    if context.app.persisted.lets(&context.caller) {
        return Ok(());
    }
    find(context, digest).await.map(|_| ())
}

/// Keeps a document that a client sent and that fits the schema, where documents are kept. The client does not wait
/// for long, nor for others: what is not kept will be sent again.
pub async fn keep(app: &App, digest: DocumentId, text: Arc<str>) {
    if app.persisted.mode != DocumentMode::Apq || app.persisted.recent.peek(&digest).is_some() {
        return;
    }
    let (now, Kept { documents, bytes }) = (app.now(), app.persisted.kept);
    remember(app, &digest, Found { digest: digest.clone(), text: text.clone(), trusted: false });
    let Ok(turn) = app.persisted.turn.clone().try_acquire_owned() else { return };
    let room = Room { documents: documents.into(), bytes: bytes.into(), since: now.minus(UNUSED) };
    let write = move |c: &mut store::AnyConnection| {
        let kept = store::persisted::keep(c, &digest, &text, now, room);
        drop(turn);
        kept
    };
    beside(app.store.write(write)).await;
}

async fn look_up(app: &App, id: &DocumentId) -> Result<Option<Found>> {
    let now = app.now();
    if let Some(known) = app.persisted.recent.get(id).filter(|known| now < known.until) {
        return Ok(Some(known.found));
    }
    let kept = app.store.read({
        let id = id.clone();
        move |c| store::persisted::find(c, &id)
    });
    let Some(kept) = kept.await? else {
        app.persisted.recent.remove(id);
        return Ok(None);
    };
    let store::persisted::Kept { text, trusted, last_used_at } = kept;
    let found = Found { digest: DocumentId::of(&text), text: text.into(), trusted };
    remember(app, id, found.clone());
    if last_used_at.is_none_or(|last| last.plus(USE_PRECISION) <= now) {
        let id = id.clone();
        beside(app.store.write(move |c| store::persisted::used(c, &id, trusted, now))).await;
    }
    Ok(Some(found))
}

fn remember(app: &App, id: &DocumentId, found: Found) {
    app.persisted.recent.insert(id.clone(), Remembered { found, until: app.now().plus(REMEMBERED) });
}

/// What became of a manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trusted {
    /// The documents that were added, in the order of the manifest.
    pub added: Vec<TrustedDocument>,
    /// How many were trusted already.
    pub unchanged: usize,
}

/// Trusts the documents of a manifest: all of them or none.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN` without the scope `trust`; `VALIDATION_FAILED` with a pointer to each document that
/// does not fit the schema and the limits; `CONFLICT` for an id that names another text, and when there would be too many;
/// `TOO_LARGE`.
pub async fn trust(context: &Context, manifest: Json, check: Check) -> Result<Trusted> {
    audit::require(context, Scope::Trust, "trust documents", None).await?;
    let checked = tokio::task::spawn_blocking(move || checked(manifest::read(manifest)?, &check));
    let checked = checked.await.unwrap_or_else(|panic| Err(Error::internal(panic)))?;
    let (clock, caller) = (context.app.clock.clone(), context.caller.clone());
    let write = move |c: &mut store::AnyConnection| {
        let now = clock.now();
        let ids: Vec<DocumentId> = checked.iter().map(|(document, _)| document.id.clone()).collect();
        let mut texts = store::persisted::trusted_texts(c, &ids)?;
        let (mut added, mut unchanged) = (Vec::new(), 0);
        for (NewDocument { pointer, id, text }, operations) in checked {
            match texts.get(&id) {
                Some(known) if *known == text => unchanged += 1,
                Some(_) => return Err(taken(&id).at(pointer)),
                None => {
                    texts.insert(id.clone(), text.clone());
                    let (digest, added_by) = (DocumentId::of(&text), caller.actor.clone());
                    let (added_at, last_used_at) = (now, None);
                    added.push(TrustedDocument {
                        id,
                        digest,
                        text,
                        operations,
                        added_at,
                        added_by,
                        last_used_at,
                    });
                }
            }
        }
        let count = usize::try_from(store::persisted::count_trusted(c)?).unwrap_or(usize::MAX);
        if count.saturating_add(added.len()) > MAX_TRUSTED {
            return Err(full());
        }
        store::persisted::trust(c, &added)?;
        let note = format!("{} added, {unchanged} unchanged", added.len());
        audit::append(c, now, &caller, &[audit::Record::of("trust documents", Some(note))])?;
        Ok(Trusted { added, unchanged })
    };
    let trusted = context.app.store.write(write).await?;
    context.app.persisted.recent.clear();
    Ok(trusted)
}

/// The documents with the names of their operations.
fn checked(documents: Vec<NewDocument>, check: &Check) -> Result<Vec<(NewDocument, String)>> {
    if documents.len() > MAX_MANIFEST {
        let detail =
            format!("The manifest has {} documents; at most {MAX_MANIFEST} are taken.", documents.len());
        return Err(Error::new(ErrorCode::TooLarge, detail));
    }
    let (mut fit, mut wrong) = (Vec::new(), Vec::new());
    for document in documents {
        match check(&document.text) {
            Ok(operations) => fit.push((document, operations)),
            Err(error) => wrong.push(FieldError { pointer: document.pointer, detail: error.detail }),
        }
    }
    if wrong.is_empty() { Ok(fit) } else { Err(Error::validation(wrong)) }
}

/// Trusted documents by id, from behind `after` on, and whether there are more.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN` without the scope `trust`.
pub async fn list(
    context: &Context,
    after: Option<DocumentId>,
    size: u32,
) -> Result<(Vec<TrustedDocument>, bool)> {
    audit::require(context, Scope::Trust, "list documents", None).await?;
    let limit = i64::from(size) + 1;
    let found = context.app.store.read(move |c| store::persisted::list_trusted(c, after.as_ref(), limit));
    let mut found = found.await?;
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    let has_more = found.len() > size;
    found.truncate(size);
    Ok((found, has_more))
}

/// A trusted document.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN` without the scope `trust`; `NOT_FOUND`.
pub async fn one(context: &Context, id: DocumentId) -> Result<TrustedDocument> {
    audit::require(context, Scope::Trust, "list documents", None).await?;
    context.app.store.read(move |c| store::persisted::trusted(c, &id)?.ok_or_else(|| unknown(&id))).await
}

/// Trusts a document no longer: at once on this node, within seconds on others.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN` without the scope `trust`; `NOT_FOUND`.
pub async fn revoke(context: &Context, id: DocumentId) -> Result<TrustedDocument> {
    audit::require(context, Scope::Trust, "revoke document", None).await?;
    let (clock, caller) = (context.app.clock.clone(), context.caller.clone());
    let write = move |c: &mut store::AnyConnection| {
        let document = store::persisted::trusted(c, &id)?.ok_or_else(|| unknown(&id))?;
        store::persisted::distrust(c, &id)?;
        let note = format!("{id} {}", document.operations);
        audit::append(c, clock.now(), &caller, &[audit::Record::of("revoke document", Some(note))])?;
        Ok(document)
    };
    let revoked = context.app.store.write(write).await?;
    context.app.persisted.recent.clear();
    Ok(revoked)
}

fn not_trusted() -> Error {
    let detail = "Only trusted documents run here. Send the id of one, or have yours trusted.";
    Error::new(ErrorCode::DocumentNotTrusted, detail)
}

fn taken(id: &DocumentId) -> Error {
    let detail = format!(
        "The id {id} names another text, which clients may rely on. Revoke that, or take another id."
    );
    Error::new(ErrorCode::Conflict, detail)
}

fn full() -> Error {
    let detail =
        format!("At most {MAX_TRUSTED} documents are trusted. Revoke some that are not used any more.");
    Error::new(ErrorCode::Conflict, detail)
}

fn unknown(id: &DocumentId) -> Error {
    Error::not_found(format!("trusted document with the id {id}"))
}
