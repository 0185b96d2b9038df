//! References to other entries: by id, or whole when they were asked for with `include=`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::openapi::schema::OneOfBuilder;
use utoipa::openapi::{Ref, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::article::TranslationBody;
use super::author::AuthorBody;
use super::fact_box::FactBoxBody;
use super::image::ImageBody;
use super::resource::{Resource, Seen, View};
use super::section::SectionBody;
use super::tag::TagBody;
use super::unavailable::{Stub, gap};
use crate::domain::{Id, Localized};

/// Another entry.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Relation<T> {
    /// Its id.
    Id(Reference),
    /// The whole of it, when it was included.
    Whole(Box<T>),
    /// What stands for it when it is not there: null, or a word on why.
    Gap(Option<Stub>),
}

/// Another entry by its id.
#[derive(Debug, Serialize, ToSchema)]
// So that a reference and a whole entry cannot be mistaken for each other.
#[serde(deny_unknown_fields)]
pub(super) struct Reference {
    /// The id.
    #[schema(value_type = String, format = Uuid)]
    id: String,
}

/// What the document calls a [`Relation`] to each kind: a reference or the whole entry.
macro_rules! related {
    ($($name:ident: $body:ty $(| $gap:ident)?, $title:literal;)*) => {$(
        #[derive(Debug)]
        pub(super) struct $name;

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                let whole = <$body as ToSchema>::name();
                OneOfBuilder::new()
                    .description(Some($title))
                    .item(Ref::from_schema_name(Reference::name()))
                    .item(Ref::from_schema_name(whole))
                    $(.item(Ref::from_schema_name($gap::name())))?
                    .into()
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($name))
            }

            fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
                schemas.push((Reference::name().into_owned(), Reference::schema()));
                $(
                    schemas.push(($gap::name().into_owned(), $gap::schema()));
                    $gap::schemas(schemas);
                )?
            }
        }
    )*};
}
related! {
    RelatedAuthor: AuthorBody | Stub, "An author: by id, whole when included, or a stub when it is not there and `links` asks for that.";
    RelatedFactBox: FactBoxBody | Stub, "A fact box: by id, whole when included, or a stub when it is not there and `links` asks for that.";
    RelatedImage: ImageBody | Stub, "An image: by id, whole when included, or a stub when it is not there and `links` asks for that.";
    RelatedOriginal: TranslationBody, "An article that was translated: by id, with its headline when included.";
    RelatedSection: SectionBody | Stub, "A section: by id, whole when included, or a stub when it is not there and `links` asks for that.";
    RelatedTag: TagBody | Stub, "A tag: by id, whole when included, or a stub when it is not there and `links` asks for that.";
}

impl<T> Relation<T> {
    pub(super) fn id(id: Id) -> Self {
        Self::Id(Reference { id: id.to_string() })
    }
}

/// The entry as asked for, or what stands for it when it is not public.
pub(super) fn one<R: Resource>(
    id: Id,
    name: &str,
    view: &View,
    seen: &Seen<'_>,
) -> Option<Relation<R::Body>> {
    let whole = |edition| {
        // A section brings those above it, wherever it is shown.
        let include = view.include.iter().copied().filter(|name| *name == "ancestors").collect();
        let below = view.below(view.beside.clone(), include);
        Relation::Whole(Box::new(R::body(edition, &below, seen)))
    };
    let there = if view.includes(name) {
        seen.graph.get::<R>(id).map(|edition| whole(edition))
    } else {
        seen.graph.is_visible(id).then(|| Relation::id(id))
    };
    there.or_else(|| gap(id, R::KIND, view, seen))
}

/// A text, and the language that it is in.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LocalizedText {
    /// The text.
    text: String,
    /// The language served.
    locale: String,
}

/// The text for the reader.
pub(super) fn pick(texts: &Localized, view: &View) -> Option<LocalizedText> {
    view.languages
        .pick(texts, &[], view.beside.as_ref())
        .map(|(locale, text)| LocalizedText { text: text.to_owned(), locale: locale.to_string() })
}

/// The text in all its languages.
pub(super) fn all(texts: &Localized) -> BTreeMap<String, String> {
    texts.iter().map(|(locale, text)| (locale.to_string(), text.to_owned())).collect()
}
