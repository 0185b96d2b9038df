//! `dateline import`.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::terminal::{explain, progress, say};
use super::{Common, open, open_as_it_is};
use crate::app::import::Mode;
use crate::app::{App, Context};
use crate::config::Config;
use crate::domain::{Caller, Locale, Timestamp};
use crate::import::{self, Counts, FileReport, Intake, Options, ReadFile, Reader, Report};
use crate::store::{DatabaseUrl, Store};

/// Files that did not change since they last came in are left alone. A file that fails does not stop the others,
/// and leaves nothing half done. Status 0: all are in; 1: some failed, the rest are in; 2: nothing came in.
#[derive(Debug, Args)]
pub(super) struct Import {
    #[command(flatten)]
    common: Common,
    /// Files, or folders to be searched for files.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// What the files are taken for.
    #[arg(long, value_enum, default_value_t = FormatName::Auto)]
    format: FormatName,
    /// Do everything except keep it: what would happen is reported.
    #[arg(long)]
    dry_run: bool,
    /// The language of texts that do not say theirs.
    #[arg(long, default_value = "en", value_name = "TAG")]
    locale: String,
    /// Keep articles public beyond their expiry date. Without this they come in withdrawn on that date.
    #[arg(long)]
    keep_expired: bool,
    /// When pages of plain text without a date are public, RFC 3339. Without this they stay drafts.
    #[arg(long, value_name = "TIME")]
    date: Option<String>,
    /// Where pictures are that are named without an address.
    #[arg(long, value_name = "URL", default_value = Options::DEFAULT_MEDIA_BASE)]
    media_base: String,
    /// Report only the sums, not each file.
    #[arg(long, short)]
    quiet: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatName {
    /// By the ending of each file's name.
    Auto,
    /// Markdown with front matter: Hugo, Jekyll, Eleventy.
    Markdown,
    /// Plain text of a news page.
    Text,
    /// Dateline's own format, docs/ndjson.md.
    Ndjson,
}

impl Import {
    pub(super) fn run(&self) -> Result<ExitCode, String> {
        let options = self.options()?;
        let config = self.common.config(None)?;
        let (report, mode) = if self.dry_run {
            (rehearse(config, &self.paths, options)?, Mode::DryRun)
        } else {
            (read_all(&open(&config)?, &self.paths, options, Mode::Write)?, Mode::Write)
        };
        if !self.quiet {
            report.files.iter().for_each(print_file);
        }
        print_sums(&report, mode);
        Ok(status(&report))
    }

    fn options(&self) -> Result<Options, String> {
        let locale: Locale = self
            .locale
            .parse()
            .map_err(|_| format!("--locale {}: not a language tag such as en", self.locale))?;
        let media_base =
            url::Url::parse(&self.media_base).map_err(|error| format!("--media-base: {error}"))?;
        let date = self
            .date
            .as_deref()
            .map(str::parse::<Timestamp>)
            .transpose()
            .map_err(|error| format!("--date: {}", error.detail))?;
        let format = match self.format {
            FormatName::Auto => import::Format::Auto,
            FormatName::Markdown => import::Format::Markdown,
            FormatName::Text => import::Format::Text,
            FormatName::Ndjson => import::Format::Ndjson,
        };
        Ok(Options { format, keep_expired: self.keep_expired, date, ..Options::new(locale, media_base) })
    }
}

/// A dry run. Where there is no database yet, or an empty one, it takes place in one that is thrown away.
fn rehearse(mut config: Config, paths: &[PathBuf], options: Options) -> Result<Report, String> {
    let url = DatabaseUrl::parse(&config.database_url)?;
    if Store::has_tables(&url).map_err(|error| explain(&error))? {
        return read_all(&open_as_it_is(&config)?, paths, options, Mode::DryRun);
    }
    let folder = tempfile::tempdir().map_err(|error| format!("No folder for the dry run: {error}."))?;
    config.database_url = format!("sqlite://{}", folder.path().join("dry-run.db").display());
    read_all(&open(&config)?, paths, options, Mode::DryRun)
}

fn read_all(app: &App, paths: &[PathBuf], options: Options, mode: Mode) -> Result<Report, String> {
    let mut intake = Intake::new(Context { app: app.clone(), caller: Caller::operator() }, mode);
    let mut reader = Reader::new(paths, options);
    let ndjson = reader.ndjson().to_vec();
    let bar = progress(Some(reader.remaining() as u64), "importing");
    let files = std::iter::from_fn(|| reader.next().map(|file| (file, reader.remaining())));
    import::each_ahead(files, |(file, remaining)| {
        bar.inc(1);
        bar.set_length(bar.position() + remaining as u64);
        intake.take(file).map_err(|error| explain(&error))
    })?;
    for path in ndjson {
        read_ndjson(app, &mut intake, &path)?;
    }
    let report = intake.finish().map_err(|error| explain(&error));
    bar.finish_and_clear();
    report
}

fn read_ndjson(app: &App, intake: &mut Intake, path: &Path) -> Result<(), String> {
    let name = path.display().to_string();
    if let Err(error) = File::open(path) {
        let outcome = Err(format!("The file cannot be opened: {error}."));
        let file = ReadFile { path: name, outcome, oddities: import::Oddities::default() };
        return intake.take(file).map_err(|error| explain(&error));
    }
    let bar = progress(std::fs::metadata(path).ok().map(|file| 2 * file.len()), "importing");
    let open = || File::open(path).map(|file| BufReader::new(bar.wrap_read(file)));
    let read = import::ndjson::read_into(intake, app.site(), &name, open);
    bar.finish_and_clear();
    read.map_err(|error| explain(&error))
}

fn print_file(about: &FileReport) {
    let FileReport { path, errors, notes } = about;
    for error in errors {
        say(format!("{path}: FAILED: {error}"));
    }
    if !notes.is_empty() {
        say(format!("{path}: {}", notes.join("; ")));
    }
}

fn print_sums(report: &Report, mode: Mode) {
    if !report.oddities.is_empty() {
        say("What was odd:");
        let mut oddities: Vec<_> = report.oddities.iter().collect();
        oddities.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        for (what, count) in oddities {
            say(format!("  {count:>6}  {what}"));
        }
    }
    if mode == Mode::DryRun {
        say("Nothing was kept: this was a dry run.");
    }
    say(format!("{:<10} {:>8} {:>8} {:>9} {:>8}", "", "new", "changed", "unchanged", "failed"));
    for (kind, Counts { created, updated, unchanged, failed }) in &report.counts {
        say(format!("{:<10} {created:>8} {updated:>8} {unchanged:>9} {failed:>8}", kind.noun()));
    }
    let Report { read, failed, .. } = report;
    say(format!("{read} files and lines read, {failed} failed."));
}

/// 0 when all is in, 1 when some failed and the rest are in, 2 when nothing came in.
fn status(report: &Report) -> ExitCode {
    let Counts { created, updated, unchanged, .. } = report.total();
    match (report.failed, created + updated + unchanged) {
        (_, 0) => ExitCode::from(2),
        (0, _) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
