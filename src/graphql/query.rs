//! The root fields. Each decodes, makes one call of `app`, and encodes.

use async_graphql::{Context, ID, Object, Result};

use super::article::{Article, ArticleConnection};
use super::author::{Author, AuthorConnection};
use super::fact_box::{FactBox, FactBoxConnection};
use super::image::{Image, ImageConnection};
use super::input::{ArticleFilter, EntryFilter, FactBoxFilter, Filter, Paging, SectionFilter, TagFilter};
use super::node::Node;
use super::scalar::{DateTime, LocaleTag, PerspectiveName, SortName};
use super::section::{Section, SectionConnection};
use super::tag::{Tag, TagConnection};
use super::{error, limits, shape};
use crate::app;
use crate::app::graph::InGraph;
use crate::app::read::{self, Found, FoundPage};
use crate::domain::{self, AsOf, Error, ErrorCode, Id, Perspective, Reference, Shape};

/// What readers read.
#[derive(Debug, Default)]
pub(super) struct Reading;

/// Asks for one entry and wraps what is found.
macro_rules! ask {
    ($context:expr, $content:ty, $object:ident, $id:expr, $locale:expr, $slug:expr, $when:expr) => {{
        let found = one::<$content>($context, $id, $locale, $slug, $when).await?;
        Ok(found.map(|Found { edition, graph }| $object::new(edition, graph)))
    }};
}

/// The root fields. Each but `node` also takes `asOf`, the moment of the read, now unless it is given; everything below is answered
/// as it was public then. With the scope `preview` it may lie ahead, and `perspective: DRAFT` answers as the desk sees
/// everything: of each entry the newest revision.
#[Object]
impl Reading {
    /// An entry of any kind by id; null when it is not public. Relay knows this field and takes no other argument: at
    /// another moment, or with the eyes of the desk, ask for `nodes`.
    async fn node(&self, context: &Context<'_>, #[graphql(desc = "The id.")] id: ID) -> Result<Option<Node>> {
        Ok(nodes(context, &[id], (None, None)).await?.pop().flatten())
    }

    /// Entries of any kinds by id, in the order asked for; null where nothing is public. At most 100.
    async fn nodes(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The ids, at most 100.")] ids: Vec<ID>,
        #[graphql(desc = "The moment of the read; now, unless given.")] as_of: Option<DateTime>,
        #[graphql(desc = "Whose eyes see it: readers', unless given.")] perspective: Option<PerspectiveName>,
    ) -> Result<Vec<Option<Node>>> {
        nodes(context, &ids, (as_of, perspective)).await
    }

    /// An article by id, or by locale and slug. A former slug finds it too; compare `slug`.
    async fn article(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The id.")] id: Option<ID>,
        #[graphql(desc = "The language of the slug.")] locale: Option<LocaleTag>,
        #[graphql(desc = "The name in addresses, a former one too.")] slug: Option<String>,
        #[graphql(desc = "The moment of the read; now, unless given.")] as_of: Option<DateTime>,
        #[graphql(desc = "Whose eyes see it: readers', unless given.")] perspective: Option<PerspectiveName>,
    ) -> Result<Option<Article>> {
        ask!(context, domain::Article, Article, id, locale, slug, (as_of, perspective))
    }

    /// A list of articles, the newest first unless `sort` says otherwise, or the best first where `q` is
    /// searched for. Needs `first`, perhaps with `after`, or `last`,
    /// perhaps with `before`: 1 to 100.
    #[expect(clippy::too_many_arguments, reason = "they are the arguments of the field")]
    async fn articles(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which of them; all conditions must hold.")] filter: Option<ArticleFilter>,
        #[graphql(desc = "The order.")] sort: Option<SortName>,
        #[graphql(desc = "How many from the beginning or `after`: 1 to 100.")] first: Option<i32>,
        #[graphql(desc = "The cursor behind which the page begins.")] after: Option<String>,
        #[graphql(desc = "How many from the end or `before`: 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "The cursor before which the page ends.")] before: Option<String>,
        #[graphql(desc = "The moment of the read; now, unless given.")] as_of: Option<DateTime>,
        #[graphql(desc = "Whose eyes see it: readers', unless given.")] perspective: Option<PerspectiveName>,
    ) -> Result<ArticleConnection> {
        let paging = Paging { sort, first, after, last, before };
        Ok(ArticleConnection::of(page(context, filter, paging, (as_of, perspective)).await?))
    }

