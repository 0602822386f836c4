//! Texts of the search box and of what it finds or does not find.

use super::facets::{facet_names, facet_within};
use super::{condition, joint, number, resources, short};
use crate::explore::{
    Condition, Engine, Hint, Lesson, MAX_COMPARED, Named, Recognized, Relaxation, State, Suggested, Suggestion,
    conditions, nearest_field,
};
use crate::facet::ValueIdx;
use crate::search::query::QueryHint;
use crate::search::{Also, TextField};

pub fn search() -> &'static str {
    "Search"
}

pub fn search_example() -> &'static str {
    "Title, topic, author, place …"
}

pub fn clear_search() -> &'static str {
    "Clear the search"
}

pub fn nothing_found_help() -> &'static str {
    "Use fewer words, or take away one of the things named above."
}

pub fn suggestions() -> &'static str {
    "Suggestions"
}

pub fn tips() -> &'static str {
    "Search tips"
}

pub fn type_this() -> &'static str {
    "Type this"
}

pub fn to_find() -> &'static str {
    "to find"
}

pub fn here() -> &'static str {
    "here"
}

pub fn tips_note() -> &'static str {
    "Case and accents do not count. Click an example to run it."
}

pub fn only_typed() -> &'static str {
    "Only your own words are searched."
}

pub fn search_also() -> &'static str {
    "Search similar words too"
}

fn mostly() -> &'static str {
    "Hardly anything has all of these words: shown is what has most of them."
}

pub fn only_my_words() -> &'static str {
    "Only my words"
}

/// "Shown is what has most of these words. Also matched: competency. Also searched: mastery-based learning."
pub fn also(also: &Also) -> String {
    let line = |lead: &str, words: &[String]| {
        if words.is_empty() { String::new() } else { format!("{lead}: {}.", words.join(", ")) }
    };
    let partly = if also.partly { mostly() } else { "" };
    let lines = [partly, &line("Also matched", &also.spelled), &line("Also searched", &also.synonyms)];
    lines.join(" ").trim().to_owned()
}

/// The headline of a dead end: what it is that nothing has.
pub fn nothing(engine: &Engine, state: &State) -> String {
    let (mut all, mut left_out): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut before = None;
    for condition in &conditions(engine, state) {
        match (condition, all.last_mut()) {
            (Condition::LeftOut(..), _) => left_out.push(short(engine, condition)),
            // One of several values of a facet: "Theme: Grading or Pacing".
            (Condition::Value(key, _), Some(last)) if before.as_ref() == Some(key) => {
                let joint = joint(state.filter.of(key).is_some_and(|choice| choice.all));
                *last = format!("{last} {joint} {}", short(engine, condition));
            }
            _ => all.push(self::condition(engine, condition)),
        }
        before = if let Condition::Value(key, _) = condition { Some(key.clone()) } else { None };
    }
    let but = if left_out.is_empty() { String::new() } else { format!(", leaving out {}", left_out.join(", ")) };
    match all.as_slice() {
        [] => format!("There is nothing{but}."),
        [one] => format!("Nothing has {one}{but}."),
        [one, other] => format!("Nothing has both {one} and {other}{but}."),
        [most @ .., last] if most.len() < 4 => format!("Nothing has all of {} and {last}{but}.", most.join(", ")),
        _ => "Nothing has all of this.".to_owned(),
    }
}

/// "Without Place: Guam: 12 resources"
pub fn way_out(engine: &Engine, way: &Relaxation) -> String {
    let count = resources(way.count);
    match &way.condition {
        Condition::Filter => format!("Search everywhere instead, without any filter: {count}"),
        Condition::Query => format!("Without what you typed: {count}"),
        Condition::Facet(_) => format!("Without any choice of {}: {count}", condition(engine, &way.condition)),
        Condition::Part(part) if part.negated => format!("With {} again: {count}", short(engine, &way.condition)),
        Condition::LeftOut(..) => format!("With {} again: {count}", short(engine, &way.condition)),
        Condition::Part(_) | Condition::Value(..) => format!("Without {}: {count}", condition(engine, &way.condition)),
    }
}

