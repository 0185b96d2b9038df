//! Resolving: which entry stands at an address of the newsroom's site, where it has gone, or how it left.

use std::sync::Arc;

use super::Context;
use super::graph::Graph;
use super::read::{Read, remember_early};
use super::site::{Page, Site};
use crate::domain::{AsOf, Departure, Error, Id, Kind, Locale, Outcome, Result, Shape, Slug, Timestamp};
use crate::store::slug::Address;
use crate::store::{self, AnyConnection};

/// What an address leads to.
#[derive(Debug)]
pub enum Resolution {
    /// An entry that is visible.
    There(There),
    /// An entry that was.
    Gone {
        /// Its kind. Which one it was is not repeated.
        kind: Kind,
        /// How it left.
        departure: Departure,
        /// When.
        since: Timestamp,
    },
}

/// An entry at an address.
#[derive(Debug)]
pub struct There {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// The number of the revision that is visible.
    pub revision: u32,
    /// Its address now.
    pub url: String,
    /// Since when, if that is not the address that was asked for.
    pub moved_at: Option<Timestamp>,
    /// What was loaded along; the entry itself too.
    pub graph: Arc<Graph>,
}

impl Resolution {
    /// In a word.
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        match self {
            Self::There(There { moved_at: None, .. }) => Outcome::Found,
            Self::There(There { moved_at: Some(_), .. }) => Outcome::Moved,
            Self::Gone { .. } => Outcome::Gone,
        }
    }
}

impl There {
    /// The address without scheme and host, for routers.
    #[must_use]
    pub fn path(&self) -> String {
        url::Url::parse(&self.url).map_or_else(|_| self.url.clone(), |url| url.path().to_owned())
    }
}

/// What an address of the site leads to: see [`Site::pages_at`] for how it may be written. Each kind of entry is loaded in
/// its shape. Where an address can mean several pages, what is visible goes before what is gone.
///
/// # Errors
/// `NOT_FOUND` when nothing stands there or ever did in public, `INVALID_PARAMETER` for what is no address.
pub async fn resolve(
    context: &Context,
    as_of: AsOf,
    address: &str,
    shapes: Vec<(Kind, Shape)>,
) -> Result<Resolution> {
    let pages = context.app.site.pages_at(address)?;
    let search = Search { read: Read::of(context, as_of), site: context.app.site.clone(), shapes };
    let found = context.app.store.read(move |c| search.first(c, &pages)).await?;
    if let Some(Resolution::There(there)) = &found {
        remember_early(context, &there.graph).await?;
    }
    found.ok_or_else(|| Error::not_found("page at this address"))
}

struct Search {
    read: Read,
    site: Arc<Site>,
    shapes: Vec<(Kind, Shape)>,
}

impl Search {
    fn first(&self, connection: &mut AnyConnection, pages: &[Page]) -> Result<Option<Resolution>> {
        let mut gone = None;
        for page in pages {
            for address in self.addresses(connection, page)? {
                match self.at(connection, page, &address)? {
                    Some(there @ Resolution::There(_)) => return Ok(Some(there)),
                    other => gone = gone.or(other),
                }
            }
        }
        Ok(gone)
    }

    /// The names that a page can mean. Where the address of an article names no language, those of the site come first.
    fn addresses(&self, connection: &mut AnyConnection, page: &Page) -> Result<Vec<Address>> {
        let Page { kind, locale, slug } = page;
        let Ok(slug) = slug.parse::<Slug>() else { return Ok(Vec::new()) };
        let locales = match (kind, locale) {
            (Kind::Article, Some(locale)) => vec![Some(locale.clone())],
            (Kind::Article, None) => {
                let mut locales = store::slug::locales(connection, *kind, &slug)?;
                locales.sort_by_key(|locale| self.rank(locale));
                locales.into_iter().map(Some).collect()
            }
            _ => vec![None],
        };
        Ok(locales.into_iter().map(|locale| Address { kind: *kind, locale, slug: slug.clone() }).collect())
    }

    fn rank(&self, locale: &Locale) -> usize {
        let locales = &self.site.locales;
        locales.iter().position(|known| known == locale).unwrap_or(locales.len())
    }

    fn at(
        &self,
        connection: &mut AnyConnection,
        page: &Page,
        address: &Address,
    ) -> Result<Option<Resolution>> {
        let Some(id) = self.read.owner(connection, address)? else { return Ok(None) };
        match self.there(connection, page, address, id)? {
            Some(there) => Ok(Some(Resolution::There(there))),
            None => self.gone(connection, address.kind, id),
        }
    }

    fn there(
        &self,
        connection: &mut AnyConnection,
        page: &Page,
        address: &Address,
        id: Id,
    ) -> Result<Option<There>> {
        let kind = address.kind;
        let shape = self.shapes.iter().find(|(known, _)| *known == kind).map(|(_, shape)| shape);
        let mut graph = Graph::new(self.read.as_of, self.read.now);
        graph.load(connection, kind, &[id], shape.is_some_and(|shape| shape.body))?;
        let Some((revision, outline)) = graph.any(id).map(super::graph::AnyEdition::outline) else {
            return Ok(None);
        };
        let slug = outline.slug.unwrap_or_else(|| address.slug.clone());
        let is_elsewhere = slug != address.slug || outline.locale != address.locale;
        let moved_at = if is_elsewhere {
            let as_of = self.read.as_of;
            let since = store::edition::shown_since(connection, as_of, id, &slug, outline.locale.as_ref())?;
            // What the desk sees there may never have been public there.
            Some(since.unwrap_or(self.read.now))
        } else {
            None
        };
        let locale = outline.locale.as_ref().or(page.locale.as_ref());
        let url = self.site.page_url(kind, locale, slug.as_str()).unwrap_or_default();
        if let Some(shape) = shape {
            graph.fill(connection, &[id], shape)?;
        }
        Ok(Some(There { kind, id, revision, url, moved_at, graph: Arc::new(graph) }))
    }

    fn gone(&self, connection: &mut AnyConnection, kind: Kind, id: Id) -> Result<Option<Resolution>> {
        let Some(departure) = self.read.departure(connection, kind, id)? else { return Ok(None) };
        let killed_at =
            store::entry::by_ids(connection, &[id])?.remove(&id).and_then(|entry| entry.killed_at);
        let since = match departure {
            Departure::Killed => killed_at,
            Departure::Withdrawn => store::edition::ended_at(connection, self.read.as_of, id)?,
        };
        let since = match since {
            Some(since) => since,
            // Taken back under embargo: it was decided, though it never ended in public.
            None => store::change::latest_decision(connection, id)?.map_or(self.read.now, |change| change.at),
        };
        Ok(Some(Resolution::Gone { kind, departure, since }))
    }
}
