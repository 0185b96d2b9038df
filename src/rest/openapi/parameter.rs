//! Parameters, from the tables that the parser reads.

use serde_json::json;
use utoipa::openapi::path::{Parameter as Described, ParameterBuilder, ParameterIn, ParameterStyle};
use utoipa::openapi::schema::{ArrayBuilder, KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Required};

use crate::domain::PageRequest;
use crate::http::{Form, Parameter};

/// A query parameter.
pub(super) fn query(parameter: &Parameter) -> Described {
    let required = if let Form::Address(_) = parameter.form { Required::True } else { Required::False };
    let described = describe(parameter, ParameterIn::Query, required);
    match parameter.form {
        // Joined by commas in one parameter.
        Form::SomeOf(_) | Form::Locales => described.style(Some(ParameterStyle::Form)).explode(Some(false)),
        // The parameter given several times.
        Form::Reference => described.style(Some(ParameterStyle::Form)).explode(Some(true)),
        _ => described,
    }
    .build()
}

/// A variable of a path.
pub(super) fn path(parameter: &Parameter) -> Described {
    describe(parameter, ParameterIn::Path, Required::True).build()
}

/// The validator of the copy that the client has.
pub(super) fn if_none_match() -> Described {
    let doc = "The `ETag` of the answer that you have: it is answered with 304 while it has not changed.";
    let schema = ObjectBuilder::new().schema_type(Type::String);
    ParameterBuilder::new()
        .name("If-None-Match")
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(doc))
        .schema(Some(schema))
        .build()
}

fn describe(parameter: &Parameter, place: ParameterIn, required: Required) -> ParameterBuilder {
    let Parameter { name, form, doc } = parameter;
    let described =
        ParameterBuilder::new().name(*name).parameter_in(place).required(required).description(Some(*doc));
    let schema = schema(*form);
    match form {
        Form::Filter(_) => {
            described.content("application/json", ContentBuilder::new().schema(Some(schema)).build())
        }
        _ => described.schema(Some(schema)),
    }
}

/// The same as a member of a filter.
pub(super) fn described(parameter: &Parameter) -> RefOr<Schema> {
    match schema(parameter.form) {
        RefOr::T(Schema::Object(mut object)) => {
            object.description = Some(parameter.doc.to_owned());
            RefOr::T(Schema::Object(object))
        }
        RefOr::T(Schema::Array(mut array)) => {
            array.description = Some(parameter.doc.to_owned());
            RefOr::T(Schema::Array(array))
        }
        other => other,
    }
}

fn schema(form: Form) -> RefOr<Schema> {
    let string = || ObjectBuilder::new().schema_type(Type::String);
    let known = |format| string().format(Some(SchemaFormat::KnownFormat(format)));
    let words = |words: &'static [&'static str]| string().enum_values(Some(words.iter().copied()));
    match form {
        Form::Cursor => string().pattern(Some("^[A-Za-z0-9_-]*$")).into(),
        Form::Day => known(KnownFormat::Date).examples([json!("2026-11-24")]).into(),
        Form::Id => known(KnownFormat::Uuid).into(),
        Form::Number => ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(1_u32)).into(),
        Form::Locale => locale().into(),
        Form::Locales => ArrayBuilder::new().items(locale()).max_items(Some(10)).into(),
        Form::OneOf(values) => words(values).into(),
        Form::SomeOf(values) => ArrayBuilder::new().items(words(values)).into(),
        Form::Reference => ArrayBuilder::new().items(string()).into(),
        Form::Filter(name) => Ref::from_schema_name(name).into(),
        Form::Size => ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(1_u32))
            .maximum(Some(PageRequest::MAX_SIZE))
            .default(Some(json!(PageRequest::DEFAULT_SIZE)))
            .into(),
        Form::Address(example) | Form::Text(example) => {
            string().min_length(Some(1)).examples([json!(example)]).into()
        }
        Form::Moment => string()
            .pattern(Some("^((now|today)([-+ ][0-9]{1,6}[mhdw])?|[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt].+)$"))
            .examples([json!("2026-11-24T07:00:00.000Z"), json!("now-12h"), json!("today-7d")])
            .into(),
        Form::Truth => ObjectBuilder::new().schema_type(Type::Boolean).into(),
        Form::Time => known(KnownFormat::DateTime).examples([json!("2026-11-24T07:00:00.000Z")]).into(),
    }
}

fn locale() -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .pattern(Some("^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$"))
        .max_length(Some(35))
        .examples([json!("en"), json!("pt-BR")])
}
