//! Images at the GraphQL door.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::connection::connection;
use super::scalar::DateTime;
use crate::app::{App, Graph};
use crate::domain::{self, Edition};

/// A picture, as it is public.
#[derive(Clone, Debug)]
pub(super) struct Image {
    edition: Arc<Edition<domain::Image>>,
}

impl Image {
    pub(super) fn new(edition: Arc<Edition<domain::Image>>, _graph: Arc<Graph>) -> Self {
        Self { edition }
    }
}

connection!(ImageConnection, ImageEdge, Image, domain::Image, "images");

/// A picture with what must be said about it.
#[Object]
impl Image {
    /// The id; the same through every door.
    pub(super) async fn id(&self) -> ID {
        self.edition.id.to_string().into()
    }

    /// The number of the revision shown.
    async fn revision(&self) -> u32 {
        self.edition.revision
    }

    /// The first public moment; never changes. Of what never was public: the planned one, or when it was made.
    async fn published_at(&self) -> DateTime {
        DateTime(self.edition.clocks.published_at)
    }

    /// Until when it is under embargo; only for partners who read it before.
    async fn embargoed_until(&self) -> Option<DateTime> {
        self.edition.embargoed_until.map(DateTime)
    }

    /// When anything changed.
    async fn updated_at(&self) -> DateTime {
        DateTime(self.edition.clocks.updated_at)
    }

    /// Where the picture is. Of one that is stored here it never changes, and its variants are below it.
    async fn url(&self, context: &Context<'_>) -> Result<String> {
        Ok(context.data::<App>()?.site().image_url(self.edition.id, &self.edition.content))
    }

    /// Width in pixels, when known.
    async fn width(&self) -> Option<u32> {
        self.edition.content.width
    }

    /// Height in pixels, when known.
    async fn height(&self) -> Option<u32> {
        self.edition.content.height
    }

    /// What can be seen; empty for a picture that only decorates.
    async fn alt(&self) -> &str {
        &self.edition.content.alt
    }

    /// What readers should know about it.
    async fn caption(&self) -> Option<&str> {
        self.edition.content.caption.as_deref()
    }

    /// Whose it is, as printed.
    async fn credit(&self) -> Option<&str> {
        self.edition.content.credit.as_deref()
    }

    /// An SPDX id or a URL.
    async fn licence(&self) -> Option<&str> {
        self.edition.content.licence.as_deref()
    }

    /// The point that every crop keeps.
    async fn focal_point(&self) -> Option<FocalPoint> {
        let domain::image::FocalPoint { x, y } = self.edition.content.focal_point?;
        Some(FocalPoint { x, y })
    }
}

/// A point of a picture, in thousandths of its width and height from the upper left.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct FocalPoint {
    /// 0 is the left edge, 1000 the right.
    x: u16,
    /// 0 is the upper edge, 1000 the lower.
    y: u16,
}
