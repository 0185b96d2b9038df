//! Operations: one for each route.

use utoipa::ToSchema;
use utoipa::openapi::path::OperationBuilder;
use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, Schema, Type};
use utoipa::openapi::{Ref, RefOr};

use super::{parameter, request, response, schema};
use crate::http::route::Method;
use crate::http::{Form, Parameter, Route};
use crate::rest::desk::table::Does;
use crate::rest::resource::{Naming, Place, Resource};
use crate::rest::{access, desk};

const CACHED: &[&str] = &["ETag", "Cache-Control"];

/// The tag of a kind: `Fact boxes`.
pub(super) fn tag<R: Resource>() -> String {
    let words = R::PATH.replace('-', " ");
    let (first, rest) = words.split_at(1);
    format!("{}{rest}", first.to_uppercase())
}

/// An operation before its answers are known.
pub(super) struct Sketch<'a> {
    pub tag: &'a str,
    pub name: &'a str,
    pub summary: &'a str,
    pub doc: &'a str,
    /// The variables of the path.
    pub variables: &'a [Parameter],
    /// The query parameters.
    pub parameters: &'a [&'a [Parameter]],
    /// The statuses beside 200 that mean the same everywhere.
    pub statuses: &'a [u16],
}

impl Sketch<'_> {
    pub(super) fn start(self) -> OperationBuilder {
        let Self { tag, name, summary, doc, variables, parameters, statuses } = self;
        let mut operation = OperationBuilder::new()
            .tag(tag)
            .operation_id(Some(name))
            .summary(Some(summary))
            .description(Some(doc))
            .parameters(Some(variables.iter().map(parameter::path)))
            .parameters(Some(parameters.iter().copied().flatten().map(parameter::query)));
        if statuses.contains(&304) {
            operation = operation.parameter_ref(Ref::new("#/components/parameters/IfNoneMatch"));
        }
        // Requests are counted where it is asked who sends them.
        let counted = statuses.contains(&401).then_some(429);
        let shared = statuses.iter().copied().chain(counted).filter_map(response::by_status);
        shared.fold(operation, |operation, (status, response)| operation.response(status, response))
    }
}

/// The operation of a kind at one of its places.
pub(super) fn of<R: Resource>(place: Place) -> OperationBuilder {
    let (one, many) = (R::KIND.noun(), R::PATH.replace('-', " "));
    let (name, summary, doc) = match (place, R::NAMING) {
        (Place::List, _) => (
            format!("list_{many}"),
            format!("List {many}"),
            format!("The public {many} that meet all conditions, page by page."),
        ),
        (Place::Address, _) => (
            format!("get_{one}_by_slug"),
            format!("One {one} by language and slug"),
            format!("The {one} at its address. A former slug answers 301 with the present address."),
        ),
        (Place::Entry, Naming::Once) => (
            format!("get_{one}"),
            format!("One {one} by id or slug"),
            format!("The {one} with this id or slug. A former slug answers 301 with the present address."),
        ),
        (Place::Entry, _) => {
            (format!("get_{one}"), format!("One {one} by id"), format!("The {one} with this id."))
        }
    };
    let sketch = Sketch {
        tag: &tag::<R>(),
        name: &name.replace(' ', "_"),
        summary: &summary,
        doc: &doc,
        variables: variables::<R>(place),
        parameters: if place == Place::List { R::OF_LIST } else { R::OF_ITEM },
        statuses: statuses::<R>(place),
    };
    let json = |schema| [("application/json".to_owned(), schema)];
    let ok = match place {
        Place::List => {
            let headers = ["ETag", "Cache-Control", "Link"];
            response::answer(&format!("A page of {many}."), &headers, json(schema::list_of::<R>()))
        }
        Place::Address | Place::Entry => {
            response::answer(&format!("The {one}."), CACHED, json(schema::entry_of::<R>()))
        }
    };
    sketch.start().response("200", ok)
}

