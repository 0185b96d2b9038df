//! Single rules of reading HTML.
