//! Pictures: taking them in, fetching them, and giving them out.
//!
//! A file is kept before the transaction that speaks of it. What nobody speaks of in the end – the write was refused,
//! the power failed – is a file more, which the next upload of the same picture finds.

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use url::Url;

use super::desk::{self, Action, Command, Once};
use super::{App, Context, audit};
use crate::document::Json;
use crate::domain::entry::Version;
use crate::domain::image::{Digest, Format, Measured, Picture};
use crate::domain::{AsOf, Entry, Error, ErrorCode, Id, Image, Kind, Perspective, Result, Scope};
use crate::media::variant::{Plan, Wanted, make};
use crate::media::{Limits, PIECE, Source, Storage, take};
use crate::outgoing::{Client, Failure, Reach};
use crate::store::{self, AnyConnection};

/// How many pictures are decoded at a time, for readers and for the desk each, which do not wait for one another: each may take some hundred megabytes meanwhile.
const AT_ONCE: usize = 2;

/// How many pictures are fetched at once: each holds a thread and its bytes for as long as the other server takes.
const FETCHES_AT_ONCE: usize = 8;

/// How many files come in at once: each is held until all of it is there.
const UPLOADS_AT_ONCE: usize = 8;

/// How long a picture waits for its turn.
const PATIENCE: Duration = Duration::from_secs(5);

/// Where pictures are kept and fetched from, and how large they may be. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Media {
    storage: Storage,
    limits: Limits,
    client: Client,
    variants: Arc<Semaphore>,
    incoming: Arc<Semaphore>,
    uploads: Arc<Semaphore>,
    fetches: Arc<Semaphore>,
    patience: Duration,
}

impl Media {
    /// `reach` says from where pictures may be fetched. Only tests fetch from anywhere.
    #[must_use]
    pub fn new(storage: Storage, limits: Limits, reach: Reach) -> Self {
        Self {
            storage,
            limits,
            client: Client::new(reach),
            variants: Arc::new(Semaphore::new(AT_ONCE)),
            incoming: Arc::new(Semaphore::new(UPLOADS_AT_ONCE)),
            uploads: Arc::new(Semaphore::new(AT_ONCE)),
            fetches: Arc::new(Semaphore::new(FETCHES_AT_ONCE)),
            patience: PATIENCE,
        }
    }

    /// How large a picture may be.
    #[must_use]
    pub const fn limits(&self) -> Limits {
        self.limits
    }

    async fn turn(&self, turns: &Arc<Semaphore>) -> Result<OwnedSemaphorePermit> {
        match tokio::time::timeout(self.patience, turns.clone().acquire_owned()).await {
            Ok(Ok(permit)) => Ok(permit),
            Ok(Err(closed)) => Err(Error::internal(closed)),
            Err(_) => {
                let detail = "Too many pictures are being worked on. Try again shortly.";
                Err(Error::new(ErrorCode::Unavailable, detail))
            }
        }
    }
}

impl Default for Media {
    /// In the folder `media`, from the public internet.
    fn default() -> Self {
        Self::new(Storage::Disk("media".into()), Limits::default(), Reach::Public)
    }
}

/// What a client sends of a picture.
#[derive(Debug)]
pub struct Sent {
    /// The file.
    pub bytes: Vec<u8>,
    /// What is said of it: members of the document of an image.
    pub document: Json,
    /// By what the request is known again.
    pub once: Option<Once>,
}

/// What is said of a write besides its content.
#[derive(Clone, Debug, Default)]
pub struct Naming {
    /// The id that a new entry shall get.
    pub id: Option<Id>,
    /// Why.
    pub note: Option<String>,
}

/// Makes an image of a file. It is not asked for before it is known that the caller may send one.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN` without the scope `write`; those of the picture, of `media::take`, at `/file`; those
/// of `desk::carry_out`.
pub async fn upload(
    context: &Context,
    naming: Naming,
    sent: impl Future<Output = Result<Sent>>,
) -> Result<Entry> {
    audit::require(context, Scope::Write, "upload", None).await?;
    let _turn = context.app.media.turn(&context.app.media.incoming).await?;
    let Sent { bytes, document, once } = sent.await?;
    create(context, naming, bytes, "/file", document, once).await
}

