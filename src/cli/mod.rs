//! The command line: what the program can be told to do.

mod import;
mod keys;
mod persisted;
mod schema;
mod serve;
mod terminal;
mod upkeep;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::app::{Access, App, Clock, Ids, Media, Persisted, Site};
use crate::config::{self, Config, Flags};
use crate::domain::DocumentMode;
use crate::outgoing::Reach;
use crate::store::{DatabaseUrl, Store};

/// A headless article server for newsrooms.
///
/// Articles, authors and fact boxes over GraphQL, REST and feeds, stored in `SQLite` or Postgres.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, after_help = EXAMPLES)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "Examples:
  dateline serve --demo                                   try it with the sample newsroom
  dateline serve --database postgres://press@db/press     serve a Postgres database
  dateline import content/ --locale en                    bring in a tree of Markdown
  dateline keys create --role editor Web                 make a key for an editors' tool
  dateline documents trust persisted-documents.json      let an app's documents run where no others may
  dateline verify                                         check that what is derived is right

Settings come from a TOML file (--config), then DATELINE_… variables such as DATELINE_LISTEN and
DATELINE_DATABASE_URL, then flags; the later wins. docs/configuration.md lists them.";

const DATABASE: &str = "The database: sqlite://path or postgres://user:password@host/database \
                        [default: sqlite://dateline.db]";

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the database, creating and updating its tables first.
    Serve(serve::Serve),
    /// Bring in files: Markdown trees, plain text, NDJSON.
    Import(import::Import),
    /// Create or update the tables of the database, and stop.
    Migrate(Common),
    /// Check that every edition follows from publications and revisions. Changes nothing.
    Verify(Common),
    /// Mend every edition that does not follow from publications and revisions.
    Rebuild(Common),
    /// Make, list, rotate and revoke the keys by which programs identify themselves.
    Keys(keys::Keys),
    /// Trust documents of GraphQL, list them, and revoke them.
    Documents(persisted::Documents),
    /// Print a schema.
    Schema(schema::Schema),
}

/// What all commands that use a database take.
#[derive(Debug, Args)]
struct Common {
    /// The database.
    #[arg(long, value_name = "URL", help = DATABASE)]
    database: Option<String>,
    /// A TOML file with settings.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl Common {
    fn config(&self, listen: Option<String>) -> Result<Config, String> {
        let flags = Flags { listen, database_url: self.database.clone() };
        // Variables that are not text are nobody's settings.
        let variables = std::env::vars_os();
        let variables =
            variables.filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
        config::read(self.config.as_deref(), variables, flags)
    }
}

/// Runs the command. Status 0 is success, 1 a partial failure or a difference found, 2 a command that could not
/// be carried out.
#[must_use]
pub fn run(cli: Cli) -> ExitCode {
    let done = match cli.command {
        Command::Serve(serve) => serve.run(),
        Command::Import(import) => import.run(),
        Command::Migrate(common) => upkeep::migrate(&common),
        Command::Verify(common) => upkeep::verify(&common),
        Command::Rebuild(common) => upkeep::rebuild(&common),
        Command::Keys(keys) => keys.run(),
        Command::Documents(documents) => documents.run(),
        Command::Schema(schema) => Ok(schema.run()),
    };
    done.unwrap_or_else(|error| {
        terminal::complain(&error);
        ExitCode::from(2)
    })
}

/// Opens the database, creating and updating its tables first, and puts the application together.
fn open(config: &Config) -> Result<App, String> {
    put_together(config, Store::open)
}

/// The same, with a database that must be there and is not changed.
fn open_as_it_is(config: &Config) -> Result<App, String> {
    put_together(config, Store::open_as_it_is)
}

/// The same, for commands that only read: the file may be one that cannot be written.
fn open_to_read(config: &Config) -> Result<App, String> {
    put_together(config, Store::open_to_read)
}

fn put_together(
    config: &Config,
    open: fn(&DatabaseUrl, u32) -> crate::domain::Result<Store>,
) -> Result<App, String> {
    let url = DatabaseUrl::parse(&config.database_url)?;
    let store = open(&url, config.database_connections).map_err(|error| error.detail)?;
    let public_url = config.public_url.clone().unwrap_or_default();
    let page_url = |url: &String| Some(url.clone()).filter(|url| !url.is_empty());
    let site = Site {
        name: config.site_name.clone(),
        article_url: config.site_article_url.clone(),
        section_url: page_url(&config.site_section_url),
        tag_url: page_url(&config.site_tag_url),
        author_url: page_url(&config.site_author_url),
        home_url: config.site_url.clone(),
        public_url: public_url.trim_end_matches('/').to_owned(),
        tag_authority: config.site_tag_authority.clone(),
        locales: config.site_locales()?,
    };
    let access = Access { public_reading: config.public_reading };
    let app = App::new(store, Clock::System, Ids::Random, site);
    let media = Media::new(config.storage()?, config.media_limits(), Reach::Public);
    let persisted = Persisted::new(config.graphql_documents().unwrap_or(DocumentMode::Trusted));
    Ok(app.with_access(access).with_issuer(config.oidc()).with_media(media).with_persisted(persisted))
}
