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
mod node;
pub mod pass;
mod shared;

use std::collections::BTreeSet;
use std::sync::Arc;

use self::shared::Shared;
pub use follower::{Follower, News, REPLAY};
pub use node::run;
use tokio::sync::{Semaphore, broadcast, watch};

use super::{App, Context, Graph};
use crate::domain::{Change, Error, Id, Kind, Perspective, Result, Shape};
use crate::store::{self, AnyConnection};

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

/// The entries of some changes, each kind in its shape: those of kinds that have one.
fn wanted(changes: &[Change], shapes: impl Iterator<Item = (Kind, Shape)>) -> Vec<(Kind, Vec<Id>, Shape)> {
    let of_kind = |(kind, shape): (Kind, Shape)| {
        let ids: BTreeSet<Id> =
            changes.iter().filter(|change| change.kind == kind).map(|change| change.entry).collect();
        (!ids.is_empty()).then(|| (kind, ids.into_iter().collect(), shape))
    };
    shapes.filter_map(of_kind).collect()
}

/// The changes behind a place that readers saw, `most` of them at most, with their entries as they are now, and the place to
/// go on from. Without a place there are none, and one goes on from the end.
///
/// # Errors
/// As [`latest`]; `INVALID_PARAMETER` for a place ahead of the log.
pub async fn told(context: &Context, since: Option<i64>, most: i64) -> Result<(News, i64)> {
    let as_of = context.as_of(None, Perspective::Published).await?;
    let now = context.app.now();
    let read = move |c: &mut AnyConnection| {
        let latest = store::change::latest_told(c)?;
        let since = since.unwrap_or(latest);
        if since < 0 || since > store::change::latest(c)? {
            let detail = format!("The log has no place {since} yet. Leave since out to begin at its end.");
            return Err(Error::parameter("since", detail));
        }
        let changes = store::change::told_after(c, since, most)?;
        let all = Kind::ALL.iter().map(|kind| (*kind, Shape::bare()));
        let graph = Graph::of(c, as_of, now, wanted(&changes, all))?;
        let next = changes.last().map_or(since.max(latest), |change| change.sequence);
        Ok((News { changes, graph }, next))
    };
    context.app.store().read(read).await
}
