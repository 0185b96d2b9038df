//! In which languages something matches a query, or has the marks of conditions. Articles and fact boxes are written in one.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::documents;
use super::expression::{Database, Expression};
use super::marked::Marked;
use super::months::{self, Reach};
use super::plan::Plan;
use crate::analysis::Language;
use crate::analysis::document::{of_kind, of_locale};
use crate::domain::{Kind, Locale, Result};
use crate::store::AnyConnection;
use crate::store::statement::Statement;

/// Leaves those of some languages in which all words are known.
pub(in crate::store) fn retain_known(plan: &Plan, locales: &mut Vec<Locale>) {
    if let Some(known) = plan.languages() {
        locales.retain(|locale| known.contains(&Language::of(locale)));
    }
}

/// Leaves those in which a document of a kind matches: each is looked for.
pub(in crate::store) fn retain_matching(
    connection: &mut AnyConnection,
    (kind, plan): (Kind, &Plan),
    locales: &mut Vec<Locale>,
) -> Result<()> {
    retain(connection, locales, |locale| {
        plan.with_all_marks(vec![of_locale(locale), of_kind(kind)]).condition()
    })
}

/// Leaves those in which a document is marked for all of some conditions.
pub(in crate::store) fn retain_marked(
    connection: &mut AnyConnection,
    marked: &Marked,
    locales: &mut Vec<Locale>,
) -> Result<()> {
    retain(connection, locales, |locale| marked.all_in(locale))
}

/// Leaves those for which there is a document.
fn retain(
    connection: &mut AnyConnection,
    locales: &mut Vec<Locale>,
    condition: impl Fn(&Locale) -> Expression,
) -> Result<()> {
    let mut found = Vec::new();
    for reach in months::looks(connection)? {
        let others: Vec<Locale> = locales.iter().filter(|locale| !found.contains(*locale)).cloned().collect();
        found.extend(found_in(connection, &others, &condition, &reach)?);
    }
    locales.retain(|locale| found.contains(locale));
    Ok(())
}

/// Those for which there is a document in a part of the index: one look at each.
fn found_in(
    connection: &mut AnyConnection,
    locales: &[Locale],
    condition: impl Fn(&Locale) -> Expression,
    reach: &Reach,
) -> Result<Vec<Locale>> {
    if locales.is_empty() {
        return Ok(Vec::new());
    }
    let database = Database::of(connection);
    let mut union = Statement::<BigInt>::new("");
    for (index, locale) in (0_i64..).zip(locales) {
        union.sql(if index == 0 { "SELECT " } else { " UNION ALL SELECT " }).bind(index);
        union.sql(" WHERE EXISTS (SELECT 1");
        documents::from(database, &mut union, None, (&condition(locale), reach, ""));
        union.sql(")");
    }
    let found: Vec<i64> = union.do_not_keep().clone().load(connection)?;
    let found = found.into_iter().filter_map(|index| locales.get(usize::try_from(index).ok()?));
    Ok(found.cloned().collect())
}
