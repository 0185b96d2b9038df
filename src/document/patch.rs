//! Whole documents, and changes to them: JSON Merge Patch (RFC 7396).

use serde_json::Value;

use super::{Document, accept, encode};
use crate::domain::{AnyContent, Error, ErrorCode, Result};
use crate::parse::Recognize;

/// Content as one JSON object, in the form that [`accept`] reads: the body of an article is in it.
pub fn whole(content: &AnyContent) -> Result<Value> {
    let Document { content, body } = encode(content)?;
    let parse = |text: &str| serde_json::from_str::<Value>(text).map_err(Error::internal);
    let mut document = parse(&content)?;
    if let (Value::Object(members), Some(body)) = (&mut document, body) {
        members.remove("embeds");
        members.insert("body".to_owned(), parse(&body)?);
    }
    Ok(document)
}

/// Content changed by a merge patch: members that are named replace those of the same name, objects member by member;
/// null removes. Arrays, a body among them, are replaced as a whole.
pub fn patched(content: &AnyContent, patch: Value, recognize: &mut dyn Recognize) -> Result<AnyContent> {
    if !patch.is_object() {
        return Err(Error::new(
            ErrorCode::MalformedRequest,
            "A change is a JSON object: a merge patch of RFC 7396.",
        ));
    }
    let mut document = whole(content)?;
    // A body in another format is no change to the blocks, but takes their place.
    if patch.get("body").is_some_and(Value::is_object) {
        document.as_object_mut().map(|members| members.remove("body"));
    }
    merge(&mut document, patch);
    accept(content.kind(), document, recognize)
}

/// The algorithm of RFC 7396 §2.
fn merge(target: &mut Value, patch: Value) {
    let Value::Object(patch) = patch else {
        *target = patch;
        return;
    };
    if !target.is_object() {
        *target = Value::Object(serde_json::Map::new());
    }
    let Value::Object(members) = target else { return };
    for (name, value) in patch {
        if value.is_null() {
            members.shift_remove(&name);
        } else {
            merge(members.entry(name).or_insert(Value::Null), value);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    /// The examples of RFC 7396, appendix A.
    #[test]
    fn the_examples_of_the_standard_hold() {
        let cases: Vec<(Value, Value, Value)> = vec![
            (json!({"a":"b"}), json!({"a":"c"}), json!({"a":"c"})),
            (json!({"a":"b"}), json!({"b":"c"}), json!({"a":"b","b":"c"})),
            (json!({"a":"b"}), json!({"a":null}), json!({})),
            (json!({"a":"b","b":"c"}), json!({"a":null}), json!({"b":"c"})),
            (json!({"a":["b"]}), json!({"a":"c"}), json!({"a":"c"})),
            (json!({"a":"c"}), json!({"a":["b"]}), json!({"a":["b"]})),
            (json!({"a":{"b":"c"}}), json!({"a":{"b":"d","c":null}}), json!({"a":{"b":"d"}})),
            (json!({"a":[{"b":"c"}]}), json!({"a":[1]}), json!({"a":[1]})),
            (json!(["a", "b"]), json!(["c", "d"]), json!(["c", "d"])),
            (json!({"a":"b"}), json!(["c"]), json!(["c"])),
            (json!({"a":"foo"}), json!(null), json!(null)),
            (json!({"e":null}), json!({"a":1}), json!({"e":null,"a":1})),
            (json!([1, 2]), json!({"a":"b","c":null}), json!({"a":"b"})),
            (json!({}), json!({"a":{"bb":{"ccc":null}}}), json!({"a":{"bb":{}}})),
        ];
        for (mut target, patch, result) in cases {
            super::merge(&mut target, patch.clone());
            assert_eq!(target, result, "{patch}");
        }
    }
}
