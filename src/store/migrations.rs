//! The tables of both databases, brought up to date at start.

use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use diesel::RunQueryDsl as _;
use diesel::connection::SimpleConnection as _;
use diesel::migration::MigrationVersion;

use super::AnyConnection;
use super::connection::STATEMENT_TIMEOUT;
use crate::domain::{Error, ErrorCode, Result};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Names the right to migrate among the advisory locks of the database.
const LOCK: i64 = 7_233_173;

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
            connection
                .batch_execute(&format!("SET statement_timeout = 0; SELECT pg_advisory_lock({LOCK})"))?;
            let applied = apply(connection, POSTGRES);
            let unlock = format!("SELECT pg_advisory_unlock({LOCK}); {STATEMENT_TIMEOUT}");
            // Why the migration failed says more than that the lock could not be given back.
            applied.and(connection.batch_execute(&unlock).map_err(Error::from))
        }
    }
}

/// Whether nothing is missing. Changes nothing.
///
/// # Errors
/// As [`run`].
pub(super) fn are_applied(connection: &mut AnyConnection) -> Result<bool> {
    let (known, applied) = (names(&SQLITE)?, applied(connection)?.unwrap_or_default());
    refuse_newer(&known, &applied)?;
    Ok(known.iter().all(|version| applied.contains(version)))
}

/// Whether any were ever applied: an empty file, or a fresh database of a server, has no table of them. Changes nothing.
pub(super) fn have_begun(connection: &mut AnyConnection) -> Result<bool> {
    Ok(applied(connection)?.is_some())
}

/// The versions that the tables have seen; `None` before the first. Asking diesel would create the table that it looks
/// into.
fn applied(connection: &mut AnyConnection) -> Result<Option<Vec<String>>> {
    #[derive(diesel::QueryableByName)]
    struct Row {
        #[diesel(sql_type = diesel::sql_types::Text)]
        version: String,
    }
    let exists = match connection {
        AnyConnection::Sqlite(_) => {
            "SELECT name AS version FROM sqlite_master WHERE name = '__diesel_schema_migrations'"
        }
        AnyConnection::Postgres(_) => {
            "SELECT tablename::text AS version FROM pg_tables WHERE tablename = '__diesel_schema_migrations' AND schemaname = current_schema()"
        }
    };
    if diesel::sql_query(exists).load::<Row>(connection)?.is_empty() {
        return Ok(None);
    }
    let rows: Vec<Row> =
        diesel::sql_query("SELECT version FROM __diesel_schema_migrations").load(connection)?;
    Ok(Some(rows.into_iter().map(|row| row.version).collect()))
}

fn refuse_newer(known: &[String], applied: &[String]) -> Result<()> {
    let Some(newer) = applied.iter().find(|version| !known.contains(version)) else { return Ok(()) };
    let detail = format!(
        "The database was changed by a newer Dateline (migration {newer}). Run that version, or restore a backup."
    );
    Err(Error::new(ErrorCode::Unavailable, detail))
}

fn apply<DB: diesel::backend::Backend, C: MigrationHarness<DB>>(
    connection: &mut C,
    source: EmbeddedMigrations,
) -> Result<()> {
    let applied = connection.applied_migrations().map_err(Error::unavailable)?;
    let applied: Vec<String> = applied.iter().map(MigrationVersion::to_string).collect();
    refuse_newer(&names(&source)?, &applied)?;
    connection.run_pending_migrations(source).map_err(|error| {
        let mut failure = Error::unavailable(&error);
        failure.detail = format!("Cannot bring the tables of the database up to date: {error}");
        failure
    })?;
    Ok(())
}

fn names(source: &EmbeddedMigrations) -> Result<Vec<String>> {
    let migrations = diesel::migration::MigrationSource::<diesel::sqlite::Sqlite>::migrations(source);
    let migrations = migrations.map_err(Error::internal)?;
    Ok(migrations.iter().map(|migration| migration.name().version().to_string()).collect())
}
