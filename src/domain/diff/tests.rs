//! What became of words, blocks and facts.

use std::fmt::Write as _;

use super::{Budget, Edit, PartDiff, Segment, blocks, facts, words};
use crate::domain::body::{Block, BlockContent, Mark, Span, Style, TextBlock};
use crate::domain::fact_box::Fact;

/// Segments as wdiff writes them.
fn marked(segments: &[Segment]) -> String {
    let mut text = String::new();
    for Segment { edit, text: words } in segments {
        let _ = match edit {
            Edit::Equal => write!(text, "{words}"),
            Edit::Deleted => write!(text, "[-{words}-]"),
            Edit::Inserted => write!(text, "{{+{words}+}}"),
        };
    }
    text
}

fn compared(before: &str, after: &str) -> String {
    marked(&words(before, after, &mut Budget::new()))
}

fn block(key: &str, text: &str) -> Block {
    let spans = vec![Span::plain(text)];
    let content = BlockContent::Text(TextBlock { style: Style::Normal, list: None, spans });
    Block { key: key.to_owned(), content }
}

fn body(blocks: &[(&str, &str)]) -> Vec<Block> {
    blocks.iter().map(|(key, text)| block(key, text)).collect()
}

fn told<T>(parts: &[PartDiff<T>]) -> Vec<String> {
    let tell = |part: &PartDiff<T>| {
        format!("{}{}: {}", part.status, if part.moved { ", moved" } else { "" }, marked(&part.segments))
    };
    parts.iter().map(tell).collect()
}

fn became(before: &[(&str, &str)], after: &[(&str, &str)]) -> Vec<String> {
    told(&blocks(&body(before), &body(after), &mut Budget::new()))
}

#[test]
fn a_word_is_inserted_deleted_or_replaced() {
    assert_eq!(compared("The port is shut.", "The old port is shut."), "The {+old +}port is shut.");
    assert_eq!(compared("The old port is shut.", "The port is shut."), "The [-old -]port is shut.");
    assert_eq!(compared("It opens on Monday.", "It opens on Friday."), "It opens on [-Monday-]{+Friday+}.");
    assert_eq!(compared("Same.", "Same."), "Same.");
    assert_eq!(compared("", ""), "");
}

#[test]
fn words_replaced_one_after_another_are_one_change() {
    assert_eq!(
        compared("It was very cold there", "It was quite warm there"),
        "It was [-very cold-]{+quite warm+} there"
    );
}

#[test]
fn scripts_without_spaces_have_words() {
    assert_eq!(compared("港口关闭", "港口开放"), "港口[-关闭-]{+开放+}");
    assert_eq!(compared("Гавань закрита.", "Гавань відкрита."), "Гавань [-закрита-]{+відкрита+}.");
}

#[test]
fn blocks_are_unchanged_changed_inserted_and_deleted_by_key() {
    let before = [("a", "One."), ("b", "Two old words."), ("c", "Three."), ("d", "Four.")];
    let after = [("a", "One."), ("b", "Two new words."), ("x", "Something else."), ("d", "Four.")];
    assert_eq!(
        became(&before, &after),
        [
            "unchanged: One.",
            "changed: Two [-old-]{+new+} words.",
            "deleted: [-Three.-]",
            "inserted: {+Something else.+}",
            "unchanged: Four."
        ]
    );
    assert_eq!(became(&before, &before).iter().filter(|it| it.starts_with("unchanged:")).count(), 4);
}

#[test]
fn a_block_that_stands_elsewhere_is_moved() {
    let before = [("a", "One."), ("b", "Two."), ("c", "Three."), ("d", "Four.")];
    let after = [("d", "Four!"), ("a", "One."), ("b", "Two."), ("c", "Three.")];
    assert_eq!(
        became(&before, &after),
        ["changed, moved: Four[-.-]{+!+}", "unchanged: One.", "unchanged: Two.", "unchanged: Three."]
    );
}

#[test]
fn a_block_that_got_another_key_is_known_by_its_words() {
    let before = [("a", "One."), ("b", "The ferry leaves at seven.")];
    let after = [("x", "One."), ("y", "The ferry leaves at eight.")];
    assert_eq!(
        became(&before, &after),
        ["unchanged: One.", "changed: The ferry leaves at [-seven-]{+eight+}."]
    );
}

