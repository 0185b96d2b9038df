//! Single rules of writing Markdown.

use super::{body, inline};
use crate::domain::body::{
    BlockContent, Embed, FactBoxBlock, ImageBlock, ListKind, Mark, Mode, PullQuote, Span, Style, Table,
};
use crate::render::tests::{self, KNOWN, Shelf, id, item, span, text};

fn markdown(contents: impl IntoIterator<Item = BlockContent>) -> String {
    body(&tests::body(contents), &Shelf::new())
}

fn run(spans: &[Span]) -> String {
    inline(spans, &Shelf::new())
}

#[test]
fn what_means_something_is_escaped() {
    for (text, escaped) in [
        ("1. a", r"1\. a"),
        ("- a", r"\- a"),
        ("# a", r"\# a"),
        ("a *b* [c](d) <e> &amp; \\", r"a \*b\* \[c\](d) \<e\> \&amp; \\"),
        ("a|b", r"a\|b"),
        ("https://example.com", r"https\://example.com"),
        ("www.example.com", r"www\.example.com"),
        ("a\n# b", "a\\\n\\# b"),
    ] {
        assert_eq!(run(&[Span::plain(text)]), escaped);
    }
}

#[test]
fn marks_are_delimiters_where_these_are_understood() {
    let em = |text| span(text, &[Mark::Em]);
    assert_eq!(run(&[Span::plain("a "), em("b"), Span::plain("c")]), "a *b*c");
    assert_eq!(run(&[Span::plain("a "), em("“b”"), Span::plain(" c")]), "a *“b”* c");
    assert_eq!(run(&[Span::plain("a"), em("“b”"), Span::plain("c")]), "a<em>“b”</em>c");
    assert_eq!(run(&[em("a"), span("b", &[Mark::Strong])]), "*a*<strong>b</strong>");
    assert_eq!(run(&[span("a", &[Mark::Em, Mark::Strong])]), "***a***");
    assert_eq!(run(&[span("a", &[Mark::Underline])]), "<u>a</u>");
    assert_eq!(run(&[span("a", &[Mark::StrikeThrough])]), "~~a~~");
    assert_eq!(run(&[span("a`b", &[Mark::Code])]), "``a`b``");
}

#[test]
fn a_link_cannot_be_left() {
    let link = |text: &str, href: &str| run(&[span(text, &[Mark::Link(href.to_owned())])]);
    assert_eq!(link("a](javascript:x)", "/b) c"), r"[a\](javascript:x)](/b\)%20c)");
    assert_eq!(link("https://example.com/", "https://example.com/"), "<https://example.com/>");
    // Comrak alone would write `</script>`.
    assert_eq!(link("/script", "mailto:/script"), "[/script](mailto:/script)");
    assert_eq!(link("a", "javascript:x"), "a");
    assert_eq!(link("a", "/?b&lt;c"), "[a](/?b&amp;lt;c)");
}

#[test]
fn blocks_have_their_form() {
    let rows = vec![vec![vec![Span::plain("a|b")], vec![Span::plain("c\nd")]]];
    let blocks = [
        text(Style::H2, vec![Span::plain("Title\nline")]),
        text(Style::Blockquote, vec![Span::plain("a")]),
        text(Style::Blockquote, vec![Span::plain("b")]),
        item(ListKind::Bullet, 1, "a"),
        item(ListKind::Number, 2, "b"),
        BlockContent::Divider,
        BlockContent::Image(ImageBlock { image: id(KNOWN), caption: Some("a\n\n\"b\"".to_owned()) }),
        BlockContent::Embed(Embed { url: "https://example.com/".to_owned(), title: None }),
        BlockContent::PullQuote(PullQuote { text: "We".to_owned(), attribution: Some("She".to_owned()) }),
        BlockContent::Table(Table { header: false, rows }),
        text(Style::Normal, vec![span("a\n  b", &[Mark::Code])]),
    ];
    let expected = r#"## Title<br>line

> a
>
> b

- a
  1. b

-----

![A "harbour"](https://example.com/i.jpg "a \"b\"")

[https\://example.com/](https://example.com/ "embed")

<figure class="pullquote">

> We

She

</figure>

|  |  |
| --- | --- |
| a\|b | c<br>d |

```
a
  b
```
"#;
    assert_eq!(markdown(blocks).replace("> \n", ">\n"), expected);
}

#[test]
fn a_fact_box_is_markdown_in_an_aside() {
    let fact_box = FactBoxBlock { fact_box: id(KNOWN), mode: Mode::Pin(2) };
    let expected = format!(
        "<aside class=\"factbox\" id=\"factbox-{KNOWN}\" data-pin=\"2\">\n\n### The \\<tunnel\\>\n\n- Long\n\
         - Deep\\\n  and dark\n\n</aside>\n"
    );
    assert_eq!(markdown([BlockContent::FactBox(fact_box)]), expected);
}
