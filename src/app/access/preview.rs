//! Preview links: whoever holds one sees one revision of one entry, and of everything else what is public.

use std::net::IpAddr;
use std::time::Duration;

use super::USE_PRECISION;
use super::token::{Sort, Token};
use crate::app::desk::Once;
use crate::app::{App, Context, audit};
use crate::domain::access::PreviewLink;
use crate::domain::{Actor, Caller, Error, ErrorCode, Id, Kind, Result, Scope, Scopes, Timestamp, Validator};
use crate::store;

/// How long a link shows something, unless it is said.
const USUAL: Duration = Duration::from_hours(7 * 24);

/// How long a link can show something.
const LONGEST: Duration = Duration::from_hours(90 * 24);

/// A link that is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLink {
    /// The entry.
    pub entry: (Kind, Id),
    /// The revision; `None` takes the newest.
    pub revision: Option<u32>,
    /// The first moment at which it shows nothing any more; `None` is in 7 days. At most 90 days.
    pub expires_at: Option<Timestamp>,
    /// For whom it is, in words.
    pub note: Option<String>,
}

/// Whoever holds the link. The first use in a minute is in the audit.
pub(super) async fn authenticate(app: &App, token: &Token, address: Option<IpAddr>) -> Result<Caller> {
    let refused = |detail: &str| Error::new(ErrorCode::Unauthenticated, detail);
    let (id, now) = (token.id(), app.now());
    let found = app.store().read(move |c| store::preview_link::by_id(c, id)).await?;
    let (link, _) = found
        .filter(|(_, digest)| token.matches(digest))
        .ok_or_else(|| refused("There is no such preview link."))?;
    if !link.is_valid(now) {
        return Err(refused("The preview link has expired or was revoked. Ask for another."));
    }
    let PreviewLink { entry, revision, expires_at, last_used_at, .. } = link;
    let scopes = Scopes::of(&[Scope::Read]);
    let preview = Some((entry.1, revision));
    let caller = Caller { actor: Actor::Preview(id), scopes, address, preview, expires_at: Some(expires_at) };
    if last_used_at.is_none_or(|last| last.plus(USE_PRECISION) <= now) {
        let record =
            audit::Record { entry: Some(entry), after: Some(revision), ..audit::Record::of("preview", None) };
        let by = caller.clone();
        let since = now.minus(USE_PRECISION);
        super::beside(app.store().write(move |c| {
            // Of many first uses at once one is written down.
            if store::preview_link::used(c, id, now, since)? {
                audit::append(c, now, &by, &[record])?;
            }
            Ok(())
        }))
        .await;
    }
    Ok(caller)
}

/// Makes a link. The token is shown this once.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN` without the scope `write`; `NOT_FOUND`; `KILLED`; `VALIDATION_FAILED`;
/// `CONFLICT` for a request that comes again, `IDEMPOTENCY_KEY_REUSED`.
pub async fn create(context: &Context, new: NewLink, once: Option<Once>) -> Result<(PreviewLink, Token)> {
    audit::require(context, Scope::Write, "create preview link", Some(new.entry)).await?;
    let (id, clock, caller) = (context.app.ids.next(), context.app.clock.clone(), context.caller.clone());
    let token = Token::generate(Sort::Preview, id)?;
    let digest = token.digest();
    let link = context
        .app
        .store()
        .write(move |c| {
            let now = clock.now();
            if let Some(once) = once {
                once.only_once(c, &caller.actor, now, &format!("the preview link {id}"))?;
            }
            let NewLink { entry: (kind, entry), revision, expires_at, note } = new;
            let expires_at = expires_at.unwrap_or_else(|| now.plus(USUAL));
            check(expires_at, note.as_deref(), now)?;
            let newest = crate::app::desk::readable(c, kind, entry)?.latest_revision;
            let revision = revision.unwrap_or(newest);
            if store::revision::content(c, entry, kind, revision)?.is_none() {
                return Err(Error::not_found(format!("revision {revision} of this {}", kind.noun())));
            }
            let link = PreviewLink {
                id,
                entry: (kind, entry),
                revision,
                note: note.clone(),
                created_at: now,
                created_by: caller.actor.clone(),
                expires_at,
                revoked_at: None,
                last_used_at: None,
            };
            store::preview_link::insert(c, &link, &digest)?;
            let record = audit::Record::of("create preview link", note);
            let record = audit::Record { entry: Some((kind, entry)), after: Some(revision), ..record };
            audit::append(c, now, &caller, &[record])?;
            Ok(link)
        })
        .await?;
    Ok((link, token))
}

/// The links to an entry, the oldest first, without their secrets.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN` without the scope `write`.
pub async fn list(context: &Context, (kind, id): (Kind, Id)) -> Result<Vec<PreviewLink>> {
    audit::require(context, Scope::Write, "list preview links", Some((kind, id))).await?;
    context.app.store().read(move |c| store::preview_link::of_entry(c, kind, id)).await
}

/// Ends a link at once.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN` without the scope `write`; `NOT_FOUND`.
pub async fn revoke(context: &Context, id: Id) -> Result<PreviewLink> {
    audit::require(context, Scope::Write, "revoke preview link", None).await?;
    let (clock, caller) = (context.app.clock.clone(), context.caller.clone());
    context
        .app
        .store()
        .write(move |c| {
            let now = clock.now();
            store::preview_link::revoke(c, id, now)?;
            let found = store::preview_link::by_id(c, id)?;
            let (link, _) =
                found.ok_or_else(|| Error::not_found(format!("preview link with the id {id}")))?;
            let record = audit::Record::of("revoke preview link", link.note.clone());
            audit::append(c, now, &caller, &[audit::Record { entry: Some(link.entry), ..record }])?;
            Ok(link)
        })
        .await
}

fn check(expires_at: Timestamp, note: Option<&str>, now: Timestamp) -> Result<()> {
    let mut v = Validator::new();
    v.optional_text("note", note, 500);
    if expires_at <= now || expires_at > now.plus(LONGEST) {
        v.within("expiresAt", |v| v.fail("Must lie ahead, at most 90 days."));
    }
    v.finish()
}
