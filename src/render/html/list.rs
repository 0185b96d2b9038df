//! Lists in HTML: flat items with levels to nested elements.

use super::Writer;
use crate::domain::body::{ListItem, ListKind, Style, TextBlock};

impl Writer<'_> {
    /// Writes neighbouring list items. A level that has no item of its own gets an empty one, because a list
    /// can only stand in an item.
    pub(super) fn list(&mut self, items: &[(ListItem, &TextBlock)]) {
        let mut open: Vec<ListKind> = Vec::new();
        for (ListItem { kind, level }, text) in items {
            let level = usize::from((*level).max(1));
            while open.len() > level || (open.len() == level && open.last() != Some(kind)) {
                self.close_list(&mut open);
            }
            if open.len() == level {
                self.push("</li>");
            }
            while open.len() < level {
                let missing = level - open.len() - 1;
                self.put(format_args!("<{}>", element_of(*kind)));
                open.push(*kind);
                if missing > 0 {
                    self.push("<li>");
                }
            }
            self.push("<li>");
            self.item(text);
        }
        while !open.is_empty() {
            self.close_list(&mut open);
        }
        self.push("\n");
    }

    fn close_list(&mut self, open: &mut Vec<ListKind>) {
        if let Some(kind) = open.pop() {
            self.put(format_args!("</li></{}>", element_of(kind)));
        }
    }

    fn item(&mut self, text: &TextBlock) {
        match text.style {
            Style::Normal => self.inline(&text.spans),
            Style::H2 => self.element("h2", &text.spans),
            Style::H3 => self.element("h3", &text.spans),
            Style::H4 => self.element("h4", &text.spans),
            Style::Blockquote => {
                self.push("<blockquote>");
                self.element("p", &text.spans);
                self.push("</blockquote>");
            }
        }
    }
}

const fn element_of(kind: ListKind) -> &'static str {
    match kind {
        ListKind::Bullet => "ul",
        ListKind::Number => "ol",
    }
}
