//! Looking ahead: which relations a selection asks for.
//!
//! Fragments are followed whatever type they are on, so that a fragment on another type loads a little too
//! much, never too little.

use async_graphql::{SelectionField, Value};

use super::input::articles_ahead;
use crate::domain::page::Total;
use crate::domain::shape::{List, ListOf, Related};
use crate::domain::{Kind, PageRequest, Role, Shape};

/// The shape of the selection below `field`, whose entries are of `kind`. Edges and nodes are seen through.
pub(super) fn of(field: SelectionField<'_>, kind: Kind) -> async_graphql::Result<Shape> {
    let mut shape = Shape::bare();
    for child in field.selection_set() {
        match child.name() {
            "nodes" | "edges" | "node" => shape.merge(of(child, kind)?),
            "body" => body(&child, &mut shape)?,
            "bylines" => follow_through(&child, "author", Role::Byline, &mut shape)?,
            "factBoxes" => follow_through(&child, "factBox", Role::FactBox, &mut shape)?,
            "translationOf" => follow_through(&child, "article", Role::Translation, &mut shape)?,
            "section" | "parent" => shape.follow(Role::Section, of(child, Kind::Section)?),
            "tags" => shape.follow(Role::Tag, of(child, Kind::Tag)?),
            "leadImage" | "image" => shape.follow(Role::LeadImage, of(child, Kind::Image)?),
            "items" => items(&child, &mut shape)?,
            "translations" => {
                shape.merge(Shape { translations: Some(Box::new(of(child, kind)?)), ..Shape::bare() });
            }
            "articles" => articles(child, kind, &mut shape)?,
            "related" => shape.relate(related(&child)?),
            "relatedTags" => {
                shape.merge(Shape { related_tags: Some(size(&child)?), ..Shape::bare() });
            }
            "ancestors" => {
                shape.merge(Shape { ancestors: Some(Box::new(of(child, kind)?)), ..Shape::bare() });
            }
            // Where they stand is known from the body.
            "unavailable" => shape.merge(Shape { body: true, ..Shape::telling(true) }),
            _ => {}
        }
    }
    Ok(shape)
}

/// The shape of what stands behind the items of a list, in their field `name`.
pub(super) fn behind(field: SelectionField<'_>, name: &str, kind: Kind) -> async_graphql::Result<Shape> {
    let mut shape = Shape::bare();
    for path in [&["nodes", name][..], &["edges", "node", name]] {
        for entry in under(&field, path) {
            shape.merge(of(entry, kind)?);
        }
    }
    Ok(shape)
}

/// The shape of the entry in the field `name` of an object.
pub(super) fn behind_one(field: SelectionField<'_>, name: &str, kind: Kind) -> async_graphql::Result<Shape> {
    let mut shape = Shape::bare();
    for entry in under(&field, &[name]) {
        shape.merge(of(entry, kind)?);
    }
    Ok(shape)
}

/// The shape of the entries in the field `name` of every branch of a tree.
pub(super) fn in_tree(
    field: SelectionField<'_>,
    below: &str,
    name: &str,
    kind: Kind,
) -> async_graphql::Result<Shape> {
    let mut shape = behind_one(field, name, kind)?;
    for branch in under(&field, &[below]) {
        shape.merge(in_tree(branch, below, name, kind)?);
    }
    Ok(shape)
}

/// How exactly the length of the whole list is asked for.
pub(super) fn total(field: &SelectionField<'_>) -> Total {
    let selects = |name| field.selection_set().any(|child| child.name() == name);
    match () {
        () if selects("totalCount") => Total::Exact,
        () if selects("total") => Total::Estimate,
        () => Total::None,
    }
}

/// Whether it is asked for where a query stands in what it found.
pub(super) fn highlights(field: SelectionField<'_>) -> bool {
    !under(&field, &["edges", "highlights"]).is_empty()
}

