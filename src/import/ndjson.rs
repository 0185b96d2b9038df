//! Dateline's own format, one entry a line; `docs/ndjson.md` describes it.
//!
//! A file is read twice: first for the addresses of its images and articles, so that texts may refer to entries
//! that come later, then line by line for its records. Neither pass holds more than the addresses, and the records that wait
//! to be written.

use std::collections::HashMap;
use std::io::{BufRead, Read as _};

use serde::Deserialize;
use serde_json::Value;

use super::records::{mentioned, record};
use super::{Intake, Oddities, ReadFile, each_ahead};
use crate::app::Site;
use crate::document;
use crate::domain::image::Picture;
use crate::domain::record::{Interval, RecordRevision, add};
use crate::domain::{Content as _, Error, ErrorCode, Id, Image, Kind, Record, Slug, Timestamp};
use crate::parse::Recognize;

/// The longest line, in bytes.
pub const MAX_LINE: usize = 16 * 1024 * 1024;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<C> {
    kind: String,
    key: String,
    #[serde(default)]
    id: Option<String>,
    revisions: Vec<Revision<C>>,
    #[serde(default)]
    aliases: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Revision<C> {
    #[serde(default)]
    public: Option<Public>,
    #[serde(default)]
    note: Option<String>,
    content: C,
}

/// The members of content that are addresses; the others are passed over unread.
#[derive(Debug, Deserialize)]
struct Addresses {
    url: Option<Value>,
    locale: Option<Value>,
    slug: Option<Value>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Public {
    from: String,
    #[serde(default)]
    until: Option<String>,
    #[serde(default = "yes")]
    material: bool,
}

const fn yes() -> bool {
    true
}

/// The addresses under which texts of a file refer to its entries.
#[derive(Debug, Default)]
pub struct Index {
    images: HashMap<String, Id>,
    articles: HashMap<String, Id>,
}

impl Index {
    /// Reads the addresses. `article_url` tells where the newsroom shows an article of a locale and slug. Lines
    /// that cannot be read are passed over: the second pass reports them.
    pub fn scan(&mut self, mut lines: impl BufRead, article_url: impl Fn(&str, &str) -> String) {
        while let Ok(Some(line)) = next_line(&mut lines) {
            let Some(line) = line.ok().and_then(|line| serde_json::from_str::<Line<Addresses>>(&line).ok())
            else {
                continue;
            };
            let Some((kind, id)) = identity(&line) else { continue };
            for Revision { content: Addresses { url, locale, slug }, .. } in &line.revisions {
                let [url, locale, slug] =
                    [url, locale, slug].map(|value| value.as_ref().and_then(Value::as_str));
                match (kind, url, locale, slug) {
                    (Kind::Image, Some(url), ..) => {
                        self.images.insert(url.to_owned(), id);
                    }
                    (Kind::Article, _, Some(locale), Some(slug)) => {
                        self.articles.insert(article_url(locale, slug), id);
                    }
                    _ => {}
                }
            }
        }
    }

    /// Reads a line: its record, and one for each picture that its texts show and no line describes.
    ///
    /// # Errors
    /// A sentence that says what is wrong, and where.
    pub fn record(&self, line: &str) -> Result<Vec<Record>, String> {
        let line: Line<Value> =
            serde_json::from_str(line).map_err(|error| format!("This is not an entry: {error}."))?;
        let (kind, id) = identity(&line)
            .ok_or_else(|| format!("There is no kind {}, or the id is not a UUID.", line.kind))?;
        let Line { key, revisions, aliases, .. } = line;
        if key.trim().is_empty() || revisions.is_empty() {
            return Err("An entry needs a key and at least one revision.".to_owned());
        }
        let mut texts = Texts { index: self, pictures: Vec::new(), public: None };
        let mut states = Vec::with_capacity(revisions.len());
        for (index, revision) in revisions.into_iter().enumerate() {
            let at = |error: Error| format!("Revision {}: {}", index + 1, explain(&error));
            let Revision { public, note, content } = revision;
            let public = public.map(interval).transpose().map_err(at)?;
            texts.public = public;
            let content = document::accept(kind, content, &mut texts).map_err(at)?;
            states.push(RecordRevision { content, note, public });
        }
        let aliases = aliases.iter().map(|alias| alias.parse::<Slug>()).collect::<Result<_, _>>();
        let aliases = aliases.map_err(|error| explain(&error))?;
        let mut records = texts.pictures;
        records.push(Record { key, id, revisions: states, aliases, derived: false });
        Ok(records)
    }
}

/// Reads a whole file, which is opened twice, and gives each line to `intake`. `name` is what the report calls it.
///
/// # Errors
/// When the database fails, or the file cannot be read.
pub fn read_into<R: BufRead + Send>(
    intake: &mut Intake,
    site: &Site,
    name: &str,
    open: impl Fn() -> std::io::Result<R>,
) -> Result<(), Error> {
    let cannot = |error: std::io::Error| {
        Error::new(ErrorCode::MalformedRequest, format!("{name} cannot be read: {error}."))
    };
    let mut index = Index::default();
    index.scan(open().map_err(cannot)?, |locale, slug| site.url_of(locale, slug));
    let mut lines = open().map_err(cannot)?;
    let mut number = 0_usize;
    let files = std::iter::from_fn(|| {
        let line = loop {
            number += 1;
            match next_line(&mut lines).transpose()? {
                Ok(Ok(line)) if line.trim().is_empty() => {}
                line => break line,
            }
        };
        let outcome = line.map(|line| line.and_then(|line| index.record(&line)));
        let path = format!("{name}:{number}");
        Some(outcome.map(|outcome| ReadFile { path, outcome, oddities: Oddities::default() }))
    });
    each_ahead(files, |file| intake.take(file.map_err(cannot)?))
}

/// The next line. One that is too long is passed over without being held; one that is not UTF-8 is an error of its
/// own, and the next can be read.
fn next_line(lines: &mut impl BufRead) -> std::io::Result<Option<Result<String, String>>> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_LINE).unwrap_or(u64::MAX);
    if lines.by_ref().take(limit).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    if bytes.len() >= MAX_LINE && bytes.last() != Some(&b'\n') {
        lines.skip_until(b'\n')?;
        return Ok(Some(Err(format!("The line is longer than {MAX_LINE} bytes."))));
    }
    let text = String::from_utf8(bytes);
    Ok(Some(text.map_err(|error| format!("Not UTF-8 at byte {}.", error.utf8_error().valid_up_to()))))
}

