//! Sections at the REST door.

pub(super) mod tree;

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::below::{self, ArticlesBody};
use super::relation::{self, LocalizedText, RelatedSection, Relation};
use super::resource::{AS_OF, LOCALE, Naming, PERSPECTIVE, Resource, Seen, View, fields};
use super::{list, search};
use crate::domain::{Edition, Kind, Role, Section, Shape};
use crate::http::filter::{self, Field};
use crate::http::{Form, Parameter};

const FILTERS: &[Parameter] = &filter::parameters::<{ filter::SECTION.len() }>(filter::SECTION);

const VIEW: &[Parameter] = &[
    AS_OF,
    PERSPECTIVE,
    LOCALE,
    Parameter {
        name: "include",
        form: Form::SomeOf(&["parent", "ancestors", "articles"]),
        doc: "The parent whole instead of by id; the sections above, from the top down; the latest articles and their number.",
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
        "parent",
        "ancestors",
        "articles",
    ]),
];

/// A section as it is public.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Section)]
pub(super) struct SectionBody {
    /// The id; the same through every door.
    #[schema(format = Uuid)]
    id: String,
    /// Always `section`.
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
    /// The section that it belongs to.
    #[schema(value_type = Option<RelatedSection>)]
    parent: Option<Relation<SectionBody>>,
    /// The sections above it, the top first: breadcrumbs; only when included.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(no_recursion, nullable = false)]
    ancestors: Option<Vec<SectionBody>>,
    /// The articles of the section itself; only when included.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    articles: Option<ArticlesBody>,
}

impl Resource for Section {
    const PATH: &'static str = "sections";
    const NAMING: Naming = Naming::Once;
    const EXAMPLE: &'static str = "world";
    const FIELDS: &'static [Field] = filter::SECTION;
    const OF_LIST: &'static [&'static [Parameter]] =
        &[FILTERS, &[list::filter("SectionFilter")], list::PLACE, list::SORT, search::PARAMETERS, VIEW];
    const OF_ITEM: &'static [&'static [Parameter]] = &[VIEW];
    type Body = SectionBody;

    fn shape(view: &View) -> Shape {
        let shape = below::with_articles(Shape::with_references(), Role::Section, view);
        let ancestors = view.includes("ancestors").then(|| Box::new(Shape::with_references()));
        let shape = Shape { ancestors, ..shape };
        if view.includes("parent") { shape.with(Role::Section, Shape::with_references()) } else { shape }
    }

    fn body(edition: &Edition<Self>, view: &View, seen: &Seen<'_>) -> SectionBody {
        let Edition { id, revision, clocks, embargoed_until, content } = edition;
        let Self { slug, name, parent } = content;
        SectionBody {
            id: id.to_string(),
            type_name: Kind::Section.as_str(),
            revision: *revision,
            published_at: clocks.published_at.to_string(),
            embargoed_until: embargoed_until.map(|until| until.to_string()),
            updated_at: clocks.updated_at.to_string(),
            slug: slug.to_string(),
            name: relation::pick(name, view),
            names: relation::all(name),
            parent: parent.and_then(|id| relation::one::<Self>(id, "parent", view, seen)),
            ancestors: view.includes("ancestors").then(|| ancestors(edition, view, seen)),
            articles: below::articles(*id, Role::Section, view, seen),
        }
    }
}

fn ancestors(edition: &Edition<Section>, view: &View, seen: &Seen<'_>) -> Vec<SectionBody> {
    let plain = view.below(view.beside.clone(), Vec::new());
    let above = seen.graph.ancestors(edition).into_iter();
    above.map(|section| Section::body(section, &plain, seen)).collect()
}
