//! The filter language of lists, at every door: which conditions there are, how they are written, and what they mean.
//!
//! Each condition has one meaning and two forms: a parameter of REST, and a member of the JSON that REST takes as `filter`
//! and GraphQL as an input object. There conditions can also be joined: `and`, `or`, `not`.

use std::fmt::Write as _;
use std::str::FromStr;

use serde_json::{Map, Value};

use super::parameter::{Form, Parameter, Parameters, suggestion};
use crate::domain::article::ArticleKind;
use crate::domain::filter::{Clock, Period, Search};
use crate::domain::tag::TagKind;
use crate::domain::time::{self, Moment};
use crate::domain::{Condition, Error, ErrorCode, Id, Locale, Reference, Result, Role, Timestamp};

/// A condition by name.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// As a member of JSON.
    pub member: &'static str,
    /// As a parameter.
    pub parameter: Parameter,
    meaning: Meaning,
}

/// What a condition means.
#[derive(Clone, Copy, Debug)]
enum Meaning {
    /// Refers to each of these.
    Every(Role),
    /// Refers to one of these.
    Some(Role),
    /// Refers to none of these.
    None(Role),
    Source,
    Below,
    Variant(fn(&str) -> Option<&'static str>),
    Locale,
    Translated(bool),
    Stale,
    Matches,
    HasImage,
    Corrected,
    After(Clock),
    Before(Clock),
}

const fn field(
    member: &'static str,
    name: &'static str,
    form: Form,
    meaning: Meaning,
    doc: &'static str,
) -> Field {
    Field { member, parameter: Parameter { name, form, doc }, meaning }
}

/// Called the same in both forms.
const fn same(name: &'static str, form: Form, meaning: Meaning, doc: &'static str) -> Field {
    field(name, name, form, meaning, doc)
}

const fn clock(name: &'static str, meaning: Meaning, doc: &'static str) -> Field {
    same(name, Form::Moment, meaning, doc)
}

const GENRES: &[&str] = &["news", "feature", "analysis", "opinion", "interview", "explainer", "live"];

const SORTS: &[&str] = &["topic", "person", "place", "organisation"];

fn genre(text: &str) -> Option<&'static str> {
    ArticleKind::parse(text).map(ArticleKind::as_str)
}

fn sort(text: &str) -> Option<&'static str> {
    TagKind::parse(text).map(TagKind::as_str)
}

const SEARCH: Field = same(
    "q",
    Form::Text("harbour tunnel"),
    Meaning::Matches,
    "Found by this search query: words in any of their forms, `\"several words\"` exactly so, `-word` not there, `word*` the \
     beginning of a word. At most 500 characters and 20 words.",
);

const LOCALE: Field = same("locale", Form::Locale, Meaning::Locale, "Written in this language.");

/// What articles are filtered by.
pub const ARTICLE: &[Field] = &[
    SEARCH,
    LOCALE,
    same("kind", Form::SomeOf(GENRES), Meaning::Variant(genre), "Of this genre. Several: of one of them."),
    IN_SECTION,
    same("sectionTree", Form::Reference, Meaning::Below, "In this section or in one below it: id or slug."),
    field(
        "tags",
        "tag",
        Form::Reference,
        Meaning::Every(Role::Tag),
        "With this tag: id or slug. Several: with all of them.",
    ),
    same("anyTag", Form::Reference, Meaning::Some(Role::Tag), "With at least one of these tags."),
    same("noTag", Form::Reference, Meaning::None(Role::Tag), "With none of these tags."),
    field(
        "authors",
        "author",
        Form::Reference,
        Meaning::Every(Role::Byline),
        "Credited to this author: id or slug. Several: to all of them.",
    ),
    same(
        "anyAuthor",
        Form::Reference,
        Meaning::Some(Role::Byline),
        "Credited to at least one of these authors.",
    ),
    same("noAuthor", Form::Reference, Meaning::None(Role::Byline), "Credited to none of these authors."),
    same(
        "factBox",
        Form::Reference,
        Meaning::Every(Role::FactBox),
        "Showing this fact box: id, `locale/slug`, or the slug alone together with `locale`.",
    ),
    same(
        "anyFactBox",
        Form::Reference,
        Meaning::Some(Role::FactBox),
        "Showing at least one of these fact boxes.",
    ),
    same("noFactBox", Form::Reference, Meaning::None(Role::FactBox), "Showing none of these fact boxes."),
    same(
        "source",
        Form::Text("Reuters"),
        Meaning::Source,
        "Naming this outlet, agency, document or person as its source, in upper or lower case. In JSON also one of several.",
    ),
    same("image", Form::Reference, Meaning::Every(Role::LeadImage), "With this image at the top: its id."),
    same("hasImage", Form::Truth, Meaning::HasImage, "With an image at the top, or without."),
    same("corrected", Form::Truth, Meaning::Corrected, "With corrections, or without."),
    TRANSLATED,
    NOT_TRANSLATED,
    same(
        "stale",
        Form::Truth,
        Meaning::Stale,
        "Translated from a revision than which a newer one is public, or not: what translators have to look at.",
    ),
    PUBLISHED_AFTER,
    PUBLISHED_BEFORE,
    clock(
        "contentUpdatedAfter",
        Meaning::After(Clock::ContentUpdated),
        "Something of which readers should be told changed last at this moment or later.",
    ),
    clock(
        "contentUpdatedBefore",
        Meaning::Before(Clock::ContentUpdated),
        "Something of which readers should be told changed last before this moment.",
    ),
    UPDATED_AFTER,
    UPDATED_BEFORE,
    CORRECTED_AFTER,
    CORRECTED_BEFORE,
];

