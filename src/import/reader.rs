//! Reads paths one file at a time, in a fixed order, and never holds more than one file itself.

use std::collections::{HashMap, HashSet, VecDeque};
use std::path::{Path, PathBuf};

use super::find::{FileKind, relative, walk};
use super::site::{Site, is_content};
use super::{Format, Oddities, Options, ReadFile, file, page};

/// The files of an import, read as they are asked for.
///
/// Of a Markdown tree that is imported in part, the authors, topics, sections and pictures that the part
/// refers to are read as well, after it.
#[derive(Debug)]
pub struct Reader {
    options: Options,
    queue: VecDeque<Job>,
    seen: HashSet<PathBuf>,
    sites: Vec<Site>,
    /// The number of each site, by its root and by whether only single files of it are taken.
    by_root: HashMap<(PathBuf, bool), usize>,
    ndjson: Vec<PathBuf>,
}

#[derive(Debug)]
enum Job {
    /// A file of the site of this number.
    Site(usize, FileKind, PathBuf),
    /// A page of plain text, with its key.
    Page(String, PathBuf),
    /// A path that gives nothing, and why.
    Failed(PathBuf, String),
}

impl Reader {
    /// Plans the import of `paths`, files or folders. Opens no file yet.
    #[must_use]
    pub fn new(paths: &[PathBuf], options: Options) -> Self {
        let mut reader = Self {
            options,
            queue: VecDeque::new(),
            seen: HashSet::new(),
            sites: Vec::new(),
            by_root: HashMap::new(),
            ndjson: Vec::new(),
        };
        for path in paths {
            if let Err(reason) = reader.plan(path) {
                reader.queue.push_back(Job::Failed(path.clone(), reason));
            }
        }
        reader
    }

    /// How many files are still to be read. Can grow by what they refer to.
    #[must_use]
    pub fn remaining(&self) -> usize {
        self.queue.len()
    }

    /// The NDJSON files among the paths. They can be of any size, so [`super::ndjson`] reads them line by
    /// line.
    #[must_use]
    pub fn ndjson(&self) -> &[PathBuf] {
        &self.ndjson
    }

    fn plan(&mut self, path: &Path) -> Result<(), String> {
        // Only made absolute, not resolved: keys come from the folder names that the user sees.
        let path = std::path::absolute(path).map_err(|error| format!("The path cannot be read: {error}."))?;
        if !path.is_dir() {
            return self.plan_file(&path);
        }
        let content = path.join("content");
        let whole = content.is_dir() && self.options.format != Format::Text;
        let images = path.join("data/images");
        let folders = if whole { vec![content, images] } else { vec![path.clone()] };
        let mut found = false;
        for folder in folders.iter().filter(|folder| folder.is_dir()) {
            for (file, kind) in walk(folder)? {
                if kind.belongs_to(self.options.format) && !is_about_the_folder(&file, &path) {
                    found = true;
                    self.add(file, kind, &path, false)?;
                }
            }
        }
        if found { Ok(()) } else { Err("The folder holds no file that can be imported.".to_owned()) }
    }

    fn plan_file(&mut self, path: &Path) -> Result<(), String> {
        if !path.exists() {
            return Err("There is no such file or folder.".to_owned());
        }
        let kind = match self.options.format {
            Format::Auto => FileKind::of(path),
            Format::Markdown => {
                FileKind::of(path).filter(|kind| *kind == FileKind::Image).or(Some(FileKind::Markdown))
            }
            Format::Text => Some(FileKind::Text),
            Format::Ndjson => Some(FileKind::Ndjson),
        };
        let kind = kind.ok_or("The ending of the file's name says no format; state the format.")?;
        self.add(path.to_path_buf(), kind, path.parent().unwrap_or(path), true)
    }

    /// Adds a file that was found from `base`; `alone` when it was named itself.
    fn add(&mut self, path: PathBuf, kind: FileKind, base: &Path, alone: bool) -> Result<(), String> {
        if !self.seen.insert(path.clone()) {
            return Ok(());
        }
        let job = match kind {
            FileKind::Text => Job::Page(relative(&path, base), path),
            FileKind::Ndjson => {
                self.ndjson.push(path);
                return Ok(());
            }
            FileKind::Markdown | FileKind::Image => Job::Site(self.site_of(&path, base, alone)?, kind, path),
        };
        self.queue.push_back(job);
        Ok(())
    }

    /// The number of the site that a file belongs to: its root is the nearest `content` folder around it or
    /// beside its `data/images`, else the folder that the import starts from.
    fn site_of(&mut self, path: &Path, base: &Path, alone: bool) -> Result<usize, String> {
        let around = path.ancestors().find(|folder| is_content(folder)).map(Path::to_path_buf);
        let beside = || {
            let images = path.parent().filter(|folder| folder.ends_with("data/images"))?;
            images.ancestors().nth(2).map(|root| root.join("content")).filter(|content| content.is_dir())
        };
        let content = around.or_else(beside);
        // The folder of a file that was named itself may hold anything: only the file is taken from it.
        let loose = alone && content.is_none();
        let root = (content.unwrap_or_else(|| base.to_path_buf()), loose);
        let number = if let Some(&number) = self.by_root.get(&root) {
            number
        } else {
            self.sites.push(if loose { Site::empty(&root.0) } else { Site::open(&root.0)? });
            *self.by_root.entry(root).or_insert(self.sites.len() - 1)
        };
        if loose {
            self.sites[number].include(path);
        }
        Ok(number)
    }

    fn read(&mut self, job: Job) -> ReadFile {
        let (path, outcome, oddities) = match job {
            Job::Site(number, kind, path) => {
                let (outcome, oddities) = self.sites[number].read(&path, kind, &self.options);
                for wanted in self.sites[number].take_wanted() {
                    if let Some(kind) = FileKind::of(&wanted).filter(|_| self.seen.insert(wanted.clone())) {
                        self.queue.push_back(Job::Site(number, kind, wanted));
                    }
                }
                (path, outcome, oddities)
            }
            Job::Page(key, path) => {
                let mut oddities = Oddities::default();
                let outcome =
                    file::read(&path).and_then(|text| page::read(&key, &text, &self.options, &mut oddities));
                (path, outcome, oddities)
            }
            Job::Failed(path, reason) => (path, Err(reason), Oddities::default()),
        };
        ReadFile { path: path.display().to_string(), outcome, oddities }
    }
}

impl Iterator for Reader {
    type Item = ReadFile;

    fn next(&mut self) -> Option<ReadFile> {
        let job = self.queue.pop_front()?;
        Some(self.read(job))
    }
}

/// Whether a file in the folder that an import starts from is about the folder rather than an article.
fn is_about_the_folder(file: &Path, base: &Path) -> bool {
    const NAMES: [&str; 6] = ["readme", "license", "licence", "changelog", "contributing", "code_of_conduct"];
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default();
    file.parent() == Some(base) && NAMES.contains(&stem.as_str())
}
