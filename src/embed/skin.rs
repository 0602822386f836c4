//! Colours, font and corners that an organization gives the page, as values of the page's own style tokens.
//!
//! Whatever is chosen, texts stay readable: colours move towards black or white until they are (see [`Colour::readable_on`]).

use crate::colour::Colour;

/// The roundest corner, in pixels.
const MOST_RADIUS: u32 = 24;
/// The longest list of fonts that is taken.
const LONGEST_FONT: usize = 200;

/// The contrast of a ground with black or white from which on it is clearly light or dark.
const CLEAR: f64 = 9.0;

/// The colours, font and radius that an organization has chosen; what it has not chosen stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ThemeOverrides {
    /// Links and buttons.
    pub accent: Option<Colour>,
    /// Behind everything.
    pub background: Option<Colour>,
    /// Texts.
    pub text: Option<Colour>,
    /// The font families, as CSS has them.
    pub font: Option<String>,
    /// How round corners are, in pixels.
    pub radius: Option<u32>,
}

/// The colours of the page without overrides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BasePalette {
    /// Behind everything.
    pub paper: Colour,
    /// Behind what lies on it.
    pub card: Colour,
    /// Texts.
    pub ink: Colour,
    /// Links and buttons.
    pub accent: Colour,
}

impl ThemeOverrides {
    /// Takes in a word and its value; whether it was one, and understood.
    pub fn take(&mut self, key: &str, value: &str) -> bool {
        match key {
            "accent" => set(&mut self.accent, Colour::read(value)),
            "background" => set(&mut self.background, Colour::read(value)),
            "text" => set(&mut self.text, Colour::read(value)),
            "font" => set(&mut self.font, is_font(value).then(|| value.to_owned())),
            "radius" => {
                let number = value.trim().trim_end_matches("px").parse().ok();
                set(&mut self.radius, number.filter(|radius| *radius <= MOST_RADIUS))
            }
            _ => false,
        }
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn set<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let is_some = value.is_some();
    if is_some {
        *place = value;
    }
    is_some
}

/// Whether it is a list of font families, and nothing that could be more than that.
fn is_font(text: &str) -> bool {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | '-' | '_' | '\'' | '"');
    !text.trim().is_empty() && text.len() <= LONGEST_FONT && text.chars().all(is_plain)
}

/// The style tokens (`src/app/style/tokens.css`) that a skin changes, with their values.
pub fn tokens(skin: &ThemeOverrides, ground: BasePalette) -> Vec<(&'static str, String)> {
    let mut tokens: Vec<(&'static str, String)> = Vec::new();
    let has_ground = skin.background.is_some() || skin.text.is_some();
    let paper = skin.background.unwrap_or(ground.paper);
    let (end, other) = if paper.is_dark() { (Colour::WHITE, Colour::BLACK) } else { (Colour::BLACK, Colour::WHITE) };
    // On a ground between light and dark there is little contrast to give away: what lies on it leads away from the texts.
    let is_clear = paper.contrast(end) >= CLEAR;
    let card = match (is_clear, paper.is_dark()) {
        (true, true) => paper.mixed(Colour::WHITE, 6),
        (true, false) => paper.mixed(Colour::WHITE, 70),
        (false, _) => paper.mixed(other, 8),
    };
    let card = if skin.background.is_some() { card } else { ground.card };
    let ink = skin.text.unwrap_or(ground.ink).readable_on(&[paper, card]);
    let accent = skin.accent.unwrap_or(ground.accent).readable_on(&[paper, card]);
    let wash = if is_clear { accent.mixed(paper, 88) } else { paper.mixed(other, 8) };
    let accent = accent.readable_on(&[paper, card, wash]);
    let mut put = |name: &'static str, colour: Colour| tokens.push((name, colour.to_string()));
    if has_ground {
        put("--paper", paper);
        put("--card", card);
        put("--ink", ink.readable_on(&[paper, card, wash]));
        put("--quiet", ink.mixed(paper, 30).readable_on(&[paper, card, wash]));
        put("--line", ink.mixed(paper, 82));
        put("--edge", ink.mixed(paper, 45));
    }
    if has_ground || skin.accent.is_some() {
        let on_accent = if accent.is_dark() { Colour::WHITE } else { Colour::BLACK };
        put("--accent", accent);
        put("--accent-deep", accent.mixed(ink, 30).readable_on(&[paper, card, wash]));
        put("--on-accent", on_accent.readable_on(&[accent]));
        put("--wash", wash);
    }
    if let Some(font) = &skin.font {
        tokens.extend([("--sans", font.clone()), ("--serif", font.clone())]);
    }
    tokens.extend(skin.radius.map(|radius| ("--radius", format!("{radius}px"))));
    tokens
}

#[cfg(test)]
mod tests {
    use super::{BasePalette, Colour, ThemeOverrides, tokens};

    const LIGHT: BasePalette = BasePalette {
        paper: Colour([0xfa, 0xf9, 0xf6]),
        card: Colour::WHITE,
        ink: Colour([0x1c, 0x23, 0x26]),
        accent: Colour([0x12, 0x59, 0x5e]),
    };

    #[test]
    fn nothing_chosen_changes_nothing() {
        assert_eq!(tokens(&ThemeOverrides::default(), LIGHT), []);
        assert!(ThemeOverrides::default().is_empty());
    }

    #[test]
    fn words_that_could_be_more_than_they_say_are_not_taken() {
        let mut skin = ThemeOverrides::default();
        for (key, value) in [
            ("accent", "url(x)"),
            ("font", "x;}"),
            ("font", "url(https://a.b)"),
            ("font", "var(--x)"),
            ("font", " "),
            ("radius", "25"),
            ("radius", "-1"),
            ("colour", "#fff"),
        ] {
            assert!(!skin.take(key, value), "{key} {value}");
        }
        assert!(skin.is_empty());
        assert!(skin.take("font", "\"Source Sans 3\", sans-serif") && skin.take("radius", "12px"));
    }

    #[test]
    fn texts_are_readable_whatever_is_chosen() {
        arbtest::arbtest(|u| {
            let mut colour = || u.arbitrary::<Option<[u8; 3]>>().map(|parts| parts.map(Colour));
            let (accent, background, text) = (colour()?, colour()?, colour()?);
            let skin = ThemeOverrides { accent, background, text, ..ThemeOverrides::default() };
            let tokens = tokens(&skin, LIGHT);
            let of = |name: &str| tokens.iter().find(|(other, _)| *other == name).and_then(|(_, v)| Colour::read(v));
            let paper = of("--paper").unwrap_or(LIGHT.paper);
            for name in ["--ink", "--quiet", "--accent", "--accent-deep"] {
                if let Some(text) = of(name) {
                    assert!(text.contrast(paper) >= 4.5, "{name} {text} on {paper}: {skin:?}");
                }
            }
            if let (Some(on), Some(accent)) = (of("--on-accent"), of("--accent")) {
                assert!(on.contrast(accent) >= 4.5, "{on} on {accent}");
            }
            Ok(())
        });
    }
}
