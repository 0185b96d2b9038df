//! Errors as GraphQL has them: the detail as the message, the code and the fields in `extensions`.

use async_graphql::{ErrorExtensions as _, Value};

use crate::domain::{Error, ErrorCode};
use crate::http::problem;

/// The error of a resolver.
pub(super) fn of(error: Error) -> async_graphql::Error {
    problem::log_failure(&error);
    let Error { code, detail, fields, .. } = &error;
    let hidden = *code == ErrorCode::Unavailable && error.cause().is_some();
    let message = if hidden { Error::unavailable("").detail } else { detail.clone() };
    async_graphql::Error::new(message).extend_with(|_, extensions| {
        extensions.set("code", code.as_str());
        if !fields.is_empty() {
            let field = |field: &crate::domain::FieldError| {
                let pairs = [("pointer", field.pointer.as_str()), ("detail", field.detail.as_str())];
                Value::Object(
                    pairs
                        .map(|(name, text)| (async_graphql::Name::new(name), Value::from(text)))
                        .into_iter()
                        .collect(),
                )
            };
            extensions.set("errors", Value::List(fields.iter().map(field).collect()));
        }
    })
}
