//! Two revisions compared member by member; what stands in a sequence is compared by `domain::diff`.

use serde_json::{Map, Value};

use super::whole;
use crate::domain::diff::{self, Budget, Diff, MemberDiff, Segment};
use crate::domain::{AnyContent, Error, Result};

/// The members that are written for readers, and compared by words.
const PROSE: &[&str] = &["title", "shortTitle", "lead", "alt", "caption", "credit"];

/// What distinguishes `after` from `before`, two contents of the same kind.
///
/// # Errors
/// `INTERNAL` when they cannot be written.
pub fn diff(before: &AnyContent, after: &AnyContent) -> Result<Diff<Value>> {
    let mut budget = Budget::new();
    let (mut old, mut new) = (members(before)?, members(after)?);
    let (mut blocks, mut items) = (Vec::new(), Vec::new());
    match (before, after) {
        (AnyContent::Article(before), AnyContent::Article(after)) => {
            remove(&mut old, &mut new, "body");
            blocks = diff::blocks(before.body.blocks(), after.body.blocks(), &mut budget);
        }
        (AnyContent::FactBox(before), AnyContent::FactBox(after)) => {
            remove(&mut old, &mut new, "items");
            items = diff::facts(&before.items, &after.items, &mut budget);
        }
        _ => {}
    }
    Ok(Diff { members: changed(old, new, &mut budget), blocks, items })
}

fn members(content: &AnyContent) -> Result<Map<String, Value>> {
    match whole(content)? {
        Value::Object(members) => Ok(members),
        other => Err(Error::internal(format!("a document that is no object: {other}"))),
    }
}

fn remove(old: &mut Map<String, Value>, new: &mut Map<String, Value>, name: &str) {
    old.shift_remove(name);
    new.shift_remove(name);
}

/// Those that differ, in the order of the document; those that are gone come last.
fn changed(
    mut old: Map<String, Value>,
    new: Map<String, Value>,
    budget: &mut Budget,
) -> Vec<MemberDiff<Value>> {
    let pairs: Vec<_> =
        new.into_iter().map(|(name, after)| (old.shift_remove(&name), name, Some(after))).collect();
    let gone = old.into_iter().map(|(name, before)| (Some(before), name, None));
    let all = pairs.into_iter().chain(gone).filter(|(before, _, after)| before != after);
    all.map(|(before, name, after)| {
        let segments = prose(&name, before.as_ref(), after.as_ref(), budget);
        MemberDiff { name, before, after, segments }
    })
    .collect()
}

fn prose(name: &str, before: Option<&Value>, after: Option<&Value>, budget: &mut Budget) -> Vec<Segment> {
    if !PROSE.contains(&name) {
        return Vec::new();
    }
    let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
    diff::words(&text(before), &text(after), budget)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::diff;
    use crate::document::{accept, patched};
    use crate::domain::diff::Status;
    use crate::domain::{AnyContent, Id, Kind};
    use crate::parse::Recognize;

    struct Nothing;

    impl Recognize for Nothing {
        fn image(&mut self, _src: &str, _alt: &str, _title: Option<&str>) -> Option<Id> {
            None
        }

        fn article(&mut self, _href: &str) -> Option<Id> {
            None
        }

        fn entry(&mut self, _kind: Kind, _reference: &str) -> Option<Id> {
            None
        }
    }

    fn read(kind: Kind, json: Value) -> AnyContent {
        accept(kind, json, &mut Nothing).expect("a document")
    }

    #[test]
    fn members_that_differ_are_told_with_before_and_after() {
        let before = read(
            Kind::Article,
            json!({
                "locale": "en", "slug": "s", "title": "The old port", "lead": "It is shut.", "body": { "markdown": "One." }
            }),
        );
        let patch = json!({ "title": "The new port", "lead": null, "seo": { "noIndex": true } });
        let after = patched(&before, patch, &mut Nothing).expect("a patch");
        let found = diff(&before, &after).expect("a comparison");
        let names: Vec<&str> = found.members.iter().map(|member| member.name.as_str()).collect();
        assert_eq!(names, ["title", "seo", "lead"]);
        assert_eq!((&found.members[2].before, &found.members[2].after), (&Some(json!("It is shut.")), &None));
        assert_eq!((found.members[0].segments.len(), found.members[1].segments.len()), (4, 0));
        assert!(found.blocks.iter().all(|block| block.status == Status::Unchanged) && !found.is_empty());
        assert!(diff(&after, &after).expect("a comparison").is_empty());
    }

    #[test]
    fn the_items_of_a_fact_box_are_compared_one_by_one() {
        let read = |items: Value| {
            read(Kind::FactBox, json!({ "locale": "en", "slug": "s", "title": "T", "items": items }))
        };
        let source = json!([{ "name": "A report" }]);
        let before = read(json!([{ "text": "Opened in 1974." }]));
        let after =
            read(json!([{ "text": "It is long." }, { "text": "Opened in 1974.", "sources": source }]));
        let found = diff(&before, &after).expect("a comparison");
        assert!(found.members.is_empty());
        let told: Vec<_> =
            found.items.iter().map(|item| (item.status, item.differs_without_words())).collect();
        assert_eq!(told, [(Status::Inserted, false), (Status::Changed, true)]);
    }
}
