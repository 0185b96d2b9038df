//! Schemas of what has no type of its own at this door: words of closed sets, and Portable Text.

use std::borrow::Cow;

use serde_json::json;
use utoipa::openapi::schema::{
    AdditionalProperties, AnyOf, AnyOfBuilder, ArrayBuilder, Object, ObjectBuilder, Schema, SchemaType, Type,
};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{PartialSchema, ToSchema};

use crate::domain::{Kind, Role, Scope, State, access, article, diff, resolution, tag, unavailable};

/// A component that stands in for a field's type.
macro_rules! shapes {
    ($($name:ident: $schema:expr;)*) => {$(
        #[derive(Debug)]
        pub(in crate::rest) struct $name;

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                RefOr::T($schema.into())
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($name))
            }
        }
    )*};
}
shapes! {
    ArticleKind: words("The genre of an article.", article::ArticleKind::ALL, article::ArticleKind::as_str);
    BylineRole: words("What somebody credited did.", article::BylineRole::ALL, article::BylineRole::as_str);
    SourceRole: words("What a source contributed.", article::SourceRole::ALL, article::SourceRole::as_str);
    CorrectionKind: words("The kind of a correction.", article::CorrectionKind::ALL, article::CorrectionKind::as_str);
    AiUse: words("Use by machine learning.", article::AiUse::ALL, article::AiUse::as_str);
    TagKind: words("The sort of a tag.", tag::TagKind::ALL, tag::TagKind::as_str);
    EntryKind: words("The kinds of entry.", Kind::ALL, Kind::as_str);
    EntryState: words("Where an entry stands in its life.", State::ALL, State::as_str);
    CredentialName: words("By what somebody is known.", access::Credential::ALL, access::Credential::as_str);
    ScopeName: words("What may be done.", Scope::ALL, Scope::as_str);
    RoleName: words("A usual set of scopes.", access::Role::ALL, access::Role::as_str);
    DiffStatus: words("What became of a block or a fact.", diff::Status::ALL, diff::Status::as_str);
    DiffEdit: words("What became of words.", diff::Edit::ALL, diff::Edit::as_str);
    Unavailable: words("Why an entry is not there.", unavailable::Unavailable::ALL, unavailable::Unavailable::as_str);
    Outcome: words("What stands at an address.", resolution::Outcome::ALL, resolution::Outcome::as_str);
    Departure: words("How an entry left the public.", resolution::Departure::ALL, resolution::Departure::as_str);
    ReferenceRole: words("In which capacity one entry refers to another.", Role::ALL, Role::as_str);
    ArticleInView: article_in_view();
    Anything: anything();
    Document: document(
        "What an entry says, in the form in which it is sent: docs/ndjson.md lists the members of each kind. References \
         are ids or slugs; `en/slug` names a language too. The same holds for links, pictures and fact boxes in \
         Markdown and HTML.",
    );
    DocumentPart: document("A part of what an entry says, in the form in which it is sent.");
    Block: block();
    RichText: rich_text();
}

fn words<T: Copy>(description: &str, all: &[T], word: fn(T) -> &'static str) -> Object {
    string().description(Some(description)).enum_values(Some(all.iter().map(|value| word(*value)))).build()
}

/// An article as `fields` wants it.
fn article_in_view() -> AnyOf {
    let choices = ["Article", "ArticleFields"].map(Ref::from_schema_name);
    let any = choices.into_iter().fold(AnyOfBuilder::new(), AnyOfBuilder::item);
    any.description(Some("An article, whole or with the members named in `fields`.")).build()
}

fn block() -> Object {
    ObjectBuilder::new()
        .description(Some(
            "One block of Portable Text. `_type` says which: `block` is text in `children` and `markDefs`; the \
             others have members of their own.",
        ))
        .property("_type", string().examples([json!("block"), json!("image")]))
        .required("_type")
        .property("_key", string().description(Some("Stays with the block through edits.")))
        .required("_key")
        .build()
}

fn document(description: &str) -> Object {
    ObjectBuilder::new()
        .description(Some(description))
        .schema_type(Type::Object)
        .additional_properties(Some(AdditionalProperties::FreeForm(true)))
        .build()
}

/// All but null, so that it can stand beside null.
fn anything() -> AnyOf {
    let types = [Type::String, Type::Number, Type::Boolean, Type::Object];
    AnyOfBuilder::new()
        .description(Some("Any JSON but null."))
        .item(ObjectBuilder::new().schema_type(SchemaType::from_iter(types)))
        .item(ArrayBuilder::new())
        .build()
}

fn rich_text() -> Object {
    let objects = || ArrayBuilder::new().items(ObjectBuilder::new().schema_type(Type::Object));
    ObjectBuilder::new()
        .description(Some("Text of one paragraph in Portable Text."))
        .property("markDefs", objects().description(Some("The links that marks refer to.")))
        .required("markDefs")
        .property("children", objects().description(Some("The spans, cut where the marks change.")))
        .required("children")
        .build()
}

fn string() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}
