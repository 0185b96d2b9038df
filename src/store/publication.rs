//! Publications: which revision editors made public, and when.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{Bool, Integer, Nullable};

use super::AnyConnection;
use super::entry::{number, unsigned};
use super::schema::publications;
use super::statement::{self, MAX_IDS, Statement};
use super::types::{IdValue, TimeValue, sql};
use crate::domain::timeline::Publication;
use crate::domain::{Id, Result};

/// The timelines of entries, each oldest first.
pub(crate) fn of_entries(
    connection: &mut AnyConnection,
    ids: &[Id],
) -> Result<HashMap<Id, Vec<Publication>>> {
    type Row = (sql::Id, Integer, sql::UtcTime, Nullable<sql::UtcTime>, Bool, Bool);
    let mut timelines: HashMap<Id, Vec<Publication>> = HashMap::with_capacity(ids.len());
    for ids in ids.chunks(MAX_IDS) {
        let mut statement = Statement::<Row>::new(
            "SELECT entry_id, revision, visible_from, visible_until, material, embargo FROM publications WHERE ",
        );
        statement.is_in("entry_id", ids).sql(" ORDER BY entry_id, visible_from");
        let rows: Vec<(IdValue, i32, TimeValue, Option<TimeValue>, bool, bool)> =
            statement.load(connection)?;
        for (id, revision, from, until, material, embargo) in rows {
            let until = until.map(|until| until.0);
            let publication =
                Publication { revision: unsigned(revision)?, from: from.0, until, material, embargo };
            timelines.entry(id.0).or_default().push(publication);
        }
    }
    Ok(timelines)
}

/// Adds the timelines of new entries.
pub(crate) fn insert(connection: &mut AnyConnection, timelines: &[(Id, Vec<Publication>)]) -> Result<()> {
    let rows =
        timelines.iter().flat_map(|(id, timeline)| timeline.iter().map(|publication| (*id, *publication)));
    let rows = rows.map(|(id, publication)| {
        let Publication { revision, from, until, material, embargo } = publication;
        Ok(vec![
            id.into(),
            number(revision)?.into(),
            from.into(),
            until.into(),
            material.into(),
            embargo.into(),
        ])
    });
    let rows = rows.collect::<Result<_>>()?;
    let columns = "publications (entry_id, revision, visible_from, visible_until, material, embargo)";
    Ok(statement::insert(connection, columns, rows)?)
}

/// Replaces the timeline of an entry.
pub(crate) fn replace(connection: &mut AnyConnection, id: Id, timeline: Vec<Publication>) -> Result<()> {
    let old = publications::table.filter(publications::entry_id.eq(IdValue(id)));
    diesel::delete(old).execute(connection)?;
    insert(connection, &[(id, timeline)])
}
