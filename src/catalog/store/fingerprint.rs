//! Fingerprints: by what a saved index knows the catalog that it was made of, and that it is whole itself.
//!
//! The length and the XXH64 hash (seed 0, github.com/Cyan4973/xxHash, "XXH64 algorithm description") of bytes: the same on
//! every machine, and fast. No defence against somebody who means harm, which a file beside the catalog need not be.

use xxhash_rust::xxh64::Xxh64;

/// What tells the bytes of one file from those of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint {
    /// How many there are.
    pub length: u64,
    /// Their hash.
    pub hash: u64,
}

/// A fingerprint in the making.
#[derive(Clone, Default)]
pub struct Fingerprinter {
    length: u64,
    hash: Xxh64,
}

impl std::fmt::Debug for Fingerprinter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fingerprinter").field("length", &self.length).finish_non_exhaustive()
    }
}

impl Fingerprinter {
    /// Takes the next bytes in.
    pub fn update(&mut self, bytes: &[u8]) {
        self.length += bytes.len() as u64;
        self.hash.update(bytes);
    }

    /// The fingerprint of all bytes so far.
    pub fn finish(&self) -> Fingerprint {
        Fingerprint { length: self.length, hash: self.hash.digest() }
    }
}

impl Fingerprint {
    /// That of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let mut all = Fingerprinter::default();
        all.update(bytes);
        all.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::{Fingerprint, Fingerprinter};

    #[test]
    fn it_is_that_of_the_published_algorithm_and_of_the_whole() {
        // The sanity check of xxHash's own tests, for no bytes.
        assert_eq!(Fingerprint::of(b"").hash, 0xef46_db37_51d8_e999);
        arbtest::arbtest(|u| {
            let bytes: Vec<u8> = u.arbitrary()?;
            let cut = u.int_in_range(0..=bytes.len())?;
            let mut parts = Fingerprinter::default();
            parts.update(&bytes[..cut]);
            parts.update(&bytes[cut..]);
            assert_eq!(parts.finish(), Fingerprint::of(&bytes));
            assert_ne!(parts.finish(), Fingerprint::of(&[&bytes[..], b"\0"].concat()));
            Ok(())
        });
    }
}
