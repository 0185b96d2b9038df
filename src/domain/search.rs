//! Places in lists that are in the order of relevance.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use super::{Error, ErrorCode, Id, Result, Timestamp};

/// A place in a list in the order of relevance. The greatest comes first. It stays valid when the item is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// How well the item fits.
    pub score: u32,
    /// Its first publication: of those that fit equally well the newest comes first.
    pub published_at: Timestamp,
    /// Breaks ties.
    pub id: Id,
}

/// Tells a list from others, so that a cursor of one is refused by another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SearchKey([u8; 8]);

impl SearchKey {
    /// The key of the list that is described so.
    #[must_use]
    pub fn new(description: &str) -> Self {
        let digest = Sha256::digest(description.as_bytes());
        let mut key = [0; 8];
        key.copy_from_slice(&digest[..8]);
        Self(key)
    }
}

/// The version of the opaque form. Cursors of lists by other orders have 1.
const VERSION: u8 = 2;

impl Place {
    /// The opaque form: base64url of a version, the list's key, the score, the moment and the id.
    #[must_use]
    pub fn encode(&self, list: SearchKey) -> String {
        let Self { score, published_at, id } = self;
        let mut bytes = vec![VERSION];
        bytes.extend_from_slice(&list.0);
        bytes.extend_from_slice(&score.to_be_bytes());
        bytes.extend_from_slice(&published_at.micros().to_be_bytes());
        bytes.extend_from_slice(id.uuid().as_bytes());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Reads the opaque form, for the same list that it was made for.
    ///
    /// # Errors
    /// `INVALID_CURSOR` when it is damaged or belongs to another list.
    pub fn decode(text: &str, list: SearchKey) -> Result<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| damaged())?;
        let [VERSION, rest @ ..] = bytes.as_slice() else { return Err(damaged()) };
        let (key, rest) = rest.split_first_chunk::<8>().ok_or_else(damaged)?;
        let (score, rest) = rest.split_first_chunk::<4>().ok_or_else(damaged)?;
        let (micros, rest) = rest.split_first_chunk::<8>().ok_or_else(damaged)?;
        let id: [u8; 16] = rest.try_into().map_err(|_| damaged())?;
        if *key != list.0 {
            let detail = "The cursor belongs to another query, filter or sort order. Begin again without it.";
            return Err(Error::new(ErrorCode::InvalidCursor, detail));
        }
        Ok(Self {
            score: u32::from_be_bytes(*score),
            published_at: Timestamp::from_micros(i64::from_be_bytes(*micros)).ok_or_else(damaged)?,
            id: Id::new(uuid::Uuid::from_bytes(id)),
        })
    }
}

fn damaged() -> Error {
    Error::new(ErrorCode::InvalidCursor, "The cursor is damaged. Use one exactly as an answer gave it.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place() -> Place {
        let published_at = "2026-11-24T12:00:00.123Z".parse().expect("a moment");
        Place { score: 17, published_at, id: "01930b6e-7c1a-7d3e-8f00-5b9c1e2d3a4b".parse().expect("an id") }
    }

    #[test]
    fn a_place_survives_its_opaque_form() {
        let list = SearchKey::new("article harbour");
        assert_eq!(Place::decode(&place().encode(list), list), Ok(place()));
    }

    #[test]
    fn a_cursor_of_another_query_is_refused() {
        let cursor = place().encode(SearchKey::new("article harbour"));
        let error = Place::decode(&cursor, SearchKey::new("article ferry")).expect_err("it is refused");
        assert_eq!(error.code, ErrorCode::InvalidCursor);
        for damaged in ["", "AA", &cursor[1..], &cursor[..cursor.len() - 4]] {
            let error = Place::decode(damaged, SearchKey::new("article harbour")).expect_err("it is refused");
            assert_eq!(error.code, ErrorCode::InvalidCursor);
        }
    }
}