    /// An author by id or slug.
    async fn author(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The id.")] id: Option<ID>,
        #[graphql(desc = "The name in addresses, a former one too.")] slug: Option<String>,
        #[graphql(desc = "The moment of the read; now, unless given.")] as_of: Option<DateTime>,
        #[graphql(desc = "Whose eyes see it: readers', unless given.")] perspective: Option<PerspectiveName>,
    ) -> Result<Option<Author>> {
        ask!(context, domain::Author, Author, id, None, slug, (as_of, perspective))
    }

    /// A list of authors, the newest first unless `sort` says otherwise, or the best first where `q` is
    /// searched for. Needs `first`, perhaps with `after`, or `last`,
    /// perhaps with `before`: 1 to 100.
    #[expect(clippy::too_many_arguments, reason = "they are the arguments of the field")]
    async fn authors(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which of them; all conditions must hold.")] filter: Option<EntryFilter>,
        #[graphql(desc = "The order.")] sort: Option<SortName>,
        #[graphql(desc = "How many from the beginning or `after`: 1 to 100.")] first: Option<i32>,
        #[graphql(desc = "The cursor behind which the page begins.")] after: Option<String>,
        #[graphql(desc = "How many from the end or `before`: 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "The cursor before which the page ends.")] before: Option<String>,
        #[graphql(desc = "The moment of the read; now, unless given.")] as_of: Option<DateTime>,
        #[graphql(desc = "Whose eyes see it: readers', unless given.")] perspective: Option<PerspectiveName>,
    ) -> Result<AuthorConnection> {
        let paging = Paging { sort, first, after, last, before };
        Ok(AuthorConnection::of(page(context, filter, paging, (as_of, perspective)).await?))
    }

    /// A fact box by id, or by locale and slug.
    async fn fact_box(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The id.")] id: Option<ID>,
        #[graphql(desc = "The language of the slug.")] locale: Option<LocaleTag>,
        #[graphql(desc = "The name in addresses, a former one too.")] slug: Option<String>,
        #[graphql(desc = "The moment of the read; now, unless given.")] as_of: Option<DateTime>,
        #[graphql(desc = "Whose eyes see it: readers', unless given.")] perspective: Option<PerspectiveName>,
    ) -> Result<Option<FactBox>> {
        ask!(context, domain::FactBox, FactBox, id, locale, slug, (as_of, perspective))
    }

    /// A list of fact boxes, the newest first unless `sort` says otherwise, or the best first where `q` is
    /// searched for. Needs `first`, perhaps with `after`, or `last`,
    /// perhaps with `before`: 1 to 100.
    #[expect(clippy::too_many_arguments, reason = "they are the arguments of the field")]
    async fn fact_boxes(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which of them; all conditions must hold.")] filter: Option<FactBoxFilter>,
        #[graphql(desc = "The order.")] sort: Option<SortName>,
        #[graphql(desc = "How many from the beginning or `after`: 1 to 100.")] first: Option<i32>,
        #[graphql(desc = "The cursor behind which the page begins.")] after: Option<String>,
        #[graphql(desc = "How many from the end or `before`: 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "The cursor before which the page ends.")] before: Option<String>,
        #[graphql(desc = "The moment of the read; now, unless given.")] as_of: Option<DateTime>,
        #[graphql(desc = "Whose eyes see it: readers', unless given.")] perspective: Option<PerspectiveName>,
    ) -> Result<FactBoxConnection> {
        let paging = Paging { sort, first, after, last, before };
        Ok(FactBoxConnection::of(page(context, filter, paging, (as_of, perspective)).await?))
    }

    /// A section by id or slug.
    async fn section(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The id.")] id: Option<ID>,
        #[graphql(desc = "The name in addresses, a former one too.")] slug: Option<String>,
        #[graphql(desc = "The moment of the read; now, unless given.")] as_of: Option<DateTime>,
        #[graphql(desc = "Whose eyes see it: readers', unless given.")] perspective: Option<PerspectiveName>,
    ) -> Result<Option<Section>> {
        ask!(context, domain::Section, Section, id, None, slug, (as_of, perspective))
    }

