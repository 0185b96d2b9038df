//! How much is visible, for whoever meets the server for the first time, and until when that holds.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};

use super::AnyConnection;
use super::entry::kind_of;
use super::statement::{EDITION, Statement, tables};
use super::types::{TimeValue, sql};
use crate::domain::{AsOf, Error, Kind, Locale, Result, Timestamp};

/// The visible entries of one kind and, where the kind has languages, of one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stock {
    pub kind: Kind,
    pub locale: Option<Locale>,
    pub count: u64,
    /// When the latest of them changed.
    pub updated_at: Timestamp,
}

/// What is visible, by kind and language, in no order. This looks at everything that is visible.
pub(crate) fn stock(connection: &mut AnyConnection, as_of: AsOf) -> Result<Vec<Stock>> {
    let mut statement = Statement::<(Text, Nullable<Text>, BigInt, sql::UtcTime)>::new(
        "SELECT e.kind, e.locale, COUNT(*), MAX(e.visible_from)",
    );
    statement.sql(tables(as_of).from).sql(" WHERE ").visible(&EDITION, as_of);
    statement.sql(" GROUP BY e.kind, e.locale");
    let rows: Vec<(String, Option<String>, i64, TimeValue)> = statement.load(connection)?;
    rows.into_iter()
        .map(|(kind, locale, count, updated_at)| {
            Ok(Stock {
                kind: kind_of(&kind)?,
                locale: locale.map(|locale| locale.parse()).transpose()?,
                count: u64::try_from(count).map_err(Error::internal)?,
                updated_at: updated_at.0,
            })
        })
        .collect()
}

/// The first moment behind `now` at which something becomes visible or ceases to be, by what is decided up to now.
pub(crate) fn next_transition(connection: &mut AnyConnection, now: Timestamp) -> Result<Option<Timestamp>> {
    let mut union = Statement::<Nullable<sql::UtcTime>>::new(
        "SELECT MIN(visible_until) FROM editions WHERE archived_at IS NULL AND visible_until > ",
    );
    union.bind(now);
    for kind in Kind::ALL {
        union.sql(" UNION ALL SELECT MIN(visible_from) FROM editions WHERE archived_at IS NULL AND kind = ");
        union.bind(kind.as_str()).sql(" AND visible_from > ").bind(now);
    }
    let moments: Vec<Option<TimeValue>> = union.load(connection)?;
    Ok(moments.into_iter().flatten().map(|moment| moment.0).min())
}
