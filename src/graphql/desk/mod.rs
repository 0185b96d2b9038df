//! The desk at the GraphQL door: one mutation for each thing that can be done to each kind of entry.
//!
//! What a client can mend comes back in `userErrors` of the payload; want of a right and failures of the server are
//! errors of GraphQL.

mod content;
mod diff;
mod entry;
mod mutation;
mod review;

use async_graphql::{Context, ID, SimpleObject};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

pub(super) use entry::{DeskQuery, Entry};
pub use mutation::Mutation;
pub(super) use review::ReviewQuery;

use super::error;
use crate::app;
use crate::app::desk::{self, Action, Command, Once};
use crate::app::media::{self, Naming};
use crate::document::Json;
use crate::domain::entry::Version;
use crate::domain::{self, Error, ErrorCode, FieldError, Kind};

/// Something that the client can mend.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct UserError {
    /// The sort of problem, for programs; the same in REST.
    code: String,
    /// What is wrong and what to do about it, for people.
    message: String,
    /// Where in the content or the input; empty when it concerns the whole.
    field: Vec<String>,
}

/// What a mutation asks for besides its action.
pub(super) struct Asked {
    pub kind: Kind,
    pub id: Option<ID>,
    pub seen: Option<Seen>,
    pub note: Option<String>,
    pub idempotency_key: Option<String>,
}

/// What the client has seen: a revision, and maybe the whole version.
pub(super) struct Seen(pub i32, pub Option<String>);

impl Seen {
    fn version(self) -> domain::Result<Version> {
        let wrong = |field: &str, detail: &str| Error::new(ErrorCode::ValidationFailed, detail).at(field);
        let Self(revision, version) = self;
        match version {
            Some(version) => version.parse().map_err(|_| {
                wrong("/expectedVersion", "Must be the version of an entry as it was sent, such as 7.52.")
            }),
            None => u32::try_from(revision)
                .map(Version::from)
                .map_err(|_| wrong("/expectedRevision", "A revision is a number from 1 on.")),
        }
    }
}

/// Does one thing. Refusals that the client can mend are inside.
pub(super) async fn carry_out(
    context: &Context<'_>,
    asked: Asked,
    action: Action,
) -> async_graphql::Result<Result<domain::Entry, Vec<UserError>>> {
    let client = context.data::<app::Context>()?;
    let done = async {
        let once = asked.idempotency_key.as_deref().map(|key| once(context, key)).transpose()?;
        desk::carry_out(client, command(asked, action)?, once).await
    };
    told(done.await)
}

/// Fetches a picture, and makes an image of it.
pub(super) async fn fetch(
    context: &Context<'_>,
    asked: Asked,
    url: &str,
    document: Json,
) -> async_graphql::Result<Result<domain::Entry, Vec<UserError>>> {
    let client = context.data::<app::Context>()?;
    let done = async {
        let Asked { kind: _, id, seen: _, note, idempotency_key } = asked;
        let once = idempotency_key.as_deref().map(|key| once(context, key)).transpose()?;
        let id = id.map(|id| id.parse()).transpose().map_err(|error: Error| error.at("/id"))?;
        media::fetch(client, Naming { id, note }, url, document, once).await
    };
    told(done.await)
}

fn told(done: domain::Result<domain::Entry>) -> async_graphql::Result<Result<domain::Entry, Vec<UserError>>> {
    match done {
        Ok(entry) => Ok(Ok(entry)),
        Err(error) if is_for_the_user(error.code) => Ok(Err(user_errors(error))),
        Err(error) => Err(error::of(error)),
    }
}

fn command(asked: Asked, action: Action) -> domain::Result<Command> {
    let Asked { kind, id, seen, note, idempotency_key: _ } = asked;
    let id = id.map(|id| id.parse()).transpose().map_err(|error: Error| error.at("/id"))?;
    let expected = seen.map(Seen::version).transpose()?;
    Ok(Command { kind, id, expected, note, action })
}

/// Two requests are the same when field and arguments are.
fn once(context: &Context<'_>, key: &str) -> domain::Result<Once> {
    if !Once::is_key(key) {
        let detail = format!("An idempotency key has 1 to {} characters of plain ASCII.", Once::MAX_KEY);
        return Err(Error::new(ErrorCode::ValidationFailed, detail).at("/idempotencyKey"));
    }
    let field = context.field();
    let mut hasher = Sha256::new();
    hasher.update(field.name());
    for (name, value) in field.arguments().map_err(|error| Error::internal(error.message))? {
        hasher.update(format!("\n{name}: {value}"));
    }
    Ok(Once { key: key.to_owned(), digest: URL_SAFE_NO_PAD.encode(hasher.finalize()) })
}

const fn is_for_the_user(code: ErrorCode) -> bool {
    !matches!(
        code,
        ErrorCode::Unauthenticated | ErrorCode::Forbidden | ErrorCode::Internal | ErrorCode::Unavailable
    )
}

/// One for each field at fault.
fn user_errors(error: Error) -> Vec<UserError> {
    let code = error.code.as_str().to_owned();
    if error.fields.is_empty() {
        return vec![UserError { code, message: error.detail, field: Vec::new() }];
    }
    let one = |FieldError { pointer, detail }: FieldError| UserError {
        code: code.clone(),
        message: detail,
        field: pointer.split('/').skip(1).map(|part| part.replace("~1", "/").replace("~0", "~")).collect(),
    };
    error.fields.into_iter().map(one).collect()
}
