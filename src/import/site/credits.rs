//! What an article owes to others and points to: bylines, topics, sources, its picture, its other addresses.

use super::References;
use super::article::without_date;
use super::front_matter::Fields;
use super::index::{last_segment, page_path};
use crate::domain::article::{Byline, BylineRole, Source, SourceRole};
use crate::domain::{Id, Slug};
use crate::import::plain::{at_most, one_line, web_url};
use crate::import::records::each_once;

/// Who wrote it, in the order given.
pub(super) fn bylines(fields: &Fields, references: &mut References<'_>) -> Vec<Byline> {
    let names = fields.list(&["authors", "author"]);
    let authors = entries(&names, 50, "bylines cut to 50", references, References::author);
    let byline = |author| Byline { author: Some(author), role: BylineRole::Author, credit: None };
    authors.into_iter().map(byline).collect()
}

/// What it is about.
pub(super) fn tags(fields: &Fields, references: &mut References<'_>) -> Vec<Id> {
    let names = fields.list(&["topics", "tags", "tag", "categories", "category"]);
    entries(&names, 100, "topics cut to 100", references, References::tag)
}

/// The entries that `names` refer to, each once, at most `max`.
fn entries<'a>(
    names: &[String],
    max: usize,
    cut: &str,
    references: &mut References<'a>,
    find: fn(&mut References<'a>, &str) -> Option<Id>,
) -> Vec<Id> {
    let found = names.iter().filter_map(|name| find(references, name));
    let (ids, more) = each_once(found, |id| *id, max);
    if more {
        references.oddities.note(cut);
    }
    ids
}

/// Where it was published first.
pub(super) fn sources(fields: &Fields, references: &mut References<'_>) -> Vec<Source> {
    let stated = fields.text(&["source_url"]);
    let url = stated.as_deref().and_then(web_url);
    if stated.is_some() && url.is_none() {
        references.oddities.note("source without a usable address");
    }
    let host = || url::Url::parse(url.as_deref()?).ok()?.host_str().map(str::to_owned);
    let name = fields.text(&["source"]).or_else(host);
    let name = name.and_then(|name| at_most(&one_line(&name), 300, "source", &mut references.oddities));
    name.map(|name| Source { name, url, role: SourceRole::Original }).into_iter().collect()
}

/// The picture shown with the headline: a name, or a name and a description.
pub(super) fn lead_image(fields: &Fields, references: &mut References<'_>) -> Option<Id> {
    const NAMES: [&str; 3] = ["primary_image", "featured_image", "image"];
    NAMES.into_iter().find_map(|field| {
        let (name, alt) = match fields.nested(field) {
            Some(image) => (image.text(&["uid", "src", "url", "path"]), image.text(&["alt"])),
            None => (fields.text(&[field]), None),
        };
        references.picture(&name?, &alt.unwrap_or_default(), None)
    })
}

/// The address of the original. An article that leads elsewhere is a copy of what stands there.
pub(super) fn canonical_url(fields: &Fields, references: &mut References<'_>) -> Option<String> {
    let canonical = fields.text(&["canonical", "canonicalurl", "canonical_url"]);
    let redirect = fields.text(&["redirectto", "redirect_to"]);
    if canonical.is_none() && redirect.as_deref().and_then(web_url).is_some() {
        references.oddities.note("redirect taken as the canonical address");
    }
    let stated = canonical.or(redirect)?;
    let url = web_url(&stated);
    if url.is_none() {
        references.oddities.note("canonical address or redirect that is not a URL");
    }
    url
}

/// The last segments of the addresses that an entry had before; at most 1,000.
pub(super) fn aliases(fields: &Fields, slug: &Slug, references: &mut References<'_>) -> Vec<Slug> {
    let mut aliases: Vec<Slug> = Vec::new();
    for address in fields.list(&["aliases", "redirect_from"]) {
        if aliases.len() == 1_000 {
            references.oddities.note("aliases cut to 1000");
            break;
        }
        let path = page_path(&address);
        let name = without_date(last_segment(path.strip_suffix(".html").unwrap_or(path)));
        match name.parse::<Slug>() {
            Ok(alias) if alias == *slug || aliases.contains(&alias) => {}
            Ok(alias) => aliases.push(alias),
            Err(_) => references.oddities.note("alias that is not a slug"),
        }
    }
    aliases
}
