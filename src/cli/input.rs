//! The files that the command reads: each is read once, from its beginning to its end, and known by what it is on the disk.
//!
//! `-` is standard input, as are the names that Unix systems have for it. A catalog is known by device and inode (on Windows
//! by volume and file number), so that no other spelling, symbolic or hard link of its name passes for another file.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read, Seek};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result, anyhow, bail};
use same_file::Handle;

use super::progress::Progress;
use crate::catalog::ReadError;
use crate::i18n;

/// Names of standard input.
const STDIN: [&str; 4] = ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"];

/// Bytes that are read at a time.
const CHUNK: usize = 1 << 18;

/// A file that is open for reading.
pub(super) struct Input {
    name: PathBuf,
    source: Source,
    /// What tells the file from any other; nothing for pipes and terminals, which nothing that is written replaces.
    identity: Option<Handle>,
}

enum Source {
    Stdin(io::Stdin),
    File(File),
}

/// What a file states of its content; another before and after reading means that somebody wrote to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stated {
    len: u64,
    modified: Option<SystemTime>,
}

impl Input {
    /// Opens a file, or standard input.
    pub(super) fn open(path: &Path) -> Result<Self> {
        let name = path.to_owned();
        if STDIN.iter().any(|stdin| path == Path::new(stdin)) {
            let identity = Handle::stdin().ok().filter(|handle| is_regular(handle.as_file()));
            return Ok(Self { name, source: Source::Stdin(io::stdin()), identity });
        }
        let file = File::open(path).map_err(|error| cannot_read(path, &error))?;
        let metadata = file.metadata().map_err(|error| cannot_read(path, &error))?;
        if metadata.is_dir() {
            bail!("can’t read {}: it is a folder; name a file", path.display());
        }
        let identity = if metadata.is_file() { Handle::from_file(file.try_clone()?).ok() } else { None };
        Ok(Self { name, source: Source::File(file), identity })
    }

    /// The name for messages.
    pub(super) fn name(&self) -> String {
        match self.source {
            Source::Stdin(_) => "standard input".to_owned(),
            Source::File(_) => self.name.display().to_string(),
        }
    }

    /// Whether it is standard input, which has no name of its own.
    pub(super) fn is_stdin(&self) -> bool {
        matches!(self.source, Source::Stdin(_))
    }

    /// Whether a path leads to this very file.
    pub(super) fn is_at(&self, path: &Path) -> bool {
        let is_regular = fs::metadata(path).is_ok_and(|metadata| metadata.is_file());
        is_regular && self.identity.as_ref().is_some_and(|own| Handle::from_path(path).is_ok_and(|other| other == *own))
    }

    /// Whether standard output goes into this very file.
    pub(super) fn is_stdout(&self) -> bool {
        self.identity.as_ref().is_some_and(|own| Handle::stdout().is_ok_and(|other| other == *own))
    }

    /// Reads a catalog in chunks, each given to `take`. A file that somebody writes to meanwhile is an error: what was read
    /// would be neither its old content nor its new one.
    pub(super) fn read_chunks(&mut self, take: &mut dyn FnMut(&[u8]) -> Result<(), ReadError>) -> Result<()> {
        let name = self.name();
        let stated = |source: &Source| match source {
            Source::File(file) => file.metadata().ok().filter(Metadata::is_file).map(|metadata| Stated::of(&metadata)),
            Source::Stdin(_) => None,
        };
        let before = stated(&self.source);
        let source: &mut dyn Read = match &mut self.source {
            Source::Stdin(stdin) => stdin,
            Source::File(file) => file,
        };
        let mut refused = None;
        let n_read = read_all(source, &mut |chunk| {
            // What is not a catalog may still be one that somebody is writing: that is looked at first.
            if refused.is_none() {
                refused = take(chunk).err();
            }
            true
        });
        let n_read = n_read.map_err(|error| cannot_read(Path::new(&name), &error))?;
        if !is_whole(before, n_read, stated(&self.source)) {
            bail!("{name} changed while it was read: try again when nothing writes to it");
        }
        refused.map_or(Ok(()), |error| Err(no_catalog(&name, &error)))
    }

    /// All bytes; or the first of them alone, where those are `enough` to know that the file is of no use.
    pub(super) fn read_unless(&mut self, enough: fn(&[u8]) -> bool, progress: &mut Progress) -> Result<Vec<u8>> {
        // A pipe is read once.
        let source: &mut dyn Read = match &mut self.source {
            Source::File(file) if is_regular(file) => file,
            _ => return self.read_with(progress),
        };
        let mut first = Vec::new();
        let is_first = &mut |chunk: &[u8]| {
            first.extend_from_slice(chunk);
            first.len() < CHUNK
        };
        read_all(source, is_first).map_err(|error| cannot_read(&self.name, &error))?;
        if first.len() >= CHUNK && enough(&first) {
            return Ok(first);
        }
        if let Source::File(file) = &mut self.source {
            file.rewind().map_err(|error| cannot_read(&self.name, &error))?;
        }
        self.read_with(progress)
    }

    /// All bytes.
    pub(super) fn read(&mut self) -> Result<Vec<u8>> {
        self.read_with(&mut Progress::begin())
    }

