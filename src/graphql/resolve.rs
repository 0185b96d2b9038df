//! What an address of the newsroom's site leads to, at the GraphQL door.

use async_graphql::{Context, Object, Result, SimpleObject};

use super::node::Node;
use super::query::moment;
use super::scalar::{DateTime, DepartureName, KindName, OutcomeName, PerspectiveName};
use super::{error, shape};
use crate::app;
use crate::app::resolve::{self, There};
use crate::domain::{ErrorCode, Kind};

/// What an address leads to.
#[derive(Clone, Debug, SimpleObject)]
struct Resolution {
    /// Whether an entry is there, has moved, or is gone.
    outcome: OutcomeName,
    /// The kind of entry.
    kind: KindName,
    /// The entry, unless it is gone.
    node: Option<Node>,
    /// The present address without scheme and host, unless it is gone.
    path: Option<String>,
    /// The present address, unless it is gone.
    url: Option<String>,
    /// Since when it has moved or is gone.
    since: Option<DateTime>,
    /// How it left, when it is gone.
    reason: Option<DepartureName>,
}

/// Ways from an address to an entry.
#[derive(Debug, Default)]
pub(super) struct Resolving;

#[Object]
impl Resolving {
    /// What an address of the newsroom's site leads to: an entry, its new address since when it moved, or since when it
    /// is gone and how it left. Null for an address of another host, and where nothing ever stood in public.
    async fn resolve(
        &self,
        context: &Context<'_>,
        #[graphql(
            desc = "A path of the newsroom's site, such as /en/harbour-tunnel-opens, or a whole URL of it. \
                          What follows ? or #, a slash at the end, and whether it is http or https make no difference."
        )]
        path: String,
        #[graphql(desc = "The moment of the read; now, unless given.")] as_of: Option<DateTime>,
        #[graphql(desc = "Whose eyes see it: readers', unless given.")] perspective: Option<PerspectiveName>,
    ) -> Result<Option<Resolution>> {
        let client = context.data::<app::Context>()?;
        let as_of = moment(client, (as_of, perspective)).await?;
        let mut shapes = Vec::with_capacity(Kind::ALL.len());
        for kind in Kind::ALL {
            shapes.push((*kind, shape::behind_one(context.field(), "node", *kind)?));
        }
        match resolve::resolve(client, as_of, &path, shapes).await {
            Ok(resolution) => Ok(Some(Resolution::of(&resolution))),
            Err(error) if error.code == ErrorCode::NotFound => Ok(None),
            Err(error) => Err(error::of(error)),
        }
    }
}

impl Resolution {
    fn of(resolution: &resolve::Resolution) -> Self {
        let outcome = resolution.outcome().into();
        match resolution {
            resolve::Resolution::There(there) => {
                let There { kind, id, revision: _, url, moved_at, graph } = there;
                Self {
                    outcome,
                    kind: (*kind).into(),
                    node: Node::find(graph, *id),
                    path: Some(there.path()),
                    url: Some(url.clone()),
                    since: moved_at.map(DateTime),
                    reason: None,
                }
            }
            resolve::Resolution::Gone { kind, departure, since } => Self {
                outcome,
                kind: (*kind).into(),
                node: None,
                path: None,
                url: None,
                since: Some(DateTime(*since)),
                reason: Some((*departure).into()),
            },
        }
    }
}
