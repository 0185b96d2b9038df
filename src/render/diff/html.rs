//! Comparisons as HTML: no scripts, no styles, and classes to hang styles on.

use serde_json::Value;

use super::{NOTHING, remark, words};
use crate::domain::body::{Block, BlockContent, Style};
use crate::domain::diff::{Diff, Edit, MemberDiff, PartDiff, Segment};
use crate::render::html::escape;

/// Writes a comparison: a list of the members that differ, then all blocks or facts. Safe to put into a page.
#[must_use]
pub fn html(diff: &Diff<Value>) -> String {
    if diff.is_empty() {
        return format!("<p class=\"diff\">{NOTHING}</p>\n");
    }
    let Diff { members, blocks, items } = diff;
    let mut html = "<div class=\"diff\">\n".to_owned();
    if !members.is_empty() {
        html.push_str("<dl>\n");
        html.extend(members.iter().map(member));
        html.push_str("</dl>\n");
    }
    html.extend(blocks.iter().map(|part| element(element_of(part), part)));
    if !items.is_empty() {
        html.push_str("<ul>\n");
        html.extend(items.iter().map(|part| element("li", part)));
        html.push_str("</ul>\n");
    }
    html.push_str("</div>\n");
    html
}

fn member(member: &MemberDiff<Value>) -> String {
    format!("<dt>{}</dt><dd>{}</dd>\n", escape(&member.name), marked(&words(member)))
}

fn element<T>(name: &str, part: &PartDiff<T>) -> String {
    let moved = if part.moved { " moved" } else { "" };
    let remark = remark(part).map(|remark| format!("<small>({remark})</small> ")).unwrap_or_default();
    format!("<{name} class=\"{}{moved}\">{remark}{}</{name}>\n", part.status, marked(&part.segments))
}

/// The element that a block is now, or was. What is more than a run of text is a plain division.
fn element_of(part: &PartDiff<Block>) -> &'static str {
    match part.after.as_ref().or(part.before.as_ref()).map(|place| &place.content.content) {
        Some(BlockContent::Text(text)) => match text.style {
            Style::Normal => "p",
            Style::H2 => "h2",
            Style::H3 => "h3",
            Style::H4 => "h4",
            Style::Blockquote => "blockquote",
        },
        _ => "div",
    }
}

fn marked(segments: &[Segment]) -> String {
    let mut marked = String::new();
    for Segment { edit, text } in segments {
        let (open, close) = match edit {
            Edit::Equal => ("", ""),
            Edit::Deleted => ("<del>", "</del>"),
            Edit::Inserted => ("<ins>", "</ins>"),
        };
        marked.extend([open, &escape(text).replace('\n', "<br>"), close]);
    }
    marked
}
