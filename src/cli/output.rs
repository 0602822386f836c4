//! The files that the command writes: each is whole under its name, or what it was before.
//!
//! A file is written under another name in the same folder, brought to the disk, and then renamed, which the system does at
//! once or not at all (POSIX `rename`). An error removes what was begun, and what a killed command left the next one removes
//! (`unfinished`).
//!
//! A file that is replaced keeps its owner and its permissions; a new one has those that the system gives by default. A symbolic
//! link stays one, and what it leads to is replaced. Devices and pipes are written to as they are, `-` is standard output.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};

use super::input::Input;
use super::unfinished::{UnfinishedFile, UnfinishedFolder};

/// Names of standard output.
const STDOUT: [&str; 4] = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

/// Symbolic links that are followed, one leading to the next.
const MOST_LINKS: usize = 40;

/// A file that is being written.
pub(super) struct Output {
    /// As the user named it.
    name: PathBuf,
    sink: BufWriter<Sink>,
}

enum Sink {
    Stdout(io::Stdout),
    /// A device or a pipe.
    Straight(File),
    Beside(Box<Beside>),
}

/// A file beside the one that it becomes.
struct Beside {
    file: UnfinishedFile,
    target: PathBuf,
    /// What is replaced.
    old: Option<Metadata>,
}

/// A file whose content is on the disk and which only lacks its name.
pub(super) struct Ready {
    name: PathBuf,
    beside: Option<Box<Beside>>,
}

impl Output {
    /// Begins a file, or goes on with standard output; `input`, which it would destroy, is refused.
    pub(super) fn create(path: &Path, input: &Input) -> Result<Self> {
        if STDOUT.iter().any(|stdout| path == Path::new(stdout)) {
            return Self::stdout(input);
        }
        refuse(path, input)?;
        Self::beside(path, path)
    }

    /// Standard output, unless it goes into the input.
    pub(super) fn stdout(input: &Input) -> Result<Self> {
        if input.is_stdout() {
            bail!("the output goes into {}, which is the catalog itself: send it to another file", input.name());
        }
        Ok(Self::alone())
    }

    /// Standard output of a command that reads nothing.
    pub(super) fn alone() -> Self {
        Self { name: "the output".into(), sink: BufWriter::new(Sink::Stdout(io::stdout())) }
    }

    /// Begins a file that is named so in messages.
    fn beside(path: &Path, name: &Path) -> Result<Self> {
        let sink = begin(path, name)?;
        Ok(Self { name: name.to_owned(), sink: BufWriter::new(sink) })
    }

    /// Writes more.
    pub(super) fn text(&mut self, text: &str) -> Result<()> {
        self.bytes(text.as_bytes())
    }

    /// Writes more.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> Result<()> {
        self.sink.write_all(bytes).map_err(|error| cannot_write(&self.name, error))
    }

    /// The name for messages.
    pub(super) fn name(&self) -> String {
        self.name.display().to_string()
    }

    /// Brings the file to the disk and gives it its name.
    pub(super) fn finish(self) -> Result<()> {
        self.ready()?.publish()
    }

    /// Brings the file to the disk.
    fn ready(mut self) -> Result<Ready> {
        let name = self.name;
        self.sink.flush().map_err(|error| cannot_write(&name, error))?;
        // Flushed: there is nothing left that could fail.
        let (sink, _) = self.sink.into_parts();
        let Sink::Beside(beside) = sink else { return Ok(Ready { name, beside: None }) };
        keep_rights(beside.file.as_file(), beside.old.as_ref());
        beside.file.as_file().sync_all().map_err(|error| cannot_write(&name, error))?;
        Ok(Ready { name, beside: Some(beside) })
    }
}

impl Ready {
    /// Gives the file its name, in place of what had it.
    fn publish(self) -> Result<()> {
        let Some(beside) = self.beside else { return Ok(()) };
        beside.file.publish(&beside.target).map_err(|error| cannot_write(&self.name, error))?;
        sync_folder(folder_of(&beside.target));
        Ok(())
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(stdout) => stdout.write(bytes),
            Self::Straight(file) => file.write(bytes),
            Self::Beside(beside) => beside.file.as_file_mut().write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(stdout) => stdout.flush(),
            Self::Straight(file) => file.flush(),
            Self::Beside(beside) => beside.file.as_file_mut().flush(),
        }
    }
}

/// The files of a folder in the making: nothing has its name before all are on the disk.
///
/// A folder that is not there yet is made beside and gets its name at once. In one that is there file after file is replaced,
/// in the order in which they were put.
pub(super) struct Folder {
    name: PathBuf,
    /// Where the files are meanwhile, if the folder is new.
    fresh: Option<UnfinishedFolder>,
    files: Vec<Ready>,
}

