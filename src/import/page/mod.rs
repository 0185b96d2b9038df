//! Plain text of a news page, as a newsroom writes it in a text editor or copies it out of a mail:
//!
//! ```text
//! Harbour tunnel opens a year late
//!
//! Author: Mara Lindqvist
//! Date: 24 November 2026
//!
//! The lead. The Coast Courier writes about it.
//!
//! A heading
//!
//! More text.
//!
//! What is known:
//! • A fact.
//! • Another one.
//! ```
//!
//! The labels may be Ukrainian. The closing list becomes a fact box. Characters are kept as they are: nothing
//! is normalised, no quotation mark straightened. Text in Ukrainian is stored as `uk` whatever the options
//! say.

mod header;
mod language;
mod layout;
mod sources;

use self::header::{Date, Header};
use self::layout::{Layout, List, Part};
use super::plain::at_most;
use super::records::{each_once, mentioned, minimal_author, record};
use super::{Oddities, Options};
use crate::domain::article::{ArticleKind, Byline, BylineRole, Rights, Seo, Source};
use crate::domain::body::{BlockContent, FactBoxBlock, ListItem, ListKind, Mode, Span, Style, TextBlock};
use crate::domain::fact_box::Fact;
use crate::domain::record::Interval;
use crate::domain::validate::is_forbidden;
use crate::domain::{Article, Body, FactBox, Id, Kind, Locale, Record, Slug};
use crate::parse::keys;

/// The records of the page `key`: its authors, its fact box, the article.
pub(super) fn read(
    key: &str,
    text: &str,
    options: &Options,
    oddities: &mut Oddities,
) -> Result<Vec<Record>, String> {
    let text = plain_lines(text, oddities);
    let lines: Vec<&str> = text.lines().collect();
    let (header, rest) = header::read(&lines).ok_or("The page has no headline.")?;
    let title = at_most(&header.title, 500, "headline", oddities).ok_or("The page has no headline.")?;
    let layout = layout::read(rest);
    let locale = language::of(&text).unwrap_or_else(|| options.locale.clone());
    let page = Page {
        key,
        slug: Slug::of_title(&title, &locale)
            .or_else(|| Slug::from_title(key))
            .ok_or("No slug can be made of the headline or of the name of the file.")?,
        title,
        locale,
        public: public(&header, options, oddities),
    };
    let (mut records, bylines) = page.bylines(&header.authors, oddities);
    let sources = sources::find(layout.paragraphs());
    let mut blocks = blocks(&layout.parts);
    if let Some(list) = &layout.facts {
        let fact_box = page.fact_box(list, oddities);
        let embed = FactBoxBlock { fact_box: Id::of_key(Kind::FactBox, &fact_box.key), mode: Mode::Follow };
        blocks.push(BlockContent::FactBox(embed));
        records.push(fact_box);
    }
    records.push(page.article(layout, blocks, bylines, sources, oddities));
    Ok(records)
}

/// The text without characters that no entry may hold. Those that break lines in word processors break lines here.
fn plain_lines(text: &str, oddities: &mut Oddities) -> String {
    let broken = text.replace(['\u{B}', '\u{C}', '\u{85}'], "\n");
    for _ in broken.matches(is_forbidden) {
        oddities.note("control character dropped");
    }
    broken.replace(is_forbidden, "")
}

/// When the page is public.
fn public(header: &Header, options: &Options, oddities: &mut Oddities) -> Option<Interval> {
    let from = match header.date {
        Date::Known(moment) => {
            if let Some(assumed) = moment.assumed {
                oddities.note(format!("date: {assumed}"));
            }
            Some(moment.at)
        }
        Date::Unclear | Date::Missing => {
            let what =
                if header.date == Date::Unclear { "date not understood" } else { "page without a date" };
            let then = if options.date.is_some() { "the date of the import is used" } else { "left a draft" };
            oddities.note(format!("{what}, {then}"));
            options.date
        }
    };
    from.map(|from| Interval { from, until: None, material: true })
}

