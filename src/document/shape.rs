//! Reading JSON into the types of documents, and every member that is of another type than it must be.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::domain::FieldError;

/// The most members that are named; whoever has more of them has sent something else altogether.
const MAX_WRONG: usize = 20;

/// How often it is tried to go on.
const MAX_STEPS: usize = 3 * MAX_WRONG;

/// Reads a document. Where something does not fit, its place is noted, and something that fits is put there, so that what
/// lies behind it is looked at too. There is no document when nothing fits.
pub(super) fn read<D: DeserializeOwned>(mut json: Value) -> (Option<D>, Vec<FieldError>) {
    let mut wrong: Vec<FieldError> = Vec::new();
    for _ in 0..MAX_STEPS {
        let misfit = match try_to_read(&json) {
            Ok(document) => return (Some(document), wrong),
            Err(misfit) => misfit,
        };
        let place = misfit.pointer.clone();
        // What is put somewhere may itself lack something, and that is nobody's mistake.
        if !wrong.iter().any(|known| is_at(&place, &known.pointer)) {
            wrong.push(misfit);
        }
        if wrong.len() == MAX_WRONG || !mend::<D>(&mut json, &place) {
            break;
        }
    }
    (None, wrong)
}

fn try_to_read<D: DeserializeOwned>(json: &Value) -> Result<D, FieldError> {
    serde_path_to_error::deserialize(json).map_err(|error| {
        let message = error.inner().to_string();
        let mut pointer: String = error.path().iter().map(segment).collect();
        // Of a member that is not there only the object around it is known as a place.
        if let Some(missing) = missing(&message) {
            pointer.extend(["/", missing]);
        }
        // What our types are called means nothing outside.
        let message = match message.split_once("expected struct ") {
            Some((before, _)) => format!("{before}expected an object"),
            None => message,
        };
        FieldError { pointer, detail: format!("The content is not valid: {message}.") }
    })
}

fn missing(message: &str) -> Option<&str> {
    message.strip_prefix("missing field `")?.strip_suffix('`')
}

fn segment(segment: &serde_path_to_error::Segment) -> String {
    use serde_path_to_error::Segment;
    match segment {
        Segment::Seq { index } => format!("/{index}"),
        Segment::Map { key } => format!("/{}", escaped(key)),
        Segment::Enum { .. } | Segment::Unknown => String::new(),
    }
}

/// RFC 6901.
fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// Takes away what stands at a place, or puts something else there, until it is no longer what does not fit.
fn mend<D: DeserializeOwned>(json: &mut Value, place: &str) -> bool {
    let Some((around, key)) = place.rsplit_once('/') else { return false };
    let Some(around) = json.pointer(around).map(|_| around.to_owned()) else { return false };
    let key = key.replace("~1", "/").replace("~0", "~");
    let stand_ins = [
        None,
        Some(Value::Null),
        Some(json!("")),
        Some(json!([])),
        Some(json!({})),
        Some(json!(0)),
        Some(json!(false)),
    ];
    stand_ins.into_iter().any(|stand_in| {
        let Some(around) = json.pointer_mut(&around) else { return false };
        put(around, &key, stand_in)
            && try_to_read::<D>(json).map_or_else(|next| next.pointer != place, |_| true)
    })
}

/// Puts something at a key, or nothing. The places behind an item of an array would move if it were taken away.
fn put(around: &mut Value, key: &str, value: Option<Value>) -> bool {
    match (around, value) {
        (Value::Object(members), None) => members.shift_remove(key).is_some(),
        (Value::Object(members), Some(value)) => {
            members.insert(key.to_owned(), value);
            true
        }
        (Value::Array(items), Some(value)) => {
            match key.parse().ok().and_then(|index: usize| items.get_mut(index)) {
                Some(item) => {
                    *item = value;
                    true
                }
                None => false,
            }
        }
        _ => false,
    }
}

/// Whether a pointer leads to a place, or to something inside it.
pub(super) fn is_at(pointer: &str, place: &str) -> bool {
    pointer.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "it is only read")]
    struct Page {
        title: String,
        size: u32,
        is_open: bool,
        parts: Vec<Part>,
        names: BTreeMap<String, String>,
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "it is only read")]
    struct Part {
        text: String,
    }

    #[test]
    fn all_members_that_do_not_fit_are_named() {
        let json = json!({
            "titel": "One", "size": -1, "is_open": "yes", "names": { "a/b": 1 },
            "parts": [{ "text": 1 }, { "text": "two" }, 3, {}],
        });
        let (page, wrong) = read::<Page>(json);
        let mut places: Vec<_> = wrong.iter().map(|wrong| wrong.pointer.as_str()).collect();
        places.sort_unstable();
        let expected = [
            "/is_open",
            "/names/a~1b",
            "/parts/0/text",
            "/parts/2",
            "/parts/3/text",
            "/size",
            "/titel",
            "/title",
        ];
        assert_eq!(places, expected);
        assert!(page.is_some());
    }

    #[test]
    fn what_is_no_document_at_all_is_one_mistake() {
        for json in [json!(1), json!([]), json!("x"), json!(null)] {
            let (page, wrong) = read::<Page>(json);
            assert!(page.is_none());
            assert!(wrong.len() <= 2, "{wrong:?}");
        }
    }

    #[test]
    fn of_countless_mistakes_some_are_named() {
        let parts: Vec<Value> = (0..10_000).map(Value::from).collect();
        let (page, wrong) =
            read::<Page>(json!({ "title": "", "size": 0, "is_open": true, "parts": parts, "names": {} }));
        assert!(page.is_none());
        assert_eq!(wrong.len(), MAX_WRONG);
    }
}
