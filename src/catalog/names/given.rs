//! Common given names, which tell a person from a body and from a family name that stands first.
//!
//! Lists are words with blanks around each, folded.

use super::words::has;

/// Given names with which names of persons begin, and seldom those of bodies.
const NAMES: &str = " aaron ada adam alan albert alex alexander alice alicia alison amanda amy ana andrea andrew andy angela ann anna anne \
    annie anthony antonio arthur ashley barbara ben benjamin beth betty bill bob brandon brenda brian bruce bryan carla \
    carlos carol caroline carolyn carrie catherine charles charlotte chris christian christina christine christopher cindy \
    claire craig cynthia dale dan daniel danielle dave david dawn deb deborah debra denise dennis diana diane don donald \
    donna dorothy doug douglas drew ed eduardo edward eileen elena eli elizabeth ellen emily emma eric erica erin eva eve \
    fernando frank gabriel gary gene george gerald glen gloria greg gregory guy hannah harold harry heather helen henry \
    holly ian jack jacob james jamie jan jane janet janice jason jay jean jeff jeffrey jennifer jenny jeremy jessica jill \
    jim jimmy joan joe joel john jon jonathan jorge jose joseph josh joshua juan juanita judith judy julia julie justin \
    karen karl kate katherine kathleen kathryn kathy katie keith kelly ken kenneth kevin kim kristen kristin larry laura \
    lauren leonard leslie linda lisa liz louis louise lucy luis luke lynn manuel marcia marcus margaret maria marie \
    marilyn mario mark martha martin mary matt matthew megan melissa meredith michael michelle miguel mike monica nancy \
    natalie nathan neil nicholas nick nicole nina pamela pat patricia patrick paul paula pedro peter phil philip phillip \
    rachel ralph ray raymond rebecca richard rick rita rob robert roberto robin roger ron ronald roy ruth ryan sally sam \
    samantha samuel sandra sara sarah scott sean sharon sheila sophia stacy stephanie stephen steve steven stuart sue \
    susan susana suzanne tara ted teresa terry theresa thomas tim timothy todd tom tony tracy valerie vanessa veronica \
    vicki victor victoria vincent virginia walter wayne wendy william yolanda ";

/// Of these, those that are frequent family names, names of places or of founders as well, so that a word for bodies behind one may name a
/// body: `Martin Center`.
const ALSO_FAMILIES: &str = " alexander antonio arthur bruce charles charlotte christian craig dale david dean doug douglas frank gabriel \
    gary george guy heather henry holly jay jean jose juan keith kelly lauren leonard leslie louis \
    luis luke lynn manuel marcus mario martha martin miguel pedro ray robin roy ryan scott stuart terry thomas victor \
    victoria vincent virginia walter wayne ";

/// Given names that no body is called by, though some are common words, so that what stands behind is a family name: `Will Council`.
const NO_BODIES: &str = " amber april eyal max penny skip will ";

/// Given names that are common words too, and with a capital before a name of their own no such word.
const NAMES_AND_WORDS: &str = " amber april bill chase cole dale dawn drew faith frank gene glen grace grant guy holly hope iris ivy jack \
    jay jean josh joy june lane lily mark max may miles nick olive pat pearl penny pierce ray rob robin rose ruby skip sue wade ward \
    will ";

/// Common words that are given names too.
const WORDS_AND_NAMES: &str =
    " art chance dean earl ernest gay jewel king major mercy page reed rich rusty sunny trey violet young ";

/// Whether a folded word is a given name with which a person's name begins, rather than a body's.
pub(crate) fn is_given(word: &str) -> bool {
    has(NAMES, word)
}

/// Whether a folded word is a given name and neither a family name nor a place, so that what stands behind it is a family name.
pub(super) fn is_given_alone(word: &str) -> bool {
    is_given(word) && !has(ALSO_FAMILIES, word) || has(NO_BODIES, word)
}

/// Whether a folded word is a given name that is a common word too, as `Grant` is.
pub(crate) fn is_given_and_word(word: &str) -> bool {
    has(NAMES_AND_WORDS, word)
}

/// Whether a folded word may be a given name.
pub(in crate::catalog) fn may_be_given(word: &str) -> bool {
    is_given(word) || is_given_and_word(word) || has(WORDS_AND_NAMES, word)
}
