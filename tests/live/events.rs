//! Server-sent events: the form of each, going on from one, refusals, and how a stream ends.

use std::time::Duration;

use actix_web::http::StatusCode;
use dateline::app::App;
use dateline::domain::access::Role;
use dateline::graphql::LiveLimits;
use futures_util::StreamExt as _;
use serde_json::{Value, json};

use super::{Desk, Served, end, id, operator, quick, soon};
use crate::support::client::graphql;
use crate::support::desk::key;
use crate::support::on_both_databases;

struct Events {
    body: std::pin::Pin<
        Box<dyn futures_util::Stream<Item = Result<actix_web::web::Bytes, awc::error::PayloadError>>>,
    >,
    text: String,
}

impl Events {
    async fn ask(served: &Served, query: &str, fields: &[(&str, &str)]) -> (StatusCode, String, Self) {
        let client = awc::Client::builder().disable_timeout().finish();
        let mut request = client.post(served.url());
        if !fields.iter().any(|(name, _)| *name == "accept") {
            request = request.insert_header(("accept", "text/event-stream"));
        }
        for (name, value) in fields {
            request = request.insert_header((*name, *value));
        }
        let response = request.send_json(&json!({ "query": query })).await.expect("an answer");
        let media_type = response.headers().get("content-type").and_then(|value| value.to_str().ok());
        let (status, media_type) = (response.status(), media_type.unwrap_or_default().to_owned());
        (status, media_type, Self { body: Box::pin(response), text: String::new() })
    }

    async fn open(served: &Served, query: &str, fields: &[(&str, &str)]) -> Self {
        let (status, media_type, events) = Self::ask(served, query, fields).await;
        assert_eq!((status, media_type.as_str()), (StatusCode::OK, "text/event-stream"));
        events
    }

    /// The next event; `None` at the end of the stream.
    async fn next(&mut self) -> Option<String> {
        loop {
            if let Some((event, rest)) = self.text.split_once("\n\n") {
                let (event, rest) = (event.to_owned(), rest.to_owned());
                self.text = rest;
                if event != ":" {
                    return Some(event);
                }
                continue;
            }
            match soon("an event", self.body.next()).await {
                Some(Ok(bytes)) => self.text.push_str(std::str::from_utf8(&bytes).expect("text")),
                Some(Err(_)) | None => return None,
            }
        }
    }

    async fn error(&mut self) -> Value {
        let event = self.next().await.expect("an event");
        let data: Value = serde_json::from_str(event.strip_prefix("event: next\ndata: ").expect("an answer"))
            .expect("JSON");
        assert_eq!(self.next().await.as_deref(), Some("event: complete\ndata: "));
        assert_eq!(self.next().await, None);
        data["errors"][0]["extensions"]["code"].clone()
    }
}

const CHANGES: &str = "subscription { changes { type entryId } }";

