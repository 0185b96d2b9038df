//! Correcting: what is public is changed at once and says what was wrong. What waits behind it, a draft or a plan, is
//! changed likewise, so that no later publication takes the correction back, and comes out no sooner than it would have.

use std::collections::{BTreeMap, BTreeSet};

use super::command::Release;
use super::entry::{Stored, Work, differing, timeline_of};
use crate::document::{self, Json};
use crate::domain::timeline::Publication;
use crate::domain::{Error, ErrorCode, Kind, Result, Timestamp, Verb};
use crate::store;

/// What a correction changed of the public revision.
struct Change {
    public: u32,
    before: Json,
    after: Json,
    correction: Json,
}

impl Work<'_> {
    pub(super) fn correct(
        &mut self,
        entry: &mut Stored,
        patch: Json,
        correction: Json,
        note: Option<String>,
    ) -> Result<()> {
        if entry.kind != Kind::Article {
            let detail = format!("Only articles are corrected. Publish the {} anew.", entry.kind.noun());
            return Err(Error::new(ErrorCode::Conflict, detail));
        }
        let timeline = timeline_of(self.connection, entry.id)?;
        let public = public(&timeline, self.now)?;
        let before = self.content(entry, public)?;
        let document = document::whole(&before)?;
        let patch = with_correction(&document, patch, correction.clone(), self.now)?;
        let after = self.patched(&before, patch)?;
        let change = Change { public, before: document, after: document::whole(&after)?, correction };

        let (draft, submitted) = (entry.latest_revision, entry.submitted);
        let mut successors = BTreeMap::new();
        for plan in planned(&timeline, self.now).filter(|plan| ![public, draft].contains(plan)) {
            successors.insert(plan, self.carry(entry, plan, &change)?);
        }
        self.save(entry, after, note.clone())?;
        successors.insert(public, entry.latest_revision);
        self.publish(entry, Release::default(), note)?;
        // The draft comes last: it is what the desk goes on with.
        if draft != public {
            successors.insert(draft, self.carry(entry, draft, &change)?);
            entry.submitted = submitted.map(|_| entry.latest_revision);
        }
        self.replan(entry, &successors)
    }

    /// Saves a revision that waits with what was corrected; gives the number of the new one. What somebody has written
    /// anew since is theirs.
    fn carry(&mut self, entry: &mut Stored, revision: u32, change: &Change) -> Result<u32> {
        let content = self.content(entry, revision)?;
        let document = document::whole(&content)?;
        let (patch, left) = change.patch_for(&document);
        let patch = with_correction(&document, patch, change.correction_for(&document), self.now)?;
        let carried = self.patched(&content, patch)?;
        let left = match left.join(", ") {
            none if none.is_empty() => none,
            names => format!(" Not carried, because it was written anew: {names}."),
        };
        let public = change.public;
        let note = format!("The correction of revision {public}, carried into revision {revision}.{left}");
        self.save(entry, carried, Some(note))?;
        Ok(entry.latest_revision)
    }

    /// Lets plans publish the successors of their revisions.
    fn replan(&mut self, entry: &Stored, successors: &BTreeMap<u32, u32>) -> Result<()> {
        let mut timeline = timeline_of(self.connection, entry.id)?;
        let mut planned = BTreeSet::new();
        for publication in timeline.iter_mut().filter(|it| it.from > self.now) {
            if let Some(&successor) = successors.get(&publication.revision) {
                publication.revision = successor;
                planned.insert(successor);
            }
        }
        if planned.is_empty() {
            return Ok(());
        }
        store::publication::replace(self.connection, entry.id, timeline)?;
        for revision in planned {
            self.log(entry, Verb::Publish, Some(revision), None);
        }
        Ok(())
    }
}

impl Change {
    /// The members that were corrected, where a document has them as they were; and the names of the others.
    fn patch_for(&self, document: &Json) -> (Json, Vec<&str>) {
        let (mut patch, mut left) = (Vec::new(), Vec::new());
        for name in self.changed() {
            let (before, after) = (self.before.get(name), self.after.get(name));
            if document.get(name) == before {
                patch.push((name.to_owned(), after.cloned().unwrap_or(Json::Null)));
            } else if document.get(name) != after {
                left.push(name);
            }
        }
        (patch.into_iter().collect(), left)
    }

    /// The names of the members that differ, but for the corrections themselves.
    fn changed(&self) -> impl Iterator<Item = &str> {
        differing(&self.before, &self.after).filter(|name| *name != "corrections")
    }

    /// The correction as a document can have it, which may lack the block that it is about.
    fn correction_for(&self, document: &Json) -> Json {
        let mut correction = self.correction.clone();
        let has = |key: &Json| {
            let blocks = document["body"].as_array();
            blocks.is_some_and(|blocks| blocks.iter().any(|block| block["_key"] == *key))
        };
        if !correction.get("blockKey").is_none_or(has)
            && let Some(members) = correction.as_object_mut()
        {
            members.remove("blockKey");
        }
        correction
    }
}

/// The revision that is public.
fn public(timeline: &[Publication], now: Timestamp) -> Result<u32> {
    let current = timeline.iter().find(|it| it.covers(now));
    current.map(|current| current.revision).ok_or_else(|| {
        Error::new(ErrorCode::Conflict, "Only what is public can be corrected. Publish it instead.")
    })
}

/// The revisions that will be public later.
fn planned(timeline: &[Publication], now: Timestamp) -> impl Iterator<Item = u32> {
    let planned: BTreeSet<u32> = timeline.iter().filter(|it| it.from > now).map(|it| it.revision).collect();
    planned.into_iter()
}

/// A patch that also adds a correction, made now.
fn with_correction(document: &Json, mut patch: Json, mut correction: Json, now: Timestamp) -> Result<Json> {
    let (Some(patch_members), Some(members)) = (patch.as_object_mut(), correction.as_object_mut()) else {
        return Err(Error::new(ErrorCode::MalformedRequest, "A correction and its patch are JSON objects."));
    };
    members.insert("at".to_owned(), now.to_string().into());
    let mut corrections = document["corrections"].as_array().cloned().unwrap_or_default();
    corrections.push(correction);
    patch_members.insert("corrections".to_owned(), corrections.into());
    Ok(patch)
}
