//! Single rules of reading Markdown.

use super::{body, inline};
use crate::domain::body::{BlockContent, Embed, FactBoxBlock, Mode, PullQuote};
use crate::parse::tests::{Names, shown};
use crate::render::tests::{KNOWN, Shelf, id};

/// Each input with the HTML of the body that it gives.
fn read(cases: &[(&str, &str)]) {
    for (input, expected) in cases {
        assert_eq!(shown(&body(input, &mut Names)), *expected, "{input}");
    }
}

fn contents(markdown: &str) -> Vec<BlockContent> {
    body(markdown, &mut Names).blocks().iter().map(|block| block.content.clone()).collect()
}

#[test]
fn blocks_are_read() {
    read(&[
        ("# a\n\n##### b\n\nc\nd  \ne", "<h2>a</h2><h4>b</h4><p>c d<br>e</p>"),
        ("> a\n>\n> b\n\nc\n\n---", "<blockquote><p>a</p><p>b</p></blockquote><p>c</p><hr>"),
        ("- a\n  1. b\n\n  c\n- d", "<ul><li>a<ol><li>b</li></ol></li><li>c</li><li>d</li></ul>"),
        ("- a\n\n  b", "<ul><li>a<br>b</li></ul>"),
        ("- [x] a[^1]", "<ul><li>[x] a[^1]</li></ul>"),
        (
            "| a |\n|---|\n| b |",
            "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
        ),
        ("|  |\n|---|\n| b |", "<table><tbody><tr><td>b</td></tr></tbody></table>"),
        ("```rust\na\n  b\n```", "<pre><code>a  b</code></pre>"),
    ]);
}

#[test]
fn marks_and_links_are_read() {
    let article = format!("<p><a href=\"/stories/one\" data-article=\"{KNOWN}\">a</a></p>");
    read(&[
        ("*a* **b** ~~c~~ `d`", "<p><em>a</em> <strong>b</strong> <s>c</s> <code>d</code></p>"),
        ("https://example.com", "<p><a href=\"https://example.com\">https://example.com</a></p>"),
        ("[a](javascript:b) [c](d/e)", "<p>a c</p>"),
        ("[a](/one)", &article),
    ]);
}

#[test]
fn raw_html_is_read_as_html() {
    read(&[
        ("a <u>*b*</u> <b onclick=x>c</b>", "<p>a <u><em>b</em></u> <strong>c</strong></p>"),
        ("<div>\n\n## a\n\n</div>\n\n<div>*b*</div>", "<h2>a</h2><p>*b*</p>"),
        ("a <script>b</script> c", "<p>a c</p>"),
        ("a <script> b\n\nc", "<p>a b</p><p>c</p>"),
    ]);
}

#[test]
fn a_picture_divides_its_paragraph() {
    let blocks = contents("a ![b](i.jpg \"c\") d");
    let [_, BlockContent::Image(image), _] = &blocks[..] else { panic!("{blocks:?}") };
    assert_eq!(image.caption.as_deref(), Some("c"));
}

#[test]
fn embeds_and_pull_quotes_and_fact_boxes_are_read() {
    let embed = Embed { url: "https://example.com/".to_owned(), title: Some("a b".to_owned()) };
    assert_eq!(contents("[a *b*](https://example.com/ \"embed\")"), [BlockContent::Embed(embed)]);
    let quote = PullQuote { text: "a\nb".to_owned(), attribution: Some("c".to_owned()) };
    assert_eq!(
        contents("<figure class=\"pullquote\">\n\n> a\n>\n> b\n\nc\n\n</figure>"),
        [BlockContent::PullQuote(quote)]
    );
    let fact_box = BlockContent::FactBox(FactBoxBlock { fact_box: id(KNOWN), mode: Mode::Pin(2) });
    let short = "<aside class=\"factbox\" id=\"factbox-tunnel\" data-pin=\"2\"></aside>";
    let long = "<aside class=\"factbox\" id=\"factbox-tunnel\" data-pin=\"2\">\n\n### a\n\n- b\n\n</aside>";
    for markdown in [short, long] {
        assert_eq!(contents(markdown), std::slice::from_ref(&fact_box));
    }
}

#[test]
fn a_run_of_text_has_lines_instead_of_blocks() {
    let spans = inline("a *b*\n\n- c\n- ![d](i.jpg)\n\n## e", &mut Names);
    assert_eq!(crate::render::html::inline(&spans, &Shelf::new()), "a <em>b</em><br>c<br>d<br>e");
}
