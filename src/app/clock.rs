//! Time and ids, which only come from here, so that tests can set them.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use crate::domain::{Id, Timestamp};

/// What time it is.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A clock that stands until it is set, in microseconds since 1970.
    Manual(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `moment`.
    #[must_use]
    pub fn standing_at(moment: Timestamp) -> Self {
        Self::Manual(Arc::new(AtomicI64::new(moment.micros())))
    }

    /// The present.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        match self {
            #[expect(clippy::disallowed_methods, reason = "this is where time comes from")]
            Self::System => Timestamp::new(chrono::Utc::now()),
            Self::Manual(micros) => Timestamp::from_micros(micros.load(Ordering::SeqCst))
                .unwrap_or_else(|| Timestamp::new(chrono::DateTime::UNIX_EPOCH)),
        }
    }

    /// Moves a manual clock; the machine's cannot be moved.
    pub fn set(&self, moment: Timestamp) {
        if let Self::Manual(micros) = self {
            micros.store(moment.micros(), Ordering::SeqCst);
        }
    }
}

/// Where new ids come from.
#[derive(Clone, Debug)]
pub enum Ids {
    /// Version 7 UUIDs: ordered by time, unguessable.
    Random,
    /// 1, 2, 3, …
    Counting(Arc<AtomicU64>),
}

impl Ids {
    /// A new id.
    #[must_use]
    pub fn next(&self) -> Id {
        match self {
            #[expect(clippy::disallowed_methods, reason = "this is where ids come from")]
            Self::Random => Id::new(uuid::Uuid::now_v7()),
            Self::Counting(count) => {
                Id::new(uuid::Uuid::from_u128(u128::from(count.fetch_add(1, Ordering::SeqCst) + 1)))
            }
        }
    }
}
