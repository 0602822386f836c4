//! The glyphs of themes: line drawings on a grid of 24 by 24, to be stroked and not filled.

use crate::text::tokens;

/// A line drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    /// What a catalog's `icon` calls it.
    pub word: &'static str,
    /// The `d` of an SVG path on a grid of 24 by 24.
    pub path: &'static str,
}

const fn row(word: &'static str, path: &'static str) -> Glyph {
    Glyph { word, path }
}

/// All glyphs; a theme that nothing else decides for takes the next one that is free.
pub const GLYPHS: [Glyph; 22] = [
    row("ladder", "M8 3v18M16 3v18M8 7.5h8M8 12h8M8 16.5h8"),
    row("check", "M5 4h14v16H5zM8.5 12l2.5 2.5 4.5-5"),
    row("book", "M12 6.5C10 5 7 4.5 4 4.5v13c3 0 6 .5 8 2 2-1.5 5-2 8-2v-13c-3 0-6 .5-8 2zM12 6.5v13"),
    row("seedling", "M12 21v-9M12 14c-5 0-7-3-7-7 4 0 7 2 7 7M12 11c0-4 2.5-6.5 7-6.5 0 4-2.5 6.5-7 6.5"),
    row("scales", "M12 4v16M7.5 20h9M5 7h14M5 7l-3 6.500h6zM19 7l-3 6.500h6z"),
    row("columns", "M3 9l9-5 9 5zM6 9v8.500M10 9v8.500M14 9v8.500M18 9v8.500M3.5 20h17"),
    row("compass", "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M16 8l-2.5 5.500L8 16l2.5-5.500z"),
    row(
        "people",
        "M9 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6M3.5 19c0-3.5 2.5-5.5 5.5-5.500s5.5 2 5.5 5.500M16 5.500a2.5 2.5 0 1 1 0 5M17 13.800c2.3.4 3.8 2.2 3.8 5.2",
    ),
    row(
        "gear",
        "M12 7a5 5 0 1 0 0 10a5 5 0 1 0 0-10M12 3v4M12 17v4M3 12h4M17 12h4M5.6 5.600l2.9 2.900M15.5 15.500l2.9 2.900M5.6 18.400l2.9-2.900M15.5 8.500l2.9-2.9",
    ),
    row("speech", "M4 5h16v11h-7.500L8 20v-4H4z"),
    row("cap", "M2 9.500L12 5l10 4.500L12 14zM6 11.500V16c3 2.5 9 2.5 12 0v-4.500M22 9.500v5"),
    row("lens", "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.3 15.300L21 21"),
    row("chart", "M4 4v16h16M8.5 16v-4M12.5 16V8M16.5 16v-6"),
    row("clock", "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5l3.5 2.5"),
    row("map", "M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14"),
    row("key", "M7.5 11.500a4 4 0 1 0 0 8a4 4 0 1 0 0-8M10.4 12.600L20 3M16 7l3 3"),
    row("flag", "M6 21V4M6 5h12l-3 4 3 4H6"),
    row("bridge", "M2 18h20M6 18V7M18 18V7M2 13c2.5-1 4-3.5 4-6 1.5 5 10.5 5 12 0 0 2.5 1.5 5 4 6"),
    row("puzzle", "M5 8h4.200a2.3 2.3 0 1 1 3.6 0H17v4.200a2.3 2.3 0 1 1 0 3.600V20H5z"),
    row("path", "M5 20c0-5 14-4 14-9 0-4-9-3-9-7M2.5 20h5M7.5 4h5"),
    row("heart", "M12 20C6 16 3.5 12.5 3.5 9a4.2 4.2 0 0 1 8.5-1 4.2 4.2 0 0 1 8.5 1c0 3.5-2.5 7-8.5 11z"),
    row(
        "coins",
        "M12 4c4 0 7 1.2 7 3s-3 3-7 3-7-1.2-7-3 3-3 7-3M5 7v5c0 1.8 3 3 7 3s7-1.2 7-3V7M5 12v5c0 1.8 3 3 7 3s7-1.2 7-3v-5",
    ),
];

