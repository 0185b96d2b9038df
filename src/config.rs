//! Configuration: a TOML file, then `DATELINE_…` variables, then flags; the later wins. Read once, at start.

use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::time::Duration;

use serde::Deserialize;

use crate::domain::oidc::{Grants, Oidc};
use crate::domain::validate::is_web_url;
use crate::domain::{DocumentMode, Locale};
use crate::media::{Keys, Limits, Storage};
use crate::telemetry::LogFormat;

/// Everything that can be set. Each member's name is its key in the file; its variable is the same in capitals
/// after `DATELINE_`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The address to listen on.
    pub listen: SocketAddr,
    /// `sqlite://path` or `postgres://user:password@host/database`.
    pub database_url: String,
    /// Connections to the database at most; on `SQLite`, readers.
    pub database_connections: u32,
    /// Threads that answer; 0 takes one for each core.
    pub workers: usize,
    /// How long requests in flight may take to finish at the end, in seconds.
    pub shutdown_seconds: u64,
    /// What is logged: `info`, or levels by module.
    pub log: String,
    /// `text` or `json`.
    pub log_format: LogFormat,
    /// The address under which clients reach this server; usually `http://` and the listening address.
    pub public_url: Option<String>,
    /// Whether what is public can be read without a key.
    pub public_reading: bool,
    /// Which documents of GraphQL run: `open`, `apq` or `trusted`.
    pub graphql_documents: String,
    /// Whether there are pages for people at `/`, `/docs` and `/graphiql`.
    pub pages: bool,
    /// Whether agents are answered at `/mcp`.
    pub mcp: bool,
    /// The origins whose pages may use this server in a browser (CORS), joined by commas; `*` is any, nothing is none.
    pub cors_origins: String,
    /// The addresses of proxies whose `X-Forwarded-For` is believed, joined by commas.
    pub trusted_proxies: String,
    /// Requests in a minute for each address without a key; 0 is no limit.
    pub rate_limit_address: u32,
    /// Requests in a minute for each key; 0 is no limit.
    pub rate_limit_key: u32,
    /// Credentials in a minute for each address that were not accepted just before; 0 is no limit.
    pub rate_limit_guesses: u32,
    /// Connections that stay open at a time, at most: a WebSocket, or a stream of events.
    pub live_connections: u32,
    /// Those of one address.
    pub live_connections_address: u32,
    /// Operations at a time on one WebSocket.
    pub live_operations: u32,
    /// How long a WebSocket may take to say `connection_init`, in seconds.
    pub live_init_seconds: u32,
    /// The issuer whose tokens are accepted (OpenID Connect): `iss`. Nothing is none.
    pub oidc_issuer: String,
    /// For whom its tokens must be: `aud`.
    pub oidc_audience: String,
    /// Where its keys are; nothing asks the issuer.
    pub oidc_jwks_url: String,
    /// The claim that grants scopes, with dots between its members.
    pub oidc_scope_claim: String,
    /// What values of that claim grant: `newsroom-editor=editor, newsroom-desk=write publish`.
    pub oidc_scopes: String,
    /// The claim by which somebody is known here, for good.
    pub oidc_name_claim: String,
    /// Where pictures are kept: `file://path` or `s3://bucket/prefix?endpoint=…&region=…`.
    pub media: String,
    /// The name of the key of an S3 store.
    pub media_s3_access_key: String,
    /// Its secret.
    pub media_s3_secret_key: Secret,
    /// The bytes of a picture at most.
    pub media_max_bytes: u32,
    /// The pixels of a picture at most, width times height.
    pub media_max_pixels: u32,
    /// The newsroom's name.
    pub site_name: String,
    /// The newsroom's front page.
    pub site_url: String,
    /// The page of an article on the newsroom's site, with `{locale}` and `{slug}`.
    pub site_article_url: String,
    /// The page of a section, with `{slug}` and perhaps `{locale}`; nothing where sections have none.
    pub site_section_url: String,
    /// The page of a tag.
    pub site_tag_url: String,
    /// The page of an author.
    pub site_author_url: String,
    /// The languages of the site, the most usual first, joined by commas.
    pub site_locales: String,
    /// The domain and the year in `tag:` ids of feeds (RFC 4151). Never change it once feeds are read.
    pub site_tag_authority: String,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            database_url: "sqlite://dateline.db".to_owned(),
            database_connections: 8,
            workers: 0,
            shutdown_seconds: 30,
            log: "info".to_owned(),
            log_format: LogFormat::Text,
            public_url: None,
            public_reading: true,
            graphql_documents: DocumentMode::Apq.to_string(),
            pages: true,
            mcp: true,
            cors_origins: "*".to_owned(),
            trusted_proxies: String::new(),
            rate_limit_address: 6_000,
            rate_limit_key: 12_000,
            rate_limit_guesses: 300,
            live_connections: 1_000,
            live_connections_address: 100,
            live_operations: 20,
            live_init_seconds: 3,
            oidc_issuer: String::new(),
            oidc_audience: String::new(),
            oidc_jwks_url: String::new(),
            oidc_scope_claim: "scope".to_owned(),
            oidc_scopes: String::new(),
            oidc_name_claim: "sub".to_owned(),
            media: "file://media".to_owned(),
            media_s3_access_key: String::new(),
            media_s3_secret_key: Secret::default(),
            media_max_bytes: Limits::default().bytes,
            media_max_pixels: Limits::default().pixels,
            site_name: "Newsroom".to_owned(),
            site_url: "https://news.example.org/".to_owned(),
            site_article_url: "https://news.example.org/{locale}/{slug}".to_owned(),
            site_section_url: String::new(),
            site_tag_url: String::new(),
            site_author_url: String::new(),
            site_locales: String::new(),
            site_tag_authority: "news.example.org,2026".to_owned(),
        }
    }
}

