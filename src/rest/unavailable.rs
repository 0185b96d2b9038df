//! What is told of references that lead nowhere: what stands in their place, and where they are.

use std::borrow::Cow;

use serde::Serialize;
use utoipa::openapi::schema::OneOfBuilder;
use utoipa::openapi::{Ref, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::article::TranslationBody;
use super::openapi::shapes;
use super::relation::Relation;
use super::resource::{Seen, View};
use crate::app::graph::Missing;
use crate::domain::unavailable::Placed;
use crate::domain::{Id, Kind, Links, Unavailable};

/// What stands for an entry that is not there, with `links=stub`.
#[derive(Debug, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Stub {
    /// Why: it was `withdrawn`, or it is `absent`.
    #[schema(value_type = shapes::Unavailable)]
    unavailable: &'static str,
    /// The kind of entry.
    #[schema(value_type = shapes::EntryKind)]
    kind: &'static str,
}

impl Stub {
    pub(super) const fn new(unavailable: Unavailable, kind: Kind) -> Self {
        Self { unavailable: unavailable.as_str(), kind: kind.as_str() }
    }
}

/// A reference that leads nowhere, and where it stands.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = UnavailableReference)]
pub(super) struct MissingBody {
    /// In which capacity it is referred to.
    #[schema(value_type = shapes::ReferenceRole)]
    role: &'static str,
    /// The kind of entry.
    #[schema(value_type = shapes::EntryKind)]
    kind: &'static str,
    /// Its place from 0 on: among the bylines, the tags, or the blocks of the whole body.
    position: usize,
    /// The key of its block, when it stands in the body.
    block_key: Option<String>,
    /// Why it is not there.
    #[schema(value_type = shapes::Unavailable)]
    state: &'static str,
}

/// What the document calls a translation: the other article, or a stub.
#[derive(Debug)]
pub(super) struct RelatedTranslation;

impl PartialSchema for RelatedTranslation {
    fn schema() -> RefOr<Schema> {
        OneOfBuilder::new()
            .description(Some("The same piece in another language, or a stub when it was withdrawn."))
            .item(Ref::from_schema_name(TranslationBody::name()))
            .item(Ref::from_schema_name(Stub::name()))
            .into()
    }
}

impl ToSchema for RelatedTranslation {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("RelatedTranslation")
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        schemas.push((TranslationBody::name().into_owned(), TranslationBody::schema()));
    }
}

/// What stands for an entry that is not there; `None` when it is left out.
pub(super) fn gap<T>(id: Id, kind: Kind, view: &View, seen: &Seen<'_>) -> Option<Relation<T>> {
    match view.links {
        Links::Omit => None,
        Links::Null => Some(Relation::Gap(None)),
        Links::Stub => Some(Relation::Gap(Some(Stub::new(seen.graph.unavailable(id), kind)))),
    }
}

impl MissingBody {
    pub(super) fn of(missing: &Missing<'_>) -> Self {
        let Missing { placed: Placed { link, position, block }, state } = missing;
        Self {
            role: link.role.as_str(),
            kind: link.role.target().as_str(),
            position: *position,
            block_key: block.map(str::to_owned),
            state: state.as_str(),
        }
    }
}
