//! QR codes of links (ISO/IEC 18004:2015), for paper: bytes, error correction level L, versions 1 to 20, which a camera still
//! reads from a code of four centimetres.

/// The largest version that is made: 97 by 97 modules, 858 bytes.
const MOST_VERSION: usize = 20;

/// Codewords of error correction in each block, and the number of blocks, of level L by version (table 9).
const CORRECTION: [(usize, usize); MOST_VERSION] = [
    (7, 1),
    (10, 1),
    (15, 1),
    (20, 1),
    (26, 1),
    (18, 2),
    (20, 2),
    (24, 2),
    (30, 2),
    (18, 4),
    (20, 4),
    (24, 4),
    (26, 4),
    (30, 4),
    (22, 6),
    (24, 6),
    (28, 6),
    (30, 6),
    (28, 7),
    (28, 8),
];

/// What indicates bytes (table 2), and the codewords that fill what is left (section 7.4.10).
const BYTES_MODE: u32 = 0b0100;
const PADDING: [u8; 2] = [0xec, 0x11];

/// The generators of the codes over format (annex C) and version (annex D), the mask over format, and the bits of level L.
const FORMAT_GENERATOR: u32 = 0x537;
const VERSION_GENERATOR: u32 = 0x1f25;
const FORMAT_MASK: u32 = 0x5412;
const LEVEL_L: u32 = 0b01;

/// The modules of the quiet zone on each side (section 6.3.8).
const QUIET: usize = 4;

/// A code: its modules row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QrCode {
    size: usize,
    dark: Vec<bool>,
    /// Which modules are none of the data: they are the same whatever is encoded.
    is_fixed: Vec<bool>,
}

/// Returns the code of a text; `None` where it is too long for a code that is read from paper.
pub fn qr_code(text: &str) -> Option<QrCode> {
    let version = (1..=MOST_VERSION).find(|version| bits_needed(text.len(), *version) <= n_data(*version) * 8)?;
    let codewords = interleaved(&data(text.as_bytes(), version), version);
    let masked = (0..8).map(|mask| {
        let mut code = QrCode::with_patterns(version);
        code.put_format(mask);
        code.put_data(&codewords, mask);
        code
    });
    masked.min_by_key(QrCode::penalty)
}

fn count_bits(version: usize) -> usize {
    if version < 10 { 8 } else { 16 }
}

fn bits_needed(n_bytes: usize, version: usize) -> usize {
    4 + count_bits(version) + n_bytes * 8
}

/// The modules that hold data and error correction (table 1).
fn n_modules(version: usize) -> usize {
    let size = size_of(version);
    let n_alignment = alignment(version).len();
    // Finders with their separators, timing, format and the dark module; alignment patterns, of which those in the rows and
    // columns of timing share five modules with it.
    let finders = 3 * 64 + 2 * (size - 16) + 31;
    let patterns = if n_alignment == 0 { 0 } else { (n_alignment * n_alignment - 3) * 25 - (n_alignment - 2) * 10 };
    let version_modules = if version < 7 { 0 } else { 36 };
    size * size - finders - patterns - version_modules
}

/// The codewords of data.
fn n_data(version: usize) -> usize {
    let (n_correction, n_blocks) = CORRECTION[version - 1];
    n_modules(version) / 8 - n_correction * n_blocks
}

fn size_of(version: usize) -> usize {
    17 + 4 * version
}

/// The rows and columns of the centres of alignment patterns (annex E): at equal even distances from the last one on.
fn alignment(version: usize) -> Vec<usize> {
    if version == 1 {
        return Vec::new();
    }
    let n = version / 7 + 2;
    let step = (4 * version + 4).div_ceil(2 * (n - 1)) * 2;
    let last = size_of(version) - 7;
    [6].into_iter().chain((0..n - 1).rev().map(|at| last - at * step)).collect()
}

/// The codewords of a text: mode, length, bytes, padding.
fn data(bytes: &[u8], version: usize) -> Vec<u8> {
    let mut bits: Vec<bool> = Vec::new();
    let mut push = |value: u32, n: usize| bits.extend((0..n).rev().map(|at| value >> at & 1 == 1));
    push(BYTES_MODE, 4);
    push(u32::try_from(bytes.len()).unwrap_or(0), count_bits(version));
    for byte in bytes {
        push(u32::from(*byte), 8);
    }
    // The terminator, as far as there is room, and up to a whole codeword.
    push(0, 4);
    let mut data: Vec<u8> =
        bits.chunks(8).map(|bits| bits.iter().enumerate().map(|(at, bit)| u8::from(*bit) << (7 - at)).sum()).collect();
    let n = n_data(version);
    data.truncate(n);
    let padding = PADDING.into_iter().cycle().take(n - data.len());
    data.extend(padding);
    data
}