/// A text that is never shown.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// What flags set.
#[derive(Clone, Debug, Default)]
pub struct Flags {
    /// See [`Config::listen`].
    pub listen: Option<String>,
    /// See [`Config::database_url`].
    pub database_url: Option<String>,
}

/// What the names of variables begin with.
const PREFIX: &str = "DATELINE_";

/// The keys, in the order of [`Config`].
const KEYS: [&str; 40] = [
    "listen",
    "database_url",
    "database_connections",
    "workers",
    "shutdown_seconds",
    "log",
    "log_format",
    "public_url",
    "public_reading",
    "graphql_documents",
    "pages",
    "mcp",
    "cors_origins",
    "trusted_proxies",
    "rate_limit_address",
    "rate_limit_key",
    "rate_limit_guesses",
    "live_connections",
    "live_connections_address",
    "live_operations",
    "live_init_seconds",
    "oidc_issuer",
    "oidc_audience",
    "oidc_jwks_url",
    "oidc_scope_claim",
    "oidc_scopes",
    "oidc_name_claim",
    "media",
    "media_s3_access_key",
    "media_s3_secret_key",
    "media_max_bytes",
    "media_max_pixels",
    "site_name",
    "site_url",
    "site_article_url",
    "site_section_url",
    "site_tag_url",
    "site_author_url",
    "site_locales",
    "site_tag_authority",
];

/// Reads the configuration. `variables` are those of the process.
///
/// # Errors
/// A sentence that names the key and what would be right.
pub fn read(
    file: Option<&Path>,
    variables: impl IntoIterator<Item = (String, String)>,
    flags: Flags,
) -> Result<Config, String> {
    let variables: config::Map<String, String> =
        variables.into_iter().filter(|(name, _)| name.starts_with(PREFIX)).collect();
    variables.keys().try_for_each(|name| check_name(name))?;
    let environment = config::Environment::with_prefix("DATELINE")
        .prefix_separator("_")
        .try_parsing(true)
        .source(Some(variables));
    let mut builder = config::Config::builder();
    if let Some(file) = file {
        builder = builder.add_source(config::File::from(file).format(config::FileFormat::Toml));
    }
    builder = builder.add_source(environment);
    let Flags { listen, database_url } = flags;
    let config: Config = builder
        .set_override_option("listen", listen)
        .and_then(|builder| builder.set_override_option("database_url", database_url))
        .and_then(config::ConfigBuilder::<config::builder::DefaultState>::build)
        .and_then(config::Config::try_deserialize)
        .map_err(|error| explain(&error))?;
    config.check()?;
    Ok(config)
}

