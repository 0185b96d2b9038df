//! Tags at the REST door.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::below::{self, ArticlesBody};
use super::openapi::shapes;
use super::relation::{self, LocalizedText};
use super::resource::{AS_OF, LOCALE, Naming, PERSPECTIVE, Resource, Seen, View, fields};
use super::{list, search};
use crate::domain::{Edition, Id, Kind, Role, Shape, Tag};
use crate::http::filter::{self, Field};
use crate::http::{Form, Parameter};

const FILTERS: &[Parameter] = &filter::parameters::<{ filter::TAG.len() }>(filter::TAG);

const VIEW: &[Parameter] = &[
    AS_OF,
    PERSPECTIVE,
    LOCALE,
    Parameter {
        name: "include",
        form: Form::SomeOf(&["articles", "relatedTags"]),
        doc: "The latest articles and their number; the tags that most often stand together with this one.",
    },
    fields(&[
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
        "articles",
        "relatedTags",
    ]),
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
    /// The first public moment; never changes. Of what never was public: the planned one, or when it was made.
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
    /// The articles with this tag; only when included.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    articles: Option<ArticlesBody>,
    /// The tags that most often stand together with it, at most 20; only when included.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    related_tags: Option<Vec<TagBesideBody>>,
}

/// A tag that stands together with another.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TagBeside)]
struct TagBesideBody {
    /// The tag.
    #[schema(no_recursion)]
    tag: TagBody,
    /// How many articles have both, out of the latest 200 with the other.
    articles: u64,
}

/// How many tags beside a tag are shown.
const BESIDE: u32 = 20;

impl Resource for Tag {
    const PATH: &'static str = "tags";
    const NAMING: Naming = Naming::Once;
    const EXAMPLE: &'static str = "ida-varro";
    const FIELDS: &'static [Field] = filter::TAG;
    const OF_LIST: &'static [&'static [Parameter]] =
        &[FILTERS, &[list::filter("TagFilter")], list::PLACE, list::SORT, search::PARAMETERS, VIEW];
    const OF_ITEM: &'static [&'static [Parameter]] = &[VIEW];
    type Body = TagBody;

    fn shape(view: &View) -> Shape {
        let related_tags = view.includes("relatedTags").then_some(BESIDE);
        Shape { related_tags, ..below::with_articles(Shape::bare(), Role::Tag, view) }
    }

    fn body(edition: &Edition<Self>, view: &View, seen: &Seen<'_>) -> TagBody {
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
            name: relation::pick(name, view),
            names: relation::all(name),
            kind: kind.as_str(),
            same_as: same_as.clone(),
            articles: below::articles(*id, Role::Tag, view, seen),
            related_tags: view.includes("relatedTags").then(|| beside(*id, view, seen)),
        }
    }
}

fn beside(id: Id, view: &View, seen: &Seen<'_>) -> Vec<TagBesideBody> {
    let plain = view.below(view.beside.clone(), Vec::new());
    let related = seen.graph.related_tags(id).into_iter();
    related.map(|(tag, articles)| TagBesideBody { tag: Tag::body(tag, &plain, seen), articles }).collect()
}
