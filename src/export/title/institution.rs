//! Names of institutions in titles in headline style, whose words are mostly common ones.
//!
//! Where every word has a capital, nothing marks the name. It is found from its head noun (`School`, `Academy`, `Board`) backward,
//! and taken for one only in three cases, since a capital too many is the lesser fault in a name, but one in common words is a fault
//! all the same:
//!
//! 1. a proper noun stands before the head, and between them at most words that institutions have (`Boston Day and Evening
//!    Academy`), without a determiner before the name (`a Maine High School`);
//! 2. the genitive of a proper noun stands there, and the head is no word for a kind of school (`Oregon's Business Education
//!    Compact`);
//! 3. nothing but common words, but a singular stands without a determiner behind a preposition or in front, and nothing large
//!    behind it: so stand names alone (`at Red Bank Elementary School`).

use super::words::{Word, base, has, is_function};

/// Words for institutions within their names.
const WITHIN: &str = "elementary middle high junior senior public state charter community technical regional unified central \
    international preparatory school day evening business education educational learning leadership art arts science sciences \
    teaching teacher graduate policy research medical health law independent area valley memorial military innovation career vocational \
    investment accountability standards city county early online virtual mastery competency";
/// Kinds of schools.
const KINDS: &str = "elementary middle high junior senior charter preparatory technical primary secondary";
/// Words with which names of institutions end.
const ENDS: &str = "district county academy university college institute foundation elementary board department council compact \
    consortium commission coalition association alliance authority collaborative";
/// Of these, those that a genitive before them makes a name.
const BODIES: &str = "institute foundation board department council compact consortium commission coalition association alliance \
    authority collaborative";
/// Those that are names without a proper noun.
const SCHOOLS: &str = "school academy district elementary";
/// Words before which a place is one of several: no institution is named behind them.
const ANY: &str = "a an any each every this that these those our your one some all many most more which two three four five six seven \
    eight nine ten twelve twenty the my their its his her no";
/// Words that tell of any school what it is like.
const GENERIC: &str = "rural urban suburban small large big new old good better best great whole modern public private american \
    traditional local typical average ideal successful effective innovative competency personalized mastery pilot alternative \
    virtual online early entire today's tomorrow's future next first changing charter community state national international \
    comprehensive regular student teacher teachers students education learning career technical vocational middle high elementary \
    junior senior more just about";
/// Prepositions behind which a singular without a determiner is a name.
const BEFORE: &str = "at from in of inside with by near to visiting";
/// What a board, a department or a school is for.
const SUBJECTS: &str = "innovation technology arts science sciences education higher early childhood public instruction regents trustees labor health agriculture commerce";
/// Endings of adjectives of nations, which go before words for institutions in general.
const NATIONAL: [&str; 6] = ["ican", "ian", "nish", "tish", "glish", "ese"];

/// The words of a title, and what is known of them.
pub(super) struct Title<'a> {
    /// The title.
    pub(super) text: &'a str,
    /// Its words.
    pub(super) words: &'a [Word<'a>],
    /// The words without genitive in small letters.
    pub(super) lower: &'a [String],
}

/// Whether a title has a word with which names of institutions end.
pub(super) fn has_head(lower: &[String]) -> bool {
    lower.iter().any(|word| is_head(word))
}

/// Whether a word in small letters is one that names of institutions have within them.
pub(super) fn is_usual(word: &str) -> bool {
    has(WITHIN, word) || has(GENERIC, word)
}

fn is_head(word: &str) -> bool {
    has(ENDS, word) || matches!(word, "school" | "schools")
}

/// Lets the words of institutions keep their capitals. `is_usual` says of each word whether it is written small elsewhere.
pub(super) fn extend(title: &Title<'_>, is_usual: &[bool], kept: &mut [bool]) {
    for head in 1..kept.len() {
        if !title.words[head].is_capitalized() || !is_head(&title.lower[head]) {
            continue;
        }
        if let Some(first) = title.first_of_name(head, is_usual, kept) {
            // Small words within stay small.
            let last = title.last_of_name(head);
            for (kept, word) in kept.iter_mut().zip(title.words).take(last + 1).skip(first) {
                *kept |= word.is_large();
            }
        }
    }
}

