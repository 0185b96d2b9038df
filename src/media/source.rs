//! Bytes that are given out piece by piece: a slow reader holds one piece of a picture in memory, never all of it.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::ops::Range;
use std::sync::Arc;

use super::Storage;
use crate::domain::image::StoredFile;
use crate::domain::{Error, Result};

/// The most bytes of one piece.
pub const PIECE: u64 = 256 << 10;

/// Where the bytes of an answer come from. Cheap to clone.
#[derive(Clone, Debug)]
pub enum Source {
    /// A file that is kept.
    Stored(Storage, StoredFile),
    /// Something made, small enough to be held.
    Held(Arc<[u8]>),
    /// Something made that is not: in a file without a name, which is gone with its last reader.
    Spooled(Arc<File>, u64),
}

impl Source {
    /// Takes what was made.
    ///
    /// # Errors
    /// `INTERNAL` when there is no room for a temporary file.
    pub fn made(bytes: Vec<u8>) -> Result<Self> {
        let length = bytes.len() as u64;
        if length <= PIECE {
            return Ok(Self::Held(bytes.into()));
        }
        let mut file = tempfile::tempfile().map_err(Error::internal)?;
        file.write_all(&bytes).map_err(Error::internal)?;
        Ok(Self::Spooled(Arc::new(file), length))
    }

    /// How many bytes there are.
    #[must_use]
    pub fn length(&self) -> u64 {
        match self {
            Self::Stored(_, file) => u64::from(file.bytes),
            Self::Held(bytes) => bytes.len() as u64,
            Self::Spooled(_, length) => *length,
        }
    }

    /// The bytes of a range that lies inside. Blocks.
    ///
    /// # Errors
    /// `UNAVAILABLE` when they cannot be read now; `INTERNAL` when they are gone.
    pub fn read(&self, range: Range<u64>) -> Result<Vec<u8>> {
        match self {
            Self::Stored(storage, file) => storage.read(file, range),
            Self::Held(bytes) => {
                let index = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
                let part = bytes.get(index(range.start)..index(range.end));
                part.map(<[u8]>::to_vec).ok_or_else(|| Error::internal("a range lies outside"))
            }
            Self::Spooled(file, _) => read_part(file, range).map_err(Error::internal),
        }
    }
}

/// The bytes of a range of a file. The file's own position is moved: it has one reader.
pub(super) fn read_part(mut file: &File, range: Range<u64>) -> std::io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(range.start))?;
    let length = range.end.saturating_sub(range.start);
    let mut bytes = vec![0; usize::try_from(length).unwrap_or(usize::MAX)];
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_is_read_in_parts_whether_it_is_held_or_spooled() {
        for length in [PIECE, PIECE + 1] {
            let bytes: Vec<u8> = (0..length).map(|index| (index % 251) as u8).collect();
            let source = Source::made(bytes.clone()).unwrap();
            assert_eq!(matches!(source, Source::Held(_)), length == PIECE);
            assert_eq!(source.length(), length);
            assert_eq!(source.read(0..0).unwrap(), b"");
            assert_eq!(source.read(length - 3..length).unwrap(), bytes[bytes.len() - 3..]);
            assert_eq!(source.read(100..200).unwrap(), bytes[100..200]);
            assert!(source.read(length..length + 1).is_err());
        }
    }
}
