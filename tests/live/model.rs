//! Whatever the desk does, the log says of every moment what readers could see then.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::http::Method;
use actix_web::test::TestRequest;
use dateline::app::{App, upkeep};
use dateline::domain::access::Role;
use dateline::domain::{Effect, Perspective, Timestamp};
use serde_json::{Value, json};

use super::{Desk, article, at, end, id, pass, reader, told};
use crate::support::client::{get_json, send};
use crate::support::database::{Backend, Contents, number};
use crate::support::run_on;

/// Chance that comes out the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// Minutes behind noon.
fn moment(minutes: u64) -> String {
    format!(
        "2026-11-{:02}T{:02}:{:02}:00Z",
        24 + (720 + minutes) / 1440,
        (720 + minutes) / 60 % 24,
        minutes % 60
    )
}

/// Does something, if it can be done.
async fn tries(desk: &Desk, path: &str, action: Option<&str>, body: &Value) {
    let entry = send(&desk.app, bearer(desk, TestRequest::get().uri(&format!("{path}/working-copy")))).await;
    let Some(version) = entry.header("etag").map(str::to_owned) else { return };
    let (method, uri) = match action {
        Some(action) => (Method::POST, format!("{path}/{action}")),
        None => (Method::PATCH, path.to_owned()),
    };
    let request = TestRequest::default().method(method).uri(&uri).insert_header(("if-match", version));
    let reply = send(&desk.app, bearer(desk, request.set_json(body))).await;
    assert!(reply.status < 500 && reply.status != 400, "{uri}: {}", reply.text());
}

fn bearer(desk: &Desk, request: TestRequest) -> TestRequest {
    request.insert_header(("authorization", format!("Bearer {}", desk.token)))
}

/// What is public at a moment: ids, and when each was updated last.
async fn public(app: &App, moment: &str) -> BTreeMap<String, String> {
    let mut seen = BTreeMap::new();
    for list in ["articles", "fact-boxes"] {
        let list = get_json(app, &format!("/v1/{list}?first=100&asOf={moment}&fields=id,updatedAt")).await;
        for entry in list["data"].as_array().expect("a list") {
            let text = |name: &str| entry[name].as_str().expect("a text").to_owned();
            seen.insert(text("id"), text("updatedAt"));
        }
    }
    seen
}

async fn follows(app: &App, seed: u64) {
    let mut dice = Dice(seed);
    let desk = Desk::of(app, Role::Admin).await;
    let since = end(app).await;
    let mut paths = Vec::new();
    for name in ["one", "two"] {
        let (facts, path) = desk.followed(&format!("{name}-{seed}")).await;
        paths.extend([facts, path]);
    }
    paths.push(desk.create("articles", article(&format!("three-{seed}"))).await);
    let (mut minutes, mut killed) = (0, BTreeSet::new());
    for step in 0..30 {
        minutes += dice.below(40);
        let desk = desk.at(&moment(minutes));
        let path = &paths[usize::try_from(dice.below(5)).expect("small")];
        let plan = moment(minutes + 1 + dice.below(60));
        match dice.below(12) {
            0..=2 => {
                tries(&desk, path, None, &json!({ "title": format!("Title {step}") })).await;
                tries(&desk, path, Some("publish"), &json!({})).await;
            }
            3 | 4 => {
                tries(&desk, path, None, &json!({ "title": format!("Title {step}") })).await;
                tries(&desk, path, Some("publish"), &json!({ "at": plan })).await;
            }
            5 => {
                let until = moment(minutes + 61 + dice.below(60));
                tries(&desk, path, Some("publish"), &json!({ "at": plan, "until": until, "embargo": true }))
                    .await;
            }
            6 => tries(&desk, path, Some("withdraw"), &json!({ "note": "A doubt." })).await,
            7 | 8 => tries(&desk, path, Some("withdraw"), &json!({ "at": plan, "note": "A plan." })).await,
            9 if dice.below(3) == 0 => {
                tries(&desk, path, Some("kill"), &json!({ "note": "Court order." })).await;
                killed.insert(id(path).to_owned());
            }
            _ => pass(&desk.app).await,
        }
        finds(&desk.app).await;
    }
    let last = at(app, "2026-11-28T12:00:00Z");
    pass(&last).await;
    finds(&last).await;
    let asked = "SELECT COUNT(*) FROM search_documents d JOIN editions e ON e.entry_id = d.entry_id \
                 AND e.revision = d.revision WHERE d.public_kind IS NULL AND e.visible_until IS NULL \
                 AND (SELECT COUNT(*) FROM publications p WHERE p.entry_id = d.entry_id) = 1";
    assert_eq!(number(&last, asked), 0, "what has come for the first time is known to be public");
    compare(&last, since, &killed).await;
}

/// What is public is found, and nothing else; documents say nothing else.
async fn finds(app: &App) {
    let ids = |list: &Value| -> BTreeSet<String> {
        let entries = list["data"].as_array().expect("a list");
        entries.iter().map(|entry| entry["id"].as_str().expect("an id").to_owned()).collect()
    };
    let public = get_json(app, "/v1/articles?first=100&fields=id").await;
    for sort in ["relevance", "-publishedAt"] {
        let found =
            get_json(app, &format!("/v1/articles?q=readers&sort={sort}&first=100&total=exact&fields=id"))
                .await;
        assert_eq!(ids(&found), ids(&public), "{sort}");
        assert_eq!(found["page"]["total"]["count"], ids(&public).len(), "{sort}");
    }
    assert_eq!(upkeep::verify(app, |_| {}).expect("it can be verified").differing, []);
}

/// Compares what was told with what is shown of each moment at which something was told.
async fn compare(last: &App, since: i64, killed: &BTreeSet<String>) {
    let changes = told(&reader(last).await, since, Perspective::Published).await;
    assert!(changes.windows(2).all(|two| two[0].at <= two[1].at && two[0].sequence < two[1].sequence));
    assert!(changes.len() > 8, "{changes:?}");
    let moments: BTreeSet<Timestamp> = changes.iter().map(|change| change.at).collect();
    let mut changes = changes.into_iter().peekable();
    let mut state: BTreeMap<String, String> = BTreeMap::new();
    for moment in moments {
        while let Some(change) = changes.next_if(|change| change.at == moment) {
            let entry = change.entry.to_string();
            let before = match change.effect.expect("an effect") {
                Effect::Published => state.insert(entry.clone(), moment.to_string()).is_none(),
                Effect::Updated => state.insert(entry.clone(), moment.to_string()).is_some(),
                Effect::Withdrawn => state.remove(&entry).is_some(),
                Effect::Killed => {
                    state.remove(&entry);
                    true
                }
            };
            assert!(before, "{change:?} does not follow");
        }
        let mut shown = public(last, &moment.to_string()).await;
        let mut expected = state.clone();
        // Of what is killed, nothing is shown of any moment.
        for entry in killed {
            shown.remove(entry);
            expected.remove(entry);
        }
        assert_eq!(shown, expected, "as of {moment}");
    }
}

/// Each on a database of its own: the log does not go back in time.
fn on(backend: Backend) {
    for seed in 0..SEEDS {
        run_on(backend, Contents::Nothing, async |app| follows(&app, seed).await);
    }
}

const SEEDS: u64 = 4;

#[test]
fn the_log_says_of_every_moment_what_was_public_on_sqlite() {
    on(Backend::Sqlite);
}

#[test]
fn the_log_says_of_every_moment_what_was_public_on_postgres() {
    on(Backend::Postgres);
}
