//! Finds the files that are shared beside the repository, and the programs that check against them.
//!
//! Schemas of other organisations are not part of the repository. A test that needs one runs where it is, and says
//! loudly that it was skipped where it is not.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The shared file at `path`, when there is one: beside the repository, or beside the folder of its worktrees.
pub(crate) fn file(path: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    ["../shared", "../../shared"]
        .iter()
        .map(|shared| root.join(shared).join(path))
        .find(|file| file.is_file())
}

/// A schema together with the program that checks against it; `None` says why, loudly.
///
/// # Panics
///
/// In continuous integration (the environment variable `CI`), when the schema is here but the program is not: a
/// check that silently stops being made is worse than none.
pub(crate) fn schema_for(program: &str, package: &str, path: &str) -> Option<PathBuf> {
    let Some(schema) = file(path) else {
        print_loudly(&format!("SKIPPED: there is no ../shared/{path} to validate against."));
        return None;
    };
    if Command::new(program).arg("--version").output().is_ok() {
        return Some(schema);
    }
    let advice = format!("The program {program} is missing: install the Debian package {package}.");
    assert!(std::env::var_os("CI").is_none(), "{advice}");
    print_loudly(&format!("SKIPPED: {advice}"));
    None
}

/// Past the capture of the test harness, which hides what passing tests print.
pub(crate) fn print_loudly(message: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "\n{message}\n");
}
