//! How many connections and operations there may be, and which documents run over them.

use std::time::Duration;

use dateline::app::App;
use dateline::app::persisted::{self, Persisted};
use dateline::domain::access::Role;
use dateline::domain::{DocumentMode, ErrorCode};
use dateline::graphql::LiveLimits;
use serde_json::json;

use super::socket::Socket;
use super::{Desk, Served, operator};
use crate::support::on_both_databases;

const CHANGES: &str = "subscription { changes { type } }";

on_both_databases! { Nothing;
    async fn connections_are_counted_and_given_back(app: &App) {
        let served = Served::start(app, LiveLimits { connections: 2, ..LiveLimits::default() });
        let first = Socket::open(&served).await;
        let _second = Socket::open(&served).await;
        assert_eq!(Socket::try_open(&served, &[]).await.err(), Some(503));
        drop(first);
        for _ in 0..50 {
            tokio::time::sleep(Duration::from_millis(20)).await;
            if Socket::try_open(&served, &[]).await.is_ok() {
                return;
            }
        }
        panic!("a place is not given back");
    }

    async fn one_address_does_not_take_all_connections(app: &App) {
        let served = Served::start(app, LiveLimits { per_address: 1, ..LiveLimits::default() });
        let _one = Socket::open(&served).await;
        assert_eq!(Socket::try_open(&served, &[]).await.err(), Some(429));
        let events = awc::Client::default().post(served.url()).insert_header(("accept", "text/event-stream"));
        let reply = events.send_json(&json!({ "query": CHANGES })).await.expect("an answer");
        assert_eq!(reply.status().as_u16(), 429);
    }

    async fn operations_on_a_socket_are_counted(app: &App) {
        let served = Served::start(app, LiveLimits { operations: 2, ..LiveLimits::default() });
        let mut socket = Socket::open(&served).await;
        for name in ["a", "b", "c"] {
            socket.subscribe(name, CHANGES).await;
        }
        let refused = socket.said().await;
        assert_eq!((&refused["id"], &refused["payload"][0]["extensions"]["code"]), (&json!("c"), &json!("RATE_LIMITED")));
        socket.say(json!({ "type": "complete", "id": "a" })).await;
        socket.subscribe("c", "{ __typename }").await;
        assert_eq!(socket.said().await["type"], "next");
    }

    async fn only_trusted_documents_run_where_nothing_else_does(app: &App) {
        let check = dateline::graphql::Door::new(app.clone()).check();
        let manifest = |document: &str| json!({ "changes": document });
        let refused = persisted::trust(&operator(app), manifest("subscription { changes { nonsense } }"), check.clone()).await;
        assert_eq!(refused.err().map(|error| error.code), Some(ErrorCode::ValidationFailed));
        persisted::trust(&operator(app), manifest(CHANGES), check).await.expect("it fits");
        let closed = app.clone().with_persisted(Persisted::new(DocumentMode::Trusted));
        let (served, desk) = (Served::start(&closed, LiveLimits::default()), Desk::of(app, Role::Editor).await);
        let mut socket = Socket::open(&served).await;
        for payload in [json!({ "query": "subscription { changes { at } }" }), json!({ "documentId": "other" })] {
            socket.say(json!({ "type": "subscribe", "id": "a", "payload": payload })).await;
            assert_eq!(socket.said().await["payload"][0]["extensions"]["code"], "DOCUMENT_NOT_TRUSTED");
        }
        socket.say(json!({ "type": "subscribe", "id": "a", "payload": { "documentId": "changes" } })).await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        desk.publish("story").await;
        let told = socket.said().await;
        assert_eq!(told["payload"]["data"]["changes"]["type"], "PUBLISHED", "{told}");
    }
}
