//! The projection: editions and their links, as they follow from publications and revisions.
//!
//! What is stored is compared with what follows, and only the difference is written. So publishing, rebuilding
//! and verifying are the same computation.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable, Text};

use super::AnyConnection;
use super::entry::{number, unsigned};
use super::statement::{self, Statement, Value};
use super::types::{IdValue, TimeValue, sql};
use super::{edition, publication, revision};
use crate::domain::content::Outline;
use crate::domain::edition::Clocks;
use crate::domain::timeline::{self, Publication, Span, Touch};
use crate::domain::{AnyContent, Id, Kind, Link, Result, Revision, Role, Timestamp};

/// A row of `editions`, with its rows of `edition_links`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Projected {
    id: Id,
    kind: Kind,
    span: Span,
    archived_at: Option<Timestamp>,
    columns: Columns,
    links: Vec<Link>,
    /// Whether the rows of links repeat what the edition says.
    intact: bool,
}

/// The outline as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Columns {
    locale: Option<String>,
    slug: Option<String>,
    title: String,
    variant: Option<String>,
    translation_group: Option<Id>,
}

/// An entry whose stored editions are not those that follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    pub id: Id,
    stale: Vec<Projected>,
    missing: Vec<Projected>,
}

impl Difference {
    /// How many rows are wrong and how many are not there.
    pub(crate) fn counts(&self) -> (usize, usize) {
        (self.stale.len(), self.missing.len())
    }
}

/// Brings the editions of entries up to date.
pub(crate) fn update(connection: &mut AnyConnection, now: Timestamp, entries: &[(Id, Kind)]) -> Result<()> {
    // A popular fact box has more followers than one statement takes values.
    for entries in entries.chunks(500) {
        let mut all_missing = Vec::new();
        for Difference { id: _, stale, missing } in differences(connection, now, entries)? {
            for row in &stale {
                delete(connection, row)?;
            }
            all_missing.extend(missing);
        }
        insert(connection, &all_missing)?;
    }
    Ok(())
}

/// Adds the editions of new entries, of which nothing has to be read: all their revisions are at hand.
pub(crate) fn add(
    connection: &mut AnyConnection,
    now: Timestamp,
    timelines: &[(Id, Vec<Publication>)],
    revisions: &[Revision<AnyContent>],
) -> Result<()> {
    let mut boxes = Vec::new();
    for revision in revisions {
        boxes.extend(followed(&revision.content.links()));
    }
    boxes.sort_unstable();
    boxes.dedup();
    let touches = touches(connection, &boxes)?;
    let contents: HashMap<(Id, u32), &AnyContent> =
        revisions.iter().map(|revision| ((revision.id, revision.number), &revision.content)).collect();
    let editions = timelines.iter().flat_map(|(id, timeline)| {
        project(*id, now, timeline, |revision| contents.get(&(*id, revision)).copied(), &touches)
    });
    insert(connection, &editions.collect::<Vec<_>>())
}

/// Where the stored editions of entries are not those that follow. Whether one that is over has been archived yet
/// makes no difference to any reader, nor here.
pub(crate) fn differences(
    connection: &mut AnyConnection,
    now: Timestamp,
    entries: &[(Id, Kind)],
) -> Result<Vec<Difference>> {
    let ids: Vec<Id> = entries.iter().map(|(id, _)| *id).collect();
    let mut stored = stored(connection, entries)?;
    let mut following = following(connection, now, entries)?;
    let mut differences = Vec::new();
    for id in ids {
        let mut stored = stored.remove(&id).unwrap_or_default();
        for row in &mut stored {
            row.archived_at = row.archived_at.or_else(|| edition::archived_at(row.span.until, now));
        }
        let following = following.remove(&id).unwrap_or_default();
        let stale: Vec<_> = stored.iter().filter(|row| !following.contains(row)).cloned().collect();
        let missing: Vec<_> = following.into_iter().filter(|row| !stored.contains(row)).collect();
        if !stale.is_empty() || !missing.is_empty() {
            differences.push(Difference { id, stale, missing });
        }
    }
    Ok(differences)
}

