//! Entries: that something exists, its kind, and what it is called at its origin.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable, Text};

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
    /// The revision that waits for whoever publishes.
    pub submitted: Option<u32>,
    /// When it was put away.
    pub archived_at: Option<Timestamp>,
    /// When it was taken down for legal reasons.
    pub killed_at: Option<Timestamp>,
}

impl Entry {
    /// One that is new.
    pub(crate) fn new(id: Id, kind: Kind, created_at: Timestamp, latest_revision: u32) -> Self {
        Self {
            id,
            kind,
            created_at,
            latest_revision,
            origin: None,
            submitted: None,
            archived_at: None,
            killed_at: None,
        }
    }
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
        let Entry {
            id,
            kind,
            created_at,
            latest_revision,
            origin,
            submitted: _,
            archived_at: _,
            killed_at: _,
        } = entry;
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

/// Remembers what has changed of an entry. Its kind, its creation and its key at its origin never do.
pub(crate) fn update(connection: &mut AnyConnection, entry: &Entry) -> Result<()> {
    let Entry { id, kind: _, created_at: _, latest_revision, origin, submitted, archived_at, killed_at } =
        entry;
    let row = entries::table.find(IdValue(*id));
    let changed = (
        entries::latest_revision.eq(number(*latest_revision)?),
        entries::source_digest.eq(origin.as_ref().map(|origin| origin.digest.as_str())),
        entries::submitted_revision.eq(submitted.map(number).transpose()?),
        entries::archived_at.eq(archived_at.map(TimeValue)),
        entries::killed_at.eq(killed_at.map(TimeValue)),
    );
    diesel::update(row).set(changed).execute(connection)?;
    Ok(())
}

type Row =
    (sql::Id, Text, sql::UtcTime, Integer, Nullable<Text>, Nullable<Text>, Nullable<Integer>, Moment, Moment);
type Moment = Nullable<sql::UtcTime>;
type Values = (
    IdValue,
    String,
    TimeValue,
    i32,
    Option<String>,
    Option<String>,
    Option<i32>,
    Option<TimeValue>,
    Option<TimeValue>,
);

/// The entries among `ids` that exist.
pub(crate) fn by_ids(connection: &mut AnyConnection, ids: &[Id]) -> Result<HashMap<Id, Entry>> {
    let mut statement = Statement::<Row>::new(
        "SELECT id, kind, created_at, latest_revision, source_key, source_digest, submitted_revision, archived_at, \
         killed_at FROM entries WHERE ",
    );
    statement.is_in("id", ids);
    let rows: Vec<Values> = statement.load(connection)?;
    rows.into_iter()
        .map(|(id, kind, created_at, latest_revision, key, digest, submitted, archived_at, killed_at)| {
            let origin = key.map(|key| Origin { key, digest: digest.unwrap_or_default() });
            let entry = Entry {
                id: id.0,
                kind: kind_of(&kind)?,
                created_at: created_at.0,
                latest_revision: unsigned(latest_revision)?,
                origin,
                submitted: submitted.map(unsigned).transpose()?,
                archived_at: archived_at.map(|at| at.0),
                killed_at: killed_at.map(|at| at.0),
            };
            Ok((entry.id, entry))
        })
        .collect()
}

/// Whether an entry of a kind was public and was then taken down for legal reasons.
pub(crate) fn is_killed(connection: &mut AnyConnection, kind: Kind, id: Id) -> Result<bool> {
    use super::schema::publications;
    let killed = entries::table
        .find(IdValue(id))
        .filter(entries::kind.eq(kind.as_str()))
        .filter(entries::killed_at.is_not_null())
        .filter(diesel::dsl::exists(
            publications::table
                .filter(publications::entry_id.eq(entries::id))
                .filter(publications::visible_from.nullable().le(entries::killed_at)),
        ));
    Ok(killed.select(entries::id).first::<IdValue>(connection).optional()?.is_some())
}

/// Where an entry stands among all: by its creation.
pub(crate) type Place = (Timestamp, Id);

/// A part of all entries in the order in which they were created, for walks over everything. What such a walk makes anew then
/// stands as it would had it been made with its entry.
pub(crate) fn after(
    connection: &mut AnyConnection,
    place: Option<Place>,
    limit: i64,
) -> Result<Vec<(Place, Kind)>> {
    let mut statement =
        Statement::<(sql::UtcTime, sql::Id, Text)>::new("SELECT created_at, id, kind FROM entries");
    if let Some((created_at, id)) = place {
        statement.sql(" WHERE (created_at, id) > (").bind(created_at).sql(", ").bind(id).sql(")");
    }
    statement.sql(" ORDER BY created_at, id LIMIT ").bind(limit);
    let rows: Vec<(TimeValue, IdValue, String)> = statement.load(connection)?;
    rows.into_iter().map(|(created_at, id, kind)| Ok(((created_at.0, id.0), kind_of(&kind)?))).collect()
}

/// Whether there is no entry at all.
pub(crate) fn is_empty(connection: &mut AnyConnection) -> Result<bool> {
    Ok(after(connection, None, 1)?.is_empty())
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
