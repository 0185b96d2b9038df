//! The body of an article: Portable Text, the open block format (portabletext.org specification).
//!
//! Only its meaning stands here. JSON is in `document`, HTML, Markdown and text are in `render` and `parse`.

pub mod shown;

use super::validate::is_forbidden;
use super::{Id, Link, Role, Validator};

/// The blocks of an article in reading order, or only an outline of what they embed.
///
/// A list of articles is read without its bodies. Such a body still knows which fact boxes, images and
/// articles it embeds, so that these can be answered without loading the text.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Body {
    blocks: Option<Vec<Block>>,
    embeds: Vec<Link>,
}

impl Body {
    /// Most blocks in a body.
    pub const MAX_BLOCKS: usize = 5_000;
    /// Most characters in one span of text.
    pub const MAX_SPAN_CHARS: usize = 100_000;

    /// A whole body.
    #[must_use]
    pub fn new(blocks: Vec<Block>) -> Self {
        let embeds = embeds_of(&blocks);
        Self { blocks: Some(blocks), embeds }
    }

    /// A body whose text has not been loaded.
    #[must_use]
    pub const fn outline(embeds: Vec<Link>) -> Self {
        Self { blocks: None, embeds }
    }

    /// The blocks; none when only the outline is here.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        self.blocks.as_deref().unwrap_or_default()
    }

    /// Whether the text is here.
    #[must_use]
    pub const fn is_loaded(&self) -> bool {
        self.blocks.is_some()
    }

    /// What the blocks refer to, each target once per role and pin, in reading order.
    #[must_use]
    pub fn embeds(&self) -> &[Link] {
        &self.embeds
    }

    /// Checks every block: keys unique, texts bounded, targets harmless.
    pub fn validate(&self, v: &mut Validator) {
        let blocks = self.blocks();
        v.at_most("body", blocks, Self::MAX_BLOCKS);
        let mut keys = std::collections::HashSet::new();
        v.each("body", blocks, |v, block| {
            v.text("_key", &block.key, 100);
            if !keys.insert(block.key.as_str()) {
                v.within("_key", |v| v.fail(format!("The key {} is used twice.", block.key)));
            }
            block.content.validate(v);
        });
    }
}

/// One block. Its key is stable: it stays with the block through edits, so that diffs, corrections and
/// clients can point at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Unique within the body; 1 to 100 characters.
    pub key: String,
    /// What the block is.
    pub content: BlockContent,
}

impl Block {
    /// What it refers to, each target once per role and pin.
    #[must_use]
    pub fn links(&self) -> Vec<Link> {
        embeds_of(std::slice::from_ref(self))
    }
}

/// The kinds of block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockContent {
    /// A paragraph, heading, quotation or list item.
    Text(TextBlock),
    /// A picture from the image library.
    Image(ImageBlock),
    /// A fact box, shown here.
    FactBox(FactBoxBlock),
    /// Something of another site: a video, a post.
    Embed(Embed),
    /// A quotation set apart as a display element.
    PullQuote(PullQuote),
    /// A table.
    Table(Table),
    /// A thematic break.
    Divider,
}

/// A run of text with one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextBlock {
    /// Paragraph, heading or quotation.
    pub style: Style,
    /// Set when the block is a list item. Consecutive items of the same list type and level form one list.
    pub list: Option<ListItem>,
    /// The text, cut where the marks change. A line feed inside a span is a line break.
    pub spans: Vec<Span>,
}

/// The style of a text block. A headline is the title's, so headings begin at level two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A paragraph, or the text of a list item.
    Normal,
    /// A heading of the second level.
    H2,
    /// A heading of the third level.
    H3,
    /// A heading of the fourth level.
    H4,
    /// A quotation. Consecutive quotation blocks are the paragraphs of one quotation.
    Blockquote,
}

/// Where a list item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// Bulleted or numbered.
    pub kind: ListKind,
    /// Nesting from 1 to 10.
    pub level: u8,
}

/// The two kinds of list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// Order does not matter.
    Bullet,
    /// Order matters.
    Number,
}

/// Text with the same marks throughout.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Span {
    /// The characters as they are read, without any markup.
    pub text: String,
    /// The marks, outermost first, none twice.
    pub marks: Vec<Mark>,
}

impl Span {
    /// Text without marks.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), marks: Vec::new() }
    }
}

/// What distinguishes a span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
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
    /// A link to a URL, or to a path of the newsroom's own site.
    Link(String),
    /// A link to another article of this newsroom, by id: it survives a change of slug.
    InternalLink(Id),
}

/// A picture in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageBlock {
    /// The image entry.
    pub image: Id,
    /// Replaces the image's own caption here.
    pub caption: Option<String>,
}

/// A fact box in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactBoxBlock {
    /// The fact box entry.
    pub fact_box: Id,
    /// Which of its revisions is shown.
    pub mode: Mode,
}

/// Which revision of a fact box an article shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// The one that is public at the moment of reading.
    Follow,
    /// Always the one of this number, whatever happens to the box, unless it is withdrawn.
    Pin(u32),
}

