//! Requests that this server sends: to addresses that callers name, and to services of the newsroom.
//!
//! An address that a caller names is fetched only from the public internet. Otherwise whoever may write could make the
//! server read what only the server can reach (server-side request forgery). The check is made where names are
//! resolved, for every redirect anew, and the connection goes to the very address that was checked.
//!
//! All of this blocks: call it from a blocking thread.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use ureq::config::Config;
use ureq::http::{Response, Uri};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Body, Error};
use url::Url;

/// How long a request may take, with all its redirects.
const TIMEOUT: Duration = Duration::from_secs(15);

/// How often an answer may send a request elsewhere.
const REDIRECTS: u32 = 3;

/// Where requests may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Only to public addresses: for URLs that a caller names.
    Public,
    /// Anywhere: for URLs that the configuration names, which may well be inside the newsroom.
    Anywhere,
}

/// Sends requests. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Client {
    agent: Agent,
}

/// What was answered.
#[derive(Debug)]
pub struct Answer {
    /// The status, whatever it is.
    pub status: u16,
    /// For how many seconds the answer may be kept, where it says so (`Cache-Control: max-age`, RFC 9111).
    pub max_age: Option<u64>,
    /// The body, whole.
    pub body: Vec<u8>,
}

/// Why there is no answer, in a sentence for whoever named the address. It tells nothing of the network inside.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The address is not a public one.
    #[error("The address is not a public one on the web.")]
    NotPublic,
    /// The answer has more bytes than were asked for.
    #[error("The answer has more than {0} bytes.")]
    TooLarge(u64),
    /// It took too long.
    #[error("There was no whole answer within {} seconds.", TIMEOUT.as_secs())]
    TooSlow,
    /// Anything else; the cause is for the log.
    #[error("The address gave no answer.")]
    Unreachable(String),
}

impl Client {
    /// A client for requests that may go so far.
    #[must_use]
    pub fn new(reach: Reach) -> Self {
        let agent = match reach {
            Reach::Public => Agent::with_parts(config(), DefaultConnector::new(), PublicResolver::default()),
            Reach::Anywhere => Agent::new_with_config(config()),
        };
        Self { agent }
    }

    /// Reads `url`, of which at most `limit` bytes.
    ///
    /// # Errors
    /// Any [`Failure`]. A status that tells of an error is an answer.
    pub fn get(&self, url: &Url, accept: &str, limit: u64) -> Result<Answer, Failure> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Failure::NotPublic);
        }
        let request = self.agent.get(url.as_str()).header("accept", accept);
        // What was asked for in secret is not read in the open because an answer says so.
        let request = request.config().https_only(url.scheme() == "https").build();
        let answer = request.call().map_err(|error| failure(&error, limit))?;
        Self::answer(answer, limit)
    }

    /// Reads a range of what is at `url`, a service that the configuration names (RFC 9110 §14.2). An answer of another
    /// kind, which is then no part of it, may have `limit` bytes.
    ///
    /// # Errors
    /// Any [`Failure`]. A status that tells of an error is an answer.
    pub fn get_part(&self, url: &Url, range: Range<u64>, limit: u64) -> Result<Answer, Failure> {
        let limit = limit.max(range.end.saturating_sub(range.start));
        let range = format!("bytes={}-{}", range.start, range.end.saturating_sub(1));
        let request = self.agent.get(url.as_str()).header("range", range);
        let answer = request.call().map_err(|error| failure(&error, limit))?;
        Self::answer(answer, limit)
    }

    /// Puts a body at `url`, a service that the configuration names. Of the answer at most 64 KiB are read.
    ///
    /// # Errors
    /// Any [`Failure`]. A status that tells of an error is an answer.
    pub fn put(&self, url: &Url, media_type: &str, body: &[u8]) -> Result<Answer, Failure> {
        const LIMIT: u64 = 64 << 10;
        let request = self.agent.put(url.as_str()).header("content-type", media_type);
        let answer = request.send(body).map_err(|error| failure(&error, LIMIT))?;
        Self::answer(answer, LIMIT)
    }

    fn answer(mut answer: Response<Body>, limit: u64) -> Result<Answer, Failure> {
        let kept = answer.headers().get("cache-control").and_then(|value| value.to_str().ok());
        let max_age = kept.and_then(max_age);
        let body = answer.body_mut().with_config().limit(limit).read_to_vec();
        Ok(Answer {
            status: answer.status().as_u16(),
            max_age,
            body: body.map_err(|error| failure(&error, limit))?,
        })
    }
}

fn config() -> Config {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let tls = TlsConfig::builder()
        .root_certs(RootCerts::PlatformVerifier)
        .unversioned_rustls_crypto_provider(provider)
        .build();
    Agent::config_builder()
        .tls_config(tls)
        .timeout_global(Some(TIMEOUT))
        .max_redirects(REDIRECTS)
        .http_status_as_error(false)
        .user_agent(concat!("dateline/", env!("CARGO_PKG_VERSION")))
        // A proxy would resolve names itself, unchecked.
        .proxy(None)
        .build()
}

fn max_age(cache_control: &str) -> Option<u64> {
    let mut directives = cache_control.split(',').map(str::trim);
    directives.find_map(|directive| directive.strip_prefix("max-age=")?.parse().ok())
}

