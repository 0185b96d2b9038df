//! Tokens that must pass, and those that must not: each check of its own, with what it says.

use aws_lc_rs::hmac;
use dateline::app::App;
use serde_json::{Value, json};

use super::Client;
use crate::support::database::{Backend, Contents, noon};
use crate::support::issuer::{FakeIssuer, SigningKey, encode};
use crate::support::run_on;

/// What becomes of a token: 200, or the sentence that it is refused with.
async fn told(app: &App, token: &str) -> String {
    let reply = Client { app, token: token.to_owned() }.get("/v1/whoami").await;
    let (problem, text) = (reply.json(), reply.text());
    if reply.status == 200 {
        return "200".to_owned();
    }
    assert_eq!((reply.status, problem["code"].as_str()), (401, Some("UNAUTHENTICATED")), "{text}");
    assert_eq!(problem["errors"][0]["pointer"], "Authorization");
    assert!(reply.header("www-authenticate").expect("a challenge").contains("error=\"invalid_token\""));
    let parts = token.split('.').filter(|part| part.len() > 8);
    assert!(!parts.into_iter().any(|part| text.contains(part)), "no part of a token comes back: {text}");
    problem["detail"].as_str().expect("a sentence").to_owned()
}

/// A test with an issuer of three keys. None of this touches the database.
fn with_an_issuer(test: impl AsyncFnOnce(&App, &FakeIssuer, [&SigningKey; 3])) {
    run_on(Backend::Sqlite, Contents::Nothing, async |app| {
        let (rsa, p256, ed) = (SigningKey::rsa(), SigningKey::p256("p256"), SigningKey::ed25519("ed"));
        let issuer = FakeIssuer::with(&[rsa, &p256, &ed]);
        let (app, _) = issuer.trusted_by(&app);
        test(&app, &issuer, [rsa, &p256, &ed]).await;
    });
}

fn changed(mut claims: Value, name: &str, value: Value) -> Value {
    claims[name] = value;
    claims
}

#[test]
fn every_algorithm_with_a_key_of_the_issuer_alone_is_accepted() {
    with_an_issuer(async |app, issuer, [rsa, p256, ed]| {
        let claims = issuer.claims("ann", "editor");
        for algorithm in ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"] {
            let token = rsa.token_with(&json!({ "alg": algorithm, "kid": "rsa" }), &claims);
            assert_eq!(told(app, &token).await, "200", "{algorithm}");
        }
        assert_eq!(told(app, &p256.token(&claims)).await, "200");
        for algorithm in ["EdDSA", "Ed25519"] {
            let token = ed.token_with(&json!({ "alg": algorithm, "kid": "ed", "typ": "JWT" }), &claims);
            assert_eq!(told(app, &token).await, "200", "{algorithm}");
        }
    });
}

#[test]
fn claims_must_hold_now_and_for_us() {
    with_an_issuer(async |app, issuer, [_, key, _]| {
        let now = noon().micros() / 1_000_000;
        let good = issuer.claims("ann", "editor");
        let (expired, early) =
            ("The token has expired. Get a new one from its issuer.", "The token does not hold yet.");
        let (audience, nameless) =
            ("The token is not for this audience.", "The token does not say whose it is.");
        let (other, time) = ("The token is of another issuer.", "A time in the token is no time.");
        let no_end = "The token does not say until when it holds (exp).";
        for (name, value, expected) in [
            ("exp", json!(now + 1), "200"),
            ("exp", json!(now - 59), "200"),
            ("exp", json!(f64::from(i32::try_from(now).expect("before 2038")) - 59.5), "200"),
            ("exp", json!(now - 60), expired),
            ("exp", json!(0), expired),
            ("exp", json!(1e300), time),
            ("exp", json!(-1), time),
            ("exp", json!("soon"), time),
            ("exp", json!(now * 1000), "200"),
            ("exp", json!(null), time),
            ("nbf", json!(now + 60), "200"),
            ("nbf", json!(now + 61), early),
            ("iat", json!(now + 60), "200"),
            ("iat", json!(now + 61), early),
            ("iat", json!([]), time),
            ("iss", json!(format!("{}/", issuer.url)), other),
            ("iss", json!([issuer.url]), other),
            ("aud", json!(["other", "newsroom"]), "200"),
            ("aud", json!("newsroom2"), audience),
            ("aud", json!(["news", "room"]), audience),
            ("aud", json!({ "newsroom": true }), audience),
            ("sub", json!(""), nameless),
            ("sub", json!(7), nameless),
            ("sub", json!("a\nb"), nameless),
            ("sub", json!("a\u{0}b"), nameless),
            ("sub", json!("x".repeat(255)), "200"),
            ("sub", json!("x".repeat(256)), nameless),
        ] {
            let token = key.token(&changed(good.clone(), name, value.clone()));
            assert_eq!(told(app, &token).await, expected, "{name}: {value}");
        }
        for (name, expected) in [
            ("exp", no_end),
            ("nbf", "200"),
            ("iat", "200"),
            ("iss", other),
            ("aud", audience),
            ("sub", nameless),
        ] {
            let mut claims = good.clone();
            claims.as_object_mut().expect("an object").remove(name);
            assert_eq!(told(app, &key.token(&claims)).await, expected, "without {name}");
        }
    });
}

