//! Single rules of reading HTML.

use super::body;
use crate::domain::body::{BlockContent, Embed, FactBoxBlock, Mode};
use crate::parse::tests::{Names, shown};
use crate::render::tests::{KNOWN, id};

/// Each input with the HTML of the body that it gives.
fn read(cases: &[(&str, &str)]) {
    for (input, expected) in cases {
        assert_eq!(shown(&body(input, &mut Names)), *expected, "{input}");
    }
}

fn contents(html: &str) -> Vec<BlockContent> {
    body(html, &mut Names).blocks().iter().map(|block| block.content.clone()).collect()
}

#[test]
fn whatever_divides_the_text_makes_paragraphs() {
    read(&[
        ("a<div>b<section>c</section>d</div>e", "<p>a</p><p>b</p><p>c</p><p>d</p><p>e</p>"),
        ("<p>a<p>b</div></p>c", "<p>a</p><p>b</p><p>c</p>"),
        ("<h1>a</h1><h5>b</h5><h6>c</h6>", "<h2>a</h2><h4>b</h4><h4>c</h4>"),
        ("<h2>a<p>b</p><p>c", "<h2>a</h2><p>b</p><p>c</p>"),
        ("<h2><div>a</div></h2>b", "<h2>a</h2><p>b</p>"),
        ("<p>&nbsp;</p><p> </p><p><br></p>", ""),
        ("<dl><dt>a<dd>b</dl>", "<p><strong>a</strong></p><p>b</p>"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "<p><strong>a</strong></p><p>b</p>"),
        ("a<hr>b", "<p>a</p><hr><p>b</p>"),
        ("<blockquote>a<p>b</blockquote>c", "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>"),
    ]);
}

#[test]
fn white_space_collapses_except_in_preformatted_text() {
    read(&[
        ("<p> a \n\t b<b> c</b>  <i> d</i> <br> e </p>", "<p>a b<strong> c</strong> <em>d</em><br>e</p>"),
        ("a&nbsp; b", "<p>a\u{a0} b</p>"),
        ("<pre> a  b</pre>", "<p><code>a b</code></p>"),
    ]);
    let html = "<pre><code class=x>\n  a\n    <span>b</span>\n</code></pre>";
    let code = super::super::markdown::body("```\n  a\n    b\n```", &mut Names);
    assert_eq!(body(html, &mut Names), code);
}

#[test]
fn marks_have_many_names() {
    read(&[
        (
            "<b>a</b><i>b</i><del>c</del><ins>d</ins><kbd>e</kbd>",
            "<p><strong>a</strong><em>b</em><s>c</s><u>d</u><code>e</code></p>",
        ),
        ("<span style=x>a</span><sup>2</sup>", "<p>a2</p>"),
        ("<b>a<i>b</b>c</i>", "<p><strong>a<em>b</em></strong><em>c</em></p>"),
        ("<b><b>a</b>b</b>c", "<p><strong>ab</strong>c</p>"),
    ]);
}

#[test]
fn only_harmless_links_stay() {
    let article = format!("<p><a href=\"/stories/one\" data-article=\"{KNOWN}\">a</a></p>");
    read(&[
        ("<a href=' https://example.com '>a</a>", "<p><a href=\"https://example.com\">a</a></p>"),
        ("<a href=/x>a<a href=#y>b</a>c", "<p><a href=\"/x\">a</a><a href=\"#y\">b</a>c</p>"),
        ("<a href=javascript:x>a</a><a href='java\tscript:x'>b</a><a href=data:,x>c</a>", "<p>abc</p>"),
        ("<a href=foo/bar>a</a><a name=x>b</a>", "<p>ab</p>"),
        ("<a href=/one>a</a>", &article),
    ]);
}

