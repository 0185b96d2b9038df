//! Errors as GraphQL has them: the detail as the message, the code and the fields in `extensions`.

use async_graphql::{ErrorExtensions as _, Name, Value};

use crate::domain::{Error, FieldError};
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

fn field(field: &FieldError) -> Value {
    let FieldError { pointer, detail } = field;
    // Where REST has parameters, GraphQL has arguments.
    let members = [("pointer", pointer.trim_start_matches('?')), ("detail", detail)];
    Value::Object(members.into_iter().map(|(name, text)| (Name::new(name), Value::from(text))).collect())
}
