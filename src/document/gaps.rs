//! Portable Text in which something stands where a reference leads nowhere.

use serde_json::{Value, json};

use super::body::block_to_json;
use super::rich_text::spans_to_json;
use crate::domain::body::{Block, BlockContent, FactBoxBlock, Span};
use crate::domain::{Gap, Link, Role};

/// What stands for a reference; `None` leaves it as it is.
type Gaps<'a> = &'a dyn Fn(&Link) -> Option<Gap>;

/// Blocks as the JSON of Portable Text, with what stands for references in `ref`.
#[must_use]
pub fn blocks_with_gaps(blocks: &[Block], gaps: Gaps<'_>) -> Value {
    blocks.iter().map(|block| with_gaps(block, gaps)).collect()
}

/// Spans as the JSON of Portable Text, of which the same holds.
#[must_use]
pub fn spans_with_gaps(spans: &[Span], gaps: Gaps<'_>) -> Value {
    let mut text = spans_to_json(spans);
    in_text(&mut text, gaps);
    text
}

fn with_gaps(block: &Block, gaps: Gaps<'_>) -> Value {
    let mut json = block_to_json(block);
    match &block.content {
        // What is said of a picture that is not shown is not said either.
        BlockContent::Image(image) => {
            if put(&mut json, &Link::to(Role::Image, image.image), gaps)
                && let Some(members) = json.as_object_mut()
            {
                members.shift_remove("caption");
            }
        }
        BlockContent::FactBox(FactBoxBlock { fact_box, mode }) => {
            let link = Link { role: Role::FactBox, target: *fact_box, pin: mode.pin() };
            let _ = put(&mut json, &link, gaps);
        }
        BlockContent::Text(_) => in_text(&mut json, gaps),
        BlockContent::Table(_) => {
            let rows = json["rows"].as_array_mut().into_iter().flatten();
            let cells = rows.filter_map(|row| row["cells"].as_array_mut()).flatten();
            cells.for_each(|cell| in_text(cell, gaps));
        }
        BlockContent::Embed(_) | BlockContent::PullQuote(_) | BlockContent::Divider => {}
    }
    json
}

/// Links to articles are the mark definitions that have a reference.
fn in_text(text: &mut Value, gaps: Gaps<'_>) {
    for definition in text["markDefs"].as_array_mut().into_iter().flatten() {
        if let Some(target) = definition.get("ref").and_then(Value::as_str).and_then(|id| id.parse().ok()) {
            let _ = put(definition, &Link::to(Role::Related, target), gaps);
        }
    }
}

/// Whether something stands there.
fn put(json: &mut Value, link: &Link, gaps: Gaps<'_>) -> bool {
    let Some(gap) = gaps(link) else { return false };
    json["ref"] = to_json(gap);
    true
}

fn to_json(gap: Gap) -> Value {
    let Gap { kind, state } = gap;
    state.map_or(Value::Null, |state| json!({ "unavailable": state.as_str(), "kind": kind.as_str() }))
}