#[test]
fn lists_nest_and_an_item_is_one_block() {
    read(&[
        ("<ul><li>a<ol><li>b</ol><li>c</ul>", "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>"),
        ("<ul><li><p>a</p><p>b</p></li></ul>c", "<ul><li>a<br>b</li></ul><p>c</p>"),
        ("<ul><li>a<ul><li>b</ul>c</ul>", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("<li>a<li>b", "<p>a</p><p>b</p>"),
        ("</ul></ol>a", "<p>a</p>"),
        ("<ul><li><h3>a</h3></ul>", "<ul><li><h3>a</h3></li></ul>"),
    ]);
}

#[test]
fn tables_become_rectangles() {
    read(&[
        (
            "<table><tr><th>a<th>b<tr><td>c</table>",
            "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td></td></tr></tbody></table>",
        ),
        ("<table><tr><th>a<td>b</table>", "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"),
        (
            "<table><thead><tr><td>a</thead><tr><td>b</table>",
            "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
        ),
        (
            "<table><caption>a</caption>b<tr><td><p>c</p><p>d</p></td></tr></table>e",
            "<p>a</p><p>b</p><table><tbody><tr><td>c<br>d</td></tr></tbody></table><p>e</p>",
        ),
        (
            "<table><tr><td>a<table><tr><td>b</table>c</table>",
            "<table><tbody><tr><td>a<br>b<br>c</td></tr></tbody></table>",
        ),
        (
            "<table><tr><td><b>a<tr><td>b</table>c",
            "<table><tbody><tr><td><strong>a</strong></td></tr><tr><td>b</td></tr></tbody></table><p>c</p>",
        ),
        ("<table><tr><td> </table>", ""),
    ]);
}

#[test]
fn a_picture_divides_the_text_and_takes_its_caption() {
    let captions = |html: &str| -> Vec<Option<String>> {
        let captions = contents(html).into_iter().filter_map(|content| match content {
            BlockContent::Image(image) => Some(image.caption),
            _ => None,
        });
        captions.collect()
    };
    let caption = |text: &str| vec![Some(text.to_owned())];
    assert_eq!(
        captions("<figure><img src=i.jpg><figcaption>a <b>b</b> <small class=credit>c</small>"),
        caption("a b")
    );
    assert_eq!(captions("<figure><figcaption>a</figcaption><img src=i.jpg></figure>"), caption("a"));
    assert_eq!(captions("<p>a <img src=i.jpg title='b'> c</p>"), caption("b"));
    assert_eq!(captions("<img src=i.jpg><img src=other.jpg>"), vec![None]);
    assert_eq!(contents("<p>a <img src=i.jpg> c</p>").len(), 3);
    read(&[(
        "<figure><table><tr><td>a</table><figcaption>b</figure>",
        "<table><tbody><tr><td>a</td></tr></tbody></table><p>b</p>",
    )]);
}

#[test]
fn players_become_embeds() {
    for (html, url) in [
        (
            "<iframe src='//www.youtube.com/embed/abc?rel=0' title=T>x</iframe>",
            "https://www.youtube.com/watch?v=abc",
        ),
        ("<iframe src='https://example.com/p' title=T></iframe>", "https://example.com/p"),
        ("<video title=T src='https://example.com/v.mp4'>no video?</video>", "https://example.com/v.mp4"),
        ("<figure class=embed><a href='https://example.com/'>T</a></figure>", "https://example.com/"),
    ] {
        let embed = Embed { url: url.to_owned(), title: Some("T".to_owned()) };
        assert_eq!(contents(html), [BlockContent::Embed(embed)], "{html}");
    }
    let sources = "<video><source src=https://example.com/1><source src=https://example.com/2></video>";
    let embed = Embed { url: "https://example.com/1".to_owned(), title: None };
    assert_eq!(contents(sources), [BlockContent::Embed(embed)]);
    assert_eq!(contents("<iframe src=javascript:x></iframe>"), []);
}

#[test]
fn a_fact_box_is_known_by_its_id() {
    let fact_box = |mode| BlockContent::FactBox(FactBoxBlock { fact_box: id(KNOWN), mode });
    let html = "<aside class='x factbox' id=factbox-tunnel data-pin=2><h2>a</h2><aside>b</aside>c</aside>";
    assert_eq!(contents(html), [fact_box(Mode::Pin(2))]);
    assert_eq!(
        contents("<aside class=factbox id=factbox-tunnel data-pin=0></aside>"),
        [fact_box(Mode::Follow)]
    );
    read(&[("<aside class=factbox id=factbox-other>a</aside>", "<p>a</p>")]);
    // A forgotten end tag costs no text.
    assert_eq!(contents("<aside class=factbox id=factbox-tunnel><p>a<p>b").len(), 3);
}

#[test]
fn what_says_nothing_is_dropped() {
    read(&[
        ("<title>a</title><style>b</style><script>c<b></script>d", "<p>d</p>"),
        ("a<svg><title>b</title></svg><!-- c -->d<template>e</template>", "<p>ad</p>"),
        ("<noscript>a</noscript><blink>b</blink>", "<p>ab</p>"),
        ("a\u{0}\u{b}b\u{fffe}", "<p>ab</p>"),
    ]);
}
