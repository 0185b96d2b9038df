//! The envelope of a token: a JWS in its compact form (RFC 7515), of which the header is read and the signature checked.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, crypto};

use super::Refusal;
use super::keys::Key;
use crate::document::Json;

/// The longest token that is read, in bytes.
pub(super) const LONGEST: usize = 8 * 1024;

/// What `typ` may say (RFC 9068, RFC 7519), in lower case.
const TYPES: [&str; 3] = ["jwt", "at+jwt", "application/at+jwt"];

/// A token whose signature has not been checked yet. Of its header only what chooses the key is kept: keys and
/// addresses of keys that a header may carry are never used.
pub(super) struct Jws<'a> {
    /// How it says that it is signed.
    pub algorithm: Algorithm,
    /// The name of the key, where it has one.
    pub key_id: Option<String>,
    signed: &'a str,
    payload: &'a str,
    signature: &'a str,
}

impl<'a> Jws<'a> {
    /// Takes a token apart.
    pub(super) fn read(text: &'a str) -> Result<Self, Refusal> {
        if text.len() > LONGEST {
            return Err(Refusal::TooLong);
        }
        let (signed, signature) = text.rsplit_once('.').ok_or(Refusal::Malformed)?;
        let (header, payload) = signed.split_once('.').ok_or(Refusal::Malformed)?;
        if payload.contains('.') {
            return Err(Refusal::Malformed);
        }
        let header = object(header).ok_or(Refusal::Malformed)?;
        if header.get("crit").is_some() {
            return Err(Refusal::Critical);
        }
        if header.get("typ").is_some_and(|name| !is_type(name)) {
            return Err(Refusal::Type);
        }
        let algorithm = header.get("alg").and_then(Json::as_str).and_then(algorithm);
        let key_id = match header.get("kid") {
            None => None,
            Some(name) => Some(name.as_str().ok_or(Refusal::Malformed)?.to_owned()),
        };
        Ok(Self { algorithm: algorithm.ok_or(Refusal::Algorithm)?, key_id, signed, payload, signature })
    }

    /// What it claims, once its signature is right.
    pub(super) fn claims(&self, key: &Key) -> Result<Json, Refusal> {
        let (message, material) = (self.signed.as_bytes(), key.material());
        match crypto::verify(self.signature, message, material, self.algorithm) {
            Ok(true) => object(self.payload).ok_or(Refusal::Malformed),
            Ok(false) | Err(_) => Err(Refusal::Signature),
        }
    }
}

/// The algorithms that are accepted: those with a key that only the issuer has. So neither `none`, nor those of which
/// whoever can check can sign too.
pub(super) fn algorithm(name: &str) -> Option<Algorithm> {
    Some(match name {
        "RS256" => Algorithm::RS256,
        "RS384" => Algorithm::RS384,
        "RS512" => Algorithm::RS512,
        "PS256" => Algorithm::PS256,
        "PS384" => Algorithm::PS384,
        "PS512" => Algorithm::PS512,
        "ES256" => Algorithm::ES256,
        "ES384" => Algorithm::ES384,
        // The second is the name since RFC 9864.
        "EdDSA" | "Ed25519" => Algorithm::EdDSA,
        _ => return None,
    })
}

fn is_type(name: &Json) -> bool {
    name.as_str().is_some_and(|name| TYPES.contains(&name.to_ascii_lowercase().as_str()))
}

fn object(part: &str) -> Option<Json> {
    let bytes = URL_SAFE_NO_PAD.decode(part).ok()?;
    std::str::from_utf8(&bytes).ok()?.parse().ok().filter(Json::is_object)
}
