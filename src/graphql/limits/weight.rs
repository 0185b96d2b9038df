//! How much a document asks for.
//!
//! A fragment is looked at once, however often it is spread, so that a small document that unfolds into millions
//! of fields is refused as quickly as any other. All arithmetic saturates.

use std::collections::HashMap;

use async_graphql::parser::types::{ExecutableDocument, Field, OperationDefinition, Selection, SelectionSet};
use async_graphql::{Name, Positioned, Value, Variables};

use super::{ALIASES, COST, FIELDS, FRAGMENTS, INTROSPECTION, LEVELS, ROOT_FIELDS};
use crate::domain::{Error, ErrorCode, Result};

/// What lists that are not paged, and bodies, are taken to hold.
const ASSUMED: &[(&str, u64)] = &[
    ("tags", 10),
    ("bylines", 5),
    ("factBoxes", 5),
    ("translations", 5),
    ("items", 10),
    ("blocks", 30),
    ("segments", 5),
    ("facts", 10),
    ("unavailable", 5),
    ("ancestors", 3),
    ("sectionTree", 10),
    ("children", 5),
];
/// What is computed for an answer counts for so many objects, besides those that it holds.
const COMPUTED: &[(&str, u64)] = &[
    ("body", 10),
    ("highlights", 10),
    ("relatedTags", 200),
    ("related", 300),
    ("sectionTree", 500),
    ("diff", 1_000),
];
/// What is computed once for a list, and not for each of its items.
const COMPUTED_ONCE: &[(&str, u64)] = &[("totalCount", 20)];
/// The arguments that say how many items a field has: a number, or a list of which each is one.
const SIZES: [&str; 4] = ["first", "last", "ids", "representations"];
/// The fields that answer questions about the schema.
const INTROSPECTIVE: [&str; 2] = ["__schema", "__type"];
/// The lists of types below which there are types again.
const LISTS_OF_TYPES: [&str; 4] = ["fields", "inputFields", "interfaces", "possibleTypes"];

/// How much a selection asks for, fragments unfolded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Weight {
    /// Objects in the answer.
    cost: u64,
    /// The same, of what the list that it is selected of has once.
    once: u64,
    fields: u64,
    aliases: u64,
    /// Fields at the top of the selection.
    width: u64,
    depth: u64,
    /// Lists of types below one another.
    lists: u64,
    /// The same, of questions about the schema alone.
    introspection: u64,
}

impl Weight {
    fn and(self, other: Self) -> Self {
        Self {
            cost: self.cost.saturating_add(other.cost),
            once: self.once.saturating_add(other.once),
            fields: self.fields.saturating_add(other.fields),
            aliases: self.aliases.saturating_add(other.aliases),
            width: self.width.saturating_add(other.width),
            depth: self.depth.max(other.depth),
            lists: self.lists.max(other.lists),
            introspection: self.introspection.max(other.introspection),
        }
    }
}

/// Checks everything that does not depend on variables, of every operation: validation goes into all of them.
///
/// # Errors
/// `TOO_COMPLEX`, naming the limit that is passed.
pub(in crate::graphql) fn check(document: &ExecutableDocument) -> Result<()> {
    let variables = Variables::default();
    for (_, operation) in document.operations.iter() {
        let weight = Walk::new(document, &operation.node, &variables).operation()?;
        let Weight { cost: _, once: _, fields, aliases, width, depth, lists: _, introspection } = weight;
        ROOT_FIELDS.check(width)?;
        FIELDS.check(fields)?;
        ALIASES.check(aliases)?;
        LEVELS.check(depth)?;
        INTROSPECTION.check(introspection)?;
    }
    Ok(())
}

/// The cost of an operation: one for each object that its answer can hold.
///
/// # Errors
/// `TOO_COMPLEX`, when it is more than may be.
pub(in crate::graphql) fn cost(
    document: &ExecutableDocument,
    operation: &OperationDefinition,
    variables: &Variables,
) -> Result<u64> {
    let Weight { cost, .. } = Walk::new(document, operation, variables).operation()?;
    COST.check(cost)?;
    Ok(cost)
}