/// Gives an image another file, in a new revision.
///
/// # Errors
/// As [`upload`]; those of a change.
pub async fn replace(
    context: &Context,
    id: Id,
    expected: Option<Version>,
    note: Option<String>,
    sent: impl Future<Output = Result<Sent>>,
) -> Result<Entry> {
    audit::require(context, Scope::Write, "replace file", Some((Kind::Image, id))).await?;
    let _turn = context.app.media.turn(&context.app.media.incoming).await?;
    let Sent { bytes, document: patch, once } = sent.await?;
    let measured = keep(context, bytes, "/file").await?;
    let action = Action::ReplaceFile { measured, patch };
    desk::carry_out(context, Command { kind: Kind::Image, id: Some(id), expected, note, action }, once).await
}

/// Makes an image of what is at an address of the public internet.
///
/// # Errors
/// As [`upload`], at `/url`; `VALIDATION_FAILED` for an address that gives no picture.
pub async fn fetch(
    context: &Context,
    naming: Naming,
    url: &str,
    document: Json,
    once: Option<Once>,
) -> Result<Entry> {
    audit::require(context, Scope::Write, "upload", None).await?;
    if let Some(once) = &once
        && let Some(entry) = desk::answered(context, once).await?
    {
        return Ok(entry);
    }
    let refused = |detail: String| Error::new(ErrorCode::ValidationFailed, detail).at("/url");
    let url = Url::parse(url).map_err(|_| refused("Must be an absolute http or https URL.".to_owned()))?;
    let media = &context.app.media;
    let turn = media.turn(&media.fetches).await?;
    let Media { client, limits, .. } = media.clone();
    let answer = hop(move || {
        let _turn = turn;
        let accept = Format::ALL.iter().map(|format| format.media_type()).collect::<Vec<_>>().join(", ");
        client.get(&url, &accept, u64::from(limits.bytes)).map_err(|failure| not_fetched(&failure))
    })
    .await?;
    if answer.status != 200 {
        return Err(refused(format!("The address answers {}.", answer.status)));
    }
    create(context, naming, answer.body, "/url", document, once).await
}

fn not_fetched(failure: &Failure) -> Error {
    if let Failure::Unreachable(cause) = failure {
        tracing::info!(cause, "a picture was not fetched");
    }
    let code = match failure {
        Failure::TooLarge(_) => ErrorCode::TooLarge,
        _ => ErrorCode::ValidationFailed,
    };
    Error::new(code, failure.to_string()).at("/url")
}

async fn create(
    context: &Context,
    naming: Naming,
    bytes: Vec<u8>,
    pointer: &'static str,
    document: Json,
    once: Option<Once>,
) -> Result<Entry> {
    let measured = keep(context, bytes, pointer).await?;
    let Naming { id, note } = naming;
    let action = Action::Upload { measured, document };
    desk::carry_out(context, Command { kind: Kind::Image, id, expected: None, note, action }, once).await
}

/// Looks at a file and keeps it.
async fn keep(context: &Context, bytes: Vec<u8>, pointer: &'static str) -> Result<Measured> {
    let media = context.app.media.clone();
    let turn = media.turn(&media.uploads).await?;
    hop(move || {
        let taken = take(&bytes, media.limits).map_err(|error| error.at(pointer))?;
        // Whoever waits may decode while this one is written.
        drop((turn, bytes));
        media.storage.put(&taken.measured.file, &taken.bytes)?;
        Ok(taken.measured)
    })
    .await
}

/// The file of a picture, or what is to be made of it.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// The file.
    pub measured: Measured,
    /// What is to be made of it; `None` when it is asked for as it is.
    pub plan: Option<Plan>,
    /// Whether the answer can never be another one.
    pub forever: bool,
    /// Whether it is for the caller alone.
    pub confidential: bool,
}

impl Found {
    /// The format of the answer.
    #[must_use]
    pub fn format(&self) -> Format {
        self.plan.map_or(self.measured.file.format, |plan| plan.format)
    }
}

/// Finds a file by the image that has it and its name. A draft's is found too: nobody can guess its name.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN` without the scope `read`; `NOT_FOUND` when no revision of the image has such a file;
/// `KILLED` when the image was public and was taken down.
pub async fn find(context: &Context, id: Id, name: &str, wanted: Wanted) -> Result<Found> {
    let as_of = context.as_of(None, Perspective::Published).await?;
    let missing = || Error::not_found("such picture");
    let (digest, ending) = name.split_once('.').ok_or_else(missing)?;
    let digest: Digest = digest.parse().map_err(|_| missing())?;
    let format = Format::ALL.iter().copied().find(|format| format.ending() == ending).ok_or_else(missing)?;
    let now = AsOf::Now(context.app.now());
    let (measured, focal, is_public) = context
        .app
        .store()
        .read(move |c| {
            let image = newest(c, id, digest)?.ok_or_else(missing)?;
            let measured = store::media_file::by_digest(c, digest)?.filter(|it| it.file.format == format);
            let public = public(c, now, id, digest)?;
            let focal = public.as_ref().unwrap_or(&image).focal_point;
            Ok((measured.ok_or_else(missing)?, focal, public.is_some()))
        })
        .await?;
    // Caches that many share keep what is public, and not what is a draft, was replaced or was withdrawn.
    let confidential = context.is_confidential(as_of) || !is_public;
    Ok(Found { measured, plan: wanted.plan(&measured, focal), forever: !wanted.needs_focus(), confidential })
}

