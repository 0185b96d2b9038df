//! `dateline serve`.

use std::io::Cursor;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;

use super::terminal::{explain, say};
use super::{Common, open};
use crate::app::access::{self, NewKey, Token};
use crate::app::import::Mode;
use crate::app::{App, Context, upkeep};
use crate::config::Config;
use crate::domain::Caller;
use crate::domain::access::Role;
use crate::graphql::LiveLimits;
use crate::import::{Intake, ndjson};
use crate::server::{self, Doors, Guard, Listening};
use crate::telemetry;

#[derive(Debug, Args)]
pub(super) struct Serve {
    #[command(flatten)]
    common: Common,
    /// The address to listen on [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<String>,
    /// Load the sample newsroom when the database is empty.
    #[arg(long)]
    demo: bool,
}

/// The newsroom of the sample.
const SAMPLE: &str = include_str!("../../sample/newsroom.ndjson");

impl Serve {
    pub(super) fn run(&self) -> Result<ExitCode, String> {
        let mut config = self.common.config(self.listen.clone())?;
        if self.demo {
            config = with_sample_site(config);
        }
        telemetry::start(&config.log, config.log_format).map_err(|error| {
            format!("log must be a level such as info: {error} (in the file, or DATELINE_LOG)")
        })?;
        let (listener, bound) = bind(&config)?;
        // The address is known now, even where the system chose the port.
        let public_url = config.public_url.clone().unwrap_or_else(|| format!("http://{}", reachable(bound)));
        let app = open(&Config { public_url: Some(public_url), ..config.clone() })?;
        warn_of_outdated_search(&app);
        let key = if self.demo && load_sample(&app)? { Some(demo_key(&app)?) } else { None };
        announce(reachable(bound), app.store().url(), config.pages);
        if let Some(key) = key {
            say(format!("  desk       Authorization: Bearer {}", key.reveal()));
            say("             an editor's key, shown this once; dateline keys create makes others");
        }
        let workers = if config.workers == 0 { cores() } else { config.workers };
        let doors = Doors { pages: config.pages, agents: config.mcp, live: live(&config) };
        let (shutdown, guard) = (config.shutdown(), guard(&config));
        let listening = Listening { listener, workers, shutdown, guard, doors };
        let serving = server::run(app, listening);
        actix_web::rt::System::new().block_on(serving).map_err(|error| explain(&error))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Looks at the index of words beside the start, which need not wait for that.
fn warn_of_outdated_search(app: &App) {
    let app = app.clone();
    std::thread::spawn(move || {
        if upkeep::is_search_outdated(&app).unwrap_or_default() {
            tracing::warn!(
                "searches find little or nothing until dateline rebuild has run: the index of words is of another version"
            );
        }
    });
}

fn guard(config: &Config) -> Guard {
    Guard {
        cors_origins: config.cors_origins(),
        trusted_proxies: config.trusted_proxies().unwrap_or_default(),
        per_address: config.rate_limit_address,
        per_key: config.rate_limit_key,
        guesses: config.rate_limit_guesses,
    }
}

fn live(config: &Config) -> LiveLimits {
    LiveLimits {
        connections: config.live_connections,
        per_address: config.live_connections_address,
        operations: config.live_operations,
        patience: Duration::from_secs(config.live_init_seconds.into()),
        origins: config.cors_origins(),
        ..LiveLimits::default()
    }
}

fn bind(config: &Config) -> Result<(TcpListener, SocketAddr), String> {
    let bind = || {
        let listener = TcpListener::bind(config.listen)?;
        let bound = listener.local_addr()?;
        Ok((listener, bound))
    };
    bind().map_err(|error: std::io::Error| {
        format!("Cannot listen on {}: {error}. Free the address or set another with --listen.", config.listen)
    })
}

/// An address that a client on this machine can open: a server that listens everywhere is also here.
fn reachable(bound: SocketAddr) -> SocketAddr {
    match bound {
        SocketAddr::V4(address) if address.ip().is_unspecified() => {
            (Ipv4Addr::LOCALHOST, address.port()).into()
        }
        SocketAddr::V6(address) if address.ip().is_unspecified() => {
            (Ipv6Addr::LOCALHOST, address.port()).into()
        }
        bound => bound,
    }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(2, std::num::NonZero::get)
}

/// The sample newsroom has a site of its own; whoever configured another keeps it.
fn with_sample_site(config: Config) -> Config {
    let usual = Config::default();
    let choose = |own: String, usual: &str, sample: &str| if own == usual { sample.to_owned() } else { own };
    Config {
        site_name: choose(config.site_name, &usual.site_name, "The Meridian"),
        site_url: choose(config.site_url, &usual.site_url, "https://meridian.example.org/"),
        site_article_url: choose(
            config.site_article_url,
            &usual.site_article_url,
            "https://meridian.example.org/{locale}/{slug}",
        ),
        site_section_url: choose(
            config.site_section_url,
            &usual.site_section_url,
            "https://meridian.example.org/{locale}/sections/{slug}",
        ),
        site_tag_url: choose(
            config.site_tag_url,
            &usual.site_tag_url,
            "https://meridian.example.org/{locale}/topics/{slug}",
        ),
        site_author_url: choose(
            config.site_author_url,
            &usual.site_author_url,
            "https://meridian.example.org/{locale}/people/{slug}",
        ),
        site_locales: choose(config.site_locales, &usual.site_locales, "en, uk"),
        site_tag_authority: choose(
            config.site_tag_authority,
            &usual.site_tag_authority,
            "meridian.example.org,2026",
        ),
        ..config
    }
}

/// A key to try the desk with.
fn demo_key(app: &App) -> Result<Token, String> {
    let context = Context { app: app.clone(), caller: Caller::operator() };
    let new = NewKey { name: "Demo".to_owned(), scopes: Role::Editor.scopes(), expires_at: None };
    let made = actix_web::rt::System::new().block_on(access::create(&context, new, None));
    made.map(|(_, token)| token).map_err(|error| explain(&error))
}

/// Loads the sample newsroom into an empty database, and says whether it has; any other is left alone.
fn load_sample(app: &App) -> Result<bool, String> {
    if !crate::app::import::is_empty(app).map_err(|error| error.detail)? {
        return Ok(false);
    }
    let context = Context { app: app.clone(), caller: Caller::operator() };
    let mut intake = Intake::new(context, Mode::Write);
    ndjson::read_into(&mut intake, app.site(), "sample", || Ok(Cursor::new(SAMPLE)))
        .and_then(|()| intake.finish())
        .map(|_| true)
        .map_err(|error| explain(&error))
}

fn announce(bound: SocketAddr, database: &crate::store::DatabaseUrl, pages: bool) {
    say(format!("Dateline serves {database} on http://{bound}"));
    if pages {
        say(format!("  browser    http://{bound}/"));
    }
    say(format!("  articles   http://{bound}/v1/articles?include=authors,factBoxes"));
    say(format!("  GraphQL    http://{bound}/graphql?query={{articles(first:5){{nodes{{title}}}}}}"));
    say(format!("  feeds      http://{bound}/feeds/all.atom"));
    say(format!("  OpenAPI    http://{bound}/openapi.json"));
}
