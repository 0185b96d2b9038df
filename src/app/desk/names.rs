//! What texts and documents of a write refer to: entries by id or by slug, articles by their address on the site.

use std::collections::{HashMap, HashSet};

use crate::app::Site;
use crate::domain::{AnyContent, Error, FieldError, Id, Kind, Locale, Result};
use crate::parse::Recognize;
use crate::store::slug::Address;
use crate::store::{self, AnyConnection};

/// Looks entries up while a document is read.
pub(super) struct Names<'a> {
    pub(super) connection: &'a mut AnyConnection,
    site: &'a Site,
    /// The language that a slug alone is meant in.
    locale: Option<Locale>,
    known: HashSet<(Kind, Id)>,
    called: HashMap<(Kind, String), Option<Id>>,
    /// Pictures in a text that are no entries.
    pub(super) strange: Vec<FieldError>,
    /// The first failure of the database.
    pub(super) failure: Option<Error>,
}

impl<'a> Names<'a> {
    /// `locale` is the language of what is written.
    pub(super) fn new(connection: &'a mut AnyConnection, site: &'a Site, locale: Option<Locale>) -> Self {
        Self {
            connection,
            site,
            locale,
            known: HashSet::new(),
            called: HashMap::new(),
            strange: Vec::new(),
            failure: None,
        }
    }

    /// What an earlier revision refers to need not be looked up again.
    pub(super) fn knowing(mut self, content: &AnyContent) -> Self {
        self.known.extend(content.links().iter().map(|link| (link.role.target(), link.target)));
        self
    }

    fn find(&mut self, kind: Kind, reference: &str) -> Result<Option<Id>> {
        let id = match reference.parse::<Id>() {
            Ok(id) if self.known.contains(&(kind, id)) => return Ok(Some(id)),
            Ok(id) => Some(id),
            Err(_) => self.owner(kind, reference)?,
        };
        let Some(id) = id else { return Ok(None) };
        let entry = store::entry::by_ids(self.connection, &[id])?.remove(&id);
        Ok(entry.filter(|entry| entry.kind == kind && entry.killed_at.is_none()).map(|entry| entry.id))
    }

    /// The entry that has a slug, with its language before it or in the language of what is written.
    fn owner(&mut self, kind: Kind, reference: &str) -> Result<Option<Id>> {
        let per_language = matches!(kind, Kind::Article | Kind::FactBox);
        let (locale, slug) = match reference.split_once('/') {
            Some((locale, slug)) if per_language => (locale.parse().ok(), slug),
            Some(_) => return Ok(None),
            None => (self.locale.clone().filter(|_| per_language), reference),
        };
        match slug.parse() {
            Ok(slug) if locale.is_some() == per_language => {
                store::slug::owner(self.connection, &Address { kind, locale, slug })
            }
            _ => Ok(None),
        }
    }
}

impl Recognize for Names<'_> {
    /// A picture in a text is an image entry: by its id, by the address of its file here, or by the address under which
    /// it came in.
    fn image(&mut self, src: &str, _alt: &str, _title: Option<&str>) -> Option<Id> {
        let by_key = Id::of_key(Kind::Image, src).to_string();
        let stored = self.site.image_at(src).and_then(|id| self.entry(Kind::Image, &id.to_string()));
        let found =
            stored.or_else(|| self.entry(Kind::Image, src)).or_else(|| self.entry(Kind::Image, &by_key));
        if found.is_none() {
            let detail = format!("There is no image {src}. Create it first, and name it by its id.");
            self.strange.push(FieldError { pointer: "/body".to_owned(), detail });
        }
        found
    }

    fn article(&mut self, href: &str) -> Option<Id> {
        let (locale, slug) = self.site.article_at(href)?;
        self.entry(Kind::Article, &format!("{locale}/{slug}"))
    }

    fn entry(&mut self, kind: Kind, reference: &str) -> Option<Id> {
        let key = (kind, reference.to_owned());
        if let Some(found) = self.called.get(&key) {
            return *found;
        }
        let found = self.find(kind, reference).unwrap_or_else(|error| {
            self.failure.get_or_insert(error);
            None
        });
        self.called.insert(key, found);
        found
    }
}
