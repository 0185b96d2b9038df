//! Blocks that Markdown cannot say: set aside while the text around them is parsed, then put where they
//! stood.
//!
//! A block leaves a marker in the text, made of two noncharacters that no text may hold and a number, so
//! nothing in a file can break out of it or forge it. A block inside a paragraph goes before the paragraph
//! when it began it, and behind it otherwise: no sentence is torn, no text lost.

use crate::domain::Body;
use crate::domain::body::{BlockContent, ListKind, Span, TextBlock, normalize_spans};

const START: char = '\u{FDD0}';
const END: char = '\u{FDD1}';
const BLANKS: [char; 3] = [' ', '\t', '\n'];

/// The blocks set aside.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    blocks: Vec<Option<BlockContent>>,
}

/// `text` without anything that could be taken for a marker.
pub(super) fn without_markers(text: &str) -> String {
    text.replace([START, END], "")
}

impl Shelf {
    /// Sets a block aside. What is returned stands in the text for it.
    pub(super) fn put(&mut self, block: BlockContent) -> String {
        self.blocks.push(Some(block));
        format!("{START}{}{END}", self.blocks.len() - 1)
    }

    /// The blocks of `body` with those set aside among them.
    pub(super) fn place(&mut self, body: &Body) -> Vec<BlockContent> {
        let mut placed = Vec::with_capacity(body.blocks().len());
        let mut behind_list = Vec::new();
        for block in body.blocks() {
            let numbered = matches!(&block.content, BlockContent::Text(TextBlock { list: Some(item), .. })
                if item.kind == ListKind::Number);
            if !numbered {
                self.move_to(&mut placed, &std::mem::take(&mut behind_list));
            }
            let mut markers = Markers::default();
            let content = markers.take_from(block.content.clone());
            self.move_to(&mut placed, &markers.before);
            placed.extend(content);
            if numbered {
                // A block between two items would make two lists of one, both numbered from 1.
                behind_list.append(&mut markers.after);
            } else {
                self.move_to(&mut placed, &markers.after);
            }
        }
        self.move_to(&mut placed, &behind_list);
        placed
    }

    /// The blocks whose markers were never met again, because the markup around them was dropped.
    pub(super) fn left_over(&mut self) -> Vec<BlockContent> {
        self.blocks.drain(..).flatten().collect()
    }

    fn move_to(&mut self, placed: &mut Vec<BlockContent>, numbers: &[usize]) {
        let blocks = numbers.iter().filter_map(|&number| self.blocks.get_mut(number)?.take());
        placed.extend(blocks);
    }
}

/// The markers in one block.
#[derive(Default)]
struct Markers {
    before: Vec<usize>,
    after: Vec<usize>,
    /// Whether text has been met.
    begun: bool,
    /// Whether the last span ended with a blank and a marker, so that the next one needs no blank in front.
    spaced: bool,
}

impl Markers {
    /// The content without its markers; `None` when nothing else was in it.
    fn take_from(&mut self, content: BlockContent) -> Option<BlockContent> {
        Some(match content {
            BlockContent::Text(mut text) => {
                text.spans = self.take_from_spans(text.spans);
                if text.spans.is_empty() {
                    return None;
                }
                BlockContent::Text(text)
            }
            BlockContent::Table(mut table) => {
                // A block cannot stand in a cell, nor tell which cell it stood in: it goes behind the table.
                self.begun = true;
                for cell in table.rows.iter_mut().flatten() {
                    *cell = self.take_from_spans(std::mem::take(cell));
                }
                BlockContent::Table(table)
            }
            BlockContent::Image(mut image) => {
                image.caption = image.caption.and_then(|caption| self.take_from_line(&caption));
                BlockContent::Image(image)
            }
            BlockContent::Embed(mut embed) => {
                embed.title = embed.title.and_then(|title| self.take_from_line(&title));
                BlockContent::Embed(embed)
            }
            BlockContent::PullQuote(mut quote) => {
                quote.text = self.take_from_line(&quote.text)?;
                quote.attribution = quote.attribution.and_then(|text| self.take_from_line(&text));
                BlockContent::PullQuote(quote)
            }
            content @ (BlockContent::FactBox(_) | BlockContent::Divider) => content,
        })
    }

    fn take_from_line(&mut self, text: &str) -> Option<String> {
        self.begun = true;
        let text = self.take_from_text(text);
        (!text.trim().is_empty()).then_some(text)
    }

    fn take_from_spans(&mut self, spans: Vec<Span>) -> Vec<Span> {
        if !spans.iter().any(|span| span.text.contains(START)) {
            self.begun = true;
            return spans;
        }
        let mut spans: Vec<Span> = spans
            .into_iter()
            .map(|span| Span { text: self.take_from_text(&span.text), marks: span.marks })
            .filter(|span| !span.text.is_empty())
            .collect();
        while let Some(last) = spans.last_mut() {
            last.text.truncate(last.text.trim_end_matches(BLANKS).len());
            if !last.text.is_empty() {
                break;
            }
            spans.pop();
        }
        normalize_spans(spans)
    }

    /// Takes the markers out of a text, and one of the two blanks around each.
    fn take_from_text(&mut self, text: &str) -> String {
        let mut taken = String::with_capacity(text.len());
        let mut rest = if std::mem::take(&mut self.spaced) { text.trim_start_matches(BLANKS) } else { text };
        while let Some((head, tail)) = rest.split_once(START) {
            taken.push_str(if self.begun { head } else { head.trim_start_matches(BLANKS) });
            self.begun |= !taken.is_empty();
            let (number, tail) = tail.split_once(END).unwrap_or(("", tail));
            if let Ok(number) = number.parse() {
                if self.begun { self.after.push(number) } else { self.before.push(number) }
            }
            let doubled = !self.begun || taken.ends_with(BLANKS);
            rest = if doubled { tail.trim_start_matches(BLANKS) } else { tail };
            self.spaced = doubled && rest.is_empty();
        }
        let rest = if self.begun { rest } else { rest.trim_start_matches(BLANKS) };
        self.begun |= !rest.is_empty();
        taken.push_str(rest);
        taken
    }
}