const fn statuses<R: Resource>(place: Place) -> &'static [u16] {
    match (place, R::NAMING) {
        (Place::List, _) => &[304, 400, 401, 403, 503],
        // Former slugs are answered with the present one.
        (Place::Address, _) | (Place::Entry, Naming::Once) => &[301, 304, 400, 401, 403, 404, 410, 451, 503],
        (Place::Entry, _) => &[304, 400, 401, 403, 404, 410, 451, 503],
    }
}

/// The variables of a place's path.
const fn variables<R: Resource>(place: Place) -> &'static [Parameter] {
    match (place, R::NAMING) {
        (Place::List, _) => &[],
        (Place::Address, _) => {
            const {
                &[
                    Parameter { name: "locale", form: Form::Locale, doc: "The language it is written in." },
                    Parameter {
                        name: "slug",
                        form: Form::Text(R::EXAMPLE),
                        doc: "Its slug, now or formerly.",
                    },
                ]
            }
        }
        (Place::Entry, Naming::Once) => {
            const {
                &[Parameter {
                    name: "id",
                    form: Form::Text(R::EXAMPLE),
                    doc: "The id, or the slug, now or formerly.",
                }]
            }
        }
        (Place::Entry, _) => &[Parameter { name: "id", form: Form::Id, doc: "The id." }],
    }
}

/// The operation of a route that stands alone.
pub(super) fn of_route(tag: &str, route: &Route) -> OperationBuilder {
    let Route { path: _, name, summary, doc, variables, parameters, media_types, statuses } = *route;
    // Only what can be answered with 304 has a validator.
    let headers: &[&str] = if statuses.contains(&304) { CACHED } else { &["Cache-Control"] };
    let bodies = media_types.iter().map(|media_type| {
        let bare = media_type.split(';').next().unwrap_or_default();
        let schema = match bare {
            json if json.ends_with("json") => object(),
            picture if picture.starts_with("image/") => binary(picture),
            _ => text(),
        };
        (bare.to_owned(), schema)
    });
    let ok = response::answer(&format!("{summary}."), headers, bodies);
    Sketch { tag, name, summary, doc, variables, parameters, statuses }.start().response("200", ok)
}

fn text() -> RefOr<Schema> {
    ObjectBuilder::new().schema_type(Type::String).into()
}

/// Bytes.
fn binary(media_type: &str) -> RefOr<Schema> {
    ObjectBuilder::new().schema_type(Type::String).content_media_type(media_type).into()
}

/// An object of which nothing more is said here.
pub(super) fn object() -> RefOr<Schema> {
    ObjectBuilder::new()
        .schema_type(Type::Object)
        .additional_properties(Some(AdditionalProperties::FreeForm(true)))
        .into()
}

/// The operation of the desk on a kind.
pub(super) fn of_desk<R: Resource>(operation: &desk::table::Operation) -> OperationBuilder {
    let one = R::KIND.noun();
    let does = operation.does;
    let name = format!("{}_{one}", does.name()).replace(' ', "_");
    let summary = format!("{} {} {one}", operation.summary, article(one));
    let doc = format!("{} Needs the scope `{}`.", operation.doc, operation.scope);
    let sketch = Sketch {
        tag: &tag::<R>(),
        name: &name,
        summary: &summary,
        doc: &doc,
        variables: desk_variables(does),
        parameters: operation.parameters,
        statuses: operation.statuses,
    };
    let schema = match does {
        Does::Revisions => "History",
        Does::Revision => "Revision",
        Does::Diff => "Diff",
        Does::UsedIn => "Usage",
        Does::PreviewLinks => "PreviewLinks",
        Does::Share => "PreviewLink",
        Does::Create
        | Does::Save
        | Does::Upload
        | Does::Fetch
        | Does::ReplaceFile
        | Does::WorkingCopy
        | Does::Act(_) => "Entry",
    };
    let writes = operation.method != Method::Get;
    let makes = matches!(does, Does::Create | Does::Upload | Does::Fetch);
    let headers: &[&str] = match does {
        _ if makes => &["ETag", "Cache-Control", "Location"],
        _ if schema == "Entry" => CACHED,
        _ => &["Cache-Control"],
    };
    let mut bodies = vec![("application/json".to_owned(), Ref::from_schema_name(schema).into())];
    if does == Does::Diff {
        bodies.extend(["text/plain", "text/html"].map(|media_type| (media_type.to_owned(), text())));
    }
    let (status, doc) = if makes { ("201", "It was made.") } else { ("200", "As it is now.") };
    let mut builder = sketch.start().response(status, response::answer(doc, headers, bodies));
    if writes {
        builder = builder.parameter_ref(Ref::new("#/components/parameters/IdempotencyKey"));
    }
    if writes {
        builder = builder.request_body(Some(request::of_desk(does)));
    }
    if writes && !makes && does != Does::Share {
        builder = builder.parameter_ref(Ref::new("#/components/parameters/IfMatch"));
    }
    builder.security(request::bearer())
}

