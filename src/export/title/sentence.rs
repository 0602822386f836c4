//! Sentence case: capitals for the first word of a title and of a subtitle, and for names (APA 7 section 6.17).
//!
//! What is a name is a question of use. Asked are, in this order: names of several words that the texts have whole; pairs of
//! capitals of which one word is no common one; how the record's own text writes the word; how the catalog does. Where nothing
//! is known, a common word is lowered, and any other keeps its capital: a name without its capital is the worse fault.

use std::borrow::Cow;

use super::common::is_common;
use super::evidence::{Evidence, TextKind, is_within, joins};
use super::institution;
use super::named;
use super::words::{NUMBERED, Word, base, capitalized, has, is_and, is_function, is_letter, rewritten, words};
use crate::catalog::{is_given, is_given_and_word, is_title};
use crate::text::Stems;

/// Numbers in words that such nouns have behind them.
const NUMBERS: &str = "one two three four five six seven eight nine ten";

/// Last words of names that are whole titles too.
const WHOLE_ENDS: &str = "act alliance association coalition commission consortium foundation institute network";
/// Acronyms with a vowel that titles of this field have.
const ACRONYMS: &str = "us usa uk un eu cbe essa iep ell ells esl sel gpa sat ap ib ai ict udl oecd unesco unicef nea aft naep pisa \
    nasa nyc la covid steam aclu ela pd edtech toefl ged eric ies nclb ceo faq mooc moocs oer api";
/// Those that stand where a word may be meant that is common too, and those of bodies and studies.
const SURE_ACRONYMS: &str = "stem mit ucla usc nyu asu suny cuny nsf ngss ccss ela pbl udl mtss pbis rti iep ieps ferpa fafsa hbcu hbcus ada \
    adhd ptsd fbi cia noaa epa usda usaid ngo ngos ilo apa mla isbn html ieee aasa ascd iste nea aft aera eeoc inacol";
/// Words that lead the name of a place behind them.
const BEFORE_PLACES: &str = "north south east west northern southern eastern western fort mount lake port cape saint";
/// Words that end the name of a place before them.
const BEHIND_PLACES: &str =
    "river valley island islands bay beach lake mountains ocean sea peninsula canyon creek falls springs heights city";

/// Words for people that the name of a race stands before or beside.
const PEOPLE: &str = "american americans asian boy boys brown child children communities community educators families family girl girls hispanic \
    indigenous latina latinas latine latino latinos latinx learners man men parents people principal principals scholars student \
    students teacher teachers white woman women youth";

/// What a title is, for its words as evidence: a sentence where most of its longer words are small.
pub(in crate::export) fn kind_of_title(title: &str) -> TextKind {
    let (mut n, mut n_small) = (0, 0);
    for word in words(title).iter().skip(1).filter(|word| !word.begins && word.text.len() > 3) {
        if !is_function(&word.lower()) {
            n += 1;
            n_small += usize::from(word.is_plain());
        }
    }
    if n_small * 2 > n { TextKind::Prose } else { TextKind::Headline }
}

/// A title, and what is known of its words.
struct Title<'a> {
    text: &'a str,
    words: Vec<Word<'a>>,
    /// The words without genitive in small letters.
    lower: Vec<String>,
    /// Of each word with a capital, whether it is a common one.
    common: Vec<bool>,
    /// What the record itself says, and what the whole catalog does.
    evidence: [&'a Evidence; 2],
}

