//! What a document may cost, computed before anything is executed.
//!
//! A fragment is looked at once, however often it is spread, so that a small document that unfolds into millions
//! of fields is refused as quickly as any other. All arithmetic saturates.

use std::collections::HashMap;

use async_graphql::parser::types::{ExecutableDocument, Field, OperationDefinition, Selection, SelectionSet};
use async_graphql::{Name, Positioned, Value, Variables};

use crate::domain::{Error, ErrorCode, Result};

/// The most entries and objects that one answer may hold.
pub(super) const MAX_COST: u64 = 10_000;
/// The most fields, fragments unfolded.
const MAX_FIELDS: u64 = 2_000;
/// The deepest nesting, fragments unfolded.
const MAX_DEPTH: u64 = 20;
/// The most fields of the root: each is read for itself.
const MAX_ROOT_FIELDS: u64 = 30;
/// The longest document, in bytes.
pub(super) const MAX_BYTES: usize = 100_000;
/// The longest chain of fragments that spread one another.
const MAX_FRAGMENTS: usize = 30;
/// What lists that are not paged, and bodies, are taken to hold.
const ASSUMED: &[(&str, u64)] = &[
    ("tags", 10),
    ("bylines", 5),
    ("factBoxes", 5),
    ("translations", 5),
    ("items", 10),
    ("blocks", 30),
    ("body", 10),
    ("segments", 5),
    ("facts", 10),
    ("unavailable", 5),
    ("ancestors", 3),
    ("sectionTree", 10),
    ("children", 5),
];
/// What is computed for an answer counts for so many objects, besides those that it holds.
const COMPUTED: &[(&str, u64)] =
    &[("diff", 1_000), ("related", 300), ("relatedTags", 200), ("sectionTree", 500)];
/// The deepest nesting of brackets that is given to the parser.
const MAX_BRACKETS: usize = 100;

/// What a selection costs.
#[derive(Clone, Copy, Debug, Default)]
struct Weight {
    cost: u64,
    fields: u64,
    depth: u64,
}

/// Refuses text that would be too much for the parser.
pub(super) fn check_text(text: &str) -> Result<()> {
    if text.len() > MAX_BYTES {
        let detail = format!("The document has {} bytes; at most {MAX_BYTES} are allowed.", text.len());
        return Err(Error::new(ErrorCode::TooLarge, detail));
    }
    let (mut open, mut deepest) = (0_usize, 0);
    for byte in text.bytes() {
        match byte {
            b'{' | b'[' | b'(' => open += 1,
            b'}' | b']' | b')' => open = open.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(open);
    }
    if deepest > MAX_BRACKETS {
        return Err(too_complex("brackets inside brackets", deepest as u64, MAX_BRACKETS as u64));
    }
    Ok(())
}

/// The cost of an operation: one for each object that its answer can hold.
///
/// # Errors
/// `TOO_COMPLEX`, naming the limit that is passed.
pub(super) fn cost(
    document: &ExecutableDocument,
    operation: &OperationDefinition,
    variables: &Variables,
) -> Result<u64> {
    let mut walk = Walk { document, operation, variables, known: HashMap::new(), open: Vec::new() };
    let selections = &operation.selection_set.node;
    let weight = walk.selections(selections)?;
    let root_fields = root_fields(selections);
    for (what, value, limit) in [
        ("fields of the root", root_fields, MAX_ROOT_FIELDS),
        ("fields", weight.fields, MAX_FIELDS),
        ("levels", weight.depth, MAX_DEPTH),
        ("objects in the answer", weight.cost, MAX_COST),
    ] {
        if value > limit {
            return Err(too_complex(what, value, limit));
        }
    }
    Ok(weight.cost)
}

fn too_complex(what: &str, value: u64, limit: u64) -> Error {
    let value = if value == u64::MAX { "countless".to_owned() } else { value.to_string() };
    Error::new(ErrorCode::TooComplex, format!("The query has {value} {what}; at most {limit} are allowed."))
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
    fn selections(&mut self, selections: &'a SelectionSet) -> Result<Weight> {
        let mut sum = Weight::default();
        for Positioned { node, .. } in &selections.items {
            let weight = match node {
                Selection::Field(field) => self.field(&field.node)?,
                Selection::FragmentSpread(spread) => self.fragment(&spread.node.fragment_name.node)?,
                Selection::InlineFragment(fragment) => self.selections(&fragment.node.selection_set.node)?,
            };
            sum.cost = sum.cost.saturating_add(weight.cost);
            sum.fields = sum.fields.saturating_add(weight.fields);
            sum.depth = sum.depth.max(weight.depth);
        }
        Ok(sum)
    }

    fn fragment(&mut self, name: &'a Name) -> Result<Weight> {
        if let Some(weight) = self.known.get(name) {
            return Ok(*weight);
        }
        if self.open.len() >= MAX_FRAGMENTS {
            return Err(too_complex(
                "fragments inside fragments",
                self.open.len() as u64 + 1,
                MAX_FRAGMENTS as u64,
            ));
        }
        if self.open.contains(&name) {
            let detail = format!("The fragment {name} contains itself.");
            return Err(Error::new(ErrorCode::MalformedRequest, detail));
        }
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
        let is_object = u64::from(!field.selection_set.node.items.is_empty());
        let each = below.cost.saturating_add(is_object);
        Ok(Weight {
            cost: each.saturating_mul(self.multiplier(field)).saturating_add(computed(field)),
            fields: below.fields.saturating_add(1),
            depth: below.depth.saturating_add(1),
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
        let asked = ["first", "last", "ids"].into_iter().find_map(number);
        let assumed =
            || ASSUMED.iter().find(|(name, _)| *name == field.name.node.as_str()).map(|(_, size)| *size);
        asked.or_else(assumed).unwrap_or(1).max(1)
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

fn computed(field: &Field) -> u64 {
    COMPUTED.iter().find(|(name, _)| *name == field.name.node.as_str()).map_or(0, |(_, cost)| *cost)
}

/// The fields of the root, fragments unfolded one level: what lies deeper is counted with all fields.
fn root_fields(selections: &SelectionSet) -> u64 {
    let count = |Positioned { node, .. }: &Positioned<Selection>| match node {
        Selection::InlineFragment(fragment) => fragment.node.selection_set.node.items.len(),
        Selection::Field(_) | Selection::FragmentSpread(_) => 1,
    };
    selections.items.iter().map(count).fold(0, |sum, count| sum.saturating_add(count as u64))
}
