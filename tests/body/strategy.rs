//! Arbitrary valid bodies in their normal form, with the nastiest texts we know.

use dateline::domain::Body;
use dateline::domain::body::{
    Block, BlockContent, Embed, FactBoxBlock, ImageBlock, ListItem, ListKind, Mark, Mode, PullQuote, Span,
    Style, Table, TextBlock, normalize_spans,
};
use proptest::prelude::*;
use proptest::sample::select;

use super::library::{SIZE, id};

/// Pieces of text that mean something to HTML or to Markdown, or that are hard to cut.
const NASTY: &[&str] = &[
    "a",
    "b",
    "word",
    "Wort",
    " ",
    "  ",
    "\t",
    "\n",
    "\u{a0}",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "``",
    "[",
    "]",
    "](",
    "!",
    "![",
    "<",
    ">",
    "&",
    "&amp;",
    "&#35;",
    "&copy",
    "\"",
    "'",
    "\\",
    "|",
    "#",
    "# ",
    "-",
    "- ",
    "+ ",
    "1.",
    "1. ",
    "2) ",
    "=",
    "===",
    "---",
    ":-",
    ":--|--:",
    "> ",
    "    ",
    "~~~",
    "```",
    "http://x.example",
    "www.example.com",
    " @ ",
    "<b>",
    "</aside>",
    "<script>alert(1)</script>",
    "<!--",
    "-->",
    "]]>",
    "javascript:alert(1)",
    "é",
    "ї",
    "ß",
    "漢字",
    "שלום",
    "مرحبا",
    "\u{202e}",
    "👩‍👩‍👧",
    "🇺🇦",
    "e\u{301}",
    "\u{2028}",
    "“",
    "”",
    "—",
    "…",
    "%",
    "%%",
    "$",
    "{{",
    "^",
    "[^1]",
    "[x]",
    "(",
    ")",
    ";",
    "?",
    "0",
    "9",
    ".",
    ",",
];

/// Link targets, awkward but allowed.
const TARGETS: &[&str] = &[
    "https://example.com/",
    "https://example.com/a?b=1&copy;=2&amp;c",
    "https://example.com/(a)[b]<c>\"d\"'e'",
    "https://example.com/a\\b`c`|d*e_f",
    "https://example.com/ü/漢字#§",
    "https://example.com/a b",
    "http://x.example",
    "mailto:a@example.com",
    "mailto:img src=x onerror=alert(1)",
    "mailto:/script",
    "tel:+380441234567",
    "/path?a=&lt;b",
    "#part",
];

fn text() -> impl Strategy<Value = String> {
    let nasty = select(NASTY).prop_map(str::to_owned);
    prop::collection::vec(prop_oneof![4 => nasty, 1 => "[a-zA-Z ]{1,8}", 1 => "\\PC{1,4}"], 1..8)
        .prop_map(|pieces| pieces.concat())
        // A bare e-mail address becomes a link in Markdown.
        .prop_map(|text| text.replace('@', " @ "))
}

fn mark() -> impl Strategy<Value = Mark> {
    prop_oneof![
        3 => Just(Mark::Strong),
        3 => Just(Mark::Em),
        2 => Just(Mark::Code),
        1 => Just(Mark::Underline),
        2 => Just(Mark::StrikeThrough),
        2 => select(TARGETS).prop_map(|href| Mark::Link(href.to_owned())),
        1 => (0..SIZE).prop_map(|n| Mark::InternalLink(id(n))),
    ]
}

/// A span; now and then one whose text is its own link target.
fn span() -> impl Strategy<Value = Span> {
    let marks =
        prop_oneof![3 => prop::collection::vec(mark(), 0..2), 1 => prop::collection::vec(mark(), 0..4)];
    let own = select(TARGETS).prop_map(|href| {
        let text = href.strip_prefix("mailto:").filter(|text| !text.contains('@')).unwrap_or(href).to_owned();
        Span { text: text.replace('@', "at"), marks: vec![Mark::Link(href.to_owned())] }
    });
    prop_oneof![12 => (text(), marks).prop_map(|(text, marks)| Span { text, marks }), 1 => own]
}

/// A run of text.
pub(crate) fn spans() -> impl Strategy<Value = Vec<Span>> {
    prop::collection::vec(span(), 0..5).prop_map(normalize_spans)
}

fn line() -> impl Strategy<Value = String> {
    text().prop_filter("not empty", |text| !text.trim().is_empty())
}

fn style() -> impl Strategy<Value = Style> {
    prop_oneof![
        5 => Just(Style::Normal),
        1 => Just(Style::H2),
        1 => Just(Style::H3),
        1 => Just(Style::H4),
        2 => Just(Style::Blockquote),
    ]
}

fn list() -> impl Strategy<Value = Option<ListItem>> {
    let kind = prop_oneof![Just(ListKind::Bullet), Just(ListKind::Number)];
    let level = prop_oneof![4 => 1..4_u8, 1 => 1..=10_u8];
    prop::option::of((kind, level).prop_map(|(kind, level)| ListItem { kind, level }))
}

fn content() -> impl Strategy<Value = BlockContent> {
    let text = (style(), list(), spans()).prop_map(|(style, list, spans)| TextBlock { style, list, spans });
    let code = "[a-z <&|`~#*\\\\\n\t-]{0,20}".prop_map(|text| TextBlock {
        style: Style::Normal,
        list: None,
        spans: normalize_spans(vec![Span { text, marks: vec![Mark::Code] }]),
    });
    let image = (0..SIZE, prop::option::of(line()))
        .prop_map(|(n, caption)| BlockContent::Image(ImageBlock { image: id(n), caption }));
    let mode = prop_oneof![Just(Mode::Follow), (1..9_u32).prop_map(Mode::Pin)];
    let fact_box =
        (0..SIZE, mode).prop_map(|(n, mode)| BlockContent::FactBox(FactBoxBlock { fact_box: id(n), mode }));
    let urls: Vec<_> = TARGETS.iter().filter(|target| target.starts_with("http")).copied().collect();
    let embed = (select(urls), prop::option::of(line()))
        .prop_map(|(url, title)| BlockContent::Embed(Embed { url: url.to_owned(), title }));
    let quote = (line(), prop::option::of(line()))
        .prop_map(|(text, attribution)| BlockContent::PullQuote(PullQuote { text, attribution }));
    let table = (any::<bool>(), 1..4_usize, 1..4_usize).prop_flat_map(|(header, width, height)| {
        prop::collection::vec(prop::collection::vec(spans(), width), height)
            .prop_map(move |rows| BlockContent::Table(Table { header, rows }))
    });
    prop_oneof![
        8 => text.prop_map(BlockContent::Text),
        1 => code.prop_map(BlockContent::Text),
        1 => image,
        1 => fact_box,
        1 => embed,
        1 => quote,
        2 => table,
        1 => Just(BlockContent::Divider),
    ]
}

/// A body.
pub(crate) fn body() -> impl Strategy<Value = Body> {
    prop::collection::vec(content(), 0..7).prop_map(|contents| {
        let blocks = contents.into_iter().enumerate();
        Body::new(blocks.map(|(index, content)| Block { key: index.to_string(), content }).collect())
    })
}
