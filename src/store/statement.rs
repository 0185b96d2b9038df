//! Statements that are put together at run time: text and bound values, for both databases.
//!
//! Lists need this. Which index leads a list depends on its filter, and diesel's typed queries would fix that
//! when the program is compiled. Values are always bound, never part of the text; a number of ours may be.

use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{BigInt, Binary, Bool, Integer, Nullable, Text};

use super::connection::{AnyConnection, MultiBackend};
use super::types::{IdValue, JsonValue, TimeValue, sql};
use crate::domain::{AsOf, Id, Kind, Timestamp};

/// A value that is bound to a statement.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Id(IdValue),
    OptionalId(Option<IdValue>),
    Time(TimeValue),
    OptionalTime(Option<TimeValue>),
    Json(JsonValue),
    OptionalJson(Option<JsonValue>),
    Text(String),
    OptionalText(Option<String>),
    Integer(i32),
    OptionalInteger(Option<i32>),
    BigInt(i64),
    OptionalBigInt(Option<i64>),
    Bool(bool),
    Bytes(Vec<u8>),
    /// Words with their places, in the form that Postgres reads; for Postgres alone.
    Words(String),
}

macro_rules! value_from {
    ($($from:ty => $value:ident => $variant:ident($convert:expr);)*) => {$(
        impl From<$from> for Value {
            fn from($value: $from) -> Self {
                Self::$variant($convert)
            }
        }
    )*};
}
value_from! {
    Id => id => Id(IdValue(id));
    Option<Id> => id => OptionalId(id.map(IdValue));
    Timestamp => time => Time(TimeValue(time));
    Option<Timestamp> => time => OptionalTime(time.map(TimeValue));
    JsonValue => json => Json(json);
    Option<JsonValue> => json => OptionalJson(json);
    &str => text => Text(text.to_owned());
    String => text => Text(text);
    Option<String> => text => OptionalText(text);
    i32 => number => Integer(number);
    Option<i32> => number => OptionalInteger(number);
    i64 => number => BigInt(number);
    Option<i64> => number => OptionalBigInt(number);
    bool => truth => Bool(truth);
}

impl Value {
    fn bind<'b>(&'b self, out: &mut AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        match self {
            Self::Id(value) => out.push_bind_param::<sql::Id, _>(value),
            Self::OptionalId(value) => out.push_bind_param::<Nullable<sql::Id>, _>(value),
            Self::Time(value) => out.push_bind_param::<sql::UtcTime, _>(value),
            Self::OptionalTime(value) => out.push_bind_param::<Nullable<sql::UtcTime>, _>(value),
            Self::Json(value) => out.push_bind_param::<sql::Json, _>(value),
            Self::OptionalJson(value) => out.push_bind_param::<Nullable<sql::Json>, _>(value),
            Self::Text(value) => out.push_bind_param::<Text, _>(value),
            Self::OptionalText(value) => out.push_bind_param::<Nullable<Text>, _>(value),
            Self::Integer(value) => out.push_bind_param::<Integer, _>(value),
            Self::OptionalInteger(value) => out.push_bind_param::<Nullable<Integer>, _>(value),
            Self::BigInt(value) => out.push_bind_param::<BigInt, _>(value),
            Self::OptionalBigInt(value) => out.push_bind_param::<Nullable<BigInt>, _>(value),
            Self::Bool(value) => out.push_bind_param::<Bool, _>(value),
            Self::Bytes(value) => out.push_bind_param::<Binary, _>(value),
            Self::Words(value) => {
                out.push_sql("CAST(");
                out.push_bind_param::<Text, _>(value)?;
                out.push_sql(" AS tsvector)");
                Ok(())
            }
        }
    }
}

#[derive(Clone, Debug)]
enum Part {
    Text(&'static str),
    Number(i64),
    Value(Value),
}

/// A statement whose rows have the SQL type `Row`.
#[derive(Clone, Debug)]
pub(crate) struct Statement<Row> {
    parts: Vec<Part>,
    /// Whether the database should remember the plan. Texts that vary without bound must not fill its memory.
    keep: bool,
    row: std::marker::PhantomData<Row>,
}

impl<Row> Statement<Row> {
    /// Begins with `text`.
    pub(crate) fn new(text: &'static str) -> Self {
        Self { parts: vec![Part::Text(text)], keep: true, row: std::marker::PhantomData }
    }

