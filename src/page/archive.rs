//! Files in a ZIP archive.

use std::io::{Cursor, Write as _};

use zip::result::ZipResult;
use zip::write::{SimpleFileOptions, ZipWriter};

/// Files, each with its name, in a ZIP archive; the same files give the same bytes.
pub fn zipped<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name, SimpleFileOptions::default())?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
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
