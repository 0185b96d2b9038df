//! What a list is asked for with: the same names as the REST parameters.

use async_graphql::{InputObject, InputType, SelectionField, Value};

use super::scalar::{ArticleKindName, Date, DateTime, LocaleTag, SortName, TagKindName};
use crate::domain::article::ArticleKind;
use crate::domain::filter::Range;
use crate::domain::page::{Direction, Total};
use crate::domain::tag::TagKind;
use crate::domain::{Error, ErrorCode, PageRequest, Query, Reference, Result, Role, Sort, Timestamp};

/// Which articles a list holds. All conditions must hold.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct ArticleFilter {
    /// Written in this language.
    locale: Option<LocaleTag>,
    /// Of this genre.
    kind: Option<ArticleKindName>,
    /// In this section: id or slug.
    section: Option<String>,
    /// With all of these tags: ids or slugs.
    tags: Option<Vec<String>>,
    /// Credited to all of these authors: ids or slugs.
    authors: Option<Vec<String>>,
    /// Showing this fact box: id, `locale/slug`, or the slug alone together with `locale`.
    fact_box: Option<String>,
    /// First published at this moment or later.
    published_after: Option<DateTime>,
    /// First published before this moment.
    published_before: Option<DateTime>,
    /// Last updated at this moment or later.
    updated_after: Option<DateTime>,
    /// Last updated before this moment.
    updated_before: Option<DateTime>,
    /// Last corrected at this moment or later.
    corrected_after: Option<DateTime>,
    /// Last corrected before this moment.
    corrected_before: Option<DateTime>,
}

/// Which fact boxes a list holds.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct FactBoxFilter {
    /// Written in this language.
    locale: Option<LocaleTag>,
    /// Last updated at this moment or later.
    updated_after: Option<DateTime>,
    /// Last updated before this moment.
    updated_before: Option<DateTime>,
    /// With a fact that somebody must look at before this day.
    review_before: Option<Date>,
}

/// Which sections a list holds.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct SectionFilter {
    /// Directly below this section: id or slug.
    parent: Option<String>,
}

/// Which tags a list holds.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct TagFilter {
    /// Of this sort.
    kind: Option<TagKindName>,
}

/// Which corrected articles a list holds. All conditions must hold.
#[derive(Clone, Debug, Default)]
pub(super) struct CorrectionFilter {
    pub locale: Option<LocaleTag>,
    pub section: Option<String>,
    pub author: Option<String>,
    pub corrected_after: Option<DateTime>,
    pub corrected_before: Option<DateTime>,
}

/// Which overdue fact boxes a list holds.
#[derive(Clone, Debug, Default)]
pub(super) struct OverdueFilter {
    pub locale: Option<LocaleTag>,
}

/// A filter that can become part of a query.
pub(super) trait IntoQuery {
    fn apply(self, query: &mut Query) -> Result<()>;
}

impl IntoQuery for ArticleFilter {
    fn apply(self, query: &mut Query) -> Result<()> {
        let Self {
            locale,
            kind,
            section,
            tags,
            authors,
            fact_box,
            published_after,
            published_before,
            updated_after,
            updated_before,
            corrected_after,
            corrected_before,
        } = self;
        query.locale = locale.map(|locale| locale.0);
        query.variant = kind.map(|kind| ArticleKind::from(kind).as_str());
        let named = [
            (Role::Section, "section", section.into_iter().collect()),
            (Role::Tag, "tags", tags.unwrap_or_default()),
            (Role::Byline, "authors", authors.unwrap_or_default()),
            (Role::FactBox, "factBox", fact_box.into_iter().collect::<Vec<_>>()),
        ];
        for (role, name, references) in named {
            for reference in references {
                query.links.push((role, self::reference(name, &reference)?));
            }
        }
        query.published = range(published_after, published_before);
        query.updated = range(updated_after, updated_before);
        query.corrected = between(corrected_after, corrected_before);
        Ok(())
    }
}

impl IntoQuery for FactBoxFilter {
    fn apply(self, query: &mut Query) -> Result<()> {
        let Self { locale, updated_after, updated_before, review_before } = self;
        query.locale = locale.map(|locale| locale.0);
        query.updated = range(updated_after, updated_before);
        query.review = Range::between(None, review_before.map(|day| Timestamp::of_day(day.0.0)));
        Ok(())
    }
}