#[test]
fn marks_alone_make_a_change_without_words() {
    let mut bold = block("a", "One.");
    if let BlockContent::Text(text) = &mut bold.content {
        text.spans[0].marks.push(Mark::Strong);
    }
    let parts = blocks(&[block("a", "One.")], &[bold], &mut Budget::new());
    assert_eq!(told(&parts), ["changed: One."]);
    assert!(parts[0].differs_without_words());
}

#[test]
fn facts_are_known_by_their_words_and_their_order() {
    let fact =
        |text: &str| Fact { text: vec![Span::plain(text)], sources: vec![], as_of: None, review_by: None };
    let before: Vec<_> = ["Opened in 1974.", "It is 12 km long.", "Owned by the state."].map(fact).into();
    let after: Vec<_> = ["Built by two firms.", "Opened in 1974.", "It is 13 km long."].map(fact).into();
    assert_eq!(
        told(&facts(&before, &after, &mut Budget::new())),
        [
            "inserted: {+Built by two firms.+}",
            "unchanged: Opened in 1974.",
            "changed: It is [-12-]{+13+} km long.",
            "deleted: [-Owned by the state.-]"
        ]
    );
}

proptest::proptest! {
    #[test]
    fn segments_hold_both_texts(before in "[ab .\n]{0,40}", after in "[ab .\n]{0,40}") {
        let segments = words(&before, &after, &mut Budget::new());
        let without = |edit: Edit| -> String {
            segments.iter().filter(|it| it.edit != edit).map(|it| it.text.as_str()).collect()
        };
        proptest::prop_assert_eq!((without(Edit::Inserted), without(Edit::Deleted)), (before, after));
    }

    #[test]
    fn every_block_is_told_once(before in keys(), after in keys()) {
        let body = |keys: &[u8]| keys.iter().map(|key| block(&key.to_string(), &text(usize::from(*key), 3))).collect::<Vec<_>>();
        let parts = blocks(&body(&before), &body(&after), &mut Budget::new());
        let mut places: Vec<usize> = parts.iter().filter_map(|part| Some(part.before.as_ref()?.index)).collect();
        places.sort_unstable();
        proptest::prop_assert!(places.into_iter().eq(0..before.len()));
        proptest::prop_assert!(parts.iter().filter_map(|part| Some(part.after.as_ref()?.index)).eq(0..after.len()));
    }
}

fn keys() -> impl proptest::strategy::Strategy<Value = Vec<u8>> {
    use proptest::strategy::Strategy as _;
    proptest::sample::subsequence((0_u8..12).collect::<Vec<_>>(), 0..12).prop_shuffle()
}

/// A text of so many different words.
fn text(seed: usize, words: usize) -> String {
    let words: Vec<_> = (0..words).map(|word| format!("w{}", seed * 7_919 + word * 31)).collect();
    words.join(" ") + " "
}

#[test]
fn the_longest_bodies_are_compared_soon() {
    let start = std::time::Instant::now();
    let many = |seed: usize| -> Vec<Block> {
        (0..5_000).map(|index| block(&format!("{seed}-{index}"), &text(seed + index, 40))).collect()
    };
    assert_eq!(blocks(&many(1), &many(900_001), &mut Budget::new()).len(), 10_000);
    let turned: Vec<Block> = many(1).into_iter().rev().collect();
    assert_eq!(blocks(&many(1), &turned, &mut Budget::new()).iter().filter(|part| part.moved).count(), 4_999);
    let long = compared(&text(1, 20_000), &text(500, 20_000));
    assert!(long.starts_with("[-") && long.trim_end().ends_with("+}"), "replaced as a whole");
    let again = "a b ".repeat(3_000);
    assert!(!compared(&again, &format!("x {again} y {again}")).is_empty());
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

#[test]
fn all_paragraphs_changed_in_a_word_are_compared_in_detail() {
    let many = |last: &str| -> Vec<Block> {
        (0..2_000)
            .map(|index| block(&index.to_string(), &format!("{}{last} end.", text(index, 60))))
            .collect()
    };
    let parts = blocks(&many("old"), &many("new"), &mut Budget::new());
    assert!(parts.iter().all(|part| marked(&part.segments).ends_with("[-old-]{+new+} end.")));
}
