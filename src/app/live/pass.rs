//! Planned moments that have come. Nothing is flipped when one passes: what is public follows from the moment of the read.
//! Only the log is told, once, by whichever node notices first, so that who follows it hears of everything; and documents
//! then say that they are public, so that searches need not ask.
//!
//! Whoever writes tells it first, in the same transaction. So the log is complete up to every change in it, and what a
//! change did to readers is the difference between two states of one moment.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::app::App;
use crate::domain::edition::Clocks;
use crate::domain::{Actor, Effect, Id, Kind, Result, Timestamp, Verb};
use crate::store::change::NewChange;
use crate::store::passed::{Standing, Transition};
use crate::store::{self, AnyConnection};

/// How many moments of each kind are looked at in one transaction, unless more fall together.
const BATCH: i64 = 500;

/// Tells the log of some of what has come, if anything has. Says whether there may be more.
///
/// # Errors
/// Only failures of the server.
pub async fn pass(app: &App) -> Result<bool> {
    let now = app.now();
    let waits = move |c: &mut AnyConnection| {
        let Some(until) = store::passed::until(c)?.filter(|until| *until < now) else { return Ok(false) };
        let (_, complete) = store::passed::transitions(c, until, now, 1)?;
        Ok(complete < now)
    };
    if !app.store().read(waits).await? {
        return Ok(false);
    }
    let step = move |c: &mut AnyConnection| {
        // Another node may have been faster.
        let Some(until) = store::passed::until(c)?.filter(|until| *until < now) else { return Ok(false) };
        let until = step(c, until, now)?;
        store::passed::set(c, until)?;
        Ok(until < now)
    };
    app.store().write(step).await
}

/// Tells the log of everything that has come. Gives the moment up to which it knows then: the present, or a little later
/// where the clock of another node is fast.
pub(in crate::app) fn catch_up(connection: &mut AnyConnection, now: Timestamp) -> Result<Timestamp> {
    let known = store::passed::until(connection)?;
    let mut until = known.unwrap_or(now);
    let at = now.max(until);
    while until < at {
        until = step(connection, until, at)?;
    }
    store::passed::set(connection, at)?;
    Ok(at)
}

/// Tells the log of what came behind a moment. Gives the moment up to which it knows then.
fn step(connection: &mut AnyConnection, after: Timestamp, now: Timestamp) -> Result<Timestamp> {
    let mut limit = BATCH;
    let (transitions, until) = loop {
        let (transitions, until) = store::passed::transitions(connection, after, now, limit)?;
        if until > after {
            break (transitions, until);
        }
        limit *= 10;
    };
    let entries: Vec<(Id, Kind)> = transitions.iter().map(|it| (it.entry, it.kind)).collect();
    store::search::pass(connection, until, &entries)?;
    let ids: Vec<Id> = entries.iter().map(|(id, _)| *id).collect();
    let mut editions: HashMap<Id, Vec<Standing>> = HashMap::new();
    for edition in store::passed::standing(connection, &ids, (after, until))? {
        editions.entry(edition.entry).or_default().push(edition);
    }
    let boxes: Vec<Id> =
        transitions.iter().filter(|it| it.kind == Kind::FactBox).map(|transition| transition.entry).collect();
    let followers = store::projection::followers(connection, &boxes)?;
    let mut moments: BTreeMap<Timestamp, Vec<Transition>> = BTreeMap::new();
    for transition in transitions {
        moments.entry(transition.at).or_default().push(transition);
    }
    for (at, mut transitions) in moments {
        // What others follow comes before them.
        transitions.sort_by_key(|transition| (transition.kind == Kind::Article, transition.kind));
        let mut changes: Vec<NewChange> = Vec::with_capacity(transitions.len());
        for Transition { at, kind, entry } in transitions {
            let editions = editions.get(&entry).map_or(&[][..], Vec::as_slice);
            let seen = |edition: Option<&Standing>| edition.map(Standing::seen);
            let before = seen(editions.iter().find(|edition| edition.precedes(at)));
            let after = seen(editions.iter().find(|edition| edition.covers(at)));
            let Some(effect) = Effect::between(before.as_ref(), after.as_ref()) else { continue };
            let is_followed = |change: &NewChange| {
                followers.get(&change.entry).is_some_and(|articles| articles.contains(&entry))
            };
            let cause = changes.iter().position(is_followed);
            let (verb, effect) = (Verb::Pass, Some(effect));
            changes.push(NewChange { entry, kind, verb, revision: None, cause, note: None, effect });
        }
        store::change::append(connection, at, &Actor::Operator, &changes)?;
    }
    Ok(until)
}

/// What readers see of entries before a write, to be compared with what they see after it.
pub(in crate::app) struct Before {
    at: Timestamp,
    entries: Vec<Id>,
    seen: HashMap<Id, (i32, Clocks)>,
    /// Those that are taken down, and were public at some time.
    killed: HashSet<Id>,
}

impl Before {
    /// Lets the log catch up, and looks at entries.
    pub(in crate::app) fn of(
        connection: &mut AnyConnection,
        now: Timestamp,
        entries: impl IntoIterator<Item = Id>,
        changes: &[NewChange],
    ) -> Result<Self> {
        let at = catch_up(connection, now)?;
        let killed = changes.iter().filter(|change| change.verb == Verb::Kill).map(|change| change.entry);
        let killed: Vec<Id> = killed.collect();
        let killed = store::edition::once_visible(connection, crate::domain::AsOf::Then(at), &killed)?;
        let mut before = Self { at, entries: Vec::new(), seen: HashMap::new(), killed: HashSet::new() };
        before.killed.extend(killed);
        before.and(connection, entries)?;
        Ok(before)
    }

    /// Looks at more.
    pub(in crate::app) fn and(
        &mut self,
        connection: &mut AnyConnection,
        entries: impl IntoIterator<Item = Id>,
    ) -> Result<()> {
        let known: HashSet<Id> = self.entries.iter().copied().collect();
        let more: Vec<Id> = entries.into_iter().filter(|entry| !known.contains(entry)).collect();
        self.seen.extend(seen(connection, &more, self.at)?);
        self.entries.extend(more);
        Ok(())
    }

    /// Writes beside the changes what readers see of them: beside the last of each entry that they can see.
    pub(in crate::app) fn tell(
        &self,
        connection: &mut AnyConnection,
        changes: &mut [NewChange],
    ) -> Result<()> {
        let after = seen(connection, &self.entries, self.at)?;
        let mut told = HashSet::new();
        for change in changes.iter_mut().rev().filter(|change| change.verb.is_seen_by_readers()) {
            if told.insert(change.entry) {
                change.effect = if self.killed.contains(&change.entry) {
                    Some(Effect::Killed)
                } else {
                    Effect::between(self.seen.get(&change.entry), after.get(&change.entry))
                };
            }
        }
        Ok(())
    }
}

fn seen(connection: &mut AnyConnection, ids: &[Id], at: Timestamp) -> Result<HashMap<Id, (i32, Clocks)>> {
    let visible = store::passed::visible(connection, ids, at)?;
    Ok(visible.into_iter().map(|edition| (edition.entry, edition.seen())).collect())
}
