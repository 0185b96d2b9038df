//! Single rules of plain text.
