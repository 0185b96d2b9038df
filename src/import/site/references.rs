//! What a file refers to: authors, topics, sections, pictures and other articles, as ids.
//!
//! An entry that the site describes is put on the list of files to read, if it is not there yet. Of one that
//! nobody describes, a record is made here from what the reference tells.

use std::collections::HashSet;
use std::fmt::Write as _;

use url::Url;

use super::Site;
use super::index::page_path;
use crate::domain::image::Picture;
use crate::domain::record::{Interval, add};
use crate::domain::validate::is_web_url;
use crate::domain::{Id, Image, Kind, Record, Slug};
use crate::import::plain::{at_most, one_line};
use crate::import::records::{always, minimal_author, minimal_tag, record};
use crate::import::{Oddities, Options};
use crate::parse::Recognize;

/// The references of one file.
#[derive(Debug)]
pub(super) struct References<'a> {
    site: &'a mut Site,
    pub(super) options: &'a Options,
    pub(super) oddities: Oddities,
    /// The entries of which nothing tells but references such as those of this file.
    pub(super) made: Vec<Record>,
    /// When what the file refers to is public.
    pub(super) public: Option<Interval>,
    /// Articles that a shortcode links to: their ids stand in the text as paths.
    linked: HashSet<Id>,
}

impl<'a> References<'a> {
    pub(super) fn new(site: &'a mut Site, options: &'a Options, oddities: Oddities) -> Self {
        Self { site, options, oddities, made: Vec::new(), public: always(), linked: HashSet::new() }
    }

    /// The author of a byline, by the name of the profile or by the printed name.
    pub(super) fn author(&mut self, name: &str) -> Option<Id> {
        self.described(Kind::Author, name).or_else(|| {
            let author = minimal_author(
                &Slug::from_title(name)?,
                &spell_out(name, true),
                &self.options.locale,
                self.public,
            );
            Some(self.make(author, "author without a profile"))
        })
    }

    /// The topic `name`.
    pub(super) fn tag(&mut self, name: &str) -> Option<Id> {
        self.described(Kind::Tag, name).or_else(|| {
            let tag = minimal_tag(
                &Slug::from_title(name)?,
                &spell_out(name, false),
                &self.options.locale,
                self.public,
            );
            Some(self.make(tag, "topic without a page"))
        })
    }

    /// The section that the article `key` lies in.
    pub(super) fn section_of(&mut self, key: &str) -> Option<Id> {
        let section = self.site.index.section_of(key)?.0.to_owned();
        self.described(Kind::Section, &section)
    }

    /// The picture `name`: one that the site describes, or the file of that name or address.
    pub(super) fn picture(&mut self, name: &str, alt: &str, caption: Option<&str>) -> Option<Id> {
        let name = one_line(name);
        if let Some(id) = self.described(Kind::Image, &name) {
            return Some(id);
        }
        let Some((key, url)) = picture_address(&name, &self.options.media_base) else {
            self.oddities.note("picture without an address");
            return None;
        };
        let image = Image {
            picture: Picture::Elsewhere(url),
            width: None,
            height: None,
            alt: at_most(&one_line(alt), 5_000, "alternative text", &mut self.oddities).unwrap_or_default(),
            caption: caption.and_then(|text| at_most(text, 5_000, "caption", &mut self.oddities)),
            credit: None,
            licence: None,
            focal_point: None,
        };
        let picture = Record { derived: true, ..record(&key, image, self.public) };
        Some(self.make(picture, "picture without a description"))
    }

    /// What stands behind a link to the page `reference`: a path that [`Recognize::article`] knows, or the
    /// path of the page on its own site.
    pub(super) fn href(&mut self, reference: &str) -> String {
        if is_web_url(reference) {
            return escape(reference);
        }
        if let Some(key) = self.site.index.article(reference) {
            let id = Id::of_key(Kind::Article, key);
            self.linked.insert(id);
            return format!("/{id}");
        }
        self.oddities.note("link to a page that is not an article of the import");
        let fragment = reference.split_once('#').map_or_else(String::new, |(_, rest)| format!("#{rest}"));
        match page_path(reference) {
            "" if fragment.is_empty() => "/".to_owned(),
            "" => escape(&fragment),
            path => escape(&format!("/{path}/{fragment}")),
        }
    }

