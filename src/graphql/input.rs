//! What a list is asked for with: the same names as in the JSON of REST's `filter`, which is read by the same code.

use async_graphql::{InputObject, InputType, SelectionField, Value};
use serde_json::Value as Json;

use super::scalar::{ArticleKindName, Date, LocaleTag, MomentText, SortName, TagKindName};
use crate::domain::page::{Direction, Total};
use crate::domain::{Condition, Error, ErrorCode, PageRequest, Query, Reference, Result, Sort};
use crate::http::filter;

/// Which articles a list holds. All conditions must hold.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct ArticleFilter {
    /// All of these filters hold.
    and: Option<Vec<ArticleFilter>>,
    /// At least one of these filters holds.
    or: Option<Vec<ArticleFilter>>,
    /// This filter does not hold.
    not: Option<Box<ArticleFilter>>,
    /// Found by this search query: words in any of their forms, "several words" exactly so, -word not there, word* the
    /// beginning of a word. At most 500 characters and 20 words.
    q: Option<String>,
    /// Written in one of these languages.
    locale: Option<Vec<LocaleTag>>,
    /// Of one of these genres.
    kind: Option<Vec<ArticleKindName>>,
    /// In this section: id or slug.
    section: Option<String>,
    /// In this section or in one below it: id or slug.
    section_tree: Option<String>,
    /// With all of these tags: ids or slugs.
    tags: Option<Vec<String>>,
    /// With at least one of these tags.
    any_tag: Option<Vec<String>>,
    /// With none of these tags.
    no_tag: Option<Vec<String>>,
    /// Credited to all of these authors: ids or slugs.
    authors: Option<Vec<String>>,
    /// Credited to at least one of these authors.
    any_author: Option<Vec<String>>,
    /// Credited to none of these authors.
    no_author: Option<Vec<String>>,
    /// Showing this fact box: id, `locale/slug`, or the slug alone together with `locale`.
    fact_box: Option<String>,
    /// Showing at least one of these fact boxes.
    any_fact_box: Option<Vec<String>>,
    /// Showing none of these fact boxes.
    no_fact_box: Option<Vec<String>>,
    /// Naming one of these outlets, agencies, documents or persons as its source, in upper or lower case.
    source: Option<Vec<String>>,
    /// With this image at the top: its id.
    image: Option<String>,
    /// With an image at the top, or without.
    has_image: Option<bool>,
    /// With corrections, or without.
    corrected: Option<bool>,
    /// Written in another language, and also public in this one.
    translated_into: Option<LocaleTag>,
    /// Not translated into this language, as what is written in it is not.
    not_translated_into: Option<LocaleTag>,
    /// Translated from a revision than which a newer one is public, or not: what translators have to look at.
    stale: Option<bool>,
    /// First published at this moment or later.
    published_after: Option<MomentText>,
    /// First published before this moment.
    published_before: Option<MomentText>,
    /// Something of which readers should be told changed last at this moment or later.
    content_updated_after: Option<MomentText>,
    /// Something of which readers should be told changed last before this moment.
    content_updated_before: Option<MomentText>,
    /// Last updated at this moment or later.
    updated_after: Option<MomentText>,
    /// Last updated before this moment.
    updated_before: Option<MomentText>,
    /// Last corrected at this moment or later.
    corrected_after: Option<MomentText>,
    /// Last corrected before this moment.
    corrected_before: Option<MomentText>,
}

/// Which fact boxes a list holds. All conditions must hold.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct FactBoxFilter {
    /// All of these filters hold.
    and: Option<Vec<FactBoxFilter>>,
    /// At least one of these filters holds.
    or: Option<Vec<FactBoxFilter>>,
    /// This filter does not hold.
    not: Option<Box<FactBoxFilter>>,
    /// Found by this search query: words in any of their forms, "several words" exactly so, -word not there, word* the
    /// beginning of a word. At most 500 characters and 20 words.
    q: Option<String>,
    /// Written in one of these languages.
    locale: Option<Vec<LocaleTag>>,
    /// Written in another language, and also public in this one.
    translated_into: Option<LocaleTag>,
    /// Not translated into this language, as what is written in it is not.
    not_translated_into: Option<LocaleTag>,
    /// First published at this moment or later.
    published_after: Option<MomentText>,
    /// First published before this moment.
    published_before: Option<MomentText>,
    /// Last updated at this moment or later.
    updated_after: Option<MomentText>,
    /// Last updated before this moment.
    updated_before: Option<MomentText>,
    /// With a fact that somebody must look at before this day.
    review_before: Option<Date>,
}

/// Which sections a list holds. All conditions must hold.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct SectionFilter {
    /// All of these filters hold.
    and: Option<Vec<SectionFilter>>,
    /// At least one of these filters holds.
    or: Option<Vec<SectionFilter>>,
    /// This filter does not hold.
    not: Option<Box<SectionFilter>>,
    /// Found by this search query: words in any of their forms, "several words" exactly so, -word not there, word* the
    /// beginning of a word. At most 500 characters and 20 words.
    q: Option<String>,
    /// Directly below this section: id or slug.
    parent: Option<String>,
    /// First published at this moment or later.
    published_after: Option<MomentText>,
    /// First published before this moment.
    published_before: Option<MomentText>,
    /// Last updated at this moment or later.
    updated_after: Option<MomentText>,
    /// Last updated before this moment.
    updated_before: Option<MomentText>,
}

