//! Articles.

use super::content::{Outline, impl_any, named};
use super::{
    AnyContent, Author, Body, Content, Id, Kind, Link, Locale, Result, Role, Slug, Timestamp, Validator,
};

/// The content of an article in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The language it is written in.
    pub locale: Locale,
    /// Its name in the address; unique among the articles of its locale.
    pub slug: Slug,
    /// The genre.
    pub kind: ArticleKind,
    /// The headline; 1 to 500 characters, no markup.
    pub title: String,
    /// A headline for narrow places.
    pub short_title: Option<String>,
    /// The lead or standfirst: the paragraph that says it all; no markup.
    pub lead: Option<String>,
    /// The text.
    pub body: Body,
    /// Who is credited, in the order printed; at most 50.
    pub bylines: Vec<Byline>,
    /// Where the report comes from; at most 50.
    pub sources: Vec<Source>,
    /// The department.
    pub section: Option<Id>,
    /// Topics, most important first; at most 100.
    pub tags: Vec<Id>,
    /// The picture shown with the headline.
    pub lead_image: Option<Id>,
    /// What was corrected, newest last; at most 100.
    pub corrections: Vec<Correction>,
    /// The address of the original, when this is a copy.
    pub canonical_url: Option<String>,
    /// What search engines and link previews show instead.
    pub seo: Seo,
    /// What others may do with it.
    pub rights: Rights,
    /// Shared by the same piece in all its languages.
    pub translation_group: Option<Id>,
    /// What it was translated from.
    pub translation_of: Option<Original>,
}

named! {
    /// The genres of article.
    ArticleKind {
        /// A report of an event.
        News = "news",
        /// A longer story.
        Feature = "feature",
        /// An account of what events mean.
        Analysis = "analysis",
        /// A view that is the author's own.
        Opinion = "opinion",
        /// Questions and answers.
        Interview = "interview",
        /// Background, step by step.
        Explainer = "explainer",
        /// A running account.
        Live = "live",
    }
}

/// What an article was translated from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Original {
    /// The article in the other language.
    pub article: Id,
    /// The revision of it that was translated; 1 or more. Where readers see a newer one, the translation is stale.
    pub revision: u32,
}

/// A credit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Byline {
    /// Who; `None` when only the printed credit is known.
    pub author: Option<Id>,
    /// What they did.
    pub role: BylineRole,
    /// The credit as printed on this piece, where it differs from the name: "a correspondent in Reyland".
    pub credit: Option<String>,
}

named! {
    /// What somebody credited did.
    BylineRole {
        /// Wrote it.
        Author = "author",
        /// Contributed reporting.
        Contributor = "contributor",
        /// Edited it.
        Editor = "editor",
        /// Took the pictures.
        Photographer = "photographer",
        /// Translated it.
        Translator = "translator",
    }
}

/// Where a report, or a fact, comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The outlet, agency, document or person.
    pub name: String,
    /// Where it can be read.
    pub url: Option<String>,
    /// What it contributed.
    pub role: SourceRole,
}

named! {
    /// What a source contributed.
    SourceRole {
        /// Reported it first: "… writes about it".
        Reported = "reported",
        /// The piece was first published there.
        Original = "original",
        /// A document or data that the piece rests on.
        Document = "document",
        /// Somebody who was interviewed or quoted.
        Quoted = "quoted",
    }
}

/// A correction that readers are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// How grave it is.
    pub kind: CorrectionKind,
    /// What was wrong and what is right.
    pub text: String,
    /// When it was made.
    pub at: Timestamp,
    /// The block that was corrected.
    pub block_key: Option<String>,
}

named! {
    /// The kinds of correction.
    CorrectionKind {
        /// Something was wrong.
        Correction = "correction",
        /// Something was unclear.
        Clarification = "clarification",
        /// Something was added after publication.
        Update = "update",
        /// A remark by the editors.
        EditorsNote = "editorsNote",
        /// The piece no longer stands.
        Retraction = "retraction",
    }
}

/// Texts for search engines and link previews.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seo {
    /// Replaces the headline there.
    pub title: Option<String>,
    /// Replaces the lead there.
    pub description: Option<String>,
    /// Asks search engines not to list the piece.
    pub no_index: bool,
}

/// What others may do with a piece.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    /// Who holds the copyright.
    pub holder: Option<String>,
    /// The licence: an SPDX id or a URL.
    pub licence: Option<String>,
    /// Conditions in words.
    pub usage_terms: Option<String>,
    /// Where it may be published: ISO 3166-1 codes of two letters; empty means everywhere.
    pub territories: Vec<String>,
    /// Whether machines may learn from it; `None` says nothing.
    pub ai_use: Option<AiUse>,
}

named! {
    /// Use by machine learning.
    AiUse {
        /// Allowed.
        Allowed = "allowed",
        /// For search and citation, not for training.
        NoTraining = "noTraining",
        /// Not at all.
        Forbidden = "forbidden",
    }
}

