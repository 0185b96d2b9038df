//! Where a query stands in what it found.

use crate::analysis::SearchQuery;
use crate::analysis::highlight::{Highlighter, Passage};
use crate::analysis::text::{Field, Text, Texts};
use crate::domain::{Content, Edition};

/// About how many characters of a body are shown around what was looked for.
const BODY_LENGTH: usize = 240;

/// About how many of a lead.
const LEAD_LENGTH: usize = 400;

/// Where a query stands in an entry, in the words of the entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Highlights {
    /// The whole title or name; of several, by language, the first with a hit.
    pub title: Passage,
    /// The lead, or the part of it that has the most of the query; `None` when nothing of it does.
    pub lead: Option<Passage>,
    /// The passage of the rest that has the most of the query; `None` when nothing of it does.
    pub body: Option<Passage>,
}

/// Of some entries, with their bodies, in their order.
pub(super) fn of_entries<C: Content + Texts>(query: &SearchQuery, entries: &[Edition<C>]) -> Vec<Highlights> {
    let mut highlighter = Highlighter::new(query);
    entries.iter().map(|edition| of(&mut highlighter, &edition.content.texts())).collect()
}

fn of(highlighter: &mut Highlighter<'_>, texts: &[Text<'_>]) -> Highlights {
    let in_field = |field| texts.iter().filter(move |text| text.field == field);
    let titles: Vec<Passage> =
        in_field(Field::Title).map(|text| highlighter.whole(text.language, &text.text)).collect();
    let title = titles.iter().find(|title| title.has_hits()).or_else(|| titles.first()).cloned();
    let mut best = |field, length| {
        let texts = in_field(field).map(|text| (text.language, &*text.text));
        highlighter.best(texts, length)
    };
    Highlights {
        title: title.unwrap_or(Passage { segments: Vec::new() }),
        lead: best(Field::Lead, LEAD_LENGTH),
        body: best(Field::Body, BODY_LENGTH),
    }
}