const IN_SECTION: Field =
    same("section", Form::Reference, Meaning::Every(Role::Section), "In this section: id or slug.");
const TRANSLATED: Field = same(
    "translatedInto",
    Form::Locale,
    Meaning::Translated(true),
    "Written in another language, and also public in this one.",
);
const NOT_TRANSLATED: Field = same(
    "notTranslatedInto",
    Form::Locale,
    Meaning::Translated(false),
    "Not translated into this language, as what is written in it is not.",
);
const PUBLISHED_AFTER: Field = clock(
    "publishedAfter",
    Meaning::After(Clock::Published),
    "First published at this moment or later: RFC 3339, or as far from the present as `now-12h` or `today-7d`.",
);
const PUBLISHED_BEFORE: Field =
    clock("publishedBefore", Meaning::Before(Clock::Published), "First published before this moment.");
const UPDATED_AFTER: Field =
    clock("updatedAfter", Meaning::After(Clock::Updated), "Last updated at this moment or later.");
const UPDATED_BEFORE: Field =
    clock("updatedBefore", Meaning::Before(Clock::Updated), "Last updated before this moment.");
const CORRECTED_AFTER: Field =
    clock("correctedAfter", Meaning::After(Clock::Corrected), "Last corrected at this moment or later.");
const CORRECTED_BEFORE: Field =
    clock("correctedBefore", Meaning::Before(Clock::Corrected), "Last corrected before this moment.");

/// What fact boxes are filtered by.
pub const FACT_BOX: &[Field] = &[
    SEARCH,
    LOCALE,
    TRANSLATED,
    NOT_TRANSLATED,
    PUBLISHED_AFTER,
    PUBLISHED_BEFORE,
    UPDATED_AFTER,
    UPDATED_BEFORE,
    same(
        "reviewBefore",
        Form::Day,
        Meaning::Before(Clock::Review),
        "With a fact that somebody must look at before this day.",
    ),
];

/// What sections are filtered by.
pub const SECTION: &[Field] = &[
    SEARCH,
    same(
        "parent",
        Form::Reference,
        Meaning::Every(Role::Section),
        "Directly below this section: id or slug.",
    ),
    PUBLISHED_AFTER,
    PUBLISHED_BEFORE,
    UPDATED_AFTER,
    UPDATED_BEFORE,
];

/// What tags are filtered by.
pub const TAG: &[Field] = &[
    SEARCH,
    same("kind", Form::SomeOf(SORTS), Meaning::Variant(sort), "Of this sort. Several: of one of them."),
    PUBLISHED_AFTER,
    PUBLISHED_BEFORE,
    UPDATED_AFTER,
    UPDATED_BEFORE,
];

/// What authors and images are filtered by.
pub const ANY: &[Field] = &[SEARCH, PUBLISHED_AFTER, PUBLISHED_BEFORE, UPDATED_AFTER, UPDATED_BEFORE];

