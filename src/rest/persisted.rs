//! Documents of GraphQL that are trusted, at the REST door: put here when a client is built, listed, revoked.

use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use utoipa::ToSchema;

use super::access::Operation;
use crate::app::persisted::{self, Check, Trusted};
use crate::domain::persisted::TrustedDocument;
use crate::domain::{DocumentId, Error, Result, Scope};
use crate::http::answer::confidential;
use crate::http::route::{Method, Methods};
use crate::http::{Client, Form, Parameter, Parameters, Problem, request as sent, request::Body};

const PAGE: &[Parameter] = &[
    Parameter { name: "first", form: Form::Size, doc: "How many documents: 1 to 100, usually 20." },
    Parameter { name: "after", form: Form::Text("a"), doc: "Only documents whose ids come behind this one." },
];

const DOCUMENT: &[Parameter] =
    &[Parameter { name: "document", form: Form::Text("sha256:0f3c"), doc: "The id of the document." }];

const PLAIN: Operation = Operation {
    method: Method::Get,
    path: "",
    name: "",
    tag: "Persisted documents",
    scope: Some(Scope::Trust),
    summary: "",
    doc: "",
    variables: &[],
    parameters: &[],
    statuses: &[400, 401, 403, 503],
};

/// All of them.
pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        path: "/v1/persisted-documents",
        name: "list_documents",
        summary: "All trusted documents",
        doc: "The documents of GraphQL that are trusted, by id, without their texts.",
        parameters: &[PAGE],
        ..PLAIN
    },
    Operation {
        method: Method::Post,
        path: "/v1/persisted-documents",
        name: "trust_documents",
        summary: "Trust documents",
        doc: "Trusts the documents of a manifest, up to 2,000, all of them or none: an object of ids and texts, as Relay \
              and GraphQL Code Generator write it, or a manifest of Apollo. Each must fit the schema and the limits. \
              Sent again, it changes nothing.",
        statuses: &[400, 401, 403, 409, 413, 415, 422, 503],
        ..PLAIN
    },
    Operation {
        path: "/v1/persisted-documents/{document}",
        name: "get_document",
        summary: "A trusted document",
        doc: "A trusted document with its text.",
        variables: DOCUMENT,
        statuses: &[400, 401, 403, 404, 503],
        ..PLAIN
    },
    Operation {
        method: Method::Post,
        path: "/v1/persisted-documents/{document}/revoke",
        name: "revoke_document",
        summary: "Revoke a document",
        doc: "Trusts a document no longer: at once on the node that is asked, within ten seconds on all others.",
        variables: DOCUMENT,
        statuses: &[400, 401, 403, 404, 503],
        ..PLAIN
    },
];

pub(super) fn routes(config: &mut ServiceConfig, check: Check) {
    config
        .app_data(Data::new(check))
        .service(Methods::new("/v1/persisted-documents").get_and_post(list, trust))
        .service(Methods::new("/v1/persisted-documents/{document}").get(one))
        .service(Methods::new("/v1/persisted-documents/{document}/revoke").post(revoke));
}

/// A document of GraphQL that is trusted.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = TrustedDocument)]
pub(super) struct DocumentBody {
    /// By what clients name it.
    id: String,
    /// `sha256:` and the digest of its text, which names it too.
    digest: String,
    /// The names of its operations, joined by commas.
    operations: String,
    /// The length of its text, in bytes.
    bytes: usize,
    /// When it was trusted.
    #[schema(format = DateTime)]
    added_at: String,
    /// By whom.
    added_by: String,
    /// When it was used last, to the day.
    #[schema(format = DateTime)]
    last_used_at: Option<String>,
    /// Its text; only where it is asked for alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    text: Option<String>,
}

/// A part of the list of trusted documents.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = TrustedDocuments)]
pub(super) struct DocumentsBody {
    /// By id.
    data: Vec<DocumentBody>,
    /// Whether there are more: ask with `after` and the last id.
    has_more: bool,
}

/// What became of a manifest.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ManifestTaken)]
pub(super) struct TakenBody {
    /// The documents that were added, in their order.
    data: Vec<DocumentBody>,
    /// How many were trusted already.
    unchanged: usize,
}

async fn list(Client(context): Client, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let parameters = Parameters::parse(request.query_string(), &[PAGE])?;
    let after = parameters.get("after").map(|id| id.parse().map_err(|error: Error| error.at("?after")));
    let (found, has_more) = persisted::list(&context, after.transpose()?, parameters.size("first")?).await?;
    Ok(confidential(&DocumentsBody { data: found.into_iter().map(DocumentBody::brief).collect(), has_more }))
}

async fn trust(
    Client(context): Client,
    check: Data<Check>,
    request: HttpRequest,
    Body(body): Body,
) -> Result<HttpResponse, Problem> {
    Parameters::parse(request.query_string(), &[])?;
    let manifest = sent::json(&request, &body)?;
    let Trusted { added, unchanged } = persisted::trust(&context, manifest, (**check).clone()).await?;
    Ok(confidential(&TakenBody { data: added.into_iter().map(DocumentBody::brief).collect(), unchanged }))
}

async fn one(
    Client(context): Client,
    id: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    Parameters::parse(request.query_string(), &[])?;
    Ok(confidential(&DocumentBody::of(persisted::one(&context, document(&id)?).await?)))
}

async fn revoke(
    Client(context): Client,
    id: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    Parameters::parse(request.query_string(), &[])?;
    Ok(confidential(&DocumentBody::of(persisted::revoke(&context, document(&id)?).await?)))
}

fn document(id: &str) -> Result<DocumentId> {
    id.parse()
}

impl DocumentBody {
    fn of(document: TrustedDocument) -> Self {
        let TrustedDocument { id, digest, text, operations, added_at, added_by, last_used_at } = document;
        Self {
            id: id.to_string(),
            digest: digest.to_string(),
            operations,
            bytes: text.len(),
            added_at: added_at.to_string(),
            added_by: added_by.to_string(),
            last_used_at: last_used_at.map(|at| at.to_string()),
            text: Some(text),
        }
    }

    fn brief(document: TrustedDocument) -> Self {
        Self { text: None, ..Self::of(document) }
    }
}
