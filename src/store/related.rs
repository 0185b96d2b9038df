//! The latest articles that refer to each of many entries: where related articles are found.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};

use super::AnyConnection;
use super::statement::{LINK, Statement, tables};
use super::types::{IdValue, TimeValue, sql};
use crate::domain::related::Near;
use crate::domain::{AsOf, Error, Id, Kind, Result, Role};

/// SQLite joins at most 500 selects into one.
const MAX_UNION: usize = 200;

/// The visible articles that refer to each of `references`, at most `size` of each, the latest first. One statement for
/// every 200 references, each of which is one short walk along the index of links.
pub(crate) fn latest(
    connection: &mut AnyConnection,
    as_of: AsOf,
    references: &[(Role, Id)],
    size: u32,
) -> Result<HashMap<(Role, Id), Vec<Near>>> {
    type Columns = (BigInt, sql::Id, Text, Nullable<sql::Id>, sql::UtcTime);
    type Row = (i64, IdValue, String, Option<IdValue>, TimeValue);
    let mut found: HashMap<(Role, Id), Vec<Near>> = HashMap::with_capacity(references.len());
    for references in references.chunks(MAX_UNION) {
        let mut union = Statement::<Columns>::new("");
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
        for (index, id, locale, group, published_at) in union.do_not_keep().clone().load::<Row>(connection)? {
            let reference = usize::try_from(index).ok().and_then(|index| references.get(index));
            let reference = reference.ok_or_else(|| Error::internal("a reference that was not asked for"))?;
            found.entry(*reference).or_default().push(Near {
                id: id.0,
                locale: locale.parse()?,
                translation_group: group.map(|group| group.0),
                published_at: published_at.0,
            });
        }
    }
    Ok(found)
}
