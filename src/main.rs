//! The `dateline` program.

use std::process::ExitCode;

use clap::Parser as _;

/// Articles are many small texts: to allocate and free them with what the system has was a fifth of an import.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    dateline::cli::run(dateline::cli::Cli::parse())
}
