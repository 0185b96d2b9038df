//! All SQL, and the only place that names diesel.
//!
//! A use case is one [`Store::read`] or one [`Store::write`]: one hop to a blocking thread, one connection, one
//! transaction. The functions of the submodules run inside and take the connection first. They know nothing of
//! rules: what may be written is decided in `app`.

pub(crate) mod access_key;
pub(crate) mod audit;
pub(crate) mod change;
mod condition;
mod connection;
pub(crate) mod edition;
pub(crate) mod entry;
mod error;
pub(crate) mod idempotency;
mod lead;
pub(crate) mod list;
pub(crate) mod matching;
pub(crate) mod media_file;
mod migrations;
pub(crate) mod overview;
pub(crate) mod passed;
pub(crate) mod persisted;
pub(crate) mod preview_link;
pub(crate) mod projection;
pub(crate) mod publication;
pub(crate) mod related;
pub(crate) mod revision;
mod rows;
mod schema;
pub(crate) mod search;
pub(crate) mod section;
pub(crate) mod slug;
pub(crate) mod stale;
mod statement;
mod types;
pub(crate) mod wake;
pub(crate) mod working_copy;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use diesel::connection::{AnsiTransactionManager, TransactionManager};
use diesel::r2d2::{Pool, PooledConnection, R2D2Connection as _};
use tokio::sync::watch;

pub(crate) use connection::AnyConnection;
pub use connection::DatabaseUrl;
use connection::{Manager, STATEMENT_TIMEOUT, Use};

use crate::domain::{Error, ErrorCode, Result};

/// How long a use case waits for its turn to use a connection.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long it waits when there is none.
const DOWN_PATIENCE: Duration = Duration::from_millis(500);

/// Ends the transaction of either database.
type Transactions = <AnyConnection as diesel::Connection>::TransactionManager;

/// The database: cheap to clone, shared by all threads.
#[derive(Clone)]
pub struct Store {
    readers: Pool<Manager>,
    /// A single connection: writers queue here, take no reader's connection, and do not wait in the database.
    writers: Pool<Manager>,
    url: DatabaseUrl,
    statements: Arc<AtomicU64>,
    /// Counts what this process has committed.
    commits: watch::Sender<u64>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("url", &self.url).finish_non_exhaustive()
    }
}

impl Store {
    /// Opens a database and brings its tables up to date. Creates an SQLite file that is not there.
    ///
    /// # Errors
    /// `UNAVAILABLE`, with the cause in words, when it cannot be reached or opened, or when a newer Dateline
    /// has changed its tables.
    pub fn open(url: &DatabaseUrl, connections: u32) -> Result<Self> {
        let store = Self::connect(url, connections)?;
        migrations::run(&mut *store.connection(Use::Write)?)?;
        Ok(store)
    }

    /// Opens a database whose tables are up to date, and creates or changes none of them.
    ///
    /// # Errors
    /// As [`Store::open`], and when the database is not there or its tables are not up to date.
    pub fn open_as_it_is(url: &DatabaseUrl, connections: u32) -> Result<Self> {
        refuse_unready(url)?;
        Self::connect(url, connections)
    }

    /// The same only for reading: also a file that cannot be written. What writes fails.
    ///
    /// # Errors
    /// As [`Store::open_as_it_is`].
    pub fn open_to_read(url: &DatabaseUrl, connections: u32) -> Result<Self> {
        refuse_unready(url)?;
        let statements = Arc::new(AtomicU64::new(0));
        let manager = Manager { url: url.clone(), purpose: Use::Read, statements: Arc::clone(&statements) };
        let pool = connection::pool(manager, connections)?;
        let (readers, commits) = (pool.clone(), watch::Sender::new(0));
        Ok(Self { readers, writers: pool, url: url.clone(), statements, commits })
    }

    /// Whether there is a database with tables of any version. Writes nothing, not even the journal mode of a file.
    ///
    /// # Errors
    /// `UNAVAILABLE` when it cannot be reached or read.
    pub fn has_tables(url: &DatabaseUrl) -> Result<bool> {
        Ok(url.may_exist() && migrations::have_begun(&mut connection::reader(url)?)?)
    }

    fn connect(url: &DatabaseUrl, connections: u32) -> Result<Self> {
        let statements = Arc::new(AtomicU64::new(0));
        let manager = |purpose| Manager { url: url.clone(), purpose, statements: Arc::clone(&statements) };
        // The writer comes first: it creates a file and sets its journal mode.
        let writers = connection::pool(manager(Use::Write), 1)?;
        let readers = connection::pool(manager(Use::Read), connections)?;
        Ok(Self { readers, writers, url: url.clone(), statements, commits: watch::Sender::new(0) })
    }

    /// Where it is.
    #[must_use]
    pub const fn url(&self) -> &DatabaseUrl {
        &self.url
    }

    /// How many statements have run since it was opened.
    #[must_use]
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// Changes whenever this process has committed something.
    pub(crate) fn commits(&self) -> watch::Receiver<u64> {
        self.commits.subscribe()
    }

