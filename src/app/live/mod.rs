//! Following the log while it grows: one reader of it for each node, and everybody who follows what it reads.
//!
//! * [`run`] reads what is appended, on this node or another, and gives it to all who follow here.
//! * [`Follower`] is one who follows: from a place in the log on, without a gap and without anything twice. Who is slow
//!   reads the log at a pace of their own; nothing is kept for them.
//! * [`article`]: following articles of which a filter holds, or held before
//! * [`pass`]: what was planned and has come
//!
//! What readers see of a change stands beside it in the log ([`Effect`](crate::domain::Effect)); of changes without one
//! they are told nothing.

pub mod article;
mod follower;
pub mod pass;
mod shared;

use std::sync::Arc;
use std::time::Duration;

use self::shared::Shared;
pub use follower::{Follower, News, REPLAY};
use tokio::sync::{Notify, Semaphore, broadcast, watch};

use super::{App, Context};
use crate::domain::{Change, Error, Perspective, Result};
use crate::store::wake::Ear;
use crate::store::{self, AnyConnection};

/// How long this node waits for a word that something was appended before it looks.
const POLL: Duration = Duration::from_secs(1);

/// How often it listens for the word of another node. This asks nothing of the database.
const LISTEN: Duration = Duration::from_millis(50);

/// How often it checks that it would still hear.
const CHECK: Duration = Duration::from_secs(30);

/// How many changes are read at a time.
const BATCH: i64 = 500;

/// How many batches wait for those who are slow, before they must read the log themselves.
const KEPT: usize = 64;

/// How many of those who follow read the database at the same time: the others' requests come first.
const TURNS: usize = 3;

/// What follows the log on this node. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Live(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    appended: broadcast::Sender<Arc<Appended>>,
    turns: Semaphore,
    shared: Shared,
    ends: watch::Sender<bool>,
}

/// A part of the log.
#[derive(Debug)]
struct Appended {
    /// The number of the change before it.
    after: i64,
    /// The number of its last change.
    upto: i64,
    changes: Vec<Change>,
}

impl Default for Live {
    fn default() -> Self {
        let (turns, ends) = (Semaphore::new(TURNS), watch::Sender::new(false));
        let appended = broadcast::Sender::new(KEPT);
        Self(Arc::new(Inner { appended, turns, shared: Shared::default(), ends }))
    }
}

impl Live {
    /// How many follow here.
    #[must_use]
    pub fn followers(&self) -> usize {
        self.0.appended.receiver_count()
    }

    /// Tells everybody that this node stops.
    pub fn end(&self) {
        self.0.ends.send_replace(true);
    }

    /// Waits until this node stops.
    pub async fn ended(&self) {
        let mut ends = self.0.ends.subscribe();
        // Whoever could end it is held by `self`.
        let _ = ends.wait_for(|ends| *ends).await;
    }

    /// Reads the database on behalf of one who follows.
    async fn read<T: Send + 'static>(
        &self,
        app: &App,
        job: impl FnOnce(&mut AnyConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let _turn = self.0.turns.acquire().await.map_err(Error::internal)?;
        app.store().read(job).await
    }
}

/// The place in the log behind everything that readers have seen: who reads now and follows from there misses nothing.
/// What the desk does meanwhile does not move it.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN` without the scope `read`.
pub async fn latest(context: &Context) -> Result<i64> {
    context.as_of(None, Perspective::Published).await?;
    context.app.store().read(store::change::latest_told).await
}

/// Reads the log as it grows, tells it what has come, and gives all of it to whoever follows. Never ends: drop it.
pub async fn run(app: App) {
    let heard = Arc::new(Notify::new());
    let _ear = Ended(tokio::spawn(listen(app.clone(), Arc::clone(&heard))));
    let mut commits = app.store().commits();
    let (mut read, mut is_failing) = (None, false);
    loop {
        commits.borrow_and_update();
        match look(&app, &mut read).await {
            Ok(true) => continue,
            Ok(false) => is_failing = false,
            Err(error) => {
                // Said once, however long it lasts.
                if !is_failing {
                    tracing::warn!(%error, cause = error.cause(), "the log cannot be read");
                }
                is_failing = true;
            }
        }
        tokio::select! {
            _ = commits.changed() => {}
            () = heard.notified() => {}
            () = tokio::time::sleep(POLL) => {}
        }
    }
}

/// Ends a task with whoever began it.
struct Ended(tokio::task::JoinHandle<()>);

impl Drop for Ended {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Looks once. Says whether there may be more.
async fn look(app: &App, read: &mut Option<i64>) -> Result<bool> {
    let Some(after) = *read else {
        let upto = app.store().read(store::change::latest).await?;
        *read = Some(upto);
        // Whoever followed before has missed something.
        let _ = app.live().0.appended.send(Arc::new(Appended { after: upto, upto, changes: Vec::new() }));
        return Ok(true);
    };
    let passed = pass::pass(app).await?;
    let changes = app.store().read(move |c| store::change::after(c, after, BATCH)).await?;
    let Some(upto) = changes.last().map(|change| change.sequence) else { return Ok(passed) };
    *read = Some(upto);
    // Nobody may be listening.
    let _ = app.live().0.appended.send(Arc::new(Appended { after, upto, changes }));
    Ok(true)
}

/// Listens for the word of other nodes, where the database carries one. A lost connection is opened again, later and
/// later; meanwhile there is still the polling.
async fn listen(app: App, heard: Arc<Notify>) {
    let mut pause = POLL;
    loop {
        let url = app.store().url().clone();
        let mut ear = match blocking(move || Ear::open(&url)).await {
            Ok(None) => return,
            Ok(Some(ear)) => ear,
            Err(error) => {
                tracing::debug!(%error, cause = error.cause(), "nobody listens for other nodes");
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(CHECK);
                continue;
            }
        };
        pause = POLL;
        // Something may have been said while nobody listened.
        heard.notify_one();
        while let Ok(open) = listen_a_while(ear, &heard).await {
            ear = open;
        }
    }
}

async fn listen_a_while(mut ear: Ear, heard: &Notify) -> Result<Ear> {
    let began = tokio::time::Instant::now();
    while began.elapsed() < CHECK {
        tokio::time::sleep(LISTEN).await;
        if ear.has_heard()? {
            heard.notify_one();
        }
    }
    blocking(move || ear.check().map(|()| ear)).await
}

async fn blocking<T: Send + 'static>(job: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(job).await.unwrap_or_else(|panic| Err(Error::internal(panic)))
}
