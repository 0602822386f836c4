//! Numbers as CSS and SVG read them, with a point and without separators, whatever the language of the page.
//!
//! What a reader reads is formatted apart, by the messages of the page. Whole numbers are all that is formatted here: the
//! standard library's code for fractions is a twentieth of the module (CSS Values 4, sections 5.2 and 5.5).

/// The length of a bar as a part of a whole, to a tenth of a percent: `12.5%`.
pub fn percent(part: u32, whole: u32) -> String {
    let of_thousand = u64::from(part) * 1000 / u64::from(whole.max(1));
    format!("{}.{}%", of_thousand / 10, of_thousand % 10)
}

/// A length of drawings (SVG 2, section 8.10) to a tenth: `4.5`; 0 or more.
pub fn tenths(length: f64) -> String {
    let tenths = rounded(length * 10.0);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A length in whole pixels: `120px`; 0 or more.
pub fn pixels(length: f64) -> String {
    format!("{}px", rounded(length))
}

/// To the nearest whole number; what is negative or no number is 0.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "out of range, `as` gives the nearest number"
)]
fn rounded(value: f64) -> u64 {
    value.round() as u64
}

#[cfg(test)]
mod tests {
    use super::{percent, pixels, tenths};

    #[test]
    fn a_bar_is_as_long_as_its_part() {
        assert_eq!(percent(1, 8), "12.5%");
        assert_eq!(percent(3, 3), "100.0%");
        assert_eq!(percent(0, 0), "0.0%");
        assert_eq!(percent(u32::MAX, 1), "429496729500.0%");
    }

    #[test]
    fn machines_read_a_point_and_no_separators() {
        assert_eq!(tenths(4.25), "4.3");
        assert_eq!(tenths(1234.0), "1234.0");
        assert_eq!(pixels(1234.4), "1234px");
        assert_eq!((pixels(-3.0), pixels(f64::NAN), tenths(-0.2)), ("0px".into(), "0px".into(), "0.0".into()));
    }
}
