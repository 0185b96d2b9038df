//! Answers to reads: strong validators, 304, and what caches may do with them (RFC 9110, RFC 9111).

use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

/// A representation that is ready to be sent.
#[derive(Debug)]
pub struct Answer {
    /// What it is.
    pub media_type: &'static str,
    /// Its bytes.
    pub body: Vec<u8>,
    /// Further header fields.
    pub headers: Vec<(HeaderName, String)>,
    /// Whether it is for the client alone, and no cache may keep it.
    pub confidential: bool,
}

/// Every cache may keep an answer but asks before using it: what is published or withdrawn is never served late.
const CACHE_CONTROL: &str = "public, no-cache";

/// What is not public is kept by nobody.
pub const NO_STORE: &str = "private, no-store";

impl Answer {
    /// An answer without further header fields.
    #[must_use]
    pub const fn new(media_type: &'static str, body: Vec<u8>) -> Self {
        Self { media_type, body, headers: Vec::new(), confidential: false }
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

    /// Says whether it is for the client alone.
    #[must_use]
    pub const fn confidential(mut self, confidential: bool) -> Self {
        self.confidential = confidential;
        self
    }

    /// The answer to a request: the bytes, or 304 when the client has them already.
    #[must_use]
    pub fn to(self, request: &HttpRequest) -> HttpResponse {
        let Self { media_type, body, headers, confidential } = self;
        let etag = etag(&body);
        let fresh = has_copy(request.headers(), &etag);
        let mut response = if fresh { HttpResponse::NotModified() } else { HttpResponse::Ok() };
        response.insert_header((header::ETAG, etag));
        response.insert_header((header::CACHE_CONTROL, if confidential { NO_STORE } else { CACHE_CONTROL }));
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

/// JSON for the client alone.
#[must_use]
pub fn confidential(body: &impl serde::Serialize) -> HttpResponse {
    HttpResponse::Ok().insert_header((header::CACHE_CONTROL, NO_STORE)).json(body)
}

/// A redirect to where something is now. It may move back, so nobody may follow it without asking again.
#[must_use]
pub fn moved(location: &str, confidential: bool) -> HttpResponse {
    HttpResponse::MovedPermanently()
        .insert_header((header::LOCATION, location))
        .insert_header((header::CACHE_CONTROL, if confidential { NO_STORE } else { CACHE_CONTROL }))
        .finish()
}

/// A strong validator: it is the same for the same bytes and for no others.
#[must_use]
pub fn etag(body: &[u8]) -> String {
    format!("\"{}\"", digest(body))
}

/// A name for these bytes and no others, of characters that may stand in addresses.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(&Sha256::digest(bytes)[..16])
}

/// Whether the client has these very bytes. There is no `Last-Modified`: a withdrawal makes an answer shorter and not
/// newer, so a client that asks by time would keep what was taken back.
#[must_use]
pub fn has_copy(headers: &HeaderMap, etag: &str) -> bool {
    let tags = headers.get_all(header::IF_NONE_MATCH).filter_map(|value| value.to_str().ok());
    let same = |tag: &str| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag;
    tags.flat_map(|value| value.split(',')).any(|tag| same(tag.trim()))
}