fn failure(error: &Error, limit: u64) -> Failure {
    match error {
        Error::BodyExceedsLimit(_) => Failure::TooLarge(limit),
        Error::Timeout(_) => Failure::TooSlow,
        Error::Other(other) if other.is::<Failure>() => Failure::NotPublic,
        other => Failure::Unreachable(other.to_string()),
    }
}

/// Resolves names as usual, and fails when one address of a name is not public: a name that points inside as well is
/// not there by accident.
#[derive(Debug)]
struct PublicResolver {
    resolver: DefaultResolver,
    passes: fn(SocketAddr) -> bool,
}

impl Default for PublicResolver {
    fn default() -> Self {
        Self { resolver: DefaultResolver::default(), passes: |address| is_public(address.ip()) }
    }
}

impl Resolver for PublicResolver {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let addresses = self.resolver.resolve(uri, config, timeout)?;
        if addresses.iter().all(|address| (self.passes)(*address)) {
            return Ok(addresses);
        }
        Err(Error::Other(Box::new(Failure::NotPublic)))
    }
}

/// Whether an address is one of the public internet, after the special-purpose registries of IANA (RFC 6890).
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(address) => is_public_v4(address),
            None => is_public_v6(address),
        },
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let special = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_multicast()
        || address.is_documentation()
        || match address.octets() {
            // This network, protocol assignments, old 6to4 relays.
            [0, ..] | [192, 0, 0, _] | [192, 88, 99, _] => true,
            // What carriers share among customers, benchmarks.
            [100, second, ..] => (64..128).contains(&second),
            [198, second, ..] => second & 0xfe == 18,
            // Reserved, with the address of everybody at its end.
            [first, ..] => first >= 240,
        };
    !special
}

/// Only global unicast (`2000::/3`), and of that neither protocol assignments (`2001::/23`), documentation, nor 6to4,
/// which holds an address of version 4.
fn is_public_v6(address: Ipv6Addr) -> bool {
    match address.segments() {
        [0x2001, second, ..] if second < 0x0200 || second == 0x0db8 => false,
        [0x2002, ..] => false,
        [0x3fff, second, ..] if second < 0x1000 => false,
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_public_internet_are_public() {
        for public in
            ["1.1.1.1", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1", "::ffff:1.1.1.1"]
        {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
        for inside in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "127.0.0.1",
            "127.9.9.9",
            "169.254.169.254",
            "172.16.0.1",
            "192.0.0.8",
            "192.168.1.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "fe80::1",
            "fd00::1",
            "ff02::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "64:ff9b::7f00:1",
            "::ffff:127.0.0.1",
            "::7f00:1",
            "2001::1",
            "3fff::1",
        ] {
            assert!(!is_public(inside.parse().unwrap()), "{inside}");
        }
    }

    #[test]
    fn what_is_not_public_is_not_asked_however_it_is_written() {
        let client = Client::new(Reach::Public);
        for url in [
            "http://127.0.0.1:9/",
            "http://localhost:9/",
            "http://2130706433:9/",
            "http://0x7f.1:9/",
            "http://[::1]:9/",
            "http://[::ffff:7f00:1]:9/",
            "file:///etc/passwd",
            "ftp://example.org/",
        ] {
            let refused = client.get(&Url::parse(url).unwrap(), "*/*", 10);
            assert!(matches!(refused, Err(Failure::NotPublic)), "{url}: {refused:?}");
        }
    }

    /// Answers one request, and says whether it came.
    fn once(answer: String) -> (SocketAddr, std::thread::JoinHandle<()>) {
        use std::io::{Read as _, Write as _};
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let serving = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let _ = stream.read(&mut [0; 4096]).unwrap();
            stream.write_all(answer.as_bytes()).unwrap();
        });
        (address, serving)
    }

    /// The first address passes for a public one; where it sends the request to does not.
    #[test]
    fn a_redirect_leads_nowhere_that_is_not_public() {
        static OUTSIDE: std::sync::OnceLock<SocketAddr> = std::sync::OnceLock::new();
        let inside = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        inside.set_nonblocking(true).unwrap();
        let location = format!("http://{}/latest/meta-data", inside.local_addr().unwrap());
        let (outside, serving) =
            once(format!("HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"));
        OUTSIDE.set(outside).unwrap();
        let passes = |address: SocketAddr| OUTSIDE.get() == Some(&address) || is_public(address.ip());
        let resolver = PublicResolver { resolver: DefaultResolver::default(), passes };
        let client = Client { agent: Agent::with_parts(config(), DefaultConnector::new(), resolver) };
        let refused = client.get(&Url::parse(&format!("http://{outside}/")).unwrap(), "*/*", 10);
        assert!(matches!(refused, Err(Failure::NotPublic)), "{refused:?}");
        serving.join().unwrap();
        assert!(inside.accept().is_err(), "nobody came");
    }

    #[test]
    fn no_more_is_read_than_was_asked_for() {
        let (address, serving) = once("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nhello world".to_owned());
        let url = Url::parse(&format!("http://{address}/")).unwrap();
        let refused = Client::new(Reach::Anywhere).get(&url, "*/*", 10);
        assert!(matches!(refused, Err(Failure::TooLarge(10))), "{refused:?}");
        serving.join().unwrap();
    }

    #[test]
    fn an_answer_says_how_long_it_may_be_kept() {
        assert_eq!(max_age("public, max-age=600, immutable"), Some(600));
        assert_eq!(max_age("no-store"), None);
    }
}
