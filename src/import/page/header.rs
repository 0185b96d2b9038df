//! The head of a page: headline, authors, date. Knows the labels in English and Ukrainian.

use crate::import::moment::{self, Moment};

/// What stands above the text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) title: String,
    /// Names in the order printed.
    pub(super) authors: Vec<String>,
    pub(super) date: Date,
}

/// What the page says of its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Date {
    Known(Moment),
    /// It states something that is no date.
    Unclear,
    Missing,
}

#[derive(Clone, Copy)]
enum Label {
    Title,
    Author,
    Date,
}

/// The header and the lines below it. `None` when there is no line that could be a headline.
pub(super) fn read<'a>(lines: &'a [&'a str]) -> Option<(Header, &'a [&'a str])> {
    let (mut title, mut authors, mut date) = (None, Vec::new(), Date::Missing);
    let mut rest = skip_blank(lines);
    while let Some((line, below)) = rest.split_first() {
        match labelled(line) {
            Some((Label::Title, value)) if title.is_none() && !value.is_empty() => {
                title = Some(value.to_owned());
                rest = below;
            }
            Some((Label::Author, value)) => {
                let (value, below) = or_next_line(value, below, is_names);
                authors.extend(names(value));
                rest = below;
            }
            Some((Label::Date, value)) => {
                let (value, below) = or_next_line(value, below, |line| moment::parse(line).is_some());
                date = match moment::parse(value) {
                    Some(moment) => Date::Known(moment),
                    None if value.is_empty() => date,
                    None => Date::Unclear,
                };
                rest = below;
            }
            _ if title.is_none() => {
                title = Some(line.trim().to_owned());
                rest = below;
            }
            _ => break,
        }
        rest = skip_blank(rest);
    }
    Some((Header { title: title?, authors, date }, rest))
}

fn skip_blank<'a>(lines: &'a [&'a str]) -> &'a [&'a str] {
    let first = lines.iter().position(|line| !line.trim().is_empty()).unwrap_or(lines.len());
    &lines[first..]
}

/// The value of a label, else the next line that is not blank when it `fits`.
fn or_next_line<'a>(
    value: &'a str,
    below: &'a [&'a str],
    fits: impl Fn(&str) -> bool,
) -> (&'a str, &'a [&'a str]) {
    if !value.is_empty() {
        return (value, below);
    }
    match skip_blank(below).split_first() {
        Some((line, rest)) if labelled(line).is_none() && fits(line.trim()) => (line.trim(), rest),
        _ => ("", below),
    }
}

fn labelled(line: &str) -> Option<(Label, &str)> {
    let (label, value) = line.split_once(':')?;
    let label = match label.trim().to_lowercase().as_str() {
        "title" | "headline" | "заголовок" => Label::Title,
        "author" | "authors" | "by" | "автор" | "автори" | "авторка" | "авторки" => {
            Label::Author
        }
        "date" | "published" | "дата" | "опубліковано" => Label::Date,
        _ => return None,
    };
    Some((label, value.trim()))
}

/// Whether a line can be nothing but names: short, and not a sentence.
fn is_names(line: &str) -> bool {
    let short =
        line.chars().count() <= 200 && names(line).iter().all(|name| name.split_whitespace().count() <= 5);
    short && !line.ends_with(['.', '!', '?', ':', '…']) && moment::parse(line).is_none()
}

/// What follows a name after a comma and belongs to it: "Jane Doe, MD".
fn is_title(text: &str) -> bool {
    const TITLES: [&str; 11] = ["md", "phd", "ph.d", "jr", "sr", "ii", "iii", "mba", "esq", "jd", "rn"];
    TITLES.contains(&text.trim_end_matches('.').to_lowercase().as_str())
}

/// The names of a list: parts between commas, semicolons and the word "and".
fn names(list: &str) -> Vec<String> {
    const BETWEEN: [&str; 6] = [" and ", " та ", " і ", " й ", " & ", ";"];
    let list = BETWEEN.iter().fold(list.to_owned(), |list, word| list.replace(word, ","));
    let mut names: Vec<String> = Vec::new();
    for name in list.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        match names.pop() {
            Some(before) if is_title(name) => names.push(format!("{before}, {name}")),
            before => {
                names.extend(before);
                if !names.iter().any(|seen| seen == name) {
                    names.push(name.to_owned());
                }
            }
        }
    }
    names
}
