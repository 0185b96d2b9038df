//! From a request to what is executed: the document is found, and everything that can be refused is refused.

use std::sync::Arc;

use async_graphql::parser::types::OperationType;
use async_graphql::{Request, Response, Value};
use serde_json::json;

use super::persisted::Document;
use super::refusal::Refusal;
use super::request::{self, GraphQlRequest, Way};
use super::subscription::{AtATime, LATEST, Latest, Place};
use super::{Door, error, limits};
use crate::app::{Context, live, persisted};
use crate::domain::{DocumentId, Result};
use crate::http::Languages;

/// An operation that may be executed.
pub(super) struct Operation {
    pub ty: OperationType,
    /// What it could cost: for a subscription, each of its events.
    pub cost: u64,
    /// The place of the event that was given last.
    pub place: Place,
    request: Request,
    context: Context,
    to_keep: Option<(DocumentId, Arc<Document>)>,
}

impl Operation {
    /// Finds what a request means.
    pub(super) async fn of(
        door: &Door,
        context: Context,
        languages: &Arc<Languages>,
        asked: GraphQlRequest,
        way: Way,
    ) -> Result<Self, Refusal> {
        let GraphQlRequest { source, operation_name, variables } = asked;
        let (document, to_keep) = door.documents.resolve(&context, source).await?;
        let operation = request::operation(&document.parsed, operation_name.as_deref())?;
        request::check_way(operation, way)?;
        request::check_variables(operation, &variables).map_err(Refusal::Variables)?;
        let cost = limits::cost(&document.parsed, operation, &variables)?;
        let place = Place::default();
        let mut execution = Request::new("").variables(variables).data(context.clone());
        execution = execution.data(languages.clone()).data(place.clone()).data(AtATime::of(cost));
        let selections = &operation.selection_set.node;
        if operation.ty == OperationType::Query && request::asks_for(&document.parsed, selections, LATEST) {
            // Before everything else: what changes while the rest is read lies behind it.
            if let Ok(latest) = live::latest(&context).await {
                execution = execution.data(Latest(latest));
            }
        }
        if let Some(name) = operation_name {
            execution = execution.operation_name(name);
        }
        let ty = operation.ty;
        execution.set_parsed_query(document.parsed.clone());
        let to_keep = to_keep.map(|digest| (digest, document));
        Ok(Self { ty, cost, place, request: execution, context, to_keep })
    }

    /// The same with more for its resolvers.
    pub(super) fn with<D: std::any::Any + Send + Sync>(self, data: D) -> Self {
        Self { request: self.request.data(data), ..self }
    }

    /// Executes what has one answer.
    pub(super) async fn execute(self, door: &Door) -> Result<Executed, Refusal> {
        let Self { ty: _, cost, place: _, request, context, to_keep } = self;
        let response = error::coded(limits::in_time(door.schema.execute(request)).await?);
        if is_request_error(&response) {
            return Err(Refusal::Invalid(response.errors));
        }
        keep(&context, to_keep).await;
        Ok(Executed { response, cost })
    }

    /// Executes what has many. Gives each to `out` with its place in the log, until `out` wants no more.
    pub(super) async fn follow(
        self,
        door: &Door,
        mut out: impl AsyncFnMut(serde_json::Value, Option<i64>) -> bool,
    ) -> Result<(), Refusal> {
        use futures_util::StreamExt as _;
        let Self { ty: _, cost: _, place, request, context, mut to_keep } = self;
        let mut answers = door.schema.execute_stream(request);
        while let Some(response) = answers.next().await.map(error::coded) {
            let is_begun = place.get().is_some();
            if !is_begun && !response.errors.is_empty() {
                return Err(refused(response));
            }
            keep(&context, to_keep.take()).await;
            if !out(body(response), place.get()).await {
                break;
            }
        }
        Ok(())
    }
}

async fn keep(context: &Context, to_keep: Option<(DocumentId, Arc<Document>)>) {
    if let Some((digest, document)) = to_keep {
        persisted::keep(&context.app, digest, document.text.clone()).await;
    }
}

/// Why nothing can be followed: the document is not valid, or its field could not begin, and says so itself.
fn refused(response: Response) -> Refusal {
    if is_request_error(&response) {
        Refusal::Invalid(response.errors)
    } else {
        Refusal::Unbegun(response.errors)
    }
}

/// Whether validation refused the operation: then nothing was executed, and there is no `data`.
fn is_request_error(response: &Response) -> bool {
    response.data == Value::Null
        && !response.errors.is_empty()
        && response.errors.iter().all(|error| error.path.is_empty())
}

/// What was executed, and what it could cost.
pub(super) struct Executed {
    pub response: Response,
    pub cost: u64,
}

impl Executed {
    /// The answer, with its cost.
    pub(super) fn body(self) -> serde_json::Value {
        let Self { response, cost } = self;
        let mut body = body(response);
        let maximum = limits::COST.maximum;
        body["extensions"] = json!({ "cost": { "requested": cost, "maximum": maximum } });
        body
    }
}

fn body(response: Response) -> serde_json::Value {
    let Response { data, errors, .. } = response;
    let mut body = serde_json::Map::new();
    if !errors.is_empty() {
        body.insert("errors".to_owned(), json!(errors));
    }
    body.insert("data".to_owned(), data.into_json().unwrap_or_default());
    serde_json::Value::Object(body)
}
