//! One entry of a feed, and what is true of it in every format.

use crate::domain::article::{Correction, CorrectionKind, Source};
use crate::domain::{Locale, Timestamp};
use crate::render::xml::escape;

use super::Media;

/// An article as partners and readers receive it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The `tag:` URI, which stays when the slug changes.
    pub id: String,
    /// Whether it still stands.
    pub status: Status,
    /// The canonical page for people.
    pub url: String,
    /// The headline; plain text.
    pub title: String,
    /// The lead; plain text.
    pub summary: Option<String>,
    /// The body as HTML, without the corrections; empty when the article has no text.
    pub content_html: String,
    /// The same as plain text.
    pub content_text: String,
    /// Who wrote it, in the order of the byline.
    pub authors: Vec<Person>,
    /// Who else is credited: photographers, translators, editors.
    pub contributors: Vec<Person>,
    /// When it first became public; never changes.
    pub published: Timestamp,
    /// When something changed of which readers should be told.
    pub updated: Timestamp,
    /// The language it is written in.
    pub language: Locale,
    /// The section first, then topics, most important first.
    pub categories: Vec<Category>,
    /// The lead image.
    pub image: Option<Media>,
    /// Where the report comes from.
    pub sources: Vec<Source>,
    /// The same piece in other languages.
    pub translations: Vec<Translation>,
    /// The copyright notice; plain text.
    pub rights: Option<String>,
    /// The address of the licence.
    pub licence_url: Option<String>,
    /// What was corrected, newest last.
    pub corrections: Vec<Correction>,
    /// The fact boxes that the text shows.
    pub fact_boxes: Vec<FactBoxRef>,
}

/// Whether an entry still stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It does.
    Public,
    /// It was taken back, and the entry is a stub that says so.
    Withdrawn,
}

impl Status {
    /// The word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// Somebody credited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name or credit as printed, without "By".
    pub name: String,
    /// The page about them.
    pub url: Option<String>,
}

/// A section or topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// The name for machines.
    pub term: String,
    /// The name for people.
    pub label: String,
    /// The URI of the vocabulary that `term` belongs to.
    pub scheme: Option<String>,
}

/// The same piece in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// That language.
    pub locale: Locale,
    /// Its page for people.
    pub url: String,
}

/// A fact box that the text shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactBoxRef {
    /// The `tag:` URI.
    pub id: String,
    /// What it is about; plain text.
    pub title: String,
}

impl Entry {
    /// The body as HTML with its corrections in sight. No feed format has an element for a correction, so it stands
    /// where readers look: a retraction before the text, anything else after it.
    #[must_use]
    pub fn html(&self) -> String {
        self.with_corrections(&self.content_html, "", |correction| {
            let (at, day, text) = (correction.at, day(correction.at), escape(&correction.text));
            format!("<p class=\"correction\"><time datetime=\"{at}\">{day}</time> {text}</p>")
        })
    }

    /// The body as plain text with its corrections in sight.
    #[must_use]
    pub fn text(&self) -> String {
        self.with_corrections(&self.content_text, "\n\n", |correction| {
            format!("{}: {}", day(correction.at), correction.text)
        })
    }

    /// The names of the categories, each once: a section and a topic may share theirs.
    #[must_use]
    pub fn labels(&self) -> Vec<&str> {
        let mut labels = Vec::with_capacity(self.categories.len());
        for category in &self.categories {
            if !labels.contains(&category.label.as_str()) {
                labels.push(category.label.as_str());
            }
        }
        labels
    }

    /// The stub that takes the place of this entry once it was withdrawn.
    ///
    /// Leaving an entry out removes it from no reader's machine; the same id with other text replaces it in most.
    /// So everything but the identity goes, pictures and credits included, and `notice` is all that is left.
    #[must_use]
    pub fn withdraw(self, at: Timestamp, title: String, notice: String) -> Self {
        let Self { id, url, published, language, .. } = self;
        Self {
            id,
            status: Status::Withdrawn,
            url,
            title,
            content_html: format!("<p>{}</p>", escape(&notice)),
            content_text: notice.clone(),
            summary: Some(notice),
            authors: Vec::new(),
            contributors: Vec::new(),
            published,
            updated: at,
            language,
            categories: Vec::new(),
            image: None,
            sources: Vec::new(),
            translations: Vec::new(),
            rights: None,
            licence_url: None,
            corrections: Vec::new(),
            fact_boxes: Vec::new(),
        }
    }

    fn with_corrections(&self, body: &str, between: &str, print: impl Fn(&Correction) -> String) -> String {
        let (retractions, others): (Vec<_>, Vec<_>) =
            self.corrections.iter().partition(|correction| correction.kind == CorrectionKind::Retraction);
        let before = retractions.into_iter().map(&print);
        let after = others.into_iter().map(&print);
        let body = Some(body.to_owned()).filter(|body| !body.is_empty());
        before.chain(body).chain(after).collect::<Vec<_>>().join(between)
    }
}

/// The day of a moment. A date in figures needs no words, which would have to be in the reader's language.
fn day(at: Timestamp) -> impl std::fmt::Display {
    at.utc().format("%Y-%m-%d")
}
