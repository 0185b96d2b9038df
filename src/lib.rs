//! Dateline: a headless article server for newsrooms.
//!
//! The modules in reading order, which is also the order of the arrows: each knows only those above it. A test
//! keeps it so. `ARCHITECTURE.md` walks an article and a fact box through them.

pub mod domain;

pub mod parse;
pub mod render;

pub mod document;

pub mod analysis;

pub mod store;

pub mod outgoing;

pub mod media;

pub mod app;

pub mod import;

pub mod http;

pub mod feeds;
pub mod graphql;
pub mod mcp;
pub mod pages;
pub mod rest;

pub mod server;

pub mod config;
pub mod telemetry;

pub mod cli;
