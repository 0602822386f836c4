//! Texts of any direction within a sentence: each stays to itself.

/// Marks the beginning and the end of a text whose direction is that of its first strong letter, apart from all around it
/// (FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: Unicode Standard Annex 9, section 2.4).
const ISOLATE: [char; 2] = ['\u{2068}', '\u{2069}'];

/// A text as it stands in a sentence: where it could turn letters around it, it is isolated, and its own controls of direction
/// are left out, since one too many would reach beyond it.
pub fn isolated(text: &str) -> String {
    if !text.contains(|c| is_control(c) || is_right_to_left(c)) {
        return text.to_owned();
    }
    let [begin, end] = ISOLATE;
    std::iter::once(begin).chain(text.chars().filter(|c| !is_control(*c))).chain([end]).collect()
}

/// Embeddings, overrides and isolates, and what ends them.
fn is_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The blocks of letters that run from right to left, and the marks that act as one (the ranges of `DerivedBidiClass.txt`).
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::isolated;

    #[test]
    fn only_what_could_turn_others_is_isolated() {
        assert_eq!(isolated("Éducation, 教育, U+FEFF \u{feff}"), "Éducation, 教育, U+FEFF \u{feff}");
        assert_eq!(isolated("שלום (Hello)!"), "\u{2068}שלום (Hello)!\u{2069}");
    }

    #[test]
    fn no_control_of_a_text_reaches_beyond_it() {
        assert_eq!(isolated("May \u{202e}2019"), "\u{2068}May 2019\u{2069}");
        assert_eq!(isolated("a\u{2069}\u{2069}b"), "\u{2068}ab\u{2069}");
        arbtest::arbtest(|u| {
            let text: String = u.arbitrary()?;
            let isolated = isolated(&text);
            let depth = isolated.chars().try_fold(0_i32, |depth, c| match c {
                '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}' => None,
                '\u{2068}' => Some(depth + 1),
                '\u{2069}' => (depth > 0).then_some(depth - 1),
                _ => Some(depth),
            });
            assert_eq!(depth, Some(0), "{isolated:?}");
            Ok(())
        });
    }
}
