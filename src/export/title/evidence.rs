//! How texts write their words: small or with a capital within sentences, and which capitals stand side by side.
//!
//! Nothing tells a proper noun from another word but its use. Running text shows it: the first word of a sentence says nothing,
//! any other capital is that of a name or of a part of one. Pairs of neighbours tell names that are made of common words
//! (`Next Generation`) from the same words in small letters.

use std::sync::OnceLock;

use super::words::{Word, base, is_function, push_lower, words};
use crate::catalog::{HashMap, HashSet};
use crate::text::Stems;

/// How often a word was met.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Count {
    /// In small letters.
    pub(super) small: u32,
    /// With a capital that no other capital stands beside.
    pub(super) alone: u32,
    /// With a capital, as a part of a name of several words.
    pub(super) part: u32,
}

/// The words of texts, the pairs of neighbours that were met with two capitals, and the names of several words.
#[derive(Debug, Default)]
pub(in crate::export) struct Evidence {
    numbers: HashMap<Box<str>, u32>,
    counts: Vec<Count>,
    /// By the numbers of two words: how often both were small, how often both had a capital.
    pairs: HashMap<u64, [u32; 2]>,
    /// The words that were met in capitals beside others in small letters.
    acronyms: HashSet<String>,
    /// How often several words were met as one whole name, by the words in small letters.
    names: HashMap<String, u32>,
    /// The names of bodies and places, by their words in small letters, without an article in front.
    bodies: HashSet<String>,
    /// The words as they were read: a number and the bits below; empty once they are counted.
    stream: Vec<u32>,
    /// The word that is being read, in small letters.
    word: String,
    /// The stems of the words that were met in small letters; made when they are first wanted.
    stems: OnceLock<HashSet<String>>,
}

/// The word has a capital.
const LARGE: u32 = 1;
/// Only what stands within a name is between the word and the one before it.
const JOINED: u32 = 2;
/// The word begins a sentence, or stands in a headline: its capital says nothing.
const SAYS_NOTHING: u32 = 4;
/// The word before it is a genitive: `NYC’s Mastery Collaborative`.
const OWNED: u32 = 8;
const BITS: u32 = 4;

/// What may stand between two words of one name.
const BETWEEN: [&str; 7] = [" ", "-", "’s ", "'s ", ". ", " & ", "/"];
/// Small words that names have within them.
const WITHIN: [&str; 12] = ["of", "for", "the", "a", "and", "in", "on", "at", "to", "with", "by", "de"];
/// How many of them may follow each other.
const MOST_WITHIN: usize = 2;

/// Whether a word in small letters stands within names.
pub(super) fn is_within(word: &str) -> bool {
    WITHIN.contains(&word)
}

/// Whether two neighbours may be words of one name, by what stands between them.
pub(super) fn joins(between: &str) -> bool {
    BETWEEN.contains(&between)
}

/// What a text is, and so what its capitals say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::export) enum TextKind {
    /// Sentences.
    Prose,
    /// The name of a person, a body or a place.
    Name,
    /// A title in headline style, whose small letters alone say something.
    Headline,
}

impl Evidence {
    /// Reads a text.
    pub(in crate::export) fn read(&mut self, text: &str, kind: TextKind) {
        let words = words(text);
        if text.contains(char::is_lowercase) {
            let is_acronym =
                |word: &&Word<'_>| word.text.len() > 1 && word.text.bytes().all(|byte| byte.is_ascii_uppercase());
            for acronym in words.iter().filter(is_acronym) {
                if !self.acronyms.contains(acronym.text) {
                    self.acronyms.insert(acronym.text.to_owned());
                }
            }
        }
        // A name of one word says less than prose: any word is somebody's name.
        if let (TextKind::Name, [word]) = (kind, &words[..]) {
            let number = self.number(word);
            self.counts[number as usize].part += u32::from(word.is_large());
            return;
        }
        let (mut end, mut owns) = (None, false);
        for word in &words {
            let mut bits = u32::from(word.is_large()) * LARGE;
            if let Some(between) = end.map(|end: usize| &text[end..word.at]).filter(|between| joins(between)) {
                bits |= JOINED | if owns && between.ends_with("s ") { OWNED } else { 0 };
            }
            let says_nothing = match kind {
                TextKind::Prose => word.begins,
                TextKind::Name => false,
                TextKind::Headline => word.is_large(),
            };
            bits |= u32::from(says_nothing) * SAYS_NOTHING;
            let number = self.number(word);
            self.stream.push(number << BITS | bits);
            end = Some(word.at + base(word.text).len());
            // `It’s` is no genitive.
            owns = !is_function(&self.word);
        }
    }

