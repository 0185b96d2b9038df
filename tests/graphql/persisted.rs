//! Documents that are kept: automatic persisted queries, documents that are trusted, and what each mode lets run.

use actix_web::test::TestRequest;
use dateline::app::access::{self as keys, NewKey};
use dateline::app::persisted::{self, Kept, Persisted};
use dateline::app::{App, Clock, Ids};
use dateline::domain::{DocumentId, DocumentMode, Scope, Scopes, Timestamp};
use serde_json::{Value, json};

use crate::support::client::{Reply, graphql, send};
use crate::support::database::noon;
use crate::support::desk::operator;
use crate::support::on_both_databases;

const QUERY: &str = "query Sections($first: Int!) { sections(first: $first) { nodes { slug } } }";
const DAY: u64 = 24 * 60 * 60;
const GRAPHQL: &str = "application/graphql-response+json";

fn hash(text: &str) -> String {
    DocumentId::of(text).as_str().trim_start_matches("sha256:").to_owned()
}

fn apq(hash: &str) -> Value {
    json!({ "persistedQuery": { "version": 1, "sha256Hash": hash } })
}

fn encoded(text: &impl ToString) -> String {
    url::form_urlencoded::byte_serialize(text.to_string().as_bytes()).collect()
}

async fn post(app: &App, accept: &str, body: Value) -> Reply {
    send(app, TestRequest::post().uri("/graphql").insert_header(("accept", accept)).set_json(body)).await
}

/// A request that names a digest alone, by GET.
async fn by_hash(app: &App, hash: &str) -> Reply {
    let (variables, extensions) = (encoded(&json!({ "first": 1 })), encoded(&apq(hash)));
    let path = format!("/graphql?operationName=Sections&variables={variables}&extensions={extensions}");
    send(app, TestRequest::get().uri(&path).insert_header(("accept", GRAPHQL))).await
}

async fn by_id(app: &App, id: &str) -> Reply {
    post(app, GRAPHQL, json!({ "documentId": id, "variables": { "first": 1 } })).await
}

fn code(reply: &Reply) -> Value {
    reply.json()["errors"][0]["extensions"]["code"].clone()
}

/// Another node on the same database, at another time.
fn node(app: &App, mode: DocumentMode, now: Timestamp) -> App {
    App::new(app.store().clone(), Clock::standing_at(now), Ids::Random, app.site().clone())
        .with_persisted(Persisted::new(mode))
}

fn later(seconds: u64) -> Timestamp {
    noon().plus(std::time::Duration::from_secs(seconds))
}

/// A bearer field of a key with one scope.
async fn key(app: &App, scope: Scope) -> (&'static str, String) {
    let new = NewKey { name: scope.to_string(), scopes: Scopes::of(&[scope]), expires_at: None };
    let (_, token) = keys::create(&operator(app), new, None).await.expect("a key");
    ("authorization", format!("Bearer {}", token.reveal()))
}

async fn trust(app: &App, manifest: &Value) -> Reply {
    let request = TestRequest::post().uri("/v1/persisted-documents").set_json(manifest);
    send(app, request.insert_header(key(app, Scope::Trust).await)).await
}

async fn get_as(app: &App, scope: Scope, path: &str) -> Reply {
    send(app, TestRequest::get().uri(path).insert_header(key(app, scope).await)).await
}

async fn revoke(app: &App, id: &str) -> Reply {
    let request = TestRequest::post().uri(&format!("/v1/persisted-documents/{id}/revoke"));
    send(app, request.insert_header(key(app, Scope::Trust).await)).await
}

fn pointers(reply: &Reply) -> Vec<String> {
    let problem = reply.json();
    let errors = problem["errors"].as_array().cloned().unwrap_or_default();
    errors.iter().map(|error| error["pointer"].as_str().expect("a pointer").to_owned()).collect()
}

