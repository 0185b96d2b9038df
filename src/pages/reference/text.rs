//! Descriptions, which are CommonMark, as HTML. Markup in them is text.

use comrak::{Options, markdown_to_html};
use maud::{Markup, PreEscaped};

/// A description of its own. A wide table can be scrolled, by keyboard too.
pub(super) fn paragraphs(text: &str) -> Markup {
    let html = markdown_to_html(text, &options());
    let html = html.replace(
        "<table>",
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table>",
    );
    PreEscaped(html.replace("</table>", "</table></div>"))
}

/// A description within a line.
pub(super) fn line(text: &str) -> Markup {
    let html = markdown_to_html(text, &options());
    let html = html.trim().strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>")).map(str::to_owned);
    PreEscaped(html.unwrap_or_else(|| maud::html! { (text) }.into_string()))
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options
}
