//! Bytes as texts of a page: its parts, compressed, and the hashes that its policy names scripts and styles by.

use std::io::{self, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use base64::write::EncoderStringWriter;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::catalog::Catalog;

/// What a Content-Security-Policy names an inline script or style by.
pub fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// What a part of a page or a file of a folder holds.
#[derive(Debug, Clone, Copy)]
pub enum Content<'a> {
    /// Bytes as they are.
    Bytes(&'a [u8]),
    /// A catalog as JSON, of which no copy is made as a whole.
    Json(&'a Catalog),
}

impl Content<'_> {
    /// Writes it, in blocks: what a compressor makes depends on how much it gets at once.
    pub(super) fn write(self, to: impl Write) -> io::Result<()> {
        let mut blocks = Blocks { to, block: Vec::with_capacity(BLOCK) };
        match self {
            Self::Bytes(bytes) => blocks.write_all(bytes)?,
            Self::Json(catalog) => serde_json::to_writer(&mut blocks, catalog)?,
        }
        blocks.flush()
    }
}

/// The bytes of a block.
const BLOCK: usize = 1 << 16;

/// Hands on what is written in blocks of the same size, but for the last.
struct Blocks<W> {
    to: W,
    block: Vec<u8>,
}

impl<W: Write> Write for Blocks<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let n = bytes.len().min(BLOCK - self.block.len());
        self.block.extend_from_slice(&bytes[..n]);
        if self.block.len() == BLOCK {
            self.flush()?;
        }
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.write_all(&self.block)?;
        self.block.clear();
        Ok(())
    }
}

/// Returns a catalog as JSON, unless that has more than so many bytes.
pub(super) fn json_of_at_most(catalog: &Catalog, most: usize) -> Option<String> {
    let mut json = AtMost(Vec::new(), most);
    serde_json::to_writer(&mut json, catalog).ok()?;
    String::from_utf8(json.0).ok()
}

/// So many bytes in memory at most: what would be more fails.
struct AtMost(Vec<u8>, usize);

impl Write for AtMost {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > self.1 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Appends a content to a text, as gzip in base64.
pub(super) fn compress(text: &mut String, content: Content<'_>) -> io::Result<()> {
    let mut gzip = GzEncoder::new(EncoderStringWriter::from_consumer(text, &STANDARD), Compression::best());
    content.write(&mut gzip)?;
    gzip.finish()?.into_inner();
    Ok(())
}

/// Returns bytes as gzip in base64.
pub fn compressed(bytes: &[u8]) -> String {
    let mut text = String::new();
    // Memory takes everything: writing to it has no error.
    let _ = compress(&mut text, Content::Bytes(bytes));
    text
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn an_inline_script_is_named_by_its_sha256() {
        // The digest of the empty text, as in FIPS 180-4's examples, in base64.
        assert_eq!(hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
