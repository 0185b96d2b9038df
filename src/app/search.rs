//! Searching: entries that match a query, the best first, with where it stands in them.
//!
//! What is found is what could be read: the same predicate decides it, at the moment of the search. How texts are
//! analysed is in `analysis`, how the index is asked in `store::search`.

mod highlights;
mod suggestion;

use std::collections::HashMap;
use std::sync::Arc;

pub use highlights::Highlights;

use super::Context;
use super::graph::{Graph, InGraph};
use super::read::{Listing, remember_early, resolve};
use crate::analysis::document::{of_kind, of_link, of_locale, of_variant};
use crate::analysis::{Language, SearchQuery};
use crate::domain::page::{Count, Direction, Total};
use crate::domain::search::{Place, SearchKey};
use crate::domain::{AsOf, Edition, Error, Id, Kind, Locale, PageRequest, Reference, Result, Role, Shape};
use crate::store::search::find::{self, Plan};
use crate::store::search::ranked::{Hit, Ranked, ranked};
use crate::store::{self, AnyConnection};

/// What is searched for, and which part of what is found is wanted.
#[derive(Clone, Debug)]
pub struct Search {
    /// What must be there, and what must not.
    pub query: SearchQuery,
    /// Only what is in exactly this language; the words are then taken for words of it. Without one, words are looked
    /// for in the forms of every language that the index holds.
    pub locale: Option<Locale>,
    /// Only this kind within the kind.
    pub variant: Option<&'static str>,
    /// Only what refers to these entries.
    pub links: Vec<(Role, Reference)>,
    /// How many at most; 1 to [`PageRequest::MAX_SIZE`].
    pub size: u32,
    /// Towards the end of the list, or towards its beginning.
    pub direction: Direction,
    /// The opaque cursor behind which the part begins.
    pub cursor: Option<String>,
    /// Whether what is found is to be counted. Up to [`Total::ESTIMATE_LIMIT`] that costs nothing.
    pub total: Total,
}

impl Search {
    /// The first page for a query, of everything.
    #[must_use]
    pub const fn new(query: SearchQuery) -> Self {
        Self {
            query,
            locale: None,
            variant: None,
            links: Vec::new(),
            size: PageRequest::DEFAULT_SIZE,
            direction: Direction::Forward,
            cursor: None,
            total: Total::None,
        }
    }
}

/// A part of what was found, with what was loaded along.
#[derive(Debug)]
pub struct FoundSearch<C> {
    /// The entries, the best first. Of more than 1,000 that match, only the newest 1,000 are in the list.
    pub listing: Listing<Arc<Edition<C>>>,
    /// How well each fits, from 0 to [`rank::STEPS`](crate::analysis::rank::STEPS).
    pub scores: Vec<u32>,
    /// Where the query stands in each.
    pub highlights: Vec<Highlights>,
    /// Whether nothing has all words, so that what lacks one of them was found.
    pub relaxed: bool,
    /// What may have been meant, in the words of a query that finds something; only when a word stands nowhere.
    pub suggestion: Option<String>,
    /// What was loaded along; the entries themselves too.
    pub graph: Arc<Graph>,
}

/// Entries of a kind that match a query, the best first: a part of the list.
///
/// # Errors
/// `INVALID_PARAMETER` for a past or future moment, which the index does not know, and for a reference to nothing;
/// `INVALID_CURSOR` for a cursor of another query.
pub async fn page<C: InGraph>(
    context: &Context,
    as_of: AsOf,
    search: Search,
    shape: Shape,
) -> Result<FoundSearch<C>> {
    if let AsOf::Then(_) = as_of {
        return Err(Error::parameter("asOf", "Only the present is searched. Leave asOf out."));
    }
    let now = context.app.now();
    let read = move |c: &mut AnyConnection| {
        let Prepared { plan, marks, list } = prepare(c, as_of, C::KIND, &search)?;
        let found = ranked(c, as_of, &plan, &|_| {})?;
        let suggestion = if found.hits.is_empty() || found.relaxed {
            suggestion::suggest(c, as_of, &search, &marks)?
        } else {
            None
        };
        let part = Part::of(&found, &search, list)?;
        let mut graph = Graph::new(as_of, now);
        let ids: Vec<Id> = part.hits.iter().map(|hit| hit.id).collect();
        let items = in_order(graph.add(store::edition::by_ids::<C>(c, as_of, &ids, shape.body)?), &ids);
        graph.fill(c, &ids, &shape)?;
        let highlights = highlights::of_hits(c, C::KIND, &search.query, &part.hits)?;
        let listing = Listing {
            cursors: part.hits.iter().map(|hit| place(hit).encode(list)).collect(),
            items,
            has_next: part.has_next,
            has_previous: part.has_previous,
            total: total(c, as_of, C::KIND, &search, &plan, &found)?,
        };
        let scores = part.hits.iter().map(|hit| hit.score).collect();
        let relaxed = found.relaxed;
        Ok(FoundSearch { listing, scores, highlights, relaxed, suggestion, graph: Arc::new(graph) })
    };
    let found = context.app.store.read(read).await?;
    remember_early(context, &found.graph).await?;
    Ok(found)
}

