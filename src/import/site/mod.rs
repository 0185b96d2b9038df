//! Trees of Markdown files with front matter, as Hugo, Jekyll and Eleventy keep them.
//!
//! The keys of a tree are stable, from whichever folder of it an import starts: an article is called by its
//! path below `content/`, without the ending (`news/2015/07/2015-07-20-title`); an author or a topic by the
//! name of its file or folder (`authors/aaron-snow/_index.md` is `aaron-snow`), a section by its path
//! (`news`), a picture by the name of its file in `data/images` or, when nothing describes it, by its path
//! or address; a fact box by its article and its number (`…-title#box-1`).

mod article;
mod credits;
mod expand;
mod fact_box;
mod front_matter;
mod index;
mod profiles;
mod references;
mod shelf;
mod shortcode;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use self::index::{Index, Place};
use self::references::References;
use super::find::{FileKind, walk};
use super::{Oddities, Options, file};
use crate::domain::{Id, Kind, Record};

/// One tree.
#[derive(Debug)]
pub(super) struct Site {
    content: PathBuf,
    index: Index,
    /// Entries that were made because something refers to them and nothing describes them.
    made: HashSet<Id>,
    /// Files that something refers to.
    wanted: Vec<PathBuf>,
    asked: HashSet<PathBuf>,
}

impl Site {
    /// The tree with the content folder `content`. Pictures are described in `data/images` beside it, or in
    /// it.
    pub(super) fn open(content: &Path) -> Result<Self, String> {
        let mut index = Index::default();
        let beside = content.parent().map(|parent| parent.join("data/images"));
        let data = beside.filter(|folder| is_content(content) && folder.is_dir());
        for folder in std::iter::once(content.to_path_buf()).chain(data) {
            for (path, kind) in walk(&folder)? {
                if matches!(kind, FileKind::Markdown | FileKind::Image) {
                    index.add(&index::place(&path, kind, content), &path);
                }
            }
        }
        Ok(Self::with(content, index))
    }

    /// A tree of which nothing is known yet.
    pub(super) fn empty(content: &Path) -> Self {
        Self::with(content, Index::default())
    }

    /// Adds one file.
    pub(super) fn include(&mut self, path: &Path) {
        let kind = FileKind::of(path).unwrap_or(FileKind::Markdown);
        self.index.add(&index::place(path, kind, &self.content), path);
    }

    fn with(content: &Path, index: Index) -> Self {
        let content = content.to_path_buf();
        Self { content, index, made: HashSet::new(), wanted: Vec::new(), asked: HashSet::new() }
    }

    /// The files that were referred to since the last time.
    pub(super) fn take_wanted(&mut self) -> Vec<PathBuf> {
        std::mem::take(&mut self.wanted)
    }

    fn want(&mut self, path: PathBuf) {
        if self.asked.insert(path.clone()) {
            self.wanted.push(path);
        }
    }

    /// The records of one file.
    pub(super) fn read(
        &mut self,
        path: &Path,
        kind: FileKind,
        options: &Options,
    ) -> (Result<Vec<Record>, String>, Oddities) {
        let mut oddities = Oddities::default();
        let outcome =
            file::read(path).and_then(|text| self.read_text(path, kind, &text, options, &mut oddities));
        (outcome, oddities)
    }

    fn read_text(
        &mut self,
        path: &Path,
        kind: FileKind,
        text: &str,
        options: &Options,
        oddities: &mut Oddities,
    ) -> Result<Vec<Record>, String> {
        let Place::Entry { kind: entry, key } = index::place(path, kind, &self.content) else {
            oddities.note("list page, not an entry");
            return Ok(Vec::new());
        };
        let document = if kind == FileKind::Image {
            let fields = front_matter::yaml(text, 0, oddities)?;
            front_matter::Document { fields: Some(fields), text: String::new() }
        } else {
            front_matter::split(text, oddities)?
        };
        let mut references = References::new(self, options, std::mem::take(oddities));
        let fields = document.fields.as_ref();
        let records = match (entry, fields) {
            (Kind::Author, Some(fields)) => {
                profiles::author(&key, fields, &mut references).map(|one| vec![one])
            }
            (Kind::Tag, Some(fields)) => profiles::tag(&key, fields, &mut references).map(|one| vec![one]),
            (Kind::Section, Some(fields)) => {
                profiles::section(&key, fields, &mut references).map(|one| vec![one])
            }
            (Kind::Image, Some(fields)) => {
                profiles::image(&key, fields, &mut references).map(|one| vec![one])
            }
            (Kind::Article, _) => article::read(&key, document, &mut references),
            _ => Err("The file has no front matter.".to_owned()),
        };
        let made = std::mem::take(&mut references.made);
        *oddities = std::mem::take(&mut references.oddities);
        records.map(|records| made.into_iter().chain(records).collect())
    }
}

/// Whether `folder` is the content folder of a Hugo site, by its name.
pub(super) fn is_content(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| name == "content")
}
