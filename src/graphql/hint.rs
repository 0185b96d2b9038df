//! What somebody may have meant by a name that the schema does not have.
//!
//! The library can tell too, but compares every name of a document with every name of the schema, however many these are and
//! however long. Here it is told of the first errors only.

use std::collections::HashMap;
use std::sync::LazyLock;

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{FieldDefinition, TypeKind, TypeSystemDefinition};

use crate::http::parameter::nearest;

/// The longest name that is compared.
const LONGEST: usize = 64;

/// Up to how many names are all told where none is near.
const FEW: usize = 20;

/// The names of each type: of its fields or values; and as `Type.field` those of the arguments of a field.
static NAMES: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    let document = parse_schema(super::sdl());
    for definition in document.map(|document| document.definitions).unwrap_or_default() {
        let TypeSystemDefinition::Type(definition) = definition else { continue };
        let name = &definition.node.name.node;
        let members = match &definition.node.kind {
            TypeKind::Object(object) => fields(&mut names, name, &object.fields),
            TypeKind::Interface(interface) => fields(&mut names, name, &interface.fields),
            TypeKind::Enum(values) => {
                values.values.iter().map(|value| value.node.value.node.to_string()).collect()
            }
            TypeKind::InputObject(input) => {
                input.fields.iter().map(|field| field.node.name.node.to_string()).collect()
            }
            TypeKind::Scalar | TypeKind::Union(_) => continue,
        };
        names.insert(name.to_string(), members);
    }
    names
});

type Fields = [async_graphql::Positioned<FieldDefinition>];

/// The names of the fields of a type. Those of their arguments are added.
fn fields(names: &mut HashMap<String, Vec<String>>, of: &str, fields: &Fields) -> Vec<String> {
    for field in fields {
        let arguments = field.node.arguments.iter().map(|argument| argument.node.name.node.to_string());
        names.insert(format!("{of}.{}", field.node.name.node), arguments.collect());
    }
    fields.iter().map(|field| field.node.name.node.to_string()).collect()
}

/// A sentence to follow what the library says of a name that is unknown, if there is one.
pub(super) fn of(message: &str) -> Option<String> {
    let (name, among) = unknown(message)?;
    let names: Vec<&str> = NAMES.get(&among)?.iter().map(String::as_str).collect();
    if name.len() > LONGEST {
        return None;
    }
    match nearest(name, &names) {
        Some(near) => Some(format!("Did you mean {near}?")),
        None if names.is_empty() => Some("It takes no arguments.".to_owned()),
        None if names.len() <= FEW => Some(format!("Possible are: {}.", names.join(", "))),
        None => None,
    }
}

/// The name that is not known, and among which it is none.
fn unknown(message: &str) -> Option<(&str, String)> {
    let quoted: Vec<&str> = message.split('"').skip(1).step_by(2).collect();
    Some(match *quoted.as_slice() {
        [name, of] if message.starts_with("Unknown field ") => (name, of.to_owned()),
        [name, field, of] if message.starts_with("Unknown argument ") => (name, format!("{of}.{field}")),
        [.., of, name] if message.contains("enumeration type ") => (name, of.to_owned()),
        [.., name, of] if message.contains("unknown field ") => (name, of.to_owned()),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_is_read_with_its_arguments() {
        assert!(NAMES["Article"].contains(&"title".to_owned()));
        assert!(NAMES["Query.articles"].contains(&"filter".to_owned()));
        assert!(NAMES["Sort"].contains(&"TITLE_ASC".to_owned()));
        assert!(NAMES["ArticleFilter"].contains(&"anyTag".to_owned()));
    }

    #[test]
    fn a_name_of_any_length_and_a_quote_in_it_are_no_harm() {
        let long = format!("Unknown field \"{}\" on type \"Article\".", "a".repeat(100_000));
        assert_eq!(of(&long), None);
        assert_eq!(of("Unknown field \"\"\" on type \"Article\"."), None);
        assert_eq!(of("Unknown field \"x\" on type \"Ship\"."), None);
    }
}
