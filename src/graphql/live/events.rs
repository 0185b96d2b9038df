//! Server-sent events: the distinct connections of graphql-sse, which browsers' `EventSource` reads too.

use std::time::Duration;

use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use async_graphql::parser::types::OperationType;
use futures_util::stream;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::{Entered, until_refused};
use crate::app::Context;
use crate::domain::{Error, ErrorCode, Result};
use crate::graphql::Door;
use crate::graphql::operation::Operation;
use crate::graphql::refusal::Refusal;
use crate::graphql::subscription::Resume;
use crate::http::client;

/// The media type.
pub(in crate::graphql) const MEDIA_TYPE: &str = "text/event-stream";

/// How many events wait for a client that reads slowly.
const WAITING: usize = 8;

/// What came before the connection was lost, as `EventSource` says it.
const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// Answers an operation, event by event, until there are no more, the client is gone or may not read any more, or the
/// server stops. In the last two cases nothing says that it is complete: clients come again.
pub(in crate::graphql) fn answer(
    door: &Door,
    context: Context,
    request: &HttpRequest,
    operation: Result<Operation, Refusal>,
) -> Result<HttpResponse> {
    let entered = door.gate.enter(client::address(request))?;
    let operation = match (operation, resume(request)?) {
        (Ok(operation), Some(place)) => Ok(operation.with(Resume(place))),
        (operation, _) => operation,
    };
    let bearer = client::bearer(request)?;
    let (events, waiting) = mpsc::channel(WAITING);
    actix_web::rt::spawn(serve(door.clone(), context, bearer, operation, (events, entered)));
    let waiting = stream::unfold(waiting, async |mut waiting| Some((waiting.recv().await?, waiting)));
    let mut response = HttpResponse::Ok();
    response.content_type(MEDIA_TYPE).insert_header((header::CACHE_CONTROL, "no-store, no-transform"));
    // Some proxies gather what they pass on.
    response.insert_header(("x-accel-buffering", HeaderValue::from_static("no")));
    Ok(response.streaming(waiting))
}

fn resume(request: &HttpRequest) -> Result<Option<i64>> {
    let Some(id) = request.headers().get(&LAST_EVENT_ID) else { return Ok(None) };
    let place = id.to_str().ok().and_then(|id| id.parse().ok());
    place.map(Some).ok_or_else(|| {
        Error::new(ErrorCode::MalformedRequest, "Last-Event-ID must be the id of an event as it was sent.")
    })
}

type Sink = mpsc::Sender<Result<Bytes, actix_web::Error>>;

async fn serve(
    door: Door,
    context: Context,
    bearer: Option<String>,
    operation: Result<Operation, Refusal>,
    (events, _entered): (Sink, Entered),
) {
    let limits = door.gate.limits.clone();
    // Something to begin with: who waits for the connection sees that it is there.
    if !send(&events, ":\n\n".to_owned(), limits.slowness).await {
        return;
    }
    let heartbeat = async {
        loop {
            tokio::time::sleep(limits.heartbeat).await;
            if !send(&events, ":\n\n".to_owned(), limits.slowness).await {
                break;
            }
        }
    };
    let following = async {
        let done = match operation {
            Ok(operation) => follow(&door, operation, &events, limits.slowness).await,
            Err(refusal) => Err(refusal),
        };
        if let Err(refusal) = done {
            send(&events, event(&json!({ "errors": refusal.errors() }), None), limits.slowness).await;
        }
        send(&events, "event: complete\ndata: \n\n".to_owned(), limits.slowness).await;
    };
    tokio::select! {
        () = following => {}
        () = heartbeat => {}
        () = until_refused(&context, bearer.as_deref(), limits.recheck) => {}
        () = context.app.live().ended() => {}
        () = events.closed() => {}
    }
}

async fn follow(door: &Door, operation: Operation, events: &Sink, slowness: Duration) -> Result<(), Refusal> {
    if operation.ty == OperationType::Subscription {
        return operation
            .follow(door, async |body, place| send(events, event(&body, place), slowness).await)
            .await;
    }
    let body = operation.execute(door).await?.body();
    send(events, event(&body, None), slowness).await;
    Ok(())
}

/// Sends something, unless the client is gone or takes too long.
async fn send(events: &Sink, text: String, slowness: Duration) -> bool {
    matches!(tokio::time::timeout(slowness, events.send(Ok(text.into()))).await, Ok(Ok(())))
}

/// An answer, with its place as the id from which a client goes on.
fn event(body: &Value, place: Option<i64>) -> String {
    let id = place.map(|place| format!("id: {place}\n")).unwrap_or_default();
    format!("event: next\n{id}data: {body}\n\n")
}
