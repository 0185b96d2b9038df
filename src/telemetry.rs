//! The log: structured lines on standard error.

use std::io::IsTerminal as _;

use tracing_subscriber::EnvFilter;

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object per line.
    Json,
}

/// Starts logging. `filter` is a level, or levels by module: `info`, `dateline=debug,actix=warn`.
///
/// # Errors
/// A sentence, when the filter cannot be read.
pub fn start(filter: &str, format: LogFormat) -> Result<(), String> {
    // The protocol of agents would tell of every request, which the request log does already, and warn of every slip of
    // whoever asks.
    let filter = EnvFilter::try_new(format!("rmcp=error,{filter}")).map_err(|error| error.to_string())?;
    let subscriber = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let subscriber = subscriber.with_ansi(std::io::stderr().is_terminal());
    // A second start, as in tests, keeps the first.
    let _ = match format {
        LogFormat::Text => subscriber.with_target(false).try_init(),
        LogFormat::Json => {
            subscriber.json().flatten_event(true).with_current_span(true).with_span_list(false).try_init()
        }
    };
    Ok(())
}
