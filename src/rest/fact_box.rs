//! Fact boxes at the REST door.

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::article::TranslationBody;
use super::openapi::shapes;
use super::resource::{AS_OF, Naming, PERSPECTIVE, Resource, Seen, View, fields};
use super::{list, search};
use crate::app::graph::Resolved;
use crate::domain::article::Source;
use crate::domain::fact_box::Fact;
use crate::domain::{Edition, FactBox, Kind, Links, Shape};
use crate::http::filter::{self, Field};
use crate::http::{Form, Parameter};
use crate::render;

const FILTERS: &[Parameter] = &filter::parameters::<{ filter::FACT_BOX.len() }>(filter::FACT_BOX);

const SORT: &[Parameter] = list::orders!("reviewBy", "-reviewBy", "relevance");

const VIEW: &[Parameter] = &[
    AS_OF,
    PERSPECTIVE,
    Parameter {
        name: "include",
        form: Form::SomeOf(&["translations"]),
        doc: "Relations to be answered whole.",
    },
    fields(&[
        "id",
        "type",
        "revision",
        "publishedAt",
        "embargoedUntil",
        "contentUpdatedAt",
        "updatedAt",
        "locale",
        "slug",
        "title",
        "items",
        "translations",
    ]),
];

/// A fact box as it is public.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = FactBox)]
pub(super) struct FactBoxBody {
    /// The id; the same through every door.
    #[schema(format = Uuid)]
    id: String,
    /// Always `factBox`.
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
    /// When a fact changed of which readers should be told.
    #[schema(format = DateTime)]
    content_updated_at: String,
    /// When anything changed.
    #[schema(format = DateTime)]
    updated_at: String,
    /// The language it is written in.
    locale: String,
    /// Its name in addresses.
    slug: String,
    /// What it is about.
    title: String,
    /// The facts, in reading order.
    items: Vec<FactBody>,
    /// The same box in other languages; only when included.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    translations: Option<Vec<TranslationBody>>,
}

/// One fact.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Fact)]
struct FactBody {
    /// The fact as Portable Text: `markDefs` and `children`.
    #[schema(value_type = shapes::RichText)]
    rich_text: Value,
    /// The fact as HTML, safe to put into a page.
    html: String,
    /// The fact as plain text.
    text: String,
    /// What it rests on.
    sources: Vec<SourceBody>,
    /// The day on which it was known to be true.
    #[schema(format = Date)]
    as_of: Option<String>,
    /// The day by which somebody must look at it again.
    #[schema(format = Date)]
    review_by: Option<String>,
}

/// Where a report or a fact comes from.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Source)]
pub(super) struct SourceBody {
    /// The outlet, agency, document or person.
    name: String,
    /// Where it can be read.
    url: Option<String>,
    /// What it contributed.
    #[schema(value_type = shapes::SourceRole)]
    role: &'static str,
}

impl Resource for FactBox {
    const PATH: &'static str = "fact-boxes";
    const NAMING: Naming = Naming::PerLanguage;
    const EXAMPLE: &'static str = "coastal-court";
    const FIELDS: &'static [Field] = filter::FACT_BOX;
    const OF_LIST: &'static [&'static [Parameter]] =
        &[FILTERS, &[list::filter("FactBoxFilter")], list::PLACE, SORT, search::PARAMETERS, VIEW];
    const OF_ITEM: &'static [&'static [Parameter]] = &[VIEW];
    type Body = FactBoxBody;

    fn shape(view: &View) -> Shape {
        let translations = view.includes("translations").then(|| Box::new(Shape::bare()));
        Shape { translations, ..Shape::bare().with(crate::domain::Role::Related, Shape::bare()) }
    }

    fn body(edition: &Edition<Self>, view: &View, seen: &Seen<'_>) -> FactBoxBody {
        FactBoxBody::of(edition, view, seen)
    }
}

impl FactBoxBody {
    pub(super) fn of(edition: &Edition<FactBox>, view: &View, seen: &Seen<'_>) -> Self {
        let Edition { id, revision, clocks, embargoed_until, content } = edition;
        let FactBox { locale, slug, title, items, translation_group: _ } = content;
        view.languages.serve(locale);
        let translation = |other: &std::sync::Arc<Edition<FactBox>>| TranslationBody {
            id: other.id.to_string(),
            locale: other.content.locale.to_string(),
            slug: other.content.slug.to_string(),
            title: other.content.title.clone(),
            url: None,
        };
        Self {
            id: id.to_string(),
            type_name: Kind::FactBox.as_str(),
            revision: *revision,
            published_at: clocks.published_at.to_string(),
            embargoed_until: embargoed_until.map(|until| until.to_string()),
            content_updated_at: clocks.content_updated_at.to_string(),
            updated_at: clocks.updated_at.to_string(),
            locale: locale.to_string(),
            slug: slug.to_string(),
            title: title.clone(),
            items: items.iter().map(|fact| FactBody::of(fact, view.links, seen)).collect(),
            translations: view
                .includes("translations")
                .then(|| seen.graph.translations(edition).map(translation).collect()),
        }
    }
}

impl FactBody {
    fn of(fact: &Fact, links: Links, seen: &Seen<'_>) -> Self {
        let Fact { text, sources, as_of, review_by } = fact;
        let resolved = Resolved::new(seen.graph, seen.site).with_links(links);
        Self {
            rich_text: resolved.rich_text(text),
            html: render::html::inline(text, &resolved),
            text: crate::domain::body::plain_text(text),
            sources: sources.iter().map(SourceBody::of).collect(),
            as_of: as_of.map(|day| day.to_string()),
            review_by: review_by.map(|day| day.to_string()),
        }
    }
}

impl SourceBody {
    pub(super) fn of(source: &Source) -> Self {
        let Source { name, url, role } = source;
        Self { name: name.clone(), url: url.clone(), role: role.as_str() }
    }
}
