//! What an address of the newsroom's site leads to, at the REST door.

use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use utoipa::ToSchema;

use super::access::Operation;
use super::openapi::shapes;
use super::resource::{AS_OF, PERSPECTIVE, as_of};
use crate::app::resolve::{self, Resolution, There};
use crate::domain::Error;
use crate::http::route::Method;
use crate::http::{Answer, Client, Form, Parameter, Parameters, Problem};

const PATH: &[Parameter] = &[Parameter {
    name: "path",
    form: Form::Address("/en/harbour-tunnel-opens"),
    doc: "A path of the newsroom's site, or a whole URL of it. What follows `?` or `#`, a slash at the end, and whether \
          it is `http` or `https` make no difference; letters may be percent-encoded. The page of an article, section, \
          tag or author, as the settings `site_…_url` make it.",
}];

const VIEW: &[Parameter] = &[AS_OF, PERSPECTIVE];

/// Asking.
pub(super) const OPERATION: Operation = Operation {
    method: Method::Get,
    path: "/v1/resolve",
    name: "resolve",
    tag: "Navigation",
    scope: None,
    summary: "What stands at an address",
    doc: "What an address of the newsroom's site leads to: an entry, its new address since when it moved, or since when \
          it is gone and whether it was withdrawn or taken down for legal reasons. An address of another host, and one \
          where nothing ever stood in public, is answered with 404.",
    variables: &[],
    parameters: &[PATH, VIEW],
    statuses: &[304, 400, 401, 403, 404, 503],
};

/// What an address leads to.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Resolution)]
pub(super) struct ResolutionBody {
    /// `found`: it is the address of an entry. `moved`: the entry is at `url` now. `gone`: it was taken back.
    #[schema(value_type = shapes::Outcome)]
    outcome: &'static str,
    /// The kind of entry.
    #[serde(rename = "type")]
    #[schema(value_type = shapes::EntryKind)]
    type_name: &'static str,
    /// The entry, unless it is gone.
    #[schema(format = Uuid)]
    id: Option<String>,
    /// The number of the revision shown, unless it is gone.
    revision: Option<u32>,
    /// The present address without scheme and host, unless it is gone.
    path: Option<String>,
    /// The present address, unless it is gone.
    url: Option<String>,
    /// Since when it has moved or is gone.
    #[schema(format = DateTime)]
    since: Option<String>,
    /// How it left, when it is gone.
    #[schema(value_type = Option<shapes::Departure>)]
    reason: Option<&'static str>,
}

pub(super) async fn ask(Client(context): Client, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let parameters = Parameters::parse(request.query_string(), OPERATION.parameters)?;
    let as_of = as_of(&context, &parameters).await?;
    let path = parameters.get("path").ok_or_else(|| Error::parameter("path", "Say which path."))?;
    let found = resolve::resolve(&context, as_of, path, Vec::new()).await?;
    let answer = Answer::json(&ResolutionBody::of(&found));
    Ok(answer.confidential(context.is_confidential(as_of)).to(&request))
}

impl ResolutionBody {
    fn of(resolution: &Resolution) -> Self {
        let outcome = resolution.outcome().as_str();
        match resolution {
            Resolution::There(there) => {
                let There { kind, id, revision, url, moved_at, graph: _ } = there;
                Self {
                    outcome,
                    type_name: kind.as_str(),
                    id: Some(id.to_string()),
                    revision: Some(*revision),
                    path: Some(there.path()),
                    url: Some(url.clone()),
                    since: moved_at.map(|at| at.to_string()),
                    reason: None,
                }
            }
            Resolution::Gone { kind, departure, since } => Self {
                outcome,
                type_name: kind.as_str(),
                id: None,
                revision: None,
                path: None,
                url: None,
                since: Some(since.to_string()),
                reason: Some(departure.as_str()),
            },
        }
    }
}