/// What a suggestion says, in three pieces: what it is, its name, the count.
pub fn suggestion(engine: &Engine, of: &Suggestion) -> (String, String, String) {
    let (what, label) = match &of.what {
        Suggested::Value { facet, value } => {
            let facet = &engine.facets[*facet];
            (facet_names(facet).1.to_owned(), facet.values[*value as usize].label.clone())
        }
        Suggested::Named(values) => ("Only".to_owned(), in_values(engine, &of.query, values)),
        Suggested::Title(idx) => ("Open".to_owned(), engine.store.title(*idx).to_owned()),
        Suggested::Word(_) => ("Search".to_owned(), of.query.clone()),
    };
    let is_title = matches!(of.what, Suggested::Title(_));
    let count = if is_title { String::new() } else { number(of.count) };
    (what, label, count)
}

/// "rubric in Videos", "grading in Guides, Teachers", "Maine, High school"
fn in_values(engine: &Engine, rest: &str, values: &[(usize, ValueIdx)]) -> String {
    let names: Vec<String> = values.iter().map(|value| many(engine, *value)).collect();
    if rest.is_empty() { names.join(", ") } else { format!("{rest} in {}", names.join(", ")) }
}

/// The name of a value; of a type, of which there are many, in the plural.
fn many(engine: &Engine, (facet, value): (usize, ValueIdx)) -> String {
    let facet = &engine.facets[facet];
    let label = &facet.values[value as usize].label;
    if facet.definition.key != "type" {
        return label.clone();
    }
    let vowel_before_y = ["ay", "ey", "oy", "uy"].iter().any(|end| label.ends_with(end));
    match label.strip_suffix('y') {
        Some(stem) if !vowel_before_y => format!("{stem}ies"),
        _ if label.ends_with('s') => label.clone(),
        _ if ["x", "ch", "sh"].iter().any(|end| label.ends_with(end)) => format!("{label}es"),
        _ => format!("{label}s"),
    }
}

/// A name within a sentence: "Videos" is "videos", "FAQs" and "K-12" stay.
fn within(name: &str) -> String {
    let mut letters = name.chars();
    let is_word = letters.clone().nth(1).is_some_and(char::is_lowercase);
    let first = letters.next().filter(|_| is_word);
    first.map_or_else(|| name.to_owned(), |first| first.to_lowercase().collect::<String>() + letters.as_str())
}

/// "Only rubric in Videos: 7 resources"
pub fn recognized(engine: &Engine, found: &Recognized) -> String {
    let values: Vec<(usize, ValueIdx)> = found.values.iter().map(|named| (named.facet, named.value)).collect();
    format!("Only {}: {}", in_values(engine, &found.rest, &values), resources(found.count))
}

/// "No videos on “rubric”.", where nothing has both; else nothing.
pub fn recognized_nothing(engine: &Engine, found: &Recognized) -> Option<String> {
    if found.count > 0 {
        return None;
    }
    let names: Vec<String> = found.values.iter().map(|named| many(engine, (named.facet, named.value))).collect();
    Some(match (found.values.as_slice(), names.as_slice()) {
        _ if found.rest.is_empty() => format!("Nothing in {}.", names.join(" and ")),
        ([one], [name]) if engine.facets[one.facet].definition.key == "type" => {
            format!("No {} on “{}”.", within(name), found.rest)
        }
        _ => format!("Nothing on “{}” in {}.", found.rest, names.join(" and ")),
    })
}

