//! What must hold of a record, and how its sameness is told.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use crate::domain::record::RecordRevision;
use crate::domain::{Record, Result, Validator};

/// The digest of what only a mention tells: no file that describes the entry has the same.
pub(super) const MENTION: &str = "mention";

/// The key and the notes are texts too.
pub(super) fn check_labels(record: &Record) -> Result<()> {
    let mut v = Validator::new();
    v.text("key", &record.key, 2_000);
    v.each("revisions", &record.revisions, |v, revision| {
        v.optional_text("note", revision.note.as_deref(), 5_000);
    });
    v.finish()
}

/// Equal for records that say the same.
pub(super) fn digest(record: &Record) -> Result<String> {
    let Record { key, id, revisions, aliases, derived } = record;
    if *derived {
        return Ok(MENTION.to_owned());
    }
    let mut hasher = Sha256::new();
    hasher.update(format!("{key}\n{id}\n{aliases:?}\n"));
    for RecordRevision { content, note, public } in revisions {
        let document = crate::document::encode(content)?;
        hasher.update(format!("{public:?}\n{note:?}\n{}\n", document.content));
        hasher.update(document.body.unwrap_or_default());
    }
    Ok(URL_SAFE_NO_PAD.encode(hasher.finalize()))
}
