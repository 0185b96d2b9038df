//! Proposing drafts. They are saved and handed to whoever publishes; no command of this door makes anything public,
//! whatever else the key of the agent allows.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::tool::{Told, at};
use crate::app::Context;
use crate::app::desk::{self, Action, Command};
use crate::domain::entry::Version;
use crate::domain::{Entry, Error, ErrorCode, Id, Kind, Result};

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Arguments {
    note: String,
    id: Option<String>,
    revision: Option<u32>,
    locale: Option<String>,
    slug: Option<String>,
    title: Option<String>,
    lead: Option<String>,
    body: Option<String>,
    section: Option<String>,
    tags: Option<Vec<String>>,
}

pub(super) fn arguments() -> (Value, &'static [&'static str]) {
    let text = |doc: &str| json!({ "type": "string", "description": doc });
    let properties = json!({
        "note": text("Why, for the editors who decide. It is kept with the revision."),
        "id": text("The article that is to be changed; without it a new one is proposed."),
        "revision": { "type": "integer", "minimum": 1, "description": "The newest revision of it that was read. Somebody may have been faster; then nothing is saved." },
        "locale": text("The language; of a new article."),
        "slug": text("The name in addresses; of a new article."),
        "title": text("The headline, without markup."),
        "lead": text("The paragraph that says it all, without markup."),
        "body": text("The text, in Markdown. It replaces the whole."),
        "section": text("The section: id or slug."),
        "tags": { "type": "array", "items": { "type": "string" }, "description": "The tags: ids or slugs. They replace all." },
    });
    (properties, &["note"])
}

pub(super) async fn propose(context: Context, arguments: Arguments) -> Result<Told> {
    let Arguments { note, id, revision, locale, slug, title, lead, body, section, tags } = arguments;
    if note.trim().is_empty() {
        return Err(Error::new(ErrorCode::InvalidParameter, "Say why.").at("/note"));
    }
    let body = body.map(|markdown| json!({ "markdown": markdown }));
    let members = json!({
        "locale": locale, "slug": slug, "title": title, "lead": lead, "body": body, "section": section, "tags": tags,
    });
    let document: Map<String, Value> = match members {
        Value::Object(members) => members.into_iter().filter(|(_, value)| !value.is_null()).collect(),
        _ => Map::new(),
    };
    let (id, action) = match id {
        Some(id) => (Some(at("id", id.parse::<Id>())?), Action::Save(Value::Object(document))),
        None => (None, Action::Create(Value::Object(document))),
    };
    let expected = revision.map(Version::from);
    let save = Command { kind: Kind::Article, id, expected, note: Some(note), action };
    Ok(told(&desk::propose(&context, save).await.map_err(of_revision)?))
}

/// What has to do with the revision, in the words of this door.
fn of_revision(error: Error) -> Error {
    match error.code {
        ErrorCode::PreconditionRequired => {
            let detail = "A change must name the revision that it is made to: the newest that was read.";
            Error::new(error.code, detail).at("/revision")
        }
        ErrorCode::PreconditionFailed if error.fields.is_empty() => error.at("/revision"),
        _ => error,
    }
}

fn told(entry: &Entry) -> Told {
    let (id, revision) = (entry.revision.id, entry.revision.number);
    let text = format!(
        "Saved as revision {revision} of article {id}, and handed to the editors. It is not public.\n\
         With the scope preview it is read with read_article, id {id} and perspective draft."
    );
    let json = json!({
        "type": "article", "id": id.to_string(), "revision": revision, "state": entry.state.as_str(),
        "workingCopy": format!("/v1/articles/{id}/working-copy"),
    });
    Told { text, json }
}
