//! What everything that agents get is cited by.

use serde_json::{Map, Value, json};

use crate::domain::{Content, Edition, Id, Kind};

/// Kind, id, revision and canonical address of an entry, beside what else is said of it.
pub(super) fn cited<C: Content>(edition: &Edition<C>, url: Option<&str>, more: Value) -> Value {
    let mut members = Map::new();
    members.insert("type".to_owned(), json!(C::KIND.as_str()));
    members.insert("id".to_owned(), json!(edition.id.to_string()));
    members.insert("revision".to_owned(), json!(edition.revision));
    members.insert("url".to_owned(), json!(url));
    if let Value::Object(more) = more {
        members.extend(more);
    }
    Value::Object(members)
}

/// The same in a line.
pub(super) fn line<C: Content>(edition: &Edition<C>, url: Option<&str>) -> String {
    of_entry(C::KIND, edition.id, Some(edition.revision), url)
}

/// The same of an entry. One that is not public has no revision and no page.
pub(super) fn of_entry(kind: Kind, id: Id, revision: Option<u32>, url: Option<&str>) -> String {
    let url = url.map(|url| format!("{url}, ")).unwrap_or_default();
    let revision = revision.map(|number| format!(", revision {number}")).unwrap_or_default();
    format!("{url}{} {id}{revision}", kind.noun())
}
