//! A person's name in its parts, from one text.

use super::body::{bare, has_no_person, is_body, is_initials, is_small, shows_person};
use super::given::{is_given, is_given_alone, may_be_given};
use super::name::Person;
use super::order::{begins_family, has_two_families, is_family_first, is_hungarian};
use super::particle::{
    article_length, goes_with_given, is_capital_particle, is_first_half, is_particle, split_dropping, split_particles,
};
use super::role::stated as stated_roles;
use super::words::{
    BEFORE_TITLES, BODIES, DEGREES, FIELDS_OF_DEGREES, GIVEN_ROLES, JOINED, JOINTS, NO_FAMILIES, NO_NAMES, OF_ONE_NAME,
    OF_RULERS, OFFICES, PORTUGUESE, ROLES, STYLES, SUFFIXES, TITLES, TITLES_WITH_POINT, WHOLE, has,
};
use crate::catalog::model::is_east_asian;
use crate::text::fold;

/// The most words of a name with a comma, those in small letters not counted.
const MOST_WORDS: usize = 8;

/// The person that a text names, in natural order or with the family name before a comma; `None` for a body and for a single
/// word, of which nobody can tell what it is.
pub(super) fn person(text: &str) -> Option<Person> {
    let Parts { named, suffix, has_degree } = parts(without_marks(without_parentheses(text)));
    match named[..] {
        [whole] => natural(whole, suffix, has_degree),
        [family, given] => inverted(family, given, suffix),
        _ => None,
    }
}

/// A text without what refers from a name to a note behind the work's authors, or to an address: `Anna Lee1`, `Anna Lee*`,
/// `Anna Lee <lee@example.org>`.
pub(super) fn without_marks(text: &str) -> &str {
    let text = match text.rsplit_once(" <") {
        Some((name, address)) if address.contains('@') => name,
        _ => text,
    };
    let bare = text.trim_end_matches(|c: char| c.is_numeric() || "*†‡§¶,".contains(c));
    let marks = &text[bare.len()..];
    let n_digits = marks.split(',').map(|mark| mark.chars().filter(|c| c.is_numeric()).count()).max().unwrap_or(0);
    let is_behind_name = bare.contains(' ') && bare.ends_with(|c: char| c.is_lowercase() || c == '.');
    if is_behind_name && n_digits < 3 && !marks.is_empty() { bare } else { text }
}

/// Whether a text has marks behind a name that are no part of it.
pub(in crate::catalog) fn has_marks(text: &str) -> bool {
    without_marks(text).len() < text.len()
}

/// The person that a text names, which is known to name one.
pub(super) fn certain_person(text: &str) -> Person {
    person(text).unwrap_or_else(|| {
        let words: Vec<&str> = text.split(' ').collect();
        in_natural_order(&words, String::new())
    })
}

/// A person whose parts are stated one by one; a suffix or a degree within the family name is none of it.
pub(super) fn stated_apart(family: &str, given: &str, suffix: &str) -> Person {
    let (mut words, mut found) = (Vec::new(), String::new());
    for part in family.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        match words.is_empty() {
            false if is_suffix(part) => part.clone_into(&mut found),
            false if is_degrees(part, false) => {}
            _ => words.extend(part.split(' ')),
        }
    }
    drop_degrees(&mut words, 1);
    found = take_suffix(&mut words).unwrap_or(found);
    stated(&words.join(" "), given, if suffix.is_empty() { &found } else { suffix })
}

/// A person whose parts are known: particles in small letters before the family name stay with it, those behind the given
/// names are dropped with them.
pub(super) fn stated(family: &str, given: &str, suffix: &str) -> Person {
    let (non_dropping, family) = split_particles(family);
    let mut given: Vec<&str> = given.split_whitespace().collect();
    let is_between = |at: usize| given[at] == "und" && given.get(at + 1).is_some_and(|next| is_particle(next));
    let at = (0..given.len()).rposition(|at| !is_particle(given[at]) && !is_between(at)).map_or(0, |at| at + 1);
    let dropping = given.split_off(at.max(1).min(given.len())).join(" ");
    // The article as Chicago has it: `Hakim, Tawfiq al-`.
    let article = given.pop_if(|last| last.ends_with('-') && has(JOINED, &fold(last)));
    let non_dropping = article.map_or(non_dropping, str::to_owned);
    Person { family, non_dropping, dropping, given: given.join(" "), suffix: suffix.to_owned(), ..Person::default() }
}

