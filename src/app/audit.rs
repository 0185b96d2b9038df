//! The audit: written with every write and every denial, read by admins.

use std::time::Duration;

use super::Context;
use crate::domain::audit::Happening;
pub use crate::domain::audit::Record;
use crate::domain::{Actor, Id, Kind, Result, Scope, Timestamp};
pub(super) use crate::store::audit::append;
use crate::store::audit::{Lately, Question};
use crate::store::{self, AnyConnection};

/// Whoever does the same again and again without changing anything, or is not let, is on record once in this time.
const PRECISION: Duration = Duration::from_mins(1);

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
        remember(context, vec![Record::denied(action, entry)]).await?;
    }
    Err(denied)
}

/// Writes down what is not on record already. Whoever repeats themselves costs a read, and fills nothing.
pub(super) async fn remember(context: &Context, records: Vec<Record>) -> Result<()> {
    let (caller, now) = (context.caller.clone(), context.app.now());
    let unknown = move |c: &mut AnyConnection| {
        let known = store::audit::lately(c, &caller.actor.to_string(), now.minus(PRECISION))?;
        let new = records.iter().filter(|record| !known.contains(&Lately::of(record, &caller)));
        Ok((caller.clone(), new.cloned().collect::<Vec<_>>()))
    };
    let store = context.app.store();
    let (_, new) = store.read(unknown.clone()).await?;
    if new.is_empty() {
        return Ok(());
    }
    // Of many at once one is written down.
    store.write(move |c| unknown(c).and_then(|(caller, new)| append(c, now, &caller, &new))).await
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