/// The codewords of data, each block with its error correction, taken by turns from the blocks (section 7.6).
fn interleaved(data: &[u8], version: usize) -> Vec<u8> {
    let (n_correction, n_blocks) = CORRECTION[version - 1];
    let (short, n_long) = (data.len() / n_blocks, data.len() % n_blocks);
    let mut rest = data;
    let mut blocks = Vec::with_capacity(n_blocks);
    for at in 0..n_blocks {
        let (block, behind) = rest.split_at(short + usize::from(at >= n_blocks - n_long));
        blocks.push((block, correction(block, n_correction)));
        rest = behind;
    }
    let data = (0..=short).flat_map(|at| blocks.iter().filter_map(move |(block, _)| block.get(at)));
    let correction =
        (0..n_correction).flat_map(|at| blocks.iter().filter_map(move |(_, correction)| correction.get(at)));
    data.chain(correction).copied().collect()
}

/// A product in the field of 256 elements over `x^8 + x^4 + x^3 + x^2 + 1` (section 7.5.2).
fn product(a: u8, b: u8) -> u8 {
    let mut product = 0_u32;
    for at in (0..8).rev() {
        product = product << 1 ^ if product & 0x80 == 0 { 0 } else { 0x11d };
        if b >> at & 1 == 1 {
            product ^= u32::from(a);
        }
    }
    u8::try_from(product & 0xff).unwrap_or(0)
}

/// The codewords of error correction: the remainder of the data by the product of `x - 2^i` (annex A).
fn correction(block: &[u8], n: usize) -> Vec<u8> {
    let mut generator = vec![0; n];
    generator[n - 1] = 1;
    let mut root = 1;
    for _ in 0..n {
        for at in 0..n {
            generator[at] = product(generator[at], root) ^ generator.get(at + 1).copied().unwrap_or(0);
        }
        root = product(root, 2);
    }
    let mut remainder = vec![0; n];
    for byte in block {
        let factor = byte ^ remainder[0];
        remainder.rotate_left(1);
        remainder[n - 1] = 0;
        remainder.iter_mut().zip(&generator).for_each(|(left, of)| *left ^= product(*of, factor));
    }
    remainder
}

/// A value, and behind it the remainder by a generator of degree `n`.
fn with_remainder(value: u32, generator: u32, n: usize) -> u32 {
    let mut rest = value << n;
    for at in (n..n + 6).rev() {
        if rest >> at & 1 == 1 {
            rest ^= generator << (at - n);
        }
    }
    value << n | rest
}

impl QrCode {
    /// The code without its data.
    fn with_patterns(version: usize) -> Self {
        let size = size_of(version);
        let mut code = Self { size, dark: vec![false; size * size], is_fixed: vec![false; size * size] };
        for at in 0..size {
            code.fix(6, at, at % 2 == 0);
            code.fix(at, 6, at % 2 == 0);
        }
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] {
            code.put_rings(row, column, 4, [true, true, false, true, false]);
        }
        let centres = alignment(version);
        let last = centres.last().copied().unwrap_or(0);
        for row in &centres {
            for column in &centres {
                // Where a finder is there is none.
                if ![(6, 6), (6, last), (last, 6)].contains(&(*row, *column)) {
                    code.put_rings(*row, *column, 2, [true, false, true, false, false]);
                }
            }
        }
        if version >= 7 {
            let bits = with_remainder(u32::try_from(version).unwrap_or(0), VERSION_GENERATOR, 12);
            for at in 0..18 {
                let (along, across) = (at / 3, size - 11 + at % 3);
                code.fix(along, across, bits >> at & 1 == 1);
                code.fix(across, along, bits >> at & 1 == 1);
            }
        }
        code.put_format(0);
        code
    }

    fn fix(&mut self, row: usize, column: usize, is_dark: bool) {
        self.dark[row * self.size + column] = is_dark;
        self.is_fixed[row * self.size + column] = true;
    }

    /// Square rings round a centre, from the inside out, as far as they are within the code.
    fn put_rings(&mut self, row: usize, column: usize, reach: usize, rings: [bool; 5]) {
        for r in row.saturating_sub(reach)..=(row + reach).min(self.size - 1) {
            for c in column.saturating_sub(reach)..=(column + reach).min(self.size - 1) {
                self.fix(r, c, rings[r.abs_diff(row).max(c.abs_diff(column))]);
            }
        }
    }

    /// Level and mask, twice, and the dark module (section 7.9).
    fn put_format(&mut self, mask: u32) {
        let bits = with_remainder(LEVEL_L << 3 | mask, FORMAT_GENERATOR, 10) ^ FORMAT_MASK;
        let is_dark = |at: usize| bits >> at & 1 == 1;
        // Timing stands in row and column 6.
        let around = |at: usize| if at < 6 { at } else { at + 1 };
        let size = self.size;
        for at in 0..8 {
            self.fix(if at < 7 { around(at) } else { 8 }, 8, is_dark(at));
            self.fix(8, size - 1 - at, is_dark(at));
        }
        for at in 8..15 {
            self.fix(8, around(14 - at), is_dark(at));
            self.fix(size - 15 + at, 8, is_dark(at));
        }
        self.fix(size - 8, 8, true);
    }

    /// Puts the codewords in columns of two from the right, upwards and downwards by turns (section 7.7.3), under a mask.
    fn put_data(&mut self, codewords: &[u8], mask: u32) {
        let size = self.size;
        let mut bits = codewords.iter().flat_map(|word| (0..8).rev().map(move |at| word >> at & 1 == 1));
        let mut right = size - 1;
        let mut is_upward = true;
        loop {
            for step in 0..size {
                let row = if is_upward { size - 1 - step } else { step };
                for column in [right, right - 1] {
                    if !self.is_fixed[row * size + column] {
                        self.dark[row * size + column] = bits.next().unwrap_or(false) != is_masked(mask, row, column);
                    }
                }
            }
            is_upward = !is_upward;
            right = match right {
                1 => return,
                8 => 5,
                _ => right - 2,
            };
        }
    }

    fn is_dark(&self, row: usize, column: usize) -> bool {
        self.dark[row * self.size + column]
    }

    /// How hard the code is to read: runs of five and more of a kind, and squares of one kind (section 7.8.3, the first two
    /// features). Every mask is read; this one best.
    fn penalty(&self) -> usize {
        let mut penalty = 0;
        for line in 0..self.size {
            for is_row in [true, false] {
                let at = |at: usize| if is_row { self.is_dark(line, at) } else { self.is_dark(at, line) };
                let mut run = 1;
                for place in 1..self.size {
                    run = if at(place) == at(place - 1) { run + 1 } else { 1 };
                    penalty += if run == 5 { 3 } else { usize::from(run > 5) };
                }
            }
        }
        for row in 1..self.size {
            for column in 1..self.size {
                let this = self.is_dark(row, column);
                let others = [(row - 1, column), (row, column - 1), (row - 1, column - 1)];
                penalty += if others.iter().all(|(row, column)| self.is_dark(*row, *column) == this) { 3 } else { 0 };
            }
        }
        penalty
    }

    /// Returns how wide the drawing is, in modules, with the quiet zone.
    pub fn width(&self) -> usize {
        self.size + 2 * QUIET
    }

    /// Returns the `d` of an SVG path that fills the dark modules, a run of them each.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for row in 0..self.size {
            let mut column = 0;
            while column < self.size {
                let run = (column..self.size).take_while(|at| self.is_dark(row, *at)).count();
                if run > 0 {
                    for part in [
                        "M",
                        &(column + QUIET).to_string(),
                        " ",
                        &(row + QUIET).to_string(),
                        "h",
                        &run.to_string(),
                        "v1h-",
                        &run.to_string(),
                        "z",
                    ] {
                        path.push_str(part);
                    }
                }
                column += run.max(1);
            }
        }
        path
    }
}

