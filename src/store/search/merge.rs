//! Merging the parts of the index of words.
//!
//! `SQLite` writes what comes in as a new part of the index and looks each word up in all parts. It merges parts as it goes,
//! but after a bulk of documents a dozen are left: to ask one document for a word then costs six times as much.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::counts::survey;
use crate::domain::Result;
use crate::store::AnyConnection;
use crate::store::statement::Statement;

/// How many pages are written at once: a server that runs on the same file may write in between.
const PAGES: i64 = 1_000;

/// Whether so many new documents are so many of all that it pays to write all once more.
const fn is_bulk(new: usize, total: u64) -> bool {
    (new as u64).saturating_mul(10) > total
}

/// Merges all parts into one, if so many documents came in that it pays. Each step is written by itself.
pub(crate) fn merge(connection: &mut AnyConnection, new: usize) -> Result<()> {
    let AnyConnection::Sqlite(_) = connection else { return Ok(()) };
    if !is_bulk(new, survey(connection)?.total) {
        return Ok(());
    }
    // A negative number begins with all parts, whatever their sizes, and others go on with it.
    let mut changed = step(connection, -PAGES)?;
    while changed {
        changed = step(connection, PAGES)?;
    }
    Ok(())
}

/// Whether there was something left to be merged: a step always counts as one change, and the documentation of FTS5 takes
/// fewer than two for the end.
fn step(connection: &mut AnyConnection, pages: i64) -> Result<bool> {
    let before = changes(connection)?;
    let mut statement =
        Statement::<()>::new("INSERT INTO search_index (search_index, rank) VALUES ('merge', ");
    statement.bind(pages).sql(")");
    statement.execute(connection)?;
    Ok(changes(connection)? - before >= 2)
}

fn changes(connection: &mut AnyConnection) -> Result<i64> {
    Ok(Statement::<BigInt>::new("SELECT total_changes()").get_result(connection)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_pays_where_more_than_a_tenth_is_new() {
        assert!(is_bulk(11, 100) && is_bulk(1, 1) && is_bulk(usize::MAX, 100));
        assert!(!is_bulk(10, 100) && !is_bulk(0, 0));
    }
}
