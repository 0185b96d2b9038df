//! What is left of a body when some of what it refers to cannot be shown.

use super::{Block, BlockContent, Mark, Mode, Span, Table, TextBlock};
use crate::domain::Id;

/// Tells of an entry that a text refers to whether it can be shown.
pub trait Shows {
    /// Whether an image can be.
    fn image(&self, id: Id) -> bool;
    /// Whether a fact box can be, as the text holds it.
    fn fact_box(&self, id: Id, mode: Mode) -> bool;
    /// Whether an article can be linked to.
    fn article(&self, id: Id) -> bool;
}

/// The blocks that can be shown. Links to what cannot be become plain text: not even the id of a draft gets out.
#[must_use]
pub fn blocks(blocks: &[Block], shows: &impl Shows) -> Vec<Block> {
    let left =
        |Block { key, content }: &Block| Some(Block { key: key.clone(), content: block(content, shows)? });
    blocks.iter().filter_map(left).collect()
}

/// Text whose links lead somewhere.
#[must_use]
pub fn spans(spans: &[Span], shows: &impl Shows) -> Vec<Span> {
    let leads = |mark: &Mark| match mark {
        Mark::InternalLink(id) => shows.article(*id),
        _ => true,
    };
    let left = |Span { text, marks }: &Span| Span {
        text: text.clone(),
        marks: marks.iter().filter(|mark| leads(mark)).cloned().collect(),
    };
    spans.iter().map(left).collect()
}

fn block(content: &BlockContent, shows: &impl Shows) -> Option<BlockContent> {
    Some(match content {
        BlockContent::Text(TextBlock { style, list, spans: text }) => {
            BlockContent::Text(TextBlock { style: *style, list: *list, spans: spans(text, shows) })
        }
        BlockContent::Table(Table { header, rows }) => {
            let row = |row: &Vec<Vec<Span>>| row.iter().map(|cell| spans(cell, shows)).collect();
            BlockContent::Table(Table { header: *header, rows: rows.iter().map(row).collect() })
        }
        BlockContent::Image(image) if !shows.image(image.image) => return None,
        BlockContent::FactBox(fact_box) if !shows.fact_box(fact_box.fact_box, fact_box.mode) => return None,
        BlockContent::Image(_)
        | BlockContent::FactBox(_)
        | BlockContent::Embed(_)
        | BlockContent::PullQuote(_)
        | BlockContent::Divider => content.clone(),
    })
}
