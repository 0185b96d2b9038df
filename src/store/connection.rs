//! Connections: which database a URL means, how each is set up, and the pools.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use diesel::connection::{Connection as _, Instrumentation, InstrumentationEvent, SimpleConnection as _};
use diesel::r2d2::{ManageConnection, Pool, R2D2Connection as _};
use diesel::{ConnectionError, PgConnection, SqliteConnection};

use crate::domain::{Error, Result};

/// A connection to either database. Queries that both understand run on it directly; the few that differ
/// match on it.
#[derive(diesel::MultiConnection)]
pub(crate) enum AnyConnection {
    /// PostgreSQL.
    Postgres(PgConnection),
    /// SQLite.
    Sqlite(SqliteConnection),
}

/// Where the content lives.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file.
    Sqlite(String),
    /// A server; the whole URL, with its password.
    Postgres(String),
}

impl DatabaseUrl {
    /// Reads `sqlite://path` or `postgres://user:password@host/database`. The scheme decides, never a guess:
    /// a misspelt Postgres URL must not become a file of that name.
    ///
    /// # Errors
    /// A sentence that says what is accepted.
    pub fn parse(url: &str) -> Result<Self, String> {
        match url.split_once("://") {
            Some(("sqlite", path)) if !path.is_empty() => Ok(Self::Sqlite(path.to_owned())),
            Some(("postgres" | "postgresql", _)) => Ok(Self::Postgres(url.to_owned())),
            _ => Err("must be sqlite://path/to/file.db or postgres://user@host/database".to_owned()),
        }
    }
}

impl DatabaseUrl {
    /// False for a file that is not there. Whether a server has the database shows when it is asked.
    #[must_use]
    pub fn may_exist(&self) -> bool {
        match self {
            Self::Sqlite(path) => std::path::Path::new(path).exists(),
            Self::Postgres(_) => true,
        }
    }
}

impl std::fmt::Display for DatabaseUrl {
    /// Without the password, for logs and messages.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite://{path}"),
            Self::Postgres(url) => match url::Url::parse(url) {
                Ok(url) => {
                    write!(f, "postgres://{}", url.host_str().unwrap_or("localhost"))?;
                    if let Some(port) = url.port().filter(|port| *port != 5432) {
                        write!(f, ":{port}")?;
                    }
                    f.write_str(url.path())
                }
                Err(_) => f.write_str("postgres://…"),
            },
        }
    }
}

impl std::fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

/// No statement of a request may hold a connection to Postgres for ever. Migrations lift the limit and set it again.
pub(super) const STATEMENT_TIMEOUT: &str = "SET statement_timeout = '30s'";

/// Requests are many and short: to start helpers for one of them, or to compile it, takes longer than it does.
const ALONE: &str = "SET max_parallel_workers_per_gather = 0; SET jit = off";

/// What a connection is for. There is one writer; on SQLite the others cannot write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    Read,
    Write,
}

/// Opens, checks and counts connections for a pool.
#[derive(Debug)]
pub(crate) struct Manager {
    pub url: DatabaseUrl,
    pub purpose: Use,
    pub statements: Arc<AtomicU64>,
}

impl Manager {
    fn open(&self) -> Result<AnyConnection, ConnectionError> {
        let mut connection = match &self.url {
            DatabaseUrl::Sqlite(path) => {
                let mut connection = SqliteConnection::establish(path)?;
                set_up_sqlite(&mut connection, self.purpose)?;
                AnyConnection::Sqlite(connection)
            }
            DatabaseUrl::Postgres(url) => {
                let mut connection = PgConnection::establish(url)?;
                set_up_postgres(&mut connection, self.purpose)?;
                AnyConnection::Postgres(connection)
            }
        };
        connection.set_instrumentation(StatementCounter(Arc::clone(&self.statements)));
        Ok(connection)
    }
}

/// Readers plan a statement once, whatever is bound to it: planning takes as long as a page of a list does, and our
/// statements name the index that leads. A writer may go on until its tables are a thousand times what they were when
/// it began, so Postgres looks again there.
fn set_up_postgres(connection: &mut PgConnection, purpose: Use) -> Result<(), ConnectionError> {
    let plans = match purpose {
        Use::Read => "SET plan_cache_mode = force_generic_plan",
        Use::Write => "SET plan_cache_mode = auto",
    };
    for setting in [STATEMENT_TIMEOUT, plans, ALONE] {
        connection.batch_execute(setting).map_err(ConnectionError::CouldntSetupConfiguration)?;
    }
    Ok(())
}

/// Whether statements of this transaction are planned for the very values that are bound to them: right where how many
/// rows there are depends on these, and dear everywhere else. `SQLite` has one way only. All that is asked so has an index;
/// where Postgres expects much of what is rare, it would rather read whole tables, and look into each document.
pub(super) fn plan_for_values(connection: &mut AnyConnection, plan: bool) -> diesel::QueryResult<()> {
    let AnyConnection::Postgres(connection) = connection else { return Ok(()) };
    let (mode, whole) = if plan { ("custom", "off") } else { ("generic", "DEFAULT") };
    connection.batch_execute(&format!(
        "SET LOCAL plan_cache_mode = force_{mode}_plan; SET LOCAL enable_seqscan = {whole}"
    ))
}

