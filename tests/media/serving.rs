//! Pictures that are given out, and their variants.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use dateline::app::{Access, App, Clock, Ids};
use dateline::domain::access::Role;
use image::ImageFormat;
use serde_json::json;

use super::{Client, Form, code, decoded, jpeg, noise, path_of, picture, picture_of, said};
use crate::support::client::{get, send};
use crate::support::on_both_databases;

const FOREVER: &str = "public, max-age=31536000, immutable";

on_both_databases! { Nothing;
    async fn a_picture_is_served_for_ever_and_as_nothing_else(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let entry = editor.upload(&jpeg(), said()).await;
        let path = picture_of(&entry);
        assert_eq!(get(app, &path).await.header("cache-control"), Some("private, no-store"), "a draft is in no cache");
        editor.post(&format!("{}/publish", path_of(&entry)), 1, json!({})).await;
        let reply = get(app, &path).await;
        assert_eq!(decoded(&reply).width(), 80);
        for (name, value) in [
            ("content-type", "image/jpeg"),
            ("cache-control", FOREVER),
            ("x-content-type-options", "nosniff"),
            ("content-security-policy", "default-src 'none'; sandbox"),
            ("content-disposition", "inline"),
        ] {
            assert_eq!(reply.header(name), Some(value));
        }
        let etag = reply.header("etag").expect("an ETag").to_owned();
        let again = send(app, TestRequest::get().uri(&path).insert_header(("if-none-match", etag.clone()))).await;
        assert_eq!((again.status, again.body.len(), again.header("cache-control")), (304, 0, Some(FOREVER)));
        let head = send(app, TestRequest::default().method(Method::HEAD).uri(&path)).await;
        assert_eq!((head.status, head.header("etag")), (200, Some(etag.as_str())));
        let small = get(app, &format!("{path}?w=40")).await;
        assert_ne!(small.header("etag"), Some(etag.as_str()));
    }

    async fn variants_are_as_they_were_asked_for(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = picture_of(&editor.upload(&picture(80, 40, ImageFormat::Png), said()).await);
        for (query, size, media_type) in [
            ("w=40", (40, 20), "image/png"),
            ("h=10", (20, 10), "image/png"),
            ("w=40&h=10", (20, 10), "image/png"),
            ("w=40&h=40&fit=cover&format=jpeg", (40, 40), "image/jpeg"),
            ("w=4000", (80, 40), "image/png"),
            ("w=400&h=400&fit=cover", (40, 40), "image/png"),
            ("format=webp", (80, 40), "image/webp"),
            ("format=webp&q=1&w=1", (1, 1), "image/webp"),
        ] {
            let reply = get(app, &format!("{path}?{query}")).await;
            let picture = decoded(&reply);
            assert_eq!(((picture.width(), picture.height()), reply.header("content-type")), (size, Some(media_type)), "{query}");
        }
    }

    /// The focal point may move, and what depends on it is asked for again; what names a point never changes.
    async fn a_cut_follows_the_focal_point(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let entry = editor.upload(&picture(80, 40, ImageFormat::Png), said()).await;
        let cut = format!("{}?w=10&h=10&fit=cover", picture_of(&entry));
        let colour = async |path: &str| decoded(&get(app, path).await).into_rgb8().get_pixel(5, 5).0;
        let (red, blue) = ([255, 0, 0], [0, 0, 255]);
        assert_eq!(colour(&cut).await, blue, "the focal point is at the right");
        assert_eq!(colour(&format!("{cut}&focus=0,500")).await, red);
        let path = path_of(&entry);
        editor.post(&format!("{path}/publish"), 1, json!({})).await;
        let (loose, fast) = (get(app, &cut).await, get(app, &format!("{cut}&focus=0,500")).await);
        assert_eq!((loose.header("cache-control"), fast.header("cache-control")), (Some("public, no-cache"), Some(FOREVER)));
        editor.patch(&path, 1, json!({ "focalPoint": { "x": 0, "y": 0 } })).await;
        assert_eq!(colour(&cut).await, blue, "what is public decides");
        editor.post(&format!("{path}/publish"), 2, json!({})).await;
        assert_eq!(colour(&cut).await, red);
        assert_ne!(get(app, &cut).await.header("etag"), loose.header("etag"));
    }

    async fn what_was_interrupted_goes_on(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let noise = noise();
        assert!(noise.len() > 300_000, "it is given out in pieces");
        let path = picture_of(&editor.upload(&noise, said()).await);
        let whole = get(app, &path).await;
        let (length, etag) = (whole.body.len(), whole.header("etag").expect("an ETag").to_owned());
        assert_eq!((whole.status, whole.header("accept-ranges"), decoded(&whole).width()), (200, Some("bytes"), 400));
        let part = async |range: &str, of: &str| {
            send(app, TestRequest::get().uri(&path).insert_header(("range", range)).insert_header(("if-range", of))).await
        };
        let rest = part("bytes=1000-", &etag).await;
        let place = format!("bytes 1000-{}/{length}", length - 1);
        assert_eq!((rest.status, rest.header("content-range"), rest.header("etag")), (206, Some(&*place), Some(&*etag)));
        assert_eq!(rest.body, whole.body[1000..]);
        let other = part("bytes=1000-", "\"another\"").await;
        assert_eq!((other.status, other.body == whole.body), (200, true), "parts of two pictures are none");
        let variant = get(app, &format!("{path}?w=390")).await;
        assert!(variant.body.len() > 300_000, "it is spooled");
        assert_eq!(decoded(&variant).width(), 390);
        let last = send(app, TestRequest::get().uri(&format!("{path}?w=390")).insert_header(("range", "bytes=-5"))).await;
        assert_eq!((last.status, last.body), (206, variant.body[variant.body.len() - 5..].into()));
    }

    async fn wrong_parameters_say_what_would_be_right(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let path = picture_of(&editor.upload(&jpeg(), said()).await);
        for (query, expected, told) in [
            ("width=40", "UNKNOWN_PARAMETER", "w"),
            ("w=0", "INVALID_PARAMETER", "from 1 on"),
            ("w=4097", "INVALID_PARAMETER", "1 to 4096"),
            ("h=-1", "INVALID_PARAMETER", "from 1 on"),
            ("h=99999999999", "INVALID_PARAMETER", "from 1 on"),
            ("w=40&w=50", "INVALID_PARAMETER", "more than once"),
            ("fit=stretch", "INVALID_PARAMETER", "cover"),
            ("format=gif", "INVALID_PARAMETER", "webp"),
            ("q=101", "INVALID_PARAMETER", "1 to 100"),
            ("focus=500", "INVALID_PARAMETER", "500,333"),
            ("focus=1001,0", "INVALID_PARAMETER", "500,333"),
        ] {
            let reply = get(app, &format!("{path}?{query}")).await;
            assert_eq!(code(&reply), (400, expected.to_owned()), "{query}");
            assert!(reply.json()["detail"].as_str().expect("a detail").contains(told), "{query}: {}", reply.text());
        }
    }

    async fn only_what_an_image_has_is_there(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let entry = editor.upload(&jpeg(), said()).await;
        let other = editor.upload(&picture(8, 8, ImageFormat::Png), said()).await;
        let path = picture_of(&entry);
        let (id, other_id) = (entry["id"].as_str().expect("an id"), other["id"].as_str().expect("an id"));
        for wrong in [
            path.replace(id, other_id),
            path.replace(".jpg", ".png"),
            path.replace(".jpg", ".jpeg"),
            path.replace(".jpg", ""),
            path.replace(".jpg", ".jpg.jpg"),
            path.to_uppercase().replace("/V1/MEDIA/", "/v1/media/"),
            format!("/v1/media/{id}/..%2F..%2F..%2Fetc%2Fpasswd"),
            format!("/v1/media/{id}/%2e%2e"),
            format!("/v1/media/{id}/{}.jpg", "0".repeat(64)),
        ] {
            assert_eq!(get(app, &wrong).await.status, 404, "{wrong}");
        }
    }

    async fn what_was_taken_down_is_served_no_more(app: &App) {
        let admin = Client::of(app, Role::Admin).await;
        let (entry, draft) = (admin.upload(&jpeg(), said()).await, admin.upload(&jpeg(), said()).await);
        let path = path_of(&entry);
        admin.post(&format!("{path}/publish"), 1, json!({})).await;
        let clock = Clock::standing_at("2026-11-24T13:00:00Z".parse().expect("a moment"));
        let later = App::new(app.store().clone(), clock, Ids::Random, app.site().clone());
        let later = later.with_media(app.media().clone());
        let admin = Client { app: &later, token: admin.token.clone() };
        admin.post(&format!("{path}/withdraw"), 1, json!({ "note": "A mistake." })).await;
        assert_eq!(get(&later, &path).await.status, 410);
        assert_eq!(get(&later, &picture_of(&entry)).await.status, 200, "copies of the article may still show it");
        assert_eq!(get(&later, &picture_of(&entry)).await.header("cache-control"), Some("private, no-store"));
        for entry in [&entry, &draft] {
            let killed = admin.post(&format!("{}/kill", path_of(entry)), 1, json!({ "note": "Court." })).await;
            assert_eq!(killed.status, 200, "{}", killed.text());
        }
        assert_eq!(code(&get(&later, &picture_of(&entry)).await), (451, "KILLED".to_owned()));
        assert_eq!(get(&later, &format!("{}?w=10", picture_of(&entry))).await.status, 451);
        assert_eq!(get(&later, &picture_of(&draft)).await.status, 404, "nobody is told that there was something");
        let again = admin.send(Form::of(&jpeg()).with("data", b"{}").post("/v1/images/upload")).await;
        assert_eq!(code(&again), (451, "KILLED".to_owned()), "it does not come back");
    }

    async fn a_closed_newsroom_shows_pictures_to_those_who_may_read(app: &App) {
        let reader = Client::of(app, Role::Reader).await;
        let path = picture_of(&Client::of(app, Role::Editor).await.upload(&jpeg(), said()).await);
        let closed = app.clone().with_access(Access { public_reading: false });
        assert_eq!(get(&closed, &path).await.status, 401);
        let reply = Client { app: &closed, token: reader.token.clone() }.get(&path).await;
        assert_eq!((reply.status, reply.header("cache-control")), (200, Some("private, no-store")));
    }
}
