//! What the six kinds of entry have in common, so that lifecycle, storage and lists are written once.

use super::error::Result;
use super::{Article, Author, FactBox, Id, Image, Locale, Section, Slug, Tag, Timestamp};

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The form used in JSON, in parameters and in the database.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// Reads that form.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)* _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(super) use named;

named! {
    /// The kinds of entry.
    Kind {
        /// A story.
        Article = "article",
        /// Somebody who is credited.
        Author = "author",
        /// Background that stands under stories.
        FactBox = "factBox",
        /// A department of the newsroom.
        Section = "section",
        /// A topic, person, place or organisation.
        Tag = "tag",
        /// A picture.
        Image = "image",
    }
}

impl Kind {
    /// The word for people: `fact box`.
    #[must_use]
    pub const fn noun(self) -> &'static str {
        match self {
            Self::FactBox => "fact box",
            _ => self.as_str(),
        }
    }
}

named! {
    /// In which capacity one entry refers to another.
    Role {
        /// An article to an author.
        Byline = "byline",
        /// An article to its section, a section to its parent.
        Section = "section",
        /// An article to a tag.
        Tag = "tag",
        /// An article to a fact box in its body.
        FactBox = "factBox",
        /// An article to its lead image, an author to the portrait.
        LeadImage = "leadImage",
        /// An article to an image in its body.
        Image = "image",
        /// Rich text to an article.
        Related = "related",
        /// A translation to the article that it was made of, at the revision that it was made of.
        Translation = "translation",
    }
}

impl Role {
    /// The kind of entry that stands at the far end.
    #[must_use]
    pub const fn target(self) -> Kind {
        match self {
            Self::Byline => Kind::Author,
            Self::Section => Kind::Section,
            Self::Tag => Kind::Tag,
            Self::FactBox => Kind::FactBox,
            Self::LeadImage | Self::Image => Kind::Image,
            Self::Related | Self::Translation => Kind::Article,
        }
    }
}

/// One entry's reference to another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    /// In which capacity.
    pub role: Role,
    /// The entry at the far end.
    pub target: Id,
    /// The revision it is held at; `None` follows the public one.
    pub pin: Option<u32>,
}

impl Link {
    /// A link that follows.
    #[must_use]
    pub const fn to(role: Role, target: Id) -> Self {
        Self { role, target, pin: None }
    }
}

/// The columns by which entries of every kind are found and sorted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The language, for kinds that exist per language.
    pub locale: Option<Locale>,
    /// The address, for kinds that have one.
    pub slug: Option<Slug>,
    /// Title or name, for sorting and for lists of mixed kinds.
    pub title: String,
    /// The kind within the kind: `news`, `opinion`, …; `topic`, `person`, …
    pub variant: Option<&'static str>,
    /// Joins the same piece in several languages.
    pub translation_group: Option<Id>,
    /// When it was last corrected, for what has corrections.
    pub corrected_at: Option<Timestamp>,
    /// When the first of its facts is due for review, for what has facts.
    pub review_by: Option<Timestamp>,
    /// Whether it has a lead image.
    pub has_image: bool,
}

/// The content of one kind of entry.
pub trait Content: Clone + Send + Sync + Sized + 'static {
    /// Which kind.
    const KIND: Kind;

    /// How it is found.
    fn outline(&self) -> Outline;

    /// Everything it refers to, in order, with what its body embeds.
    fn links(&self) -> Vec<Link>;

    /// Whom it names as its sources, by [`Id::of_source`]. No entries stand behind these.
    fn sources(&self) -> Vec<Id> {
        Vec::new()
    }

    /// Checks all rules and reports every broken one.
    ///
    /// # Errors
    /// `VALIDATION_FAILED` with a pointer for each field at fault.
    fn validate(&self) -> Result<()>;

    /// Wraps it.
    fn into_any(self) -> AnyContent;

    /// Unwraps it, when it is of this kind.
    fn from_any(any: AnyContent) -> Option<Self>;
}

macro_rules! any_content {
    ($($kind:ident),*) => {
        /// The content of an entry of any kind.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[expect(clippy::large_enum_variant, reason = "articles are the common case; the others are few")]
        pub enum AnyContent { $(
            #[doc = concat!("Of kind ", stringify!($kind), ".")]
            $kind($kind),
        )* }

        impl AnyContent {
            /// Which kind.
            #[must_use]
            pub const fn kind(&self) -> Kind {
                match self { $(Self::$kind(_) => Kind::$kind,)* }
            }

            /// See [`Content::outline`].
            #[must_use]
            pub fn outline(&self) -> Outline {
                match self { $(Self::$kind(content) => content.outline(),)* }
            }

            /// See [`Content::links`].
            #[must_use]
            pub fn links(&self) -> Vec<Link> {
                match self { $(Self::$kind(content) => content.links(),)* }
            }

            /// See [`Content::sources`].
            #[must_use]
            pub fn sources(&self) -> Vec<Id> {
                match self { $(Self::$kind(content) => content.sources(),)* }
            }

            /// See [`Content::validate`].
            ///
            /// # Errors
            /// `VALIDATION_FAILED` with a pointer for each field at fault.
            pub fn validate(&self) -> Result<()> {
                match self { $(Self::$kind(content) => content.validate(),)* }
            }
        }
    };
}
any_content!(Article, Author, FactBox, Section, Tag, Image);

macro_rules! impl_any {
    ($kind:ident) => {
        fn into_any(self) -> AnyContent {
            AnyContent::$kind(self)
        }

        fn from_any(any: AnyContent) -> Option<Self> {
            match any {
                AnyContent::$kind(content) => Some(content),
                _ => None,
            }
        }
    };
}
pub(super) use impl_any;