    /// All bytes, with progress.
    fn read_with(&mut self, progress: &mut Progress) -> Result<Vec<u8>> {
        let what = format!("reading {}", self.name());
        // Room for all of them at once: a vector that grows has twice its bytes while it moves.
        let n = match &self.source {
            Source::File(file) => file.metadata().map_or(0, |metadata| metadata.len()),
            Source::Stdin(_) => 0,
        };
        let mut bytes = Vec::new();
        if bytes.try_reserve_exact(usize::try_from(n).unwrap_or(usize::MAX)).is_err() {
            bail!("{} has {n} bytes, for which there is no memory", self.name());
        }
        self.read_chunks(&mut |chunk| {
            bytes.extend_from_slice(chunk);
            progress.at(&what, bytes.len() as u64, n);
            Ok(())
        })?;
        Ok(bytes)
    }
}

impl Stated {
    fn of(metadata: &Metadata) -> Self {
        Self { len: metadata.len(), modified: metadata.modified().ok() }
    }
}

/// Whether so many bytes are the whole content of a file that stated this before and after; nothing is stated of pipes.
fn is_whole(before: Option<Stated>, n_read: u64, after: Option<Stated>) -> bool {
    before == after && before.is_none_or(|stated| stated.len == n_read)
}

/// Gives everything that can be read to `take`, in chunks, as long as that wants more; how many bytes there were.
fn read_all(source: &mut dyn Read, take: &mut dyn FnMut(&[u8]) -> bool) -> io::Result<u64> {
    let (mut chunk, mut n_read) = (vec![0; CHUNK], 0);
    loop {
        match source.read(&mut chunk) {
            Ok(0) => return Ok(n_read),
            Ok(n) => {
                n_read += n as u64;
                if !take(&chunk[..n]) {
                    return Ok(n_read);
                }
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// A text file that belongs to a built page.
pub(super) fn read_text(path: &Path) -> Result<String> {
    let bytes = Input::open(path)?.read()?;
    String::from_utf8(bytes).ok().with_context(|| format!("can’t read {}: it is not text in UTF-8", path.display()))
}

/// Whether two paths lead to one file or folder.
pub(super) fn are_same(one: &Path, other: &Path) -> bool {
    same_file::is_same_file(one, other).unwrap_or(false)
}

/// The error of a file that is no catalog.
pub(super) fn no_catalog(name: &str, error: &ReadError) -> anyhow::Error {
    anyhow!(i18n::read_error(error)).context(format!("no catalog in {name}"))
}

fn is_regular(file: &File) -> bool {
    file.metadata().is_ok_and(|metadata| metadata.is_file())
}

/// The error of a file that cannot be read: which, why, and what to do.
fn cannot_read(path: &Path, error: &io::Error) -> anyhow::Error {
    let why = match error.kind() {
        ErrorKind::NotFound => "there is no such file; is its name right?".to_owned(),
        ErrorKind::PermissionDenied => "you may not read it; ask its owner".to_owned(),
        ErrorKind::IsADirectory => "it is a folder; name a file".to_owned(),
        ErrorKind::NotADirectory => "a part of its path is a file, not a folder; is it right?".to_owned(),
        _ => error.to_string(),
    };
    anyhow!("can’t read {}: {why}", path.display())
}

#[cfg(test)]
mod tests {
    use super::{Stated, is_whole, read_all};
    use std::io::{self, ErrorKind, Read};
    use std::time::{Duration, SystemTime};

    /// Gives a byte at a time, is interrupted before each, and breaks off with an error where there is one.
    struct Slow<'a>(&'a [u8], bool, Option<ErrorKind>);

    impl Read for Slow<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            self.1 = !self.1;
            match (self.1, self.0.split_first(), self.2) {
                (true, ..) => Err(ErrorKind::Interrupted.into()),
                (_, Some((first, rest)), _) => {
                    (into[0], self.0) = (*first, rest);
                    Ok(1)
                }
                (_, None, Some(kind)) => Err(kind.into()),
                (_, None, None) => Ok(0),
            }
        }
    }

    #[test]
    fn a_file_is_read_to_its_end_through_interruptions_and_a_failing_disk_is_an_error() {
        let mut bytes = Vec::new();
        let mut all = |error| {
            let take = &mut |chunk: &[u8]| {
                bytes.extend_from_slice(chunk);
                true
            };
            read_all(&mut Slow(b"abc", false, error), take)
        };
        assert!(all(None).is_ok_and(|n| n == 3));
        assert!(all(Some(ErrorKind::Other)).is_err());
        assert_eq!(bytes, b"abcabc");
    }

    #[test]
    fn a_file_that_shrinks_grows_or_is_written_while_it_is_read_is_not_whole() {
        let now = Some(SystemTime::UNIX_EPOCH);
        let later = now.map(|now| now + Duration::from_nanos(1));
        let stated = |len, modified| Some(Stated { len, modified });
        assert!(is_whole(stated(9, now), 9, stated(9, now)));
        assert!(is_whole(None, 9, None));
        for (before, n_read, after) in [
            (stated(9, now), 4, stated(4, later)),
            (stated(9, now), 4, stated(9, now)),
            (stated(9, now), 12, stated(12, later)),
            (stated(9, now), 9, stated(9, later)),
            (stated(9, now), 9, stated(8, now)),
        ] {
            assert!(!is_whole(before, n_read, after), "{before:?}, {n_read}, {after:?}");
        }
    }
}
