//! Words of the index that look like one which is not in it: what somebody may have meant.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use crate::analysis::spelling::{ends, slips};
use crate::domain::Result;
use crate::store::AnyConnection;
use crate::store::statement::Statement;

/// The most words that are looked at for each end of a word.
const MAX_WORDS: i64 = 3_000;

/// The words that look the most like one, the likeliest first: with the fewest slips of the hand, then those that the
/// most documents have. Whether readers may see any of these documents is not known here.
pub(crate) fn alike(connection: &mut AnyConnection, word: &str, most: usize) -> Result<Vec<String>> {
    let Some((start, end)) = ends(word) else { return Ok(Vec::new()) };
    let mut found = beginning(connection, "term", &start)?;
    found.extend(beginning(connection, "reversed", &end)?);
    let slips = found.into_iter().filter_map(|(meant, docs)| Some((slips(word, &meant)?, docs, meant)));
    let mut alike: Vec<_> =
        slips.map(|(slips, docs, meant)| (slips, std::cmp::Reverse(docs), meant)).collect();
    alike.sort_unstable();
    alike.dedup();
    Ok(alike.into_iter().take(most).map(|(_, _, meant)| meant).collect())
}

/// The words of which a column begins so.
fn beginning(
    connection: &mut AnyConnection,
    column: &'static str,
    start: &str,
) -> Result<Vec<(String, i64)>> {
    let mut statement = Statement::<(Text, BigInt)>::new("SELECT term, docs FROM search_terms WHERE ");
    statement.sql(column).sql(" >= ").bind(start).sql(" AND ").sql(column).sql(" < ");
    statement.bind(format!("{start}{}", char::MAX)).sql(" AND reversed IS NOT NULL ORDER BY ").sql(column);
    statement.sql(" LIMIT ").bind(MAX_WORDS);
    Ok(statement.load(connection)?)
}
