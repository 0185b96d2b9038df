//! Objects of Portable Text: a `_key`, a `_type`, and the members that the type says.
//!
//! Members are read as they come once the type is known, which stands before all else where we write it. What serde derives sets
//! all members aside in any case, and once more where they are flattened into what has the key: half of what it cost to read
//! a body, and the places of errors with it.

use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, Visitor,
};
use serde_json::{Map, Value, map};

const KEY: &str = "_key";
const TYPE: &str = "_type";

/// What the type of an object tells from others.
pub(super) trait Tagged: Sized {
    /// The names of the types.
    type Name: DeserializeOwned;

    /// Reads the members of an object of a type.
    fn read<'de, D: Deserializer<'de>>(name: Self::Name, members: D) -> Result<Self, D::Error>;
}

/// Reads the key of an object, and its members by its type.
pub(super) fn keyed<'de, T: Tagged, D: Deserializer<'de>>(deserializer: D) -> Result<(String, T), D::Error> {
    deserializer.deserialize_map(Keyed(PhantomData))
}

struct Keyed<T>(PhantomData<T>);

impl<'de, T: Tagged> Visitor<'de> for Keyed<T> {
    type Value = (String, T);

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut rest: A) -> Result<(String, T), A::Error> {
        let (mut key, mut before) = (None, Map::new());
        while let Some(name) = rest.next_key::<String>()? {
            match name.as_str() {
                KEY if key.is_some() => return Err(A::Error::duplicate_field(KEY)),
                KEY => key = Some(rest.next_value()?),
                TYPE => {
                    let name = rest.next_value()?;
                    let members = Members { key: &mut key, before: before.into_iter(), value: None, rest };
                    let object = T::read(name, MapAccessDeserializer::new(members))?;
                    return key.map(|key| (key, object)).ok_or_else(|| A::Error::missing_field(KEY));
                }
                _ => {
                    if before.insert(name, rest.next_value()?).is_some() {
                        return Err(A::Error::custom("a member stands there twice"));
                    }
                }
            }
        }
        Err(A::Error::missing_field(TYPE))
    }
}

/// The members of an object but its key and its type.
struct Members<'k, A> {
    key: &'k mut Option<String>,
    /// Those that came before the type; ours come behind it.
    before: map::IntoIter,
    /// What belongs to the last name of these.
    value: Option<Value>,
    rest: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Members<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, mut seed: K) -> Result<Option<K::Value>, A::Error> {
        if let Some((name, value)) = self.before.next() {
            self.value = Some(value);
            return seed.deserialize(name.into_deserializer()).map(Some);
        }
        loop {
            seed = match self.rest.next_key_seed(Name(seed))? {
                None => return Ok(None),
                Some(Met::Member(name)) => return Ok(Some(name)),
                Some(Met::Key(seed)) => seed,
            };
            if self.key.replace(self.rest.next_value()?).is_some() {
                return Err(A::Error::duplicate_field(KEY));
            }
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.value.take() {
            Some(value) => seed.deserialize(value).map_err(A::Error::custom),
            None => self.rest.next_value_seed(seed),
        }
    }
}

/// Reads the name of a member as is wanted, unless it is that of the key.
struct Name<K>(K);

enum Met<K, V> {
    Key(K),
    Member(V),
}

impl<'de, K: DeserializeSeed<'de>> DeserializeSeed<'de> for Name<K> {
    type Value = Met<K, K::Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de, K: DeserializeSeed<'de>> Visitor<'de> for Name<K> {
    type Value = Met<K, K::Value>;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a name")
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<Self::Value, E> {
        if name == KEY {
            return Ok(Met::Key(self.0));
        }
        self.0.deserialize(name.into_deserializer()).map(Met::Member)
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::json;

    use super::super::shape;
    use super::*;

    #[derive(Debug, PartialEq, Eq)]
    enum Shape {
        Circle(Circle),
        Dot,
    }

    #[derive(Debug, PartialEq, Eq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Circle {
        radius: u32,
    }

    #[derive(Deserialize)]
    #[serde(variant_identifier, rename_all = "camelCase")]
    enum ShapeName {
        Circle,
        Dot,
    }

    impl Tagged for Shape {
        type Name = ShapeName;

        fn read<'de, D: Deserializer<'de>>(name: ShapeName, members: D) -> Result<Self, D::Error> {
            match name {
                ShapeName::Circle => Circle::deserialize(members).map(Self::Circle),
                ShapeName::Dot => serde::de::IgnoredAny::deserialize(members).map(|_| Self::Dot),
            }
        }
    }

    #[derive(Debug, PartialEq, Eq)]
    struct KeyedShape((String, Shape));

    impl<'de> Deserialize<'de> for KeyedShape {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            keyed(deserializer).map(Self)
        }
    }

    fn circle() -> KeyedShape {
        KeyedShape(("a".to_owned(), Shape::Circle(Circle { radius: 7 })))
    }

    #[test]
    fn members_may_stand_in_any_order() {
        for json in [
            r#"{"_key": "a", "_type": "circle", "radius": 7}"#,
            r#"{"_type": "circle", "_key": "a", "radius": 7}"#,
            r#"{"_type": "circle", "radius": 7, "_key": "a"}"#,
            r#"{"radius": 7, "_key": "a", "_type": "circle"}"#,
        ] {
            assert_eq!(serde_json::from_str::<KeyedShape>(json).expect(json), circle(), "{json}");
        }
    }

    #[test]
    fn no_member_stands_there_twice() {
        for json in [
            r#"{"_key": "a", "_key": "a", "_type": "dot"}"#,
            r#"{"_key": "a", "_type": "dot", "_key": "a"}"#,
            r#"{"radius": 7, "radius": 7, "_key": "a", "_type": "circle"}"#,
            r#"{"_key": "a", "_type": "circle", "radius": 7, "radius": 7}"#,
        ] {
            assert!(serde_json::from_str::<KeyedShape>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn what_is_wrong_has_its_place() {
        for (json, place) in [
            (json!({ "_key": "a", "_type": "circle", "radius": "7" }), "/radius"),
            (json!({ "_key": "a", "_type": "circle", "radius": 7, "colour": "red" }), "/colour"),
            (json!({ "_key": "a", "_type": "square" }), "/_type"),
            (json!({ "_key": 1, "_type": "dot" }), "/_key"),
            (json!({ "_type": "dot" }), "/_key"),
            (json!({ "_key": "a", "radius": 7 }), "/_type"),
            (json!("circle"), ""),
        ] {
            let (_, wrong) = shape::read::<KeyedShape>(json.clone());
            assert_eq!(wrong.first().map(|wrong| wrong.pointer.as_str()), Some(place), "{json}: {wrong:?}");
        }
    }
}
