//! Pictures: taken in at every door, kept, served with variants, and hostile ones refused.

mod fetching;
mod hostile;
mod serving;
mod uploading;

use std::io::Cursor;

use actix_web::test::TestRequest;
use dateline::app::App;
use dateline::app::access::{self as keys, NewKey};
use dateline::domain::access::Role;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use serde_json::{Value, json};

use crate::support::client::{Reply, send};
use crate::support::desk::operator;

/// Somebody with a key.
struct Client<'a> {
    app: &'a App,
    token: String,
}

impl<'a> Client<'a> {
    async fn of(app: &'a App, role: Role) -> Self {
        let new = NewKey { name: role.to_string(), scopes: role.scopes(), expires_at: None };
        let (_, token) = keys::create(&operator(app), new, None).await.expect("a key");
        Self { app, token: token.reveal() }
    }

    async fn send(&self, request: TestRequest) -> Reply {
        let bearer = format!("Bearer {}", self.token);
        send(self.app, request.insert_header(("authorization", bearer))).await
    }

    async fn get(&self, path: &str) -> Reply {
        self.send(TestRequest::get().uri(path)).await
    }

    /// Does something to an entry.
    async fn post(&self, path: &str, revision: u64, body: Value) -> Reply {
        let request = TestRequest::post().uri(path).insert_header(("if-match", format!("\"{revision}\"")));
        self.send(request.set_json(body)).await
    }

    async fn patch(&self, path: &str, revision: u64, body: Value) -> Reply {
        let request = TestRequest::patch().uri(path).insert_header(("if-match", format!("\"{revision}\"")));
        self.send(request.set_json(body)).await
    }

    /// Uploads a picture; the entry.
    async fn upload(&self, file: &[u8], data: Value) -> Value {
        let form = Form::of(file).with("data", data.to_string().as_bytes());
        let reply = self.send(form.post("/v1/images/upload")).await;
        assert_eq!(reply.status, 201, "{}", reply.text());
        reply.json()
    }
}

/// A form, as browsers send it.
struct Form {
    boundary: &'static str,
    body: Vec<u8>,
}

impl Form {
    fn empty() -> Self {
        Self { boundary: "7e0ad6", body: Vec::new() }
    }

    fn of(file: &[u8]) -> Self {
        Self::empty().part("name=\"file\"; filename=\"harbour.jpg\"", "image/jpeg", file)
    }

    fn with(self, name: &str, content: &[u8]) -> Self {
        self.part(&format!("name=\"{name}\""), "application/json", content)
    }

    fn part(mut self, disposition: &str, media_type: &str, content: &[u8]) -> Self {
        let head = format!(
            "--{}\r\nContent-Disposition: form-data; {disposition}\r\nContent-Type: {media_type}\r\n\r\n",
            self.boundary
        );
        self.body.extend(head.bytes());
        self.body.extend(content);
        self.body.extend(b"\r\n");
        self
    }

    fn post(mut self, path: &str) -> TestRequest {
        self.body.extend(format!("--{}--\r\n", self.boundary).bytes());
        let media_type = format!("multipart/form-data; boundary={}", self.boundary);
        TestRequest::post().uri(path).insert_header(("content-type", media_type)).set_payload(self.body)
    }
}

/// A picture whose left half is red and whose right half is blue.
fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let colour = |x| if x < width / 2 { Rgb([255, 0, 0]) } else { Rgb([0, 0, 255]) };
    let picture = DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, _| colour(x)));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).expect("it is written");
    bytes.into_inner()
}

/// A picture that no format makes small.
fn noise() -> Vec<u8> {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    let picture = RgbImage::from_fn(400, 400, |_, _| Rgb([next(), next(), next()]));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).expect("it is written");
    bytes.into_inner()
}

fn jpeg() -> Vec<u8> {
    picture(80, 40, ImageFormat::Jpeg)
}

fn decoded(reply: &Reply) -> DynamicImage {
    assert_eq!(reply.status, 200, "{}", reply.text());
    image::load_from_memory(&reply.body).expect("a picture")
}

/// The address of an entry at the REST door.
fn path_of(entry: &Value) -> String {
    format!("/v1/images/{}", entry["id"].as_str().expect("an id"))
}

/// The address of the picture of an entry, as the desk has it.
fn picture_of(entry: &Value) -> String {
    let file = &entry["revision"]["content"]["file"];
    let ending = if file["format"] == "jpeg" { "jpg" } else { file["format"].as_str().expect("a format") };
    format!(
        "/v1/media/{}/{}.{ending}",
        entry["id"].as_str().expect("an id"),
        file["digest"].as_str().expect("a digest")
    )
}

fn code(reply: &Reply) -> (u16, String) {
    (reply.status, reply.json()["code"].as_str().expect("a code").to_owned())
}

/// What is said of a picture.
fn said() -> Value {
    json!({ "alt": "The harbour at dawn", "caption": "Before the ferry", "credit": "J. Ekker", "licence": "CC-BY-4.0",
            "focalPoint": { "x": 1000, "y": 500 } })
}
