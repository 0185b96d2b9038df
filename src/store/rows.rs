//! Rows that are derived: editions and working copies, with their links. Both have the same columns.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{Bool, Integer, Nullable, Text};

use super::AnyConnection;
use super::entry::{number, unsigned};
use super::statement::{self, Statement, Value};
use super::types::{IdValue, TimeValue, sql};
use crate::domain::content::Outline;
use crate::domain::edition::Clocks;
use crate::domain::timeline::Span;
use crate::domain::{Id, Kind, Link, Result, Role, Timestamp};

/// A derived row, with its rows of links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Projected {
    pub id: Id,
    pub kind: Kind,
    pub span: Span,
    pub archived_at: Option<Timestamp>,
    pub columns: Columns,
    pub links: Vec<Link>,
    /// Whom it names as sources: rows of links, too, which lead to no entry.
    pub sources: Vec<Id>,
    /// Whether the rows of links repeat what the edition says.
    pub intact: bool,
}

impl Projected {
    /// The rows of links that it has.
    fn ties(&self) -> impl Iterator<Item = Tie> + '_ {
        let links = self.links.iter().map(|Link { role, target, pin }| (role.as_str(), *target, *pin));
        links.chain(self.sources.iter().map(|source| (SOURCE, *source, None)))
    }

    /// Its first moment, by which it is told from others of its entry.
    pub(crate) const fn begins(&self) -> Timestamp {
        self.span.clocks.updated_at
    }
}

/// The role of rows of links that stand for sources.
pub(super) const SOURCE: &str = "source";

/// A row of links: the role, the entry or source at the far end, and the revision that is held.
type Tie = (&'static str, Id, Option<u32>);

/// The outline as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Columns {
    locale: Option<String>,
    slug: Option<String>,
    title: String,
    variant: Option<String>,
    translation_group: Option<Id>,
    corrected_at: Option<Timestamp>,
    review_by: Option<Timestamp>,
    has_image: bool,
}

/// A table of derived rows, and that of their links.
#[derive(Debug)]
pub(crate) struct Derived {
    select: &'static str,
    select_links: &'static str,
    insert: &'static str,
    insert_links: &'static str,
    delete: &'static str,
}

macro_rules! derived {
    ($rows:literal, $links:literal) => {
        Derived {
            select: concat!(
                "SELECT entry_id, revision, visible_from, visible_until, archived_at, published_at, ",
                "content_updated_at, embargo, locale, slug, title, variant, translation_group, ",
                "corrected_at, review_by, has_image FROM ",
                $rows,
                " WHERE "
            ),
            select_links: concat!(
                "SELECT entry_id, visible_from, role, target_id, pin, kind, visible_until, archived_at, ",
                "published_at, content_updated_at, title FROM ",
                $links,
                " WHERE "
            ),
            insert: concat!(
                $rows,
                " (entry_id, kind, revision, visible_from, visible_until, archived_at, published_at, ",
                "content_updated_at, embargo, locale, slug, title, variant, translation_group, ",
                "corrected_at, review_by, has_image)"
            ),
            insert_links: concat!(
                $links,
                " (entry_id, visible_from, role, target_id, pin, kind, visible_until, archived_at, published_at, ",
                "title, content_updated_at)"
            ),
            delete: concat!("DELETE FROM ", $rows, " WHERE "),
        }
    };
}

/// What readers see.
pub(crate) const EDITIONS: Derived = derived!("editions", "edition_links");

/// What the desk sees.
pub(crate) const WORKING_COPIES: Derived = derived!("working_copies", "working_copy_links");

/// Adds rows.
pub(crate) fn insert(connection: &mut AnyConnection, table: &Derived, new: &[Projected]) -> Result<()> {
    let editions = new.iter().map(edition_row).collect::<Result<_>>()?;
    statement::insert(connection, table.insert, editions)?;
    let links = new.iter().flat_map(|row| row.ties().map(move |tie| tie_row(row, tie)));
    let links = links.collect::<Result<_>>()?;
    Ok(statement::insert(connection, table.insert_links, links)?)
}