/// An error with the places it names.
pub(crate) fn explain(error: &Error) -> String {
    if error.fields.is_empty() {
        return error.detail.clone();
    }
    let places = error.fields.iter().map(|field| format!("{}: {}", field.pointer, field.detail));
    places.collect::<Vec<_>>().join(" ")
}

fn identity<C>(line: &Line<C>) -> Option<(Kind, Id)> {
    let kind = Kind::parse(&line.kind)?;
    match &line.id {
        Some(id) => Some((kind, id.parse().ok()?)),
        None => Some((kind, Id::of_key(kind, &line.key))),
    }
}

fn interval(public: Public) -> Result<Interval, Error> {
    let Public { from, until, material } = public;
    let from: Timestamp = from.parse().map_err(|error: Error| error.at("/public/from"))?;
    let until: Option<Timestamp> =
        until.map(|until| until.parse()).transpose().map_err(|error: Error| error.at("/public/until"))?;
    if until.is_some_and(|until| until <= from) {
        let error = Error::new(crate::domain::ErrorCode::ValidationFailed, "Must lie after from.");
        return Err(error.at("/public/until"));
    }
    Ok(Interval { from, until, material })
}

/// Recognises what the texts of one record refer to.
struct Texts<'a> {
    index: &'a Index,
    /// Pictures that no line describes, as records of their own.
    pictures: Vec<Record>,
    /// When the text is public: its pictures are from then on.
    public: Option<Interval>,
}

impl Recognize for Texts<'_> {
    fn image(&mut self, src: &str, alt: &str, title: Option<&str>) -> Option<Id> {
        if let Some(id) = self.index.images.get(src) {
            return Some(*id);
        }
        let id = Id::of_key(Kind::Image, src);
        let image = Image {
            picture: Picture::Elsewhere(src.to_owned()),
            width: None,
            height: None,
            alt: alt.to_owned(),
            caption: title.filter(|title| !title.trim().is_empty()).map(str::to_owned),
            credit: None,
            licence: None,
            focal_point: None,
        };
        image.validate().ok()?;
        let picture = Record { derived: true, ..record(src, image, mentioned(self.public)) };
        add(&mut self.pictures, picture);
        Some(id)
    }

    fn article(&mut self, href: &str) -> Option<Id> {
        self.index.articles.get(href).copied()
    }

    fn entry(&mut self, kind: Kind, reference: &str) -> Option<Id> {
        Some(Id::of_reference(kind, reference))
    }
}
