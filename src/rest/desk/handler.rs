//! Handlers: decode, one call of `app`, encode.

use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::answer::{self, EntryBody, HistoryBody, RevisionBody, UsageBody};
use super::diff::DiffBody;
use super::table::Format;
use super::{input, table, written};
use crate::app::Context;
use crate::app::desk::{self, Action, Command};
use crate::domain::{Entry, Error, Id, Result};
use crate::http::answer::confidential;
use crate::http::{Client, Parameters, Problem, request as sent, request::Body};
use crate::render;
use crate::rest::resource::Resource;

pub(in crate::rest) async fn create<R: Resource>(
    Client(context): Client,
    request: HttpRequest,
    Body(body): Body,
) -> Result<HttpResponse, Problem> {
    let (note, id) = written::note_and_id(&request)?;
    let action = Action::Create(sent::json(&request, &body)?);
    let command = Command { kind: R::KIND, id, expected: None, note, action };
    let entry = carry_out(&context, command, &request, &body).await?;
    let location = format!("/v1/{}/{}", R::PATH, entry.revision.id);
    Ok(answer::entry(StatusCode::CREATED, &entry, Some(location))?)
}

pub(in crate::rest) async fn save<R: Resource>(
    Client(context): Client,
    id: Path<String>,
    request: HttpRequest,
    Body(body): Body,
) -> Result<HttpResponse, Problem> {
    let note = written::note(&request)?;
    let action = Action::Save(sent::json(&request, &body)?);
    let (id, expected) = (Some(id.parse()?), sent::if_match(&request)?);
    let command = Command { kind: R::KIND, id, expected, note, action };
    let entry = carry_out(&context, command, &request, &body).await?;
    Ok(answer::entry(StatusCode::OK, &entry, None)?)
}

pub(super) async fn act<R: Resource>(
    Client(context): Client,
    id: Path<String>,
    request: HttpRequest,
    Body(body): Body,
) -> Result<HttpResponse, Problem> {
    Parameters::parse(request.query_string(), &[])?;
    let name = request.path().rsplit('/').next().unwrap_or_default();
    let (id, expected) = (id.parse()?, sent::if_match(&request)?);
    let command = input::action(R::KIND, id, expected, name, sent::json(&request, &body)?)?;
    let entry = carry_out(&context, command, &request, &body).await?;
    Ok(answer::entry(StatusCode::OK, &entry, None)?)
}

/// Several writes at once: all of them or none.
pub(in crate::rest) async fn batch(
    Client(context): Client,
    request: HttpRequest,
    Body(body): Body,
) -> Result<HttpResponse, Problem> {
    #[derive(Serialize)]
    struct Batch {
        data: Vec<EntryBody>,
    }
    Parameters::parse(request.query_string(), &[])?;
    let commands = input::batch(sent::json(&request, &body)?)?;
    let entries = desk::carry_out_all(&context, commands, sent::once(&request, &body)?).await?;
    let data = entries.iter().map(EntryBody::of).collect::<Result<_>>()?;
    Ok(confidential(&Batch { data }))
}

pub(super) async fn working_copy<R: Resource>(
    Client(context): Client,
    id: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    Parameters::parse(request.query_string(), &[])?;
    let entry = desk::entry(&context, R::KIND, id.parse()?).await?;
    Ok(answer::entry(StatusCode::OK, &entry, None)?)
}

pub(super) async fn revisions<R: Resource>(
    Client(context): Client,
    id: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let parameters = Parameters::parse(request.query_string(), table::OF_HISTORY)?;
    let (before, size) = (parameters.number("before")?, parameters.size("first")?);
    let history = desk::revisions(&context, R::KIND, id.parse()?, before, size).await?;
    Ok(confidential(&HistoryBody::of(&history)))
}

pub(super) async fn revision<R: Resource>(
    Client(context): Client,
    path: Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    Parameters::parse(request.query_string(), &[])?;
    let (id, number) = numbered(path)?;
    let revision = desk::revision(&context, R::KIND, id, number).await?;
    Ok(confidential(&RevisionBody::of(&revision)?))
}

pub(super) async fn diff<R: Resource>(
    Client(context): Client,
    path: Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let parameters = Parameters::parse(request.query_string(), table::OF_DIFF)?;
    let (id, to) = numbered(path)?;
    let from = parameters.number("from")?.unwrap_or(to.saturating_sub(1));
    let format = parameters.one_of("format", Format::parse)?.unwrap_or(Format::Json);
    let diff = desk::diff(&context, R::KIND, id, from, to).await?;
    Ok(match format {
        Format::Json => confidential(&DiffBody::of(from, to, &diff)),
        Format::Text => answer::confidential_text("text/plain; charset=utf-8", render::diff::text(&diff)),
        Format::Html => answer::confidential_text("text/html; charset=utf-8", render::diff::html(&diff)),
    })
}

/// The entry and the revision that an address names.
fn numbered(path: Path<(String, String)>) -> Result<(Id, u32)> {
    let (id, number) = path.into_inner();
    let id = id.parse()?;
    let number = number.parse().map_err(|_| Error::not_found(format!("revision {number}")))?;
    Ok((id, number))
}

pub(super) async fn used_in(
    Client(context): Client,
    id: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    Parameters::parse(request.query_string(), &[])?;
    Ok(confidential(&UsageBody::of(desk::used_in(&context, id.parse()?).await?)))
}

async fn carry_out(
    context: &Context,
    command: Command,
    request: &HttpRequest,
    body: &Bytes,
) -> Result<Entry> {
    desk::carry_out(context, command, sent::once(request, body)?).await
}
