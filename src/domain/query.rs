//! What a client asks of a list, in the client's words: entries may be named by slug, cursors are still opaque.

use std::fmt;
use std::str::FromStr;

use super::page::{Direction, PageRequest, Total};
use super::{Condition, Error, ErrorCode, Id, Locale, Slug, Sort};

/// An entry as a client names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Reference {
    /// By id.
    Id(Id),
    /// By its address now or formerly: `world`, or `en/harbour-levy` for kinds that exist per language.
    Address(Option<Locale>, Slug),
}

impl FromStr for Reference {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        if let Ok(id) = text.parse() {
            return Ok(Self::Id(id));
        }
        let (locale, slug) = match text.split_once('/') {
            Some((locale, slug)) => (Some(locale.parse()?), slug),
            None => (None, text),
        };
        slug.parse().map(|slug| Self::Address(locale, slug)).map_err(|_| {
            Error::new(
                ErrorCode::InvalidParameter,
                "Must be an id, a slug such as world, or a locale and a slug such as en/harbour-levy.",
            )
        })
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => id.fmt(f),
            Self::Address(Some(locale), slug) => write!(f, "{locale}/{slug}"),
            Self::Address(None, slug) => slug.fmt(f),
        }
    }
}

/// A page of a list, as it is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Query {
    /// All of these must hold. None means everything of the kind.
    pub conditions: Vec<Condition<Reference>>,
    /// The order; the usual one of the list unless it is said.
    pub sort: Option<Sort>,
    /// How many at most.
    pub size: u32,
    /// Towards the end of the list, or towards its beginning.
    pub direction: Direction,
    /// The place to begin behind.
    pub cursor: Option<String>,
    /// Whether the whole list is to be counted.
    pub total: Total,
}

impl Query {
    /// The same list, narrowed by one more condition.
    #[must_use]
    pub fn narrowed(mut self, condition: Condition<Reference>) -> Self {
        self.conditions.push(condition);
        self
    }
}

impl Default for Query {
    fn default() -> Self {
        Self {
            conditions: Vec::new(),
            sort: None,
            size: PageRequest::DEFAULT_SIZE,
            direction: Direction::Forward,
            cursor: None,
            total: Total::None,
        }
    }
}
