//! `dateline import`.

use std::process::ExitCode;

use clap::Args;

use super::Common;

#[derive(Debug, Args)]
pub(super) struct Import {
    #[command(flatten)]
    common: Common,
}

impl Import {
    pub(super) fn run(&self) -> Result<ExitCode, String> {
        let _ = self.common.config(None)?;
        Err("not yet".to_owned())
    }
}
