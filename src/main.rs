//! The `dateline` program.

use std::process::ExitCode;

use clap::Parser as _;

/// Articles are many small texts: the allocator of the system takes half as long again for them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    dateline::cli::run(dateline::cli::Cli::parse())
}
