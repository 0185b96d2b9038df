//! Searching: what a list says besides when it is searched, and its best entries first.
//!
//! What is found is what could be read: the same predicate decides it, at the moment of the search. How texts are
//! analysed is in `analysis`, how the index is asked in `store::search`.

mod highlights;
mod suggestion;

use std::collections::HashMap;

pub use highlights::Highlights;

pub use crate::analysis::highlight::{Passage, Segment};

use super::graph::InGraph;
use crate::analysis::SearchQuery;
use crate::domain::filter::{Search, searched_by};
use crate::domain::page::{Count, Direction, SortKey, Total};
use crate::domain::{AsOf, Condition, Cursor, Edition, Id, Page, PageRequest, Result, Shape, Sort};
use crate::store::search::ranked::{Hit, Ranked, ranked};
use crate::store::{self, AnyConnection};

/// What a list says of a search besides what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Searched {
    /// Whether nothing has all words, so that what lacks one of them was found.
    pub relaxed: bool,
    /// What may have been meant, in the words of a query that finds something; only when a word stands nowhere.
    pub suggestion: Option<String>,
    /// Where the query stands in each entry of the page, when that was asked for.
    pub highlights: Vec<Highlights>,
}

/// A part of a list that is searched.
pub(super) fn page<C: InGraph>(
    connection: &mut AnyConnection,
    as_of: AsOf,
    search: &Search,
    conditions: &[Condition<Id>],
    request: &PageRequest,
    shape: &Shape,
) -> Result<(Page<Edition<C>>, Searched)> {
    let query = SearchQuery::parse("q", &search.words)?;
    let part = if request.sort == Sort::Relevance { best::<C> } else { listed::<C> };
    let (page, relaxed) =
        part(connection, as_of, (search, conditions), request, shape.body || shape.highlights)?;
    let is_misspelt = relaxed || (page.items.is_empty() && request.cursor.is_none());
    let suggestion =
        if is_misspelt { suggestion::suggest(connection, as_of, C::KIND, search, conditions)? } else { None };
    let highlights = if shape.highlights { highlights::of_entries(&query, &page.items) } else { Vec::new() };
    Ok((page, Searched { relaxed, suggestion, highlights }))
}

/// The best entries first: a part of the list, and whether they lack a word.
fn best<C: InGraph>(
    connection: &mut AnyConnection,
    as_of: AsOf,
    (search, conditions): (&Search, &[Condition<Id>]),
    request: &PageRequest,
    body: bool,
) -> Result<(Page<Edition<C>>, bool)> {
    let found = ranked(connection, C::KIND, as_of, conditions)?;
    let Part { hits, has_next, has_previous } = Part::of(&found.hits, request);
    let ids: Vec<Id> = hits.iter().map(|hit| hit.id).collect();
    let items: Vec<Edition<C>> = in_order(store::edition::by_ids::<C>(connection, as_of, &ids, body)?, &ids);
    // What was published while the read waited for its turn is found, and not shown as of its moment.
    let shown = |hit: &&Hit| items.iter().any(|edition| edition.id == hit.id);
    let cursors = hits.iter().filter(shown).map(cursor).collect();
    let total = match (request.total, found.count()) {
        (Total::None, _) => None,
        (Total::Exact, Count { exact: false, .. }) => {
            let relaxed = found.relaxed.then(|| searched_by(conditions, search, &search.relaxed()));
            let counted = relaxed.as_deref().unwrap_or(conditions);
            let count = store::list::count(connection, C::KIND, as_of, counted)?;
            Some(Count { count, exact: true })
        }
        (_, count) => Some(count),
    };
    let Ranked { relaxed, .. } = found;
    Ok((Page { items, cursors, has_next, has_previous, total }, relaxed))
}

/// A part of the list in another order, and whether what is in it lacks a word. That is decided for the whole list: a page
/// behind its end holds nothing else.
fn listed<C: InGraph>(
    connection: &mut AnyConnection,
    as_of: AsOf,
    (search, conditions): (&Search, &[Condition<Id>]),
    request: &PageRequest,
    body: bool,
) -> Result<(Page<Edition<C>>, bool)> {
    let strict = store::list::page::<C>(connection, as_of, conditions, request, body)?;
    let is_elsewhere = request.cursor.is_some();
    if !strict.items.is_empty() || (is_elsewhere && finds_any::<C>(connection, as_of, conditions)?) {
        return Ok((strict, false));
    }
    let relaxed = searched_by(conditions, search, &search.relaxed());
    let page = store::list::page::<C>(connection, as_of, &relaxed, request, body)?;
    let is_relaxed = !page.items.is_empty() || (is_elsewhere && finds_any::<C>(connection, as_of, &relaxed)?);
    Ok((page, is_relaxed))
}

/// Whether there is anything in a list.
fn finds_any<C: InGraph>(
    connection: &mut AnyConnection,
    as_of: AsOf,
    conditions: &[Condition<Id>],
) -> Result<bool> {
    let first = store::list::page::<C>(connection, as_of, conditions, &PageRequest::first(1), false)?;
    Ok(!first.items.is_empty())
}

/// The part of what was found that was asked for.
struct Part<'a> {
    hits: &'a [Hit],
    has_next: bool,
    has_previous: bool,
}

impl<'a> Part<'a> {
    fn of(hits: &'a [Hit], request: &PageRequest) -> Self {
        let size = usize::try_from(request.size).unwrap_or(usize::MAX);
        let place = request.cursor.as_ref().map(place);
        let (from, to) = match (place, request.direction) {
            (None, Direction::Forward) => (0, size.min(hits.len())),
            (None, Direction::Backward) => (hits.len().saturating_sub(size), hits.len()),
            (Some(place), Direction::Forward) => {
                let from = hits.partition_point(|hit| place_of(hit) >= place);
                (from, (from + size).min(hits.len()))
            }
            (Some(place), Direction::Backward) => {
                let to = hits.partition_point(|hit| place_of(hit) > place);
                (to.saturating_sub(size), to)
            }
        };
        Self { hits: &hits[from..to], has_next: to < hits.len(), has_previous: from > 0 }
    }
}

/// The greatest comes first.
type Place = (SortKey, Id);

fn place_of(hit: &Hit) -> Place {
    place(&cursor(hit))
}

fn place(cursor: &Cursor) -> Place {
    let Cursor { key, id } = cursor;
    (key.clone(), *id)
}

const fn cursor(hit: &Hit) -> Cursor {
    let Hit { id, revision: _, score, published_at } = *hit;
    Cursor { key: SortKey::Score(score, published_at), id }
}

/// The editions in the order of their ids.
fn in_order<C>(editions: Vec<Edition<C>>, ids: &[Id]) -> Vec<Edition<C>> {
    let mut by_id: HashMap<Id, Edition<C>> =
        editions.into_iter().map(|edition| (edition.id, edition)).collect();
    ids.iter().filter_map(|id| by_id.remove(id)).collect()
}
