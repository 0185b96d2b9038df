//! This server as a part of a larger graph (Apollo Federation 2): what a router asks it.
//!
//! Every kind of entry is an entity with the key `id`. A router sends what it knows of some, and everything below them is
//! loaded in one hop, as for `nodes`. Front ends ask for none of this, so neither introspection nor `schema.graphql`
//! shows it.

use async_graphql::{
    Context, InputValueError, InputValueResult, Object, Result, SDLExportOptions, Scalar, ScalarType,
    SimpleObject, Union, Value,
};

use super::article::Article;
use super::author::Author;
use super::fact_box::FactBox;
use super::image::Image;
use super::node::Node;
use super::query::{check_items, moment};
use super::section::Section;
use super::tag::Tag;
use super::{error, shape};
use crate::app;
use crate::app::read;
use crate::domain::{Id, Kind};

/// What a router asks.
#[derive(Debug, Default)]
pub(super) struct Subgraph;

/// An entity, as a router names it: `{"__typename": "Article", "id": "…"}`.
#[derive(Clone, Copy, Debug)]
struct Representation {
    kind: Kind,
    id: Id,
}

/// The types of entities, by their kinds.
const ENTITIES: [(&str, Kind); 6] = [
    ("Article", Kind::Article),
    ("Author", Kind::Author),
    ("FactBox", Kind::FactBox),
    ("Section", Kind::Section),
    ("Tag", Kind::Tag),
    ("Image", Kind::Image),
];

/// What a router knows of an entity: its type and its id.
#[Scalar(name = "_Any")]
impl ScalarType for Representation {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::Object(members) = &value else { return Err(InputValueError::expected_type(value)) };
        let text = |name: &str| match members.get(name) {
            Some(Value::String(text)) => Ok(text.as_str()),
            _ => Err(InputValueError::custom(format!("A representation has {name}, a text."))),
        };
        let (name, id) = (text("__typename")?, text("id")?);
        let kind = ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind);
        let kind = kind.ok_or_else(|| InputValueError::custom(format!("There is no entity {name} here.")))?;
        let id = id.parse().map_err(|error: crate::domain::Error| InputValueError::custom(error.detail))?;
        Ok(Self { kind, id })
    }

    fn to_value(&self) -> Value {
        Value::Null
    }
}

/// An entry, to a router.
#[derive(Clone, Debug, Union)]
#[graphql(name = "_Entity")]
enum Entity {
    Article(Article),
    Author(Author),
    FactBox(FactBox),
    Section(Section),
    Tag(Tag),
    Image(Image),
}

/// This server, to a router.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(name = "_Service")]
struct Service {
    /// The schema of the subgraph.
    sdl: String,
}

#[Object]
impl Subgraph {
    /// What stands in the larger graph.
    #[graphql(name = "_service", visible = false)]
    async fn service(&self) -> Service {
        Service { sdl: sdl() }
    }

    /// Entities by what a router knows of them, in the order asked for; null where nothing is public. At most 100.
    #[graphql(name = "_entities", visible = false)]
    async fn entities(
        &self,
        context: &Context<'_>,
        representations: Vec<Representation>,
    ) -> Result<Vec<Option<Entity>>> {
        let client = context.data::<app::Context>()?;
        let as_of = moment(client, (None, None)).await?;
        check_items(representations.len(), "representations")?;
        let mut wanted = Vec::new();
        for (_, kind) in ENTITIES {
            let of_kind = representations.iter().filter(|asked| asked.kind == kind);
            let ids: Vec<Id> = of_kind.map(|asked| asked.id).collect();
            if !ids.is_empty() {
                wanted.push((kind, ids, shape::of(context.field(), kind)?));
            }
        }
        let graph = read::by_ids(client, as_of, wanted).await.map_err(error::of)?;
        Ok(representations
            .iter()
            .map(|asked| Entity::of(Node::find(&graph, asked.id)?, asked.kind))
            .collect())
    }
}

impl Entity {
    /// The entry, if it is of the kind that the router takes it for.
    fn of(node: Node, kind: Kind) -> Option<Self> {
        Some(match (node, kind) {
            (Node::Article(article), Kind::Article) => Self::Article(article),
            (Node::Author(author), Kind::Author) => Self::Author(author),
            (Node::FactBox(fact_box), Kind::FactBox) => Self::FactBox(fact_box),
            (Node::Section(section), Kind::Section) => Self::Section(section),
            (Node::Tag(tag), Kind::Tag) => Self::Tag(tag),
            (Node::Image(image), Kind::Image) => Self::Image(image),
            _ => return None,
        })
    }
}

/// The schema of the subgraph in its own language.
#[must_use]
pub fn sdl() -> String {
    let options = SDLExportOptions::new()
        .sorted_fields()
        .sorted_arguments()
        .sorted_enum_items()
        .include_specified_by()
        .federation();
    let mut sdl = super::plain().sdl_with_options(options);
    for (name, _) in ENTITIES {
        sdl.push_str("extend type ");
        sdl.push_str(name);
        sdl.push_str(" @key(fields: \"id\")\n");
    }
    sdl
}
