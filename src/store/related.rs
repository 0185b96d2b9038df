//! What stands together: the latest articles that refer to each of many entries, and the tags beside a tag.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::Hash;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};

use super::AnyConnection;
use super::statement::{LINK, MAX_UNION, Statement, TRANSLATION, Tables, tables};
use super::types::{IdValue, TimeValue, sql};
use crate::domain::related::Near;
use crate::domain::{AsOf, Error, Id, Kind, Locale, Result, Role};

/// The visible articles that refer to each of `references`, at most `size` of each, the latest first. One statement for
/// every 200 references, each of which is one short walk along the index of links.
pub(crate) fn latest(
    connection: &mut AnyConnection,
    as_of: AsOf,
    references: &[(Role, Id)],
    size: u32,
) -> Result<HashMap<(Role, Id), Vec<Near>>> {
    let mut found: HashMap<(Role, Id), Vec<Near>> = HashMap::with_capacity(references.len());
    for references in references.chunks(MAX_UNION) {
        let mut union = Statement::<NearColumns>::new("");
        for (index, (role, target)) in references.iter().enumerate() {
            union.sql(if index == 0 {
                "SELECT * FROM (SELECT "
            } else {
                " UNION ALL SELECT * FROM (SELECT "
            });
            union.bind(i64::try_from(index).map_err(Error::internal)?);
            union.sql(", l.entry_id, e.locale, e.translation_group, l.published_at");
            union.sql(tables(as_of).from_links).sql(" WHERE l.target_id = ").bind(*target);
            union
                .sql(" AND l.role = ")
                .bind(role.as_str())
                .sql(" AND l.kind = ")
                .bind(Kind::Article.as_str());
            union.sql(" AND ").visible(&LINK, as_of).sql(" AND l.published_at <= ").bind(as_of.horizon());
            union.sql(" ORDER BY l.published_at DESC, l.entry_id DESC LIMIT ").bind(i64::from(size));
            union.sql(") AS latest");
        }
        gather(connection, &mut union, references, &mut found)?;
    }
    Ok(found)
}

/// What is asked of articles that are near to others: which of the keys found it, and a [`Near`].
pub(super) type NearColumns = (BigInt, sql::Id, Text, Nullable<sql::Id>, sql::UtcTime);

/// Adds the articles that a union finds for each of its keys, in the order of the union.
pub(super) fn gather<K: Copy + Eq + Hash>(
    connection: &mut AnyConnection,
    union: &mut Statement<NearColumns>,
    keys: &[K],
    found: &mut HashMap<K, Vec<Near>>,
) -> Result<()> {
    type Row = (i64, IdValue, String, Option<IdValue>, TimeValue);
    for (index, id, locale, group, published_at) in union.do_not_keep().clone().load::<Row>(connection)? {
        let key = usize::try_from(index).ok().and_then(|index| keys.get(index));
        let key = key.ok_or_else(|| Error::internal("a key that was not asked for"))?;
        found.entry(*key).or_default().push(Near {
            id: id.0,
            locale: locale.parse()?,
            translation_group: group.map(|group| group.0),
            published_at: published_at.0,
        });
    }
    Ok(())
}

/// Of the latest articles with a tag so many are looked at for the tags beside it.
const LATEST: i64 = 200;

/// The tags beside each tag, the most frequent first, with the number of articles that have both, out of the latest with
/// it; at most 100 of each. Tags that are not visible are among them. One statement for every 200 tags.
pub(crate) fn tags(
    connection: &mut AnyConnection,
    as_of: AsOf,
    tags: &[Id],
) -> Result<HashMap<Id, Vec<(Id, u64)>>> {
    type Row = (IdValue, IdValue, i64);
    let mut beside: HashMap<Id, Vec<(Id, u64)>> = HashMap::with_capacity(tags.len());
    for tags in tags.chunks(MAX_UNION) {
        let mut union = Statement::<(sql::Id, sql::Id, BigInt)>::new("");
        for (index, tag) in tags.iter().enumerate() {
            union.sql(if index == 0 { "SELECT * FROM (" } else { " UNION ALL SELECT * FROM (" });
            union.sql(
                "SELECT l.tag, o.target_id, COUNT(*) AS articles FROM (SELECT l.target_id AS tag, l.entry_id",
            );
            union
                .sql(", l.visible_from")
                .sql(tables(as_of).from_links)
                .sql(" WHERE l.target_id = ")
                .bind(*tag);
            union.sql(" AND l.role = ").bind(Role::Tag.as_str());
            union.sql(" AND l.kind = ").bind(Kind::Article.as_str());
            union.sql(" AND ").visible(&LINK, as_of).sql(" AND l.published_at <= ").bind(as_of.horizon());
            union.sql(" ORDER BY l.published_at DESC, l.entry_id DESC LIMIT ").bind(LATEST);
            union
                .sql(") AS l")
                .sql(tables(as_of).join_links)
                .sql(" WHERE o.role = ")
                .bind(Role::Tag.as_str());
            union.sql(" AND o.target_id <> ").bind(*tag).sql(" GROUP BY l.tag, o.target_id");
            union.sql(" ORDER BY COUNT(*) DESC, o.target_id LIMIT 100) AS beside");
        }
        for (tag, other, articles) in union.do_not_keep().clone().load::<Row>(connection)? {
            let articles = u64::try_from(articles).map_err(Error::internal)?;
            beside.entry(tag.0).or_default().push((other.0, articles));
        }
    }
    // A union keeps no order.
    for tags in beside.values_mut() {
        tags.sort_by_key(|(id, articles)| (Reverse(*articles), *id));
    }
    Ok(beside)
}

/// How many visible articles each of some sections has, perhaps only those in a language. Those that have none are left
/// out. An index of links alone is read, but for partners; what is there in the language is gathered once, so that not each link
/// leads to its edition.
pub(crate) fn count_in_sections(
    connection: &mut AnyConnection,
    as_of: AsOf,
    sections: &[Id],
    locale: Option<&Locale>,
) -> Result<HashMap<Id, u64>> {
    let Tables { links, from_links, from_translations, .. } = tables(as_of);
    let mut statement = Statement::<(sql::Id, BigInt)>::new("SELECT l.target_id, COUNT(*)");
    statement.sql(if matches!(as_of, AsOf::Embargoed(_)) { from_links } else { links });
    statement.sql(" WHERE ").is_in("l.target_id", sections);
    statement.sql(" AND l.role = 'section' AND l.kind = 'article' AND ").visible(&LINK, as_of);
    if let Some(locale) = locale {
        // A truth: of a list SQLite would look for the links of each.
        statement.sql(" AND (l.entry_id IN (SELECT t.entry_id").sql(from_translations);
        statement.sql(" WHERE t.kind = 'article' AND t.locale = ").bind(locale.as_str());
        statement.sql(" AND ").visible(&TRANSLATION, as_of).sql(")) IS TRUE");
    }
    statement.sql(" GROUP BY l.target_id");
    let rows: Vec<(IdValue, i64)> = statement.load(connection)?;
    rows.into_iter().map(|(id, count)| Ok((id.0, u64::try_from(count).map_err(Error::internal)?))).collect()
}
