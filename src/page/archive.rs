//! Files in a ZIP archive.

use std::io::Cursor;

use zip::result::ZipResult;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::encode::Content;

/// Files, each with its name, in a ZIP archive; the same files give the same bytes.
pub fn zipped<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> ZipResult<Vec<u8>> {
    let mut archive = Archive::default();
    for (name, bytes) in files {
        archive.add(name, Content::Bytes(bytes))?;
    }
    archive.finish()
}

/// A ZIP archive in memory, to which files are added.
pub struct Archive(ZipWriter<Cursor<Vec<u8>>>);

impl Default for Archive {
    fn default() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }
}

impl Archive {
    /// Adds a file, compressed while it is written.
    pub fn add(&mut self, name: &str, content: Content<'_>) -> ZipResult<()> {
        self.0.start_file(name, SimpleFileOptions::default())?;
        Ok(content.write(&mut self.0)?)
    }

    /// The bytes of the archive.
    pub fn finish(self) -> ZipResult<Vec<u8>> {
        Ok(self.0.finish()?.into_inner())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use std::io::{Cursor, Read as _};

    use super::zipped;

    #[test]
    fn files_come_out_as_they_went_in_and_the_bytes_are_the_same_each_time() {
        let files = [("index.html", b"<html>".as_slice()), ("a/\u{e9}.csv", &[0, 255, 10])];
        let bytes = zipped(files).unwrap();
        assert_eq!(bytes, zipped(files).unwrap());
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for (at, (name, content)) in files.iter().enumerate() {
            let mut file = archive.by_index(at).unwrap();
            let mut read = Vec::new();
            file.read_to_end(&mut read).unwrap();
            assert_eq!((file.name().unwrap().as_ref(), read.as_slice()), (*name, *content));
        }
    }
}
