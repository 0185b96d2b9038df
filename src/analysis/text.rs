//! What of an entry is searched: its own words. The names of its authors and tags and the facts of the boxes in it are
//! found where they stand; they change without it, and lists are narrowed by them.

use std::borrow::Cow;

use super::Language;
use crate::domain::article::{Byline, Source};
use crate::domain::body::{BlockContent, Embed, PullQuote, Span, plain_text};
use crate::domain::{AnyContent, Article, Author, FactBox, Image, Localized, Section, Tag};

/// How much a word says in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// In the title, or the name.
    Title,
    /// In the lead.
    Lead,
    /// In all else.
    Body,
}

/// A text of an entry. No phrase reaches from one into another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text<'c> {
    /// What it is.
    pub field: Field,
    /// Which language it is in.
    pub language: Language,
    /// The characters, without markup.
    pub text: Cow<'c, str>,
}

impl<'c> Text<'c> {
    fn new(field: Field, language: Language, text: impl Into<Cow<'c, str>>) -> Self {
        Self { field, language, text: text.into() }
    }
}

/// What has texts that are searched.
pub trait Texts {
    /// These texts, in the order of reading.
    fn texts(&self) -> Vec<Text<'_>>;
}

impl Texts for AnyContent {
    fn texts(&self) -> Vec<Text<'_>> {
        match self {
            Self::Article(article) => article.texts(),
            Self::FactBox(fact_box) => fact_box.texts(),
            Self::Author(author) => author.texts(),
            Self::Section(section) => section.texts(),
            Self::Tag(tag) => tag.texts(),
            Self::Image(image) => image.texts(),
        }
    }
}

impl Texts for Article {
    fn texts(&self) -> Vec<Text<'_>> {
        let language = Language::of(&self.locale);
        let mut texts = vec![Text::new(Field::Title, language, &self.title)];
        let leads = self.lead.iter().chain(&self.short_title);
        texts.extend(leads.map(|lead| Text::new(Field::Lead, language, lead)));
        let blocks = self.body.blocks().iter().flat_map(|block| of_block(&block.content));
        let credits = self.bylines.iter().filter_map(|Byline { credit, .. }| credit.as_ref());
        let sources = self.sources.iter().map(|Source { name, .. }| name);
        let lines = blocks.chain(credits.chain(sources).map(Into::into));
        texts.extend(lines.map(|line| Text::new(Field::Body, language, line)));
        texts
    }
}

fn of_block(content: &BlockContent) -> Vec<Cow<'_, str>> {
    match content {
        BlockContent::Text(text) => vec![joined(&text.spans)],
        BlockContent::PullQuote(PullQuote { text, attribution }) => {
            std::iter::once(text).chain(attribution).map(Into::into).collect()
        }
        BlockContent::Table(table) => table.rows.iter().flatten().map(|cell| joined(cell)).collect(),
        BlockContent::Image(image) => image.caption.iter().map(Into::into).collect(),
        BlockContent::Embed(Embed { title, .. }) => title.iter().map(Into::into).collect(),
        BlockContent::FactBox(_) | BlockContent::Divider => Vec::new(),
    }
}

/// Most texts are a single span.
fn joined(spans: &[Span]) -> Cow<'_, str> {
    match spans {
        [Span { text, .. }] => text.into(),
        spans => plain_text(spans).into(),
    }
}

impl Texts for FactBox {
    fn texts(&self) -> Vec<Text<'_>> {
        let language = Language::of(&self.locale);
        let mut texts = vec![Text::new(Field::Title, language, &self.title)];
        for fact in &self.items {
            texts.push(Text::new(Field::Body, language, joined(&fact.text)));
            let sources = fact.sources.iter().map(|Source { name, .. }| name);
            texts.extend(sources.map(|name| Text::new(Field::Body, language, name)));
        }
        texts
    }
}

impl Texts for Author {
    fn texts(&self) -> Vec<Text<'_>> {
        localized(Field::Title, &self.name).chain(localized(Field::Body, &self.bio)).collect()
    }
}

impl Texts for Section {
    fn texts(&self) -> Vec<Text<'_>> {
        localized(Field::Title, &self.name).collect()
    }
}

impl Texts for Tag {
    fn texts(&self) -> Vec<Text<'_>> {
        localized(Field::Title, &self.name).collect()
    }
}

fn localized(field: Field, texts: &Localized) -> impl Iterator<Item = Text<'_>> {
    texts.iter().map(move |(locale, text)| Text::new(field, Language::of(locale), text))
}

/// What is said of pictures is in no stated language.
impl Texts for Image {
    fn texts(&self) -> Vec<Text<'_>> {
        let caption = self.caption.iter().map(|caption| (Field::Title, caption));
        let credit = self.credit.iter().map(|credit| (Field::Body, credit));
        let lines = caption.chain([(Field::Lead, &self.alt)]).chain(credit);
        lines.map(|(field, text)| Text::new(field, Language::OTHER, text)).collect()
    }
}
