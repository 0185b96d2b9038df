//! In which languages something matches a query. Articles and fact boxes are written in one.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::documents::from_matching;
use super::find::Plan;
use crate::analysis::Language;
use crate::analysis::document::of_locale;
use crate::domain::{Locale, Result};
use crate::store::AnyConnection;
use crate::store::statement::Statement;

/// Leaves those of some languages in which all words are known.
pub(in crate::store) fn retain_known(plan: &Plan, locales: &mut Vec<Locale>) {
    if let Some(known) = plan.languages() {
        locales.retain(|locale| known.contains(&Language::of(locale)));
    }
}

/// Leaves those in which a document matches: each is looked for.
pub(in crate::store) fn retain_matching(
    connection: &mut AnyConnection,
    plan: &Plan,
    locales: &mut Vec<Locale>,
) -> Result<()> {
    let mut union = Statement::<BigInt>::new("");
    for (index, locale) in (0_i64..).zip(&*locales) {
        union.sql(if index == 0 { "SELECT " } else { " UNION ALL SELECT " }).bind(index);
        union.sql(" WHERE EXISTS (SELECT 1");
        let marked = plan.with_all_marks(vec![of_locale(locale)]);
        from_matching(plan.database, &mut union, None, &marked.condition());
        union.sql(")");
    }
    let found: Vec<i64> = union.do_not_keep().clone().load(connection)?;
    let mut index = 0_i64..;
    locales.retain(|_| index.next().is_some_and(|index| found.contains(&index)));
    Ok(())
}
