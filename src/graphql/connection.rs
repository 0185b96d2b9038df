//! Connections, as Relay specifies them (GraphQL Cursor Connections), with `nodes` for whoever needs no cursors.

use async_graphql::SimpleObject;

use crate::app::Listing;
use crate::domain::page::Count;

/// Where a page stands in its list.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(shareable)]
pub(super) struct PageInfo {
    /// Whether items follow.
    has_next_page: bool,
    /// Whether items precede.
    has_previous_page: bool,
    /// The place of the first item.
    start_cursor: Option<String>,
    /// The place of the last item.
    end_cursor: Option<String>,
}

impl PageInfo {
    pub(super) fn of<T>(listing: &Listing<T>) -> Self {
        Self {
            has_next_page: listing.has_next,
            has_previous_page: listing.has_previous,
            start_cursor: listing.cursors.first().cloned(),
            end_cursor: listing.cursors.last().cloned(),
        }
    }
}

/// How long a whole list is.
#[derive(Clone, Copy, Debug, SimpleObject)]
#[graphql(shareable)]
pub(super) struct Total {
    /// So many items.
    pub count: i64,
    /// Whether it is exactly so many; otherwise at least.
    is_exact: bool,
}

impl Total {
    /// The total of a list. It has one where one was selected, so what stands in the place of none is never seen.
    pub(super) fn of<T>(listing: &Listing<T>) -> Self {
        let Count { count, exact } = listing.total.unwrap_or(Count { count: 0, exact: false });
        Self { count, is_exact: exact }
    }
}

/// The connection and edge types of a kind of entry.
macro_rules! connection {
    ($connection:ident, $edge:ident, $node:ident, $content:ty, $what:literal) => {
        #[doc = concat!("A page of a list of ", $what, ".")]
        #[derive(Clone, Debug, async_graphql::SimpleObject)]
        pub(super) struct $connection {
            /// The items with their places.
            edges: Vec<$edge>,
            /// The items.
            nodes: Vec<$node>,
            /// Where the page stands.
            page_info: $crate::graphql::connection::PageInfo,
            /// What there is to say of the search, when the list is searched and does not stand below an entry.
            search: Option<$crate::graphql::search::Search>,
            /// How long the whole list is: exact up to 1,000 items, and beyond when `totalCount` is selected too.
            total: $crate::graphql::connection::Total,
            /// The exact length of the whole list. Counting a long list to its end takes time: where about how many are
            /// enough, select `total`.
            total_count: i64,
        }

        #[doc = concat!("One of a list of ", $what, ", and its place.")]
        #[derive(Clone, Debug, async_graphql::SimpleObject)]
        pub(super) struct $edge {
            /// The place, to be passed as `after` or `before`.
            cursor: String,
            /// The item.
            node: $node,
            /// Where the query stands in the item, when the list is searched and does not stand below an entry.
            highlights: Option<$crate::graphql::search::Highlights>,
        }

        impl $connection {
            pub(super) fn of(found: $crate::app::read::FoundPage<$content>) -> Self {
                use $crate::graphql::search::{Highlights, Search};
                let $crate::app::read::FoundPage { listing, searched, graph } = found;
                let page_info = $crate::graphql::connection::PageInfo::of(&listing);
                let total = $crate::graphql::connection::Total::of(&listing);
                let nodes: Vec<$node> =
                    listing.items.iter().map(|edition| $node::new(edition.clone(), graph.clone())).collect();
                let mut highlights = searched.iter().flat_map(|searched| &searched.highlights);
                let edges = nodes.iter().cloned().zip(listing.cursors);
                let edges = edges.map(|(node, cursor)| {
                    let highlights = highlights.next().map(Highlights::of);
                    $edge { cursor, node, highlights }
                });
                let edges = edges.collect();
                Self {
                    edges,
                    nodes,
                    page_info,
                    search: searched.as_ref().map(Search::of),
                    total,
                    total_count: total.count,
                }
            }
        }
    };
}
pub(super) use connection;
