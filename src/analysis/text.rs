//! What of an entry is searched: its own words. The names of its authors and tags and the facts of the boxes in it are
//! found where they stand; they change without it, and lists are narrowed by them.

use super::Language;
use crate::domain::article::{Byline, Source};
use crate::domain::body::{BlockContent, Embed, PullQuote, plain_text};
use crate::domain::{AnyContent, Article, Author, FactBox, Image, Localized};

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
pub struct Text {
    /// What it is.
    pub field: Field,
    /// Which language it is in.
    pub language: Language,
    /// The characters, without markup.
    pub text: String,
}

/// The texts of an entry, in the order of reading.
#[must_use]
pub fn texts(content: &AnyContent) -> Vec<Text> {
    match content {
        AnyContent::Article(article) => of_article(article),
        AnyContent::FactBox(fact_box) => of_fact_box(fact_box),
        AnyContent::Author(Author { name, bio, .. }) => {
            let names = localized(Field::Title, name);
            names.chain(localized(Field::Body, bio)).collect()
        }
        AnyContent::Section(section) => localized(Field::Title, &section.name).collect(),
        AnyContent::Tag(tag) => localized(Field::Title, &tag.name).collect(),
        AnyContent::Image(image) => of_image(image),
    }
}

fn localized(field: Field, texts: &Localized) -> impl Iterator<Item = Text> + '_ {
    texts.iter().map(move |(locale, text)| Text {
        field,
        language: Language::of(locale),
        text: text.to_owned(),
    })
}

fn of_article(article: &Article) -> Vec<Text> {
    let language = Language::of(&article.locale);
    let text = |field, text: String| Text { field, language, text };
    let mut texts = vec![text(Field::Title, article.title.clone())];
    texts.extend(article.lead.iter().chain(&article.short_title).map(|lead| text(Field::Lead, lead.clone())));
    let blocks = article.body.blocks().iter().flat_map(|block| of_block(&block.content));
    texts.extend(blocks.map(|block| text(Field::Body, block)));
    let credits = article.bylines.iter().filter_map(|Byline { credit, .. }| credit.clone());
    let sources = article.sources.iter().map(|Source { name, .. }| name.clone());
    texts.extend(credits.chain(sources).map(|line| text(Field::Body, line)));
    texts
}

fn of_block(content: &BlockContent) -> Vec<String> {
    match content {
        BlockContent::Text(text) => vec![plain_text(&text.spans)],
        BlockContent::PullQuote(PullQuote { text, attribution }) => {
            std::iter::once(text.clone()).chain(attribution.clone()).collect()
        }
        BlockContent::Table(table) => table.rows.iter().flatten().map(|cell| plain_text(cell)).collect(),
        BlockContent::Image(image) => image.caption.clone().into_iter().collect(),
        BlockContent::Embed(Embed { title, .. }) => title.clone().into_iter().collect(),
        BlockContent::FactBox(_) | BlockContent::Divider => Vec::new(),
    }
}

fn of_fact_box(FactBox { locale, title, items, .. }: &FactBox) -> Vec<Text> {
    let language = Language::of(locale);
    let mut texts = vec![Text { field: Field::Title, language, text: title.clone() }];
    for fact in items {
        let sources = fact.sources.iter().map(|Source { name, .. }| name.clone());
        let lines = std::iter::once(plain_text(&fact.text)).chain(sources);
        texts.extend(lines.map(|text| Text { field: Field::Body, language, text }));
    }
    texts
}

/// What is said of pictures is in no stated language.
fn of_image(Image { alt, caption, credit, .. }: &Image) -> Vec<Text> {
    let text = |field, text: &String| Text { field, language: Language::OTHER, text: text.clone() };
    let caption = caption.iter().map(|caption| text(Field::Title, caption));
    let credit = credit.iter().map(|credit| text(Field::Body, credit));
    caption.chain([text(Field::Lead, alt)]).chain(credit).collect()
}
