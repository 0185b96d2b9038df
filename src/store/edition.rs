//! Editions: what readers see. Reading them one by one or by their ids.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable};

use super::AnyConnection;
use super::entry::unsigned;
use super::statement::{EDITION, Statement};
use super::types::{IdValue, JsonValue, TimeValue, sql};
use crate::document::Documented;
use crate::domain::edition::Clocks;
use crate::domain::{AsOf, Edition, Id, Kind, Result};

/// The columns from which an edition is read.
pub(super) type Columns =
    (sql::Id, Integer, sql::UtcTime, sql::UtcTime, sql::UtcTime, sql::Json, Nullable<sql::Json>);

/// The values of these columns.
pub(super) type Row = (IdValue, i32, TimeValue, TimeValue, TimeValue, JsonValue, Option<JsonValue>);

/// Chooses these columns of an edition called `e` and its revision called `r`.
pub(super) const fn columns(body: bool) -> &'static str {
    if body {
        "SELECT e.entry_id, e.revision, e.published_at, e.content_updated_at, e.visible_from, r.content, r.body"
    } else {
        "SELECT e.entry_id, e.revision, e.published_at, e.content_updated_at, e.visible_from, r.content, NULL"
    }
}

/// Joins the content.
pub(super) const JOIN_CONTENT: &str =
    " JOIN revisions r ON r.entry_id = e.entry_id AND r.number = e.revision";

pub(super) fn from_row<C: Documented>(row: Row) -> Result<Edition<C>> {
    let (id, revision, published_at, content_updated_at, updated_at, content, body) = row;
    let clocks = Clocks {
        published_at: published_at.0,
        content_updated_at: content_updated_at.0,
        updated_at: updated_at.0,
    };
    let content = C::decode(&content.0, body.as_ref().map(|body| body.0.as_str()))?;
    Ok(Edition { id: id.0, revision: unsigned(revision)?, clocks, content })
}

/// The editions of those of `ids` that are of this kind and visible, in no order.
pub(crate) fn by_ids<C: Documented>(
    connection: &mut AnyConnection,
    as_of: AsOf,
    ids: &[Id],
    body: bool,
) -> Result<Vec<Edition<C>>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = Statement::<Columns>::new(columns(body));
    statement.sql(" FROM editions e").sql(JOIN_CONTENT).sql(" WHERE ").is_in("e.entry_id", ids);
    statement.sql(" AND e.kind = ").bind(C::KIND.as_str()).sql(" AND ").visible(&EDITION, as_of);
    let rows: Vec<Row> = statement.load(connection)?;
    rows.into_iter().map(from_row).collect()
}

/// Of each revision of `keys` the edition in which it first became visible, if it has by the moment.
pub(crate) fn pinned<C: Documented>(
    connection: &mut AnyConnection,
    as_of: AsOf,
    keys: &[(Id, u32)],
) -> Result<Vec<Edition<C>>> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Id> = keys.iter().map(|(id, _)| *id).collect();
    let mut statement = Statement::<Columns>::new(columns(true));
    statement.sql(" FROM editions e").sql(JOIN_CONTENT).sql(" WHERE ").is_in("e.entry_id", &ids);
    statement.sql(" AND e.kind = ").bind(C::KIND.as_str());
    statement.sql(" AND e.visible_from <= ").bind(as_of.moment()).sql(" ORDER BY e.entry_id, e.visible_from");
    let rows: Vec<Row> = statement.load(connection)?;
    let mut editions: Vec<Edition<C>> = Vec::with_capacity(keys.len());
    for row in rows {
        let key = (row.0.0, unsigned(row.1)?);
        if keys.contains(&key) && !editions.iter().any(|edition| (edition.id, edition.revision) == key) {
            editions.push(from_row(row)?);
        }
    }
    Ok(editions)
}

/// The ids of the members of translation groups that are visible, in the order of their locales.
pub(crate) fn translations(
    connection: &mut AnyConnection,
    as_of: AsOf,
    groups: &[Id],
) -> Result<HashMap<Id, Vec<Id>>> {
    let mut members: HashMap<Id, Vec<Id>> = HashMap::with_capacity(groups.len());
    if groups.is_empty() {
        return Ok(members);
    }
    let mut statement =
        Statement::<(sql::Id, sql::Id)>::new("SELECT e.translation_group, e.entry_id FROM editions e WHERE ");
    statement.is_in("e.translation_group", groups).sql(" AND ").visible(&EDITION, as_of);
    statement.sql(" ORDER BY e.translation_group, e.locale, e.entry_id");
    let rows: Vec<(IdValue, IdValue)> = statement.load(connection)?;
    for (group, id) in rows {
        members.entry(group.0).or_default().push(id.0);
    }
    Ok(members)
}

/// Whether readers could see the entry at some time up to the moment.
pub(crate) fn was_ever_visible(
    connection: &mut AnyConnection,
    as_of: AsOf,
    kind: Kind,
    id: Id,
) -> Result<bool> {
    use super::schema::editions;
    let earlier = editions::table
        .filter(editions::entry_id.eq(IdValue(id)))
        .filter(editions::kind.eq(kind.as_str()))
        .filter(editions::visible_from.le(TimeValue(as_of.moment())))
        .select(editions::entry_id);
    Ok(earlier.first::<IdValue>(connection).optional()?.is_some())
}