    /// Adds text.
    pub(crate) fn sql(&mut self, text: &'static str) -> &mut Self {
        self.parts.push(Part::Text(text));
        self
    }

    /// Adds a number as a part of the text, whose plan is not remembered then: so Postgres plans for it, even where it does not
    /// for values.
    pub(crate) fn number(&mut self, number: i64) -> &mut Self {
        self.parts.push(Part::Number(number));
        self.do_not_keep()
    }

    /// Adds a bound value.
    pub(crate) fn bind(&mut self, value: impl Into<Value>) -> &mut Self {
        self.parts.push(Part::Value(value.into()));
        self
    }

    /// Adds another statement.
    pub(crate) fn append(&mut self, other: Self) -> &mut Self {
        self.parts.extend(other.parts);
        self.keep &= other.keep;
        self
    }

    /// Adds ` column IN (…)`. The list is filled up to a power of two by repeating its last member, so that
    /// there are few different texts and the databases keep their plans.
    pub(crate) fn is_in<T: Into<Value> + Clone>(&mut self, column: &'static str, values: &[T]) -> &mut Self {
        let Some(last) = values.last() else { return self.sql(" FALSE") };
        self.sql(column).sql(" IN (");
        for index in 0..values.len().next_power_of_two() {
            if index > 0 {
                self.sql(", ");
            }
            self.bind(values.get(index).unwrap_or(last).clone());
        }
        self.sql(")")
    }

    /// Adds `column = …`, or `column IN (…)` where there are several texts.
    pub(crate) fn is_one_of<'t>(
        &mut self,
        column: &'static str,
        texts: impl ExactSizeIterator<Item = &'t str>,
    ) -> &mut Self {
        match texts.len() {
            0 => return self.sql("FALSE"),
            1 => self.sql(column).sql(" = "),
            _ => self.sql(column).sql(" IN "),
        };
        let is_list = texts.len() > 1;
        for (index, text) in texts.enumerate() {
            self.sql(match (is_list, index) {
                (false, _) => "",
                (true, 0) => "(",
                (true, _) => ", ",
            });
            self.bind(text);
        }
        self.sql(if is_list { ")" } else { "" })
    }

