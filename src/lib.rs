//! Dateline: a headless article server for newsrooms.

pub mod app;
pub mod document;
pub mod domain;
pub mod graphql;
pub mod http;
pub mod parse;
pub mod render;
pub mod rest;
pub mod store;
