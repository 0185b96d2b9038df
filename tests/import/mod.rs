//! Imports: what each reader makes of files.

mod corpus;
mod dates;
mod front_matter;
mod hostile;
mod intake;
mod pages;
mod shortcodes;
mod trees;

use std::path::{Path, PathBuf};

use dateline::domain::{AnyContent, Article, FactBox, Kind, Record};
use dateline::import::{Options, ReadFile, Reader};

use crate::support::folder;

pub(crate) fn options() -> Options {
    Options::new("en".parse().unwrap(), Options::DEFAULT_MEDIA_BASE.parse().unwrap())
}

fn read(path: &Path) -> Vec<ReadFile> {
    Reader::new(&[path.to_path_buf()], options()).collect()
}

/// What a site with these files gives.
fn site(name: &str, files: &[(&str, &str)]) -> Vec<ReadFile> {
    read(&folder::with(name, files))
}

/// What one Markdown file gives, in a site of its own.
fn post(name: &str, text: &str) -> Import {
    let files = site(name, &[("content/news/2020-01-02-post.md", text)]);
    let [file] = files.try_into().unwrap();
    Import::of(file)
}

/// What one page of plain text gives.
fn page(name: &str, text: &str) -> Import {
    let [file] = site(name, &[("page.txt", text)]).try_into().unwrap();
    Import::of(file)
}

fn sample(name: &str) -> Import {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/import/samples").join(name);
    let [file] = read(&path).try_into().unwrap();
    Import::of(file)
}

/// One file that could be read, with its article apart.
#[derive(Debug)]
struct Import {
    file: ReadFile,
    records: Vec<Record>,
    record: Record,
    article: Article,
}

impl Import {
    fn of(file: ReadFile) -> Self {
        let records = file.outcome.clone().unwrap();
        for record in &records {
            for revision in &record.revisions {
                revision.content.validate().unwrap();
            }
        }
        let record = records.iter().find(|record| kind(record) == Kind::Article).unwrap().clone();
        let article = article(&record);
        Self { file, records, record, article }
    }

    fn boxes(&self) -> Vec<FactBox> {
        self.records
            .iter()
            .filter_map(|record| match content(record) {
                AnyContent::FactBox(fact_box) => Some(fact_box.clone()),
                _ => None,
            })
            .collect()
    }

    fn of_kind(&self, wanted: Kind) -> Vec<&Record> {
        self.records.iter().filter(|record| kind(record) == wanted).collect()
    }

    fn odd(&self, what: &str) -> usize {
        self.file.oddities.count(what)
    }

    /// When it is public.
    fn public(&self) -> Option<(String, Option<String>)> {
        let public = self.record.revisions[0].public?;
        Some((public.from.to_string(), public.until.map(|until| until.to_string())))
    }
}

fn content(record: &Record) -> &AnyContent {
    &record.revisions[0].content
}

fn kind(record: &Record) -> Kind {
    content(record).kind()
}

fn article(record: &Record) -> Article {
    match content(record) {
        AnyContent::Article(article) => article.clone(),
        other => panic!("not an article: {other:?}"),
    }
}

/// The body in a short notation: one line for each block.
fn outline(article: &Article) -> Vec<String> {
    use dateline::domain::body::{BlockContent, Style, plain_text};
    article
        .body
        .blocks()
        .iter()
        .map(|block| match &block.content {
            BlockContent::Text(text) => {
                let sign = match (text.list, text.style) {
                    (Some(_), _) => "- ",
                    (None, Style::Normal) => "",
                    (None, Style::Blockquote) => "> ",
                    (None, _) => "# ",
                };
                format!("{sign}{}", plain_text(&text.spans))
            }
            BlockContent::Image(image) => format!("[image {}]", image.caption.as_deref().unwrap_or("-")),
            BlockContent::FactBox(_) => "[box]".to_owned(),
            BlockContent::Embed(embed) => format!("[embed {}]", embed.url),
            BlockContent::PullQuote(quote) => {
                format!("[quote {} / {}]", quote.text, quote.attribution.as_deref().unwrap_or("-"))
            }
            BlockContent::Table(_) => "[table]".to_owned(),
            BlockContent::Divider => "[divider]".to_owned(),
        })
        .collect()
}
