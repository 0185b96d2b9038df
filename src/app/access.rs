//! Access: who calls, and the keys by which programs say so.

pub mod oidc;
pub mod preview;
mod token;

use std::net::IpAddr;
use std::time::Duration;

use token::Sort;
pub use token::Token;

use super::desk::Once;
use super::{App, Context, audit};
use crate::domain::access::AccessKey;
use crate::domain::{Actor, Caller, Error, ErrorCode, Id, Result, Scope, Scopes, Timestamp, Validator};
use crate::store;

/// Until when the old key is accepted besides the one that takes its place.
const ROTATION: Duration = Duration::from_hours(24);

/// Uses are remembered to the minute, so that reading does not become writing.
const USE_PRECISION: Duration = Duration::from_mins(1);

/// Who calls with these credentials; nobody in particular without any.
///
/// # Errors
/// `UNAUTHENTICATED` for credentials that are damaged, unknown, expired or revoked; `UNAVAILABLE` while the issuer of a
/// token cannot be asked for its keys.
pub async fn authenticate(app: &App, bearer: Option<&str>, address: Option<IpAddr>) -> Result<Caller> {
    let Some(bearer) = bearer else {
        let scopes = if app.access().public_reading { Scopes::of(&[Scope::Read]) } else { Scopes::default() };
        return Ok(Caller { actor: Actor::Anonymous, scopes, address, preview: None, expires_at: None });
    };
    if let Some(issuer) = app.issuer().filter(|_| !Token::claims_to_be_one(bearer)) {
        return oidc::authenticate(app, issuer, bearer, address).await;
    }
    let refused = |detail: &str| Error::new(ErrorCode::Unauthenticated, detail);
    let token = Token::parse(bearer)
        .ok_or_else(|| refused("This is no key, or it was not copied whole. A key begins with dl_."))?;
    if token.sort() == Sort::Preview {
        return preview::authenticate(app, &token, address).await;
    }
    let now = app.now();
    let found = app.store().read({
        let id = token.id();
        move |c| store::access_key::by_id(c, id)
    });
    let (key, _) = found
        .await?
        .filter(|(_, digest)| token.matches(digest))
        .ok_or_else(|| refused("There is no such key."))?;
    if !key.is_valid(now) {
        return Err(refused("The key has expired or was revoked. Ask an admin for another."));
    }
    if key.last_used_at.is_none_or(|last| last.plus(USE_PRECISION) <= now) {
        let id = key.id;
        beside(app.store().write(move |c| store::access_key::used(c, id, now))).await;
    }
    let (actor, scopes, expires_at) = (Actor::Key(key.id), key.scopes, key.expires_at);
    Ok(Caller { actor, scopes, address, preview: None, expires_at })
}

/// Writes something down beside the answer. Who reads does not wait for those who write, nor fail with them: what is
/// not done in a moment is done later or not at all.
pub(super) async fn beside(write: impl Future<Output = Result<()>>) {
    if let Ok(Err(error)) = tokio::time::timeout(Duration::from_millis(100), write).await {
        tracing::debug!(%error, cause = error.cause(), "a use was not remembered");
    }
}

/// What the caller's key is, when it has one.
///
/// # Errors
/// Only failures of the database.
pub async fn own_key(context: &Context) -> Result<Option<AccessKey>> {
    let Actor::Key(id) = context.caller.actor else { return Ok(None) };
    let found = context.app.store().read(move |c| store::access_key::by_id(c, id)).await?;
    Ok(found.map(|(key, _)| key))
}

/// A key that is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewKey {
    /// What it is for.
    pub name: String,
    /// What it may do.
    pub scopes: Scopes,
    /// The first moment at which it is not accepted any more.
    pub expires_at: Option<Timestamp>,
}