/// A text without what stands in parentheses at its end, closed or not, unless they stand behind the name of a body: a role,
/// dates, a place of work, pronouns.
pub(super) fn without_parentheses(text: &str) -> &str {
    let mut name = text;
    while let Some(at) = name.rfind(['(', '[']).filter(|at| *at > 0) {
        let inner = &name[at + 1..];
        // `Jane (Janie) Doe`.
        if inner.trim_end_matches([')', ']', ',', ' ']).contains([')', ']'])
            || inner.contains([')', ']']) && !name.ends_with([')', ']'])
        {
            break;
        }
        name = name[..at].trim_end();
    }
    if is_body(&name.split(' ').collect::<Vec<&str>>()) { text } else { name }
}

/// A text that names one person, without what is no part of the name.
struct Parts<'a> {
    /// The parts between commas that belong to the name.
    named: Vec<&'a str>,
    /// `Jr.`, `III`, or nothing.
    suffix: String,
    /// Whether a degree stood behind a comma, which no body has.
    has_degree: bool,
}

/// The parts between commas that belong to a name; degrees, roles and dates are left out.
fn parts(text: &str) -> Parts<'_> {
    let mut parts: Vec<&str> = text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let (mut suffix, mut has_degree) = (String::new(), false);
    if parts.len() == 3 && is_suffix(parts[1]) {
        // Family, suffix, given names: as BibTeX has it.
        parts.remove(1).clone_into(&mut suffix);
    }
    while let [first, .., last] = parts[..] {
        // `Smith, MD` and `Doe, V` are initials; `Doe, Ed` is a given name.
        let is_family = parts.len() == 2 && !first.contains(' ');
        if suffix.is_empty() && is_suffix(last) && !(is_family && is_initials(last) && bare(last).len() == 1) {
            last.clone_into(&mut suffix);
        } else if is_degrees(last, is_family) || is_acronym(first, last) {
            has_degree = true;
        } else if !(is_role(last, is_family) || is_date(last) || is_aside(first, last, is_family)) {
            break;
        }
        parts.pop();
    }
    Parts { named: parts, suffix, has_degree }
}

/// Whether a part behind a name and a comma is no name: a suffix, degrees, a role or years.
pub(in crate::catalog) fn is_appositive(name: &str, part: &str) -> bool {
    is_acronym(name, part)
        || is_suffix(part)
        || is_degrees(part, false)
        || is_role(part, false)
        || is_date(part)
        || part.len() > 2 && stated_roles(part).is_some()
}

/// Whether a part is four capitals or more behind a whole name in small letters, and so no initials: `NBCT`, `LCSW-C`.
fn is_acronym(name: &str, part: &str) -> bool {
    name.contains(' ')
        && name.contains(char::is_lowercase)
        && part.chars().filter(|c| c.is_uppercase()).count() > 3
        && part.chars().all(|c| c.is_uppercase() || c == '-')
}

/// Whether a part is degrees alone; where a given name may stand, those with both large and small letters are.
fn is_degrees(part: &str, may_be_given: bool) -> bool {
    let is_mixed = part.chars().any(char::is_lowercase);
    let n_large = part.chars().filter(|c| c.is_uppercase()).count();
    let known = |text: &str| has(DEGREES, &bare(text)) || has_form_of_degree(text);
    part.is_ascii() && n_large > 1 && (is_mixed || !may_be_given) && (known(part) || part.split(' ').all(known))
        || !may_be_given && has(" esq ", &bare(part))
}

/// Whether a word is made as degrees are: initials, and a shortened field of learning: `M.S.Ed.`, `PsyD`, `DrPH`.
fn has_form_of_degree(word: &str) -> bool {
    let (mut n_initials, mut n_fields) = (0, 0);
    let mut rest = word.trim_end_matches(['.', ',']);
    while let Some(first) = rest.chars().next() {
        let end = rest.char_indices().skip(1).find(|(_, c)| !c.is_lowercase()).map_or(rest.len(), |(at, _)| at);
        let part = &rest[..end];
        n_initials += usize::from(end == 1 && "ABCDEHLMPS".contains(first));
        n_fields += usize::from(first.is_uppercase() && has(FIELDS_OF_DEGREES, &bare(part)) || part == "Dr");
        if end > 1 && n_fields == 0 {
            return false;
        }
        rest = rest[end..].trim_start_matches('.');
    }
    n_fields == 1 && (1..=3).contains(&n_initials)
}

