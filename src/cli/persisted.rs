//! `dateline documents`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::terminal::{explain, say};
use super::{Common, open};
use crate::app::persisted::{self, Trusted};
use crate::app::{App, Context};
use crate::domain::persisted::TrustedDocument;
use crate::domain::{Caller, DocumentId, PageRequest, Result as Outcome};
use crate::graphql::Door;

/// Documents of GraphQL that are trusted: those that run where `graphql_documents` is `trusted`.
#[derive(Debug, Args)]
pub(super) struct Documents {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Trust the documents of manifests: objects of ids and texts, as Relay and GraphQL Code Generator write them, or
    /// manifests of Apollo. Of each all or none.
    Trust(Trust),
    /// List all trusted documents, by id.
    List(Common),
    /// Trust a document no longer.
    Revoke(One),
}

#[derive(Debug, Args)]
struct Trust {
    #[command(flatten)]
    common: Common,
    /// Manifests, JSON.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

#[derive(Debug, Args)]
struct One {
    #[command(flatten)]
    common: Common,
    /// The id of the document.
    id: DocumentId,
}

impl Documents {
    pub(super) fn run(&self) -> Result<ExitCode, String> {
        match &self.action {
            Action::Trust(trust) => trust.run()?,
            Action::List(common) => list(&operator(open(&common.config(None)?)?))?,
            Action::Revoke(One { common, id }) => {
                let context = operator(open(&common.config(None)?)?);
                print(&wait(persisted::revoke(&context, id.clone()))?);
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Trust {
    fn run(&self) -> Result<(), String> {
        let context = operator(open(&self.common.config(None)?)?);
        let check = Door::new(context.app.clone()).check();
        for file in &self.files {
            let named = |error: String| format!("{}: {error}", file.display());
            let text = std::fs::read_to_string(file).map_err(|error| named(error.to_string()))?;
            let manifest = persisted::parse_manifest(&text).map_err(|error| named(explain(&error)))?;
            let trusted = wait(persisted::trust(&context, manifest, check.clone())).map_err(named)?;
            let Trusted { added, unchanged } = trusted;
            added.iter().for_each(print);
            say(format!("{}: {} added, {unchanged} trusted before", file.display(), added.len()));
        }
        Ok(())
    }
}

fn list(context: &Context) -> Result<(), String> {
    let mut after = None;
    loop {
        let (documents, has_more) = wait(persisted::list(context, after, PageRequest::MAX_SIZE))?;
        documents.iter().for_each(print);
        after = documents.last().map(|document| document.id.clone());
        if !has_more {
            return Ok(());
        }
    }
}

fn operator(app: App) -> Context {
    Context { app, caller: Caller::operator() }
}

fn wait<T>(job: impl Future<Output = Outcome<T>>) -> Result<T, String> {
    actix_web::rt::System::new().block_on(job).map_err(|error| explain(&error))
}

fn print(document: &TrustedDocument) {
    let TrustedDocument { id, digest: _, text: _, operations, added_at, added_by: _, last_used_at } =
        document;
    let used = last_used_at.map(|at| format!(", last used {at}")).unwrap_or_default();
    say(format!("{id}  {operations}  trusted {added_at}{used}"));
}
