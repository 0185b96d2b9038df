//! The identity of an entry. Opaque to clients, ordered by creation.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

use super::{Error, ErrorCode, Kind};

/// The id of an entry: a UUID, version 7 where Dateline made it (RFC 9562), written in lower case with hyphens.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Uuid);

impl Id {
    /// Wraps a UUID of any version: ids that come in by import are kept as they are.
    #[must_use]
    pub const fn new(uuid: Uuid) -> Self {
        Self(uuid)
    }

    /// The id of an entry that came in under a key of its own: version 5, so that it is the same on every
    /// machine and whenever it comes in again.
    #[must_use]
    pub fn of_key(kind: Kind, key: &str) -> Self {
        Self(Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("dateline:{kind}:{key}").as_bytes()))
    }

    /// Reads a reference: an id as it is, anything else as the key of an entry of `kind`.
    #[must_use]
    pub fn of_reference(kind: Kind, reference: &str) -> Self {
        reference.parse().unwrap_or_else(|_| Self::of_key(kind, reference))
    }

    /// What stands for a source in indexes: the same for a name in upper and lower case, however it is spaced.
    #[must_use]
    pub fn of_source(name: &str) -> Self {
        let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
        let name = format!("dateline:source:{}", words.join(" "));
        Self(Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()))
    }

    /// The id of a translation group that came in under a name.
    #[must_use]
    pub fn of_translation_group(reference: &str) -> Self {
        let name =
            || Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("dateline:translations:{reference}").as_bytes());
        reference.parse().unwrap_or_else(|_| Self(name()))
    }

    /// The UUID itself.
    #[must_use]
    pub const fn uuid(self) -> Uuid {
        self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Id {
    type Err = Error;

    /// Accepts the hyphenated form only, so that one id has one spelling.
    fn from_str(text: &str) -> Result<Self, Error> {
        let hyphenated = text.len() == uuid::fmt::Hyphenated::LENGTH;
        match Uuid::try_parse(text) {
            Ok(uuid) if hyphenated => Ok(Self(uuid)),
            _ => Err(Error::new(
                ErrorCode::InvalidId,
                "An id is a UUID such as 01930b6e-7c1a-7d3e-8f00-5b9c1e2d3a4b.",
            )),
        }
    }
}
