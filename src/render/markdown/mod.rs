//! Bodies to Markdown: `CommonMark` with the tables and strike-through of GitHub's dialect.
//!
//! The blocks become a syntax tree and comrak writes it, so that escaping is comrak's. What `CommonMark` has
//! no words for stands in raw HTML that the parser of this format reads back:
//!
//! | block | Markdown |
//! |---|---|
//! | lines of code | a fenced code block |
//! | image | a paragraph with `![alt](url "caption")`; the caption is the block's or else the library's |
//! | fact box | `<aside class="factbox" id="factbox-ID">`, with `data-pin` when pinned, around a heading of level 3 and a list |
//! | embed | a paragraph with nothing but a link titled `embed` |
//! | pull quote | `<figure class="pullquote">` around a quotation and a paragraph with who said it |
//! | table | a table; without a header of its own it has an empty one |
//! | underline | `<u>` |
//!
//! Where readers are to be told of what is not there, the elements are those of [`super::html`].
//!
//! Marks are HTML also where the delimiters of `CommonMark` would not be understood, as in `a<em>!</em>b`.
//!
//! What the parser of this format does not get back: what HTML does not carry either (see [`super::html`]);
//! white space in link targets, which comes back percent-encoded; and that a bare e-mail address is not a
//! link, which every reader of GitHub's dialect makes of it.

mod blocks;
mod inline;

use comrak::nodes::{Node, NodeValue};
use comrak::{Arena, Options, format_commonmark};

use super::Resolve;
use crate::domain::Body;
use crate::domain::body::Span;

/// Writes a body. Ends with a line feed unless there is nothing in it.
pub fn body(body: &Body, resolve: &dyn Resolve) -> String {
    let arena = Arena::new();
    let writer = Writer { arena: &arena, resolve };
    let document = writer.node(NodeValue::Document);
    writer.blocks(document, body.blocks());
    formatted(document)
}

/// Writes a run of text. Line feeds become hard line breaks.
pub fn inline(spans: &[Span], resolve: &dyn Resolve) -> String {
    let arena = Arena::new();
    let writer = Writer { arena: &arena, resolve };
    let document = writer.node(NodeValue::Document);
    writer.text_block(document, NodeValue::Paragraph, spans);
    formatted(document).trim_end_matches('\n').to_owned()
}

fn formatted(document: Node<'_>) -> String {
    let mut options = Options::default();
    options.render.prefer_fenced = true;
    let mut markdown = String::new();
    // Writing to a string cannot fail.
    let _ = format_commonmark(document, &options, &mut markdown);
    match markdown.strip_prefix('\u{feff}') {
        // Readers take it for a byte order mark.
        Some(rest) => format!("&#xFEFF;{rest}"),
        None => markdown,
    }
}

struct Writer<'a, 'r> {
    arena: &'a Arena<'a>,
    resolve: &'r dyn Resolve,
}

impl<'a> Writer<'a, '_> {
    fn node(&self, value: NodeValue) -> Node<'a> {
        self.arena.alloc(value.into())
    }

    /// Puts a new node at the end of `parent`.
    fn add(&self, parent: Node<'a>, value: NodeValue) -> Node<'a> {
        let node = self.node(value);
        parent.append(node);
        node
    }
}

#[cfg(test)]
mod tests;
