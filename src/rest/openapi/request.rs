//! What writes carry, as far as this document speaks of it.

use serde_json::json;
use utoipa::openapi::path::{Parameter as Described, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::schema::{ArrayBuilder, KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Required, SecurityRequirement};

use crate::rest::desk::table::Does;

/// The name of the scheme by which clients authenticate.
const SCHEME: &str = "bearer";

/// What operations that need a scope say of it.
pub(super) fn bearer() -> SecurityRequirement {
    SecurityRequirement::new::<_, [&str; 0], &str>(SCHEME, [])
}

/// The scheme, for the components.
pub(super) fn scheme() -> (&'static str, SecurityScheme) {
    let mut http = Http::new(HttpAuthScheme::Bearer);
    http.description = Some(
        "An access key, `Authorization: Bearer dl_…`, or a token of the issuer that the \
                             configuration names: a JWT."
            .to_owned(),
    );
    (SCHEME, SecurityScheme::Http(http))
}

/// The parameters that writes share.
pub(super) fn parameters() -> [(&'static str, Described); 2] {
    let header = |name: &str, doc: &str, pattern: &str| {
        let schema = ObjectBuilder::new().schema_type(Type::String).pattern(Some(pattern));
        ParameterBuilder::new()
            .name(name)
            .parameter_in(ParameterIn::Header)
            .required(Required::False)
            .description(Some(doc))
            .schema(Some(schema))
            .build()
    };
    let if_match = "The version that you have seen: the `ETag` of the working copy, as it was sent. Without it the answer is \
                    428. It is 412 when there is a newer revision, or when somebody has decided something since that you are \
                    about to decide anew. A revision alone in quotation marks says nothing of decisions.";
    let once = "Names the request: when it comes again within 24 hours, it does nothing and is answered as before. With \
                another request it is refused.";
    [
        ("IfMatch", header("If-Match", if_match, "^\"[0-9]{1,9}(\\.[0-9]{1,18})?\"$")),
        ("IdempotencyKey", header("Idempotency-Key", once, "^[!-~]{1,200}$")),
    ]
}

/// The body of an operation of the desk.
pub(super) fn of_desk(does: Does) -> RequestBody {
    if matches!(does, Does::Upload | Does::ReplaceFile) {
        return body(
            "multipart/form-data",
            form(),
            json!({ "file": "…", "data": { "alt": "The harbour" } }),
            true,
        );
    }
    let media_type = if does == Does::Save { "application/merge-patch+json" } else { "application/json" };
    let (schema, example): (RefOr<Schema>, _) = match does {
        Does::Create => (document(), json!({ "locale": "en", "slug": "harbour", "title": "Harbour opens" })),
        Does::Save => (document(), json!({ "title": "Harbour opens late" })),
        Does::Fetch => (
            said_of_pictures().property("url", address()).required("url").into(),
            json!({ "url": "https://pictures.example.org/harbour.jpg", "alt": "The harbour" }),
        ),
        Does::Share => (Ref::from_schema_name("NewPreviewLink").into(), json!({ "note": "For the lawyer" })),
        Does::Act("publish") => (
            noted()
                .property("revision", integer())
                .property("at", time())
                .property("until", time())
                .property("material", ObjectBuilder::new().schema_type(Type::Boolean))
                .property("embargo", ObjectBuilder::new().schema_type(Type::Boolean))
                .into(),
            json!({ "at": "2026-12-24T07:00:00Z" }),
        ),
        Does::Act("withdraw") => (
            noted().property("at", time()).required("note").into(),
            json!({ "note": "The source took it back." }),
        ),
        Does::Act("kill") => (noted().required("note").into(), json!({ "note": "Court order 12/2026." })),
        Does::Act("restore") => {
            (noted().property("revision", integer()).required("revision").into(), json!({ "revision": 1 }))
        }
        Does::Act("correct") => (
            noted()
                .property("patch", document())
                .property("correction", correction())
                .required("correction")
                .into(),
            json!({ "correction": { "kind": "correction", "text": "The bridge has two lanes, not four." } }),
        ),
        _ => (noted().into(), json!({})),
    };
    also_json(body(media_type, schema, example, matches!(does, Does::Create | Does::Save | Does::Fetch)))
}

/// The body of an operation of access.
pub(super) fn of_access(name: &str) -> RequestBody {
    if name == "create_key" {
        let schema = Ref::from_schema_name("NewKey").into();
        return body("application/json", schema, json!({ "name": "Web desk", "role": "editor" }), true);
    }
    if name == "trust_documents" {
        let schema = ObjectBuilder::new().description(Some("A manifest."));
        let example = json!({ "5d41402abc4b2a76b9719d911017c592": "query Front { articles(first: 3) { nodes { title } } }" });
        return body("application/json", schema.into(), example, true);
    }
    let writes = ArrayBuilder::new().items(document()).min_items(Some(1)).max_items(Some(100));
    let schema = ObjectBuilder::new().property("writes", writes).required("writes");
    let example = json!({ "writes": [{ "action": "create", "type": "tag", "content": {
        "slug": "harbour", "name": { "en": "Harbour" }
    } }] });
    body("application/json", schema.into(), example, true)
}

/// A merge patch may also be called plain JSON, as most clients do.
fn also_json(body: RequestBody) -> RequestBody {
    let mut body = body;
    if let Some(patch) = body.content.get("application/merge-patch+json").cloned() {
        body.content.insert("application/json".to_owned(), patch);
    }
    body
}

fn body(media_type: &str, schema: RefOr<Schema>, example: serde_json::Value, required: bool) -> RequestBody {
    let content = ContentBuilder::new().schema(Some(schema)).example(Some(example)).build();
    let required = if required { Required::True } else { Required::False };
    RequestBodyBuilder::new().content(media_type, content).required(Some(required)).build()
}

fn document() -> RefOr<Schema> {
    Ref::from_schema_name("Document").into()
}

/// A picture, and what is said of it.
fn form() -> RefOr<Schema> {
    let file = ObjectBuilder::new()
        .schema_type(Type::String)
        .content_media_type("application/octet-stream")
        .description(Some("A JPEG, PNG or WebP. Its name counts for nothing."));
    ObjectBuilder::new().property("file", file).required("file").property("data", said_of_pictures()).into()
}

fn said_of_pictures() -> ObjectBuilder {
    let text = |doc: &str| ObjectBuilder::new().schema_type(Type::String).description(Some(doc));
    ObjectBuilder::new()
        .property("alt", text("What can be seen; empty, unless given, for a picture that only decorates."))
        .property("caption", text("What readers should know about it."))
        .property("credit", text("Whose it is, as printed."))
        .property("licence", text("An SPDX id or a URL."))
        .property("focalPoint", Ref::from_schema_name("FocalPoint"))
}

fn address() -> ObjectBuilder {
    let format = SchemaFormat::Custom("uri".to_owned());
    ObjectBuilder::new().schema_type(Type::String).format(Some(format)).description(Some("Where it is."))
}

fn noted() -> ObjectBuilder {
    let note =
        ObjectBuilder::new().schema_type(Type::String).description(Some("Why.")).max_length(Some(5_000));
    ObjectBuilder::new().property("note", note)
}

fn correction() -> ObjectBuilder {
    let text = || ObjectBuilder::new().schema_type(Type::String);
    ObjectBuilder::new()
        .property("kind", Ref::from_schema_name("CorrectionKind"))
        .required("kind")
        .property("text", text())
        .required("text")
        .property("blockKey", text())
}

fn integer() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(1_u32))
}

fn time() -> ObjectBuilder {
    let format = SchemaFormat::KnownFormat(KnownFormat::DateTime);
    ObjectBuilder::new().schema_type(Type::String).format(Some(format))
}
