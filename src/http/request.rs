//! What writes carry: a body of JSON, the revision that they change, and a key by which they are known again.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use actix_web::http::header::{CONTENT_TYPE, HeaderMap, IF_MATCH};
use actix_web::web::{Bytes, Payload};
use actix_web::{FromRequest, HttpRequest, dev};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::{Problem, json};
use crate::app::desk::Once;
use crate::domain::entry::Version;
use crate::domain::{Error, ErrorCode, Result, Timestamp};

/// The largest body of a write, in bytes.
pub const MAX_BODY: usize = 4 * 1024 * 1024;

/// How long a body may take to come in.
const DEADLINE: Duration = Duration::from_secs(20);

/// The body of a write.
#[derive(Debug)]
pub struct Body(pub Bytes);

impl FromRequest for Body {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        let payload = Payload::from_request(request, payload);
        Box::pin(async move {
            let payload = payload.await.map_err(Error::internal)?;
            Ok(Self(read(payload, MAX_BODY).await?))
        })
    }
}

/// Reads a body up to a limit, in bytes.
///
/// # Errors
/// `TOO_LARGE`; `MALFORMED_REQUEST` when it does not come whole, or not in time.
pub async fn read(payload: Payload, limit: usize) -> Result<Bytes> {
    let malformed = |detail: String| Error::new(ErrorCode::MalformedRequest, detail);
    let Ok(read) = tokio::time::timeout(DEADLINE, payload.to_bytes_limited(limit)).await else {
        return Err(malformed("The body did not come in time.".to_owned()));
    };
    match read {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(error)) => Err(malformed(format!("The body cannot be read: {error}."))),
        Err(_) => Err(Error::new(ErrorCode::TooLarge, format!("A body may have {limit} bytes."))),
    }
}

/// Reads a body that must be JSON, and nothing when there may be none.
///
/// # Errors
/// `UNSUPPORTED_MEDIA_TYPE`; `MALFORMED_REQUEST` with the line and column.
pub fn json(request: &HttpRequest, body: &Bytes) -> Result<Value> {
    const MEDIA_TYPES: [&str; 2] = ["application/json", "application/merge-patch+json"];
    if body.is_empty() {
        return Ok(Value::Object(serde_json::Map::new()));
    }
    let media_type = text(request.headers(), &CONTENT_TYPE)?.unwrap_or_default();
    let media_type = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if !MEDIA_TYPES.contains(&media_type.as_str()) {
        let detail = format!("Send JSON, as {}.", MEDIA_TYPES.join(" or "));
        return Err(Error::new(ErrorCode::UnsupportedMediaType, detail));
    }
    json::read("body", body).map_err(|detail| Error::new(ErrorCode::MalformedRequest, detail))
}

/// What a body says, as the type that it must fit.
///
/// # Errors
/// `MALFORMED_REQUEST` that says what does not fit.
pub fn fit<T: serde::de::DeserializeOwned>(body: Value) -> Result<T> {
    serde_json::from_value(body)
        .map_err(|error| Error::new(ErrorCode::MalformedRequest, format!("The body does not fit: {error}.")))
}

/// A moment in a body.
///
/// # Errors
/// `INVALID_TIME` at `pointer`.
pub fn time(pointer: &str, text: Option<String>) -> Result<Option<Timestamp>> {
    text.map(|text| text.parse()).transpose().map_err(|error: Error| error.at(pointer))
}

/// The version that `If-Match` names (RFC 9110 §13.1.1): the validator of the answer that the client has seen. A revision
/// alone is taken, too; it says nothing of decisions.
///
/// # Errors
/// `MALFORMED_REQUEST` for what is no validator of an entry; `PRECONDITION_REQUIRED` for `*`, which names none.
pub fn if_match(request: &HttpRequest) -> Result<Option<Version>> {
    let Some(field) = text(request.headers(), &IF_MATCH)? else { return Ok(None) };
    if field.trim() == "*" {
        let detail = "If-Match must name the version that you have seen; * names none.";
        return Err(Error::new(ErrorCode::PreconditionRequired, detail));
    }
    let version = field.trim().strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let version = version.and_then(|version| version.parse().ok());
    version.map(Some).ok_or_else(|| {
        let detail =
            "If-Match must be the ETag of an entry as it was sent, in quotation marks, such as \"7.52\".";
        Error::new(ErrorCode::MalformedRequest, detail).at("If-Match")
    })
}

/// The key under which the request is known again (`draft-ietf-httpapi-idempotency-key-header`). Requests are the same
/// when method, address, `If-Match` and body are.
///
/// # Errors
/// `MALFORMED_REQUEST` for a key that is empty, too long or not plain ASCII.
pub fn once(request: &HttpRequest, body: &Bytes) -> Result<Option<Once>> {
    let name = actix_web::http::header::HeaderName::from_static("idempotency-key");
    let Some(key) = text(request.headers(), &name)? else { return Ok(None) };
    // The draft writes it in quotation marks, most clients do not.
    let key = key.trim().trim_matches('"');
    if !Once::is_key(key) {
        let detail = format!("Idempotency-Key must be 1 to {} characters of plain ASCII.", Once::MAX_KEY);
        return Err(Error::new(ErrorCode::MalformedRequest, detail).at("Idempotency-Key"));
    }
    let mut hasher = Sha256::new();
    for part in [request.method().as_str(), &request.uri().to_string()] {
        hasher.update(part);
        hasher.update([0]);
    }
    hasher.update(text(request.headers(), &IF_MATCH)?.unwrap_or_default());
    hasher.update([0]);
    hasher.update(body);
    Ok(Some(Once { key: key.to_owned(), digest: URL_SAFE_NO_PAD.encode(hasher.finalize()) }))
}

fn text<'a>(headers: &'a HeaderMap, name: &actix_web::http::header::HeaderName) -> Result<Option<&'a str>> {
    let Some(value) = headers.get(name) else { return Ok(None) };
    value.to_str().map(Some).map_err(|_| {
        Error::new(ErrorCode::MalformedRequest, format!("{name} must be plain ASCII.")).at(name.as_str())
    })
}
