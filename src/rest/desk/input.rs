//! What is asked of the desk, as JSON.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::app::desk::{Action, Command, Release, below};
use crate::domain::entry::Version;
use crate::domain::{Error, ErrorCode, Id, Kind, Result};
use crate::http::request as sent;

#[derive(Debug, Deserialize)]
#[serde(tag = "action", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
enum ActionInput {
    Create {
        content: Value,
    },
    Save {
        patch: Value,
    },
    Submit {},
    Publish {
        #[serde(default)]
        revision: Option<u32>,
        #[serde(default)]
        at: Option<String>,
        #[serde(default)]
        until: Option<String>,
        #[serde(default = "yes")]
        material: bool,
        #[serde(default)]
        embargo: bool,
    },
    Correct {
        #[serde(default = "nothing")]
        patch: Value,
        correction: Value,
    },
    Withdraw {
        #[serde(default)]
        at: Option<String>,
    },
    Kill {},
    Restore {
        revision: u32,
    },
    Archive {},
    Unarchive {},
}

const fn yes() -> bool {
    true
}

fn nothing() -> Value {
    Value::Object(Map::new())
}

/// One action on an entry: the body of its own address.
pub(super) fn action(
    kind: Kind,
    id: Id,
    expected: Option<Version>,
    name: &str,
    body: Value,
) -> Result<Command> {
    let mut members = object(body)?;
    let note = take(&mut members, "note")?;
    Ok(Command { kind, id: Some(id), expected, note, action: read(name.to_owned(), members)? })
}

/// Several writes: each names its action, kind, entry, and the version or the revision that the client has seen.
pub(super) fn batch(body: Value) -> Result<Vec<Command>> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Batch {
        writes: Vec<Value>,
    }
    let Batch { writes } = serde_json::from_value(body)
        .map_err(|error| malformed(format!("The body must be {{\"writes\": […]}}: {error}.")))?;
    writes
        .into_iter()
        .enumerate()
        .map(|(index, write)| one(write).map_err(|error| below(error, index)))
        .collect()
}

fn one(write: Value) -> Result<Command> {
    let mut members = object(write)?;
    let note = take(&mut members, "note")?;
    let kind = take(&mut members, "type")?.unwrap_or_default();
    let kind = Kind::parse(&kind).ok_or_else(|| {
        let all: Vec<_> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
        malformed(format!("type must be one of {}.", all.join(", "))).at("/type")
    })?;
    let id =
        take(&mut members, "id")?.map(|id| id.parse()).transpose().map_err(|error: Error| error.at("/id"))?;
    let expected = match take(&mut members, "expectedVersion")? {
        Some(version) => Some(version.parse().map_err(|_| no_version())?),
        None => expected_revision(&mut members)?,
    };
    let action = take(&mut members, "action")?.unwrap_or_default();
    Ok(Command { kind, id, expected, note, action: read(action, members)? })
}

fn expected_revision(members: &mut Map<String, Value>) -> Result<Option<Version>> {
    let number = match members.shift_remove("expectedRevision") {
        None | Some(Value::Null) => return Ok(None),
        Some(number) => number.as_u64().and_then(|number| u32::try_from(number).ok()),
    };
    let wrong = || malformed("expectedRevision must be a number.").at("/expectedRevision");
    number.map(|number| Some(Version::from(number))).ok_or_else(wrong)
}

fn no_version() -> Error {
    malformed("expectedVersion must be the version of an entry as it was sent, such as \"7.52\".")
        .at("/expectedVersion")
}

fn read(name: String, mut members: Map<String, Value>) -> Result<Action> {
    members.insert("action".to_owned(), Value::String(name));
    let input: ActionInput = sent::fit(Value::Object(members))?;
    Ok(match input {
        ActionInput::Create { content } => Action::Create(content),
        ActionInput::Save { patch } => Action::Save(patch),
        ActionInput::Submit {} => Action::Submit,
        ActionInput::Publish { revision, at, until, material, embargo } => Action::Publish(Release {
            revision,
            from: sent::time("/at", at)?,
            until: sent::time("/until", until)?,
            material,
            embargo,
        }),
        ActionInput::Correct { patch, correction } => Action::Correct { patch, correction },
        ActionInput::Withdraw { at } => Action::Withdraw(sent::time("/at", at)?),
        ActionInput::Kill {} => Action::Kill,
        ActionInput::Restore { revision } => Action::Restore(revision),
        ActionInput::Archive {} => Action::Archive(true),
        ActionInput::Unarchive {} => Action::Archive(false),
    })
}

fn object(body: Value) -> Result<Map<String, Value>> {
    match body {
        Value::Object(members) => Ok(members),
        _ => Err(malformed("The body must be a JSON object.")),
    }
}

/// A member that must be a text, when it is there.
fn take(members: &mut Map<String, Value>, name: &str) -> Result<Option<String>> {
    match members.shift_remove(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(malformed(format!("{name} must be a text.")).at(format!("/{name}"))),
    }
}

fn malformed(detail: impl Into<String>) -> Error {
    Error::new(ErrorCode::MalformedRequest, detail)
}