/// Removes rows; their links go with them.
pub(crate) fn delete(connection: &mut AnyConnection, table: &Derived, rows: &[&Projected]) -> Result<()> {
    for rows in rows.chunks(500) {
        let (ids, keys): (Vec<Id>, Vec<_>) = rows.iter().map(|row| (row.id, (row.id, row.begins()))).unzip();
        let mut statement = Statement::<()>::new(table.delete);
        // By the pairs alone SQLite would read the whole table.
        statement.is_in("entry_id", &ids).sql(" AND ").is_in_pairs("(entry_id, visible_from)", &keys);
        statement.execute(connection)?;
    }
    Ok(())
}

/// The rows of entries, oldest first.
pub(crate) fn stored(
    connection: &mut AnyConnection,
    table: &'static Derived,
    entries: &[(Id, Kind)],
) -> Result<HashMap<Id, Vec<Projected>>> {
    let kinds: HashMap<Id, Kind> = entries.iter().copied().collect();
    let ids: Vec<Id> = entries.iter().map(|(id, _)| *id).collect();
    let mut statement = Statement::<StoredColumns>::new(table.select);
    statement.is_in("entry_id", &ids).sql(" ORDER BY entry_id, visible_from");
    let mut links = stored_links(connection, table, &ids)?;
    let mut stored: HashMap<Id, Vec<Projected>> = HashMap::new();
    for row in statement.load::<StoredRow>(connection)? {
        let Some(kind) = kinds.get(&row.0.0.0) else { continue };
        let projected = from_stored(*kind, row, &mut links)?;
        stored.entry(projected.id).or_default().push(projected);
    }
    Ok(stored)
}

type StoredColumns = (
    (
        sql::Id,
        Integer,
        sql::UtcTime,
        Nullable<sql::UtcTime>,
        Nullable<sql::UtcTime>,
        sql::UtcTime,
        sql::UtcTime,
        Bool,
    ),
    (Nullable<Text>, Nullable<Text>, Text, Nullable<Text>, Nullable<sql::Id>),
    (Nullable<sql::UtcTime>, Nullable<sql::UtcTime>, Bool),
);

type StoredRow = (
    (IdValue, i32, TimeValue, Option<TimeValue>, Option<TimeValue>, TimeValue, TimeValue, bool),
    (Option<String>, Option<String>, String, Option<String>, Option<IdValue>),
    (Option<TimeValue>, Option<TimeValue>, bool),
);

fn from_stored(kind: Kind, row: StoredRow, links: &mut StoredLinks) -> Result<Projected> {
    let (
        (id, revision, from, until, archived, published, content_updated, embargo),
        (locale, slug, title, variant, group),
        (corrected_at, review_by, has_image),
    ) = row;
    let clocks =
        Clocks { published_at: published.0, content_updated_at: content_updated.0, updated_at: from.0 };
    let span = Span { revision: unsigned(revision)?, until: until.map(|until| until.0), embargo, clocks };
    let archived_at = archived.map(|archived| archived.0);
    let repeated = Repeated {
        kind: kind.as_str().to_owned(),
        until: span.until,
        archived_at,
        published_at: published.0,
        content_updated_at: content_updated.0,
        title: title.clone(),
    };
    let stored = links.remove(&(id.0, from.0)).unwrap_or_default();
    let intact = stored.iter().all(|(tie, repeats)| tie.is_some() && *repeats == repeated);
    let (mut links, mut sources) = (Vec::new(), Vec::new());
    for (role, target, pin) in stored.into_iter().filter_map(|(tie, _)| tie) {
        match Role::parse(role) {
            Some(role) => links.push(Link { role, target, pin }),
            None => sources.push(target),
        }
    }
    let links = once(links);
    let columns = Columns {
        locale,
        slug,
        title,
        variant,
        translation_group: group.map(|group| group.0),
        corrected_at: corrected_at.map(|at| at.0),
        review_by: review_by.map(|by| by.0),
        has_image,
    };
    Ok(Projected { id: id.0, kind, span, archived_at, columns, links, sources: each(sources), intact })
}

/// What a row of links repeats of its edition.
#[derive(Debug, PartialEq, Eq)]
struct Repeated {
    kind: String,
    until: Option<Timestamp>,
    archived_at: Option<Timestamp>,
    published_at: Timestamp,
    content_updated_at: Timestamp,
    title: String,
}