    /// A list of sections, the newest first unless `sort` says otherwise, or the best first where `q` is
    /// searched for. Needs `first`, perhaps with `after`, or `last`,
    /// perhaps with `before`: 1 to 100.
    #[expect(clippy::too_many_arguments, reason = "they are the arguments of the field")]
    async fn sections(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which of them; all conditions must hold.")] filter: Option<SectionFilter>,
        #[graphql(desc = "The order.")] sort: Option<SortName>,
        #[graphql(desc = "How many from the beginning or `after`: 1 to 100.")] first: Option<i32>,
        #[graphql(desc = "The cursor behind which the page begins.")] after: Option<String>,
        #[graphql(desc = "How many from the end or `before`: 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "The cursor before which the page ends.")] before: Option<String>,
        #[graphql(desc = "The moment of the read; now, unless given.")] as_of: Option<DateTime>,
        #[graphql(desc = "Whose eyes see it: readers', unless given.")] perspective: Option<PerspectiveName>,
    ) -> Result<SectionConnection> {
        let paging = Paging { sort, first, after, last, before };
        Ok(SectionConnection::of(page(context, filter, paging, (as_of, perspective)).await?))
    }

    /// A tag by id or slug.
    async fn tag(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The id.")] id: Option<ID>,
        #[graphql(desc = "The name in addresses, a former one too.")] slug: Option<String>,
        #[graphql(desc = "The moment of the read; now, unless given.")] as_of: Option<DateTime>,
        #[graphql(desc = "Whose eyes see it: readers', unless given.")] perspective: Option<PerspectiveName>,
    ) -> Result<Option<Tag>> {
        ask!(context, domain::Tag, Tag, id, None, slug, (as_of, perspective))
    }

    /// A list of tags, the newest first unless `sort` says otherwise, or the best first where `q` is
    /// searched for. Needs `first`, perhaps with `after`, or `last`,
    /// perhaps with `before`: 1 to 100.
    #[expect(clippy::too_many_arguments, reason = "they are the arguments of the field")]
    async fn tags(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which of them; all conditions must hold.")] filter: Option<TagFilter>,
        #[graphql(desc = "The order.")] sort: Option<SortName>,
        #[graphql(desc = "How many from the beginning or `after`: 1 to 100.")] first: Option<i32>,
        #[graphql(desc = "The cursor behind which the page begins.")] after: Option<String>,
        #[graphql(desc = "How many from the end or `before`: 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "The cursor before which the page ends.")] before: Option<String>,
        #[graphql(desc = "The moment of the read; now, unless given.")] as_of: Option<DateTime>,
        #[graphql(desc = "Whose eyes see it: readers', unless given.")] perspective: Option<PerspectiveName>,
    ) -> Result<TagConnection> {
        let paging = Paging { sort, first, after, last, before };
        Ok(TagConnection::of(page(context, filter, paging, (as_of, perspective)).await?))
    }

    /// An image by id.
    async fn image(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "The id.")] id: ID,
        #[graphql(desc = "The moment of the read; now, unless given.")] as_of: Option<DateTime>,
        #[graphql(desc = "Whose eyes see it: readers', unless given.")] perspective: Option<PerspectiveName>,
    ) -> Result<Option<Image>> {
        ask!(context, domain::Image, Image, Some(id), None, None, (as_of, perspective))
    }

    /// A list of images, the newest first unless `sort` says otherwise, or the best first where `q` is
    /// searched for. Needs `first`, perhaps with `after`, or `last`,
    /// perhaps with `before`: 1 to 100.
    #[expect(clippy::too_many_arguments, reason = "they are the arguments of the field")]
    async fn images(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "Which of them; all conditions must hold.")] filter: Option<EntryFilter>,
        #[graphql(desc = "The order.")] sort: Option<SortName>,
        #[graphql(desc = "How many from the beginning or `after`: 1 to 100.")] first: Option<i32>,
        #[graphql(desc = "The cursor behind which the page begins.")] after: Option<String>,
        #[graphql(desc = "How many from the end or `before`: 1 to 100.")] last: Option<i32>,
        #[graphql(desc = "The cursor before which the page ends.")] before: Option<String>,
        #[graphql(desc = "The moment of the read; now, unless given.")] as_of: Option<DateTime>,
        #[graphql(desc = "Whose eyes see it: readers', unless given.")] perspective: Option<PerspectiveName>,
    ) -> Result<ImageConnection> {
        let paging = Paging { sort, first, after, last, before };
        Ok(ImageConnection::of(page(context, filter, paging, (as_of, perspective)).await?))
    }
}

