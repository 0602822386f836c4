//! Files and folders that are being written, under names of their own: `.explorer-XXXXXX.tmp`.
//!
//! An error removes them. A process that is killed leaves them behind; each was locked by its writer, and the system takes the
//! lock away with the process: so the next command that writes into the folder knows which nobody writes any more, and removes
//! those.

use std::ffi::OsStr;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;

use tempfile::{Builder, NamedTempFile, TempDir};

/// What the names begin and end with; six random letters and digits stand between.
const AFFIXES: (&str, &str) = (".explorer-", ".tmp");
const N_RANDOM: usize = 6;

/// A file that is being written; removed unless it is published.
pub(super) struct UnfinishedFile(NamedTempFile);

/// A folder whose files are being written; removed with them unless it is published.
pub(super) struct UnfinishedFolder {
    folder: TempDir,
    /// Open, and with it the lock.
    _lock: Option<File>,
}

impl UnfinishedFile {
    /// A new file in a folder, after what others left there is removed.
    pub(super) fn create(folder: &Path) -> io::Result<Self> {
        remove_abandoned(folder);
        loop {
            let file = builder(false).tempfile_in(folder)?;
            if is_ours(file.as_file(), file.path()) {
                return Ok(Self(file));
            }
        }
    }

    pub(super) fn as_file(&self) -> &File {
        self.0.as_file()
    }

    pub(super) fn as_file_mut(&mut self) -> &mut File {
        self.0.as_file_mut()
    }

    /// Gives it the name of a file in the same folder, in place of what has it.
    pub(super) fn publish(self, target: &Path) -> io::Result<()> {
        self.0.persist(target).map(drop).map_err(|error| error.error)
    }
}

impl UnfinishedFolder {
    /// A new folder in a folder, after what others left there is removed.
    pub(super) fn create(parent: &Path) -> io::Result<Self> {
        remove_abandoned(parent);
        loop {
            let folder = builder(true).tempdir_in(parent)?;
            let lock = File::open(folder.path()).ok();
            if lock.as_ref().is_none_or(|lock| is_ours(lock, folder.path())) {
                return Ok(Self { folder, _lock: lock });
            }
        }
    }

    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Gives it the name of a folder beside it that is not there.
    pub(super) fn publish(self, target: &Path) -> io::Result<()> {
        fs::rename(self.folder.path(), target)?;
        // There is nothing any more under the name by which it would be removed.
        let _ = self.folder.keep();
        Ok(())
    }
}

/// Locks what is new; whether no other command that tidies up was faster. Without locks (some network file systems) nobody
/// tidies up.
fn is_ours(file: &File, path: &Path) -> bool {
    !matches!(file.try_lock(), Err(TryLockError::WouldBlock)) && path.exists()
}

/// Whether this is the name of what is being written, or was when its writer was killed.
pub(super) fn is_unfinished(name: &OsStr) -> bool {
    let random = name.to_str().and_then(|name| name.strip_prefix(AFFIXES.0)?.strip_suffix(AFFIXES.1));
    random.is_some_and(|random| random.len() == N_RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// A builder of names, with the rights that the system gives new files (all that the mask leaves).
fn builder(is_folder: bool) -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(AFFIXES.0).suffix(AFFIXES.1).rand_bytes(N_RANDOM);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(if is_folder { 0o777 } else { 0o666 }));
    }
    #[cfg(not(unix))]
    let _ = is_folder;
    builder
}

/// Removes what killed commands left in a folder: what is named so and is locked by nobody.
fn remove_abandoned(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(|entry| is_unfinished(&entry.file_name())) {
        let path = entry.path();
        let Some(kind) = entry.file_type().ok().filter(|kind| kind.is_file() || kind.is_dir()) else { continue };
        let Ok(lock) = File::open(&path) else { continue };
        if lock.try_lock().is_err() {
            continue;
        }
        if kind.is_dir() {
            // Files alone: a folder in it is not the command's.
            for entry in fs::read_dir(&path).into_iter().flatten().flatten() {
                let _ = fs::remove_file(entry.path());
            }
            let _ = fs::remove_dir(&path);
        } else {
            let _ = fs::remove_file(&path);
        }
    }
}

#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#[cfg(test)]
mod tests {
    use super::{UnfinishedFile, is_unfinished, remove_abandoned};
    use std::ffi::OsStr;
    use std::fs;

    #[test]
    fn only_what_a_killed_command_left_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        // One that is still being written, and names that are near to an unfinished one.
        let written = UnfinishedFile::create(folder.path()).unwrap().0;
        let near = [".explorer-abc.tmp", ".explorer-abc/ef.tmp", "explorer-abcdef.tmp", ".explorer-abcdef.tmp~", "x"];
        for name in near.iter().filter(|name| !name.contains('/')) {
            fs::write(path(name), "").unwrap();
        }
        fs::write(path(".explorer-abcdef.tmp"), "half").unwrap();
        fs::create_dir(path(".explorer-folder.tmp")).unwrap();
        fs::write(path(".explorer-folder.tmp/index.html"), "half").unwrap();
        fs::create_dir_all(path(".explorer-foreig.tmp/not/ours")).unwrap();
        remove_abandoned(folder.path());
        let mut left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        let mut expected: Vec<_> = near.iter().filter(|name| !name.contains('/')).map(Into::into).collect();
        expected.push(written.path().file_name().unwrap().to_owned());
        expected.push(".explorer-foreig.tmp".into());
        left.sort();
        expected.sort();
        assert_eq!(left, expected);
        assert!(is_unfinished(written.path().file_name().unwrap()) && !is_unfinished(OsStr::new(near[1])));
    }
}
