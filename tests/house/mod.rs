//! The house rules, which no compiler checks: arrows between layers, sizes of files, docs of modules, and that
//! both databases have the same tables.

mod layers;
pub(crate) mod migrations;
mod tidy;

use std::path::{Path, PathBuf};

/// The Rust files below a folder of the package, sorted, with their text.
fn rust_files(folder: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).expect("a text file");
                files.push((path.strip_prefix(root).expect("below the root").to_owned(), text));
            }
        }
    }
    files.sort();
    files
}
