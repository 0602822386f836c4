//! Colours and glyphs of the themes of a catalog.

use super::glyph::{self, GLYPHS, Glyph};
use crate::catalog::Head;
use crate::colour::{Colour, Oklch, spread};
use crate::facet::Facet;
use crate::limits::work;

/// Lightness and chroma on light grounds, and on dark ones.
const LIGHT: (f64, f64) = (0.50, 0.11);
const DARK: (f64, f64) = (0.80, 0.09);
/// The hue of the first theme, in degrees.
const FIRST_HUE: f64 = 35.0;
/// How many hues are told apart; themes beyond them begin again with the first hue.
const MOST_HUES: u32 = 24;

/// What a theme is recognized by. A narrow theme has that of its broad theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ThemeIdentity {
    /// The colour on light grounds.
    pub light: Colour,
    /// The colour on dark grounds.
    pub dark: Colour,
    /// The glyph.
    pub glyph: Glyph,
}

/// Returns what each value of the facet of themes is recognized by, in the order of the values.
pub(in crate::explore) fn identities(head: &Head, themes: &Facet) -> Vec<ThemeIdentity> {
    let is_broad = |at: &usize| themes.values[*at].parent.is_none();
    let broad: Vec<usize> = (0..themes.values.len()).filter(is_broad).collect();
    let n_hues = u32::try_from(broad.len()).unwrap_or(MOST_HUES).min(MOST_HUES);
    let glyphs = glyphs(head, themes, &broad);
    // Of each value the place of its broad theme among those.
    let place = |mut at: usize| {
        while let Some(parent) = themes.values[at].parent {
            at = parent as usize;
        }
        broad.binary_search(&at).unwrap_or_default()
    };
    let identity = |at: usize| {
        let place = place(at);
        let hue = spread(u32::try_from(place).unwrap_or_default() % n_hues.max(1), n_hues, FIRST_HUE);
        let colour = |(lightness, chroma)| Oklch { lightness, chroma, hue }.in_gamut();
        ThemeIdentity { light: colour(LIGHT), dark: colour(DARK), glyph: glyphs[place] }
    };
    (0..themes.values.len()).map(identity).collect()
}

/// The glyphs of the broad themes: what the catalog's `icon` names; else the first that the label names and no theme before has;
/// else the next that none has.
fn glyphs(head: &Head, themes: &Facet, broad: &[usize]) -> Vec<Glyph> {
    let mut chosen: Vec<Option<Glyph>> = vec![None; broad.len()];
    for term in &head.vocabulary.themes {
        work::count(1);
        let Some(icon) = term.icon.as_deref().and_then(glyph::named) else { continue };
        let at = themes.find(&term.id).and_then(|value| broad.binary_search(&(value as usize)).ok());
        if let Some(place) = at {
            chosen[place] = chosen[place].or(Some(icon));
        }
    }
    for (place, at) in broad.iter().enumerate() {
        if chosen[place].is_none() {
            let of_label = glyph::of_label(&themes.values[*at].label);
            chosen[place] = of_label.into_iter().find(|glyph| !chosen.contains(&Some(*glyph)));
        }
    }
    for place in 0..chosen.len() {
        if chosen[place].is_none() {
            let free = GLYPHS.into_iter().find(|glyph| !chosen.contains(&Some(*glyph)));
            chosen[place] = Some(free.unwrap_or(GLYPHS[place % GLYPHS.len()]));
        }
    }
    chosen.into_iter().flatten().collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::ThemeIdentity;
    use crate::catalog::{Catalog, Head, Term, Vocabulary};
    use crate::colour::Colour;
    use crate::explore::Engine;

    fn term(id: &str, parent: Option<&str>, icon: Option<&str>) -> Term {
        let [parent, icon] = [parent, icon].map(|text| text.map(str::to_owned));
        Term { id: id.to_owned(), label: id.to_owned(), parent, icon, ..Term::default() }
    }

    fn identities(themes: Vec<Term>) -> Vec<ThemeIdentity> {
        let head = Head { vocabulary: Vocabulary { themes, ..Vocabulary::default() }, ..Head::default() };
        Engine::new(Catalog { head, resources: Vec::new() }).themes().to_vec()
    }

    /// The value of a token in a style sheet.
    fn token(sheet: &str, name: &str) -> Colour {
        let value = sheet.lines().find_map(|line| line.trim().strip_prefix(name)?.strip_prefix(": ")).unwrap();
        Colour::read(value.trim_end_matches(';')).unwrap()
    }

    #[test]
    fn themes_can_be_read_on_the_grounds_of_both_schemes() {
        let sheets =
            ["tokens", "dark"].map(|name| std::fs::read_to_string(format!("src/app/style/{name}.css")).unwrap());
        for n in 1..=24 {
            for (at, theme) in
                identities((0..n).map(|at| term(&at.to_string(), None, None)).collect()).iter().enumerate()
            {
                for (sheet, colour) in sheets.iter().zip([theme.light, theme.dark]) {
                    for ground in ["--paper", "--card"] {
                        let contrast = colour.contrast(token(sheet, ground));
                        assert!(contrast >= 4.5, "theme {at} of {n}, {colour} on {ground}: {contrast}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_theme_has_a_colour_of_its_own_and_its_parts_have_it_too() {
        let twelve = (0..12).map(|at| term(&at.to_string(), None, None));
        let all =
            identities(twelve.chain([term("part", Some("3"), None), term("part of it", Some("part"), None)]).collect());
        for (at, theme) in all[..12].iter().enumerate() {
            assert!(
                all[..at].iter().all(|other| {
                    other.light != theme.light && other.dark != theme.dark && other.glyph != theme.glyph
                })
            );
        }
        assert_eq!([all[12], all[13]], [all[3]; 2]);
    }

    #[test]
    fn a_glyph_is_chosen_by_the_catalog_then_by_the_label_then_by_what_is_free() {
        let words = |themes: &[(&str, Option<&str>)]| {
            let themes = themes.iter().map(|(id, icon)| term(id, None, *icon)).collect();
            identities(themes).iter().map(|theme| theme.glyph.word).collect::<Vec<_>>()
        };
        assert_eq!(words(&[("Equity", None), ("Zoology", None)]), ["scales", "ladder"]);
        assert_eq!(words(&[("Equity", Some("key")), ("Inclusion", None)]), ["key", "scales"]);
        assert_eq!(words(&[("Equity", None), ("Zoology", Some("scales"))]), ["ladder", "scales"]);
        assert_eq!(words(&[("Equity", Some("unheard of"))]), ["scales"]);
        assert!(words(&[]).is_empty());
        let many: Vec<String> = (0..100).map(|at| format!("z{at}")).collect();
        assert_eq!(identities(many.iter().map(|id| term(id, None, None)).collect()).len(), 100);
    }

    #[test]
    fn themes_without_a_vocabulary_have_identities_too() {
        let record = br#"{"title": "T", "resources": [{"id": "a", "title": "A", "themes": ["Pacing", "Grading"]}]}"#;
        let engine = Engine::new(crate::catalog::read(record).unwrap().0);
        assert_eq!(engine.themes().len(), 2);
    }
}
