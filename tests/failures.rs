//! A database that is not there, locked, read-only, newer than the program, or gone in the middle: each is a clear
//! error in the right form.

use std::path::Path;

use dateline::store::{DatabaseUrl, Store};
use diesel::connection::{Connection as _, SimpleConnection as _};
use diesel::{PgConnection, SqliteConnection};
use serde_json::json;

use crate::support::client::{get, graphql};
use crate::support::database::{self, Backend, Contents};
use crate::support::folder;
use crate::support::postgres::Cluster;

fn cannot_open(url: &str) -> String {
    let url = DatabaseUrl::parse(url).expect("a database URL");
    Store::open(&url, 2).expect_err("it cannot be opened").detail
}

fn path_of(url: &str) -> &Path {
    Path::new(url.strip_prefix("sqlite://").expect("an SQLite URL"))
}

#[test]
fn a_url_of_no_database_is_refused_by_its_scheme() {
    for url in ["mysql://x", "dateline.db", "postgress://x/y", "sqlite://", ""] {
        assert!(DatabaseUrl::parse(url).expect_err("refused").contains("must be sqlite://"), "{url}");
    }
}

#[test]
fn a_password_is_never_shown() {
    let url = DatabaseUrl::parse("postgres://press:hush@db.example.org/press").expect("a URL");
    assert_eq!(format!("{url} {url:?}"), "postgres://db.example.org/press postgres://db.example.org/press");
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let detail = cannot_open("sqlite:///nowhere/at/all/dateline.db");
    assert!(detail.contains("Cannot open the database sqlite:///nowhere/at/all/dateline.db"), "{detail}");
}

#[test]
fn a_file_that_is_no_database_is_refused() {
    let path = folder::of_this_run().join("letter.db");
    std::fs::write(&path, "Dear editor, ".repeat(100)).expect("a file");
    let detail = cannot_open(&format!("sqlite://{}", path.display()));
    assert!(detail.contains("file is not a database"), "{detail}");
}

#[test]
fn a_server_that_is_not_there_is_named_without_its_password() {
    let detail = cannot_open("postgres://press:hush@127.0.0.1:1/press");
    assert!(detail.contains("127.0.0.1") && !detail.contains("hush"), "{detail}");
}

#[test]
fn a_database_that_is_newer_than_the_program_is_left_alone() {
    let newer = "INSERT INTO __diesel_schema_migrations (version, run_on) VALUES ('20990101000000', CURRENT_TIMESTAMP)";
    let url = database::copy(Backend::Sqlite, Contents::Nothing).expect("SQLite is built in");
    let path = path_of(&url).display().to_string();
    SqliteConnection::establish(&path)
        .and_then(|mut c| c.batch_execute(newer).map_err(diesel::ConnectionError::CouldntSetupConfiguration))
        .expect("a row");
    assert!(cannot_open(&url).contains("changed by a newer Dateline (migration 20990101000000)"));

    let Some(url) = database::copy(Backend::Postgres, Contents::Nothing) else { return };
    let mut connection = PgConnection::establish(&url).expect("the cluster answers");
    connection.batch_execute(newer).expect("a row");
    assert!(cannot_open(&url).contains("changed by a newer Dateline"));
}

/// Reads go on while another program writes; writes wait, and then say that the database is busy.
#[test]
fn a_locked_database_is_busy_and_still_readable() {
    let url = database::copy(Backend::Sqlite, Contents::SampleNewsroom).expect("SQLite is built in");
    let app = database::open(&url);
    let mut other = SqliteConnection::establish(&path_of(&url).display().to_string()).expect("it opens");
    other.batch_execute("BEGIN IMMEDIATE").expect("the lock");
    actix_web::rt::System::new().block_on(async {
        assert_eq!(get(&app, "/v1/articles").await.status, 200);
        assert_eq!(get(&app, "/health/ready").await.status, 200);
    });
    let error = dateline::app::upkeep::rebuild(&app, |_| {}).expect_err("it is locked");
    assert_eq!(error.code, dateline::domain::ErrorCode::Unavailable);
    other.batch_execute("ROLLBACK").expect("the lock is given back");
    assert!(dateline::app::upkeep::rebuild(&app, |_| {}).is_ok());
}

/// The tables vanish: nothing of the inside reaches a client.
#[test]
fn a_broken_database_says_nothing_of_its_inside() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let Some(url) = database::copy(backend, Contents::SampleNewsroom) else { continue };
        let app = database::open(&url);
        let gone = "DROP TABLE edition_links; DROP TABLE editions";
        match backend {
            Backend::Sqlite => SqliteConnection::establish(&path_of(&url).display().to_string())
                .expect("it opens")
                .batch_execute(gone),
            Backend::Postgres => PgConnection::establish(&url).expect("it opens").batch_execute(gone),
        }
        .expect("they are gone");
        actix_web::rt::System::new().block_on(async {
            let rest = get(&app, "/v1/articles").await;
            assert_eq!((rest.status, rest.json()["code"].as_str()), (500, Some("INTERNAL")), "{backend:?}");
            assert!(!rest.text().contains("editions"), "{}", rest.text());
            let graphql = graphql(&app, "{ articles(first: 1) { nodes { id } } }", json!({})).await;
            assert_eq!(graphql.json()["errors"][0]["extensions"]["code"], "INTERNAL");
            assert!(!graphql.text().contains("editions"), "{}", graphql.text());
        });
    }
}

/// Every connection dies, as when the server is restarted: the next request opens a new one.
#[test]
fn lost_connections_are_replaced() {
    let Some(cluster) = Cluster::shared() else { return };
    let url = database::copy(Backend::Postgres, Contents::SampleNewsroom).expect("the cluster is there");
    let app = database::open(&url);
    actix_web::rt::System::new().block_on(async {
        assert_eq!(get(&app, "/v1/articles").await.status, 200);
        let name = url.split(['/', '?']).find(|part| part.starts_with("test_")).expect("its name");
        cluster
            .run(&format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"));
        assert_eq!(get(&app, "/v1/articles").await.status, 200);
        cluster.run(&format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false"));
        cluster
            .run(&format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"));
        let rest = get(&app, "/v1/articles").await;
        assert_eq!(
            (rest.status, rest.json()["code"].as_str()),
            (503, Some("UNAVAILABLE")),
            "{}",
            rest.text()
        );
        assert_eq!(rest.header("retry-after"), Some("5"));
        assert!(!rest.text().contains(name), "{}", rest.text());
        assert_eq!(get(&app, "/health/ready").await.status, 503);
        assert_eq!(get(&app, "/health/live").await.status, 200);
    });
}
