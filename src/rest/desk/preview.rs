//! Preview links at the REST door.

use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::access::Token;
use crate::app::access::preview::{self, NewLink};
use crate::domain::access::PreviewLink;
use crate::domain::{Kind, Result};
use crate::http::answer::confidential;
use crate::http::{Client, Parameters, Problem, request as sent, request::Body};
use crate::rest::openapi::shapes;
use crate::rest::resource::Resource;

/// A link that shows one revision to whoever holds it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = PreviewLink)]
pub(in crate::rest) struct PreviewLinkBody {
    /// Its id; it stands in the token too.
    #[schema(format = Uuid)]
    id: String,
    /// The kind of entry.
    #[schema(value_type = shapes::EntryKind)]
    entry_type: &'static str,
    /// The entry.
    #[schema(format = Uuid)]
    entry: String,
    /// The revision that it shows.
    revision: u32,
    /// For whom it is.
    note: Option<String>,
    /// When it was made.
    #[schema(format = DateTime)]
    created_at: String,
    /// By whom.
    created_by: String,
    /// The first moment at which it shows nothing any more.
    #[schema(format = DateTime)]
    expires_at: String,
    /// When it was revoked.
    #[schema(format = DateTime)]
    revoked_at: Option<String>,
    /// When it was used last, to the minute.
    #[schema(format = DateTime)]
    last_used_at: Option<String>,
    /// What its holder sends; only in the answer that makes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    token: Option<String>,
}

/// All preview links of an entry.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PreviewLinks)]
pub(in crate::rest) struct PreviewLinksBody {
    /// The oldest first.
    data: Vec<PreviewLinkBody>,
}

/// A preview link to be made.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NewPreviewLink)]
pub(in crate::rest) struct NewLinkBody {
    /// The revision; the newest, unless it is said.
    revision: Option<u32>,
    /// The first moment at which it shows nothing any more.
    #[schema(format = DateTime)]
    expires_at: Option<String>,
    /// For whom it is.
    note: Option<String>,
}

pub(super) async fn list<R: Resource>(
    Client(context): Client,
    id: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    Parameters::parse(request.query_string(), &[])?;
    let links = preview::list(&context, (R::KIND, id.parse()?)).await?;
    let data = links.iter().map(|link| PreviewLinkBody::of(link, None)).collect();
    Ok(confidential(&PreviewLinksBody { data }))
}

pub(super) async fn create<R: Resource>(
    Client(context): Client,
    id: Path<String>,
    request: HttpRequest,
    Body(body): Body,
) -> Result<HttpResponse, Problem> {
    Parameters::parse(request.query_string(), &[])?;
    let new = new(R::KIND, &id, sent::json(&request, &body)?)?;
    let (link, token) = preview::create(&context, new, sent::once(&request, &body)?).await?;
    Ok(confidential(&PreviewLinkBody::of(&link, Some(&token))))
}

pub(in crate::rest) async fn revoke(
    Client(context): Client,
    id: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    Parameters::parse(request.query_string(), &[])?;
    let link = preview::revoke(&context, id.parse()?).await?;
    Ok(confidential(&PreviewLinkBody::of(&link, None)))
}

fn new(kind: Kind, id: &str, body: serde_json::Value) -> Result<NewLink> {
    let NewLinkBody { revision, expires_at, note } = sent::fit(body)?;
    let expires_at = sent::time("/expiresAt", expires_at)?;
    Ok(NewLink { entry: (kind, id.parse()?), revision, expires_at, note })
}

impl PreviewLinkBody {
    fn of(link: &PreviewLink, token: Option<&Token>) -> Self {
        let PreviewLink {
            id,
            entry: (kind, entry),
            revision,
            note,
            created_at,
            created_by,
            expires_at,
            revoked_at,
            last_used_at,
        } = link;
        Self {
            id: id.to_string(),
            entry_type: kind.as_str(),
            entry: entry.to_string(),
            revision: *revision,
            note: note.clone(),
            created_at: created_at.to_string(),
            created_by: created_by.to_string(),
            expires_at: expires_at.to_string(),
            revoked_at: revoked_at.map(|at| at.to_string()),
            last_used_at: last_used_at.map(|at| at.to_string()),
            token: token.map(Token::reveal),
        }
    }
}
