//! The README, tried out: every command in it is run, and answers what the README says.
//!
//! A command stands in a block ```` ```sh ````, and its answer in the block ```` ```json ```` or ```` ```text ````
//! that follows. There `…` stands for anything. White space between the tokens of JSON does not count. Of an
//! answer with its head (`curl -i`) the header fields shown must be there, in any order.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use actix_web::http::{Method, StatusCode};
use actix_web::test::TestRequest;
use dateline::app::App;
use dateline::app::access::{self, NewKey};
use dateline::domain::access::Role;

use crate::support::client::{self, Reply};
use crate::support::desk::operator;
use crate::support::{folder, on_both_databases};

const README: &str = include_str!("../README.md");

/// Blocks that no test can run: they build, install, or serve until they are stopped.
const NOT_RUN: &[&str] = &[
    "cargo run --release -- serve --demo",
    "scripts/test",
    "cargo install --path .",
    "dateline serve --database postgres://dateline:secret@localhost/dateline",
];

/// The server of the README. Requests go to a server in process instead.
const SERVER: &str = "localhost:8080";

/// A block of commands, and the answer that follows it.
#[derive(Debug)]
struct Example {
    /// The line of the README on which the block begins, counted from 1.
    line: usize,
    block: String,
    answer: Option<Answer>,
}

#[derive(Debug)]
struct Answer {
    is_json: bool,
    text: String,
}

impl Example {
    fn is_run(&self) -> bool {
        !NOT_RUN.contains(&self.block.as_str())
    }

    /// The commands of the block that call `program`, each without its name.
    fn calls(&self, program: &str) -> Vec<Vec<String>> {
        if !self.is_run() {
            return Vec::new();
        }
        let calls = commands(&self.block).into_iter().filter(|words| words[0] == program);
        calls.map(|words| words[1..].to_vec()).collect()
    }

    fn answer(&self) -> &Answer {
        self.answer.as_ref().unwrap_or_else(|| panic!("README.md:{}: no answer follows", self.line))
    }
}

/// The examples of the README, in order.
fn examples() -> Vec<Example> {
    let mut lines = README.lines().enumerate().peekable();
    let mut examples = Vec::new();
    while let Some((index, line)) = lines.next() {
        if line != "```sh" {
            continue;
        }
        let inner = |lines: &mut dyn Iterator<Item = (usize, &'static str)>| {
            let inner = lines.map(|(_, line)| line).take_while(|line| *line != "```");
            inner.collect::<Vec<_>>().join("\n")
        };
        let block = inner(&mut lines);
        while lines.next_if(|(_, line)| line.is_empty()).is_some() {}
        let fence = lines.next_if(|(_, line)| matches!(*line, "```json" | "```text"));
        let answer = fence.map(|(_, fence)| Answer { is_json: fence == "```json", text: inner(&mut lines) });
        examples.push(Example { line: index + 1, block, answer });
    }
    examples
}

