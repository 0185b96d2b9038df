//! What entries shall say: inputs that become the canonical document, which `document` reads.
//!
//! The same input serves creating and saving. In a change, a member that is left out stays, and null removes.

use async_graphql::{InputObject, Json as JsonScalar, MaybeUndefined, OneofObject};

use crate::document::Json;
use crate::domain::article::{AiUse, ArticleKind, BylineRole, CorrectionKind, SourceRole};
use crate::domain::tag::TagKind;
use crate::graphql::scalar::{
    AiUseName, ArticleKindName, BylineRoleName, CorrectionKindName, Date, LocaleTag, SourceRoleName,
    TagKindName,
};

/// An input that stands for a document, or a part of one.
pub(super) trait Document: Sized {
    fn document(self) -> Json;

    /// Several of them.
    fn documents(several: Vec<Self>) -> Json {
        Json::Array(several.into_iter().map(Self::document).collect())
    }
}

/// The members of a document, as far as they are given.
#[derive(Default)]
struct Members(Vec<(String, Json)>);

impl Members {
    fn put<T: Document>(mut self, name: &str, value: MaybeUndefined<T>) -> Self {
        match value {
            MaybeUndefined::Undefined => {}
            MaybeUndefined::Null => self.0.push((name.to_owned(), Json::Null)),
            MaybeUndefined::Value(value) => self.0.push((name.to_owned(), value.document())),
        }
        self
    }

    fn finish(self) -> Json {
        Json::Object(self.0.into_iter().collect())
    }
}

macro_rules! plain_document {
    ($($type:ty => |$value:ident| $json:expr;)*) => {$(
        impl Document for $type {
            fn document(self) -> Json {
                let $value = self;
                $json
            }
        }
    )*};
}
plain_document! {
    String => |text| text.into();
    bool => |truth| truth.into();
    i32 => |number| number.into();
    LocaleTag => |locale| locale.0.to_string().into();
    Date => |day| day.0.to_string().into();
    ArticleKindName => |name| ArticleKind::from(name).as_str().into();
    BylineRoleName => |name| BylineRole::from(name).as_str().into();
    SourceRoleName => |name| SourceRole::from(name).as_str().into();
    CorrectionKindName => |name| CorrectionKind::from(name).as_str().into();
    AiUseName => |name| AiUse::from(name).as_str().into();
    TagKindName => |name| TagKind::from(name).as_str().into();
}

impl<T: Document> Document for Vec<T> {
    fn document(self) -> Json {
        T::documents(self)
    }
}