impl Folder {
    /// Begins the files of a folder.
    pub(super) fn create(path: &Path) -> Result<Self> {
        if STDOUT.iter().any(|stdout| path == Path::new(stdout)) {
            bail!("a folder can’t go to {}: name one with --out", path.display());
        }
        let name = path.to_owned();
        let fresh = match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => None,
            Ok(_) => bail!("can’t write {}: it is a file; name a folder", path.display()),
            Err(error) if error.kind() == ErrorKind::NotFound => Some(fresh_folder(path)?),
            Err(error) => return Err(cannot_write(path, error)),
        };
        Ok(Self { name, fresh, files: Vec::new() })
    }

    /// Where a file of the folder will be, once all are.
    pub(super) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.name.join(name)
    }

    /// Writes a file of the folder, but for its name; `input`, which it would destroy, is refused.
    pub(super) fn put(&mut self, name: impl AsRef<Path>, bytes: &[u8], input: &Input) -> Result<()> {
        let path = self.path(&name);
        refuse(&path, input)?;
        let place = self.fresh.as_ref().map_or_else(|| path.clone(), |fresh| fresh.path().join(&name));
        let mut output = Output::beside(&place, &path)?;
        output.bytes(bytes)?;
        self.files.push(output.ready()?);
        Ok(())
    }

    /// Gives all files their names.
    pub(super) fn publish(self) -> Result<()> {
        let Self { name, fresh, files } = self;
        files.into_iter().try_for_each(Ready::publish)?;
        if let Some(fresh) = fresh {
            fresh.publish(&name).map_err(|error| cannot_write(&name, error))?;
            sync_folder(folder_of(&name));
        }
        Ok(())
    }
}

/// A folder beside the one that it becomes.
fn fresh_folder(path: &Path) -> Result<UnfinishedFolder> {
    let parent = folder_of(path);
    fs::create_dir_all(parent).map_err(|error| cannot_write(parent, error))?;
    UnfinishedFolder::create(parent).map_err(|error| cannot_write(path, error))
}

/// Refuses to write over the catalog, by whatever name.
fn refuse(path: &Path, input: &Input) -> Result<()> {
    if input.is_at(path) {
        let (path, input) = (path.display().to_string(), input.name());
        let same = if path == input { String::new() } else { format!(" ({input}, the same file)") };
        bail!("{path} is the catalog itself{same}, which would be lost: say with --out where the output goes");
    }
    Ok(())
}

/// Opens what is written to; messages name it so.
fn begin(path: &Path, name: &Path) -> Result<Sink> {
    let failed = |error| cannot_write(name, error);
    // A pipe may have no name but the link: `/dev/stdout`, `/dev/fd/63`.
    if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir()) {
        return OpenOptions::new().write(true).open(path).map(Sink::Straight).map_err(failed);
    }
    let path = behind_links(path).map_err(failed)?;
    let old = match fs::symlink_metadata(&path) {
        Ok(metadata) if metadata.is_dir() => return Err(failed(ErrorKind::IsADirectory.into())),
        Ok(metadata) if metadata.is_file() => Some(metadata),
        Ok(_) => return OpenOptions::new().write(true).open(&path).map(Sink::Straight).map_err(failed),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(failed(error)),
    };
    if old.as_ref().is_some_and(|old| old.permissions().readonly()) {
        bail!("can’t write {}: it is write-protected; take that away, or name another", name.display());
    }
    let file = UnfinishedFile::create(folder_of(&path)).map_err(failed)?;
    Ok(Sink::Beside(Box::new(Beside { file, target: path, old })))
}

/// Where symbolic links lead in the end, whether there is something or not.
fn behind_links(path: &Path) -> io::Result<PathBuf> {
    if path.as_os_str().as_encoded_bytes().last().is_some_and(|last| std::path::is_separator(char::from(*last))) {
        return Err(ErrorKind::IsADirectory.into());
    }
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        if !fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_symlink()) {
            return Ok(path);
        }
        path = folder_of(&path).join(fs::read_link(&path)?);
    }
    Err(io::Error::other("its symbolic links lead in a circle"))
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Gives a file the owner and the permissions of the one that it replaces, as far as the system lets it.
fn keep_rights(file: &File, old: Option<&Metadata>) {
    let Some(old) = old else { return };
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, fchown};
        let _ = fchown(file, Some(old.uid()), Some(old.gid()));
    }
    let _ = file.set_permissions(old.permissions());
}

/// Brings the names in a folder to the disk, where the system can.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// The error of what cannot be written: which, why, and what to do. That nobody reads a pipe any more stays an error of its
/// own kind, by which the command knows it.
fn cannot_write(path: &Path, error: io::Error) -> anyhow::Error {
    let why = match error.kind() {
        ErrorKind::BrokenPipe => return error.into(),
        ErrorKind::StorageFull => "the disk is full; make room and try again".to_owned(),
        ErrorKind::QuotaExceeded => "your share of the disk is used up; make room and try again".to_owned(),
        ErrorKind::FileTooLarge => "no file may be so large here; try another place".to_owned(),
        ErrorKind::NotFound => "its folder is not there; make it, or name another".to_owned(),
        ErrorKind::IsADirectory => "it is a folder; name a file".to_owned(),
        ErrorKind::NotADirectory => "a part of its path is a file, not a folder; is it right?".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "that disk is read-only; try another place".to_owned(),
        ErrorKind::PermissionDenied => "you may not write there; try another place, or ask its owner".to_owned(),
        _ => error.to_string(),
    };
    anyhow!("can’t write {}: {why}", path.display())
}