/// Whether a part is no given name since it stands behind a whole name: in small letters, or where its bearer works.
fn is_aside(first: &str, part: &str, is_family: bool) -> bool {
    let words: Vec<&str> = part.split(' ').collect();
    let is_in_small_letters = !is_family
        && !is_small(first)
        && words.iter().all(|word| is_small(word))
        && !is_particle(words[0])
        && !has_no_person(&words);
    is_in_small_letters || is_place_of_work(first, &words)
}

/// Whether words are where somebody works, one word or the name of a body, behind a whole name that begins with a given name and
/// no family name: `Jane Doe, Edutopia`.
fn is_place_of_work(name: &str, words: &[&str]) -> bool {
    let named = without_titles(&name.split(' ').collect::<Vec<&str>>());
    matches!(named[..], [given, _, ..] if is_given_alone(&bare(given)))
        && !is_body(&named)
        && !words.iter().any(|word| is_initials(word) || may_be_given(&bare(word)))
        && (words.len() == 1 && words[0].len() > 3 && !is_small(words[0]) || words.len() > 1 && is_body(words))
}

/// Whether a part says what a person did, by its first word or its last: `Editor`, `Ed.`, `Professor of Education`,
/// `Executive Director`.
fn is_role(part: &str, may_be_given: bool) -> bool {
    let first = part.split([' ', '-']).next().unwrap_or_default();
    let is_short = bare(first).len() < 4;
    if has(GIVEN_ROLES, &bare(part)) && may_be_given {
        return false;
    }
    let last = part.rsplit(' ').next().map(bare).unwrap_or_default();
    has(ROLES, &bare(first)) && (!is_short || first.ends_with('.') && !may_be_given)
        || part.contains(' ') && last.len() > 3 && has(ROLES, &last) && !has(GIVEN_ROLES, &last)
}

/// Whether a part is years of a life, as authority files have them: `1950-`, `1950–2010`.
fn is_date(part: &str) -> bool {
    part.contains(|c: char| c.is_ascii_digit())
        && part.chars().all(|c| c.is_ascii_digit() || "-–—?. ".contains(c) || "bdcafl".contains(c))
}

/// The words of a name without titles before it. An office is one before a whole name: `Dean Jane Doe`, not `Dean Smith`.
pub(super) fn without_titles<'a>(mut words: &[&'a str]) -> Vec<&'a str> {
    loop {
        let n = match words {
            [before, _, _, ..] if has(BEFORE_TITLES, &bare(before)) && title_length(&words[1..]) > 0 => {
                1 + title_length(&words[1..])
            }
            _ => title_length(words),
        };
        if n == 0 {
            return words.to_vec();
        }
        words = &words[n..];
    }
}

/// How many words at the start are a title or an office, or a style of several words.
fn title_length(words: &[&str]) -> usize {
    let n_style = words.iter().take_while(|word| has(STYLES, &bare(word))).count();
    let has_style =
        words.iter().take(n_style).any(|word| bare(word).starts_with("hon") || bare(word).starts_with("rev"));
    if n_style > 1 && has_style && n_style < words.len() {
        return n_style;
    }
    let Some((first, rest)) = words.split_first() else { return 0 };
    let word = bare(first);
    let is_title = has(TITLES, &word) || first.ends_with(['.', ')']) && has(TITLES_WITH_POINT, &word);
    // `Dean L. Fixsen` has an initial, and no office; `Dean` before another given name may be one, and what may be a name stays.
    let is_office = has(OFFICES, &word) && rest.len() > 1 && !is_initials(rest[0]) && !has(GIVEN_ROLES, &word);
    usize::from(is_title && !rest.is_empty() || is_office)
}

/// Whether titles before a name show that it is a person's.
fn has_title(words: &[&str]) -> bool {
    words.first().is_some_and(|first| !has(OFFICES, &bare(first)) && title_length(words) > 0)
}

/// Takes degrees away from the end of words; at least `least` words stay.
fn drop_degrees(words: &mut Vec<&str>, least: usize) {
    let first_mixed = words.iter().position(|word| word.chars().any(char::is_lowercase));
    loop {
        // `Ph. D.` is two words.
        let two = words.len() > least + 1
            && words.iter().rev().take(2).all(|word| word.ends_with('.'))
            && is_degrees(&words[words.len() - 2..].join(" "), true);
        let one = words.len() > least
            && words.last().is_some_and(|last| {
                is_degrees(last, true) || is_degrees(last, false) && first_mixed.is_some_and(|at| at + 1 < words.len())
            });
        if !two && !one {
            return;
        }
        words.truncate(words.len() - if two { 2 } else { 1 });
    }
}

