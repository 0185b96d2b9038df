//! Front matter: the fields before the text of a Markdown file, YAML between `---`, TOML between `+++` or an object in
//! JSON.
//!
//! Whatever the notation, the fields become JSON values under lower-case names. Knows nothing of what they
//! mean.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use crate::import::Oddities;

/// A file cut in two.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// The fields by lower-case name; `None` when the file has no front matter.
    pub(super) fields: Option<Fields>,
    /// All that follows.
    pub(super) text: String,
}

/// The fields of a file.
#[derive(Debug, Default)]
pub(super) struct Fields(Map<String, Value>);

/// Cuts a file. Blank lines and comments may stand before the first mark.
///
/// The error is a sentence with the line and column in the file.
pub(super) fn split(file: &str, oddities: &mut Oddities) -> Result<Document, String> {
    if let Some(start) = json_start(file) {
        return json_first(file, start);
    }
    let Some((mark, before, rest)) = opening(file) else {
        return Ok(Document { fields: None, text: file.to_owned() });
    };
    let mut end = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == mark || (mark == "---" && line.trim_end() == "...") {
            let text = rest[end + line.len()..].to_owned();
            let fields = if mark == "---" {
                yaml(&rest[..end], before, oddities)?
            } else {
                toml(&rest[..end], before)?
            };
            return Ok(Document { fields: Some(fields), text });
        }
        end += line.len();
    }
    Err(format!("The front matter that begins on line {before} has no closing {mark}."))
}

/// Where an object in JSON begins the file: a brace that stands alone on its line, or before a name. Other braces begin
/// shortcodes and attributes.
fn json_start(file: &str) -> Option<usize> {
    let start = file.len() - file.trim_start().len();
    let inner = file[start..].strip_prefix('{')?;
    let name = inner.trim_start_matches([' ', '\t', '\r']);
    name.starts_with(['\n', '"']).then_some(start)
}

/// Fields in JSON, and the text below them.
fn json_first(file: &str, start: usize) -> Result<Document, String> {
    let mut values = serde_json::Deserializer::from_str(&file[start..]).into_iter::<Map<String, Value>>();
    let fields = values.next().unwrap_or_else(|| Ok(Map::new())).map_err(|error| {
        let line = error.line() + file[..start].matches('\n').count();
        format!("The JSON cannot be read, line {line}, column {}.", error.column())
    })?;
    let text = file[start + values.byte_offset()..].to_owned();
    Ok(Document { fields: Some(Fields::new(fields)), text })
}

/// The mark of the front matter, the number of its line, and what follows it.
fn opening(file: &str) -> Option<(&'static str, usize, &str)> {
    let mut rest = file;
    for number in 1.. {
        let (line, after) = rest.split_once('\n')?;
        match line.trim_end() {
            "---" => return Some(("---", number, after)),
            "+++" => return Some(("+++", number, after)),
            // A `#` may also be the first heading of a file without front matter: then no mark follows.
            line if line.trim_start().is_empty() || line.starts_with('#') => rest = after,
            _ => return None,
        }
    }
    None
}

/// Fields in YAML that stand below line `before`, or alone when that is 0. Of a key that is written twice the
/// last counts.
pub(super) fn yaml(text: &str, before: usize, oddities: &mut Oddities) -> Result<Fields, String> {
    let first = match parse_yaml(text, before) {
        Ok(fields) => return Ok(fields),
        Err(error) => error,
    };
    let repaired = repair(text);
    let fields = parse_yaml(&repaired, before).map_err(|_| first)?;
    oddities.note("front matter repaired");
    Ok(fields)
}

fn parse_yaml(text: &str, before: usize) -> Result<Fields, String> {
    let options = serde_saphyr::options! {
        duplicate_keys: serde_saphyr::DuplicateKeyPolicy::LastWins,
        leading_zero_numbers_as_strings: true,
        strict_booleans: true
    };
    let value: Option<Value> = serde_saphyr::from_str_with_options(text, options).map_err(|error| {
        let place = error.location().map_or_else(String::new, |at| {
            format!(", line {}, column {}", at.line() + before as u64, at.column())
        });
        let reason = error.without_snippet().to_string();
        let reason = reason.lines().next().unwrap_or_default().trim_end_matches('.');
        format!("The YAML cannot be read{place}: {reason}.")
    })?;
    match value {
        None | Some(Value::Null) => Ok(Fields::default()),
        Some(Value::Object(map)) => Ok(Fields::new(map)),
        Some(_) => Err("The YAML is not a list of named fields.".to_owned()),
    }
}

