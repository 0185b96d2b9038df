//! What writes say in their address.

use actix_web::HttpRequest;

use super::table;
use crate::domain::{Error, Id, Result};
use crate::http::Parameters;

/// Why, and the id that a new entry shall get.
pub(in crate::rest) fn note_and_id(request: &HttpRequest) -> Result<(Option<String>, Option<Id>)> {
    let parameters = Parameters::parse(request.query_string(), table::OF_NEW_DOCUMENTS)?;
    let id = parameters.get("id").map(|id| id.parse().map_err(|error: Error| error.at("?id")));
    Ok((parameters.get("note").map(str::to_owned), id.transpose()?))
}

/// Why.
pub(in crate::rest) fn note(request: &HttpRequest) -> Result<Option<String>> {
    let parameters = Parameters::parse(request.query_string(), table::OF_DOCUMENTS)?;
    Ok(parameters.get("note").map(str::to_owned))
}