/// Makes a key. The token is shown this once.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN` without the scope `admin`; `VALIDATION_FAILED`; `CONFLICT` for a request that comes
/// again, `IDEMPOTENCY_KEY_REUSED`.
pub async fn create(context: &Context, new: NewKey, once: Option<Once>) -> Result<(AccessKey, Token)> {
    audit::require(context, Scope::Admin, "create key", None).await?;
    check(&new, context.app.now())?;
    let (id, clock, caller) = (context.app.ids.next(), context.app.clock.clone(), context.caller.clone());
    let token = Token::generate(Sort::Key, id)?;
    let digest = token.digest();
    let key = context
        .app
        .store()
        .write(move |c| {
            let NewKey { name, scopes, expires_at } = new;
            let created_at = clock.now();
            if let Some(once) = once {
                once.only_once(c, &caller.actor, created_at, &format!("the key {id}"))?;
            }
            let key = AccessKey {
                id,
                name,
                scopes,
                created_at,
                created_by: caller.actor.clone(),
                expires_at,
                revoked_at: None,
                last_used_at: None,
            };
            store::access_key::insert(c, &key, &digest)?;
            let record = audit::Record::of("create key", Some(format!("{id} {}: {scopes}", key.name)));
            audit::append(c, created_at, &caller, &[record])?;
            Ok(key)
        })
        .await?;
    Ok((key, token))
}

/// All keys, the oldest first, without their secrets.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN` without the scope `admin`.
pub async fn list(context: &Context) -> Result<Vec<AccessKey>> {
    audit::require(context, Scope::Admin, "list keys", None).await?;
    context.app.store().read(store::access_key::all).await
}

/// Ends a key at once.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN` without the scope `admin`; `NOT_FOUND`.
pub async fn revoke(context: &Context, id: Id) -> Result<AccessKey> {
    audit::require(context, Scope::Admin, "revoke key", None).await?;
    let (clock, caller) = (context.app.clock.clone(), context.caller.clone());
    context
        .app
        .store()
        .write(move |c| {
            let now = clock.now();
            store::access_key::revoke(c, id, now)?;
            let (key, _) = store::access_key::by_id(c, id)?.ok_or_else(|| no_key(id))?;
            let record = audit::Record::of("revoke key", Some(format!("{id} {}", key.name)));
            audit::append(c, now, &caller, &[record])?;
            Ok(key)
        })
        .await
}

/// Makes a key that takes the place of another. The old one is accepted for another day, so that programs can change
/// over; revoke it when it has leaked.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN` without the scope `admin`; `NOT_FOUND`; `CONFLICT` for a key that is not valid.
pub async fn rotate(context: &Context, id: Id) -> Result<(AccessKey, Token)> {
    audit::require(context, Scope::Admin, "rotate key", None).await?;
    let (clock, caller) = (context.app.clock.clone(), context.caller.clone());
    let new_id = context.app.ids.next();
    let token = Token::generate(Sort::Key, new_id)?;
    let digest = token.digest();
    let key = context
        .app
        .store()
        .write(move |c| {
            let now = clock.now();
            let (old, _) = store::access_key::by_id(c, id)?.ok_or_else(|| no_key(id))?;
            let ends_soon = old.expires_at.is_some_and(|end| end <= now.plus(ROTATION));
            if !old.is_valid(now) || ends_soon {
                let detail = "The key has ended, or ends within a day: it may have been rotated already. Make a new one.";
                return Err(Error::new(ErrorCode::Conflict, detail));
            }
            let key = AccessKey {
                id: new_id,
                created_at: now,
                created_by: caller.actor.clone(),
                last_used_at: None,
                ..old.clone()
            };
            store::access_key::insert(c, &key, &digest)?;
            store::access_key::expire(c, id, now.plus(ROTATION))?;
            let record = audit::Record::of("rotate key", Some(format!("{id} to {new_id} {}", key.name)));
            audit::append(c, now, &caller, &[record])?;
            Ok(key)
        })
        .await?;
    Ok((key, token))
}

fn check(new: &NewKey, now: Timestamp) -> Result<()> {
    let mut v = Validator::new();
    v.text("name", &new.name, 200);
    if new.scopes == Scopes::default() {
        v.within("scopes", |v| v.fail("Must name at least one scope."));
    }
    if new.expires_at.is_some_and(|end| end <= now) {
        v.within("expiresAt", |v| v.fail("Must lie ahead."));
    }
    v.finish()
}

fn no_key(id: Id) -> Error {
    Error::not_found(format!("key with the id {id}"))
}
