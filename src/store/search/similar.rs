//! The latest articles about some words, by which texts like another are found.

use std::collections::{BTreeSet, HashMap};

use super::counts::{counts_of, survey};
use super::documents::from_newest_matching;
use super::expression::{Database, Expression};
use super::months::Reach;
use super::ranked::editions;
use crate::analysis::document::{about, of_kind};
use crate::domain::related::Near;
use crate::domain::{AsOf, Error, Kind, Result};
use crate::store::AnyConnection;
use crate::store::related::{NearColumns, gather};
use crate::store::statement::{EDITION, MAX_UNION, Statement};

/// How many documents have each of some stems, and how many there are. Two statements.
pub(crate) fn counts(
    connection: &mut AnyConnection,
    stems: &BTreeSet<&str>,
) -> Result<(HashMap<String, u64>, u64)> {
    let total = survey(connection)?.total;
    let stems: Vec<String> = stems.iter().map(|stem| (*stem).to_owned()).collect();
    Ok((counts_of(connection, &stems)?, total))
}

/// The visible articles that are about each of some stems, at most `size` of each, the latest first. One statement for
/// every 200 stems.
pub(crate) fn latest<'s>(
    connection: &mut AnyConnection,
    as_of: AsOf,
    stems: &BTreeSet<&'s str>,
    size: u32,
) -> Result<HashMap<&'s str, Vec<Near>>> {
    let database = Database::of(connection);
    let stems: Vec<&str> = stems.iter().copied().collect();
    let mut found: HashMap<&str, Vec<Near>> = HashMap::with_capacity(stems.len());
    for stems in stems.chunks(MAX_UNION) {
        let mut union = Statement::<NearColumns>::new("");
        for (index, stem) in stems.iter().enumerate() {
            union.sql(if index == 0 {
                "SELECT * FROM (SELECT "
            } else {
                " UNION ALL SELECT * FROM (SELECT "
            });
            union.bind(i64::try_from(index).map_err(Error::internal)?);
            union.sql(", d.entry_id, e.locale, e.translation_group, d.published_at");
            let terms = [about(stem), of_kind(Kind::Article)];
            let condition = Expression::All(terms.map(Expression::Term).to_vec());
            from_newest_matching(
                database,
                &mut union,
                Some(editions(database, as_of)),
                (&condition, &Reach::Everything),
            );
            union.sql(" AND ").visible(&EDITION, as_of);
            union.sql(" ORDER BY d.doc DESC LIMIT ").bind(i64::from(size)).sql(") AS latest");
        }
        gather(connection, &mut union, stems, &mut found)?;
    }
    Ok(found)
}