impl Title<'_> {
    fn gap(&self, at: usize) -> &str {
        let end = self.words.get(at + 1).map_or(self.text.len(), |next| next.at);
        &self.text[self.words[at].end()..end]
    }

    fn is_genitive(&self, at: usize) -> bool {
        let word = self.words[at].text;
        base(word).len() < word.len()
    }

    fn is_large_behind(&self, at: usize) -> bool {
        self.gap(at) == " " && self.words.get(at + 1).is_some_and(Word::is_large)
    }

    /// Where the name of an institution begins that ends with a head noun; none where it is no name.
    fn first_of_name(&self, head: usize, is_usual: &[bool], kept: &[bool]) -> Option<usize> {
        let is_national = |at: usize| NATIONAL.iter().any(|ending| self.lower[at].ends_with(ending));
        let is_proper = |at: usize| kept[at] && self.words[at].is_capitalized() && !is_usual[at] && !is_national(at);
        let mut at = head;
        let of_common_words = || self.is_school_of_common_words(head).then(|| self.first_large(head));
        let proper = loop {
            if at == 0 || self.words[at].begins || self.gap(at - 1) != " " {
                return of_common_words();
            }
            at -= 1;
            if self.is_genitive(at) || is_proper(at) {
                break at;
            }
            let is_joint = matches!(self.lower[at].as_str(), "and" | "of") && at > 0;
            if !(is_joint || self.words[at].is_large() && has(WITHIN, &self.lower[at])) {
                return of_common_words();
            }
        };
        if self.is_genitive(proper) {
            // Only a name of two words or more: `Maine's Board` is any.
            let is_name = kept[proper] && !is_usual[proper] && has(BODIES, &self.lower[head]) && head - proper > 2;
            return is_name.then_some(proper + 1);
        }
        let mut first = proper;
        while first > 0 && kept[first - 1] && self.gap(first - 1) == " " && !self.words[first].begins {
            first -= 1;
        }
        let is_any = first > 0 && has(ANY, &self.lower[first - 1]) && self.lower[first - 1] != "the";
        let is_whole = match self.lower[head].as_str() {
            "schools" => has("public county city", &self.lower[head - 1]),
            "school" => has(KINDS, &self.lower[head - 1]) || !self.is_large_behind(head),
            _ => true,
        };
        (!is_any && is_whole).then_some(first)
    }

    /// The first of the large words that end with a head noun.
    fn first_large(&self, head: usize) -> usize {
        let mut first = head;
        while first > 0
            && !self.words[first].begins
            && self.gap(first - 1) == " "
            && self.words[first - 1].is_large()
            && !self.is_genitive(first - 1)
            && !has(BEFORE, &self.lower[first - 1])
            && !has(ANY, &self.lower[first - 1])
        {
            first -= 1;
        }
        first
    }

    /// Whether common words stand as the name of one school does.
    fn is_school_of_common_words(&self, head: usize) -> bool {
        let (word, kind) = (self.lower[head].as_str(), self.lower[head - 1].as_str());
        let first = self.first_large(head);
        let has_kind = match word {
            "school" => has(KINDS, kind),
            "district" => kind == "school",
            _ => true,
        };
        let modifiers = &self.lower[first..head];
        let begins = self.words[first].begins;
        // A plural in front may have its verb behind it: `States Rethink High School`.
        let is_verb = |word: &String| {
            word.len() > 4 && (word.ends_with("ing") || word.ends_with("ed")) || begins && word.ends_with('s')
        };
        let stands_alone = begins || first > 0 && has(BEFORE, &self.lower[first - 1]);
        has(SCHOOLS, word)
            && has_kind
            && stands_alone
            && !self.is_large_behind(head)
            && !modifiers.iter().any(|word| is_verb(word) || has(ANY, word) || is_function(word))
            && !modifiers.iter().all(|word| has(GENERIC, word) || word == "school")
    }

    /// Where a name goes on behind its head noun: `Board of Education`.
    fn last_of_name(&self, head: usize) -> usize {
        let mut last = head;
        if self.gap(head) == " " && self.lower.get(head + 1).is_some_and(|word| word == "system") {
            last += 1;
        }
        let joint = head + 1;
        if self.gap(head) == " " && self.lower.get(joint).is_some_and(|word| matches!(word.as_str(), "of" | "for")) {
            let mut at = joint;
            while self.gap(at) == " " && self.lower.get(at + 1).is_some_and(|word| has(SUBJECTS, word)) {
                at += 1;
                last = at;
            }
        }
        last
    }
}