impl<'a> Title<'a> {
    fn new(text: &'a str, evidence: [&'a Evidence; 2]) -> Self {
        let words = words(text);
        let lower: Vec<String> = words.iter().map(Word::lower).collect();
        let stems = Stems::default();
        let of_each = words.iter().zip(&lower);
        let common = of_each.map(|(word, lower)| word.is_large() && is_common(lower, &stems)).collect();
        Self { text, words, lower, common, evidence }
    }

    /// What stands between a word and the next one.
    fn gap(&self, at: usize) -> &str {
        let end = self.words.get(at + 1).map_or(self.text.len(), |next| next.at);
        &self.text[self.words[at].end()..end]
    }

    /// Whether a word and the next one may be of one name.
    fn is_joined(&self, at: usize) -> bool {
        let genitive = self.words[at].text.len() - base(self.words[at].text).len();
        let start = self.words[at].end() - genitive;
        self.words.get(at + 1).is_some_and(|next| joins(&self.text[start..next.at]))
    }

    /// Whether a word is `A` and no article.
    fn is_letter(&self, at: usize) -> bool {
        is_letter(self.text, &self.words, at)
    }

    /// The word beside another that may be of one name with it, over the small words that names have within.
    fn neighbour(&self, at: usize, forward: bool) -> Option<usize> {
        let mut now = at;
        for _ in 0..3 {
            let next = if forward { now + 1 } else { now.checked_sub(1)? };
            if next >= self.words.len() || !self.is_joined(now.min(next)) {
                return None;
            }
            now = next;
            if !is_within(&self.lower[now]) {
                let has_capital = self.words[now].text.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
                return has_capital.then_some(now);
            }
        }
        None
    }

    /// Whether two words are a name together: they are met with capitals side by side more often than in small letters, in the
    /// record or the catalog. Two common words are so only where record and catalog never have them small.
    fn is_pair(&self, first: usize, second: usize) -> bool {
        let [own, all] = self.evidence.map(|evidence| evidence.pair(&self.lower[first], &self.lower[second]));
        if self.is_usual(first) && self.is_usual(second) {
            return own[1] > 0 && own[0] == 0 && all[1] > 1 && all[0] == 0;
        }
        own[1] > own[0] || all[1] > all[0]
    }

    /// Whether a word is known as one that is written small.
    fn is_usual(&self, at: usize) -> bool {
        let word = &self.lower[at];
        let is_small = |evidence: &&Evidence| {
            let count = evidence.count(word);
            count.small > count.alone
        };
        is_function(word) || self.common[at] || self.evidence.iter().any(is_small)
    }

    /// Of each word, whether it stands within a name of several words that the texts have whole.
    fn within_names(&self) -> Vec<bool> {
        let n = self.words.len();
        let [own, all] = self.evidence;
        let mut within = vec![false; n];
        for first in (0..n).filter(|first| self.words[*first].is_large()) {
            let mut name = self.lower[first].clone();
            for last in first + 1..n.min(first + named::MOST_WORDS) {
                if !self.is_joined(last - 1) || self.words[last].begins {
                    break;
                }
                name.push(' ');
                name.push_str(&self.lower[last]);
                // A text that names the whole title says nothing of its words, unless several do, or it is that of a law or a body.
                let is_whole = last - first + 1 == n && all.name(&name) < 3 && !has(WHOLE_ENDS, &self.lower[last]);
                let before = first.checked_sub(1).map_or("", |before| &*self.lower[before]);
                let is_named = named::is_named(&name, before);
                // A body or a place that the catalog knows is one there too.
                let is_body = self.is_body(first, last, &name);
                if !self.words[last].is_large() || is_whole && !is_body && !is_named {
                    continue;
                }
                let [small, large] = all.pair(&self.lower[first], &self.lower[last]);
                let is_sure = last - first > 2
                    || all.name(&name) > 1 && large > 2 * small
                    || small == 0 && self.may_be_named_once(first, last);
                if is_body || is_named || own.name(&name) > 0 || all.name(&name) > 0 && is_sure {
                    within[first..=last].fill(true);
                }
            }
        }
        for law in named::laws(self.text, &self.words, &self.lower) {
            within[law].fill(true);
        }
        within
    }

    /// Whether the words of a name in small letters are those of a body or a place that record or catalog know, and no phrase that the texts
    /// have in small letters throughout: `personalize learning`.
    fn is_body(&self, first: usize, last: usize, name: &str) -> bool {
        let is_small = |at: usize| {
            let [small, large] = self.evidence[1].pair(&self.lower[at], &self.lower[at + 1]);
            small > large
        };
        self.evidence.iter().any(|evidence| evidence.is_body(name)) && !(first..last).all(is_small)
    }

    /// Whether words that no text has in small letters side by side are a name, though one text alone has it: without small words, and not
    /// where that may mention a title (`Advancing Equity`), which ends with them or at a colon behind them.
    fn may_be_named_once(&self, first: usize, last: usize) -> bool {
        let ends = self.words.get(last + 1).is_none_or(|next| next.begins);
        let is_of_body = has(WHOLE_ENDS, &self.lower[last]);
        let is_mention = self.words[first].begins && (ends && !is_of_body || self.lower[first].ends_with("ing"));
        let is_of_name = |at: usize| self.words[at].is_large() && !is_function(&self.lower[at]);
        !is_mention && (first..=last).all(is_of_name)
    }

    /// Whether a word stands for a body of the record, whose name begins with it: `Summit` alone for Summit Public Schools. The record has it
    /// nowhere small, the catalog mostly with a capital.
    fn is_short_for_body(&self, at: usize) -> bool {
        let word = &self.lower[at];
        let [own, all] = self.evidence;
        // One record alone shows little of its words; a plural is mostly a common word.
        if std::ptr::eq(own, all) || word.ends_with('s') {
            return false;
        }
        let is_of_more = self.is_joined(at) && self.words.get(at + 1).is_some_and(Word::is_large);
        if is_of_more || at > 0 && has("a an", &self.lower[at - 1]) {
            return false;
        }
        let (of_own, of_all) = (own.count(word), all.count(word));
        // What many names of institutions begin with stands for none of them.
        let is_own = !institution::is_usual(word);
        own.begins_body(word) && of_own.small == 0 && is_own && of_all.alone + of_all.part > of_all.small
    }

    /// Whether a word is a label with a number or a letter behind it, or such a number in words.
    fn is_numbered(&self, at: usize) -> bool {
        let label = |at: usize| has(NUMBERED, &self.lower[at]) && [" ", ". ", " #"].contains(&self.gap(at));
        let number = |at: usize| {
            let word = self.words[at].text;
            // A year is the number of nothing: `World Development Report 2018`.
            if word.len() == 4 && word.starts_with(['1', '2']) && word.bytes().all(|byte| byte.is_ascii_digit()) {
                return false;
            }
            let is_single = word.chars().nth(1).is_none() && word.starts_with(char::is_uppercase);
            word.chars().all(|c| c.is_numeric() || "IVXLC".contains(c))
                || if word == "A" { self.is_letter(at) } else { is_single }
                || has(NUMBERS, &self.lower[at])
        };
        (at + 1 < self.words.len() && label(at) && number(at + 1))
            || (at > 0 && has(NUMBERS, &self.lower[at]) && label(at - 1))
    }

    /// Whether `May` or `March` is the month: behind a preposition of time, or before a number or a word for what is held then.
    fn is_month(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| &*self.lower[before]);
        let next = self.lower.get(at + 1).filter(|_| self.gap(at) == " ");
        has("may march", &self.lower[at])
            && (has("in of by since until till from last early late mid every", before) && !self.words[at].begins
                || next.is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit())))
    }

    /// Whether a word is a color that names people by their race: before a word for people, or joined with a word for others (APA 7 section
    /// 5.7).
    fn is_race(&self, at: usize) -> bool {
        let is_people = |at: usize| self.lower.get(at).is_some_and(|word| has(PEOPLE, word));
        let is_joint = |at: usize| self.lower.get(at).is_some_and(|word| has("and or", word));
        has("black white brown indigenous", &self.lower[at])
            && self.words[at].is_large()
            && (is_people(at + 1)
                || is_joint(at + 1) && is_people(at + 2)
                || at > 1 && is_joint(at - 1) && is_people(at - 2))
    }

    /// Whether the capital of a word is that of a name, as far as the texts tell.
    fn is_name(&self, at: usize) -> bool {
        let word = &self.lower[at];
        if self.is_numbered(at) || self.is_month(at) || self.is_race(at) {
            return true;
        }
        // A ray is a common word, though a Ray is a person.
        let is_ray = word == "ray" && at > 0 && self.lower[at - 1] == "x" && self.gap(at - 1) == "-";
        if is_function(word) || is_ray {
            return false;
        }
        // What is common or one text has small is no name, though a body be called so: a publisher `Time`.
        let is_small = |evidence: &&Evidence| evidence.count(word).small > 0;
        let is_body = self.evidence.iter().any(|evidence| evidence.is_body(word));
        if is_body && !self.common[at] && !self.evidence.iter().any(is_small) {
            return true;
        }
        if self.is_short_for_body(at) {
            return true;
        }
        let is_with = |other: usize| self.is_pair(at.min(other), at.max(other));
        if [true, false].into_iter().filter_map(|forward| self.neighbour(at, forward)).any(is_with) {
            return true;
        }
        let [own, all] = self.evidence.map(|evidence| evidence.count(word));
        if own.small > 0 && own.alone == 0 {
            return false;
        }
        if self.common[at] {
            return own.alone > 0 && own.small == 0 && all.alone > 2 && all.alone > all.small;
        }
        let is_small = || all.small > 0 || all.part == 0 && self.evidence[1].has_small_form(word);
        own.alone > 0 && own.small == 0 || all.alone > all.small || !is_small()
    }

    /// Of each word, whether its capital stays.
    fn kept(&self) -> Vec<bool> {
        let mut kept = self.within_names();
        for (at, kept) in kept.iter_mut().enumerate() {
            let word = &self.words[at];
            // `Of` within a name that was set in capitals is small all the same.
            let is_small_within = word.is_capitalized() && named::is_small_within(&self.lower[at]);
            *kept = if !word.is_capitalized() || self.is_letter(at) {
                word.text.contains(char::is_uppercase)
            } else {
                *kept && !is_small_within || self.is_name(at)
            };
        }
        if institution::has_head(&self.lower) {
            let title = institution::Title { text: self.text, words: &self.words, lower: &self.lower };
            let is_usual: Vec<bool> = (0..self.words.len()).map(|at| self.is_usual(at)).collect();
            institution::extend(&title, &is_usual, &mut kept);
        }
        self.extend_names(&mut kept);
        kept
    }

    /// Lets the words beside names keep their capitals that belong to these: titles, given names, what a place is.
    fn extend_names(&self, kept: &mut [bool]) {
        let n = self.words.len();
        let is_beside = |at: usize| self.gap(at) == " " && self.words[at].is_large() && self.words[at + 1].is_large();
        for at in (1..n).rev() {
            if !kept[at] || self.is_usual(at) || !is_beside(at - 1) || self.words[at].text.contains('-') {
                continue;
            }
            let before = &self.lower[at - 1];
            // Titles share the capital of the name behind them (APA 7 section 6.14).
            let is_of_name = is_title(before) || is_given_and_word(before) && !is_function(before);
            kept[at - 1] |= is_of_name || has(BEFORE_PLACES, before);
        }
        for at in 1..n {
            let (before, word) = (&self.lower[at - 1], &self.lower[at]);
            let is_plain =
                self.words[at - 1].text.len() == before.len() && is_beside(at - 1) && self.words[at].is_capitalized();
            // `Susan Stone`, but `How Susan Teaches`.
            let is_verb = || ["s", "ed", "ing"].iter().any(|ending| word.ends_with(ending)) || is_function(word);
            let is_surname = || is_given(before) && !is_given_and_word(before) && !is_verb();
            let is_place = || kept[at - 1] && !self.is_usual(at - 1) && has(BEHIND_PLACES, word);
            kept[at] |= is_plain && (is_surname() || is_place());
        }
    }
}

