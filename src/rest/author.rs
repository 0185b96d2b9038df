//! Authors at the REST door.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::below::{self, ArticlesBody};
use super::image::ImageBody;
use super::relation::{self, LocalizedText, RelatedImage, Relation};
use super::resource::{AS_OF, LOCALE, Naming, PERSPECTIVE, Resource, Seen, View, fields};
use super::{list, search};
use crate::domain::{Author, Edition, Image, Kind, Role, Shape};
use crate::http::filter::{self, Field};
use crate::http::{Form, Parameter};

const FILTERS: &[Parameter] = &filter::parameters::<{ filter::ANY.len() }>(filter::ANY);

const VIEW: &[Parameter] = &[
    AS_OF,
    PERSPECTIVE,
    LOCALE,
    Parameter {
        name: "include",
        form: Form::SomeOf(&["image", "articles"]),
        doc: "The portrait whole instead of by id; the latest articles and their number.",
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
        "bio",
        "bios",
        "image",
        "links",
        "articles",
    ]),
];

/// An author as they are public.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Author)]
pub(super) struct AuthorBody {
    /// The id; the same through every door.
    #[schema(format = Uuid)]
    id: String,
    /// Always `author`.
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
    /// A short biography in the language asked for, or the nearest.
    bio: Option<LocalizedText>,
    /// The biography in all languages.
    bios: BTreeMap<String, String>,
    /// The portrait.
    #[schema(value_type = Option<RelatedImage>)]
    image: Option<Relation<ImageBody>>,
    /// Pages about the author elsewhere.
    links: Vec<String>,
    /// The articles credited to the author, in any role; only when included.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    articles: Option<ArticlesBody>,
}

impl Resource for Author {
    const PATH: &'static str = "authors";
    const NAMING: Naming = Naming::Once;
    const EXAMPLE: &'static str = "tobias-renn";
    const FIELDS: &'static [Field] = filter::ANY;
    const OF_LIST: &'static [&'static [Parameter]] =
        &[FILTERS, &[list::filter("EntryFilter")], list::PLACE, list::SORT, search::PARAMETERS, VIEW];
    const OF_ITEM: &'static [&'static [Parameter]] = &[VIEW];
    type Body = AuthorBody;

    fn shape(view: &View) -> Shape {
        let shape = below::with_articles(Shape::with_references(), Role::Byline, view);
        if view.includes("image") { shape.with(Role::LeadImage, Shape::bare()) } else { shape }
    }

    fn body(edition: &Edition<Self>, view: &View, seen: &Seen<'_>) -> AuthorBody {
        let Edition { id, revision, clocks, embargoed_until, content } = edition;
        // The e-mail address is for the desk only.
        let Self { slug, name, bio, image, links, email: _ } = content;
        AuthorBody {
            id: id.to_string(),
            type_name: Kind::Author.as_str(),
            revision: *revision,
            published_at: clocks.published_at.to_string(),
            embargoed_until: embargoed_until.map(|until| until.to_string()),
            updated_at: clocks.updated_at.to_string(),
            slug: slug.to_string(),
            name: relation::pick(name, view),
            names: relation::all(name),
            bio: relation::pick(bio, view),
            bios: relation::all(bio),
            image: image.and_then(|id| relation::one::<Image>(id, "image", view, seen)),
            links: links.clone(),
            articles: below::articles(*id, Role::Byline, view, seen),
        }
    }
}
