//! Folders with files that a test writes.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A fresh folder of that name, which must be the test's own, with these files.
pub(crate) fn with(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let root = of_this_run().join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(&root).unwrap();
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    root
}

/// A folder for this run alone: two at a time would take files from under one another. Those of runs that have ended are
/// cleared away.
pub(crate) fn of_this_run() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let runs = Path::new(env!("CARGO_TARGET_TMPDIR")).join("runs");
        for run in fs::read_dir(&runs).into_iter().flatten().flatten() {
            // Who runs holds the lock to the end, however that comes.
            let lock = File::open(run.path().join("lock"));
            if lock.is_ok_and(|lock| lock.try_lock().is_ok()) {
                let _ = fs::remove_dir_all(run.path());
            }
        }
        let folder = runs.join(std::process::id().to_string());
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder for this run");
        let lock = File::create(folder.join("lock")).expect("a lock");
        lock.try_lock().expect("nobody else holds it");
        std::mem::forget(lock);
        folder
    })
}
