//! Waking whoever follows the log: a word in the database that something was appended, and an ear for it.
//!
//! A word may come twice or be lost, with the connection or altogether. It tells only when to look; what there is stands
//! in the log.

use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, PgConnection};

use super::connection::{AnyConnection, DatabaseUrl};
use crate::domain::{Error, Result};

/// Tells all nodes once the transaction is committed. On `SQLite` there is nobody to tell but this process, whose store
/// does it.
pub(super) fn announce(connection: &mut AnyConnection) -> Result<()> {
    match connection {
        AnyConnection::Postgres(connection) => Ok(connection.batch_execute("NOTIFY dateline_changes")?),
        AnyConnection::Sqlite(_) => Ok(()),
    }
}

/// A connection that hears what other nodes announce.
pub(crate) struct Ear(PgConnection);

impl std::fmt::Debug for Ear {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ear")
    }
}

impl Ear {
    /// Opens one; `None` where the database has none to open. Blocks.
    ///
    /// # Errors
    /// `UNAVAILABLE`.
    pub(crate) fn open(url: &DatabaseUrl) -> Result<Option<Self>> {
        let DatabaseUrl::Postgres(url) = url else { return Ok(None) };
        let mut connection = PgConnection::establish(url).map_err(Error::unavailable)?;
        connection.batch_execute("LISTEN dateline_changes")?;
        Ok(Some(Self(connection)))
    }

    /// Whether something was announced since it was asked last. Does not wait.
    ///
    /// # Errors
    /// When the connection is lost.
    pub(crate) fn has_heard(&mut self) -> Result<bool> {
        let mut heard = false;
        for word in self.0.notifications_iter() {
            word?;
            heard = true;
        }
        Ok(heard)
    }

    /// Checks that the connection still is one: whoever only listens cannot tell silence from a broken line. Blocks.
    ///
    /// # Errors
    /// When it is lost.
    pub(crate) fn check(&mut self) -> Result<()> {
        Ok(self.0.batch_execute("SELECT 1")?)
    }
}
