//! Files that images speak of: nobody can speak of one that is not kept, nor say of one what it is not.

use crate::domain::image::{Measured, Picture};
use crate::domain::{AnyContent, Error, ErrorCode, FieldError, Image, Result};
use crate::store::{self, AnyConnection};

/// Checks what an image says of its file.
///
/// # Errors
/// `VALIDATION_FAILED` with each member that is not as the file is.
pub(in crate::app) fn check_file(connection: &mut AnyConnection, content: &AnyContent) -> Result<()> {
    let AnyContent::Image(Image { picture: Picture::Stored(said), width, height, .. }) = content else {
        return Ok(());
    };
    let Some(Measured { file, width: full_width, height: full_height }) =
        store::media_file::by_digest(connection, said.digest)?
    else {
        let detail = "There is no such file. Upload the picture; what is answered speaks of its file.";
        return Err(refused(vec![("/file/digest", detail.to_owned())]));
    };
    if store::revision::is_killed_file(connection, said.digest)? {
        let detail = "The picture was taken down for legal reasons. It cannot come back.";
        return Err(Error::new(ErrorCode::Killed, detail));
    }
    let mut wrong = Vec::new();
    if said.format != file.format {
        wrong.push(("/file/format", format!("The file is a {}.", file.format)));
    }
    for (pointer, said, is) in [
        ("/file/bytes", Some(said.bytes), file.bytes),
        ("/width", *width, full_width),
        ("/height", *height, full_height),
    ] {
        if said != Some(is) {
            wrong.push((pointer, format!("Of the file it is {is}.")));
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(refused(wrong)) }
}

fn refused(wrong: Vec<(&str, String)>) -> Error {
    let field = |(pointer, detail): (&str, String)| FieldError { pointer: pointer.to_owned(), detail };
    Error::validation(wrong.into_iter().map(field).collect())
}
