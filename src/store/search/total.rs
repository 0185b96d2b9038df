//! How many entries a search finds, to the last one.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::documents::from_matching;
use super::expression::Database;
use super::marked::Marked;
use super::number;
use super::plan::Plan;
use super::ranked::{Among, Narrowed};
use crate::domain::{Condition, Id, Kind, Result};
use crate::store::AnyConnection;
use crate::store::condition::Asked;
use crate::store::connection::{join_row_by_row, plan_for_values};
use crate::store::statement::{EDITION, Statement};

/// How many visible entries of a kind there are for which all conditions hold, by the index of words, if there is a search
/// among them.
pub(in crate::store) fn exact(
    connection: &mut AnyConnection,
    kind: Kind,
    asked: Asked<'_>,
    conditions: &[Condition<Id>],
) -> Result<Option<i64>> {
    let Some((search, plan)) = asked.plans.searched(conditions) else { return Ok(None) };
    // Documents that another version has made may lack marks, and a total must fit its pages.
    let is_whole = Marked::read(connection, kind, conditions)?.is_some();
    let Narrowed { marks, others } = Narrowed::by(kind, search, conditions, is_whole);
    let among = Among { kind, asked, others: &others };
    let mut statement = Statement::<BigInt>::new("SELECT COUNT(*)");
    if plan.database == Database::Sqlite && among.is_told_by_documents() {
        of_index(&mut statement, &plan.with_all_marks(marks), among);
    } else {
        of_documents(&mut statement, &plan.with_marks(marks), among);
    }
    // Planned for the very words, Postgres may rather look into each document.
    plan_for_values(connection, false)?;
    join_row_by_row(connection, plan.is_rare())?;
    let count = statement.do_not_keep().clone().get_result(connection)?;
    join_row_by_row(connection, true)?;
    Ok(Some(count))
}

/// By the index of words alone. Only those are looked up that do not say whether they are public, which a small index tells, or
/// that may not have been when the read began. To gather these before would cost more where a desk has very many drafts.
fn of_index(statement: &mut Statement<BigInt>, plan: &Plan, among: Among<'_>) {
    statement.sql(" FROM search_index WHERE search_index MATCH ").bind(plan.condition().text(plan.database));
    statement.sql(" AND (rowid < ").bind(number::first(among.asked.as_of.moment()));
    // Asked for one number, SQLite would rather look up the row, which is long.
    statement.sql(" AND NOT EXISTS (SELECT 1 FROM search_documents u INDEXED BY search_documents_untold");
    statement.sql(" WHERE u.doc = search_index.rowid AND u.public_kind IS NULL)");
    statement.sql(" OR EXISTS (SELECT 1 FROM search_documents d WHERE d.doc = search_index.rowid");
    among.holds(statement);
    statement.sql("))");
}

/// By the documents that match, and where these do not tell, by their editions. Postgres reads all of the kind by an index.
fn of_documents(statement: &mut Statement<BigInt>, plan: &Plan, among: Among<'_>) {
    let Among { kind, asked, others: _ } = among;
    from_matching(plan.database, statement, among.joined(plan.database), &plan.condition());
    if plan.database == Database::Sqlite || among.is_told_by_documents() {
        return among.holds(statement);
    }
    statement.sql(" AND e.kind = ").bind(kind.as_str()).sql(" AND ").visible(&EDITION, asked.as_of);
    among.others_hold(statement);
}
