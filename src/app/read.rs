//! Reading: entries by id, by address and in lists, as of a moment, with what a shape asks for.

use std::collections::HashMap;
use std::sync::Arc;

use super::graph::{Graph, InGraph};
use super::named::named;
use super::search::{self, Searched};
use super::{App, Context, audit};
use crate::domain::page::{Count, Direction, ListKey};
use crate::domain::{
    AsOf, Condition, Cursor, Departure, Edition, Error, ErrorCode, Id, Kind, Locale, Page, PageRequest,
    Query, Reference, Result, Role, Shape, Slug, Sort, Timestamp,
};
use crate::domain::{contradiction, filter};
use crate::store::slug::Address;
use crate::store::{self, AnyConnection};

/// A part of a list, with cursors in their opaque form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing<T> {
    /// The items, in the order of the list.
    pub items: Vec<T>,
    /// The place of each item.
    pub cursors: Vec<String>,
    /// Whether items follow the last.
    pub has_next: bool,
    /// Whether items precede the first.
    pub has_previous: bool,
    /// The length of the whole list, when it was asked for.
    pub total: Option<Count>,
}

impl<T> Listing<T> {
    pub(super) fn new(page: Page<T>, list: ListKey) -> Self {
        let Page { items, cursors, has_next, has_previous, total } = page;
        let cursors = cursors.iter().map(|cursor| cursor.encode(list)).collect();
        Self { items, cursors, has_next, has_previous, total }
    }

    /// The same part of other items, one for one.
    pub fn map<U>(self, convert: impl FnMut(T) -> U) -> Listing<U> {
        let Self { items, cursors, has_next, has_previous, total } = self;
        Listing { items: items.into_iter().map(convert).collect(), cursors, has_next, has_previous, total }
    }
}

/// One entry, with what was loaded along.
#[derive(Debug)]
pub struct Found<C> {
    /// The entry.
    pub edition: Arc<Edition<C>>,
    /// What was loaded along; the entry itself too.
    pub graph: Arc<Graph>,
}

/// A part of a list, with what was loaded along.
#[derive(Debug)]
pub struct FoundPage<C> {
    /// The entries.
    pub listing: Listing<Arc<Edition<C>>>,
    /// What there is to say of the search, when the list is searched.
    pub searched: Option<Searched>,
    /// What was loaded along; the entries themselves too.
    pub graph: Arc<Graph>,
}

/// An entry by id.
///
/// # Errors
/// `NOT_FOUND` when it is not visible, `GONE` when it was and has been withdrawn.
pub async fn by_id<C: InGraph>(context: &Context, as_of: AsOf, id: Id, shape: Shape) -> Result<Found<C>> {
    let read = Read::of(context, as_of);
    let what = move || format!("{} with the id {id}", C::KIND.noun());
    let found = context.app.store.read(move |c| one(c, &read, id, &shape, what)).await?;
    remember_early(context, &found.graph).await?;
    Ok(found)
}

/// An entry by its present or a former address. Who asks by a former one compares the slugs, and redirects.
///
/// # Errors
/// `NOT_FOUND` when nothing visible has or had the address, `GONE` when it was withdrawn.
pub async fn by_slug<C: InGraph>(
    context: &Context,
    as_of: AsOf,
    locale: Option<Locale>,
    slug: Slug,
    shape: Shape,
) -> Result<Found<C>> {
    let read = Read::of(context, as_of);
    let hop = move |c: &mut AnyConnection| {
        let address = Address { kind: C::KIND, locale, slug };
        let what = || format!("{} with the slug {}", C::KIND.noun(), address.slug);
        let id = read.owner(c, &address)?.ok_or_else(|| Error::not_found(what()))?;
        one(c, &read, id, &shape, what)
    };
    let found = context.app.store.read(hop).await?;
    remember_early(context, &found.graph).await?;
    Ok(found)
}

/// A read of one entry.
#[derive(Clone)]
pub(super) struct Read {
    pub as_of: AsOf,
    pub now: Timestamp,
    /// Who reads under embargo, as the audit knows them.
    partner: Option<String>,
}

impl Read {
    pub(super) fn of(context: &Context, as_of: AsOf) -> Self {
        let is_early = matches!(as_of, AsOf::Embargoed(_));
        let partner = is_early.then(|| context.caller.actor.to_string());
        Self { as_of, now: context.app.now(), partner }
    }

    /// The entry that the reader knows by an address.
    pub(super) fn owner(&self, connection: &mut AnyConnection, address: &Address) -> Result<Option<Id>> {
        let known = store::slug::known_owner(connection, self.as_of, address)?;
        if known.is_some() || self.partner.is_none() {
            return Ok(known);
        }
        let reserved = store::slug::owner(connection, address)?;
        reserved.map_or(Ok(None), |id| Ok(self.was_early(connection, id)?.then_some(id)))
    }

    /// Whether the reader had an entry before everybody. What was taken back since, they must hear of.
    fn was_early(&self, connection: &mut AnyConnection, id: Id) -> Result<bool> {
        let Some(partner) = &self.partner else { return Ok(false) };
        store::audit::has_done(connection, partner, EARLY, id)
    }

