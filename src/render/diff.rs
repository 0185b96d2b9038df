//! Comparisons of two revisions, for people: as plain text in the style of wdiff, and as HTML.
//!
//! What is deleted stands in `[-…-]` or `del`, what is inserted in `{+…+}` or `ins`. A remark says what words cannot:
//! that a block stands elsewhere, or differs in marks, links or details alone.

mod html;
mod text;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use serde_json::Value;

use crate::domain::diff::{Edit, MemberDiff, PartDiff, Segment};

pub use html::html;
pub use text::text;

/// What is said when both revisions say the same.
const NOTHING: &str = "Nothing differs.";

/// The words of a member. What is not prose is replaced as a whole.
fn words(member: &MemberDiff<Value>) -> Cow<'_, [Segment]> {
    if !member.segments.is_empty() {
        return Cow::Borrowed(&member.segments);
    }
    let sides = [(Edit::Deleted, &member.before), (Edit::Inserted, &member.after)];
    let segment = |(edit, value): (Edit, &Option<Value>)| {
        let text = match value.as_ref()? {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        Some(Segment { edit, text })
    };
    Cow::Owned(sides.into_iter().filter_map(segment).collect())
}

/// What words cannot say of a part.
fn remark<T>(part: &PartDiff<T>) -> Option<&'static str> {
    match (part.moved, part.differs_without_words()) {
        (true, true) => Some("moved; differs in marks or details"),
        (true, false) => Some("moved"),
        (false, true) => Some("differs in marks or details"),
        (false, false) => None,
    }
}
