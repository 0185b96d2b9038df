//! Nothing that a browser would run comes through a body.

use dateline::domain::Validator;
use dateline::{parse, render};
use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::prelude::*;
use proptest::sample::select;

use super::canonical::{as_it_is, canonical, contents, without_white_space};
use super::library::Library;
use super::strategy;

const ATTACKS: &[&str] = &[
    "<script>",
    "</script>",
    "<img src=x onerror=alert(1)>",
    "<a href=\"javascript:alert(1)\">",
    "</a>",
    "<a href=\"java\tscript:alert(1)\">",
    "<a href=' JaVaScRiPt:alert(1)'>",
    "<a href=data:text/html,x>",
    "[x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "<svg onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe src=https://example.com/>",
    "<style>",
    "</style>",
    "<aside class=factbox id=factbox-00000000-0000-0000-0000-000000000001>",
    "</aside>",
    "<math><mi>",
    "<table>",
    "<td>",
    "<th>",
    "</table>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<textarea>",
    "</textarea>",
    "<noscript>",
    "<plaintext>",
    "<xmp>",
    "</xmp>",
    "<p title=\"",
    "\"",
    "'",
    "`",
    "<b",
    ">",
    "&lt;script&gt;",
    "\0",
    "\u{8}",
    "\n\n",
    "    ",
    "```",
    "> ",
    "- ",
    "1. ",
    "| a | b |\n|---|---|\n",
    "<figure class=embed>",
    "<figure class=pullquote>",
    "<figcaption>",
    "</figure>",
    "<ul><li>",
    "<pre>",
    "</pre>",
    "<h2>",
    "<video><source src=//x>",
    "<b>",
    "<u>",
    "text",
];

fn hostile() -> impl Strategy<Value = String> {
    prop::collection::vec(prop_oneof![5 => select(ATTACKS).prop_map(str::to_owned), 1 => ".{0,8}"], 0..24)
        .prop_map(|pieces| pieces.concat())
}

/// What a browser would make of `html`.
fn faults(html: &str) -> Vec<String> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    let mut faults = Vec::new();
    let mut nodes: Vec<Handle> = vec![dom.document.clone()];
    while let Some(node) = nodes.pop() {
        if let NodeData::Element { name, attrs, .. } = &node.data {
            if matches!(&*name.local, "script" | "style" | "iframe" | "svg" | "object" | "form" | "input") {
                faults.push(name.local.to_string());
            }
            for attribute in attrs.borrow().iter() {
                let (name, value) = (&*attribute.name.local, attribute.value.trim().to_ascii_lowercase());
                let runs =
                    ["javascript:", "data:", "vbscript:"].iter().any(|scheme| value.starts_with(scheme));
                if name.starts_with("on") || name == "style" || (runs && matches!(name, "href" | "src")) {
                    faults.push(format!("{name}={value}"));
                }
            }
        }
        nodes.extend(node.children.borrow().iter().cloned());
    }
    faults
}

/// What readers of our Markdown would make of it.
fn as_html(markdown: &str) -> String {
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.render.r#unsafe = true;
    comrak::markdown_to_html(markdown, &options)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_hostile_comes_through(text in hostile()) {
        let mut library = Library::new();
        for body in [parse::html::body(&text, &mut library), parse::markdown::body(&text, &mut library)] {
            let html = render::html::body(&body, &library);
            prop_assert_eq!(faults(&html), Vec::<String>::new(), "{}", html);
            let markdown = render::markdown::body(&body, &library);
            prop_assert_eq!(faults(&as_html(&markdown)), Vec::<String>::new(), "{}", markdown);
            render::text::body(&body, &library);
        }
    }

    #[test]
    fn what_was_read_is_valid_and_survives(text in hostile()) {
        let mut library = Library::new();
        for body in [parse::html::body(&text, &mut library), parse::markdown::body(&text, &mut library)] {
            let mut validator = Validator::new();
            body.validate(&mut validator);
            prop_assert!(validator.finish().is_ok());
            let html = render::html::body(&body, &library);
            let read = parse::html::body(&html, &mut library);
            prop_assert_eq!(contents(&read), canonical(&body, as_it_is), "{}", html);
            let markdown = render::markdown::body(&body, &library);
            let read = parse::markdown::body(&markdown, &mut library);
            prop_assert_eq!(contents(&read), canonical(&body, without_white_space), "{}", markdown);
        }
    }

    #[test]
    fn nothing_hostile_comes_out_of_a_valid_body(body in strategy::body()) {
        let library = Library::new();
        let html = render::html::body(&body, &library);
        prop_assert_eq!(faults(&html), Vec::<String>::new(), "{}", html);
        let markdown = render::markdown::body(&body, &library);
        prop_assert_eq!(faults(&as_html(&markdown)), Vec::<String>::new(), "{}", markdown);
    }

    #[test]
    fn no_text_makes_a_reader_panic(text in any::<String>()) {
        let mut library = Library::new();
        parse::html::body(&text, &mut library);
        parse::markdown::body(&text, &mut library);
        parse::markdown::inline(&text, &mut library);
    }
}