on_both_databases! { SampleNewsroom;
    async fn an_event_has_its_place_and_a_client_goes_on_behind_it(app: &App) {
        let (served, desk) = (Served::start(app, LiveLimits::default()), Desk::of(app, Role::Editor).await);
        let mut events = Events::open(&served, CHANGES, &[]).await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        let path = desk.publish("story").await;
        let place = end(app).await;
        let told = json!({ "data": { "changes": { "type": "PUBLISHED", "entryId": id(&path) } } });
        assert_eq!(events.next().await, Some(format!("event: next\nid: {place}\ndata: {told}")));
        drop(events);
        let missed = desk.publish("missed").await;
        let mut again = Events::open(&served, CHANGES, &[("last-event-id", &place.to_string())]).await;
        assert!(again.next().await.expect("an event").contains(id(&missed)));
        // What the library says is older than what the browser says.
        let query = "subscription { changes(since: \"0\") { type entryId } }";
        let mut again = Events::open(&served, query, &[("last-event-id", &place.to_string())]).await;
        assert!(again.next().await.expect("an event").contains(id(&missed)));
    }

    async fn what_has_one_answer_is_complete_then(app: &App) {
        let served = Served::start(app, LiveLimits::default());
        let mut events = Events::open(&served, "{ articles(first: 1) { nodes { slug } } }", &[]).await;
        assert!(events.next().await.expect("an event").starts_with("event: next\ndata: {\"data\":{\"articles\""));
        assert_eq!(events.next().await.as_deref(), Some("event: complete\ndata: "));
        assert_eq!(events.next().await, None);
    }

    async fn refusals_are_events_and_those_of_the_connection_statuses(app: &App) {
        let served = Served::start(app, LiveLimits::default());
        for (query, code) in [
            ("{ nonsense }", "VALIDATION_FAILED"),
            ("subscription { changes(since: \"999999\") { type } }", "INVALID_PARAMETER"),
            ("subscription { changes(perspective: DRAFT) { type } }", "UNAUTHENTICATED"),
        ] {
            assert_eq!(Events::open(&served, query, &[]).await.error().await, code, "{query}");
        }
        let (status, ..) = Events::ask(&served, CHANGES, &[("authorization", "Bearer dl_nonsense")]).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED);
        let (status, ..) = Events::ask(&served, CHANGES, &[("last-event-id", "yesterday")]).await;
        assert_eq!(status, StatusCode::BAD_REQUEST);
        // By GET nothing changes.
        let client = awc::Client::default();
        let query = "mutation%20%7B%20__typename%20%7D";
        let mut reply = client.get(format!("{}?query={query}", served.url())).insert_header(("accept", "text/event-stream")).send().await.expect("an answer");
        assert!(String::from_utf8_lossy(&reply.body().await.expect("a body")).contains("METHOD_NOT_ALLOWED"));
    }

    /// Some clients name events in every request; only what has many answers comes in events.
    async fn who_takes_both_gets_events_for_subscriptions_alone(app: &App) {
        let served = Served::start(app, LiveLimits::default());
        let accept = [("accept", "application/graphql-response+json, application/json, text/event-stream, multipart/mixed")];
        let (_, media_type, _) = Events::ask(&served, "{ __typename }", &accept).await;
        assert_eq!(media_type, "application/graphql-response+json");
        let (_, media_type, _) = Events::ask(&served, CHANGES, &accept).await;
        assert_eq!(media_type, "text/event-stream");
        let (status, media_type, _) = Events::ask(&served, "{ nonsense }", &accept).await;
        assert_eq!((status, media_type.as_str()), (StatusCode::BAD_REQUEST, "application/graphql-response+json"));
        let plain = graphql(app, CHANGES, json!({})).await;
        assert_eq!((plain.status, &plain.json()["errors"][0]["extensions"]["code"]), (406, &json!("NOT_ACCEPTABLE")));
    }

    async fn a_stream_ends_with_its_key_or_its_server_and_is_not_complete(app: &App) {
        let (served, token) = (Served::start(app, quick()), key(app, Role::Editor).await);
        let bearer = format!("Bearer {token}");
        let mut keyed = Events::open(&served, CHANGES, &[("authorization", &bearer)]).await;
        let mut other = Events::open(&served, CHANGES, &[]).await;
        let keys = dateline::app::access::list(&operator(app)).await.expect("keys");
        dateline::app::access::revoke(&operator(app), keys.last().expect("a key").id).await.expect("revoked");
        assert_eq!(keyed.next().await, None);
        app.live().end();
        assert_eq!(other.next().await, None);
    }

    async fn a_quiet_stream_gives_a_sign(app: &App) {
        let served = Served::start(app, quick());
        let mut events = Events::open(&served, CHANGES, &[]).await;
        for _ in 0..3 {
            let sign = soon("a sign", events.body.next()).await.expect("more").expect("bytes");
            assert_eq!(&sign[..], b":\n\n");
        }
    }
}
