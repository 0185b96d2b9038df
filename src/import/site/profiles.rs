//! Authors, topics, sections and pictures: files that describe one entry each.

use super::References;
use super::credits::aliases;
use super::front_matter::Fields;
use super::references::media_url;
use crate::domain::image::Picture;
use crate::domain::tag::TagKind;
use crate::domain::{Author, Image, Localized, Record, Section, Slug, Tag};
use crate::import::plain::{at_most, one_line, text_of_html, web_url};
use crate::import::records::{always, record};

/// The author `key`.
pub(super) fn author(key: &str, fields: &Fields, references: &mut References<'_>) -> Result<Record, String> {
    let full = || {
        let names = [fields.text(&["first_name"]), fields.text(&["last_name"])];
        Some(names.into_iter().flatten().collect::<Vec<_>>().join(" ")).filter(|name| !name.is_empty())
    };
    let name = fields.text(&["display_name", "name", "title"]).or_else(full);
    let bio = fields.text(&["bio", "description", "agency_full_name"]);
    let bio = bio.and_then(|bio| {
        at_most(&one_line(&text_of_html(&bio)), 10_000, "biography", &mut references.oddities)
    });
    if fields.text(&["expirydate"]).is_some() {
        references.oddities.note("expiry date of an author ignored");
    }
    let image = fields.text(&["profile_photo", "image", "photo"]);
    let image = image.filter(|name| !name.contains(' ')).and_then(|name| references.picture(&name, "", None));
    let slug = slug(key, fields, references)?;
    let aliases = aliases(fields, &slug, references);
    let author = Author {
        slug,
        name: named(name, key, references),
        bio: Localized::new(bio.map(|bio| (references.options.locale.clone(), bio)).into_iter().collect()),
        image,
        links: links(fields, references),
        email: None,
    };
    let mut record = record(key, author, always());
    record.aliases = aliases;
    Ok(record)
}

/// The topic `key`.
pub(super) fn tag(key: &str, fields: &Fields, references: &mut References<'_>) -> Result<Record, String> {
    let slug = slug(key, fields, references)?;
    let aliases = aliases(fields, &slug, references);
    let tag = Tag {
        slug,
        name: named(fields.text(&["title", "name"]), key, references),
        kind: TagKind::Topic,
        same_as: Vec::new(),
    };
    let mut record = record(key, tag, always());
    record.aliases = aliases;
    Ok(record)
}

/// The section `key`: a folder of articles that has a page of its own.
pub(super) fn section(key: &str, fields: &Fields, references: &mut References<'_>) -> Result<Record, String> {
    let name = super::index::last_segment(key);
    let slug = slug(name, fields, references)?;
    let section = Section {
        slug,
        name: named(fields.text(&["title", "name"]), name, references),
        parent: references.section_of(key),
    };
    Ok(record(key, section, always()))
}

/// The picture `key`: an entry of the site's image library.
pub(super) fn image(key: &str, fields: &Fields, references: &mut References<'_>) -> Result<Record, String> {
    let stated = fields.text(&["url", "src"]).as_deref().and_then(web_url);
    let built = || {
        let uid = fields.text(&["uid"]).unwrap_or_else(|| key.to_owned());
        let file = fields.text(&["format"]).map_or(uid.clone(), |format| format!("{uid}.{format}"));
        media_url(&references.options.media_base, &file)
    };
    let url = stated.or_else(built).ok_or("The picture has no address.")?;
    let size = |name| {
        fields.text(&[name]).and_then(|text| text.parse().ok()).filter(|size| (1..=100_000).contains(size))
    };
    let (width, height) = (size("width"), size("height"));
    let mut text = |name: &'static str, max| {
        let text = one_line(&text_of_html(&fields.text(&[name])?));
        at_most(&text, max, name, &mut references.oddities)
    };
    let image = Image {
        picture: Picture::Elsewhere(url),
        width,
        height,
        alt: text("alt", 5_000).unwrap_or_default(),
        caption: text("caption", 5_000),
        credit: text("credit", 500),
        licence: text("licence", 500).or_else(|| text("license", 500)),
        focal_point: None,
    };
    if image.alt.is_empty() {
        references.oddities.note("picture without alternative text");
    }
    Ok(record(key, image, always()))
}

/// The slug that the fields state, else one made of the name of the file.
fn slug(key: &str, fields: &Fields, references: &mut References<'_>) -> Result<Slug, String> {
    let stated = fields.text(&["slug"]);
    if let Some(Ok(slug)) = stated.as_deref().map(str::parse) {
        return Ok(slug);
    }
    if stated.is_some() {
        references.oddities.note("slug repaired");
    }
    key.parse()
        .ok()
        .or_else(|| Slug::from_title(key))
        .ok_or_else(|| "No slug can be made of the name of the file.".to_owned())
}

fn named(name: Option<String>, key: &str, references: &mut References<'_>) -> Localized {
    let name = name.map(|name| one_line(&text_of_html(&name)));
    let name =
        name.and_then(|name| at_most(&name, 300, "name", &mut references.oddities)).unwrap_or_else(|| {
            references.oddities.note("named after its file");
            key.chars().take(300).collect()
        });
    Localized::new(vec![(references.options.locale.clone(), name)])
}

/// The pages of an author elsewhere: addresses, or names on sites that are known.
fn links(fields: &Fields, references: &mut References<'_>) -> Vec<String> {
    const SITES: [(&str, &str); 8] = [
        ("github", "https://github.com/"),
        ("twitter", "https://twitter.com/"),
        ("facebook", "https://www.facebook.com/"),
        ("linkedin", "https://www.linkedin.com/in/"),
        ("youtube", "https://www.youtube.com/"),
        ("mastodon", ""),
        ("website", ""),
        ("url", ""),
    ];
    let mut links = Vec::new();
    for (name, base) in SITES {
        let Some(text) = fields.text(&[name]) else { continue };
        let user = text.trim_start_matches('@');
        let built = || {
            url::Url::parse(base)
                .ok()
                .filter(|_| !user.contains(['/', ' ']))
                .and_then(|base| media_url(&base, user))
        };
        let link = web_url(&text).or_else(built);
        match link {
            Some(link) => links.push(link),
            None => references.oddities.note(format!("{name} of an author not understood")),
        }
    }
    links
}