/// Takes commands apart as a shell does, as far as the README needs it: quotation marks, and a line that goes on
/// behind a backslash.
fn commands(block: &str) -> Vec<Vec<String>> {
    let mut commands = vec![Vec::new()];
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut characters = block.chars();
    while let Some(c) = characters.next() {
        match (quote, c) {
            (Some(mark), c) if c == mark => quote = None,
            (Some('\''), c) => word.get_or_insert_default().push(c),
            (_, '\\') => match characters.next() {
                Some('\n') | None => {}
                Some(escaped) => word.get_or_insert_default().push(escaped),
            },
            (None, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, c) if c.is_whitespace() => {
                commands.last_mut().expect("a command").extend(word.take());
                if c == '\n' {
                    commands.push(Vec::new());
                }
            }
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    assert_eq!(quote, None, "a quotation is not closed: {block}");
    commands.last_mut().expect("a command").extend(word);
    commands.retain(|words| !words.is_empty());
    commands
}

/// A call of curl, as far as the README needs it.
#[derive(Debug, Default)]
struct Curl {
    /// `-i`: the head is shown too.
    head: bool,
    /// `-o`: nothing is shown.
    silent: bool,
    /// `-G`: data goes into the address.
    get: bool,
    method: Option<String>,
    headers: Vec<(String, String)>,
    data: Vec<String>,
    /// `-F`: the parts of a form.
    parts: Vec<(String, Vec<u8>)>,
    url: Option<String>,
}

impl Curl {
    fn read(words: Vec<String>) -> Self {
        let mut curl = Self::default();
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            let mut value = || words.next().unwrap_or_else(|| panic!("{word} has no value"));
            match word.as_str() {
                "-i" => curl.head = true,
                "-s" => {}
                "-G" => curl.get = true,
                "-X" => curl.method = Some(value()),
                "-H" => {
                    let field = value();
                    let (name, text) = field.split_once(':').expect("a header field has a colon");
                    curl.headers.push((name.to_ascii_lowercase(), text.trim().to_owned()));
                }
                "-F" => {
                    let part = value();
                    let (name, content) = part.split_once('=').expect("name=content");
                    let content = match content.strip_prefix('@') {
                        Some(file) => std::fs::read(in_repository(file)).expect("a file of the repository"),
                        None => content.as_bytes().to_vec(),
                    };
                    curl.parts.push((name.to_owned(), content));
                }
                "-d" => curl.data.push(value()),
                "--data-urlencode" => {
                    let pair = value();
                    let (name, text) = pair.split_once('=').expect("name=content");
                    let encoded: String = url::form_urlencoded::byte_serialize(text.as_bytes()).collect();
                    curl.data.push(format!("{name}={encoded}"));
                }
                "-o" => {
                    value();
                    curl.silent = true;
                }
                option if option.starts_with('-') => panic!("this test does not know curl's option {option}"),
                address => {
                    assert_eq!(curl.url, None, "one address: {address}");
                    curl.url = Some(address.to_owned());
                }
            }
        }
        curl
    }

    fn header(&self, name: &str) -> bool {
        self.headers.iter().any(|(known, _)| known == name)
    }

    /// The request that curl would send to the server of the README.
    fn request(&self, key: &str) -> TestRequest {
        let url = self.url.as_deref().expect("an address");
        let path = url.trim_start_matches("http://").strip_prefix(SERVER);
        let path = path.unwrap_or_else(|| panic!("{url} is not at {SERVER}"));
        let data = self.data.join("&");
        let has_body = !self.get && !data.is_empty();
        let uri = match (self.get && !data.is_empty(), path.contains('?')) {
            (false, _) => path.to_owned(),
            (true, false) => format!("{path}?{data}"),
            (true, true) => format!("{path}&{data}"),
        };
        let usual = if has_body || !self.parts.is_empty() { "POST" } else { "GET" };
        let method = self.method.as_deref().unwrap_or(usual);
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        let mut request = TestRequest::default().method(method).uri(&uri);
        for (name, value) in &self.headers {
            request = request.append_header((name.as_str(), value.replace("$KEY", key)));
        }
        if !self.header("accept") {
            request = request.append_header(("accept", "*/*"));
        }
        if has_body {
            if !self.header("content-type") {
                request = request.append_header(("content-type", "application/x-www-form-urlencoded"));
            }
            request = request.set_payload(data);
        }
        if !self.parts.is_empty() {
            request = request.append_header(("content-type", "multipart/form-data; boundary=curl"));
            request = request.set_payload(form(&self.parts));
        }
        request
    }

    /// What is wrong with a reply, if anything is.
    fn compare(&self, answer: &Answer, reply: &Reply) -> Result<(), String> {
        if self.silent {
            return Ok(());
        }
        let body = reply.text();
        if !self.head {
            return answer.compare(&body);
        }
        let (head, rest) = answer.text.split_once("\n\n").unwrap_or((&answer.text, ""));
        let mut head = head.lines();
        let status = StatusCode::from_u16(reply.status).expect("a status");
        let status = format!("HTTP/1.1 {} {}", reply.status, status.canonical_reason().unwrap_or_default());
        if head.next() != Some(status.as_str()) {
            return Err(format!("the status is {status}"));
        }
        for field in head.filter(|line| *line != "…") {
            let (name, expected) = field.split_once(": ").ok_or(format!("no header field: {field}"))?;
            let mut values = reply.headers.get_all(name).filter_map(|value| value.to_str().ok());
            if !values.any(|value| matches(expected, value)) {
                return Err(format!("{field} is not among {:?}", reply.headers));
            }
        }
        Answer { is_json: answer.is_json, text: rest.to_owned() }.compare(&body)
    }
}

/// The parts of a form, as curl sends them.
fn form(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, content) in parts {
        body.extend(format!("--curl\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n").bytes());
        body.extend(content);
        body.extend(b"\r\n");
    }
    body.extend(b"--curl--\r\n");
    body
}

