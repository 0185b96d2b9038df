//! The WebSocket of graphql-transport-ws: its messages, and the codes by which it closes.

use std::time::Duration;

use actix_web::web::Bytes;
use awc::BoxedSocket;
use awc::ws::{Codec, Frame, Message};
use dateline::app::App;
use dateline::domain::access::Role;
use dateline::graphql::LiveLimits;
use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};

use super::{Desk, Served, id, operator, quick, soon};
use crate::support::desk::key;
use crate::support::on_both_databases;

pub(super) struct Socket(actix_codec::Framed<BoxedSocket, Codec>);

/// What a client hears.
#[derive(Debug, PartialEq)]
pub(super) enum Heard {
    Said(Value),
    Closed(u16),
    Gone,
}

impl Socket {
    pub(super) async fn try_open(served: &Served, fields: &[(&str, &str)]) -> Result<Self, u16> {
        let client = awc::Client::builder().disable_timeout().finish();
        let mut request = client.ws(served.url()).protocols(["graphql-transport-ws"]);
        for (name, value) in fields {
            request = request.header(*name, *value);
        }
        match request.connect().await {
            Ok((_, framed)) => Ok(Self(framed)),
            Err(awc::error::WsClientError::InvalidResponseStatus(status)) => Err(status.as_u16()),
            Err(error) => panic!("no connection: {error}"),
        }
    }

    /// A socket that has not begun.
    pub(super) async fn raw(served: &Served) -> Self {
        Self::try_open(served, &[]).await.expect("a socket")
    }

    /// A socket that has begun.
    pub(super) async fn open(served: &Served) -> Self {
        let mut socket = Self::raw(served).await;
        socket.say(json!({ "type": "connection_init" })).await;
        assert_eq!(socket.hear().await, Heard::Said(json!({ "type": "connection_ack" })));
        socket
    }

    pub(super) async fn text(&mut self, text: &str) {
        self.0.send(Message::Text(text.to_owned().into())).await.expect("it is sent");
    }

    pub(super) async fn say(&mut self, message: Value) {
        self.text(&message.to_string()).await;
    }

    pub(super) async fn subscribe(&mut self, id: &str, query: &str) {
        self.say(json!({ "type": "subscribe", "id": id, "payload": { "query": query } })).await;
    }

    pub(super) async fn hear(&mut self) -> Heard {
        loop {
            match soon("something", self.0.next()).await {
                Some(Ok(Frame::Text(text))) => {
                    return Heard::Said(serde_json::from_slice(&text).expect("JSON"));
                }
                Some(Ok(Frame::Close(reason))) => {
                    return Heard::Closed(reason.map_or(0, |reason| reason.code.into()));
                }
                Some(Ok(Frame::Ping(bytes))) => self.0.send(Message::Pong(bytes)).await.expect("it is sent"),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Heard::Gone,
            }
        }
    }

    pub(super) async fn said(&mut self) -> Value {
        match self.hear().await {
            Heard::Said(message) => message,
            other => panic!("{other:?}"),
        }
    }
}

const CHANGES: &str = "subscription { changes { type entryId } }";

