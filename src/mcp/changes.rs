//! What changed, out of the log.

use std::fmt::Write as _;

use serde::Deserialize;
use serde_json::{Value, json};

use super::citation;
use super::tool::Told;
use crate::app::Context;
use crate::app::graph::AnyEdition;
use crate::app::live::{self, News};
use crate::domain::{Change, Effect, Error, Result};

/// The most that one call lists.
const MOST: i64 = 100;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Arguments {
    since: Option<Place>,
    first: Option<i64>,
}

/// A place in the log: a number here, and a text where GraphQL gave it.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Place {
    Number(i64),
    Text(String),
}

impl Place {
    fn number(self) -> Result<i64> {
        match self {
            Self::Number(number) => Ok(number),
            Self::Text(text) => {
                text.parse().map_err(|_| Error::parameter("since", "Send the place as it came."))
            }
        }
    }
}

pub(super) fn arguments() -> (Value, &'static [&'static str]) {
    let properties = json!({
        "since": { "type": ["integer", "string"], "minimum": 0, "description": "The place in the log behind which to begin: `next` of the call before. Without it nothing is listed, and `next` is the present end." },
        "first": { "type": "integer", "minimum": 1, "maximum": MOST, "description": "How many at most; 50, unless given." },
    });
    (properties, &[])
}

pub(super) async fn list(context: Context, arguments: Arguments) -> Result<Told> {
    let Arguments { since, first } = arguments;
    let since = since.map(Place::number).transpose()?;
    let first = first.unwrap_or(50);
    if !(1..=MOST).contains(&first) {
        return Err(Error::parameter("first", format!("first is {first}; it must be 1 to {MOST}.")));
    }
    let (news, next) = live::told(&context, since, first).await?;
    let News { changes, graph } = news;
    let mut text = String::new();
    let mut listed = Vec::new();
    for change in &changes {
        let Change { sequence, at, entry, kind, effect, .. } = change;
        let effect = effect.map_or("changed", Effect::as_str);
        let present = graph.any(*entry).map(AnyEdition::outline);
        let url = present.as_ref().and_then(|(_, outline)| {
            context.app.site().page_url(*kind, outline.locale.as_ref(), outline.slug.as_ref()?.as_str())
        });
        let shown = present.as_ref().map_or("no longer public", |(_, outline)| &outline.title);
        let _ = writeln!(text, "{sequence}. {at} {effect}: {shown}");
        let number = present.as_ref().map(|(number, _)| *number);
        let _ = writeln!(text, "   {}", citation::of_entry(*kind, *entry, number, url.as_deref()));
        let remove = change.effect == Some(Effect::Killed);
        if remove {
            text.push_str("   Remove every copy.\n");
        }
        listed.push(json!({
            "sequence": sequence, "at": at.to_string(), "type": kind.as_str(), "id": entry.to_string(), "url": url,
            "effect": effect, "revision": number, "title": present.map(|(_, outline)| outline.title), "removeEveryCopy": remove,
        }));
    }
    let _ = writeln!(text, "Go on with since: {next}.");
    Ok(Told { text, json: json!({ "changes": listed, "next": next }) })
}
