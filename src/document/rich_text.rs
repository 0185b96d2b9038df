//! Rich text as Portable Text writes it: spans that name decorators and mark definitions.

use std::fmt::Display;

use serde::{Deserialize, Serialize};

use super::reading::Reading;
use crate::domain::Kind;
use crate::domain::body::{Mark, Span};

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct RichText {
    #[serde(default)]
    pub mark_defs: Vec<MarkDefinition>,
    pub children: Vec<SpanDocument>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "_type", rename_all = "camelCase", deny_unknown_fields)]
pub(super) enum MarkDefinition {
    Link {
        #[serde(rename = "_key")]
        key: String,
        href: String,
    },
    InternalLink {
        #[serde(rename = "_key")]
        key: String,
        #[serde(rename = "ref")]
        reference: String,
    },
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SpanDocument {
    #[serde(rename = "_type", default = "span")]
    type_name: String,
    #[serde(rename = "_key", default, skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    text: String,
    #[serde(default)]
    marks: Vec<String>,
}

fn span() -> String {
    "span".to_owned()
}

/// Spans as the JSON of Portable Text.
#[must_use]
pub fn spans_to_json(spans: &[Span]) -> serde_json::Value {
    serde_json::to_value(RichText::of(spans)).unwrap_or_default()
}

impl RichText {
    /// Spans and mark definitions are keyed by their position, so the same text is always the same JSON.
    pub(super) fn of(spans: &[Span]) -> Self {
        let mut text = Self::default();
        for (index, span) in spans.iter().enumerate() {
            let marks = span.marks.iter().map(|mark| text.name_of(mark)).collect();
            let key = Some(format!("s{index}"));
            text.children.push(SpanDocument {
                type_name: "span".to_owned(),
                key,
                text: span.text.clone(),
                marks,
            });
        }
        text
    }

    fn name_of(&mut self, mark: &Mark) -> String {
        let next = format!("m{}", self.mark_defs.len());
        match mark {
            Mark::Strong => "strong".to_owned(),
            Mark::Em => "em".to_owned(),
            Mark::Code => "code".to_owned(),
            Mark::Underline => "underline".to_owned(),
            Mark::StrikeThrough => "strike-through".to_owned(),
            Mark::Link(href) => {
                self.define(next.clone(), MarkDefinition::Link { key: next, href: href.clone() })
            }
            Mark::InternalLink(id) => self
                .define(next.clone(), MarkDefinition::InternalLink { key: next, reference: id.to_string() }),
        }
    }

    /// Uses a definition again when the same link was defined before.
    fn define(&mut self, key: String, definition: MarkDefinition) -> String {
        match self.mark_defs.iter().find(|known| known.target() == definition.target()) {
            Some(known) => known.key().to_owned(),
            None => {
                self.mark_defs.push(definition);
                key
            }
        }
    }

    pub(super) fn into_spans(self, reading: &mut Reading<'_>, pointer: impl Display) -> Option<Vec<Span>> {
        let Self { mark_defs, children } = self;
        reading.each(format_args!("{pointer}/children"), children, |reading, child, pointer| {
            let SpanDocument { type_name, key: _, text, marks } = child;
            if type_name != "span" {
                return reading
                    .wrong(format_args!("{pointer}/_type"), format!("There is no inline type {type_name}."));
            }
            let marks = marks.iter().map(|name| mark_of(reading, name, &mark_defs, pointer));
            Some(Span { text, marks: marks.collect::<Option<_>>()? })
        })
    }
}

impl MarkDefinition {
    fn key(&self) -> &str {
        match self {
            Self::Link { key, .. } | Self::InternalLink { key, .. } => key,
        }
    }

    fn target(&self) -> (bool, &str) {
        match self {
            Self::Link { href, .. } => (false, href),
            Self::InternalLink { reference, .. } => (true, reference),
        }
    }
}

fn mark_of(
    reading: &mut Reading<'_>,
    name: &str,
    definitions: &[MarkDefinition],
    pointer: &str,
) -> Option<Mark> {
    Some(match name {
        "strong" => Mark::Strong,
        "em" => Mark::Em,
        "code" => Mark::Code,
        "underline" => Mark::Underline,
        "strike-through" => Mark::StrikeThrough,
        key => match definitions.iter().find(|definition| definition.key() == key) {
            Some(MarkDefinition::Link { href, .. }) => Mark::Link(href.clone()),
            Some(MarkDefinition::InternalLink { reference, .. }) => Mark::InternalLink(reading.reference(
                format_args!("{pointer}/marks"),
                Kind::Article,
                reference,
            )?),
            None => {
                return reading.wrong(format_args!("{pointer}/marks"), format!("There is no mark {key}."));
            }
        },
    })
}
