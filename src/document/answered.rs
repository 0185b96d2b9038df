//! Entries as they were answered to a write, so that the same request can be answered again. Their content is that of the
//! revision, which never changes, and is not repeated.

use serde::{Deserialize, Serialize};

use super::{from_text, to_text};
use crate::domain::timeline::Publication;
use crate::domain::{Entry, Error, Id, Kind, Result, State, Timestamp};

/// An entry as it was, without its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// Its newest revision then.
    pub revision: u32,
    /// See [`Entry::state`].
    pub state: State,
    /// See [`Entry::decision`].
    pub decision: i64,
    /// See [`Entry::submitted`].
    pub submitted: Option<u32>,
    /// See [`Entry::timeline`].
    pub timeline: Vec<Publication>,
}

#[derive(Debug, Serialize, Deserialize)]
struct AnsweredDocument {
    kind: String,
    id: String,
    revision: u32,
    state: String,
    decision: i64,
    submitted: Option<u32>,
    timeline: Vec<PublicationDocument>,
}

#[derive(Debug, Serialize, Deserialize)]
struct PublicationDocument {
    revision: u32,
    from: String,
    until: Option<String>,
    material: bool,
    embargo: bool,
}

/// Writes down what was answered.
pub fn remember(entries: &[Entry]) -> Result<String> {
    to_text(&entries.iter().map(AnsweredDocument::of).collect::<Vec<_>>())
}

/// Reads it again.
pub fn recall(text: &str) -> Result<Vec<Answered>> {
    from_text::<Vec<AnsweredDocument>>(text)?.into_iter().map(AnsweredDocument::read).collect()
}

impl AnsweredDocument {
    fn of(entry: &Entry) -> Self {
        let Entry { kind, state, decision, submitted, timeline, revision } = entry;
        Self {
            kind: kind.to_string(),
            id: revision.id.to_string(),
            revision: revision.number,
            state: state.to_string(),
            decision: *decision,
            submitted: *submitted,
            timeline: timeline.iter().map(PublicationDocument::of).collect(),
        }
    }

    fn read(self) -> Result<Answered> {
        let Self { kind, id, revision, state, decision, submitted, timeline } = self;
        let unknown = || Error::internal("a remembered answer cannot be read");
        Ok(Answered {
            kind: Kind::parse(&kind).ok_or_else(unknown)?,
            id: id.parse()?,
            revision,
            state: State::parse(&state).ok_or_else(unknown)?,
            decision,
            submitted,
            timeline: timeline.into_iter().map(PublicationDocument::read).collect::<Result<_>>()?,
        })
    }
}

impl PublicationDocument {
    fn of(publication: &Publication) -> Self {
        let Publication { revision, from, until, material, embargo } = publication;
        let until = until.map(|until| until.to_string());
        Self { revision: *revision, from: from.to_string(), until, material: *material, embargo: *embargo }
    }

    fn read(self) -> Result<Publication> {
        let Self { revision, from, until, material, embargo } = self;
        let until: Option<Timestamp> = until.map(|until| until.parse()).transpose()?;
        Ok(Publication { revision, from: from.parse()?, until, material, embargo })
    }
}