/// A title in headline style, where it is published in capitals alone and has a common word that shows it: acronyms stay, which are
/// those that a text of the catalog has within small letters, those without a vowel or with a digit, and those of [`ACRONYMS`].
pub(in crate::export) fn from_capitals<'a>(text: &'a str, evidence: [&Evidence; 2]) -> Cow<'a, str> {
    if text.contains(char::is_lowercase) || !text.contains(char::is_uppercase) {
        return text.into();
    }
    let words = words(text);
    let stems = Stems::default();
    let is_word = |word: &Word<'_>| {
        let lower = word.lower();
        is_function(&lower) || lower.len() > 3 && is_common(&lower, &stems)
    };
    if words.len() < 2 || !words.iter().any(is_word) {
        return text.into();
    }
    let is_acronym = |at: usize| {
        let (word, lower) = (words[at].text, words[at].lower());
        let is_country = lower == "us" && at > 0 && has("the in across", &words[at - 1].lower());
        !is_and(text, &words[at])
            && (is_country
                || has(SURE_ACRONYMS, &lower)
                || !is_word(&words[at])
                    && (has(ACRONYMS, &lower)
                        || evidence.iter().any(|evidence| evidence.is_acronym(&lower))
                        || word.chars().nth(1).is_none()
                        || word.contains(char::is_numeric)
                        || !lower.contains(['a', 'e', 'i', 'o', 'u', 'y'])
                        || at > 0
                            && has(NUMBERED, &words[at - 1].lower())
                            && lower.chars().all(|c| "ivxlc".contains(c))))
    };
    let lowered = |at: usize| {
        let lower = words[at].text.to_lowercase();
        (!is_acronym(at)).then(|| if is_and(text, &words[at]) { lower } else { capitalized(&lower) })
    };
    rewritten(text, &words, lowered).into()
}

