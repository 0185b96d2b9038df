//! Erases from a body exactly what HTML and Markdown cannot carry, as the documentation of their writers says.

use dateline::domain::Body;
use dateline::domain::body::{BlockContent, Mark, Span, TextBlock, normalize_spans};
use dateline::domain::spacing::{code_lines, collapse, collapse_text, is_blank, one_line};
use dateline::render::Resolve;

use super::library::Library;

/// The contents that come back. Keys do not; `href` is what becomes of a link target.
pub(crate) fn canonical(body: &Body, href: fn(&str) -> String) -> Vec<BlockContent> {
    body.blocks().iter().filter_map(|block| content(block.content.clone(), href)).collect()
}

fn content(content: BlockContent, href: fn(&str) -> String) -> Option<BlockContent> {
    Some(match content {
        BlockContent::Text(text) if is_blank(&text.spans) => return None,
        BlockContent::Text(text) => BlockContent::Text(block(text, href)),
        BlockContent::Image(mut image) => {
            let library = Library::new();
            let inherited = library.image(image.image).and_then(|image| image.caption.clone());
            image.caption = image.caption.or(inherited).map(|caption| one_line(&caption));
            BlockContent::Image(image)
        }
        BlockContent::Embed(mut embed) => {
            embed.url = href(&embed.url);
            embed.title = embed.title.map(|title| one_line(&title)).filter(|title| *title != embed.url);
            BlockContent::Embed(embed)
        }
        BlockContent::PullQuote(mut quote) => {
            quote.text = collapse_text(&quote.text);
            quote.attribution = quote.attribution.map(|name| one_line(&name));
            BlockContent::PullQuote(quote)
        }
        BlockContent::Table(mut table) => {
            if table.rows.iter().flatten().all(|cell| is_blank(cell)) {
                return None;
            }
            for cell in table.rows.iter_mut().flatten() {
                *cell = spans(std::mem::take(cell), href);
            }
            if table.header && table.rows[0].iter().all(|cell| is_blank(cell)) {
                table.header = false;
                table.rows.remove(0);
            }
            BlockContent::Table(table)
        }
        BlockContent::FactBox(_) | BlockContent::Divider => content,
    })
}

fn block(mut block: TextBlock, href: fn(&str) -> String) -> TextBlock {
    block.spans = match code_lines(&block) {
        Some(lines) => vec![Span { text: lines.to_owned(), marks: vec![Mark::Code] }],
        None => spans(block.spans, href),
    };
    block
}

/// White space collapsed, only the outermost of several links.
pub(crate) fn spans(spans: Vec<Span>, href: fn(&str) -> String) -> Vec<Span> {
    let spans = collapse(spans).into_iter().map(|mut span| {
        let mut linked = false;
        span.marks.retain(|mark| {
            let link = matches!(mark, Mark::Link(_) | Mark::InternalLink(_));
            let keep = !(link && linked);
            linked |= link;
            keep
        });
        for mark in &mut span.marks {
            if let Mark::Link(target) = mark {
                *target = href(target);
            }
        }
        span
    });
    normalize_spans(spans.collect())
}

/// The blocks without their keys.
pub(crate) fn contents(body: &Body) -> Vec<BlockContent> {
    body.blocks().iter().map(|block| block.content.clone()).collect()
}

/// What becomes of a link target in HTML.
pub(crate) fn as_it_is(href: &str) -> String {
    href.to_owned()
}

/// What becomes of a link target in Markdown.
pub(crate) fn without_white_space(href: &str) -> String {
    href.replace(' ', "%20")
}