/// Quotes the plain values that break YAML and can only be meant as text: those with a colon and a space in
/// them, or that begin with a character which YAML reserves. Tabs before a key become spaces.
fn repair(text: &str) -> String {
    let mut repaired = String::with_capacity(text.len() + 16);
    for line in text.lines() {
        let line = if line.starts_with('\t') { line.replacen('\t', "  ", 1) } else { line.to_owned() };
        match line.split_once(": ") {
            Some((key, value)) if is_key(key) && needs_quotes(value.trim()) => {
                let _ = write!(repaired, "{key}: '{}'", value.trim().replace('\'', "''"));
            }
            _ => repaired.push_str(&line),
        }
        repaired.push('\n');
    }
    repaired
}

fn is_key(text: &str) -> bool {
    let word = text.trim();
    !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
}

fn needs_quotes(value: &str) -> bool {
    let first = value.chars().next();
    match first {
        None | Some('[' | '{' | '|' | '>' | '#' | '\'') => false,
        // A quotation that ends early: `"Reform" is on its way`.
        Some('"') => value.len() > 1 && !value.ends_with('"') && value.matches('"').count().is_multiple_of(2),
        Some('@' | '`' | '%' | '*' | '&' | '!') => true,
        Some(_) => value.contains(": ") || value.ends_with(':'),
    }
}

/// Fields in TOML that stand below line `before`.
fn toml(text: &str, before: usize) -> Result<Fields, String> {
    let table: toml::Table = toml::from_str(text).map_err(|error: toml::de::Error| {
        let start = error.span().map_or(0, |span| span.start).min(text.len());
        let head = text.get(..start).unwrap_or_default();
        let line = before + 1 + head.matches('\n').count();
        let column = head.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        format!("The TOML cannot be read, line {line}, column {column}: {}.", error.message())
    })?;
    Ok(Fields::new(table.into_iter().map(|(key, value)| (key, json(value))).collect()))
}

/// Dates become their RFC 3339 text, which is what YAML has in their place.
fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(flag) => flag.into(),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(values) => values.into_iter().map(json).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, value)| (key, json(value))).collect())
        }
    }
}

impl Fields {
    fn new(map: Map<String, Value>) -> Self {
        Self(map.into_iter().map(|(key, value)| (key.trim().to_lowercase(), value)).collect())
    }

    /// The names of the fields that say something.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let filled = |value: &Value| !value.is_null() && value.as_str() != Some("");
        self.0.iter().filter(move |(_, value)| filled(value)).map(|(name, _)| name.as_str())
    }

    /// The first of `names` that holds a text which is not blank. Numbers and switches count as their text.
    pub(super) fn text(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.0.get(*name).and_then(text))
    }

    /// The values of all of `names` in order. A single text is a list of its parts between commas.
    pub(super) fn list(&self, names: &[&str]) -> Vec<String> {
        let mut list = Vec::new();
        for name in names {
            match self.0.get(*name) {
                Some(Value::Array(values)) => list.extend(values.iter().filter_map(text)),
                Some(value) => {
                    let whole = text(value).unwrap_or_default();
                    let parts = whole.split(',').map(str::trim).filter(|part| !part.is_empty());
                    list.extend(parts.map(str::to_owned));
                }
                None => {}
            }
        }
        list
    }

    /// The texts below `name` when it is a list of fields itself: `featured_image: {uid, alt}`.
    pub(super) fn nested(&self, name: &str) -> Option<Self> {
        self.0.get(name)?.as_object().cloned().map(Self::new)
    }

    /// Whether `name` is switched on.
    pub(super) fn flag(&self, name: &str) -> bool {
        self.text(&[name]).is_some_and(|text| matches!(text.to_lowercase().as_str(), "true" | "yes" | "on"))
    }
}

fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        // An entry such as `- name: Jane Doe`.
        Value::Object(map) => return map.get("name").or_else(|| map.get("title")).and_then(text),
        Value::Null | Value::Array(_) => return None,
    };
    (!text.is_empty()).then_some(text)
}