/// What fact boxes that are past review are filtered by.
pub const OVERDUE: &[Field] = &[LOCALE];

/// What corrected articles are filtered by.
pub const CORRECTED: &[Field] = &[
    LOCALE,
    IN_SECTION,
    same("author", Form::Reference, Meaning::Every(Role::Byline), "Credited to this author: id or slug."),
    CORRECTED_AFTER,
    CORRECTED_BEFORE,
];

/// The parameters of a list of fields.
#[must_use]
pub const fn parameters<const N: usize>(fields: &[Field]) -> [Parameter; N] {
    let mut parameters = [fields[0].parameter; N];
    let mut index = 0;
    while index < N {
        parameters[index] = fields[index].parameter;
        index += 1;
    }
    parameters
}

/// Reads conditions out of parameters.
///
/// # Errors
/// `INVALID_PARAMETER`, `INVALID_LOCALE`, `INVALID_TIME`, at the parameter.
pub fn of_parameters(fields: &[Field], parameters: &Parameters) -> Result<Vec<Condition<Reference>>> {
    let mut conditions = Vec::new();
    for Field { member: _, parameter, meaning } in fields {
        let values = parameters.all(parameter.name);
        let values: Vec<&str> = match parameter.form {
            Form::SomeOf(_) => values.flat_map(|value| value.split(',')).collect(),
            _ => values.collect(),
        };
        if !values.is_empty() {
            let at = format!("?{}", parameter.name);
            let read = condition(*meaning, parameter.form, &values);
            conditions.push(read.map_err(|error| with_several(error, parameter, &values).at(at))?);
        }
    }
    Ok(conditions)
}

