//! Files as text: bounded, UTF-8, without a byte order mark, with one kind of line end. Knows no format.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// The text of a file, or one sentence that says why there is none.
pub(super) fn read(path: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| format!("The file cannot be opened: {error}."))?;
    // One byte more than allowed tells a file that is too large, whatever its metadata claims.
    file.take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| format!("The file cannot be read: {error}."))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(format!("The file is larger than {} MiB.", MAX_BYTES / 1024 / 1024));
    }
    decode(bytes)
}

/// Bytes as text.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, String> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        format!("The file is not UTF-8: byte {offset} (counted from 0) does not belong to a character.")
    })?;
    Ok(text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n").replace('\r', "\n"))
}
