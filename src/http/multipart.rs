//! Bodies of `multipart/form-data` (RFC 7578): a file, and JSON that is said of it.
//!
//! File names and media types of parts are not even read: a file is what it contains.

use std::time::Duration;

use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::HttpRequest;
use actix_web::http::header::CONTENT_LENGTH;
use actix_web::web::{Bytes, Payload};
use futures_util::StreamExt as _;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use super::json;
use crate::domain::{Error, ErrorCode, Result};

/// How long a file may take to come in.
const DEADLINE: Duration = Duration::from_mins(2);

/// The most that may be said of a file, in bytes.
const MAX_DATA: usize = 64 << 10;

/// What a form holds.
#[derive(Debug)]
pub struct Form {
    /// The part `file`.
    pub file: Bytes,
    /// The part `data`; an empty object when there is none.
    pub data: Value,
    /// The same as it came.
    data_text: Bytes,
}

impl Form {
    /// What tells the form from others. Boundaries differ each time the same form is sent.
    #[must_use]
    pub fn identity(&self) -> Bytes {
        let mut hasher = Sha256::new();
        hasher.update(self.data_text.len().to_be_bytes());
        hasher.update(&self.data_text);
        hasher.update(&self.file);
        hasher.finalize().to_vec().into()
    }
}

/// Reads a form whose file has at most `limit` bytes.
///
/// # Errors
/// `UNSUPPORTED_MEDIA_TYPE` for what is no form; `TOO_LARGE`; `MALFORMED_REQUEST` for parts that are missing, unknown or
/// there twice, and for a form that does not come whole, or not in time.
pub async fn read(request: &HttpRequest, payload: Payload, limit: u32) -> Result<Form> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let announced =
        request.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    // Room for the boundaries, too.
    if announced.is_some_and(|length: usize| length > limit.saturating_add(2 * MAX_DATA)) {
        return Err(too_large("file", limit));
    }
    let form = Multipart::new(request.headers(), payload);
    match tokio::time::timeout(DEADLINE, parts(form, limit)).await {
        Ok(form) => form,
        Err(_) => Err(malformed("The body did not come in time.")),
    }
}

async fn parts(mut form: Multipart, limit: usize) -> Result<Form> {
    let (mut file, mut data) = (None, None);
    while let Some(mut part) = next(&mut form).await? {
        let name = part.name().unwrap_or_default().to_owned();
        let (place, limit) = match name.as_str() {
            "file" => (&mut file, limit),
            "data" => (&mut data, MAX_DATA),
            _ => return Err(malformed(&format!("There is no part {name}. Send file, and perhaps data."))),
        };
        if place.is_some() {
            return Err(malformed(&format!("The part {name} is there more than once.")));
        }
        let bytes = part.bytes(limit).await.map_err(|_| too_large(&name, limit))?;
        *place = Some(bytes.map_err(|error| unreadable(&error))?);
    }
    let file = file.ok_or_else(|| malformed("The part file is missing."))?;
    let data_text = data.unwrap_or_default();
    let data = if data_text.is_empty() {
        Value::Object(Map::new())
    } else {
        json::read("part data", &data_text).map_err(|detail| malformed(&detail))?
    };
    Ok(Form { file, data, data_text })
}

async fn next(form: &mut Multipart) -> Result<Option<Field>> {
    form.next().await.transpose().map_err(|error| unreadable(&error))
}

fn unreadable(error: &MultipartError) -> Error {
    use MultipartError::{ContentTypeIncompatible, ContentTypeMissing, ContentTypeParse};
    match error {
        ContentTypeMissing | ContentTypeParse | ContentTypeIncompatible => {
            let detail = "Send multipart/form-data with a part file, and perhaps a part data that is JSON.";
            Error::new(ErrorCode::UnsupportedMediaType, detail)
        }
        error => malformed(&format!("The body cannot be read: {error}.")),
    }
}

fn too_large(part: &str, limit: usize) -> Error {
    Error::new(ErrorCode::TooLarge, format!("The part {part} may have {limit} bytes.")).at(format!("/{part}"))
}

fn malformed(detail: &str) -> Error {
    Error::new(ErrorCode::MalformedRequest, detail)
}
