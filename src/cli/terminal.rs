//! What the program says to whoever runs it: answers on standard output, everything else on standard error.

use std::io::{IsTerminal as _, Write as _};

/// Prints a line of an answer. Whoever closed the pipe does not want to read on.
pub(super) fn say(line: impl std::fmt::Display) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// An error for the operator, who may know its cause.
pub(super) fn explain(error: &crate::domain::Error) -> String {
    match error.cause() {
        Some(cause) => format!("{} ({cause})", error.detail),
        None => error.to_string(),
    }
}

/// Prints an error.
pub(super) fn complain(error: impl std::fmt::Display) {
    let _ = writeln!(std::io::stderr(), "error: {error}");
}

/// A bar that moves while work is done; on a terminal only.
pub(super) fn progress(length: Option<u64>, what: &str) -> indicatif::ProgressBar {
    if !std::io::stderr().is_terminal() {
        return indicatif::ProgressBar::hidden();
    }
    let bar = length.map_or_else(indicatif::ProgressBar::new_spinner, indicatif::ProgressBar::new);
    let template =
        if length.is_some() { "{msg} [{bar:30}] {pos}/{len} {eta}" } else { "{msg} {spinner} {pos}" };
    let style = indicatif::ProgressStyle::with_template(template)
        .unwrap_or_else(|_| indicatif::ProgressStyle::default_bar());
    bar.with_style(style).with_message(what.to_owned())
}
