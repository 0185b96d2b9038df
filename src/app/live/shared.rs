//! What is looked up once for all who ask the same of the same news: a page that many have open follows one article with
//! one document.
//!
//! It is found by what was heard, so it is as new as that; whoever reads the log behind the others shares nothing.

use std::sync::Arc;

use quick_cache::sync::Cache;

use crate::app::Graph;
use crate::domain::{Change, Condition, Id, Kind, Result, Shape};
use crate::store::matching::Matching;

/// What is asked of which news.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Question {
    changes: Vec<i64>,
    conditions: Option<Vec<Condition<Id>>>,
    shapes: Vec<(Kind, Shape)>,
}

impl Question {
    pub(super) fn new(
        changes: &[Change],
        conditions: Option<Vec<Condition<Id>>>,
        shapes: Vec<(Kind, Shape)>,
    ) -> Self {
        let changes = changes.iter().map(|change| change.sequence).collect();
        Self { changes, conditions, shapes }
    }
}

/// What was found.
#[derive(Debug)]
pub(super) struct Found {
    /// The entries for which the conditions hold, if there were any.
    pub matching: Matching,
    /// The entries, and what was loaded along.
    pub graph: Arc<Graph>,
}

/// The answers to the latest questions. Who asks while somebody looks waits for them.
#[derive(Debug)]
pub(super) struct Shared(Cache<Question, Arc<Found>>);

/// How many answers are kept: enough for those who hear the same to come to it.
const KEPT: usize = 32;

impl Default for Shared {
    fn default() -> Self {
        Self(Cache::new(KEPT))
    }
}

impl Shared {
    /// The answer, looked up if nobody has.
    pub(super) async fn find(
        &self,
        question: &Question,
        look: impl Future<Output = Result<Arc<Found>>>,
    ) -> Result<Arc<Found>> {
        self.0.get_or_insert_async(question, look).await
    }
}