/// A title in sentence case. `own` is what the record itself shows of its words, `all` what the whole catalog does.
pub(in crate::export) fn sentence_case(text: &str, own: &Evidence, all: &Evidence) -> String {
    let text = &*from_capitals(text, [own, all]);
    let title = Title::new(text, [own, all]);
    // The capitals of a title that is a sentence already are those of names.
    let kept = if kind_of_title(text) == TextKind::Prose { vec![true; title.words.len()] } else { title.kept() };
    rewritten(text, &title.words, |at| {
        let word = &title.words[at];
        if word.begins {
            return word.is_plain().then(|| capitalized(word.text));
        }
        // `Rock ’n’ Roll`.
        if is_and(text, word) {
            return Some("n".to_owned());
        }
        // `E-learning` is one word, whose first letter alone begins the title.
        let is_behind_letter = at > 0
            && word.is_capitalized()
            && text[..word.at].ends_with("e-")
            && title.words[at - 1].text == "e"
            && title.words[at - 1].begins;
        if is_behind_letter {
            return Some(word.text.to_lowercase());
        }
        (!kept[at]).then(|| word.text.to_lowercase())
    })
}

/// The places in a title that programs must leave as they are where they lower all but its first letter and the one behind a colon (Patashnik,
/// *`BibTeXing`*, section 4), so that they make its sentence case, which is given; `None` where the two are not of the same words.
pub(in crate::export) fn kept_by(text: &str, sentence: &str) -> Option<Vec<std::ops::Range<usize>>> {
    let (title, given) = (words(text), words(sentence));
    let is_same = |(a, b): (&Word<'_>, &Word<'_>)| a.lower() == b.lower();
    if title.len() != given.len() || !title.iter().zip(&given).all(is_same) {
        return None;
    }
    let is_kept = |word: &Word<'_>, given: &Word<'_>| {
        let before = &text[..word.at];
        let keeps_first = before.is_empty() || before.ends_with(' ') && before.trim_end().ends_with(':');
        let n_kept = if keeps_first { word.text.chars().next().map_or(0, char::len_utf8) } else { 0 };
        let (first, rest) = word.text.split_at(n_kept);
        let has_capital = rest.contains(char::is_uppercase);
        has_capital && given.text != format!("{first}{}", rest.to_lowercase())
    };
    let kept = title.iter().zip(&given).filter(|(word, given)| is_kept(word, given));
    Some(kept.map(|(word, _)| word.at..word.end()).collect())
}
