//! An S3-compatible store, over requests that are signed in their address.

use std::fmt;
use std::ops::Range;
use std::time::Duration;

use rusty_s3::{Bucket, Credentials, S3Action as _, UrlStyle};
use url::Url;

use crate::outgoing::{Client, Reach};

/// How long a signed address is good for.
const SIGNED_FOR: Duration = Duration::from_mins(5);

/// By what the store knows this server.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Keys {
    /// The name of the key.
    pub access: String,
    /// The secret, which is never shown.
    pub secret: String,
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keys").finish_non_exhaustive()
    }
}

/// A bucket, and the folder in it.
#[derive(Clone)]
pub struct S3 {
    bucket: Bucket,
    credentials: Credentials,
    prefix: String,
    client: Client,
}

impl fmt::Debug for S3 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("S3").field("bucket", &self.bucket.name()).finish_non_exhaustive()
    }
}

impl S3 {
    pub(super) fn parse(url: &str, keys: Keys) -> Result<Self, String> {
        let wrong = |fix: &str| format!("{fix}: s3://BUCKET/PREFIX?endpoint=URL&region=NAME");
        let url = Url::parse(url).map_err(|_| wrong("must be a URL"))?;
        let name =
            url.host_str().filter(|name| !name.is_empty()).ok_or_else(|| wrong("must name a bucket"))?;
        let (mut endpoint, mut region) = (None, None);
        for (name, value) in url.query_pairs() {
            match name.as_ref() {
                "endpoint" => endpoint = Some(value.into_owned()),
                "region" => region = Some(value.into_owned()),
                other => return Err(wrong(&format!("has no parameter {other}"))),
            }
        }
        let region = region.ok_or_else(|| wrong("must name a region"))?;
        let endpoint = endpoint.unwrap_or_else(|| format!("https://s3.{region}.amazonaws.com"));
        let endpoint = Url::parse(&endpoint).map_err(|_| wrong("must have an endpoint that is a URL"))?;
        let bucket = Bucket::new(endpoint, UrlStyle::Path, name.to_owned(), region);
        let bucket = bucket.map_err(|_| wrong("must have an endpoint that is an http or https URL"))?;
        let Keys { access, secret } = keys;
        if access.is_empty() || secret.is_empty() {
            return Err(
                "is in an S3 store, which needs media_s3_access_key and media_s3_secret_key".to_owned()
            );
        }
        let prefix = url.path().trim_matches('/');
        let prefix = if prefix.is_empty() { String::new() } else { format!("{prefix}/") };
        // It is the configuration that names the store, and many stand inside the newsroom.
        let client = Client::new(Reach::Anywhere);
        Ok(Self { bucket, credentials: Credentials::new(access, secret), prefix, client })
    }

    pub(super) fn put(&self, path: &str, media_type: &str, bytes: &[u8]) -> Result<(), String> {
        let key = format!("{}{path}", self.prefix);
        let address = self.bucket.put_object(Some(&self.credentials), &key).sign(SIGNED_FOR);
        let answer = self.client.put(&address, media_type, bytes).map_err(|failure| cause(&failure))?;
        match answer.status {
            200..=299 => Ok(()),
            status => Err(told(status, &answer.body)),
        }
    }

    /// A range of the bytes of a file, when the file is there.
    pub(super) fn get(&self, path: &str, range: Range<u64>) -> Result<Option<Vec<u8>>, String> {
        let key = format!("{}{path}", self.prefix);
        let address = self.bucket.get_object(Some(&self.credentials), &key).sign(SIGNED_FOR);
        let length = range.end.saturating_sub(range.start);
        let answer = self.client.get_part(&address, range, REFUSAL).map_err(|failure| cause(&failure))?;
        match answer.status {
            206 if answer.body.len() as u64 == length => Ok(Some(answer.body)),
            206 => Err(format!("the S3 store gives {} bytes of {length}", answer.body.len())),
            404 => Ok(None),
            status => Err(told(status, &answer.body)),
        }
    }
}

/// How much of a refusal is read, in bytes.
const REFUSAL: u64 = 64 << 10;

fn told(status: u16, body: &[u8]) -> String {
    let text: String = String::from_utf8_lossy(body).chars().take(500).collect();
    format!("the S3 store answers {status}: {text}")
}

fn cause(failure: &crate::outgoing::Failure) -> String {
    match failure {
        crate::outgoing::Failure::Unreachable(cause) => cause.clone(),
        other => other.to_string(),
    }
}
