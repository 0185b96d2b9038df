//! Answers to reads: strong validators, 304, and what caches may do with them (RFC 9110, RFC 9111).

use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use crate::domain::Timestamp;

/// A representation that is ready to be sent.
#[derive(Debug)]
pub struct Answer {
    /// What it is.
    pub media_type: &'static str,
    /// Its bytes.
    pub body: Vec<u8>,
    /// When it last changed, for formats whose clients ask by time.
    pub last_modified: Option<Timestamp>,
    /// Further header fields.
    pub headers: Vec<(HeaderName, String)>,
}

/// Every cache may keep an answer but asks before using it: what is published or withdrawn is never served late.
const CACHE_CONTROL: &str = "public, no-cache";

impl Answer {
    /// An answer without further header fields.
    #[must_use]
    pub const fn new(media_type: &'static str, body: Vec<u8>) -> Self {
        Self { media_type, body, last_modified: None, headers: Vec::new() }
    }

    /// JSON.
    #[must_use]
    pub fn json(value: &impl serde::Serialize) -> Self {
        Self::new("application/json", serde_json::to_vec(value).unwrap_or_default())
    }

    /// Adds a header field.
    #[must_use]
    pub fn with(mut self, name: HeaderName, value: String) -> Self {
        self.headers.push((name, value));
        self
    }

    /// The answer to a request: the bytes, or 304 when the client has them already.
    #[must_use]
    pub fn to(self, request: &HttpRequest) -> HttpResponse {
        let Self { media_type, body, last_modified, headers } = self;
        let etag = etag(&body);
        let fresh = is_fresh(request.headers(), &etag, last_modified);
        let mut response = if fresh { HttpResponse::NotModified() } else { HttpResponse::Ok() };
        response.insert_header((header::ETAG, etag));
        response.insert_header((header::CACHE_CONTROL, CACHE_CONTROL));
        if let Some(time) = last_modified {
            response.insert_header((header::LAST_MODIFIED, http_date(time)));
        }
        for (name, value) in headers {
            if let Ok(value) = HeaderValue::from_str(&value) {
                response.append_header((name, value));
            }
        }
        if fresh {
            return response.finish();
        }
        response.content_type(media_type).body(body)
    }
}

/// A strong validator: it is the same for the same bytes and for no others.
fn etag(body: &[u8]) -> String {
    let digest = Sha256::digest(body);
    format!("\"{}\"", URL_SAFE_NO_PAD.encode(&digest[..16]))
}

/// Whether the client's copy is this one. `If-None-Match` decides alone when it is there (RFC 9110 §13.2.2).
fn is_fresh(headers: &HeaderMap, etag: &str, last_modified: Option<Timestamp>) -> bool {
    let mut tags = headers.get_all(header::IF_NONE_MATCH).filter_map(|value| value.to_str().ok()).peekable();
    if tags.peek().is_some() {
        let same = |tag: &str| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag;
        return tags.flat_map(|value| value.split(',')).any(|tag| same(tag.trim()));
    }
    let since = headers.get(header::IF_MODIFIED_SINCE).and_then(|value| value.to_str().ok());
    let since = since.and_then(|text| chrono::DateTime::parse_from_rfc2822(text).ok());
    match (since, last_modified) {
        (Some(since), Some(modified)) => modified.utc().timestamp() <= since.timestamp(),
        _ => false,
    }
}

/// The form of times in header fields (RFC 9110 §5.6.7).
fn http_date(time: Timestamp) -> String {
    time.utc().format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}
