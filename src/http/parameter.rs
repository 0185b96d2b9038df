//! Query parameters, strictly: one table says which there are, and both the parser and the `OpenAPI` document
//! read it. A name that is not in the table is an error that suggests the nearest one.

use std::str::FromStr;

use chrono::NaiveDate;

use crate::domain::{Error, ErrorCode, Locale, PageRequest, Reference, Result, Timestamp, time};

/// A query parameter, or a variable of a path.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// What its values look like.
    pub form: Form,
    /// What it means.
    pub doc: &'static str,
}

/// What the values of a parameter look like.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// An address of the newsroom's site, such as this; it must be there.
    Address(&'static str),
    /// An opaque cursor.
    Cursor,
    /// A day of the calendar.
    Day,
    /// An id.
    Id,
    /// A whole number, 1 or more.
    Number,
    /// A language tag.
    Locale,
    /// Language tags, joined by commas, the best first.
    Locales,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// Some of these words, joined by commas.
    SomeOf(&'static [&'static str]),
    /// An entry, by id or by slug; may be given several times, and all must hold.
    Reference,
    /// A page size.
    Size,
    /// Some text, such as this.
    Text(&'static str),
    /// A moment.
    Time,
    /// A moment, or one relative to the present.
    Moment,
    /// True or false.
    Truth,
    /// Conditions in JSON, of this schema.
    Filter(&'static str),
}

/// The most languages that one parameter names.
const MAX_LOCALES: usize = 10;

/// The parameters of a request, known by name and not yet read.
#[derive(Debug, Default)]
pub struct Parameters {
    values: Vec<(&'static Parameter, String)>,
}

impl Parameters {
    /// Takes a query string apart.
    ///
    /// # Errors
    /// `UNKNOWN_PARAMETER` with the nearest known name; `INVALID_PARAMETER` for one given twice.
    pub fn parse(query: &str, known: &'static [&'static [Parameter]]) -> Result<Self> {
        let mut values: Vec<(&Parameter, String)> = Vec::new();
        for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
            let parameter = find(&name, known)?;
            let again = values.iter().any(|(seen, _)| seen.name == parameter.name);
            if again && !matches!(parameter.form, Form::Reference) {
                let way = match parameter.form {
                    Form::SomeOf(_) => format!("Write several values as {name}=…,…."),
                    _ => "Leave out all but one.".to_owned(),
                };
                let detail = format!("{name} is given more than once. {way}");
                return Err(Error::parameter(parameter.name, detail));
            }
            values.push((parameter, value.into_owned()));
        }
        Ok(Self { values })
    }

    /// The value of a parameter. An empty one counts as not given.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// All values of a parameter.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        let values = self.values.iter().filter(move |(parameter, _)| parameter.name == name);
        values.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    /// A moment.
    pub fn time(&self, name: &'static str) -> Result<Option<Timestamp>> {
        self.read(name)
    }

    /// A day.
    pub fn day(&self, name: &'static str) -> Result<Option<NaiveDate>> {
        let day = |text: &str| time::day(text).map_err(|error| error.at(format!("?{name}")));
        self.get(name).map(day).transpose()
    }

    /// A language tag.
    pub fn locale(&self, name: &'static str) -> Result<Option<Locale>> {
        self.read(name)
    }

    /// Language tags, the best first; at most 10.
    pub fn locales(&self, name: &'static str) -> Result<Vec<Locale>> {
        let tags: Vec<&str> = self.get(name).map(|text| text.split(',').collect()).unwrap_or_default();
        if tags.len() > MAX_LOCALES {
            return Err(Error::parameter(name, format!("{name} names more than {MAX_LOCALES} languages.")));
        }
        tags.into_iter().map(|tag| parse(name, tag.trim())).collect()
    }

    /// Entries.
    pub fn references(&self, name: &'static str) -> Result<Vec<Reference>> {
        self.all(name).map(|text| parse(name, text)).collect()
    }

    /// A page size; the usual one when it is not given.
    pub fn size(&self, name: &'static str) -> Result<u32> {
        match self.get(name) {
            None => Ok(PageRequest::DEFAULT_SIZE),
            Some(text) => {
                let size = text.parse().map_err(|_| not_a_number(name, text))?;
                PageRequest::check_size(name, size)
            }
        }
    }

    /// A whole number, 1 or more.
    pub fn number(&self, name: &'static str) -> Result<Option<u32>> {
        let Some(text) = self.get(name) else { return Ok(None) };
        let number = text.parse().ok().filter(|number| *number > 0);
        number
            .map(Some)
            .ok_or_else(|| Error::parameter(name, format!("{name} must be a whole number from 1 on.")))
    }

    /// One word out of the parameter's set, as `read` understands it.
    pub fn one_of<T>(&self, name: &'static str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>> {
        let Some((parameter, text)) = self.entry(name) else { return Ok(None) };
        let words = words(parameter);
        // `read` may know words that this parameter does not have here: a list of tags takes no genre.
        let known = words.contains(&text).then(|| read(text)).flatten();
        known.map(Some).ok_or_else(|| not_one_of(name, text, words))
    }

    /// Whether something holds.
    pub fn truth(&self, name: &'static str) -> Result<Option<bool>> {
        self.get(name)
            .map(|text| {
                text.parse().map_err(|_| Error::parameter(name, format!("{text} is neither true nor false.")))
            })
            .transpose()
    }

    /// Some words out of the parameter's set.
    pub fn some_of(&self, name: &'static str) -> Result<Option<Vec<&'static str>>> {
        let Some((parameter, text)) = self.entry(name) else { return Ok(None) };
        let words = words(parameter);
        text.split(',')
            .map(|part| {
                let part = part.trim();
                words.iter().find(|word| **word == part).copied().ok_or_else(|| not_one_of(name, part, words))
            })
            .collect::<Result<_>>()
            .map(Some)
    }

    fn entry(&self, name: &str) -> Option<(&'static Parameter, &str)> {
        let entry = self.values.iter().find(|(parameter, value)| parameter.name == name && !value.is_empty());
        entry.map(|(parameter, value)| (*parameter, value.as_str()))
    }

    fn read<T: FromStr<Err = Error>>(&self, name: &'static str) -> Result<Option<T>> {
        self.get(name).map(|text| parse(name, text)).transpose()
    }
}

fn parse<T: FromStr<Err = Error>>(name: &str, text: &str) -> Result<T> {
    text.parse().map_err(|error: Error| error.at(format!("?{name}")))
}

const fn words(parameter: &Parameter) -> &'static [&'static str] {
    match parameter.form {
        Form::OneOf(words) | Form::SomeOf(words) => words,
        Form::Address(_)
        | Form::Cursor
        | Form::Day
        | Form::Id
        | Form::Locale
        | Form::Locales
        | Form::Number
        | Form::Reference
        | Form::Size
        | Form::Text(_)
        | Form::Time
        | Form::Moment
        | Form::Truth
        | Form::Filter(_) => &[],
    }
}

