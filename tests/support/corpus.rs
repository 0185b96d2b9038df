//! Real input that is too large for the repository. Tests that need it say so loudly when it is missing.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// Several tests may ask at once.
static UNPACKING: Mutex<()> = Mutex::new(());

/// The folder of the corpus `name`, unpacked; `None`, after saying so, when its archive is not at hand. It is
/// looked for in `shared/corpora` beside the folder of the repository, or one further up.
pub(crate) fn unpacked(name: &str) -> Option<PathBuf> {
    let file = format!("shared/corpora/{name}.tar.xz");
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let archive =
        package.ancestors().skip(1).take(2).map(|folder| folder.join(&file)).find(|path| path.is_file());
    let Some(archive) = archive else {
        // Written past the harness, which hides the output of tests that pass.
        let _ = writeln!(std::io::stderr(), "SKIPPED: the corpus {name} is not at hand (../{file})");
        return None;
    };
    let _guard = UNPACKING.lock().unwrap_or_else(PoisonError::into_inner);
    let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("corpora");
    let done = target.join(format!("{name}.done"));
    if !done.exists() {
        std::fs::create_dir_all(&target).unwrap();
        let status = Command::new("tar").arg("-xJf").arg(&archive).arg("-C").arg(&target).status().unwrap();
        assert!(status.success(), "{} cannot be unpacked", archive.display());
        std::fs::write(&done, "").unwrap();
    }
    Some(target.join(name))
}
