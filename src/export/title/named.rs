//! Names that are made of common words, and so are told by nothing but a list: laws, programs, standards, studies, places, works.
//!
//! They keep their capitals in every style (APA 7 sections 6.14 and 6.17). A law that the list does not have is told by how laws are
//! called.

use std::ops::Range;
use std::sync::OnceLock;

use super::words::{Word, base, has, is_function};

/// The names, in small letters without genitives, one a line.
const NAMED: &str = "\
a nation at risk
act of congress
advanced placement
affordable care act
african american
african americans
american indian
american recovery and reinvestment act
american samoa
americans with disabilities act
big picture learning
bill of rights
black history month
black lives matter
blue ribbon schools
board of regents
boy scouts
boys and girls club
boys and girls clubs
brown v board of education
career pathways act
carnegie foundation
carnegie unit
carnegie units
central america
civil rights act
civil rights movement
civil war
cold war
common core
common core standards
common core state standards
declaration of independence
deep south
department of education
district of columbia
early head start
earth day
east africa
east asia
east asian
educate america act
education for all handicapped children act
education sciences reform act
elementary and secondary education act
equal educational opportunities act
equal rights amendment
european union
every student succeeds act
family educational rights and privacy act
federal reserve
ford foundation
fort worth
freedom of information act
gates foundation
gear up
girl scouts
girls who code
goals 2000
great britain
great depression
great lakes
great plains
great recession
head start
hewlett foundation
higher education act
higher education opportunity act
house of representatives
improving america schools act
individuals with disabilities education act
individuals with disabilities education improvement act
industrial revolution
international baccalaureate
internet of things
investing in innovation
ivy league
job corps
kellogg foundation
khan academy
latin america
latin american
library of congress
long island
lumina foundation
magna carta
march madness
medal of honor
middle ages
middle east
middle states
my brother keeper
nation report card
national assessment of educational progress
national defense education act
national merit
native american
native americans
new brunswick
new deal
new delhi
new england
new hampshire
new haven
new jersey
new mexico
new orleans
new south wales
new testament
new york
new york city
new zealand
next generation science standards
no child left behind
no child left behind act
nobel peace prize
north africa
north america
north american
north carolina
north dakota
northern ireland
old testament
open educational resources commons
pacific islanders
partnership for assessment of readiness for college and careers
peace corps
pell grant
pell grants
perkins loan
perkins loans
program for international student assessment
programme for international student assessment
promise neighborhoods
puerto rico
race to the top
reading first
reading recovery
red cross
rehabilitation act
rhode island
safe schools act
saint louis
salt lake city
saudi arabia
science of learning and development alliance
second world war
senate bill
silicon valley
smarter balanced
social security
social security act
south africa
south african
south america
south asia
south australia
south bronx
south carolina
south dakota
south korea
southeast asia
spencer foundation
super bowl
supreme court
teach for all
teach for america
title i
title ix
to kill a mockingbird
trends in international mathematics and science study
united arab emirates
united kingdom
united nations
united states
upward bound
vietnam war
virgin islands
voting rights act
wall street
wallace foundation
war on poverty
west africa
west indies
west virginia
western australia
western europe
white house
workforce innovation and opportunity act
workforce investment act
world bank
world health organization
world series
world war";
/// The most words that a name has.
pub(super) const MOST_WORDS: usize = 9;
/// Names that are phrases as well, behind an article: `A Head Start on Algebra`.
const PHRASES: &str = "head start;gear up;cold war;civil war;new deal;reading first;national merit;smarter balanced;reading recovery;wall street";

/// Whether words in small letters, with `before` before them, are a name of the list.
pub(super) fn is_named(words: &str, before: &str) -> bool {
    static NAMES: OnceLock<Vec<&str>> = OnceLock::new();
    let is_phrase = matches!(before, "a" | "an") && PHRASES.split(';').any(|phrase| phrase == words);
    let names = NAMES.get_or_init(|| NAMED.lines().collect());
    !is_phrase && words.contains(' ') && names.binary_search(&words).is_ok()
}

