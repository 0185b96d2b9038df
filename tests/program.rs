//! The program as its operator meets it: settings, exit statuses, serving and stopping.

use std::path::PathBuf;

use dateline::config::{self, Config, Flags};
use diesel::connection::{Connection as _, SimpleConnection as _};

use crate::support::database::{self, Backend, Contents};
use crate::support::folder;
use crate::support::process::{Server, answer, dateline, run};

#[test]
fn the_help_teaches() {
    let (mut command, _) = dateline("help");
    let (status, help, _) = run(command.arg("--help"));
    assert_eq!(status, 0);
    for word in ["serve --demo", "import", "verify", "rebuild", "DATELINE_DATABASE_URL", "--config"] {
        assert!(help.contains(word), "{word}: {help}");
    }
}

#[test]
fn a_wrong_setting_is_named_with_its_fix() {
    type Case = (&'static [&'static str], &'static [(&'static str, &'static str)], &'static str);
    let cases: [Case; 10] = [
        (&["--database", "mysql://x"], &[], "database_url must be sqlite://"),
        (&["--listen", "somewhere"], &[], "must be ADDRESS:PORT"),
        (&[], &[("DATELINE_LISTEN", "8080")], "listen"),
        (&[], &[("DATELINE_DATABASE_CONNECTIONS", "0")], "database_connections must be 1 to 200"),
        (&[], &[("DATELINE_SITE_ARTICLE_URL", "https://x.example/")], "site_article_url must be"),
        (
            &[],
            &[("DATELINE_SITE_TAG_AUTHORITY", "nonsense")],
            "site_tag_authority must be a domain and a year",
        ),
        (&[], &[("DATELINE_LOG", "info=dateline=x")], "log must be a level"),
        (
            &[],
            &[("DATELINE_LISTNE", "127.0.0.1:1")],
            "no variable DATELINE_LISTNE; the nearest is DATELINE_LISTEN",
        ),
        (
            &[],
            &[("DATELINE_GRAPHQL_DOCUMENTS", "closed")],
            "graphql_documents must be open, apq or trusted (in the file, or DATELINE_GRAPHQL_DOCUMENTS)",
        ),
        (&["--config", "nowhere.toml"], &[], "nowhere.toml"),
    ];
    for (arguments, variables, says) in cases {
        let (mut command, _) = dateline("settings");
        let (status, _, error) = run(command.arg("serve").args(arguments).envs(variables.iter().copied()));
        assert_eq!(status, 2, "{arguments:?} {variables:?}: {error}");
        assert!(error.contains(says), "{says}: {error}");
    }
}