/// What follows for an entry whose content is at hand.
fn project<'a>(
    id: Id,
    now: Timestamp,
    timeline: &[Publication],
    content_of: impl Fn(u32) -> Option<&'a AnyContent>,
    touches: &HashMap<Id, Vec<Touch>>,
) -> Vec<Projected> {
    let touches_of = |revision: u32| -> Vec<Touch> {
        let links = content_of(revision).map(AnyContent::links).unwrap_or_default();
        followed(&links).filter_map(|target| touches.get(&target)).flatten().copied().collect()
    };
    timeline::spans(timeline, touches_of)
        .into_iter()
        .filter_map(|span| {
            let content = content_of(span.revision)?;
            let archived_at = edition::archived_at(span.until, now);
            let columns = Columns::of(content.outline());
            Some(Projected {
                id,
                kind: content.kind(),
                span,
                archived_at,
                columns,
                links: once(content.links()),
                intact: true,
            })
        })
        .collect()
}

fn insert(connection: &mut AnyConnection, new: &[Projected]) -> Result<()> {
    let editions = new.iter().map(edition_row).collect::<Result<_>>()?;
    let columns = "editions (entry_id, kind, revision, visible_from, visible_until, archived_at, published_at, \
                   content_updated_at, locale, slug, title, variant, translation_group)";
    statement::insert(connection, columns, editions)?;
    let links = new.iter().flat_map(|row| row.links.iter().map(move |link| link_row(row, link)));
    let links = links.collect::<Result<_>>()?;
    let columns = "edition_links (entry_id, visible_from, role, target_id, pin, kind, visible_until, archived_at, \
                   published_at)";
    Ok(statement::insert(connection, columns, links)?)
}

/// The fact boxes that links follow.
fn followed(links: &[Link]) -> impl Iterator<Item = Id> + '_ {
    links.iter().filter(|link| link.role == Role::FactBox && link.pin.is_none()).map(|link| link.target)
}

/// The articles of which some edition follows one of the fact boxes, by fact box.
pub(crate) fn followers(connection: &mut AnyConnection, fact_boxes: &[Id]) -> Result<HashMap<Id, Vec<Id>>> {
    let mut followers: HashMap<Id, Vec<Id>> = HashMap::new();
    if fact_boxes.is_empty() {
        return Ok(followers);
    }
    let mut statement = Statement::<(sql::Id, sql::Id)>::new(
        "SELECT DISTINCT l.target_id, l.entry_id FROM edition_links l WHERE ",
    );
    statement
        .is_in("l.target_id", fact_boxes)
        .sql(" AND l.pin IS NULL AND l.role = ")
        .bind(Role::FactBox.as_str());
    statement.sql(" AND l.kind = ").bind(Kind::Article.as_str()).sql(" ORDER BY l.target_id, l.entry_id");
    let rows: Vec<(IdValue, IdValue)> = statement.load(connection)?;
    for (fact_box, article) in rows {
        followers.entry(fact_box.0).or_default().push(article.0);
    }
    Ok(followers)
}

/// When each of the fact boxes changed.
fn touches(connection: &mut AnyConnection, fact_boxes: &[Id]) -> Result<HashMap<Id, Vec<Touch>>> {
    if fact_boxes.is_empty() {
        return Ok(HashMap::new());
    }
    let timelines = publication::of_entries(connection, fact_boxes)?;
    Ok(timelines.into_iter().map(|(id, timeline)| (id, timeline::touches(&timeline))).collect())
}