    /// Reads the name of a body or a place, which titles may have as it stands.
    pub(in crate::export) fn read_body(&mut self, name: &str) {
        // A show is called without the word too.
        if let Some(show) = name.strip_suffix(" Podcast") {
            self.read_body(show);
        }
        // An acronym in parentheses is another name.
        let name = name.split(" (").next().unwrap_or(name);
        let words: Vec<String> = words(name).iter().map(Word::lower).collect();
        let words = if words.first().is_some_and(|first| first == "the") { &words[1..] } else { &words[..] };
        if name.starts_with(char::is_uppercase) && !words.is_empty() {
            self.bodies.insert(words.join(" "));
        }
    }

    fn number(&mut self, word: &Word<'_>) -> u32 {
        self.word.clear();
        push_lower(word.text, &mut self.word);
        if let Some(number) = self.numbers.get(self.word.as_str()) {
            return *number;
        }
        let number = u32::try_from(self.counts.len()).unwrap_or(0);
        self.counts.push(Count::default());
        self.numbers.insert(self.word.as_str().into(), number);
        number
    }

    /// Counts what was read. To be called once, behind the last text.
    pub(in crate::export) fn finish(mut self) -> Self {
        let stream = std::mem::take(&mut self.stream);
        let mut within = vec![false; self.counts.len()];
        for number in WITHIN.iter().filter_map(|word| self.numbers.get(*word)) {
            within[*number as usize] = true;
        }
        // A number goes on with a name and begins none: `K-12 Competency-Based Education`.
        for (_, number) in self.numbers.iter().filter(|(word, _)| word.starts_with(|c: char| c.is_numeric())) {
            within[*number as usize] = true;
        }
        let is_name = |first: usize, second: usize| {
            stream[first] & stream[second] & LARGE != 0 && stream[second] & SAYS_NOTHING == 0
        };
        // Of each word, where the name begins that it stands in; of such a beginning, where the name ends.
        let mut first_of: Vec<u32> = (0u32..).take(stream.len()).collect();
        let mut last_of = first_of.clone();
        each_pair(&stream, &within, |first, second| {
            if is_name(first, second) {
                self.pairs.entry(key(stream[first], stream[second])).or_default()[1] += 1;
                first_of[second] = first_of[first];
                last_of[first_of[first] as usize] = u32::try_from(second).unwrap_or(0);
            }
        });
        // Small pairs count only where there are capital ones.
        each_pair(&stream, &within, |first, second| {
            if stream[second] & LARGE == 0
                && let Some(pair) = self.pairs.get_mut(&key(stream[first], stream[second]))
            {
                pair[0] += 1;
            }
        });
        for (at, token) in (0u32..).zip(&stream) {
            let is_part = first_of[at as usize] != at || last_of[at as usize] != at;
            let count = &mut self.counts[(token >> BITS) as usize];
            match (token & LARGE != 0, is_part) {
                (false, _) => count.small += 1,
                (true, true) => count.part += 1,
                (true, false) => count.alone += u32::from(token & SAYS_NOTHING == 0),
            }
        }
        self.gather_names(&stream, &first_of, &last_of);
        self
    }

