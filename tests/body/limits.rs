//! Depth costs no stack, size costs no more than it must.

use std::time::{Duration, Instant};

use dateline::domain::body::{BlockContent, plain_text};
use dateline::{parse, render};

use super::library::Library;

const DEPTH: usize = 10_000;

/// Far more than it takes, so that a slow machine does not fail, and far less than anything quadratic takes.
const PATIENCE: Duration = Duration::from_mins(1);

fn html(text: &str) -> usize {
    let mut library = Library::new();
    let start = Instant::now();
    let body = parse::html::body(text, &mut library);
    render::html::body(&body, &library);
    render::markdown::body(&body, &library);
    let taken = start.elapsed();
    assert!(taken < PATIENCE, "{} bytes took {taken:?}", text.len());
    body.blocks().len()
}

fn markdown(text: &str) -> usize {
    let mut library = Library::new();
    let start = Instant::now();
    let blocks = parse::markdown::body(text, &mut library).blocks().len();
    let taken = start.elapsed();
    assert!(taken < PATIENCE, "{} bytes took {taken:?}", text.len());
    blocks
}

#[test]
fn html_may_nest_as_deep_as_it_likes() {
    for (open, close) in [
        ("<div>", "</div>"),
        ("<blockquote>", "</blockquote>"),
        ("<ul><li>", "</li></ul>"),
        ("<b><i>", "</i></b>"),
        ("<table><tr><td>", "</td></tr></table>"),
        ("<figure>", "</figure>"),
        ("<a href=\"/x\">", "</a>"),
    ] {
        let nested = format!("{}x{}", open.repeat(DEPTH), close.repeat(DEPTH));
        assert_eq!(html(&nested), 1, "{open}");
        assert_eq!(html(&open.repeat(DEPTH)), 0, "{open}");
        assert_eq!(html(&format!("{}x", open.repeat(DEPTH))), 1, "{open}");
    }
}

#[test]
fn markdown_may_nest_as_deep_as_it_likes() {
    assert_eq!(markdown(&format!("{}x", "> ".repeat(DEPTH))), 1);
    assert_eq!(markdown(&format!("{}x{}", "*".repeat(DEPTH), "*".repeat(DEPTH))), 1);
    assert_eq!(markdown(&format!("{}x{}", "[".repeat(DEPTH), "](/y)".repeat(DEPTH))), 1);
    assert_eq!(markdown(&format!("{}x", "**a *b ".repeat(DEPTH))), 1);
    assert!(markdown(&format!("{}x", "- ".repeat(DEPTH))) >= 1);
    assert!(markdown(&format!("{}x", "<div>".repeat(DEPTH))) >= 1);
}

#[test]
fn lists_below_the_deepest_level_stand_on_it() {
    let nested = format!("{}x", "<ul><li>".repeat(12));
    let body = parse::html::body(&nested, &mut Library::new());
    let BlockContent::Text(text) = &body.blocks()[0].content else { panic!("not a text") };
    assert_eq!((text.list.unwrap().level, plain_text(&text.spans).as_str()), (10, "x"));
}

#[test]
fn a_megabyte_is_read_while_one_waits() {
    const MEGABYTE: usize = 1_000_000;
    let filled = |piece: &str| piece.repeat(MEGABYTE / piece.len());
    html(&filled("<p>Some words with <b>marks</b> and <a href=\"/x\">a link</a> &amp; more.</p>\n"));
    html(&filled("words without end "));
    html(&filled("<p><b>"));
    html(&filled("<td>x"));
    html(&filled("<li>x"));
    html(&format!("<ul><li>{}", filled("<p>x")));
    html(&filled("<script>"));
    html(&filled("<aside class=factbox id=factbox-x>"));
    html(&filled("&"));
    html(&filled("<"));
    markdown(&filled("Some words with **marks** and [a link](/x) & more.\n\n"));
    markdown(&filled("- x\n"));
    markdown(&filled("| a | b |\n"));
    markdown(&filled("<b>x</b> "));
    markdown(&filled("![a](/b) "));
}
