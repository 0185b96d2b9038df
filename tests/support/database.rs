//! A database for each test: a copy of one that was migrated, or filled with the sample newsroom, once.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use dateline::app::{App, Clock, Ids, Media, Site};
use dateline::domain::Timestamp;
use dateline::media::{Limits, Storage};
use dateline::outgoing::Reach;
use dateline::store::{DatabaseUrl, Store};
use dateline::telemetry::{self, LogFormat};

use super::folder;
use super::postgres::Cluster;

/// Which database a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Backend {
    Sqlite,
    Postgres,
}

/// What is in the database when a test begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Contents {
    Nothing,
    SampleNewsroom,
}

/// The moment at which the clock of tests stands: the sample newsroom lies before and after it.
pub(crate) fn noon() -> Timestamp {
    "2026-11-24T12:00:00Z".parse().expect("a moment")
}

/// The site of the sample newsroom.
pub(crate) fn site() -> Site {
    Site {
        name: "The Meridian".to_owned(),
        article_url: "https://meridian.example.org/{locale}/{slug}".to_owned(),
        section_url: Some("https://meridian.example.org/{locale}/sections/{slug}".to_owned()),
        tag_url: Some("https://meridian.example.org/{locale}/topics/{slug}".to_owned()),
        author_url: Some("https://meridian.example.org/{locale}/people/{slug}".to_owned()),
        home_url: "https://meridian.example.org/".to_owned(),
        public_url: "http://api.example.org".to_owned(),
        tag_authority: "meridian.example.org,2026".to_owned(),
        locales: ["en", "uk"].into_iter().map(|locale| locale.parse().expect("a locale")).collect(),
    }
}

/// An application on a database of its own; `None` when the machine has no such database.
pub(crate) fn app(backend: Backend, contents: Contents) -> Option<App> {
    let url = copy(backend, contents)?;
    Some(open(&url))
}

/// An application on an existing database.
pub(crate) fn open(url: &str) -> App {
    // An answer of 500 does not tell its cause; the log does.
    telemetry::start("error", LogFormat::Text).expect("a filter");
    let url = DatabaseUrl::parse(url).expect("a database URL");
    let store = Store::open(&url, 4).expect("the database opens");
    App::new(store, Clock::standing_at(noon()), Ids::Random, site()).with_media(media(Reach::Public))
}

/// Pictures in a folder of the run. Files are named by their bytes, so tests can share it.
pub(crate) fn media(reach: Reach) -> Media {
    let limits = Limits { bytes: 1_000_000, pixels: 4_000_000 };
    Media::new(Storage::Disk(folder::of_this_run().join("media")), limits, reach)
}

/// The URL of a fresh copy.
pub(crate) fn copy(backend: Backend, contents: Contents) -> Option<String> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    match backend {
        Backend::Sqlite => {
            let template = sqlite_template(contents);
            let path = folder::of_this_run().join(format!("{number}.db"));
            std::fs::copy(template, &path).expect("the template is copied");
            Some(format!("sqlite://{}", path.display()))
        }
        Backend::Postgres => {
            let cluster = Cluster::shared()?;
            let template = postgres_template(cluster, contents);
            let name = format!("test_{number}");
            cluster.run(&format!("CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY"));
            Some(cluster.url(&name))
        }
    }
}

fn sqlite_template(contents: Contents) -> &'static Path {
    static EMPTY: OnceLock<PathBuf> = OnceLock::new();
    static SAMPLE: OnceLock<PathBuf> = OnceLock::new();
    let (cell, name) = match contents {
        Contents::Nothing => (&EMPTY, "empty.db"),
        Contents::SampleNewsroom => (&SAMPLE, "sample.db"),
    };
    cell.get_or_init(|| {
        let path = folder::of_this_run().join(name);
        // Closing the store writes its journal back into the file, so that the file alone can be copied.
        fill(&open(&format!("sqlite://{}", path.display())), contents);
        path
    })
}

fn postgres_template(cluster: &Cluster, contents: Contents) -> &'static str {
    static EMPTY: OnceLock<()> = OnceLock::new();
    static SAMPLE: OnceLock<()> = OnceLock::new();
    let (cell, name) = match contents {
        Contents::Nothing => (&EMPTY, "template_empty"),
        Contents::SampleNewsroom => (&SAMPLE, "template_sample"),
    };
    cell.get_or_init(|| {
        cluster.run(&format!("CREATE DATABASE {name}"));
        fill(&open(&cluster.url(name)), contents);
        // A database can only be copied while nobody is connected to it.
        cluster
            .run(&format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"));
    });
    name
}

fn fill(app: &App, contents: Contents) {
    if contents == Contents::SampleNewsroom {
        super::sample::load(app);
    }
}

/// A number that a database is asked for.
pub(crate) fn number(app: &App, question: &str) -> i64 {
    use diesel::RunQueryDsl as _;
    use diesel::connection::Connection as _;
    let number = diesel::select(diesel::dsl::sql::<diesel::sql_types::BigInt>(&format!("({question})")));
    match app.store().url() {
        DatabaseUrl::Sqlite(path) => {
            number.get_result(&mut diesel::SqliteConnection::establish(path).expect("the file opens"))
        }
        DatabaseUrl::Postgres(url) => {
            number.get_result(&mut diesel::PgConnection::establish(url).expect("the cluster answers"))
        }
    }
    .expect("the question is valid")
}

/// Does to a database what no program should.
pub(crate) fn execute(app: &App, statement: &str) {
    use diesel::connection::{Connection as _, SimpleConnection as _};
    match app.store().url() {
        DatabaseUrl::Sqlite(path) => {
            diesel::SqliteConnection::establish(path).expect("the file opens").batch_execute(statement)
        }
        DatabaseUrl::Postgres(url) => {
            diesel::PgConnection::establish(url).expect("the cluster answers").batch_execute(statement)
        }
    }
    .expect("the statement is valid");
}
