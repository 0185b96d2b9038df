//! Articles: a Markdown file with front matter.

use super::References;
use super::credits;
use super::expand::{Context, Expander};
use super::front_matter::{Document, Fields};
use super::index::last_segment;
use super::shelf::{Shelf, without_markers};
use crate::domain::article::{ArticleKind, Rights, Seo};
use crate::domain::body::plain_text;
use crate::domain::record::Interval;
use crate::domain::{Article, Body, Locale, Record, Slug};
use crate::import::moment::{self, Moment};
use crate::import::plain::{at_most, one_line, text_of_html};
use crate::import::records::{mentioned, record};
use crate::parse::{keys, markdown};

/// The fields that are read, or that say nothing about content: `weight` only sorts lists.
const KNOWN: [&str; 36] = [
    "title",
    "slug",
    "date",
    "publishdate",
    "pubdate",
    "deck",
    "summary",
    "description",
    "excerpt",
    "authors",
    "author",
    "topics",
    "tags",
    "tag",
    "categories",
    "category",
    "source",
    "source_url",
    "canonical",
    "canonicalurl",
    "canonical_url",
    "redirectto",
    "redirect_to",
    "aliases",
    "redirect_from",
    "primary_image",
    "featured_image",
    "image",
    "draft",
    "published",
    "expirydate",
    "weight",
    "layout",
    "lang",
    "locale",
    "language",
];

/// The records of the article `key`, those first that it refers to.
pub(super) fn read(
    key: &str,
    document: Document,
    references: &mut References<'_>,
) -> Result<Vec<Record>, String> {
    let fields = document.fields.unwrap_or_else(|| {
        references.oddities.note("no front matter");
        Fields::default()
    });
    for name in fields.names().filter(|name| !KNOWN.contains(name)) {
        references.oddities.note(format!("field {name} not imported"));
    }
    let public = public(&fields, key, references)?;
    references.public = mentioned(public);
    let name = without_date(last_segment(key));
    let title = title(&fields, &document.text, name, references);
    let locale = locale(&fields, references);
    let slug = slug(&fields, name, &title, &locale, references)
        .ok_or("The article has neither a title nor a file name that a slug can be made of.")?;
    let context = Context { key: key.to_owned(), slug, locale, public, title };
    let lead = lead(&fields, references);
    let mut expander = Expander { references, context: &context, shelf: Shelf::default(), boxes: Vec::new() };
    let body = body(&document.text, &mut expander);
    let boxes = expander.boxes;
    let article = Article {
        locale: context.locale.clone(),
        slug: context.slug.clone(),
        kind: ArticleKind::News,
        title: context.title.clone(),
        short_title: None,
        lead,
        body,
        bylines: credits::bylines(&fields, references),
        sources: credits::sources(&fields, references),
        section: references.section_of(key),
        tags: credits::tags(&fields, references),
        lead_image: credits::lead_image(&fields, references),
        corrections: Vec::new(),
        canonical_url: credits::canonical_url(&fields, references),
        seo: Seo::default(),
        rights: Rights::default(),
        translation_group: None,
        translation_of: None,
    };
    let aliases = credits::aliases(&fields, &article.slug, references);
    let mut records = std::mem::take(&mut references.made);
    records.extend(boxes);
    records.push(Record { aliases, ..record(key, article, context.public) });
    Ok(records)
}

fn body(text: &str, expander: &mut Expander<'_, '_>) -> Body {
    let markdown = expander.expand(&without_markers(text));
    let body = markdown::body(&markdown, expander.references);
    let mut blocks = expander.shelf.place(&body);
    for lost in expander.shelf.left_over() {
        expander.references.oddities.note("block moved to the end, because the markup around it was dropped");
        blocks.push(lost);
    }
    if blocks.len() > Body::MAX_BLOCKS {
        expander.references.oddities.note("body cut");
        blocks.truncate(Body::MAX_BLOCKS);
    }
    Body::new(keys::assign(blocks))
}

