//! Dateline: a headless article server for newsrooms.

pub mod domain;
pub mod parse;
pub mod render;
