//! Following articles: those for which a filter holds, and those for which it held until something changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Follower;
use super::shared::{Found, Question};
use crate::app::named::named;
use crate::app::read::{Moment, settled};
use crate::app::{Context, Graph};
use crate::domain::{
    Article, Change, Condition, Edition, Effect, Error, Id, Kind, Perspective, Reference, Result, Shape,
    Timestamp,
};
use crate::store::matching::Matching;
use crate::store::{self, AnyConnection};

/// Follows articles.
#[derive(Debug)]
pub struct ArticleFollower {
    follower: Follower,
    conditions: Vec<Condition<Id>>,
    shape: Shape,
}

/// What happened to an article.
#[derive(Clone, Debug)]
pub struct Happened {
    /// The place of the change in the log.
    pub sequence: i64,
    /// When it happened.
    pub at: Timestamp,
    /// What readers saw of it.
    pub effect: Effect,
    /// The article.
    pub id: Id,
    /// The article as it is now, when it is visible and the filter holds.
    pub article: Option<Arc<Edition<Article>>>,
    /// What was loaded along.
    pub graph: Arc<Graph>,
}

impl ArticleFollower {
    /// Begins behind a change, or now.
    ///
    /// # Errors
    /// As [`Follower::begin`], and `INVALID_PARAMETER` for a reference to nothing and for a search.
    pub async fn begin(
        context: &Context,
        conditions: Vec<Condition<Reference>>,
        since: Option<i64>,
        shape: Shape,
    ) -> Result<Self> {
        let as_of = context.as_of(None, Perspective::Published).await?;
        let conditions = Condition::flat(conditions);
        Condition::check(&conditions)?;
        if !Condition::searches(&conditions).is_empty() {
            // The index of words knows the present alone, and here it is asked what was, too.
            return Err(Error::parameter("filter", "What changes is not searched. Leave out q."));
        }
        let conditions = if conditions.is_empty() {
            Vec::new()
        } else {
            context.app.live().read(&context.app, move |c| named(c, as_of, conditions)).await?
        };
        let follower = Follower::begin(context, since, Perspective::Published).await?;
        Ok(Self { follower, conditions, shape })
    }

    /// What happens next; waits until something does. What was taken down is told whatever the filter says: nobody can
    /// look any more whether it held, and every copy must go.
    ///
    /// # Errors
    /// As [`Follower::next`].
    pub async fn next(&mut self, most: usize) -> Result<Vec<Happened>> {
        loop {
            let mut changes = self.follower.next(most).await?;
            changes.retain(|change| change.kind == Kind::Article);
            if changes.is_empty() {
                continue;
            }
            let happened = self.matching(changes).await?;
            if !happened.is_empty() {
                return Ok(happened);
            }
        }
    }

    async fn matching(&self, changes: Vec<Change>) -> Result<Vec<Happened>> {
        let newest = changes.iter().map(|change| change.at).max().unwrap_or(self.follower.app().now());
        let as_of = self.follower.as_of(newest).await?;
        let moment = Moment { as_of, now: self.follower.app().now() };
        let mut moments: BTreeMap<Timestamp, Vec<Id>> = BTreeMap::new();
        for change in &changes {
            moments.entry(change.at).or_default().push(change.entry);
        }
        let moments: Vec<(Timestamp, Vec<Id>)> = moments.into_iter().collect();
        let (conditions, shape) = (self.conditions.clone(), self.shape.clone());
        let question =
            || Question::new(&changes, Some(conditions.clone()), vec![(Kind::Article, shape.clone())]);
        let (wanted, in_shape) = (conditions.clone(), shape.clone());
        let look = move |c: &mut AnyConnection| {
            let conditions = settled(c, moment, wanted)?;
            let matching = store::matching::of_changed(c, Kind::Article, as_of, &conditions, &moments)?;
            let ids: Vec<Id> = matching.now.iter().copied().collect();
            let graph = Graph::of(c, as_of, moment.now, vec![(Kind::Article, ids, in_shape)])?;
            Ok(Arc::new(Found { matching, graph }))
        };
        let found = self.follower.look(as_of, question, look).await?;
        Ok(changes.iter().filter_map(|change| happened(change, &found)).collect())
    }
}

fn happened(change: &Change, found: &Found) -> Option<Happened> {
    let Found { matching: Matching { now, before }, graph } = found;
    let holds = now.contains(&change.entry);
    let held = before.contains(&(change.at, change.entry));
    let &Change {
        sequence,
        at,
        entry: id,
        effect,
        kind: _,
        verb: _,
        revision: _,
        cause: _,
        actor: _,
        note: _,
    } = change;
    let effect = effect.filter(|effect| holds || held || *effect == Effect::Killed)?;
    let article = graph.get::<Article>(id).filter(|_| holds).cloned();
    Some(Happened { sequence, at, effect, id, article, graph: Arc::clone(graph) })
}
