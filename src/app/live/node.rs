//! What one node does for all who follow on it: it reads the log, tells it what has come, and listens for other nodes.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;

use super::{Appended, BATCH, pass};
use crate::app::App;
use crate::domain::{Error, Result};
use crate::store;
use crate::store::wake::Ear;

/// How long a node waits for a word that something was appended before it looks, and for the next moment to come.
const POLL: Duration = Duration::from_secs(1);

/// How often it listens for the word of another node. This asks nothing of the database.
const LISTEN: Duration = Duration::from_millis(50);

/// How often it checks that it would still hear.
const CHECK: Duration = Duration::from_secs(30);

/// Reads the log as it grows, and gives it to whoever follows; tells it what has come. Never ends: drop it.
pub async fn run(app: App) {
    let heard = Arc::new(Notify::new());
    // Apart from reading: a write may have to wait for others, and what is there is told meanwhile.
    let _clock = Ended(tokio::spawn(tell(app.clone())));
    let _ear = Ended(tokio::spawn(listen(app.clone(), Arc::clone(&heard))));
    let mut commits = app.store().commits();
    let (mut read, mut trouble) = (None, Trouble::default());
    loop {
        commits.borrow_and_update();
        if trouble.note(look(&app, &mut read).await) == Some(true) {
            continue;
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

/// Trouble is said once, however long it lasts.
#[derive(Default)]
struct Trouble(bool);

impl Trouble {
    fn note<T>(&mut self, done: Result<T>) -> Option<T> {
        let was_there = std::mem::replace(&mut self.0, done.is_err());
        done.inspect_err(|error| {
            if !was_there {
                tracing::warn!(%error, cause = error.cause(), "the log cannot be followed");
            }
        })
        .ok()
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
    let changes = app.store().read(move |c| store::change::after(c, after, BATCH)).await?;
    let Some(upto) = changes.last().map(|change| change.sequence) else { return Ok(false) };
    *read = Some(upto);
    // Nobody may be listening.
    let _ = app.live().0.appended.send(Arc::new(Appended { after, upto, changes }));
    Ok(true)
}

/// Tells the log what has come, as it comes.
async fn tell(app: App) {
    let mut trouble = Trouble::default();
    loop {
        while trouble.note(pass::pass(&app).await) == Some(true) {}
        tokio::time::sleep(POLL).await;
    }
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