impl Answer {
    fn compare(&self, actual: &str) -> Result<(), String> {
        let same = if self.is_json {
            matches(&compact(&self.text), &compact(actual))
        } else {
            matches(self.text.trim(), actual.trim())
        };
        if same { Ok(()) } else { Err(format!("the answer is\n{actual}\nand not\n{}", self.text)) }
    }
}

/// Whether a text reads as expected, where `…` stands for anything.
fn matches(expected: &str, actual: &str) -> bool {
    let mut parts = expected.split('…');
    let Some(mut rest) = actual.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return rest.is_empty() };
    for part in middle {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

/// JSON without white space between its tokens.
fn compact(json: &str) -> String {
    let (mut in_text, mut escaped) = (false, false);
    let keep = |c: &char| {
        let keep = in_text || !c.is_whitespace();
        in_text ^= *c == '"' && !escaped;
        escaped = in_text && *c == '\\' && !escaped;
        keep
    };
    json.chars().filter(keep).collect()
}

/// An argument that names something of the repository, so that it is found from any folder.
fn in_repository(argument: &str) -> OsString {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(argument);
    if argument.contains('/') && path.exists() { path.into_os_string() } else { argument.into() }
}

on_both_databases! { SampleNewsroom;
    async fn curl_gets_what_the_readme_says(app: &App) {
        let key = NewKey { name: "README".to_owned(), scopes: Role::Editor.scopes(), expires_at: None };
        let (_, key) = access::create(&operator(app), key, None).await.expect("a key");
        for example in examples() {
            for words in example.calls("curl") {
                let curl = Curl::read(words);
                let reply = client::send(app, curl.request(&key.reveal())).await;
                if let Err(wrong) = curl.compare(example.answer(), &reply) {
                    panic!("README.md:{}: {wrong}", example.line);
                }
            }
        }
    }
}

#[test]
fn dateline_says_what_the_readme_says() {
    let folder = folder::with("readme", &[]);
    for example in examples() {
        let calls = example.calls("dateline");
        if calls.is_empty() {
            continue;
        }
        let mut said = String::new();
        for words in calls {
            let mut program = Command::new(env!("CARGO_BIN_EXE_dateline"));
            program.args(words.iter().map(|word| in_repository(word))).current_dir(&folder).env_clear();
            let output = program.output().expect("the program runs");
            let failure = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "README.md:{}: {failure}", example.line);
            said.push_str(&String::from_utf8_lossy(&output.stdout));
        }
        if let Err(wrong) = example.answer().compare(&said) {
            panic!("README.md:{}: {wrong}", example.line);
        }
    }
}

#[test]
fn every_command_is_run_or_excused() {
    let examples = examples();
    for example in examples.iter().filter(|example| example.is_run()) {
        let all = commands(&example.block);
        let programs: Vec<&str> = all.iter().map(|words| words[0].as_str()).collect();
        let is_tried = |program: &&str| *program == programs[0] && ["curl", "dateline"].contains(program);
        assert!(
            !programs.is_empty() && programs.iter().all(is_tried),
            "README.md:{}: no test runs {programs:?}",
            example.line
        );
        assert!(programs[0] != "curl" || all.len() == 1, "README.md:{}: one curl a block", example.line);
        example.answer();
    }
    for block in NOT_RUN {
        assert!(examples.iter().any(|example| example.block == *block), "the README no longer says {block}");
    }
}

#[test]
fn an_ellipsis_stands_for_anything() {
    assert!(matches("a…c", "abc") && matches("…", "") && matches("a", "a"));
    assert!(!matches("a…c", "ab") && !matches("a", "ab") && !matches("ab…b", "ab"));
    assert_eq!(compact("{ \"a b\": \"\\\" c\" ,\n1 }"), "{\"a b\":\"\\\" c\",1}");
}

#[test]
fn commands_are_read_as_a_shell_reads_them() {
    let read = commands("curl -d '{ \"a\": 1 }' \\\n  \"x y\"\nls");
    assert_eq!(read, [vec!["curl", "-d", "{ \"a\": 1 }", "x y"], vec!["ls"]]);
}
