//! Where files are kept: in a folder, or in an S3-compatible store. They are named by the digest of their bytes, so no
//! name comes from outside, and a file that is there need not be written again.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::s3::{Keys, S3};
use super::source::read_part;
use crate::domain::image::StoredFile;
use crate::domain::{Error, ErrorCode, Result};

/// Where files are kept.
#[derive(Clone, Debug)]
pub enum Storage {
    /// Below a folder.
    Disk(PathBuf),
    /// In a bucket.
    S3(Box<S3>),
}

impl Storage {
    /// Reads `file://path` or `s3://bucket/prefix?endpoint=…&region=…`.
    ///
    /// # Errors
    /// What would be right, as the end of a sentence.
    pub fn parse(url: &str, keys: Keys) -> Result<Self, String> {
        match url.split_once("://") {
            Some(("file", path)) if !path.is_empty() => Ok(Self::Disk(path.into())),
            Some(("s3", _)) => S3::parse(url, keys).map(|s3| Self::S3(Box::new(s3))),
            _ => Err("must be file://PATH or s3://BUCKET/PREFIX?endpoint=URL&region=NAME".to_owned()),
        }
    }

    /// Keeps a file.
    ///
    /// # Errors
    /// `UNAVAILABLE` when it cannot be kept now.
    pub fn put(&self, file: &StoredFile, bytes: &[u8]) -> Result<()> {
        let kept = match self {
            Self::Disk(folder) => write(&folder.join(path(file)), bytes).map_err(|error| error.to_string()),
            Self::S3(s3) => s3.put(&path(file), file.format.media_type(), bytes),
        };
        kept.map_err(|cause| unavailable(&cause))
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// `UNAVAILABLE` when it cannot be read now; `INTERNAL` when it is gone.
    pub fn get(&self, file: &StoredFile) -> Result<Vec<u8>> {
        self.read(file, 0..u64::from(file.bytes))
    }

    /// Some of the bytes of a file: a range that lies inside it.
    ///
    /// # Errors
    /// As [`Storage::get`].
    pub fn read(&self, file: &StoredFile, range: Range<u64>) -> Result<Vec<u8>> {
        let found = match self {
            Self::Disk(folder) => match File::open(folder.join(path(file))) {
                Ok(opened) => read_part(&opened, range).map(Some).map_err(|error| error.to_string()),
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
                Err(error) => Err(error.to_string()),
            },
            Self::S3(s3) => s3.get(&path(file), range),
        };
        let bytes = found.map_err(|cause| unavailable(&cause))?;
        bytes.ok_or_else(|| Error::internal(format!("the media file {} is gone", file.name())))
    }
}

/// Into folders by the first two digits, so that none has too many files.
fn path(file: &StoredFile) -> String {
    let name = file.name();
    format!("{}/{name}", &name[..2])
}

/// Whole or not at all, and on the disk when it is done.
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if fs::metadata(path).is_ok_and(|there| usize::try_from(there.len()) == Ok(bytes.len())) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    File::open(folder)?.sync_all()
}

/// The cause may name paths and hosts: it is for the log alone.
fn unavailable(cause: &str) -> Error {
    tracing::error!(cause, "the store of pictures failed");
    Error::new(ErrorCode::Unavailable, "The store of pictures is not available right now. Try again shortly.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::image::{Digest, Format};

    #[test]
    fn a_file_is_kept_whole_under_its_own_name_and_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let storage = Storage::Disk(folder.path().join("not there yet"));
        let file = StoredFile { digest: Digest([0xab; 32]), format: Format::Jpeg, bytes: 3 };
        assert_eq!(storage.get(&file).unwrap_err().code, ErrorCode::Internal);
        storage.put(&file, b"one").unwrap();
        storage.put(&file, b"one").unwrap();
        assert_eq!(storage.get(&file).unwrap(), b"one");
        assert_eq!(storage.read(&file, 1..3).unwrap(), b"ne");
        let below = folder.path().join("not there yet/ab");
        let names: Vec<_> = fs::read_dir(below).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names, [format!("{}.jpg", "ab".repeat(32)).as_str()]);
    }

    #[test]
    fn what_was_cut_off_is_written_again() {
        let folder = tempfile::tempdir().unwrap();
        let storage = Storage::Disk(folder.path().to_owned());
        let file = StoredFile { digest: Digest([1; 32]), format: Format::Png, bytes: 3 };
        fs::create_dir(folder.path().join("01")).unwrap();
        fs::write(folder.path().join(path(&file)), b"on").unwrap();
        storage.put(&file, b"one").unwrap();
        assert_eq!(storage.get(&file).unwrap(), b"one");
    }

    #[test]
    fn places_are_read_and_secrets_are_not_shown() {
        let keys = || Keys { access: "AKIA".to_owned(), secret: "hush-hush".to_owned() };
        let s3 = "s3://press/pictures?endpoint=http://127.0.0.1:9000&region=eu-west-1";
        let storage = Storage::parse(s3, keys()).unwrap();
        let shown = format!("{storage:?} {:?}", keys());
        assert!(!shown.contains("hush-hush"), "{shown}");
        assert!(
            matches!(Storage::parse("file://media", keys()), Ok(Storage::Disk(path)) if path == Path::new("media"))
        );
        for wrong in [
            "",
            "media",
            "file://",
            "ftp://x",
            "s3://",
            "s3://press?endpoint=x&region=y",
            "s3://press?regio=x",
        ] {
            assert!(Storage::parse(wrong, keys()).is_err(), "{wrong}");
        }
        let none = Keys { access: String::new(), secret: String::new() };
        assert!(Storage::parse(s3, none).unwrap_err().contains("media_s3_access_key"));
    }
}
