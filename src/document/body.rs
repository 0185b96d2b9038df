//! Bodies as Portable Text.

use serde::{Deserialize, Deserializer, Serialize};

use super::from_text;
use super::reading::{Reading, stored};
use super::rich_text::{MarkDefinition, RichText, SpanDocument};
use super::tagged::{self, Tagged};
use crate::domain::body::{
    Block, BlockContent, Embed, FactBoxBlock, ImageBlock, ListItem, ListKind, Mode, PullQuote, Style, Table,
    TextBlock,
};
use crate::domain::{Body, Error, Kind, Link, Result, Role};
use crate::parse::{html, markdown};

/// A body on its way in.
#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "a body must be an array of blocks, {\"markdown\": …} or {\"html\": …}")]
pub(super) enum BodyInput {
    Blocks(Vec<serde_json::Value>),
    Markdown(Markdown),
    Html(Html),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Markdown {
    markdown: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Html {
    html: String,
}

impl BodyInput {
    pub(super) fn into_body(self, reading: &mut Reading<'_>) -> Option<Body> {
        match self {
            Self::Blocks(blocks) => {
                let blocks = reading.each("/body", blocks, |reading, block, pointer| {
                    reading.part::<BlockDocument>(pointer, block)?.into_block(reading, pointer)
                });
                blocks.map(Body::new)
            }
            Self::Markdown(Markdown { markdown }) => Some(markdown::body(&markdown, reading.names)),
            Self::Html(Html { html }) => Some(html::body(&html, reading.names)),
        }
    }
}

/// Blocks as the JSON of Portable Text.
#[must_use]
pub fn blocks_to_json(blocks: &[Block]) -> serde_json::Value {
    serde_json::to_value(documents(blocks)).unwrap_or_default()
}

/// One block as the JSON of Portable Text.
#[must_use]
pub fn block_to_json(block: &Block) -> serde_json::Value {
    serde_json::to_value(BlockDocument::of(block)).unwrap_or_default()
}

pub(super) fn documents(blocks: &[Block]) -> Vec<BlockDocument> {
    blocks.iter().map(BlockDocument::of).collect()
}

pub(super) fn decode(text: &str) -> Result<Body> {
    let blocks: Vec<BlockDocument> = from_text(text)?;
    let read = |reading: &mut Reading<'_>, block: BlockDocument, at: &str| block.into_block(reading, at);
    stored(|reading| reading.each("/body", blocks, read).map(Body::new))
}

#[derive(Debug, Serialize)]
pub(super) struct BlockDocument {
    #[serde(rename = "_key")]
    key: String,
    #[serde(flatten)]
    content: ContentDocument,
}

impl<'de> Deserialize<'de> for BlockDocument {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        let (key, content) = tagged::keyed(deserializer)?;
        Ok(Self { key, content })
    }
}

#[derive(Debug, Serialize)]
#[serde(tag = "_type", rename_all = "camelCase")]
enum ContentDocument {
    Block(TextDocument),
    Image(ImageDocument),
    FactBox(FactBoxDocument),
    Embed(EmbedBlockDocument),
    PullQuote(PullQuoteDocument),
    Table(TableDocument),
    Divider(DividerDocument),
}

/// The same names again, as they are read.
#[derive(Deserialize)]
#[serde(variant_identifier, rename_all = "camelCase")]
enum ContentType {
    Block,
    Image,
    FactBox,
    Embed,
    PullQuote,
    Table,
    Divider,
}

impl Tagged for ContentDocument {
    type Name = ContentType;

