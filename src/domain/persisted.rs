//! Documents of GraphQL that are kept: which may run, and by what they are known.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest as _, Sha256};

use super::content::named;
use super::{Actor, Error, ErrorCode, Result, Timestamp};

named! {
    /// Which documents run.
    DocumentMode {
        /// Any. Nobody but whoever may trust documents has any kept.
        Open = "open",
        /// Any; and what clients send is kept under its digest, so that they need not send it again (automatic persisted
        /// queries).
        Apq = "apq",
        /// Only those that are trusted.
        Trusted = "trusted",
    }
}

/// By what a document is known: `sha256:` and 64 hexadecimal digits, the digest of its text byte for byte, or whatever
/// the tool that made it has called it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(String);

/// What ids that are digests begin with (GraphQL over HTTP, appendix A).
const SHA256: &str = "sha256:";

impl DocumentId {
    /// The longest id, in bytes.
    pub const MAX: usize = 200;

    /// The digest of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let digest = Sha256::digest(text.as_bytes());
        let mut id = SHA256.to_owned();
        for byte in digest {
            // Writing into a string cannot fail.
            let _ = fmt::Write::write_fmt(&mut id, format_args!("{byte:02x}"));
        }
        Self(id)
    }

    /// As it is kept and shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is a digest, and so says what the text must be.
    #[must_use]
    pub fn is_digest(&self) -> bool {
        self.0.starts_with(SHA256)
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for DocumentId {
    type Err = Error;

    /// 64 hexadecimal digits are a digest with or without the prefix: the manifests of Apollo and automatic persisted
    /// queries leave it out.
    fn from_str(text: &str) -> Result<Self> {
        let digits = text.strip_prefix(SHA256).unwrap_or(text);
        if digits.len() == 64 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Ok(Self(format!("{SHA256}{}", digits.to_ascii_lowercase())));
        }
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"._:-".contains(&byte);
        let is_custom = !text.starts_with(SHA256) && (1..=Self::MAX).contains(&text.len());
        if is_custom && text.bytes().all(fits) {
            return Ok(Self(text.to_owned()));
        }
        let detail = format!(
            "The id of a document is {SHA256} and 64 hexadecimal digits, or 1 to {} letters, digits and . _ : - of \
             your own.",
            Self::MAX
        );
        Err(Error::new(ErrorCode::InvalidId, detail))
    }
}

/// A document that somebody wants to be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDocument {
    /// Where it stands in what was sent: a JSON Pointer.
    pub pointer: String,
    /// By what its clients will name it.
    pub id: DocumentId,
    /// Its text.
    pub text: String,
}

/// A document that is trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustedDocument {
    /// By what its clients name it.
    pub id: DocumentId,
    /// The digest of its text, which names it too.
    pub digest: DocumentId,
    /// Its text.
    pub text: String,
    /// The names of its operations, in their order, joined by commas.
    pub operations: String,
    /// When it was trusted.
    pub added_at: Timestamp,
    /// By whom.
    pub added_by: Actor,
    /// When a node read it last, to the day.
    pub last_used_at: Option<Timestamp>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_the_same_with_and_without_prefix_and_in_any_case() {
        let id = DocumentId::of("{ __typename }");
        let digits = id.as_str().trim_start_matches(SHA256);
        for text in
            [id.as_str(), digits, &digits.to_uppercase(), &format!("sha256:{}", digits.to_uppercase())]
        {
            assert_eq!(text.parse(), Ok(id.clone()), "{text}");
        }
        // `printf '{ __typename }' | sha256sum`
        assert_eq!(digits, "7f56e67dd21ab3f30d1ff8b7bed08893f0a0db86449836189b361dd1e56ddb4b");
    }

    #[test]
    fn other_ids_are_short_and_plain() {
        for text in ["5d41402abc4b2a76b9719d911017c592", "x-relay:1", "web.front-page_2", &"a".repeat(200)] {
            assert_eq!(text.parse::<DocumentId>().map(|id| id.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "a b", "a/b", "ä", "sha256:", "sha256:12", &"a".repeat(201)] {
            assert!(text.parse::<DocumentId>().is_err(), "{text}");
        }
    }
}
