//! Who is calling: the credentials of a request. What they may do is decided in `app`.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};

use super::Problem;
use crate::app::{App, Context, access};
use crate::domain::{Error, ErrorCode, Result};

/// Whoever sent a request, with the application that they call.
#[derive(Clone, Debug)]
pub struct Client(pub Context);

impl FromRequest for Client {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let app = request.app_data::<Data<App>>().cloned();
        let address = request.peer_addr().map(|address| address.ip());
        let bearer = bearer(request);
        Box::pin(async move {
            let app = app.ok_or_else(|| Error::internal("no application"))?;
            let caller = access::authenticate(&app, bearer?.as_deref(), address).await?;
            Ok(Self(Context { app: (**app).clone(), caller }))
        })
    }
}

/// What follows `Authorization: Bearer` (RFC 6750). Credentials are accepted nowhere else: addresses end up in logs.
fn bearer(request: &HttpRequest) -> Result<Option<String>> {
    let refused = |detail: &str| Err(Error::new(ErrorCode::Unauthenticated, detail));
    let mut fields = request.headers().get_all(AUTHORIZATION);
    let Some(field) = fields.next() else { return Ok(None) };
    if fields.next().is_some() {
        return refused("Send one Authorization header field.");
    }
    match field.to_str().ok().and_then(|text| text.split_once(' ')) {
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => Ok(Some(token.trim().to_owned())),
        _ => refused("Authorization must be: Bearer, a space, and a key."),
    }
}
