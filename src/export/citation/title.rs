//! Titles in sentence case and in headline style, from titles as published.
//!
//! Nothing tells a proper noun from another word but its use, so sentence case asks how the resource's summary, which is
//! running text, writes the word. English only: other languages have capitals of their own.

use crate::catalog::Resource;

/// Names that keep their capitals in titles: states, countries, their people, and what schools speak of.
const NAMES: &str = "April|August|December|Dr.|February|January|July|June|November|October|September|Alabama|Alaska|Alberta|Algebra I|America|American|Arizona|Arkansas|Asia|Asian|Australia|Australian|Black|Boston|\
    British Columbia|California|Canada|Canadian|Carnegie|Chicago|China|Chinese|Christian|Colorado|Common Core|Congress|\
    Connecticut|Delaware|District of Columbia|East Asia|East Asian|England|English|Europe|European|Every Student Succeeds Act|\
    Finland|Finnish|Florida|French|Georgia|German|Germany|Hawaii|Hispanic|Idaho|Illinois|India|Indian|Indiana|Indigenous|\
    Iowa|Ireland|Japan|Kansas|Kentucky|Kenya|Korea|Latino|Los Angeles|Louisiana|Maine|Maryland|Massachusetts|\
    Mexico|Michigan|Minnesota|Mississippi|Missouri|Montana|Native American|Nebraska|Nevada|New England|New Hampshire|\
    New Jersey|New Mexico|New York|New Zealand|North Carolina|North Dakota|Ohio|Oklahoma|Ontario|Oregon|Pennsylvania|\
    Philadelphia|Portrait of a Graduate|Rhode Island|San Diego|Scotland|Scottish|Singapore|South Carolina|South Dakota|Spanish|Tennessee|\
    Texas|U.S.|United Kingdom|United States|Utah|Vermont|Virginia|Wales|Washington|Welsh|West Virginia|Wisconsin|Wyoming";

/// Words that headline style leaves small within a title: articles, prepositions of any length that are seldom anything
/// else, and the five conjunctions (Chicago 17 section 8.159; MLA 9, “Capitalizing Titles in English”).
const SMALL: &str = " a an the and but for or nor of to in on at by with from as into onto via per than versus vs across against \
    among around between beyond during through toward towards within without ";

/// What may stand between the words of a name.
const BETWEEN: [&str; 6] = [" ", "-", "’s ", " of ", " for ", " of the "];
/// How many words of a text are looked at for one name.
const MOST_IN_A_NAME: usize = 10;

/// Words that are common ones in the titles of this field, whatever names they are part of.
const COMMON: &str = "assessment assessments based blueprint board building career center college common community competencies competency \
    department design district education elementary future graduate graduation guide high initiative innovation institute \
    instruction justice learner learning lessons level levels mastery middle model national network new partnership pathways \
    personalized policy portrait practice proficiency profile program project progressions public quality report research \
    school schools skills standards state states strategies student students success system systems teacher teachers teaching";

/// A word of a title: where it stands, and whether a title or a subtitle begins with it.
struct Word<'a> {
    at: usize,
    text: &'a str,
    begins: bool,
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '\'' || c == '’'
}

/// The words of a text: letters, digits and apostrophes. A hyphen parts words as a blank does.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let (mut start, mut begins, mut last) = (None, true, ' ');
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_of_word(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let word = &text[from..at];
                // The point behind a letter is that of `U.S.`, not of a sentence.
                let is_initial = word.chars().count() == 1;
                words.push(Word { at: from, text: word, begins });
                start = None;
                begins = "?!:—".contains(c) || c == '.' && !is_initial;
            }
            (false, None) => begins |= "?!:—".contains(c) || "-–".contains(c) && last == ' ',
            _ => {}
        }
        last = c;
    }
    words
}

/// Whether only the first letter of a word is large, so that its capital may be one of the title alone.
fn is_capitalized(word: &str) -> bool {
    let mut chars = word.chars();
    let first = chars.next().is_some_and(char::is_uppercase);
    let mut rest = chars.clone().peekable();
    first && (rest.peek().is_some() || word == "A") && chars.all(|c| !c.is_uppercase() && !c.is_numeric())
}

/// A word without the genitive at its end.
fn base(word: &str) -> &str {
    word.strip_suffix("’s").or(word.strip_suffix("'s")).unwrap_or(word)
}

/// Whether a phrase stands in a text over the place of a word, as whole words.
fn covers(text: &str, phrase: &str, word: &Word<'_>) -> bool {
    let ends = |part: &str, last: bool| {
        let next = if last { part.chars().next_back() } else { part.chars().next() };
        next.is_none_or(|c| !c.is_alphanumeric())
    };
    text.match_indices(phrase).any(|(at, _)| {
        let end = at + phrase.len();
        at <= word.at && word.at < end && ends(&text[..at], true) && ends(&text[end..], false)
    })
}

fn is_common(word: &str) -> bool {
    let lower = base(word).to_lowercase();
    COMMON.split(' ').any(|common| common == lower)
}

/// What decides which capitals of a title are those of names.
struct Evidence<'a> {
    resource: &'a Resource,
    /// The words that the record writes in small letters.
    small: Vec<&'a str>,
    /// What it writes with capitals within sentences, whole (`Lindsay Unified School District`).
    names: Vec<&'a str>,
}

impl<'a> Evidence<'a> {
    fn of(resource: &'a Resource) -> Self {
        let mut evidence = Self { resource, small: Vec::new(), names: Vec::new() };
        evidence.read(resource.summary.as_deref().unwrap_or_default(), true);
        for keyword in &resource.keywords {
            evidence.read(keyword, false);
        }
        evidence
    }