/// The title, else the first heading, else the name of the file.
fn title(fields: &Fields, text: &str, name: &str, references: &mut References<'_>) -> String {
    let stated = fields.text(&["title"]).map(|title| one_line(&text_of_html(&title)));
    let title = stated.filter(|title| !title.is_empty()).unwrap_or_else(|| {
        references.oddities.note("article without a title");
        let heading = text.lines().find_map(|line| line.strip_prefix("# ")).map(one_line);
        heading.unwrap_or_else(|| one_line(&name.replace('-', " ")))
    });
    at_most(&title, 500, "title", &mut references.oddities).unwrap_or_else(|| name.to_owned())
}

fn slug(
    fields: &Fields,
    name: &str,
    title: &str,
    locale: &Locale,
    references: &mut References<'_>,
) -> Option<Slug> {
    let stated = fields.text(&["slug"]);
    if let Ok(slug) = stated.as_deref().unwrap_or(name).parse() {
        return Some(slug);
    }
    references.oddities.note(if stated.is_some() { "slug repaired" } else { "slug made" });
    let words = percent_decoded(stated.as_deref().unwrap_or(name));
    Slug::of_title(&words, locale).or_else(|| Slug::of_title(title, locale))
}

/// The text that a percent-encoded one stands for; the same text when it is none.
fn percent_decoded(text: &str) -> String {
    let pair = format!("x={}", text.replace('+', "%2B").replace('&', "%26"));
    let mut pairs = url::form_urlencoded::parse(pair.as_bytes());
    pairs.next().map_or_else(|| text.to_owned(), |(_, value)| value.into_owned())
}

/// The name of a post without the date before it: `2015-07-20-title`.
pub(super) fn without_date(name: &str) -> &str {
    match name.split_at_checked(11) {
        Some((date, rest))
            if date.ends_with('-') && moment::parse(&date[..10]).is_some() && !rest.is_empty() =>
        {
            rest
        }
        _ => name,
    }
}

fn locale(fields: &Fields, references: &mut References<'_>) -> Locale {
    let stated = fields.text(&["locale", "lang", "language"]);
    let locale = stated.as_deref().and_then(|tag| tag.parse().ok());
    if stated.is_some() && locale.is_none() {
        references.oddities.note("language not understood");
    }
    locale.unwrap_or_else(|| references.options.locale.clone())
}

/// When the article is public: from its date to its expiry date; a draft never is.
fn public(fields: &Fields, key: &str, references: &mut References<'_>) -> Result<Option<Interval>, String> {
    let oddities = &mut references.oddities;
    if fields.flag("draft") || fields.text(&["published"]).as_deref() == Some("false") {
        oddities.note("draft");
        return Ok(None);
    }
    if fields.text(&["weight"]).as_deref() == Some("0") {
        oddities.note("hidden from the lists of the site, but public (weight 0)");
    }
    let read = |names: &[&str]| -> Result<Option<Moment>, String> {
        let Some(text) = fields.text(names) else { return Ok(None) };
        let head: String = text.chars().take(40).collect();
        moment::parse(&text).map(Some).ok_or_else(|| format!("The {} \"{head}\" is not a date.", names[0]))
    };
    let stated = read(&["date", "publishdate", "pubdate"])?;
    let until = read(&["expirydate"])?.map(|moment| moment.at);
    let from = stated.or_else(|| {
        let day = last_segment(key).get(..10)?;
        moment::parse(day)
    });
    let Some(from) = from.map(|moment| moment.at) else {
        oddities.note("draft, for want of a date");
        return Ok(None);
    };
    match stated {
        Some(Moment { assumed: Some(assumed), .. }) => oddities.note(format!("date: {assumed}")),
        Some(_) => {}
        None => oddities.note("date taken from the name of the file"),
    }
    match until {
        Some(_) if references.options.keep_expired => oddities.note("expiry date ignored"),
        Some(until) if until <= from => {
            oddities.note("draft, because it expired before its date");
            return Ok(None);
        }
        Some(_) => oddities.note("public until an expiry date"),
        None => {}
    }
    let until = until.filter(|_| !references.options.keep_expired);
    Ok(Some(Interval { from, until, material: true }))
}

/// The deck, else the summary, without its markup.
fn lead(fields: &Fields, references: &mut References<'_>) -> Option<String> {
    let text = fields.text(&["deck", "summary", "description", "excerpt"])?;
    let plain = one_line(&plain_text(&markdown::inline(&text, references)));
    at_most(&plain, 5_000, "lead", &mut references.oddities)
}
