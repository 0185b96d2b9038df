//! Pages of lists: keyset pagination, so that page 500 costs what page 1 costs and nothing is shown twice or
//! skipped when something is published in between.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use super::edition::Clocks;
use super::filter::Clock;
use super::{Condition, Content, Edition, Error, ErrorCode, Id, Kind, Result, Role, Sort, Timestamp};

/// Which part of a list is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PageRequest {
    /// How many at most; 1 to [`PageRequest::MAX_SIZE`].
    pub size: u32,
    /// Towards the end of the list, or towards its beginning.
    pub direction: Direction,
    /// Begins behind this place in that direction; `None` at the list's end of departure.
    pub cursor: Option<Cursor>,
    /// The order.
    pub sort: Sort,
    /// Whether the whole list is to be counted.
    pub total: Total,
}

impl PageRequest {
    /// The largest page.
    pub const MAX_SIZE: u32 = 100;
    /// The page size when a door lets it out.
    pub const DEFAULT_SIZE: u32 = 20;

    /// The first page of a size in the usual order.
    #[must_use]
    pub const fn first(size: u32) -> Self {
        Self {
            size,
            direction: Direction::Forward,
            cursor: None,
            sort: Sort::PublishedDesc,
            total: Total::None,
        }
    }

    /// Which way the order is gone through: backwards through a descending list is upwards.
    #[must_use]
    pub fn is_descending(&self) -> bool {
        self.sort.is_descending() == (self.direction == Direction::Forward)
    }

    /// Checks a page size. Over the limit is an error, never a silent cut.
    ///
    /// # Errors
    /// `INVALID_PAGE` that names `parameter`.
    pub fn check_size(parameter: &str, size: i64) -> Result<u32> {
        u32::try_from(size).ok().filter(|size| (1..=Self::MAX_SIZE).contains(size)).ok_or_else(|| {
            let detail = format!("{parameter} is {size}; it must be 1 to {}.", Self::MAX_SIZE);
            Error::new(ErrorCode::InvalidPage, detail).at(format!("?{parameter}"))
        })
    }
}

/// Which way a page reaches from its cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// The items after the cursor.
    Forward,
    /// The items before the cursor, still in the order of the list.
    Backward,
}

/// Whether to count the whole list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Total {
    /// Not at all.
    None,
    /// Exactly up to [`Total::ESTIMATE_LIMIT`], a lower bound beyond.
    Estimate,
    /// To the last item; costs time on long lists.
    Exact,
}

impl Total {
    /// Up to here an estimate is exact.
    pub const ESTIMATE_LIMIT: i64 = 1_000;
}

/// How many items a whole list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The number.
    pub count: i64,
    /// Whether it is exact; otherwise there are at least so many.
    pub exact: bool,
}

/// A part of a list, in the order of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// The place of each item.
    pub cursors: Vec<Cursor>,
    /// Whether items follow the last.
    pub has_next: bool,
    /// Whether items precede the first.
    pub has_previous: bool,
    /// The length of the whole list, when it was asked for.
    pub total: Option<Count>,
}

impl<T> Page<T> {
    /// The same page of other items, one for one.
    pub fn map<U>(self, convert: impl FnMut(T) -> U) -> Page<U> {
        let Self { items, cursors, has_next, has_previous, total } = self;
        Page { items: items.into_iter().map(convert).collect(), cursors, has_next, has_previous, total }
    }
}

/// A place in a list: the sort key and the id of an item. It stays valid when the item is gone.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cursor {
    /// The value that the list is sorted by.
    pub key: SortKey,
    /// Breaks ties.
    pub id: Id,
}

/// The value that a list is sorted by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SortKey {
    /// One of the clocks.
    Time(Timestamp),
    /// Title or name.
    Text(String),
    /// How well it fits a search query, and its first publication.
    Score(u32, Timestamp),
}

