//! QR codes of links, for paper.

use qrcodegen::{QrCodeEcc, QrSegment, Version};

/// The largest version that is made: 97 by 97 modules, 858 bytes. On paper it is 34 mm wide (`print.css`), a third of a millimetre a module.
const MOST_VERSION: u8 = 20;

/// The modules of the quiet zone on each side (ISO/IEC 18004:2015, section 6.3.8).
const QUIET: i32 = 4;

/// The code of a text.
pub struct QrCode(qrcodegen::QrCode);

/// Returns the code of a text; `None` where it is too long for a code that is read from paper.
///
/// It is as small as level L of error correction lets it be, and corrects as much as has room in that size.
pub fn qr_code(text: &str) -> Option<QrCode> {
    let segments = [QrSegment::make_bytes(text.as_bytes())];
    let (least, most) = (Version::MIN, Version::new(MOST_VERSION));
    let code = qrcodegen::QrCode::encode_segments_advanced(&segments, QrCodeEcc::Low, least, most, None, true);
    code.ok().map(QrCode)
}

impl QrCode {
    /// Returns how wide the drawing is, in modules, with the quiet zone.
    pub fn width(&self) -> i32 {
        self.0.size() + 2 * QUIET
    }

    /// Returns the `d` of an SVG path that fills the dark modules, a run of them each.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for row in 0..self.0.size() {
            let mut column = 0;
            while column < self.0.size() {
                let begin = column;
                // Outside the code no module is dark.
                while self.0.get_module(column, row) {
                    column += 1;
                }
                if begin < column {
                    let [x, y, run] = [begin + QUIET, row + QUIET, column - begin].map(|n| n.to_string());
                    path.extend(["M", &x, " ", &y, "h", &run, "v1h-", &run, "z"]);
                }
                column += 1;
            }
        }
        path
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::qr_code;

    /// The pixels of a module on each side.
    const SCALE: usize = 3;

    /// What a reader of pictures finds in the drawing of a path.
    fn read_back(path: &str, width: i32) -> String {
        let size = usize::try_from(width).unwrap();
        let mut dark = vec![false; size * size];
        for run in path.split('M').skip(1) {
            let numbers: Vec<usize> =
                run.split([' ', 'h', 'v']).take(3).map(|number| number.parse().unwrap()).collect();
            let [x, y, n] = numbers[..] else { panic!("{run}") };
            for module in &mut dark[y * size + x..][..n] {
                assert!(!std::mem::replace(module, true), "a module is drawn twice");
            }
        }
        let is_dark = |x: usize, y: usize| dark[y / SCALE * size + x / SCALE];
        let mut picture = rqrr::PreparedImage::prepare_from_bitmap(size * SCALE, size * SCALE, is_dark);
        picture.detect_grids()[0].decode().unwrap().1
    }

    #[test]
    fn a_code_is_read_back_as_its_link() {
        for n in (21..=858).step_by(31).chain([858]) {
            let link: String = "https://example.org/#/?q=".chars().chain(('!'..='~').cycle()).take(n).collect();
            let code = qr_code(&link).unwrap();
            assert_eq!(read_back(&code.path(), code.width()), link);
        }
    }

    #[test]
    fn a_link_that_is_too_long_for_paper_has_no_code() {
        assert!(qr_code(&"a".repeat(858)).is_some());
        assert!(qr_code(&"a".repeat(859)).is_none());
    }
}
