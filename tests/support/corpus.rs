//! Real input that is too large for the repository, unpacked from beside it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use super::shared;

/// Several tests may ask at once.
static UNPACKING: Mutex<()> = Mutex::new(());

/// The folder of the corpus `name`, unpacked; `None`, after saying so, when its archive is not at hand.
pub(crate) fn unpacked(name: &str) -> Option<PathBuf> {
    let path = format!("corpora/{name}.tar.xz");
    let Some(archive) = shared::file(&path) else {
        shared::print_loudly(&format!("SKIPPED: there is no ../shared/{path} to import."));
        return None;
    };
    let _guard = UNPACKING.lock().unwrap_or_else(PoisonError::into_inner);
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpora");
    let done = target.join(format!("{name}.done"));
    if !done.exists() {
        std::fs::create_dir_all(&target).unwrap();
        let status = Command::new("tar").arg("-xJf").arg(&archive).arg("-C").arg(&target).status().unwrap();
        assert!(status.success(), "{} cannot be unpacked", archive.display());
        std::fs::write(&done, "").unwrap();
    }
    Some(target.join(name))
}
