//! Spans as inline nodes of a syntax tree.
//!
//! Comrak escapes what means something by itself. This module takes care of what means something only where
//! it stands: bars and colons that would begin a table, addresses that would become links, delimiters that
//! would not be seen as such, entities and white space in link targets.

use std::fmt::Write as _;

use comrak::nodes::{Node, NodeCode, NodeLink, NodeValue};

use super::Writer;
use crate::domain::Unavailable;
use crate::domain::body::Span;
use crate::render::marks::{Piece, Shown, pieces};

/// Where inline text stands, which decides how a line break is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Where a line may end.
    Paragraph,
    /// Where it may not: in a heading or a link.
    Line,
    /// In a cell of a table, where in addition comrak escapes bars.
    Cell,
}

impl<'a> Writer<'a, '_> {
    pub(super) fn inline(&self, parent: Node<'a>, spans: &[Span], place: Place) {
        let pieces = pieces(spans, self.resolve);
        let mut open: Vec<(Node<'a>, bool)> = Vec::new();
        let mut index = 0;
        while let Some(piece) = pieces.get(index) {
            let node = open.iter().rev().find(|(_, is_node)| *is_node).map_or(parent, |(node, _)| *node);
            match piece {
                Piece::Open(mark) => match element(mark, &pieces, index, place) {
                    Element::Code(literal) => {
                        let literal = literal.to_owned();
                        self.add(node, NodeValue::Code(NodeCode { num_backticks: 1, literal }));
                        index += 2;
                    }
                    Element::Autolink(link) => {
                        let text = link.url.clone();
                        let link = self.add(node, NodeValue::Link(Box::new(link)));
                        self.add(link, NodeValue::Text(text.into()));
                        index += 2;
                    }
                    Element::Node(value) => {
                        let element = self.add(node, value);
                        // Comrak writes `<target>`, unescaped, for a link whose first text is its target, and
                        // without `mailto:` that may be any tag. An empty first text prevents it.
                        if matches!(mark, Shown::Link { .. }) {
                            self.add(element, NodeValue::Text("".into()));
                        }
                        open.push((element, true));
                    }
                    Element::Html(name) => {
                        open.push((self.add(node, NodeValue::HtmlInline(format!("<{name}>"))), false));
                    }
                },
                Piece::Close(mark) => {
                    if let Some((_, false)) = open.pop() {
                        self.add(node, NodeValue::HtmlInline(format!("</{}>", html_name(mark))));
                    }
                }
                Piece::Text(text) => self.characters(node, text, place),
                // Comrak takes a line break at the end of an element for one at the end of a block.
                Piece::Break
                    if place == Place::Paragraph
                        && matches!(
                            pieces.get(index + 1),
                            Some(Piece::Text(_) | Piece::Open(_) | Piece::Break)
                        ) =>
                {
                    self.add(node, NodeValue::LineBreak);
                }
                Piece::Break => {
                    self.add(node, NodeValue::HtmlInline("<br>".to_owned()));
                }
            }
            index += 1;
        }
    }

    /// Adds text. What comrak does not escape is escaped here, in raw nodes.
    fn characters(&self, node: Node<'a>, text: &str, place: Place) {
        let mut written = 0;
        for (at, c) in text.char_indices() {
            let before = &text[..at];
            let after = &text[at + c.len_utf8()..];
            let escaped = match c {
                // A line of bars, colons and hyphens below another makes a table of both.
                '|' => place != Place::Cell,
                ':' => before.is_empty() || after.starts_with("//") || after.starts_with('-'),
                '.' => before.ends_with("www"),
                _ => false,
            };
            if escaped {
                if written < at {
                    self.add(node, NodeValue::Text(text[written..at].to_owned().into()));
                }
                self.add(node, NodeValue::Raw(format!("\\{c}")));
                written = at + c.len_utf8();
            }
        }
        if written < text.len() {
            self.add(node, NodeValue::Text(text[written..].to_owned().into()));
        }
    }
}