    /// Runs `job` in a transaction that sees one state of the database and cannot change it.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut AnyConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let store = self.clone();
        hop(move || store.read_blocking(job)).await
    }

    /// Runs `job` in a transaction that is committed when it succeeds and undone when it does not.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut AnyConnection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let store = self.clone();
        hop(move || store.write_blocking(job)).await
    }

    /// [`Store::read`] on this thread, for the command line.
    pub(crate) fn read_blocking<T>(&self, job: impl FnOnce(&mut AnyConnection) -> Result<T>) -> Result<T> {
        self.transaction(Use::Read, job)
    }

    /// [`Store::write`] on this thread, for the command line.
    pub(crate) fn write_blocking<T>(&self, job: impl FnOnce(&mut AnyConnection) -> Result<T>) -> Result<T> {
        self.transaction(Use::Write, job)
    }

    /// Prepares the database for reading right after a bulk of `new` entries: it would do so by itself, in time. Postgres
    /// counts what it has and notes which pages everybody sees, so that it plans well and answers from indexes. `SQLite`
    /// plans by rule; its index of words is put in order. What fails there is only told: all that was written is written.
    pub(crate) fn settle(&self, new: usize) {
        if let Err(error) = self.prepare_for_reading(new) {
            let cause = error.cause().unwrap_or_default();
            tracing::warn!(%error, cause, "the database was not prepared for reading, and will do so by itself");
        }
    }

    fn prepare_for_reading(&self, new: usize) -> Result<()> {
        use diesel::connection::SimpleConnection as _;
        let connection = &mut *self.connection(Use::Write)?;
        match connection {
            AnyConnection::Postgres(connection) => {
                connection.batch_execute("SET statement_timeout = 0")?;
                // Waits for nobody, and needs no memory that is shared: there may be little.
                let settled = connection.batch_execute("VACUUM (ANALYZE, SKIP_LOCKED, PARALLEL 0)");
                Ok(settled.and(connection.batch_execute(STATEMENT_TIMEOUT))?)
            }
            AnyConnection::Sqlite(_) => search::merge::merge(connection, new),
        }
    }

    fn connection(&self, purpose: Use) -> Result<PooledConnection<Manager>> {
        let pool = match purpose {
            Use::Read => &self.readers,
            Use::Write => &self.writers,
        };
        // While there is not one connection, the database is down: nobody waits long for it to come back.
        let patience = if pool.state().connections == 0 { DOWN_PATIENCE } else { PATIENCE };
        pool.get_timeout(patience).map_err(Error::unavailable)
    }

    fn transaction<T>(&self, purpose: Use, job: impl FnOnce(&mut AnyConnection) -> Result<T>) -> Result<T> {
        let mut connection = self.begin(purpose)?;
        let connection = &mut *connection;
        match job(connection) {
            Ok(value) => {
                Transactions::commit_transaction(connection)?;
                if purpose == Use::Write {
                    self.commits.send_modify(|count| *count += 1);
                }
                Ok(value)
            }
            Err(error) => {
                // A failed rollback marks the connection as broken, and the pool drops it.
                let _ = Transactions::rollback_transaction(connection);
                Err(error)
            }
        }
    }

    /// Opens a transaction. A pooled connection may have died since it was used last, for example because the
    /// server was restarted; the next one is tried then.
    fn begin(&self, purpose: Use) -> Result<PooledConnection<Manager>> {
        let mut attempts = self.readers.max_size();
        loop {
            let mut connection = self.connection(purpose)?;
            let begun = match (&mut *connection, purpose) {
                (AnyConnection::Postgres(c), Use::Read) => AnsiTransactionManager::begin_transaction_sql(
                    c,
                    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
                ),
                (AnyConnection::Postgres(c), Use::Write) => begin_writing(c),
                (AnyConnection::Sqlite(c), Use::Read) => {
                    AnsiTransactionManager::begin_transaction_sql(c, "BEGIN")
                }
                // Deferred, a transaction that reads and then writes could fail without waiting.
                (AnyConnection::Sqlite(c), Use::Write) => {
                    AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE")
                }
            };
            match begun.map_err(Error::from) {
                Ok(()) => return Ok(connection),
                Err(error) if attempts == 0 || !connection.is_broken() => return Err(error),
                Err(error) => {
                    tracing::debug!(%error, cause = error.cause(), "trying another connection");
                    attempts -= 1;
                }
            }
        }
    }
}

/// Refuses a database that is not there, or whose tables are not those of this version.
fn refuse_unready(url: &DatabaseUrl) -> Result<()> {
    let detail = if !url.may_exist() {
        format!("There is no database {url}. Name another, or create it with dateline migrate.")
    } else if !migrations::are_applied(&mut connection::reader(url)?)? {
        format!("The tables of {url} are not those of this version. Run dateline migrate first.")
    } else {
        return Ok(());
    };
    Err(Error::new(ErrorCode::Unavailable, detail))
}

/// One writer at a time, as on `SQLite`: what a write reads stays true until it commits, and the log is in the order of
/// commits. Newsrooms write little and read much.
fn begin_writing(connection: &mut diesel::PgConnection) -> diesel::QueryResult<()> {
    use diesel::connection::SimpleConnection as _;
    AnsiTransactionManager::begin_transaction_sql(connection, "BEGIN")?;
    connection.batch_execute(&format!("SELECT pg_advisory_xact_lock({WRITER_LOCK})")).inspect_err(|_| {
        // Whoever waited in vain leaves no transaction open behind it.
        let _ = AnsiTransactionManager::rollback_transaction(connection);
    })
}

/// Names the right to write among the advisory locks of the database.
const WRITER_LOCK: i64 = 0x6461_7465_6c69_6e65;

async fn hop<T: Send + 'static>(job: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(job).await.unwrap_or_else(|panic| Err(Error::internal(panic)))
}