impl SortKey {
    /// By what an edition stands in an order; `None` when it has no place there.
    #[must_use]
    pub fn of<C: Content>(edition: &Edition<C>, sort: Sort) -> Option<Self> {
        let Clocks { published_at, content_updated_at, updated_at } = edition.clocks;
        let outline = || edition.content.outline();
        let time = match sort.clock() {
            None if sort == Sort::Relevance => return None,
            None => return Some(Self::Text(outline().title)),
            Some(Clock::Published) => Some(published_at),
            Some(Clock::ContentUpdated) => Some(content_updated_at),
            Some(Clock::Updated) => Some(updated_at),
            Some(Clock::Corrected) => outline().corrected_at,
            Some(Clock::Review) => outline().review_by,
        };
        time.map(Self::Time)
    }
}

impl Cursor {
    /// The opaque form: base64url of a version, the list's fingerprint, the id and the key.
    #[must_use]
    pub fn encode(&self, list: ListKey) -> String {
        let mut bytes = vec![VERSION];
        bytes.extend_from_slice(&list.0);
        bytes.extend_from_slice(self.id.uuid().as_bytes());
        match &self.key {
            SortKey::Time(time) => {
                bytes.push(b't');
                bytes.extend_from_slice(&time.micros().to_be_bytes());
            }
            SortKey::Text(text) => {
                bytes.push(b's');
                bytes.extend_from_slice(text.as_bytes());
            }
            SortKey::Score(score, time) => {
                bytes.push(b'r');
                bytes.extend_from_slice(&score.to_be_bytes());
                bytes.extend_from_slice(&time.micros().to_be_bytes());
            }
        }
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Reads the opaque form, for the same list that it was made for.
    ///
    /// # Errors
    /// `INVALID_CURSOR` when it is damaged or belongs to another filter or order.
    pub fn decode(text: &str, list: ListKey) -> Result<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| damaged())?;
        let [VERSION, rest @ ..] = bytes.as_slice() else { return Err(damaged()) };
        let (fingerprint, rest) = rest.split_first_chunk::<8>().ok_or_else(damaged)?;
        if *fingerprint != list.0 {
            return Err(Error::new(
                ErrorCode::InvalidCursor,
                "The cursor belongs to another filter or sort order. Begin again without it.",
            ));
        }
        let (id, rest) = rest.split_first_chunk::<16>().ok_or_else(damaged)?;
        let key = match rest {
            [b't', micros @ ..] => SortKey::Time(time(micros)?),
            [b'r', rest @ ..] => {
                let (score, micros) = rest.split_first_chunk::<4>().ok_or_else(damaged)?;
                SortKey::Score(u32::from_be_bytes(*score), time(micros)?)
            }
            [b's', text @ ..] => SortKey::Text(String::from_utf8(text.to_vec()).map_err(|_| damaged())?),
            _ => return Err(damaged()),
        };
        Ok(Self { key, id: Id::new(uuid::Uuid::from_bytes(*id)) })
    }
}

fn time(micros: &[u8]) -> Result<Timestamp> {
    let micros = micros.try_into().map(i64::from_be_bytes).map_err(|_| damaged())?;
    Timestamp::from_micros(micros).ok_or_else(damaged)
}

const VERSION: u8 = 1;

fn damaged() -> Error {
    Error::new(ErrorCode::InvalidCursor, "The cursor is damaged. Use one exactly as an answer gave it.")
}

/// Identifies a list by its kind, filter and order, so that a cursor of one is refused by another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListKey([u8; 8]);

impl ListKey {
    /// The key of a list. A list below an entry, which refers to it in the role `below`, has the same key below
    /// every entry.
    #[must_use]
    pub fn new(kind: Kind, conditions: &[Condition<Id>], sort: Sort, below: Option<Role>) -> Self {
        let mut conditions: Vec<String> =
            conditions.iter().map(|condition| format!("{condition:?}")).collect();
        conditions.sort_unstable();
        let text = format!("{kind} {conditions:?} {sort} {below:?}");
        let digest = Sha256::digest(text.as_bytes());
        let mut key = [0; 8];
        key.copy_from_slice(&digest[..8]);
        Self(key)
    }
}
