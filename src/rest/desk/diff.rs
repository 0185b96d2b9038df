//! What is answered to whoever compares two revisions.

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::document::{block_to_json, fact_to_json};
use crate::domain::body::Block;
use crate::domain::diff::{Diff, MemberDiff, PartDiff, Place, Segment};
use crate::domain::fact_box::Fact;
use crate::rest::openapi::shapes;

/// Two revisions compared.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Diff)]
pub(in crate::rest) struct DiffBody {
    /// The number of the revision that is compared with.
    from: u32,
    /// The number of the revision.
    to: u32,
    /// The members that differ, but for `body` and the `items` of a fact box.
    members: Vec<MemberBody>,
    /// All blocks of an article, as they stand in `to`; what was deleted stands where it was.
    blocks: Vec<BlockDiffBody>,
    /// All facts of a fact box, likewise.
    items: Vec<FactDiffBody>,
}

/// A member that differs.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MemberDiff)]
struct MemberBody {
    /// A JSON Pointer into the document (RFC 6901).
    pointer: String,
    /// What it was; null when it was absent.
    #[schema(value_type = Option<shapes::Anything>)]
    before: Option<Value>,
    /// What it is; null when it is absent.
    #[schema(value_type = Option<shapes::Anything>)]
    after: Option<Value>,
    /// The words of texts for readers, such as `title` and `lead`; empty for all else.
    segments: Vec<SegmentBody>,
}

/// What became of a block.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = BlockDiff)]
struct BlockDiffBody {
    /// Whether it is new, gone or different.
    #[schema(value_type = shapes::DiffStatus)]
    status: &'static str,
    /// Whether it stands elsewhere among the others.
    moved: bool,
    /// Its key; of one that is gone, that which it had.
    key: String,
    /// How many blocks came before it; null when it is new.
    before_index: Option<usize>,
    /// How many blocks come before it; null when it is gone.
    after_index: Option<usize>,
    /// What it was; null when it is new or unchanged.
    #[schema(value_type = Option<shapes::Block>)]
    before: Option<Value>,
    /// What it is; null when it is gone.
    #[schema(value_type = Option<shapes::Block>)]
    after: Option<Value>,
    /// Its words; what it refers to stands in square brackets. All equal when it differs in marks or details alone.
    segments: Vec<SegmentBody>,
}

/// What became of a fact.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = FactDiff)]
struct FactDiffBody {
    /// Whether it is new, gone or different.
    #[schema(value_type = shapes::DiffStatus)]
    status: &'static str,
    /// Whether it stands elsewhere among the others.
    moved: bool,
    /// How many facts came before it; null when it is new.
    before_index: Option<usize>,
    /// How many facts come before it; null when it is gone.
    after_index: Option<usize>,
    /// What it was; null when it is new or unchanged.
    #[schema(value_type = Option<shapes::DocumentPart>)]
    before: Option<Value>,
    /// What it is; null when it is gone.
    #[schema(value_type = Option<shapes::DocumentPart>)]
    after: Option<Value>,
    /// Its words. All equal when it differs in marks, sources or dates alone.
    segments: Vec<SegmentBody>,
}

/// Some words.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Segment)]
struct SegmentBody {
    /// What became of them.
    #[schema(value_type = shapes::DiffEdit)]
    edit: &'static str,
    /// The words with their white space.
    text: String,
}

impl DiffBody {
    pub(super) fn of(from: u32, to: u32, diff: &Diff<Value>) -> Self {
        let Diff { members, blocks, items } = diff;
        Self {
            from,
            to,
            members: members.iter().map(MemberBody::of).collect(),
            blocks: blocks.iter().map(BlockDiffBody::of).collect(),
            items: items.iter().map(FactDiffBody::of).collect(),
        }
    }
}

impl MemberBody {
    fn of(member: &MemberDiff<Value>) -> Self {
        let MemberDiff { name, before, after, segments } = member;
        let (before, after) = (before.clone(), after.clone());
        Self { pointer: format!("/{name}"), before, after, segments: words(segments) }
    }
}

impl BlockDiffBody {
    fn of(part: &PartDiff<Block>) -> Self {
        let PartDiff { status, moved, before, after, segments } = part;
        let key = after.as_ref().or(before.as_ref()).map(|place| place.content.key.clone());
        Self {
            status: status.as_str(),
            moved: *moved,
            key: key.unwrap_or_default(),
            before_index: index(before.as_ref()),
            after_index: index(after.as_ref()),
            before: part.was().map(block_to_json),
            after: after.as_ref().map(|place| block_to_json(&place.content)),
            segments: words(segments),
        }
    }
}

impl FactDiffBody {
    fn of(part: &PartDiff<Fact>) -> Self {
        let PartDiff { status, moved, before, after, segments } = part;
        Self {
            status: status.as_str(),
            moved: *moved,
            before_index: index(before.as_ref()),
            after_index: index(after.as_ref()),
            before: part.was().map(fact_to_json),
            after: after.as_ref().map(|place| fact_to_json(&place.content)),
            segments: words(segments),
        }
    }
}

fn index<T>(place: Option<&Place<T>>) -> Option<usize> {
    place.map(|place| place.index)
}

fn words(segments: &[Segment]) -> Vec<SegmentBody> {
    let body = |Segment { edit, text }: &Segment| SegmentBody { edit: edit.as_str(), text: text.clone() };
    segments.iter().map(body).collect()
}