/// An input whose members are those of the document, by the same names.
macro_rules! document_input {
    ($(#[$doc:meta])* $name:ident($graphql:literal) { $($(#[$member_doc:meta])* $member:ident($json:literal): $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, InputObject)]
        #[graphql(name = $graphql)]
        pub(super) struct $name { $($(#[$member_doc])* #[graphql(name = $json)] $member: MaybeUndefined<$type>,)* }

        impl Document for $name {
            fn document(self) -> Json {
                let Self { $($member,)* } = self;
                Members::default()$(.put($json, $member))*.finish()
            }
        }
    };
}

document_input! {
    /// An article. References are ids, or slugs; a slug of an article or fact box may have its language before it:
    /// `en/slug`.
    ArticleInput("ArticleInput") {
        /// The language it is written in.
        locale("locale"): LocaleTag,
        /// Its name in the address.
        slug("slug"): String,
        /// The genre; news, unless it is said.
        kind("kind"): ArticleKindName,
        /// The headline, without markup.
        title("title"): String,
        /// A headline for narrow places.
        short_title("shortTitle"): String,
        /// The paragraph that says it all, without markup.
        lead("lead"): String,
        /// The text.
        body("body"): BodyInput,
        /// Who is credited, in the order printed.
        bylines("bylines"): Vec<BylineInput>,
        /// Where the report comes from.
        sources("sources"): Vec<SourceInput>,
        /// The department.
        section("section"): String,
        /// Topics, most important first.
        tags("tags"): Vec<String>,
        /// The picture shown with the headline.
        lead_image("leadImage"): String,
        /// What was corrected. To correct what is public, use `articleCorrect`.
        corrections("corrections"): Vec<CorrectionInput>,
        /// The address of the original, when this is a copy.
        canonical_url("canonicalUrl"): String,
        /// What search engines and link previews show instead.
        seo("seo"): SeoInput,
        /// What others may do with it.
        rights("rights"): RightsInput,
        /// Joins the same piece in several languages: any name that its pieces share.
        translation_group("translationGroup"): String,
        /// What it was translated from.
        translation_of("translationOf"): OriginalInput,
    }
}

document_input! {
    /// What an article was translated from.
    OriginalInput("OriginalInput") {
        /// The article in the other language: id, or `locale/slug`.
        article("article"): String,
        /// The revision of it that was translated; 1 or more.
        revision("revision"): i32,
    }
}

document_input! {
    /// A credit.
    BylineInput("BylineInput") {
        /// Who: id or slug of an author.
        author("author"): String,
        /// What they did; author, unless it is said.
        role("role"): BylineRoleName,
        /// The credit as printed, where it differs from the name.
        credit("credit"): String,
    }
}

document_input! {
    /// Where a report comes from.
    SourceInput("SourceInput") {
        /// Its name.
        name("name"): String,
        /// Where it can be read.
        url("url"): String,
        /// What it contributed; reported, unless it is said.
        role("role"): SourceRoleName,
    }
}

document_input! {
    /// A correction that readers are shown.
    CorrectionInput("CorrectionInput") {
        /// How grave it is.
        kind("kind"): CorrectionKindName,
        /// What was wrong and what is right.
        text("text"): String,
        /// When it was made, RFC 3339. `articleCorrect` says it itself.
        at("at"): String,
        /// The block that was corrected.
        block_key("blockKey"): String,
    }
}

document_input! {
    /// What readers are told was wrong.
    CorrectionKindInput("NewCorrectionInput") {
        /// How grave it is.
        kind("kind"): CorrectionKindName,
        /// What was wrong and what is right.
        text("text"): String,
        /// The block that was corrected.
        block_key("blockKey"): String,
    }
}

document_input! {
    /// Texts for search engines and link previews.
    SeoInput("SeoInput") {
        /// Replaces the headline.
        title("title"): String,
        /// Replaces the lead.
        description("description"): String,
        /// Asks search engines not to list the piece.
        no_index("noIndex"): bool,
    }
}

document_input! {
    /// What others may do with a piece.
    RightsInput("RightsInput") {
        /// Who holds the copyright.
        holder("holder"): String,
        /// An SPDX id or a URL.
        licence("licence"): String,
        /// Conditions in words.
        usage_terms("usageTerms"): String,
        /// ISO 3166-1 codes; empty means everywhere.
        territories("territories"): Vec<String>,
        /// Whether machines may learn from it.
        ai_use("aiUse"): AiUseName,
    }
}

document_input! {
    /// A fact box.
    FactBoxInput("FactBoxInput") {
        /// The language it is written in.
        locale("locale"): LocaleTag,
        /// Its name in the address.
        slug("slug"): String,
        /// The line above the facts.
        title("title"): String,
        /// The facts in reading order. In a change they are replaced as a whole.
        items("items"): Vec<FactInput>,
        /// Joins the same box in several languages.
        translation_group("translationGroup"): String,
    }
}

document_input! {
    /// A fact.
    FactInput("FactInput") {
        /// The text, in inline Markdown.
        text("text"): String,
        /// Where it is known from.
        sources("sources"): Vec<SourceInput>,
        /// The day on which it was known to be so.
        as_of("asOf"): Date,
        /// The day on which it must be looked at again.
        review_by("reviewBy"): Date,
    }
}

document_input! {
    /// An author.
    AuthorInput("AuthorInput") {
        /// The name in the address.
        slug("slug"): String,
        /// The name, by language.
        name("name"): Vec<LocalizedTextInput>,
        /// The biography, by language.
        bio("bio"): Vec<LocalizedTextInput>,
        /// The portrait: id of an image.
        image("image"): String,
        /// Pages of the author elsewhere.
        links("links"): Vec<String>,
        /// The e-mail address; never public.
        email("email"): String,
    }
}

document_input! {
    /// A section.
    SectionInput("SectionInput") {
        /// The name in the address.
        slug("slug"): String,
        /// The name, by language.
        name("name"): Vec<LocalizedTextInput>,
        /// The section that it is a part of: id or slug.
        parent("parent"): String,
    }
}

document_input! {
    /// A tag.
    TagInput("TagInput") {
        /// The name in the address.
        slug("slug"): String,
        /// The name, by language.
        name("name"): Vec<LocalizedTextInput>,
        /// The sort; topic, unless it is said.
        kind("kind"): TagKindName,
        /// The same thing elsewhere: IPTC Media Topics, Wikidata.
        same_as("sameAs"): Vec<String>,
    }
}

document_input! {
    /// An image. Of one whose picture is stored here, `url`, `width` and `height` follow from the file.
    ImageInput("ImageInput") {
        /// Where it is.
        url("url"): String,
        /// The width in pixels.
        width("width"): i32,
        /// The height in pixels.
        height("height"): i32,
        /// What it shows, for those who do not see it.
        alt("alt"): String,
        /// The line below it.
        caption("caption"): String,
        /// Who made it.
        credit("credit"): String,
        /// An SPDX id or a URL.
        licence("licence"): String,
        /// What must stay in sight when it is cropped.
        focal_point("focalPoint"): FocalPointInput,
    }
}

document_input! {
    /// A point of a picture.
    FocalPointInput("FocalPointInput") {
        /// From the left, in thousandths of the width.
        x("x"): i32,
        /// From the top, in thousandths of the height.
        y("y"): i32,
    }
}

/// Text in one language. In a change, languages that are not named stay, and null removes one.
#[derive(Clone, Debug, InputObject)]
pub(super) struct LocalizedTextInput {
    /// The language.
    locale: LocaleTag,
    /// The text.
    text: Option<String>,
}

impl Document for LocalizedTextInput {
    fn document(self) -> Json {
        Self::documents(vec![self])
    }

    /// Text by language is an object in documents.
    fn documents(several: Vec<Self>) -> Json {
        let member = |Self { locale, text }: Self| (locale.0.to_string(), Json::from(text));
        Json::Object(several.into_iter().map(member).collect())
    }
}

/// The text of an article, in one of its formats. In a change it is replaced as a whole.
#[derive(Clone, Debug, OneofObject)]
pub(super) enum BodyInput {
    /// CommonMark with tables and strike-through.
    Markdown(String),
    /// HTML; only what a body can say gets through.
    Html(String),
    /// Portable Text: an array of blocks.
    Blocks(JsonScalar<Json>),
}

impl Document for BodyInput {
    fn document(self) -> Json {
        let one =
            |name: &str, text: String| Json::Object([(name.to_owned(), text.into())].into_iter().collect());
        match self {
            Self::Markdown(text) => one("markdown", text),
            Self::Html(text) => one("html", text),
            Self::Blocks(JsonScalar(blocks)) => blocks,
        }
    }
}
