//! The WebSocket of graphql-transport-ws: many operations over one connection.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use actix_web::http::header::SEC_WEBSOCKET_PROTOCOL;
use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse, ResponseError as _};
use actix_ws::{AggregatedMessage, AggregatedMessageStream, ProtocolError, Session};
use async_graphql::parser::types::OperationType;
use serde_json::{Map, Value};
use tokio::sync::mpsc;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at, sleep_until, timeout};

use super::protocol::{self, Close, Message};
use super::{Entered, check_origin};
use crate::app::Context;
use crate::domain::{Error, ErrorCode, Result};
use crate::graphql::operation::Operation;
use crate::graphql::refusal::Refusal;
use crate::graphql::request::{GraphQlRequest, Way};
use crate::graphql::{Door, limits};
use crate::http::{Languages, Problem, client};

/// How many answers wait for a client that reads slowly.
const WAITING: usize = 16;

/// How many signs of life a client may owe.
const OWED: u32 = 3;

/// Opens a WebSocket.
pub(in crate::graphql) fn open(
    door: &Door,
    context: Context,
    request: &HttpRequest,
    payload: Payload,
) -> HttpResponse {
    let opened = check_origin(request, &context, &door.gate.limits.origins)
        .and_then(|()| door.gate.enter(client::address(request)))
        .and_then(|entered| Ok((entered, client::bearer(request)?)));
    let (entered, bearer) = match opened {
        Ok(opened) => opened,
        Err(error) => return Problem(error).error_response(),
    };
    match actix_ws::handle_with_protocols(request, payload, &[protocol::NAME]) {
        Err(error) => error.error_response(),
        Ok((response, session, messages)) => {
            let most = limits::max_body();
            let messages =
                messages.max_frame_size(most).aggregate_continuations().max_continuation_size(most);
            let speaks = response.headers().contains_key(SEC_WEBSOCKET_PROTOCOL);
            let socket = Socket::new(door.clone(), context, bearer, request.clone(), session);
            actix_web::rt::spawn(socket.run(messages, speaks, entered));
            response
        }
    }
}

/// What an operation gives.
enum Step {
    Next(Value),
    Refused(Value),
    Complete,
}

/// An operation's step, with its id, and with its number: an id can be used again.
type Stepped = (String, u64, Step);

struct Socket {
    door: Door,
    context: Context,
    bearer: Option<String>,
    languages: Arc<Languages>,
    request: HttpRequest,
    session: Session,
    is_ready: bool,
    operations: HashMap<String, Running>,
    begun: u64,
    steps: mpsc::Sender<Stepped>,
    taken: Option<mpsc::Receiver<Stepped>>,
}

/// An operation that runs until this is dropped.
struct Running {
    number: u64,
    task: actix_web::rt::task::JoinHandle<()>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// How a connection ends: with a word, or without, when the client is gone.
type End = Option<Close>;

impl Socket {
    fn new(
        door: Door,
        context: Context,
        bearer: Option<String>,
        request: HttpRequest,
        session: Session,
    ) -> Self {
        let languages = Arc::new(Languages::of(&request, Vec::new(), &context.app.site().locales));
        let (steps, taken) = mpsc::channel(WAITING);
        Self {
            door,
            context,
            bearer,
            languages,
            request,
            session,
            is_ready: false,
            operations: HashMap::new(),
            begun: 0,
            steps,
            taken: Some(taken),
        }
    }

    async fn run(mut self, mut messages: AggregatedMessageStream, speaks: bool, _entered: Entered) {
        let end = if speaks { self.serve(&mut messages).await } else { Some(Close::Subprotocol) };
        self.operations.clear();
        let patience = self.door.gate.limits.patience;
        if let Some(close) = end
            && let Ok(Ok(())) = timeout(patience, self.session.close(close.reason())).await
        {
            // The other side says that it has heard, before the line is cut.
            let _ = timeout(patience, async { while let Some(Ok(_)) = messages.recv().await {} }).await;
        }
    }

    async fn serve(&mut self, messages: &mut AggregatedMessageStream) -> End {
        let limits = self.door.gate.limits.clone();
        let live = self.context.app.live().clone();
        let mut steps = self.taken.take()?;
        let late = Instant::now() + limits.patience;
        let (mut heartbeat, mut recheck) = (every(limits.heartbeat), every(limits.recheck));
        let mut heard = Instant::now();
        loop {
            let is_ready = self.is_ready;
            let went_on = tokio::select! {
                biased;
                () = live.ended() => Err(Some(Close::Restart)),
                () = sleep_until(late), if !is_ready => Err(Some(Close::Timeout)),
                message = messages.recv() => {
                    heard = Instant::now();
                    self.hear(message).await
                }
                Some(step) = steps.recv() => self.tell(step).await,
                _ = heartbeat.tick() => {
                    if heard.elapsed() > limits.heartbeat * OWED { return None }
                    self.session.ping(b"").await.map_err(|_| None)
                }
                _ = recheck.tick(), if is_ready => self.check().await,
            };
            if let Err(end) = went_on {
                return end;
            }
        }
    }