impl Content for Article {
    const KIND: Kind = Kind::Article;

    fn sources(&self) -> Vec<Id> {
        self.sources.iter().map(|source| Id::of_source(&source.name)).collect()
    }

    fn outline(&self) -> Outline {
        Outline {
            locale: Some(self.locale.clone()),
            slug: Some(self.slug.clone()),
            title: self.title.clone(),
            variant: Some(self.kind.as_str()),
            translation_group: self.translation_group,
            corrected_at: self.corrections.iter().map(|correction| correction.at).max(),
            review_by: None,
            has_image: self.lead_image.is_some(),
        }
    }

    fn links(&self) -> Vec<Link> {
        let bylines =
            self.bylines.iter().filter_map(|byline| byline.author).map(|id| Link::to(Role::Byline, id));
        let section = self.section.map(|id| Link::to(Role::Section, id));
        let tags = self.tags.iter().map(|&id| Link::to(Role::Tag, id));
        let lead_image = self.lead_image.map(|id| Link::to(Role::LeadImage, id));
        let original = self.translation_of.map(Original::link);
        bylines
            .chain(section)
            .chain(tags)
            .chain(lead_image)
            .chain(self.body.embeds().iter().cloned())
            .chain(original)
            .collect()
    }

    fn validate(&self) -> Result<()> {
        let mut v = Validator::new();
        v.text("title", &self.title, 500);
        v.optional_text("shortTitle", self.short_title.as_deref(), 200);
        v.optional_text("lead", self.lead.as_deref(), 5_000);
        v.at_most("bylines", &self.bylines, 50);
        v.each("bylines", &self.bylines, |v, byline| byline.validate(v));
        v.at_most("sources", &self.sources, 50);
        v.each("sources", &self.sources, |v, source| source.validate(v));
        v.at_most("tags", &self.tags, 100);
        v.at_most("corrections", &self.corrections, 100);
        v.each("corrections", &self.corrections, |v, correction| v.text("text", &correction.text, 5_000));
        if let Some(url) = &self.canonical_url {
            v.web_url("canonicalUrl", url);
        }
        if self.translation_of.is_some_and(|original| original.revision == 0) {
            v.within("translationOf", |v| {
                v.within("revision", |v| v.fail("Revisions are counted from 1."));
            });
        }
        v.within("seo", |v| {
            v.optional_text("title", self.seo.title.as_deref(), 500);
            v.optional_text("description", self.seo.description.as_deref(), 2_000);
        });
        v.within("rights", |v| self.rights.validate(v));
        self.body.validate(&mut v);
        v.finish()
    }

    impl_any!(Article);
}

impl Article {
    /// What was corrected, newest first. Of the same moment, what was written last comes first.
    #[must_use]
    pub fn newest_corrections(&self) -> Vec<&Correction> {
        let mut corrections: Vec<&Correction> = self.corrections.iter().rev().collect();
        corrections.sort_by_key(|correction| std::cmp::Reverse(correction.at));
        corrections
    }
}

impl Original {
    /// Whether the translation is behind, where this revision of the original is public.
    #[must_use]
    pub const fn is_stale(&self, public: u32) -> bool {
        public > self.revision
    }

    const fn link(self) -> Link {
        Link { role: Role::Translation, target: self.article, pin: Some(self.revision) }
    }
}

impl Byline {
    /// The name to print: the credit of this piece, or else the author's name in its language. `None` when nothing
    /// of the credit can be shown, because the author is not public and no words were printed.
    #[must_use]
    pub fn name<'a>(&'a self, author: Option<&'a Author>, locale: &Locale) -> Option<&'a str> {
        let own = || author.and_then(|author| author.name.pick(Some(locale))).map(|(_, name)| name);
        self.credit.as_deref().or_else(own)
    }

    fn validate(&self, v: &mut Validator) {
        v.optional_text("credit", self.credit.as_deref(), 300);
        if self.author.is_none() && self.credit.is_none() {
            v.fail("A byline names an author, or a credit, or both.");
        }
    }
}

impl Source {
    /// Checks one source, of an article or of a fact.
    pub fn validate(&self, v: &mut Validator) {
        v.text("name", &self.name, 300);
        if let Some(url) = &self.url {
            v.web_url("url", url);
        }
    }
}

impl Rights {
    fn validate(&self, v: &mut Validator) {
        v.optional_text("holder", self.holder.as_deref(), 300);
        v.optional_text("licence", self.licence.as_deref(), 500);
        v.optional_text("usageTerms", self.usage_terms.as_deref(), 2_000);
        v.each("territories", &self.territories, |v, code| {
            if code.len() != 2 || !code.bytes().all(|b| b.is_ascii_uppercase()) {
                v.fail("Must be an ISO 3166-1 code of two capital letters, such as UA.");
            }
        });
    }
}
