//! The `dateline` program.

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    dateline::cli::run(dateline::cli::Cli::parse())
}
