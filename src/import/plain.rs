//! Plain text for fields that hold no markup: entities decoded, tags and forbidden characters gone, length kept.

use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use super::Oddities;
use crate::domain::validate::is_forbidden;

/// `text` with its HTML entities decoded; tags are text.
pub(super) fn decode_entities(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let escaped = format!("<!doctype html><body>{}", text.replace('<', "&lt;"));
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(escaped);
    let mut decoded = String::with_capacity(text.len());
    collect_text(&dom.document, &mut decoded);
    decoded
}

/// The recursion is as deep as the tree: without tags that is the document, its root and the body.
fn collect_text(node: &Handle, text: &mut String) {
    if let NodeData::Text { contents } = &node.data {
        text.push_str(&contents.borrow());
    }
    for child in node.children.borrow().iter() {
        collect_text(child, text);
    }
}

/// One line: white space runs become one space, forbidden characters go.
pub(super) fn one_line(text: &str) -> String {
    let words = text.split_whitespace().map(|word| word.replace(is_forbidden, ""));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// At most `max` characters of `text`, `None` when it is blank. What is cut is noted under the name of the field.
pub(super) fn at_most(text: &str, max: usize, field: &str, oddities: &mut Oddities) -> Option<String> {
    let text = text.replace(is_forbidden, "");
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    if text.chars().count() <= max {
        return Some(text.to_owned());
    }
    oddities.note(format!("{field} cut to {max} characters"));
    let head: String = text.chars().take(max - 1).collect();
    Some(format!("{}…", head.trim_end()))
}
