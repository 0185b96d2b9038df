//! What the tests of readers and writers look things up in.

use super::Resolve;
use crate::domain::body::{Block, BlockContent, ListItem, ListKind, Mark, Mode, Span, Style, TextBlock};
use crate::domain::fact_box::Fact;
use crate::domain::image::Picture;
use crate::domain::{Body, FactBox, Id, Image};

/// The id of everything that exists.
pub(crate) const KNOWN: &str = "00000000-0000-0000-0000-00000000000a";
/// The id of nothing.
pub(crate) const UNKNOWN: &str = "00000000-0000-0000-0000-00000000000b";

/// Reads an id.
pub(crate) fn id(text: &str) -> Id {
    text.parse().unwrap()
}

/// One image, one fact box and one article.
pub(crate) struct Shelf {
    image: Image,
    fact_box: FactBox,
}

impl Shelf {
    pub(crate) fn new() -> Self {
        let fact = |text: &str| Fact {
            text: vec![Span::plain(text)],
            sources: vec![],
            as_of: None,
            review_by: None,
        };
        Self {
            image: Image {
                picture: Picture::Elsewhere("https://example.com/i.jpg".to_owned()),
                width: Some(800),
                height: Some(600),
                alt: "A \"harbour\"".to_owned(),
                caption: Some("At dawn".to_owned()),
                credit: Some("A & B".to_owned()),
                licence: None,
                focal_point: None,
            },
            fact_box: FactBox {
                locale: "en".parse().unwrap(),
                slug: "tunnel".parse().unwrap(),
                title: "The <tunnel>".to_owned(),
                items: vec![fact("Long"), fact("Deep\nand dark")],
                translation_group: None,
            },
        }
    }
}

impl Resolve for Shelf {
    fn image(&self, image: Id) -> Option<&Image> {
        (image == id(KNOWN)).then_some(&self.image)
    }

    fn fact_box(&self, fact_box: Id, _: Mode) -> Option<&FactBox> {
        (fact_box == id(KNOWN)).then_some(&self.fact_box)
    }

    fn image_url(&self, image: Id) -> Option<String> {
        match &self.image(image)?.picture {
            Picture::Elsewhere(url) => Some(url.clone()),
            Picture::Stored(file) => Some(format!("/v1/media/{image}/{}", file.name())),
        }
    }

    fn article_url(&self, article: Id) -> Option<String> {
        (article == id(KNOWN)).then(|| "/stories/one".to_owned())
    }
}

/// A body of these blocks.
pub(crate) fn body(contents: impl IntoIterator<Item = BlockContent>) -> Body {
    let blocks = contents.into_iter().enumerate();
    Body::new(blocks.map(|(index, content)| Block { key: index.to_string(), content }).collect())
}

/// A block of text.
pub(crate) fn text(style: Style, spans: Vec<Span>) -> BlockContent {
    BlockContent::Text(TextBlock { style, list: None, spans })
}

/// A list item.
pub(crate) fn item(kind: ListKind, level: u8, words: &str) -> BlockContent {
    let list = Some(ListItem { kind, level });
    BlockContent::Text(TextBlock { style: Style::Normal, list, spans: vec![Span::plain(words)] })
}

/// Text with marks.
pub(crate) fn span(words: &str, marks: &[Mark]) -> Span {
    Span { text: words.to_owned(), marks: marks.to_vec() }
}
