//! Comparisons as plain text.

use serde_json::Value;

use super::{NOTHING, remark, words};
use crate::domain::diff::{Diff, Edit, PartDiff, Segment};

/// Writes a comparison: a line for each member that differs, then all blocks or facts, between empty lines.
#[must_use]
pub fn text(diff: &Diff<Value>) -> String {
    if diff.is_empty() {
        return format!("{NOTHING}\n");
    }
    let Diff { members, blocks, items } = diff;
    let members: Vec<_> =
        members.iter().map(|member| format!("{}: {}", member.name, marked(&words(member)))).collect();
    let members = Some(members.join("\n")).filter(|members| !members.is_empty());
    let all = members.into_iter().chain(blocks.iter().map(part)).chain(items.iter().map(part));
    all.collect::<Vec<_>>().join("\n\n") + "\n"
}

fn part<T>(part: &PartDiff<T>) -> String {
    let words = marked(&part.segments);
    remark(part).map_or_else(|| words.clone(), |remark| format!("({remark}) {words}"))
}

fn marked(segments: &[Segment]) -> String {
    let mut marked = String::new();
    for Segment { edit, text } in segments {
        let (open, close) = match edit {
            Edit::Equal => ("", ""),
            Edit::Deleted => ("[-", "-]"),
            Edit::Inserted => ("{+", "+}"),
        };
        marked.extend([open, text, close]);
    }
    marked
}
