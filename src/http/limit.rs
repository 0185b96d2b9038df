//! Rate limits: so many requests in a minute for each key, and for each address.
//!
//! Whoever has no key is told apart by address; so is whoever guesses keys. The counters are in the memory of this node
//! and are forgotten once they are full again.

use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::time::Duration;

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

use super::client;
use crate::domain::{Actor, Error, ErrorCode, Result};

type Counters<K> = RateLimiter<K, DefaultKeyedStateStore<K>, DefaultClock, StateInformationMiddleware>;

/// The limits of a server, shared by its threads.
#[derive(Debug)]
pub struct Limits {
    addresses: Option<(NonZeroU32, Counters<IpAddr>)>,
    actors: Option<(NonZeroU32, Counters<Actor>)>,
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

const WINDOW: u32 = 60;

impl Limits {
    /// So many requests in a minute for each address without a key, and for each key; 0 is no limit.
    #[must_use]
    pub fn new(per_address: u32, per_key: u32) -> Self {
        Self { addresses: counters(per_address), actors: counters(per_key) }
    }

    /// Forgets whoever has not come for a minute. Called by whoever runs the server, now and then.
    pub fn forget_the_quiet(&self) {
        if let Some((_, counters)) = &self.addresses {
            counters.retain_recent();
        }
        if let Some((_, counters)) = &self.actors {
            counters.retain_recent();
        }
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
        Some((limit, counters)) if *actor != Actor::Anonymous => {
            count(request, "key", *limit, counters, actor)
        }
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
            count(request, "address", *limit, counters, &network(address))
        }
        _ => Ok(()),
    }
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
    policy: &'static str,
    limit: NonZeroU32,
    counters: &Counters<K>,
    key: &K,
) -> Result<()> {
    let (remaining, wait) = match counters.check_key(key) {
        Ok(state) => (state.remaining_burst_capacity(), None),
        Err(refused) => (0, Some(refused.wait_time_from(DefaultClock::default().now()))),
    };
    request.extensions_mut().insert(Left { policy, limit: limit.get(), remaining, wait });
    if wait.is_none() {
        return Ok(());
    }
    let detail =
        format!("More than {limit} requests in a minute for one {policy}. Wait, then ask more slowly.");
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
