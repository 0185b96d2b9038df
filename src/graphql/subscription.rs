//! What can be followed: the changes of all entries, and the articles of a filter.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use async_graphql::{
    Context, ID, InputValueError, InputValueResult, Object, Result, Scalar, ScalarType, SimpleObject,
    Subscription, Value,
};
use futures_util::{Stream, stream};

use super::article::Article;
use super::input::{ArticleFilter, Filter as _};
use super::node::Node;
use super::scalar::{DateTime, KindName, PerspectiveName, enumeration};
use super::{error, limits, shape};
use crate::app;
use crate::app::Graph;
use crate::app::live::article::{ArticleFollower, Happened};
use crate::app::live::{self, Follower, News};
use crate::domain::{self, Change, Effect, Kind, Perspective, Shape, Verb};

/// A place in the log of changes, as a text. It says nothing but which change comes later; hand it back as `since`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sequence(pub i64);

/// A place in the log of changes, as a text. It says nothing but which change comes later; hand it back as `since`.
#[Scalar(name = "Sequence")]
impl ScalarType for Sequence {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else { return Err(InputValueError::expected_type(value)) };
        text.parse().map(Self).map_err(|_| InputValueError::custom("A sequence is sent back as it came."))
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

enumeration! {
    /// What readers saw of a change.
    ChangeType("ChangeType") = Effect {
        /// The entry became public.
        Published,
        /// It was public before and is now, and something of it is different.
        Updated,
        /// It is not public any more, and may come back.
        Withdrawn,
        /// It was taken down for legal reasons, for ever: every copy must be removed.
        Killed,
    }
}

enumeration! {
    /// What was done to an entry.
    ChangeVerb("ChangeVerb") = Verb {
        /// A revision was saved.
        Save,
        /// A revision was handed to whoever publishes.
        Submit,
        /// A revision became public, or was planned to.
        Publish,
        /// The entry stopped being public, or was planned to.
        Withdraw,
        /// The entry was taken down for legal reasons, with its whole history.
        Kill,
        /// The entry was put away.
        Archive,
        /// The entry was fetched back.
        Unarchive,
        /// Something that the entry follows changed, or was planned to.
        Touch,
        /// A moment came for which something was planned.
        Pass,
    }
}

/// A change to an entry.
#[derive(Clone, Debug)]
pub(super) struct ChangeEvent {
    change: Change,
    graph: Arc<Graph>,
    is_desk: bool,
}

/// A change to an entry.
#[Object(name = "Change")]
impl ChangeEvent {
    /// Its place in the log: where to go on after a disconnect.
    async fn sequence(&self) -> Sequence {
        Sequence(self.change.sequence)
    }

    /// When it happened.
    async fn at(&self) -> DateTime {
        DateTime(self.change.at)
    }

    /// What readers saw of it; null, for the desk alone, when they saw nothing.
    #[graphql(name = "type")]
    async fn effect(&self) -> Option<ChangeType> {
        self.change.effect.map(Into::into)
    }

    /// The kind of the entry.
    async fn kind(&self) -> KindName {
        self.change.kind.into()
    }

    /// The id of the entry.
    async fn entry_id(&self) -> ID {
        ID(self.change.entry.to_string())
    }

    /// The entry as it is now; null when it is not public any more.
    async fn entry(&self) -> Option<Node> {
        Node::find(&self.graph, self.change.entry)
    }

    /// What was done; null unless the desk follows.
    async fn verb(&self) -> Option<ChangeVerb> {
        self.is_desk.then(|| self.change.verb.into())
    }

    /// The revision concerned, if one is; null unless the desk follows.
    async fn revision(&self) -> Option<u32> {
        self.change.revision.filter(|_| self.is_desk)
    }

    /// Who did it; null unless the desk follows.
    async fn actor(&self) -> Option<String> {
        self.is_desk.then(|| self.change.actor.to_string())
    }

    /// Why, in the words of whoever did it; null unless the desk follows.
    async fn note(&self) -> Option<&str> {
        self.change.note.as_deref().filter(|_| self.is_desk)
    }
}

/// What happened to an article.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct ArticleChange {
    /// The place of the change in the log: where to go on after a disconnect.
    sequence: Sequence,
    /// When it happened.
    at: DateTime,
    /// What readers saw of it.
    #[graphql(name = "type")]
    effect: ChangeType,
    /// The id of the article.
    article_id: ID,
    /// The article as it is now; null when it is not public any more, and when the filter does not hold any more: then
    /// it leaves the list.
    article: Option<Article>,
}

impl From<Happened> for ArticleChange {
    fn from(happened: Happened) -> Self {
        let Happened { sequence, at, effect, id, article, graph } = happened;
        Self {
            sequence: Sequence(sequence),
            at: DateTime(at),
            effect: effect.into(),
            article_id: ID(id.to_string()),
            article: article.map(|article| Article::new(article, graph)),
        }
    }
}

/// The place behind everything that readers have seen, looked up before anything else of the request is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Latest(pub i64);

/// The name of the field that gives it.
pub(super) const LATEST: &str = "latestChange";

/// Where to begin to follow.
#[derive(Debug, Default)]
pub(super) struct Following;

