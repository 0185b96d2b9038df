//! Formats in: readers that turn files of other systems into [`Record`]s.
//!
//! A reader touches the file system and nothing else. It knows no database: [`Intake`] gives the records to `app`,
//! which writes them, gives colliding slugs a number and says what was new. Nothing here fetches anything, and whatever a file holds
//! is taken as hostile. `docs/import.md` says what becomes of what.
//!
//! | format | files | reader |
//! |---|---|---|
//! | Markdown trees with front matter (Hugo, Jekyll, Eleventy) | `.md`, `.markdown`, `data/images/*.yml` | `site` |
//! | plain text of a news page | `.txt` | `page` |
//! | Dateline NDJSON | `.ndjson`, `.jsonl` | [`ndjson`], line by line |

mod ahead;
mod file;
mod find;
mod intake;
mod moment;
pub mod ndjson;
mod oddity;
mod page;
mod plain;
mod reader;
mod records;
mod report;
mod site;

pub use ahead::each_ahead;
pub use file::MAX_BYTES;
pub use intake::Intake;
pub use oddity::Oddities;
pub use reader::Reader;
pub use report::{Counts, FileReport, Report};

use crate::domain::{Locale, Record, Timestamp};

/// Which format files are taken for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Whatever the ending of each file's name says.
    #[default]
    Auto,
    /// Markdown with front matter; of folders, only files of that ending.
    Markdown,
    /// Plain text of a news page; of folders, only files of that ending.
    Text,
    /// Dateline NDJSON; of folders, only files of that ending.
    Ndjson,
}

/// What the files do not say.
#[derive(Clone, Debug)]
pub struct Options {
    /// What files are taken for.
    pub format: Format,
    /// The language of texts that do not state theirs. Plain text in Ukrainian is recognised as `uk`.
    pub locale: Locale,
    /// Keeps articles public beyond their expiry date; otherwise they are withdrawn on it.
    pub keep_expired: bool,
    /// Where pictures and files lie that are named without an address.
    pub media_base: url::Url,
    /// When a page of plain text without a date is public; `None` leaves it a draft.
    pub date: Option<Timestamp>,
}

impl Options {
    /// An address that leads nowhere, for imports whose pictures have none.
    pub const DEFAULT_MEDIA_BASE: &str = "https://images.example.org/";

    /// Files by their ending, expired articles withdrawn, undated pages left as drafts.
    #[must_use]
    pub const fn new(locale: Locale, media_base: url::Url) -> Self {
        Self { format: Format::Auto, locale, keep_expired: false, media_base, date: None }
    }
}

/// What one file gave.
#[derive(Clone, Debug)]
pub struct ReadFile {
    /// The file, as a path that its user can open.
    pub path: String,
    /// Its records, those first that others refer to. Or why there are none: a sentence, with line and column
    /// where there are any.
    pub outcome: Result<Vec<Record>, String>,
    /// What was noticed on the way.
    pub oddities: Oddities,
}
