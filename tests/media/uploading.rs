//! Pictures that are sent along.

use actix_web::test::TestRequest;
use dateline::app::App;
use dateline::app::audit::{self, Filter};
use dateline::app::import::Mode;
use dateline::domain::access::Role;
use dateline::domain::{Id, Kind};
use image::ImageFormat;
use serde_json::json;

use super::{Client, Form, code, decoded, jpeg, path_of, picture, picture_of, said};
use crate::support::client::{get, get_json, graphql_data};
use crate::support::{on_both_databases, sample};

on_both_databases! { Nothing;
    async fn an_upload_is_a_draft_that_can_be_published(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let form = Form::of(&jpeg()).with("data", said().to_string().as_bytes());
        let reply = editor.send(form.post("/v1/images/upload?note=From%20the%20harbour")).await;
        assert_eq!((reply.status, reply.header("etag")), (201, Some("\"1.0\"")), "{}", reply.text());
        let entry = reply.json();
        let path = path_of(&entry);
        assert_eq!(reply.header("location"), Some(path.as_str()));
        assert_eq!((&entry["state"], &entry["revision"]["note"]), (&json!("draft"), &json!("From the harbour")));
        let content = &entry["revision"]["content"];
        assert_eq!((&content["width"], &content["height"], &content["alt"]), (&json!(80), &json!(40), &said()["alt"]));
        assert_eq!((&content["url"], &content["file"]["format"]), (&json!(null), &json!("jpeg")));
        assert_eq!(get(app, &path).await.status, 404, "a draft");
        assert_eq!(editor.post(&format!("{path}/publish"), 1, json!({})).await.status, 200);
        let public = get_json(app, &path).await;
        assert_eq!(public["url"], format!("http://api.example.org{}", picture_of(&entry)));
        assert_eq!((&public["width"], &public["credit"]), (&json!(80), &json!("J. Ekker")));
        let id = entry["id"].as_str().expect("an id");
        let data = graphql_data(app, &format!("{{ image(id: \"{id}\") {{ url width height focalPoint {{ x }} }} }}")).await;
        assert_eq!(data["image"], json!({ "url": public["url"], "width": 80, "height": 40, "focalPoint": { "x": 1000 } }));
        let found = audit::list(&crate::support::desk::operator(app), Filter::default(), 10).await;
        let (found, _) = found.expect("the audit");
        assert!(found.iter().any(|it| it.record.action == "upload" && it.record.done && it.record.after == Some(1)));
    }

    async fn an_image_gets_another_file_in_a_new_revision(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let entry = editor.upload(&jpeg(), said()).await;
        let path = format!("{}/file", path_of(&entry));
        let form = || Form::of(&picture(10, 10, ImageFormat::Png)).with("data", br#"{"caption":"After the ferry"}"#);
        assert_eq!(editor.send(form().post(&path)).await.status, 428);
        let stale = form().post(&path).insert_header(("if-match", "\"7\""));
        assert_eq!(editor.send(stale).await.status, 412);
        let reply = editor.send(form().post(&path).insert_header(("if-match", "\"1\""))).await;
        assert_eq!((reply.status, reply.header("etag")), (200, Some("\"2.0\"")), "{}", reply.text());
        let replaced = reply.json();
        let content = &replaced["revision"]["content"];
        assert_eq!((&content["width"], &content["file"]["format"]), (&json!(10), &json!("png")));
        assert_eq!((&content["alt"], &content["caption"]), (&said()["alt"], &json!("After the ferry")));
        assert_eq!(content.get("focalPoint"), None, "it was one of the other picture");
        for entry in [&entry, &replaced] {
            assert_eq!(get(app, &picture_of(entry)).await.status, 200, "each revision's picture is there");
        }
        // An old revision comes back with its picture.
        let restored = editor.post(&format!("{}/restore", path_of(&entry)), 2, json!({ "revision": 1 })).await.json();
        assert_eq!(restored["revision"]["content"]["file"], entry["revision"]["content"]["file"]);
    }

    async fn an_upload_that_comes_again_does_nothing(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let send = async |boundary: &'static str, file: &[u8]| {
            let form = Form { boundary, body: Vec::new() };
            let form = form.part("name=\"file\"", "image/jpeg", file).with("data", said().to_string().as_bytes());
            editor.send(form.post("/v1/images/upload").insert_header(("idempotency-key", "u1"))).await
        };
        let first = send("aaa", &jpeg()).await;
        let again = send("bbb", &jpeg()).await;
        assert_eq!((first.status, again.status, first.text()), (201, 201, again.text()), "whatever the boundary is");
        assert_eq!(code(&send("aaa", &picture(8, 8, ImageFormat::Png)).await), (422, "IDEMPOTENCY_KEY_REUSED".to_owned()));
        let drafts = editor.get("/v1/images?perspective=draft").await.json();
        assert_eq!(drafts["data"].as_array().map(Vec::len), Some(1));
    }

    /// Nobody can speak of a file that is not kept, nor say of one what it is not.
    async fn a_file_cannot_be_invented(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let entry = editor.upload(&jpeg(), said()).await;
        let content = entry["revision"]["content"].clone();
        let create = async |change: &dyn Fn(&mut serde_json::Value)| {
            let mut content = content.clone();
            change(&mut content);
            let reply = editor.send(TestRequest::post().uri("/v1/images").set_json(content)).await;
            let pointers: Vec<String> = reply.json()["errors"].as_array().into_iter().flatten()
                .map(|error| error["pointer"].as_str().expect("a pointer").to_owned()).collect();
            (reply.status, pointers.join(" "))
        };
        assert_eq!(create(&|_| ()).await, (201, String::new()), "one that is kept may be used again");
        let wrong = async |change: &dyn Fn(&mut serde_json::Value), pointer: &str| {
            assert_eq!(create(change).await, (422, pointer.to_owned()));
        };
        wrong(&|it| it["file"]["digest"] = json!("0".repeat(64)), "/file/digest").await;
        wrong(&|it| it["file"]["digest"] = json!("../../../etc/passwd"), "/file/digest").await;
        wrong(&|it| it["file"]["format"] = json!("gif"), "/file/format").await;
        wrong(&|it| it["file"]["format"] = json!("png"), "/file/format").await;
        wrong(&|it| { it["file"]["bytes"] = json!(1); it["width"] = json!(81); }, "/file/bytes /width").await;
        wrong(&|it| it["url"] = json!("https://example.org/x.jpg"), "/url").await;
        wrong(&|it| { it.as_object_mut().expect("an object").remove("file"); }, "/url").await;
        let path = path_of(&entry);
        assert_eq!(editor.patch(&path, 1, json!({ "height": 1 })).await.status, 422);
        assert_eq!(editor.patch(&path, 1, json!({ "alt": "The harbour" })).await.status, 200);
        // Elsewhere is a place, too.
        let elsewhere = json!({ "url": "https://example.org/x.jpg", "file": null, "width": null, "height": null });
        assert_eq!(editor.patch(&path, 2, elsewhere).await.status, 200);
    }

    async fn an_import_may_speak_of_files_that_are_kept_and_of_no_others(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let content = editor.upload(&jpeg(), said()).await["revision"]["content"].clone();
        let mut invented = content.clone();
        invented["file"]["digest"] = json!("0".repeat(64));
        let line = |key: &str, content: &serde_json::Value| {
            json!({ "kind": "image", "key": key, "revisions": [{ "public": { "from": "2026-05-01T08:00:00Z" }, "content": content }] })
        };
        let lines = format!("{}\n{}\n", line("kept", &content), line("invented", &invented));
        let report = sample::import(app, &lines, Mode::Write);
        assert_eq!((report.read, report.failed, report.total().created), (2, 1, 1));
        let id = Id::of_key(Kind::Image, "kept");
        let url = get_json(app, &format!("/v1/images/{id}")).await["url"].as_str().expect("an address").to_owned();
        assert_eq!(get(app, url.strip_prefix("http://api.example.org").expect("here")).await.status, 200);
    }

    /// In a body, in a feed and in what is read back, a stored picture stands under its address here.
    async fn texts_show_a_stored_picture_and_know_it_again(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let entry = editor.upload(&jpeg(), said()).await;
        editor.post(&format!("{}/publish", path_of(&entry)), 1, json!({})).await;
        let url = format!("http://api.example.org{}", picture_of(&entry));
        let article = json!({ "locale": "en", "slug": "ferry", "title": "Ferry", "leadImage": entry["id"],
                              "body": { "markdown": format!("One.\n\n![x]({url}?w=20)\n\nTwo.") } });
        let made = editor.send(TestRequest::post().uri("/v1/articles").set_json(article)).await;
        assert_eq!(made.status, 201, "{}", made.text());
        let path = made.header("location").expect("its address").to_owned();
        editor.post(&format!("{path}/publish"), 1, json!({})).await;
        let shown = get_json(app, &format!("{path}?body=html,markdown")).await;
        let html = shown["body"]["html"].as_str().expect("HTML");
        assert!(html.contains(&format!("<img src=\"{url}\" alt=\"The harbour at dawn\" width=\"80\" height=\"40\">")), "{html}");
        assert!(shown["body"]["markdown"].as_str().expect("Markdown").contains(&url));
        let feed = get(app, "/feeds/all.json").await.text();
        assert!(feed.contains(&url), "{feed}");
    }

    async fn what_is_private_is_not_kept(app: &App) {
        use img_parts::{Bytes, ImageEXIF as _};
        let editor = Client::of(app, Role::Editor).await;
        let mut jpeg = img_parts::jpeg::Jpeg::from_bytes(jpeg().into()).expect("a JPEG");
        jpeg.set_exif(Some(Bytes::from_static(b"MM\0\x2a\0\0\0\x08\0\0\0\0\0\0 50.4501N 30.5234E")));
        let sent = jpeg.encoder().bytes();
        let entry = editor.upload(&sent, json!({})).await;
        let reply = get(app, &picture_of(&entry)).await;
        assert_eq!((decoded(&reply).width(), reply.text().contains("50.4501N")), (80, false));
        assert!(String::from_utf8_lossy(&sent).contains("50.4501N"));
        assert_eq!(entry["revision"]["content"]["alt"], "");
    }
}