/// Whether a mask turns a module over (table 10).
fn is_masked(mask: u32, row: usize, column: usize) -> bool {
    let product = row * column;
    0 == match mask {
        0 => (row + column) % 2,
        1 => row % 2,
        2 => column % 3,
        3 => (row + column) % 3,
        4 => (row / 2 + column / 3) % 2,
        5 => product % 2 + product % 3,
        6 => (product % 2 + product % 3) % 2,
        _ => ((row + column) % 2 + product % 3) % 2,
    }
}

#[cfg(test)]
mod tests {
    use qrcodegen::{Mask, QrCodeEcc, QrSegment, Version};

    use super::{QrCode, qr_code};

    /// Another encoder's code of the same bytes under some mask is the same.
    fn is_as_others_have_it(text: &str, code: &QrCode) -> bool {
        (0..8).any(|mask| {
            let segments = [QrSegment::make_bytes(text.as_bytes())];
            let (least, most, mask) = (Version::MIN, Version::new(20), Some(Mask::new(mask)));
            let other =
                qrcodegen::QrCode::encode_segments_advanced(&segments, QrCodeEcc::Low, least, most, mask, false);
            let other = other.expect("it fits");
            let size = usize::try_from(other.size()).expect("some modules");
            let module = |at: usize| {
                let [row, column] = [at / size, at % size].map(|at| i32::try_from(at).expect("few"));
                other.get_module(column, row)
            };
            size == code.size && (0..size * size).all(|at| module(at) == code.dark[at])
        })
    }

    #[test]
    fn every_version_is_as_another_encoder_has_it() {
        for n in 0..=858 {
            let text: String = (0..n).map(|at| char::from(b' ' + u8::try_from(at * 7 % 90).unwrap_or(0))).collect();
            if n % 11 == 0 || !(20..=850).contains(&n) {
                let code = qr_code(&text).expect("it fits");
                assert!(is_as_others_have_it(&text, &code), "{n} bytes");
            }
        }
        assert_eq!(qr_code(&"a".repeat(859)), None);
    }

    #[test]
    fn a_path_draws_every_dark_module_once() {
        let code = qr_code("https://example.org/#/?view=shelf&item=a").expect("it fits");
        let runs = code.path();
        let drawn: usize = runs.split('h').skip(1).filter_map(|run| run.split('v').next()?.parse::<usize>().ok()).sum();
        assert_eq!(drawn, code.dark.iter().filter(|is_dark| **is_dark).count());
        assert_eq!(code.width(), code.size + 8);
    }
}