#[test]
fn documents_are_trusted_listed_and_revoked_by_command() {
    let documents = |arguments: &[&str]| {
        let (mut command, folder) = dateline("documents");
        let good = r#"{ "front": "query Front { articles(first: 3) { nodes { title } } }" }"#;
        std::fs::write(folder.join("good.json"), good).expect("a manifest");
        std::fs::write(folder.join("bad.json"), r#"{ "a": "{ nothing }" }"#).expect("a manifest");
        run(command.arg("documents").args(arguments).args(["--database", "sqlite://documents.db"]))
    };
    let (status, told, error) = documents(&["trust", "good.json"]);
    assert!(
        status == 0 && told.contains("front  Front  trusted") && told.contains("good.json: 1 added"),
        "{told}{error}"
    );
    let (status, told, _) = documents(&["trust", "good.json"]);
    assert_eq!((status, told.trim()), (0, "good.json: 0 added, 1 trusted before"));
    let (status, _, error) = documents(&["trust", "bad.json"]);
    assert!(
        status == 2 && error.contains("bad.json") && error.contains("[/a: Line 1, column 3: "),
        "{error}"
    );
    let (_, told, _) = documents(&["list"]);
    assert!(told.starts_with("front  Front  trusted") && told.lines().count() == 1, "{told}");
    assert_eq!(documents(&["revoke", "front"]).0, 0);
    assert_eq!(documents(&["list"]).1, "");
    let (status, _, error) = documents(&["revoke", "front"]);
    assert!(status == 2 && error.contains("There is no trusted document with the id front."), "{error}");
}

#[test]
fn what_an_issuer_needs_is_named_with_its_fix() {
    let issuer = ("DATELINE_OIDC_ISSUER", "https://id.example");
    let audience = ("DATELINE_OIDC_AUDIENCE", "dateline");
    for (variables, says) in [
        (vec![issuer], "oidc_audience must be set"),
        (vec![audience], "oidc_issuer must be set where oidc_audience is"),
        (vec![("DATELINE_OIDC_ISSUER", "id.example"), audience], "oidc_issuer must be the http or https URL"),
        (vec![("DATELINE_OIDC_ISSUER", "https://id.example "), audience], "oidc_issuer must be the http or"),
        (
            vec![issuer, audience, ("DATELINE_OIDC_JWKS_URL", "/keys")],
            "oidc_jwks_url must be an http or https URL",
        ),
        (vec![issuer, audience, ("DATELINE_OIDC_SCOPE_CLAIM", "")], "oidc_scope_claim must be a claim"),
        (vec![issuer, audience, ("DATELINE_OIDC_NAME_CLAIM", "")], "oidc_name_claim must be a claim"),
        (
            vec![issuer, audience, ("DATELINE_OIDC_SCOPES", "desk=fly")],
            "oidc_scopes must name scopes and roles",
        ),
        (vec![("DATELINE_OIDC_SCOPES", "desk")], "oidc_scopes must be values of the claim"),
    ] {
        let (mut command, _) = dateline("issuer-settings");
        let (status, _, error) = run(command.arg("serve").envs(variables.iter().copied()));
        assert_eq!(status, 2, "{variables:?}: {error}");
        assert!(error.contains(says), "{says}: {error}");
    }
}

#[test]
fn flags_win_over_variables_and_variables_over_the_file() {
    let file = folder::of_this_run().join("dateline.toml");
    std::fs::write(&file, "listen = \"127.0.0.1:1001\"\ndatabase_connections = 3\nsite_name = \"File\"\n")
        .expect("a file");
    let variables =
        [("DATELINE_LISTEN", "127.0.0.1:1002"), ("DATELINE_SITE_NAME", "Variable"), ("OTHER", "x")];
    let variables = variables.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let flags = Flags { listen: Some("127.0.0.1:1003".to_owned()), database_url: None };
    let read = config::read(Some(&file), variables, flags).expect("it is right");
    assert_eq!(
        (read.listen.port(), read.site_name.as_str(), read.database_connections),
        (1003, "Variable", 3)
    );
    assert_eq!(config::read(None, [], Flags::default()), Ok(Config::default()));
}

#[test]
fn a_misspelt_key_in_the_file_is_refused() {
    let file = folder::of_this_run().join("misspelt.toml");
    std::fs::write(&file, "lisen = \"127.0.0.1:1001\"\n").expect("a file");
    let error = config::read(Some(&file), [], Flags::default()).expect_err("it is refused");
    assert!(error.contains("lisen") && error.contains("listen"), "{error}");
    std::fs::write(&file, "listen = \n").expect("a file");
    assert!(
        config::read(Some(&file), [], Flags::default()).expect_err("it is refused").contains("misspelt.toml")
    );
}

#[test]
fn an_import_says_by_its_status_what_became_of_it() {
    let (mut command, folder) = dateline("import");
    std::fs::write(
        folder.join("good.txt"),
        "A headline\n\nAuthor: Ann Onymous\nDate: 24 November 2026\n\nThe lead.\n\nThe rest.\n",
    )
    .expect("a file");
    std::fs::write(folder.join("bad.md"), "---\ntitle: [\n---\n\nText.\n").expect("a file");
    let (status, report, _) = run(command.args(["import", "good.txt"]));
    assert_eq!(status, 0, "{report}");
    let mut again = dateline("import").0;
    let (status, report, _) = run(again.args(["import", "good.txt", "bad.md"]));
    assert_eq!(status, 1, "{report}");
    assert!(report.contains("bad.md: FAILED: ") && report.contains("1 failed"), "{report}");
    let mut nothing = dateline("import").0;
    let (status, report, _) = run(nothing.args(["import", "bad.md", "nowhere"]));
    assert_eq!(status, 2, "{report}");
    let mut verify = dateline("import").0;
    let (status, report, _) = run(verify.arg("verify"));
    assert_eq!((status, report.contains("2 entries verified")), (0, true), "{report}");
}

#[test]
fn a_dry_run_makes_no_database_and_updates_none() {
    let (mut command, folder) = dateline("dry");
    std::fs::write(folder.join("a.txt"), "A headline\n\nDate: 24 November 2026\n\nThe lead.\n")
        .expect("a file");
    let (status, report, _) = run(command.args(["import", "--dry-run", "a.txt"]));
    assert_eq!((status, report.contains("Nothing was kept")), (0, true), "{report}");
    assert!(!folder.join("dateline.db").exists());
    // An empty file is no database yet either.
    let database = folder.join("dateline.db");
    std::fs::write(&database, "").expect("a file");
    let (status, report, _) = run(dateline("dry").0.args(["import", "--dry-run", "a.txt"]));
    assert_eq!((status, report.contains("Nothing was kept")), (0, true), "{report}");
    assert_eq!(std::fs::metadata(&database).expect("it is there").len(), 0);
    // Older tables are not touched.
    diesel::SqliteConnection::establish(&database.display().to_string())
        .and_then(|mut old| {
            let older = "CREATE TABLE __diesel_schema_migrations (version VARCHAR(50) PRIMARY KEY NOT NULL, run_on TIMESTAMP)";
            old.batch_execute(older).map_err(diesel::ConnectionError::CouldntSetupConfiguration)
        })
        .expect("older tables");
    let before = std::fs::read(&database).expect("it can be read");
    let (status, _, error) = run(dateline("dry").0.args(["import", "--dry-run", "a.txt"]));
    assert_eq!((status, error.contains("Run dateline migrate first")), (2, true), "{error}");
    assert_eq!(std::fs::read(&database).expect("it can be read"), before);
}

#[test]
fn a_dry_run_on_a_fresh_postgres_database_leaves_it_empty() {
    let Some(url) = database::copy(Backend::Postgres, Contents::Nothing) else { return };
    let mut postgres = diesel::PgConnection::establish(&url).expect("it opens");
    postgres.batch_execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public").expect("it is empty");
    let (mut command, folder) = dateline("dry-postgres");
    std::fs::write(folder.join("a.txt"), "A headline\n\nDate: 24 November 2026\n\nThe lead.\n")
        .expect("a file");
    let (status, report, error) = run(command.args(["import", "--dry-run", "a.txt", "--database", &url]));
    assert_eq!((status, report.contains("Nothing was kept")), (0, true), "{report}{error}");
    postgres.batch_execute("CREATE TABLE entries (id INT)").expect("there is no such table yet");
}

/// Whatever the rights of a user mean to a test run by root, what verifies asks for none to write.
#[test]
fn a_file_that_cannot_be_written_is_verified() {
    let url = database::copy(Backend::Sqlite, Contents::SampleNewsroom).expect("SQLite is built in");
    let path = PathBuf::from(url.strip_prefix("sqlite://").expect("an SQLite URL"));
    let mut rights = std::fs::metadata(&path).expect("it is there").permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&path, rights).expect("it is mine");
    let before = std::fs::read(&path).expect("it can be read");
    let (status, report, error) = run(dateline("readonly").0.args(["verify", "--database", &url]));
    assert_eq!(status, 0, "{report}{error}");
    assert_eq!(std::fs::read(&path).expect("it can be read"), before);
}

