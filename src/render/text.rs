//! Bodies to plain text, for search, for previews and for readers that show nothing else.
//!
//! Blocks are separated by an empty line, the items of one list by a line feed. Items begin with `• ` or their
//! number, two spaces deeper for each level. Quotations keep their words, without marks around them; a pull
//! quote ends with `— ` and who said it. An image is its caption, an embed its title and address, a fact box
//! its title and facts, a table a line per row with cells between tabs. Links keep their text. What is not there leaves
//! no trace: there are no words for it that would fit every language.

use super::Resolve;
use super::parts::{Part, parts};
use crate::domain::Body;
use crate::domain::body::{
    BlockContent, Embed, FactBoxBlock, ImageBlock, ListItem, ListKind, PullQuote, Table, TextBlock,
    plain_text,
};
use crate::domain::spacing::{code_lines, collapse, collapse_text, is_blank, one_line};

/// Writes a body.
pub fn body(body: &Body, resolve: &dyn Resolve) -> String {
    let texts = parts(body.blocks()).into_iter().map(|part| match part {
        Part::Quote(paragraphs) => paragraphs.iter().map(|text| lines(text)).collect::<Vec<_>>().join("\n\n"),
        Part::List(items) => list(&items),
        Part::Single(content) => block(content, resolve),
    });
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// How many words readers have before them: in text, pull quotes and tables. Captions and fact boxes are not
/// the article's own words.
#[must_use]
pub fn word_count(body: &Body) -> usize {
    let words =
        |text: &str| text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    let in_block = |content: &BlockContent| match content {
        BlockContent::Text(text) => words(&plain_text(&text.spans)),
        BlockContent::PullQuote(quote) => words(&quote.text),
        BlockContent::Table(table) => table.rows.iter().flatten().map(|cell| words(&plain_text(cell))).sum(),
        BlockContent::Image(_)
        | BlockContent::FactBox(_)
        | BlockContent::Embed(_)
        | BlockContent::Divider => 0,
    };
    body.blocks().iter().map(|block| in_block(&block.content)).sum()
}

fn block(content: &BlockContent, resolve: &dyn Resolve) -> String {
    match content {
        BlockContent::Text(text) => lines(text),
        BlockContent::Image(image) => caption(image, resolve),
        BlockContent::FactBox(fact_box) => facts(fact_box, resolve),
        BlockContent::Embed(Embed { url, title: None }) => url.clone(),
        BlockContent::Embed(Embed { url, title: Some(title) }) => format!("{}: {url}", one_line(title)),
        BlockContent::PullQuote(PullQuote { text, attribution: None }) => collapse_text(text),
        BlockContent::PullQuote(PullQuote { text, attribution: Some(name) }) => {
            format!("{}\n— {}", collapse_text(text), one_line(name))
        }
        BlockContent::Table(table) => rows(table),
        BlockContent::Divider => "* * *".to_owned(),
    }
}

fn lines(text: &TextBlock) -> String {
    code_lines(text).map_or_else(|| plain_text(&collapse(text.spans.clone())), str::to_owned)
}

/// Numbers count per level, and begin again when a list of a lesser level or of the other kind came between.
fn list(items: &[(ListItem, &TextBlock)]) -> String {
    let mut counts: Vec<(ListKind, usize)> = Vec::new();
    let lines = items.iter().map(|(ListItem { kind, level }, text)| {
        let level = usize::from(*level).max(1);
        counts.resize(level, (*kind, 0));
        let count = match counts.last_mut() {
            Some((last, count)) if last == kind => {
                *count += 1;
                *count
            }
            Some(other) => {
                *other = (*kind, 1);
                1
            }
            None => 1,
        };
        let indent = "  ".repeat(level - 1);
        let marker = match kind {
            ListKind::Bullet => "• ".to_owned(),
            ListKind::Number => format!("{count}. "),
        };
        let below = format!("\n{indent}{}", " ".repeat(marker.chars().count()));
        format!("{indent}{marker}{}", lines(text).replace('\n', &below))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn caption(block: &ImageBlock, resolve: &dyn Resolve) -> String {
    let image = resolve.image(block.image);
    let caption = image.and_then(|image| block.caption.as_ref().or(image.caption.as_ref()));
    caption.map(|caption| one_line(caption)).unwrap_or_default()
}

fn facts(block: &FactBoxBlock, resolve: &dyn Resolve) -> String {
    let Some(fact_box) = resolve.fact_box(block.fact_box, block.mode) else { return String::new() };
    let facts = fact_box.items.iter().filter(|fact| !is_blank(&fact.text));
    let facts =
        facts.map(|fact| format!("\n• {}", plain_text(&collapse(fact.text.clone())).replace('\n', "\n  ")));
    one_line(&fact_box.title) + &facts.collect::<String>()
}

fn rows(table: &Table) -> String {
    let row = |row: &Vec<_>| {
        row.iter().map(|cell: &Vec<_>| one_line(&plain_text(cell))).collect::<Vec<_>>().join("\t")
    };
    table.rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests;
