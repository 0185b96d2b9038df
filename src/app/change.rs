//! The change log: what was committed, in the order of commits.

use super::App;
use crate::domain::{Change, Result};
use crate::store;

/// The changes behind a sequence number, at most `limit`, oldest first. Begin with 0; go on with the last
/// number seen. Nothing smaller ever appears later.
///
/// # Errors
/// Only failures of the server.
pub async fn after(app: &App, sequence: i64, limit: u16) -> Result<Vec<Change>> {
    app.store().read(move |c| store::change::after(c, sequence, i64::from(limit))).await
}
