//! Where events come from, one after the other.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use async_graphql::{Context, Result};
use futures_util::{Stream, stream};

use super::event::{ArticleChange, ChangeEvent};
use crate::app::live::article::ArticleFollower;
use crate::app::live::{Follower, News};
use crate::domain::{self, Kind, Shape};
use crate::graphql::error;

/// The place of the event that was given last, for the transport.
#[derive(Clone, Debug, Default)]
pub(in crate::graphql) struct Place(Arc<AtomicI64>);

impl Place {
    /// The place, once there was an event.
    pub(in crate::graphql) fn get(&self) -> Option<i64> {
        Some(self.0.load(Ordering::Relaxed)).filter(|place| *place > 0)
    }

    fn set(&self, place: i64) {
        self.0.store(place, Ordering::Relaxed);
    }
}

/// Where events come from.
pub(super) trait Source: Send + 'static {
    type Event: Send + 'static;

    /// The next events, at least one; waits for it.
    fn next(&mut self) -> impl Future<Output = domain::Result<VecDeque<Self::Event>>> + Send;

    /// The place of an event in the log.
    fn place(event: &Self::Event) -> i64;
}

pub(super) struct Changes {
    pub follower: Follower,
    pub kinds: Option<Vec<Kind>>,
    pub shapes: Option<Vec<(Kind, Shape)>>,
    pub most: usize,
}

impl Source for Changes {
    type Event = ChangeEvent;

    async fn next(&mut self) -> domain::Result<VecDeque<ChangeEvent>> {
        let Self { follower, kinds, shapes, most } = self;
        let News { changes, graph } = follower.news(kinds.as_deref(), shapes.as_deref(), *most).await?;
        let is_desk = follower.is_desk();
        let event = |change| ChangeEvent { change, graph: Arc::clone(&graph), is_desk };
        Ok(changes.into_iter().map(event).collect())
    }

    fn place(event: &ChangeEvent) -> i64 {
        event.change.sequence
    }
}

pub(super) struct Articles {
    pub follower: ArticleFollower,
    pub most: usize,
}

impl Source for Articles {
    type Event = ArticleChange;

    async fn next(&mut self) -> domain::Result<VecDeque<ArticleChange>> {
        Ok(self.follower.next(self.most).await?.into_iter().map(ArticleChange::from).collect())
    }

    fn place(event: &ArticleChange) -> i64 {
        event.sequence.0
    }
}

/// One event after the other. An error is the last.
pub(super) fn events<S: Source>(
    context: &Context<'_>,
    source: S,
) -> impl Stream<Item = Result<S::Event>> + use<S> {
    let place = context.data_opt::<Place>().cloned().unwrap_or_default();
    let state = Some((source, VecDeque::new()));
    stream::unfold((state, place), async |(state, place)| {
        let (mut source, mut waiting) = state?;
        if waiting.is_empty() {
            match source.next().await {
                Ok(events) => waiting = events,
                Err(error) => return Some((Err(error::of(error)), (None, place))),
            }
        }
        let event = waiting.pop_front()?;
        place.set(S::place(&event));
        Some((Ok(event), (Some((source, waiting)), place)))
    })
}