/// "7 videos", "Maine: 25"
pub fn named(engine: &Engine, named: &Named) -> String {
    let name = many(engine, (named.facet, named.value));
    let facet = &engine.facets[named.facet];
    match (facet.definition.key.as_str(), named.count) {
        ("type", 1) => format!("1 {}", within(&facet.values[named.value as usize].label)),
        ("type", n) => format!("{} {}", number(n), within(&name)),
        (_, n) => format!("{name}: {}", number(n)),
    }
}

/// "14 on “rubric”"
pub fn on_rest(found: &Recognized) -> String {
    format!("{} on “{}”", number(found.rest_count), found.rest)
}

/// What an example teaches.
pub fn lesson(lesson: Lesson) -> &'static str {
    match lesson {
        Lesson::Word => "the word anywhere: title, summary, themes, keywords, names, places, types",
        Lesson::Phrase => "these words exactly, one after the other",
        Lesson::Either => "either word",
        Lesson::Without => "the first word without the second",
        Lesson::Value => "a theme, with all themes within it",
        Lesson::Name => "a name in one field; in quotes it may have several words",
        Lesson::Years => "a range of years",
        Lesson::Beginning => "words that begin like this",
        Lesson::Group => "either of two words together with a third",
    }
}

/// "Matched in: title, themes"
pub fn matched_in(fields: &[TextField]) -> String {
    let name = |field: &TextField| match field {
        TextField::Title => "title",
        TextField::Keywords => "keywords",
        TextField::Themes => "themes",
        TextField::Authors => "authors",
        TextField::Publishers => "publishers",
        TextField::Places => "places",
        TextField::Summary => "summary",
        TextField::Type => "type",
        TextField::Audiences => "audience",
        TextField::Levels => "level",
        TextField::Access => "access",
        TextField::Own => "other details",
    };
    let names: Vec<&str> = fields.iter().map(name).collect();
    format!("Matched in: {}", names.join(", "))
}

/// What of a query was not read as it was written, and how it was read instead.
pub fn misread(engine: &Engine, hint: &QueryHint) -> String {
    match hint {
        QueryHint::UnclosedQuote => "The quote was never closed: read as words.".to_owned(),
        QueryHint::UnclosedParen => "A parenthesis was never closed: it ends with the text.".to_owned(),
        QueryHint::StrayParen => "A parenthesis was closed that was not open: left aside.".to_owned(),
        QueryHint::LoneOperator(word) => {
            format!("“{word}” has nothing to join: left aside. For the word itself, write it in lower case.")
        }
        QueryHint::LowerCase(word) => {
            format!("“{}” does not count as it is written. As an operator it is written {word}.", word.to_lowercase())
        }
        QueryHint::EmptyField(field) => format!("“{field}:” has no value yet: left aside."),
        QueryHint::UnknownField(field) => match nearest_field(engine, field) {
            Some(meant) => format!("There is no field “{field}”: read as words. Did you mean “{meant}:”?"),
            None => format!("There is no field “{field}”: read as words."),
        },
        QueryHint::TooLong => "This is a long query: only its first words count.".to_owned(),
        QueryHint::TooDeep => "Too many parentheses in each other: the innermost are left aside.".to_owned(),
    }
}

pub fn hint(engine: &Engine, hint: &Hint) -> String {
    match hint {
        Hint::Unknown { key, value } if value.is_empty() => format!("“{key}” in the address means nothing here."),
        Hint::Unknown { key, value } => format!("“{key}={value}” in the address means nothing here."),
        Hint::NoSuchValue { key, value } => {
            let name = engine.facet(key).map_or_else(|| key.clone(), facet_within);
            format!("This catalog has no {name} “{value}”.")
        }
        Hint::NoSuchResource(id) => format!("The resource “{id}” is not in this catalog any more."),
        Hint::NoSuchTheme(id) => format!("The theme “{id}” is not in this catalog any more."),
        Hint::NoSuchCloud(key) => format!("This catalog has no cloud of “{key}”: another is shown."),
        Hint::TooManyCompared(n) => format!("{n} resources are picked; the first {MAX_COMPARED} are compared."),
    }
}
