//! The keys of an issuer (RFC 7517): which are good for checking signatures, and which one a token means.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, DecodingKey};

use super::Refusal;
use super::jws::{Jws, algorithm};
use crate::document::Json;

/// The most keys that a set may have.
const MOST: usize = 100;

/// The shortest RSA key that is accepted, in bits (RFC 7518 §3.3).
const RSA_BITS: usize = 2048;

/// The keys of an issuer by which signatures can be checked.
#[derive(Debug)]
pub(super) struct KeySet(Vec<Key>);

/// A public key.
#[derive(Debug)]
pub(super) struct Key {
    id: Option<String>,
    /// The algorithms that it may be used with: of its type, and only one when it says so.
    algorithms: Vec<Algorithm>,
    material: DecodingKey,
}

impl KeySet {
    /// Reads a set. Keys that are for something else, of another sort or too short are passed over.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let set: Json = text.parse().map_err(|error| format!("the keys are not JSON: {error}"))?;
        let keys = set.get("keys").and_then(Json::as_array).ok_or("there is no list of keys")?;
        if keys.len() > MOST {
            return Err(format!("there are more than {MOST} keys"));
        }
        let keys: Vec<Key> = keys.iter().filter_map(Key::read).collect();
        if keys.is_empty() {
            return Err("none of the keys is good for checking signatures".to_owned());
        }
        Ok(Self(keys))
    }

    /// The key with which a token says that it is signed. A token that names none means the only one that fits.
    pub(super) fn of(&self, token: &Jws<'_>) -> Result<&Key, Refusal> {
        let is_meant = |key: &&Key| token.key_id.is_none() || key.id == token.key_id;
        let meant: Vec<&Key> = self.0.iter().filter(is_meant).collect();
        let fits = |key: &&&Key| key.algorithms.contains(&token.algorithm);
        let mut fitting = meant.iter().filter(fits);
        match (fitting.next(), fitting.next()) {
            (Some(key), None) => Ok(key),
            (Some(_), Some(_)) => Err(Refusal::Ambiguous),
            (None, _) if meant.is_empty() => Err(Refusal::UnknownKey),
            (None, _) => Err(Refusal::OtherAlgorithm),
        }
    }
}

impl Key {
    /// What signatures are checked with.
    pub(super) const fn material(&self) -> &DecodingKey {
        &self.material
    }

    fn read(json: &Json) -> Option<Self> {
        let text = |name: &str| json.get(name).and_then(Json::as_str);
        if text("use").is_some_and(|purpose| purpose != "sig") || !may_verify(json) {
            return None;
        }
        let (mut algorithms, material) = match text("kty")? {
            "RSA" => rsa(text("n")?, text("e")?)?,
            "EC" => elliptic(text("crv")?, text("x")?, text("y")?)?,
            "OKP" => edwards(text("crv")?, text("x")?)?,
            _ => return None,
        };
        if let Some(name) = text("alg") {
            let only = algorithm(name)?;
            algorithms.retain(|possible| *possible == only);
        }
        let id = text("kid").map(str::to_owned);
        (!algorithms.is_empty()).then_some(Self { id, algorithms, material })
    }
}

/// `key_ops`, where there is one, says more exactly than `use` what a key is for.
fn may_verify(json: &Json) -> bool {
    let operations = json.get("key_ops").and_then(Json::as_array);
    operations.is_none_or(|all| all.iter().any(|operation| operation == "verify"))
}

type Material = (Vec<Algorithm>, DecodingKey);

fn rsa(modulus: &str, exponent: &str) -> Option<Material> {
    use Algorithm::{PS256, PS384, PS512, RS256, RS384, RS512};
    let (modulus, exponent) = (bytes(modulus)?, bytes(exponent)?);
    let zeros = modulus.iter().take_while(|byte| **byte == 0).count();
    let significant = modulus.get(zeros..)?;
    let leading = significant.first()?.leading_zeros() as usize;
    let bits = 8 * significant.len() - leading;
    let key = DecodingKey::from_rsa_raw_components(significant, &exponent);
    (bits >= RSA_BITS).then_some((vec![RS256, RS384, RS512, PS256, PS384, PS512], key))
}

fn elliptic(curve: &str, x: &str, y: &str) -> Option<Material> {
    let (algorithm, length) = match curve {
        "P-256" => (Algorithm::ES256, 32),
        "P-384" => (Algorithm::ES384, 48),
        _ => return None,
    };
    let whole = bytes(x)?.len() == length && bytes(y)?.len() == length;
    whole.then_some((vec![algorithm], DecodingKey::from_ec_components(x, y).ok()?))
}

fn edwards(curve: &str, x: &str) -> Option<Material> {
    let whole = curve == "Ed25519" && bytes(x)?.len() == 32;
    whole.then_some((vec![Algorithm::EdDSA], DecodingKey::from_ed_components(x).ok()?))
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}