    async fn hear(&mut self, message: Option<Result<AggregatedMessage, ProtocolError>>) -> Result<(), End> {
        match message {
            None => Err(None),
            Some(Ok(AggregatedMessage::Close(reason))) => {
                Err(Some(Close::Answered(reason.map(|reason| reason.code.into()))))
            }
            Some(Ok(AggregatedMessage::Text(text))) => self.take(&text).await,
            Some(Ok(AggregatedMessage::Binary(_))) => {
                Err(Some(Close::BadRequest("A message is a text".to_owned())))
            }
            Some(Ok(AggregatedMessage::Ping(bytes))) => self.session.pong(&bytes).await.map_err(|_| None),
            Some(Ok(AggregatedMessage::Pong(_))) => Ok(()),
            Some(Err(ProtocolError::Overflow)) => Err(Some(Close::TooLarge)),
            Some(Err(error)) => Err(Some(Close::BadRequest(error.to_string()))),
        }
    }

    async fn take(&mut self, text: &str) -> Result<(), End> {
        match protocol::read(text).map_err(Some)? {
            Message::Init(_) if self.is_ready => Err(Some(Close::TooManyInits)),
            Message::Init(payload) => {
                self.authenticate(&payload).await?;
                self.is_ready = true;
                self.say(protocol::ack()).await
            }
            Message::Ping(payload) => self.say(protocol::pong(payload)).await,
            Message::Pong => Ok(()),
            Message::Subscribe { .. } if !self.is_ready => Err(Some(Close::Unauthorized)),
            Message::Subscribe { id, .. } if self.operations.contains_key(&id) => {
                Err(Some(Close::Duplicate(id)))
            }
            Message::Subscribe { id, payload } => self.subscribe(id, payload).await,
            Message::Complete { id } => {
                self.operations.remove(&id);
                Ok(())
            }
        }
    }

    /// Whoever cannot send header fields, as no page can, says who they are in the first message.
    async fn authenticate(&mut self, payload: &Map<String, Value>) -> Result<(), End> {
        let named = payload.iter().find(|(name, _)| name.eq_ignore_ascii_case("authorization"));
        let bearer = match named {
            None => return Ok(()),
            Some((_, Value::String(field))) => client::bearer_of(field),
            Some(_) => return Err(Some(Close::BadRequest("Authorization must be a text".to_owned()))),
        };
        let bearer = bearer.map_err(|error| Some(Close::Forbidden(error.detail)))?;
        let caller = client::authenticate(&self.request, Some(&bearer)).await;
        self.context = caller.map_err(|error| Some(Close::Forbidden(error.detail)))?;
        self.bearer = Some(bearer);
        Ok(())
    }

    async fn subscribe(&mut self, id: String, payload: Value) -> Result<(), End> {
        if let Err(error) = self.admit() {
            return self.say(protocol::error(&id, &Refusal::Ours(error).errors())).await;
        }
        self.begun += 1;
        let number = self.begun;
        let (door, context, languages) = (self.door.clone(), self.context.clone(), self.languages.clone());
        let (steps, name) = (self.steps.clone(), id.clone());
        let task = actix_web::rt::spawn(async move {
            let tell = async |step| steps.send((name.clone(), number, step)).await.is_ok();
            let done = match operate(&door, context, &languages, payload, &tell).await {
                Ok(()) => Step::Complete,
                Err(refusal) => Step::Refused(refusal.errors()),
            };
            tell(done).await;
        });
        self.operations.insert(id, Running { number, task });
        Ok(())
    }

    /// Every operation counts as a request.
    fn admit(&self) -> Result<()> {
        let most = self.door.gate.limits.operations;
        if self.operations.len() >= usize::try_from(most).unwrap_or(usize::MAX) {
            let detail = format!("{most} operations may run on one WebSocket. Complete one first.");
            return Err(Error::new(ErrorCode::RateLimited, detail));
        }
        client::count(&self.request, &self.context.caller)
    }

    async fn tell(&mut self, (id, number, step): Stepped) -> Result<(), End> {
        if self.operations.get(&id).is_none_or(|running| running.number != number) {
            return Ok(());
        }
        let text = match step {
            Step::Next(body) => return self.say(protocol::next(&id, &body)).await,
            Step::Refused(errors) => protocol::error(&id, &errors),
            Step::Complete => protocol::complete(&id),
        };
        self.operations.remove(&id);
        self.say(text).await
    }

    /// Looks again whether the credentials are accepted.
    async fn check(&mut self) -> Result<(), End> {
        match &self.bearer {
            Some(bearer) if !client::is_still_accepted(&self.context, bearer).await => {
                Err(Some(Close::Forbidden("The credentials are not accepted any more".to_owned())))
            }
            _ => Ok(()),
        }
    }

    /// A client that does not read what it is sent is left. It can go on behind the last event that it has seen.
    async fn say(&mut self, text: String) -> Result<(), End> {
        match timeout(self.door.gate.limits.slowness, self.session.text(text)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(None),
        }
    }
}

fn every(period: Duration) -> Interval {
    let mut ticks = interval_at(Instant::now() + period, period);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks
}

async fn operate(
    door: &Door,
    context: Context,
    languages: &Arc<Languages>,
    payload: Value,
    tell: &impl AsyncFn(Step) -> bool,
) -> Result<(), Refusal> {
    let asked = GraphQlRequest::from_json(payload)?;
    let way = Way { is_get: false, is_stream: true };
    let operation = Operation::of(door, context, languages, asked, way).await?;
    if operation.ty == OperationType::Subscription {
        return operation.follow(door, async |body, _| tell(Step::Next(body)).await).await;
    }
    tell(Step::Next(operation.execute(door).await?.body())).await;
    Ok(())
}