/// Which tags a list holds. All conditions must hold.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct TagFilter {
    /// All of these filters hold.
    and: Option<Vec<TagFilter>>,
    /// At least one of these filters holds.
    or: Option<Vec<TagFilter>>,
    /// This filter does not hold.
    not: Option<Box<TagFilter>>,
    /// Found by this search query: words in any of their forms, "several words" exactly so, -word not there, word* the
    /// beginning of a word. At most 500 characters and 20 words.
    q: Option<String>,
    /// Of one of these sorts.
    kind: Option<Vec<TagKindName>>,
    /// First published at this moment or later.
    published_after: Option<MomentText>,
    /// First published before this moment.
    published_before: Option<MomentText>,
    /// Last updated at this moment or later.
    updated_after: Option<MomentText>,
    /// Last updated before this moment.
    updated_before: Option<MomentText>,
}

/// Which authors or images a list holds. All conditions must hold.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct EntryFilter {
    /// All of these filters hold.
    and: Option<Vec<EntryFilter>>,
    /// At least one of these filters holds.
    or: Option<Vec<EntryFilter>>,
    /// This filter does not hold.
    not: Option<Box<EntryFilter>>,
    /// Found by this search query: words in any of their forms, "several words" exactly so, -word not there, word* the
    /// beginning of a word. At most 500 characters and 20 words.
    q: Option<String>,
    /// First published at this moment or later.
    published_after: Option<MomentText>,
    /// First published before this moment.
    published_before: Option<MomentText>,
    /// Last updated at this moment or later.
    updated_after: Option<MomentText>,
    /// Last updated before this moment.
    updated_before: Option<MomentText>,
}

/// Which corrected articles a list holds. All conditions must hold.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct CorrectionFilter {
    pub locale: Option<LocaleTag>,
    pub section: Option<String>,
    pub author: Option<String>,
    pub corrected_after: Option<MomentText>,
    pub corrected_before: Option<MomentText>,
}

/// Which overdue fact boxes a list holds.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct OverdueFilter {
    pub locale: Option<LocaleTag>,
}

/// A filter that can become part of a query.
pub(super) trait Filter {
    /// The order of the list, unless it is said or is the usual one.
    const SORT: Option<Sort> = None;

    /// Its conditions.
    fn conditions(&self) -> Result<Vec<Condition<Reference>>>;
}

macro_rules! filters {
    ($($filter:ident($place:literal): $fields:ident in $sort:expr;)*) => {$(
        impl Filter for $filter {
            const SORT: Option<Sort> = $sort;

            fn conditions(&self) -> Result<Vec<Condition<Reference>>> {
                filter::of_json(filter::$fields, &json(self.to_value()), $place)
            }
        }
    )*};
}
filters! {
    ArticleFilter("filter"): ARTICLE in None;
    FactBoxFilter("filter"): FACT_BOX in None;
    SectionFilter("filter"): SECTION in None;
    TagFilter("filter"): TAG in None;
    EntryFilter("filter"): ANY in None;
    CorrectionFilter(""): CORRECTED in Some(Sort::CorrectedDesc);
    OverdueFilter(""): OVERDUE in None;
}

/// The same value in JSON, with enumerations in the words that they have there: `NEWS` is `news`.
fn json(value: Value) -> Json {
    match value {
        Value::Enum(name) => Json::String(name.to_lowercase()),
        Value::List(values) => values.into_iter().map(json).collect(),
        Value::Object(members) => {
            members.into_iter().map(|(name, value)| (name.to_string(), json(value))).collect()
        }
        other => other.into_json().unwrap_or_default(),
    }
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
    pub(super) fn query<F: Filter>(self, filter: Option<F>, total: Total) -> Result<Query> {
        let Self { sort, first, after, last, before } = self;
        let (direction, size, name, cursor) = match (first, last) {
            (Some(first), None) if before.is_none() => (Direction::Forward, first, "first", after),
            (None, Some(last)) if after.is_none() => (Direction::Backward, last, "last", before),
            (None, None) => return Err(page_error("Say how many: first or last, 1 to 100.")),
            _ => return Err(page_error("Give first with after, or last with before, and not both.")),
        };
        Ok(Query {
            conditions: filter.map_or(Ok(Vec::new()), |filter| filter.conditions())?,
            sort: sort.map(Sort::from).or(F::SORT),
            size: PageRequest::check_size(name, i64::from(size))?,
            direction,
            cursor,
            total,
        })
    }
}

fn page_error(detail: &str) -> Error {
    Error::new(ErrorCode::InvalidPage, detail)
}

/// The query of a connection of articles, read from a selection ahead of its resolver.
pub(super) fn articles_ahead(field: &SelectionField<'_>, total: Total) -> async_graphql::Result<Query> {
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
    paging.query(filter, total).map_err(super::error::of)
}

fn argument<T: InputType>(value: Value) -> async_graphql::Result<T> {
    T::parse(Some(value)).map_err(|error| {
        async_graphql::Error::new(error.into_server_error(async_graphql::Pos::default()).message)
    })
}
