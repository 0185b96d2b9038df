//! One who follows the log.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use super::shared::{Found, Question};
use super::{Appended, BATCH, wanted};
use crate::app::{App, Context, Graph};
use crate::domain::{AsOf, Change, Error, ErrorCode, Kind, Perspective, Result, Scope, Shape, Timestamp};
use crate::store::matching::Matching;
use crate::store::{self, AnyConnection};

/// How many changes of which readers saw something may lie between a place and the present for whoever begins there.
/// Who was away longer reads anew.
pub const REPLAY: i64 = 10_000;

/// How long whoever follows waits while the database cannot be reached.
const PATIENCE: Duration = Duration::from_secs(1);

/// Follows the log from a place on.
#[derive(Debug)]
pub struct Follower {
    context: Context,
    perspective: Perspective,
    /// The last change that was told, or passed over.
    position: i64,
    appended: Receiver<Arc<Appended>>,
    /// Whether the log must be read: what was appended lately does not follow on the position.
    is_behind: bool,
    /// Whether what came last was heard with all who follow, rather than read.
    has_heard: bool,
}

/// Changes, with the entries as they are now.
#[derive(Debug)]
pub struct News {
    /// The changes, in order.
    pub changes: Vec<Change>,
    /// What of their entries is visible now, and what was loaded along.
    pub graph: Arc<Graph>,
}

impl Follower {
    /// Begins behind a change, or now. Readers are told of what they see; with `DRAFT`, the desk of everything.
    ///
    /// # Errors
    /// `UNAUTHENTICATED`, `FORBIDDEN` without the scope that it needs; `INVALID_PARAMETER` for a place ahead of the log,
    /// for one too far behind, and for a perspective that has no log.
    pub async fn begin(context: &Context, since: Option<i64>, perspective: Perspective) -> Result<Self> {
        context.as_of(None, perspective).await?;
        if perspective == Perspective::Embargoed {
            let detail =
                "What is under embargo is not followed. Leave perspective out, or say DRAFT at the desk.";
            return Err(Error::parameter("perspective", detail));
        }
        // Heard from now on: what is appended while the position is looked up is not missed.
        let appended = context.app.live().0.appended.subscribe();
        let look = move |c: &mut AnyConnection| {
            let latest = store::change::latest(c)?;
            let Some(since) = since else { return Ok(latest) };
            if since < 0 || since > latest {
                let detail = format!("The log has no place {since} yet. Begin at latestChange.");
                return Err(Error::parameter("since", detail));
            }
            if store::change::told_more_than(c, since, REPLAY)? {
                let detail = format!(
                    "More than {REPLAY} changes lie behind {since}. Read anew, and begin at latestChange."
                );
                return Err(Error::parameter("since", detail));
            }
            Ok(since)
        };
        let position = context.app.live().read(&context.app, look).await?;
        let (context, is_behind) = (context.clone(), since.is_some());
        Ok(Self { context, perspective, position, appended, is_behind, has_heard: false })
    }

    /// The next changes, at most `most`; waits until there are some. Dropped while it waits, it loses nothing.
    ///
    /// # Errors
    /// Only failures of the server, and not that the database cannot be reached: it waits until it can.
    pub async fn next(&mut self, most: usize) -> Result<Vec<Change>> {
        loop {
            if self.is_behind {
                let changes = self.read(i64::try_from(most).map_or(BATCH, |most| most.min(BATCH))).await?;
                if !changes.is_empty() {
                    self.has_heard = false;
                    return Ok(changes);
                }
                continue;
            }
            match self.appended.recv().await {
                Ok(appended) if appended.upto <= self.position => {}
                Ok(appended) if appended.after <= self.position => {
                    let new = appended.changes.iter().filter(|change| change.sequence > self.position);
                    let mut told: Vec<Change> = new.filter(|change| self.is_told(change)).cloned().collect();
                    self.position = appended.upto;
                    if told.len() > most {
                        told.truncate(most);
                        self.position = told.last().map_or(self.position, |change| change.sequence);
                        self.is_behind = true;
                    }
                    if !told.is_empty() {
                        self.has_heard = true;
                        return Ok(told);
                    }
                }
                Ok(_) | Err(RecvError::Lagged(_)) => self.is_behind = true,
                Err(RecvError::Closed) => return Err(Error::internal("the log is read no more")),
            }
        }
    }

