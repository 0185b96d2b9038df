//! Making entries and saving revisions.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use dateline::app::App;
use dateline::domain::access::Role;
use serde_json::{Value, json};

use super::{Client, article, at, pointers};
use crate::support::client::{get, get_json};
use crate::support::on_both_databases;

on_both_databases! { SampleNewsroom;
    async fn a_draft_is_made_saved_and_published(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = editor.create("articles", article("tide")).await;
        assert_eq!(get(app, &path).await.status, 404);
        assert_eq!(get(app, "/v1/articles/en/tide").await.status, 404);
        let saved = editor.patch(&path, 1, json!({ "title": "The tide", "lead": "It came." })).await;
        assert_eq!((saved.status, saved.header("etag")), (200, Some("\"2.0\"")), "{}", saved.text());
        let content = &saved.json()["revision"]["content"];
        assert_eq!((&content["title"], &content["lead"]), (&json!("The tide"), &json!("It came.")));
        assert_eq!(content["body"].as_array().expect("blocks").len(), 2, "what is not named stays");
        let cleared = editor.patch(&path, 2, json!({ "lead": null })).await.json();
        assert_eq!(cleared["revision"]["content"].get("lead"), None);
        let public = editor.act(&format!("{path}/publish"), 3, json!({})).await;
        assert_eq!((public["state"].as_str(), public["timeline"][0]["revision"].as_u64()), (Some("public"), Some(3)));
        assert_eq!(get(app, "/v1/articles/en/tide").await.json()["title"], "The tide");
    }

    /// Editors write slugs, not ids.
    async fn relations_are_named_by_slug_or_by_id(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let tag = editor.get("/v1/tags/strait-of-tarn").await.json()["id"].clone();
        let mut document = article("linked");
        document["tags"] = json!(["strait-of-tarn"]);
        document["section"] = json!("world");
        document["bylines"] = json!([{ "author": "olena-marsh" }]);
        document["body"] = json!({ "markdown": "See [the tunnel](https://meridian.example.org/en/harbour-tunnel-opens)." });
        let path = editor.create("articles", document).await;
        let content = editor.get(&format!("{path}/working-copy")).await.json()["revision"]["content"].clone();
        assert_eq!(content["tags"], json!([tag]));
        assert_eq!(content["body"][0]["markDefs"][0]["_type"], "internalLink");
        let dead = editor.create("tags", json!({ "slug": "dead", "name": { "en": "Dead" } })).await;
        Client::of(app, Role::Admin).await.act(&format!("{dead}/kill"), 1, json!({ "note": "x" })).await;
        for reference in ["dead", "zz/strait-of-tarn", dead.rsplit('/').next().expect("an id")] {
            let reply = editor.patch(&path, 1, json!({ "tags": [reference] })).await;
            assert_eq!((reply.status, pointers(&reply)), (422, vec!["/tags/0".to_owned()]), "{reference}");
        }
        let same = editor.patch(&path, 1, json!({ "tags": [tag] })).await;
        assert_eq!(same.status, 200, "{}", same.text());
    }

    async fn everything_wrong_is_said_at_once(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let wrong = json!({
            "locale": "english!", "slug": "No Slug", "kind": "rumour", "title": "T", "section": "nowhere",
            "tags": ["strait-of-tarn", "nothing"], "bylines": [{ "role": "boss" }],
            "body": [{ "_type": "block", "_key": "a", "style": "h9", "children": [] }, { "_type": "factBox", "_key": "b", "ref": "none" }]
        });
        let reply = editor.write(Method::POST, "/v1/articles", None, &wrong).await;
        assert_eq!(reply.status, 422, "{}", reply.text());
        let expected = ["/locale", "/slug", "/kind", "/section", "/tags/1", "/bylines/0/role", "/body/0/style", "/body/1/ref"];
        let mut told = pointers(&reply);
        told.sort();
        let mut expected = expected.map(str::to_owned).to_vec();
        expected.sort();
        assert_eq!(told, expected);
        let rules = json!({ "locale": "en", "slug": "empty", "title": " ", "lead": "\u{1}", "canonicalUrl": "javascript:x" });
        let reply = editor.write(Method::POST, "/v1/articles", None, &rules).await;
        assert_eq!((reply.status, pointers(&reply)), (422, vec!["/title".to_owned(), "/lead".to_owned(), "/canonicalUrl".to_owned()]));
        let misspelt = editor.write(Method::POST, "/v1/articles", None, &json!({ "locale": "en", "headline": "X" })).await;
        // What else is wrong is said too: the title is missing, and so is the slug.
        let expected = ["/headline", "/slug", "/title"].map(str::to_owned).to_vec();
        let mut told = pointers(&misspelt);
        told.sort();
        assert_eq!((misspelt.status, told), (422, expected), "{}", misspelt.text());
        let shapeless = json!({
            "locale": "en", "slug": 7, "title": ["T"], "tags": "all", "kind": "rumour", "bylines": [{ "author": 1 }, 2],
            "body": [{ "_type": "block", "_key": 1, "children": [] }, 3],
        });
        let reply = editor.write(Method::POST, "/v1/articles", None, &shapeless).await;
        let mut told = pointers(&reply);
        told.sort();
        let expected = ["/body/0/_key", "/body/1", "/bylines/0/author", "/bylines/1", "/kind", "/slug", "/tags", "/title"];
        assert_eq!((reply.status, told), (422, expected.map(str::to_owned).to_vec()), "{}", reply.text());
        assert!(reply.text().contains("integer `2`, expected an object"), "our names are not the client's: {}", reply.text());
    }

    async fn what_is_no_json_or_too_large_is_refused(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let send = async |media_type: &str, body: Vec<u8>| {
            let request = TestRequest::post().uri("/v1/articles").insert_header(("content-type", media_type.to_owned()));
            editor.send(request.set_payload(body)).await
        };
        assert_eq!(send("text/plain", b"{}".to_vec()).await.status, 415);
        assert_eq!(send("application/json", b"{".to_vec()).await.status, 400);
        assert_eq!(send("application/json", b"[]".to_vec()).await.status, 422);
        assert_eq!(send("application/json", b"\xff".to_vec()).await.status, 400);
        let nested = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(send("application/json", nested.into_bytes()).await.status, 400);
        let large = send("application/json", vec![b' '; 5 * 1024 * 1024]).await;
        assert_eq!((large.status, large.json()["code"].as_str()), (413, Some("TOO_LARGE")), "{}", large.text());
    }

    /// Nobody overwrites what they have not read.
    async fn a_change_names_the_revision_it_is_made_to(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = editor.create("articles", article("lost")).await;
        let none = editor.write(Method::PATCH, &path, None, &json!({ "title": "A" })).await;
        assert_eq!((none.status, none.json()["code"].as_str()), (428, Some("PRECONDITION_REQUIRED")));
        assert_eq!(editor.patch(&path, 1, json!({ "title": "First" })).await.status, 200);
        let late = editor.patch(&path, 1, json!({ "title": "Second" })).await;
        assert_eq!((late.status, pointers(&late)), (412, vec!["/title".to_owned()]), "{}", late.text());
        assert!(late.text().contains("in revision 2"), "{}", late.text());
        assert_eq!(editor.post(&format!("{path}/publish"), 1, json!({})).await.status, 412);
        for (field, status) in [("*", 428), ("7", 400), ("W/\"2\"", 400), ("\"x\"", 400), ("\"01.0\"", 400), ("\"1.+0\"", 400)] {
            let request = TestRequest::patch().uri(&path).insert_header(("if-match", field)).set_json(json!({}));
            assert_eq!(editor.send(request).await.status, status, "{field}");
        }
    }

    /// Whoever withdraws is not overruled by whoever has not seen it; writing goes on.
    async fn a_decision_is_made_to_the_latest_one(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = editor.create("articles", article("overruled")).await;
        let seen = editor.get(&format!("{path}/working-copy")).await;
        let version = seen.header("etag").expect("an ETag").to_owned();
        assert_eq!(version, format!("\"{}\"", seen.json()["version"].as_str().expect("a version")));
        let with = |method: Method, path: &str, body: Value| {
            TestRequest::default().method(method).uri(path).insert_header(("if-match", version.clone())).set_json(body)
        };
        let publish = format!("{path}/publish");
        assert_eq!(editor.send(with(Method::POST, &publish, json!({}))).await.status, 200);
        editor.act(&format!("{path}/withdraw"), 1, json!({ "note": "The family asked." })).await;
        let stale = editor.send(with(Method::POST, &publish, json!({}))).await;
        assert_eq!((stale.status, stale.json()["code"].as_str()), (412, Some("PRECONDITION_FAILED")));
        assert!(stale.text().contains("decided withdraw"), "{}", stale.text());
        assert!(stale.text().contains("The family asked."), "{}", stale.text());
        assert_eq!(editor.send(with(Method::PATCH, &path, json!({ "lead": "On." }))).await.status, 200);
        for (version, status) in [("2.x", 400), (&*version.replace('"', ""), 412)] {
            let write = json!({ "action": "publish", "type": "article", "id": path.rsplit('/').next(), "expectedVersion": version });
            let reply = editor.write(Method::POST, "/v1/batch", None, &json!({ "writes": [write] })).await;
            assert_eq!(reply.status, status, "{}", reply.text());
        }
    }

    async fn a_slug_belongs_to_one_entry_and_the_former_one_redirects(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = editor.publish("name").await;
        let other = editor.write(Method::POST, "/v1/articles", None, &article("name")).await;
        assert_eq!((other.status, pointers(&other)), (409, vec!["/slug".to_owned()]));
        editor.patch(&path, 1, json!({ "slug": "new-name" })).await;
        let later = at(app, "2026-11-24T13:00:00Z");
        Client { app: &later, token: editor.token.clone() }.act(&format!("{path}/publish"), 2, json!({})).await;
        let moved = get(&later, "/v1/articles/en/name").await;
        assert_eq!((moved.status, moved.header("location")), (301, Some("/v1/articles/en/new-name")));
    }

    /// No index has room for all of it, and images are listed by it.
    async fn an_image_may_have_a_very_long_description(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let mut state = 7_u32;
        let letter = |_| {
            state = state.wrapping_mul(1_103_515_245).wrapping_add(12_345);
            char::from_u32(0x430 + (state >> 16) % 32).expect("a letter")
        };
        let alt: String = (0..5_000).map(letter).collect();
        let path = editor.create("images", json!({ "url": "https://images.example.org/long.jpg", "alt": alt })).await;
        editor.act(&format!("{path}/publish"), 1, json!({})).await;
        let list = get_json(app, "/v1/images?sort=-title&first=1").await;
        assert_eq!(list["data"][0]["alt"], alt);
        let next = list["page"]["next"].as_str().expect("a cursor");
        let rest = get_json(app, &format!("/v1/images?sort=-title&first=100&after={next}")).await;
        assert!(rest["data"].as_array().expect("a list").iter().all(|image| image["alt"] != alt));
    }

    /// A picture in a text is an entry, or it is an error: never silence.
    async fn a_picture_that_is_no_entry_is_an_error(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let picture = editor.create("images", json!({ "url": "https://images.example.org/a.jpg", "alt": "A" })).await;
        let id = picture.rsplit('/').next().expect("an id");
        let mut document = article("picture");
        document["body"] = json!({ "markdown": format!("![x]({id})") });
        let path = editor.create("articles", document.clone()).await;
        let content = editor.get(&format!("{path}/working-copy")).await.json()["revision"]["content"].clone();
        assert_eq!((&content["body"][0]["_type"], &content["body"][0]["ref"]), (&json!("image"), &json!(id)));
        document["body"] = json!({ "html": "<p>x</p><img src=\"https://elsewhere.example/b.jpg\">" });
        let reply = editor.write(Method::POST, "/v1/articles", None, &document).await;
        assert_eq!((reply.status, pointers(&reply)), (422, vec!["/body".to_owned()]), "{}", reply.text());
    }

    /// Scripts in any field of any format come out as text, or not at all.
    async fn scripts_come_out_inert(app: &App) {
        const SCRIPT: &str = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        let editor = Client::of(app, Role::Editor).await;
        for (index, body) in [
            json!({ "markdown": SCRIPT }),
            json!({ "html": format!("<p onclick=\"alert(3)\">{SCRIPT}</p><a href=\"javascript:alert(4)\">x</a>") }),
            json!([{ "_type": "block", "_key": "a", "children": [{ "text": SCRIPT }] }]),
        ].into_iter().enumerate() {
            let mut document = article(&format!("script-{index}"));
            document["title"] = json!(SCRIPT);
            document["lead"] = json!(SCRIPT);
            document["body"] = body;
            let reply = editor.write(Method::POST, "/v1/articles", None, &document).await;
            if reply.status == 422 {
                continue;
            }
            let path = reply.header("location").expect("its address").to_owned();
            editor.act(&format!("{path}/publish"), 1, json!({})).await;
            let html = get(app, &format!("{path}?body=html")).await.json()["body"]["html"].as_str().expect("HTML").to_owned();
            assert!(!html.contains("<script") && !html.contains("<img") && !html.contains(" onclick") && !html.contains("href=\"javascript"), "{html}");
            let feed = get(app, "/feeds/all.atom").await.text();
            assert!(!feed.contains("<script"), "{feed}");
        }
    }

    async fn several_writes_are_all_done_or_none(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let id = "01a20d7e-9924-77c2-ab65-3914a2ee0ca2";
        let create = json!({ "action": "create", "type": "article", "id": id, "content": article("batch"), "note": "new" });
        let publish = json!({ "action": "publish", "type": "article", "id": id, "expectedRevision": 1 });
        let bad = json!({ "action": "create", "type": "tag", "content": { "slug": "x y", "name": {} } });
        let reply = editor.write(Method::POST, "/v1/batch", None, &json!({ "writes": [create, publish, bad] })).await;
        assert_eq!((reply.status, pointers(&reply)[0].as_str()), (422, "/writes/2/slug"), "{}", reply.text());
        assert_eq!(get(app, &format!("/v1/articles/{id}")).await.status, 404);
        let reply = editor.write(Method::POST, "/v1/batch", None, &json!({ "writes": [create, publish] })).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
        let states: Vec<_> = reply.json()["data"].as_array().expect("entries").iter().map(|entry| entry["state"].clone()).collect();
        assert_eq!(states, ["public", "public"]);
        assert_eq!(get(app, "/v1/articles/en/batch").await.status, 200);
        for (writes, pointer) in [
            (json!([{ "action": "fly", "type": "article" }]), "/writes/0"),
            (json!([{ "action": "submit", "type": "planet" }]), "/writes/0/type"),
            (json!([{ "action": "save", "type": "article", "id": id, "expectedRevision": 9, "patch": {} }]), ""),
        ] {
            let reply = editor.write(Method::POST, "/v1/batch", None, &json!({ "writes": writes })).await;
            assert!((400..500).contains(&reply.status), "{}", reply.text());
            assert!(pointer.is_empty() || pointers(&reply) == [pointer], "{}", reply.text());
        }
        let alone = editor.write(Method::POST, "/v1/batch", None, &json!({ "writes": [{ "action": "create", "type": "tag", "content": { "slug": "t" } }] })).await;
        assert_eq!((alone.status, pointers(&alone)), (422, vec!["/writes/0/name".to_owned()]), "{}", alone.text());
        let many: Vec<_> = (0..101).map(|_| publish.clone()).collect();
        assert_eq!(editor.write(Method::POST, "/v1/batch", None, &json!({ "writes": many })).await.status, 413);
    }
}
