//! The tools that `scripts/setup.sh test` keeps in a folder of the user's own, for runs that did not source `scripts/env.sh`.

use std::env;
use std::fs;
use std::path::PathBuf;

/// A program of that name, in any version that is there.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    in_folder_of(program, &format!("bin/{program}"))
}

/// Whether a program is in the folder of the tools or on the `PATH`.
pub(crate) fn is_here(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    find(program).is_some() || env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// The text of axe-core, which judges a page's accessibility.
pub(crate) fn axe() -> String {
    let file = axe_file().expect("no axe-core here; `scripts/setup.sh test` installs it");
    fs::read_to_string(file).unwrap()
}

pub(crate) fn axe_file() -> Option<PathBuf> {
    let named = env::var_os("AXE_PATH").map(PathBuf::from).filter(|file| file.is_file());
    named.or_else(|| in_folder_of("axe-core", "node_modules/axe-core/axe.min.js"))
}

fn in_folder_of(tool: &str, file: &str) -> Option<PathBuf> {
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = cache.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cache")))?;
    let prefix = format!("{tool}-");
    let folders = cache.join("competency-explorer").read_dir().ok()?.flatten();
    let versions = folders.filter(|folder| folder.file_name().to_string_lossy().starts_with(&prefix));
    versions.map(|folder| folder.path().join(file)).filter(|file| file.is_file()).max()
}
