//! Writing through the application, as the operator.

use dateline::app::access::{self, NewKey};
use dateline::app::desk::{self, Action, Command, Release};
use dateline::app::{App, Context};
use dateline::document;
use dateline::domain::access::Role;
use dateline::domain::{Caller, Content, Entry, Error, Id, Kind, Timestamp};

pub(crate) fn operator(app: &App) -> Context {
    Context { app: app.clone(), caller: Caller::operator() }
}

/// A new key with the scopes of a role.
pub(crate) async fn key(app: &App, role: Role) -> String {
    let new = NewKey { name: role.to_string(), scopes: role.scopes(), expires_at: None };
    let (_, token) = access::create(&operator(app), new, None).await.expect("a key");
    token.reveal()
}

/// Does one thing.
pub(crate) async fn act(
    app: &App,
    kind: Kind,
    id: Option<Id>,
    expected: Option<u32>,
    action: Action,
) -> Result<Entry, Error> {
    let command =
        Command { kind, id, expected: expected.map(Into::into), note: Some("A test.".to_owned()), action };
    desk::carry_out(&operator(app), command, None).await
}

/// Does one thing to an entry in its newest state.
pub(crate) async fn change(app: &App, kind: Kind, id: Id, action: Action) -> Result<Entry, Error> {
    let entry = desk::entry(&operator(app), kind, id).await?;
    act(app, kind, Some(id), Some(entry.revision.number), action).await
}

/// Saves content: a new entry, or a new revision of one.
pub(crate) async fn try_save<C: Content>(app: &App, id: Option<Id>, content: C) -> Result<Id, Error> {
    let document = document::whole(&content.into_any())?;
    let entry = match id {
        None => act(app, C::KIND, None, None, Action::Create(document)).await?,
        Some(id) => change(app, C::KIND, id, Action::Save(document)).await?,
    };
    Ok(entry.revision.id)
}

pub(crate) async fn save<C: Content>(app: &App, id: Option<Id>, content: C) -> Id {
    try_save(app, id, content).await.expect("it is saved")
}

pub(crate) async fn publish(app: &App, kind: Kind, id: Id, revision: u32, from: Option<Timestamp>) {
    let release = Release { revision: Some(revision), from, ..Release::default() };
    change(app, kind, id, Action::Publish(release)).await.expect("it is published");
}
