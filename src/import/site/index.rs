//! What a site holds, by the names of its files: which article a reference means, and where an author, a
//! topic, a section or a picture is described. Opens no file.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use crate::domain::{Kind, Slug};
use crate::import::find::{FileKind, relative};

/// What a file of a site describes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// An entry of `kind` under `key`.
    Entry { kind: Kind, key: String },
    /// A list page, such as that of all authors: no entry.
    List,
}

/// The names of a site's files.
#[derive(Debug, Default)]
pub(super) struct Index {
    articles: HashSet<String>,
    /// Articles by the name of their file in lower case; `None` when several have it.
    by_name: HashMap<String, Option<String>>,
    /// All else by kind and normal name: the key and the file.
    others: HashMap<(Kind, String), (String, PathBuf)>,
}

impl Index {
    /// Adds a file.
    pub(super) fn add(&mut self, place: &Place, path: &Path) {
        match place {
            Place::Entry { kind: Kind::Article, key } => {
                let name = last_segment(key).to_lowercase();
                let key = key.clone();
                self.by_name
                    .entry(name)
                    .and_modify(|seen| *seen = seen.take().filter(|seen| *seen == key))
                    .or_insert_with(|| Some(key.clone()));
                self.articles.insert(key);
            }
            Place::Entry { kind, key } => {
                let name = normal_name(*kind, key);
                self.others.entry((*kind, name)).or_insert_with(|| (key.clone(), path.to_path_buf()));
            }
            Place::List => {}
        }
    }

    /// The key and the file of what `name` refers to.
    pub(super) fn find(&self, kind: Kind, name: &str) -> Option<(&str, &Path)> {
        let (key, path) = self.others.get(&(kind, normal_name(kind, name)))?;
        Some((key, path))
    }

    /// The article that a reference means: a path from the root of the site, or the name of a file alone.
    pub(super) fn article(&self, reference: &str) -> Option<&str> {
        let path = page_path(reference);
        if let Some(key) = self.articles.get(path) {
            return Some(key);
        }
        let alone = !path.contains('/');
        self.by_name.get(&path.to_lowercase()).filter(|_| alone)?.as_deref()
    }

    /// The key of the section that an article lies in: its nearest folder that has a page of its own.
    pub(super) fn section_of(&self, article: &str) -> Option<(&str, &Path)> {
        let mut folder = article;
        while let Some((parent, _)) = folder.rsplit_once('/') {
            if let Some(found) = self.find(Kind::Section, parent) {
                return Some(found);
            }
            folder = parent;
        }
        None
    }
}

/// A reference to a page without what sites may or may not write: slashes around it, the ending, `/index`,
/// and what follows `#` or `?`.
pub(super) fn page_path(reference: &str) -> &str {
    let path = reference.split(['#', '?']).next().unwrap_or_default().trim().trim_matches('/');
    let path = path.strip_suffix(".md").or_else(|| path.strip_suffix(".markdown")).unwrap_or(path);
    let path = path.strip_suffix("/_index").or_else(|| path.strip_suffix("/index")).unwrap_or(path);
    path.trim_end_matches('/')
}

/// What the file `path` of the content folder `root` describes.
pub(super) fn place(path: &Path, kind: FileKind, root: &Path) -> Place {
    if kind == FileKind::Image {
        let key = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        return Place::Entry { kind: Kind::Image, key };
    }
    let below = relative(path, root);
    let is_list = last_segment(&below) == "_index" || below == "index";
    let key = below.strip_suffix("/_index").or_else(|| below.strip_suffix("/index")).unwrap_or(&below);
    // Jekyll keeps its posts and authors in folders that begin with a line.
    let key =
        key.trim_start_matches('_').strip_prefix("posts/").filter(|_| key.starts_with('_')).unwrap_or(key);
    let (folder, name) = key.split_once('/').unwrap_or(("", key));
    let single = |kind| Place::Entry { kind, key: name.to_owned() };
    match folder.trim_start_matches('_') {
        "authors" | "author" if !name.contains('/') => single(Kind::Author),
        "topics" | "tags" | "categories" if !name.contains('/') => single(Kind::Tag),
        _ if is_list && (is_taxonomy(key) || matches!(key, "_index" | "index")) => Place::List,
        _ if is_list => Place::Entry { kind: Kind::Section, key: key.to_owned() },
        _ => Place::Entry { kind: Kind::Article, key: key.to_owned() },
    }
}

fn is_taxonomy(folder: &str) -> bool {
    matches!(folder, "authors" | "author" | "topics" | "tags" | "categories")
}

pub(super) fn last_segment(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The name under which references are looked up. They are not always written like the name of the file:
/// `Analytics` and `artificial intelligence` mean `analytics` and `artificial-intelligence`.
fn normal_name(kind: Kind, name: &str) -> String {
    match kind {
        Kind::Author | Kind::Tag => {
            Slug::from_title(name).map_or_else(|| name.to_lowercase(), |slug| slug.as_str().to_owned())
        }
        Kind::Image => {
            let name = name.trim().to_lowercase();
            let stem = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"]
                .iter()
                .find_map(|ending| name.strip_suffix(ending).map(str::to_owned));
            stem.unwrap_or(name)
        }
        _ => name.to_owned(),
    }
}