    fn is_told(&self, change: &Change) -> bool {
        self.perspective == Perspective::Draft || change.effect.is_some()
    }

    /// Reads the log behind the position, up to its end if that is near.
    async fn read(&mut self, limit: i64) -> Result<Vec<Change>> {
        let (position, perspective) = (self.position, self.perspective);
        let read = move |c: &mut AnyConnection| {
            let latest = store::change::latest(c)?;
            let changes = match perspective {
                Perspective::Draft => store::change::after(c, position, limit)?,
                Perspective::Published | Perspective::Embargoed => {
                    store::change::told_after(c, position, limit)?
                }
            };
            Ok((latest, changes))
        };
        let (latest, changes) = self.reading(read).await?;
        match changes.last() {
            Some(last) if i64::try_from(changes.len()).is_ok_and(|count| count >= limit) => {
                self.position = last.sequence;
            }
            _ => (self.position, self.is_behind) = (latest, false),
        }
        Ok(changes)
    }

    /// Reads the database, when it can be reached.
    pub(super) async fn reading<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut AnyConnection) -> Result<T> + Clone + Send + 'static,
    ) -> Result<T> {
        loop {
            match self.app().live().read(self.app(), job.clone()).await {
                Err(error) if error.code == ErrorCode::Unavailable => tokio::time::sleep(PATIENCE).await,
                done => return done,
            }
        }
    }

    /// Looks something up that all who heard the same and ask the same see alike: once for all of them.
    pub(super) async fn look(
        &self,
        as_of: AsOf,
        question: impl FnOnce() -> Question,
        job: impl FnOnce(&mut AnyConnection) -> Result<Arc<Found>> + Clone + Send + 'static,
    ) -> Result<Arc<Found>> {
        if !self.has_heard || !matches!(as_of, AsOf::Now(_)) {
            return self.reading(job).await;
        }
        self.app().live().0.shared.find(&question(), self.reading(job)).await
    }

    pub(super) const fn app(&self) -> &App {
        &self.context.app
    }

    /// What the entries of a change are read as of: now, and not before the change.
    pub(super) async fn as_of(&self, changed: Timestamp) -> Result<AsOf> {
        Ok(match self.context.as_of(None, self.perspective).await? {
            AsOf::Now(now) => AsOf::Now(now.max(changed)),
            other => other,
        })
    }

    /// The next changes of entries of some kinds, or of all, with the entries in the shape of their kind; without a
    /// shape, alone.
    ///
    /// # Errors
    /// As [`Follower::next`].
    pub async fn news(
        &mut self,
        kinds: Option<&[Kind]>,
        shapes: Option<&[(Kind, Shape)]>,
        most: usize,
    ) -> Result<News> {
        let changes = loop {
            let mut changes = self.next(most).await?;
            changes.retain(|change| kinds.is_none_or(|kinds| kinds.contains(&change.kind)));
            if !changes.is_empty() {
                break changes;
            }
        };
        let newest = changes.iter().map(|change| change.at).max().unwrap_or(self.app().now());
        let (as_of, now) = (self.as_of(newest).await?, self.app().now());
        let wanted = wanted(&changes, shapes.unwrap_or_default().iter().cloned());
        let graph = if wanted.is_empty() {
            Arc::new(Graph::new(as_of, now))
        } else {
            let shapes = || wanted.iter().map(|(kind, _, shape)| (*kind, shape.clone())).collect();
            let question = || Question::new(&changes, None, shapes());
            let wanted = wanted.clone();
            let look = move |c: &mut AnyConnection| {
                let (matching, graph) = (Matching::default(), Graph::of(c, as_of, now, wanted)?);
                Ok(Arc::new(Found { matching, graph }))
            };
            Arc::clone(&self.look(as_of, question, look).await?.graph)
        };
        Ok(News { changes, graph })
    }

    /// Whether the desk follows.
    #[must_use]
    pub fn is_desk(&self) -> bool {
        self.perspective == Perspective::Draft && self.context.caller.scopes.contains(Scope::Preview)
    }
}