/// The operation of access, or of several writes.
pub(super) fn of_access(operation: &access::Operation) -> OperationBuilder {
    let access::Operation {
        method,
        path: _,
        name,
        tag,
        scope,
        summary,
        doc,
        variables,
        parameters,
        statuses,
    } = operation;
    let doc = scope.map_or_else(|| (*doc).to_owned(), |scope| format!("{doc} Needs the scope `{scope}`."));
    let sketch = Sketch { tag, name, summary, doc: &doc, variables, parameters, statuses };
    let schema = match *name {
        "get_whoami" => "Whoami",
        "list_keys" => "Keys",
        "list_audit" => "Audit",
        "batch" => "Entries",
        "list_documents" => "TrustedDocuments",
        "trust_documents" => "ManifestTaken",
        "get_document" | "revoke_document" => "TrustedDocument",
        "revoke_preview_link" => "PreviewLink",
        _ => "Key",
    };
    let json = [("application/json".to_owned(), Ref::from_schema_name(schema).into())];
    let status = if *name == "create_key" { "201" } else { "200" };
    let mut builder = sketch.start().response(status, response::answer(summary, &["Cache-Control"], json));
    if *method == Method::Post && variables.is_empty() {
        builder = builder.request_body(Some(request::of_access(name)));
    }
    if ["batch", "create_key"].contains(name) {
        builder = builder.parameter_ref(Ref::new("#/components/parameters/IdempotencyKey"));
    }
    builder.security(request::bearer())
}

/// The operation of a list that is none of entries as they stand.
pub(super) fn of_list<T: ToSchema>(operation: &access::Operation) -> OperationBuilder {
    of_reading(operation, "A page of the list.", &["ETag", "Cache-Control", "Link"], schema::page_of::<T>())
}

/// The operation of an answer that is none of entries as they stand.
pub(super) fn of_answer<T: ToSchema>(operation: &access::Operation) -> OperationBuilder {
    of_reading(operation, operation.summary, CACHED, Ref::from_schema_name(T::name()).into())
}

fn of_reading(
    operation: &access::Operation,
    answer: &str,
    headers: &[&str],
    schema: RefOr<Schema>,
) -> OperationBuilder {
    let access::Operation {
        method: _,
        path: _,
        name,
        tag,
        scope,
        summary,
        doc,
        variables,
        parameters,
        statuses,
    } = operation;
    let doc = scope.map_or_else(|| (*doc).to_owned(), |scope| format!("{doc} Needs the scope `{scope}`."));
    let sketch = Sketch { tag, name, summary, doc: &doc, variables, parameters, statuses };
    let json = [("application/json".to_owned(), schema)];
    let builder = sketch.start().response("200", response::answer(answer, headers, json));
    if scope.is_some() { builder.security(request::bearer()) } else { builder }
}

fn article(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'i']) { "an" } else { "a" }
}

const fn desk_variables(does: Does) -> &'static [Parameter] {
    const ID: Parameter = Parameter { name: "id", form: Form::Id, doc: "The id." };
    const NUMBER: Parameter =
        Parameter { name: "number", form: Form::Number, doc: "The number of the revision." };
    match does {
        Does::Create | Does::Upload | Does::Fetch => &[],
        Does::Revision | Does::Diff => &[ID, NUMBER],
        _ => &[ID],
    }
}
