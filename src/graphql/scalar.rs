//! Scalars and enumerations.

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};

use crate::domain::article::{AiUse, ArticleKind, BylineRole, CorrectionKind, SourceRole};
use crate::domain::tag::TagKind;
use crate::domain::time::Moment;
use crate::domain::{Departure, Kind, Locale, Outcome, Perspective, Role, Sort, Timestamp, Unavailable};

macro_rules! text_scalars {
    ($($(#[$doc:meta])* $name:ident($inner:ty) is $graphql:literal of $standard:literal, such as $example:literal;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug)]
            pub(super) struct $name(pub $inner);

            $(#[$doc])*
            #[Scalar(name = $graphql, specified_by_url = $standard)]
            impl ScalarType for $name {
                fn parse(value: Value) -> InputValueResult<Self> {
                    match value {
                        Value::String(text) => {
                            text.parse().map(Self).map_err(|error: crate::domain::Error| InputValueError::custom(error.detail))
                        }
                        other => Err(InputValueError::expected_type(other)),
                    }
                }

                fn is_valid(value: &Value) -> bool {
                    matches!(value, Value::String(text) if text.parse::<$inner>().is_ok())
                }

                fn to_value(&self) -> Value {
                    Value::String(self.0.to_string())
                }
            }
        )*

        /// How values of scalars are written, by their names.
        const EXAMPLES: &[(&str, &str)] = &[$(($graphql, $example)),*];
    };
}

text_scalars! {
    /// A moment in UTC with milliseconds, such as 2026-11-24T07:00:00.000Z. Any offset is accepted.
    DateTime(Timestamp) is "DateTime" of "https://www.rfc-editor.org/rfc/rfc3339", such as "2026-11-24T07:00:00Z";

    /// A moment in a filter: RFC 3339, such as 2026-11-24T07:00:00Z, or how far it lies from the present: now or today,
    /// with a distance in minutes, hours, days or weeks, such as now-90m, now-12h, today-7d. Days begin in UTC.
    MomentText(Moment) is "Moment" of "https://www.rfc-editor.org/rfc/rfc3339",
    such as "2026-11-24T07:00:00Z, now-12h or today-7d";

    /// A language tag such as en, uk or pt-BR.
    LocaleTag(Locale) is "Locale" of "https://www.rfc-editor.org/info/bcp47", such as "en, uk or pt-BR";

    /// A day, written YYYY-MM-DD.
    Date(Day) is "Date" of "https://www.rfc-editor.org/rfc/rfc3339#section-5.6", such as "2026-11-24";
}

/// What validation says of a wrong value, and how a right one is written: the library names the type alone.
pub(super) fn with_example(message: &str) -> String {
    let example = EXAMPLES.iter().find(|(name, _)| message.ends_with(&format!("expected type \"{name}\"")));
    example.map_or_else(|| message.to_owned(), |(_, example)| format!("{message}, such as {example}."))
}

/// A day of the calendar, parsed with an error of ours.
#[derive(Clone, Copy, Debug)]
pub(super) struct Day(pub chrono::NaiveDate);

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::str::FromStr for Day {
    type Err = crate::domain::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        crate::domain::time::day(text).map(Self)
    }
}

/// Enumerations of `domain` under the same names. The conversion is exhaustive in both directions.
macro_rules! enumeration {
    ($(#[$doc:meta])* $name:ident($graphql:literal) = $domain:ty { $($(#[$variant_doc:meta])* $variant:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, async_graphql::Enum)]
        #[graphql(name = $graphql)]
        pub(super) enum $name { $($(#[$variant_doc])* $variant,)* }

        impl From<$domain> for $name {
            fn from(value: $domain) -> Self {
                match value { $(<$domain>::$variant => Self::$variant,)* }
            }
        }

        impl From<$name> for $domain {
            fn from(value: $name) -> Self {
                match value { $($name::$variant => Self::$variant,)* }
            }
        }
    };
}

pub(super) use enumeration;

enumeration! {
    /// The genre of an article.
    ArticleKindName("ArticleKind") = ArticleKind {
        /// A report of an event.
        News,
        /// A longer story.
        Feature,
        /// An account of what events mean.
        Analysis,
        /// A view that is the author's own.
        Opinion,
        /// Questions and answers.
        Interview,
        /// Background, step by step.
        Explainer,
        /// A running account.
        Live,
    }
}
enumeration! {
    /// What somebody credited did.
    BylineRoleName("BylineRole") = BylineRole {
        /// Wrote it.
        Author,
        /// Contributed reporting.
        Contributor,
        /// Edited it.
        Editor,
        /// Took the pictures.
        Photographer,
        /// Translated it.
        Translator,
    }
}
enumeration! {
    /// What a source contributed.
    SourceRoleName("SourceRole") = SourceRole {
        /// Reported it first.
        Reported,
        /// The piece was first published there.
        Original,
        /// A document or data that the piece rests on.
        Document,
        /// Somebody who was interviewed or quoted.
        Quoted,
    }
}
enumeration! {
    /// The kind of a correction.
    CorrectionKindName("CorrectionKind") = CorrectionKind {
        /// Something was wrong.
        Correction,
        /// Something was unclear.
        Clarification,
        /// Something was added after publication.
        Update,
        /// A remark by the editors.
        EditorsNote,
        /// The piece no longer stands.
        Retraction,
    }
}
enumeration! {
    /// Use by machine learning.
    AiUseName("AiUse") = AiUse {
        /// Allowed.
        Allowed,
        /// For search and citation, not for training.
        NoTraining,
        /// Not at all.
        Forbidden,
    }
}
enumeration! {
    /// The sort of a tag.
    TagKindName("TagKind") = TagKind {
        /// A subject.
        Topic,
        /// A human being.
        Person,
        /// Somewhere.
        Place,
        /// A company, party, authority or other body.
        Organisation,
    }
}
enumeration! {
    /// The order of a list. Ties are broken by id.
    SortName("Sort") = Sort {
        /// Latest first publication first.
        PublishedDesc,
        /// Earliest first publication first.
        PublishedAsc,
        /// Latest update first.
        UpdatedDesc,
        /// Earliest update first.
        UpdatedAsc,
        /// Latest change of which readers should be told first.
        ContentUpdatedDesc,
        /// Earliest change of which readers should be told first.
        ContentUpdatedAsc,
        /// By title or name, by code point, A first.
        TitleAsc,
        /// By title or name, by code point, Z first.
        TitleDesc,
        /// Latest correction first; only articles that were corrected.
        CorrectedDesc,
        /// Earliest last correction first; only articles that were corrected.
        CorrectedAsc,
        /// Earliest day of review first; only fact boxes that have one.
        ReviewAsc,
        /// Latest day of review first; only fact boxes that have one.
        ReviewDesc,
        /// What fits the search query best first; of equally good ones the latest first publication. The order of lists
        /// that are searched, unless another is asked for.
        Relevance,
    }
}
enumeration! {
    /// Whose eyes a read is made with.
    PerspectiveName("Perspective") = Perspective {
        /// Those of readers.
        Published,
        /// Those of the desk: of every entry the newest revision.
        Draft,
        /// Those of partners: as readers, and what is under embargo already.
        Embargoed,
    }
}
enumeration! {
    /// The kinds of entry.
    KindName("EntryKind") = Kind {
        /// A story.
        Article,
        /// Somebody who is credited.
        Author,
        /// Background that stands under stories.
        FactBox,
        /// A department of the newsroom.
        Section,
        /// A topic, person, place or organisation.
        Tag,
        /// A picture.
        Image,
    }
}
enumeration! {
    /// In which capacity one entry refers to another.
    RoleName("ReferenceRole") = Role {
        /// An article to an author.
        Byline,
        /// An article to its section, a section to its parent.
        Section,
        /// An article to a tag.
        Tag,
        /// An article to a fact box in its body.
        FactBox,
        /// An article to its lead image, an author to the portrait.
        LeadImage,
        /// An article to an image in its body.
        Image,
        /// Text to an article.
        Related,
        /// A translation to the article that it was made of.
        Translation,
    }
}
enumeration! {
    /// What stands at an address.
    OutcomeName("Outcome") = Outcome {
        /// An entry, whose address it is.
        Found,
        /// A former address of an entry that is elsewhere now.
        Moved,
        /// An entry stood there that was taken back.
        Gone,
    }
}
enumeration! {
    /// How an entry left the public.
    DepartureName("Departure") = Departure {
        /// It was withdrawn, and may come back.
        Withdrawn,
        /// It was taken down for legal reasons, for ever: every copy must be removed.
        Killed,
    }
}
enumeration! {
    /// Why an entry is not there.
    UnavailableName("Unavailable") = Unavailable {
        /// It was public, and is not any more.
        Withdrawn,
        /// Nothing is there, or nothing of which more may be said.
        Absent,
    }
}
