//! Images at the REST door.

use serde::Serialize;
use utoipa::ToSchema;

use super::resource::{AS_OF, Naming, PERSPECTIVE, Resource, Seen, View, fields};
use super::{list, search};
use crate::domain::image::FocalPoint;
use crate::domain::{Edition, Image, Kind, Shape};
use crate::http::Parameter;
use crate::http::filter::{self, Field};

const FILTERS: &[Parameter] = &filter::parameters::<{ filter::ANY.len() }>(filter::ANY);

const VIEW: &[Parameter] = &[
    AS_OF,
    PERSPECTIVE,
    fields(&[
        "id",
        "type",
        "revision",
        "publishedAt",
        "embargoedUntil",
        "updatedAt",
        "url",
        "width",
        "height",
        "alt",
        "caption",
        "credit",
        "licence",
        "focalPoint",
    ]),
];

/// An image as it is public.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Image)]
pub(super) struct ImageBody {
    /// The id; the same through every door.
    #[schema(format = Uuid)]
    id: String,
    /// Always `image`.
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
    /// Where the picture is. Of one that is stored here it never changes, and its variants are below it.
    url: String,
    /// Width in pixels, when known.
    width: Option<u32>,
    /// Height in pixels, when known.
    height: Option<u32>,
    /// What can be seen; empty for a picture that only decorates.
    alt: String,
    /// What readers should know about it.
    caption: Option<String>,
    /// Whose it is, as printed.
    credit: Option<String>,
    /// An SPDX id or a URL.
    licence: Option<String>,
    /// The point that every crop keeps.
    focal_point: Option<FocalPointBody>,
}

/// A point of a picture, in thousandths of its width and height from the upper left.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FocalPoint)]
struct FocalPointBody {
    /// 0 is the left edge, 1000 the right.
    x: u16,
    /// 0 is the upper edge, 1000 the lower.
    y: u16,
}

impl Resource for Image {
    const PATH: &'static str = "images";
    const NAMING: Naming = Naming::Unnamed;
    const FIELDS: &'static [Field] = filter::ANY;
    const OF_LIST: &'static [&'static [Parameter]] =
        &[FILTERS, &[list::filter("EntryFilter")], list::PLACE, list::SORT, search::PARAMETERS, VIEW];
    const OF_ITEM: &'static [&'static [Parameter]] = &[VIEW];
    type Body = ImageBody;

    fn shape(_view: &View) -> Shape {
        Shape::bare()
    }

    fn body(edition: &Edition<Self>, _view: &View, seen: &Seen<'_>) -> ImageBody {
        let Edition { id, revision, clocks, embargoed_until, content } = edition;
        let url = seen.site.image_url(*id, content);
        let Self { picture: _, width, height, alt, caption, credit, licence, focal_point } = content.clone();
        ImageBody {
            id: id.to_string(),
            type_name: Kind::Image.as_str(),
            revision: *revision,
            published_at: clocks.published_at.to_string(),
            embargoed_until: embargoed_until.map(|until| until.to_string()),
            updated_at: clocks.updated_at.to_string(),
            url,
            width,
            height,
            alt,
            caption,
            credit,
            licence,
            focal_point: focal_point.map(|FocalPoint { x, y }| FocalPointBody { x, y }),
        }
    }
}