#[test]
fn forged_tokens_are_refused() {
    with_an_issuer(async |app, issuer, [rsa, p256, ed]| {
        let claims = issuer.claims("ann", "boss");
        let (algorithm, other) = (
            "The token is signed with an algorithm that is not accepted here.",
            "The token is signed with an algorithm that is not that of its key.",
        );
        let (signature, unknown) = (
            "The signature of the token is wrong.",
            "The token is signed with a key that its issuer does not publish.",
        );
        let unsigned = |name: &str| {
            let header = encode(json!({ "alg": name, "kid": "rsa" }).to_string());
            format!("{header}.{}.", encode(claims.to_string()))
        };
        for name in ["none", "None", "NONE", ""] {
            assert_eq!(told(app, &unsigned(name)).await, algorithm, "{name}");
        }
        assert_eq!(told(app, &unsigned("RS256")).await, signature);
        // Who knows a public key can make a MAC with it: of what is public in the set, and of the whole of it.
        let public = rsa.public();
        for secret in [public["n"].as_str().expect("a modulus"), &public.to_string()] {
            let message = unsigned("HS256");
            let message = message.trim_end_matches('.');
            let mac = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes()), message.as_bytes());
            assert_eq!(told(app, &format!("{message}.{}", encode(mac))).await, algorithm);
        }
        for (key, header, expected) in [
            (p256, json!({ "alg": "ES256", "kid": "rsa" }), other),
            (rsa, json!({ "alg": "RS256", "kid": "p256" }), other),
            (ed, json!({ "alg": "ES256", "kid": "p256" }), signature),
            (p256, json!({ "alg": "ES384", "kid": "p256" }), other),
            (p256, json!({ "alg": "ES256K", "kid": "p256" }), algorithm),
            (p256, json!({ "alg": "es256", "kid": "p256" }), algorithm),
            (p256, json!({ "kid": "p256" }), algorithm),
            (p256, json!({ "alg": ["ES256"], "kid": "p256" }), algorithm),
            (p256, json!({ "alg": "ES256", "kid": "nobody" }), unknown),
            (p256, json!({ "alg": "ES256", "kid": "" }), unknown),
            (&SigningKey::p256("p256"), json!({ "alg": "ES256", "kid": "p256" }), signature),
        ] {
            assert_eq!(told(app, &key.token_with(&header, &claims)).await, expected, "{header}");
        }
        // A token brings its own key along.
        let mine = SigningKey::p256("mine");
        for kid in ["mine", "p256"] {
            let header = json!({ "alg": "ES256", "kid": kid, "jwk": mine.public(), "jku": "http://127.0.0.1:1/keys", "x5c": ["MIIB"] });
            assert_ne!(told(app, &mine.token_with(&header, &claims)).await, "200", "{kid}");
        }
        let good = p256.token(&claims);
        assert_eq!(told(app, &good).await, "200");
        let parts: Vec<&str> = good.split('.').collect();
        let forged = encode(changed(claims.clone(), "sub", json!("root")).to_string());
        assert_eq!(told(app, &format!("{}.{forged}.{}", parts[0], parts[2])).await, signature);
        assert_eq!(told(app, &format!("{}.{}.{}", parts[0], parts[1], encode([0; 64]))).await, signature);
        assert_eq!(told(app, &format!("{}.{}.{}=", parts[0], parts[1], parts[2])).await, signature);
    });
}

