//! How much there is: what a visitor is told who comes for the first time.

use std::sync::Arc;

use tokio::sync::Mutex;

use super::Context;
use super::read::{Moment, Prepared, prepare};
use crate::domain::{Article, AsOf, Edition, Kind, Locale, Perspective, Query, Result, Scope, Timestamp};
use crate::store;
use crate::store::overview::Stock;

/// What is public, in figures, and the newest of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// Whether it is for the caller alone.
    pub confidential: bool,
    /// How many entries there are of each kind, in the order of kinds; those of which there is none too.
    pub counts: Vec<(Kind, u64)>,
    /// The languages of articles and how many there are in each, the most used first.
    pub languages: Vec<(Locale, u64)>,
    /// When anything last changed; `None` while there is nothing.
    pub updated_at: Option<Timestamp>,
    /// The newest articles, without their bodies.
    pub newest: Vec<Edition<Article>>,
}

/// How many articles are shown as the newest.
const NEWEST: u32 = 6;

/// What was counted last. Counting looks at everything that is public, so it is done again only when it can come out
/// differently: behind a change, or behind a moment at which something appears or disappears. Whoever asks waits for
/// whoever asked before, so that a page for visitors takes one connection at most.
#[derive(Clone, Debug, Default)]
pub(super) struct Counted(Arc<Mutex<Option<Count>>>);

/// What there is, and for how long.
#[derive(Clone, Debug)]
struct Count {
    stock: Arc<Vec<Stock>>,
    /// The latest change that it knows.
    change: i64,
    from: Timestamp,
    until: Option<Timestamp>,
}

impl Count {
    fn take(connection: &mut store::AnyConnection, change: i64, now: Timestamp) -> Result<Self> {
        let stock = Arc::new(store::overview::stock(connection, AsOf::Now(now))?);
        let until = store::overview::next_transition(connection, now)?;
        Ok(Self { stock, change, from: now, until })
    }

    fn holds(&self, change: i64, now: Timestamp) -> bool {
        self.change == change && self.from <= now && self.until.is_none_or(|until| now < until)
    }
}

/// What there is to read for the caller; `None` for whoever may not read. Nobody asked for an entry, so that is no
/// denial, and nothing for the audit.
///
/// # Errors
/// Only failures of the server.
pub async fn of(context: &Context) -> Result<Option<Overview>> {
    if !context.caller.scopes.contains(Scope::Read) {
        return Ok(None);
    }
    let as_of = context.as_of(None, Perspective::Published).await?;
    let query = Query { size: NEWEST, ..Query::default() };
    let mut counted = context.app.counted.0.lock().await;
    let before = counted.clone();
    let read = move |c: &mut store::AnyConnection| {
        let (change, now) = (store::change::latest(c)?, as_of.moment());
        let count = match before.filter(|count| count.holds(change, now)) {
            Some(count) => count,
            None => Count::take(c, change, now)?,
        };
        let moment = Moment { as_of, now };
        let Prepared { conditions, page, list: _ } = prepare(c, moment, Kind::Article, &query, None)?;
        let newest = store::list::page::<Article>(c, as_of, &conditions, &page, false)?;
        Ok((count, newest.items))
    };
    let (count, newest) = context.app.store().read(read).await?;
    let overview = Overview {
        confidential: context.is_confidential(as_of),
        counts: counts(&count.stock),
        languages: languages(&count.stock),
        updated_at: count.stock.iter().map(|part| part.updated_at).max(),
        newest,
    };
    *counted = Some(count);
    Ok(Some(overview))
}

fn counts(stock: &[Stock]) -> Vec<(Kind, u64)> {
    let of = |kind: Kind| stock.iter().filter(|part| part.kind == kind).map(|part| part.count).sum();
    Kind::ALL.iter().map(|kind| (*kind, of(*kind))).collect()
}

fn languages(stock: &[Stock]) -> Vec<(Locale, u64)> {
    let articles = stock.iter().filter(|part| part.kind == Kind::Article);
    let mut languages: Vec<(Locale, u64)> =
        articles.filter_map(|part| Some((part.locale.clone()?, part.count))).collect();
    languages.sort_by(|(a, more), (b, fewer)| fewer.cmp(more).then_with(|| a.cmp(b)));
    languages
}
