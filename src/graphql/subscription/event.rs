//! Events, and what they say.

use std::sync::Arc;

use async_graphql::{ID, InputValueError, InputValueResult, Object, Scalar, ScalarType, SimpleObject, Value};

use crate::app::Graph;
use crate::app::live::article::Happened;
use crate::domain::{Change, Effect, Verb};
use crate::graphql::article::Article;
use crate::graphql::node::Node;
use crate::graphql::scalar::{DateTime, KindName, enumeration};

/// A place in the log of changes, as a text. It says nothing but which change comes later; hand it back as `since`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::graphql) struct Sequence(pub i64);

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
pub(in crate::graphql) struct ChangeEvent {
    pub change: Change,
    pub graph: Arc<Graph>,
    pub is_desk: bool,
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
pub(in crate::graphql) struct ArticleChange {
    /// The place of the change in the log: where to go on after a disconnect.
    pub sequence: Sequence,
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
