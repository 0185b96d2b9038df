//! The audit: every write, and every attempt that was denied.

use std::net::IpAddr;

use super::{Actor, Id, Kind, Timestamp};

/// What was done, or attempted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What.
    pub action: String,
    /// Whether it was done; else it was denied.
    pub done: bool,
    /// To which entry.
    pub entry: Option<(Kind, Id)>,
    /// Its newest revision before.
    pub before: Option<u32>,
    /// And after.
    pub after: Option<u32>,
    /// Why, in the words of whoever did it.
    pub note: Option<String>,
}

impl Record {
    /// Something that was done.
    #[must_use]
    pub fn of(action: &str, note: Option<String>) -> Self {
        Self { action: action.to_owned(), done: true, entry: None, before: None, after: None, note }
    }

    /// Something that was denied.
    #[must_use]
    pub fn denied(action: &str, entry: Option<(Kind, Id)>) -> Self {
        Self { done: false, entry, ..Self::of(action, None) }
    }
}

/// A record in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// Its place in the audit.
    pub sequence: i64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// From where.
    pub address: Option<IpAddr>,
    /// What.
    pub record: Record,
}
