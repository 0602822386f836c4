//! OKLCH: lightness, chroma and hue, as CSS Color 4 has them (section 9.4), turned into 8-bit sRGB.
//!
//! The matrices are those of Björn Ottosson's definition of Oklab (bottosson.github.io/posts/oklab).

use std::f64::consts::PI;

use super::srgb::Colour;

/// How much chroma a colour outside of sRGB loses at a time, until it is inside.
const STEP: f64 = 0.002;
/// How far a part may lie outside of 0 to 1 and still be rounded to it.
const ROUNDING: f64 = 0.0005;

/// A colour by lightness, chroma and hue.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Oklch {
    /// Lightness, 0 (black) to 1 (white).
    pub lightness: f64,
    /// Chroma, 0 (grey) to about 0.37.
    pub chroma: f64,
    /// Hue in degrees, 0 to 360.
    pub hue: f64,
}

/// Returns hue number `at` of `n` hues that lie equally far apart, in degrees; the first one is `first`.
#[must_use]
pub fn spread(at: u32, n: u32, first: f64) -> f64 {
    let hue = first + 360.0 * f64::from(at) / f64::from(n.max(1));
    if hue < 360.0 { hue } else { hue - 360.0 }
}

impl Oklch {
    /// Returns the colour in sRGB; where sRGB has none of this chroma, the one of the same lightness and hue with the most.
    #[must_use]
    pub fn in_gamut(self) -> Colour {
        let mut colour = self;
        loop {
            let parts = colour.linear();
            let is_inside = parts.iter().all(|part| (-ROUNDING..=1.0 + ROUNDING).contains(part));
            if is_inside || colour.chroma <= 0.0 {
                return Colour(parts.map(encoded));
            }
            colour.chroma = (colour.chroma - STEP).max(0.0);
        }
    }

    /// Returns red, green and blue in linear light; those of a colour outside of sRGB are below 0 or above 1.
    fn linear(self) -> [f64; 3] {
        let (sine, cosine) = sine_cosine(self.hue);
        let (a, b) = (self.chroma * cosine, self.chroma * sine);
        let cube = |root: f64| root * root * root;
        let long = cube(self.lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b);
        let medium = cube(self.lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b);
        let short = cube(self.lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b);
        [
            4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short,
            -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short,
            -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701_0 * short,
        ]
    }
}

/// Returns a part in linear light as 8-bit sRGB (IEC 61966-2-1); of what is below 0 or above 1, the nearest.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "out of range, `as` gives the nearest number"
)]
fn encoded(part: f64) -> u8 {
    let part = if part <= 0.003_130_8 { 12.92 * part } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 };
    (part * 255.0).round() as u8
}

/// Returns sine and cosine of an angle in degrees, 0 to 360, to six digits. The functions of the standard library are exact for any
/// angle, and several kilobytes of the module.
fn sine_cosine(degrees: f64) -> (f64, f64) {
    // Half of the angle turned to the other side is at most a right angle: there the series needs few terms.
    let half = (degrees - 180.0) / 2.0 * PI / 180.0;
    let (mut sine, mut cosine, mut term) = (0.0, 0.0, 1.0);
    for n in 0..14_u32 {
        if n.is_multiple_of(2) {
            cosine += term;
        } else {
            sine += term;
        }
        let factor = if n.is_multiple_of(2) { 1.0 } else { -1.0 };
        term *= factor * half / f64::from(n + 1);
    }
    // Of the double angle, and 180 degrees back.
    (-2.0 * sine * cosine, 2.0 * sine * sine - 1.0)
}

#[cfg(test)]
mod tests {
    use super::{Oklch, sine_cosine, spread};
    use crate::colour::Colour;

    #[test]
    fn sine_and_cosine_are_those_of_the_standard_library() {
        for degrees in 0..=360_u32 {
            let degrees = f64::from(degrees);
            let (sine, cosine) = sine_cosine(degrees);
            let (exact, other) = degrees.to_radians().sin_cos();
            assert!((sine - exact).abs() < 1e-6 && (cosine - other).abs() < 1e-6, "{degrees}: {sine} {cosine}");
        }
    }

    /// Colours of CSS Color 4's own conversion of named colours (lightness and chroma to three digits, hue to one).
    #[test]
    fn colours_are_those_of_css() {
        let of = |lightness, chroma, hue| Oklch { lightness, chroma, hue }.in_gamut();
        assert_eq!(of(1.0, 0.0, 0.0), Colour::WHITE);
        assert_eq!(of(0.0, 0.0, 0.0), Colour::BLACK);
        for (lightness, chroma, hue, [red, green, blue]) in [
            (0.628, 0.2577, 29.23, [255, 0, 0]),
            (0.5198, 0.1769, 142.5, [0, 128, 0]),
            (0.452, 0.3132, 264.05, [0, 0, 255]),
        ] {
            let Colour(parts) = of(lightness, chroma, hue);
            let near = parts.iter().zip([red, green, blue]).all(|(part, other): (&u8, u8)| part.abs_diff(other) <= 3);
            assert!(near, "{parts:?} for {red} {green} {blue}");
        }
    }

    #[test]
    fn what_srgb_has_not_keeps_its_lightness() {
        for at in 0..24 {
            let hue = spread(at, 24, 0.0);
            let strong = Oklch { lightness: 0.5, chroma: 0.4, hue }.in_gamut();
            let weak = Oklch { lightness: 0.5, chroma: 0.02, hue }.in_gamut();
            assert!((strong.luminance() - weak.luminance()).abs() < 0.06, "{strong} {weak}");
        }
    }

    #[test]
    fn hues_lie_equally_far_apart() {
        for (at, hue) in [(0, 300.0), (1, 30.0), (2, 120.0), (3, 210.0)] {
            assert!((spread(at, 4, 300.0) - hue).abs() < 1e-9, "{at}");
        }
        assert!(spread(0, 0, 20.0) < 21.0);
    }
}
