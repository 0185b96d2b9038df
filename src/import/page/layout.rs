//! The text of a page cut into its lead, paragraphs, headings, lists and the closing list of facts.

/// A page below its header.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) lead: Option<String>,
    pub(super) parts: Vec<Part>,
    /// The list at the end.
    pub(super) facts: Option<List>,
}

/// A part of the text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    Paragraph(String),
    Heading(String),
    Item(String),
}

/// A list with the line that announces it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct List {
    pub(super) title: Option<String>,
    pub(super) items: Vec<String>,
}

/// The longest heading, in characters.
const MAX_HEADING: usize = 80;
/// The longest line of a text that was broken by hand or by a mail program, in characters.
const MAX_WRAPPED: usize = 100;

/// A line, or several that belong together.
#[derive(Debug)]
struct Line {
    text: String,
    bullet: bool,
}

/// Cuts the lines of a page.
pub(super) fn read(lines: &[&str]) -> Layout {
    let mut lines = join(lines);
    let first = lines.iter().rposition(|line| !line.bullet).map_or(0, |last| last + 1);
    let items: Vec<String> = lines.drain(first..).map(|line| line.text).collect();
    let facts = (!items.is_empty()).then(|| {
        let announces = |line: &Line| is_heading(&line.text) || announces(&line.text);
        let title =
            lines.pop_if(|line| announces(line)).map(|line| line.text.trim_end_matches(':').to_owned());
        List { title, items }
    });
    let mut rest = lines.into_iter().peekable();
    let lead = rest.next_if(|line| !line.bullet).map(|line| line.text);
    let mut parts = Vec::new();
    while let Some(line) = rest.next() {
        parts.push(match rest.peek() {
            _ if line.bullet => Part::Item(line.text),
            Some(_) if is_heading(&line.text) => Part::Heading(line.text),
            _ => Part::Paragraph(line.text),
        });
    }
    Layout { lead, parts, facts }
}

impl Layout {
    /// The sentences of the page, paragraph by paragraph.
    pub(super) fn paragraphs(&self) -> impl Iterator<Item = &str> {
        let parts = self.parts.iter().filter_map(|part| match part {
            Part::Paragraph(text) => Some(text.as_str()),
            Part::Heading(_) | Part::Item(_) => None,
        });
        self.lead.as_deref().into_iter().chain(parts)
    }
}

/// Joins lines that were broken, and drops the blank ones. In most pages every line is a paragraph; where
/// lines are broken, only blank lines separate paragraphs.
fn join(lines: &[&str]) -> Vec<Line> {
    let wrapped = is_wrapped(lines);
    let mut joined: Vec<Line> = Vec::new();
    let mut gap = true;
    for &line in lines {
        if line.trim().is_empty() {
            gap = true;
            continue;
        }
        let indented = line.starts_with([' ', '\t']);
        let text = line.trim_matches([' ', '\t']);
        match (item(text), joined.last_mut()) {
            (Some(item), _) => joined.push(Line { text: item.to_owned(), bullet: true }),
            (None, Some(last)) if !gap && (wrapped || (last.bullet && indented)) => {
                last.text.push(' ');
                last.text.push_str(text);
            }
            (None, _) => joined.push(Line { text: text.to_owned(), bullet: false }),
        }
        gap = false;
    }
    joined
}

/// Whether paragraphs are broken into lines: none is long, and most of those that another line follows
/// directly are as long as the others and end in mid-sentence.
fn is_wrapped(lines: &[&str]) -> bool {
    let length = |line: &str| line.trim().chars().count();
    let longest = lines.iter().map(|line| length(line)).max().unwrap_or_default();
    if longest > MAX_WRAPPED {
        return false;
    }
    let (mut followed, mut broken) = (0_usize, 0_usize);
    for pair in lines.windows(2) {
        let [line, next] = [pair[0], pair[1]];
        if line.trim().is_empty() || next.trim().is_empty() || item(next.trim()).is_some() {
            continue;
        }
        followed += 1;
        broken += usize::from(!is_closed(line.trim()) && length(line) * 2 >= longest);
    }
    broken * 2 > followed
}

/// The text of a list item. A dash is none: it opens direct speech.
fn item(line: &str) -> Option<&str> {
    let text = line.strip_prefix(['•', '‣', '◦', '▪', '●', '·', '*', '-'])?;
    let sign = line.chars().next()?;
    let spaced = text.starts_with([' ', '\t', '\u{A0}']);
    let text = text.trim_matches([' ', '\t', '\u{A0}']);
    (!text.is_empty() && (spaced || !matches!(sign, '*' | '-' | '·'))).then_some(text)
}

/// A short line that ends without punctuation.
fn is_heading(line: &str) -> bool {
    line.chars().count() <= MAX_HEADING
        && line.split_whitespace().count() <= 12
        && line.chars().any(char::is_alphabetic)
        && !line.starts_with(['—', '–', '-'])
        && !is_numbered(line)
        && !is_closed(line)
}

/// An item of a numbered list: "2. The second", "2) The second".
fn is_numbered(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < line.len() && (rest.starts_with(". ") || rest.starts_with(") "))
}

/// A short line that ends with a colon: "What is known:".
fn announces(line: &str) -> bool {
    line.ends_with(':') && line.chars().count() <= MAX_HEADING
}

/// Whether a line ends as sentences do, within quotation marks or brackets or not.
fn is_closed(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '”', '’', '»', '“', '\'', ')', ']']);
    line.ends_with(['.', '!', '?', '…', ':', ';', ',', '—', '–'])
}
