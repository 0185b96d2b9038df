//! What a token claims (RFC 7519): whether it holds, whose it is, and what it grants.

use std::time::Duration;

use super::Refusal;
use crate::document::Json;
use crate::domain::{Oidc, Scopes, Timestamp};

/// By how much clocks may differ.
const SKEW: Duration = Duration::from_mins(1);

/// The longest name of somebody, in bytes: that of `sub` in OpenID Connect.
const LONGEST_NAME: usize = 255;

/// Whoever a token is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    /// By what they are known here.
    pub name: String,
    /// What they may do.
    pub scopes: Scopes,
    /// The first moment at which the token does not hold any more, by the issuer's clock.
    pub expires_at: Timestamp,
}

/// Checks that the claims of a signed token hold now, and are meant for us.
pub(super) fn check(trust: &Oidc, claims: &Json, now: Timestamp) -> Result<Subject, Refusal> {
    if claims.get("iss").and_then(Json::as_str) != Some(&trust.issuer) {
        return Err(Refusal::Issuer);
    }
    if !claims.get("aud").is_some_and(|audience| texts(audience).any(|one| one == trust.audience)) {
        return Err(Refusal::Audience);
    }
    let expires_at = moment(claims, "exp")?.ok_or(Refusal::NoExpiry)?;
    if now >= expires_at.plus(SKEW) {
        return Err(Refusal::Expired);
    }
    for begin in ["nbf", "iat"] {
        if moment(claims, begin)?.is_some_and(|begin| begin > now.plus(SKEW)) {
            return Err(Refusal::NotYet);
        }
    }
    let name = find(claims, &trust.name_claim).and_then(Json::as_str).filter(|name| is_name(name));
    let name = name.ok_or(Refusal::Nameless)?.to_owned();
    Ok(Subject { name, scopes: scopes(trust, claims), expires_at })
}

fn scopes(trust: &Oidc, claims: &Json) -> Scopes {
    match find(claims, &trust.scope_claim) {
        // As OAuth writes scopes (RFC 6749 §3.3).
        Some(Json::String(words)) => trust.grants.of(words.split_whitespace()),
        Some(list) => trust.grants.of(texts(list)),
        None => Scopes::default(),
    }
}

/// A member by its path. Names of members may have dots themselves.
fn find<'a>(json: &'a Json, path: &str) -> Option<&'a Json> {
    let below = || {
        let mut dots = path.match_indices('.');
        dots.find_map(|(dot, _)| find(json.get(&path[..dot])?, &path[dot + 1..]))
    };
    json.get(path).or_else(below)
}

/// A text, or the texts of a list.
fn texts(json: &Json) -> impl Iterator<Item = &str> {
    let (one, list) = (json.as_str(), json.as_array());
    one.into_iter().chain(list.into_iter().flatten().filter_map(Json::as_str))
}

/// Seconds since 1970, perhaps with a fraction. What lies beyond all times that can be written is the last of them.
fn moment(claims: &Json, name: &str) -> Result<Option<Timestamp>, Refusal> {
    let Some(seconds) = claims.get(name) else { return Ok(None) };
    let seconds = seconds.as_f64().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    let began = Timestamp::from_micros(0).ok_or(Refusal::Time)?;
    let moment = began.plus(seconds.ok_or(Refusal::Time)?);
    Ok(Some(moment.min(Timestamp::END)))
}

fn is_name(name: &str) -> bool {
    (1..=LONGEST_NAME).contains(&name.len()) && !name.chars().any(char::is_control)
}
