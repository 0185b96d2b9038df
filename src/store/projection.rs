//! The projection: editions and their links, as they follow from publications and revisions.
//!
//! What is stored is compared with what follows, and only the difference is written. So publishing, rebuilding
//! and verifying are the same computation.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::AnyConnection;
use super::rows::{self, Columns, EDITIONS, Projected, each, once};
use super::statement::Statement;
use super::types::{IdValue, sql};
use super::{edition, publication, revision, stale};
use crate::domain::timeline::{self, Publication, Touch};
use crate::domain::{AnyContent, Id, Kind, Link, Result, Revision, Role, Timestamp};

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
        let differences = differences(connection, now, entries)?;
        let stale: Vec<&Projected> = differences.iter().flat_map(|difference| &difference.stale).collect();
        rows::delete(connection, &EDITIONS, &stale)?;
        let differing: HashSet<Id> = differences.iter().map(|difference| difference.id).collect();
        let missing: Vec<Projected> =
            differences.into_iter().flat_map(|difference| difference.missing).collect();
        rows::insert(connection, &EDITIONS, &missing)?;
        let differing = entries.iter().filter(|(id, _)| differing.contains(id)).copied();
        stale::update(connection, &differing.collect::<Vec<_>>())?;
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
    let editions: Vec<Projected> = editions.collect();
    rows::insert(connection, &EDITIONS, &editions)?;
    let mut entries: Vec<(Id, Kind)> = editions.iter().map(|edition| (edition.id, edition.kind)).collect();
    entries.dedup();
    stale::update(connection, &entries)
}

/// Where the stored editions of entries are not those that follow. Whether one that is over has been archived yet
/// makes no difference to any reader, nor here.
pub(crate) fn differences(
    connection: &mut AnyConnection,
    now: Timestamp,
    entries: &[(Id, Kind)],
) -> Result<Vec<Difference>> {
    let ids: Vec<Id> = entries.iter().map(|(id, _)| *id).collect();
    let mut stored = rows::stored(connection, &EDITIONS, entries)?;
    let mut following = following(connection, now, entries)?;
    let mut differences = Vec::new();
    for id in ids {
        let mut stored = stored.remove(&id).unwrap_or_default();
        for row in &mut stored {
            row.archived_at = row.archived_at.or_else(|| edition::archived_at(row.span.until, now));
        }
        let following = following.remove(&id).unwrap_or_default();
        let right: HashMap<Timestamp, &Projected> = following.iter().map(|row| (row.begins(), row)).collect();
        let (kept, stale): (Vec<_>, Vec<_>) =
            stored.into_iter().partition(|row| right.get(&row.begins()) == Some(&row));
        let kept: HashSet<Timestamp> = kept.iter().map(Projected::begins).collect();
        let missing: Vec<_> = following.into_iter().filter(|row| !kept.contains(&row.begins())).collect();
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
                sources: each(content.sources()),
                intact: true,
            })
        })
        .collect()
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
