//! The part of a searched list in the order of publication that holds one page.
//!
//! Documents are numbered by the minute of publication, so `SQLite` can read the matching ones in nearly the order of such
//! a list, and stop. What is read is sorted in the list's own order, once it is certain that nothing unread belongs to the
//! page. Postgres asks each row that the list comes by instead, which costs less there.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::documents::from_matching;
use super::expression::{Database, Expression};
use super::number;
use super::ranked::{Among, Narrowed};
use crate::domain::filter::Clock;
use crate::domain::page::SortKey;
use crate::domain::{AsOf, Condition, Cursor, Id, Kind, PageRequest, Result, Timestamp};
use crate::store::AnyConnection;
use crate::store::condition::Asked;
use crate::store::statement::Statement;
use crate::store::types::{IdValue, TimeValue, sql};

/// How many more than the page are read at first: those of the minute in which the page ends are among them.
const MORE: usize = 40;

/// The most that are read. Where so much was published within one minute, the list is walked.
const MOST: usize = 4_000;

/// The entries among which a page of a list is, if that can be told from the index of words.
pub(in crate::store) fn of_page(
    connection: &mut AnyConnection,
    kind: Kind,
    asked: Asked<'_>,
    conditions: &[Condition<Id>],
    request: &PageRequest,
) -> Result<Option<Vec<Id>>> {
    let by_publication = request.sort.clock() == Some(Clock::Published);
    let is_led = Database::of(connection) == Database::Sqlite && matches!(asked.as_of, AsOf::Now(_));
    let searched =
        asked.plans.searched(conditions).filter(|(_, plan)| by_publication && is_led && !plan.is_rare());
    let Some((search, plan)) = searched else { return Ok(None) };
    let Narrowed { marks, others } = Narrowed::by(kind, search, conditions, true);
    let walk = Walk {
        asked,
        kind,
        others,
        condition: plan.with_marks(marks).condition(),
        descending: request.is_descending(),
        cursor: request.cursor.as_ref(),
    };
    let page = usize::try_from(request.size).unwrap_or(usize::MAX).saturating_add(1);
    let mut most = page.saturating_add(MORE);
    while most <= MOST {
        let read = walk.read(connection, most)?;
        if read.len() < most || walk.has_all(connection, &read, page)? {
            return Ok(Some(read.into_iter().map(|(_, id, _)| id).collect()));
        }
        most *= 4;
    }
    Ok(None)
}

/// The number of a document, its entry, and when that was first published.
type Row = (i64, Id, Timestamp);

/// Reading the documents from one end.
struct Walk<'a> {
    asked: Asked<'a>,
    kind: Kind,
    others: Vec<Condition<Id>>,
    condition: Expression,
    descending: bool,
    cursor: Option<&'a Cursor>,
}

impl Walk<'_> {
    /// At most so many, in the order of their numbers, behind the cursor.
    fn read(&self, connection: &mut AnyConnection, most: usize) -> Result<Vec<Row>> {
        let Self { asked, kind, others, condition, descending, cursor } = self;
        let mut statement =
            Statement::<(BigInt, sql::Id, sql::UtcTime)>::new("SELECT d.doc, d.entry_id, d.published_at");
        let among = Among { kind: *kind, asked: *asked, others };
        let joined = among.joined(Database::Sqlite);
        from_matching(Database::Sqlite, &mut statement, joined, condition);
        if let Some(Cursor { key: SortKey::Time(time) | SortKey::Score(_, time), id }) = cursor {
            if *descending {
                statement.sql(" AND search_index.rowid < ").bind(number::behind(connection, *time)?);
            } else {
                statement.sql(" AND search_index.rowid >= ").bind(number::first(*time));
            }
            statement.sql(" AND (d.published_at, d.entry_id)").sql(if *descending { " < (" } else { " > (" });
            statement.bind(*time).sql(", ").bind(*id).sql(")");
        }
        among.holds(&mut statement);
        statement.sql(" ORDER BY search_index.rowid").sql(if *descending { " DESC" } else { "" });
        statement.sql(" LIMIT ").bind(i64::try_from(most).unwrap_or(i64::MAX));
        let rows: Vec<(i64, IdValue, TimeValue)> = statement.load(connection)?;
        Ok(rows.into_iter().map(|(doc, id, published_at)| (doc, id.0, published_at.0)).collect())
    }

    /// Whether nothing that was not read stands before the end of the page.
    fn has_all(&self, connection: &mut AnyConnection, read: &[Row], page: usize) -> Result<bool> {
        let mut moments: Vec<Timestamp> = read.iter().map(|(.., moment)| *moment).collect();
        moments.sort_unstable();
        if self.descending {
            moments.reverse();
        }
        let (Some(last_of_page), Some((last_read, ..))) = (moments.get(page - 1), read.last()) else {
            return Ok(false);
        };
        Ok(if self.descending {
            *last_read <= number::first(*last_of_page)
        } else {
            *last_read + 1 >= number::behind(connection, *last_of_page)?
        })
    }
}
