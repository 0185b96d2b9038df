//! Editions: what readers see. Reading them one by one or by their ids.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable, Text};

use super::AnyConnection;
use super::entry::{number, unsigned};
use super::statement::{EDITION, MAX_IDS, Statement, tables};
use super::types::{IdValue, JsonValue, TimeValue, sql};
use crate::document::Documented;
use crate::domain::edition::Clocks;
use crate::domain::{AsOf, Edition, Id, Kind, Locale, Result, Slug, Timestamp};

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

pub(super) fn from_row<C: Documented>(as_of: AsOf, row: Row) -> Result<Edition<C>> {
    let (id, revision, published_at, content_updated_at, updated_at, content, body) = row;
    let clocks = Clocks {
        published_at: published_at.0,
        content_updated_at: content_updated_at.0,
        updated_at: updated_at.0,
    };
    let content = C::decode(&content.0, body.as_ref().map(|body| body.0.as_str()))?;
    let embargoed_until = as_of.embargo(updated_at.0);
    Ok(Edition { id: id.0, revision: unsigned(revision)?, clocks, embargoed_until, content })
}

/// The editions of those of `ids` that are of this kind and visible, in no order.
pub(crate) fn by_ids<C: Documented>(
    connection: &mut AnyConnection,
    as_of: AsOf,
    ids: &[Id],
    body: bool,
) -> Result<Vec<Edition<C>>> {
    let mut editions = Vec::with_capacity(ids.len());
    for ids in ids.chunks(MAX_IDS) {
        let mut statement = Statement::<Columns>::new(columns(body));
        statement.sql(tables(as_of).from).sql(JOIN_CONTENT).sql(" WHERE ").is_in("e.entry_id", ids);
        statement.sql(" AND ").visible_of_kind(C::KIND, as_of);
        for row in statement.load::<Row>(connection)? {
            editions.push(from_row(as_of, row)?);
        }
    }
    if let Some((entry, revision)) = as_of.previewed().filter(|(entry, _)| ids.contains(entry)) {
        editions.retain(|edition| edition.id != entry);
        editions.extend(previewed(connection, as_of, entry, revision, body)?);
    }
    Ok(editions)
}

/// One revision as an edition, whether it was ever public or not. What was taken down for legal reasons is not shown to
/// anybody.
fn previewed<C: Documented>(
    connection: &mut AnyConnection,
    as_of: AsOf,
    entry: Id,
    revision: u32,
    body: bool,
) -> Result<Option<Edition<C>>> {
    let mut statement = Statement::<Columns>::new(
        "SELECT r.entry_id, r.number, w.published_at, r.saved_at, r.saved_at, r.content, ",
    );
    statement.sql(if body { "r.body" } else { "NULL" });
    statement.sql(" FROM revisions r JOIN working_copies w ON w.entry_id = r.entry_id WHERE w.kind = ");
    statement.bind(C::KIND.as_str()).sql(" AND r.entry_id = ").bind(entry).sql(" AND r.number = ");
    statement.bind(number(revision)?);
    let row: Option<Row> = statement.get_result(connection).optional()?;
    row.map(|row| from_row(as_of, row)).transpose()
}

/// Those of `ids` that are visible, of whatever kind.
pub(crate) fn visible_ids(connection: &mut AnyConnection, as_of: AsOf, ids: &[Id]) -> Result<Vec<Id>> {
    let mut visible = Vec::with_capacity(ids.len());
    for ids in ids.chunks(MAX_IDS) {
        let mut statement = Statement::<sql::Id>::new("SELECT e.entry_id");
        statement
            .sql(tables(as_of).from)
            .sql(" WHERE ")
            .is_in("e.entry_id", ids)
            .sql(" AND ")
            .visible(&EDITION, as_of);
        visible.extend(statement.load::<IdValue>(connection)?.into_iter().map(|id| id.0));
    }
    if let Some((entry, _)) = as_of.previewed().filter(|(entry, _)| ids.contains(entry)) {
        visible.retain(|id| *id != entry);
        let mut statement =
            Statement::<sql::Id>::new("SELECT entry_id FROM working_copies WHERE entry_id = ");
        statement.bind(entry);
        visible.extend(statement.load::<IdValue>(connection)?.into_iter().map(|id| id.0));
    }
    Ok(visible)
}

/// Those of `ids` that readers could see at some time up to the moment. What was killed has no editions.
pub(crate) fn once_visible(connection: &mut AnyConnection, as_of: AsOf, ids: &[Id]) -> Result<Vec<Id>> {
    let mut once = Vec::with_capacity(ids.len());
    for ids in ids.chunks(MAX_IDS) {
        let mut statement = Statement::<sql::Id>::new("SELECT DISTINCT entry_id FROM editions WHERE ");
        statement.is_in("entry_id", ids).sql(" AND visible_from <= ").bind(as_of.moment());
        once.extend(statement.load::<IdValue>(connection)?.into_iter().map(|id| id.0));
    }
    Ok(once)
}

