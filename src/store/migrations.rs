//! The tables of both databases, brought up to date at start.

use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use diesel::connection::SimpleConnection as _;
use diesel::migration::MigrationVersion;

use super::AnyConnection;
use crate::domain::{Error, ErrorCode, Result};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Applies what is missing.
///
/// # Errors
/// `UNAVAILABLE` when a newer Dateline has changed the tables: an older one would misread them.
pub(super) fn run(connection: &mut AnyConnection) -> Result<()> {
    match connection {
        // Programs may start together on one file, too.
        AnyConnection::Sqlite(connection) => connection.exclusive_transaction(|c| apply(c, SQLITE)),
        AnyConnection::Postgres(connection) => {
            // Nodes may start together: one migrates, the others wait and find nothing left to do.
            connection.batch_execute("SET statement_timeout = 0; SELECT pg_advisory_lock(7233173)")?;
            let applied = apply(connection, POSTGRES);
            connection.batch_execute("SELECT pg_advisory_unlock(7233173); SET statement_timeout = '30s'")?;
            applied
        }
    }
}

fn apply<DB: diesel::backend::Backend, C: MigrationHarness<DB>>(
    connection: &mut C,
    source: EmbeddedMigrations,
) -> Result<()> {
    let known = names(&source);
    let applied = connection.applied_migrations().map_err(Error::unavailable)?;
    if let Some(newer) =
        applied.iter().map(MigrationVersion::to_string).find(|version| !known.contains(version))
    {
        let detail = format!(
            "The database was changed by a newer Dateline (migration {newer}). Run that version, or restore a backup."
        );
        return Err(Error::new(ErrorCode::Unavailable, detail));
    }
    connection.run_pending_migrations(source).map_err(|error| {
        let mut failure = Error::unavailable(&error);
        failure.detail = format!("Cannot bring the tables of the database up to date: {error}");
        failure
    })?;
    Ok(())
}

fn names(source: &EmbeddedMigrations) -> Vec<String> {
    let migrations = diesel::migration::MigrationSource::<diesel::sqlite::Sqlite>::migrations(source);
    migrations.unwrap_or_default().iter().map(|migration| migration.name().version().to_string()).collect()
}
