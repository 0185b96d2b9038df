//! What can be followed: the changes of all entries, and the articles of a filter.

mod event;
mod source;

use async_graphql::{Context, Object, Result, Subscription};
use futures_util::Stream;

use self::event::{ArticleChange, ChangeEvent, Sequence};
pub(super) use self::source::Place;
use self::source::{Articles, Changes, events};
use super::input::{ArticleFilter, Filter as _};
use super::scalar::{KindName, PerspectiveName};
use super::{error, limits, shape};
use crate::app;
use crate::app::live::article::ArticleFollower;
use crate::app::live::{self, Follower};
use crate::domain::{Kind, Perspective, Shape};

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
    /// told whatever the filter says. It is not searched: `q` is refused.
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
