//! Requests that may come again: the answer is remembered in the transaction of the write itself, so that the second
//! request finds either nothing or all of it. Since there is one writer at a time, on all nodes together, a request that
//! comes again while the first is in flight waits for it and gets its answer.

use std::time::Duration;

use crate::document::{self, Answered, Json};
use crate::domain::{Actor, Entry, Error, ErrorCode, Result, State, Timestamp};
use crate::store::{self, AnyConnection};

/// How long answers are remembered.
const KEPT: Duration = Duration::from_hours(24);

/// What tells a request from others, and knows it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Once {
    /// What the client calls the request; unique for each caller.
    pub key: String,
    /// A digest of the request.
    pub digest: String,
}

impl Once {
    /// The longest key, in bytes.
    pub const MAX_KEY: usize = 200;

    /// Whether a text can be a key: plain ASCII without spaces, neither empty nor too long.
    #[must_use]
    pub fn is_key(text: &str) -> bool {
        (1..=Self::MAX_KEY).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic())
    }

    /// What was remembered of the request, when it came before.
    fn earlier(
        &self,
        connection: &mut AnyConnection,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Option<String>> {
        let found = store::idempotency::find(connection, actor, &self.key, now.minus(KEPT))?;
        let Some((digest, answer)) = found else { return Ok(None) };
        if digest != self.digest {
            let detail = "This Idempotency-Key was used for another request. Take a new key for each.";
            return Err(Error::new(ErrorCode::KeyReused, detail));
        }
        Ok(Some(answer))
    }

    /// What the request was answered with, when it came before.
    pub(super) fn answered(
        &self,
        connection: &mut AnyConnection,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Option<Vec<Entry>>> {
        let Some(answer) = self.earlier(connection, actor, now)? else { return Ok(None) };
        let answered = document::recall(&answer)?;
        answered.into_iter().map(|answered| recall(connection, answered)).collect::<Result<_>>().map(Some)
    }

    /// For what is answered with a secret, of which nothing is kept: remembers what was made, and refuses to make another.
    pub(in crate::app) fn only_once(
        &self,
        connection: &mut AnyConnection,
        actor: &Actor,
        now: Timestamp,
        made: &str,
    ) -> Result<()> {
        let Some(earlier) = self.earlier(connection, actor, now)? else {
            return self.write_down(connection, actor, now, Json::from(made).to_string());
        };
        let earlier = earlier.trim_matches('"');
        let detail = format!(
            "This request has made {earlier} already, whose secret was in its answer and is not kept. If that is lost, \
             revoke it, and make another with a new Idempotency-Key."
        );
        Err(Error::new(ErrorCode::Conflict, detail))
    }

    /// Remembers the answer, and forgets old ones.
    pub(super) fn remember(
        &self,
        connection: &mut AnyConnection,
        actor: &Actor,
        now: Timestamp,
        entries: &[Entry],
    ) -> Result<()> {
        self.write_down(connection, actor, now, document::remember(entries)?)
    }

    fn write_down(
        &self,
        connection: &mut AnyConnection,
        actor: &Actor,
        now: Timestamp,
        answer: String,
    ) -> Result<()> {
        store::idempotency::forget(connection, now.minus(KEPT))?;
        store::idempotency::remember(connection, actor, &self.key, &self.digest, now, answer)
    }
}

/// What was taken down since is not shown by repeating a request either.
fn recall(connection: &mut AnyConnection, answered: Answered) -> Result<Entry> {
    let Answered { kind, id, revision, state, decision, submitted, timeline } = answered;
    if state != State::Killed {
        super::read::readable(connection, kind, id)?;
    }
    let revision = store::revision::by_number(connection, id, kind, revision)?;
    let revision = revision.ok_or_else(|| Error::internal("a remembered revision is not there"))?;
    Ok(Entry { kind, state, decision, submitted, timeline, revision })
}