#[test]
fn verifying_a_database_that_is_not_there_makes_none() {
    let (mut command, folder) = dateline("absent");
    let (status, _, error) = run(command.arg("verify"));
    assert_eq!(status, 2, "{error}");
    assert!(error.contains("There is no database sqlite://dateline.db"), "{error}");
    assert!(!folder.join("dateline.db").exists());
}

/// Any one.
const ONE_LINK: &str = "WHERE (entry_id, visible_from, role, target_id) = \
    (SELECT entry_id, visible_from, role, target_id FROM edition_links ORDER BY target_id, entry_id LIMIT 1 OFFSET 30)";

/// Every column that is derived, and rows that should not be there, or are not.
#[test]
fn damage_is_found_and_mended() {
    for damage in [
        "UPDATE editions SET title = 'Another' WHERE rowid = 40",
        "UPDATE editions SET archived_at = visible_from WHERE rowid = 40",
        "UPDATE editions SET archived_at = visible_from WHERE kind = 'image'",
        "UPDATE editions SET published_at = published_at - 1000 WHERE rowid = 40",
        "UPDATE editions SET visible_until = visible_from + 1000 WHERE rowid = 40",
        "UPDATE editions SET slug = 'other', locale = 'fr', variant = 'live' WHERE rowid = 90",
        "DELETE FROM editions WHERE rowid = 90",
        "DELETE FROM edition_links",
        "UPDATE edition_links SET archived_at = visible_from",
        "UPDATE edition_links SET published_at = published_at - 1000",
        "UPDATE edition_links SET title = 'Another'",
        "UPDATE edition_links SET content_updated_at = content_updated_at - 1000",
        "UPDATE edition_links SET visible_until = 1",
        "UPDATE edition_links SET kind = 'tag'",
        "UPDATE edition_links SET role = 'zzz'",
        "UPDATE edition_links SET pin = 7",
        "UPDATE search_documents SET public_kind = 'author' WHERE public_kind = 'article'",
    ] {
        let damage =
            if damage.contains("edition_links") { format!("{damage} {ONE_LINK}") } else { damage.to_owned() };
        let url = database::copy(Backend::Sqlite, Contents::SampleNewsroom).expect("SQLite is built in");
        let path = url.strip_prefix("sqlite://").expect("an SQLite URL");
        diesel::SqliteConnection::establish(path).expect("it opens").batch_execute(&damage).expect("damage");
        let (status, report, _) = run(dateline("damage").0.args(["verify", "--database", &url]));
        assert_eq!(status, 1, "{damage}: {report}");
        assert!(report.contains("Run dateline rebuild"), "{damage}: {report}");
        let (status, report, _) = run(dateline("damage").0.args(["rebuild", "--database", &url]));
        assert_eq!(status, 0, "{damage}: {report}");
        let (status, report, _) = run(dateline("damage").0.args(["verify", "--database", &url]));
        assert_eq!(status, 0, "{damage}: {report}");
    }
}