/// How a mark is written.
enum Element<'p> {
    Code(&'p str),
    Autolink(NodeLink),
    Node(NodeValue),
    Html(&'static str),
}

/// Chooses for the mark that opens at `index`.
fn element<'p>(mark: &Shown, pieces: &'p [Piece], index: usize, place: Place) -> Element<'p> {
    let only_text = match pieces.get(index + 1..index + 3) {
        Some([Piece::Text(text), Piece::Close(close)]) if close == mark => Some(text),
        _ => None,
    };
    match (mark, only_text) {
        // Between backticks in a cell, a bar can be escaped, but a backslash before it cannot.
        (Shown::Code, Some(text)) if !(place == Place::Cell && text.contains("\\|")) => Element::Code(text),
        (Shown::Link { href, .. }, Some(text)) if text == href && is_plain_url(href) => {
            Element::Autolink(NodeLink { url: href.clone(), title: String::new() })
        }
        (Shown::Link { href, .. }, _) => Element::Node(NodeValue::Link(Box::new(NodeLink {
            url: destination(href),
            title: String::new(),
        }))),
        (Shown::Gap(Unavailable::Withdrawn), _) => Element::Html("a data-unavailable=\"withdrawn\""),
        (Shown::Gap(Unavailable::Absent), _) => Element::Html("a data-unavailable=\"absent\""),
        (Shown::Strong, _) if delimits(pieces, index) => Element::Node(NodeValue::Strong),
        (Shown::Em, _) if delimits(pieces, index) => Element::Node(NodeValue::Emph),
        (Shown::StrikeThrough, _) if delimits(pieces, index) => Element::Node(NodeValue::Strikethrough),
        (Shown::Strong | Shown::Em | Shown::StrikeThrough | Shown::Underline | Shown::Code, _) => {
            Element::Html(html_name(mark))
        }
    }
}

const fn html_name(mark: &Shown) -> &'static str {
    match mark {
        Shown::Strong => "strong",
        Shown::Em => "em",
        Shown::Code => "code",
        Shown::Underline => "u",
        Shown::StrikeThrough => "s",
        Shown::Link { .. } | Shown::Gap(_) => "a",
    }
}

/// Whether delimiters around the mark that opens at `index` are sure to be seen as such: they must flank what
/// they mark (`CommonMark` 0.31, section 6.2) and touch no other delimiters, except that strong emphasis in
/// emphasis is `***so***`.
fn delimits(pieces: &[Piece], index: usize) -> bool {
    let closing = closing(pieces, index);
    let before = index.checked_sub(1).and_then(|index| pieces.get(index));
    let after = pieces.get(closing + 1);
    let (mut first, mut last) = (index + 1, closing - 1);
    if pieces[index] == Piece::Open(Shown::Em)
        && pieces[first] == Piece::Open(Shown::Strong)
        && self::closing(pieces, first) == last
    {
        (first, last) = (first + 1, last - 1);
    }
    let touches = matches!(before, Some(Piece::Close(Shown::Strong | Shown::Em | Shown::StrikeThrough)));
    let begins = |text: &str| text.chars().next();
    let ends = |text: &str| text.chars().next_back();
    !touches && flanks(&pieces[first], begins, before, ends) && flanks(&pieces[last], ends, after, begins)
}

/// Whether a delimiter between `outer` and `inner` belongs to `inner`. Each has a function that gives the
/// character of a text that is next to the delimiter.
fn flanks(
    inner: &Piece,
    inner_edge: impl Fn(&str) -> Option<char>,
    outer: Option<&Piece>,
    outer_edge: impl Fn(&str) -> Option<char>,
) -> bool {
    // Anything but text is written with punctuation at its edges, or ends the line.
    let after_space = match outer {
        Some(Piece::Text(text)) => outer_edge(text) == Some(' '),
        None | Some(Piece::Break | Piece::Open(_) | Piece::Close(_)) => true,
    };
    match inner {
        Piece::Text(text) => {
            inner_edge(text).is_some_and(|c| c.is_alphanumeric() || (after_space && !c.is_whitespace()))
        }
        Piece::Open(Shown::Link { .. } | Shown::Code) | Piece::Close(Shown::Link { .. } | Shown::Code) => {
            after_space
        }
        Piece::Open(_) | Piece::Close(_) | Piece::Break => false,
    }
}

/// Where the mark that opens at `index` closes.
fn closing(pieces: &[Piece], index: usize) -> usize {
    let mut depth = 0_usize;
    for (at, piece) in pieces.iter().enumerate().skip(index) {
        match piece {
            Piece::Open(_) => depth += 1,
            Piece::Close(_) if depth == 1 => return at,
            Piece::Close(_) => depth -= 1,
            Piece::Text(_) | Piece::Break => {}
        }
    }
    pieces.len()
}

/// Whether an address may stand in angle brackets, where nothing is escaped.
fn is_plain_url(url: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$'()*+,=%".contains(c);
    (url.starts_with("https://") || url.starts_with("http://")) && url.chars().all(plain)
}

/// A link target for comrak, which escapes brackets but neither entities nor white space.
pub(super) fn destination(url: &str) -> String {
    entity_safe(&without_white_space(url))
}

/// An address with its white space percent-encoded.
pub(super) fn without_white_space(url: &str) -> String {
    let mut encoded = String::with_capacity(url.len());
    for c in url.chars() {
        if c.is_whitespace() || c.is_control() {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                // Writing to a string cannot fail.
                let _ = write!(encoded, "%{byte:02X}");
            }
        } else {
            encoded.push(c);
        }
    }
    encoded
}

/// Keeps what looks like an entity from being read as one.
pub(super) fn entity_safe(text: &str) -> String {
    if text.contains(';') { text.replace('&', "&amp;") } else { text.to_owned() }
}
