//! An issuer of tokens in the process of the tests: it publishes keys, signs, and counts how often it is asked.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair as RsaKeyPair, KeySize};
use aws_lc_rs::signature::{self, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use dateline::app::{App, Clock, Ids};
use dateline::domain::Oidc;
use serde_json::{Value, json};

use super::database::{noon, site};

/// Bytes as tokens and keys have them.
pub(crate) fn encode(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

enum Pair {
    Rsa(RsaKeyPair),
    Elliptic(EcdsaKeyPair),
    Edwards(Ed25519KeyPair),
}

/// A key with which an issuer signs, made for this run.
pub(crate) struct SigningKey {
    pub id: &'static str,
    pair: Pair,
}

impl SigningKey {
    /// Making one takes a while, so it is made once.
    pub(crate) fn rsa() -> &'static Self {
        static KEY: OnceLock<SigningKey> = OnceLock::new();
        KEY.get_or_init(|| {
            let pair = RsaKeyPair::generate(KeySize::Rsa2048).expect("a key");
            Self { id: "rsa", pair: Pair::Rsa(pair) }
        })
    }

    pub(crate) fn p256(id: &'static str) -> Self {
        let pair = EcdsaKeyPair::generate(&signature::ECDSA_P256_SHA256_FIXED_SIGNING);
        Self { id, pair: Pair::Elliptic(pair.expect("a key")) }
    }

    pub(crate) fn p384(id: &'static str) -> Self {
        let pair = EcdsaKeyPair::generate(&signature::ECDSA_P384_SHA384_FIXED_SIGNING);
        Self { id, pair: Pair::Elliptic(pair.expect("a key")) }
    }

    pub(crate) fn ed25519(id: &'static str) -> Self {
        Self { id, pair: Pair::Edwards(Ed25519KeyPair::generate().expect("a key")) }
    }

    /// The public half, as an issuer publishes it.
    pub(crate) fn public(&self) -> Value {
        match &self.pair {
            Pair::Rsa(pair) => {
                let public = signature::RsaPublicKeyComponents::<Vec<u8>>::from(pair.public_key());
                json!({ "kid": self.id, "use": "sig", "kty": "RSA", "n": encode(public.n), "e": encode(public.e) })
            }
            Pair::Elliptic(pair) => {
                let (x, y) = pair.public_key().as_ref()[1..].split_at(pair.public_key().as_ref().len() / 2);
                let curve = if x.len() == 32 { "P-256" } else { "P-384" };
                json!({ "kid": self.id, "kty": "EC", "crv": curve, "x": encode(x), "y": encode(y) })
            }
            Pair::Edwards(pair) => {
                json!({ "kid": self.id, "kty": "OKP", "crv": "Ed25519", "x": encode(pair.public_key()) })
            }
        }
    }

    /// A token with this header and these claims. RSA signs as the header says, the others as they can.
    pub(crate) fn token_with(&self, header: &Value, claims: &Value) -> String {
        let message = format!("{}.{}", encode(header.to_string()), encode(claims.to_string()));
        let random = SystemRandom::new();
        let signed = match &self.pair {
            Pair::Rsa(pair) => {
                let padding: &dyn signature::RsaEncoding = match header["alg"].as_str() {
                    Some("RS384") => &signature::RSA_PKCS1_SHA384,
                    Some("RS512") => &signature::RSA_PKCS1_SHA512,
                    Some("PS256") => &signature::RSA_PSS_SHA256,
                    Some("PS384") => &signature::RSA_PSS_SHA384,
                    Some("PS512") => &signature::RSA_PSS_SHA512,
                    _ => &signature::RSA_PKCS1_SHA256,
                };
                let mut bytes = vec![0; pair.public_modulus_len()];
                pair.sign(padding, &random, message.as_bytes(), &mut bytes).expect("a signature");
                bytes
            }
            Pair::Elliptic(pair) => {
                pair.sign(&random, message.as_bytes()).expect("a signature").as_ref().to_vec()
            }
            Pair::Edwards(pair) => pair.sign(message.as_bytes()).as_ref().to_vec(),
        };
        format!("{message}.{}", encode(signed))
    }

    /// A token signed in the usual way of its key.
    pub(crate) fn token(&self, claims: &Value) -> String {
        let algorithm = match &self.pair {
            Pair::Rsa(_) => "RS256",
            Pair::Elliptic(pair) if pair.public_key().as_ref().len() == 65 => "ES256",
            Pair::Elliptic(_) => "ES384",
            Pair::Edwards(_) => "EdDSA",
        };
        self.token_with(&json!({ "alg": algorithm, "typ": "at+jwt", "kid": self.id }), claims)
    }
}

/// What it answers.
struct Told {
    /// The keys; `None` is an error of the issuer.
    keys: Option<Value>,
    /// Who it says that it is.
    issuer: String,
    cache: &'static str,
}

pub(crate) struct FakeIssuer {
    pub url: String,
    told: Arc<Mutex<Told>>,
    asked: Arc<AtomicU32>,
}

impl FakeIssuer {
    /// An issuer that publishes these keys.
    pub(crate) fn with(keys: &[&SigningKey]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let told = Told { keys: None, issuer: url.clone(), cache: "" };
        let issuer = Self { url, told: Arc::new(Mutex::new(told)), asked: Arc::default() };
        issuer.publish(keys);
        let (url, told, asked) = (issuer.url.clone(), Arc::clone(&issuer.told), Arc::clone(&issuer.asked));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                answer(&stream, &url, &told.lock().expect("whole"), &asked);
            }
        });
        issuer
    }

    pub(crate) fn publish(&self, keys: &[&SigningKey]) {
        let keys: Vec<Value> = keys.iter().map(|key| key.public()).collect();
        self.tell(Some(json!({ "keys": keys })));
    }

    /// Answers so from now on; `None` is an error.
    pub(crate) fn tell(&self, keys: Option<Value>) {
        self.told.lock().expect("whole").keys = keys;
    }

    /// Says from now on how long keys may be kept.
    pub(crate) fn keep_for(&self, cache: &'static str) {
        self.told.lock().expect("whole").cache = cache;
    }

    /// Says from now on that it is somebody else.
    pub(crate) fn pretend(&self, issuer: &str) {
        issuer.clone_into(&mut self.told.lock().expect("whole").issuer);
    }

    /// How often it was asked for its keys.
    pub(crate) fn asked(&self) -> u32 {
        self.asked.load(Ordering::SeqCst)
    }

    /// What a newsroom writes into its configuration.
    pub(crate) fn trust(&self) -> Oidc {
        Oidc {
            issuer: self.url.clone(),
            audience: "newsroom".to_owned(),
            jwks_url: None,
            scope_claim: "scope".to_owned(),
            name_claim: "sub".to_owned(),
            grants: "editor=editor, write=write, look=read preview, boss=admin".parse().expect("grants"),
        }
    }

    /// The application, trusting it, and the clock by which it goes.
    pub(crate) fn trusted_by(&self, app: &App) -> (App, Clock) {
        trusting(app, self.trust())
    }

    /// What a good token claims, at noon.
    pub(crate) fn claims(&self, subject: &str, scope: &str) -> Value {
        let now = noon().micros() / 1_000_000;
        json!({ "iss": self.url, "aud": "newsroom", "sub": subject, "scope": scope, "iat": now, "nbf": now, "exp": now + 300 })
    }
}

/// The application, trusting an issuer, and the clock by which it goes.
pub(crate) fn trusting(app: &App, trust: Oidc) -> (App, Clock) {
    let clock = Clock::standing_at(noon());
    let app = App::new(app.store().clone(), clock.clone(), Ids::Random, site());
    (app.with_issuer(Some(trust)), clock)
}

fn answer(stream: &TcpStream, url: &str, told: &Told, asked: &AtomicU32) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let line = lines.next().unwrap_or_default();
    lines.find(String::is_empty);
    let body = match line.split(' ').nth(1) {
        Some("/.well-known/openid-configuration") => {
            Some(json!({ "issuer": told.issuer, "jwks_uri": format!("{url}/keys") }))
        }
        Some("/keys") => {
            asked.fetch_add(1, Ordering::SeqCst);
            told.keys.clone()
        }
        _ => None,
    };
    let (status, body) = body.map_or(("500 No", String::new()), |body| ("200 OK", body.to_string()));
    let head = format!(
        "HTTP/1.1 {status}\r\nCache-Control: {}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        told.cache,
        body.len()
    );
    let mut stream = stream;
    let _ = stream.write_all((head + &body).as_bytes());
}
