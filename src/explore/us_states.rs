//! The US states: their names, their abbreviations, and where each lies.

use crate::text::is_stop_word;

/// Name, postal abbreviation (USPS Publication 28, Appendix B), traditional abbreviation (Chicago 17 section 10.27; empty where there is
/// none), and column and row on a map of equal squares; by name.
pub(in crate::explore) const STATES: [(&str, &str, &str, u8, u8); 51] = [
    ("Alabama", "AL", "Ala.", 6, 6),
    ("Alaska", "AK", "", 0, 0),
    ("Arizona", "AZ", "Ariz.", 1, 5),
    ("Arkansas", "AR", "Ark.", 4, 5),
    ("California", "CA", "Calif.", 0, 4),
    ("Colorado", "CO", "Colo.", 2, 4),
    ("Connecticut", "CT", "Conn.", 9, 3),
    ("Delaware", "DE", "Del.", 9, 4),
    ("District of Columbia", "DC", "D.C.", 8, 5),
    ("Florida", "FL", "Fla.", 8, 7),
    ("Georgia", "GA", "Ga.", 7, 6),
    ("Hawaii", "HI", "", 0, 7),
    ("Idaho", "ID", "", 1, 2),
    ("Illinois", "IL", "Ill.", 5, 2),
    ("Indiana", "IN", "Ind.", 5, 3),
    ("Iowa", "IA", "", 4, 3),
    ("Kansas", "KS", "Kan.", 3, 5),
    ("Kentucky", "KY", "Ky.", 5, 4),
    ("Louisiana", "LA", "La.", 4, 6),
    ("Maine", "ME", "Me.", 10, 0),
    ("Maryland", "MD", "Md.", 8, 4),
    ("Massachusetts", "MA", "Mass.", 9, 2),
    ("Michigan", "MI", "Mich.", 6, 2),
    ("Minnesota", "MN", "Minn.", 4, 2),
    ("Mississippi", "MS", "Miss.", 5, 6),
    ("Missouri", "MO", "Mo.", 4, 4),
    ("Montana", "MT", "Mont.", 2, 2),
    ("Nebraska", "NE", "Neb.", 3, 4),
    ("Nevada", "NV", "Nev.", 1, 3),
    ("New Hampshire", "NH", "N.H.", 10, 1),
    ("New Jersey", "NJ", "N.J.", 8, 3),
    ("New Mexico", "NM", "N.M.", 2, 5),
    ("New York", "NY", "N.Y.", 8, 2),
    ("North Carolina", "NC", "N.C.", 6, 5),
    ("North Dakota", "ND", "N.D.", 3, 2),
    ("Ohio", "OH", "", 6, 3),
    ("Oklahoma", "OK", "Okla.", 3, 6),
    ("Oregon", "OR", "Ore.", 0, 3),
    ("Pennsylvania", "PA", "Pa.", 7, 3),
    ("Rhode Island", "RI", "R.I.", 10, 3),
    ("South Carolina", "SC", "S.C.", 7, 5),
    ("South Dakota", "SD", "S.D.", 3, 3),
    ("Tennessee", "TN", "Tenn.", 5, 5),
    ("Texas", "TX", "Tex.", 3, 7),
    ("Utah", "UT", "", 1, 4),
    ("Vermont", "VT", "Vt.", 9, 1),
    ("Virginia", "VA", "Va.", 7, 4),
    ("Washington", "WA", "Wash.", 0, 2),
    ("West Virginia", "WV", "W.Va.", 6, 4),
    ("Wisconsin", "WI", "Wis.", 5, 1),
    ("Wyoming", "WY", "Wyo.", 2, 3),
];

/// Postal abbreviations that are words or names in small letters.
const WORDS: [&str; 13] = ["al", "co", "de", "hi", "id", "la", "ma", "mo", "ms", "mt", "oh", "ok", "pa"];

/// Returns the state that a term abbreviates: `NH`, `nh`, `N.H.`, `Wash.`; none of what is a word, as `wash` and `in` are.
pub(in crate::explore) fn abbreviated(term: &str) -> Option<&'static str> {
    let term = term.trim_end_matches([',', ';', '?', '!']);
    let folded = term.to_ascii_lowercase();
    let is_meant = |(_, postal, traditional): (&str, &str, &str)| {
        if term.contains('.') {
            // In small letters a word with a point is the end of a sentence: `miss.`, `mass.`
            return traditional.eq_ignore_ascii_case(term)
                && (term.starts_with(|c: char| c.is_ascii_uppercase()) || term.trim_end_matches('.').contains('.'))
                || term.strip_suffix('.').unwrap_or(term).contains('.')
                    && term.replace('.', "").eq_ignore_ascii_case(&traditional.replace('.', ""));
        }
        term == postal
            || postal.eq_ignore_ascii_case(term) && !is_stop_word(&folded) && !WORDS.contains(&folded.as_str())
    };
    let found = STATES.into_iter().find(|(name, postal, traditional, ..)| is_meant((name, postal, traditional)));
    found.map(|(name, ..)| name)
}

/// Whether a name is that of a state.
pub(in crate::explore) fn is_state(name: &str) -> bool {
    STATES.iter().any(|(state, ..)| *state == name)
}

#[cfg(test)]
mod tests {
    use super::abbreviated;

    #[test]
    fn states_are_known_by_both_their_abbreviations() {
        for (term, state) in [
            ("NH", Some("New Hampshire")),
            ("nh", Some("New Hampshire")),
            ("N.H.", Some("New Hampshire")),
            ("n.h", Some("New Hampshire")),
            ("MA", Some("Massachusetts")),
            ("Mass.", Some("Massachusetts")),
            ("Wash.", Some("Washington")),
            ("W.Va.", Some("West Virginia")),
            ("VT,", Some("Vermont")),
            ("ma", None),
            ("in", None),
            ("Wash", None),
            ("mass", None),
            ("miss.", None),
            ("mass.", None),
            ("Miss.", Some("Mississippi")),
            ("Ohio", None),
            ("N", None),
            ("", None),
            (".", None),
        ] {
            assert_eq!(abbreviated(term), state, "{term}");
        }
    }
}
