//! Whoever guesses keys or forges tokens is held up before the database is asked.

use std::net::SocketAddr;
use std::time::Duration;

use actix_web::test::{self, TestRequest};
use actix_web::web::Data;
use dateline::app::App;
use dateline::app::access::{self as keys, NewKey};
use dateline::domain::access::Role;
use dateline::http::limit::Limits;
use dateline::server;
use serde_json::json;

use super::Client;
use crate::support::database::noon;
use crate::support::desk::operator;
use crate::support::issuer::{FakeIssuer, SigningKey};
use crate::support::on_both_databases;

/// What credentials are answered that come from an address, and how many statements it cost.
async fn guess(app: &App, limits: &Data<Limits>, address: &str, token: &str) -> (u16, u64) {
    let service = actix_web::App::new().app_data(limits.clone()).configure(server::routes(app.clone()));
    let service = test::init_service(service).await;
    let address: SocketAddr = format!("{address}:4711").parse().expect("an address");
    let bearer = format!("Bearer {token}");
    let request =
        TestRequest::get().uri("/v1/tags").insert_header(("authorization", bearer)).peer_addr(address);
    let before = app.store().statements();
    let response = test::call_service(&service, request.to_request()).await;
    (response.status().as_u16(), app.store().statements() - before)
}

/// A key that is whole and was revoked: to find that out, the database must be asked.
async fn revoked(app: &App) -> String {
    let new = NewKey { name: "gone".to_owned(), scopes: Role::Admin.scopes(), expires_at: None };
    let (key, token) = keys::create(&operator(app), new, None).await.expect("a key");
    keys::revoke(&operator(app), key.id).await.expect("it is revoked");
    token.reveal()
}

on_both_databases! { Nothing;
    async fn guesses_are_counted_before_the_database_is_asked(app: &App) {
        let limits = Data::new(Limits::new(1000, 1000, 3));
        let (wrong, good) = (revoked(app).await, Client::of(app, Role::Reader).await.token);
        assert_eq!(guess(app, &limits, "192.0.2.1", &good).await.0, 200);
        for _ in 0..2 {
            let (status, statements) = guess(app, &limits, "192.0.2.1", &wrong).await;
            assert!(status == 401 && statements > 0, "{status} {statements}");
        }
        for _ in 0..3 {
            assert_eq!(guess(app, &limits, "192.0.2.1", &wrong).await, (429, 0));
        }
        assert_eq!(guess(app, &limits, "192.0.2.1", "dl_damaged").await, (429, 0));
        // Whoever is known goes on, even next door to somebody who guesses; others are elsewhere.
        assert_eq!(guess(app, &limits, "192.0.2.1", &good).await.0, 200);
        assert_eq!(guess(app, &limits, "192.0.2.2", &wrong).await.0, 401);
        let other = Client::of(app, Role::Reader).await.token;
        assert_eq!(guess(app, &limits, "192.0.2.1", &other).await.0, 429, "a right guess is a guess");
        // Of IPv6 a whole network is one address.
        for host in 1..=4 {
            let expected = if host == 4 { 429 } else { 401 };
            assert_eq!(guess(app, &limits, &format!("[2001:db8::{host}]"), &wrong).await.0, expected);
        }
        let unlimited = Data::new(Limits::new(0, 0, 0));
        for _ in 0..5 {
            assert_eq!(guess(app, &unlimited, "192.0.2.1", &wrong).await.0, 401);
        }
    }

    /// A key that was good and is revoked is one more guess.
    async fn what_was_known_is_forgotten_when_it_is_refused(app: &App) {
        let limits = Data::new(Limits::new(1000, 1000, 2));
        let new = NewKey { name: "leaves".to_owned(), scopes: Role::Reader.scopes(), expires_at: None };
        let (key, token) = keys::create(&operator(app), new, None).await.expect("a key");
        let statuses = async || guess(app, &limits, "192.0.2.1", &token.reveal()).await.0;
        assert_eq!((statuses().await, statuses().await, statuses().await), (200, 200, 200));
        keys::revoke(&operator(app), key.id).await.expect("it is revoked");
        assert_eq!((statuses().await, statuses().await, statuses().await), (401, 401, 429));
    }

    async fn forged_tokens_are_guesses(app: &App) {
        let key = SigningKey::p256("p256");
        let issuer = FakeIssuer::with(&[&key]);
        let (app, _) = issuer.trusted_by(app);
        let limits = Data::new(Limits::new(1000, 1000, 3));
        let token = |subject: &str| key.token(&issuer.claims(subject, "editor"));
        let ann = token("ann");
        let forged = SigningKey::p256("p256").token(&issuer.claims("ann", "boss"));
        assert_eq!(guess(&app, &limits, "192.0.2.1", &ann).await.0, 200);
        for expected in [401, 401, 429, 429] {
            assert_eq!(guess(&app, &limits, "192.0.2.1", &forged).await, (expected, 0));
        }
        assert_eq!(guess(&app, &limits, "192.0.2.1", &ann).await.0, 200);
        // That nothing can be checked says nothing of who is known.
        let (trusting, clock) = issuer.trusted_by(&app);
        let mut claims = issuer.claims("ann", "editor");
        claims["exp"] = json!(noon().micros() / 1_000_000 + 1_000_000);
        let (limits, ann) = (Data::new(Limits::new(1000, 1000, 1)), key.token(&claims));
        assert_eq!(guess(&trusting, &limits, "192.0.2.1", &ann).await.0, 200);
        issuer.tell(None);
        clock.set(noon().plus(Duration::from_hours(48)));
        for _ in 0..2 {
            assert_eq!(guess(&trusting, &limits, "192.0.2.1", &ann).await.0, 503);
        }
        // Each subject has a limit of its own.
        let limits = Data::new(Limits::new(1000, 2, 100));
        for (subject, expected) in [("ann", 200), ("bob", 200), ("ann", 200), ("ann", 429), ("bob", 200), ("bob", 429)] {
            assert_eq!(guess(&app, &limits, "192.0.2.1", &token(subject)).await.0, expected, "{subject}");
        }
    }
}
