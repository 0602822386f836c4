//! Numbers in as few bytes as they need: seven bits a byte, the lowest first, the high bit set on all but the last (LEB128).

/// Appends a number.
pub(super) fn put(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}

/// Appends a length; one beyond 32 bits counts as the largest.
pub(super) fn put_len(bytes: &mut Vec<u8>, len: usize) {
    put(bytes, u32::try_from(len).unwrap_or(u32::MAX));
}

/// The numbers in a run of bytes, one after the other.
#[derive(Debug, Clone, Default)]
pub(crate) struct Varints<'a>(pub(crate) &'a [u8]);

impl<'a> Varints<'a> {
    /// The next number; 0 at the end.
    pub(crate) fn number(&mut self) -> u32 {
        self.next().unwrap_or(0)
    }

    /// The next byte as it stands; 0 at the end.
    pub(crate) fn byte(&mut self) -> u8 {
        self.bytes(1).first().copied().unwrap_or(0)
    }

    /// The next number as a length.
    pub(super) fn length(&mut self) -> usize {
        self.number() as usize
    }

    /// The run whose length in bytes stands in front of it.
    #[inline]
    pub(super) fn run(&mut self) -> Varints<'a> {
        // Most lengths are a byte.
        if let Some((len @ ..0x80, rest)) = self.0.split_first()
            && let Some((run, behind)) = rest.split_at_checked(usize::from(*len))
        {
            self.0 = behind;
            return Varints(run);
        }
        let len = self.length();
        Varints(self.bytes(len))
    }

    /// The next bytes, as many as there are at most.
    pub(super) fn bytes(&mut self, len: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(len.min(self.0.len()));
        self.0 = rest;
        taken
    }
}

impl Iterator for Varints<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        let (first, mut rest) = self.0.split_first()?;
        let mut number = u32::from(first & 0x7f);
        let (mut byte, mut shift) = (*first, 7);
        while byte >= 0x80 && shift < 32 {
            let (next, behind) = rest.split_first()?;
            number |= u32::from(next & 0x7f) << shift;
            (byte, rest, shift) = (*next, behind, shift + 7);
        }
        self.0 = rest;
        Some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::{Varints, put};

    #[test]
    fn what_is_put_comes_back() {
        arbtest::arbtest(|u| {
            let numbers: Vec<u32> = u.arbitrary()?;
            let shifted: Vec<u32> = numbers.iter().map(|number| number >> (number % 32)).collect();
            let mut bytes = Vec::new();
            for number in &shifted {
                put(&mut bytes, *number);
            }
            assert!(Varints(&bytes).eq(shifted.iter().copied()));
            assert!(bytes.len() <= shifted.len() * 5);
            // Bytes that were never put are read as something, to their end.
            assert!(Varints(&u.arbitrary::<Vec<u8>>()?).count() < usize::MAX);
            Ok(())
        });
    }
}
