//! Operations: one for each route.

use utoipa::openapi::path::OperationBuilder;
use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, Schema, Type};
use utoipa::openapi::{Ref, RefOr};

use super::{parameter, response, schema};
use crate::http::{Form, Parameter, Route};
use crate::rest::resource::{Naming, Place, Resource};

const CACHED: &[&str] = &["ETag", "Cache-Control"];

/// The tag of a kind: `Fact boxes`.
pub(super) fn tag<R: Resource>() -> String {
    let words = R::PATH.replace('-', " ");
    let (first, rest) = words.split_at(1);
    format!("{}{rest}", first.to_uppercase())
}

/// The operation of a kind at one of its places.
pub(super) fn of<R: Resource>(place: Place) -> OperationBuilder {
    let noun = R::KIND.noun();
    let (one, many) = (noun.replace(' ', "_"), R::PATH.replace('-', "_"));
    let plural = R::PATH.replace('-', " ");
    let names_move = place == Place::Address || (place == Place::Entry && R::NAMING == Naming::Once);
    let (id, summary, doc, statuses): (_, _, _, &[u16]) = match place {
        Place::List => (
            format!("list_{many}"),
            format!("List {plural}"),
            format!("The public {plural} that meet all conditions, page by page."),
            &[304, 400, 503],
        ),
        Place::Address => (
            format!("get_{one}_by_slug"),
            format!("One {noun} by language and slug"),
            format!("The {noun} at its address. A former slug answers 301 with the present address."),
            &[301, 304, 400, 404, 410, 503],
        ),
        Place::Entry if names_move => (
            format!("get_{one}"),
            format!("One {noun} by id or slug"),
            format!("The {noun} with this id or slug. A former slug answers 301 with the present address."),
            &[301, 304, 400, 404, 410, 503],
        ),
        Place::Entry => (
            format!("get_{one}"),
            format!("One {noun} by id"),
            format!("The {noun} with this id."),
            &[304, 400, 404, 410, 503],
        ),
    };
    let (tables, body, headers): (_, _, &[&str]) = match place {
        Place::List => (R::OF_LIST, schema::list_of::<R>(), &["ETag", "Cache-Control", "Link"]),
        Place::Address | Place::Entry => (R::OF_ITEM, schema::entry_of::<R>(), CACHED),
    };
    let found = if place == Place::List { format!("A page of {plural}.") } else { format!("The {noun}.") };
    let answer = response::answer(&found, headers, [("application/json".to_owned(), body)]);
    start(&tag::<R>(), &id, &summary, &doc, variables::<R>(place), tables, statuses).response("200", answer)
}

/// The variables of a place's path.
fn variables<R: Resource>(place: Place) -> &'static [Parameter] {
    const ID: Parameter = Parameter { name: "id", form: Form::Id, doc: "The id." };
    match (place, R::NAMING) {
        (Place::List, _) => &[],
        (Place::Address, _) => &[
            Parameter { name: "locale", form: Form::Locale, doc: "The language it is written in." },
            Parameter { name: "slug", form: Form::Text("harbour-levy"), doc: "Its slug, now or formerly." },
        ],
        (Place::Entry, Naming::Once) => &[Parameter {
            name: "id",
            form: Form::Text("world"),
            doc: "The id, or the slug, now or formerly.",
        }],
        (Place::Entry, _) => &[ID],
    }
}

/// The operation of a route that stands alone.
pub(super) fn of_route(tag: &str, route: &Route) -> OperationBuilder {
    let Route { path: _, name, summary, doc, variables, parameters, media_types, statuses } = route;
    // Only what can be answered with 304 has a validator; feeds can be asked for by time, too.
    let is_feed = media_types.len() > 1;
    let headers: &[&str] = match (statuses.contains(&304), is_feed) {
        (true, true) => &["ETag", "Cache-Control", "Last-Modified"],
        (true, false) => CACHED,
        (false, _) => &["Cache-Control"],
    };
    let bodies = media_types.iter().map(|media_type| {
        let bare = media_type.split(';').next().unwrap_or_default();
        (bare.to_owned(), if bare.ends_with("json") { object() } else { text() })
    });
    let answer = response::answer(&format!("{summary}."), headers, bodies);
    start(tag, name, summary, doc, variables, parameters, statuses).response("200", answer)
}

/// What all operations have: the parameters, and the answers beside success.
pub(super) fn start(
    tag: &str,
    id: &str,
    summary: &str,
    doc: &str,
    variables: &[Parameter],
    tables: &[&[Parameter]],
    statuses: &[u16],
) -> OperationBuilder {
    let operation =
        OperationBuilder::new().tag(tag).operation_id(Some(id)).summary(Some(summary)).description(Some(doc));
    let operation = operation
        .parameters(Some(variables.iter().map(parameter::path)))
        .parameters(Some(tables.iter().copied().flatten().map(parameter::query)));
    let operation = if statuses.contains(&304) {
        operation.parameter_ref(Ref::new("#/components/parameters/IfNoneMatch"))
    } else {
        operation
    };
    let shared = statuses.iter().filter_map(|status| response::by_status(*status));
    shared.fold(operation, |operation, (status, response)| operation.response(status, response))
}

fn text() -> RefOr<Schema> {
    ObjectBuilder::new().schema_type(Type::String).into()
}

/// An object of which nothing more is said here.
pub(super) fn object() -> RefOr<Schema> {
    ObjectBuilder::new()
        .schema_type(Type::Object)
        .additional_properties(Some(AdditionalProperties::FreeForm(true)))
        .into()
}
