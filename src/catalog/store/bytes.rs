//! Bytes that were written to be read again later: numbers, texts and runs of bytes, one behind the other.
//!
//! What is read may be damaged: every read says `None` where there is not what there should be, and takes no more memory than
//! there are bytes left.

use super::varint;

/// How many numbers of a byte each are read at once, and the bits that say that a number goes on.
const EIGHT: usize = 8;
const HIGH_BITS: u64 = 0x8080_8080_8080_8080;

/// Bytes in the writing.
#[derive(Debug, Clone, Default)]
pub(crate) struct Writer(pub(crate) Vec<u8>);

impl Writer {
    /// A number, in as few bytes as it needs.
    pub(crate) fn number(&mut self, number: u32) {
        varint::put(&mut self.0, number);
    }

    /// A length; one beyond 32 bits is no length that could be read again, and counts as the largest.
    pub(crate) fn length(&mut self, length: usize) {
        varint::put_len(&mut self.0, length);
    }

    /// Bytes with their length in front.
    pub(crate) fn run(&mut self, bytes: &[u8]) {
        self.length(bytes.len());
        self.0.extend_from_slice(bytes);
    }

    /// Numbers, with the length of their bytes in front.
    pub(crate) fn numbers(&mut self, numbers: impl IntoIterator<Item = u32>) {
        let mut run = Self::default();
        numbers.into_iter().for_each(|number| run.number(number));
        self.run(&run.0);
    }
}

/// Bytes that are left to be read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'a>(pub(crate) &'a [u8]);

impl<'a> Source<'a> {
    /// The next number.
    pub(crate) fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        self.fill(std::slice::from_mut(&mut number))?;
        Some(number)
    }

    /// The next numbers, as many as there are places.
    pub(crate) fn fill(&mut self, places: &mut [u32]) -> Option<()> {
        for places in places.chunks_mut(EIGHT) {
            // Most numbers are a byte: eight of them are seen at a glance.
            if places.len() == EIGHT
                && let Some((eight, rest)) = self.0.split_first_chunk::<EIGHT>()
                && u64::from_le_bytes(*eight) & HIGH_BITS == 0
            {
                places.iter_mut().zip(eight).for_each(|(place, byte)| *place = u32::from(*byte));
                self.0 = rest;
            } else {
                self.fill_slowly(places)?;
            }
        }
        Some(())
    }

    fn fill_slowly(&mut self, places: &mut [u32]) -> Option<()> {
        let (bytes, mut at) = (self.0, 0);
        for place in places {
            let mut byte = *bytes.get(at)?;
            let mut number = u32::from(byte & 0x7f);
            let mut shift = 7;
            at += 1;
            while byte >= 0x80 && shift < u32::BITS {
                byte = *bytes.get(at)?;
                number |= u32::from(byte & 0x7f) << shift;
                (at, shift) = (at + 1, shift + 7);
            }
            if byte >= 0x80 {
                return None;
            }
            *place = number;
        }
        self.0 = bytes.get(at..)?;
        Some(())
    }

    /// The next number as a length of things of at least a byte each: no more than there are bytes left.
    pub(crate) fn length(&mut self) -> Option<usize> {
        self.number().map(|length| length as usize).filter(|length| *length <= self.0.len())
    }

    /// So many bytes.
    pub(crate) fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    /// The bytes whose length stands in front.
    pub(crate) fn run(&mut self) -> Option<&'a [u8]> {
        let length = self.length()?;
        self.take(length)
    }

    /// The text whose length stands in front.
    pub(crate) fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.run()?).ok()
    }

    /// All numbers of a run.
    pub(crate) fn numbers(&mut self) -> Option<Vec<u32>> {
        let mut run = Self(self.run()?);
        // The last byte of a number, and no other, is below 0x80.
        let mut numbers = vec![0; run.0.iter().filter(|byte| **byte < 0x80).count()];
        run.fill(&mut numbers)?;
        run.end().map(|()| numbers)
    }

    /// Nothing, if nothing is left.
    pub(crate) fn end(self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Source, Writer};

    #[test]
    fn what_is_written_comes_back() {
        arbtest::arbtest(|u| {
            let numbers: Vec<u32> =
                u.arbitrary::<Vec<u32>>()?.into_iter().map(|number| number >> (number % 32)).collect();
            let (text, bytes): (String, Vec<u8>) = (u.arbitrary()?, u.arbitrary()?);
            let mut writer = Writer::default();
            writer.numbers(numbers.iter().copied());
            writer.run(text.as_bytes());
            writer.run(&bytes);
            let mut source = Source(&writer.0);
            assert_eq!(source.numbers(), Some(numbers));
            assert_eq!(source.text(), Some(text.as_str()));
            assert_eq!(source.run(), Some(bytes.as_slice()));
            assert_eq!((source.number(), source.run(), source.end()), (None, None, Some(())));
            // A length that is beyond what is left is none.
            let cut = Source(&writer.0[..writer.0.len() - 1]);
            assert!(bytes.is_empty() || { cut }.numbers().is_some());
            assert_eq!(Source(&[5, 1]).run(), None);
            assert_eq!(Source(&[0xff; 9]).number(), None);
            Ok(())
        });
    }
}
