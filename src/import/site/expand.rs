//! Shortcodes: what each means. Those inside a sentence become Markdown, the others blocks that are set
//! aside.

use super::References;
use super::fact_box::take_apart;
use super::references::{escape, media_url};
use super::shelf::Shelf;
use super::shortcode::{Piece, Tag, pieces};
use crate::domain::body::{BlockContent, Embed, FactBoxBlock, ImageBlock, Mode, PullQuote, plain_text};
use crate::domain::record::Interval;
use crate::domain::validate::is_web_url;
use crate::domain::{FactBox, Id, Kind, Locale, Record, Slug};
use crate::import::plain::{at_most, one_line, text_of_html};
use crate::import::records::record;
use crate::parse::{Recognize, markdown};

/// What the boxes of an article take from it.
#[derive(Clone, Debug)]
pub(super) struct Context {
    pub(super) key: String,
    pub(super) title: String,
    pub(super) slug: Slug,
    pub(super) locale: Locale,
    pub(super) public: Option<Interval>,
}

/// Expands the shortcodes of one article.
#[derive(Debug)]
pub(super) struct Expander<'r, 'a> {
    pub(super) references: &'r mut References<'a>,
    pub(super) context: &'r Context,
    pub(super) shelf: Shelf,
    /// The fact boxes met, as records.
    pub(super) boxes: Vec<Record>,
}

/// How deep boxes are read inside boxes. Deeper ones give their text to the one around them.
const MAX_DEPTH: usize = 8;

impl Expander<'_, '_> {
    /// `text` as Markdown without shortcodes.
    pub(super) fn expand(&mut self, text: &str) -> String {
        self.run(&pieces(text), 0..usize::MAX, 0)
    }

