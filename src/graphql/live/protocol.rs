//! The messages of graphql-transport-ws, and the codes by which it closes a connection.
//!
//! <https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md>

use actix_ws::{CloseCode, CloseReason};
use serde_json::{Map, Value, json};

use crate::http;

/// The name of the protocol.
pub(super) const NAME: &str = "graphql-transport-ws";

/// What a client says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Message {
    Init(Map<String, Value>),
    Ping(Option<Value>),
    Pong,
    Subscribe { id: String, payload: Value },
    Complete { id: String },
}

/// Why a connection is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Close {
    /// The client said what is no message.
    BadRequest(String),
    /// It asked for something before it was acknowledged.
    Unauthorized,
    /// Its credentials are not accepted, or not any more.
    Forbidden(String),
    /// It speaks no protocol that is spoken here.
    Subprotocol,
    /// It did not begin in time.
    Timeout,
    /// It asked for something under an id that is in use.
    Duplicate(String),
    /// It began twice.
    TooManyInits,
    /// What it says is too long.
    TooLarge,
    /// The server stops. Another node may be there at once.
    Restart,
    /// The client said that it closes, perhaps with a code: it hears the same.
    Answered(Option<u16>),
}

impl Close {
    /// The code and the reason. The client library takes some of these codes as final, and comes again after the others.
    pub(super) fn reason(self) -> Option<CloseReason> {
        let (code, description) = match self {
            Self::BadRequest(what) => (CloseCode::Other(4400), what),
            Self::Unauthorized => (CloseCode::Other(4401), "Unauthorized".to_owned()),
            Self::Forbidden(why) => (CloseCode::Other(4403), why),
            Self::Subprotocol => (CloseCode::Other(4406), format!("Subprotocol not acceptable: use {NAME}")),
            Self::Timeout => (CloseCode::Other(4408), "Connection initialisation timeout".to_owned()),
            Self::Duplicate(id) => (CloseCode::Other(4409), format!("Subscriber for {id} already exists")),
            Self::TooManyInits => (CloseCode::Other(4429), "Too many initialisation requests".to_owned()),
            Self::TooLarge => (CloseCode::Size, "Message too large".to_owned()),
            Self::Restart => (CloseCode::Restart, "The server stops; come again".to_owned()),
            Self::Answered(code) => return code.map(|code| CloseCode::from(code).into()),
        };
        Some(CloseReason { code, description: Some(description) })
    }
}

/// Reads a message.
pub(super) fn read(text: &str) -> Result<Message, Close> {
    let bad = |what: &str| Close::BadRequest(what.to_owned());
    let Ok(Value::Object(mut message)) = http::json::read("message", text.as_bytes()) else {
        return Err(bad("A message is a JSON object in which no name stands twice"));
    };
    let (payload, id) = (message.remove("payload"), message.remove("id"));
    let id = || match id {
        Some(Value::String(id)) if !id.is_empty() && id.len() <= 200 => Ok(id),
        _ => Err(bad("A message of this type has an id, a text")),
    };
    let optional = |payload: Option<Value>| match payload {
        None | Some(Value::Null) => Ok(None),
        Some(payload @ Value::Object(_)) => Ok(Some(payload)),
        Some(_) => Err(bad("The payload must be an object")),
    };
    match message.get("type").and_then(Value::as_str) {
        Some("connection_init") => match optional(payload)? {
            Some(Value::Object(payload)) => Ok(Message::Init(payload)),
            _ => Ok(Message::Init(Map::new())),
        },
        Some("ping") => Ok(Message::Ping(optional(payload)?)),
        Some("pong") => optional(payload).map(|_| Message::Pong),
        Some("subscribe") => {
            let id = id()?;
            let payload = optional(payload)?.ok_or_else(|| bad("The payload must be an object"))?;
            Ok(Message::Subscribe { id, payload })
        }
        Some("complete") => Ok(Message::Complete { id: id()? }),
        _ => Err(bad("A message has a type of the protocol")),
    }
}

pub(super) fn ack() -> String {
    json!({ "type": "connection_ack" }).to_string()
}

pub(super) fn pong(payload: Option<Value>) -> String {
    match payload {
        None => json!({ "type": "pong" }),
        Some(payload) => json!({ "type": "pong", "payload": payload }),
    }
    .to_string()
}

pub(super) fn next(id: &str, body: &Value) -> String {
    json!({ "id": id, "type": "next", "payload": body }).to_string()
}

pub(super) fn error(id: &str, errors: &Value) -> String {
    json!({ "id": id, "type": "error", "payload": errors }).to_string()
}

pub(super) fn complete(id: &str) -> String {
    json!({ "id": id, "type": "complete" }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_message_closes_the_connection() {
        for text in [
            "",
            "hello",
            "[]",
            "{}",
            r#"{"type":"start"}"#,
            r#"{"type":"connection_init","payload":1}"#,
            r#"{"type":"ping","payload":"x"}"#,
            r#"{"type":"subscribe","id":"1"}"#,
            r#"{"type":"subscribe","id":"","payload":{}}"#,
            r#"{"type":"subscribe","id":1,"payload":{}}"#,
            r#"{"type":"complete"}"#,
        ] {
            assert!(matches!(read(text), Err(Close::BadRequest(_))), "{text}");
        }
        assert_eq!(read(r#"{"type":"ping"}"#), Ok(Message::Ping(None)));
        assert_eq!(read(r#"{"type":"connection_init","payload":null}"#), Ok(Message::Init(Map::new())));
    }
}
