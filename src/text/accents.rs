//! The accented letters of the Latin, Greek and Cyrillic scripts, by the letter that they are without accents.
//!
//! These are the lower-case letters whose canonical decomposition (Unicode Standard Annex 15, NFD) is one base letter and
//! combining diacritical marks. The data for all scripts would be a large part of what
//! every reader downloads; this table is 412 letters, and a test holds it equal to that data.

/// The letter without its accents, for a lower-case letter that has some.
pub(super) fn without_accents(letter: char) -> Option<char> {
    if !matches!(letter, '\u{c0}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}') {
        return None;
    }
    ACCENTED.iter().find(|(_, accented)| accented.contains(letter)).map(|(plain, _)| *plain)
}

#[allow(clippy::unicode_not_nfc, reason = "letters that normalization would change are letters too")]
/// A letter, and all that are that letter with accents.
const ACCENTED: [(char, &str); 54] = [
    ('a', "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ('b', "ḃḅḇ"),
    ('c', "çćĉċčḉ"),
    ('d', "ďḋḍḏḑḓ"),
    ('e', "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ('f', "ḟ"),
    ('g', "ĝğġģǧǵḡ"),
    ('h', "ĥȟḣḥḧḩḫẖ"),
    ('i', "ìíîïĩīĭįǐȉȋḭḯỉị"),
    ('j', "ĵǰ"),
    ('k', "ķǩḱḳḵ"),
    ('l', "ĺļľḷḹḻḽ"),
    ('m', "ḿṁṃ"),
    ('n', "ñńņňǹṅṇṉṋ"),
    ('o', "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
    ('p', "ṕṗ"),
    ('r', "ŕŗřȑȓṙṛṝṟ"),
    ('s', "śŝşšșṡṣṥṧṩ"),
    ('t', "ţťțṫṭṯṱẗ"),
    ('u', "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ('v', "ṽṿ"),
    ('w', "ŵẁẃẅẇẉẘ"),
    ('x', "ẋẍ"),
    ('y', "ýÿŷȳẏẙỳỵỷỹ"),
    ('z', "źżžẑẓẕ"),
    ('æ', "ǣǽ"),
    ('ø', "ǿ"),
    ('ſ', "ẛ"),
    ('ʒ', "ǯ"),
    ('α', "άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ"),
    ('ε', "έἐἑἒἓἔἕὲέ"),
    ('η', "ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ"),
    ('ι', "ΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ"),
    ('ο', "όὀὁὂὃὄὅὸό"),
    ('ρ', "ῤῥ"),
    ('υ', "ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ"),
    ('ω', "ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ"),
    ('ϒ', "ϓϔ"),
    ('а', "ӑӓ"),
    ('г', "ѓ"),
    ('е', "ѐёӗ"),
    ('ж', "ӂӝ"),
    ('з', "ӟ"),
    ('и', "йѝӣӥ"),
    ('к', "ќ"),
    ('о', "ӧ"),
    ('у', "ўӯӱӳ"),
    ('ч', "ӵ"),
    ('ы', "ӹ"),
    ('э', "ӭ"),
    ('і', "ї"),
    ('ѵ', "ѷ"),
    ('ә', "ӛ"),
    ('ө', "ӫ"),
];

#[cfg(test)]
mod tests {
    use super::without_accents;
    use crate::text::fold::is_diacritic;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn the_table_says_what_unicode_says() {
        let letters = ('\u{c0}'..='\u{52f}').chain('\u{1e00}'..='\u{1fff}').filter(|c| c.is_lowercase());
        let mut n_accented = 0;
        for letter in letters {
            let mut base = letter.nfd().filter(|part| !is_diacritic(*part));
            let (first, second) = (base.next(), base.next());
            let expected = first.filter(|first| second.is_none() && *first != letter);
            assert_eq!(without_accents(letter), expected, "{letter}");
            n_accented += usize::from(expected.is_some());
        }
        assert!(n_accented > 400, "only {n_accented} letters were compared");
    }
}
