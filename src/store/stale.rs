//! Translations that may be stale: of whose original a newer revision is, was or will be public.
//!
//! Whether one is stale at a moment follows from the editions of that moment, as
//! [`condition`](super::condition) has it. But few are, and to find them all translations would be looked at; so those that
//! come into question are kept apart. Some too many do no harm, and one that is missing is not found.

use diesel::prelude::*;

use super::AnyConnection;
use super::statement::Statement;
use super::types::{IdValue, sql};
use crate::domain::{Id, Kind, Result, Role};

/// Brings up to date what is kept of entries, and adds the translations of them that come into question. These leave when they
/// are written themselves.
pub(crate) fn update(connection: &mut AnyConnection, entries: &[(Id, Kind)]) -> Result<()> {
    for articles in articles(entries).chunks(MOST) {
        let mut over = Statement::<()>::new("DELETE FROM stale_candidates WHERE ");
        over.is_in("entry_id", articles);
        over.execute(connection)?;
        let mut new = Statement::<()>::new("INSERT INTO stale_candidates (entry_id) ");
        following(&mut new, articles).sql(" ON CONFLICT (entry_id) DO NOTHING");
        new.execute(connection)?;
    }
    Ok(())
}

/// Those of some entries, and of the translations of them, that are not kept and should be.
pub(crate) fn missing(connection: &mut AnyConnection, entries: &[(Id, Kind)]) -> Result<Vec<Id>> {
    let mut missing = Vec::new();
    for articles in articles(entries).chunks(MOST) {
        let mut statement = Statement::<sql::Id>::new("SELECT entry_id FROM (");
        following(&mut statement, articles);
        statement.sql(") AS following WHERE entry_id NOT IN (SELECT entry_id FROM stale_candidates)");
        missing.extend(statement.load::<IdValue>(connection)?.into_iter().map(|id| id.0));
    }
    Ok(missing)
}

/// How many entries are seen to by one statement.
const MOST: usize = 500;

fn articles(entries: &[(Id, Kind)]) -> Vec<Id> {
    entries.iter().filter(|(_, kind)| *kind == Kind::Article).map(|(id, _)| *id).collect()
}

/// Chooses the translations that come into question among some articles and the translations of them.
fn following<'s, Row>(statement: &'s mut Statement<Row>, articles: &[Id]) -> &'s mut Statement<Row> {
    for (end, joined) in [("l.entry_id", ""), ("l.target_id", " UNION ")] {
        statement.sql(joined).sql("SELECT l.entry_id FROM edition_links l JOIN editions t");
        statement.sql(" ON t.entry_id = l.target_id AND t.revision > l.pin WHERE l.archived_at IS NULL");
        statement.sql(" AND l.kind = ").bind(Kind::Article.as_str());
        statement.sql(" AND l.role = ").bind(Role::Translation.as_str());
        statement.sql(" AND ").is_in(end, articles);
    }
    statement
}
