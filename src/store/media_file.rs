//! The files of stored pictures: that they are stored, and what was measured of them.

use diesel::prelude::*;

use super::AnyConnection;
use super::entry::{number, unsigned};
use super::schema::media_files;
use crate::domain::image::{Digest, Format, Measured, StoredFile};
use crate::domain::{Actor, Error, Result, Timestamp};

/// Remembers a file, unless it is known already: who stored it first has stored it.
pub(crate) fn insert(
    connection: &mut AnyConnection,
    measured: &Measured,
    at: Timestamp,
    by: &Actor,
) -> Result<()> {
    let Measured { file: StoredFile { digest, format, bytes }, width, height } = *measured;
    if by_digest(connection, digest)?.is_some() {
        return Ok(());
    }
    let row = vec![
        digest.to_string().into(),
        format.as_str().into(),
        number(width)?.into(),
        number(height)?.into(),
        number(bytes)?.into(),
        at.into(),
        by.to_string().into(),
    ];
    let columns = "media_files (digest, format, width, height, bytes, stored_at, stored_by)";
    Ok(super::statement::insert(connection, columns, vec![row])?)
}

/// A file.
pub(crate) fn by_digest(connection: &mut AnyConnection, digest: Digest) -> Result<Option<Measured>> {
    let row: Option<(String, i32, i32, i32)> = media_files::table
        .find(digest.to_string())
        .select((media_files::format, media_files::width, media_files::height, media_files::bytes))
        .first(connection)
        .optional()?;
    row.map(|(format, width, height, bytes)| {
        let known = Format::parse(&format);
        let format = known.ok_or_else(|| Error::internal(format!("stored format {format}")))?;
        let file = StoredFile { digest, format, bytes: unsigned(bytes)? };
        Ok(Measured { file, width: unsigned(width)?, height: unsigned(height)? })
    })
    .transpose()
}
