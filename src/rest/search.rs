//! What a list says of a search, at the REST door.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use crate::app::search::{Highlights, Passage, Searched, Segment};
use crate::domain::Id;
use crate::http::{Form, Parameter};

/// The parameters of lists that can be searched, besides `q`.
pub(super) const PARAMETERS: &[Parameter] = &[Parameter {
    name: "highlights",
    form: Form::Truth,
    doc: "Also where `q` stands in each entry of the page. Costs about as much as the page itself.",
}];

/// What there is to say of a search.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Search)]
pub(super) struct SearchBody {
    /// Whether nothing has all words of the query, so that what lacks one of them is in the list.
    relaxed: bool,
    /// A query that finds something, in place of a misspelt one.
    suggestion: Option<String>,
    /// Where the query stands in the entries of the page, by their ids; when it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    highlights: Option<BTreeMap<String, HighlightsBody>>,
}

/// Where a query stands in an entry.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Highlights)]
pub(super) struct HighlightsBody {
    /// The whole title or name.
    title: PassageBody,
    /// The lead, or the part of it that has the most of the query; null when nothing of it does.
    lead: Option<PassageBody>,
    /// The passage of the rest that has the most of the query; null when nothing of it does.
    body: Option<PassageBody>,
}

/// A part of a text.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Passage)]
pub(super) struct PassageBody {
    /// As HTML: what was looked for in `<mark>`, everything else escaped.
    html: String,
    /// The same in pieces, for whoever shows no HTML.
    segments: Vec<SegmentBody>,
}

/// A piece of a passage.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Segment)]
struct SegmentBody {
    /// The characters, without markup.
    text: String,
    /// Whether it was looked for.
    is_hit: bool,
}

impl SearchBody {
    /// `ids` are the entries of the page.
    pub(super) fn of(searched: Searched, ids: &[Id], highlighted: bool) -> Self {
        let Searched { relaxed, suggestion, highlights } = searched;
        let highlights = ids.iter().map(ToString::to_string).zip(highlights.iter().map(HighlightsBody::of));
        Self { relaxed, suggestion, highlights: highlighted.then(|| highlights.collect()) }
    }
}

impl HighlightsBody {
    fn of(highlights: &Highlights) -> Self {
        let Highlights { title, lead, body } = highlights;
        Self {
            title: PassageBody::of(title),
            lead: lead.as_ref().map(PassageBody::of),
            body: body.as_ref().map(PassageBody::of),
        }
    }
}

impl PassageBody {
    fn of(passage: &Passage) -> Self {
        let segment = |segment: &Segment| {
            let Segment { text, is_hit } = segment.clone();
            SegmentBody { text, is_hit }
        };
        Self { html: passage.html(), segments: passage.segments.iter().map(segment).collect() }
    }
}