#[Object]
impl Following {
    /// The place in the log behind everything that this answer shows. Ask for it beside what you show, and subscribe with
    /// it as `since`: then nothing is missed in between.
    async fn latest_change(&self, context: &Context<'_>) -> Result<Sequence> {
        match context.data_opt::<Latest>() {
            Some(Latest(place)) => Ok(Sequence(*place)),
            None => {
                let client = context.data::<app::Context>()?;
                Ok(Sequence(live::latest(client).await.map_err(error::of)?))
            }
        }
    }
}

/// The place of the event that was given last, for the transport.
#[derive(Clone, Debug, Default)]
pub(super) struct Place(Arc<AtomicI64>);

impl Place {
    /// The place, once there was an event.
    pub(super) fn get(&self) -> Option<i64> {
        Some(self.0.load(Ordering::Relaxed)).filter(|place| *place > 0)
    }

    fn set(&self, place: i64) {
        self.0.store(place, Ordering::Relaxed);
    }
}

/// Where a client goes on that the transport knows of: `Last-Event-ID`. It is newer than the argument.
#[derive(Clone, Copy, Debug)]
pub(super) struct Resume(pub i64);

/// How many events are read at a time: together no more than one answer may hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct AtATime(pub usize);

impl AtATime {
    /// For events of a cost.
    pub(super) fn of(cost: u64) -> Self {
        Self(usize::try_from(limits::COST.maximum / cost.max(1)).unwrap_or(100).clamp(1, 100))
    }
}

fn since(context: &Context<'_>, argument: Option<Sequence>) -> Option<i64> {
    let resumed = context.data_opt::<Resume>().map(|Resume(place)| *place);
    resumed.or(argument.map(|Sequence(place)| place))
}

fn at_a_time(context: &Context<'_>) -> usize {
    context.data_opt::<AtATime>().map_or(1, |AtATime(most)| *most)
}

/// What can be followed.
#[derive(Debug, Default)]
pub struct Subscription;

/// What can be followed, over a WebSocket (graphql-transport-ws) or as server-sent events (graphql-sse). Every event has
/// its place in the log of changes: after a disconnect, begin behind the last.
#[Subscription]
impl Subscription {
    /// Changes to entries of all kinds that readers can see, the moments included at which something planned became
    /// visible or ceased to be. With the scope `preview`, `perspective: DRAFT` tells the desk of everything that is done.
    async fn changes(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The last change that was seen: begins behind it. Now, unless given.")]
        since: Option<Sequence>,
        #[graphql(desc = "Only of entries of these kinds.")] kinds: Option<Vec<KindName>>,
        #[graphql(desc = "Whose eyes see it: readers', unless given.")] perspective: Option<PerspectiveName>,
    ) -> Result<impl Stream<Item = Result<ChangeEvent>> + use<>> {
        let client = context.data::<app::Context>()?;
        let perspective = perspective.map_or(Perspective::Published, Into::into);
        let since = self::since(context, since);
        let follower = Follower::begin(client, since, perspective).await.map_err(error::of)?;
        let kinds = kinds.map(|kinds| kinds.into_iter().map(Into::into).collect());
        let (shapes, most) = (shapes(context)?, at_a_time(context));
        Ok(events(context, Changes { follower, kinds, shapes, most }))
    }

    /// What happens to articles for which a filter holds, or held until now: they change, come into its list and leave it.
    /// A change to a fact box that an article follows is a change to the article. What is taken down for legal reasons is
    /// told whatever the filter says.
    async fn article_changed(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which articles; all conditions must hold.")] filter: Option<ArticleFilter>,
        #[graphql(desc = "The last change that was seen: begins behind it. Now, unless given.")]
        since: Option<Sequence>,
    ) -> Result<impl Stream<Item = Result<ArticleChange>> + use<>> {
        let client = context.data::<app::Context>()?;
        let conditions = filter.map_or(Ok(Vec::new()), |filter| filter.conditions()).map_err(error::of)?;
        let shape = shape::behind_one(context.field(), "article", Kind::Article)?;
        let since = self::since(context, since);
        let follower = ArticleFollower::begin(client, conditions, since, shape).await.map_err(error::of)?;
        Ok(events(context, Articles { follower, most: at_a_time(context) }))
    }
}

/// The shapes of entries of each kind, when they are asked for.
fn shapes(context: &Context<'_>) -> Result<Option<Vec<(Kind, Shape)>>> {
    if !context.field().selection_set().any(|field| field.name() == "entry") {
        return Ok(None);
    }
    let shape = |kind: &Kind| Ok((*kind, shape::behind_one(context.field(), "entry", *kind)?));
    Kind::ALL.iter().map(shape).collect::<Result<Vec<_>>>().map(Some)
}

/// Where events come from.
trait Source: Send + 'static {
    type Event: Send + 'static;

    /// The next events, at least one; waits for it.
    fn next(&mut self) -> impl Future<Output = domain::Result<VecDeque<Self::Event>>> + Send;

    /// The place of an event in the log.
    fn place(event: &Self::Event) -> i64;
}

struct Changes {
    follower: Follower,
    kinds: Option<Vec<Kind>>,
    shapes: Option<Vec<(Kind, Shape)>>,
    most: usize,
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

struct Articles {
    follower: ArticleFollower,
    most: usize,
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
fn events<S: Source>(context: &Context<'_>, source: S) -> impl Stream<Item = Result<S::Event>> + use<S> {
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
