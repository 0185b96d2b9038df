//! Schemas, from the types that are answered.

use serde_json::json;
use utoipa::openapi::schema::{
    AdditionalProperties, AnyOfBuilder, ArrayBuilder, Object, ObjectBuilder, RefBuilder, Schema, SchemaType,
    Type,
};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{PartialSchema, ToSchema};

use super::{parameter, shapes};
use crate::domain::ErrorCode;
use crate::http::filter::{self as filters, Field};
use crate::http::problem::ProblemBody;
use crate::rest::access::{AuditBody, KeyBody, KeysBody, NewKeyBody, WhoamiBody};
use crate::rest::corrections::CorrectedBody;
use crate::rest::desk::{
    DiffBody, EntryBody, HistoryBody, NewLinkBody, PreviewLinkBody, PreviewLinksBody, RevisionBody, UsageBody,
};
use crate::rest::list::PageBody;
use crate::rest::neighbours::NeighboursBody;
use crate::rest::overdue::OverdueBody;
use crate::rest::persisted::{DocumentBody, DocumentsBody, TakenBody};
use crate::rest::related::RelatedListBody;
use crate::rest::resolve::ResolutionBody;
use crate::rest::resource::Resource;
use crate::rest::search::SearchBody;
use crate::rest::section::tree::TreeBody;

type Named = (String, RefOr<Schema>);

/// The sentence that describes a type.
pub(super) fn description<T: ToSchema>() -> String {
    object(T::schema()).description.unwrap_or_default()
}

/// The components of a kind: the entry, the entry with some of its members, the page of a list, and all they hold.
pub(super) fn of<R: Resource>() -> Vec<Named> {
    let mut components = Vec::new();
    R::Body::schemas(&mut components);
    let components = components.into_iter().map(|(name, schema)| (name, complete(schema)));
    let whole = entry::<R>();
    let part = part::<R>(&whole);
    let own = [(name::<R>(), whole.into()), (part_name::<R>(), part.into()), (list_name::<R>(), list::<R>())];
    components.chain(own).collect()
}

/// The components that belong to no kind.
pub(super) fn shared() -> Vec<Named> {
    let mut components = Vec::new();
    PageBody::schemas(&mut components);
    components.push((PageBody::name().into_owned(), PageBody::schema()));
    ProblemBody::schemas(&mut components);
    for add in [
        with::<SearchBody>,
        with::<EntryBody>,
        with::<RevisionBody>,
        with::<HistoryBody>,
        with::<DiffBody>,
        with::<UsageBody>,
        with::<CorrectedBody>,
        with::<OverdueBody>,
        with::<ResolutionBody>,
        with::<RelatedListBody>,
        with::<NeighboursBody>,
        with::<TreeBody>,
        with::<WhoamiBody>,
        with::<KeyBody>,
        with::<KeysBody>,
        with::<AuditBody>,
        with::<DocumentBody>,
        with::<DocumentsBody>,
        with::<TakenBody>,
        with::<PreviewLinkBody>,
        with::<PreviewLinksBody>,
        with::<shapes::Document>,
    ] {
        add(&mut components);
    }
    let mut components: Vec<Named> =
        components.into_iter().map(|(name, schema)| (name, complete(schema))).collect();
    // What clients send may leave out what can be null.
    with::<NewKeyBody>(&mut components);
    with::<NewLinkBody>(&mut components);
    components.push((ProblemBody::name().into_owned(), problem().into()));
    components.push(("Entries".to_owned(), entries()));
    for (name, of, fields) in [
        ("ArticleFilter", "articles", filters::ARTICLE),
        ("FactBoxFilter", "fact boxes", filters::FACT_BOX),
        ("SectionFilter", "sections", filters::SECTION),
        ("TagFilter", "tags", filters::TAG),
        ("EntryFilter", "authors or images", filters::ANY),
    ] {
        components.push((name.to_owned(), filter(name, of, fields)));
    }
    components
}

/// Conditions that are joined. Each member means what the parameter of the same meaning does.
fn filter(name: &str, of: &str, fields: &[Field]) -> RefOr<Schema> {
    let same = || RefBuilder::new().ref_location_from_schema_name(name);
    let several = |doc| ArrayBuilder::new().items(same().build()).description(Some(doc));
    let doc = format!("Which {of} a list holds. All conditions must hold; what is null counts as not given.");
    let object = ObjectBuilder::new()
        .description(Some(doc))
        .additional_properties(Some(AdditionalProperties::FreeForm(false)))
        .property("and", several("All of these filters hold."))
        .property("or", several("At least one of these filters holds."))
        .property("not", same().description(Some("This filter does not hold.")).build());
    fields
        .iter()
        .fold(object, |object, Field { member, parameter, .. }| {
            object.property(*member, parameter::described(parameter))
        })
        .into()
}