/// Whether tables are joined row by row in this transaction, if that looks best: not where Postgres expects some rows and there
/// are very many.
pub(super) fn join_row_by_row(connection: &mut AnyConnection, may: bool) -> diesel::QueryResult<()> {
    let AnyConnection::Postgres(connection) = connection else { return Ok(()) };
    let value = if may { "DEFAULT" } else { "off" };
    connection.batch_execute(&format!("SET LOCAL enable_nestloop = {value}"))
}

/// Whether in this transaction each row is looked up that another leads to. Of some thousands Postgres would rather read the whole
/// table to join it.
pub(super) fn look_up_each(connection: &mut AnyConnection, each: bool) -> diesel::QueryResult<()> {
    let AnyConnection::Postgres(connection) = connection else { return Ok(()) };
    let whole = if each { "off" } else { "DEFAULT" };
    connection
        .batch_execute(&format!("SET LOCAL enable_hashjoin = {whole}; SET LOCAL enable_mergejoin = {whole}"))
}

/// The order matters: waiting comes first, since every later pragma may find the file locked.
fn set_up_sqlite(connection: &mut SqliteConnection, purpose: Use) -> Result<(), ConnectionError> {
    let pragmas = [
        "PRAGMA busy_timeout = 5000",
        match purpose {
            Use::Write => "PRAGMA journal_mode = WAL",
            Use::Read => "PRAGMA query_only = ON",
        },
        // A commit is on the disk before it is acknowledged, whatever happens to the machine.
        "PRAGMA synchronous = FULL",
        "PRAGMA foreign_keys = ON",
        "PRAGMA temp_store = MEMORY",
        "PRAGMA cache_size = -16000",
        match purpose {
            Use::Write => "PRAGMA mmap_size = 0",
            // Lists that are made of a thousand entries look at a thousand pages. As memory they cost no call each. The most
            // that SQLite is built for: of a larger file the beginning is mapped.
            Use::Read => "PRAGMA mmap_size = 2147418112",
        },
    ];
    for pragma in pragmas {
        connection.batch_execute(pragma).map_err(ConnectionError::CouldntSetupConfiguration)?;
    }
    Ok(())
}

impl ManageConnection for Manager {
    type Connection = AnyConnection;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> Result<AnyConnection, Self::Error> {
        self.open().map_err(diesel::r2d2::Error::ConnectionError)
    }

    fn is_valid(&self, connection: &mut AnyConnection) -> Result<(), Self::Error> {
        connection.ping().map_err(diesel::r2d2::Error::QueryError)
    }

    fn has_broken(&self, connection: &mut AnyConnection) -> bool {
        std::thread::panicking() || connection.is_broken()
    }
}

/// Counts statements, so that tests and metrics can tell how many a request costs.
struct StatementCounter(Arc<AtomicU64>);

impl Instrumentation for StatementCounter {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        if let InstrumentationEvent::StartQuery { .. } = event {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// Opens one connection that only reads, outside any pool.
pub(crate) fn reader(url: &DatabaseUrl) -> Result<AnyConnection> {
    let manager = Manager { url: url.clone(), purpose: Use::Read, statements: Arc::default() };
    manager.open().map_err(|error| cannot_open(url, &error))
}

/// Opens a pool, and one connection at once, so that a wrong URL is an error at start.
pub(crate) fn pool(manager: Manager, size: u32) -> Result<Pool<Manager>> {
    let url = manager.url.clone();
    // The first connection is made here, because a pool would only say that it timed out.
    manager.connect().map_err(|error| cannot_open(&url, &error))?;
    Pool::builder()
        .max_size(size)
        .min_idle(Some(1))
        .test_on_check_out(false)
        .connection_timeout(Duration::from_secs(5))
        .error_handler(Box::new(LogErrors))
        .build(manager)
        .map_err(|error| cannot_open(&url, &error))
}

fn cannot_open(url: &DatabaseUrl, cause: &dyn std::fmt::Display) -> Error {
    let mut error = Error::unavailable(cause);
    error.detail = format!("Cannot open the database {url}: {cause}");
    error
}

#[derive(Debug)]
struct LogErrors;

impl diesel::r2d2::HandleError<diesel::r2d2::Error> for LogErrors {
    fn handle_error(&self, error: diesel::r2d2::Error) {
        tracing::warn!(%error, "a database connection failed");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shown_with_an_unusual_port_and_without_its_password() {
        for (url, shown) in [
            ("postgres://press:secret@db.example:5433/press", "postgres://db.example:5433/press"),
            ("postgres://press:secret@db.example:5432/press", "postgres://db.example/press"),
            ("postgres://press@db.example/press", "postgres://db.example/press"),
            ("sqlite://news.db", "sqlite://news.db"),
        ] {
            assert_eq!(DatabaseUrl::parse(url).map(|url| url.to_string()).as_deref(), Ok(shown));
        }
    }
}