/// What every record of a page needs to know.
struct Page<'a> {
    key: &'a str,
    title: String,
    slug: Slug,
    locale: Locale,
    public: Option<Interval>,
}

impl Page<'_> {
    /// The authors, and the credits.
    fn bylines(&self, authors: &[String], oddities: &mut Oddities) -> (Vec<Record>, Vec<Byline>) {
        let author = |name: &String| {
            let Some(slug) = Slug::of_title(name, &self.locale) else {
                oddities.note("author without a letter in the name");
                return None;
            };
            let name = at_most(name, 300, "name of an author", oddities).unwrap_or_default();
            Some(minimal_author(&slug, &name, &self.locale, mentioned(self.public)))
        };
        let (records, more) = each_once(authors.iter().filter_map(author), |record| record.id, 50);
        if more {
            oddities.note("bylines cut to 50");
        }
        let byline =
            |record: &Record| Byline { author: Some(record.id), role: BylineRole::Author, credit: None };
        let bylines = records.iter().map(byline).collect();
        (records, bylines)
    }

    fn fact_box(&self, list: &List, oddities: &mut Oddities) -> Record {
        let title = list.title.as_deref().and_then(|title| at_most(title, 500, "title", oddities));
        if title.is_none() {
            oddities.note("fact box named after its article");
        }
        let title = title.unwrap_or_else(|| self.title.clone());
        let fact = |text: &String| Fact {
            text: vec![Span::plain(text.clone())],
            sources: Vec::new(),
            as_of: None,
            review_by: None,
        };
        if list.items.len() > 100 {
            oddities.note("fact box cut to 100 facts");
        }
        let fact_box = FactBox {
            locale: self.locale.clone(),
            // Many pages have a box called "Background": its page tells them apart.
            slug: list
                .title
                .as_deref()
                .and_then(|title| Slug::of_title(&format!("{} {title}", self.slug), &self.locale))
                .unwrap_or_else(|| self.slug.clone()),
            title,
            items: list.items.iter().take(100).map(fact).collect(),
            translation_group: None,
        };
        record(&format!("{}#box-1", self.key), fact_box, self.public)
    }

    fn article(
        self,
        layout: Layout,
        mut contents: Vec<BlockContent>,
        bylines: Vec<Byline>,
        sources: Vec<Source>,
        oddities: &mut Oddities,
    ) -> Record {
        if contents.len() > Body::MAX_BLOCKS {
            oddities.note("body cut");
            contents.truncate(Body::MAX_BLOCKS);
        }
        let article = Article {
            locale: self.locale,
            slug: self.slug,
            kind: ArticleKind::News,
            title: self.title,
            short_title: None,
            lead: layout.lead.and_then(|lead| at_most(&lead, 5_000, "lead", oddities)),
            body: Body::new(keys::assign(contents)),
            bylines,
            sources,
            section: None,
            tags: Vec::new(),
            lead_image: None,
            corrections: Vec::new(),
            canonical_url: None,
            seo: Seo::default(),
            rights: Rights::default(),
            translation_group: None,
            translation_of: None,
        };
        record(self.key, article, self.public)
    }
}

fn blocks(parts: &[Part]) -> Vec<BlockContent> {
    let block = |text: &str, style, list| {
        BlockContent::Text(TextBlock { style, list, spans: vec![Span::plain(text)] })
    };
    let mut blocks = Vec::with_capacity(parts.len());
    for part in parts {
        match part {
            Part::Paragraph(text) => blocks.push(block(text, Style::Normal, None)),
            Part::Heading(text) => blocks.push(block(text, Style::H2, None)),
            Part::Item(text) => {
                let item = ListItem { kind: ListKind::Bullet, level: 1 };
                blocks.push(block(text, Style::Normal, Some(item)));
            }
        }
    }
    blocks
}
