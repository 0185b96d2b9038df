//! Markdown to bodies: `CommonMark` with the tables, strike-through and bare links of GitHub's dialect.
//!
//! Raw HTML in it is read like any other HTML, so `<u>`, `<aside class="factbox">` and
//! `<figure class="pullquote">` mean the same in both formats, and what stands between two pieces of raw HTML
//! is Markdown where `CommonMark` says so. Beyond that:
//!
//! - a paragraph that is only a link with the title `embed` is an embed;
//! - a picture stands between two blocks, its title is its caption;
//! - a table whose header is empty has none; a heading of the fifth or sixth level is one of the fourth;
//! - a code block is one code-marked text with line feeds;
//! - task boxes and footnotes are text.

use comrak::nodes::{ListType, Node, NodeLink, NodeValue};
use comrak::{Arena, Options, parse_document};

use super::Recognize;
use super::draft::Draft;
use super::html::Reader;
use crate::domain::Body;
use crate::domain::body::{ListKind, Mark, Span};

/// Reads a whole text.
pub fn body(markdown: &str, recognize: &mut dyn Recognize) -> Body {
    read(markdown, Draft::new(recognize)).finish()
}

/// Reads one run of text, such as a fact. Blocks become lines of it, and pictures their description.
pub fn inline(markdown: &str, recognize: &mut dyn Recognize) -> Vec<Span> {
    read(markdown, Draft::inline(recognize)).finish_inline()
}

fn read<'r>(markdown: &str, draft: Draft<'r>) -> Draft<'r> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    let arena = Arena::new();
    let root = parse_document(&arena, markdown, &options);
    let mut reader = Reader::new(draft, markdown);
    walk(root, &mut reader);
    reader.draft
}

/// Visits the nodes in the order of the text, each before and after what it contains.
fn walk(root: Node<'_>, reader: &mut Reader<'_>) {
    let mut node = root;
    loop {
        let descend = enter(node, reader);
        if let Some(child) = node.first_child().filter(|_| descend) {
            node = child;
            continue;
        }
        if descend {
            leave(node, reader);
        }
        loop {
            if node.same_node(root) {
                return;
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(parent) = node.parent() else { return };
            node = parent;
            leave(node, reader);
        }
    }
}

/// Reads the beginning of a node. Says whether to read what is inside it too.
fn enter(node: Node<'_>, reader: &mut Reader<'_>) -> bool {
    match &node.data().value {
        NodeValue::HtmlInline(html) => reader.feed(html),
        NodeValue::HtmlBlock(block) => {
            reader.feed(&block.literal);
            if !reader.skips() {
                reader.draft.end_text();
            }
        }
        // What is passed over may still hold the HTML that ends it.
        _ if reader.skips() => {}
        value => return enter_markdown(node, value, &mut reader.draft),
    }
    true
}

fn enter_markdown(node: Node<'_>, value: &NodeValue, draft: &mut Draft<'_>) -> bool {
    match value {
        NodeValue::Paragraph => {
            draft.end_text();
            if let Some((url, title)) = embed(node) {
                draft.embed(&url, Some(&title));
                return false;
            }
        }
        NodeValue::Heading(heading) => draft.open_heading(heading.level),
        NodeValue::BlockQuote => draft.open_quote(),
        NodeValue::List(list) => draft.open_list(match list.list_type {
            ListType::Bullet => ListKind::Bullet,
            ListType::Ordered => ListKind::Number,
        }),
        NodeValue::Item(_) => draft.open_item(),
        NodeValue::CodeBlock(block) => {
            draft.open_preformatted();
            draft.text(&block.literal);
            draft.close_preformatted();
        }
        NodeValue::ThematicBreak => draft.divider(),
        NodeValue::Table(_) => draft.open_table(),
        NodeValue::TableRow(header) => {
            draft.table_head(*header);
            draft.open_row();
        }
        NodeValue::TableCell => draft.open_cell(false),
        NodeValue::Text(text) => draft.text(text),
        NodeValue::SoftBreak => draft.text(" "),
        NodeValue::LineBreak => draft.line_break(),
        NodeValue::Code(code) => {
            draft.open_mark(Mark::Code);
            draft.text(&code.literal);
            draft.close_mark(&Mark::Code);
        }
        NodeValue::Link(link) => draft.open_link(&link.url),
        NodeValue::Image(link) => {
            let title = Some(link.title.as_str()).filter(|title| !title.trim().is_empty());
            draft.image(&link.url, &text_of(node), title);
            return false;
        }
        value => {
            if let Some(mark) = mark(value) {
                draft.open_mark(mark);
            }
        }
    }
    true
}

/// Reads the end of a node.
fn leave(node: Node<'_>, reader: &mut Reader<'_>) {
    if reader.skips() {
        return;
    }
    let draft = &mut reader.draft;
    match &node.data().value {
        NodeValue::Paragraph | NodeValue::Item(_) => draft.end_text(),
        NodeValue::Heading(_) => draft.close_heading(),
        NodeValue::BlockQuote => draft.close_quote(),
        NodeValue::List(_) => draft.close_list(),
        NodeValue::Table(_) => draft.close_table(),
        NodeValue::TableCell => draft.close_cell(),
        NodeValue::Link(_) => draft.close_link(),
        value => {
            if let Some(mark) = mark(value) {
                draft.close_mark(&mark);
            }
        }
    }
}

const fn mark(value: &NodeValue) -> Option<Mark> {
    match value {
        NodeValue::Strong => Some(Mark::Strong),
        NodeValue::Emph => Some(Mark::Em),
        NodeValue::Strikethrough => Some(Mark::StrikeThrough),
        _ => None,
    }
}

/// The address and title of the embed that a paragraph stands for.
fn embed(paragraph: Node<'_>) -> Option<(String, String)> {
    let only = paragraph.first_child().filter(|child| child.next_sibling().is_none())?;
    let NodeValue::Link(link) = &only.data().value else { return None };
    let NodeLink { url, title } = &**link;
    (title == "embed").then(|| (url.clone(), text_of(only)))
}

fn text_of(node: Node<'_>) -> String {
    let mut text = String::new();
    for inner in node.descendants() {
        match &inner.data().value {
            NodeValue::Text(more) => text.push_str(more),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => text.push(' '),
            _ => {}
        }
    }
    text
}

#[cfg(test)]
mod tests;
