//! Rate limits: so many requests in a minute for each key, and for each address.
//!
//! Whoever has no key is told apart by address; so is whoever guesses keys. A guess is counted before anybody looks
//! whether it is right: credentials cost one, unless they were accepted in the last minutes. So guessing costs the
//! database no more than the limit, and whoever is known is not held up by somebody who guesses next door.
//!
//! The counters are in the memory of this node and are forgotten once they are full again.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue, RETRY_AFTER};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{HttpMessage as _, HttpRequest};
use governor::clock::{Clock as _, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DefaultKeyedStateStore;
use governor::{Quota, RateLimiter};
use sha2::{Digest as _, Sha256};

use super::client;
use crate::domain::{Actor, Error, ErrorCode, Result};

type Counters<K> = RateLimiter<K, DefaultKeyedStateStore<K>, DefaultClock, StateInformationMiddleware>;

/// The limits of a server, shared by its threads.
#[derive(Debug)]
pub struct Limits {
    addresses: Option<(NonZeroU32, Counters<IpAddr>)>,
    actors: Option<(NonZeroU32, Counters<Actor>)>,
    guesses: Option<(NonZeroU32, Counters<IpAddr>)>,
    /// Digests of the credentials that were accepted lately, and when.
    known: Mutex<HashMap<[u8; 32], Instant>>,
}

/// How much of a limit is left.
#[derive(Clone, Copy, Debug)]
struct Left {
    policy: &'static str,
    limit: u32,
    remaining: u32,
    /// When a refused request may come again.
    wait: Option<Duration>,
}

/// What is counted, and how it is called.
#[derive(Clone, Copy)]
struct Policy {
    name: &'static str,
    counts: &'static str,
}

const ADDRESS: Policy = Policy { name: "address", counts: "requests in a minute for one address" };
const KEY: Policy = Policy { name: "key", counts: "requests in a minute for one key" };
const GUESSES: Policy =
    Policy { name: "guesses", counts: "unknown credentials in a minute from one address" };

const WINDOW: u32 = 60;

/// How long credentials are remembered after they were accepted.
const KNOWN: Duration = Duration::from_mins(10);

impl Limits {
    /// So many requests in a minute for each address without a key, and for each key; so many guesses for each address.
    /// 0 is no limit.
    #[must_use]
    pub fn new(per_address: u32, per_key: u32, guesses: u32) -> Self {
        let (addresses, guesses) = (counters(per_address), counters(guesses));
        Self { addresses, actors: counters(per_key), guesses, known: Mutex::default() }
    }

    /// Forgets whoever has not come for a minute. Called by whoever runs the server, now and then.
    pub fn forget_the_quiet(&self) {
        if let Some((_, counters)) = &self.addresses {
            counters.retain_recent();
        }
        if let Some((_, counters)) = &self.actors {
            counters.retain_recent();
        }
        if let Some((_, counters)) = &self.guesses {
            counters.retain_recent();
        }
        self.known().retain(|_, accepted| accepted.elapsed() < KNOWN);
    }

    fn known(&self) -> MutexGuard<'_, HashMap<[u8; 32], Instant>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_known(&self, digest: &[u8; 32]) -> bool {
        self.known().get(digest).is_some_and(|accepted| accepted.elapsed() < KNOWN)
    }
}

fn counters<K: std::hash::Hash + Eq + Clone>(per_minute: u32) -> Option<(NonZeroU32, Counters<K>)> {
    let limit = NonZeroU32::new(per_minute)?;
    Some((limit, RateLimiter::keyed(Quota::per_minute(limit)).with_middleware()))
}

/// Counts a request of somebody who is known by a key.
///
/// # Errors
/// `RATE_LIMITED`.
pub(super) fn count_actor(request: &HttpRequest, actor: &Actor) -> Result<()> {
    let Some(limits) = request.app_data::<Data<Limits>>() else { return Ok(()) };
    match &limits.actors {
        Some((limit, counters)) if *actor != Actor::Anonymous => count(request, KEY, *limit, counters, actor),
        _ => Ok(()),
    }
}

/// Counts a request of somebody who is known by nothing but an address.
///
/// # Errors
/// `RATE_LIMITED`.
pub(super) fn count_address(request: &HttpRequest) -> Result<()> {
    let Some(limits) = request.app_data::<Data<Limits>>() else { return Ok(()) };
    match (&limits.addresses, client::address(request)) {
        (Some((limit, counters)), Some(address)) => {
            count(request, ADDRESS, *limit, counters, &network(address))
        }
        _ => Ok(()),
    }
}

/// Counts credentials before anybody looks whether they are right.
///
/// # Errors
/// `RATE_LIMITED`.
pub(super) fn count_guess(request: &HttpRequest, bearer: &str) -> Result<()> {
    let Some(limits) = request.app_data::<Data<Limits>>() else { return Ok(()) };
    match (&limits.guesses, client::address(request)) {
        (Some((limit, counters)), Some(address)) if !limits.is_known(&digest(bearer)) => {
            count(request, GUESSES, *limit, counters, &network(address))
        }
        _ => Ok(()),
    }
}

/// Remembers what became of credentials. A failure of the server tells nothing of them.
pub(super) fn remember<T>(request: &HttpRequest, bearer: &str, outcome: &Result<T>) {
    let limits = request.app_data::<Data<Limits>>().filter(|limits| limits.guesses.is_some());
    let Some(limits) = limits else { return };
    match outcome {
        Ok(_) => {
            limits.known().insert(digest(bearer), Instant::now());
        }
        Err(error) if error.code == ErrorCode::Unauthenticated => {
            limits.known().remove(&digest(bearer));
        }
        Err(_) => {}
    }
}

/// Credentials themselves are never kept.
fn digest(bearer: &str) -> [u8; 32] {
    Sha256::digest(bearer).into()
}

/// What one client can choose from: of IPv6 a whole network of 64 bits.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX))),
    }
}

fn count<K: std::hash::Hash + Eq + Clone>(
    request: &HttpRequest,
    Policy { name, counts }: Policy,
    limit: NonZeroU32,
    counters: &Counters<K>,
    key: &K,
) -> Result<()> {
    let (remaining, wait) = match counters.check_key(key) {
        Ok(state) => (state.remaining_burst_capacity(), None),
        Err(refused) => (0, Some(refused.wait_time_from(DefaultClock::default().now()))),
    };
    request.extensions_mut().insert(Left { policy: name, limit: limit.get(), remaining, wait });
    if wait.is_none() {
        return Ok(());
    }
    let detail = format!("More than {limit} {counts}. Wait, then ask more slowly.");
    Err(Error::new(ErrorCode::RateLimited, detail))
}

/// Tells clients how much is left (`draft-ietf-httpapi-ratelimit-headers`).
pub async fn tell(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let mut response = next.call(request).await?;
    let left = response.request().extensions().get::<Left>().copied();
    if let Some(Left { policy, limit, remaining, wait }) = left {
        let seconds = wait.map_or(0, |wait| wait.as_secs() + 1);
        let fields = [
            ("ratelimit-policy", format!("\"{policy}\";q={limit};w={WINDOW}")),
            ("ratelimit", format!("\"{policy}\";r={remaining};t={seconds}")),
        ];
        for (name, value) in fields {
            if let Ok(value) = HeaderValue::from_str(&value) {
                response.headers_mut().insert(HeaderName::from_static(name), value);
            }
        }
        if wait.is_some() {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
    }
    Ok(response)
}
