//! The tree of sections.

use diesel::prelude::*;

use super::AnyConnection;
use super::statement::{EDITION, Statement, tables};
use super::types::{IdValue, sql};
use crate::domain::{AsOf, Id, Result};

/// How deep sections are followed.
const MAX_DEPTH: usize = 10;

/// The most sections of one branch.
const MAX_BRANCH: usize = 500;

/// A section and those below it, as a moment knows them: one statement for each level. What lies below itself is there
/// once.
pub(crate) fn and_below(connection: &mut AnyConnection, as_of: AsOf, section: Id) -> Result<Vec<Id>> {
    let (mut branch, mut level) = (vec![section], vec![section]);
    for _ in 0..MAX_DEPTH {
        let mut statement = Statement::<sql::Id>::new("SELECT e.entry_id");
        statement.sql(tables(as_of).from_links).sql(" WHERE ").is_in("l.target_id", &level);
        statement.sql(" AND l.role = 'section' AND l.kind = 'section' AND ").visible(&EDITION, as_of);
        statement.sql(" ORDER BY e.entry_id");
        let below: Vec<IdValue> = statement.load(connection)?;
        level = below.into_iter().map(|id| id.0).filter(|id| !branch.contains(id)).collect();
        level.truncate(MAX_BRANCH.saturating_sub(branch.len()));
        if level.is_empty() {
            break;
        }
        branch.extend(&level);
    }
    Ok(branch)
}
