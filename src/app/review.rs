//! Reviews: facts that somebody must look at again, and should have by now.

use std::sync::Arc;

use super::Context;
use super::read::{self, Listing, Prepared, prepare};
use crate::domain::fact_box::Fact;
use crate::domain::filter::{Clock, Period};
use crate::domain::time::Moment;
use crate::domain::{
    AsOf, Condition, Edition, FactBox, Id, Kind, Perspective, Query, Result, Sort, Timestamp,
};
use crate::store;

/// A fact box as the desk has it, with facts that are past review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overdue {
    /// The working copy.
    pub edition: Arc<Edition<FactBox>>,
    /// The moment that is asked about.
    by: Timestamp,
    /// How many public articles show the box.
    pub used_in: u64,
}

impl Overdue {
    /// The facts, the earliest first, each with its place in the box from 0 on.
    #[must_use]
    pub fn facts(&self) -> Vec<(usize, &Fact)> {
        self.edition.content.to_review_before(self.by.day())
    }
}

/// The fact boxes with facts whose day of review is over at a moment, now unless it is named: a part of the list, the
/// earliest day first. They are those of the desk: what it has corrected is done, whether it is public yet or not.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN` without the scope `preview`; `INVALID_CURSOR` for a cursor of another list or day.
pub async fn overdue(context: &Context, by: Option<Timestamp>, query: Query) -> Result<Listing<Overdue>> {
    let as_of = context.as_of(None, Perspective::Draft).await?;
    let now = context.app.now();
    let by = by.unwrap_or(now);
    let over = Period::until(Moment::At(Timestamp::of_day(by.day())));
    let query = Query { sort: Some(Sort::ReviewAsc), ..query.narrowed(Condition::Time(Clock::Review, over)) };
    context
        .app
        .store()
        .read(move |c| {
            let Prepared { conditions, page, list } =
                prepare(c, read::Moment { as_of, now }, Kind::FactBox, &query, None)?;
            let page = store::list::page::<FactBox>(c, as_of, &conditions, &page, false)?;
            let ids: Vec<Id> = page.items.iter().map(|edition| edition.id).collect();
            let used_in = store::list::count_followers(c, AsOf::Now(now), &ids)?;
            let overdue = |edition: Edition<FactBox>| Overdue {
                used_in: used_in.get(&edition.id).copied().unwrap_or_default(),
                edition: Arc::new(edition),
                by,
            };
            Ok(Listing::new(page.map(overdue), list))
        })
        .await
}
