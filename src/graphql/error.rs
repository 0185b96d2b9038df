//! Errors as GraphQL has them: the detail as the message, the code and the fields in `extensions`.

use async_graphql::{ErrorExtensions as _, Name, Response, Value};

use crate::domain::{Error, ErrorCode, FieldError};
use crate::http::problem;

/// The error of a resolver.
pub(super) fn of(error: Error) -> async_graphql::Error {
    problem::log_failure(&error);
    let public = problem::public(error);
    async_graphql::Error::new(public.detail).extend_with(|_, extensions| {
        extensions.set("code", public.code.as_str());
        if !public.fields.is_empty() {
            extensions.set("errors", Value::List(public.fields.iter().map(field).collect()));
        }
    })
}

/// Errors of the library have no code. What it refuses while it executes is a value that does not fit the schema, as far as
/// it has been seen to refuse anything.
pub(super) fn coded(mut response: Response) -> Response {
    for error in &mut response.errors {
        let extensions = error.extensions.get_or_insert_default();
        if extensions.get("code").is_none() {
            extensions.set("code", ErrorCode::ValidationFailed.as_str());
        }
    }
    response
}

fn field(field: &FieldError) -> Value {
    let FieldError { pointer, detail } = field;
    // Where REST has parameters, GraphQL has arguments.
    let members = [("pointer", pointer.trim_start_matches('?')), ("detail", detail)];
    Value::Object(members.into_iter().map(|(name, text)| (Name::new(name), Value::from(text))).collect())
}