/// A schema with all that it refers to.
fn with<T: ToSchema>(components: &mut Vec<Named>) {
    T::schemas(components);
    components.push((T::name().into_owned(), T::schema()));
}

/// The answer to several writes.
fn entries() -> RefOr<Schema> {
    let data = ArrayBuilder::new().items(Ref::from_schema_name("Entry")).description(Some("The entries."));
    ObjectBuilder::new()
        .description(Some("The entries as they are now, one for each write, in their order."))
        .property("data", data)
        .required("data")
        .into()
}

/// A page of a list, by reference.
pub(super) fn list_of<R: Resource>() -> RefOr<Schema> {
    Ref::from_schema_name(list_name::<R>()).into()
}

/// An entry, whole or with the members named in `fields`.
pub(super) fn entry_of<R: Resource>() -> RefOr<Schema> {
    AnyOfBuilder::new()
        .item(Ref::from_schema_name(name::<R>()))
        .item(Ref::from_schema_name(part_name::<R>()))
        .into()
}

fn name<R: Resource>() -> String {
    R::Body::name().into_owned()
}

fn part_name<R: Resource>() -> String {
    format!("{}Fields", name::<R>())
}

fn list_name<R: Resource>() -> String {
    format!("{}List", name::<R>())
}

fn entry<R: Resource>() -> Object {
    let mut entry = object(complete(R::Body::schema()));
    if let Some(RefOr::T(Schema::Object(kind))) = entry.properties.get_mut("type") {
        kind.enum_values = Some(vec![json!(R::KIND.as_str())]);
    }
    entry
}

fn part<R: Resource>(whole: &Object) -> Object {
    let mut part = whole.clone();
    part.required = vec!["id".to_owned()];
    part.description =
        Some(format!("Some members of the {}: those named in `fields`, and `id`.", R::KIND.noun()));
    part
}

fn list<R: Resource>() -> RefOr<Schema> {
    let search = RefBuilder::new()
        .ref_location_from_schema_name(SearchBody::name())
        .description(Some("What there is to say of the search, when the list is searched."));
    page(entry_of::<R>(), &format!("A page of {}.", R::PATH.replace('-', " ")))
        .property("search", search)
        .into()
}

/// A page of a list that is none of entries as they stand.
pub(super) fn page_of<T: ToSchema>() -> RefOr<Schema> {
    page(Ref::from_schema_name(T::name()).into(), "A page of the list.").into()
}

fn page(item: RefOr<Schema>, doc: &str) -> ObjectBuilder {
    let page = RefBuilder::new()
        .ref_location_from_schema_name(PageBody::name())
        .description(Some("Where the page stands."));
    let data = ArrayBuilder::new().items(item).description(Some("The entries, in the order of the list."));
    ObjectBuilder::new()
        .description(Some(doc))
        .property("data", data)
        .required("data")
        .property("page", page)
        .required("page")
}

fn problem() -> Object {
    let mut problem = object(ProblemBody::schema());
    if let Some(RefOr::T(Schema::Object(code))) = problem.properties.get_mut("code") {
        code.enum_values = Some(ErrorCode::ALL.iter().map(|code| json!(code.as_str())).collect());
    }
    problem
}

fn object(schema: RefOr<Schema>) -> Object {
    match schema {
        RefOr::T(Schema::Object(object)) => object,
        _ => Object::new(),
    }
}

/// Requires the members that can be null: they are always there. Those that can be absent are never null.
fn complete(schema: RefOr<Schema>) -> RefOr<Schema> {
    let RefOr::T(Schema::Object(mut object)) = schema else { return schema };
    let Object { properties, required, .. } = &mut object;
    let order: Vec<String> = properties
        .iter()
        .filter(|(name, schema)| required.contains(name) || can_be_null(schema))
        .map(|(name, _)| name.clone())
        .collect();
    *required = order;
    object.into()
}

fn can_be_null(schema: &RefOr<Schema>) -> bool {
    let includes_null = |schema_type: &SchemaType| match schema_type {
        SchemaType::Type(single) => *single == Type::Null,
        SchemaType::Array(types) => types.contains(&Type::Null),
        SchemaType::AnyValue => false,
    };
    match schema {
        RefOr::T(Schema::Object(object)) => includes_null(&object.schema_type),
        RefOr::T(Schema::Array(array)) => includes_null(&array.schema_type),
        RefOr::T(Schema::OneOf(choice)) => choice.items.iter().any(can_be_null),
        _ => false,
    }
}