    fn run(&mut self, pieces: &[Piece<'_>], range: std::ops::Range<usize>, depth: usize) -> String {
        let mut markdown = String::new();
        let mut at = range.start;
        while at < range.end.min(pieces.len()) {
            match &pieces[at] {
                Piece::Text(text) => {
                    self.note_templates(text);
                    markdown.push_str(text);
                }
                Piece::Close(_) => {}
                Piece::Open { tag, close: Some(close) } if depth < MAX_DEPTH => {
                    let inner = self.run(pieces, at + 1..*close, depth + 1);
                    markdown.push_str(&self.paired(tag, &inner));
                    at = *close;
                }
                Piece::Open { tag, .. } => markdown.push_str(&self.single(tag)),
            }
            at += 1;
        }
        markdown
    }

    /// Jekyll and Eleventy run templates in texts. They stay text here, since only those programs know what comes of
    /// them; the report says where to look.
    fn note_templates(&mut self, text: &str) {
        for _ in text.matches("{%") {
            self.references.oddities.note("template tag {% %} kept as text");
        }
        for _ in text.split("{{").skip(1).filter(|rest| !rest.starts_with(['<', '%'])) {
            self.references.oddities.note("template output {{ }} kept as text");
        }
    }

    /// A shortcode around text.
    fn paired(&mut self, tag: &Tag<'_>, inner: &str) -> String {
        match tag.name {
            "box" | "note" | "ring" => self.fact_box(tag, inner),
            "quote-block" => self.pull_quote(inner, tag.named(&["cite"])),
            "highlight" => code(inner),
            _ => {
                let head = self.single(tag);
                format!("{head}{inner}")
            }
        }
    }

    /// A shortcode that stands alone.
    fn single(&mut self, tag: &Tag<'_>) -> String {
        match tag.name {
            "ref" | "relref" | "tmp" | "link" => {
                let reference = tag.main(&["path", "href"]).unwrap_or_default().to_owned();
                self.references.href(&reference)
            }
            "img" | "img-right" | "legacy-img" | "legacy-img-right" | "figure" => self.picture(tag),
            "quote-block" => self.pull_quote(tag.main(&["text"]).unwrap_or_default(), tag.named(&["cite"])),
            "legacy-file" => self.file(tag.main(&["src", "file"])),
            "asset-static" => {
                let href = self.file(tag.main(&["file", "src"]));
                let label = tag.named(&["label"]).or_else(|| tag.positional(1));
                label.map_or(href.clone(), |label| format!("[{}]({href})", label.replace(['[', ']'], "")))
            }
            "youtube" | "vimeo" | "tweet" | "x" | "fb-video" | "instagram" | "cspan-iframe" => {
                self.embed(tag)
            }
            name => {
                self.references.oddities.note(format!("unknown shortcode {name}"));
                String::new()
            }
        }
    }

    fn picture(&mut self, tag: &Tag<'_>) -> String {
        let caption = tag.named(&["caption", "capton", "title"]).map(|text| self.plain(text));
        let alt = text_of_html(tag.named(&["alt"]).unwrap_or_default());
        let Some(source) = tag.main(&["src"]) else {
            self.references.oddities.note(format!("shortcode {} without a picture", tag.name));
            return String::new();
        };
        let Some(image) = self.references.picture(source, &alt, caption.as_deref()) else {
            return String::new();
        };
        let caption =
            caption.and_then(|text| at_most(&text, 2_000, "caption", &mut self.references.oddities));
        self.shelf.put(BlockContent::Image(ImageBlock { image, caption }))
    }

    fn embed(&mut self, tag: &Tag<'_>) -> String {
        let id = tag.main(&["id", "src", "url"]).unwrap_or_default();
        let page = |base: &str| media_url(&url::Url::parse(base).ok()?, id);
        let user = tag.named(&["user"]).unwrap_or("i");
        let url = match tag.name {
            _ if id.is_empty() => None,
            _ if is_web_url(id) => Some(id.to_owned()),
            "youtube" => url::Url::parse_with_params("https://www.youtube.com/watch", [("v", id)])
                .ok()
                .map(String::from),
            "vimeo" => page("https://vimeo.com/"),
            "instagram" => page("https://www.instagram.com/p/"),
            "tweet" | "x" => media_url_of_post(user, id),
            _ => None,
        };
        let Some(url) = url else {
            self.references.oddities.note(format!("shortcode {} without an address", tag.name));
            return String::new();
        };
        let title = tag.named(&["title"]).map(|text| self.plain(text));
        let title =
            title.and_then(|text| at_most(&text, 500, "title of an embed", &mut self.references.oddities));
        self.shelf.put(BlockContent::Embed(Embed { url, title }))
    }

    fn pull_quote(&mut self, text: &str, cite: Option<&str>) -> String {
        let (text, cite) = (self.plain(text), cite.map(|cite| self.plain(cite)));
        let oddities = &mut self.references.oddities;
        let attribution = cite.and_then(|cite| at_most(&cite, 500, "attribution", oddities));
        match at_most(&text, 2_000, "pull quote", oddities) {
            Some(text) => self.shelf.put(BlockContent::PullQuote(PullQuote { text, attribution })),
            None => String::new(),
        }
    }

    /// A box becomes an entry of its own, which the article follows from where the box stood.
    fn fact_box(&mut self, tag: &Tag<'_>, inner: &str) -> String {
        let own_title = tag.named(&["title", "heading"]).map(|title| self.plain(title));
        let body = markdown::body(inner, self.references);
        let parts = take_apart(self.shelf.place(&body), own_title.is_some());
        let mut markers = String::new();
        if parts.facts.is_empty() {
            self.references.oddities.note(format!("{} without text", tag.name));
        } else {
            if own_title.is_none() && parts.title.is_none() {
                self.references.oddities.note("fact box named after its article");
            }
            let title = own_title.or(parts.title).unwrap_or_else(|| self.context.title.clone());
            let key = format!("{}#box-{}", self.context.key, self.boxes.len() + 1);
            let fact_box = FactBox {
                locale: self.context.locale.clone(),
                slug: Slug::of_title(&title, &self.context.locale)
                    .unwrap_or_else(|| self.context.slug.clone()),
                title: at_most(&title, 500, "title", &mut self.references.oddities)
                    .unwrap_or_else(|| self.context.title.clone()),
                items: parts.facts,
                translation_group: None,
            };
            self.boxes.push(record(&key, fact_box, self.context.public));
            let fact_box = Id::of_key(Kind::FactBox, &key);
            markers.push_str(
                &self.shelf.put(BlockContent::FactBox(FactBoxBlock { fact_box, mode: Mode::Follow })),
            );
        }
        for other in parts.others {
            markers.push_str(&self.shelf.put(other));
        }
        // A paragraph of its own: what follows the box may be a heading or a table.
        format!("\n\n{markers}\n\n")
    }

    /// The address of a file of the site.
    fn file(&mut self, path: Option<&str>) -> String {
        let path = path.unwrap_or_default();
        if is_web_url(path) {
            return escape(path);
        }
        media_url(&self.references.options.media_base, path).map(|url| escape(&url)).unwrap_or_default()
    }

    /// An argument in which Markdown is allowed, as one line of plain text.
    fn plain(&mut self, text: &str) -> String {
        let recognize: &mut dyn Recognize = self.references;
        one_line(&plain_text(&markdown::inline(text, recognize)))
    }
}

fn media_url_of_post(user: &str, id: &str) -> Option<String> {
    let base = url::Url::parse("https://twitter.com/").ok()?;
    media_url(&base, &format!("{user}/status/{id}"))
}

/// Text as code: in a line when it is one, fenced otherwise.
fn code(text: &str) -> String {
    let text = text.trim_matches('\n');
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    if text.trim().is_empty() {
        String::new()
    } else if text.contains('\n') {
        let fence = "`".repeat(longest.max(2) + 1);
        format!("\n\n{fence}\n{text}\n{fence}\n\n")
    } else {
        let fence = "`".repeat(longest + 1);
        format!("{fence} {text} {fence}")
    }
}