    /// The same for rows that are known by two columns.
    pub(crate) fn is_in_pairs<A, B>(&mut self, columns: &'static str, pairs: &[(A, B)]) -> &mut Self
    where
        A: Into<Value> + Copy,
        B: Into<Value> + Copy,
    {
        let Some(&last) = pairs.last() else { return self.sql(" FALSE") };
        self.sql(columns).sql(" IN (VALUES ");
        for index in 0..pairs.len().next_power_of_two() {
            let (first, second) = pairs.get(index).copied().unwrap_or(last);
            self.sql(if index == 0 { "(" } else { ", (" }).bind(first).sql(", ").bind(second).sql(")");
        }
        self.sql(")")
    }

    /// Adds the public predicate: what readers see as of a moment. It is written nowhere else.
    pub(crate) fn visible(&mut self, columns: &'static Visibility, as_of: AsOf) -> &mut Self {
        self.visible_since(columns, as_of, as_of.moment())
    }

    /// The same of an edition called `e` that was found otherwise, and that it is of a kind: written so that no index fits, for
    /// `SQLite` would rather look at all of the kind.
    pub(crate) fn visible_of_kind(&mut self, kind: Kind, as_of: AsOf) -> &mut Self {
        self.sql("COALESCE(e.kind, e.kind) = ").bind(kind.as_str()).sql(" AND ").visible(&EDITION, as_of)
    }

    /// The public predicate, narrowed to editions that began at `latest` or before.
    pub(crate) fn visible_since(
        &mut self,
        columns: &'static Visibility,
        as_of: AsOf,
        latest: Timestamp,
    ) -> &mut Self {
        if as_of == AsOf::Drafts {
            return self.sql(columns.archived).sql(" IS NULL");
        }
        if let AsOf::Embargoed(now) = as_of {
            return self.embargoed(columns.edition, now);
        }
        let moment = as_of.moment();
        self.sql(columns.from).sql(" <= ").bind(latest.min(moment));
        self.sql(" AND (").sql(columns.until).sql(" IS NULL OR ").sql(columns.until).sql(" > ").bind(moment);
        self.sql(")");
        if let AsOf::Now(_) | AsOf::Preview { .. } = as_of {
            self.sql(" AND ").sql(columns.archived).sql(" IS NULL");
        }
        self
    }

    /// What partners see: of an entry under embargo the edition with which it will end, of all else what is public.
    fn embargoed(&mut self, edition: &'static str, now: Timestamp) -> &mut Self {
        self.sql("((").sql(edition).sql(".embargo AND ").sql(edition).sql(".visible_from > ").bind(now);
        self.earlier_embargo(edition, now)
            .sql(" AND x.visible_from < ")
            .sql(edition)
            .sql(".visible_from)) OR (");
        self.sql(edition).sql(".visible_from <= ").bind(now).sql(" AND (");
        self.sql(edition).sql(".visible_until IS NULL OR ").sql(edition).sql(".visible_until > ").bind(now);
        self.sql(")");
        self.earlier_embargo(edition, now).sql("))) AND ").sql(edition).sql(".archived_at IS NULL")
    }

    /// Lacks its closing bracket.
    fn earlier_embargo(&mut self, edition: &'static str, now: Timestamp) -> &mut Self {
        self.sql(" AND NOT EXISTS (SELECT 1 FROM editions x WHERE x.entry_id = ").sql(edition);
        self.sql(".entry_id AND x.embargo AND x.visible_from > ").bind(now)
    }

    /// Asks the database not to remember the plan.
    pub(crate) fn do_not_keep(&mut self) -> &mut Self {
        self.keep = false;
        self
    }
}

/// Where a read finds entries: the public in editions, the desk in working copies, which have the same columns.
#[derive(Debug)]
pub(crate) struct Tables {
    /// The entries, called `e`.
    pub from: &'static str,
    /// The links, called `l`, with their entries, called `e`.
    pub from_links: &'static str,
    /// The same, where present editions are gathered: written so that `SQLite` finds these by their own index, which has all that
    /// is wanted of them. Postgres takes that index either way.
    pub from_links_gathered: &'static str,
    /// The links alone, called `l`.
    pub links: &'static str,
    /// Joins their entries, called `e`.
    pub join_editions: &'static str,
    /// Joins all links, called `o`, of the entries whose link is called `l`.
    pub join_links: &'static str,
    /// Whether there is a link, called `o`, of the entry called `e`; lacks its closing bracket.
    pub exists_link: &'static str,
    /// The same of the entry whose link is called `l`.
    pub exists_link_beside: &'static str,
    /// The entries once more, called `t`.
    pub from_translations: &'static str,
}

/// The tables of a read.
pub(crate) const fn tables(as_of: AsOf) -> &'static Tables {
    match as_of {
        AsOf::Now(_) | AsOf::Then(_) | AsOf::Embargoed(_) | AsOf::Preview { .. } => &Tables {
            from: " FROM editions e",
            from_links: " FROM edition_links l JOIN editions e ON e.entry_id = l.entry_id AND e.visible_from = l.visible_from",
            from_links_gathered: " FROM edition_links l JOIN editions e ON e.entry_id = l.entry_id AND COALESCE(e.visible_from, e.visible_from) = l.visible_from",
            links: " FROM edition_links l",
            join_editions: " JOIN editions e ON e.entry_id = l.entry_id AND e.visible_from = l.visible_from",
            join_links: " JOIN edition_links o ON o.entry_id = l.entry_id AND o.visible_from = l.visible_from",
            exists_link: "EXISTS (SELECT 1 FROM edition_links o WHERE o.entry_id = e.entry_id AND o.visible_from = e.visible_from",
            exists_link_beside: "EXISTS (SELECT 1 FROM edition_links o WHERE o.entry_id = l.entry_id AND o.visible_from = l.visible_from",
            from_translations: " FROM editions t",
        },
        AsOf::Drafts => &Tables {
            from: " FROM working_copies e",
            from_links: " FROM working_copy_links l JOIN working_copies e ON e.entry_id = l.entry_id",
            from_links_gathered: " FROM working_copy_links l JOIN working_copies e ON e.entry_id = l.entry_id",
            links: " FROM working_copy_links l",
            join_editions: " JOIN working_copies e ON e.entry_id = l.entry_id",
            join_links: " JOIN working_copy_links o ON o.entry_id = l.entry_id",
            exists_link: "EXISTS (SELECT 1 FROM working_copy_links o WHERE o.entry_id = e.entry_id",
            exists_link_beside: "EXISTS (SELECT 1 FROM working_copy_links o WHERE o.entry_id = l.entry_id",
            from_translations: " FROM working_copies t",
        },
    }
}

