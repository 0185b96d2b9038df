//! Parts of representations (RFC 9110 §14): what a client that was interrupted asks for when it goes on.

use std::ops::Range;

use actix_web::HttpRequest;
use actix_web::http::header::{self, Header as _};

/// The part of `length` bytes that a request asks for. Of several parts, of one that is not there, and of an older copy,
/// everything is sent, as a server may.
#[must_use]
pub fn asked(request: &HttpRequest, etag: &str, length: u64) -> Option<Range<u64>> {
    let of = request.headers().get(header::IF_RANGE);
    if of.is_some_and(|of| of != etag) {
        return None;
    }
    let Ok(header::Range::Bytes(parts)) = header::Range::parse(request) else { return None };
    let [part] = parts.as_slice() else { return None };
    let (first, last) = part.to_satisfiable_range(length)?;
    Some(first..last.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn one_part_that_is_there_is_given_and_anything_else_is_no_part() {
        let asked = |range: &str| {
            let request = TestRequest::get().insert_header((header::RANGE, range)).to_http_request();
            super::asked(&request, "\"a\"", 10)
        };
        assert_eq!(asked("bytes=0-0"), Some(0..1));
        assert_eq!(asked("bytes=4-"), Some(4..10));
        assert_eq!(asked("bytes=-3"), Some(7..10));
        assert_eq!(asked("bytes=-30"), Some(0..10));
        assert_eq!(asked("bytes=8-18446744073709551615"), Some(8..10));
        for none in ["bytes=10-", "bytes=5-4", "bytes=-0", "bytes=0-1,3-4", "bytes", "lines=1-2", "bytes=a-b"]
        {
            assert_eq!(asked(none), None, "{none}");
        }
    }

    #[test]
    fn a_part_of_an_older_copy_is_not_given() {
        let asked = |of: &str| {
            let request = TestRequest::get().insert_header((header::RANGE, "bytes=4-"));
            let request = request.insert_header((header::IF_RANGE, of)).to_http_request();
            super::asked(&request, "\"a\"", 10)
        };
        assert_eq!(asked("\"a\""), Some(4..10));
        for older in ["\"b\"", "W/\"a\"", "Tue, 24 Nov 2026 12:00:00 GMT"] {
            assert_eq!(asked(older), None, "{older}");
        }
    }
}
