//! Single rules of writing Markdown.