    fn read<'de, D: Deserializer<'de>>(name: ContentType, members: D) -> std::result::Result<Self, D::Error> {
        match name {
            ContentType::Block => TextDocument::deserialize(members).map(Self::Block),
            ContentType::Image => ImageDocument::deserialize(members).map(Self::Image),
            ContentType::FactBox => FactBoxDocument::deserialize(members).map(Self::FactBox),
            ContentType::Embed => EmbedBlockDocument::deserialize(members).map(Self::Embed),
            ContentType::PullQuote => PullQuoteDocument::deserialize(members).map(Self::PullQuote),
            ContentType::Table => TableDocument::deserialize(members).map(Self::Table),
            ContentType::Divider => DividerDocument::deserialize(members).map(Self::Divider),
        }
    }
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct TextDocument {
    #[serde(default = "normal")]
    style: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    list_item: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
    #[serde(default)]
    mark_defs: Vec<MarkDefinition>,
    children: Vec<SpanDocument>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ImageDocument {
    #[serde(rename = "ref")]
    reference: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    caption: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FactBoxDocument {
    #[serde(rename = "ref")]
    reference: String,
    #[serde(default)]
    mode: ModeDocument,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EmbedBlockDocument {
    url: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PullQuoteDocument {
    text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    attribution: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TableDocument {
    #[serde(default)]
    header: bool,
    rows: Vec<RowDocument>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DividerDocument {}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum ModeDocument {
    #[default]
    Follow,
    Pin(u32),
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RowDocument {
    cells: Vec<RichText>,
}

fn normal() -> String {
    "normal".to_owned()
}

impl BlockDocument {
    fn of(block: &Block) -> Self {
        let Block { key, content } = block;
        Self { key: key.clone(), content: ContentDocument::of(content) }
    }

    fn into_block(self, reading: &mut Reading<'_>, pointer: &str) -> Option<Block> {
        let Self { key, content } = self;
        Some(Block { key, content: content.into_content(reading, pointer)? })
    }
}

impl ContentDocument {
    fn of(content: &BlockContent) -> Self {
        match content {
            BlockContent::Text(TextBlock { style, list, spans }) => {
                let RichText { mark_defs, children } = RichText::of(spans);
                let list_item = list.map(|item| list_name(item.kind).to_owned());
                let level = list.map(|item| item.level);
                Self::Block(TextDocument {
                    style: style_name(*style).to_owned(),
                    list_item,
                    level,
                    mark_defs,
                    children,
                })
            }
            BlockContent::Image(ImageBlock { image, caption }) => {
                Self::Image(ImageDocument { reference: image.to_string(), caption: caption.clone() })
            }
            BlockContent::FactBox(FactBoxBlock { fact_box, mode }) => {
                let mode = match mode {
                    Mode::Follow => ModeDocument::Follow,
                    Mode::Pin(revision) => ModeDocument::Pin(*revision),
                };
                Self::FactBox(FactBoxDocument { reference: fact_box.to_string(), mode })
            }
            BlockContent::Embed(Embed { url, title }) => {
                Self::Embed(EmbedBlockDocument { url: url.clone(), title: title.clone() })
            }
            BlockContent::PullQuote(PullQuote { text, attribution }) => {
                Self::PullQuote(PullQuoteDocument { text: text.clone(), attribution: attribution.clone() })
            }
            BlockContent::Table(Table { header, rows }) => {
                let row = |row: &Vec<Vec<_>>| RowDocument {
                    cells: row.iter().map(|cell| RichText::of(cell)).collect(),
                };
                Self::Table(TableDocument { header: *header, rows: rows.iter().map(row).collect() })
            }
            BlockContent::Divider => Self::Divider(DividerDocument {}),
        }
    }

    fn into_content(self, reading: &mut Reading<'_>, pointer: &str) -> Option<BlockContent> {
        Some(match self {
            Self::Block(TextDocument { style, list_item, level, mark_defs, children }) => {
                let style = style_of(reading, &style, pointer);
                let list = list_of(reading, list_item.as_deref(), level, pointer);
                let spans = RichText { mark_defs, children }.into_spans(reading, pointer);
                BlockContent::Text(TextBlock { style: style?, list: list?, spans: spans? })
            }
            Self::Image(ImageDocument { reference, caption }) => {
                let image = reading.reference(format_args!("{pointer}/ref"), Kind::Image, &reference)?;
                BlockContent::Image(ImageBlock { image, caption })
            }
            Self::FactBox(FactBoxDocument { reference, mode }) => {
                let fact_box = reading.reference(format_args!("{pointer}/ref"), Kind::FactBox, &reference)?;
                let mode = match mode {
                    ModeDocument::Follow => Mode::Follow,
                    ModeDocument::Pin(revision) => Mode::Pin(revision),
                };
                BlockContent::FactBox(FactBoxBlock { fact_box, mode })
            }
            Self::Embed(EmbedBlockDocument { url, title }) => BlockContent::Embed(Embed { url, title }),
            Self::PullQuote(PullQuoteDocument { text, attribution }) => {
                BlockContent::PullQuote(PullQuote { text, attribution })
            }
            Self::Table(TableDocument { header, rows }) => {
                let rows = reading.each(
                    format_args!("{pointer}/rows"),
                    rows,
                    |reading, RowDocument { cells }, at| {
                        reading.each(format_args!("{at}/cells"), cells, |reading, cell, at| {
                            cell.into_spans(reading, at)
                        })
                    },
                );
                BlockContent::Table(Table { header, rows: rows? })
            }
            Self::Divider(DividerDocument {}) => BlockContent::Divider,
        })
    }
}

const STYLES: [(&str, Style); 5] = [
    ("normal", Style::Normal),
    ("h2", Style::H2),
    ("h3", Style::H3),
    ("h4", Style::H4),
    ("blockquote", Style::Blockquote),
];

fn style_name(style: Style) -> &'static str {
    STYLES.iter().find(|(_, known)| *known == style).map_or("normal", |(name, _)| name)
}

fn style_of(reading: &mut Reading<'_>, name: &str, pointer: &str) -> Option<Style> {
    let style = |text: &str| STYLES.iter().find(|(known, _)| *known == text).map(|(_, style)| *style);
    reading.one_of(format_args!("{pointer}/style"), name, style, &STYLES.map(|(name, _)| name))
}

const fn list_name(kind: ListKind) -> &'static str {
    match kind {
        ListKind::Bullet => "bullet",
        ListKind::Number => "number",
    }
}

#[expect(clippy::option_option, reason = "as Reading::optional_reference")]
fn list_of(
    reading: &mut Reading<'_>,
    name: Option<&str>,
    level: Option<u8>,
    pointer: &str,
) -> Option<Option<ListItem>> {
    let Some(name) = name else { return Some(None) };
    let kind = |text: &str| match text {
        "bullet" => Some(ListKind::Bullet),
        "number" => Some(ListKind::Number),
        _ => None,
    };
    let kind = reading.one_of(format_args!("{pointer}/listItem"), name, kind, &["bullet", "number"])?;
    Some(Some(ListItem { kind, level: level.unwrap_or(1) }))
}

/// What a body embeds, as it is stored beside an article without its body.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EmbedDocument {
    role: String,
    #[serde(rename = "ref")]
    reference: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pin: Option<u32>,
}

impl EmbedDocument {
    pub(super) fn of(link: &Link) -> Self {
        let Link { role, target, pin } = link;
        Self { role: role.as_str().to_owned(), reference: target.to_string(), pin: *pin }
    }

    pub(super) fn into_link(self) -> Result<Link> {
        let Self { role, reference, pin } = self;
        let role = Role::parse(&role).ok_or_else(|| Error::internal(format!("stored role {role}")))?;
        Ok(Link { role, target: reference.parse()?, pin })
    }
}
