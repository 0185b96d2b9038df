//! How blocks hang together: which of them make one quotation, and which make one list.

use crate::domain::body::{Block, BlockContent, ListItem, Style, TextBlock};
use crate::domain::spacing::is_blank;

/// What a format writes as one piece.
pub(super) enum Part<'a> {
    /// The paragraphs of one quotation.
    Quote(Vec<&'a TextBlock>),
    /// List items, whatever their level and kind.
    List(Vec<(ListItem, &'a TextBlock)>),
    /// A block that stands for itself.
    Single(&'a BlockContent),
}

/// The parts of a body. Text blocks without any text are nobody's part.
pub(super) fn parts(blocks: &[Block]) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    for Block { key: _, content } in blocks {
        let BlockContent::Text(text) = content else {
            parts.push(Part::Single(content));
            continue;
        };
        if is_blank(&text.spans) {
            continue;
        }
        match (text.list, text.style, parts.last_mut()) {
            (Some(item), _, Some(Part::List(items))) => items.push((item, text)),
            (Some(item), _, _) => parts.push(Part::List(vec![(item, text)])),
            (None, Style::Blockquote, Some(Part::Quote(paragraphs))) => paragraphs.push(text),
            (None, Style::Blockquote, _) => parts.push(Part::Quote(vec![text])),
            (None, Style::Normal | Style::H2 | Style::H3 | Style::H4, _) => {
                parts.push(Part::Single(content));
            }
        }
    }
    parts
}