/// Whether a word is a suffix; numbers are in capitals: `Vi` is a name.
pub(crate) fn is_suffix(word: &str) -> bool {
    let key = bare(word);
    if !word.is_ascii() {
        return false;
    }
    let is_roman = key.bytes().all(|byte| b"iv".contains(&byte));
    has(SUFFIXES, &key) && !word.contains(' ') && (!is_roman || word.chars().all(char::is_uppercase))
}

/// Takes the suffix away from the end of words; one word stays at least. `V` is one behind three words only.
fn take_suffix(words: &mut Vec<&str>) -> Option<String> {
    let n = words.len();
    if n < 2 {
        return None;
    }
    let last = words.last().filter(|last| is_suffix(last) && (**last != "V" || n > 3))?.to_owned();
    words.pop();
    // `Gates, Jr.` in one part has its comma away already.
    if let Some(before) = words.last_mut() {
        *before = before.trim_end_matches(',');
    }
    Some(last.to_owned())
}

/// The family name before a comma and what stands behind it.
fn inverted(family: &str, given: &str, mut suffix: String) -> Option<Person> {
    let mut family = without_titles(&family.split(' ').collect::<Vec<&str>>());
    let mut given = without_titles(&given.split(' ').collect::<Vec<&str>>());
    drop_degrees(&mut given, 1);
    for words in [&mut family, &mut given] {
        if let Some(found) = take_suffix(words).filter(|_| suffix.is_empty()) {
            suffix = found;
        }
    }
    // One word before the comma may be any word: `Press, Frank`.
    let n_family = family.iter().filter(|word| !is_particle(word)).count();
    let is_plain = n_family == 1
        && given.iter().filter(|word| !is_small(word)).count() < 4
        && !given.iter().any(|word| has(BODIES, &bare(word)));
    let words: Vec<&str> = family.iter().chain(&given).copied().collect();
    let judged = if is_plain { &given[..] } else { &words[..] };
    if has_no_person(judged)
        || judged.iter().filter(|word| !is_small(word)).count() > MOST_WORDS
        || given.iter().any(|word| has(NO_NAMES, &bare(word)))
    {
        return None;
    }
    Some(stated(&family.join(" "), &given.join(" "), &suffix))
}

/// A name in its natural order; none where it is a body's or a single word. Who has a degree or a title is a person, though the
/// family name be a word for bodies: `John Center, Ph.D.`
fn natural(text: &str, mut suffix: String, has_degree: bool) -> Option<Person> {
    let all: Vec<&str> = text.split(' ').collect();
    let mut words = without_titles(&all);
    let n_words = words.len();
    // Behind one word capitals are initials (`Smith JD`), unless a title stands before it.
    let has_initials = n_words == 2 && all.len() == 2 && !words[1].chars().any(char::is_lowercase);
    drop_degrees(&mut words, if has_initials { 2 } else { 1 });
    if let Some(found) = take_suffix(&mut words).filter(|_| suffix.is_empty()) {
        suffix = found;
        drop_degrees(&mut words, 1);
    }
    let is_bare = words.len() == 1 && n_words == all.len() && n_words == 1 && suffix.is_empty();
    let has_degree = has_degree || n_words > words.len() && suffix.is_empty();
    // `Elizabeth II`, `ʿAbd al-Raḥmān`, `Ibn Khaldūn`: one name.
    let is_numbered = words.len() == 1 && n_words == all.len() && !suffix.is_empty() && !text.contains(',');
    let is_one = matches!(words[..], [first, second] if is_first_half(first) && article_length(second).is_some()
        || fold(first) == "ibn");
    if let Some(person) = whole(&all, &words, &suffix) {
        return Some(person);
    }
    let is_shown = has_degree || shows_person(&words, &suffix);
    if is_bare || is_numbered || is_one || is_body(&words) && !has_family_of_body(&words, is_shown, has_title(&all)) {
        return None;
    }
    Some(in_natural_order(&words, suffix))
}

/// Who has no family name and is known whole: of the table, with `wa`, which is `son of`, a ruler with a number, `Mother Teresa`.
fn whole(all: &[&str], words: &[&str], suffix: &str) -> Option<Person> {
    let before = all.first().map(|first| bare(first)).unwrap_or_default();
    let is_number = !suffix.is_empty() && suffix.chars().all(|c| "IVX".contains(c));
    let family = if has(OF_RULERS, &before) && is_number {
        let first = usize::from(words.first() == all.first());
        format!("{} {suffix}", words[first..].join(" "))
    } else if all.len() == 2 && has(OF_ONE_NAME, &before) {
        all.join(" ")
    } else if suffix.is_empty() && (is_signed_whole(words) || WHOLE.contains(&fold(&words.join(" ")).as_str())) {
        words.join(" ")
    } else {
        return None;
    };
    Some(Person { family, ..Person::default() })
}