fn find(name: &str, known: &'static [&'static [Parameter]]) -> Result<&'static Parameter> {
    let mut all = known.iter().copied().flatten();
    all.clone().find(|parameter| parameter.name == name).ok_or_else(|| {
        let names: Vec<&str> = all.by_ref().map(|parameter| parameter.name).collect();
        let help = elsewhere(name, &names).map_or_else(|| suggestion(name, &names), str::to_owned);
        let detail = format!("There is no parameter {name} here.{help}");
        Error::new(ErrorCode::UnknownParameter, detail).at(format!("?{name}"))
    })
}

/// What is used here in place of a parameter that other systems have.
fn elsewhere(name: &str, known: &[&str]) -> Option<&'static str> {
    let help = match name {
        "limit" | "size" | "per_page" | "perPage" | "pageSize" | "page_size" => {
            " The size of a page is first, 1 to 100."
        }
        "page" | "offset" | "skip" | "start" | "cursor" => {
            " Each page names the next: pass its page.next as after."
        }
        "search" | "query" => " What is searched for is q.",
        "order" | "orderBy" | "order_by" => " The order is sort, such as sort=-publishedAt.",
        _ => return None,
    };
    known.contains(&"first").then_some(help)
}

fn not_a_number(name: &str, text: &str) -> Error {
    Error::new(ErrorCode::InvalidPage, format!("{name} is {text}; it must be a number."))
        .at(format!("?{name}"))
}

fn not_one_of(name: &str, text: &str, words: &[&str]) -> Error {
    let detail = format!("{text} is not a value of {name}.{}", suggestion(text, words));
    Error::parameter(name, detail)
}

/// The nearest word when one is near, and all words when none is.
pub(super) fn suggestion(text: &str, words: &[&str]) -> String {
    match nearest(text, words) {
        Some(word) => format!(" Did you mean {word}?"),
        None => format!(" Possible are: {}.", words.join(", ")),
    }
}

/// The nearest word, when one is near.
pub(crate) fn nearest<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    let distance = |word: &str| strsim::damerau_levenshtein(&text.to_lowercase(), &word.to_lowercase());
    let near = |word: &&&str| distance(word) <= 2 && distance(word) * 2 < word.len();
    words.iter().filter(near).min_by_key(|word| strsim::damerau_levenshtein(text, word)).copied()
}
