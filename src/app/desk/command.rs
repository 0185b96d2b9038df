//! Commands: what can be done to an entry, and the scope that each needs.

use crate::document::Json;
use crate::domain::entry::Version;
use crate::domain::image::Measured;
use crate::domain::{Id, Kind, Scope, Timestamp};

/// Something to be done to an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Command {
    /// The kind of the entry.
    pub kind: Kind,
    /// The entry; of a new one the id that it shall get, if the client chose one.
    pub id: Option<Id>,
    /// What whoever asks has seen. Every change must name it.
    pub expected: Option<Version>,
    /// Why, in the words of whoever asks.
    pub note: Option<String>,
    /// What.
    pub action: Action,
}

/// What can be done to an entry. Documents are JSON as `document` reads it.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Make it, with this document.
    Create(Json),
    /// Save a new revision: the newest, changed by this JSON Merge Patch (RFC 7396).
    Save(Json),
    /// Make an image of a file that is kept, with what is said of it.
    Upload {
        /// The file.
        measured: Measured,
        /// The document, without what the file says.
        document: Json,
    },
    /// Save a new revision of an image, with another file that is kept.
    ReplaceFile {
        /// The file.
        measured: Measured,
        /// What else changes, a JSON Merge Patch.
        patch: Json,
    },
    /// Hand the newest revision to whoever publishes.
    Submit,
    /// Make a revision public, now or at a time.
    Publish(Release),
    /// Change a published article, say to its readers what was wrong, and publish it now.
    Correct {
        /// The change, a JSON Merge Patch.
        patch: Json,
        /// What was wrong: `kind`, `text`, `blockKey`.
        correction: Json,
    },
    /// End what is public, now or at a time, and cancel what is planned for later.
    Withdraw(Option<Timestamp>),
    /// Take it down for legal reasons, with its whole history.
    Kill,
    /// Save an old revision as a new one.
    Restore(u32),
    /// Put it away, or fetch it back.
    Archive(bool),
}

/// What is to be published, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Release {
    /// The revision; `None` takes the newest.
    pub revision: Option<u32>,
    /// The first public moment; `None` means now. Nothing can be published into the past.
    pub from: Option<Timestamp>,
    /// The first moment after, when the end is known.
    pub until: Option<Timestamp>,
    /// Whether readers should be told of the change.
    pub material: bool,
    /// Whether partners may read it before. Needs a moment that has not come.
    pub embargo: bool,
}

impl Default for Release {
    /// The newest revision, now, for good.
    fn default() -> Self {
        Self { revision: None, from: None, until: None, material: true, embargo: false }
    }
}

impl Action {
    /// What it is called in the audit.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Create(_) => "create",
            Self::Save(_) => "save",
            Self::Upload { .. } => "upload",
            Self::ReplaceFile { .. } => "replace file",
            Self::Submit => "submit",
            Self::Publish(_) => "publish",
            Self::Correct { .. } => "correct",
            Self::Withdraw(_) => "withdraw",
            Self::Kill => "kill",
            Self::Restore(_) => "restore",
            Self::Archive(true) => "archive",
            Self::Archive(false) => "unarchive",
        }
    }

    /// Whether it must be made to the latest decision, too. Writing goes on whatever was decided, and nobody who must
    /// take something down is told to read first what others did to it.
    #[must_use]
    pub const fn minds_decisions(&self) -> bool {
        match self {
            Self::Publish(_) | Self::Correct { .. } | Self::Withdraw(_) | Self::Archive(_) => true,
            Self::Create(_)
            | Self::Upload { .. }
            | Self::Save(_)
            | Self::ReplaceFile { .. }
            | Self::Submit
            | Self::Restore(_)
            | Self::Kill => false,
        }
    }

    /// The scope that it needs.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        match self {
            Self::Create(_)
            | Self::Save(_)
            | Self::Upload { .. }
            | Self::ReplaceFile { .. }
            | Self::Submit
            | Self::Restore(_)
            | Self::Archive(_) => Scope::Write,
            Self::Publish(_) | Self::Correct { .. } | Self::Withdraw(_) => Scope::Publish,
            Self::Kill => Scope::Kill,
        }
    }
}
