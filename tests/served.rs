//! The running server: origins, rate limits, and what survives a kill.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use crate::support::database::{self, Backend, Contents};
use crate::support::process::{Server, answer, dateline, run};

/// A header field of an answer.
fn field(answer: &str, name: &str) -> Option<String> {
    let line = answer.lines().find(|line| line.to_lowercase().starts_with(&format!("{name}: ")))?;
    line.split_once(": ").map(|(_, value)| value.trim().to_owned())
}

fn key(folder: &str, url: &str, role: &str) -> String {
    let mut command = dateline(folder).0;
    let (status, output, error) =
        run(command.args(["keys", "create", "--role", role, "--database", url, "test"]));
    assert_eq!(status, 0, "{error}");
    output.lines().last().expect("the key").to_owned()
}

#[test]
fn pages_of_any_origin_may_read_and_those_of_a_list_when_there_is_one() {
    let preflight = [
        ("Origin", "https://app.example.org"),
        ("Access-Control-Request-Method", "PATCH"),
        (
            "Access-Control-Request-Headers",
            "authorization,if-match,apollographql-client-name,mcp-protocol-version",
        ),
    ];
    let any = Server::start("cors-any", &["--demo"]);
    let told = any.send("OPTIONS /v1/articles", &preflight, "").expect("an answer");
    assert_eq!(field(&told, "access-control-allow-origin").as_deref(), Some("*"), "{told}");
    let read =
        any.send("GET /v1/articles?first=1", &[("Origin", "https://x.example")], "").expect("an answer");
    assert_eq!(field(&read, "access-control-allow-origin").as_deref(), Some("*"), "{read}");
    assert!(
        field(&read, "access-control-expose-headers").expect("some").contains("etag")
            && field(&read, "access-control-allow-credentials").is_none()
    );
    let (_, folder) = dateline("cors-some");
    std::fs::write(folder.join("some.toml"), "cors_origins = \"https://app.example.org\"\n").expect("a file");
    let some = Server::start("cors-some", &["--config", "some.toml"]);
    let told = some.send("OPTIONS /v1/articles", &preflight, "").expect("an answer");
    assert_eq!(
        field(&told, "access-control-allow-origin").as_deref(),
        Some("https://app.example.org"),
        "{told}"
    );
    let other = some
        .send(
            "OPTIONS /v1/articles",
            &[("Origin", "https://evil.example"), ("Access-Control-Request-Method", "GET")],
            "",
        )
        .expect("an answer");
    assert!(field(&other, "access-control-allow-origin").is_none(), "{other}");
}

#[test]
fn pages_for_people_can_be_switched_off() {
    let (_, folder) = dateline("pages-off");
    std::fs::write(folder.join("off.toml"), "pages = false\n").expect("a file");
    let off = Server::start("pages-off", &["--config", "off.toml"]);
    let on = Server::start("pages-on", &[]);
    let ask = |server: &Server, path| {
        server.send(&format!("GET {path}"), &[("Accept", "text/html")], "").expect("an answer")
    };
    let (page, index) = (ask(&on, "/"), ask(&off, "/"));
    assert_eq!(field(&page, "content-type").as_deref(), Some("text/html; charset=utf-8"), "{page}");
    assert_eq!(field(&index, "content-type").as_deref(), Some("application/json"), "{index}");
    assert!(ask(&on, "/docs").starts_with("HTTP/1.1 200"));
    assert!(ask(&off, "/docs").starts_with("HTTP/1.1 404"));
    // What handles CORS adds to what the page varies by, and takes nothing away.
    let varies = field(&page, "vary").expect("it varies");
    assert!(
        ["Accept", "Accept-Encoding", "Origin"].iter().all(|name| varies.split(", ").any(|it| it == *name)),
        "{varies}"
    );
}

