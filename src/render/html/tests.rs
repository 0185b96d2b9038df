//! Single rules of writing HTML.