    /// The entry that the site describes under `name`; its file will be read.
    fn described(&mut self, kind: Kind, name: &str) -> Option<Id> {
        let (key, path) = self.site.index.find(kind, name)?;
        let id = Id::of_key(kind, key);
        let path = path.to_path_buf();
        self.site.want(path);
        Some(id)
    }

    /// Makes an entry. The first file that refers to it notes it as odd.
    fn make(&mut self, record: Record, oddity: &str) -> Id {
        let id = record.id;
        if self.site.made.insert(id) {
            self.oddities.note(oddity);
        }
        add(&mut self.made, record);
        id
    }
}

impl Recognize for References<'_> {
    fn image(&mut self, src: &str, alt: &str, title: Option<&str>) -> Option<Id> {
        self.picture(src, alt, title)
    }

    fn article(&mut self, href: &str) -> Option<Id> {
        let id: Option<Id> = href.strip_prefix('/').and_then(|path| path.parse().ok());
        if let Some(id) = id.filter(|id| self.linked.contains(id)) {
            return Some(id);
        }
        let elsewhere = href.contains(':') || href.starts_with("//") || href.starts_with('#');
        let key = self.site.index.article(href).filter(|_| !elsewhere)?;
        Some(Id::of_key(Kind::Article, key))
    }

    fn entry(&mut self, kind: Kind, reference: &str) -> Option<Id> {
        Some(Id::of_reference(kind, reference))
    }
}

/// The key and the address of a picture that nobody describes.
fn picture_address(name: &str, media_base: &Url) -> Option<(String, String)> {
    let name = if name.starts_with("//") { format!("https:{name}") } else { name.to_owned() };
    if is_web_url(&name) {
        return Some((name.clone(), name)).filter(|(url, _)| url.len() <= 2_000);
    }
    let path = name.trim_start_matches("./").trim_start_matches('/');
    // `data:` and its like name no file.
    if path.is_empty() || Url::parse(path).is_ok() {
        return None;
    }
    media_url(media_base, path).map(|url| (path.to_owned(), url))
}

/// The address of the file `path` of the site.
pub(super) fn media_url(media_base: &Url, path: &str) -> Option<String> {
    let mut url = media_base.clone();
    url.path_segments_mut()
        .ok()?
        .pop_if_empty()
        .extend(path.split('/').filter(|segment| !segment.is_empty()));
    Some(url.to_string()).filter(|url| url.len() <= 2_000)
}

/// An address that can stand in Markdown between parentheses and in HTML between quotes.
pub(super) fn escape(address: &str) -> String {
    let mut escaped = String::with_capacity(address.len());
    for byte in address.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => escaped.push(char::from(byte)),
            b'-' | b'.' | b'_' | b'~' | b'/' | b':' | b'?' | b'#' | b'@' | b'=' | b'+' | b',' | b'%'
            | b'&' => {
                escaped.push(char::from(byte));
            }
            _ => {
                let _ = write!(escaped, "%{byte:02X}");
            }
        }
    }
    escaped
}

/// A name for people: `aaron-snow` becomes Aaron Snow, and `content-strategy` Content strategy. A name that
/// is not written like a slug stays.
fn spell_out(name: &str, every_word: bool) -> String {
    let name = one_line(name);
    if name.contains(' ') || name.chars().any(char::is_uppercase) {
        return name.chars().take(300).collect();
    }
    let mut spelt = String::with_capacity(name.len());
    for (index, word) in name.split(['-', '_']).filter(|word| !word.is_empty()).enumerate() {
        if index > 0 {
            spelt.push(' ');
        }
        let mut chars = word.chars();
        match chars.next() {
            Some(first) if index == 0 || every_word => spelt.extend(first.to_uppercase()),
            Some(first) => spelt.push(first),
            None => {}
        }
        spelt.push_str(chars.as_str());
    }
    spelt.chars().take(300).collect()
}
