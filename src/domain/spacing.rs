//! White space in rich text, as every reader of HTML and Markdown sees it.
//!
//! Both formats treat a run of spaces as one space and ignore what stands at the edges of a block. The rule
//! is written here once, because the writers of those formats need it as much as the readers do.

use super::body::{Mark, Span, Style, TextBlock, normalize_spans};
use super::validate::is_forbidden;

/// Collapses white space: one space for a run of spaces and tabs, none at the edges of a line, no line feed
/// at the edges of the text. A space between two spans stays with the first. Ends in the normal form.
#[must_use]
pub fn collapse(spans: Vec<Span>) -> Vec<Span> {
    let mut collapsed: Vec<Span> = Vec::with_capacity(spans.len());
    // The text begins as if a line had just ended: nothing that is white space can open it.
    let mut last = '\n';
    for span in normalize_spans(spans) {
        let mut text = String::with_capacity(span.text.len());
        for c in span.text.chars() {
            match (last, c) {
                (' ' | '\n', ' ' | '\t') => {}
                (' ', '\n') => {
                    if text.pop().is_none() {
                        trim_end(&mut collapsed, |c| c == ' ');
                    }
                    if text.is_empty() && collapsed.is_empty() {
                        continue;
                    }
                    text.push('\n');
                    last = '\n';
                }
                ('\n', '\n') if text.is_empty() && collapsed.is_empty() => {}
                (_, '\t') => {
                    text.push(' ');
                    last = ' ';
                }
                (_, c) => {
                    text.push(c);
                    last = c;
                }
            }
        }
        if !text.is_empty() {
            collapsed.push(Span { text, marks: span.marks });
        }
    }
    trim_end(&mut collapsed, |c| matches!(c, ' ' | '\n'));
    normalize_spans(collapsed)
}

/// Collapses white space of text without marks; line feeds stay.
#[must_use]
pub fn collapse_text(text: &str) -> String {
    super::body::plain_text(&collapse(vec![Span::plain(text)]))
}

/// A text that has no lines, such as a caption: every run of white space is one space.
#[must_use]
pub fn one_line(text: &str) -> String {
    let text: String = text.chars().filter(|&c| !is_forbidden(c)).collect();
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether there is nothing to read.
#[must_use]
pub fn is_blank(spans: &[Span]) -> bool {
    spans.iter().all(|span| span.text.trim().is_empty())
}

/// The lines of a block of computer code: a paragraph that is one span of code with line feeds. White space
/// counts there, except line feeds before it and white space behind it.
#[must_use]
pub fn code_lines(block: &TextBlock) -> Option<&str> {
    match (block.style, block.list, block.spans.as_slice()) {
        (Style::Normal, None, [span]) if span.marks == [Mark::Code] => {
            let lines = trim_code(&span.text);
            lines.contains('\n').then_some(lines)
        }
        _ => None,
    }
}

/// Removes what stands around lines of code without belonging to them.
fn trim_code(text: &str) -> &str {
    text.trim_start_matches('\n').trim_end_matches([' ', '\t', '\n'])
}

fn trim_end(spans: &mut Vec<Span>, drop: impl Fn(char) -> bool) {
    while let Some(last) = spans.last_mut() {
        let length = last.text.trim_end_matches(&drop).len();
        last.text.truncate(length);
        if !last.text.is_empty() {
            break;
        }
        spans.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every other text is emphasised. A bar stands where spans meet.
    fn collapsed(texts: &[&str]) -> String {
        let spans = texts.iter().enumerate().map(|(index, text)| Span {
            text: (*text).to_owned(),
            marks: if index % 2 == 0 { vec![] } else { vec![Mark::Em] },
        });
        collapse(spans.collect()).into_iter().map(|span| span.text).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn a_run_of_spaces_is_one_space() {
        assert_eq!(collapsed(&["a \t  b"]), "a b");
        assert_eq!(collapsed(&["a ", " b"]), "a |b");
        assert_eq!(collapsed(&["a", " ", " b"]), "a| |b");
    }

    #[test]
    fn lines_have_no_space_at_their_edges() {
        assert_eq!(collapsed(&["a  \n  b\n\nc"]), "a\nb\n\nc");
        assert_eq!(collapsed(&["a ", "\nb"]), "a|\nb");
        assert_eq!(collapsed(&["a ", " ", "\n b"]), "a\nb");
    }

    #[test]
    fn the_edges_of_the_text_are_bare() {
        assert_eq!(collapsed(&[" \n a", " \n", " "]), "a");
        assert_eq!(collapsed(&[" \n "]), "");
    }

    #[test]
    fn a_no_break_space_is_a_character() {
        assert_eq!(collapsed(&["\u{a0}a\u{a0}\u{a0}b"]), "\u{a0}a\u{a0}\u{a0}b");
    }
}