/// Whether a name has `wa`, or is in the letters of a writing in which names are signed and listed whole, as Thai, Lao, Burmese, Ethiopian and
/// Khmer ones are: by the given name, which stands first (Chicago 17 sections 16.76 and 16.85), or the family name first without a comma.
fn is_signed_whole(words: &[&str]) -> bool {
    let is_of_them = |c: char| matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1200}'..='\u{139f}' | '\u{1780}'..='\u{17ff}');
    matches!(words, [_, "wa", _]) || words.len() > 1 && words.iter().all(|word| word.chars().any(is_of_them))
}

/// Whether the last word alone makes words look like a body's name, and they are a person's: `is_shown` by a degree, a suffix or initials, or by a
/// title.
fn has_family_of_body(words: &[&str], is_shown: bool, has_title: bool) -> bool {
    let Some((last, given)) = words.split_last().filter(|(_, given)| (1..=3).contains(&given.len())) else {
        return false;
    };
    let is_sure = is_shown || has_title && (is_given(&bare(given[0])) || !has(NO_FAMILIES, &bare(last)));
    is_sure && !is_body(&[given, &["Doe"]].concat()) && last.starts_with(char::is_uppercase)
}

fn in_natural_order(words: &[&str], suffix: String) -> Person {
    let join = |words: &[&str]| words.join(" ");
    match words {
        // Chinese, Japanese and Korean names have the family name first.
        [family, given @ ..] if is_east_asian(family) => {
            return Person { family: (*family).to_owned(), given: join(given), suffix, ..Person::default() };
        }
        [family, given @ ..] if is_family_first(words) => {
            let (family, given) = ((*family).to_owned(), join(given));
            return Person { family, given, suffix, is_family_first: true, ..Person::default() };
        }
        // In English the given names stand first (Chicago 17 section 16.79).
        [family, given @ ..] if is_hungarian(words) => {
            return Person { family: (*family).to_owned(), given: join(given), suffix, ..Person::default() };
        }
        // `Smith J`, `Smith JA`: initials are no family name.
        [family @ .., initials]
            if !family.is_empty()
                && is_initials(initials)
                && !is_initials(family[0])
                && (initials.len() < 3 || initials.contains('.')) =>
        {
            return stated(&join(family), initials, &suffix);
        }
        _ => {}
    }
    let at = family_at(words);
    let (mut non_dropping, family) = split_particles(&join(&words[at..]));
    // `Jean de La Fontaine`: the preposition goes, the article stays (Chicago 17 section 8.7).
    let has_article = ["La ", "Le ", "L'", "L’"].iter().any(|article| family.starts_with(article));
    let goes = || goes_with_given(&words[..at], &non_dropping, &family);
    let dropping = if has_article && non_dropping == "de" || goes() {
        std::mem::take(&mut non_dropping)
    } else {
        let (dropping, staying) = split_dropping(&non_dropping);
        non_dropping = staying;
        dropping
    };
    Person { family, non_dropping, dropping, given: join(&words[..at]), suffix, ..Person::default() }
}

/// Where the family name begins in a name in its natural order, with the particles before it.
fn family_at(words: &[&str]) -> usize {
    let mut at = words.len().saturating_sub(1);
    if at > 1 && has(PORTUGUESE, &bare(words[at])) {
        at -= 1;
    }
    if at > 2 && has(JOINTS, words[at - 1]) {
        at -= 2;
    } else if has_two_families(words) {
        at -= 1;
    }
    // `Muhammad ʿAbd al-Wahhāb`, `ʿAlī ibn Abī Ṭālib` (Chicago 17 section 16.75).
    if at > 0 && is_first_half(words[at - 1]) && article_length(words[at]).is_some()
        || at > 2 && fold(words[at - 1]) == "abi" && is_particle(words[at - 2])
    {
        at -= 1;
    }
    // What stands first is a given name in capitals, and a particle in small letters.
    while at > 0 && (is_particle(words[at - 1]) || at > 1 && is_capital_particle(words[at - 1])) {
        at -= 1;
    }
    if begins_family(words, at) {
        at -= 1;
    }
    // `von und zu`, `in 't Veld`, `in der`.
    while at > 1 && (words[at - 1] == "in" || words[at - 1] == "und" && is_particle(words[at - 2])) {
        at -= 1;
        while at > 1 && is_particle(words[at - 1]) {
            at -= 1;
        }
    }
    at
}
