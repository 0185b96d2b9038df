//! The keys that an issuer publishes, kept in memory: fetched when they are needed, again when they may have changed,
//! and never often.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use url::Url;

use super::keys::KeySet;
use crate::document::Json;
use crate::domain::{Oidc, Timestamp};
use crate::outgoing::{Answer, Client, Reach};

/// How long keys are used before the issuer is asked again, unless its answer says otherwise.
const USUAL_AGE: Duration = Duration::from_mins(10);
/// What an answer can say of it.
const AGES: [Duration; 2] = [Duration::from_mins(1), DAY];
/// How long old keys are used on while the issuer does not answer.
const DAY: Duration = Duration::from_hours(24);
/// The least time from one attempt to the next, whatever is asked: forged tokens must not make us hammer the issuer.
const PAUSE: Duration = Duration::from_secs(30);
/// How long a request waits for the issuer.
const PATIENCE: Duration = Duration::from_secs(5);
/// The longest answer of an issuer, in bytes.
const LONGEST: u64 = 256 * 1024;

/// The keys of an issuer.
#[derive(Debug)]
pub(super) struct Published {
    issuer: String,
    jwks_url: Option<String>,
    client: Client,
    state: Mutex<State>,
    /// Tells those who wait that an attempt has ended.
    ended: watch::Sender<()>,
}

#[derive(Debug, Default)]
struct State {
    kept: Option<Kept>,
    tried_at: Option<Timestamp>,
    underway: bool,
}

#[derive(Clone, Debug)]
struct Kept {
    keys: Arc<KeySet>,
    fresh_until: Timestamp,
}

/// What becomes of a wish to ask the issuer.
enum Attempt {
    Begins,
    IsUnderway,
    IsTooSoon,
}

impl Published {
    pub(super) fn of(trust: &Oidc) -> Self {
        Self {
            issuer: trust.issuer.clone(),
            jwks_url: trust.jwks_url.clone(),
            client: Client::new(Reach::Anywhere),
            state: Mutex::default(),
            ended: watch::Sender::new(()),
        }
    }

    /// The keys; `None` when the issuer has not answered for a day, or never.
    pub(super) async fn current(self: &Arc<Self>, now: Timestamp) -> Option<Arc<KeySet>> {
        let fresh = self.state().kept.clone().filter(|kept| now < kept.fresh_until);
        if fresh.is_none() {
            self.fetch(now).await;
        }
        let usable = self.state().kept.clone().filter(|kept| now < kept.fresh_until.plus(DAY));
        usable.map(|kept| kept.keys)
    }

    /// Keys that were published after these, if there are any.
    pub(super) async fn newer(self: &Arc<Self>, seen: &Arc<KeySet>, now: Timestamp) -> Option<Arc<KeySet>> {
        let unseen = || {
            let kept = self.state().kept.clone()?;
            Some(kept.keys).filter(|keys| !Arc::ptr_eq(keys, seen))
        };
        // Somebody else may have asked meanwhile.
        if let Some(keys) = unseen() {
            return Some(keys);
        }
        self.fetch(now).await;
        unseen()
    }

    /// Asks the issuer, or waits for somebody else who does. Whoever loses patience leaves the attempt going on.
    async fn fetch(self: &Arc<Self>, now: Timestamp) {
        let mut ended = self.ended.subscribe();
        match self.attempt(now) {
            Attempt::Begins => {
                let published = Arc::clone(self);
                drop(tokio::task::spawn_blocking(move || published.load(now)));
            }
            Attempt::IsUnderway => {}
            Attempt::IsTooSoon => return,
        }
        // Either way what is there is what is used.
        let _ = tokio::time::timeout(PATIENCE, ended.changed()).await;
    }

    fn attempt(&self, now: Timestamp) -> Attempt {
        let mut state = self.state();
        if state.tried_at.is_none_or(|tried| tried.plus(PAUSE) <= now) {
            (state.tried_at, state.underway) = (Some(now), true);
            return Attempt::Begins;
        }
        if state.underway { Attempt::IsUnderway } else { Attempt::IsTooSoon }
    }

    /// Blocks.
    fn load(&self, now: Timestamp) {
        let found = self.ask();
        let mut state = self.state();
        state.underway = false;
        match found {
            Ok((keys, age)) => {
                state.kept = Some(Kept { keys: Arc::new(keys), fresh_until: now.plus(age) });
            }
            Err(cause) => tracing::warn!(issuer = self.issuer, cause, "the issuer's keys cannot be had"),
        }
        drop(state);
        self.ended.send_replace(());
    }

    /// The keys, and how long they can be used.
    fn ask(&self) -> Result<(KeySet, Duration), String> {
        let url = self.jwks_url.clone().map_or_else(|| self.discover(), Ok)?;
        let (text, age) = self.get(&url)?;
        let [least, most] = AGES;
        Ok((KeySet::read(&text)?, age.unwrap_or(USUAL_AGE).clamp(least, most)))
    }

    /// Where the keys are (OpenID Connect Discovery 1.0 §4).
    fn discover(&self) -> Result<String, String> {
        let url = format!("{}/.well-known/openid-configuration", self.issuer.trim_end_matches('/'));
        let (text, _) = self.get(&url)?;
        let told: Json = text.parse().map_err(|error| format!("{url} is not JSON: {error}"))?;
        let text = |name: &str| told.get(name).and_then(Json::as_str);
        if text("issuer") != Some(&self.issuer) {
            return Err(format!("{url} is of the issuer {:?}", text("issuer").unwrap_or_default()));
        }
        let keys = text("jwks_uri").ok_or_else(|| format!("{url} has no jwks_uri"))?;
        if self.issuer.starts_with("https:") && !keys.starts_with("https:") {
            return Err(format!("{url} has a jwks_uri without https"));
        }
        Ok(keys.to_owned())
    }

    fn get(&self, url: &str) -> Result<(String, Option<Duration>), String> {
        let parsed = Url::parse(url).map_err(|error| format!("{url}: {error}"))?;
        let answer = self.client.get(&parsed, "application/json", LONGEST);
        let Answer { status, max_age, body } = answer.map_err(|failure| format!("{url}: {failure:?}"))?;
        if status != 200 {
            return Err(format!("{url} answered {status}"));
        }
        let text = String::from_utf8(body).map_err(|error| format!("{url}: {error}"))?;
        Ok((text, max_age.map(Duration::from_secs)))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
