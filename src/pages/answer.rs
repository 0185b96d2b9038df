//! Texts that are ready to be sent, whole and compressed, and what browsers may do with them.

use std::io::Write as _;

use actix_web::http::header::{
    self, AcceptEncoding, ContentEncoding, Encoding, Header as _, HeaderName, HeaderValue,
};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use flate2::Compression;
use flate2::write::GzEncoder;
use maud::Markup;

use crate::http::answer::{NO_STORE, etag, has_copy};

/// What pages may do (Content Security Policy level 3): only what this server gives them. Nothing is written into the
/// page as code or style, nothing is loaded from elsewhere, and nobody puts the page into a frame. Scripts make no
/// markup out of text.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

const GUARDS: [(HeaderName, &str); 4] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::CROSS_ORIGIN_OPENER_POLICY, "same-origin"),
];

/// How long an answer may be kept.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kept {
    /// Its address names its bytes.
    Forever,
    /// By everybody who asks before using it.
    Checked,
    /// It is for the caller alone.
    ByNobody,
}

impl Kept {
    const fn cache_control(self) -> &'static str {
        match self {
            Self::Forever => "public, max-age=31536000, immutable",
            Self::Checked => "public, no-cache",
            Self::ByNobody => NO_STORE,
        }
    }
}

/// A text in both forms. They are different bytes, so each has its validator.
#[derive(Debug)]
pub(super) struct Ready {
    media_type: &'static str,
    whole: Representation,
    compressed: Representation,
}

#[derive(Debug)]
struct Representation {
    bytes: Bytes,
    etag: String,
}

impl Representation {
    fn new(bytes: Vec<u8>) -> Self {
        Self { etag: etag(&bytes), bytes: bytes.into() }
    }
}

impl Ready {
    pub(super) fn new(media_type: &'static str, bytes: Vec<u8>) -> Self {
        let compressed = Representation::new(gzip(&bytes));
        Self { media_type, whole: Representation::new(bytes), compressed }
    }

    /// An HTML document.
    pub(super) fn page(page: Markup) -> Self {
        Self::new("text/html; charset=utf-8", page.into_string().into_bytes())
    }

    /// The answer to a request: the bytes in the form that the client takes, or 304 when it has them already.
    pub(super) fn to(&self, request: &HttpRequest, kept: Kept) -> HttpResponse {
        let compressed = takes_gzip(request);
        let Representation { bytes, etag } = if compressed { &self.compressed } else { &self.whole };
        let fresh = has_copy(request.headers(), etag);
        let mut response = if fresh { HttpResponse::NotModified() } else { HttpResponse::Ok() };
        response
            .insert_header((header::ETAG, etag.as_str()))
            .insert_header((header::CACHE_CONTROL, kept.cache_control()))
            .insert_header((header::VARY, HeaderValue::from_static("Accept-Encoding")));
        for guard in GUARDS {
            response.insert_header(guard);
        }
        if fresh {
            return response.finish();
        }
        if compressed {
            response.insert_header(ContentEncoding::Gzip);
        }
        response.content_type(self.media_type).body(bytes.clone())
    }
}

fn takes_gzip(request: &HttpRequest) -> bool {
    let forms = [Encoding::gzip(), Encoding::identity()];
    let accepted = AcceptEncoding::parse(request).ok().and_then(|accept| accept.negotiate(forms.iter()));
    accepted == Some(Encoding::gzip())
}

/// Compressing in memory cannot fail; if it did, the text would go out empty and not wrong.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).unwrap_or_default()
}
