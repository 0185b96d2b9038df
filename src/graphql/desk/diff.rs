//! Two revisions compared.

use async_graphql::{Json as JsonScalar, Object, SimpleObject};

use crate::document::{self, Json};
use crate::domain::body::Block;
use crate::domain::diff::{self, Edit, MemberDiff, PartDiff, Place, Status};
use crate::domain::fact_box::Fact;
use crate::render;

/// Two revisions compared.
#[derive(Clone, Debug)]
pub(super) struct DiffObject {
    pub from: u32,
    pub to: u32,
    pub diff: diff::Diff<Json>,
}

/// Two revisions compared.
#[Object(name = "Diff")]
impl DiffObject {
    /// The number of the revision that is compared with.
    async fn from(&self) -> u32 {
        self.from
    }

    /// The number of the revision.
    async fn to(&self) -> u32 {
        self.to
    }

    /// The members that differ, but for the body and the items of a fact box.
    async fn members(&self) -> Vec<MemberObject> {
        self.diff.members.iter().map(MemberObject::of).collect()
    }

    /// All blocks of an article, as they stand in `to`; what was deleted stands where it was.
    async fn blocks(&self) -> Vec<BlockDiff> {
        self.diff.blocks.iter().map(BlockDiff::of).collect()
    }

    /// All facts of a fact box, likewise.
    async fn items(&self) -> Vec<FactDiff> {
        self.diff.items.iter().map(FactDiff::of).collect()
    }

    /// Plain text that marks `[-deletions-]` and `{+insertions+}`.
    async fn text(&self) -> String {
        render::diff::text(&self.diff)
    }

    /// HTML with `del` and `ins`, safe to put into a page.
    async fn html(&self) -> String {
        render::diff::html(&self.diff)
    }
}

/// A member that differs.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(name = "MemberDiff")]
struct MemberObject {
    /// A JSON Pointer into the document.
    pointer: String,
    /// What it was; null when it was absent.
    before: Option<JsonScalar<Json>>,
    /// What it is; null when it is absent.
    after: Option<JsonScalar<Json>>,
    /// The words of texts for readers, such as the title and the lead; empty for all else.
    segments: Vec<Segment>,
}

/// What became of a block.
#[derive(Clone, Debug, SimpleObject)]
struct BlockDiff {
    /// Whether it is new, gone or different.
    status: StatusName,
    /// Whether it stands elsewhere among the others.
    moved: bool,
    /// Its key; of one that is gone, that which it had.
    key: String,
    /// How many blocks came before it; null when it is new.
    before_index: Option<usize>,
    /// How many blocks come before it; null when it is gone.
    after_index: Option<usize>,
    /// What it was, as Portable Text; null when it is new or unchanged.
    before: Option<JsonScalar<Json>>,
    /// What it is, as Portable Text; null when it is gone.
    after: Option<JsonScalar<Json>>,
    /// Its words; what it refers to stands in square brackets. All equal when it differs in marks or details alone.
    segments: Vec<Segment>,
}

/// What became of a fact.
#[derive(Clone, Debug, SimpleObject)]
struct FactDiff {
    /// Whether it is new, gone or different.
    status: StatusName,
    /// Whether it stands elsewhere among the others.
    moved: bool,
    /// How many facts came before it; null when it is new.
    before_index: Option<usize>,
    /// How many facts come before it; null when it is gone.
    after_index: Option<usize>,
    /// What it was; null when it is new or unchanged.
    before: Option<JsonScalar<Json>>,
    /// What it is; null when it is gone.
    after: Option<JsonScalar<Json>>,
    /// Its words. All equal when it differs in marks, sources or dates alone.
    segments: Vec<Segment>,
}

/// Some words.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(name = "DiffSegment")]
struct Segment {
    /// What became of them.
    edit: EditName,
    /// The words with their white space.
    text: String,
}

impl MemberObject {
    fn of(member: &MemberDiff<Json>) -> Self {
        let MemberDiff { name, before, after, segments } = member;
        Self {
            pointer: format!("/{name}"),
            before: before.clone().map(JsonScalar),
            after: after.clone().map(JsonScalar),
            segments: words(segments),
        }
    }
}

impl BlockDiff {
    fn of(part: &PartDiff<Block>) -> Self {
        let PartDiff { status, moved, before, after, segments } = part;
        let key = after.as_ref().or(before.as_ref()).map(|place| place.content.key.clone());
        Self {
            status: (*status).into(),
            moved: *moved,
            key: key.unwrap_or_default(),
            before_index: index(before.as_ref()),
            after_index: index(after.as_ref()),
            before: part.was().map(document::block_to_json).map(JsonScalar),
            after: json(after.as_ref(), document::block_to_json),
            segments: words(segments),
        }
    }
}

impl FactDiff {
    fn of(part: &PartDiff<Fact>) -> Self {
        let PartDiff { status, moved, before, after, segments } = part;
        Self {
            status: (*status).into(),
            moved: *moved,
            before_index: index(before.as_ref()),
            after_index: index(after.as_ref()),
            before: part.was().map(document::fact_to_json).map(JsonScalar),
            after: json(after.as_ref(), document::fact_to_json),
            segments: words(segments),
        }
    }
}

fn index<T>(place: Option<&Place<T>>) -> Option<usize> {
    place.map(|place| place.index)
}

fn json<T>(place: Option<&Place<T>>, json: fn(&T) -> Json) -> Option<JsonScalar<Json>> {
    place.map(|place| JsonScalar(json(&place.content)))
}

fn words(segments: &[diff::Segment]) -> Vec<Segment> {
    let segment =
        |diff::Segment { edit, text }: &diff::Segment| Segment { edit: (*edit).into(), text: text.clone() };
    segments.iter().map(segment).collect()
}

crate::graphql::scalar::enumeration! {
    /// What became of a block or a fact.
    StatusName("DiffStatus") = Status {
        /// It is as it was.
        Unchanged,
        /// It differs.
        Changed,
        /// It is new.
        Inserted,
        /// It is gone.
        Deleted,
    }
}
crate::graphql::scalar::enumeration! {
    /// What became of words.
    EditName("DiffEdit") = Edit {
        /// They are in both.
        Equal,
        /// They are gone.
        Deleted,
        /// They are new.
        Inserted,
    }
}
