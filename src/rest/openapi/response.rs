//! Answers: the header fields and the errors that operations have in common.

use utoipa::openapi::header::{Header, HeaderBuilder};
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder};

use crate::http::problem;

/// The header fields of answers: name of the component, name of the field, meaning.
const HEADERS: &[(&str, &str, &str)] = &[
    ("ETag", "ETag", "A strong validator: the same for the same bytes and for no others."),
    ("CacheControl", "Cache-Control", "What caches may do: keep everything, and ask before using it."),
    (
        "Link",
        "Link",
        "The addresses of the next and the previous page, `rel=\"next\"` and `rel=\"prev\"` (RFC 8288). Absent \
         when there is only one page.",
    ),
    ("ContentRange", "Content-Range", "Which of how many bytes the answer has (RFC 9110 §14.4)."),
    ("Location", "Location", "The present address, with the same parameters; of what was made, its own."),
    (
        "GraphQlCost",
        "GraphQL-Cost",
        "`requested=30, maximum=10000` (RFC 9651): how many objects the answer could hold, and may.",
    ),
    ("WwwAuthenticate", "WWW-Authenticate", "How to authenticate (RFC 6750)."),
    ("RetryAfter", "Retry-After", "After how many seconds to try again."),
];

/// The answers that operations share: status, name of the component, when, header fields.
const SHARED: &[(u16, &str, &str, &[&str])] = &[
    (
        206,
        "Part",
        "The part of the picture that `Range` asks for.",
        &["ETag", "Cache-Control", "Content-Range"],
    ),
    (301, "Moved", "The slug is a former one.", &["Location"]),
    (304, "NotModified", "Nothing has changed since the copy that you have.", &["ETag", "Cache-Control"]),
    (400, "BadRequest", "A parameter is unknown or has a value that it cannot have.", &[]),
    (401, "Unauthenticated", "No credentials, or none that are accepted.", &["WWW-Authenticate"]),
    (403, "Forbidden", "The credentials do not allow this.", &[]),
    (404, "NotFound", "Nothing public stands there.", &[]),
    (410, "Gone", "It was published there and has been withdrawn.", &[]),
    (
        409,
        "Conflict",
        "It cannot be done in the state that the entry is in, or somebody else holds the slug.",
        &[],
    ),
    (412, "PreconditionFailed", "Somebody else was faster; `errors` says what changed.", &[]),
    (413, "TooLarge", "The body is too large.", &[]),
    (415, "UnsupportedMediaType", "The body is of a media type that is not read here.", &[]),
    (422, "Invalid", "Some fields break rules: all of them are named.", &[]),
    (428, "PreconditionRequired", "`If-Match` must name the version that was seen.", &[]),
    (429, "TooMany", "Too many requests in a minute.", &["Retry-After"]),
    (451, "Killed", "It was taken down for legal reasons.", &[]),
    (503, "Unavailable", "The database cannot be reached or is busy.", &["Retry-After"]),
];

pub(super) fn headers() -> impl IntoIterator<Item = (&'static str, Header)> {
    HEADERS.iter().map(|(component, _, doc)| {
        let schema = ObjectBuilder::new().schema_type(Type::String);
        (*component, HeaderBuilder::new().schema(Some(schema)).description(Some(*doc)).build())
    })
}

pub(super) fn shared() -> impl IntoIterator<Item = (&'static str, RefOr<Response>)> {
    SHARED.iter().map(|(status, component, doc, headers)| {
        let mut response = with_headers(ResponseBuilder::new().description(*doc), headers);
        if *status >= 400 {
            let problem = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
            response = response.content(problem::MEDIA_TYPE, problem);
        }
        (*component, RefOr::T(response.build()))
    })
}

/// A shared answer by its status.
pub(super) fn by_status(status: u16) -> Option<(String, RefOr<Response>)> {
    let (status, component, ..) = SHARED.iter().find(|(shared, ..)| *shared == status)?;
    Some((status.to_string(), RefOr::Ref(Ref::from_response_name(*component))))
}

/// An answer with its header fields, and a body in each of its media types.
pub(super) fn answer(
    doc: &str,
    headers: &[&str],
    bodies: impl IntoIterator<Item = (String, RefOr<Schema>)>,
) -> Response {
    let response = with_headers(ResponseBuilder::new().description(doc), headers);
    let add = |response: ResponseBuilder, (media_type, schema)| {
        response.content(media_type, ContentBuilder::new().schema(Some(schema)).build())
    };
    bodies.into_iter().fold(response, add).build()
}

fn with_headers(response: ResponseBuilder, names: &[&str]) -> ResponseBuilder {
    let known = HEADERS.iter().filter(|(_, name, _)| names.contains(name));
    known.fold(response, |response, (component, name, _)| {
        response.header_ref(*name, Ref::new(format!("#/components/headers/{component}")))
    })
}
