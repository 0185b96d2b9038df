//! Comparisons as people read them.

use serde_json::json;

use super::{html, text};
use crate::domain::body::{Block, BlockContent, Mark, Span, Style, TextBlock};
use crate::domain::diff::{Budget, Diff, MemberDiff, blocks, words};

fn block(key: &str, style: Style, text: &str, marks: &[Mark]) -> Block {
    let spans = vec![Span { text: text.to_owned(), marks: marks.to_vec() }];
    Block { key: key.to_owned(), content: BlockContent::Text(TextBlock { style, list: None, spans }) }
}

fn plain(key: &str, text: &str) -> Block {
    block(key, Style::Normal, text, &[])
}

fn diff(before: &[Block], after: &[Block]) -> Diff<serde_json::Value> {
    let budget = &mut Budget::new();
    let title = MemberDiff {
        name: "title".to_owned(),
        before: Some(json!("Old & new")),
        after: Some(json!("Old & <b>")),
        segments: words("Old & new", "Old & <b>", budget),
    };
    let tags =
        MemberDiff { name: "tags".to_owned(), before: None, after: Some(json!(["a"])), segments: vec![] };
    Diff { members: vec![title, tags], blocks: blocks(before, after, budget), items: vec![] }
}

#[test]
fn insertions_and_deletions_are_marked() {
    let before = [block("a", Style::H2, "Head", &[]), plain("b", "It is shut."), plain("c", "Gone.")];
    let after = [block("a", Style::H2, "Head", &[]), plain("b", "It is open."), plain("d", "New\nline.")];
    let diff = diff(&before, &after);
    assert_eq!(
        text(&diff),
        "title: Old & [-new-]{+<b>+}\ntags: {+[\"a\"]+}\n\nHead\n\nIt is [-shut-]{+open+}.\n\n[-Gone.-]\n\n{+New\nline.+}\n"
    );
    assert_eq!(
        html(&diff),
        "<div class=\"diff\">\n<dl>\n<dt>title</dt><dd>Old &amp; <del>new</del><ins>&lt;b&gt;</ins></dd>\n\
         <dt>tags</dt><dd><ins>[&quot;a&quot;]</ins></dd>\n</dl>\n<h2 class=\"unchanged\">Head</h2>\n\
         <p class=\"changed\">It is <del>shut</del><ins>open</ins>.</p>\n\
         <p class=\"deleted\"><del>Gone.</del></p>\n<p class=\"inserted\"><ins>New<br>line.</ins></p>\n</div>\n"
    );
}

#[test]
fn what_words_cannot_say_is_a_remark() {
    let before = [plain("a", "One."), plain("b", "Two."), plain("c", "Three.")];
    let after =
        [plain("c", "Three."), plain("a", "One."), block("b", Style::Normal, "Two.", &[Mark::Strong])];
    let diff = diff(&before, &after);
    assert!(text(&diff).ends_with("(moved) Three.\n\nOne.\n\n(differs in marks or details) Two.\n"));
    assert!(html(&diff).contains("<p class=\"unchanged moved\"><small>(moved)</small> Three.</p>"));
}

#[test]
fn hostile_text_is_text() {
    let before = [plain("a", "<script>alert(1)</script>"), plain("b", "x")];
    let after = [plain("a", "<img src=x onerror=alert(1)>"), plain("<key>\"", "\"><svg onload=alert(1)>")];
    let html = html(&diff(&before, &after));
    for tag in html.split('<').skip(1) {
        let name = tag.split(['>', ' ']).next().unwrap();
        assert!(
            ["div", "dl", "dt", "dd", "p", "ins", "del", "br"].contains(&name.trim_start_matches('/')),
            "{tag}"
        );
    }
}

#[test]
fn the_same_is_said_to_be_the_same() {
    let nothing = Diff { members: vec![], ..diff(&[plain("a", "One.")], &[plain("a", "One.")]) };
    assert_eq!(
        (text(&nothing).as_str(), html(&nothing).as_str()),
        ("Nothing differs.\n", "<p class=\"diff\">Nothing differs.</p>\n")
    );
}
