//! `dateline keys`.

use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};

use super::terminal::{explain, say};
use super::{Common, open};
use crate::app::access::{self, NewKey, Token};
use crate::app::{App, Context};
use crate::domain::access::{AccessKey, Role};
use crate::domain::{Caller, Result as Outcome, Scopes, Timestamp};

/// Keys by which programs identify themselves. Whoever may run this may give out any.
#[derive(Debug, Args)]
pub(super) struct Keys {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Make a key and print it. It is shown this once.
    Create(Create),
    /// List all keys, without their secrets.
    List(Common),
    /// End a key at once.
    Revoke(One),
    /// Make a key that takes the place of another, which is accepted for another 24 hours.
    Rotate(One),
}

#[derive(Debug, Args)]
struct Create {
    #[command(flatten)]
    common: Common,
    /// What it is for, such as "Web desk".
    name: String,
    /// What it is for by a usual set of scopes.
    #[arg(long, value_enum, conflicts_with = "scopes", required_unless_present = "scopes")]
    role: Option<RoleName>,
    /// What it may do: some of read, preview, embargo, write, publish, kill, admin and trust, joined by commas.
    #[arg(long)]
    scopes: Option<String>,
    /// The first moment at which it is not accepted any more, RFC 3339. Without this it is accepted until revoked.
    #[arg(long, value_name = "TIME")]
    expires: Option<String>,
}

#[derive(Debug, Args)]
struct One {
    #[command(flatten)]
    common: Common,
    /// The id of the key.
    id: String,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum RoleName {
    /// Reads what is public: read.
    Reader,
    /// Takes what is public, and what is under embargo already: read, embargo.
    Partner,
    /// Looks at what is not public yet: read, preview.
    Previewer,
    /// Writes, and leaves publishing to others: read, preview, write.
    Writer,
    /// Runs the desk: read, preview, write, publish.
    Editor,
    /// Takes down for legal reasons: read, preview, publish, kill.
    Legal,
    /// Everything.
    Admin,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Reader => Self::Reader,
            RoleName::Partner => Self::Partner,
            RoleName::Previewer => Self::Previewer,
            RoleName::Writer => Self::Writer,
            RoleName::Editor => Self::Editor,
            RoleName::Legal => Self::Legal,
            RoleName::Admin => Self::Admin,
        }
    }
}

impl Keys {
    pub(super) fn run(&self) -> Result<ExitCode, String> {
        match &self.action {
            Action::Create(create) => create.run()?,
            Action::List(common) => {
                let context = operator(open(&common.config(None)?)?);
                wait(access::list(&context))?.iter().for_each(print);
            }
            Action::Revoke(One { common, id }) => {
                let context = operator(open(&common.config(None)?)?);
                print(&wait(access::revoke(&context, id.parse().map_err(|_| not_an_id(id))?))?);
            }
            Action::Rotate(One { common, id }) => {
                let context = operator(open(&common.config(None)?)?);
                show(&wait(access::rotate(&context, id.parse().map_err(|_| not_an_id(id))?))?);
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Create {
    fn run(&self) -> Result<(), String> {
        let scopes = match (self.role, &self.scopes) {
            (Some(role), _) => Role::from(role).scopes(),
            (None, Some(scopes)) => {
                scopes.parse::<Scopes>().map_err(|error| format!("--scopes: {}", error.detail))?
            }
            (None, None) => Scopes::default(),
        };
        let expires_at = self.expires.as_deref().map(str::parse::<Timestamp>).transpose();
        let expires_at = expires_at.map_err(|error| format!("--expires: {}", error.detail))?;
        let new = NewKey { name: self.name.clone(), scopes, expires_at };
        let context = operator(open(&self.common.config(None)?)?);
        show(&wait(access::create(&context, new, None))?);
        Ok(())
    }
}

fn operator(app: App) -> Context {
    Context { app, caller: Caller::operator() }
}

fn wait<T>(job: impl Future<Output = Outcome<T>>) -> Result<T, String> {
    actix_web::rt::System::new().block_on(job).map_err(|error| explain(&error))
}

fn not_an_id(text: &str) -> String {
    format!("{text} is not the id of a key. dateline keys list shows them.")
}

/// The key alone on its line, so that a script can take it; what it is goes before it.
fn show((key, token): &(AccessKey, Token)) {
    print(key);
    say(token.reveal());
}

fn print(key: &AccessKey) {
    let AccessKey { id, name, scopes, created_at, created_by: _, expires_at, revoked_at, last_used_at } = key;
    let moment =
        |what: &str, at: &Option<Timestamp>| at.map(|at| format!(", {what} {at}")).unwrap_or_default();
    say(format!(
        "{id}  {name}  {scopes}  made {created_at}{}{}{}",
        moment("expires", expires_at),
        moment("revoked", revoked_at),
        moment("last used", last_used_at)
    ));
}
