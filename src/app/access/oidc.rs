//! Tokens of an issuer that the newsroom trusts (OpenID Connect): JWTs, signed with keys that the issuer publishes.
//!
//! [`verify`] is pure: a token, keys and a moment make a subject or a refusal. [`Published`] gets the keys.

mod claims;
mod jws;
mod keys;
mod published;

use std::net::IpAddr;
use std::sync::Arc;

use claims::Subject;
use jws::Jws;
use keys::KeySet;
use published::Published;

use crate::app::App;
use crate::domain::{Actor, Caller, Error, ErrorCode, Oidc, Result, Timestamp};

/// The issuer that is trusted, with the keys that it publishes. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Issuer {
    trust: Arc<Oidc>,
    keys: Arc<Published>,
}

impl Issuer {
    /// Trusts an issuer. It is asked for its keys when the first token comes.
    #[must_use]
    pub fn new(trust: Oidc) -> Self {
        let keys = Arc::new(Published::of(&trust));
        Self { trust: Arc::new(trust), keys }
    }
}

/// Why a token is refused, in a sentence for whoever sent it. It tells which check failed, and nothing of the token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
enum Refusal {
    #[error("The token has more than {} bytes.", jws::LONGEST)]
    TooLong,
    #[error("This is neither a key nor a token, or it was not copied whole. A key begins with dl_.")]
    Malformed,
    #[error("The token is of a type that is not accepted here. Send an access token.")]
    Type,
    #[error("The token asks for an extension that is not known here (crit).")]
    Critical,
    #[error("The token is signed with an algorithm that is not accepted here.")]
    Algorithm,
    #[error("The token is signed with a key that its issuer does not publish.")]
    UnknownKey,
    #[error("The token is signed with an algorithm that is not that of its key.")]
    OtherAlgorithm,
    #[error("The token does not say with which of several keys it is signed (kid).")]
    Ambiguous,
    #[error("The signature of the token is wrong.")]
    Signature,
    #[error("The token is of another issuer.")]
    Issuer,
    #[error("The token is not for this audience.")]
    Audience,
    #[error("The token does not say until when it holds (exp).")]
    NoExpiry,
    #[error("The token has expired. Get a new one from its issuer.")]
    Expired,
    #[error("The token does not hold yet.")]
    NotYet,
    #[error("A time in the token is no time.")]
    Time,
    #[error("The token does not say whose it is.")]
    Nameless,
}

/// Whoever sent a token.
pub(super) async fn authenticate(
    app: &App,
    issuer: &Issuer,
    token: &str,
    address: Option<IpAddr>,
) -> Result<Caller> {
    let refused = |refusal: Refusal| Error::new(ErrorCode::Unauthenticated, refusal.to_string());
    let (token, now) = (Jws::read(token).map_err(refused)?, app.now());
    let keys = issuer.keys.current(now).await.ok_or_else(no_keys)?;
    let mut found = verify(&issuer.trust, &keys, &token, now);
    if found == Err(Refusal::UnknownKey) {
        // The issuer may have changed its keys since.
        if let Some(newer) = issuer.keys.newer(&keys, now).await {
            found = verify(&issuer.trust, &newer, &token, now);
        }
    }
    let Subject { name, scopes, expires_at } = found.map_err(refused)?;
    let actor = Actor::Subject { issuer: issuer.trust.issuer.clone(), subject: name };
    Ok(Caller { actor, scopes, address, preview: None, expires_at: Some(expires_at) })
}

/// Whose a token is. Nothing that it claims is looked at before its signature is right.
fn verify(trust: &Oidc, keys: &KeySet, token: &Jws<'_>, now: Timestamp) -> Result<Subject, Refusal> {
    let claims = token.claims(keys.of(token)?)?;
    claims::check(trust, &claims, now)
}

fn no_keys() -> Error {
    let detail = "The issuer of tokens does not answer, so none can be checked. Try again shortly.";
    Error::new(ErrorCode::Unavailable, detail)
}