impl Config {
    fn check(&self) -> Result<(), String> {
        let wrong = |key: &str, fix: &str| {
            Err(format!("{key} {fix} (in the file, or DATELINE_{})", key.to_uppercase()))
        };
        if !(1..=200).contains(&self.database_connections) {
            return wrong("database_connections", "must be 1 to 200");
        }
        if let Err(fix) = crate::store::DatabaseUrl::parse(&self.database_url) {
            return wrong("database_url", &fix);
        }
        if let Err(fix) = self.storage() {
            return wrong("media", &fix);
        }
        if !(1..=200_000_000).contains(&self.media_max_bytes) {
            return wrong("media_max_bytes", "must be 1 to 200000000");
        }
        if !(1..=268_435_456).contains(&self.media_max_pixels) {
            return wrong("media_max_pixels", "must be 1 to 268435456");
        }
        for (key, number, most) in [
            ("live_connections", self.live_connections, 100_000),
            ("live_connections_address", self.live_connections_address, 100_000),
            ("live_operations", self.live_operations, 1_000),
            ("live_init_seconds", self.live_init_seconds, 60),
        ] {
            if !(1..=most).contains(&number) {
                return wrong(key, &format!("must be 1 to {most}"));
            }
        }
        for (key, url) in self.page_urls() {
            if !url.contains("{slug}") || !is_web_url(url) {
                return wrong(key, "must be an http or https URL with {slug}, and perhaps {locale}");
            }
        }
        if let Err(fix) = self.site_locales() {
            return wrong("site_locales", &fix);
        }
        if !is_web_url(&self.site_url) {
            return wrong("site_url", "must be an http or https URL");
        }
        if self.public_url.as_deref().is_some_and(|url| !is_web_url(url)) {
            return wrong("public_url", "must be an http or https URL");
        }
        if self.graphql_documents().is_none() {
            return wrong("graphql_documents", "must be open, apq or trusted");
        }
        if self.cors_origins() != ["*"] && !self.cors_origins().iter().all(|origin| is_origin(origin)) {
            return wrong(
                "cors_origins",
                "must be *, or origins such as https://app.example.org, joined by commas",
            );
        }
        if self.trusted_proxies().is_none() {
            return wrong("trusted_proxies", "must be IP addresses, joined by commas");
        }
        if !is_tag_authority(&self.site_tag_authority) {
            return wrong("site_tag_authority", "must be a domain and a year, such as news.example.org,2026");
        }
        self.check_oidc().or_else(|(key, fix)| wrong(key, &fix))
    }

    /// The addresses of pages that are set. Articles always have pages.
    fn page_urls(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let others = [
            ("site_section_url", &self.site_section_url),
            ("site_tag_url", &self.site_tag_url),
            ("site_author_url", &self.site_author_url),
        ];
        let others = others.into_iter().filter(|(_, url)| !url.is_empty());
        let all = std::iter::once(("site_article_url", &self.site_article_url)).chain(others);
        all.map(|(key, url)| (key, url.as_str()))
    }

    /// The languages of the site, the most usual first.
    ///
    /// # Errors
    /// What would be right, as the end of a sentence.
    pub fn site_locales(&self) -> Result<Vec<Locale>, String> {
        let fix = "must be language tags such as en, uk or pt-BR, joined by commas";
        listed(&self.site_locales).map(|tag| tag.parse().map_err(|_| fix.to_owned())).collect()
    }

    fn check_oidc(&self) -> Result<(), (&'static str, String)> {
        let wrong = |key, fix: &str| Err((key, fix.to_owned()));
        self.oidc_scopes.parse::<Grants>().map_err(|fix| ("oidc_scopes", fix))?;
        if self.oidc_issuer.is_empty() {
            return match self.oidc_audience.as_str() {
                "" => Ok(()),
                _ => wrong("oidc_issuer", "must be set where oidc_audience is"),
            };
        }
        if !is_web_url(&self.oidc_issuer)
            || self.oidc_issuer.contains(|c: char| c.is_whitespace() || c == '#')
        {
            return wrong(
                "oidc_issuer",
                "must be the http or https URL that the issuer's tokens have as iss",
            );
        }
        if self.oidc_audience.is_empty() {
            return wrong(
                "oidc_audience",
                "must be set: what the issuer's tokens for this server have as aud",
            );
        }
        if !self.oidc_jwks_url.is_empty() && !is_web_url(&self.oidc_jwks_url) {
            return wrong("oidc_jwks_url", "must be an http or https URL, or empty");
        }
        if self.oidc_scope_claim.is_empty() {
            return wrong("oidc_scope_claim", "must be a claim, such as scope or realm_access.roles");
        }
        if self.oidc_name_claim.is_empty() {
            return wrong("oidc_name_claim", "must be a claim, such as sub");
        }
        Ok(())
    }

