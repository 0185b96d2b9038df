//! Single rules of plain text.

use super::{body, word_count};
use crate::domain::body::{
    BlockContent, Embed, FactBoxBlock, ImageBlock, ListKind, Mode, PullQuote, Span, Style, Table,
};
use crate::render::tests::{self, KNOWN, Shelf, id, item, text};

fn everything() -> Vec<BlockContent> {
    use ListKind::{Bullet, Number};
    vec![
        text(Style::H2, vec![Span::plain("Title")]),
        text(Style::Blockquote, vec![Span::plain("a")]),
        text(Style::Blockquote, vec![Span::plain("“b”")]),
        item(Number, 1, "one\nmore"),
        item(Bullet, 2, "inner"),
        item(Number, 1, "two"),
        BlockContent::Image(ImageBlock { image: id(KNOWN), caption: None }),
        BlockContent::FactBox(FactBoxBlock { fact_box: id(KNOWN), mode: Mode::Follow }),
        BlockContent::Embed(Embed {
            url: "https://example.com/".to_owned(),
            title: Some("A film".to_owned()),
        }),
        BlockContent::PullQuote(PullQuote { text: "We did".to_owned(), attribution: Some("She".to_owned()) }),
        BlockContent::Table(Table {
            header: true,
            rows: vec![vec![vec![Span::plain("x")], vec![Span::plain("y\nz")]]],
        }),
        BlockContent::Divider,
    ]
}

#[test]
fn every_block_has_its_lines() {
    let expected = "Title\n\na\n\n“b”\n\n1. one\n   more\n  • inner\n2. two\n\nAt dawn\n\n\
                    The <tunnel>\n• Long\n• Deep\n  and dark\n\nA film: https://example.com/\n\n\
                    We did\n— She\n\nx\ty z\n\n* * *";
    assert_eq!(body(&tests::body(everything()), &Shelf::new()), expected);
}

#[test]
fn the_words_of_the_article_are_counted() {
    // Title, a, b, one, more, inner, two, We, did, x, y, z.
    assert_eq!(word_count(&tests::body(everything())), 12);
    assert_eq!(word_count(&tests::body([text(Style::Normal, vec![Span::plain("it’s — 5 %")])])), 2);
}
