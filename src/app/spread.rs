//! What follows from changes to entries: their editions, those of the articles that follow a fact box, and the log.

use super::live::pass::Before;
use crate::domain::{Actor, Id, Kind, Result, Timestamp, Verb};
use crate::store::change::NewChange;
use crate::store::{self, AnyConnection};

/// Brings the editions of changed entries up to date, then those of the articles that follow changed fact
/// boxes, and logs both.
pub(super) fn spread(
    connection: &mut AnyConnection,
    now: Timestamp,
    republished: &[(Id, Kind)],
    changes: Vec<NewChange>,
    actor: &Actor,
) -> Result<()> {
    let before = Before::of(connection, now, republished.iter().map(|(id, _)| *id), &changes)?;
    store::projection::update(connection, now, republished)?;
    touch_followers(connection, now, before, changes, actor)
}

/// Brings the editions of the articles that follow changed fact boxes up to date, and logs all changes, with what readers
/// see of them.
pub(super) fn touch_followers(
    connection: &mut AnyConnection,
    now: Timestamp,
    mut before: Before,
    mut changes: Vec<NewChange>,
    actor: &Actor,
) -> Result<()> {
    store::edition::archive(connection, now)?;
    let causes: Vec<(usize, Id)> = changes
        .iter()
        .enumerate()
        .filter(|(_, change)| change.kind == Kind::FactBox && change.verb.is_seen_by_readers())
        .map(|(index, change)| (index, change.entry))
        .collect();
    let fact_boxes: Vec<Id> = causes.iter().map(|(_, fact_box)| *fact_box).collect();
    let followers = store::projection::followers(connection, &fact_boxes)?;
    let mut articles: Vec<(Id, Kind)> =
        followers.values().flatten().map(|article| (*article, Kind::Article)).collect();
    articles.sort_unstable();
    articles.dedup();
    before.and(connection, articles.iter().map(|(id, _)| *id))?;
    store::projection::update(connection, now, &articles)?;
    for (index, fact_box) in causes {
        changes.extend(followers.get(&fact_box).into_iter().flatten().map(|article| NewChange {
            entry: *article,
            kind: Kind::Article,
            verb: Verb::Touch,
            revision: None,
            cause: Some(index),
            note: None,
            effect: None,
        }));
    }
    before.tell(connection, &mut changes)?;
    store::change::append(connection, now, actor, &changes)
}
