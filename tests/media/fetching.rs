//! Pictures that are fetched, and where nothing is fetched from.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;

use actix_web::test::TestRequest;
use dateline::app::App;
use dateline::domain::access::Role;
use dateline::outgoing::Reach;
use serde_json::{Value, json};

use super::{Client, code, decoded, jpeg, picture_of, said};
use crate::support::client::{Reply, get};
use crate::support::database;
use crate::support::on_both_databases;

/// A server that answers so many requests, all alike.
fn serve(times: usize, head: &'static str, body: Vec<u8>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    std::thread::spawn(move || {
        for _ in 0..times {
            let (mut stream, _) = listener.accept().expect("a request");
            let _ = stream.read(&mut [0; 4096]);
            let _ = write!(stream, "HTTP/1.1 {head}\r\nContent-Length: {}\r\n\r\n", body.len());
            let _ = stream.write_all(&body);
        }
    });
    format!("http://{address}/harbour.gif")
}

/// The same newsroom, which may fetch from this machine.
fn near(app: &App) -> App {
    app.clone().with_media(database::media(Reach::Anywhere))
}

async fn fetch(client: &Client<'_>, url: &str, key: &str) -> Reply {
    let mut body = said();
    body["url"] = json!(url);
    let request = TestRequest::post().uri("/v1/images/fetch").insert_header(("idempotency-key", key));
    client.send(request.set_json(body)).await
}

on_both_databases! { Nothing;
    async fn a_picture_is_fetched_once(app: &App) {
        let app = near(app);
        let editor = Client::of(&app, Role::Editor).await;
        let url = serve(1, "200 OK\r\nContent-Type: text/html", jpeg());
        let reply = fetch(&editor, &url, "f1").await;
        assert_eq!(reply.status, 201, "{}", reply.text());
        let entry = reply.json();
        assert_eq!((&entry["revision"]["content"]["alt"], &entry["state"]), (&said()["alt"], &json!("draft")));
        assert_eq!(entry["revision"]["content"].get("url"), None, "it is here now");
        assert_eq!(decoded(&get(&app, &picture_of(&entry)).await).width(), 80);
        let again = fetch(&editor, &url, "f1").await;
        assert_eq!((again.status, again.text()), (201, reply.text()), "nobody is there any more to be asked");
    }

    async fn a_picture_is_fetched_by_graphql(app: &App) {
        let app = near(app);
        let editor = Client::of(&app, Role::Editor).await;
        let mutation = |url: &str| {
            let query = format!(
                "mutation {{ imageFetch(input: {{ url: \"{url}\", content: {{ alt: \"Dawn\" }} }}) {{
                   image {{ alt width url }} entry {{ id state }} userErrors {{ code field }} }} }}"
            );
            TestRequest::post().uri("/graphql").set_json(json!({ "query": query }))
        };
        let reply = editor.send(mutation(&serve(1, "200 OK", jpeg()))).await.json();
        let payload = &reply["data"]["imageFetch"];
        assert_eq!((&payload["image"]["alt"], &payload["image"]["width"]), (&json!("Dawn"), &json!(80)), "{reply}");
        let url = payload["image"]["url"].as_str().expect("an address").to_owned();
        assert!(url.starts_with("http://api.example.org/v1/media/"), "{url}");
        let reply = editor.send(mutation("file:///etc/passwd")).await.json();
        let errors: &Value = &reply["data"]["imageFetch"]["userErrors"];
        assert_eq!(errors, &json!([{ "code": "VALIDATION_FAILED", "field": ["url"] }]));
    }

    async fn an_address_that_gives_no_picture_is_at_fault(app: &App) {
        let app = near(app);
        let editor = Client::of(&app, Role::Editor).await;
        for (url, status) in [
            (serve(1, "404 Not Found", jpeg()), 422),
            (serve(1, "200 OK", b"<html>".to_vec()), 415),
            (serve(1, "200 OK", jpeg()[..200].to_vec()), 422),
            (serve(1, "200 OK", vec![0; 1_000_001]), 413),
            ("nonsense".to_owned(), 422),
            (String::new(), 422),
        ] {
            let reply = fetch(&editor, &url, "f").await;
            assert_eq!((reply.status, &reply.json()["errors"][0]["pointer"]), (status, &json!("/url")), "{url}: {}", reply.text());
        }
    }

    /// Server-side request forgery: nothing inside is asked, and nothing is told of it.
    async fn nothing_inside_is_asked(app: &App) {
        let editor = Client::of(app, Role::Editor).await;
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.set_nonblocking(true).expect("it does not wait");
        let port = listener.local_addr().expect("an address").port();
        for url in [
            format!("http://127.0.0.1:{port}/"),
            format!("http://localhost:{port}/"),
            format!("http://2130706433:{port}/"),
            format!("http://0x7f000001:{port}/"),
            format!("http://0177.0.0.1:{port}/"),
            format!("http://127.1:{port}/"),
            format!("http://0.0.0.0:{port}/"),
            format!("http://[::1]:{port}/"),
            format!("http://[::ffff:127.0.0.1]:{port}/"),
            format!("http://user@127.0.0.1:{port}/"),
            "http://10.0.0.1/".to_owned(),
            "http://192.168.1.1/".to_owned(),
            "http://172.16.0.1/".to_owned(),
            "http://169.254.169.254/latest/meta-data/".to_owned(),
            "http://[fd00::1]/".to_owned(),
            "http://[fe80::1]/".to_owned(),
            "file:///etc/passwd".to_owned(),
            "gopher://127.0.0.1/".to_owned(),
            "data:image/png;base64,AAAA".to_owned(),
            "ftp://127.0.0.1/x.jpg".to_owned(),
        ] {
            let reply = fetch(&editor, &url, "f").await;
            assert_eq!(code(&reply), (422, "VALIDATION_FAILED".to_owned()), "{url}: {}", reply.text());
            assert_eq!(reply.json()["detail"], "The address is not a public one on the web.", "{url}");
        }
        assert!(listener.accept().is_err(), "nobody came");
    }
}