fn following(
    connection: &mut AnyConnection,
    now: Timestamp,
    entries: &[(Id, Kind)],
) -> Result<HashMap<Id, Vec<Projected>>> {
    let ids: Vec<Id> = entries.iter().map(|(id, _)| *id).collect();
    let timelines = publication::of_entries(connection, &ids)?;
    let mut contents: HashMap<Id, HashMap<u32, AnyContent>> = HashMap::new();
    let mut boxes = HashSet::new();
    for ((id, revision), content) in revision::published_contents(connection, entries)? {
        boxes.extend(followed(&content.links()));
        contents.entry(id).or_default().insert(revision, content);
    }
    let boxes: Vec<Id> = boxes.into_iter().collect();
    let touches = touches(connection, &boxes)?;
    let project = |(id, timeline): (&Id, &Vec<Publication>)| {
        let content_of = |revision| contents.get(id).and_then(|contents| contents.get(&revision));
        (*id, project(*id, now, timeline, content_of, &touches))
    };
    Ok(timelines.iter().map(project).collect())
}

fn stored(connection: &mut AnyConnection, entries: &[(Id, Kind)]) -> Result<HashMap<Id, Vec<Projected>>> {
    let kinds: HashMap<Id, Kind> = entries.iter().copied().collect();
    let ids: Vec<Id> = entries.iter().map(|(id, _)| *id).collect();
    let mut statement = Statement::<StoredColumns>::new(
        "SELECT entry_id, revision, visible_from, visible_until, archived_at, published_at, content_updated_at, \
         locale, slug, title, variant, translation_group FROM editions WHERE ",
    );
    statement.is_in("entry_id", &ids).sql(" ORDER BY entry_id, visible_from");
    let mut links = stored_links(connection, &ids)?;
    let mut stored: HashMap<Id, Vec<Projected>> = HashMap::new();
    for row in statement.load::<StoredRow>(connection)? {
        let Some(kind) = kinds.get(&row.0.0) else { continue };
        let projected = from_stored(*kind, row, &mut links)?;
        stored.entry(projected.id).or_default().push(projected);
    }
    Ok(stored)
}

type StoredColumns = (
    sql::Id,
    Integer,
    sql::UtcTime,
    Nullable<sql::UtcTime>,
    Nullable<sql::UtcTime>,
    sql::UtcTime,
    sql::UtcTime,
    Nullable<Text>,
    Nullable<Text>,
    Text,
    Nullable<Text>,
    Nullable<sql::Id>,
);

type StoredRow = (
    IdValue,
    i32,
    TimeValue,
    Option<TimeValue>,
    Option<TimeValue>,
    TimeValue,
    TimeValue,
    Option<String>,
    Option<String>,
    String,
    Option<String>,
    Option<IdValue>,
);

fn from_stored(kind: Kind, row: StoredRow, links: &mut StoredLinks) -> Result<Projected> {
    let (
        id,
        revision,
        from,
        until,
        archived,
        published,
        content_updated,
        locale,
        slug,
        title,
        variant,
        group,
    ) = row;
    let clocks =
        Clocks { published_at: published.0, content_updated_at: content_updated.0, updated_at: from.0 };
    let span = Span { revision: unsigned(revision)?, until: until.map(|until| until.0), clocks };
    let archived_at = archived.map(|archived| archived.0);
    let repeated = Repeated {
        kind: kind.as_str().to_owned(),
        until: span.until,
        archived_at,
        published_at: published.0,
    };
    let (links, intact) = match links.remove(&(id.0, from.0)) {
        Some(stored) => {
            let intact = stored.iter().all(|(link, repeats)| link.is_some() && *repeats == repeated);
            (stored.into_iter().filter_map(|(link, _)| link).collect(), intact)
        }
        None => (Vec::new(), true),
    };
    let columns = Columns { locale, slug, title, variant, translation_group: group.map(|group| group.0) };
    Ok(Projected { id: id.0, kind, span, archived_at, columns, links, intact })
}

/// What a row of links repeats of its edition.
#[derive(Debug, PartialEq, Eq)]
struct Repeated {
    kind: String,
    until: Option<Timestamp>,
    archived_at: Option<Timestamp>,
    published_at: Timestamp,
}