/// The role in which articles refer to an entry of a kind, in its list of articles.
pub(super) const fn role_towards(kind: Kind) -> Role {
    match kind {
        Kind::Author => Role::Byline,
        Kind::FactBox => Role::FactBox,
        Kind::Section => Role::Section,
        Kind::Tag => Role::Tag,
        Kind::Image => Role::LeadImage,
        Kind::Article => Role::Related,
    }
}

fn articles(field: SelectionField<'_>, kind: Kind, shape: &mut Shape) -> async_graphql::Result<()> {
    let query = articles_ahead(&field, total(&field))?;
    let key = ListOf { role: role_towards(kind), query };
    let list = List { key, shape: of(field, Kind::Article)? };
    shape.merge(Shape { lists: vec![list], ..Shape::bare() });
    Ok(())
}

/// What is shared is a relation of the related article.
fn related(field: &SelectionField<'_>) -> async_graphql::Result<Related> {
    let mut shape = behind_one(*field, "article", Kind::Article)?;
    for (name, role) in [("sharedFactBoxes", Role::FactBox), ("sharedTags", Role::Tag)] {
        for shared in under(field, &["reasons", name]) {
            shape.follow(role, of(shared, role.target())?);
        }
    }
    Ok(Related { first: size(field)?, shape })
}

/// How many items a list without other pages may have, read ahead of its resolver.
fn size(field: &SelectionField<'_>) -> async_graphql::Result<u32> {
    let first = field.arguments()?.into_iter().find(|(name, _)| name == "first");
    let first = match first {
        Some((_, Value::Number(number))) => number.as_i64().unwrap_or_default(),
        _ => 0,
    };
    PageRequest::check_size("first", first).map_err(super::error::of)
}

/// A relation behind an object that says more about it: a byline's author, a shown fact box.
fn follow_through(
    field: &SelectionField<'_>,
    name: &str,
    role: Role,
    shape: &mut Shape,
) -> async_graphql::Result<()> {
    shape.follow(role, Shape::bare());
    for child in field.selection_set().filter(|child| child.name() == name) {
        shape.follow(role, of(child, role.target())?);
    }
    Ok(())
}

/// Rendering a fact needs the articles that it links to.
fn items(field: &SelectionField<'_>, shape: &mut Shape) -> async_graphql::Result<()> {
    shape.follow(Role::Related, Shape::bare());
    for child in field.selection_set().filter(|child| child.name() == "spans") {
        marks(&child, shape)?;
    }
    Ok(())
}

/// A body brings what it embeds; its typed blocks may ask for more of that.
fn body(field: &SelectionField<'_>, shape: &mut Shape) -> async_graphql::Result<()> {
    shape.body = true;
    for block in
        under(field, &["blocks"]).iter().flat_map(|blocks| blocks.selection_set().collect::<Vec<_>>())
    {
        match block.name() {
            "image" => shape.follow(Role::Image, of(block, Kind::Image)?),
            "factBox" => shape.follow(Role::FactBox, of(block, Kind::FactBox)?),
            "spans" => marks(&block, shape)?,
            "unavailable" => shape.merge(Shape::telling(true)),
            "rows" => under(&block, &["cells", "spans"]).iter().try_for_each(|spans| marks(spans, shape))?,
            _ => {}
        }
    }
    Ok(())
}

fn marks(spans: &SelectionField<'_>, shape: &mut Shape) -> async_graphql::Result<()> {
    if !under(spans, &["marks", "unavailable"]).is_empty() {
        shape.merge(Shape::telling(true));
    }
    for article in under(spans, &["marks", "article"]) {
        shape.follow(Role::Related, of(article, Kind::Article)?);
    }
    Ok(())
}

/// The fields that are reached by names, one below the other.
fn under<'a>(field: &SelectionField<'a>, path: &[&str]) -> Vec<SelectionField<'a>> {
    let Some((name, rest)) = path.split_first() else { return vec![*field] };
    let children: Vec<_> = field.selection_set().filter(|child| child.name() == *name).collect();
    children.iter().flat_map(|child| under(child, rest)).collect()
}