#[test]
fn what_is_no_token_is_refused_wherever_it_is_cut() {
    with_an_issuer(async |app, issuer, [_, key, _]| {
        let good = key.token(&issuer.claims("ann", "editor"));
        for cut in (1..good.len()).step_by(7) {
            assert_ne!(told(app, &good[..cut]).await, "200", "{cut}");
        }
        let malformed =
            "This is neither a key nor a token, or it was not copied whole. A key begins with dl_.";
        let list = encode("[1]");
        for text in [
            "x",
            ".",
            "..",
            "...",
            "a.b.c",
            &format!("{list}.{list}.{list}"),
            &format!("{good}.x"),
            &format!("{good}.x.y"),
        ] {
            assert_eq!(told(app, text).await, malformed, "{text}");
        }
        let deep = encode(format!("{}1{}", "[".repeat(2000), "]".repeat(2000)));
        assert_eq!(told(app, &format!("{deep}.{list}.{list}")).await, malformed);
        let long = key.token(&changed(issuer.claims("ann", "editor"), "padding", json!("x".repeat(6000))));
        assert!(long.len() > 8192);
        assert_eq!(told(app, &long).await, "The token has more than 8192 bytes.");
        let header =
            |name: &str, value: Value| changed(json!({ "alg": "ES256", "kid": "p256" }), name, value);
        let claims = issuer.claims("ann", "editor");
        for (name, value, expected) in [
            ("typ", json!("jwt"), "200"),
            ("typ", json!("application/at+jwt"), "200"),
            (
                "typ",
                json!("logout+jwt"),
                "The token is of a type that is not accepted here. Send an access token.",
            ),
            ("typ", json!(7), "The token is of a type that is not accepted here. Send an access token."),
            ("crit", json!(["exp"]), "The token asks for an extension that is not known here (crit)."),
            ("kid", json!(7), malformed),
        ] {
            let token = key.token_with(&header(name, value.clone()), &claims);
            assert_eq!(told(app, &token).await, expected, "{name}: {value}");
        }
    });
}

#[test]
fn keys_that_are_for_something_else_or_too_short_check_nothing() {
    run_on(Backend::Sqlite, Contents::Nothing, async |app| {
        let (rsa, p256, good) = (SigningKey::rsa(), SigningKey::p256("p256"), SigningKey::ed25519("ed"));
        let unknown = "The token is signed with a key that its issuer does not publish.";
        let other = "The token is signed with an algorithm that is not that of its key.";
        let short = encode([0xff; 128]);
        let padded = encode([&[0; 200][..], &[0xff; 128]].concat());
        for (key, member, value, expected) in [
            (&p256, "use", json!("sig"), "200"),
            (&p256, "use", json!("enc"), unknown),
            (&p256, "key_ops", json!(["verify"]), "200"),
            (&p256, "key_ops", json!(["encrypt"]), unknown),
            (&p256, "alg", json!("ES256"), "200"),
            (&p256, "alg", json!("ES384"), unknown),
            (&p256, "alg", json!("HS256"), unknown),
            (&p256, "kty", json!("oct"), unknown),
            (&p256, "crv", json!("P-384"), unknown),
            (&p256, "crv", json!("secp256k1"), unknown),
            (&p256, "x", json!("AA"), unknown),
            (&p256, "kid", json!(7), unknown),
            (rsa, "alg", json!("RS256"), "200"),
            (rsa, "alg", json!("PS256"), other),
            (rsa, "alg", json!("RSA-OAEP"), unknown),
            (rsa, "n", json!(short), unknown),
            (rsa, "n", json!(padded), unknown),
            (rsa, "n", json!(""), unknown),
        ] {
            let issuer = FakeIssuer::with(&[]);
            let published = changed(key.public(), member, value.clone());
            issuer.tell(Some(json!({ "keys": [good.public(), 7, {}, published] })));
            let (app, _) = issuer.trusted_by(&app);
            assert_eq!(
                told(&app, &key.token(&issuer.claims("ann", "editor"))).await,
                expected,
                "{member}: {value}"
            );
        }
    });
}

#[test]
fn a_token_that_names_no_key_means_the_only_one_that_fits() {
    run_on(Backend::Sqlite, Contents::Nothing, async |app| {
        let (one, two, ed) = (SigningKey::p256("one"), SigningKey::p256("two"), SigningKey::ed25519("ed"));
        let header = json!({ "alg": "ES256" });
        for (keys, expected) in [
            (vec![&one, &ed], "200"),
            (vec![&one, &two], "The token does not say with which of several keys it is signed (kid)."),
            (vec![&two], "The signature of the token is wrong."),
            (vec![&ed], "The token is signed with an algorithm that is not that of its key."),
        ] {
            let issuer = FakeIssuer::with(&keys);
            let (app, _) = issuer.trusted_by(&app);
            let token = one.token_with(&header, &issuer.claims("ann", "editor"));
            assert_eq!(told(&app, &token).await, expected, "{} keys", keys.len());
        }
    });
}