    /// Why an entry is not there.
    fn absent<C: InGraph>(&self, connection: &mut AnyConnection, id: Id, what: &str) -> Result<Error> {
        let departure = self.departure(connection, C::KIND, id)?;
        Ok(departure.map_or_else(|| Error::not_found(what), |departure| departed(what, departure)))
    }

    /// How an entry that is not visible left the public. What was public may be said to be gone; of what never was,
    /// nothing is said.
    pub(super) fn departure(
        &self,
        connection: &mut AnyConnection,
        kind: Kind,
        id: Id,
    ) -> Result<Option<Departure>> {
        let was_early = self.was_early(connection, id)?;
        let entry = store::entry::by_ids(connection, &[id])?.remove(&id);
        let is_killed = entry.is_some_and(|entry| entry.kind == kind && entry.killed_at.is_some());
        if is_killed && (was_early || store::entry::is_killed(connection, kind, id)?) {
            return Ok(Some(Departure::Killed));
        }
        let was_seen = was_early || store::edition::was_ever_visible(connection, self.as_of, kind, id)?;
        Ok(was_seen.then_some(Departure::Withdrawn))
    }
}

/// What whoever asks for something that left the public is told.
#[must_use]
pub fn departed(what: &str, departure: Departure) -> Error {
    match departure {
        Departure::Killed => {
            let detail = format!("The {what} was taken down for legal reasons. Remove every copy.");
            Error::new(ErrorCode::Killed, detail)
        }
        Departure::Withdrawn => Error::new(ErrorCode::Gone, format!("The {what} has been withdrawn.")),
    }
}

pub(super) fn one<C: InGraph>(
    connection: &mut AnyConnection,
    read: &Read,
    id: Id,
    shape: &Shape,
    what: impl Fn() -> String,
) -> Result<Found<C>> {
    let mut graph = Graph::new(read.as_of, read.now);
    let editions = store::edition::by_ids::<C>(connection, read.as_of, &[id], shape.body)?;
    let Some(edition) = graph.add(editions).pop() else {
        return Err(read.absent::<C>(connection, id, &what())?);
    };
    graph.fill(connection, &[id], shape)?;
    Ok(Found { edition, graph: Arc::new(graph) })
}

/// The kinds of those of `ids` that exist. Says nothing about whether they are visible.
///
/// # Errors
/// Only failures of the server.
pub async fn kinds(app: &App, ids: Vec<Id>) -> Result<HashMap<Id, Kind>> {
    let entries = app.store.read(move |c| store::entry::by_ids(c, &ids)).await?;
    Ok(entries.into_iter().map(|(id, entry)| (id, entry.kind)).collect())
}

/// Entries of several kinds by id, each kind in its shape. What is not visible is not in the graph.
///
/// # Errors
/// Only failures of the server.
pub async fn by_ids(
    context: &Context,
    as_of: AsOf,
    wanted: Vec<(Kind, Vec<Id>, Shape)>,
) -> Result<Arc<Graph>> {
    let now = context.app.now();
    let graph = context.app.store.read(move |c| Graph::of(c, as_of, now, wanted)).await?;
    remember_early(context, &graph).await?;
    Ok(graph)
}

/// A part of a list.
///
/// # Errors
/// `INVALID_CURSOR` for a cursor of another list, `INVALID_PARAMETER` for a reference to nothing, and for a search of the
/// past.
pub async fn page<C: InGraph>(
    context: &Context,
    as_of: AsOf,
    query: Query,
    shape: Shape,
) -> Result<FoundPage<C>> {
    let now = context.app.now();
    let read = move |c: &mut AnyConnection| {
        let Prepared { conditions, page, list } = prepare(c, Moment { as_of, now }, C::KIND, &query, None)?;
        let (page, searched) = match filter::searched(&conditions) {
            Some(search) => {
                let (page, searched) = search::page::<C>(c, as_of, search, &conditions, &page, &shape)?;
                (page, Some(searched))
            }
            None => (store::list::page::<C>(c, as_of, &conditions, &page, shape.body)?, None),
        };
        let Listing { items, cursors, has_next, has_previous, total } = Listing::new(page, list);
        let mut graph = Graph::new(as_of, now);
        let items = graph.add(items);
        let ids: Vec<Id> = items.iter().map(|edition| edition.id).collect();
        graph.fill(c, &ids, &shape)?;
        let listing = Listing { items, cursors, has_next, has_previous, total };
        Ok(FoundPage { listing, searched, graph: Arc::new(graph) })
    };
    let found = context.app.store.read(read).await?;
    remember_early(context, &found.graph).await?;
    Ok(found)
}

/// How the database finds the first page of a list: for whoever looks after its indexes.
///
/// # Errors
/// As [`page`].
pub async fn explain(context: &Context, as_of: AsOf, kind: Kind, query: Query) -> Result<Vec<String>> {
    let moment = Moment { as_of, now: context.app.now() };
    let explain = move |c: &mut AnyConnection| {
        let Prepared { conditions, page, list: _ } = prepare(c, moment, kind, &query, None)?;
        store::list::explain(c, kind, as_of, &conditions, &page)
    };
    context.app.store.read(explain).await
}

