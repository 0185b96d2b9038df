//! Plain text for fields that hold no markup: entities decoded, tags and forbidden characters gone, length
//! bounded.

use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{NodeData, RcDom};

use super::Oddities;
use crate::domain::validate::{is_forbidden, is_web_url};

/// The tags that a headline may carry. Any other `<` is a character: "The `<picture>` element explained".
const TAGS: [&str; 11] = ["b", "br", "em", "i", "small", "span", "strong", "sub", "sup", "u", "wbr"];

/// The text of a line of HTML: entities decoded, tags of emphasis gone.
pub(super) fn text_of_html(html: &str) -> String {
    if !html.contains(['&', '<']) {
        return html.to_owned();
    }
    let mut page = String::from("<!doctype html><body>");
    let mut pieces = html.split('<');
    page.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let name = piece.trim_start_matches('/');
        let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
        let known = piece.contains('>') && TAGS.iter().any(|tag| name.eq_ignore_ascii_case(tag));
        page.push_str(if known { "<" } else { "&lt;" });
        page.push_str(piece);
    }
    text_of_page(&page)
}

/// The text of a page. Visits the nodes without recursion, however deeply they are nested.
fn text_of_page(page: &str) -> String {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
    let mut text = String::with_capacity(page.len());
    let mut waiting = vec![dom.document.clone()];
    while let Some(node) = waiting.pop() {
        match &node.data {
            NodeData::Text { contents } => text.push_str(&contents.borrow()),
            NodeData::Element { name, .. } if &*name.local == "br" => text.push(' '),
            _ => {}
        }
        waiting.extend(node.children.borrow().iter().rev().cloned());
    }
    text
}

/// One line: white space runs become one space, the line breaks of word processors among them; forbidden characters go.
pub(super) fn one_line(text: &str) -> String {
    let is_space = |c: char| c.is_ascii_whitespace() || matches!(c, '\u{B}' | '\u{85}');
    let words = text.split(is_space).map(|word| word.replace(is_forbidden, ""));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// At most `max` characters of `text`, `None` when it is blank. What is cut is noted under the name of the
/// field.
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

/// `text` when it is an absolute http or https URL of a length that an entry may hold.
pub(super) fn web_url(text: &str) -> Option<String> {
    (is_web_url(text) && text.chars().count() <= 2_000).then(|| text.to_owned())
}
