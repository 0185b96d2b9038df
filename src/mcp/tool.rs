//! The table of tools.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use rmcp::model::{JsonObject, ToolAnnotations};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{changes, proposing, reading, searching};
use crate::app::Context;
use crate::domain::{Error, ErrorCode, Result, Scope};

/// What a tool answers.
#[derive(Debug)]
pub(super) struct Told {
    /// For the model to read.
    pub text: String,
    /// The same for programs.
    pub json: Value,
}

type Call = fn(Context, Value) -> Pin<Box<dyn Future<Output = Result<Told>> + Send>>;

/// Something that agents can do.
#[derive(Clone, Copy)]
pub(super) struct Tool {
    pub name: &'static str,
    title: &'static str,
    doc: &'static str,
    /// What is needed for it; whoever lacks it is not told of the tool.
    pub scope: Scope,
    /// The properties of its arguments, and those that must be there.
    arguments: fn() -> (Value, &'static [&'static str]),
    pub call: Call,
}

macro_rules! call {
    ($tool:path) => {
        |context, arguments| {
            Box::pin(async move {
                let told = $tool(context, read(arguments)?).await;
                told.map_err(|error| error_at(error, &[]))
            })
        }
    };
}

/// All tools.
pub(super) const TOOLS: &[Tool] = &[
    Tool {
        name: "search",
        title: "Search the newsroom",
        doc: "Finds published articles or fact boxes, the best first: words in any of their forms, \"several words\" exactly \
              so, -word not there, word* the beginning of a word.",
        scope: Scope::Read,
        arguments: searching::arguments,
        call: call!(searching::search),
    },
    Tool {
        name: "read_article",
        title: "Read an article",
        doc: "The whole text of an article as Markdown, with who wrote it, when, what was corrected, where it comes from \
              and what may be done with it; as of now, or of a past moment. Name it by id, by locale and slug, or by URL.",
        scope: Scope::Read,
        arguments: reading::arguments,
        call: call!(reading::article),
    },
    Tool {
        name: "read_fact_box",
        title: "Read a fact box",
        doc: "A fact box: background that is kept up to date, fact by fact with sources and dates; as of now, or of a past \
              moment. Name it by id, or by locale and slug.",
        scope: Scope::Read,
        arguments: reading::fact_box_arguments,
        call: call!(reading::fact_box),
    },
    Tool {
        name: "list_changes",
        title: "List what changed",
        doc: "What readers saw change behind a place in the log, in order, and the place to go on from. Of what was KILLED \
              every copy must be removed.",
        scope: Scope::Read,
        arguments: changes::arguments,
        call: call!(changes::list),
    },
    Tool {
        name: "propose_draft",
        title: "Propose a draft",
        doc: "Saves a new article, or a new revision of one, as a draft, and hands it to the editors. Nothing becomes public: \
              people decide. Say why in `note`.",
        scope: Scope::Write,
        arguments: proposing::arguments,
        call: call!(proposing::propose),
    },
];

impl Tool {
    /// As agents are told of it.
    pub(super) fn described(&self) -> rmcp::model::Tool {
        let (properties, required) = (self.arguments)();
        let schema = json!({
            "type": "object", "properties": properties, "required": required, "additionalProperties": false,
        });
        let schema: JsonObject = match schema {
            Value::Object(schema) => schema,
            _ => JsonObject::new(),
        };
        let reads = self.scope == Scope::Read;
        let hints = ToolAnnotations::with_title(self.title)
            .read_only(reads)
            .idempotent(reads)
            .destructive(false)
            .open_world(false);
        rmcp::model::Tool::new(self.name, self.doc, Arc::new(schema))
            .with_title(self.title)
            .with_annotations(hints)
    }
}

/// What an argument is read as, or why it is not.
pub(super) fn at<T>(argument: &str, read: Result<T>) -> Result<T> {
    read.map_err(|error| error.at(format!("/{argument}")))
}

/// The same error at the arguments of a tool: a door of its own, where parameters of lists may have other names.
pub(super) fn error_at(mut error: Error, renamed: &[(&str, &str)]) -> Error {
    for field in &mut error.fields {
        let name = field.pointer.trim_start_matches(['?', '/']);
        let (first, rest) = name.split_at(name.find('/').unwrap_or(name.len()));
        let argument = renamed.iter().find(|(of_list, _)| *of_list == first).map_or(first, |(_, to)| to);
        field.pointer = format!("/{argument}{rest}");
    }
    error
}

/// Reads arguments strictly: what is not known is an error.
fn read<T: DeserializeOwned>(arguments: Value) -> Result<T> {
    serde_json::from_value(arguments).map_err(|error| {
        let detail = format!("The arguments do not fit what tools/list says of them: {error}.");
        Error::new(ErrorCode::InvalidParameter, detail)
    })
}
