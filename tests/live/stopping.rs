//! The program with connections open: it stops in time, and whoever followed can go on.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::support::process::{Server, dateline};

const ASK: &str = "GET /graphql?query=subscription%7Bchanges%7Btype%7D%7D HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n";
const UPGRADE: &str = "GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n";

/// A connection whose answer has begun.
fn open(server: &Server, request: &str, begins: &str) -> TcpStream {
    let mut stream = TcpStream::connect(&server.address).expect("it listens");
    stream.write_all(request.as_bytes()).expect("sent");
    let mut head = [0; 12];
    stream.read_exact(&mut head).expect("an answer");
    assert_eq!(std::str::from_utf8(&head), Ok(begins));
    stream
}

#[test]
fn a_server_with_open_connections_stops_at_once() {
    let mut server = Server::start("live-stop", &["--demo"]);
    let mut events = open(&server, ASK, "HTTP/1.1 200");
    let mut socket = open(&server, UPGRADE, "HTTP/1.1 101");
    std::thread::sleep(Duration::from_millis(300));
    let began = Instant::now();
    server.terminate();
    let (mut told, mut closed) = (String::new(), Vec::new());
    let _ = events.read_to_string(&mut told);
    let _ = socket.read_to_end(&mut closed);
    assert!(!told.contains("event: complete"), "{told}");
    let code = 1012_u16.to_be_bytes();
    assert!(closed.windows(2).any(|two| two == code), "{closed:?}");
    assert!(server.child.wait().expect("it stops").success());
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
}

#[test]
fn limits_that_cannot_be_are_refused() {
    for (name, value) in [("LIVE_CONNECTIONS", "0"), ("LIVE_OPERATIONS", "1001"), ("LIVE_INIT_SECONDS", "61")]
    {
        let mut command = dateline("live-settings").0;
        let command =
            command.args(["serve", "--listen", "127.0.0.1:0"]).env(format!("DATELINE_{name}"), value);
        let (status, _, error) = crate::support::process::run(command);
        assert_eq!(status, 2);
        assert!(error.contains(&name.to_lowercase()), "{error}");
    }
}

/// What docs/live.md says of limits is so.
#[test]
fn the_page_says_what_the_limits_are() {
    use dateline::app::live::REPLAY;
    use dateline::graphql::LiveLimits;
    let page = include_str!("../../docs/live.md");
    let LiveLimits {
        connections,
        per_address,
        operations,
        patience,
        heartbeat,
        recheck,
        slowness,
        origins: _,
    } = LiveLimits::default();
    let config = dateline::config::Config::default();
    assert_eq!(
        (connections, per_address, operations, patience.as_secs()),
        (
            config.live_connections,
            config.live_connections_address,
            config.live_operations,
            config.live_init_seconds.into()
        )
    );
    assert_eq!((connections, REPLAY), (1_000, 10_000));
    for said in [
        "| 1,000 | `live_connections` |".to_owned(),
        format!("| {per_address} | `live_connections_address` |"),
        format!("| {operations} | `live_operations` |"),
        format!("| {} | `live_init_seconds` |", patience.as_secs()),
        format!("A comment comes every {} seconds", heartbeat.as_secs()),
        format!("one every {} seconds", heartbeat.as_secs()),
        format!("looked at again every {} seconds", recheck.as_secs()),
        format!("reads nothing for {} seconds", slowness.as_secs()),
        "| 10,000 | |".to_owned(),
    ] {
        assert!(page.contains(&said), "{said}");
    }
}
