//! Names that outlive addresses: ids of entries, and addresses of licences.

use crate::domain::Id;
use crate::domain::validate::is_web_url;

/// The `tag:` URI of an entry (RFC 4151): `tag:news.example.org,2026:article/01930b6e-…`.
///
/// `authority` is a domain in lower case and a year in which the newsroom held it, as configured. Readers compare
/// ids byte by byte, so the authority of a running site must never be changed. `kind` is the word in the URI.
#[must_use]
pub fn tag_uri(authority: &str, kind: &str, id: Id) -> String {
    format!("tag:{authority}:{kind}/{id}")
}

/// The address of a licence that is given as a URL or as an SPDX id; `None` for anything else.
///
/// SPDX publishes the text of every licence it lists under its id.
#[must_use]
pub fn licence_url(licence: &str) -> Option<String> {
    let is_spdx_id = !licence.is_empty()
        && licence.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'+'));
    if is_web_url(licence) {
        Some(licence.to_owned())
    } else {
        is_spdx_id.then(|| format!("https://spdx.org/licenses/{licence}.html"))
    }
}
