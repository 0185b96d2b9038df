//! The desk: everything that can be done to entries, by whichever door.
//!
//! A door makes [`Command`]s of what it was asked and gives them to [`carry_out`], which does all of them in one
//! transaction or none. The rules stand here once: who may do what, that a change names the revision it is made to,
//! what is saved, what becomes public, and what the log and the audit say of it.

pub mod command;
mod correct;
mod entry;
mod file;
mod names;
mod once;
mod read;

use std::collections::BTreeSet;

pub use command::{Action, Command, Release};
pub use once::Once;
pub(super) use read::readable;
pub use read::{History, Usage, diff, entry, revision, revisions, used_in};

pub(super) use file::check_file;

use self::entry::Work;
use super::spread::spread;
use super::{App, Context, audit};
use crate::domain::{Entry, Error, Id, Kind, Result};
use crate::store::{self, AnyConnection};

/// The most commands that one request may hold.
pub const MAX_COMMANDS: usize = 100;

/// Does what a command says, and gives the entry as it is then. With `once`, a request that comes again is answered as
/// before and does nothing.
///
/// # Errors
/// `UNAUTHENTICATED` and `FORBIDDEN` for want of a scope; `NOT_FOUND`; `PRECONDITION_REQUIRED` when a change names no
/// revision, `PRECONDITION_FAILED` with what changed when it names an old one; `VALIDATION_FAILED` with every broken
/// rule; `CONFLICT` for a slug of another entry, and for what cannot be done in the state that the entry is in;
/// `IDEMPOTENCY_KEY_REUSED`.
pub async fn carry_out(context: &Context, command: Command, once: Option<Once>) -> Result<Entry> {
    let entries = run(context, vec![command], once, |error, _| error).await?;
    entries.into_iter().next().ok_or_else(|| Error::internal("a command without an entry"))
}

/// Saves what a command says and hands it to whoever publishes: both or neither.
///
/// # Errors
/// As [`carry_out`].
pub async fn propose(context: &Context, save: Command) -> Result<Entry> {
    let id = save.id.unwrap_or_else(|| context.app.ids.next());
    // Whoever was faster is noticed when it is saved, so the revision that is handed on is the one behind.
    let saved = save.expected.map_or(1, |seen| seen.revision.saturating_add(1));
    let submit = Command {
        kind: save.kind,
        id: Some(id),
        expected: Some(saved.into()),
        note: save.note.clone(),
        action: Action::Submit,
    };
    let commands = vec![Command { id: Some(id), ..save }, submit];
    let entries = run(context, commands, None, |error, _| error).await?;
    entries.into_iter().next_back().ok_or_else(|| Error::internal("a command without an entry"))
}

/// Does what several commands say, in their order: all of it or nothing. One entry for each.
///
/// # Errors
/// As [`carry_out`]; pointers begin with `/writes/` and the number of the command at fault. `TOO_LARGE` for none and
/// for more than [`MAX_COMMANDS`].
pub async fn carry_out_all(
    context: &Context,
    commands: Vec<Command>,
    once: Option<Once>,
) -> Result<Vec<Entry>> {
    if commands.is_empty() || commands.len() > MAX_COMMANDS {
        let detail = format!("A request holds 1 to {MAX_COMMANDS} writes.");
        return Err(Error::new(crate::domain::ErrorCode::TooLarge, detail));
    }
    run(context, commands, once, below).await
}

/// What a request was answered with, when it came before.
///
/// # Errors
/// `IDEMPOTENCY_KEY_REUSED`.
pub(super) async fn answered(context: &Context, once: &Once) -> Result<Option<Entry>> {
    let (once, now, actor) = (once.clone(), context.app.now(), context.caller.actor.clone());
    let entries = context.app.store().read(move |c| once.answered(c, &actor, now)).await?;
    Ok(entries.and_then(|entries| entries.into_iter().next()))
}

/// How an error tells which command it is about.
type Within = fn(Error, usize) -> Error;

async fn run(
    context: &Context,
    commands: Vec<Command>,
    once: Option<Once>,
    within: Within,
) -> Result<Vec<Entry>> {
    for command in &commands {
        let about = command.id.map(|id| (command.kind, id));
        audit::require(context, command.action.scope(), command.action.as_str(), about).await?;
    }
    let context = context.clone();
    let app = context.app.clone();
    app.store().write(move |c| transact(c, &context, commands, once.as_ref(), within)).await
}

fn transact(
    connection: &mut AnyConnection,
    context: &Context,
    commands: Vec<Command>,
    once: Option<&Once>,
    within: Within,
) -> Result<Vec<Entry>> {
    let App { clock, ids, site, .. } = &context.app;
    let actor = &context.caller.actor;
    // The clock is read once it is this write's turn: the log's times are in the order of the log.
    let now = clock.now();
    if let Some(once) = once
        && let Some(entries) = once.answered(connection, actor, now)?
    {
        return Ok(entries);
    }
    let mut work = Work::new(connection, site, now, actor);
    for (index, command) in commands.into_iter().enumerate() {
        work.carry_out(command, || ids.next()).map_err(|error| within(error, index))?;
    }
    let Work { changes, touched, audited, done, .. } = work;
    let republished: BTreeSet<(Id, Kind)> = changes
        .iter()
        .filter(|change| change.verb.is_seen_by_readers())
        .map(|change| (change.entry, change.kind))
        .collect();
    let touched: Vec<(Id, Kind)> = touched.into_iter().collect();
    store::working_copy::update(connection, &touched)?;
    store::search::update(connection, now, &touched)?;
    spread(connection, now, &republished.into_iter().collect::<Vec<_>>(), changes, actor)?;
    audit::append(connection, now, &context.caller, &audited)?;
    let entries =
        done.into_iter().map(|key| entry::load(connection, now, key)).collect::<Result<Vec<Entry>>>()?;
    if let Some(once) = once {
        once.remember(connection, actor, now, &entries)?;
    }
    Ok(entries)
}

/// Says which of several commands an error is about.
#[must_use]
pub fn below(mut error: Error, index: usize) -> Error {
    if error.fields.is_empty() {
        return error.at(format!("/writes/{index}"));
    }
    for field in &mut error.fields {
        field.pointer = format!("/writes/{index}{}", field.pointer);
    }
    error
}
