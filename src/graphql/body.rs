//! Bodies at the GraphQL door: typed blocks, and every format from the same blocks.

use std::sync::Arc;

use async_graphql::{Context, Enum, Json, Object, Result, SimpleObject, Union};

use super::article::Article;
use super::fact_box::FactBox;
use super::image::Image;
use super::scalar::UnavailableName;
use crate::app::graph::Resolved;
use crate::app::{App, Graph};
use crate::domain::body;
use crate::domain::{self, Edition};
use crate::render;

/// The text of an article.
#[derive(Clone, Debug)]
pub(super) struct Body {
    edition: Arc<Edition<domain::Article>>,
    graph: Arc<Graph>,
}

impl Body {
    pub(super) const fn new(edition: Arc<Edition<domain::Article>>, graph: Arc<Graph>) -> Self {
        Self { edition, graph }
    }

    fn body(&self) -> &domain::Body {
        &self.edition.content.body
    }
}

/// The text of an article, in every format from the same blocks.
#[Object]
impl Body {
    /// The blocks, typed. Blocks of what is not there stand in their places with null and say why; the other formats
    /// leave them out.
    async fn blocks(&self) -> Vec<Block> {
        self.body().blocks().iter().map(|block| Block::of(block, &self.graph)).collect()
    }

    /// HTML, safe to put into a page.
    async fn html(&self, context: &Context<'_>) -> Result<String> {
        let resolved = Resolved::new(&self.graph, context.data::<App>()?.site());
        Ok(render::html::body(self.body(), &resolved))
    }

    /// CommonMark with tables and strike-through.
    async fn markdown(&self, context: &Context<'_>) -> Result<String> {
        let resolved = Resolved::new(&self.graph, context.data::<App>()?.site());
        Ok(render::markdown::body(self.body(), &resolved))
    }

    /// Plain text.
    async fn text(&self, context: &Context<'_>) -> Result<String> {
        let resolved = Resolved::new(&self.graph, context.data::<App>()?.site());
        Ok(render::text::body(self.body(), &resolved))
    }

    /// Portable Text, for its renderers. Blocks that show what is not public are left out, and links to it are none.
    async fn portable_text(&self, context: &Context<'_>) -> Result<Json<serde_json::Value>> {
        let resolved = Resolved::new(&self.graph, context.data::<App>()?.site());
        Ok(Json(resolved.portable_text(self.body())))
    }
}

/// One block of a body.
#[derive(Clone, Debug, Union)]
pub(super) enum Block {
    Text(TextBlock),
    Image(ImageBlock),
    FactBox(FactBoxBlock),
    Embed(EmbedBlock),
    PullQuote(PullQuoteBlock),
    Table(TableBlock),
    Divider(DividerBlock),
}

impl Block {
    fn of(block: &body::Block, graph: &Arc<Graph>) -> Self {
        let body::Block { key, content } = block;
        let key = key.clone();
        match content {
            body::BlockContent::Text(text) => Self::Text(TextBlock::of(key, text, graph)),
            body::BlockContent::Image(body::ImageBlock { image, caption }) => {
                let found = graph.get::<domain::Image>(*image);
                let found = found.map(|edition| Image::new(edition.clone(), graph.clone()));
                let unavailable = unavailable(found.as_ref(), *image, graph);
                let caption = caption.clone().filter(|_| found.is_some());
                Self::Image(ImageBlock { key, image: found, unavailable, caption })
            }
            body::BlockContent::FactBox(body::FactBoxBlock { fact_box, mode }) => {
                let found = graph.fact_box(*fact_box, *mode);
                let found = found.map(|edition| FactBox::new(edition.clone(), graph.clone()));
                let unavailable = unavailable(found.as_ref(), *fact_box, graph);
                Self::FactBox(FactBoxBlock { key, fact_box: found, unavailable, pinned: mode.pin() })
            }
            body::BlockContent::Embed(body::Embed { url, title }) => {
                Self::Embed(EmbedBlock { key, url: url.clone(), title: title.clone() })
            }
            body::BlockContent::PullQuote(body::PullQuote { text, attribution }) => {
                Self::PullQuote(PullQuoteBlock { key, text: text.clone(), attribution: attribution.clone() })
            }
            body::BlockContent::Table(body::Table { header, rows }) => Self::Table(TableBlock {
                key,
                header: *header,
                rows: rows.iter().map(|row| Row::of(row, graph)).collect(),
            }),
            body::BlockContent::Divider => Self::Divider(DividerBlock { key }),
        }
    }
}

/// Why nothing was found.
fn unavailable<T>(found: Option<&T>, id: domain::Id, graph: &Graph) -> Option<UnavailableName> {
    found.is_none().then(|| graph.unavailable(id).into())
}

/// A paragraph, heading, quotation or list item.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct TextBlock {
    /// Stays with the block through edits.
    key: String,
    /// Paragraph, heading or quotation.
    style: TextStyle,
    /// Set when the block is a list item.
    list_item: Option<ListItemKind>,
    /// The nesting of a list item, from 1; null outside lists.
    level: Option<u8>,
    /// The text, cut where the marks change. A line feed is a line break.
    spans: Vec<Span>,
    /// The text without marks.
    text: String,
}