/// Beginnings of words of a label, each with its glyph; sorted.
const WORDS: [(&str, &str); 62] = [
    ("access", "key"),
    ("account", "chart"),
    ("agency", "seedling"),
    ("art", "puzzle"),
    ("assess", "check"),
    ("belong", "heart"),
    ("career", "path"),
    ("change", "compass"),
    ("civic", "columns"),
    ("climate", "speech"),
    ("collabor", "bridge"),
    ("college", "cap"),
    ("communi", "people"),
    ("compet", "ladder"),
    ("credential", "cap"),
    ("culture", "speech"),
    ("curricul", "book"),
    ("data", "chart"),
    ("design", "puzzle"),
    ("digital", "gear"),
    ("diploma", "cap"),
    ("educator", "people"),
    ("engage", "bridge"),
    ("environment", "seedling"),
    ("equit", "scales"),
    ("evaluat", "chart"),
    ("evidence", "lens"),
    ("famil", "people"),
    ("feedback", "speech"),
    ("financ", "coins"),
    ("fund", "coins"),
    ("goal", "flag"),
    ("govern", "columns"),
    ("grad", "check"),
    ("growth", "seedling"),
    ("health", "heart"),
    ("histor", "clock"),
    ("inclusi", "scales"),
    ("infrastruct", "gear"),
    ("instruct", "book"),
    ("justice", "scales"),
    ("law", "columns"),
    ("lead", "compass"),
    ("learn", "book"),
    ("literac", "book"),
    ("master", "ladder"),
    ("math", "chart"),
    ("network", "bridge"),
    ("pac", "clock"),
    ("partner", "bridge"),
    ("pathway", "path"),
    ("place", "map"),
    ("polic", "columns"),
    ("profession", "people"),
    ("progress", "ladder"),
    ("relation", "heart"),
    ("research", "lens"),
    ("rural", "map"),
    ("teach", "book"),
    ("tech", "gear"),
    ("time", "clock"),
    ("voice", "speech"),
];

/// Returns the glyph of a word, as a catalog's `icon` has it.
pub(super) fn named(word: &str) -> Option<Glyph> {
    GLYPHS.into_iter().find(|glyph| glyph.word.eq_ignore_ascii_case(word.trim()))
}

/// Returns the glyphs that the words of a label stand for, in the order of the words.
pub(super) fn of_label(label: &str) -> Vec<Glyph> {
    let of_word = |word: &String| {
        let row = WORDS.iter().find(|(beginning, _)| word.starts_with(beginning));
        row.and_then(|(_, glyph)| named(glyph))
    };
    tokens(label).iter().filter_map(of_word).collect()
}

#[cfg(test)]
mod tests {
    use super::{GLYPHS, WORDS, named, of_label};

    #[test]
    fn every_glyph_has_a_word_of_its_own_and_a_path() {
        for (at, glyph) in GLYPHS.iter().enumerate() {
            assert_eq!(named(glyph.word), Some(*glyph));
            assert!(GLYPHS[..at].iter().all(|other| other.path != glyph.path), "{}", glyph.word);
            let is_path = |c: char| c.is_ascii_digit() || "MmLlHhVvCcSsAaZz .-".contains(c);
            assert!(glyph.path.starts_with('M') && glyph.path.chars().all(is_path), "{}", glyph.word);
        }
    }

    #[test]
    fn every_word_leads_to_a_glyph() {
        assert!(WORDS.is_sorted_by(|a, b| a.0 < b.0));
        for (word, glyph) in WORDS {
            assert!(named(glyph).is_some(), "{word}: {glyph}");
        }
    }

    #[test]
    fn labels_name_their_glyphs() {
        let words = |label: &str| of_label(label).iter().map(|glyph| glyph.word).collect::<Vec<_>>();
        assert_eq!(words("Policy and accountability"), ["columns", "chart"]);
        assert_eq!(words("Équité"), ["scales"]);
        assert!(words("Zoology").is_empty());
        assert_eq!(named(" Compass ").map(|glyph| glyph.word), Some("compass"));
        assert_eq!(named("none"), None);
    }
}
