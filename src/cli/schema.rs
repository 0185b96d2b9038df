//! `dateline schema`: the schemas of the doors, as they are committed.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::terminal::say;
use crate::{graphql, server};

#[derive(Debug, Args)]
pub(super) struct Schema {
    /// Which schema.
    which: Which,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Which {
    /// schema.graphql
    Graphql,
    /// What the composition of a larger graph takes (Apollo Federation 2).
    Subgraph,
    /// openapi/openapi.json
    Openapi,
}

impl Schema {
    pub(super) fn run(&self) -> ExitCode {
        let text = match self.which {
            Which::Graphql => graphql::sdl(),
            Which::Subgraph => graphql::subgraph_sdl(),
            Which::Openapi => server::openapi(),
        };
        say(text.trim_end());
        ExitCode::SUCCESS
    }
}