impl IntoQuery for CorrectionFilter {
    fn apply(self, query: &mut Query) -> Result<()> {
        let Self { locale, section, author, corrected_after, corrected_before } = self;
        query.sort = Sort::CorrectedDesc;
        query.locale = locale.map(|locale| locale.0);
        for (role, name, reference) in [(Role::Section, "section", section), (Role::Byline, "author", author)]
        {
            if let Some(reference) = reference {
                let reference = reference.parse().map_err(|error: Error| error.at(name))?;
                query.links.push((role, reference));
            }
        }
        query.corrected = between(corrected_after, corrected_before);
        Ok(())
    }
}

impl IntoQuery for OverdueFilter {
    fn apply(self, query: &mut Query) -> Result<()> {
        let Self { locale } = self;
        query.locale = locale.map(|locale| locale.0);
        Ok(())
    }
}

impl IntoQuery for SectionFilter {
    fn apply(self, query: &mut Query) -> Result<()> {
        let Self { parent } = self;
        if let Some(parent) = parent {
            query.links.push((Role::Section, reference("parent", &parent)?));
        }
        Ok(())
    }
}

impl IntoQuery for TagFilter {
    fn apply(self, query: &mut Query) -> Result<()> {
        let Self { kind } = self;
        query.variant = kind.map(|kind| TagKind::from(kind).as_str());
        Ok(())
    }
}

fn reference(name: &str, text: &str) -> Result<Reference> {
    text.parse().map_err(|error: Error| error.at(format!("filter/{name}")))
}

fn between(after: Option<DateTime>, before: Option<DateTime>) -> Option<Range> {
    let Range { after, before } = range(after, before);
    Range::between(after, before)
}

fn range(after: Option<DateTime>, before: Option<DateTime>) -> Range {
    let moment = |time: Option<DateTime>| -> Option<Timestamp> { time.map(|time| time.0) };
    Range { after: moment(after), before: moment(before) }
}

/// The paging arguments of a connection.
#[derive(Clone, Debug, Default)]
pub(super) struct Paging {
    pub sort: Option<SortName>,
    pub first: Option<i32>,
    pub after: Option<String>,
    pub last: Option<i32>,
    pub before: Option<String>,
}

impl Paging {
    /// The query of a connection. `first` or `last` must be given, so that nobody loads a list by accident.
    pub(super) fn query<F: IntoQuery>(self, filter: Option<F>, count: bool) -> Result<Query> {
        let Self { sort, first, after, last, before } = self;
        let (direction, size, name, cursor) = match (first, last) {
            (Some(first), None) if before.is_none() => (Direction::Forward, first, "first", after),
            (None, Some(last)) if after.is_none() => (Direction::Backward, last, "last", before),
            (None, None) => return Err(page_error("Say how many: first or last, 1 to 100.")),
            _ => return Err(page_error("Give first with after, or last with before, and not both.")),
        };
        let mut query = Query {
            sort: sort.map_or(Sort::PublishedDesc, Sort::from),
            size: PageRequest::check_size(name, i64::from(size))?,
            direction,
            cursor,
            total: if count { Total::Exact } else { Total::None },
            ..Query::default()
        };
        if let Some(filter) = filter {
            filter.apply(&mut query)?;
        }
        Ok(query)
    }
}

fn page_error(detail: &str) -> Error {
    Error::new(ErrorCode::InvalidPage, detail)
}

/// The query of a connection of articles, read from a selection ahead of its resolver.
pub(super) fn articles_ahead(field: &SelectionField<'_>, count: bool) -> async_graphql::Result<Query> {
    let mut paging = Paging::default();
    let mut filter = None;
    for (name, value) in field.arguments()? {
        match name.as_str() {
            "filter" => filter = argument::<Option<ArticleFilter>>(value)?,
            "sort" => paging.sort = argument(value)?,
            "first" => paging.first = argument(value)?,
            "after" => paging.after = argument(value)?,
            "last" => paging.last = argument(value)?,
            "before" => paging.before = argument(value)?,
            _ => {}
        }
    }
    paging.query(filter, count).map_err(super::error::of)
}

fn argument<T: InputType>(value: Value) -> async_graphql::Result<T> {
    T::parse(Some(value)).map_err(|error| {
        async_graphql::Error::new(error.into_server_error(async_graphql::Pos::default()).message)
    })
}