#[test]
fn the_demo_serves_the_sample_newsroom_and_stops_when_told() {
    let mut server = Server::start("demo", &["--demo"]);
    assert!(answer(server.open("/health/ready")).starts_with("HTTP/1.1 200"));
    let list = answer(server.open("/v1/articles?first=1&total=exact"));
    assert!(list.contains("\"count\":36") && list.contains("x-request-id: "), "{list}");
    server.terminate();
    assert!(server.child.wait().expect("it stops").success());
    // Started again on the same database, it loads nothing twice.
    let again = Server::start("demo", &["--demo"]);
    assert!(answer(again.open("/v1/articles?first=1&total=exact")).contains("\"count\":36"));
}

#[test]
fn an_address_in_use_is_named() {
    let server = Server::start("in-use", &[]);
    let (mut command, _) = dateline("in-use");
    let (status, _, error) = run(command.args(["serve", "--listen", &server.address]));
    assert_eq!(status, 2);
    assert!(error.contains(&format!("Cannot listen on {}", server.address)), "{error}");
}

/// The request waits for a lock when the server is told to stop. It is answered all the same.
#[test]
fn requests_in_flight_are_finished() {
    let Some(url) = database::copy(Backend::Postgres, Contents::SampleNewsroom) else { return };
    let mut server = Server::start("in-flight", &["--database", &url]);
    let mut other = diesel::PgConnection::establish(&url).expect("it opens");
    other.batch_execute("BEGIN; LOCK TABLE editions IN ACCESS EXCLUSIVE MODE").expect("the lock");
    let waiting = server.open("/v1/articles?first=1");
    std::thread::sleep(std::time::Duration::from_millis(500));
    server.terminate();
    std::thread::sleep(std::time::Duration::from_millis(500));
    other.batch_execute("ROLLBACK").expect("the lock is given back");
    assert!(answer(waiting).starts_with("HTTP/1.1 200"));
    assert!(server.child.wait().expect("it stops").success());
}