/// What a read is of, as its arguments say.
pub(super) type When = (Option<DateTime>, Option<PerspectiveName>);

pub(super) async fn moment(context: &app::Context, (as_of, perspective): When) -> Result<AsOf> {
    let perspective = perspective.map_or(Perspective::Published, Into::into);
    context.as_of(as_of.map(|time| time.0), perspective).await.map_err(error::of)
}

async fn page<C: InGraph, F: Filter>(
    context: &Context<'_>,
    filter: Option<F>,
    paging: Paging,
    when: When,
) -> Result<FoundPage<C>> {
    let highlights = shape::highlights(context.field());
    let shape = Shape { highlights, ..shape::of(context.field(), C::KIND)? };
    page_of(context, filter, paging, when, shape).await
}

/// A page, with what a shape asks for.
pub(super) async fn page_of<C: InGraph, F: Filter>(
    context: &Context<'_>,
    filter: Option<F>,
    paging: Paging,
    when: When,
    shape: Shape,
) -> Result<FoundPage<C>> {
    let client = context.data::<app::Context>()?;
    let query = paging.query(filter, shape::total(&context.field())).map_err(error::of)?;
    read::page(client, moment(client, when).await?, query, shape).await.map_err(error::of)
}

async fn one<C: InGraph>(
    context: &Context<'_>,
    id: Option<ID>,
    locale: Option<LocaleTag>,
    slug: Option<String>,
    when: When,
) -> Result<Option<Found<C>>> {
    let client = context.data::<app::Context>()?;
    let as_of = moment(client, when).await?;
    let shape = shape::of(context.field(), C::KIND)?;
    let found = match reference(C::KIND, id, locale, slug)? {
        Reference::Id(id) => read::by_id(client, as_of, id, shape).await,
        Reference::Address(locale, slug) => read::by_slug(client, as_of, locale, slug, shape).await,
    };
    match found {
        Ok(found) => Ok(Some(found)),
        Err(error) if matches!(error.code, ErrorCode::NotFound | ErrorCode::Gone | ErrorCode::Killed) => {
            Ok(None)
        }
        Err(error) => Err(error::of(error)),
    }
}

/// The entry that is named by its id, or by its address.
pub(super) fn reference(
    kind: domain::Kind,
    id: Option<ID>,
    locale: Option<LocaleTag>,
    slug: Option<String>,
) -> Result<Reference> {
    match (id, slug) {
        (Some(id), None) => Ok(Reference::Id(parse(&id)?)),
        (None, Some(slug)) => {
            let slug = slug.parse().map_err(|error: Error| self::error::of(error.at("slug")))?;
            Ok(Reference::Address(locale.map(|locale| locale.0), slug))
        }
        _ => {
            let detail = format!("Name the {} by its id or by its slug, and not by both.", kind.noun());
            Err(error::of(Error::new(ErrorCode::InvalidParameter, detail)))
        }
    }
}

async fn nodes(context: &Context<'_>, ids: &[ID], when: When) -> Result<Vec<Option<Node>>> {
    let client = context.data::<app::Context>()?;
    let as_of = moment(client, when).await?;
    check_items(ids.len(), "ids")?;
    let ids = ids.iter().map(parse).collect::<Result<Vec<Id>>>()?;
    let kinds = read::kinds(&client.app, ids.clone()).await.map_err(error::of)?;
    let mut shapes = Vec::new();
    for kind in domain::Kind::ALL {
        let of_kind: Vec<Id> = kinds.iter().filter(|(_, k)| *k == kind).map(|(id, _)| *id).collect();
        if !of_kind.is_empty() {
            shapes.push((*kind, of_kind, shape::of(context.field(), *kind)?));
        }
    }
    let graph = read::by_ids(client, as_of, shapes).await.map_err(error::of)?;
    Ok(ids.into_iter().map(|id| Node::find(&graph, id)).collect())
}

/// Refuses more than one field takes.
pub(super) fn check_items(count: usize, what: &str) -> Result<()> {
    let maximum = limits::ITEMS.maximum;
    if count as u64 <= maximum {
        return Ok(());
    }
    let detail = format!("{count} {what} are more than the {maximum} that one field takes.");
    Err(error::of(Error::new(ErrorCode::InvalidPage, detail)))
}

fn parse(id: &ID) -> Result<Id> {
    id.parse().map_err(|error: Error| self::error::of(error.at("id")))
}