/// The words of a title that are names of the list or laws.
pub(super) fn ranges(title: &str, words: &[Word<'_>]) -> Vec<Range<usize>> {
    let lower: Vec<String> = words.iter().map(Word::lower).collect();
    let mut ranges = laws(title, words, &lower);
    for first in (0..words.len()).filter(|at| words[*at].is_large()) {
        let before = first.checked_sub(1).map_or("", |before| &*lower[before]);
        let mut name = lower[first].clone();
        for last in first + 1..words.len().min(first + MOST_WORDS) {
            if words[last].begins {
                break;
            }
            name.push(' ');
            name.push_str(&lower[last]);
            if words[last].is_large() && is_named(&name, before) {
                ranges.push(first..last + 1);
            }
        }
    }
    ranges
}

/// Whether a word in small letters stays small within names.
pub(super) fn is_small_within(word: &str) -> bool {
    has("of for the and a to with in on at by", word)
}

/// What stands before `Act` in the names of laws.
const OF_LAWS: &str = "accountability achievement advancement assistance behind care disabilities education employment equity finance flexibility freedom \
    fairness funding health improvement innovation investment justice labor literacy modernization opportunities opportunity privacy protection \
    readiness recovery reform reinvestment relief responsibility results rights safety schools security standards success succeeds training workforce";
/// Small words within the names of laws.
const WITHIN: &str = "of for and with in to on or against by from";

/// The words of the laws that a title names: from an article or a genitive up to an `Act` behind what laws are about, or to an `Act of 1965`.
pub(super) fn laws(title: &str, words: &[Word<'_>], lower: &[String]) -> Vec<Range<usize>> {
    let gap = |at: usize| words.get(at + 1).map_or("", |next| &title[words[at].end()..next.at]);
    let is_genitive = |at: usize| base(words[at].text).len() < words[at].text.len();
    let mut laws = Vec::new();
    for act in (2..words.len()).filter(|at| lower[*at] == "act" && words[*at].is_large()) {
        let next = lower.get(act + 1).filter(|_| gap(act) == " " && !words[act + 1].begins);
        let is_dated = next.is_some_and(|next| next == "of")
            && lower.get(act + 2).is_some_and(|year| year.len() == 4 && year.bytes().all(|c| c.is_ascii_digit()));
        let is_free = next.is_none_or(|next| is_function(next) || next.starts_with(|c: char| c.is_numeric()));
        if !is_free || !is_dated && !has(OF_LAWS, &lower[act - 1]) {
            continue;
        }
        let (mut first, mut is_held) = (act, is_dated);
        while first > 0 && !words[first].begins && [" ", "-", ", "].contains(&gap(first - 1)) {
            let before = first - 1;
            is_held |= matches!(lower[before].as_str(), "the" | "this" | "that") || is_genitive(before);
            let goes_on = words[before].is_large() || has(WITHIN, &lower[before]);
            if matches!(lower[before].as_str(), "the" | "this" | "that" | "a" | "an") || is_genitive(before) || !goes_on
            {
                break;
            }
            first = before;
        }
        // `H.R. 5: Student Success Act`.
        is_held |= words[first].begins && (next.is_none() || !gap(act).starts_with(' '));
        let first = (first..act).find(|at| words[*at].is_large() && !has(WITHIN, &lower[*at]));
        laws.extend(first.filter(|first| is_held && act - first > 0).map(|first| first..act + 1));
    }
    laws
}

#[cfg(test)]
mod tests {
    use super::{NAMED, PHRASES};

    #[test]
    fn names_are_sorted_in_small_letters_and_phrases_are_among_them() {
        let names: Vec<&str> = NAMED.lines().collect();
        assert!(names.is_sorted_by(|a, b| a < b));
        assert!(names.iter().all(|name| *name == name.to_lowercase()));
        assert!(PHRASES.split(';').all(|phrase| names.contains(&phrase)));
    }
}
