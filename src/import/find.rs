//! Finding files: walks a path in a sorted order, the same on every machine. Opens none.

use std::path::{Path, PathBuf};

use super::Format;

/// What a file is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileKind {
    Markdown,
    Text,
    Ndjson,
    /// A description of a picture, in `data/images`.
    Image,
}

impl FileKind {
    /// What the place and the ending of `path` say.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "md" | "markdown" => Some(Self::Markdown),
            "txt" => Some(Self::Text),
            "ndjson" | "jsonl" => Some(Self::Ndjson),
            "yml" | "yaml" if path.parent().is_some_and(|folder| folder.ends_with("data/images")) => {
                Some(Self::Image)
            }
            _ => None,
        }
    }

    /// Whether an import in `format` takes such files from folders.
    pub(super) fn belongs_to(self, format: Format) -> bool {
        match format {
            Format::Auto => true,
            Format::Markdown => matches!(self, Self::Markdown | Self::Image),
            Format::Text => self == Self::Text,
            Format::Ndjson => self == Self::Ndjson,
        }
    }
}

/// The files below `folder` that are read as something, sorted; hidden ones, installed packages and linked
/// folders aside. A folder that cannot be read is a sentence.
pub(super) fn walk(folder: &Path) -> Result<Vec<(PathBuf, FileKind)>, String> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(folder) = waiting.pop() {
        let cannot = |error| format!("The folder {} cannot be read: {error}.", folder.display());
        for entry in std::fs::read_dir(&folder).map_err(cannot)? {
            let entry = entry.map_err(cannot)?;
            let name = entry.file_name();
            if name.as_encoded_bytes().starts_with(b".") || name == "node_modules" {
                continue;
            }
            let path = entry.path();
            // `file_type` does not follow links, so that a link to a parent cannot lead in circles.
            if entry.file_type().map_err(cannot)?.is_dir() {
                waiting.push(path);
            } else if let Some(kind) = FileKind::of(&path).filter(|_| path.is_file()) {
                found.push((path, kind));
            }
        }
    }
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(found)
}

/// `path` below `root`, with `/` between its segments, without the ending of its file name.
pub(super) fn relative(path: &Path, root: &Path) -> String {
    let stem = path.with_extension("");
    let below = stem.strip_prefix(root).unwrap_or(&stem);
    let segments = below.components().map(|segment| segment.as_os_str().to_string_lossy());
    segments.filter(|segment| segment != "/").collect::<Vec<_>>().join("/")
}