struct Walk<'a> {
    document: &'a ExecutableDocument,
    operation: &'a OperationDefinition,
    variables: &'a Variables,
    known: HashMap<&'a Name, Weight>,
    /// The fragments that are being looked at: one that contains itself is refused.
    open: Vec<&'a Name>,
}

impl<'a> Walk<'a> {
    fn new(
        document: &'a ExecutableDocument,
        operation: &'a OperationDefinition,
        variables: &'a Variables,
    ) -> Self {
        Self { document, operation, variables, known: HashMap::new(), open: Vec::new() }
    }

    fn operation(mut self) -> Result<Weight> {
        self.selections(&self.operation.selection_set.node)
    }

    fn selections(&mut self, selections: &'a SelectionSet) -> Result<Weight> {
        selections.items.iter().try_fold(Weight::default(), |sum, Positioned { node, .. }| {
            let weight = match node {
                Selection::Field(field) => self.field(&field.node)?,
                Selection::FragmentSpread(spread) => self.fragment(&spread.node.fragment_name.node)?,
                Selection::InlineFragment(fragment) => self.selections(&fragment.node.selection_set.node)?,
            };
            Ok(sum.and(weight))
        })
    }

    fn fragment(&mut self, name: &'a Name) -> Result<Weight> {
        if let Some(weight) = self.known.get(name) {
            return Ok(*weight);
        }
        if self.open.contains(&name) {
            let detail = format!("The fragment {name} contains itself.");
            return Err(Error::new(ErrorCode::MalformedRequest, detail));
        }
        FRAGMENTS.check(self.open.len() as u64 + 1)?;
        // A fragment that is not there is an error of validation, which says more about it.
        let Some(fragment) = self.document.fragments.get(name) else { return Ok(Weight::default()) };
        self.open.push(name);
        let weight = self.selections(&fragment.node.selection_set.node)?;
        self.open.pop();
        self.known.insert(name, weight);
        Ok(weight)
    }

    fn field(&mut self, field: &'a Field) -> Result<Weight> {
        let below = self.selections(&field.selection_set.node)?;
        let name = field.name.node.as_str();
        let is_object = u64::from(!field.selection_set.node.items.is_empty());
        let each = below.cost.saturating_add(is_object);
        let lists = below.lists + u64::from(LISTS_OF_TYPES.contains(&name));
        let items = each.saturating_mul(self.multiplier(field));
        Ok(Weight {
            cost: items.saturating_add(below.once).saturating_add(of(COMPUTED, name).unwrap_or(0)),
            once: of(COMPUTED_ONCE, name).unwrap_or(0),
            fields: below.fields.saturating_add(1),
            aliases: below.aliases.saturating_add(u64::from(field.alias.is_some())),
            width: 1,
            depth: below.depth.saturating_add(1),
            lists,
            introspection: if INTROSPECTIVE.contains(&name) { lists } else { below.introspection },
        })
    }

    /// How many items a field can have, as far as its arguments say so.
    fn multiplier(&self, field: &Field) -> u64 {
        let number = |name: &str| {
            self.argument(field, name).and_then(|value| match value {
                Value::Number(number) => number.as_u64(),
                Value::List(list) => Some(list.len() as u64),
                _ => None,
            })
        };
        let asked = SIZES.into_iter().find_map(number);
        asked.or_else(|| of(ASSUMED, &field.name.node)).unwrap_or(1).max(1)
    }

    fn argument(&self, field: &Field, name: &str) -> Option<Value> {
        let value = field.get_argument(name)?;
        value
            .node
            .clone()
            .into_const_with(|variable| {
                let given = self.variables.get(&variable).cloned();
                Ok::<_, ()>(given.or_else(|| self.default_of(&variable)).unwrap_or_default())
            })
            .ok()
    }

    fn default_of(&self, variable: &Name) -> Option<Value> {
        let definition = self
            .operation
            .variable_definitions
            .iter()
            .find(|definition| definition.node.name.node == *variable)?;
        definition.node.default_value.as_ref().map(|value| value.node.clone())
    }
}

