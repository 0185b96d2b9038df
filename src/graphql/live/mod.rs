//! Operations with many answers, over a connection that stays open: how many there may be, from where, and for how long.

pub(super) mod events;
mod protocol;
pub(super) mod socket;

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use actix_web::HttpRequest;
use actix_web::http::header;

use crate::app::Context;
use crate::domain::{Error, ErrorCode, Result};
use crate::http::{client, origin};

/// What open connections may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most connections that stay open at a time: a WebSocket, or a stream of events.
    pub connections: u32,
    /// The most of them from one address.
    pub per_address: u32,
    /// The most operations at a time on one WebSocket.
    pub operations: u32,
    /// How long a WebSocket may take to say `connection_init`.
    pub patience: Duration,
    /// How often a quiet connection gives a sign.
    pub heartbeat: Duration,
    /// How often credentials are looked at again.
    pub recheck: Duration,
    /// How long a client may take to read what it is sent, before its connection is closed.
    pub slowness: Duration,
    /// The origins whose pages may open a WebSocket; `*` is any. Pages of this server's own may.
    pub origins: Vec<String>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 1_000,
            per_address: 100,
            operations: 20,
            patience: Duration::from_secs(3),
            heartbeat: Duration::from_secs(12),
            recheck: Duration::from_secs(10),
            slowness: Duration::from_secs(20),
            origins: vec!["*".to_owned()],
        }
    }
}

/// Lets connections in. Shared by all threads.
#[derive(Clone, Debug, Default)]
pub(super) struct Gate {
    pub limits: Arc<Limits>,
    open: Arc<Mutex<Open>>,
}

#[derive(Debug, Default)]
struct Open {
    all: u32,
    by_address: HashMap<IpAddr, u32>,
}

/// A connection that was let in; it is counted until this is dropped.
#[derive(Debug)]
pub(super) struct Entered {
    gate: Gate,
    address: Option<IpAddr>,
}

impl Gate {
    pub(super) fn new(limits: Limits) -> Self {
        Self { limits: Arc::new(limits), open: Arc::default() }
    }

    /// Lets a connection in.
    ///
    /// # Errors
    /// `UNAVAILABLE` when there are too many, `RATE_LIMITED` when too many come from its address.
    pub(super) fn enter(&self, address: Option<IpAddr>) -> Result<Entered> {
        let Limits { connections, per_address, .. } = *self.limits;
        let mut open = self.open();
        if open.all >= connections {
            let detail = format!(
                "There are {connections} open connections, which is as many as may be. Come back later."
            );
            return Err(Error::new(ErrorCode::Unavailable, detail));
        }
        if let Some(address) = address {
            let here = open.by_address.entry(address).or_default();
            if *here >= per_address {
                let detail = format!(
                    "{per_address} connections of one address may be open. Close one, or follow more on one."
                );
                return Err(Error::new(ErrorCode::RateLimited, detail));
            }
            *here += 1;
        }
        open.all += 1;
        Ok(Entered { gate: self.clone(), address })
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        let mut open = self.gate.open();
        open.all = open.all.saturating_sub(1);
        if let Some(address) = self.address
            && let Some(here) = open.by_address.get_mut(&address)
        {
            *here = here.saturating_sub(1);
            if *here == 0 {
                open.by_address.remove(&address);
            }
        }
    }
}

/// Refuses a WebSocket of a page that may not use this server: a browser opens it for any page, and asks nobody before.
fn check_origin(request: &HttpRequest, context: &Context, allowed: &[String]) -> Result<()> {
    match origin::foreign(request, allowed) {
        Some(origin) if !is_own(origin, request, &context.app.site().public_url) => {
            Err(Error::new(ErrorCode::Forbidden, "Pages of this origin may not open WebSockets here."))
        }
        _ => Ok(()),
    }
}

/// Whether an origin is that of this server, as it knows itself or as the request named it.
fn is_own(origin: &str, request: &HttpRequest, public_url: &str) -> bool {
    let of = |url: &str| url::Url::parse(url).ok().map(|url| url.origin());
    let Some(own) = of(origin).filter(url::Origin::is_tuple) else { return false };
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let named = ["http", "https"].into_iter().filter_map(|scheme| of(&format!("{scheme}://{host}")));
    named.chain(of(public_url)).any(|known| known == own)
}

/// Ends when the credentials with which a connection came are accepted no more.
async fn until_refused(context: &Context, bearer: Option<&str>, recheck: Duration) {
    let Some(bearer) = bearer else { return std::future::pending().await };
    loop {
        tokio::time::sleep(recheck).await;
        if !client::is_still_accepted(context, bearer).await {
            return;
        }
    }
}
