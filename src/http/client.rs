//! Who is calling: the credentials of a request. What they may do is decided in `app`.

use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};

use super::{Problem, limit, problem};
use crate::app::{App, Context, access};
use crate::domain::{Actor, Caller, Error, ErrorCode, Result};

/// Whoever sent a request, with the application that they call.
#[derive(Clone, Debug)]
pub struct Client(pub Context);

impl FromRequest for Client {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let bearer = match bearer(&request) {
                Ok(bearer) => bearer,
                // What cannot be read counts as well.
                Err(error) => return Err(limit::count_address(&request).err().unwrap_or(error).into()),
            };
            Ok(Self(authenticate(&request, bearer.as_deref()).await?))
        })
    }
}

/// Whoever sends these credentials. Whoever has a key is counted by it, everybody else by address: so is whoever guesses
/// keys.
///
/// # Errors
/// `UNAUTHENTICATED`, `RATE_LIMITED`.
pub async fn authenticate(request: &HttpRequest, bearer: Option<&str>) -> Result<Context> {
    let app = request.app_data::<Data<App>>().ok_or_else(|| Error::internal("no application"))?;
    let caller = match bearer {
        None => {
            limit::count_address(request)?;
            access::authenticate(app, None, address(request)).await?
        }
        Some(bearer) => {
            limit::count_guess(request, bearer)?;
            let found = access::authenticate(app, Some(bearer), address(request)).await;
            limit::remember(request, bearer, &found);
            found.map_err(|error| match error.code {
                ErrorCode::Unauthenticated => error.at(problem::CREDENTIALS),
                _ => error,
            })?
        }
    };
    limit::count_actor(request, &caller.actor)?;
    Ok(Context { app: (***app).clone(), caller })
}

/// Counts one more operation of somebody whose connection stays open.
///
/// # Errors
/// `RATE_LIMITED`.
pub fn count(request: &HttpRequest, caller: &Caller) -> Result<()> {
    match caller.actor {
        Actor::Anonymous => limit::count_address(request),
        _ => limit::count_actor(request, &caller.actor),
    }
}

/// Whether credentials that were accepted still are. Where that cannot be looked up, they are.
pub async fn is_still_accepted(context: &Context, bearer: &str) -> bool {
    match access::authenticate(&context.app, Some(bearer), context.caller.address).await {
        Err(error) => error.code != ErrorCode::Unauthenticated,
        Ok(caller) => caller.scopes == context.caller.scopes,
    }
}

/// Which proxies say from where a request really came.
#[derive(Clone, Debug, Default)]
pub struct Proxies(pub Vec<IpAddr>);

/// From where a request came. What a proxy says of it (`X-Forwarded-For`) counts only from proxies that are trusted:
/// anybody can write that field.
pub fn address(request: &HttpRequest) -> Option<IpAddr> {
    let peer = request.peer_addr()?.ip();
    let trusted = request.app_data::<Data<Proxies>>().map_or(&[][..], |proxies| proxies.0.as_slice());
    if !trusted.contains(&peer) {
        return Some(peer);
    }
    let fields = request.headers().get_all("x-forwarded-for").filter_map(|field| field.to_str().ok());
    let hops: Vec<Option<IpAddr>> = fields.flat_map(|field| field.split(',')).map(hop).collect();
    // From the nearest on. Behind one that cannot be read stands what anybody may have written.
    match hops.into_iter().rev().find(|hop| hop.is_none_or(|hop| !trusted.contains(&hop))) {
        Some(Some(client)) => Some(client),
        _ => Some(peer),
    }
}

/// An address, with or without a port.
fn hop(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    text.parse().ok().or_else(|| text.parse().ok().map(|address: SocketAddr| address.ip()))
}

/// What follows `Authorization: Bearer` (RFC 6750). Credentials are accepted nowhere else: addresses end up in logs.
///
/// # Errors
/// `UNAUTHENTICATED` for what is neither one bearer token nor nothing.
pub fn bearer(request: &HttpRequest) -> Result<Option<String>> {
    let mut fields = request.headers().get_all(AUTHORIZATION);
    let Some(field) = fields.next() else { return Ok(None) };
    if fields.next().is_some() {
        return Err(Error::new(ErrorCode::Unauthenticated, "Send one Authorization header field."));
    }
    bearer_of(field.to_str().unwrap_or_default()).map(Some)
}

/// The token of such a field.
///
/// # Errors
/// `UNAUTHENTICATED`.
pub fn bearer_of(field: &str) -> Result<String> {
    match field.split_once(' ') {
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => Ok(token.trim().to_owned()),
        _ => {
            let detail = "Authorization must be: Bearer, a space, and a key or a token.";
            Err(Error::new(ErrorCode::Unauthenticated, detail))
        }
    }
}
