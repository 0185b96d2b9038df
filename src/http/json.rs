//! JSON in which no name stands twice: of two values one would be lost, and nobody told.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::map::Entry;
use serde_json::{Map, Value};

/// Reads such JSON.
///
/// # Errors
/// What is wrong with it, and where, in words that call it `what`.
pub fn read(what: &str, text: &[u8]) -> Result<Value, String> {
    serde_json::from_slice(text).map(|Strict(value)| value).map_err(|error| {
        if error.is_data() {
            format!("In the {what} {error}. Leave out one of the two.")
        } else {
            format!("The {what} is not JSON: {error}.")
        }
    })
}

struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader).map(Self)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(Strict(item)) = items.next_element()? {
            array.push(item);
        }
        Ok(array.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some((name, Strict(value))) = members.next_entry::<String, _>()? {
            match object.entry(name) {
                Entry::Vacant(place) => drop(place.insert(value)),
                Entry::Occupied(member) => {
                    return Err(A::Error::custom(format_args!(
                        "{} stands twice in one object",
                        member.key()
                    )));
                }
            }
        }
        Ok(object.into())
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn what_is_read_is_what_was_written() {
        let text =
            br#" {"a": [null, true, -3, 18446744073709551615, 1.5, "\u0444"], "b": {"a": {}, "c": []}} "#;
        let value = read("body", text).expect("JSON");
        assert_eq!(value, serde_json::from_slice::<serde_json::Value>(text).expect("JSON"));
    }

    #[test]
    fn a_name_that_stands_twice_is_told() {
        for (text, says) in [
            (&br#"{"a": 1, "a": 1}"#[..], "In the body a stands twice in one object at line 1 column"),
            (br#"[{"a": {"b": 1, "c": 2, "b": 3}}]"#, "In the body b stands twice"),
            (br#"{"a": 1,}"#, "The body is not JSON: "),
            (br#"{"a": 1} {"#, "The body is not JSON: "),
            (b"\"\xff\"", "The body is not JSON: "),
            (br#"{"a": 1e999}"#, "The body is not JSON: "),
        ] {
            let told = read("body", text).expect_err("an error");
            assert!(told.starts_with(says), "{told}");
        }
    }
}
