//! Fact boxes: what a boxed text of an article becomes. Every list item and paragraph is one fact.

use crate::domain::body::{BlockContent, Mark, Span, Style, Table, TextBlock, normalize_spans, plain_text};
use crate::domain::fact_box::Fact;
use crate::import::plain::one_line;

/// A boxed text taken apart.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// The title that the text itself begins with.
    pub(super) title: Option<String>,
    /// The facts in reading order.
    pub(super) facts: Vec<Fact>,
    /// What cannot be part of a fact, such as pictures.
    pub(super) others: Vec<BlockContent>,
}

/// Takes the blocks of a boxed text apart. When the box has a title of its own, no line is taken for one.
pub(super) fn take_apart(blocks: Vec<BlockContent>, titled: bool) -> Parts {
    let mut parts = Parts::default();
    let texts = blocks.iter().filter(|block| matches!(block, BlockContent::Text(_))).count();
    for block in blocks {
        match block {
            // A box of one line is a fact, not a title with nothing below.
            BlockContent::Text(text)
                if !titled
                    && texts > 1
                    && parts.title.is_none()
                    && parts.facts.is_empty()
                    && is_title(&text) =>
            {
                parts.title = Some(one_line(&plain_text(&text.spans)).trim_end_matches(':').to_owned());
            }
            BlockContent::Text(text) => parts.add(text.spans),
            BlockContent::Table(table) => rows(table).for_each(|row| parts.add(row)),
            BlockContent::Divider => {}
            other => parts.others.push(other),
        }
    }
    if let Some(last) = parts.facts.last_mut() {
        last.text = normalize_spans(std::mem::take(&mut last.text));
    }
    parts
}

/// One fact without sources or dates of its own.
fn fact(text: Vec<Span>) -> Fact {
    Fact { text, sources: Vec::new(), as_of: None, review_by: None }
}

impl Parts {
    /// The most facts that a box holds; what follows is joined to the last.
    const MAX_FACTS: usize = 100;

    fn add(&mut self, spans: Vec<Span>) {
        if spans.iter().all(|span| span.text.trim().is_empty()) {
            return;
        }
        let full = self.facts.len() == Self::MAX_FACTS;
        match self.facts.last_mut().filter(|_| full) {
            Some(last) => {
                last.text.push(Span::plain("\n"));
                last.text.extend(spans);
            }
            None => self.facts.push(fact(spans)),
        }
    }
}

/// A heading, or a paragraph that is bold throughout and short.
fn is_title(text: &TextBlock) -> bool {
    let chars = text.spans.iter().map(|span| span.text.chars().count()).sum::<usize>();
    let bold =
        |span: &Span| span.marks.contains(&Mark::Strong) || span.text.trim_matches([' ', ':']).is_empty();
    match text.style {
        Style::H2 | Style::H3 | Style::H4 => (1..=500).contains(&chars),
        Style::Normal => text.list.is_none() && (1..=200).contains(&chars) && text.spans.iter().all(bold),
        Style::Blockquote => false,
    }
}

/// The rows of a table, each as one text.
fn rows(table: Table) -> impl Iterator<Item = Vec<Span>> {
    table.rows.into_iter().map(|cells| {
        let mut row = Vec::new();
        for cell in cells {
            if !row.is_empty() {
                row.push(Span::plain(" | "));
            }
            row.extend(cell);
        }
        normalize_spans(row)
    })
}