/// The rows of links of each edition, `None` where the role is unknown, with what each row repeats.
type StoredLinks = HashMap<(Id, Timestamp), Vec<(Option<Tie>, Repeated)>>;

fn stored_links(connection: &mut AnyConnection, table: &'static Derived, ids: &[Id]) -> Result<StoredLinks> {
    type Columns = (
        (sql::Id, sql::UtcTime, Text, sql::Id, Nullable<Integer>),
        (Text, Nullable<sql::UtcTime>, Nullable<sql::UtcTime>, sql::UtcTime, sql::UtcTime, Text),
    );
    type Row = (
        (IdValue, TimeValue, String, IdValue, Option<i32>),
        (String, Option<TimeValue>, Option<TimeValue>, TimeValue, TimeValue, String),
    );
    let mut statement = Statement::<Columns>::new(table.select_links);
    statement.is_in("entry_id", ids);
    let mut links: StoredLinks = HashMap::new();
    for (
        (id, from, role, target, pin),
        (kind, until, archived_at, published_at, content_updated_at, title),
    ) in statement.load::<Row>(connection)?
    {
        let pin = pin.map(unsigned).transpose()?;
        let role = if role == SOURCE { Some(SOURCE) } else { Role::parse(&role).map(Role::as_str) };
        let tie = role.map(|role| (role, target.0, pin));
        let repeated = Repeated {
            kind,
            until: until.map(|until| until.0),
            archived_at: archived_at.map(|archived| archived.0),
            published_at: published_at.0,
            content_updated_at: content_updated_at.0,
            title,
        };
        links.entry((id.0, from.0)).or_default().push((tie, repeated));
    }
    Ok(links)
}

/// Each target once per role, sorted: a table of links has no order and no repetitions. Whoever follows a box
/// and also pins it follows it.
pub(crate) fn once(mut links: Vec<Link>) -> Vec<Link> {
    links.sort_by_key(|link| (link.role, link.target, link.pin));
    links.dedup_by_key(|link| (link.role, link.target));
    links
}

/// Each once, sorted.
pub(crate) fn each(mut sources: Vec<Id>) -> Vec<Id> {
    sources.sort_unstable();
    sources.dedup();
    sources
}

impl Columns {
    pub(crate) fn of(outline: Outline) -> Self {
        let Outline { locale, slug, title, variant, translation_group, corrected_at, review_by, has_image } =
            outline;
        Self {
            locale: locale.map(|locale| locale.to_string()),
            slug: slug.map(|slug| slug.to_string()),
            title,
            variant: variant.map(str::to_owned),
            translation_group,
            corrected_at,
            review_by,
            has_image,
        }
    }
}

fn edition_row(row: &Projected) -> Result<Vec<Value>> {
    let Projected { id, kind, span, archived_at, columns, links: _, sources: _, intact: _ } = row;
    let Span { revision, until, embargo, clocks } = span;
    let Columns { locale, slug, title, variant, translation_group, corrected_at, review_by, has_image } =
        columns.clone();
    Ok(vec![
        (*id).into(),
        kind.as_str().into(),
        number(*revision)?.into(),
        clocks.updated_at.into(),
        (*until).into(),
        (*archived_at).into(),
        clocks.published_at.into(),
        clocks.content_updated_at.into(),
        (*embargo).into(),
        locale.into(),
        slug.into(),
        title.into(),
        variant.into(),
        translation_group.into(),
        corrected_at.into(),
        review_by.into(),
        has_image.into(),
    ])
}

fn tie_row(row: &Projected, (role, target, pin): Tie) -> Result<Vec<Value>> {
    Ok(vec![
        row.id.into(),
        row.span.clocks.updated_at.into(),
        role.into(),
        target.into(),
        pin.map(number).transpose()?.into(),
        row.kind.as_str().into(),
        row.span.until.into(),
        row.archived_at.into(),
        row.span.clocks.published_at.into(),
        row.columns.title.as_str().into(),
        row.span.clocks.content_updated_at.into(),
    ])
}
