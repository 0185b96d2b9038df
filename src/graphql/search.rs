//! What a list says of a search, at the GraphQL door.

use async_graphql::SimpleObject;

use crate::app::search;

/// What there is to say of a search.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct Search {
    /// Whether nothing has all words of the query, so that what lacks one of them is in the list.
    relaxed: bool,
    /// A query that finds something, in place of a misspelt one.
    suggestion: Option<String>,
}

/// Where a query stands in an entry.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct Highlights {
    /// The whole title or name.
    title: Passage,
    /// The lead, or the part of it that has the most of the query; null when nothing of it does.
    lead: Option<Passage>,
    /// The passage of the rest that has the most of the query; null when nothing of it does.
    body: Option<Passage>,
}

/// A part of a text.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct Passage {
    /// As HTML: what was looked for in `<mark>`, everything else escaped.
    html: String,
    /// The same in pieces, for whoever shows no HTML.
    segments: Vec<PassageSegment>,
}

/// A piece of a passage.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct PassageSegment {
    /// The characters, without markup.
    text: String,
    /// Whether it was looked for.
    is_hit: bool,
}

impl Search {
    pub(super) fn of(searched: &search::Searched) -> Self {
        let search::Searched { relaxed, suggestion, highlights: _ } = searched;
        Self { relaxed: *relaxed, suggestion: suggestion.clone() }
    }
}

impl Highlights {
    pub(super) fn of(highlights: &search::Highlights) -> Self {
        let search::Highlights { title, lead, body } = highlights;
        Self {
            title: Passage::of(title),
            lead: lead.as_ref().map(Passage::of),
            body: body.as_ref().map(Passage::of),
        }
    }
}

impl Passage {
    fn of(passage: &search::Passage) -> Self {
        let segment = |segment: &search::Segment| {
            let search::Segment { text, is_hit } = segment.clone();
            PassageSegment { text, is_hit }
        };
        Self { html: passage.html(), segments: passage.segments.iter().map(segment).collect() }
    }
}
