//! Reading documents: what references mean, and every error on the way, not only the first.

use std::fmt::{Display, Write as _};
use std::str::FromStr;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::shape::{self, is_at};
use crate::domain::{Error, FieldError, Id, Kind, Localized, Result};
use crate::parse::Recognize;

/// What is needed while a document becomes content. Functions that read give `None` after noting an error here, and go
/// on with their other members.
///
/// Pointers are given as what can be shown as one: they are made where something is wrong, which it hardly ever is.
pub(super) struct Reading<'a> {
    pub(super) names: &'a mut dyn Recognize,
    errors: Vec<FieldError>,
}

/// Reads what came from outside.
pub(super) fn outside<D: DeserializeOwned, T>(
    json: Value,
    names: &mut dyn Recognize,
    read: impl FnOnce(D, &mut Reading<'_>) -> Option<T>,
) -> Result<T> {
    let mut reading = Reading { names, errors: Vec::new() };
    let content = reading.part("", json).and_then(|document| read(document, &mut reading));
    match content {
        Some(content) if reading.errors.is_empty() => Ok(content),
        _ => Err(Error::validation(reading.errors)),
    }
}

/// Reads what was stored, in which every reference is an id.
pub(super) fn stored<T>(read: impl FnOnce(&mut Reading<'_>) -> Option<T>) -> Result<T> {
    let mut reading = Reading { names: &mut OnlyIds, errors: Vec::new() };
    read(&mut reading).ok_or_else(|| Error::internal(format!("stored content: {:?}", reading.errors)))
}

impl Reading<'_> {
    /// Notes an error. Where one is known already, what stands there is a stand-in, and nobody's mistake.
    pub(super) fn wrong<T>(&mut self, pointer: impl Display, detail: impl Into<String>) -> Option<T> {
        let pointer = pointer.to_string();
        if !self.errors.iter().any(|known| is_at(&pointer, &known.pointer)) {
            self.errors.push(FieldError { pointer, detail: detail.into() });
        }
        None
    }

    /// A part that is JSON until now: the document, or what of it has a form of its own.
    pub(super) fn part<D: DeserializeOwned>(&mut self, pointer: &str, json: Value) -> Option<D> {
        let (part, wrong) = shape::read(json);
        self.errors.extend(wrong.into_iter().map(|FieldError { pointer: place, detail }| FieldError {
            pointer: format!("{pointer}{place}"),
            detail,
        }));
        part
    }

    /// A member whose type parses from text.
    pub(super) fn parse<T: FromStr<Err = Error>>(&mut self, pointer: impl Display, text: &str) -> Option<T> {
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => self.wrong(pointer, error.detail),
        }
    }

    /// A member that is one of a closed set.
    pub(super) fn one_of<T>(
        &mut self,
        pointer: impl Display,
        text: &str,
        parse: impl Fn(&str) -> Option<T>,
        all: &[&str],
    ) -> Option<T> {
        parse(text).or_else(|| self.wrong(pointer, format!("{text} is not one of {}.", all.join(", "))))
    }

    /// A reference to an entry of a kind.
    pub(super) fn reference(&mut self, pointer: impl Display, kind: Kind, text: &str) -> Option<Id> {
        let id = Some(text).filter(|text| !text.trim().is_empty());
        let id = id.and_then(|text| self.names.entry(kind, text));
        id.or_else(|| self.wrong(pointer, format!("There is no {} called {text}.", kind.noun())))
    }

    /// The same, where there may be none.
    #[expect(
        clippy::option_option,
        reason = "the outer one tells of an error, the inner one of an absent member"
    )]
    pub(super) fn optional_reference(
        &mut self,
        pointer: impl Display,
        kind: Kind,
        text: Option<String>,
    ) -> Option<Option<Id>> {
        match text {
            None => Some(None),
            Some(text) => self.reference(pointer, kind, &text).map(Some),
        }
    }

    /// The members of an array, each with its pointer. All are read, whatever is wrong with some.
    pub(super) fn each<T, U>(
        &mut self,
        pointer: impl Display,
        items: Vec<T>,
        mut read: impl FnMut(&mut Self, T, &str) -> Option<U>,
    ) -> Option<Vec<U>> {
        let mut place = format!("{pointer}/");
        let stem = place.len();
        let mut all = Some(Vec::with_capacity(items.len()));
        for (index, item) in items.into_iter().enumerate() {
            place.truncate(stem);
            // A text can always be written to.
            let _ = write!(place, "{index}");
            match (read(self, item, &place), &mut all) {
                (Some(item), Some(all)) => all.push(item),
                _ => all = None,
            }
        }
        all
    }

    /// Text by language.
    pub(super) fn localized(&mut self, pointer: &str, texts: super::LocalizedDocument) -> Option<Localized> {
        let texts: Vec<Option<_>> = texts
            .into_iter()
            .map(|(locale, text)| {
                let pointer = format!("{pointer}/{locale}");
                let Value::String(text) = text else {
                    return self.wrong(&pointer, "Must be a text.");
                };
                Some((self.parse(&pointer, &locale)?, text))
            })
            .collect();
        texts.into_iter().collect::<Option<Vec<_>>>().map(Localized::new)
    }
}

/// Reads a member of one of the enumerations of `domain`.
macro_rules! named_member {
    ($reading:expr, $pointer:expr, $text:expr, $type:ty) => {{
        let all: Vec<&str> = <$type>::ALL.iter().map(|value| value.as_str()).collect();
        $reading.one_of($pointer, $text, <$type>::parse, &all)
    }};
}
pub(super) use named_member;

/// Of stored content, in which nothing is left to recognise.
struct OnlyIds;

impl Recognize for OnlyIds {
    fn image(&mut self, _src: &str, _alt: &str, _title: Option<&str>) -> Option<Id> {
        None
    }

    fn article(&mut self, _href: &str) -> Option<Id> {
        None
    }

    fn entry(&mut self, _kind: Kind, reference: &str) -> Option<Id> {
        reference.parse().ok()
    }
}