on_both_databases! { SampleNewsroom;
    async fn a_subscription_tells_until_it_is_completed(app: &App) {
        let (served, desk) = (Served::start(app, LiveLimits::default()), Desk::of(app, Role::Editor).await);
        let mut socket = Socket::open(&served).await;
        socket.subscribe("one", CHANGES).await;
        socket.subscribe("two", "subscription { articleChanged(filter: { section: \"world\" }) { article { title } } }").await;
        socket.say(json!({ "type": "ping", "payload": { "n": 1 } })).await;
        assert_eq!(socket.said().await, json!({ "type": "pong", "payload": { "n": 1 } }));
        tokio::time::sleep(Duration::from_millis(200)).await;
        let path = desk.publish("story").await;
        let told = json!({ "data": { "changes": { "type": "PUBLISHED", "entryId": id(&path) } } });
        assert_eq!(socket.said().await, json!({ "id": "one", "type": "next", "payload": told }));
        socket.say(json!({ "type": "complete", "id": "one" })).await;
        socket.say(json!({ "type": "complete", "id": "nobody" })).await;
        socket.say(json!({ "type": "ping" })).await;
        assert_eq!(socket.said().await, json!({ "type": "pong" }));
        desk.publish("another").await;
        socket.subscribe("one", "{ articles(first: 1) { nodes { slug } } }").await;
        let answer = socket.said().await;
        assert_eq!((&answer["id"], &answer["type"]), (&json!("one"), &json!("next")), "{answer}");
        assert_eq!(answer["payload"]["data"]["articles"]["nodes"][0]["slug"], "another");
        assert_eq!(socket.said().await, json!({ "id": "one", "type": "complete" }));
    }

    async fn what_cannot_run_is_an_error_of_its_operation_alone(app: &App) {
        let served = Served::start(app, LiveLimits::default());
        let mut socket = Socket::open(&served).await;
        for (query, code) in [
            ("{ nonsense }", "VALIDATION_FAILED"),
            ("{", "VALIDATION_FAILED"),
            ("subscription { changes { nonsense } }", "VALIDATION_FAILED"),
            ("subscription { changes(since: \"999999\") { type } }", "INVALID_PARAMETER"),
            ("subscription { changes(perspective: DRAFT) { type } }", "UNAUTHENTICATED"),
            ("subscription { articleChanged(filter: { section: \"nowhere\" }) { type } }", "INVALID_PARAMETER"),
            ("subscription { a: changes { type } b: changes { type } }", "MALFORMED_REQUEST"),
            ("subscription { ... { changes { type } } }", "MALFORMED_REQUEST"),
            ("{ a: articles(first: 100) { nodes { related(first: 50) { article { title } } } } }", "TOO_COMPLEX"),
        ] {
            socket.subscribe("one", query).await;
            let error = socket.said().await;
            assert_eq!((&error["id"], &error["type"]), (&json!("one"), &json!("error")), "{query}: {error}");
            assert_eq!(error["payload"][0]["extensions"]["code"], code, "{query}: {error}");
        }
        socket.say(json!({ "type": "subscribe", "id": "one", "payload": { "query": 1 } })).await;
        assert_eq!(socket.said().await["payload"][0]["extensions"]["code"], "MALFORMED_REQUEST");
        let mutation = "mutation { articleArchive(input: { id: \"01a20fa8-67c4-752d-b3ea-d0d2e99d7298\", expectedRevision: 1 }) { userErrors { code } } }";
        socket.subscribe("one", mutation).await;
        let answer = socket.said().await;
        assert_eq!(answer["payload"]["errors"][0]["extensions"]["code"], "UNAUTHENTICATED", "{answer}");
    }

    async fn each_fault_closes_with_its_code(app: &App) {
        let served = Served::start(app, quick());
        let init = json!({ "type": "connection_init" }).to_string();
        let subscribe = json!({ "type": "subscribe", "id": "a", "payload": { "query": CHANGES } }).to_string();
        let wrong_key = json!({ "type": "connection_init", "payload": { "Authorization": "Bearer dl_nonsense" } }).to_string();
        let no_text = json!({ "type": "connection_init", "payload": { "authorization": 1 } }).to_string();
        let no_bearer = json!({ "type": "connection_init", "payload": { "authorization": "Basic eA==" } }).to_string();
        let faults: [(&[&str], u16); 13] = [
            (&["hello"], 4400),
            (&["{\"type\":\"start\"}"], 4400),
            (&["{\"type\":\"connection_init\",\"type\":\"ping\"}"], 4400),
            (&[&no_text], 4400),
            (&[&init, "{\"type\":\"subscribe\",\"id\":\"a\"}"], 4400),
            (&[&subscribe], 4401),
            (&[&wrong_key], 4403),
            (&[&no_bearer], 4403),
            (&[], 4408),
            (&["{\"type\":\"ping\"}"], 4408),
            (&[&init, &subscribe, &subscribe], 4409),
            (&[&init, &init], 4429),
            (&[&init, &"x".repeat(400_001)], 1009),
        ];
        for (messages, code) in faults {
            let mut socket = Socket::raw(&served).await;
            for message in messages {
                socket.text(message).await;
            }
            loop {
                match socket.hear().await {
                    Heard::Said(_) => {}
                    other => {
                        assert_eq!(other, Heard::Closed(code), "{code}");
                        break;
                    }
                }
            }
        }
        let mut socket = Socket::raw(&served).await;
        socket.0.send(Message::Binary(Bytes::from_static(b"x"))).await.expect("it is sent");
        assert_eq!(socket.hear().await, Heard::Closed(4400));
    }

    async fn who_speaks_another_protocol_is_told_which(app: &App) {
        let served = Served::start(app, quick());
        let client = awc::Client::builder().disable_timeout().finish();
        for protocols in [&[][..], &["graphql-ws"]] {
            let (_, framed) = client.ws(served.url()).protocols(protocols.iter().copied()).connect().await.expect("a socket");
            assert_eq!(Socket(framed).hear().await, Heard::Closed(4406));
        }
    }

    async fn pages_of_other_origins_open_no_socket(app: &App) {
        let limits = LiveLimits { origins: vec!["https://app.example.org".to_owned()], ..quick() };
        let served = Served::start(app, limits);
        let own = format!("http://{}", served.address);
        for origin in ["https://app.example.org", "http://api.example.org", &own] {
            assert!(Socket::try_open(&served, &[("origin", origin)]).await.is_ok(), "{origin}");
        }
        assert!(Socket::try_open(&served, &[]).await.is_ok());
        for origin in ["https://evil.example", "https://app.example.org.evil.example", "null", "http://127.0.0.1:1"] {
            assert_eq!(Socket::try_open(&served, &[("origin", origin)]).await.err(), Some(403), "{origin}");
        }
    }

    async fn a_key_comes_with_the_request_or_with_the_first_message(app: &App) {
        let (served, token) = (Served::start(app, LiveLimits::default()), key(app, Role::Editor).await);
        let bearer = format!("Bearer {token}");
        let mut early = Socket::try_open(&served, &[("authorization", &bearer)]).await.expect("a socket");
        early.say(json!({ "type": "connection_init" })).await;
        let mut late = Socket::raw(&served).await;
        late.say(json!({ "type": "connection_init", "payload": { "Authorization": bearer } })).await;
        for socket in [&mut early, &mut late] {
            assert_eq!(socket.said().await, json!({ "type": "connection_ack" }));
            socket.subscribe("a", "{ articles(first: 1, perspective: DRAFT) { nodes { id } } }").await;
            assert!(socket.said().await["payload"].get("errors").is_none());
        }
        assert_eq!(Socket::try_open(&served, &[("authorization", "Bearer dl_nonsense")]).await.err(), Some(401));
    }

    async fn a_key_that_is_revoked_ends_what_it_opened(app: &App) {
        let (served, token) = (Served::start(app, quick()), key(app, Role::Editor).await);
        let mut socket = Socket::raw(&served).await;
        socket.say(json!({ "type": "connection_init", "payload": { "Authorization": format!("Bearer {token}") } })).await;
        assert_eq!(socket.said().await, json!({ "type": "connection_ack" }));
        socket.subscribe("a", "subscription { changes(perspective: DRAFT) { verb } }").await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        let keys = dateline::app::access::list(&operator(app)).await.expect("keys");
        dateline::app::access::revoke(&operator(app), keys.last().expect("a key").id).await.expect("revoked");
        assert_eq!(socket.hear().await, Heard::Closed(4403));
    }

    async fn a_client_that_closes_hears_the_same(app: &App) {
        let served = Served::start(app, LiveLimits::default());
        let mut socket = Socket::open(&served).await;
        socket.0.send(Message::Close(Some(awc::ws::CloseCode::Normal.into()))).await.expect("it is sent");
        assert_eq!(socket.hear().await, Heard::Closed(1000));
        assert_eq!(socket.hear().await, Heard::Gone);
    }

    async fn a_server_that_stops_says_so(app: &App) {
        let served = Served::start(app, LiveLimits::default());
        let mut socket = Socket::open(&served).await;
        socket.subscribe("a", CHANGES).await;
        app.live().end();
        assert_eq!(socket.hear().await, Heard::Closed(1012));
    }

    /// Three signs of life are owed, then nobody is there any more.
    async fn who_gives_no_sign_is_left(app: &App) {
        let served = Served::start(app, quick());
        let mut silent = Socket::open(&served).await;
        // It reads, and answers no ping.
        let left = async { while let Some(Ok(_)) = silent.0.next().await {} };
        soon("the end", left).await;
    }
}
