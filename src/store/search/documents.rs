//! The documents that match, in SQL.

use super::expression::{Database, Expression};
use super::months::Reach;
use crate::store::statement::Statement;

/// `FROM … WHERE …` of the documents that match a text, called `d`, with their editions, called `e`.
pub(super) fn from_matching<Row>(
    database: Database,
    statement: &mut Statement<Row>,
    editions: Option<&'static str>,
    condition: &Expression,
) {
    from(database, statement, editions, (condition, &Reach::Everything, ""));
}

/// The same of a part of the index, and Postgres gives them in their order, so that who wants the newest stops when there are
/// enough.
pub(super) fn from_newest_matching<Row>(
    database: Database,
    statement: &mut Statement<Row>,
    editions: Option<&'static str>,
    (condition, reach): (&Expression, &Reach),
) {
    from(database, statement, editions, (condition, reach, " ORDER BY doc DESC"));
}

pub(super) fn from<Row>(
    database: Database,
    statement: &mut Statement<Row>,
    editions: Option<&'static str>,
    (condition, reach, order): (&Expression, &Reach, &'static str),
) {
    match database {
        Database::Postgres => {
            // By itself, so that the index of words is asked: left to plan all at once, Postgres would look into each
            // document, of which it knows nothing but that its row is short.
            statement.sql(
                " FROM (SELECT doc, entry_id, revision, published_at, levels, public_kind FROM search_documents WHERE ",
            );
            condition.matches(statement);
            if let Some(periods) = reach.periods() {
                periods.matches(statement.sql(" AND "));
            }
            statement.sql(order).sql(" OFFSET 0) d");
            statement.sql(editions.unwrap_or_default()).sql(" WHERE TRUE");
        }
        Database::Sqlite => {
            // Its index is read from the newest on, and stops.
            debug_assert_eq!(reach, &Reach::Everything, "periods are not in the index of SQLite");
            statement
                .sql(" FROM search_index CROSS JOIN search_documents d ON d.doc = search_index.rowid")
                .sql(editions.unwrap_or_default())
                .sql(" WHERE search_index MATCH ")
                .bind(condition.text(database));
        }
    }
}
