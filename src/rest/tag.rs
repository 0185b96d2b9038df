//! Tags at the REST door.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::list;
use super::openapi::shapes;
use super::relation::{self, LocalizedText};
use super::resource::{AS_OF, LOCALE, Naming, PERSPECTIVE, Resource, Seen, View};
use crate::domain::{Edition, Kind, Shape, Tag};
use crate::http::filter::{self, Field};
use crate::http::{Form, Parameter};

const FILTERS: &[Parameter] = &filter::parameters::<{ filter::TAG.len() }>(filter::TAG);

const VIEW: &[Parameter] = &[
    AS_OF,
    PERSPECTIVE,
    LOCALE,
    Parameter {
        name: "fields",
        form: Form::SomeOf(&[
            "id",
            "type",
            "revision",
            "publishedAt",
            "embargoedUntil",
            "updatedAt",
            "slug",
            "name",
            "names",
            "kind",
            "sameAs",
        ]),
        doc: "Only these members; `id` is always there.",
    },
];

/// A tag as it is public.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Tag)]
pub(super) struct TagBody {
    /// The id; the same through every door.
    #[schema(format = Uuid)]
    id: String,
    /// Always `tag`.
    #[serde(rename = "type")]
    type_name: &'static str,
    /// The number of the revision shown.
    revision: u32,
    /// The first public moment; never changes.
    #[schema(format = DateTime)]
    published_at: String,
    /// Until when it is under embargo, for partners who read it before; null for all else.
    #[schema(format = DateTime)]
    embargoed_until: Option<String>,
    /// When anything changed.
    #[schema(format = DateTime)]
    updated_at: String,
    /// The name in addresses.
    slug: String,
    /// The name in the language asked for, or the nearest.
    name: Option<LocalizedText>,
    /// The name in all languages.
    names: BTreeMap<String, String>,
    /// The sort of thing it names.
    #[schema(value_type = shapes::TagKind)]
    kind: &'static str,
    /// The same thing in public vocabularies.
    same_as: Vec<String>,
}

impl Resource for Tag {
    const PATH: &'static str = "tags";
    const NAMING: Naming = Naming::Once;
    const EXAMPLE: &'static str = "ida-varro";
    const FIELDS: &'static [Field] = filter::TAG;
    const OF_LIST: &'static [&'static [Parameter]] = &[FILTERS, list::PLACE, list::SORT, VIEW];
    const OF_ITEM: &'static [&'static [Parameter]] = &[VIEW];
    type Body = TagBody;

    fn shape(_view: &View) -> Shape {
        Shape::bare()
    }

    fn body(edition: &Edition<Self>, view: &View, _seen: &Seen<'_>) -> TagBody {
        let Edition { id, revision, clocks, embargoed_until, content } = edition;
        let Self { slug, name, kind, same_as } = content;
        TagBody {
            id: id.to_string(),
            type_name: Kind::Tag.as_str(),
            revision: *revision,
            published_at: clocks.published_at.to_string(),
            embargoed_until: embargoed_until.map(|until| until.to_string()),
            updated_at: clocks.updated_at.to_string(),
            slug: slug.to_string(),
            name: relation::pick(name, view.locale.as_ref()),
            names: relation::all(name),
            kind: kind.as_str(),
            same_as: same_as.clone(),
        }
    }
}
