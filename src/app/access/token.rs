//! What keys and preview links look like: `dl_` or `dp_`, the id, `_`, the secret and a checksum, all in hexadecimal digits.
//!
//! The prefix lets scanners find keys that were committed by mistake, the id finds the row without a search, and the
//! checksum tells a key that was copied badly from one that was revoked, without asking the database. The secret has
//! 160 random bits: no guessing and no table reaches it, so a plain digest of it is enough.

use std::fmt;
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use crate::domain::{Error, Id, Result};

/// What a token is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// An access key.
    Key,
    /// A preview link.
    Preview,
}

impl Sort {
    const fn prefix(self) -> &'static str {
        match self {
            Self::Key => "dl_",
            Self::Preview => "dp_",
        }
    }
}

const SECRET_BYTES: usize = 20;
const CHECKSUM_BYTES: usize = 4;

/// A key with its secret, on its way to or from whoever holds it. Never stored, never logged.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    sort: Sort,
    id: Id,
    secret: String,
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Token({}, …)", self.id)
    }
}

impl Token {
    /// A new token.
    ///
    /// # Errors
    /// `INTERNAL` when the machine has no randomness to give.
    pub(super) fn generate(sort: Sort, id: Id) -> Result<Self> {
        let mut secret = [0; SECRET_BYTES];
        getrandom::fill(&mut secret).map_err(Error::internal)?;
        Ok(Self { sort, id, secret: hex(&secret) })
    }

    /// Whether a text means to be a token of ours, whole or not. What an issuer signs never begins like one: it begins
    /// with an encoded brace.
    pub(super) fn claims_to_be_one(text: &str) -> bool {
        [Sort::Key, Sort::Preview].iter().any(|sort| text.starts_with(sort.prefix()))
    }

    /// Reads a token. `None` for what cannot be one: another form, or a wrong checksum.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (head, checksum) = text.split_at_checked(text.len().checked_sub(2 * CHECKSUM_BYTES)?)?;
        let mut sorts = [Sort::Key, Sort::Preview].into_iter();
        let (sort, rest) = sorts.find_map(|sort| Some((sort, head.strip_prefix(sort.prefix())?)))?;
        let (id, secret) = rest.split_once('_')?;
        let is_hex = |text: &str| text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        let whole = id.len() == 32 && secret.len() == 2 * SECRET_BYTES && is_hex(id) && is_hex(secret);
        if !whole || checksum != checksum_of(head) {
            return None;
        }
        let id = uuid::Uuid::try_parse(id).ok().map(Id::new)?;
        Some(Self { sort, id, secret: secret.to_owned() })
    }

    /// What it is of.
    pub(super) const fn sort(&self) -> Sort {
        self.sort
    }

    /// The id of the key or the link.
    pub(super) const fn id(&self) -> Id {
        self.id
    }

    /// What is kept of the secret.
    pub(super) fn digest(&self) -> String {
        hex(&Sha256::digest(&self.secret))
    }

    /// Whether the secret is the one of which `digest` was kept. Takes the same time whatever is wrong.
    pub(super) fn matches(&self, digest: &str) -> bool {
        self.digest().as_bytes().ct_eq(digest.as_bytes()).into()
    }

    /// The whole token. Show it once.
    #[must_use]
    pub fn reveal(&self) -> String {
        let head = format!("{}{}_{}", self.sort.prefix(), self.id.uuid().simple(), self.secret);
        let checksum = checksum_of(&head);
        head + &checksum
    }
}

fn checksum_of(head: &str) -> String {
    hex(&Sha256::digest(head)[..CHECKSUM_BYTES])
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Kind;

    #[test]
    fn a_token_is_read_back_and_no_other_text_is_one() {
        let token = Token::generate(Sort::Key, Id::of_key(Kind::Tag, "x")).expect("randomness");
        let text = token.reveal();
        assert_eq!(text.len(), 84);
        assert_eq!(Token::parse(&text), Some(token.clone()));
        assert!(token.matches(&token.digest()) && !token.matches("") && !token.matches(&hex(&[0; 32])));
        assert!(!format!("{token:?}").contains(&token.secret));
        for cut in 0..text.len() {
            assert_eq!(Token::parse(&text[..cut]), None);
        }
        let last = if text.ends_with('0') { '1' } else { '0' };
        assert_eq!(Token::parse(&format!("{}{last}", &text[..83])), None);
        assert_eq!(Token::parse(&text.to_uppercase()), None);
        assert_eq!(Token::parse("dl_é"), None);
    }
}
