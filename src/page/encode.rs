//! Bytes as texts of a page: its parts, compressed, and the hashes that its policy names scripts and styles by.

use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

/// What a Content-Security-Policy names an inline script or style by.
pub fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// Returns bytes as gzip in base64.
pub fn compressed(bytes: &[u8]) -> String {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    // Memory takes everything: writing to it has no error.
    let packed = gzip.write_all(bytes).and_then(|()| gzip.finish()).unwrap_or_default();
    STANDARD.encode(packed)
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