/// Says how several values are given, where somebody seems to have tried.
fn with_several(mut error: Error, parameter: &Parameter, values: &[&str]) -> Error {
    let Parameter { name, form, doc: _ } = parameter;
    let way = match form {
        Form::Reference => format!("{name}=…&{name}=…"),
        Form::Locale => format!(r#"filter={{"{name}":["…","…"]}}"#),
        _ => return error,
    };
    if values.iter().any(|value| value.contains(',')) {
        let _ = write!(error.detail, " Several values are given as {way}.");
    }
    error
}

/// Reads conditions out of JSON that stands at `place`. What is null counts as not given.
///
/// # Errors
/// `INVALID_PARAMETER`, `INVALID_LOCALE`, `INVALID_TIME`, with a pointer behind `place`.
pub fn of_json(fields: &[Field], json: &Value, place: &str) -> Result<Vec<Condition<Reference>>> {
    let wrong = |detail: String| Error::new(ErrorCode::InvalidParameter, detail).at(place);
    if json.is_null() {
        return Ok(Vec::new());
    }
    let members: &Map<String, Value> =
        json.as_object().ok_or_else(|| wrong("A filter is an object of conditions.".to_owned()))?;
    let each = |items: &Value, name: &str| -> Result<Vec<Condition<Reference>>> {
        let items = items.as_array().ok_or_else(|| wrong(format!("{name} must be an array of filters.")))?;
        if items.is_empty() && name == "or" {
            return Err(wrong("Of no filters none can hold. Leave or out, or name some.".to_owned()));
        }
        let read =
            |(index, item)| of_json(fields, item, &format!("{place}/{name}/{index}")).map(Condition::All);
        items.iter().enumerate().map(read).collect()
    };
    let mut conditions = Vec::new();
    for (name, value) in members.iter().filter(|(_, value)| !value.is_null()) {
        conditions.push(match name.as_str() {
            "and" => Condition::All(each(value, "and")?),
            "or" => Condition::Any(each(value, "or")?),
            "not" => {
                let conditions = of_json(fields, value, &format!("{place}/not"))?;
                Condition::Not(Box::new(Condition::All(conditions)))
            }
            name => {
                let field = fields
                    .iter()
                    .find(|field| field.member == name)
                    .ok_or_else(|| unknown(fields, name, place))?;
                member(field, value).map_err(|error| error.at(format!("{place}/{name}")))?
            }
        });
    }
    Ok(conditions)
}

fn unknown(fields: &[Field], name: &str, place: &str) -> Error {
    let known: Vec<&str> = fields.iter().map(|field| field.member).chain(["and", "or", "not"]).collect();
    let detail = format!("There is no condition {name}.{}", suggestion(name, &known));
    Error::new(ErrorCode::UnknownParameter, detail).at(format!("{place}/{name}"))
}

fn member(field: &Field, value: &Value) -> Result<Condition<Reference>> {
    let wrong = |detail: &str| Error::new(ErrorCode::InvalidParameter, detail);
    let text = |value: &Value| match (field.parameter.form, value) {
        (Form::Truth, Value::Bool(truth)) => Ok(truth.to_string()),
        (Form::Truth, _) => Err(wrong("Must be true or false, without quotation marks.")),
        (_, Value::String(text)) => Ok(text.clone()),
        _ => Err(wrong("Must be a text.")),
    };
    let values: Vec<String> = match value {
        Value::Array(values) if values.is_empty() => {
            return Err(wrong("It has no values, which nothing can meet. Leave it out, or name some."));
        }
        Value::Array(values) => values.iter().map(text).collect::<Result<_>>()?,
        value => vec![text(value)?],
    };
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    condition(field.meaning, field.parameter.form, &values)
}

fn condition(meaning: Meaning, form: Form, values: &[&str]) -> Result<Condition<Reference>> {
    let invalid = |detail: String| Error::new(ErrorCode::InvalidParameter, detail);
    let references = || -> Result<Vec<Reference>> { values.iter().map(|value| value.parse()).collect() };
    let single = || match values {
        [value] => Ok(*value),
        _ => Err(invalid("Takes one value.".to_owned())),
    };
    let truth = || match single()? {
        "true" => Ok(true),
        "false" => Ok(false),
        other => Err(invalid(format!("{other} is neither true nor false."))),
    };
    let moment = || -> Result<Moment> {
        match form {
            Form::Day => time::day(single()?).map(Timestamp::of_day).map(Moment::At),
            _ => single()?.parse(),
        }
    };
    Ok(match meaning {
        Meaning::Every(role) => {
            let each = references()?.into_iter().map(|reference| Condition::Refers(role, vec![reference]));
            Condition::All(each.collect())
        }
        Meaning::Some(role) => Condition::Refers(role, references()?),
        Meaning::None(role) => Condition::Not(Box::new(Condition::Refers(role, references()?))),
        Meaning::Source => Condition::Source(values.iter().map(|name| Id::of_source(name)).collect()),
        Meaning::Below => Condition::Below(single()?.parse()?),
        Meaning::Variant(parse) => {
            let known = |value: &&str| parse(value).ok_or_else(|| invalid(not_one_of(form, value)));
            Condition::Variant(values.iter().map(known).collect::<Result<_>>()?)
        }
        Meaning::Locale => Condition::Locale(each_once(parsed(values)?)),
        Meaning::Translated(is_there) => {
            let condition = Condition::Translated(single()?.parse()?);
            if is_there { condition } else { Condition::Not(Box::new(condition)) }
        }
        Meaning::Matches => Condition::Matches(Search::all_of(single()?.to_owned())),
        Meaning::Stale if truth()? => Condition::Stale,
        Meaning::Stale => Condition::Not(Box::new(Condition::Stale)),
        Meaning::HasImage => Condition::HasImage(truth()?),
        Meaning::Corrected => {
            let condition = Condition::Time(Clock::Corrected, Period::ALL);
            if truth()? { condition } else { Condition::Not(Box::new(condition)) }
        }
        Meaning::After(clock) => Condition::Time(clock, Period::from(moment()?)),
        Meaning::Before(clock) => Condition::Time(clock, Period::until(moment()?)),
    })
}

/// One that is named twice is asked for once.
fn each_once(mut locales: Vec<Locale>) -> Vec<Locale> {
    locales.sort_unstable();
    locales.dedup();
    locales
}

fn parsed<T: FromStr<Err = Error>>(values: &[&str]) -> Result<Vec<T>> {
    values.iter().map(|value| value.parse()).collect()
}

fn not_one_of(form: Form, value: &str) -> String {
    let words = if let Form::SomeOf(words) = form { words } else { &[] };
    if value.is_empty() {
        return format!("One of its values is empty. Possible are {}.", words.join(", "));
    }
    format!("{value} is not a value that it has.{}", suggestion(value, words))
}