/// A search in the words of the store.
struct Prepared {
    plan: Plan,
    marks: Vec<String>,
    list: SearchKey,
}

fn prepare(connection: &mut AnyConnection, as_of: AsOf, kind: Kind, search: &Search) -> Result<Prepared> {
    let Search { query, locale, variant, links, size: _, direction: _, cursor: _, total: _ } = search;
    let mut marks = vec![of_kind(kind)];
    marks.extend(variant.map(of_variant));
    marks.extend(locale.as_ref().map(of_locale));
    for (role, reference) in links {
        marks.push(of_link(*role, resolve(connection, as_of, *role, reference, locale.as_ref())?));
    }
    let list = SearchKey::new(&format!("{query:?} {marks:?}"));
    let language = locale.as_ref().map(Language::of);
    let plan = Plan::prepare(connection, query, language, marks.clone())?;
    Ok(Prepared { plan, marks, list })
}

/// How much was found, when that was asked for.
fn total(
    connection: &mut AnyConnection,
    as_of: AsOf,
    kind: Kind,
    search: &Search,
    plan: &Plan,
    found: &Ranked,
) -> Result<Option<Count>> {
    let counted = found.count();
    Ok(match search.total {
        Total::None => None,
        Total::Exact if !counted.exact => {
            Some(Count { count: find::count(connection, as_of, kind, plan)?, exact: true })
        }
        Total::Estimate | Total::Exact => Some(counted),
    })
}

/// The part of what was found that was asked for.
struct Part {
    hits: Vec<Hit>,
    has_next: bool,
    has_previous: bool,
}

impl Part {
    fn of(found: &Ranked, search: &Search, list: SearchKey) -> Result<Self> {
        let hits = &found.hits;
        let forward = search.direction == Direction::Forward;
        let cursor = search.cursor.as_deref().map(|cursor| Place::decode(cursor, list)).transpose();
        let cursor = cursor.map_err(|error| error.at(if forward { "?after" } else { "?before" }))?;
        let size = usize::try_from(search.size).unwrap_or(usize::MAX);
        let (from, to) = match (cursor, forward) {
            (None, true) => (0, size.min(hits.len())),
            (None, false) => (hits.len().saturating_sub(size), hits.len()),
            (Some(cursor), true) => {
                let from = hits.partition_point(|hit| place(hit) >= cursor);
                (from, (from + size).min(hits.len()))
            }
            (Some(cursor), false) => {
                let to = hits.partition_point(|hit| place(hit) > cursor);
                (to.saturating_sub(size), to)
            }
        };
        Ok(Self { hits: hits[from..to].to_vec(), has_next: to < hits.len(), has_previous: from > 0 })
    }
}

const fn place(hit: &Hit) -> Place {
    let Hit { id, revision: _, score, published_at } = *hit;
    Place { score, published_at, id }
}

/// The editions in the order of their ids.
fn in_order<C>(editions: Vec<Arc<Edition<C>>>, ids: &[Id]) -> Vec<Arc<Edition<C>>> {
    let mut by_id: HashMap<Id, Arc<Edition<C>>> =
        editions.into_iter().map(|edition| (edition.id, edition)).collect();
    ids.iter().filter_map(|id| by_id.remove(id)).collect()
}