fn of(table: &[(&str, u64)], name: &str) -> Option<u64> {
    table.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(text: &str) -> Result<()> {
        check(&async_graphql::parser::parse_query(text).expect("a document"))
    }

    fn refused(text: &str, says: &str) {
        let error = checked(text).expect_err(says);
        assert!(error.detail.contains(says), "{}", error.detail);
    }

    /// A field so many times, each under a name of its own.
    fn aliased(times: usize, field: &str) -> String {
        (0..times).map(|index| format!("a{index}: {field}")).collect::<Vec<_>>().join(" ")
    }

    /// Fragments, each of which spreads the next so many times. The last selects a field.
    fn bomb(fragments: usize, spreads: usize) -> String {
        let each = |index: usize| {
            let spread = format!("...f{} ", index + 1).repeat(spreads);
            format!(" fragment f{index} on Section {{ {spread} }}")
        };
        let chain: String = (1..fragments).map(each).collect();
        format!("{chain} fragment f{fragments} on Section {{ id }}")
    }

    /// 60²⁸ fields in twenty kilobytes: whoever went into a fragment as often as it is spread would never come back.
    #[test]
    fn fragments_that_unfold_without_end_are_looked_at_once() {
        for (fragments, spreads) in [(22, 2), (28, 2), (4, 60), (28, 60)] {
            let bomb = bomb(fragments, spreads);
            refused(&format!("{{ section(slug: \"a\") {{ ...f1 }} }} {bomb}"), "fields; at most 2000");
            refused(
                &format!("query A {{ a: __typename }} query B {{ section {{ ...f1 }} }} {bomb}"),
                "fields",
            );
        }
    }

    #[test]
    fn a_list_is_counted_once_and_its_items_each() {
        let cost_of = |text: &str| {
            let document = async_graphql::parser::parse_query(text).expect("a document");
            let operation = document.operations.iter().next().expect("an operation").1.node.clone();
            cost(&document, &operation, &Variables::default()).expect("a cost")
        };
        let below = |selected: &str| {
            format!("{{ sections(first: 20) {{ nodes {{ articles(first: 50) {{ {selected} }} }} }} }}")
        };
        assert_eq!(cost_of(&below("nodes { id }")), 2_040);
        assert_eq!(cost_of(&below("totalCount nodes { id }")), 2_040 + 20 * 20);
    }

    #[test]
    fn root_fields_count_where_fragments_hide_them() {
        let hidden = aliased(31, "__typename");
        refused(&format!("{{ ...R }} fragment R on Query {{ {hidden} }}"), "31 root fields");
        refused(&format!("{{ ... {{ ... {{ {hidden} }} }} }}"), "31 root fields");
    }

    #[test]
    fn aliases_count_as_often_as_their_fragment_is_spread() {
        let aliases = aliased(20, "id");
        let spread = |times: usize| {
            let tags = "tags { ...T } ".repeat(times);
            format!("{{ article {{ {tags} }} }} fragment T on Tag {{ {aliases} }}")
        };
        assert_eq!(checked(&spread(10)), Ok(()));
        refused(&spread(11), "220 aliases");
    }

    /// Each list of fields of the types of fields multiplies the answer by the size of the schema.
    #[test]
    fn introspection_may_not_go_round_in_circles() {
        let circles = |times: usize| {
            let inner =
                (0..times).fold("name".to_owned(), |inner, _| format!("fields {{ type {{ {inner} }} }}"));
            format!("{{ __schema {{ types {{ {inner} }} }} }}")
        };
        assert_eq!(checked(&circles(2)), Ok(()));
        refused(&circles(3), "3 lists inside lists of introspection");
        refused(
            "{ __type(name: \"A\") { ...A } } fragment A on __Type { fields { type { ...B } } } \
             fragment B on __Type { possibleTypes { fields { type { name } } } }",
            "introspection",
        );
        assert_eq!(checked("{ a { fields { fields { fields { fields { fields } } } } } }"), Ok(()));
    }
}
