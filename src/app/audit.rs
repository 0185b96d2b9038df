//! The audit: written with every write and every denial, read by admins.

use super::Context;
use crate::domain::audit::Happening;
pub use crate::domain::audit::Record;
use crate::domain::{Actor, Id, Kind, Result, Scope, Timestamp};
pub(super) use crate::store::audit::append;
use crate::store::{self, audit::Question};

/// Checks that the caller may do something, and remembers when they may not. Who is nobody leaves no record: anybody
/// could fill the database.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub(super) async fn require(
    context: &Context,
    scope: Scope,
    action: &str,
    entry: Option<(Kind, Id)>,
) -> Result<()> {
    let Err(denied) = context.caller.require(scope) else { return Ok(()) };
    if context.caller.actor != Actor::Anonymous {
        let (caller, clock, record) =
            (context.caller.clone(), context.app.clock.clone(), Record::denied(action, entry));
        context.app.store().write(move |c| append(c, clock.now(), &caller, &[record])).await?;
    }
    Err(denied)
}

/// Which records are asked for. All conditions must hold.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// By this actor, in its text form.
    pub actor: Option<String>,
    /// About this entry.
    pub entry: Option<Id>,
    /// Of this action.
    pub action: Option<String>,
    /// Done, or denied.
    pub done: Option<bool>,
    /// Not before.
    pub since: Option<Timestamp>,
    /// Before.
    pub until: Option<Timestamp>,
    /// Older than the record of this number.
    pub before: Option<i64>,
}

/// The newest records first, and whether there are more.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN` without the scope `admin`.
pub async fn list(context: &Context, filter: Filter, size: u32) -> Result<(Vec<Happening>, bool)> {
    require(context, Scope::Admin, "read audit", None).await?;
    let Filter { actor, entry, action, done, since, until, before } = filter;
    let question = Question { actor, entry, action, done, since, until, before };
    let mut found =
        context.app.store().read(move |c| store::audit::find(c, &question, i64::from(size) + 1)).await?;
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    let has_more = found.len() > size;
    found.truncate(size);
    Ok((found, has_more))
}