#[test]
fn the_door_for_agents_can_be_switched_off_and_closed_to_pages_of_others() {
    let (_, folder) = dateline("agents-off");
    std::fs::write(folder.join("off.toml"), "mcp = false\n").expect("a file");
    let off = Server::start("agents-off", &["--config", "off.toml"]);
    let (_, folder) = dateline("agents-on");
    std::fs::write(folder.join("on.toml"), "cors_origins = \"https://app.example.org\"\n").expect("a file");
    let on = Server::start("agents-on", &["--config", "on.toml"]);
    let ask = |server: &Server, origin| {
        let fields = [("Content-Type", "application/json"), ("Origin", origin)];
        server.send("POST /mcp", &fields, r#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#).expect("an answer")
    };
    assert!(ask(&off, "https://app.example.org").starts_with("HTTP/1.1 404"));
    assert!(ask(&on, "https://app.example.org").starts_with("HTTP/1.1 200"));
    assert!(ask(&on, "https://evil.example").starts_with("HTTP/1.1 403"));
    let index = |server: &Server| server.send("GET /", &[], "").expect("an answer");
    assert!(index(&on).contains(r#""mcp":"/mcp""#) && !index(&off).contains("mcp"));
    for path in ["GET /", "GET /docs", "GET /openapi.json"] {
        let page =
            |server: &Server| server.send(path, &[("Accept", "text/html, */*")], "").expect("an answer");
        assert!(page(&on).contains("/mcp") && !page(&off).contains("/mcp"), "{path}");
    }
}

#[test]
fn too_many_requests_are_refused_by_address_and_by_key() {
    let (_, folder) = dateline("limits");
    std::fs::write(
        folder.join("limits.toml"),
        "rate_limit_address = 5\nrate_limit_key = 8\nrate_limit_guesses = 5\ntrusted_proxies = \"127.0.0.1\"\n",
    )
    .expect("a file");
    let server = Server::start("limits", &["--demo", "--config", "limits.toml"]);
    let ask =
        |fields: &[(&str, &str)]| server.send("GET /v1/articles?first=1", fields, "").expect("an answer");
    for left in (0..5).rev() {
        let told = ask(&[]);
        assert!(told.starts_with("HTTP/1.1 200"), "{told}");
        assert_eq!(field(&told, "ratelimit-policy").as_deref(), Some("\"address\";q=5;w=60"));
        assert_eq!(field(&told, "ratelimit"), Some(format!("\"address\";r={left};t=0")));
    }
    let refused = ask(&[]);
    assert!(
        refused.starts_with("HTTP/1.1 429")
            && refused.contains("RATE_LIMITED")
            && field(&refused, "retry-after").is_some(),
        "{refused}"
    );
    // What a trusted proxy says of the address counts, and the health checks count for nobody.
    assert!(ask(&[("X-Forwarded-For", "203.0.113.7")]).starts_with("HTTP/1.1 200"));
    assert!(answer(server.open("/health/ready")).starts_with("HTTP/1.1 200"));
    // What stands behind a hop that cannot be read may have been written by anybody; ports and IPv6 hosts are no disguise.
    for forged in ["9.9.9.9, nonsense", "9.9.9.8, nonsense"] {
        assert!(ask(&[("X-Forwarded-For", forged)]).starts_with("HTTP/1.1 429"), "{forged}");
    }
    for host in 1..=6 {
        let told = ask(&[("X-Forwarded-For", &format!("[2001:db8::{host}]:443{host}"))]);
        assert_eq!(told.starts_with("HTTP/1.1 429"), host == 6, "{told}");
    }
    let key = key("limits", "sqlite://dateline.db", "reader");
    let bearer = format!("Bearer {key}");
    for _ in 0..8 {
        let told = ask(&[("Authorization", &bearer)]);
        assert!(
            told.starts_with("HTTP/1.1 200")
                && field(&told, "ratelimit-policy").as_deref() == Some("\"key\";q=8;w=60"),
            "{told}"
        );
    }
    assert!(ask(&[("Authorization", &bearer)]).starts_with("HTTP/1.1 429"));
    // Whoever guesses keys is counted by address.
    for _ in 0..5 {
        assert!(
            ask(&[("Authorization", "Bearer dl_x"), ("X-Forwarded-For", "203.0.113.8")])
                .starts_with("HTTP/1.1 401")
        );
    }
    assert!(
        ask(&[("Authorization", "Bearer dl_x"), ("X-Forwarded-For", "203.0.113.8")])
            .starts_with("HTTP/1.1 429")
    );
}

/// How many times the server is killed: more with `DATELINE_STORMS` set.
fn storms() -> u32 {
    let told = std::env::var_os("DATELINE_STORMS");
    told.and_then(|told| told.to_str()?.parse().ok()).unwrap_or(4)
}

/// Whatever was acknowledged is there after the server was killed in the middle of writing, and nothing is half there.
fn nothing_acknowledged_is_lost(backend: Backend) {
    let Some(url) = database::copy(backend, Contents::Nothing) else { return };
    let folder = format!("storm-{backend:?}");
    let (editor, count) = (key(&folder, &url, "editor"), AtomicU32::new(0));
    let bearer = format!("Bearer {editor}");
    let fields =
        [("Authorization", bearer.as_str()), ("Content-Type", "application/json"), ("If-Match", "\"1\"")];
    let mut acknowledged: Vec<String> = Vec::new();
    for storm in 0..storms() {
        let server = Server::start(&folder, &["--database", &url]);
        for path in &acknowledged {
            let found = server.send(&format!("GET {path}"), &fields, "").expect("an answer");
            assert!(found.starts_with("HTTP/1.1 200"), "{path} after storm {storm}: {found}");
        }
        acknowledged.clear();
        let (over, written) = (AtomicBool::new(false), AtomicU32::new(0));
        let write = || {
            let mut done = Vec::new();
            while !over.load(Ordering::Relaxed) {
                let number = count.fetch_add(1, Ordering::Relaxed);
                let body = format!(
                    "{{\"locale\":\"en\",\"slug\":\"s{number}\",\"title\":\"T\",\"body\":{{\"markdown\":\"One.\"}}}}"
                );
                let Some(made) = server.send("POST /v1/articles", &fields, &body) else { continue };
                let Some(path) = field(&made, "location") else { continue };
                written.fetch_add(1, Ordering::Relaxed);
                let public = server.send(&format!("POST {path}/publish"), &fields, "{}");
                done.push(if public.is_some_and(|told| told.starts_with("HTTP/1.1 200")) {
                    path
                } else {
                    format!("{path}/working-copy")
                });
            }
            done
        };
        std::thread::scope(|scope| {
            let writers: Vec<_> = (0..8).map(|_| scope.spawn(write)).collect();
            // On a busy machine the first write takes its time; the kill comes at another moment in each storm.
            let begun = std::time::Instant::now();
            while written.load(Ordering::Relaxed) == 0 && begun.elapsed() < Duration::from_secs(10) {
                std::thread::sleep(Duration::from_millis(5));
            }
            std::thread::sleep(Duration::from_millis(u64::from(50 + 37 * (storm % 9))));
            let pid = server.child.id().to_string();
            assert!(
                std::process::Command::new("kill")
                    .args(["-KILL", &pid])
                    .status()
                    .expect("kill runs")
                    .success()
            );
            over.store(true, Ordering::Relaxed);
            for writer in writers {
                acknowledged.extend(writer.join().expect("it does not panic"));
            }
        });
        server.kill();
        assert!(!acknowledged.is_empty(), "something was written in storm {storm}");
        let (status, report, error) = run(dateline(&folder).0.args(["verify", "--database", &url]));
        assert_eq!(status, 0, "after storm {storm}: {report}{error}");
    }
}

#[test]
fn nothing_acknowledged_is_lost_on_sqlite() {
    nothing_acknowledged_is_lost(Backend::Sqlite);
}

#[test]
fn nothing_acknowledged_is_lost_on_postgres() {
    nothing_acknowledged_is_lost(Backend::Postgres);
}