impl TextBlock {
    fn of(key: String, block: &body::TextBlock, graph: &Arc<Graph>) -> Self {
        let body::TextBlock { style, list, spans } = block;
        Self {
            key,
            style: (*style).into(),
            list_item: list.map(|item| item.kind.into()),
            level: list.map(|item| item.level),
            spans: self::spans(spans, graph),
            text: body::plain_text(spans),
        }
    }
}

/// The style of a text block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "body::Style")]
pub(super) enum TextStyle {
    /// A paragraph, or the text of a list item.
    Normal,
    /// A heading of the second level.
    H2,
    /// A heading of the third level.
    H3,
    /// A heading of the fourth level.
    H4,
    /// A quotation.
    Blockquote,
}

/// The kind of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "body::ListKind")]
pub(super) enum ListItemKind {
    /// Order does not matter.
    Bullet,
    /// Order matters.
    Number,
}

/// Text with the same marks throughout.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct Span {
    /// The characters. A line feed is a line break.
    text: String,
    /// The marks, outermost first.
    marks: Vec<Mark>,
}

/// What distinguishes a span.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct Mark {
    /// Which mark.
    kind: MarkKind,
    /// The target of a link.
    href: Option<String>,
    /// The target of an internal link; null when it is not there.
    article: Option<Article>,
    /// Why the target of an internal link is not there.
    unavailable: Option<UnavailableName>,
}

/// The kinds of mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub(super) enum MarkKind {
    /// Of strong importance.
    Strong,
    /// Stress emphasis.
    Em,
    /// Computer code.
    Code,
    /// Underlined.
    Underline,
    /// No longer accurate.
    StrikeThrough,
    /// A link.
    Link,
    /// A link to another article of this newsroom.
    InternalLink,
}

pub(super) fn spans(spans: &[body::Span], graph: &Arc<Graph>) -> Vec<Span> {
    let span = |body::Span { text, marks }: &body::Span| Span {
        text: text.clone(),
        marks: marks.iter().map(|mark| Mark::of(mark, graph)).collect(),
    };
    spans.iter().map(span).collect()
}

impl Mark {
    fn of(mark: &body::Mark, graph: &Arc<Graph>) -> Self {
        let plain = |kind| Self { kind, href: None, article: None, unavailable: None };
        match mark {
            body::Mark::Strong => plain(MarkKind::Strong),
            body::Mark::Em => plain(MarkKind::Em),
            body::Mark::Code => plain(MarkKind::Code),
            body::Mark::Underline => plain(MarkKind::Underline),
            body::Mark::StrikeThrough => plain(MarkKind::StrikeThrough),
            body::Mark::Link(href) => Self { href: Some(href.clone()), ..plain(MarkKind::Link) },
            body::Mark::InternalLink(id) => {
                let article = graph.get::<domain::Article>(*id);
                let article = article.map(|edition| Article::new(edition.clone(), graph.clone()));
                let unavailable = unavailable(article.as_ref(), *id, graph);
                Self { article, unavailable, ..plain(MarkKind::InternalLink) }
            }
        }
    }
}

/// A picture in the text.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct ImageBlock {
    /// Stays with the block through edits.
    key: String,
    /// The picture; null when it is not there.
    image: Option<Image>,
    /// Why it is not there.
    unavailable: Option<UnavailableName>,
    /// Replaces the picture's own caption here; null when the picture is not there.
    caption: Option<String>,
}

/// A fact box in the text.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct FactBoxBlock {
    /// Stays with the block through edits.
    key: String,
    /// The fact box; null when it is not there.
    fact_box: Option<FactBox>,
    /// Why it is not there.
    unavailable: Option<UnavailableName>,
    /// The revision it is held at; null when the article follows the box.
    pinned: Option<u32>,
}

/// Something of another site.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct EmbedBlock {
    /// Stays with the block through edits.
    key: String,
    /// The page that is embedded.
    url: String,
    /// What stands there.
    title: Option<String>,
}

/// A display quotation.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct PullQuoteBlock {
    /// Stays with the block through edits.
    key: String,
    /// The words.
    text: String,
    /// Who said them.
    attribution: Option<String>,
}

/// A table.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct TableBlock {
    /// Stays with the block through edits.
    key: String,
    /// Whether the first row names the columns.
    header: bool,
    /// The rows.
    rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct Row {
    /// The cells.
    cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct Cell {
    /// The text, cut where the marks change.
    spans: Vec<Span>,
    /// The text without marks.
    text: String,
}

impl Row {
    fn of(row: &[Vec<body::Span>], graph: &Arc<Graph>) -> Self {
        let cell = |cell: &Vec<body::Span>| Cell { spans: spans(cell, graph), text: body::plain_text(cell) };
        Self { cells: row.iter().map(cell).collect() }
    }
}

/// A thematic break.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct DividerBlock {
    /// Stays with the block through edits.
    key: String,
}