/// Of each revision of `keys` the edition in which it first became visible, if it has by the moment. The desk sees
/// revisions that never did.
pub(crate) fn pinned<C: Documented>(
    connection: &mut AnyConnection,
    as_of: AsOf,
    keys: &[(Id, u32)],
) -> Result<Vec<Edition<C>>> {
    let (mut editions, mut found) = (Vec::with_capacity(keys.len()), HashSet::new());
    for keys in keys.chunks(MAX_IDS / 2) {
        let mut statement = match as_of {
            AsOf::Drafts => Statement::<Columns>::new(
                "SELECT r.entry_id, r.number, r.saved_at, r.saved_at, r.saved_at, r.content, r.body \
                 FROM revisions r JOIN working_copies e ON e.entry_id = r.entry_id WHERE e.kind = ",
            ),
            AsOf::Now(_) | AsOf::Then(_) | AsOf::Embargoed(_) | AsOf::Preview { .. } => {
                let mut statement = Statement::<Columns>::new(columns(true));
                statement.sql(tables(as_of).from).sql(JOIN_CONTENT).sql(" WHERE e.visible_from <= ");
                statement.bind(as_of.moment()).sql(" AND e.kind = ").clone()
            }
        };
        statement.bind(C::KIND.as_str()).sql(" AND (FALSE");
        for (id, revision) in keys {
            statement.sql(" OR (r.entry_id = ").bind(*id).sql(" AND r.number = ");
            statement.bind(number(*revision)?).sql(")");
        }
        statement.sql(") ORDER BY e.entry_id, e.visible_from").do_not_keep();
        for row in statement.load::<Row>(connection)? {
            if found.insert((row.0.0, row.1)) {
                editions.push(from_row(as_of, row)?);
            }
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
    for groups in groups.chunks(MAX_IDS) {
        let mut statement = Statement::<(sql::Id, sql::Id)>::new("SELECT e.translation_group, e.entry_id");
        statement
            .sql(tables(as_of).from)
            .sql(" WHERE ")
            .is_in("e.translation_group", groups)
            .sql(" AND ")
            .visible(&EDITION, as_of);
        statement.sql(" ORDER BY e.translation_group, e.locale, e.entry_id");
        for (group, id) in statement.load::<(IdValue, IdValue)>(connection)? {
            members.entry(group.0).or_default().push(id.0);
        }
    }
    Ok(members)
}

/// The members that translation groups had at some time up to the moment, each with its language.
pub(crate) fn former_translations(
    connection: &mut AnyConnection,
    as_of: AsOf,
    groups: &[Id],
) -> Result<Vec<(Id, Locale, Id)>> {
    let mut members = Vec::new();
    for groups in groups.chunks(MAX_IDS) {
        let mut statement = Statement::<(sql::Id, Text, sql::Id)>::new(
            "SELECT DISTINCT translation_group, locale, entry_id FROM editions WHERE ",
        );
        statement.is_in("translation_group", groups).sql(" AND locale IS NOT NULL AND visible_from <= ");
        statement.bind(as_of.moment());
        for (group, locale, id) in statement.load::<(IdValue, String, IdValue)>(connection)? {
            members.push((group.0, locale.parse()?, id.0));
        }
    }
    Ok(members)
}

/// When an edition that ends at `until` is archived: not before every reader's present has passed it. Requests take
/// a moment, and the clocks of nodes differ by some.
pub(super) fn archived_at(until: Option<Timestamp>, now: Timestamp) -> Option<Timestamp> {
    until.filter(|until| until.plus(GRACE) <= now)
}

const GRACE: std::time::Duration = std::time::Duration::from_mins(1);

/// Marks what is over as archived, so that lists of the present need not look at it.
pub(crate) fn archive(connection: &mut AnyConnection, now: Timestamp) -> Result<()> {
    use super::schema::{edition_links, editions};
    let now = TimeValue(now.minus(GRACE));
    let over =
        editions::table.filter(editions::archived_at.is_null()).filter(editions::visible_until.le(now));
    diesel::update(over).set(editions::archived_at.eq(editions::visible_until)).execute(connection)?;
    let over = edition_links::table
        .filter(edition_links::archived_at.is_null())
        .filter(edition_links::visible_until.le(now));
    diesel::update(over)
        .set(edition_links::archived_at.eq(edition_links::visible_until))
        .execute(connection)?;
    Ok(())
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

/// Since when an entry is shown under a slug, and in a language if it has one: the first time after it was last shown
/// under another. `None` when it never was by the moment.
pub(crate) fn shown_since(
    connection: &mut AnyConnection,
    as_of: AsOf,
    id: Id,
    slug: &Slug,
    locale: Option<&Locale>,
) -> Result<Option<Timestamp>> {
    let locale = locale.map_or("", Locale::as_str);
    let mut statement = Statement::<Nullable<sql::UtcTime>>::new(
        "SELECT MIN(e.visible_from) FROM editions e WHERE e.entry_id = ",
    );
    statement.bind(id).sql(" AND e.visible_from <= ").bind(as_of.moment());
    statement.sql(" AND e.visible_from > COALESCE((SELECT MAX(o.visible_from) FROM editions o");
    statement.sql(" WHERE o.entry_id = ").bind(id).sql(" AND o.visible_from <= ").bind(as_of.moment());
    statement.sql(" AND (o.slug <> ").bind(slug.as_str());
    statement.sql(" OR COALESCE(o.locale, '') <> ").bind(locale).sql(")), ");
    statement.bind(Timestamp::BEGINNING).sql(")");
    let since: Option<TimeValue> = statement.get_result(connection)?;
    Ok(since.map(|since| since.0))
}

/// When an entry was last public before the moment, at which it is not. `None` when it never was.
pub(crate) fn ended_at(connection: &mut AnyConnection, as_of: AsOf, id: Id) -> Result<Option<Timestamp>> {
    let mut statement =
        Statement::<Nullable<sql::UtcTime>>::new("SELECT MAX(visible_until) FROM editions WHERE entry_id = ");
    statement.bind(id).sql(" AND visible_from <= ").bind(as_of.moment());
    let ended: Option<TimeValue> = statement.get_result(connection)?;
    Ok(ended.map(|ended| ended.0))
}