/// The links of each edition, `None` where the role is unknown, with what each row repeats.
type StoredLinks = HashMap<(Id, Timestamp), Vec<(Option<Link>, Repeated)>>;

fn stored_links(connection: &mut AnyConnection, ids: &[Id]) -> Result<StoredLinks> {
    type Columns = (
        (sql::Id, sql::UtcTime, Text, sql::Id, Nullable<Integer>),
        (Text, Nullable<sql::UtcTime>, Nullable<sql::UtcTime>, sql::UtcTime),
    );
    type Row = (
        (IdValue, TimeValue, String, IdValue, Option<i32>),
        (String, Option<TimeValue>, Option<TimeValue>, TimeValue),
    );
    let mut statement = Statement::<Columns>::new(
        "SELECT entry_id, visible_from, role, target_id, pin, kind, visible_until, archived_at, published_at \
         FROM edition_links WHERE ",
    );
    statement.is_in("entry_id", ids);
    let mut links: StoredLinks = HashMap::new();
    for ((id, from, role, target, pin), (kind, until, archived_at, published_at)) in
        statement.load::<Row>(connection)?
    {
        let pin = pin.map(unsigned).transpose()?;
        let link = Role::parse(&role).map(|role| Link { role, target: target.0, pin });
        let repeated = Repeated {
            kind,
            until: until.map(|until| until.0),
            archived_at: archived_at.map(|archived| archived.0),
            published_at: published_at.0,
        };
        links.entry((id.0, from.0)).or_default().push((link, repeated));
    }
    for links in links.values_mut() {
        links.sort_by_key(|(link, _)| link.as_ref().map(|link| (link.role, link.target)));
    }
    Ok(links)
}

/// Each target once per role, sorted: a table of links has no order and no repetitions. Whoever follows a box
/// and also pins it follows it.
fn once(mut links: Vec<Link>) -> Vec<Link> {
    links.sort_by_key(|link| (link.role, link.target, link.pin));
    links.dedup_by_key(|link| (link.role, link.target));
    links
}

fn delete(connection: &mut AnyConnection, row: &Projected) -> Result<()> {
    use super::schema::editions;
    let key = (IdValue(row.id), TimeValue(row.span.clocks.updated_at));
    diesel::delete(editions::table.find(key)).execute(connection)?;
    Ok(())
}

impl Columns {
    fn of(outline: Outline) -> Self {
        let Outline { locale, slug, title, variant, translation_group } = outline;
        Self {
            locale: locale.map(|locale| locale.to_string()),
            slug: slug.map(|slug| slug.to_string()),
            title,
            variant: variant.map(str::to_owned),
            translation_group,
        }
    }
}

fn edition_row(row: &Projected) -> Result<Vec<Value>> {
    let Projected { id, kind, span, archived_at, columns, links: _, intact: _ } = row;
    let Span { revision, until, clocks } = span;
    let Columns { locale, slug, title, variant, translation_group } = columns.clone();
    Ok(vec![
        (*id).into(),
        kind.as_str().into(),
        number(*revision)?.into(),
        clocks.updated_at.into(),
        (*until).into(),
        (*archived_at).into(),
        clocks.published_at.into(),
        clocks.content_updated_at.into(),
        locale.into(),
        slug.into(),
        title.into(),
        variant.into(),
        translation_group.into(),
    ])
}

fn link_row(row: &Projected, link: &Link) -> Result<Vec<Value>> {
    let Link { role, target, pin } = link;
    Ok(vec![
        row.id.into(),
        row.span.clocks.updated_at.into(),
        role.as_str().into(),
        (*target).into(),
        pin.map(number).transpose()?.into(),
        row.kind.as_str().into(),
        row.span.until.into(),
        row.archived_at.into(),
        row.span.clocks.published_at.into(),
    ])
}
