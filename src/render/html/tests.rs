//! Single rules of writing HTML.

use super::{body, escape, inline};
use crate::domain::body::{
    BlockContent, Embed, FactBoxBlock, ImageBlock, ListKind, Mark, Mode, PullQuote, Span, Style, Table,
};
use crate::render::tests::{self, KNOWN, Shelf, UNKNOWN, id, item, span, text};

fn html(contents: impl IntoIterator<Item = BlockContent>) -> String {
    body(&tests::body(contents), &Shelf::new())
}

#[test]
fn text_is_escaped_and_forbidden_characters_are_left_out() {
    assert_eq!(
        escape("<a b=\"c\" d='e'>&\u{0}\u{b}\u{fffe}"),
        "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;"
    );
}

#[test]
fn marks_nest_and_a_line_feed_is_a_break() {
    let spans = [span("a", &[Mark::Strong]), span("b\nc", &[Mark::Strong, Mark::Em]), span("d", &[Mark::Em])];
    assert_eq!(inline(&spans, &Shelf::new()), "<strong>a<em>b<br>c</em></strong><em>d</em>");
}

#[test]
fn a_link_that_may_not_be_followed_is_text() {
    for href in ["javascript:alert(1)", "data:text/html,x", "foo/bar", "//example.com"] {
        assert_eq!(inline(&[span("x", &[Mark::Link(href.to_owned())])], &Shelf::new()), "x");
    }
}

#[test]
fn a_link_to_an_article_has_its_address_and_one_to_nothing_keeps_its_text() {
    let known = span("x", &[Mark::InternalLink(id(KNOWN))]);
    let expected = format!("<a href=\"/stories/one\" data-article=\"{KNOWN}\">x</a>");
    assert_eq!(inline(&[known], &Shelf::new()), expected);
    assert_eq!(inline(&[span("x", &[Mark::InternalLink(id(UNKNOWN))])], &Shelf::new()), "x");
}

#[test]
fn neighbouring_quotations_are_one() {
    let quote = |words| text(Style::Blockquote, vec![Span::plain(words)]);
    assert_eq!(html([quote("a"), quote("b")]), "<blockquote><p>a</p><p>b</p></blockquote>\n");
}

#[test]
fn lists_nest() {
    use ListKind::{Bullet, Number};
    let items = [item(Bullet, 1, "a"), item(Number, 2, "b"), item(Number, 2, "c"), item(Bullet, 1, "d")];
    assert_eq!(html(items), "<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>\n");
    assert_eq!(
        html([item(Bullet, 3, "a"), item(Number, 1, "b")]),
        "<ul><li><ul><li><ul><li>a</li></ul></li></ul></li></ul><ol><li>b</li></ol>\n"
    );
}

#[test]
fn an_image_has_its_size_caption_and_credit() {
    let image = |caption: Option<&str>, image| {
        BlockContent::Image(ImageBlock { image: id(image), caption: caption.map(str::to_owned) })
    };
    let figure = |caption| {
        format!(
            "<figure><img src=\"https://example.com/i.jpg\" alt=\"A &quot;harbour&quot;\" width=\"800\" \
             height=\"600\"><figcaption>{caption} <small class=\"credit\">A &amp; B</small></figcaption></figure>\n"
        )
    };
    assert_eq!(html([image(None, KNOWN)]), figure("At dawn"));
    assert_eq!(html([image(Some("At dusk"), KNOWN)]), figure("At dusk"));
    assert_eq!(html([image(None, UNKNOWN)]), "");
}

#[test]
fn a_fact_box_is_an_aside() {
    let fact_box = |mode, fact_box| BlockContent::FactBox(FactBoxBlock { fact_box: id(fact_box), mode });
    let inside = "<h2>The &lt;tunnel&gt;</h2><ul><li>Long</li><li>Deep<br>and dark</li></ul></aside>\n";
    let open = format!("<aside class=\"factbox\" id=\"factbox-{KNOWN}\"");
    assert_eq!(html([fact_box(Mode::Follow, KNOWN)]), format!("{open}>{inside}"));
    assert_eq!(html([fact_box(Mode::Pin(2), KNOWN)]), format!("{open} data-pin=\"2\">{inside}"));
    assert_eq!(html([fact_box(Mode::Follow, UNKNOWN)]), "");
}

#[test]
fn an_embed_is_a_link_and_a_pull_quote_a_figure() {
    let embed = |title: Option<&str>| {
        let title = title.map(str::to_owned);
        BlockContent::Embed(Embed { url: "https://example.com/?a&b".to_owned(), title })
    };
    let link = |text| {
        format!("<figure class=\"embed\"><a href=\"https://example.com/?a&amp;b\">{text}</a></figure>\n")
    };
    assert_eq!(html([embed(Some("A <film>"))]), link("A &lt;film&gt;"));
    assert_eq!(html([embed(None)]), link("https://example.com/?a&amp;b"));
    let quote = PullQuote { text: "We\ndid".to_owned(), attribution: Some("She".to_owned()) };
    assert_eq!(
        html([BlockContent::PullQuote(quote)]),
        "<figure class=\"pullquote\"><blockquote><p>We<br>did</p></blockquote><figcaption>She</figcaption></figure>\n"
    );
}

#[test]
fn a_table_has_a_head_when_it_has_a_header() {
    let rows = vec![vec![vec![Span::plain("a")]], vec![vec![Span::plain("b")]]];
    let table = |header| BlockContent::Table(Table { header, rows: rows.clone() });
    assert_eq!(
        html([table(true)]),
        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>\n"
    );
    assert_eq!(
        html([table(false)]),
        "<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>\n"
    );
}

#[test]
fn lines_of_code_keep_their_white_space() {
    let code = text(Style::Normal, vec![span("if a:\n    b", &[Mark::Code])]);
    assert_eq!(html([code, BlockContent::Divider]), "<pre><code>if a:\n    b</code></pre>\n<hr>\n");
}
