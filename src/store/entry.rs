//! Entries: that something exists, its kind, and what it is called at its origin.

use std::collections::HashMap;

use diesel::prelude::*;

use super::AnyConnection;
use super::schema::entries;
use super::statement::{self, Statement};
use super::types::{IdValue, TimeValue, sql};
use crate::domain::{Error, Id, Kind, Result, Timestamp};

/// An entry without its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub id: Id,
    pub kind: Kind,
    pub created_at: Timestamp,
    pub latest_revision: u32,
    pub origin: Option<Origin>,
}

/// Where an imported entry comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    /// What it is called there; unique per kind.
    pub key: String,
    /// Of what came in last.
    pub digest: String,
}

/// Adds entries.
pub(crate) fn insert(connection: &mut AnyConnection, new: &[Entry]) -> Result<()> {
    let rows = new.iter().map(|entry| {
        let Entry { id, kind, created_at, latest_revision, origin } = entry;
        let (key, digest) = origin.clone().map(|Origin { key, digest }| (key, digest)).unzip();
        Ok(vec![
            (*id).into(),
            kind.as_str().into(),
            (*created_at).into(),
            number(*latest_revision)?.into(),
            key.into(),
            digest.into(),
        ])
    });
    let rows = rows.collect::<Result<_>>()?;
    let columns = "entries (id, kind, created_at, latest_revision, source_key, source_digest)";
    Ok(statement::insert(connection, columns, rows)?)
}

/// Remembers the newest revision, and what came in last.
pub(crate) fn update(
    connection: &mut AnyConnection,
    id: Id,
    latest_revision: u32,
    digest: Option<&str>,
) -> Result<()> {
    let entry = entries::table.find(IdValue(id));
    let latest = number(latest_revision)?;
    diesel::update(entry).set(entries::latest_revision.eq(latest)).execute(connection)?;
    if let Some(digest) = digest {
        diesel::update(entry).set(entries::source_digest.eq(digest)).execute(connection)?;
    }
    Ok(())
}

type Row = (sql::Id, diesel::sql_types::Text, sql::UtcTime, diesel::sql_types::Integer, Maybe, Maybe);
type Values = (IdValue, String, TimeValue, i32, Option<String>, Option<String>);
type Maybe = diesel::sql_types::Nullable<diesel::sql_types::Text>;

/// The entries among `ids` that exist.
pub(crate) fn by_ids(connection: &mut AnyConnection, ids: &[Id]) -> Result<HashMap<Id, Entry>> {
    let mut statement = Statement::<Row>::new(
        "SELECT id, kind, created_at, latest_revision, source_key, source_digest FROM entries WHERE ",
    );
    statement.is_in("id", ids);
    let rows: Vec<Values> = statement.load(connection)?;
    rows.into_iter()
        .map(|(id, kind, created_at, latest_revision, key, digest)| {
            let origin = key.map(|key| Origin { key, digest: digest.unwrap_or_default() });
            let entry = Entry {
                id: id.0,
                kind: kind_of(&kind)?,
                created_at: created_at.0,
                latest_revision: unsigned(latest_revision)?,
                origin,
            };
            Ok((entry.id, entry))
        })
        .collect()
}

/// A part of all ids in ascending order, for walks over everything.
pub(crate) fn ids_after(connection: &mut AnyConnection, after: Option<Id>, limit: i64) -> Result<Vec<Id>> {
    let mut query = entries::table.select(entries::id).order(entries::id).limit(limit).into_boxed();
    if let Some(after) = after {
        query = query.filter(entries::id.gt(IdValue(after)));
    }
    Ok(query.load::<IdValue>(connection)?.into_iter().map(|id| id.0).collect())
}

/// Whether there is no entry at all.
pub(crate) fn is_empty(connection: &mut AnyConnection) -> Result<bool> {
    Ok(ids_after(connection, None, 1)?.is_empty())
}

pub(super) fn kind_of(text: &str) -> Result<Kind> {
    Kind::parse(text).ok_or_else(|| Error::internal(format!("stored kind {text}")))
}

pub(super) fn number(number: u32) -> Result<i32> {
    i32::try_from(number).map_err(Error::internal)
}

pub(super) fn unsigned(number: i32) -> Result<u32> {
    u32::try_from(number).map_err(Error::internal)
}
