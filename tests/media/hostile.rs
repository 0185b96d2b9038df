//! Uploads that mean no good.

use actix_web::test::TestRequest;
use dateline::app::App;
use dateline::domain::access::Role;
use image::ImageFormat;
use serde_json::json;

use super::{Client, Form, code, decoded, jpeg, picture, picture_of};
use crate::support::client::{get, send};
use crate::support::database::{Backend, Contents};
use crate::support::folder;
use crate::support::{on_both_databases, run_on};

const UPLOAD: &str = "/v1/images/upload";

on_both_databases! { Nothing;
    /// What a file is called, and declared to be, counts for nothing.
    async fn a_name_leads_nowhere(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        for name in ["../../../../tmp/evil.php", "..\\\\evil", "/etc/passwd", "a\0b", "%2e%2e%2fx", "x.html"] {
            let disposition = format!("name=\"file\"; filename=\"{name}\"");
            let form = Form::empty().part(&disposition, "text/html", &picture(8, 8, ImageFormat::Png));
            let reply = editor.send(form.post(UPLOAD)).await;
            if name.contains('\0') {
                assert_eq!(reply.status, 400, "{name}");
                continue;
            }
            assert_eq!(reply.status, 201, "{name}: {}", reply.text());
            let served = get(app, &picture_of(&reply.json())).await;
            assert_eq!(served.header("content-type"), Some("image/png"));
        }
        let media = folder::of_this_run().join("media");
        for folder in std::fs::read_dir(&media).expect("the folder") {
            let folder = folder.expect("an entry").path();
            for file in std::fs::read_dir(&folder).expect("a folder") {
                let name = file.expect("a file").file_name().into_string().expect("text");
                let hidden = name.starts_with(".tmp");
                assert!(hidden || name.len() == 68 || name.len() == 69, "{name}");
            }
        }
    }
}

#[test]
fn what_is_not_a_form_with_one_picture_is_refused() {
    run_on(Backend::Sqlite, Contents::Nothing, async |app| {
        let editor = Client::of(&app, Role::Editor).await;
        let refused = async |form: Form, status: u16, expected: &str| {
            let reply = editor.send(form.post(UPLOAD)).await;
            assert_eq!(code(&reply), (status, expected.to_owned()), "{}", reply.text());
        };
        refused(Form::empty(), 400, "MALFORMED_REQUEST").await;
        refused(Form::empty().with("data", b"{}"), 400, "MALFORMED_REQUEST").await;
        refused(Form::of(&jpeg()).with("file", &jpeg()), 400, "MALFORMED_REQUEST").await;
        refused(Form::of(&jpeg()).with("extra", b"1"), 400, "MALFORMED_REQUEST").await;
        refused(Form::of(&jpeg()).with("data", b"{"), 400, "MALFORMED_REQUEST").await;
        refused(Form::of(&jpeg()).with("data", b"[]"), 400, "MALFORMED_REQUEST").await;
        refused(Form::of(&jpeg()).with("data", &vec![b' '; 70_000]), 413, "TOO_LARGE").await;
        refused(Form::of(&jpeg()).with("data", br#"{"width":1}"#), 422, "VALIDATION_FAILED").await;
        refused(Form::of(&jpeg()).with("data", br#"{"atl":""}"#), 422, "VALIDATION_FAILED").await;
        refused(Form::of(&vec![0xff; 1_000_001]), 413, "TOO_LARGE").await;
        refused(Form::of(&jpeg()[..300]), 422, "VALIDATION_FAILED").await;
        refused(Form::of(b"<svg onload=\"alert(1)\"/>"), 415, "UNSUPPORTED_MEDIA_TYPE").await;
        let json = editor.send(TestRequest::post().uri(UPLOAD).set_json(json!({}))).await;
        assert_eq!(code(&json), (415, "UNSUPPORTED_MEDIA_TYPE".to_owned()));
        let mut cut = Form::of(&jpeg());
        cut.body.truncate(400);
        let media_type = ("content-type", "multipart/form-data; boundary=7e0ad6");
        let cut = TestRequest::post().uri(UPLOAD).insert_header(media_type).set_payload(cut.body);
        assert_eq!(editor.send(cut).await.status, 400);
    });
}

/// Before it is known who sends, nothing of a body is read.
#[test]
fn whoever_may_not_write_is_not_listened_to() {
    run_on(Backend::Sqlite, Contents::Nothing, async |app| {
        let huge = || Form::of(&vec![0; 3_000_000]).post(UPLOAD);
        assert_eq!(send(&app, huge()).await.status, 401);
        assert_eq!(Client::of(&app, Role::Reader).await.send(huge()).await.status, 403);
        let fetch =
            TestRequest::post().uri("/v1/images/fetch").set_json(json!({ "url": "http://example.org/" }));
        assert_eq!(Client::of(&app, Role::Previewer).await.send(fetch).await.status, 403);
    });
}

/// A picture that is also a page: what is served is the picture alone.
#[test]
fn a_polyglot_is_served_as_the_picture_that_it_is() {
    run_on(Backend::Sqlite, Contents::Nothing, async |app| {
        let editor = Client::of(&app, Role::Editor).await;
        let page = b"<html><script>alert(document.domain)</script></html>";
        let mut file = picture(8, 8, ImageFormat::Png);
        file.extend(page);
        let served = get(&app, &picture_of(&editor.upload(&file, json!({})).await)).await;
        assert_eq!((decoded(&served).width(), served.text().contains("script")), (8, false));
        let mut front = page.to_vec();
        front.extend(picture(8, 8, ImageFormat::Png));
        let reply = editor.send(Form::of(&front).post(UPLOAD)).await;
        assert_eq!(reply.status, 415, "it must begin as a picture");
    });
}

#[test]
fn a_bomb_is_refused_by_what_it_claims() {
    run_on(Backend::Sqlite, Contents::Nothing, async |app| {
        let editor = Client::of(&app, Role::Editor).await;
        let mut bomb = picture(8, 8, ImageFormat::Png);
        bomb[16..24].copy_from_slice(&[50_000_u32.to_be_bytes(), 50_000_u32.to_be_bytes()].concat());
        // With the checksum that such a header has.
        let crc = bomb[12..29].iter().fold(u32::MAX, |crc, byte| {
            (0..8)
                .fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
        });
        bomb[29..33].copy_from_slice(&(!crc).to_be_bytes());
        let reply = editor.send(Form::of(&bomb).post(UPLOAD)).await;
        assert_eq!(code(&reply), (422, "VALIDATION_FAILED".to_owned()));
        assert!(reply.text().contains("50000 × 50000"), "{}", reply.text());
        assert_eq!(reply.json()["errors"][0]["pointer"], "/file");
    });
}