/// The newest revision of an image that has a file, unless it was taken down.
fn newest(connection: &mut AnyConnection, id: Id, digest: Digest) -> Result<Option<Image>> {
    let entry = store::entry::by_ids(connection, &[id])?.remove(&id);
    match entry.filter(|entry| entry.kind == Kind::Image) {
        Some(entry) if entry.killed_at.is_none() => {
            let image = store::revision::newest_with_file(connection, id, digest)?;
            // What was taken down is not shown under the name of another image either.
            if image.is_some() && store::revision::is_killed_file(connection, digest)? {
                return Err(killed());
            }
            Ok(image)
        }
        // What never was public was not known to be there, and is not said to have been.
        Some(_) if store::entry::is_killed(connection, Kind::Image, id)? => Err(killed()),
        _ => Ok(None),
    }
}

fn killed() -> Error {
    let detail = "The picture was taken down for legal reasons. Remove every copy.";
    Error::new(ErrorCode::Killed, detail)
}

/// The image as the public has it, if it has this file.
fn public(connection: &mut AnyConnection, now: AsOf, id: Id, digest: Digest) -> Result<Option<Image>> {
    let public = store::edition::by_ids::<Image>(connection, now, &[id], false)?.pop();
    let shown = |image: &Image| matches!(image.picture, Picture::Stored(file) if file.digest == digest);
    Ok(public.map(|edition| edition.content).filter(shown))
}

/// The bytes of what was found. A variant is made now; what is kept is read as it is sent.
///
/// # Errors
/// `UNAVAILABLE` when the store of pictures fails, and when too many pictures are being worked on.
pub async fn open(app: &App, found: Found) -> Result<Source> {
    let media = app.media.clone();
    let Found { measured, plan, forever: _, confidential: _ } = found;
    let Some(plan) = plan else { return Ok(Source::Stored(media.storage, measured.file)) };
    let turn = media.turn(&media.variants).await?;
    hop(move || {
        let made = make(&media.storage.get(&measured.file)?, &measured, &plan, media.limits);
        drop(turn);
        Source::made(made?)
    })
    .await
}

/// Bytes on their way out, a piece at a time.
#[derive(Debug)]
pub struct Pieces {
    source: Source,
    left: Range<u64>,
}

impl Pieces {
    /// The pieces of a range that lies inside the source.
    #[must_use]
    pub const fn of(source: Source, range: Range<u64>) -> Self {
        Self { source, left: range }
    }

    /// How many bytes are left.
    #[must_use]
    pub const fn length(&self) -> u64 {
        self.left.end - self.left.start
    }

    /// The next piece; `None` behind the last.
    ///
    /// # Errors
    /// `UNAVAILABLE`, `INTERNAL` when it cannot be read.
    pub async fn next(&mut self) -> Option<Result<Vec<u8>>> {
        let Range { start, end } = self.left;
        if start >= end {
            return None;
        }
        let middle = end.min(start.saturating_add(PIECE));
        self.left = middle..end;
        let source = self.source.clone();
        Some(hop(move || source.read(start..middle)).await)
    }
}

async fn hop<T: Send + 'static>(job: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(job).await.unwrap_or_else(|panic| Err(Error::internal(panic)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_pictures_are_worked_on_at_a_time_and_a_third_waits_no_longer_than_it_may() {
        let media = Media { patience: Duration::from_millis(1), ..Media::default() };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        runtime.block_on(async {
            let first = media.turn(&media.variants).await.unwrap();
            let _second = media.turn(&media.variants).await.unwrap();
            assert_eq!(media.turn(&media.variants).await.unwrap_err().code, ErrorCode::Unavailable);
            drop(first);
            assert!(media.turn(&media.variants).await.is_ok());
        });
    }
}