    /// The issuer whose tokens are accepted.
    #[must_use]
    pub fn oidc(&self) -> Option<Oidc> {
        let set = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        Some(Oidc {
            issuer: set(&self.oidc_issuer)?,
            audience: self.oidc_audience.clone(),
            jwks_url: set(&self.oidc_jwks_url),
            scope_claim: self.oidc_scope_claim.clone(),
            name_claim: self.oidc_name_claim.clone(),
            grants: self.oidc_scopes.parse().unwrap_or_default(),
        })
    }

    /// Which documents of GraphQL run; `None` when the name is none.
    #[must_use]
    pub fn graphql_documents(&self) -> Option<DocumentMode> {
        DocumentMode::parse(&self.graphql_documents)
    }

    /// The origins whose pages may use this server.
    #[must_use]
    pub fn cors_origins(&self) -> Vec<String> {
        listed(&self.cors_origins).map(str::to_owned).collect()
    }

    /// The proxies that are believed; `None` when one is no address.
    #[must_use]
    pub fn trusted_proxies(&self) -> Option<Vec<IpAddr>> {
        listed(&self.trusted_proxies).map(|address| address.parse().ok()).collect()
    }

    /// Where pictures are kept.
    ///
    /// # Errors
    /// What would be right, as the end of a sentence.
    pub fn storage(&self) -> Result<Storage, String> {
        let (access, secret) = (self.media_s3_access_key.clone(), self.media_s3_secret_key.0.clone());
        Storage::parse(&self.media, Keys { access, secret })
    }

    /// How large pictures may be.
    #[must_use]
    pub const fn media_limits(&self) -> Limits {
        Limits { bytes: self.media_max_bytes, pixels: self.media_max_pixels }
    }

    /// How long requests in flight may take to finish.
    #[must_use]
    pub const fn shutdown(&self) -> Duration {
        Duration::from_secs(self.shutdown_seconds)
    }
}

/// Refuses a variable that sets nothing, by its own name and with the nearest one that does.
fn check_name(variable: &str) -> Result<(), String> {
    let key = variable.strip_prefix(PREFIX).unwrap_or(variable).to_lowercase();
    if KEYS.contains(&key.as_str()) {
        return Ok(());
    }
    let nearest = KEYS.iter().min_by_key(|known| strsim::damerau_levenshtein(&key, known));
    let nearest = nearest.map(|known| known.to_uppercase()).unwrap_or_default();
    Err(format!(
        "There is no variable {variable}; the nearest is {PREFIX}{nearest}. docs/configuration.md lists all."
    ))
}

fn explain(error: &config::ConfigError) -> String {
    let text = error.to_string();
    let fix = if text.contains("socket address") {
        "; it must be ADDRESS:PORT, such as 127.0.0.1:8080"
    } else {
        ""
    };
    format!("The configuration cannot be read: {text}{fix}")
}

fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty())
}

fn is_origin(text: &str) -> bool {
    url::Url::parse(text).is_ok_and(|url| url.origin().ascii_serialization() == text)
}

fn is_tag_authority(text: &str) -> bool {
    text.split_once(',').is_some_and(|(domain, date)| {
        let domain_char = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-');
        domain.contains('.')
            && domain.chars().all(domain_char)
            && date.starts_with(|c: char| c.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parser says itself which keys it knows.
    #[test]
    fn the_keys_that_variables_may_name_are_those_of_the_file() {
        let file = config::File::from_str("nonsense = 1", config::FileFormat::Toml);
        let config = config::Config::builder().add_source(file).build().expect("it is TOML");
        let error = config.try_deserialize::<Config>().expect_err("it is unknown").to_string();
        let known: Vec<&str> = error.split('`').skip(1).step_by(2).skip(1).collect();
        assert_eq!(known, KEYS, "{error}");
    }

    #[test]
    fn a_secret_is_read_and_never_shown() {
        let variables = [
            ("DATELINE_MEDIA", "s3://press?region=eu-west-1"),
            ("DATELINE_MEDIA_S3_ACCESS_KEY", "AKIA"),
            ("DATELINE_MEDIA_S3_SECRET_KEY", "12345678"),
        ];
        let variables = variables.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let config = read(None, variables, Flags::default()).expect("it is right");
        let shown = format!("{config:?} {:?}", config.storage());
        assert!(shown.contains("AKIA") && !shown.contains("12345678"), "{shown}");
        let alone = [("DATELINE_MEDIA".to_owned(), "s3://press?region=eu-west-1".to_owned())];
        let refused = read(None, alone, Flags::default()).expect_err("it has no keys");
        assert!(refused.contains("media_s3_secret_key"), "{refused}");
    }
}