on_both_databases! { SampleNewsroom;
    async fn a_document_is_sent_once_and_then_named_by_its_digest(app: &App) {
        let hash = hash(QUERY);
        let unknown = by_hash(app, &hash).await;
        assert_eq!((unknown.status, code(&unknown), unknown.header("cache-control")), (200, json!("PERSISTED_QUERY_NOT_FOUND"), Some("no-store")));
        assert_eq!(unknown.json()["errors"][0]["message"], "PersistedQueryNotFound");
        let whole = json!({ "query": QUERY, "variables": { "first": 1 }, "extensions": apq(&hash) });
        let sent = post(app, GRAPHQL, whole).await;
        assert!(sent.status == 200 && sent.json()["data"]["sections"].is_object(), "{}", sent.text());
        // On every node, and by GET, so that a cache can keep it.
        for node in [app.clone(), node(app, DocumentMode::Apq, noon())] {
            let named = by_hash(&node, &hash).await;
            assert_eq!((named.status, named.header("cache-control")), (200, Some("public, no-cache")), "{}", named.text());
            assert_eq!(named.json()["data"], sent.json()["data"]);
            let etag = named.header("etag").expect("a validator").to_owned();
            let path = format!("/graphql?variables={}&extensions={}", encoded(&json!({ "first": 1 })), encoded(&apq(&hash)));
            let again = send(&node, TestRequest::get().uri(&path).insert_header(("if-none-match", etag)).insert_header(("accept", GRAPHQL))).await;
            assert_eq!(again.status, 304);
        }
    }

    async fn a_document_can_also_be_sent_by_get(app: &App) {
        let hash = hash(QUERY);
        let path = format!("/graphql?query={}&variables={}&extensions={}", encoded(&QUERY), encoded(&json!({ "first": 1 })), encoded(&apq(&hash)));
        assert_eq!(send(app, TestRequest::get().uri(&path)).await.status, 200);
        assert_eq!(by_hash(&node(app, DocumentMode::Apq, noon()), &hash).await.status, 200);
    }

    async fn a_digest_of_another_text_is_refused(app: &App) {
        let wrong = hash("{ __typename }");
        let reply = post(app, GRAPHQL, json!({ "query": QUERY, "variables": { "first": 1 }, "extensions": apq(&wrong) })).await;
        assert_eq!((reply.status, code(&reply)), (400, json!("MALFORMED_REQUEST")));
        assert!(reply.text().contains("provided sha does not match query"));
        assert_eq!(code(&by_hash(app, &wrong).await), "PERSISTED_QUERY_NOT_FOUND");
        for extensions in [
            json!({ "persistedQuery": 1 }),
            json!({ "persistedQuery": { "version": 2, "sha256Hash": wrong } }),
            json!({ "persistedQuery": { "version": 1 } }),
            json!({ "persistedQuery": { "version": 1, "sha256Hash": "a b" } }),
        ] {
            assert_eq!(post(app, GRAPHQL, json!({ "extensions": extensions })).await.status, 400, "{extensions}");
        }
    }

    async fn what_does_not_fit_the_schema_is_not_kept(app: &App) {
        for text in ["{ nothing }", "{ unfinished", "mutation { nothing }"] {
            let sent = post(app, GRAPHQL, json!({ "query": text, "extensions": apq(&hash(text)) })).await;
            assert_eq!(sent.status, 400);
            assert_eq!(code(&by_hash(&node(app, DocumentMode::Apq, noon()), &hash(text)).await), "PERSISTED_QUERY_NOT_FOUND");
        }
    }

    async fn what_nobody_uses_is_dropped_when_others_come(app: &App) {
        let send_at = async |text: &str, seconds| {
            let body = json!({ "query": text, "variables": { "first": 1 }, "extensions": apq(&hash(text)) });
            assert_eq!(post(&node(app, DocumentMode::Apq, later(seconds)), GRAPHQL, body).await.status, 200);
        };
        let (used, unused) = (format!("{QUERY} # used"), format!("{QUERY} # unused"));
        send_at(&used, 0).await;
        send_at(&unused, 0).await;
        assert_eq!(by_hash(&node(app, DocumentMode::Apq, later(20 * DAY)), &hash(&used)).await.status, 200);
        send_at(QUERY, 40 * DAY).await;
        let after = node(app, DocumentMode::Apq, later(40 * DAY));
        assert!(by_hash(&after, &hash(&used)).await.json()["data"].is_object());
        assert_eq!(code(&by_hash(&after, &hash(&unused)).await), "PERSISTED_QUERY_NOT_FOUND");
    }

    /// Whoever fills what is kept for everybody loses what they filled it with, and takes nothing that is trusted.
    async fn what_clients_send_has_its_room_and_no_more(app: &App) {
        trust(app, &json!({ "mine": QUERY })).await;
        for kept in [Kept { documents: 10, bytes: 1_000_000 }, Kept { documents: 1_000, bytes: 1_000 }] {
            let text = |number: u64| format!("{QUERY} # {number:03} {}", kept.bytes);
            for number in 0..25 {
                let small = node(app, DocumentMode::Apq, later(number)).with_persisted(Persisted::new(DocumentMode::Apq).keeping(kept));
                let body = json!({ "query": text(number), "variables": { "first": 1 }, "extensions": apq(&hash(&text(number))) });
                assert_eq!(post(&small, GRAPHQL, body).await.status, 200);
            }
            let fresh = node(app, DocumentMode::Apq, later(30));
            assert!(by_hash(&fresh, &hash(&text(24))).await.json()["data"].is_object(), "the last to come is there");
            let mut there = 0;
            for number in 0..25 {
                there += usize::from(by_hash(&fresh, &hash(&text(number))).await.json().get("data").is_some());
            }
            assert!((5..=11).contains(&there), "{there}");
            assert_eq!(code(&by_hash(&fresh, &hash(&text(0))).await), "PERSISTED_QUERY_NOT_FOUND", "what was not used for longest is gone");
        }
        assert_eq!(by_id(&node(app, DocumentMode::Trusted, later(40)), "mine").await.status, 200);
    }

    async fn where_documents_are_not_kept_clients_are_told_to_send_them(app: &App) {
        let open = app.clone().with_persisted(Persisted::new(DocumentMode::Open));
        let whole = json!({ "query": QUERY, "variables": { "first": 1 }, "extensions": apq(&hash(QUERY)) });
        assert!(post(&open, GRAPHQL, whole).await.json()["data"].is_object());
        let named = by_hash(&open, &hash(QUERY)).await;
        assert_eq!((named.status, code(&named)), (200, json!("PERSISTED_QUERY_NOT_SUPPORTED")));
    }

    async fn a_manifest_of_either_kind_is_trusted_once(app: &App) {
        let relay = json!({ "5d41402abc4b2a76b9719d911017c592": QUERY, "x-web:tags": "query Tags { tags(first: 1) { nodes { slug } } }" });
        let taken = trust(app, &relay).await;
        assert_eq!((taken.status, taken.json()["data"].as_array().map(Vec::len), taken.json()["unchanged"].clone()), (200, Some(2), json!(0)), "{}", taken.text());
        assert_eq!(trust(app, &relay).await.json(), json!({ "data": [], "unchanged": 2 }));
        let apollo = json!({ "format": "apollo-persisted-query-manifest", "version": 1, "operations": [
            { "id": hash(QUERY), "name": "Sections", "type": "query", "body": QUERY },
        ] });
        let taken = trust(app, &apollo).await.json();
        assert_eq!((taken["data"][0]["id"].clone(), taken["data"][0]["operations"].clone()), (json!(format!("sha256:{}", hash(QUERY))), json!("Sections")));
        for id in ["5d41402abc4b2a76b9719d911017c592", &hash(QUERY), &format!("sha256:{}", hash(QUERY))] {
            assert_eq!(by_id(app, id).await.json()["data"]["sections"]["nodes"].as_array().map(Vec::len), Some(1), "{id}");
        }
        let taken = trust(app, &json!({ "5d41402abc4b2a76b9719d911017c592": "{ __typename }" })).await;
        assert_eq!((taken.status, pointers(&taken)), (409, vec!["/5d41402abc4b2a76b9719d911017c592".to_owned()]), "{}", taken.text());
    }

    async fn documents_that_do_not_fit_are_pointed_at_and_then_none_is_trusted(app: &App) {
        let bomb = "{ authors(first: 100) { nodes { articles(first: 100) { nodes { bylines { author { slug } } } } } } }";
        let manifest = json!({ "good": QUERY, "field": "{ nothing }", "syntax": "{", "cost": bomb, "type": "query($x: Nothing) { __typename }", "unused": "{ __typename } fragment F on Section { id }", "push": "subscription { x }" });
        let reply = trust(app, &manifest).await;
        assert_eq!((reply.status, pointers(&reply)), (422, ["/field", "/syntax", "/cost", "/type", "/unused", "/push"].map(str::to_owned).to_vec()), "{}", reply.text());
        assert_eq!(code(&by_id(app, "good").await), "PERSISTED_QUERY_NOT_FOUND");
        let wrong = trust(app, &json!({ "0".repeat(64): QUERY, "a b": QUERY })).await;
        assert_eq!(wrong.status, 422);
        assert_eq!(trust(app, &json!([])).await.status, 422);
    }

    async fn checking_a_mutation_does_not_carry_it_out(app: &App) {
        let mutation = "mutation Make { tagCreate(input: { content: { slug: \"made-by-checking\", name: [{ locale: \"en\", text: \"X\" }], kind: TOPIC } }) { userErrors { code } } }";
        let changes = app.store().statements();
        let taken = trust(app, &json!({ "make": mutation })).await;
        assert_eq!(taken.status, 200, "{}", taken.text());
        assert!(app.store().statements() > changes);
        let found = get_as(app, Scope::Preview, "/v1/tags/made-by-checking?perspective=draft").await;
        assert_eq!(found.status, 404, "{}", found.text());
    }

    async fn trusted_documents_are_listed_shown_and_revoked(app: &App) {
        trust(app, &json!({ "c": QUERY, "a": QUERY, "b": QUERY })).await;
        let page = get_as(app, Scope::Trust, "/v1/persisted-documents?first=2").await.json();
        let ids: Vec<_> = page["data"].as_array().expect("documents").iter().map(|document| document["id"].clone()).collect();
        assert_eq!((ids, page["hasMore"].clone()), (vec![json!("a"), json!("b")], json!(true)));
        let rest = get_as(app, Scope::Trust, "/v1/persisted-documents?first=2&after=b").await.json();
        assert_eq!((rest["data"][0]["id"].clone(), rest["hasMore"].clone(), rest["data"][0].get("text")), (json!("c"), json!(false), None));
        let one = get_as(app, Scope::Trust, "/v1/persisted-documents/a").await.json();
        assert_eq!((one["text"].clone(), one["lastUsedAt"].clone()), (json!(QUERY), json!(null)));
        by_id(app, "a").await;
        assert_eq!(get_as(app, Scope::Trust, "/v1/persisted-documents/a").await.json()["lastUsedAt"], "2026-11-24T12:00:00.000Z");
        assert_eq!((revoke(app, "a").await.status, revoke(app, "a").await.status), (200, 404));
        assert_eq!(by_id(app, "a").await.status, 404);
        let audit = get_as(app, Scope::Admin, "/v1/audit?action=revoke%20document").await.json();
        assert_eq!(audit["data"][0]["note"], "a Sections");
    }

    async fn only_trusted_documents_run_where_the_mode_is_trusted(app: &App) {
        trust(app, &json!({ "mine": QUERY })).await;
        let closed = node(app, DocumentMode::Trusted, noon());
        assert_eq!(by_id(&closed, "mine").await.status, 200);
        assert_eq!(by_hash(&closed, &hash(QUERY)).await.status, 200, "clients of Apollo name it so");
        assert_eq!(graphql(&closed, QUERY, json!({ "first": 1 })).await.status, 200, "the text is the same");
        for reply in [
            graphql(&closed, "{ __typename }", json!({})).await,
            graphql(&closed, "{ __schema { queryType { name } } }", json!({})).await,
            graphql(&closed, &format!("{QUERY} "), json!({ "first": 1 })).await,
            by_id(&closed, "yours").await,
            by_hash(&closed, &hash("{ __typename }")).await,
            post(&closed, GRAPHQL, json!({ "query": "{ __typename }", "extensions": apq(&hash("{ __typename }")) })).await,
        ] {
            assert_eq!((reply.status, code(&reply)), (403, json!("DOCUMENT_NOT_TRUSTED")), "{}", reply.text());
        }
        let ask = TestRequest::post().uri("/graphql").set_json(json!({ "query": "{ __schema { queryType { name } } }" }));
        let developer = send(&closed, ask.insert_header(key(app, Scope::Trust).await)).await;
        assert!(developer.json()["data"]["__schema"].is_object(), "whoever may trust documents may try them: {}", developer.text());
        let ask = TestRequest::post().uri("/graphql").set_json(json!({ "query": "{ __typename }" }));
        let editor = send(&closed, ask.insert_header(key(app, Scope::Write).await)).await;
        assert_eq!(code(&editor), "DOCUMENT_NOT_TRUSTED");
    }

    /// Documents that strangers sent in another mode are no reason to run them in this one.
    async fn what_was_kept_for_strangers_is_not_trusted(app: &App) {
        let whole = json!({ "query": QUERY, "variables": { "first": 1 }, "extensions": apq(&hash(QUERY)) });
        post(app, GRAPHQL, whole).await;
        let closed = node(app, DocumentMode::Trusted, noon());
        assert_eq!(code(&by_hash(&closed, &hash(QUERY)).await), "DOCUMENT_NOT_TRUSTED");
        assert_eq!(code(&by_id(&closed, &hash(QUERY)).await), "DOCUMENT_NOT_TRUSTED");
    }

    async fn what_one_node_revokes_stops_on_the_others_within_ten_seconds(app: &App) {
        trust(app, &json!({ "mine": QUERY })).await;
        let clock = Clock::standing_at(noon());
        let other = App::new(app.store().clone(), clock.clone(), Ids::Random, app.site().clone()).with_persisted(Persisted::new(DocumentMode::Trusted));
        assert_eq!(by_id(&other, "mine").await.status, 200);
        revoke(app, "mine").await;
        assert_eq!(by_id(app, "mine").await.status, 404);
        clock.set(later(persisted::REMEMBERED.as_secs() - 1));
        assert_eq!(by_id(&other, "mine").await.status, 200);
        clock.set(later(persisted::REMEMBERED.as_secs()));
        assert_eq!(code(&by_id(&other, "mine").await), "DOCUMENT_NOT_TRUSTED");
    }

    async fn an_id_stands_for_the_document_and_takes_no_other_beside_it(app: &App) {
        for body in [
            json!({ "documentId": "a", "query": QUERY }),
            json!({ "documentId": "a", "extensions": apq(&hash(QUERY)) }),
            json!({ "documentId": 1 }),
            json!({ "documentId": "a b" }),
            json!({ "extensions": {} }),
        ] {
            let reply = post(app, GRAPHQL, body.clone()).await;
            assert_eq!((reply.status, code(&reply)), (400, json!("MALFORMED_REQUEST")), "{body}");
        }
        let unknown = by_id(app, "nothing").await;
        assert_eq!((unknown.status, code(&unknown)), (404, json!("PERSISTED_QUERY_NOT_FOUND")));
        trust(app, &json!({ "write": "mutation Write { tagCreate(input: { content: {} }) { userErrors { code } } }" })).await;
        let mutation = send(app, TestRequest::get().uri("/graphql?documentId=write")).await;
        assert_eq!((mutation.status, mutation.header("allow")), (405, Some("GET, POST")));
    }
}
