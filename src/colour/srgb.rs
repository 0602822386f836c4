//! Colours that others choose, and how to keep texts readable in them.
//!
//! Contrast is that of WCAG 2.2 (definitions of "relative luminance" and "contrast ratio"), on 8-bit sRGB.

use std::fmt;

/// The contrast that texts need (WCAG 2.2, success criterion 1.4.3), with a little to spare for rounding.
const READABLE: f64 = 4.6;
/// How far a colour moves towards black or white at a time, in percent.
const STEP: u32 = 6;
/// So many steps lead to black or white from anywhere, near enough.
const MOST_STEPS: usize = 80;

/// An opaque colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// Black.
    pub const BLACK: Self = Self([0; 3]);
    /// White.
    pub const WHITE: Self = Self([255; 3]);

    /// A colour as `#rgb`, `#rrggbb` (both also without `#`, as addresses have it) or `rgb(r, g, b)`, as browsers compute it.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(parts) = text.strip_prefix("rgb(").and_then(|rest| rest.strip_suffix(')')) {
            let mut parts = parts.split(',').map(|part| part.trim().parse().ok());
            let colour = Self([parts.next()??, parts.next()??, parts.next()??]);
            return parts.next().is_none().then_some(colour);
        }
        let hex = text.strip_prefix('#').unwrap_or(text);
        let digits: Vec<u8> = hex.chars().map(|c| u8::try_from(c.to_digit(16)?).ok()).collect::<Option<_>>()?;
        match digits[..] {
            [r, g, b] => Some(Self([r * 17, g * 17, b * 17])),
            [_, _, _, _, _, _] => {
                let pair = |at: usize| digits[at] * 16 + digits[at + 1];
                Some(Self([pair(0), pair(2), pair(4)]))
            }
            _ => None,
        }
    }

    /// Relative luminance, 0 (black) to 1 (white).
    pub fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast ratio, 1 (none) to 21 (black on white).
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Whether it is nearer to black than to white, as texts on it see it.
    pub fn is_dark(self) -> bool {
        self.contrast(Self::WHITE) > self.contrast(Self::BLACK)
    }

    /// A mixture with so many percent of another colour, 0 to 100.
    #[must_use]
    pub fn mixed(self, other: Self, percent: u32) -> Self {
        let mut parts = self.0;
        for (part, other) in parts.iter_mut().zip(other.0) {
            let sum = u32::from(*part) * (100 - percent) + u32::from(other) * percent;
            *part = u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX);
        }
        Self(parts)
    }

    /// The colour nearest to this one, on the way to black or white, that can be read on all of these grounds.
    #[must_use]
    pub fn readable_on(self, grounds: &[Self]) -> Self {
        let end = if grounds.iter().any(|ground| ground.is_dark()) { Self::WHITE } else { Self::BLACK };
        let is_readable = |colour: Self| grounds.iter().all(|ground| colour.contrast(*ground) >= READABLE);
        let mut colour = self;
        for _ in 0..MOST_STEPS {
            if is_readable(colour) {
                return colour;
            }
            colour = colour.mixed(end, STEP);
        }
        end
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::Colour;

    #[test]
    fn colours_are_read_as_people_and_browsers_write_them() {
        let orange = Some(Colour([255, 136, 0]));
        for text in ["#ff8800", "FF8800", "#f80", "f80", " rgb(255, 136, 0) "] {
            assert_eq!(Colour::read(text), orange, "{text}");
        }
        for text in ["", "#", "#ff88", "teal", "rgb(1, 2)", "rgb(1, 2, 3, 4)", "rgb(256, 0, 0)", "url(x)", "ff880g"] {
            assert_eq!(Colour::read(text), None, "{text}");
        }
    }

    /// The examples of WCAG's own technique G18 and the two ends of its scale.
    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert!((Colour::WHITE.contrast(Colour::BLACK) - 21.0).abs() < 1e-9);
        assert!((Colour::WHITE.contrast(Colour::WHITE) - 1.0).abs() < 1e-9);
        // #767676 is the lightest grey that passes 4.5 on white, #777777 is the first that fails.
        let on_white = |grey: u8| Colour([grey; 3]).contrast(Colour::WHITE);
        assert!(on_white(0x76) >= 4.5 && on_white(0x77) < 4.5);
    }

    #[test]
    fn any_colour_becomes_readable_on_any_ground() {
        arbtest::arbtest(|u| {
            let (colour, ground) = (Colour(u.arbitrary()?), Colour(u.arbitrary()?));
            let readable = colour.readable_on(&[ground]);
            assert!(readable.contrast(ground) >= 4.5, "{colour} on {ground}: {readable}");
            if colour.contrast(ground) >= 4.6 {
                assert_eq!(readable, colour);
            }
            assert_eq!(Colour::read(&colour.to_string()), Some(colour));
            Ok(())
        });
    }
}