/// The names of the columns that decide whether a row is visible.
#[derive(Debug)]
pub(crate) struct Visibility {
    /// What the edition is called: partners are told by more than these columns.
    edition: &'static str,
    from: &'static str,
    until: &'static str,
    archived: &'static str,
}

/// Of an edition called `e`.
pub(crate) const EDITION: Visibility =
    Visibility { edition: "e", from: "e.visible_from", until: "e.visible_until", archived: "e.archived_at" };

/// Of an edition called `t`.
pub(crate) const TRANSLATION: Visibility =
    Visibility { edition: "t", from: "t.visible_from", until: "t.visible_until", archived: "t.archived_at" };

/// Of a link called `l`, beside its edition, which is called `e`.
pub(crate) const LINK: Visibility =
    Visibility { edition: "e", from: "l.visible_from", until: "l.visible_until", archived: "l.archived_at" };

impl<Row> QueryFragment<MultiBackend> for Statement<Row> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        if !self.keep {
            out.unsafe_to_cache_prepared();
        }
        for part in &self.parts {
            match part {
                Part::Text(text) => out.push_sql(text),
                Part::Number(number) => out.push_sql(&number.to_string()),
                Part::Value(value) => value.bind(&mut out)?,
            }
        }
        Ok(())
    }
}

impl<Row> QueryId for Statement<Row> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Row> Query for Statement<Row> {
    type SqlType = Row;
}

impl<Row> RunQueryDsl<AnyConnection> for Statement<Row> {}

/// The most ids in one list: filled up to a power of two, they are no more than both databases take.
pub(super) const MAX_IDS: usize = 8_192;

/// The most selects that are joined into one statement; SQLite takes 500.
pub(super) const MAX_UNION: usize = 200;

/// The most values bound to one statement; both databases take more.
const MAX_VALUES: usize = 16_000;

/// Inserts rows, as many to a statement as fit.
pub(crate) fn insert(
    connection: &mut AnyConnection,
    into: &'static str,
    rows: Vec<Vec<Value>>,
) -> QueryResult<()> {
    insert_or(connection, into, rows, "")
}

/// The same, with what is done about rows that are there.
pub(crate) fn insert_or(
    connection: &mut AnyConnection,
    into: &'static str,
    rows: Vec<Vec<Value>>,
    on_conflict: &'static str,
) -> QueryResult<()> {
    let width = rows.first().map_or(1, Vec::len);
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let chunk: Vec<_> = rows.by_ref().take((MAX_VALUES / width).min(500)).collect();
        let mut statement = Statement::<()>::new("INSERT INTO ");
        statement.sql(into).sql(" VALUES ");
        // A full chunk and a single row come again and again; what lies between does not.
        if chunk.len() > 1 && chunk.len() < 500 {
            statement.do_not_keep();
        }
        for (index, row) in chunk.into_iter().enumerate() {
            statement.sql(if index == 0 { "(" } else { ", (" });
            for (column, value) in row.into_iter().enumerate() {
                if column > 0 {
                    statement.sql(", ");
                }
                statement.bind(value);
            }
            statement.sql(")");
        }
        statement.sql(on_conflict);
        statement.execute(connection)?;
    }
    Ok(())
}