/// What the audit calls it.
const EARLY: &str = "read under embargo";

/// Writes down what was read under embargo before it is given out: whoever gets it is on record.
pub(super) async fn remember_early(context: &Context, graph: &Graph) -> Result<()> {
    let embargoed = graph.embargoed();
    if embargoed.is_empty() {
        return Ok(());
    }
    let early = |(kind, id, revision)| audit::Record {
        entry: Some((kind, id)),
        after: Some(revision),
        ..audit::Record::of(EARLY, None)
    };
    audit::remember(context, embargoed.into_iter().map(early).collect()).await
}

/// A query in the words of the store.
pub(super) struct Prepared {
    pub conditions: Vec<Condition<Id>>,
    pub page: PageRequest,
    pub list: ListKey,
}

/// Finds the entries that a query names and opens its cursor. A list below an entry is told apart from the same
/// list elsewhere by `below`.
pub(super) fn prepare(
    connection: &mut AnyConnection,
    Moment { as_of, now }: Moment,
    kind: Kind,
    query: &Query,
    below: Option<Role>,
) -> Result<Prepared> {
    let Query { conditions, sort, size, direction, cursor, total } = query.clone();
    let mut conditions = Condition::flat(conditions);
    let usual = || if below.is_none() { Sort::usual(&conditions) } else { Sort::PublishedDesc };
    let sort = sort.unwrap_or_else(usual);
    if !sort.is_for(kind) {
        return Err(Error::parameter("sort", format!("A list of {}s has no order {sort}.", kind.noun())));
    }
    Condition::check(&conditions)?;
    check_search(as_of, &conditions, sort, below)?;
    let is_said = |condition: &Condition<Reference>| matches!(condition, Condition::Time(clock, _) if Some(*clock) == sort.clock());
    if !conditions.iter().any(is_said) {
        conditions.extend(filter::implied(sort));
    }
    let conditions = named(connection, as_of, conditions)?;
    // Made of what was asked, so that a cursor is good while sections come and time goes by.
    let list = ListKey::new(kind, &conditions, sort, below);
    let cursor = cursor
        .map(|text| Cursor::decode(&text, list))
        .transpose()
        .map_err(|error| error.at(if direction == Direction::Forward { "?after" } else { "?before" }))?;
    let conditions = settled(connection, Moment { as_of, now }, conditions)?;
    contradiction::check(&conditions)?;
    let mut conditions = filter::with_whole_periods(conditions);
    // Said once more for the order of the list, so that what is left out there need not be walked. What the desk plans is
    // published after it was updated, so nothing follows there.
    if matches!(as_of, AsOf::Now(_) | AsOf::Then(_)) {
        conditions.extend(sort.clock().and_then(|clock| filter::follows(&conditions, clock)));
    }
    Ok(Prepared { conditions, page: PageRequest { size, direction, cursor, sort, total }, list })
}

/// Conditions as they are meant at a moment.
pub(super) fn settled(
    connection: &mut AnyConnection,
    Moment { as_of, now }: Moment,
    conditions: Vec<Condition<Id>>,
) -> Result<Vec<Condition<Id>>> {
    let present = if as_of == AsOf::Drafts { now } else { as_of.moment() };
    let conditions = conditions.into_iter().map(|condition| condition.settled(present));
    conditions.map(|condition| with_sections(connection, as_of, condition)).collect()
}

/// Refuses what the index of words does not know.
fn check_search(
    as_of: AsOf,
    conditions: &[Condition<Reference>],
    sort: Sort,
    below: Option<Role>,
) -> Result<()> {
    if sort == Sort::Relevance && (filter::searched(conditions).is_none() || below.is_some()) {
        let detail = if below.is_some() {
            "Lists below an entry have no order relevance. Ask for the list itself, narrowed to the entry."
        } else {
            "Nothing is searched for in all of the list. Give q, or another order."
        };
        return Err(Error::parameter("sort", detail));
    }
    if matches!(as_of, AsOf::Then(_)) && !Condition::searches(conditions).is_empty() {
        return Err(Error::parameter("asOf", "Only the present is searched. Leave out asOf, or q."));
    }
    Ok(())
}

/// The moment of a read, and the present.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    pub as_of: AsOf,
    pub now: Timestamp,
}

/// Names the sections that lie below one.
fn with_sections(
    connection: &mut AnyConnection,
    as_of: AsOf,
    condition: Condition<Id>,
) -> Result<Condition<Id>> {
    let mut all = |conditions: Vec<Condition<Id>>| -> Result<Vec<Condition<Id>>> {
        conditions.into_iter().map(|condition| with_sections(connection, as_of, condition)).collect()
    };
    Ok(match condition {
        Condition::All(conditions) => Condition::All(all(conditions)?),
        Condition::Any(conditions) => Condition::Any(all(conditions)?),
        Condition::Not(condition) => Condition::Not(Box::new(with_sections(connection, as_of, *condition)?)),
        Condition::Below(section) => {
            Condition::Refers(Role::Section, store::section::and_below(connection, as_of, section)?)
        }
        other => other,
    })
}
