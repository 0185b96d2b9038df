//! What each element of HTML means to a body.

use html5ever::tokenizer::Tag;
use url::Url;

use super::Reader;
use crate::domain::body::{ListKind, Mark, Mode};
use crate::parse::draft::FigureKind;

/// The elements whose content can be passed over.
pub(super) const SKIPPED: [&str; 13] = [
    "script", "style", "title", "template", "svg", "iframe", "noembed", "noframes", "object", "video",
    "audio", "aside", "small",
];

impl Reader<'_> {
    pub(super) fn start(&mut self, tag: &Tag) {
        let name = &*tag.name;
        if let Some(mark) = mark(name) {
            return self.draft.open_mark(mark);
        }
        match name {
            "a" => match attribute(tag, "href") {
                Some(href) => self.draft.open_link(href),
                None => self.draft.close_link(),
            },
            "br" => self.draft.line_break(),
            "img" => self.image(tag),
            "hr" => self.draft.divider(),
            "h1" | "h2" => self.draft.open_heading(2),
            "h3" => self.draft.open_heading(3),
            "h4" | "h5" | "h6" => self.draft.open_heading(4),
            "blockquote" => self.draft.open_quote(),
            "ul" | "menu" | "dir" => self.draft.open_list(ListKind::Bullet),
            "ol" => self.draft.open_list(ListKind::Number),
            "li" => self.draft.open_item(),
            "dt" | "dd" => self.term(name == "dt"),
            "pre" | "xmp" | "listing" => self.draft.open_preformatted(),
            "table" => self.draft.open_table(),
            "thead" => self.draft.table_head(true),
            "tbody" | "tfoot" => self.draft.table_head(false),
            "tr" => self.draft.open_row(),
            "td" | "th" => self.draft.open_cell(name == "th"),
            "figure" => self.draft.open_figure(figure_kind(tag)),
            "figcaption" => self.draft.caption(true),
            "aside" if has_class(tag, "factbox") => self.fact_box(tag),
            // The credit comes from the image library.
            "small" if has_class(tag, "credit") => self.skip(name),
            "iframe" | "video" | "audio" | "embed" => {
                self.has_source = false;
                self.embed(tag);
                self.skip(name);
            }
            "script" | "style" | "title" | "template" | "svg" | "noembed" | "noframes" | "object" => {
                self.skip(name);
            }
            _ if is_block(name) => self.draft.end_text(),
            _ => {}
        }
    }

    pub(super) fn end(&mut self, name: &str) {
        if let Some(mark) = mark(name) {
            return self.draft.close_mark(&mark);
        }
        match name {
            "a" => self.draft.close_link(),
            // As browsers read it.
            "br" => self.draft.line_break(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.draft.close_heading(),
            "blockquote" => self.draft.close_quote(),
            "ul" | "ol" | "menu" | "dir" => self.draft.close_list(),
            "dt" | "dd" | "dl" => self.term(false),
            "pre" | "xmp" | "listing" => self.draft.close_preformatted(),
            "table" => self.draft.close_table(),
            "thead" => self.draft.table_head(false),
            "td" | "th" | "tr" => self.draft.close_cell(),
            "figure" => self.draft.close_figure(),
            "figcaption" => self.draft.caption(false),
            _ if is_block(name) => self.draft.end_text(),
            _ => {}
        }
    }

    /// A player may name what it plays only by the elements inside it.
    pub(super) fn start_inside_skipped(&mut self, tag: &Tag) {
        if &*tag.name == "source" && !self.has_source && matches!(self.skipped, Some(("video" | "audio", _)))
        {
            self.embed(tag);
        }
    }

    /// Begins the term of a definition, or ends it, whether or not its own end tag has come.
    fn term(&mut self, begins: bool) {
        self.draft.end_text();
        if std::mem::replace(&mut self.in_term, begins) {
            self.draft.close_mark(&Mark::Strong);
        }
        if begins {
            self.draft.open_mark(Mark::Strong);
        }
    }

    fn image(&mut self, tag: &Tag) {
        if let Some(src) = attribute(tag, "src") {
            let title = attribute(tag, "title").filter(|title| !title.trim().is_empty());
            self.draft.image(src, attribute(tag, "alt").unwrap_or_default(), title);
        }
    }

    fn fact_box(&mut self, tag: &Tag) {
        let id = attribute(tag, "id").unwrap_or_default();
        let reference = id.strip_prefix("factbox-").unwrap_or(id);
        match self.draft.recognize_fact_box(reference) {
            Some(fact_box) => {
                let pin = attribute(tag, "data-pin").and_then(|pin| pin.parse().ok());
                let mode = pin.filter(|&pin| pin > 0).map_or(Mode::Follow, Mode::Pin);
                self.draft.fact_box(fact_box, mode);
                self.skip("aside");
            }
            None => self.draft.end_text(),
        }
    }

    /// Of several sources of one player, the first is the one.
    fn embed(&mut self, tag: &Tag) {
        if let Some(url) = attribute(tag, "src").and_then(page_of) {
            self.draft.embed(&url, attribute(tag, "title"));
            self.has_source = true;
        }
    }
}

fn mark(name: &str) -> Option<Mark> {
    match name {
        "strong" | "b" => Some(Mark::Strong),
        "em" | "i" => Some(Mark::Em),
        "code" | "kbd" | "samp" | "tt" => Some(Mark::Code),
        "u" | "ins" => Some(Mark::Underline),
        "s" | "strike" | "del" => Some(Mark::StrikeThrough),
        _ => None,
    }
}

/// The elements that only divide the text.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "main"
            | "header"
            | "footer"
            | "aside"
            | "nav"
            | "address"
            | "hgroup"
            | "details"
            | "summary"
            | "fieldset"
            | "legend"
            | "form"
            | "center"
            | "dl"
            | "li"
            | "caption"
            | "tbody"
            | "tfoot"
            | "html"
            | "head"
            | "body"
            | "option"
            | "textarea"
    )
}

fn figure_kind(tag: &Tag) -> FigureKind {
    if has_class(tag, "embed") {
        FigureKind::Embed
    } else if has_class(tag, "pullquote") {
        FigureKind::PullQuote
    } else {
        FigureKind::Plain
    }
}

fn attribute<'t>(tag: &'t Tag, name: &str) -> Option<&'t str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

fn has_class(tag: &Tag, class: &str) -> bool {
    attribute(tag, "class").is_some_and(|classes| classes.split_ascii_whitespace().any(|c| c == class))
}

/// The page that a player plays from.
fn page_of(src: &str) -> Option<String> {
    let src = src.trim();
    let absolute = if src.starts_with("//") { format!("https:{src}") } else { src.to_owned() };
    let url = Url::parse(&absolute).ok()?;
    let youtube = matches!(
        url.host_str(),
        Some("youtube.com" | "www.youtube.com" | "youtube-nocookie.com" | "www.youtube-nocookie.com")
    );
    let video = url.path().strip_prefix("/embed/").filter(|_| youtube);
    let page = video.map(|video| format!("https://www.youtube.com/watch?v={video}"));
    matches!(url.scheme(), "http" | "https").then(|| page.unwrap_or(absolute))
}
