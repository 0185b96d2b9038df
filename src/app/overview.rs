//! How much there is: what a visitor is told who comes for the first time.

use std::sync::Arc;

use super::Context;
use super::read::{Prepared, prepare};
use crate::domain::{Article, Edition, Kind, Locale, Perspective, Query, Result, Scope, Timestamp};
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
    pub newest: Vec<Arc<Edition<Article>>>,
}

/// How many articles are shown as the newest.
const NEWEST: u32 = 6;

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
    let confidential = context.is_confidential(as_of);
    let query = Query { size: NEWEST, ..Query::default() };
    let read = move |c: &mut store::AnyConnection| {
        let stock = store::overview::stock(c, as_of)?;
        let Prepared { filter, page, list: _ } = prepare(c, as_of, Kind::Article, &query, None)?;
        let newest = store::list::page::<Article>(c, as_of, &filter, &page, false)?;
        Ok(Overview {
            confidential,
            counts: counts(&stock),
            languages: languages(&stock),
            updated_at: stock.iter().map(|part| part.updated_at).max(),
            newest: newest.items.into_iter().map(Arc::new).collect(),
        })
    };
    context.app.store().read(read).await.map(Some)
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
