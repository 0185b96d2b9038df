//! Facts that are past review, at the GraphQL door.

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use crate::app;
use crate::app::Listing;
use crate::app::review::{self, Overdue};
use crate::domain::body::plain_text;
use crate::domain::fact_box::Fact;
use crate::domain::{Edition, FactBox};
use crate::graphql::connection::{PageInfo, Total};
use crate::graphql::input::{OverdueFilter, Paging};
use crate::graphql::scalar::{Date, DateTime, Day, LocaleTag};
use crate::graphql::{error, shape};

/// A page of fact boxes with facts that are past review.
#[derive(Clone, Debug, SimpleObject)]
struct OverdueConnection {
    /// The items with their places.
    edges: Vec<OverdueEdge>,
    /// The items.
    nodes: Vec<OverdueFactBox>,
    /// Where the page stands.
    page_info: PageInfo,
    /// How long the whole list is: exact up to 1,000 items, and beyond when `totalCount` is selected too.
    total: Total,
    /// The exact length of the whole list. Counting a long list to its end takes time: where about how many are enough,
    /// select `total`.
    total_count: i64,
}

/// One of a list of fact boxes with facts that are past review, and its place.
#[derive(Clone, Debug, SimpleObject)]
struct OverdueEdge {
    /// The place, to be passed as `after` or `before`.
    cursor: String,
    /// The item.
    node: OverdueFactBox,
}

/// A fact box with facts that are past review, as the desk has it.
#[derive(Clone, Debug, SimpleObject)]
struct OverdueFactBox {
    /// The id of the fact box; the same through every door.
    id: ID,
    /// The language it is written in.
    locale: LocaleTag,
    /// Its name in addresses.
    slug: String,
    /// What it is about.
    title: String,
    /// The number of the newest revision: what a change names as `expectedRevision`.
    revision: u32,
    /// The earliest of the days of review that are over.
    review_by: Option<Date>,
    /// How many public articles show it.
    used_in: u64,
    /// The facts, the earliest first.
    facts: Vec<OverdueFact>,
}

/// A fact that is past review.
#[derive(Clone, Debug, SimpleObject)]
struct OverdueFact {
    /// Its place among the `items` of the box, from 0 on.
    index: usize,
    /// The text without marks.
    text: String,
    /// The day by which somebody should have looked at it again.
    review_by: Option<Date>,
}

/// What the desk must look at again.
#[derive(Debug, Default)]
pub(in crate::graphql) struct ReviewQuery;

#[Object]
impl ReviewQuery {
    /// The fact boxes of the desk with facts whose day of review is over at the moment `by`, now unless it is given; the
    /// earliest day first. Needs the scope `preview`, and `first`, perhaps with `after`, or `last`, perhaps with `before`:
    /// 1 to 100.
    #[expect(clippy::too_many_arguments, reason = "they are the arguments of the field")]
    async fn overdue_fact_boxes(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The moment at which they are due; now, unless given.")] by: Option<DateTime>,
        #[graphql(desc = "In this language.")] locale: Option<LocaleTag>,
        #[graphql(desc = "How many from the beginning or `after`: 1 to 100.")] first: Option<i32>,
        #[graphql(desc = "The cursor behind which the page begins.")] after: Option<String>,
        #[graphql(desc = "How many from the end or `before`: 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "The cursor before which the page ends.")] before: Option<String>,
    ) -> Result<OverdueConnection> {
        let client = context.data::<app::Context>()?;
        let paging = Paging { sort: None, first, after, last, before };
        let query = paging.query(Some(OverdueFilter { locale }), shape::total(&context.field()));
        let by = by.map(|time| time.0);
        let listing = review::overdue(client, by, query.map_err(error::of)?).await.map_err(error::of)?;
        Ok(OverdueConnection::of(&listing))
    }
}

impl OverdueConnection {
    fn of(listing: &Listing<Overdue>) -> Self {
        let nodes: Vec<_> = listing.items.iter().map(OverdueFactBox::of).collect();
        let edges = nodes.iter().cloned().zip(listing.cursors.iter().cloned());
        let total = Total::of(listing);
        Self {
            edges: edges.map(|(node, cursor)| OverdueEdge { cursor, node }).collect(),
            nodes,
            page_info: PageInfo::of(listing),
            total,
            total_count: total.count,
        }
    }
}

impl OverdueFactBox {
    fn of(overdue: &Overdue) -> Self {
        let Edition { id, revision, clocks: _, embargoed_until: _, content } = &*overdue.edition;
        let FactBox { locale, slug, title, items: _, translation_group: _ } = content;
        let facts: Vec<_> = overdue.facts().into_iter().map(OverdueFact::of).collect();
        Self {
            id: id.to_string().into(),
            locale: LocaleTag(locale.clone()),
            slug: slug.to_string(),
            title: title.clone(),
            revision: *revision,
            review_by: facts.first().and_then(|fact| fact.review_by.clone()),
            used_in: overdue.used_in,
            facts,
        }
    }
}

impl OverdueFact {
    fn of((index, fact): (usize, &Fact)) -> Self {
        let Fact { text, sources: _, as_of: _, review_by } = fact;
        Self { index, text: plain_text(text), review_by: review_by.map(|day| Date(Day(day))) }
    }
}