impl Mode {
    /// The pinned revision.
    #[must_use]
    pub const fn pin(self) -> Option<u32> {
        match self {
            Self::Follow => None,
            Self::Pin(revision) => Some(revision),
        }
    }
}

/// Something of another site, by its address. Dateline never stores foreign markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embed {
    /// The page that is embedded; http or https.
    pub url: String,
    /// What stands there, for readers whose client does not show it.
    pub title: Option<String>,
}

/// A display quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PullQuote {
    /// The words.
    pub text: String,
    /// Who said them.
    pub attribution: Option<String>,
}

/// A table of inline text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Whether the first row names the columns.
    pub header: bool,
    /// Rows of cells; every row has as many cells as the first.
    pub rows: Vec<Vec<Vec<Span>>>,
}

impl BlockContent {
    fn validate(&self, v: &mut Validator) {
        match self {
            Self::Text(text) => text.validate(v),
            Self::Image(image) => v.optional_text("caption", image.caption.as_deref(), 2_000),
            Self::FactBox(FactBoxBlock { mode, .. }) => {
                if *mode == Mode::Pin(0) {
                    v.within("mode", |v| v.fail("Revisions are numbered from 1."));
                }
            }
            Self::Embed(embed) => {
                v.web_url("url", &embed.url);
                v.optional_text("title", embed.title.as_deref(), 500);
            }
            Self::PullQuote(quote) => {
                v.text("text", &quote.text, 2_000);
                v.optional_text("attribution", quote.attribution.as_deref(), 500);
            }
            Self::Table(table) => table.validate(v),
            Self::Divider => {}
        }
    }
}

impl TextBlock {
    fn validate(&self, v: &mut Validator) {
        if let Some(ListItem { level, .. }) = self.list
            && !(1..=10).contains(&level)
        {
            v.within("level", |v| v.fail("Lists nest from level 1 to 10."));
        }
        validate_spans(v, "children", &self.spans);
    }
}

impl Table {
    fn validate(&self, v: &mut Validator) {
        v.at_most("rows", &self.rows, 1_000);
        let width = self.rows.first().map_or(0, Vec::len);
        if width == 0 || width > 100 {
            v.within("rows", |v| v.fail("A table has at least one row, of 1 to 100 cells."));
        }
        v.each("rows", &self.rows, |v, row| {
            if row.len() != width {
                v.fail(format!("Has {} cells; the first row has {width}.", row.len()));
            }
            v.each("cells", row, |v, cell| validate_spans(v, "children", cell));
        });
    }
}

/// Checks spans of rich text, in a body or in a fact box.
pub fn validate_spans(v: &mut Validator, segment: &str, spans: &[Span]) {
    v.at_most(segment, spans, 5_000);
    v.each(segment, spans, |v, span| {
        v.within("text", |v| v.characters(&span.text, Body::MAX_SPAN_CHARS));
        for mark in &span.marks {
            if let Mark::Link(href) = mark {
                v.link_target("href", href);
            }
        }
    });
}

/// The characters of spans, one after another.
#[must_use]
pub fn plain_text(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

/// Brings spans into their normal form: neighbours with the same marks joined, empty ones and repeated
/// marks dropped, forbidden characters removed. Every reader of a format ends with this.
#[must_use]
pub fn normalize_spans(spans: Vec<Span>) -> Vec<Span> {
    let mut normal: Vec<Span> = Vec::with_capacity(spans.len());
    for mut span in spans {
        span.text.retain(|c| !is_forbidden(c));
        if span.text.is_empty() {
            continue;
        }
        let mut marks: Vec<Mark> = Vec::with_capacity(span.marks.len());
        for mark in span.marks {
            if !marks.contains(&mark) {
                marks.push(mark);
            }
        }
        match normal.last_mut() {
            Some(last) if last.marks == marks => last.text.push_str(&span.text),
            _ => normal.push(Span { text: span.text, marks }),
        }
    }
    normal
}

fn embeds_of(blocks: &[Block]) -> Vec<Link> {
    let (mut links, mut seen) = (Vec::new(), std::collections::HashSet::new());
    let mut add = |link: Link| {
        if seen.insert(link.clone()) {
            links.push(link);
        }
    };
    for block in blocks {
        match &block.content {
            BlockContent::Text(text) => internal_links(&text.spans).for_each(&mut add),
            BlockContent::Image(image) => add(Link::to(Role::Image, image.image)),
            BlockContent::FactBox(FactBoxBlock { fact_box, mode }) => {
                add(Link { role: Role::FactBox, target: *fact_box, pin: mode.pin() });
            }
            BlockContent::Table(table) => {
                table.rows.iter().flatten().flat_map(|cell| internal_links(cell)).for_each(&mut add);
            }
            BlockContent::Embed(_) | BlockContent::PullQuote(_) | BlockContent::Divider => {}
        }
    }
    links
}

/// The articles that spans link to.
pub fn internal_links(spans: &[Span]) -> impl Iterator<Item = Link> + '_ {
    spans.iter().flat_map(|span| &span.marks).filter_map(|mark| match mark {
        Mark::InternalLink(target) => Some(Link::to(Role::Related, *target)),
        _ => None,
    })
}
