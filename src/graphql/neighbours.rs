//! The neighbours of an article in a list, at the GraphQL door.

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::article::Article;
use super::input::{ArticleFilter, Paging};
use super::query::{moment, reference};
use super::scalar::{DateTime, LocaleTag, PerspectiveName, SortName};
use super::{error, shape};
use crate::app;
use crate::app::neighbours;
use crate::domain::page::Total;
use crate::domain::{ErrorCode, Kind};

/// The neighbours of an article in a list.
#[derive(Clone, Debug, SimpleObject)]
struct Neighbours {
    /// The one right before it, in the order of the list; null when it is the first.
    previous: Option<Article>,
    /// The one right behind it; null when it is the last.
    next: Option<Article>,
}

/// Ways from one article to those beside it.
#[derive(Debug, Default)]
pub(super) struct Beside;

#[Object]
impl Beside {
    /// The articles right before and right behind one in a list, in the order of the list, the newest first unless `sort`
    /// says otherwise. Without a filter it is the list of its section in its language. An article that is not in the list
    /// has the neighbours between which it would stand. Name the article by id, or by locale and slug.
    #[expect(clippy::too_many_arguments, reason = "they are the arguments of the field")]
    async fn neighbours(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The id of the article.")] id: Option<ID>,
        #[graphql(desc = "The language of its slug.")] locale: Option<LocaleTag>,
        #[graphql(desc = "The name in addresses, a former one too.")] slug: Option<String>,
        #[graphql(desc = "Which list; that of its section in its language, unless given.")] filter: Option<
            ArticleFilter,
        >,
        #[graphql(desc = "The order of the list.")] sort: Option<SortName>,
        #[graphql(desc = "The moment of the read; now, unless given.")] as_of: Option<DateTime>,
        #[graphql(desc = "Whose eyes see it: readers', unless given.")] perspective: Option<PerspectiveName>,
    ) -> Result<Option<Neighbours>> {
        let client = context.data::<app::Context>()?;
        let as_of = moment(client, (as_of, perspective)).await?;
        let of = reference(Kind::Article, id, locale, slug)?;
        let paging = Paging { sort, first: Some(1), ..Paging::default() };
        let query = paging.query(filter, Total::None).map_err(error::of)?;
        let mut shape = shape::behind_one(context.field(), "previous", Kind::Article)?;
        shape.merge(shape::behind_one(context.field(), "next", Kind::Article)?);
        match neighbours::neighbours(client, as_of, of, query, shape).await {
            Ok(found) => Ok(Some(Neighbours::of(found))),
            Err(error) if matches!(error.code, ErrorCode::NotFound | ErrorCode::Gone | ErrorCode::Killed) => {
                Ok(None)
            }
            Err(error) => Err(error::of(error)),
        }
    }
}

impl Neighbours {
    fn of(found: neighbours::Neighbours) -> Self {
        let neighbours::Neighbours { previous, next, graph } = found;
        let article = |edition| Article::new(edition, graph.clone());
        Self { previous: previous.map(article), next: next.map(article) }
    }
}