    /// Takes in a text; in prose the first word of a sentence is no evidence on its own.
    fn read(&mut self, text: &'a str, is_prose: bool) {
        let words = words(text);
        let is_large = |word: &Word<'_>| word.text.starts_with(char::is_uppercase);
        self.small.extend(words.iter().filter(|word| !is_large(word)).map(|word| base(word.text)));
        let mut at = 0;
        while at < words.len() {
            let mut last = at;
            // A name goes on over a blank, a hyphen or a small word between large ones.
            for next in at + 1..words.len().min(at + MOST_IN_A_NAME) {
                let between = &text[words[last].at + words[last].text.len()..words[next].at];
                if is_large(&words[at]) && is_large(&words[next]) && BETWEEN.contains(&between) {
                    last = next;
                }
            }
            let run = &words[at..=last];
            // The capital of a sentence's first word says nothing: a name of that word alone is none.
            let begins = is_prose && run[0].begins;
            for run in [&run[usize::from(begins)..], if begins && run.len() > 1 { run } else { &[] }] {
                if let (Some(from), Some(to)) = (run.first().filter(|word| is_large(word)), run.last()) {
                    self.names.push(&text[from.at..to.at + base(to.text).len()]);
                }
            }
            at = last + 1;
        }
    }

    fn is_small(&self, word: &str) -> bool {
        let lower = base(word).to_lowercase();
        self.small.iter().any(|small| *small == lower) || is_common(word)
    }

    /// Whether a capitalized word of the title is a name or part of one.
    fn is_name(&self, word: &Word<'_>) -> bool {
        let title = self.resource.title.as_str();
        let named = |names: &[String]| names.iter().any(|name| name != title && covers(title, name, word));
        let signs = |names: &[String]| names.iter().any(|name| name.split(' ').any(|part| part == base(word.text)));
        NAMES.split('|').any(|name| covers(title, name, word))
            || named(&self.resource.places)
            || named(&self.resource.publishers)
            || signs(&self.resource.author_names())
            || self.names.iter().any(|name| self.names_word(name, word))
    }

    /// Whether a name of the record stands in the title over a word: whole, or as far as the beginning of the name does and
    /// none of its words are common ones.
    fn names_word(&self, name: &str, word: &Word<'_>) -> bool {
        let (title, parts) = (self.resource.title.as_str(), words(name));
        if parts.iter().any(|part| !is_common(part.text)) && parts.len() > 1 && covers(title, name, word) {
            return true;
        }
        (1..=parts.len()).any(|n| {
            let end = parts[n - 1].at + parts[n - 1].text.len();
            covers(title, &name[..end], word) && !parts[..n].iter().any(|part| self.is_small(part.text))
        })
    }
}

/// Rewrites the words of a title, each as `change` says.
fn rewritten(title: &str, mut change: impl FnMut(&Word<'_>, bool) -> Option<String>) -> String {
    let words = words(title);
    let (mut text, mut from) = (String::with_capacity(title.len()), 0);
    for (at, word) in words.iter().enumerate() {
        if let Some(changed) = change(word, at + 1 == words.len()) {
            text.push_str(&title[from..word.at]);
            text.push_str(&changed);
            from = word.at + word.text.len();
        }
    }
    text.push_str(&title[from..]);
    text
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(chars).collect()
}

/// Whether a title may be recased: it has small letters.
fn is_mixed(title: &str) -> bool {
    title.contains(char::is_lowercase)
}

/// A title with capitals for its first word, the first word behind a colon, a dash or the end of a sentence, and names (APA 7
/// section 6.17).
pub(super) fn sentence_case(resource: &Resource) -> String {
    let title = &resource.title;
    // What an initiative is called is its name.
    if !is_mixed(title) || resource.r#type.as_deref() == Some("initiative") {
        return title.clone();
    }
    let evidence = Evidence::of(resource);
    rewritten(title, |word, _| {
        let is_plain = word.text.chars().all(|c| !c.is_uppercase() && !c.is_numeric());
        if word.begins {
            return is_plain.then(|| capitalized(word.text));
        }
        (is_capitalized(word.text) && !evidence.is_name(word)).then(|| word.text.to_lowercase())
    })
}

/// A title with capitals for all words but those of [`SMALL`] within it (MLA 9, “Capitalizing Titles in English”; Chicago 17
/// section 8.159).
pub(super) fn headline(title: &str) -> String {
    if !is_mixed(title) {
        return title.to_owned();
    }
    rewritten(title, |word, is_last| {
        let lower = word.text.to_lowercase();
        let is_small = SMALL.split(' ').any(|small| small == lower) && !word.begins && !is_last;
        let is_plain = word.text.chars().all(|c| !c.is_uppercase() && !c.is_numeric());
        match (is_small, is_plain) {
            (true, false) if is_capitalized(word.text) => Some(lower),
            (false, true) => Some(capitalized(word.text)),
            _ => None,
        }
    })
}

/// The places in a title where a style must leave the letters as they are: words of names, acronyms.
pub(in crate::export) fn kept(resource: &Resource) -> Vec<std::ops::Range<usize>> {
    let evidence = Evidence::of(resource);
    let kept = |word: &Word<'_>| {
        let has_capital = word.text.contains(char::is_uppercase);
        has_capital && (!is_capitalized(word.text) || evidence.is_name(word))
    };
    words(&resource.title).iter().filter(|word| kept(word)).map(|word| word.at..word.at + word.text.len()).collect()
}