    /// Gathers the names of several words.
    fn gather_names(&mut self, stream: &[u32], first_of: &[u32], last_of: &[u32]) {
        let mut words = vec![""; self.counts.len()];
        for (word, number) in &self.numbers {
            words[*number as usize] = word;
        }
        for (at, token) in stream.iter().enumerate() {
            let last = last_of[at] as usize;
            if first_of[at] as usize != at || last <= at {
                continue;
            }
            let name = |from: usize| {
                let parts: Vec<&str> =
                    stream[from..=last].iter().map(|token| words[(token >> BITS) as usize]).collect();
                parts.join(" ")
            };
            *self.names.entry(name(at)).or_default() += 1;
            // The first word of a sentence may not belong to the name behind it, nor does a genitive.
            let next = (at + 1..last).find(|next| stream[*next] & LARGE != 0);
            let next = next.filter(|_| token & SAYS_NOTHING != 0);
            let owned = (at + 1..last).rfind(|next| stream[*next] & (LARGE | OWNED) == LARGE | OWNED);
            // Behind `and` may stand a name of its own: `Internationals Network and New Tech Network`.
            let is_large = |from: usize| stream[from..=last].iter().all(|token| token & LARGE != 0);
            let and = (at + 1..last).rfind(|and| words[(stream[*and] >> BITS) as usize] == "and").map(|and| and + 1);
            let and = and.filter(|and| owned != Some(*and) && *and < last && is_large(*and));
            let behind = owned.into_iter().chain(and);
            for next in next.into_iter().chain(behind.filter(|behind| Some(*behind) != next)) {
                *self.names.entry(name(next)).or_default() += 1;
            }
        }
    }

    /// How a word in small letters was met.
    pub(super) fn count(&self, word: &str) -> Count {
        self.numbers.get(word).map_or_else(Count::default, |number| self.counts[*number as usize])
    }

    /// Whether a word in small letters was met in capitals beside others in small letters.
    pub(super) fn is_acronym(&self, word: &str) -> bool {
        self.acronyms.contains(&word.to_ascii_uppercase())
    }

    /// Whether another form of a word was met in small letters: its plural or past beside a word that ends with an `e`, or else
    /// one of the same stem.
    pub(super) fn has_small_form(&self, word: &str) -> bool {
        if let Some(short) = word.strip_suffix('e') {
            let is_small = |form: String| self.count(&form).small > 0;
            return is_small(format!("{word}s")) || is_small(format!("{word}d")) || is_small(format!("{short}ing"));
        }
        let stems = Stems::default();
        let small = self.stems.get_or_init(|| {
            let small = self.numbers.iter().filter(|(_, number)| self.counts[**number as usize].small > 0);
            small.map(|(word, _)| stems.of(word).into_owned()).collect()
        });
        small.contains(&*stems.of(word))
    }

    /// How often two words were met side by side: in small letters, with two capitals.
    pub(super) fn pair(&self, first: &str, second: &str) -> [u32; 2] {
        let number = |word: &str| self.numbers.get(word).map(|number| number << BITS);
        let pair = number(first).zip(number(second));
        pair.and_then(|(first, second)| self.pairs.get(&key(first, second))).copied().unwrap_or_default()
    }

    /// Whether words in small letters with a blank between them are the name of a body or a place: of several words, or of one that no text
    /// has in small letters.
    pub(super) fn is_body(&self, words: &str) -> bool {
        self.bodies.contains(words) && (words.contains(' ') || self.count(words).small == 0)
    }

    /// Whether the name of a body or a place of several words begins with a word in small letters.
    pub(super) fn begins_body(&self, word: &str) -> bool {
        self.bodies.iter().any(|name| name.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')))
    }

    /// How often several words with a blank between them were met as one name.
    pub(super) fn name(&self, words: &str) -> u32 {
        self.names.get(words).copied().unwrap_or(0)
    }
}

fn key(first: u32, second: u32) -> u64 {
    u64::from(first >> BITS) << 32 | u64::from(second >> BITS)
}

/// Calls for the places of two neighbours at a time, over the small words that names have within.
fn each_pair(stream: &[u32], within: &[bool], mut call: impl FnMut(usize, usize)) {
    let is_within = |at: usize| within[(stream[at] >> BITS) as usize] && stream[at] & LARGE == 0;
    for second in 1..stream.len() {
        if stream[second] & JOINED == 0 || is_within(second) {
            continue;
        }
        let mut first = second - 1;
        while first > 0 && second - first <= MOST_WITHIN && is_within(first) && stream[first] & JOINED != 0 {
            first -= 1;
        }
        if !is_within(first) {
            call(first, second);
        }
    }
}
